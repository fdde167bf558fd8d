//! "Störst är fritidshemmen": what is told to be the largest or smallest of a table's rows, or of what the
//! sentence before tells one by one, and is not.

use crate::light::is_light;
use crate::near_table::{is_sum, named};
use crate::numbered::Numbered;
use crate::prose::words;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::table::{ColumnKind, Table, TableKind};
use uppsikt_text::case::Lower;

/// Which end of an order a word names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The largest.
    High,
    /// The smallest.
    Low,
}

/// Something that is not what it is told to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extreme {
    /// The word that says it.
    pub word: String,
    /// What is told to be so.
    pub said: String,
    /// What is.
    pub right: String,
    /// Which end.
    pub end: End,
}

/// Words by which the order is another, or only one of the first is told.
const OTHERWISE: &str = "näst näststörst bland procentuellt procentuella relativt relativa andel andelen genomsnitt snitt utom förutom \
    minst tätheten lärartätheten av inte ej historiskt någonsin tidigare jämfört än";

/// The end that a word names.
fn end(word: &str) -> Option<End> {
    const HIGH: [&str; 6] = ["störst", "största", "högst", "högsta", "flest", "mest"];
    const LOW: [&str; 4] = ["lägst", "lägsta", "minsta", "färst"];
    match word {
        word if HIGH.contains(&word) => Some(End::High),
        word if LOW.contains(&word) => Some(End::Low),
        _ => None,
    }
}

/// Whether a sentence may tell of an end at all.
pub fn may_tell(sentence: &str) -> bool {
    let lower = |part: &str| sentence.contains(part);
    ["törst", "ögst", "lest", "ägst", "insta", "ärst"].iter().any(|part| lower(part))
}

/// The row of a table that a clause tells to be at an end, where another is.
pub fn in_table(sentence: &str, table: &Table) -> Option<Extreme> {
    let is_chain = table.rows.iter().any(|row| is_level(&row.label.text));
    if is_chain || matches!(table.kind, TableKind::Ledger | TableKind::Statement | TableKind::NetCost) {
        return None;
    }
    sentence.split([',', ';', ':', '.']).find_map(|clause| in_clause(clause, table))
}

/// "Ram 2025", "Kommunbidrag": a row that others lead from or to, and none of many alike.
fn is_level(label: &str) -> bool {
    const LEVELS: [&str; 9] =
        ["ram", "ny ram", "budget", "kommunbidrag", "anslag", "ingående", "utgående", "bokslut", "netto"];
    let label = label.lower();
    LEVELS.iter().any(|word| label.starts_with(word))
}

fn in_clause(clause: &str, table: &Table) -> Option<Extreme> {
    let told = words(clause);
    let mut ends = told.iter().filter_map(|word| Some((word, end(word)?)));
    let (word, own) = ends.next().filter(|_| ends.next().is_none())?;
    let otherwise = told.iter().any(|word| OTHERWISE.split_ascii_whitespace().any(|own| own == word));
    let figured = told.iter().any(|word| word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() != 4);
    let rows = named(&told, table);
    let [row] = rows.as_slice() else { return None };
    if otherwise || figured || is_sum(table, *row) {
        return None;
    }
    let column = column(&told, *row, table)?;
    let (end, signed) = order(&told, own, &table.columns[column].kind)?;
    let value = |row: usize| {
        let value = table.rows[row].cells.get(column)?.value.as_ref()?.value();
        Some(if signed { value } else { value.abs() })
    };
    let items: Vec<(usize, Fixed)> = (0..table.rows.len())
        .filter(|row| !is_sum(table, *row))
        .filter_map(|row| Some((row, value(row)?)))
        .collect();
    let said = value(*row)?;
    let beyond = |other: Fixed| if end == End::High { other > said } else { other < said };
    let best = items
        .iter()
        .filter(|(_, other)| beyond(*other))
        .max_by_key(|(_, it)| if end == End::High { *it } else { -*it })?;
    let label = |row: usize| table.rows[row].label.text.clone();
    (items.len() > 2).then(|| Extreme {
        word: word.clone(),
        said: label(*row),
        right: label(best.0),
        end: own,
    })
}

