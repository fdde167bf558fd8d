//! Importing as a review, told on every database: the budget of 2025 comes in, then 2026, then
//! a copy with three other figures, of which one is rejected and never asked again.
#![allow(clippy::unwrap_used)]

mod desk;

use desk::{Desk, budget, refusal, rows};
use uppsikt_app::archive::InputFile;
use uppsikt_app::document::import::Outcome;
use uppsikt_app::events::{Chain, verify};
use uppsikt_app::review::decide::Which;
use uppsikt_app::review::discard::discard;
use uppsikt_app::review::finish::Finished;
use uppsikt_app::review::view::{ReviewView, Standing};
use uppsikt_app::review::{ReviewState, Verdict};
use uppsikt_app::rights::{Actor, Role};
use uppsikt_domain::registry::StoredDocument;
use uppsikt_testkit::databases::TestStore;

/// The budget of 2026 with other figures.
fn copy(changes: &[(&str, &str)]) -> InputFile {
    let mut text = String::from_utf8(budget(2026).bytes).unwrap();
    for (was, is) in changes {
        assert_eq!(text.matches(was).count(), 1, "{was}");
        text = text.replace(was, is);
    }
    InputFile { name: "kopia.md".into(), bytes: text.into_bytes() }
}

/// A figure of the income statement, one of a table of no known kind, one in running text.
const THREE: [(&str, &str); 3] = [
    ("| Lokal- och markhyror | -64 900 | -66 800 |", "| Lokal- och markhyror | -64 900 | -66 900 |"),
    ("| Ram 2025, efter beslut under året | 178 600 |", "| Ram 2025, efter beslut under året | 178 700 |"),
    ("Föreningsbidragen är 14,6 miljoner kronor", "Föreningsbidragen är 14,9 miljoner kronor"),
];

fn changes(view: &ReviewView) -> Vec<(String, String)> {
    let words = |value: &Option<uppsikt_app::review::rows::Value>| {
        value.as_ref().map(|value| value.words.clone()).unwrap_or_default()
    };
    rows(view).into_iter().map(|row| (words(&row.was), words(&row.is))).collect()
}

#[tokio::test]
async fn the_story_of_three_figures_ends_the_same_on_every_database() {
    let mut ends = Vec::new();
    for store in TestStore::all().await.unwrap() {
        ends.push(tell(&Desk::on(&store).await).await);
        store.remove().await.unwrap();
    }
    assert!(ends.windows(2).all(|pair| pair[0] == pair[1]));
}

async fn tell(desk: &Desk) -> StoredDocument {
    for year in [2025, 2026] {
        a_new_document_is_accepted_whole(desk, &budget(year)).await;
    }
    let rejected = three_figures_differ_and_one_is_rejected(desk).await;
    it_is_not_asked_again_but_can_be(desk, &rejected).await;
    the_command_line_respects_it(desk).await;
    what_was_rejected_can_be_accepted_after_all(desk, &rejected).await;
    let chain = verify(desk.app.store(), desk.municipality.id).await.unwrap();
    assert_eq!(chain.broken_at, None, "{chain:?}");
    desk.document().await
}

async fn a_new_document_is_accepted_whole(desk: &Desk, file: &InputFile) {
    let number = desk.open(file).await;
    let view = desk.view(number).await;
    assert_eq!((view.latest, view.same, view.counts.accepted), (0, 0, 0));
    assert!(view.counts.open > 100 && view.groups.len() > 5, "{:?}", view.counts);
    assert!(rows(&view).iter().all(|row| !row.lines.is_empty() && row.was.is_none()));
    assert_eq!(refusal(desk.finish(number).await), "act-review-undecided");
    let group = view.groups[0].id.clone();
    let some = desk.decide(number, Which::Group(group), Some(Verdict::Accepted)).await.unwrap();
    assert_eq!(some, view.groups[0].rows.len());
    assert_eq!(some + desk.accept_all(number).await, view.counts.open);
    assert_eq!(desk.accept_all(number).await, 0, "twice changes nothing");
    let Finished::Stored(imported) = desk.finish(number).await.unwrap() else { panic!("compared anew") };
    assert_eq!((imported.version, imported.outcome), (1, Outcome::New));
    assert_eq!(imported.diff.new.len(), view.counts.open);
    assert_eq!(refusal(desk.finish(number).await), "act-review-closed");
}

