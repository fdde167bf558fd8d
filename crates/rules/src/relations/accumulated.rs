//! What runs on from row to row or from column to column: an accumulated outcome, a population from year to year.

use crate::prose::words;
use crate::relations::changes::is_change;
use crate::relations::figures::{At, Figures};
use crate::relations::relation::{Kind, Relation, Term};
use crate::relations::slip;
use uppsikt_domain::table::{ColumnKind, RowRole};

/// Beginnings of words for what runs on.
const RUNNING: [&str; 2] = ["ack", "kumulativ"];
/// So many steps that hold show that one line runs on by another.
const LEAST: usize = 2;
/// So many leave no doubt.
const SURE: usize = 3;

/// The relations of lines that run on, where the figures bear them out.
pub fn accumulated(figures: &Figures<'_>) -> Vec<Relation> {
    let mut found = down_columns(figures);
    found.extend(along_rows(figures));
    found.extend(by_year(figures));
    found
}

/// "Utfall", "Ackumulerat utfall": month by month, row by row.
fn down_columns(figures: &Figures<'_>) -> Vec<Relation> {
    let columns = figures.amount_columns();
    let heading = |column: usize| figures.table.columns[column].heading.text.as_str();
    let change = |column: &usize| is_change(&figures.table.columns[*column].kind);
    let levels = || columns.iter().copied().filter(|column| !change(column));
    let rows: Vec<usize> = items(figures);
    let running = levels().filter(|column| runs(heading(*column)));
    let of = |running: usize| {
        let steps = levels().filter(|step| *step != running && !runs(heading(*step)));
        best(figures, steps.map(|step| run(figures, &rows, |row| (row, running), |row| (row, step), true)))
    };
    running.flat_map(of).collect()
}

/// The same with a row for each and the months beside each other.
fn along_rows(figures: &Figures<'_>) -> Vec<Relation> {
    let plain = |column: &usize| !is_change(&figures.table.columns[*column].kind);
    let columns: Vec<usize> = figures.amount_columns().iter().copied().filter(plain).collect();
    let label = |row: usize| figures.table.rows[row].label.text.as_str();
    let rows: Vec<usize> = items(figures);
    let running = rows.iter().copied().filter(|row| runs(label(*row)));
    let of = |running: usize| {
        let steps = (0..figures.table.rows.len()).filter(|step| !runs(label(*step)));
        best(figures, steps.map(|step| run(figures, &columns, |at| (running, at), |at| (step, at), true)))
    };
    running.flat_map(of).collect()
}

/// "Folkmängd", "Förändring" with a year in each row: what there was the year before, and what has changed.
fn by_year(figures: &Figures<'_>) -> Vec<Relation> {
    let year = |row: usize| figures.table.rows[row].label.text.trim().parse::<i32>().ok();
    let mut years: Vec<(i32, usize)> =
        items(figures).into_iter().filter_map(|row| Some((year(row)?, row))).collect();
    years.sort_unstable();
    let in_turn = years.windows(2).all(|pair| pair[0].0 + 1 == pair[1].0);
    if !in_turn || years.len() != figures.table.rows.len() {
        return Vec::new();
    }
    let rows: Vec<usize> = years.into_iter().map(|(_, row)| row).collect();
    let columns = figures.amount_columns();
    let change = |column: &usize| figures.table.columns[*column].kind == ColumnKind::Change;
    let of = |change: usize| {
        let levels = columns.iter().copied().filter(|level| *level < change);
        best(figures, levels.map(|level| run(figures, &rows, |row| (row, level), |row| (row, change), false)))
    };
    columns.iter().copied().filter(change).flat_map(of).collect()
}

fn items(figures: &Figures<'_>) -> Vec<usize> {
    let item = |row: &usize| figures.table.rows[*row].role == RowRole::Item && figures.has_figures(*row);
    (0..figures.table.rows.len()).filter(item).collect()
}

fn runs(text: &str) -> bool {
    words(text).iter().any(|word| RUNNING.iter().any(|it| word.starts_with(it)))
}

/// Each place of a line that runs as the one before it and the step to it; the first is its own step where it
/// begins at nought.
fn run(
    figures: &Figures<'_>,
    places: &[usize],
    running: impl Fn(usize) -> At,
    step: impl Fn(usize) -> At,
    from_nought: bool,
) -> Vec<Relation> {
    let told = |at: At| figures.printed(at).is_some();
    let term = |at: At| Term { at, factor: 1 };
    let relation = |result: At, terms: Vec<Term>| Relation { kind: Kind::Split, result, terms, sure: false };
    let first = places.first().filter(|_| from_nought);
    let first = first.map(|at| relation(running(*at), vec![term(step(*at))]));
    let next = places
        .windows(2)
        .map(|pair| relation(running(pair[1]), vec![term(running(pair[0])), term(step(pair[1]))]));
    first.into_iter().chain(next).filter(|it| it.cells().all(told)).collect()
}

/// The reading that most places bear out, where slips are all that is wrong with the others, or few are.
fn best(figures: &Figures<'_>, readings: impl Iterator<Item = Vec<Relation>>) -> Vec<Relation> {
    let holds = |it: &Relation| it.holds(&|at| figures.interval(at));
    let moves = |it: &Relation| {
        it.terms.len() > 1
            && it.terms.iter().all(|term| figures.printed(term.at).is_some_and(|it| it.mantissa != 0))
    };
    let held = |all: &[Relation]| all.iter().filter(|it| moves(it) && holds(it)).count();
    let scored = readings.map(|all| (held(&all), all));
    let Some((held, all)) = scored.max_by_key(|(held, _)| *held) else { return Vec::new() };
    let broken: Vec<&Relation> = all.iter().filter(|it| !holds(it)).collect();
    let slips = || broken.iter().all(|it| slip::mends(figures, it));
    let sound = held >= LEAST && held >= broken.len() && slips()
        || held >= SURE && held >= 2 * broken.len()
        || held >= 1 && all.len() >= SURE && are_of_one(&broken) && slips();
    let sure = held >= SURE;
    if sound { all.into_iter().map(|it| Relation { sure, ..it }).collect() } else { Vec::new() }
}

/// Whether two relations that follow each other share a cell: one figure may be what is wrong with both.
fn are_of_one(broken: &[&Relation]) -> bool {
    matches!(broken, [one, next] if one.cells().any(|at| next.has(at)))
}
