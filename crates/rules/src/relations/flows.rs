//! Columns that lead from one to the last: what is left of a budget, what a year begins and ends with.

use crate::relations::across::{borne_out, in_rows};
use crate::relations::changes;
use crate::relations::figures::Figures;
use crate::relations::relation::Relation;
use uppsikt_domain::table::ColumnKind;
use uppsikt_text::case::Lower;

/// What is left is called so by the beginning of its heading.
const LEFT: [&str; 3] = ["återst", "kvar", "rest"];
const OPENS: [&str; 3] = ["ingående", "vid årets början", "ib "];
const CLOSES: [&str; 3] = ["utgående", "vid årets slut", "ub "];
/// What stands in a heading that begins with what it is of: "Kapital vid årets början".
const BEGINNING: [&str; 3] = ["vid årets början", "vid periodens början", "1 januari"];
const END: [&str; 3] = ["vid årets slut", "vid periodens slut", "31 december"];
/// So many rows show that columns lead to the last.
const LEAST: usize = 2;
/// So many columns between a first and a last are tried with either sign.
const MOST_BETWEEN: usize = 3;

/// The relations of such columns, row by row, where rows bear them out.
pub fn flows(figures: &Figures<'_>) -> Vec<Relation> {
    let amounts = figures.amount_columns();
    let ends = amounts.iter().enumerate().filter(|(_, column)| {
        let heading = heading(figures, **column);
        begins(&heading, &LEFT) || closes(&heading)
    });
    let mut found: Vec<Relation> = ends.flat_map(|(at, end)| of_end(figures, *end, &amounts[..at])).collect();
    found.extend(frames(figures));
    found
}

/// "Ram 2030", "Löner", "Priser", "Ram 2031": what one year's frame is made of from the one before.
fn frames(figures: &Figures<'_>) -> Vec<Relation> {
    let amounts = figures.amount_columns();
    let columns = &figures.table.columns;
    let year = |at: usize| match columns[at].kind {
        ColumnKind::Budget { year } => year,
        _ => None,
    };
    let plain = |at: &usize| columns[*at].kind == ColumnKind::Other || changes::is_change(&columns[*at].kind);
    let frame = |(at, end): (usize, &usize)| {
        let first = amounts[..at].iter().rposition(|column| year(*column).is_some())?;
        let steps = &amounts[first + 1..at];
        let next = year(amounts[first])? + 1 == year(*end)?;
        let same = steps.iter().all(|step| columns[*step].unit == columns[*end].unit);
        if !next || !same || steps.len() < 2 || !steps.iter().all(plain) {
            return None;
        }
        let parts: Vec<(usize, i64)> = amounts[first..at].iter().map(|column| (*column, 1)).collect();
        let found = in_rows(figures, *end, &parts, false);
        let held = found.iter().filter(|it| it.holds(&|at| figures.interval(at))).count();
        // A step that belongs to the year before sets every row off by as little as a slip does.
        (held >= LEAST && held * 2 >= found.len()).then_some(found)
    };
    amounts.iter().enumerate().filter_map(frame).flatten().collect()
}

fn of_end(figures: &Figures<'_>, end: usize, before: &[usize]) -> Vec<Relation> {
    let same = |column: &&usize| figures.table.columns[**column].unit == figures.table.columns[end].unit;
    let is_change = |column: &usize| changes::is_change(&figures.table.columns[*column].kind);
    let closes = closes(&heading(figures, end));
    let own: Vec<usize> = before.iter().filter(same).copied().collect();
    let [first, steps @ ..] = own.as_slice() else { return Vec::new() };
    let opens = opens(&heading(figures, *first));
    if steps.is_empty()
        || steps.len() > MOST_BETWEEN
        || closes != opens
        || !closes && own.iter().any(is_change)
    {
        return Vec::new();
    }
    let signs = if closes { 1 << steps.len() } else { 1 };
    let readings = (0..signs).map(|added: usize| {
        let sign = |at: usize| if added >> at & 1 == 1 { 1 } else { -1 };
        let steps = steps.iter().enumerate().map(|(at, column)| (*column, sign(at)));
        let parts: Vec<(usize, i64)> = std::iter::once((*first, 1)).chain(steps).collect();
        in_rows(figures, end, &parts, false)
    });
    borne_out(figures, readings.collect())
}

fn heading(figures: &Figures<'_>, column: usize) -> String {
    figures.table.columns[column].heading.text.lower()
}

/// Whether a heading or a row is of what there is to begin with.
pub(in crate::relations) fn opens(heading: &str) -> bool {
    begins(heading, &OPENS) || BEGINNING.iter().any(|words| heading.contains(words))
}

/// Whether a heading or a row is of what there is in the end.
pub(in crate::relations) fn closes(heading: &str) -> bool {
    begins(heading, &CLOSES) || END.iter().any(|words| heading.contains(words))
}

fn begins(heading: &str, words: &[&str]) -> bool {
    words.iter().any(|word| heading.starts_with(word))
}
