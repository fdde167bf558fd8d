//! The house style grows, told on every database: words that were left over get a meaning, a
//! waiting review and a stored document are read again, and nothing that was decided is lost.
#![allow(clippy::unwrap_used)]

mod desk;

use desk::{Desk, example_file, refusal, rows};
use uppsikt_app::act::ActError;
use uppsikt_app::archive::InputFile;
use uppsikt_app::city::City;
use uppsikt_app::document::import::Import;
use uppsikt_app::events::verify;
use uppsikt_app::example;
use uppsikt_app::review::Verdict;
use uppsikt_app::review::again::again;
use uppsikt_app::review::decide::Which;
use uppsikt_app::review::finish::Finished;
use uppsikt_app::review::reread::{Reread, reread};
use uppsikt_app::review::view::ReviewView;
use uppsikt_app::rights::{Actor, Role};
use uppsikt_app::style::add::{Saying, add};
use uppsikt_app::style::file::style_file;
use uppsikt_app::style::leftovers::{ReadAs, leftovers};
use uppsikt_app::style::remove::remove;
use uppsikt_app::{structure_of, style_of};
use uppsikt_domain::assessment::Status;
use uppsikt_domain::section::SectionKind;
use uppsikt_domain::style_addition::Leftover;
use uppsikt_messages::Lang;
use uppsikt_testkit::databases::TestStore;

const HEADING: &str = "Sammanfattningen 2026";
const LABEL: &str = "Hyra av mark och hus";

/// The report in other words: a heading, an assessment, and a line of the statement.
fn report() -> InputFile {
    let text =
        String::from_utf8(example_file("kultur-och-fritidsnamnden-delarsrapport-2026.md").bytes).unwrap();
    let text = text.replace("Sammanfattning\n", &format!("{HEADING}\n"));
    let text = text.replacen("2026:** delvis på väg", "2026:** trögt men stadigt", 1);
    let text = text.replace("| Lokal- och markhyror |", &format!("| {LABEL} |"));
    InputFile { name: "rapport.md".into(), bytes: text.into_bytes() }
}

const LINE: Saying<'_> =
    Saying { of: Leftover::Line, words: LABEL, means: "premises", found_in: "rapport.md" };
const STATUS: Saying<'_> = Saying {
    of: Leftover::Status,
    words: "trögt men stadigt",
    means: "partly_on_track",
    found_in: "rapport.md",
};
const TITLE: Saying<'_> = Saying {
    of: Leftover::Heading,
    words: "Sammanfattningen {year}",
    means: "summary",
    found_in: "rapport.md",
};

async fn say(desk: &mut Desk, saying: &Saying<'_>) {
    say_as(desk, &desk.editor, saying).await.unwrap();
    desk.municipality = city(desk).await.data.municipality.clone();
    desk.style = style_of(&desk.municipality).unwrap();
    desk.structure = structure_of(&desk.municipality).unwrap();
}

async fn say_as(desk: &Desk, actor: &Actor, saying: &Saying<'_>) -> Result<(), ActError> {
    add(desk.app.store(), desk.app.outside(), actor, desk.municipality.id, saying).await
}

async fn city(desk: &Desk) -> std::sync::Arc<City> {
    desk.app.city("almkoping").await.unwrap().unwrap()
}

/// What is asked, of the words that the report was given; and which documents gain by reading again.
async fn left(desk: &Desk) -> (Vec<Leftover>, Vec<String>) {
    let (city, store) = (city(desk).await, desk.app.store());
    let waiting = store.open_reviews(desk.municipality.id).await.unwrap();
    let found = leftovers(&city, &waiting).unwrap();
    let mine = [HEADING, LABEL, STATUS.words];
    let asked = found.asked.iter().filter(|asked| mine.contains(&asked.words.as_str()));
    let again = found.again.iter().map(|read| match read {
        ReadAs::Waiting(entry, _) => format!("review {}", entry.number),
        ReadAs::Stored(stored) => stored.slug.clone(),
    });
    (asked.map(|asked| asked.of).collect(), again.collect())
}

/// The rent that is printed in the statement, as it is decided.
fn rent<'a>(view: &'a ReviewView, name: &str) -> Vec<&'a uppsikt_app::review::rows::Row> {
    rows(view).into_iter().filter(|row| row.what == "statement" && row.name == name).collect()
}

#[tokio::test]
async fn words_get_a_meaning_and_nothing_decided_is_lost() {
    for store in TestStore::all().await.unwrap() {
        let mut desk = Desk::on(&store).await;
        told(&mut desk).await;
        store.remove().await.unwrap();
    }
}

async fn told(desk: &mut Desk) {
    let number = desk.open(&report()).await;
    assert_eq!(left(desk).await, (vec![Leftover::Heading, Leftover::Status, Leftover::Line], vec![]));
    let rejected = rent(&desk.view(number).await, LABEL)[0].print.clone();
    desk.decide(number, Which::These(vec![rejected]), Some(Verdict::Rejected)).await.unwrap();
    desk.accept_all(number).await;

    say(desk, &LINE).await;
    say(desk, &STATUS).await;
    assert_eq!(left(desk).await, (vec![Leftover::Heading], vec![format!("review {number}")]));
    a_waiting_review_is_read_again(desk, number).await;
    what_is_said_outlives_the_municipalitys_file(desk).await;
    let Finished::Stored(imported) = desk.finish(number).await.unwrap() else { panic!("compared anew") };
    say(desk, &TITLE).await;
    assert_eq!(left(desk).await, (vec![], vec![imported.slug.clone()]), "a stored one gains by it");
    a_stored_document_is_reviewed_again(desk).await;
    what_is_taken_back_is_asked_again(desk).await;
    let chain = verify(desk.app.store(), desk.municipality.id).await.unwrap();
    assert_eq!(chain.broken_at, None, "{chain:?}");
}

