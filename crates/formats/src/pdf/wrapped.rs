//! Rows of a table whose lines all stand equally far apart: by what wraps.

use super::grid::{Column, columns_of};
use super::printed::{Printed, Stretch};
use super::table::{Band, figures};
use super::words::is_figure;

/// Lines that go on in a cell are at least so many where a single row is told by them.
const FEWEST_WRAPPED: usize = 4;

/// Lines that stand too close to be of two rows.
pub(super) fn units(lines: &[Printed]) -> Vec<Band<'_>> {
    let mut units: Vec<Band<'_>> = Vec::new();
    for line in lines {
        let near = |last: &&Printed| line.baseline - last.baseline < 0.95 * line.size.min(last.size);
        match units.last_mut() {
            Some(unit) if unit.last().is_some_and(near) => unit.push(line),
            _ => units.push(vec![line]),
        }
    }
    units
}

/// Whether lines hold a row by themselves: figures, or words in every column.
pub(super) fn is_whole(unit: &[&Printed], columns: &[Column]) -> bool {
    let filled = |column: usize| {
        let mut all = unit.iter().flat_map(|line| &line.stretches);
        all.any(|it| columns_of(columns, it).contains(&column))
    };
    figures(unit, columns).any(|column| column > 0) || (0..columns.len()).all(filled)
}

/// One row for each whole line; the others go on with the one above or begin the one below.
pub(super) fn rows<'a>(units: Vec<Band<'a>>, columns: &[Column]) -> Vec<Band<'a>> {
    let whole: Vec<bool> = units.iter().map(|unit| is_whole(unit, columns)).collect();
    let scores: Vec<u32> = (0..units.len())
        .map(|at| at.checked_sub(1).map_or(0, |before| score(&units[before], &units[at], columns)))
        .collect();
    let (mut down, mut up) = (0, 0);
    for at in 1..units.len() {
        up += if whole[at - 1] && !whole[at] { scores[at] } else { 0 };
        down += if !whole[at - 1] && whole[at] { scores[at] } else { 0 };
    }
    let joins = |at: usize| match (whole[at - 1], whole[at]) {
        (true, true) => false,
        (false, false) => scores[at] > 0,
        (true, false) => {
            let end = (at..units.len()).find(|next| whole[*next] || (*next > at && scores[*next] == 0));
            let below = end.filter(|end| whole[*end]).map_or(0, |end| scores[end]);
            scores[at] > below || (scores[at] == below && below > 0 && up >= down)
        }
        (false, true) => {
            let start = (0..at).rev().find(|before| whole[*before] || scores[*before] == 0);
            let above = start.filter(|it| whole[*it]).map_or(0, |it| scores[it + 1]);
            scores[at] > above || (scores[at] == above && above > 0 && down > up)
        }
    };
    let joined: Vec<bool> = (0..units.len()).map(|at| at > 0 && joins(at)).collect();
    let mut rows: Vec<Band<'a>> = Vec::new();
    for (unit, joined) in units.into_iter().zip(joined) {
        match rows.last_mut() {
            Some(row) if joined => row.extend(unit),
            _ => rows.push(unit),
        }
    }
    rows
}

/// How much speaks for the lower lines going on with the upper ones: that every cell had no
/// room for the next word, and that the words go on in lower case.
fn score(above: &[&Printed], below: &[&Printed], columns: &[Column]) -> u32 {
    let (Some(last), Some(first)) = (above.last(), below.first()) else { return 0 };
    if first.baseline - last.baseline > 1.6 * first.size || last.bold != first.bold {
        return 0;
    }
    let mut met = 0;
    let mut lower = 0;
    for (column, own) in columns.iter().enumerate() {
        let of = |line: &&Printed| -> Option<Stretch> {
            line.stretches.iter().find(|it| columns_of(columns, it).start == column).cloned()
        };
        let (Some(upper), Some(next)) = (above.iter().rev().find_map(of), below.iter().find_map(of)) else {
            continue;
        };
        let full = upper.right + 0.2 * upper.size + next.first_word > own.right + 0.3;
        if !full || (column > 0 && is_figure(&next.text)) {
            return 0;
        }
        met += 1;
        lower += u32::from(next.text.starts_with(char::is_lowercase));
    }
    if met == 0 { 0 } else { 1 + 2 * lower }
}

/// Whether what rules part from a bold head is one row: nearly all its lines end where their cells have no
/// room for the next word.
pub(super) fn is_only_row(head: &[&Printed], row: &[&Printed], columns: &[Column]) -> bool {
    let (mut pairs, mut full) = (0, 0);
    let mut above: Vec<Option<&Stretch>> = vec![None; columns.len()];
    for stretch in row.iter().flat_map(|line| &line.stretches) {
        let at = columns_of(columns, stretch).start;
        let (Some(column), Some(last)) = (columns.get(at), above.get_mut(at)) else { continue };
        if let Some(above) = last.replace(stretch) {
            pairs += 1;
            full += usize::from(above.right + 0.2 * above.size + stretch.first_word > column.right);
        }
    }
    let bold = |lines: &[&Printed]| lines.iter().all(|line| line.bold);
    bold(head) && !bold(row) && pairs >= FEWEST_WRAPPED && full * 4 >= pairs * 3
}
