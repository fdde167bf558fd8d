//! Which rows of a table a sentence tells of.

use super::values::of_row;
use crate::light::is_light;
use crate::numbered::Numbered;
use crate::prose::words;
use uppsikt_domain::quantity::Unit;
use uppsikt_domain::table::{RowRole, Table};
use uppsikt_text::prose::Found;
use uppsikt_text::stem::stem;

/// What says that a number is of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// Nothing.
    None,
    /// The row is named, or is the only one that has another number of the sentence.
    Row {
        /// Its place.
        row: usize,
        /// Whether both hold.
        strong: bool,
        /// Whether only a word for all rows says that it is the sum.
        by_total: bool,
    },
    /// Two rows are named, and how far apart they are is told.
    Rows(usize, usize),
}

/// Words for all rows together.
const TOTALS: &str =
    "totalt totala sammanlagt sammanlagda samlade samlad tillsammans sammantaget summa hela samtliga";

/// Words before or in labels that are no name.
const UNNAMED: [&str; 10] =
    ["ny", "nytt", "nya", "varav", "summa", "totalt", "total", "totala", "samtliga", "ingående"];

/// Shorter labels are a part of too many words.
const LEAST: usize = 4;

/// What says of which row a number is.
pub fn evidence(said: &Numbered<'_>, found: &Found, told: &[String], table: &Table) -> Evidence {
    let before = words(&said.sentence[..found.range.start]);
    let is_total = |word: &String| TOTALS.split_ascii_whitespace().any(|own| own == word);
    let named = match named(&before, table) {
        first if first.is_empty() && !before.iter().any(is_total) => named(told, table),
        first => first,
    };
    let total = told.iter().any(is_total);
    let others: Vec<&Found> = said.counts.iter().filter(|it| *it != found && is_telling(it)).collect();
    let mut shared = (0..table.rows.len()).filter(|row| has_one(table, *row, &others));
    let shared = shared.next().filter(|_| shared.next().is_none());
    let sums = sums(table);
    let of_sum = found.quantity.unit == Unit::Percent && shared.is_some_and(|row| sums.contains(&row));
    match named.as_slice() {
        [_] if shared.is_none() && is_of_explanation(said, found) => Evidence::None,
        [row] => Evidence::Row { row: *row, strong: of_sum || shared == Some(*row), by_total: false },
        [one, other] if is_apart(said, found, table, (*one, *other)) => Evidence::Rows(*one, *other),
        [] => match (sums.as_slice(), shared) {
            ([sum], Some(row)) if *sum == row => Evidence::Row { row, strong: total, by_total: false },
            ([sum], _) if total => Evidence::Row { row: *sum, strong: false, by_total: true },
            _ => Evidence::None,
        },
        _ => Evidence::None,
    }
}

/// "Övriga kostnader: elen blev billigare, men broar kostade 1,5 mkr": whether a number stands after a colon with
/// something else that it is of.
fn is_of_explanation(said: &Numbered<'_>, found: &Found) -> bool {
    let before = &said.sentence[..found.range.start];
    let own = before.rsplit_once(':').map(|(_, own)| words(own)).unwrap_or_default();
    let is_name = |word: &String| !is_light(word) && word.chars().any(char::is_alphabetic);
    own.iter().filter(|word| is_name(word)).count() > 1
}

/// Numbers that few rows have by chance.
fn is_telling(found: &Found) -> bool {
    found.quantity.mantissa.abs() > 9
}

fn has_one(table: &Table, row: usize, others: &[&Found]) -> bool {
    let values = of_row(table, row);
    let own = |it: &&&Found| it.quantity.unit != Unit::Percent;
    others.iter().filter(own).any(|it| values.iter().any(|value| value.meets(&it.quantity)))
}

/// The rows that are named, the longest labels first where one is a part of another.
pub fn named(told: &[String], table: &Table) -> Vec<usize> {
    let named = |row: &usize| label(&table.rows[*row].label.text, told).map(|words| (*row, words));
    let all: Vec<(usize, Vec<String>)> = (0..table.rows.len()).filter_map(|row| named(&row)).collect();
    let inside = |own: &Vec<String>| {
        all.iter().any(|(_, other)| other.len() > own.len() && own.iter().all(|word| other.contains(word)))
    };
    all.iter().filter(|(_, words)| !inside(words)).map(|(row, _)| *row).collect()
}

/// The words of a label that name it, where a sentence has them all.
fn label(text: &str, told: &[String]) -> Option<Vec<String>> {
    let text = text.split('(').next().unwrap_or(text);
    let words = crate::prose::words(text);
    let named = |word: &String| !UNNAMED.contains(&word.as_str()) && (!is_light(word) || is_year(word));
    let said = |word: &String| told.iter().any(|other| is_form(word, other));
    let mut stems = Vec::new();
    for word in &words {
        // What the sentence does not say is only asked whether it is a name at all.
        match said(word) {
            true if named(word) => stems.push(stem(word)),
            false if named(word) => return None,
            _ => {}
        }
    }
    let letters: usize = stems.iter().map(|stem| stem.chars().count()).sum();
    (letters >= LEAST).then_some(stems)
}

/// Whether a word of a sentence is a form of one of a label, or begins with it.
pub fn is_form(own: &str, word: &str) -> bool {
    // Most words begin otherwise, and stems are costly.
    let begins = own.chars().zip(word.chars()).take(LEAST).all(|(a, b)| a == b);
    begins && {
        let (own_stem, word_stem) = (stem(own), stem(word));
        let longer = own_stem.chars().count() > LEAST && word.starts_with(&own_stem);
        own_stem == word_stem || longer && word.len() <= own_stem.len() + LEAST
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// "Mellan 2024 och 2027 ökar kommunbidraget med": the rows are years, and a change is told.
fn is_apart(said: &Numbered<'_>, found: &Found, table: &Table, (one, other): (usize, usize)) -> bool {
    let years = [one, other].iter().all(|row| is_year(table.rows[*row].label.text.trim()));
    let before = said.sentence[..found.range.start].trim_end();
    years && (before.ends_with("med") || before.ends_with("på"))
}

/// The rows that are sums.
fn sums(table: &Table) -> Vec<usize> {
    (0..table.rows.len()).filter(|row| is_sum(table, *row)).collect()
}

/// Whether a row is a sum.
pub fn is_sum(table: &Table, row: usize) -> bool {
    matches!(table.rows[row].role, RowRole::Total | RowRole::Subtotal)
}
