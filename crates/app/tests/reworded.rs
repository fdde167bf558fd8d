//! A goal or an area that a newer version of the same document calls otherwise continues, and
//! what stands below it is as it was.
#![allow(clippy::unwrap_used)]

mod desk;

use desk::harbour::{harbour, report};
use desk::{Desk, rows};
use uppsikt_app::archive::InputFile;
use uppsikt_app::document::difference::ProposalKind;
use uppsikt_app::review::Verdict;
use uppsikt_app::review::decide::Which;
use uppsikt_app::review::view::ReviewView;
use uppsikt_domain::lineage::{Lasting, Relation};
use uppsikt_testkit::databases::TestStore;

const WAS: &str = "Vattnet i hamnen är rent";
const IS: &str = "Vattnet vid kajerna är friskt";

/// Another committee's goals of the year before: alike, with the same links.
fn anothers() -> InputFile {
    let text = "# Nämndsbudget 2025\n\nParknämnden\n\n## Plan för kommunfullmäktigemål\n\n\
        ### Målområde - Gröna stråk\n\n#### Kommunfullmäktigemål - Vattnet vid parkerna och kajerna är klart\n\n\
        - 6 Rent vatten och sanitet för alla\n- 14 Hav och marina resurser\n\n\
        ##### Planering för 2025\n\nNämnden gräver dammar.\n";
    InputFile { name: "park.md".into(), bytes: text.into() }
}

async fn store_it(desk: &Desk, file: &InputFile) {
    let number = desk.open(file).await;
    desk.accept_all(number).await;
    // What may continue another committee's goal is decided by itself.
    let weak = desk.view(number).await.lineage.into_iter().filter(|row| !row.likeness.is_sound());
    let weak: Vec<String> = weak.map(|row| row.print).collect();
    desk.decide(number, Which::These(weak), Some(Verdict::Rejected)).await.unwrap();
    desk.finish(number).await.unwrap();
}

fn edges(view: &ReviewView) -> Vec<(Lasting, &str, &str, Relation)> {
    view.lineage.iter().map(|row| (row.kind, row.was.as_str(), row.is.as_str(), row.relation)).collect()
}

#[tokio::test]
async fn a_goal_under_another_wording_continues_the_documents_own() {
    for store in TestStore::all().await.unwrap() {
        let desk = Desk::of(&store, None).await;
        store_it(&desk, &anothers()).await;
        store_it(&desk, &harbour("budget.md", &[])).await;
        let number = desk.open(&harbour("ny.md", &[(WAS, IS)])).await;
        let view = desk.view(number).await;
        assert_eq!(edges(&view), [(Lasting::Goal, WAS, IS, Relation::Continues)]);
        let likeness = view.lineage[0].likeness;
        assert!(likeness.same_area && likeness.same_place && likeness.links == 2 && likeness.below > 1);
        let changed: Vec<_> = rows(&view).into_iter().map(|row| (row.what.as_str(), row.kind)).collect();
        assert_eq!(changed, [("goal", ProposalKind::Different)], "what stands below it is as it was");
        desk.accept_all(number).await;
        desk.finish(number).await.unwrap();
        let city = desk.city().await;
        let goals: Vec<_> =
            city.goals_in(2026).into_iter().map(|it| (it.name.as_str(), it.slug.as_str())).collect();
        assert_eq!(goals, [(IS, "vattnet-i-hamnen-ar-rent")], "it keeps its address");
        let facts = &city.document("namndsbudget-hamnnamnden-2026").unwrap().facts;
        assert!(facts.iter().all(|fact| fact.key.column != WAS && !fact.claims.is_empty()));
        let again = desk.view(desk.open(&harbour("ny.md", &[(WAS, IS)])).await).await;
        assert_eq!((rows(&again).len(), again.lineage.len()), (0, 0));
        store.remove().await.unwrap();
    }
}

#[tokio::test]
async fn a_rejected_wording_leaves_the_goal_and_all_below_it() {
    let store = &TestStore::all().await.unwrap().remove(0);
    let desk = Desk::of(store, None).await;
    store_it(&desk, &harbour("budget.md", &[])).await;
    let number = desk.open(&harbour("ny.md", &[(WAS, IS)])).await;
    desk.decide(number, Which::All, Some(Verdict::Rejected)).await.unwrap();
    desk.finish(number).await.unwrap();
    let city = desk.city().await;
    let names: Vec<_> = city.goals_in(2026).into_iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, [WAS]);
    let stored = city.document("namndsbudget-hamnnamnden-2026").unwrap();
    let goals: Vec<_> = stored.holding().goals().iter().map(|it| it.name()).collect();
    assert_eq!(goals, [WAS]);
    assert_eq!(stored.holding().goals()[0].indicators().count(), 1);
    let again = desk.view(desk.open(&harbour("ny.md", &[(WAS, IS)])).await).await;
    assert_eq!((rows(&again).len(), again.before.len()), (0, 1), "it is not asked again");
}

#[tokio::test]
async fn an_area_under_another_name_continues_by_its_goals() {
    let store = &TestStore::all().await.unwrap().remove(0);
    let desk = Desk::of(store, None).await;
    store_it(&desk, &harbour("budget.md", &[])).await;
    let number = desk.open(&harbour("ny.md", &[("En levande kust", "Hav och land i balans")])).await;
    let view = desk.view(number).await;
    let expected = (Lasting::GoalArea, "En levande kust", "Hav och land i balans", Relation::Continues);
    assert_eq!(edges(&view), [expected]);
    assert_eq!(rows(&view).len(), 1);
    desk.accept_all(number).await;
    desk.finish(number).await.unwrap();
    let city = desk.city().await;
    let areas: Vec<_> = city.areas_in(2026).into_iter().map(|it| it.name.as_str()).collect();
    assert_eq!(areas, ["Hav och land i balans"]);
}

#[tokio::test]
async fn a_wording_that_another_document_still_has_holds_on_beside_the_new_one() {
    let store = &TestStore::all().await.unwrap().remove(0);
    let desk = Desk::of(store, None).await;
    store_it(&desk, &harbour("budget.md", &[])).await;
    store_it(&desk, &report(&[])).await;
    store_it(&desk, &harbour("ny.md", &[(WAS, IS)])).await;
    let city = desk.city().await;
    let mut names: Vec<_> = city.goals_in(2026).into_iter().map(|it| it.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, [WAS, IS]);
    assert_eq!(city.data.lineage.len(), 1);
}

#[tokio::test]
async fn a_rejected_name_of_an_area_is_not_asked_again() {
    let store = &TestStore::all().await.unwrap().remove(0);
    let desk = Desk::of(store, None).await;
    store_it(&desk, &harbour("budget.md", &[])).await;
    let other = harbour("ny.md", &[("En levande kust", "Hav och land i balans")]);
    let number = desk.open(&other).await;
    desk.decide(number, Which::All, Some(Verdict::Rejected)).await.unwrap();
    desk.finish(number).await.unwrap();
    let view = desk.view(desk.open(&other).await).await;
    assert_eq!((rows(&view).len(), view.before.len()), (0, 1));
    let city = desk.city().await;
    let areas = city.document("namndsbudget-hamnnamnden-2026").unwrap().holding().goal_areas();
    let names: Vec<_> = areas.iter().filter_map(|it| Some(it.section?.name.as_str())).collect();
    assert_eq!(names, ["En levande kust"]);
}
