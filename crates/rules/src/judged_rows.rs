//! Rows of tables that tell what is asked, what it came to and whether that is met.

use uppsikt_domain::interval::Fixed;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::table::{Cell, Row, Table};
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;
use uppsikt_text::figure;

const ASKED: [&str; 3] = ["mål", "krav", "målvärde"];
const OUTCOME: [&str; 2] = ["utfall", "resultat"];
const VERDICT: [&str; 6] = ["uppfyll", "uppnå", "måluppfyll", "bedömning", "status", "nått"];
const LEAST: [&str; 3] = ["minst", "lägst", "≥"];
const MOST: [&str; 2] = ["högst", "≤"];
const MET: [&str; 6] = ["ja", "uppfyllt", "uppnått", "nått", "målet uppfyllt", "målet uppnått"];
const NOT_MET: [&str; 7] =
    ["nej", "ej uppfyllt", "inte uppfyllt", "ej uppnått", "inte uppnått", "ej nått", "inte nått"];
/// A unit has so many words at most.
const UNIT_WORDS: usize = 2;

/// A verdict that its own row's figures contradict.
#[derive(Debug)]
pub struct Contradicted<'a> {
    /// The verdict.
    pub verdict: &'a Cell,
    /// What is asked, as it is printed.
    pub asked: &'a str,
    /// What it came to.
    pub outcome: &'a str,
}

/// The verdicts of a table that say the opposite of their rows' figures.
pub fn contradicted(table: &Table) -> Vec<Contradicted<'_>> {
    let Some(columns) = columns(table) else { return Vec::new() };
    table.rows.iter().filter_map(|row| of_row(row, columns)).collect()
}

/// The columns of what is asked, of what it came to and of the verdict, where there is one of each.
fn columns(table: &Table) -> Option<[usize; 3]> {
    let only = |words: &[&str]| {
        let named = |at: &usize| {
            let heading = normalized(&table.columns[*at].heading.text);
            words.iter().any(|word| heading.starts_with(word))
        };
        let mut found = (0..table.columns.len()).filter(named);
        found.next().filter(|_| found.next().is_none())
    };
    let verdict = only(&VERDICT)?;
    let asked = (0..table.columns.len()).filter(|at| *at != verdict);
    let mut asked = asked.filter(|at| {
        let heading = normalized(&table.columns[*at].heading.text);
        ASKED.iter().any(|word| heading.starts_with(word))
    });
    let asked = asked.next().filter(|_| asked.next().is_none())?;
    Some([asked, only(&OUTCOME)?, verdict])
}

fn of_row(row: &Row, [asked, outcome, verdict]: [usize; 3]) -> Option<Contradicted<'_>> {
    let printed = |at: usize| row.cells.get(at)?.printed.as_deref();
    let (asked, outcome) = (printed(asked)?, printed(outcome)?);
    let (at_least, bound, unit) = bound(asked)?;
    let (value, own) = value(outcome)?;
    let judged = is_met(printed(verdict)?)?;
    let same = unit == own || own.is_empty() || unit.is_empty();
    // As much as is asked may be rounded.
    let reached = if at_least { value > bound } else { value < bound };
    let off = same && value != bound && reached != judged;
    off.then(|| Contradicted { verdict: &row.cells[verdict], asked, outcome })
}

/// "minst 85 %": whether it is the least, how much and of what.
fn bound(printed: &str) -> Option<(bool, Fixed, String)> {
    let lower = printed.trim().lower();
    let after = |words: &[&str]| words.iter().find_map(|word| lower.strip_prefix(word)).map(str::to_owned);
    let (at_least, rest) = match (after(&LEAST), after(&MOST)) {
        (Some(rest), None) => (true, rest),
        (None, Some(rest)) => (false, rest),
        _ => return None,
    };
    value(&rest).map(|(value, unit)| (at_least, value, unit))
}

/// "5,2 %": a figure and its unit, and nothing else.
fn value(printed: &str) -> Option<(Fixed, String)> {
    let lower = printed.trim().lower();
    let end = lower.find(|c: char| c.is_alphabetic() || c == '%').unwrap_or(lower.len());
    let (mantissa, decimals) = figure::parse(lower[..end].trim())?;
    let unit = lower[end..].trim().replace("procent", "%");
    let bare = unit.split_whitespace().count() <= UNIT_WORDS
        && unit.chars().all(|c| c.is_alphabetic() || c == '%' || c == ' ');
    bare.then(|| (Quantity::new(mantissa, decimals, Unit::None).value(), unit))
}

/// Whether a verdict says that a goal is met, in words that say nothing else.
fn is_met(printed: &str) -> Option<bool> {
    let said = normalized(printed.trim_end_matches('.'));
    let is = |words: &[&str]| words.contains(&said.as_str());
    (is(&MET) || is(&NOT_MET)).then(|| is(&MET))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_and_values_are_figures_with_a_unit_and_nothing_else() {
        let told = |text: &str| bound(text).map(|(least, value, unit)| (least, value.rounded(1), unit));
        assert_eq!(told("minst 85 %"), Some((true, 850, "%".to_owned())));
        assert_eq!(told("Högst 5,2 procent"), Some((false, 52, "%".to_owned())));
        assert_eq!(told("≥ 1 200"), Some((true, 12_000, String::new())));
        for other in ["85 %", "minst 85 % (kvinnor 80)", "minst bra", "öka"] {
            assert_eq!(told(other), None, "{other}");
        }
    }
}
