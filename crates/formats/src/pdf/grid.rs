//! Tables by geometry: runs of lines whose stretches stand below one another.

use super::contents;
use super::drawn::Drawn;
use super::heads;
use super::over;
use super::printed::{Printed, Stretch, by};
use super::spread;
use super::table::Band;
use super::words::{after_bullet, is_figure};
use super::wrapped::units;
use std::ops::Range;

/// A page with more lines than this, or a line with more stretches, holds no table.
const MOST_LINES: usize = 1_500;
const MOST_STRETCHES: usize = 80;

/// Lines of a table, in their order on the page, and its columns.
#[derive(Debug)]
pub(super) struct Found {
    pub lines: Range<usize>,
    pub columns: Vec<Column>,
}

/// A column from its left to its right edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Column {
    pub left: f64,
    pub right: f64,
}

impl Column {
    pub fn overlaps(&self, stretch: &Stretch) -> bool {
        self.right.min(stretch.right) - self.left.max(stretch.left) > 0.5
    }
}

/// The columns that a stretch stands in; the nearest where it stands in none.
pub(super) fn columns_of(columns: &[Column], stretch: &Stretch) -> Range<usize> {
    let first = columns.iter().position(|it| it.overlaps(stretch));
    let last = columns.iter().rposition(|it| it.overlaps(stretch));
    match (first, last) {
        (Some(first), Some(last)) => first..last + 1,
        _ => {
            let away = |it: &Column| (it.left - stretch.right).max(stretch.left - it.right);
            let nearest = (0..columns.len()).min_by(|a, b| by(away(&columns[*a]), away(&columns[*b])));
            let nearest = nearest.unwrap_or(0);
            nearest..nearest + 1
        }
    }
}

/// The tables of a page.
pub(super) fn tables(lines: &[Printed], drawn: &Drawn) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = if lines.len() > MOST_LINES { lines.len() } else { 0 };
    while at < lines.len() {
        match run(lines, at, drawn).and_then(|run| table(lines, run, drawn)) {
            Some(table) => {
                at = table.lines.end;
                found.push(table);
            }
            None => at += 1,
        }
    }
    widen(lines, &mut found, drawn);
    found
}

pub(super) fn is_row(line: &Printed) -> bool {
    let first = line.stretches.first().map_or("", |it| it.text.as_str());
    let bullet = line.stretches.len() == 2 && after_bullet(&format!("{first} x"), true).is_some();
    let label = line.stretches.len() == 2 && (is_item_label(first) || line.bold && is_outline_number(first));
    (2..=MOST_STRETCHES).contains(&line.stretches.len())
        && !bullet
        && !label
        && !contents::has_leader(&line.text())
}

/// "1.", "2)": the label of an item that stands apart from its words.
fn is_item_label(text: &str) -> bool {
    let number = text.strip_suffix(['.', ')']).unwrap_or_default();
    !number.is_empty() && number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit())
}

/// "4.1", "4.1.2": the number of a heading that stands apart from its words.
fn is_outline_number(text: &str) -> bool {
    let parts = text.trim_end_matches('.').split('.');
    let number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    text.contains('.') && parts.clone().count() <= 5 && parts.clone().all(number)
}

/// Whether the next line is near and alike enough to be of the same table.
fn goes_on(line: &Printed, next: &Printed) -> bool {
    let gap = next.baseline - line.baseline;
    let (small, large) = (line.size.min(next.size), line.size.max(next.size));
    next.is_text() && gap > 0.0 && gap < 3.4 * large && large < 1.2 * small
}

/// Lines of one stretch between two rows, at most; and where they all stand below the label of the first row.
const MOST_ALONE: usize = 4;
const MOST_OF_LABEL: usize = 9;

/// Lines from a row to the last row that follows with no more than some lines of one stretch
/// between.
fn run(lines: &[Printed], start: usize, drawn: &Drawn) -> Option<Range<usize>> {
    if !lines[start].is_text() || !is_row(&lines[start]) {
        return None;
    }
    let (mut end, mut alone) = (start + 1, 0);
    let label = |line: &Printed| {
        let beside = lines[start].stretches.get(1).map_or(f64::MIN, |it| it.left);
        (line.left() - lines[start].left()).abs() < 1.0 && line.right() < beside - 0.3 * line.size
    };
    let mut labels = true;
    for at in start + 1..lines.len() {
        let most = if labels { MOST_OF_LABEL } else { MOST_ALONE };
        let parted = drawn.parts(&lines[at - 1], &lines[at]);
        if !goes_on(&lines[at - 1], &lines[at]) || parted || alone > most {
            break;
        }
        labels &= is_row(&lines[at]) || label(&lines[at]);
        if is_row(&lines[at]) {
            (end, alone) = (at + 1, 0);
        } else if contents::has_leader(&lines[at].text()) {
            break;
        } else {
            alone += 1;
        }
    }
    Some(start..end)
}