async fn three_figures_differ_and_one_is_rejected(desk: &Desk) -> String {
    let facts = desk.document().await.facts.len();
    let number = desk.open(&copy(&THREE)).await;
    let view = desk.view(number).await;
    let expected = [("14.6", "14.9"), ("178600", "178700"), ("-66800", "-66900")];
    let expected: Vec<_> = expected.iter().map(|(was, is)| (was.to_string(), is.to_string())).collect();
    assert_eq!(changes(&view), expected, "exactly those three");
    assert_eq!((view.same, view.counts.open, view.before.len()), (facts - 3, 3, 0));
    assert!(view.other_lines.is_empty(), "{:?}", view.other_lines);
    assert_eq!(rows(&view)[2].name, "Lokal- och markhyror");
    let line = &rows(&view)[2].lines[0];
    assert_eq!((line.number, line.marked.as_str()), (417, "-66 900"));

    let print = rows(&view)[2].print.clone();
    let these = |print: &String| Which::These(vec![print.clone()]);
    desk.decide(number, these(&print), Some(Verdict::Rejected)).await.unwrap();
    desk.decide(number, these(&print), None).await.unwrap();
    assert_eq!(desk.view(number).await.counts.open, 3, "a decision can be undone");
    desk.decide(number, these(&print), Some(Verdict::Rejected)).await.unwrap();
    assert_eq!(desk.accept_all(number).await, 2, "what is rejected stays so");
    let Finished::Stored(imported) = desk.finish(number).await.unwrap() else { panic!("compared anew") };
    assert_eq!((imported.version, imported.diff.different.len(), imported.diff.rejected.len()), (2, 2, 1));

    let stored = desk.document().await;
    assert_eq!((stored.version, stored.facts.len()), (2, facts));
    let held = stored.facts.iter().find(|fact| fact.key == imported.diff.rejected[0]).unwrap();
    assert_eq!(held.value, "-66800", "what held holds on");
    assert!(held.claims.is_empty() && held.contradicted_by.len() == 1, "and the version speaks against it");
    let rent = desk.rent().await;
    assert_eq!(rent, Some(-66_800), "pages of money show what holds");
    let kept = stored.facts.iter().filter(|fact| !fact.claims.is_empty()).count();
    assert_eq!(kept, facts - 1, "what is accepted keeps its claims");
    let closed = &desk.app.store().reviews(desk.municipality.id).await.unwrap()[0];
    assert_eq!((closed.state, closed.accepted, closed.rejected), (ReviewState::Finished, 2, 1));
    print
}

async fn it_is_not_asked_again_but_can_be(desk: &Desk, rejected: &str) {
    let number = desk.open(&copy(&THREE)).await;
    let view = desk.view(number).await;
    assert!(view.same_bytes && view.groups.is_empty(), "it is not asked");
    assert_eq!(view.before.iter().map(|(row, _)| row.print.as_str()).collect::<Vec<_>>(), [rejected]);
    assert_eq!(view.before[0].1.who, "Kontroll");
    let Finished::Stored(imported) = desk.finish(number).await.unwrap() else { panic!("compared anew") };
    assert_eq!((imported.version, imported.outcome), (2, Outcome::Unchanged));

    let again = desk.open(&copy(&THREE)).await;
    let this = || Which::These(vec![rejected.to_owned()]);
    desk.decide(again, this(), Some(Verdict::Asked)).await.unwrap();
    assert_eq!(desk.view(again).await.counts.open, 1, "it is asked again");
    desk.decide(again, this(), None).await.unwrap();
    assert_eq!(desk.view(again).await.before.len(), 1);
    let before = desk.document().await;
    let (store, outside) = (desk.app.store(), desk.app.outside());
    discard(store, outside, &desk.editor, desk.municipality.id, again).await.unwrap();
    assert_eq!(desk.document().await, before);
    assert_eq!(refusal(desk.decide(again, Which::All, Some(Verdict::Accepted)).await), "act-review-closed");
}

