//! Totals that are no sums: the mean of a column, its price or its rate, a running balance, a
//! number of people that counts each of them once.

use crate::prose::words;
use crate::relations::figures::{At, Figures};
use crate::relations::once::{self, Once};
use crate::relations::relation::{Kind, Relation, common};
use crate::relations::wholes::is_result;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::table::{ColumnKind, RowRole};
use uppsikt_text::case::Lower;

/// Words of headings whose figures are not added up.
const EACH: [&str; 6] = ["per", "varje", "index", "kvot", "andel", "omsättning"];
/// Headings of balances that run from row to row, where the last row is the total.
const RUNNING: [&str; 3] = ["ack", "kumulativ", "saldo"];
/// What words of such headings begin with.
const BEGINS: [&str; 4] = ["snitt", "genomsnitt", "medel", "median"];
/// What words of such headings end with.
const ENDS: [&str; 11] = [
    "snitt",
    "genomsnitt",
    "medelvärde",
    "median",
    "pris",
    "ränta",
    "grad",
    "ålder",
    "frånvaro",
    "beläggning",
    "index",
];
/// Units that a stroke and another unit follow: "kr/m2".
const UNITS: [&str; 9] = ["kr", "kronor", "tkr", "mkr", "mnkr", "öre", "kwh", "mwh", "tim"];
/// Shorter words of two headings do not make them headings of the same.
const SHORTEST: usize = 4;

/// The relations of a table without sums that cannot hold and that may never have been meant as sums.
pub fn without(figures: &Figures<'_>, relations: &[Relation]) -> Vec<Relation> {
    let kept = |relation: &&Relation| !is_no_sum(figures, relations, relation);
    let sure = |it: &Relation| {
        it.sure && once::of(figures, relations, it) == Once::No && !leaves_rows_out(figures, relations, it)
    };
    relations.iter().filter(kept).map(|it| Relation { sure: sure(it), ..it.clone() }).collect()
}

fn is_no_sum(figures: &Figures<'_>, all: &[Relation], relation: &Relation) -> bool {
    let broken = relation.kind == Kind::Sum && !relation.holds(&|at| figures.interval(at));
    let each = is_of_each(heading(figures, relation.result.1)) || runs(figures, relation);
    broken
        && !is_result(&figures.table.rows[relation.result.0].label.text)
        && (counts_once(figures, relation.result)
            || once::of(figures, all, relation) == Once::Likely
            || overlaps(figures, all, relation)
            || is_within(figures, relation, each) && (each || !is_told(figures, all, relation)))
}

/// Whether a total takes some of the rows above it and none takes the others: they may have members in common.
fn leaves_rows_out(figures: &Figures<'_>, all: &[Relation], relation: &Relation) -> bool {
    let (row, column) = relation.result;
    let rows = &figures.table.rows;
    if relation.kind != Kind::Sum || rows[row].role != RowRole::Total {
        return false;
    }
    let figured = |at: At| figures.printed(at).is_some_and(|it| it.mantissa != 0);
    let is_taken = |at: At| all.iter().any(|it| it.kind != Kind::Change && it.has(at));
    let before = (0..row).filter(|at| rows[*at].role == RowRole::Item);
    before.map(|at| (at, column)).any(|at| figured(at) && !is_taken(at))
}

/// Whether a total of counts lies far below its rows in several columns and gives their sum in none: "Heltid 80,
/// tillsvidare 90, kvinnor 70, summa 100". The rows have members in common.
fn overlaps(figures: &Figures<'_>, all: &[Relation], relation: &Relation) -> bool {
    let row = relation.result.0;
    let own: Vec<&Relation> = all.iter().filter(|it| it.kind == Kind::Sum && it.result.0 == row).collect();
    let sum = |it: &Relation| {
        let rows = it.terms.iter().filter_map(|term| figures.printed(term.at)).map(Quantity::value);
        rows.fold(Fixed::ZERO, |sum, row| sum + row)
    };
    let far = |it: &&&Relation| {
        let total = figures.printed(it.result).map(Quantity::value);
        once::is_between(figures, it) && total.is_some_and(|total| sum(it).times(10) >= total.times(12))
    };
    own.len() > 1 && own.iter().filter(far).count() == own.len()
}

/// Whether a heading says that its figures are of each of some, up to some day, or a rate.
pub(super) fn is_of_each(heading: &str) -> bool {
    let begins = |word: &str| BEGINS.iter().any(|it| word.starts_with(it));
    let ends = |word: &str| ENDS.iter().any(|it| word.ends_with(it));
    words(heading).iter().any(|word| EACH.contains(&word.as_str()) || begins(word) || ends(word))
        || has_rate(heading)
}