fn table(lines: &[Printed], run: Range<usize>, drawn: &Drawn) -> Option<Found> {
    let mut end = heads::first_table(lines, run.clone()).end;
    loop {
        let rows: Vec<&Printed> = lines[run.start..end].iter().filter(|line| is_row(line)).collect();
        let columns = columns(&rows, &lines[run.start..end], drawn);
        if rows.len() < 2 || columns.len() < 2 {
            return None;
        }
        match break_at(lines, run.start..end, &columns) {
            Some(at) => end = (run.start..at).rev().find(|line| is_row(&lines[*line]))? + 1,
            None => return Some(Found { lines: run.start..end, columns }),
        }
    }
}

/// The first line of prose: alone, across columns, and not as near as a row.
fn break_at(lines: &[Printed], run: Range<usize>, columns: &[Column]) -> Option<usize> {
    let gap = |at: usize| lines[at].baseline - lines[at - 1].baseline;
    let wide = run.clone().skip(1).filter(|at| is_row(&lines[*at]) && is_row(&lines[*at - 1])).map(gap);
    let usual = wide.fold(0.0, f64::max).max(lines[run.start].size * 1.6) * 1.1;
    run.clone().skip(1).find(|at| {
        let line = &lines[*at];
        if line.stretches.len() > 1 || *at + 1 >= run.end {
            return false;
        }
        let crosses = line.stretches.iter().any(|it| columns_of(columns, it).len() > 1);
        let near = gap(*at) <= usual && gap(*at + 1) <= usual && is_row(&lines[*at + 1]);
        (crosses && !near) || gap(*at) > usual * 1.3 || gap(*at + 1) > usual * 1.6
    })
}

/// The columns of a table's rows, of all its lines.
fn columns(rows: &[&Printed], lines: &[Printed], drawn: &Drawn) -> Vec<Column> {
    let of = |rows: &[&Printed], lines: &[Printed]| merged(stood_in(rows), &units(lines), drawn);
    over::columns(lines, of).unwrap_or_else(|| of(rows, lines))
}

/// The columns that words of rows stand in: of those with most stretches first, so that what spans columns is
/// seen.
fn stood_in(rows: &[&Printed]) -> Vec<Column> {
    let mut order: Vec<&Printed> = rows.to_vec();
    order.sort_by_key(|row| std::cmp::Reverse(row.stretches.len()));
    let mut columns: Vec<Column> = Vec::new();
    for stretch in order.iter().flat_map(|row| &row.stretches) {
        let met: Vec<usize> = (0..columns.len()).filter(|at| columns[*at].overlaps(stretch)).collect();
        match met.as_slice() {
            [] => {
                let at = columns.partition_point(|it| it.left < stretch.left);
                columns.insert(at, Column { left: stretch.left, right: stretch.right });
            }
            [at] => extend(&mut columns, *at, stretch),
            _ => {}
        }
    }
    columns
}

/// Widens a column, but not into its neighbours.
pub(super) fn extend(columns: &mut [Column], at: usize, stretch: &Stretch) {
    let least = if at > 0 { columns[at - 1].right } else { f64::MIN };
    let most = columns.get(at + 1).map_or(f64::MAX, |it| it.left);
    columns[at].left = columns[at].left.min(stretch.left.max(least));
    columns[at].right = columns[at].right.max(stretch.right.min(most));
}

/// Neighbours of which no row has both are one: a heading to the left, figures to the right. One
/// that could be of both its neighbours is of the nearer. `rows` are the lines that stand too close to be of
/// two rows, as where cells are centred between the lines of a label. What is drawn between all rows parts.
fn merged(columns: Vec<Column>, rows: &[Band<'_>], drawn: &Drawn) -> Vec<Column> {
    let has = |row: &Band<'_>, column: &Column, other: &Column| {
        let own = |it: &Stretch| column.overlaps(it) && !other.overlaps(it);
        row.iter().flat_map(|line| &line.stretches).any(own)
    };
    let may_be_one = |a: &Column, b: &Column| {
        !rows.iter().any(|row| has(row, a, b) && has(row, b, a)) && !drawn.walls((a.right, b.left), rows)
    };
    let mut kept: Vec<Column> = Vec::new();
    let mut columns = columns.into_iter().peekable();
    while let Some(column) = columns.next() {
        let nearer = |last: &Column, next: &Column| {
            may_be_one(&column, next) && next.left - column.right < column.left - last.right
        };
        match (kept.last_mut(), columns.peek_mut()) {
            (Some(last), Some(next)) if may_be_one(last, &column) && nearer(last, next) => {
                next.left = column.left;
            }
            (Some(last), _) if may_be_one(last, &column) => last.right = column.right,
            _ => kept.push(column),
        }
    }
    kept
}

