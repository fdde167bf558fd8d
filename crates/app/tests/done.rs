//! Assignments that are done, told on every database: by their status, by a sentence, by a row of a
//! table, in a heading.
#![allow(clippy::unwrap_used)]

mod desk;

use desk::Desk;
use uppsikt_app::archive::InputFile;
use uppsikt_app::ask::assignments::{AssignmentState, assignments};
use uppsikt_app::review::finish::Finished;
use uppsikt_testkit::databases::TestStore;

const REPORT: &str = "\
# Delårsrapport augusti 2031

Hamnnämnden

## Uppdrag från kommunfullmäktige

### Hamnnämnden ges i uppdrag att rita en ny kaj för skutor

Status: Genomfört. Uppdraget återrapporterades till kommunfullmäktige den 27 maj 2031 (KF § 88).

### Hamnnämnden ges i uppdrag att tillsammans med parknämnden så en äng vid fyren

Status: Pågår. Återrapporteras i årsanalysen 2031.

### Hamnnämnden ges i uppdrag att måla om fyrens trappa (avslutat)

Trappan är grå.
";

const TABLE: &str = "\
# Delårsrapport augusti 2031

Parknämnden

## Uppföljning av uppdrag

| Uppdrag | Status | Kommentar |
|---|---|---|
| Parknämnden ska ta fram en plan för nya bänkar till 2035 | Pågår enligt plan | Redovisas i december 2031 |
| Parknämnden ska tillsammans med hamnnämnden öppna två nya stigar | Försenat | Mark saknas i norr |
| Minska antalet klippta gräsmattor | Avslutat | |
";

async fn store(desk: &Desk, name: &str, text: &str) {
    let file = InputFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    let number = desk.open(&file).await;
    desk.accept_all(number).await;
    assert!(matches!(desk.finish(number).await.unwrap(), Finished::Stored(_)));
}

#[tokio::test]
async fn what_is_done_is_not_open_on_any_database() {
    for database in TestStore::all().await.unwrap() {
        let desk = Desk::of(&database, None).await;
        store(&desk, "hamn.md", REPORT).await;
        store(&desk, "park.md", TABLE).await;
        let city = desk.city().await;
        let view = assignments(&city, 2031, None).unwrap();
        assert_eq!((view.total, view.open), (6, 3));
        let state = |begins: &str| {
            let row = view.rows.iter().find(|row| row.assignment.text.contains(begins)).unwrap();
            match row.state {
                AssignmentState::Done(on, _) => on.map_or("done".to_owned(), |day| day.to_string()),
                _ => row.due.map_or("-".to_owned(), |day| format!("by {day}")),
            }
        };
        let told = ["ny kaj", "en äng", "fyrens trappa", "nya bänkar", "nya stigar", "klippta"].map(state);
        assert_eq!(told, ["2031-05-27", "by 2032-04-15", "done", "by 2031-12-31", "-", "done"]);
        assert!(view.rows.iter().any(|row| row.assignment.text.ends_with("trappa")));
        database.remove().await.unwrap();
    }
}