/// Whether a total repeats the last row of a balance that runs.
fn runs(figures: &Figures<'_>, relation: &Relation) -> bool {
    let last = relation.terms.last().and_then(|term| figures.printed(term.at));
    let running = |word: &String| RUNNING.iter().any(|it| word.starts_with(it));
    words(heading(figures, relation.result.1)).iter().any(running)
        && last.is_some_and(|last| figures.printed(relation.result) == Some(last))
}

/// "kr/m2", "Kronor/elev".
fn has_rate(heading: &str) -> bool {
    let lower = heading.lower();
    let unit = |before: &str| {
        before.rsplit(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default().to_owned()
    };
    lower.match_indices('/').any(|(at, _)| UNITS.contains(&unit(lower[..at].trim_end()).as_str()))
}

fn counts_once(figures: &Figures<'_>, at: At) -> bool {
    let label = figures.table.rows[at.0].label.text.as_str();
    once::is_said_in(label) || once::is_said_in(heading(figures, at.1))
}

/// Whether a total lies among its rows. Rows of one sign add up to more than the largest of them; of rows
/// of both signs only a heading tells.
fn is_within(figures: &Figures<'_>, relation: &Relation, said: bool) -> bool {
    let printed: Vec<Fixed> =
        relation.terms.iter().filter_map(|term| figures.printed(term.at)).map(Quantity::value).collect();
    let one_sign = printed.iter().all(|it| *it >= Fixed::ZERO) || printed.iter().all(|it| *it <= Fixed::ZERO);
    let many = printed.iter().filter(|it| **it != Fixed::ZERO).count() > 1;
    let plain = relation.terms.iter().all(|term| term.factor == 1 && term.at.0 < relation.result.0);
    let rows = || {
        relation.terms.iter().filter(|term| !figures.is_empty(term.at)).map(|term| figures.interval(term.at))
    };
    let span =
        Interval { low: rows().filter_map(|it| it.low).min(), high: rows().filter_map(|it| it.high).max() };
    plain && many && (said || one_sign) && span.meets(&figures.interval(relation.result))
}

/// Whether the rest of the table tells that a column is added up: another sum of it does, or the same sum of
/// a column of the same, or a figure that would mend this one mends another relation too.
fn is_told(figures: &Figures<'_>, all: &[Relation], relation: &Relation) -> bool {
    let interval = |at| figures.interval(at);
    let (row, column) = relation.result;
    // A number of something is added up where the amounts beside it are.
    let counted = || words(heading(figures, column)).first().is_some_and(|word| word == "antal");
    let like = |it: &Relation| {
        it.result.1 == column || it.result.0 == row && (counted() || are_alike(figures, it.result.1, column))
    };
    let adds_up = |it: &Relation| it.kind == Kind::Sum && it.holds(&interval) && like(it);
    let mends =
        |it: &Relation, at: At| common(&it.needed(at, &interval), &relation.needed(at, &interval)).is_some();
    let joint =
        |it: &Relation| !it.holds(&interval) && it.cells().any(|at| relation.has(at) && mends(it, at));
    all.iter().filter(|it| *it != relation).any(|it| adds_up(it) || joint(it))
}

/// Whether two columns are of the same: both of years, budgets or outcomes, or with a word in common.
fn are_alike(figures: &Figures<'_>, one: usize, other: usize) -> bool {
    let columns = &figures.table.columns;
    let of_year = |column: usize| {
        matches!(
            columns[column].kind,
            ColumnKind::Forecast { .. } | ColumnKind::Budget { .. } | ColumnKind::Actual { .. }
        ) || is_year(&columns[column].heading.text)
    };
    let own = words(heading(figures, other));
    let is_shared = |word: &String| {
        word.chars().count() >= SHORTEST
            && word.chars().any(char::is_alphabetic)
            && uppsikt_text::figure::unit(word).is_none()
            && own.contains(word)
    };
    let each = is_of_each(heading(figures, one));
    !each && (of_year(one) && of_year(other) || words(heading(figures, one)).iter().any(is_shared))
}

/// "2025".
fn is_year(heading: &str) -> bool {
    heading.trim().len() == 4 && heading.trim().parse::<i32>().is_ok()
}

fn heading<'a>(figures: &Figures<'a>, column: usize) -> &'a str {
    &figures.table.columns[column].heading.text
}
