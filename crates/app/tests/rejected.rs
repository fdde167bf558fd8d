//! What a reviewer rejects does not hold: pages show the accepted words and figures.
#![allow(clippy::unwrap_used)]

mod desk;

use desk::Desk;
use desk::harbour::{OTHERWISE, harbour};
use uppsikt_app::ask::assignments::assignments;
use uppsikt_app::ask::committee::{CommitteeView, committee};
use uppsikt_app::ask::document::{Piece, document};
use uppsikt_app::ask::goal::goal;
use uppsikt_app::city::City;
use uppsikt_app::document::difference::ProposalKind;
use uppsikt_app::review::Verdict;
use uppsikt_app::review::decide::Which;
use uppsikt_app::review::view::ReviewView;
use uppsikt_domain::block::Content;
use uppsikt_testkit::databases::TestStore;

const SLUG: &str = "namndsbudget-hamnnamnden-2026";

/// What pages tell of the committee's year, in words.
fn told(city: &City) -> Vec<String> {
    let view = committee(city, "hamnnamnden", 2026).unwrap();
    let goal_slug = view.goals[0].goal.slug.clone();
    let goal = goal(city, &goal_slug, 2026).unwrap();
    let all = assignments(city, 2026, None).unwrap();
    let mut told = of_committee(&view);
    told.extend(goal.contributions.iter().flat_map(|it| {
        let initiatives = it.initiatives.iter().map(|it| format!("goal: {}", it.text));
        initiatives.chain(it.indicators.iter().map(|it| format!("goal: {}", it.indicator.text)))
    }));
    told.extend(
        all.rows.iter().map(|row| format!("order: {} {:?} {:?}", row.assignment.text, row.partners, row.due)),
    );
    told
}

fn of_committee(view: &CommitteeView<'_>) -> Vec<String> {
    let mut told = vec![format!("frame {}", view.money.of.frame().unwrap().tkr)];
    for goal in &view.goals {
        told.extend(goal.initiatives.iter().map(|it| it.planned.text.to_owned()));
        told.extend(goal.indicators.iter().map(|it| format!("{:?}", it.indicator.target)));
        told.extend(in_words(&goal.plan));
    }
    for priority in &view.priorities {
        told.push(format!("{} {:?}", priority.heading, priority.expected_effect));
        told.extend(in_words(&priority.text));
    }
    told.extend(view.assignments.iter().map(|it| it.assignment.text.clone()));
    let statement = view.money.statement.iter().map(|it| &it.view);
    for table in statement.chain(&view.money.investments) {
        let rows = table.rows.iter().map(|row| {
            let cells = row.cells.iter().map(|cell| cell.text.clone().unwrap_or_default());
            format!("{}: {}", row.label, cells.collect::<Vec<_>>().join(" "))
        });
        told.extend(rows);
    }
    told
}

fn in_words(pieces: &[Piece<'_>]) -> Vec<String> {
    let words = |piece: &Piece<'_>| match piece {
        Piece::Heading(heading) => vec![heading.text.to_owned()],
        Piece::Paragraph { text, .. } => vec![(*text).to_owned()],
        Piece::Held(held) => held.text.paragraphs.clone(),
        Piece::Agenda { links, .. } => links.iter().map(|it| it.number.to_string()).collect(),
        _ => Vec::new(),
    };
    pieces.iter().flat_map(words).collect()
}

async fn stored(store: &TestStore) -> Desk {
    let desk = Desk::of(store, None).await;
    let first = desk.open(&harbour("budget.md", &[])).await;
    desk.accept_all(first).await;
    desk.finish(first).await.unwrap();
    desk
}

#[tokio::test]
async fn pages_tell_what_holds_whatever_was_rejected() {
    for store in TestStore::all().await.unwrap() {
        let desk = stored(&store).await;
        let before = told(&*desk.city().await);
        assert!(before.iter().any(|it| it == "Kommunbidrag: 6\u{a0}000 6\u{a0}200 +200"), "{before:#?}");
        let number = desk.open(&harbour("ny.md", &OTHERWISE)).await;
        a_moved_target_is_one_change(&desk.view(number).await);
        desk.decide(number, Which::All, Some(Verdict::Rejected)).await.unwrap();
        desk.finish(number).await.unwrap();
        let city = desk.city().await;
        assert_eq!(city.document(SLUG).unwrap().version, 2);
        assert_eq!(told(&city), before);
        the_document_is_shown_as_printed_and_says_what_holds(&city);
        store.remove().await.unwrap();
    }
}

fn a_moved_target_is_one_change(view: &ReviewView) {
    let indicators: Vec<_> = desk::rows(view).into_iter().filter(|row| row.what == "indicator").collect();
    assert_eq!(indicators.len(), 1, "{indicators:?}");
    assert_eq!(indicators[0].kind, ProposalKind::Different);
    let (was, is) = (indicators[0].was.as_ref().unwrap(), indicators[0].is.as_ref().unwrap());
    assert!(was.words.contains("44 till 37") && is.words.contains("44 till 41"), "{was:?} {is:?}");
}

