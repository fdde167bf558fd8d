//! What one document says against another, told on every database: two plans of a committee have
//! two amounts for the same row of the same year.
#![allow(clippy::unwrap_used)]

mod desk;

use desk::{Desk, rows};
use uppsikt_app::archive::InputFile;
use uppsikt_app::document::difference::ProposalKind;
use uppsikt_app::review::Verdict;
use uppsikt_app::review::decide::Which;
use uppsikt_app::review::finish::Finished;
use uppsikt_app::review::rows::Row;
use uppsikt_app::review::view::{ReviewView, Standing};
use uppsikt_testkit::databases::TestStore;

/// A plan whose table has the lights and the sum of last year and of its own.
fn plan(year: i32, last: [&str; 2], own: [&str; 2]) -> InputFile {
    let text = format!(
        "# Nämndsbudget {year}\n\nTekniska nämnden\n\n# Plan för ekonomin\n\nNämnden bygger vidare.\n\n\
         ## Investeringsram\n\n**Investeringsram, tkr**\n\n| Ändamål | Budget {} | Budget {year} |\n\
         | --- | ---: | ---: |\n| Cykelvägar och gångbanor | 21 400 | 21 400 |\n| Belysning | {} | {} |\n\
         | Lekplatser | 3 250 | 3 250 |\n| Broar | 7 800 | 7 800 |\n| Summa | {} | {} |\n",
        year - 1,
        last[0],
        own[0],
        last[1],
        own[1],
    );
    InputFile { name: format!("plan-{year}.md"), bytes: text.into_bytes() }
}

const FIRST: [&str; 2] = ["5 300", "37 750"];
const OTHER: [&str; 2] = ["5 800", "38 250"];
const THIRD: [&str; 2] = ["5 400", "37 850"];

fn contradicted(view: &ReviewView) -> Vec<&Row> {
    rows(view).into_iter().filter(|row| row.is_contradicted()).collect()
}

/// Values and what another document says against them.
fn sides(view: &ReviewView) -> Vec<(String, String)> {
    let marked = |row: &Row| row.against.iter().map(|it| it.lines[0].marked.clone()).collect::<Vec<_>>();
    let sides = |row: &&Row| (row.is.as_ref().unwrap().words.clone(), marked(row).join(", "));
    contradicted(view).iter().map(sides).collect()
}

fn pairs(all: [(&str, &str); 2]) -> Vec<(String, String)> {
    all.map(|(is, against)| (is.to_owned(), against.to_owned())).to_vec()
}

async fn accepted(desk: &Desk, number: u32) -> (u32, usize) {
    desk.accept_all(number).await;
    let Finished::Stored(imported) = desk.finish(number).await.unwrap() else { panic!("compared anew") };
    (imported.version, imported.diff.different.len())
}

#[tokio::test]
async fn the_story_of_two_plans_ends_the_same_on_every_database() {
    let mut ends = Vec::new();
    for store in TestStore::all().await.unwrap() {
        let desk = Desk::of(&store, None).await;
        tell(&desk).await;
        ends.push(desk.city().await.data.documents.clone());
        store.remove().await.unwrap();
    }
    assert!(ends.windows(2).all(|pair| pair[0] == pair[1]));
}

async fn tell(desk: &Desk) {
    let first = desk.open(&plan(2030, FIRST, FIRST)).await;
    assert_eq!(sides(&desk.view(first).await), [], "there is no other document");
    accepted(desk, first).await;
    a_new_document_is_contradicted_where_a_stored_one_says_otherwise(desk).await;
    what_was_seen_when_it_was_stored_is_not_asked_again(desk).await;
    a_changed_value_is_contradicted_and_stays_rejected(desk).await;
    what_is_as_before_is_shown_when_the_other_document_came_later(desk).await;
}

async fn a_new_document_is_contradicted_where_a_stored_one_says_otherwise(desk: &Desk) {
    let number = desk.open(&plan(2031, OTHER, OTHER)).await;
    let view = desk.view(number).await;
    assert_eq!(sides(&view), pairs([("5800", "5 300"), ("38250", "37 750")]));
    let row = contradicted(&view)[0];
    assert_eq!((row.name.as_str(), row.was.is_none(), row.standing), ("Belysning", true, Standing::Open));
    let against = &row.against[0];
    assert_eq!((against.slug.as_str(), against.code), ("namndsbudget-tekniska-namnden-2030", "TID-007"));
    assert_eq!((against.year, against.body.as_str()), (Some(2030), "Tekniska nämnden"));
    assert_eq!((against.lines[0].number, against.span.at.line), (16, 16));
    let group = view.groups.iter().find(|group| group.rows.contains(row)).unwrap();
    let size = group.rows.len();
    let some = desk.decide(number, Which::Group(group.id.clone()), Some(Verdict::Accepted)).await.unwrap();
    assert_eq!(some, size, "they are accepted with their section");
    accepted(desk, number).await;
}

async fn what_was_seen_when_it_was_stored_is_not_asked_again(desk: &Desk) {
    let view = desk.view(desk.open(&plan(2031, OTHER, OTHER)).await).await;
    assert_eq!((rows(&view).len(), view.same_bytes), (0, true));
}

async fn a_changed_value_is_contradicted_and_stays_rejected(desk: &Desk) {
    let third = plan(2030, FIRST, THIRD);
    let number = desk.open(&third).await;
    let view = desk.view(number).await;
    assert_eq!(sides(&view), pairs([("5400", "5 800"), ("37850", "38 250")]));
    assert_eq!(contradicted(&view)[0].was.as_ref().unwrap().words, "5300");
    let is_change = |row: &&Row| row.kind == ProposalKind::Different;
    assert!(
        contradicted(&view).iter().all(is_change),
        "what was changed is a change, whatever speaks against it"
    );
    let print = contradicted(&view)[0].print.clone();
    desk.decide(number, Which::These(vec![print.clone()]), Some(Verdict::Rejected)).await.unwrap();
    assert_eq!(accepted(desk, number).await, (2, 1));
    let view = desk.view(desk.open(&third).await).await;
    assert_eq!((view.counts.open, view.before.len(), &view.before[0].0.print), (0, 1, &print));
    assert_eq!(view.before[0].0.against.len(), 1, "what speaks against it is told");
}

async fn what_is_as_before_is_shown_when_the_other_document_came_later(desk: &Desk) {
    let number = desk.open(&plan(2031, OTHER, OTHER)).await;
    let view = desk.view(number).await;
    assert_eq!(sides(&view), pairs([("5800", "5 300"), ("38250", "37 850")]), "5 400 was rejected");
    let as_before = |row: &&Row| row.was == row.is && row.kind == ProposalKind::Contradicted;
    assert!(contradicted(&view).iter().all(as_before), "they are as they were");
    let facts = desk.city().await.document("namndsbudget-tekniska-namnden-2031").unwrap().facts.clone();
    assert_eq!(view.same + 2, facts.len());
    let print = contradicted(&view)[0].print.clone();
    desk.decide(number, Which::These(vec![print]), Some(Verdict::Rejected)).await.unwrap();
    assert_eq!(accepted(desk, number).await, (2, 0));
    let city = desk.city().await;
    let held = &city.document("namndsbudget-tekniska-namnden-2031").unwrap().facts;
    assert!(*held == facts, "what holds is what held, with its claims");
    let view = desk.view(desk.open(&plan(2031, OTHER, OTHER)).await).await;
    assert_eq!(rows(&view).len(), 0, "whichever way, it is not asked again");
}