async fn a_waiting_review_is_read_again(desk: &Desk, number: u32) {
    let before = desk.view(number).await;
    assert_eq!((before.counts.open, before.counts.rejected), (0, 1));
    assert_eq!(read_again(desk, number).await, Reread::Otherwise);
    let view = desk.view(number).await;
    let rent = rent(&view, LABEL);
    let rejected = uppsikt_app::review::view::Standing::Rejected;
    assert_eq!(rent.iter().filter(|row| row.standing == rejected).count(), 1, "what is rejected stays so");
    assert_eq!(view.counts.rejected, 1);
    let open: Vec<_> = rows(&view)
        .into_iter()
        .filter(|row| row.standing.eq(&uppsikt_app::review::view::Standing::Open))
        .collect();
    assert!(
        open.iter().all(|row| row.what.starts_with("assessment")),
        "only what reads otherwise is asked: {open:?}"
    );
    assert!(!open.is_empty() && open[0].is.as_ref().unwrap().words == Status::PartlyOnTrack.code());
    let events = desk.events().await;
    assert_eq!(events.last().unwrap(), "document.review.reread Kontroll");
    assert_eq!(read_again(desk, number).await, Reread::Same);
    assert_eq!(desk.events().await, events, "the same again leaves no event");
    desk.accept_all(number).await;
}

async fn read_again(desk: &Desk, number: u32) -> Reread {
    let (store, outside) = (desk.app.store(), desk.app.outside());
    let bytes = store.review_bytes(desk.municipality.id, number).await.unwrap().unwrap();
    let document = desk.read(&InputFile { name: bytes.file, bytes: bytes.bytes });
    let which = (desk.municipality.id, number);
    reread(store, outside, &desk.editor, which, &desk.structure, &document).await.unwrap()
}

async fn what_is_said_outlives_the_municipalitys_file(desk: &Desk) {
    let own = "name = \"Egen\"\n[headings]\nsummary = [\"Kort\"]\n";
    let file = Some(example::municipality_file());
    let municipality = desk.app.municipality_for(file, Some(own), None, "").await.unwrap();
    assert_eq!(municipality.additions.len(), 2);
    let written = style_file(&municipality, Lang::Sv).unwrap();
    assert!(
        written.contains("summary = [\"Kort\"]") && written.contains("\"trögt men stadigt\""),
        "{written}"
    );
    desk.app.municipality_for(file, None, None, "").await.unwrap();
}

async fn a_stored_document_is_reviewed_again(desk: &Desk) {
    let (store, outside) = (desk.app.store(), desk.app.outside());
    let document = desk.read(&report());
    let bytes = report().bytes;
    let (municipality, structure) = (desk.municipality.id, &desk.structure);
    let import = Import { municipality, document: &document, bytes: &bytes, structure };
    let number = again(store, outside, &desk.editor, import).await.unwrap().unwrap();
    assert_eq!(left(desk).await.1, Vec::<String>::new(), "it waits already");
    let view = desk.view(number).await;
    assert!(
        rent(&view, LABEL).iter().all(|row| row.standing == uppsikt_app::review::view::Standing::Rejected)
    );
    desk.accept_all(number).await;
    let Finished::Stored(_) = desk.finish(number).await.unwrap() else { panic!("compared anew") };
    let import = Import { municipality, document: &document, bytes: &bytes, structure };
    assert_eq!(again(store, outside, &desk.editor, import).await.unwrap(), None, "it reads as it is stored");
    let city = city(desk).await;
    let sections = city.data.documents[0].document.all_sections();
    let section = sections.iter().find(|section| section.name == HEADING).unwrap();
    assert_eq!(section.kind, SectionKind::Summary);
}

async fn what_is_taken_back_is_asked_again(desk: &Desk) {
    let events = desk.events().await;
    say_as(desk, &desk.editor, &LINE).await.unwrap();
    let reader = Actor { name: "Läsaren".into(), role: Role::Reader };
    assert_eq!(refusal(say_as(desk, &reader, &LINE).await), "act-not-allowed");
    assert_eq!(
        refusal(say_as(desk, &desk.editor, &Saying { means: "?", ..LINE }).await),
        "act-style-meaning"
    );
    assert_eq!(refusal(say_as(desk, &desk.editor, &Saying { words: " ", ..LINE }).await), "act-style-words");
    assert_eq!(desk.events().await, events, "nothing new, not allowed, not sound: no event");
    let (store, outside, of) = (desk.app.store(), desk.app.outside(), (LINE.of, LINE.words));
    let id = desk.municipality.id;
    assert_eq!(refusal(remove(store, outside, &reader, id, of).await), "act-not-allowed");
    remove(store, outside, &desk.editor, id, of).await.unwrap();
    remove(store, outside, &desk.editor, id, of).await.unwrap();
    let after = desk.events().await;
    assert_eq!((after.len(), after.last().unwrap().as_str()), (events.len() + 1, "style.removed Kontroll"));
    let municipality = city(desk).await.data.municipality.clone();
    assert_eq!(municipality.additions.len(), 2);
    let style = style_of(&municipality).unwrap();
    assert!(!style.structure.statement_line("premises").unwrap().synonyms.contains(&LABEL.to_owned()));
}
