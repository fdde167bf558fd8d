//! Goals that continue under new wordings are proposed when a document is read in: here in a
//! municipality that has no file, of which the budgets of two years tell.
#![allow(clippy::unwrap_used)]

mod desk;

use desk::{Desk, example_file};
use uppsikt_app::review::Verdict;
use uppsikt_app::review::decide::Which;
use uppsikt_app::review::view::ReviewView;
use uppsikt_domain::lineage::{Lasting, Relation};
use uppsikt_testkit::databases::TestStore;

fn budget(year: i32) -> uppsikt_app::archive::InputFile {
    example_file(&format!("arbetsmarknadsnamnden-namndsbudget-{year}.txt"))
}

async fn stored(desk: &Desk, file: &uppsikt_app::archive::InputFile) {
    let document = desk.read(file);
    desk.app.store_document(&desk.municipality, &document, &file.bytes).await.unwrap();
}

fn goals(view: &ReviewView) -> Vec<(&str, &str, Relation)> {
    let goals = view.lineage.iter().filter(|row| row.kind == Lasting::Goal);
    goals.map(|row| (row.was.as_str(), row.is.as_str(), row.relation)).collect()
}

const STUDIES: &str = "Fler ska komma i arbete eller studier";
const LEAVE: &str = "Fler ska lämna försörjningsstödet";
const SUPPORT: &str = "Fler Almköpingsbor försörjer sig själva";
const SCHOOL: (&str, &str) =
    ("Eleverna ska klara grundskolan", "Alla elever lämnar grundskolan med behörighet till gymnasiet");

#[tokio::test]
async fn goals_that_continue_and_merge_are_proposed_and_kept() {
    for store in TestStore::all().await.unwrap() {
        let desk = Desk::of(&store, None).await;
        stored(&desk, &budget(2024)).await;
        let number = desk.open(&budget(2025)).await;
        let view = desk.view(number).await;
        let mut found = goals(&view);
        found.sort_by_key(|it| it.0);
        let expected = [
            (SCHOOL.0, SCHOOL.1, Relation::Continues),
            (STUDIES, SUPPORT, Relation::Merged),
            (LEAVE, SUPPORT, Relation::Merged),
        ];
        assert_eq!(found, expected);
        let school = view.lineage.iter().find(|row| row.is == SCHOOL.1).unwrap();
        assert_eq!(
            (school.likeness.permille, school.likeness.same_area, school.likeness.links),
            (222, true, 2)
        );
        desk.decide(number, Which::All, Some(Verdict::Accepted)).await.unwrap();
        desk.finish(number).await.unwrap();

        let city = desk.app.city("almkoping").await.unwrap().unwrap();
        let school: Vec<_> =
            city.data.goals.iter().filter(|goal| goal.name == SCHOOL.0 || goal.name == SCHOOL.1).collect();
        assert_eq!(school.len(), 2);
        assert_eq!(school[0].goal, school[1].goal, "the identity lasts under the new wording");
        let support = city.data.goals.iter().find(|goal| goal.name == SUPPORT).unwrap();
        assert_eq!(city.with_forebears(support.goal).len(), 3);
        let edges = city.data.lineage.iter().filter(|edge| edge.kind == Lasting::Goal);
        let said: Vec<_> = edges.map(|edge| (edge.relation, edge.year, edge.said_by.as_str())).collect();
        assert_eq!(said.len(), 3);
        assert!(said.iter().all(|(_, year, who)| (*year, *who) == (2025, "Kontroll")));
        assert!(
            city.data.lineage.iter().any(|edge| edge.reason.contains("22 procent lika ord, samma målområde"))
        );
        store.remove().await.unwrap();
    }
}

#[tokio::test]
async fn what_is_said_to_be_new_gets_an_identity_of_its_own() {
    let store = TestStore::sqlite().await.unwrap();
    let desk = Desk::of(&store, None).await;
    stored(&desk, &budget(2024)).await;
    let number = desk.open(&budget(2025)).await;
    let prints = desk.view(number).await.lineage.into_iter().map(|row| row.print).collect();
    desk.decide(number, Which::These(prints), Some(Verdict::Rejected)).await.unwrap();
    desk.accept_all(number).await;
    desk.finish(number).await.unwrap();
    let city = desk.app.city("almkoping").await.unwrap().unwrap();
    assert!(city.data.lineage.is_empty());
    let ids: Vec<_> =
        city.data.goals.iter().filter(|goal| goal.name == SCHOOL.0 || goal.name == SCHOOL.1).collect();
    assert!(ids.len() == 2 && ids[0].goal != ids[1].goal);
    store.remove().await.unwrap();
}

