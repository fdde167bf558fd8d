//! How far assignments have come, as a table says row by row and a sentence says of all: "Av sex uppdrag är tre
//! slutförda och tre pågår."

use crate::how_many::number;
use crate::prose::words;
use uppsikt_domain::document::Document;
use uppsikt_domain::table::{Row, Table};
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;

/// What a state is called in a table and in a sentence, by how the words begin.
const STATES: [&[&str]; 5] = [
    &["slutför", "klar", "avslut", "genomför", "färdig"],
    &["pågå", "påbörjad", "påbörjat"],
    &["försen"],
    &["ej påbörja", "inte påbörja", "ännu inte påbörja"],
    &["utgå", "avbrut"],
];

/// A number of assignments that a sentence says are in a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// How many.
    pub number: usize,
    /// Its place among the states.
    pub state: usize,
    /// The words that say it.
    pub printed: String,
}

/// Whether what is in a state is still to be done.
pub fn is_open(state: usize) -> bool {
    [1, 3].contains(&state)
}

/// The state that a cell begins with.
fn state(cell: &str) -> Option<usize> {
    let cell = normalized(cell);
    let is = |words: &[&str]| words.iter().any(|word| cell.starts_with(word));
    // "Ej påbörjat" is no "påbörjat".
    (0..STATES.len()).find(|at| is(STATES[*at]))
}

/// A table of assignments with a state for each row.
pub struct States<'a> {
    /// The table.
    pub table: &'a Table,
    /// The rows with their states.
    pub rows: Vec<(&'a Row, usize)>,
}

impl<'a> States<'a> {
    /// The only such table of a document.
    pub fn of(document: &'a Document) -> Option<Self> {
        let mut found = document.tables().into_iter().filter_map(|(_, table)| of_table(table));
        found.next().filter(|_| found.next().is_none())
    }

    /// The rows in a state.
    pub fn of_state(&self, state: usize) -> impl Iterator<Item = &'a Row> {
        self.rows.iter().filter(move |(_, own)| *own == state).map(|(row, _)| *row)
    }

    /// How many rows are in a state.
    pub fn number(&self, state: usize) -> usize {
        self.rows.iter().filter(|(_, own)| *own == state).count()
    }
}

/// So many rows make a table of assignments.
const ROWS: usize = 3;

/// The first column of a table of assignments whose heading begins with one of some words.
pub fn column_of(table: &Table, words: &[&str]) -> Option<usize> {
    let headings: Vec<String> = table.columns.iter().map(|it| normalized(&it.heading.text)).collect();
    let named = normalized(&table.label_heading).ends_with("uppdrag")
        || headings.iter().any(|it| it.ends_with("uppdrag"));
    headings.iter().position(|it| words.iter().any(|word| it.starts_with(word))).filter(|_| named)
}

fn of_table(table: &Table) -> Option<States<'_>> {
    let column = column_of(table, &["status", "läge"])?;
    let told = |row: &'_ Row| state(row.cells.get(column)?.printed.as_deref()?);
    let rows: Vec<(&Row, usize)> = table.rows.iter().filter_map(|row| Some((row, told(row)?))).collect();
    (rows.len() >= ROWS && rows.len() == table.rows.len()).then_some(States { table, rows })
}

/// The counts of a sentence that goes through all of so many assignments: they add up to as many, or it says out of how
/// many.
pub fn counts(sentence: &str, all: usize) -> Vec<Count> {
    let lower = sentence.lower();
    if !lower.contains("uppdrag") {
        return Vec::new();
    }
    let told = words(sentence);
    let total = told.windows(2).find(|pair| pair[1].starts_with("uppdrag")).and_then(|pair| number(&pair[0]));
    let mut found: Vec<Count> = Vec::new();
    for (at, word) in told.iter().enumerate() {
        let Some(number) =
            number(word).filter(|_| !told.get(at + 1).is_some_and(|next| next.starts_with("uppdrag")))
        else {
            continue;
        };
        let end = (at + 1..told.len().min(at + NEAR)).find(|end| self::number(&told[*end]).is_some());
        let after = told[at + 1..end.unwrap_or(told.len().min(at + NEAR))].join(" ");
        let bare = ["har ", "är ", "ännu "]
            .iter()
            .fold(after.as_str(), |text, word| text.strip_prefix(word).unwrap_or(text));
        let Some(state) = state(bare) else { return Vec::new() };
        let said = bare.split(' ').next().unwrap_or_default();
        found.push(Count { number, state, printed: format!("{word} {said}") });
    }
    let sum: usize = found.iter().map(|count| count.number).sum();
    let whole = total.map_or(sum == all, |total| total == all) && found.len() > 1 && sum == all;
    if whole { found } else { Vec::new() }
}

/// So many words after a number its state stands.
const NEAR: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_goes_through_all_assignments_counts_their_states() {
        let told = |sentence: &str, all: usize| {
            counts(sentence, all).into_iter().map(|it| (it.number, it.state)).collect::<Vec<_>>()
        };
        assert_eq!(told("Av sex uppdrag är tre slutförda och tre pågår.", 6), [(3, 0), (3, 1)]);
        assert_eq!(
            told("Av fem uppdrag är tre klara, ett pågår och ett är försenat.", 5),
            [(3, 0), (1, 1), (1, 2)]
        );
        for other in [
            "Av sex uppdrag är tre slutförda.",
            "Tre uppdrag är nya och tre är gamla.",
            "Av åtta uppdrag är fyra klara och fyra pågår.",
        ] {
            assert_eq!(told(other, 6), [], "{other}");
        }
    }
}