/// Which end of a column's order is meant, and whether its signs count. None where the column is of differences
/// and the words do not say which.
fn order(told: &[String], end: End, kind: &ColumnKind) -> Option<(End, bool)> {
    let is = |stems: &[&str]| told.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    let differs = matches!(kind, ColumnKind::Deviation | ColumnKind::Change);
    let (down, up) = (
        is(&["negativ", "underskott", "minskning", "nedgång"]),
        is(&["positiv", "överskott", "ökning", "uppgång"]),
    );
    match (differs, down, up) {
        (false, false, false) => Some((end, false)),
        (true, true, false) if end == End::High => Some((End::Low, true)),
        (true, false, true) if end == End::High => Some((End::High, true)),
        _ => None,
    }
}

/// The only column of figures, or the one whose heading has most words of the clause.
fn column(told: &[String], row: usize, table: &Table) -> Option<usize> {
    let figured =
        |column: &usize| table.rows[row].cells.get(*column).is_some_and(|cell| cell.value.is_some());
    let columns: Vec<usize> = (0..table.columns.len()).filter(figured).collect();
    if let [only] = columns.as_slice() {
        return Some(*only);
    }
    const DIFFERENCES: [&str; 8] =
        ["avvikelse", "underskott", "överskott", "ökning", "minskning", "förändring", "uppgång", "nedgång"];
    let differs = told.iter().any(|word| DIFFERENCES.iter().any(|stem| word.starts_with(stem)));
    let kind =
        |column: &usize| matches!(table.columns[*column].kind, ColumnKind::Deviation | ColumnKind::Change);
    let score = |column: usize| {
        let heading = words(&table.columns[column].heading.text);
        let own = heading.iter().filter(|word| !is_light(word) || word.parse::<i32>().is_ok());
        own.filter(|own| told.iter().any(|word| is_like(own, word))).count()
    };
    let asked: Vec<usize> = columns.into_iter().filter(|column| kind(column) == differs).collect();
    let best = asked.iter().map(|column| score(*column)).max()?;
    let mut firsts = asked.into_iter().filter(|column| score(*column) == best);
    let first = firsts.next().filter(|_| firsts.next().is_none())?;
    (best > 0 || differs).then_some(first)
}

fn is_like(one: &str, other: &str) -> bool {
    const COMMON: usize = 5;
    one == other || one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count() >= COMMON
}

/// "6,2 på Alnäs, 7,9 på Björkvik och 5,4 på Dalby. Högst hade Dalby".
pub fn told_next(sentence: &str, before: &Numbered<'_>) -> Option<Extreme> {
    let told: Vec<&str> = sentence.split_whitespace().collect();
    let first = told.first()?.lower();
    let own = end(&first)?;
    let values: Vec<(String, Fixed)> = before
        .counts
        .iter()
        .map(|it| Some((name(before.sentence, it.range.end)?, it.quantity.value())))
        .collect::<Option<_>>()?;
    let bare: Vec<&str> = told.iter().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let mut said = values.iter().filter(|(name, _)| bare.contains(&name.as_str()));
    let (said, value) = said.next().filter(|_| said.next().is_none())?;
    let beyond = |other: &Fixed| if own == End::High { other > value } else { other < value };
    let best = values
        .iter()
        .filter(|(_, it)| beyond(it))
        .max_by_key(|(_, it)| if own == End::High { *it } else { -*it })?;
    (values.len() > 2).then(|| Extreme {
        word: first.clone(),
        said: said.clone(),
        right: best.0.clone(),
        end: own,
    })
}

/// "på Alnäs" right after a number.
fn name(sentence: &str, at: usize) -> Option<String> {
    let mut words = sentence[at..].split_whitespace();
    let place = words.next().filter(|word| ["på", "i", "hos", "för", "vid"].contains(word))?;
    let name = words.next()?.trim_matches(|c: char| !c.is_alphanumeric());
    (!place.is_empty() && name.starts_with(char::is_uppercase)).then(|| name.to_owned())
}