#[tokio::test]
async fn a_committee_under_a_new_name_is_proposed_to_continue() {
    let store = TestStore::sqlite().await.unwrap();
    let desk = Desk::of(&store, None).await;
    stored(&desk, &example_file("kultur-och-fritidsnamnden-namndsbudget-2025.md")).await;
    let mut file = example_file("kultur-och-fritidsnamnden-namndsbudget-2026.md");
    let text = String::from_utf8(file.bytes).unwrap();
    file.bytes = text.replacen("Kultur- och fritidsnämnden", "Fritidsnämnden", 1).into_bytes();
    let number = desk.open(&file).await;
    let view = desk.view(number).await;
    let bodies: Vec<_> = view.lineage.iter().filter(|row| row.kind == Lasting::Body).collect();
    assert_eq!(bodies.len(), 1, "{:?}", view.lineage);
    assert_eq!(
        (bodies[0].was.as_str(), bodies[0].is.as_str()),
        ("Kultur- och fritidsnämnden", "Fritidsnämnden")
    );
    desk.accept_all(number).await;
    desk.finish(number).await.unwrap();
    let city = desk.app.city("almkoping").await.unwrap().unwrap();
    assert!(city.data.lineage.iter().any(|edge| edge.kind == Lasting::Body && edge.year == 2026));
    store.remove().await.unwrap();
}

#[tokio::test]
async fn a_goal_that_another_committee_answers_for_is_not_drawn_in() {
    let store = TestStore::sqlite().await.unwrap();
    let desk = Desk::on(&store).await;
    let mut file = example_file("kultur-och-fritidsnamnden-namndsbudget-2026.md");
    let text = String::from_utf8(file.bytes).unwrap();
    file.bytes = text.replace("har en meningsfull fritid", "har en rolig fritid").into_bytes();
    let view = desk.view(desk.open(&file).await).await;
    let expected = (
        "Fler barn och unga har en meningsfull fritid",
        "Fler barn och unga har en rolig fritid",
        Relation::Continues,
    );
    assert_eq!(goals(&view), [expected]);
    store.remove().await.unwrap();
}

#[tokio::test]
async fn areas_and_committees_continue_under_names_of_the_same_stems_also_over_a_missing_year() {
    let store = TestStore::sqlite().await.unwrap();
    let desk = Desk::of(&store, None).await;
    let plan = |year: i32, body: &str, area: &str| {
        uppsikt_app::archive::InputFile {
        name: format!("plan-{year}.txt"),
        bytes: format!("Nämndsbudget {year}\n{body}\n\nSammanfattning\nNämnden finns.\n\nMålområde - {area}\nKommunfullmäktigemål - Alla ska ha nära till en park\nPlanering för {year}\nNämnden bygger.\n").into_bytes(),
    }
    };
    stored(&desk, &plan(2029, "Parknämnden", "En grön stad")).await;
    let view = desk.view(desk.open(&plan(2031, "Park- och leknämnden", "Ett grönare samhälle")).await).await;
    let found: Vec<_> = view.lineage.iter().map(|row| (row.kind, row.was.as_str(), row.relation)).collect();
    assert!(found.contains(&(Lasting::Body, "Parknämnden", Relation::Continues)), "{found:?}");
    assert!(found.contains(&(Lasting::GoalArea, "En grön stad", Relation::Continues)), "{found:?}");
    assert_eq!(found.len(), 2, "a goal in the same words is no news");
    store.remove().await.unwrap();
}

/// A committee's budget with a table of its areas: their names, the amount of the year before and
/// that of the year, thousands of kronor.
fn areas(year: i32, rows: &[(&str, i64, i64)]) -> uppsikt_app::archive::InputFile {
    let rows: Vec<String> = rows.iter().map(|(name, was, is)| format!("| {name} | {was} | {is} |")).collect();
    let text = format!(
        "# Nämndsbudget {year}\n\nParknämnden\n\n# Sammanfattning\n\nNämnden finns.\n\n# Plan för ekonomin\n\n## Budgetområden\n\n**Nettokostnad per budgetområde, tkr**\n\n| Budgetområde | Budget {before} | Budget {year} |\n| --- | ---: | ---: |\n{}\n",
        rows.join("\n"),
        before = year - 1,
    );
    uppsikt_app::archive::InputFile { name: format!("omraden-{year}.md"), bytes: text.into_bytes() }
}