/// Takes in lines of one stretch above and below that are wrapped cells.
fn widen(lines: &[Printed], found: &mut [Found], drawn: &Drawn) {
    for index in 0..found.len() {
        let least = if index > 0 { found[index - 1].lines.end } else { 0 };
        let most = found.get(index + 1).map_or(lines.len(), |next| next.lines.start);
        let table = &mut found[index];
        while table.lines.start > least && is_above(lines, table) {
            table.lines.start -= 1;
        }
        let above = table.lines.start.checked_sub(1).filter(|above| *above >= least);
        if above.is_some_and(|at| spread::is_above(&lines[at], &lines[at + 1], &table.columns, drawn)) {
            table.lines.start -= 1;
        }
        while table.lines.end < most && is_below(lines, table) {
            table.lines.end += 1;
        }
    }
}

fn is_cell_near(line: &Printed, beside: &Printed, columns: &[Column]) -> bool {
    let gap = (line.baseline - beside.baseline).abs();
    let size = beside.size.max(line.size);
    let alike = (line.size - beside.size).abs() < 0.08 * size;
    let inside = |it: &Stretch| {
        let at = columns_of(columns, it);
        let room = columns.get(at.end).map_or(f64::MAX, |next| next.left);
        let from = match at.start.checked_sub(1) {
            Some(before) => columns[before].right,
            None => columns[at.start].left - 1.0,
        };
        at.len() == 1 && it.left > from && it.right < room
    };
    line.is_text() && alike && gap < 1.6 * size && line.stretches.iter().all(inside)
}

/// Above: the first line of a cell that goes on beside or below the first row.
fn is_above(lines: &[Printed], table: &Found) -> bool {
    let (line, first) = (&lines[table.lines.start - 1], &lines[table.lines.start]);
    let gap = first.baseline - line.baseline;
    let close = gap < 0.95 * first.size || line.stretches.iter().all(|it| it.left > table.columns[0].right);
    let wrapped = is_wrapped(line, first, &table.columns) && line.bold == first.bold;
    is_cell_near(line, first, &table.columns) && (close || wrapped)
        || is_head_above(line, &lines[table.lines.clone()], &table.columns)
}

/// The head of a table whose first column has none, no further above than rows stand apart: words
/// over the last column alone, set as its cells are.
fn is_head_above(line: &Printed, rows: &[Printed], columns: &[Column]) -> bool {
    let ([only], [first, second, ..]) = (line.stretches.as_slice(), rows) else { return false };
    let (Some(last), [.., before, _]) = (columns.last(), columns) else { return false };
    let figured = rows.iter().take(3).all(|row| row.stretches.last().is_some_and(|it| is_figure(&it.text)));
    let pitch = (second.baseline - first.baseline).max(1.6 * first.size);
    let alike = (line.size - first.size).abs() < 0.08 * first.size;
    line.is_text()
        && alike
        && figured
        && !is_figure(&only.text)
        && first.baseline - line.baseline < 1.3 * pitch
        && only.left > before.right
        && (only.right - last.right).abs() < 1.5
}

/// Below: the last line of a cell.
fn is_below(lines: &[Printed], table: &Found) -> bool {
    let (line, last) = (&lines[table.lines.end], &lines[table.lines.end - 1]);
    let close = line.baseline - last.baseline < 0.95 * last.size;
    is_cell_near(line, last, &table.columns) && (close || is_wrapped(last, line, &table.columns))
}

/// Whether every stretch of the next line can go on with one of the line: the line had no
/// room for the next one's first word.
pub(super) fn is_wrapped(line: &Printed, next: &Printed, columns: &[Column]) -> bool {
    next.stretches.iter().all(|stretch| {
        let at = columns_of(columns, stretch);
        let above = line.stretches.iter().find(|it| columns_of(columns, it) == at);
        let room = columns.get(at.start).map_or(0.0, |it| it.right);
        at.len() == 1 && above.is_some_and(|it| it.right + 0.2 * it.size + stretch.first_word > room + 0.3)
    })
}
