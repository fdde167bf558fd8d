//! Tables that count goals, assignments or measures: whole things, so that no figure is rounded.

use uppsikt_domain::table::{RowRole, Table};
use uppsikt_text::case::Lower;

/// What is counted whole.
const THINGS: [&str; 6] = ["mål", "nämndsmål", "nämndmål", "uppdrag", "indikatorer", "aktiviteter"];
/// Beginnings of what becomes of goals and assignments.
const STATES: [&str; 12] = [
    "uppfyll",
    "uppnå",
    "delvis",
    "ej ",
    "inte ",
    "på väg",
    "pågå",
    "avslut",
    "påbörja",
    "genomför",
    "slutför",
    "klar",
];

/// Whether a table has a number of whole things for each state that they can be in.
pub fn is_of_whole_things(table: &Table) -> bool {
    if table.unit.is_money() {
        return false;
    }
    let headings = table.columns.iter().map(|column| column.heading.text.as_str());
    let items = table.rows.iter().filter(|row| row.role == RowRole::Item);
    let labels = items.map(|row| row.label.text.as_str());
    let states = |texts: &mut dyn Iterator<Item = &str>| texts.filter(|text| is_state(text)).count() > 1;
    let caption = table.caption.as_ref().map(|caption| caption.text.as_str());
    let sections = table.rows.iter().filter(|row| row.role == RowRole::Section);
    let sections = sections.map(|row| row.label.text.as_str());
    let said =
        caption.into_iter().chain(headings.clone()).chain([table.label_heading.as_str()]).chain(sections);
    states(&mut headings.clone()) || states(&mut labels.into_iter()) || said.into_iter().any(counts_things)
}

fn is_state(text: &str) -> bool {
    let text = text.lower();
    STATES.iter().any(|state| text.starts_with(state))
}

/// "Antal mål", "Måluppfyllelse per område, antal mål".
fn counts_things(text: &str) -> bool {
    let text = text.lower();
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words().zip(words().skip(1)).any(|(one, next)| one == "antal" && THINGS.contains(&next))
}