fn areas_2030() -> uppsikt_app::archive::InputFile {
    areas(
        2030,
        &[
            ("Parkskötsel", -20_100, -21_350),
            ("Lekplatser", -4_050, -4_321),
            ("Fontäner", -900, -912),
            ("Planteringar", -700, -733),
            ("Vattenlek", -2_000, -2_077),
            ("Nämnd", -800, -850),
        ],
    )
}

/// Renamed, split, merged, told by the amount alone, and as before.
fn areas_2031() -> uppsikt_app::archive::InputFile {
    areas(
        2031,
        &[
            ("Parkskötsel och träd", -21_350, -22_000),
            ("Gungor och gropar", -1_111, -1_200),
            ("Klätterställningar", -3_210, -3_300),
            ("Fontäner och planteringar", -1_645, -1_700),
            ("Svalka", -2_077, -2_100),
            ("Nämnd", -850, -870),
            ("Hundrastgårdar", -350, -500),
        ],
    )
}

#[tokio::test]
async fn budget_areas_that_are_renamed_split_and_merged_are_proposed_and_kept() {
    for store in TestStore::all().await.unwrap() {
        let desk = Desk::of(&store, None).await;
        stored(&desk, &areas_2030()).await;
        let number = desk.open(&areas_2031()).await;
        let view = desk.view(number).await;
        let rows: Vec<_> = view.lineage.iter().filter(|row| row.kind == Lasting::BudgetArea).collect();
        let mut found: Vec<_> =
            rows.iter().map(|row| (row.was.as_str(), row.is.as_str(), row.relation)).collect();
        found.sort_by_key(|it| (it.0, it.1));
        let expected = [
            ("Fontäner", "Fontäner och planteringar", Relation::Merged),
            ("Lekplatser", "Gungor och gropar", Relation::Split),
            ("Lekplatser", "Klätterställningar", Relation::Split),
            ("Parkskötsel", "Parkskötsel och träd", Relation::Continues),
            ("Planteringar", "Fontäner och planteringar", Relation::Merged),
            ("Vattenlek", "Svalka", Relation::Continues),
        ];
        assert_eq!(found, expected);
        let reason = |is: &str| {
            let row = rows.iter().find(|row| row.is == is).unwrap();
            let reasons = row.likeness.reasons();
            reasons.iter().map(|it| it.in_lang(uppsikt_messages::Lang::Sv)).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(reason("Svalka"), "samma belopp för 2030");
        assert_eq!(reason("Gungor och gropar"), "beloppen för 2030 blir tillsammans detsamma");
        assert!(reason("Parkskötsel och träd").ends_with("procent lika ord, samma belopp för 2030"));

        let svalka = rows.iter().find(|row| row.is == "Svalka").unwrap().print.clone();
        desk.decide(number, Which::These(vec![svalka]), Some(Verdict::Rejected)).await.unwrap();
        desk.accept_all(number).await;
        desk.finish(number).await.unwrap();

        let city = desk.city().await;
        let ids = |name: &str| {
            let of: Vec<_> = city.data.budget_areas.iter().filter(|area| area.name == name).collect();
            assert_eq!(of.len(), 1, "{name}: {of:?}");
            of[0].budget_area
        };
        assert_eq!(ids("Parkskötsel"), ids("Parkskötsel och träd"), "the identity lasts under the new name");
        assert_ne!(ids("Vattenlek"), ids("Svalka"), "what was said to be new is new");
        let nämnd = city.data.budget_areas.iter().find(|area| area.name == "Nämnd").unwrap();
        assert_eq!((nämnd.from_year, nämnd.to_year), (2030, 2031));
        let edges: Vec<_> =
            city.data.lineage.iter().filter(|edge| edge.kind == Lasting::BudgetArea).collect();
        assert_eq!(edges.len(), 5);
        assert!(edges.iter().all(|edge| edge.year == 2031 && edge.said_by == "Kontroll"));
        let merged = edges.iter().filter(|edge| edge.to == Some(ids("Fontäner och planteringar")));
        assert_eq!(merged.map(|edge| edge.from).collect::<Vec<_>>().len(), 2);

        let events = desk.app.store().events(desk.municipality.id, 0, 100).await.unwrap();
        let finished = events.iter().rfind(|event| event.act == "document.review.finished").unwrap();
        let payload: serde_json::Value = serde_json::from_str(&finished.payload).unwrap();
        let added = &payload["budget_areas_added"];
        assert_eq!(added.as_array().unwrap().len(), 6, "all but \"Nämnd\": {added}");

        let again = desk.view(desk.open(&areas_2031()).await).await;
        assert!(again.lineage.is_empty(), "what was rejected is not asked again: {:?}", again.lineage);
        store.remove().await.unwrap();
    }
}

#[tokio::test]
async fn an_area_whose_amounts_were_rejected_is_not_registered() {
    let store = TestStore::sqlite().await.unwrap();
    let desk = Desk::of(&store, None).await;
    stored(&desk, &areas_2030()).await;
    let number = desk.open(&areas_2031()).await;
    let view = desk.view(number).await;
    let dogs = desk::rows(&view).into_iter().filter(|row| row.name == "Hundrastgårdar");
    let dogs: Vec<String> = dogs.map(|row| row.print.clone()).collect();
    assert_eq!(dogs.len(), 2);
    desk.decide(number, Which::These(dogs), Some(Verdict::Rejected)).await.unwrap();
    desk.accept_all(number).await;
    desk.finish(number).await.unwrap();
    let names: Vec<String> =
        desk.city().await.data.budget_areas.iter().map(|area| area.name.clone()).collect();
    assert!(
        !names.contains(&"Hundrastgårdar".to_owned()) && names.contains(&"Svalka".to_owned()),
        "{names:?}"
    );
    store.remove().await.unwrap();
}

#[tokio::test]
async fn the_past_read_in_last_is_held_against_what_came_after() {
    for store in TestStore::all().await.unwrap() {
        let desk = Desk::of(&store, None).await;
        stored(&desk, &budget(2025)).await;
        let number = desk.open(&budget(2024)).await;
        let view = desk.view(number).await;
        let mut found = goals(&view);
        found.sort_by_key(|it| it.0);
        let expected = [
            (SCHOOL.0, SCHOOL.1, Relation::Continues),
            (STUDIES, SUPPORT, Relation::Merged),
            (LEAVE, SUPPORT, Relation::Merged),
        ];
        assert_eq!(found, expected, "as when the years are read in in order");
        let prints: std::collections::BTreeSet<&str> =
            view.lineage.iter().map(|row| row.print.as_str()).collect();
        assert_eq!(prints.len(), view.lineage.len());
        desk.accept_all(number).await;
        desk.finish(number).await.unwrap();

        let city = desk.city().await;
        let school: Vec<_> =
            city.data.goals.iter().filter(|goal| goal.name == SCHOOL.0 || goal.name == SCHOOL.1).collect();
        assert_eq!((school.len(), school[0].goal), (2, school[1].goal), "one identity, two wordings");
        let support = city.data.goals.iter().find(|goal| goal.name == SUPPORT).unwrap();
        assert_eq!(city.with_forebears(support.goal).len(), 3);
        let edges = city.data.lineage.iter().filter(|edge| edge.kind == Lasting::Goal);
        assert!(edges.map(|edge| edge.year).eq([2025; 3]));
        store.remove().await.unwrap();
    }
}

#[tokio::test]
async fn a_body_whose_documents_are_all_later_came_after() {
    let store = TestStore::sqlite().await.unwrap();
    let desk = Desk::of(&store, None).await;
    let plan = |body: &str, year: i32| uppsikt_app::archive::InputFile {
        name: format!("plan-{year}.md"),
        bytes: format!("# Nämndsbudget {year}\n\n{body}\n\n## Sammanfattning\n\nNämnden sköter hamnen.\n")
            .into_bytes(),
    };
    stored(&desk, &plan("Hamn- och fyrnämnden", 2031)).await;
    let number = desk.open(&plan("Hamnnämnden", 2030)).await;
    let view = desk.view(number).await;
    let body = view.lineage.iter().find(|row| row.kind == Lasting::Body).unwrap();
    assert_eq!((body.was.as_str(), body.is.as_str()), ("Hamnnämnden", "Hamn- och fyrnämnden"));
    desk.accept_all(number).await;
    desk.finish(number).await.unwrap();
    let city = desk.city().await;
    let edge = city.data.lineage.iter().find(|edge| edge.kind == Lasting::Body).unwrap();
    assert_eq!((edge.year, edge.to.is_some_and(|to| to != edge.from)), (2031, true));
    store.remove().await.unwrap();
}
