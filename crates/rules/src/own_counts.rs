//! Counts of a document's own assignments and goals that its tables, lists and headings have otherwise.

use crate::goal_lists::GoalLists;
use crate::how_many::number;
use crate::order_states::{self, States};
use crate::place;
use crate::prose::{locate, words};
use crate::seen::Sheet;
use uppsikt_findings::FindingPlace;
use uppsikt_messages::Message;
use uppsikt_text::number_word::spell;

/// A count that is off.
pub struct Off {
    /// Where it stands.
    pub at: FindingPlace,
    /// What has it otherwise.
    pub also_at: Vec<FindingPlace>,
    /// The count, as printed.
    pub found: String,
    /// What it should be.
    pub expected: Message,
    /// What is said of it.
    pub says: &'static str,
    /// What to do.
    pub advice: Message,
}

/// All such counts of a document.
pub fn off(sheet: &Sheet<'_>) -> Vec<Off> {
    [of_states(sheet), of_lists(sheet)].into_iter().flatten().collect()
}

/// Numbers of assignments by how far they have come, in a sentence that goes through all of them, where the table of
/// their states has others: the first that is off.
fn of_states(sheet: &Sheet<'_>) -> Vec<Off> {
    let document = sheet.document;
    let Some(states) = States::of(document) else { return Vec::new() };
    let mut found = Vec::new();
    for (passage, sentence) in sheet.said() {
        let told = order_states::counts(sentence, states.rows.len());
        let off = told.into_iter().find(|count| states.number(count.state) != count.number);
        found.extend(off.map(|count| Off {
            at: place::at(document, locate(document, passage.span, sentence)),
            also_at: states.of_state(count.state).map(|row| place::at(document, row.label.span)).collect(),
            expected: Message::new("rule-summary-count-off-states").with("count", states.number(count.state)),
            found: count.printed,
            says: "rule-summary-count-off-says-states",
            advice: Message::new("rule-summary-count-off-try-states"),
        }));
    }
    found
}

/// What a number of all own goals stands after.
const BEFORE: [&str; 10] =
    ["av", "de", "med", "har", "innehåller", "omfattar", "om", "genom", "alla", "samtliga"];

/// What the goals that a document numbers are called, by how the word begins.
const OWN_GOALS: [&str; 3] = ["verksamhetsmål", "nämndmål", "nämndsmål"];

/// "Med tio verksamhetsmål", "om fyra egna mål", where headings and a list both number as many others.
fn of_lists(sheet: &Sheet<'_>) -> Vec<Off> {
    let document = sheet.document;
    let Some(goals) = sheet.goal_lists().filter(|goals| goals.are_all()) else { return Vec::new() };
    let all = goals.headed.len();
    let mut found = Vec::new();
    for (passage, sentence) in sheet.said().iter().filter(|(_, sentence)| sentence.contains("mål")) {
        let words = words(sentence);
        let own = |at: &usize| {
            let before = at.checked_sub(1).is_some_and(|before| BEFORE.contains(&words[before].as_str()));
            before && counts_own(&words[at + 1..])
        };
        let told = (0..words.len()).filter(own).filter_map(|at| Some((at, number(&words[at])?)));
        found.extend(told.filter(|(_, number)| *number != all && *number > 1).map(|(at, _)| {
            let said = words[at..=at + 1].join(" ");
            Off {
                at: place::at(document, locate(document, passage.span, &said)),
                also_at: headed(goals, sheet),
                found: said,
                expected: Message::new("rule-summary-count-off-headings").with("count", all),
                says: "rule-summary-count-off-says-headings",
                advice: Message::new("rule-summary-count-off-try").with("number", spell(all)),
            }
        }));
    }
    found
}

/// Whether words after a number name the document's own goals.
fn counts_own(after: &[String]) -> bool {
    match after {
        [own, goals, ..] if own == "egna" => goals == "mål",
        [goals, ..] => OWN_GOALS.iter().any(|own| goals.starts_with(own)),
        [] => false,
    }
}

fn headed(goals: &GoalLists, sheet: &Sheet<'_>) -> Vec<FindingPlace> {
    goals.headed.iter().map(|goal| goal.place(sheet.document)).collect()
}
