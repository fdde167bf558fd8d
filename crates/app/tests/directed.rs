//! Pages show whom the council's budget directs its goals to, where the municipality's file does not say.
#![allow(clippy::unwrap_used)]

mod desk;

use desk::Desk;
use uppsikt_app::archive::InputFile;
use uppsikt_app::ask::goal::goal;
use uppsikt_testkit::databases::TestStore;

fn file(name: &str, text: &str) -> InputFile {
    InputFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

const BUDGET: &str = "# Mål och budget 2031\n\nHamnby kommun\n\n## Kommunfullmäktiges mål\n\n\
    ### Mål 1 \u{2013} Lugna kajer\n\nMålet riktas till: Hamnnämnden\n\n\
    ### Mål 2 \u{2013} Rena skrov\n\nMålet riktas till samtliga nämnder.\n";
const PLANS: [&str; 2] = [
    "# Nämndsbudget 2031\n\nHamnnämnden\n\n## Sammanfattning\n\nKajerna lagas.\n",
    "# Nämndsbudget 2031\n\nFyrnämnden\n\n## Sammanfattning\n\nFyrarna målas.\n",
];

async fn contributors(desk: &Desk, slug: &str) -> Vec<String> {
    let city = desk.city().await;
    let view = goal(&city, slug, 2031).unwrap();
    view.contributions.iter().map(|it| it.body.name.clone()).collect()
}

#[tokio::test]
async fn goals_are_directed_to_those_whom_the_budget_names() {
    for store in TestStore::all().await.unwrap() {
        let desk = Desk::of(&store, None).await;
        for file in [file("budget.md", BUDGET), file("hamn.md", PLANS[0]), file("fyr.md", PLANS[1])] {
            let number = desk.open(&file).await;
            desk.accept_all(number).await;
            desk.finish(number).await.unwrap();
        }
        assert_eq!(contributors(&desk, "lugna-kajer").await, ["Hamnnämnden"]);
        assert_eq!(contributors(&desk, "rena-skrov").await, ["Hamnnämnden", "Fyrnämnden"]);
        store.remove().await.unwrap();
    }
}

#[tokio::test]
async fn what_is_rejected_directs_nothing() {
    for store in TestStore::all().await.unwrap() {
        let desk = Desk::of(&store, None).await;
        let number = desk.open(&file("budget.md", BUDGET)).await;
        let view = desk.view(number).await;
        let told = desk::rows(&view).into_iter().find(|row| row.what == "directed_to").unwrap();
        let which = uppsikt_app::review::decide::Which::These(vec![told.print.clone()]);
        desk.accept_all(number).await;
        desk.decide(number, which, Some(uppsikt_app::review::Verdict::Rejected)).await.unwrap();
        desk.finish(number).await.unwrap();
        let plan = desk.open(&file("hamn.md", PLANS[0])).await;
        desk.accept_all(plan).await;
        desk.finish(plan).await.unwrap();
        let city = desk.city().await;
        let directed = city.data.goals.iter().filter(|goal| !goal.directed_to.is_empty()).count();
        assert_eq!(directed, 1);
        store.remove().await.unwrap();
    }
}