#[tokio::test]
async fn how_an_order_is_reported_back_a_plan_and_the_summary_can_be_rejected() {
    for store in TestStore::all().await.unwrap() {
        let desk = stored(&store).await;
        let before = told(&*desk.city().await);
        let kinds = async |changes: &[(&str, &str)]| {
            let number = desk.open(&harbour("ny.md", changes)).await;
            let view = desk.view(number).await;
            desk::rows(&view).into_iter().map(|row| (row.what.clone(), row.kind)).collect::<Vec<_>>()
        };
        let one = |what: &str| vec![(what.to_owned(), ProposalKind::Different)];
        assert_eq!(kinds(&[("rustar upp kajerna", "bygger ut kajerna")]).await, one("text"));
        assert_eq!(
            kinds(&[("2022–2029", "2026–2033")]).await,
            one("text"),
            "the plan is part of the sentence"
        );
        let other = [("Nämnden planerar en utredning", "Nämnden utreder enligt Bryggprogrammet 2024–2030")];
        let new = kinds(&other).await;
        assert_eq!(new, [("reference".to_owned(), ProposalKind::New)], "outside of what is a fact itself");
        let back = [("i delårsrapporten 2026", "i årsanalysen 2026")];
        assert_eq!(kinds(&back).await, one("report_back"));
        let number = desk.open(&harbour("ny.md", &back)).await;
        desk.decide(number, Which::All, Some(Verdict::Rejected)).await.unwrap();
        desk.finish(number).await.unwrap();
        assert_eq!(told(&*desk.city().await), before, "it is due when it was");
        store.remove().await.unwrap();
    }
}

fn the_document_is_shown_as_printed_and_says_what_holds(city: &City) {
    let view = document(city, SLUG).unwrap();
    let pieces: Vec<&Piece<'_>> = view.chapters.iter().flat_map(|it| &it.pieces).collect();
    let after = |fits: &dyn Fn(&Piece<'_>) -> bool| {
        let at = pieces.iter().position(|piece| fits(piece)).unwrap();
        match pieces[at + 1] {
            Piece::Refused(instead) => instead.iter().map(|it| (it.words.as_str(), it.version)).collect(),
            other => panic!("{other:?}"),
        }
    };
    let headed = |words: &'static str| move |piece: &Piece<'_>| matches!(piece, Piece::Heading(it) if it.text.contains(words));
    assert_eq!(after(&headed("Dyrare tömningsstationer")), [("Fler tömningsstationer", 1)]);
    assert_eq!(after(&headed("Längre öppettider")), [("Kortare kötider", 1)]);
    let links = after(&|piece| matches!(piece, Piece::Agenda { .. }));
    assert_eq!(links, [("14 Hav och marina resurser", 1)]);
    let told: Vec<(&str, u32)> =
        after(&|piece| matches!(piece, Piece::Table(it) if it.rows.iter().any(|row| row.label == "Bojar")));
    assert_eq!(told, [("Bojar, Budget 2026: 600", 1)]);
}

#[tokio::test]
async fn what_is_accepted_is_shown_and_what_was_rejected_beside_it_is_not() {
    let store = &TestStore::all().await.unwrap().remove(0);
    let desk = stored(store).await;
    let number = desk.open(&harbour("ny.md", &OTHERWISE)).await;
    let view = desk.view(number).await;
    let orders = desk::rows(&view).into_iter().filter(|row| row.what == "assignment");
    let prints: Vec<String> = orders.map(|row| row.print.clone()).collect();
    assert_eq!(prints.len(), 2, "one is new and one is gone");
    desk.decide(number, Which::These(prints), Some(Verdict::Accepted)).await.unwrap();
    desk.decide(number, Which::All, Some(Verdict::Rejected)).await.unwrap();
    desk.finish(number).await.unwrap();
    let city = desk.city().await;
    let all = assignments(&city, 2026, None).unwrap();
    assert_eq!(all.rows.len(), 1);
    assert!(all.rows[0].assignment.text.contains("kulturnämnden"));
    let told = told(&city);
    assert!(told.iter().any(|it| it == "Fler tömningsstationer"), "{told:#?}");
    assert!(!told.iter().any(|it| it.contains("Dyrare")), "{told:#?}");
}

#[tokio::test]
async fn what_is_gone_stands_where_it_stood_and_what_is_new_is_left_out() {
    let store = &TestStore::all().await.unwrap().remove(0);
    let desk = stored(store).await;
    let before = told(&*desk.city().await);
    let changes = [
        ("- 6 Rent vatten och sanitet för alla\n", ""),
        ("###### Fler tömningsstationer\n\nNämnden bygger två nya stationer vid gästbryggan.\n\n", ""),
        ("| Bojar | 300 | 600 |\n", "| Fyrar | 20 | 30 |\n"),
        (
            "##### Uppföljning av målet",
            "##### Önskad förflyttning\n\nVattnet blir klart.\n\n##### Uppföljning av målet",
        ),
        ("Uppdraget återrapporteras", "Mer följer. Uppdraget återrapporteras"),
    ];
    let number = desk.open(&harbour("ny.md", &changes)).await;
    desk.decide(number, Which::All, Some(Verdict::Rejected)).await.unwrap();
    desk.finish(number).await.unwrap();
    let city = desk.city().await;
    assert_eq!(told(&city), before);
    let holding = city.document(SLUG).unwrap().holding();
    let blocks = holding.all_sections().into_iter().flat_map(|section| &section.blocks);
    assert!(
        blocks
            .clone()
            .all(|it| !matches!(&it.content, Content::Paragraph { text } if text == "Vattnet blir klart."))
    );
}
