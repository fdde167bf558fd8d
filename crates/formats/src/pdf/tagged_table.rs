//! The rows of a table by a file's own tags.

use super::blocks::Words;
use super::printed::by;
use super::table::Row;
use super::tagged::Held;
use super::tags::{Cell, Kind};
use super::words::joined;
use std::collections::HashSet;

/// Columns of a table at most.
const MOST_COLUMNS: usize = 500;
/// Cells of a table at most.
const MOST_CELLS: usize = 2_000_000;
/// How much work a table is worth to set cells right that stand in the wrong column.
const MOST_STEPS: usize = 50_000_000;

/// A cell with its place in the table.
struct Placed<'a> {
    row: usize,
    column: usize,
    cell: Cell,
    held: Option<&'a Held<'a>>,
}

/// The rows of a table. A cell that spans columns stands in the first of them, in the head in
/// all; the rows of the head are joined column by column.
pub(super) fn rows(cells: &[(&Held<'_>, Cell)], kinds: &[Kind]) -> Vec<Row> {
    let mut placed = placed(cells, kinds);
    let count = placed.last().map_or(0, |it| it.row + 1);
    let width = placed.iter().map(|it| it.column + it.cell.columns).max().unwrap_or(0);
    let width = width.min(MOST_CELLS / count.max(1));
    if count.saturating_mul(placed.len()) < MOST_STEPS {
        set_right(&mut placed, width, count);
    }
    let heads = head_rows(&placed, width).unwrap_or(count);
    let mut grid = vec![Row { cells: vec![String::new(); width], ..Row::default() }; count];
    for it in &placed {
        let Some(held) = it.held else { continue };
        let times = if it.row < heads { it.cell.columns } else { 1 };
        put(&mut grid[it.row], it.column, times, held, it.cell.is_head);
    }
    with_one_head(grid, heads)
}

/// How many rows are the head, where the table has more: a cell alone over all columns below the first
/// row opens a section, also where it is tagged as a heading.
fn head_rows(placed: &[Placed<'_>], width: usize) -> Option<usize> {
    let section =
        |row: &[Placed<'_>]| matches!(row, [only] if only.row > 0 && width > 1 && only.cell.columns >= width);
    let body = |row: &&[Placed<'_>]| section(row) || row.iter().any(|it| !it.cell.is_head);
    placed.chunk_by(|a, b| a.row == b.row).find(body).map(|row| row[0].row)
}

/// Every cell of the table's elements, also the empty ones, at its row and column.
fn placed<'a>(cells: &[(&'a Held<'a>, Cell)], kinds: &[Kind]) -> Vec<Placed<'a>> {
    let (Some((first, of)), Some((last, _))) = (cells.first(), cells.last()) else { return Vec::new() };
    let of_table = |at: &usize| matches!(kinds.get(*at), Some(Kind::Cell(cell)) if cell.table == of.table);
    let start = (0..first.owner).rev().take_while(of_table).last().unwrap_or(first.owner);
    let end = (last.owner..kinds.len()).take_while(of_table).last().unwrap_or(last.owner);
    let mut texts = cells.iter().peekable();
    let mut taken: Vec<usize> = Vec::new();
    let mut found: Vec<Placed<'a>> = Vec::new();
    let (mut row, mut column, mut own_row) = (0, 0, None);
    for owner in start..=end {
        let Some(Kind::Cell(cell)) = kinds.get(owner).copied() else { continue };
        if own_row.is_some_and(|own| own != cell.row) {
            (row, column) = (row + 1, 0);
            taken.iter_mut().for_each(|left| *left = left.saturating_sub(1));
        }
        own_row = Some(cell.row);
        while taken.get(column).is_some_and(|left| *left > 0) {
            column += 1;
        }
        let held = texts.next_if(|(held, _)| held.owner == owner).map(|(held, _)| *held);
        if column + cell.columns > MOST_COLUMNS {
            continue;
        }
        found.push(Placed { row, column, cell, held });
        taken.resize(taken.len().max(column + cell.columns), 0);
        taken[column..column + cell.columns].iter_mut().for_each(|left| *left = cell.rows);
        column += cell.columns;
    }
    found
}

fn edges(held: &Held<'_>) -> (f64, f64) {
    let all = held.parts.iter().flat_map(|part| &part.stretches);
    all.fold((f64::MAX, f64::MIN), |(left, right), it| (left.min(it.left), right.max(it.right)))
}

/// Some files leave out empty cells: in rows that are too short, cells go where they stand.
fn set_right(placed: &mut [Placed<'_>], width: usize, count: usize) {
    let lengths: Vec<usize> = (0..count)
        .map(|row| placed.iter().filter(|it| it.row == row).map(|it| it.cell.columns).sum())
        .collect();
    let spanned: HashSet<usize> = placed
        .iter()
        .filter(|it| it.cell.rows > 1)
        .flat_map(|it| it.row..(it.row + it.cell.rows).min(count))
        .collect();
    let mut columns = vec![(f64::MAX, f64::MIN); width];
    for it in placed.iter().filter(|it| lengths[it.row] == width && it.cell.columns == 1 && it.column < width)
    {
        let (left, right) = it.held.map_or((f64::MAX, f64::MIN), edges);
        columns[it.column] = (columns[it.column].0.min(left), columns[it.column].1.max(right));
    }
    for row in (0..count).filter(|row| lengths[*row] < width && !spanned.contains(row)) {
        let mut least = 0;
        for it in placed.iter_mut().filter(|it| it.row == row) {
            let Some((left, right)) = it.held.map(edges) else { continue };
            let away = |at: &usize| (columns[*at].0 - right).max(left - columns[*at].1);
            let nearest = (least..width).min_by(|a, b| by(away(a), away(b)));
            it.column = nearest.unwrap_or(it.column).min(width - it.cell.columns.min(width));
            least = it.column + 1;
        }
    }
}

/// The page that holds most of a cell, the first of those that hold as much.
fn main_page(held: &Held<'_>) -> u32 {
    let mut lengths: Vec<(u32, usize)> = Vec::new();
    for part in &held.parts {
        let length = part.words().text.len();
        match lengths.last_mut() {
            Some((page, own)) if *page == part.line.page => *own += length,
            _ => lengths.push((part.line.page, length)),
        }
    }
    lengths.into_iter().rev().max_by_key(|(_, length)| *length).map_or(0, |(page, _)| page)
}

/// Writes a cell; of a head that pages repeat only one.
fn put(row: &mut Row, column: usize, times: usize, held: &Held<'_>, head: bool) {
    let first = held.parts.first().map_or((0, 0), |part| (part.line.page, part.line.number));
    let page = main_page(held);
    let parts = held.parts.iter().filter(|part| !head || part.line.page == page);
    let lines: Vec<Words> = parts.map(|part| part.words()).collect();
    let text = joined(lines.iter().map(|it| it.text.as_str()));
    row.cells.iter_mut().skip(column).take(times).for_each(|cell| cell.clone_from(&text));
    if row.page == 0 || first < (row.page, row.number) {
        (row.page, row.number) = first;
    }
}

/// The rows of the head as one, column by column.
fn with_one_head(grid: Vec<Row>, heads: usize) -> Vec<Row> {
    if heads < 2 || heads == grid.len() {
        return grid;
    }
    let mut rows = grid.into_iter();
    let mut head = rows.next().unwrap_or_default();
    for below in rows.by_ref().take(heads - 1) {
        for (cell, more) in head.cells.iter_mut().zip(&below.cells) {
            *cell = joined([cell.as_str(), more.as_str()].into_iter().filter(|it| !it.is_empty()));
        }
    }
    std::iter::once(head).chain(rows).collect()
}
