//! Which column of a table is the year's budget, told on every database: last year's budget beside
//! this year's, a period beside the whole year, what has come out beside what was planned.
#![allow(clippy::unwrap_used)]

mod desk;

use desk::{Desk, rows};
use uppsikt_app::archive::InputFile;
use uppsikt_app::ask::committee::committee;
use uppsikt_app::ask::economy::{EconomyOrder, economy};
use uppsikt_app::document::difference::ProposalKind;
use uppsikt_app::review::finish::Finished;
use uppsikt_testkit::databases::TestStore;

fn document(title: &str, body: &str, table: &str) -> InputFile {
    let text = format!("# {title}\n\n{body}\n\n## Resultaträkning\n\nTkr\n\n{table}");
    InputFile { name: format!("{}.md", title.to_lowercase().replace(' ', "-")), bytes: text.into_bytes() }
}

fn plan() -> InputFile {
    let table = "| | Budget 2030 | Budget 2031 | Förändring |\n|---|---|---|---|\n\
        | Bidrag | 1 100 | 1 300 | 200 |\n| Lönekostnader | -21 100 | -22 800 | -1 700 |\n\
        | Kommunbidrag | 20 000 | 21 500 | 1 500 |\n| Resultat | 0 | 0 | 0 |\n\
        | Nettokostnad | -20 000 | -21 500 | -1 500 |\n";
    document("Nämndsbudget 2031", "Hamnnämnden", table)
}

fn report() -> InputFile {
    let table = "| | Utfall jan–aug 2031 | Budget jan–aug 2031 | Avvikelse | Prognos 2031 | Budget 2031 | Avvikelse helår |\n\
        |---|---|---|---|---|---|---|\n\
        | Taxor och avgifter | 310 | 300 | 10 | 470 | 450 | 20 |\n\
        | Övriga intäkter | 590 | 560 | 30 | 880 | 850 | 30 |\n\
        | Lönekostnader | -15 100 | -15 000 | -100 | -23 150 | -22 800 | -350 |\n\
        | Kommunbidrag | 14 200 | 14 200 | 0 | 21 500 | 21 500 | 0 |\n\
        | Resultat | 0 | 60 | -60 | -300 | 0 | -300 |\n\
        | Nettokostnad | -14 200 | -14 140 | -60 | -21 800 | -21 500 | -300 |\n";
    document("Delårsrapport januari–augusti 2031", "Hamnnämnden", table)
}

fn analysis() -> InputFile {
    let table = "| Tkr | Utfall 2030 | Budget 2031 | Utfall 2031 | Avvikelse |\n|---|---|---|---|---|\n\
        | Bidrag | 1 000 | 1 300 | 1 350 | 50 |\n| Lönekostnader | -20 400 | -22 800 | -23 300 | -500 |\n\
        | Nettokostnad | -19 400 | -21 500 | -21 950 | -450 |\n";
    document("Årsanalys 2031", "Hamnnämnden", table)
}

async fn store(desk: &Desk, file: &InputFile) -> usize {
    let number = desk.open(file).await;
    let view = desk.view(number).await;
    let contradicted = rows(&view).iter().filter(|row| row.kind == ProposalKind::Contradicted).count();
    assert_eq!(contradicted, 0, "{}", file.name);
    let cells = rows(&view).iter().filter(|row| row.what == "statement").count() + view.known.len();
    desk.accept_all(number).await;
    assert!(matches!(desk.finish(number).await.unwrap(), Finished::Stored(_)));
    cells
}

/// The first sentence about the money: its message, and its figures.
async fn lead(desk: &Desk) -> (&'static str, Vec<String>) {
    let city = desk.city().await;
    let view = committee(&city, "hamnnamnden", 2031).unwrap();
    let said = view.lead.first().unwrap();
    (said.message.key, said.figures.iter().map(|figure| figure.text.clone()).collect())
}

/// Frame, budgeted net cost, what it is held against and the deviation.
async fn money(desk: &Desk) -> [Option<i64>; 4] {
    let city = desk.city().await;
    let view = economy(&city, 2031, None, EconomyOrder::Own).unwrap();
    let row = &view.rows[0];
    [row.frame, row.budget, row.forecast, row.deviation].map(|it| it.map(|amount| amount.tkr))
}

#[tokio::test]
async fn the_story_of_columns_ends_the_same_on_every_database() {
    for store in TestStore::all().await.unwrap() {
        let desk = Desk::of(&store, None).await;
        tell(&desk).await;
        store.remove().await.unwrap();
    }
}

async fn tell(desk: &Desk) {
    assert_eq!(store(desk, &plan()).await, 15);
    let words = |all: &[&str]| all.iter().map(|it| it.to_string()).collect::<Vec<_>>();
    assert_eq!(lead(desk).await, ("web-committee-lead-plan-budget-more", words(&["21,5", "1,5"])));
    assert_eq!(money(desk).await, [Some(21_500), Some(-21_500), None, None]);

    assert_eq!(store(desk, &report()).await, 36, "every cell is a fact");
    assert_eq!(lead(desk).await, ("web-committee-lead", words(&["21,5", "−0,3"])));
    assert_eq!(money(desk).await, [Some(21_500), Some(-21_500), Some(-21_800), Some(-300)]);
    let city = desk.city().await;
    let view = committee(&city, "hamnnamnden", 2031).unwrap();
    let bridge = view.money.bridge.unwrap();
    let levels: Vec<i64> = bridge.steps.iter().filter(|it| it.is_level).map(|it| it.tkr).collect();
    assert_eq!(levels, [21_500, 21_800]);
    assert_eq!(bridge.steps.iter().filter(|it| !it.is_level).map(|it| it.tkr).sum::<i64>(), 300);
    assert_eq!(view.money.share.unwrap().permille, 651);

    assert_eq!(store(desk, &analysis()).await, 12);
    assert_eq!(lead(desk).await, ("web-committee-lead-net-outcome", words(&["21,5", "−0,5"])));
    assert_eq!(money(desk).await, [Some(21_500), Some(-21_500), Some(-21_950), Some(-450)]);
    let city = desk.city().await;
    let view = economy(&city, 2031, None, EconomyOrder::Own).unwrap();
    assert_eq!(view.compared(), "web-economy-outcome");
}