async fn the_command_line_respects_it(desk: &Desk) {
    let mut more = THREE.to_vec();
    more.push(("| Bidrag | 6 850 | 6 200 |", "| Bidrag | 6 850 | 6 300 |"));
    let file = copy(&more);
    let document = desk.read(&file);
    let imported = desk.app.store_document(&desk.municipality, &document, &file.bytes).await.unwrap();
    assert_eq!((imported.diff.different.len(), imported.diff.rejected.len()), (1, 1));
    let rent = desk.document().await.facts.into_iter().find(|fact| fact.key == imported.diff.rejected[0]);
    assert_eq!(rent.unwrap().value, "-66800");
}

async fn what_was_rejected_can_be_accepted_after_all(desk: &Desk, rejected: &str) {
    let number = desk.open(&copy(&THREE)).await;
    let this = || Which::These(vec![rejected.to_owned()]);
    desk.decide(number, this(), Some(Verdict::Asked)).await.unwrap();
    desk.decide(number, this(), Some(Verdict::Accepted)).await.unwrap();
    desk.accept_all(number).await;
    let Finished::Stored(imported) = desk.finish(number).await.unwrap() else { panic!("compared anew") };
    assert_eq!((imported.version, imported.diff.different.len()), (4, 2));
    let next = desk.view(desk.open(&copy(&THREE)).await).await;
    assert_eq!((next.before.len(), next.counts.open), (0, 0), "it is no longer rejected");
}

#[tokio::test]
async fn a_review_is_held_against_what_holds_when_it_is_finished() {
    for store in TestStore::all().await.unwrap() {
        let desk = Desk::on(&store).await;
        a_new_document_is_accepted_whole(&desk, &budget(2026)).await;
        let (first, second) = (desk.open(&copy(&THREE[..1])).await, desk.open(&copy(&THREE[..2])).await);
        desk.accept_all(first).await;
        desk.accept_all(second).await;
        desk.finish(first).await.unwrap();
        assert!(desk.view(second).await.moved);
        assert_eq!(desk.finish(second).await.unwrap(), Finished::ComparedAnew);
        let view = desk.view(second).await;
        assert!(!view.moved, "what it is compared with now has been told");
        assert_eq!(changes(&view), [("178600".to_owned(), "178700".to_owned())]);
        assert!(matches!(desk.finish(second).await.unwrap(), Finished::Stored(_)));
        assert_eq!(desk.document().await.version, 3);
        store.remove().await.unwrap();
    }
}

#[tokio::test]
async fn another_plan_in_words_is_asked_and_stays_rejected() {
    for store in TestStore::all().await.unwrap() {
        let desk = Desk::on(&store).await;
        a_new_document_is_accepted_whole(&desk, &budget(2026)).await;
        let facts = desk.document().await.facts.len();
        let other = copy(&[("Översynen görs tillsammans med", "Översynen görs utan")]);
        let number = desk.open(&other).await;
        let view = desk.view(number).await;
        let rows = rows(&view);
        assert_eq!((view.counts.open, view.same, rows[0].what.as_str()), (1, facts - 1, "text"));
        assert_eq!(rows[0].name, "Lokaler som används av fler");
        let (was, is) = (rows[0].was.as_ref().unwrap(), rows[0].is.as_ref().unwrap());
        assert!(was.words.starts_with("Översynen görs tillsammans"), "only what differs: {}", was.words);
        assert!(is.words.starts_with("Översynen görs utan"), "{}", is.words);
        let again = rows[0].lines.iter().any(|line| line.marked.contains("Väntad effekt"));
        assert!(!again, "a paragraph that says the same is not shown, figures in it or not");
        assert!(view.other_lines.is_empty(), "{:?}", view.other_lines);
        let print = rows[0].print.clone();
        desk.decide(number, Which::These(vec![print]), Some(Verdict::Rejected)).await.unwrap();
        desk.finish(number).await.unwrap();
        let view = desk.view(desk.open(&other).await).await;
        assert_eq!((view.counts.open, view.before.len()), (0, 1), "it is not asked again");
        store.remove().await.unwrap();
    }
}

