//! What a case proposes and asks is reviewed like any other fact, in a section of its own.
#![allow(clippy::unwrap_used)]

mod desk;

use desk::{Desk, rows};
use uppsikt_app::archive::InputFile;
use uppsikt_app::document::difference::ProposalKind;
use uppsikt_app::review::Verdict;
use uppsikt_app::review::decide::Which;
use uppsikt_app::review::rows::Row;
use uppsikt_app::review::view::{CASE, ReviewView};
use uppsikt_testkit::databases::TestStore;

const CASE_TEXT: &str = "Ny plan för parker\nPRK-2031-7\n\nFörslag till beslut\nParknämnden föreslås besluta\n\n\
    1. Parknämnden skickar planen på remiss med sista svarsdatum 30 april 2031.\n\
    2. Parknämnden avsätter 4,5 miljoner kronor till bänkar.\n\n\
    Frågor till remissinstanserna\n1. Räcker bänkarna?\n2. Vad kostar de?\n\n\
    Beslutet skickas till\nSkolnämnden\nPark AB\nParkchefen\n\n\
    Ärendet\nPlanen följer PRK-2029-1.\n";

fn case(changes: &[(&str, &str)]) -> InputFile {
    let mut text = CASE_TEXT.to_owned();
    for (was, is) in changes {
        assert_eq!(text.matches(was).count(), 1, "{was}");
        text = text.replace(was, is);
    }
    InputFile { name: "remiss.txt".into(), bytes: text.into_bytes() }
}

fn asked(view: &ReviewView) -> Vec<&Row> {
    view.groups.iter().filter(|group| group.id == CASE).flat_map(|group| &group.rows).collect()
}

fn told(rows: &[&Row]) -> Vec<(ProposalKind, String, String)> {
    let value = |row: &Row| row.is.as_ref().or(row.was.as_ref()).unwrap().words.clone();
    rows.iter().map(|row| (row.kind, row.what.clone(), value(row))).collect()
}

#[tokio::test]
async fn the_parts_of_a_case_are_facts_and_a_newer_version_tells_which_differ() {
    let mut ends = Vec::new();
    for store in TestStore::all().await.unwrap() {
        let desk = Desk::on(&store).await;
        let number = desk.open(&case(&[])).await;
        let view = desk.view(number).await;
        assert_eq!(view.groups[0].id, CASE, "the case comes first");
        let found: Vec<_> = told(&asked(&view)).into_iter().map(|(_, what, is)| (what, is)).collect();
        let expected = [
            ("proposed_decision", "Parknämnden skickar planen på remiss med sista svarsdatum 30 april 2031."),
            ("proposed_decision", "Parknämnden avsätter 4,5 miljoner kronor till bänkar."),
            ("reply_by", "2031-04-30"),
            ("consultee", "Skolnämnden"),
            ("consultee", "Park AB"),
            ("question", "Räcker bänkarna?"),
            ("question", "Vad kostar de?"),
            ("recipient", "Skolnämnden"),
            ("recipient", "Park AB"),
            ("recipient", "Parkchefen"),
            ("related_case", "PRK-2029-1"),
        ];
        let expected: Vec<_> =
            expected.iter().map(|(what, is)| ((*what).to_owned(), (*is).to_owned())).collect();
        assert_eq!(found, expected);
        let lines = |row: &Row| row.lines.iter().map(|line| line.marked.clone()).collect::<Vec<_>>();
        assert_eq!(lines(asked(&view)[2]), ["30 april 2031"]);
        desk.accept_all(number).await;
        desk.finish(number).await.unwrap();

        let newer =
            case(&[("4,5 miljoner", "5,5 miljoner"), ("Park AB\n", "Lekrådet\n"), ("Räcker", "Håller")]);
        let number = desk.open(&newer).await;
        let view = desk.view(number).await;
        let found = told(&rows(&view));
        let has = |kind, what: &str, is: &str| found.contains(&(kind, what.to_owned(), is.to_owned()));
        use ProposalKind::{Different, Gone, New};
        assert!(has(Different, "proposed_decision", "Parknämnden avsätter 5,5 miljoner kronor till bänkar."));
        assert!(has(New, "recipient", "Lekrådet") && has(Gone, "recipient", "Park AB"), "{found:?}");
        assert!(has(New, "question", "Håller bänkarna?") && has(Gone, "question", "Räcker bänkarna?"));
        assert_eq!(asked(&view).len(), found.len(), "the figure is decided with its decision: {found:?}");

        let decision =
            asked(&view).into_iter().find(|row| row.what == "proposed_decision").unwrap().print.clone();
        desk.decide(number, Which::These(vec![decision]), Some(Verdict::Rejected)).await.unwrap();
        desk.accept_all(number).await;
        desk.finish(number).await.unwrap();
        let city = desk.city().await;
        let stored = city.data.documents.iter().find(|it| it.document.case.is_some()).unwrap();
        let decisions = stored.facts.iter().filter(|fact| fact.key.what == "proposed_decision");
        let decisions: Vec<String> = decisions.map(|fact| fact.value.clone()).collect();
        assert!(decisions.contains(&"Parknämnden avsätter 4,5 miljoner kronor till bänkar.".to_owned()));
        let kept = stored.facts.iter().find(|fact| fact.key.what == "reply_by").unwrap();
        assert_eq!((kept.value.as_str(), kept.claims.len()), ("2031-04-30", 1));
        let again = desk.view(desk.open(&newer).await).await;
        assert_eq!((rows(&again).len(), again.before.len()), (0, 1), "what was rejected is not asked again");
        ends.push((decisions, stored.facts.len()));
        store.remove().await.unwrap();
    }
    assert!(ends.windows(2).all(|pair| pair[0] == pair[1]));
}