#[tokio::test]
async fn what_is_not_allowed_leaves_no_event() {
    let store = TestStore::sqlite().await.unwrap();
    let desk = Desk::on(&store).await;
    let number = desk.open(&budget(2026)).await;
    let before = desk.events().await;
    let reader = Actor { name: "Läsaren".into(), role: Role::Reader };
    assert_eq!(refusal(desk.open_as(&reader, &budget(2025)).await), "act-not-allowed");
    assert_eq!(refusal(desk.finish(number).await), "act-review-undecided");
    assert_eq!(refusal(desk.finish(99).await), "act-review-missing");
    let nothing = Which::These(vec!["0123".into()]);
    assert_eq!(
        refusal(desk.decide(number, nothing, Some(Verdict::Accepted)).await),
        "act-review-proposal-missing"
    );
    assert_eq!(desk.events().await, before);
    assert_eq!(before.last().unwrap(), "document.review.opened Kontroll");
    let chain = verify(desk.app.store(), desk.municipality.id).await.unwrap();
    assert_eq!(chain, Chain { sound: 2, broken_at: None });
    assert!(rows(&desk.view(number).await).iter().all(|row| row.standing == Standing::Open));
    store.remove().await.unwrap();
}

#[tokio::test]
async fn a_goal_that_is_rejected_is_not_registered() {
    let store = TestStore::sqlite().await.unwrap();
    let desk = Desk::on(&store).await;
    let text = String::from_utf8(budget(2026).bytes).unwrap();
    let text = text.replace("Fler barn och unga har en meningsfull fritid", "Alla badar i sjön");
    let number = desk.open(&InputFile { name: "bad.md".into(), bytes: text.into_bytes() }).await;
    let view = desk.view(number).await;
    let goal = rows(&view).into_iter().find(|row| row.what == "goal" && row.name == "Alla badar i sjön");
    let print = goal.unwrap().print.clone();
    desk.decide(number, Which::These(vec![print]), Some(Verdict::Rejected)).await.unwrap();
    desk.accept_all(number).await;
    let weak: Vec<String> = desk.view(number).await.lineage.into_iter().map(|row| row.print).collect();
    desk.decide(number, Which::These(weak), Some(Verdict::Rejected)).await.unwrap();
    desk.finish(number).await.unwrap();
    let city = desk.app.city("almkoping").await.unwrap().unwrap();
    assert!(city.data.goals.iter().all(|goal| goal.name != "Alla badar i sjön"));
    store.remove().await.unwrap();
}

#[tokio::test]
async fn a_changed_sentence_with_a_figure_is_one_difference_and_what_holds_is_shown() {
    for store in TestStore::all().await.unwrap() {
        let desk = Desk::on(&store).await;
        a_new_document_is_accepted_whole(&desk, &budget(2026)).await;
        let facts = desk.document().await.facts;
        let other = copy(&[(SENTENCE.0, SENTENCE.1)]);
        let number = desk.open(&other).await;
        let view = desk.view(number).await;
        let rows = rows(&view);
        assert_eq!(view.counts.open, 1, "its figure is neither gone nor new: {rows:?}");
        let (was, is) = (rows[0].was.as_ref().unwrap(), rows[0].is.as_ref().unwrap());
        assert!(was.words.contains(SENTENCE.0) && is.words.contains(SENTENCE.1), "{was:?} {is:?}");
        assert!(view.other_lines.is_empty(), "{:?}", view.other_lines);
        let print = rows[0].print.clone();
        desk.decide(number, Which::These(vec![print]), Some(Verdict::Rejected)).await.unwrap();
        let Finished::Stored(imported) = desk.finish(number).await.unwrap() else { panic!("compared anew") };
        assert_eq!(
            (imported.diff.rejected.len(), imported.diff.new.len(), imported.diff.gone.len()),
            (1, 0, 0)
        );
        let stored = desk.document().await;
        let values = |facts: &[uppsikt_domain::fact::Fact]| {
            facts.iter().map(|fact| (fact.key.clone(), fact.value.clone())).collect::<Vec<_>>()
        };
        assert_eq!(values(&stored.facts), values(&facts), "what held holds, the figure too");
        let held = &stored.held_texts[0];
        assert_eq!((stored.held_texts.len(), held.version), (1, 1));
        assert!(held.paragraphs.iter().any(|text| text.contains(SENTENCE.0)), "{held:?}");
        let document = desk.read(&other);
        let imported = desk.app.store_document(&desk.municipality, &document, &other.bytes).await.unwrap();
        assert_eq!(imported.outcome, Outcome::Unchanged);
        store.remove().await.unwrap();
    }
}

/// A sentence with a figure, and in other words with another.
const SENTENCE: (&str, &str) =
    ("lokalerna kan användas 81 timmar mer i veckan", "lokalerna är öppna 84 timmar längre i veckan");
