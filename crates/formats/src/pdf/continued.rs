//! Tables that go on over the page without their head.

use super::Leaf;
use super::grid::{Column, Found, columns_of, extend};
use super::heads::has_amounts;
use super::printed::{Printed, Stretch};
use super::table::{self, Row};

/// How far the edges of a column may differ from page to page.
const AWRY: f64 = 2.0;
/// Rows further apart than this, in sizes, are not of one table.
const WIDEST_GAP: f64 = 3.4;

/// Lines of a label before a row's figures, at most, and how far apart they stand, in sizes.
const MOST_LABEL: usize = 4;
const LABEL_GAP: f64 = 1.6;

/// Lines of a head that are printed again, at most.
const MOST_HEAD: usize = 4;
/// Lines that go on with the cells of a row alone, at most.
const MOST_TAIL: usize = 6;
/// A label in the middle of a row's lines is one of so many first.
const MOST_MIDDLE: usize = 3;

/// The table that a page ends with.
#[derive(Debug)]
pub(super) struct Open {
    columns: Vec<Column>,
    size: f64,
    bold_head: bool,
    /// The words of its first lines, cell by cell.
    head: Vec<Vec<String>>,
    /// What stands last in each column.
    last: Vec<Option<Stretch>>,
}

/// Lines at the top of a page that go on with the table before.
#[derive(Debug)]
pub(super) struct More {
    pub found: Found,
    /// How many of the lines are the head again.
    head: usize,
}

impl More {
    /// Their rows; the rest of the last label is one of its own.
    pub fn rows(&self, leaf: &Leaf) -> Vec<Row> {
        let (lines, columns) = (&leaf.lines, &self.found.columns);
        let first = self.found.lines.start + self.head;
        let label = |line: &&Printed| {
            let at = line.stretches.first().map(|it| columns_of(columns, it).start);
            is_rest_of_label(line) && at == Some(0)
        };
        let rest = lines.get(first).filter(label);
        let start = first + usize::from(rest.is_some());
        let found = Found { lines: start..self.found.lines.end, columns: columns.clone() };
        let label = rest.map(|line| {
            let mut cells = vec![String::new(); columns.len()];
            cells.iter_mut().take(1).for_each(|cell| *cell = line.text());
            Row { cells, page: line.page, number: line.number }
        });
        label.into_iter().chain(table::rows(lines, &found, &leaf.drawn, false)).collect()
    }
}

fn cells(line: &Printed) -> Vec<String> {
    line.stretches.iter().map(|it| it.text.clone()).collect()
}

/// Whether a line is nothing but a word or some that go on in lower case.
fn is_rest_of_label(line: &Printed) -> bool {
    let [only] = line.stretches.as_slice() else { return false };
    only.text.starts_with(char::is_lowercase)
}

impl Open {
    /// The table at the end of a page, if its last words are of one. `more` are the rows at its top that
    /// went on with the table `before`.
    pub fn at_end(
        lines: &[Printed],
        tables: &[Found],
        more: Option<&More>,
        before: Option<Open>,
    ) -> Option<Open> {
        let more = more.map(|more| &more.found);
        let last = tables.iter().chain(more).max_by_key(|table| table.lines.end)?;
        let first = lines.get(last.lines.start)?;
        let ends = lines.get(last.lines.end..)?.iter().all(|line| !line.is_text());
        let own = lines.get(last.lines.clone())?;
        let goes_on = more.is_some_and(|more| more.lines == last.lines);
        let head = match before.filter(|_| goes_on) {
            Some(before) => before.head,
            None => own.iter().take(MOST_HEAD).map(cells).collect(),
        };
        let mut open = Open {
            columns: last.columns.clone(),
            size: first.size,
            bold_head: first.bold,
            head,
            last: vec![None; last.columns.len()],
        };
        for stretch in own.iter().flat_map(|line| &line.stretches) {
            let at = columns_of(&open.columns, stretch).start;
            open.last.iter_mut().skip(at).take(1).for_each(|last| *last = Some(stretch.clone()));
        }
        ends.then_some(open)
    }

    /// The rows at the top of the next page that go on with the table.
    pub fn rows_at_top(&self, lines: &[Printed], tables: &[Found]) -> Option<More> {
        let top = lines.iter().position(|line| !line.is_running)?;
        let head = self.head_again(&lines[top..]);
        // A head that is printed again right above rows is read with them.
        if head > 0 && tables.iter().any(|table| table.lines.start == top) {
            return None;
        }
        let first = top + head;
        let lone = self.labels(&lines[first..]);
        let row = first + lone;
        // A label that the end of the page parted in the midst of a word or of words goes on alone.
        let start = first + usize::from(lone > 0 && self.is_rest(&lines[first]));
        let found = tables.iter().find(|table| table.lines.contains(&row));
        let end = match found {
            Some(found) => found.lines.end,
            None => row + self.rows(&lines[row..]),
        };
        let rows = || {
            let (own, line) = (lines.get(start..end).filter(|own| !own.is_empty())?, lines.get(row)?);
            let headless = head > 0
                || has_amounts(line)
                || found.is_some() && self.bold_head && !line.bold
                || lone == 0 && self.tail(&lines[first..]) > 0;
            let found = || Found { lines: top..end, columns: self.widened(own) };
            (headless && self.are_rows(own)).then(|| More { found: found(), head })
        };
        let tail = || {
            let end = first + self.tail(&lines[first..]);
            let found = Found { lines: top..end, columns: self.columns.clone() };
            (end > first).then_some(More { found, head })
        };
        rows().or_else(tail)
    }

    /// How many lines print the head again.
    fn head_again(&self, lines: &[Printed]) -> usize {
        let named = lines.first().is_some_and(|line| line.stretches.len() > 1 && !has_amounts(line));
        let same = lines.iter().zip(&self.head).take_while(|(line, head)| cells(line) == **head);
        if named { same.count() } else { 0 }
    }

    /// How many lines go on with the cells of the last row, in lower case and where these had no room for
    /// more, and stand apart from what follows.
    fn tail(&self, lines: &[Printed]) -> usize {
        let in_cell = |it: &Stretch| {
            let own = self.columns.get(columns_of(&self.columns, it).start);
            self.holds(it) && own.is_some_and(|own| it.right < own.right + it.size)
        };
        let full = |it: &Stretch| {
            let at = columns_of(&self.columns, it).start;
            let (Some(column), Some(Some(last))) = (self.columns.get(at), self.last.get(at)) else {
                return false;
            };
            last.right + 0.2 * last.size + it.first_word > column.right && !last.text.ends_with(['.', ':'])
        };
        let of_cells = |at: &usize| {
            let line = &lines[*at];
            let near = at
                .checked_sub(1)
                .is_none_or(|above| line.baseline - lines[above].baseline < LABEL_GAP * line.size);
            let alike = (line.size - self.size).abs() < 0.05 * self.size && !line.bold && line.is_text();
            near && alike && line.stretches.iter().all(in_cell)
        };
        let opens =
            |line: &Printed| line.text().starts_with(char::is_lowercase) && line.stretches.iter().all(full);
        let count = (0..lines.len().min(MOST_TAIL)).take_while(of_cells).count();
        if lines.first().is_some_and(opens) { count } else { 0 }
    }

    /// How many lines of nothing but a label stand before a row that has more.
    fn labels(&self, lines: &[Printed]) -> usize {
        let near = |at: &usize| {
            let pair = lines.get(*at).zip(lines.get(at + 1));
            pair.is_some_and(|(line, next)| next.baseline - line.baseline < LABEL_GAP * line.size)
        };
        let rest = |at: &usize| *at == 0 && is_rest_of_label(&lines[0]);
        let label = |at: &usize| (near(at) || rest(at)) && lines.get(*at).is_some_and(|it| self.is_label(it));
        let count = (0..MOST_LABEL).take_while(label).count();
        if lines.get(count).is_some_and(|line| line.stretches.len() > 1) { count } else { 0 }
    }

    /// Whether a line is words in the first column alone.
    fn is_label(&self, line: &Printed) -> bool {
        let at = line.stretches.first().map(|it| columns_of(&self.columns, it));
        let left = self.columns.first().is_some_and(|it| (it.left - line.left()).abs() < AWRY);
        line.is_text() && line.stretches.len() == 1 && !line.bold && left && at.is_some_and(|at| at == (0..1))
    }

    /// Whether a line is the rest of a label: words in lower case in the first column alone.
    fn is_rest(&self, line: &Printed) -> bool {
        is_rest_of_label(line) && self.is_label(line)
    }

    /// How many of the lines could be rows of the table, where they are too few to be one by themselves.
    fn rows(&self, lines: &[Printed]) -> usize {
        let near = |at: usize| {
            let before = at.checked_sub(1).map(|before| &lines[before]);
            before.is_none_or(|it| lines[at].baseline - it.baseline < WIDEST_GAP * it.size)
        };
        let rows = (0..lines.len()).take_while(|at| lines[*at].stretches.len() > 1 && near(*at)).count();
        rows.max(self.wrapped(lines))
    }

    /// As `rows`, of cells that go over several lines: lines close to one another, all of them in the columns
    /// and one at least in several.
    fn wrapped(&self, lines: &[Printed]) -> usize {
        let gap = |at: usize| (lines[at].baseline - lines[at - 1].baseline) / lines[at].size.max(1.0);
        let in_cells = |line: &Printed| {
            let inside = |it: &Stretch| columns_of(&self.columns, it).len() == 1 && self.holds(it);
            line.is_text() && !line.bold && line.stretches.iter().all(inside)
        };
        let mut end = 0;
        while end < lines.len() && (end == 0 || gap(end) < WIDEST_GAP) {
            let close = (end + 1..lines.len()).take_while(|at| gap(*at) < LABEL_GAP).count();
            let own = &lines[end..end + 1 + close];
            if !own.iter().all(in_cells) || own.iter().all(|line| line.stretches.len() < 2) {
                break;
            }
            end += own.len();
        }
        end
    }

    /// Whether words begin with a column and end before the next.
    fn holds(&self, it: &Stretch) -> bool {
        let at = columns_of(&self.columns, it);
        let room = self.columns.get(at.end).map_or(f64::MAX, |next| next.left);
        let own = self.columns.get(at.start).filter(|_| at.len() == 1);
        own.is_some_and(|own| (own.left - it.left).abs() < AWRY && it.right < room)
    }

    /// Whether lines begin with a label and stand in the table's columns, edge below edge.
    fn are_rows(&self, lines: &[Printed]) -> bool {
        let mut met = vec![(f64::MAX, f64::MIN); self.columns.len()];
        for stretch in lines.iter().flat_map(|line| &line.stretches) {
            let at = columns_of(&self.columns, stretch);
            let overlaps = self.columns.get(at.start).is_some_and(|column| column.overlaps(stretch));
            let Some(edges) = met.get_mut(at.start).filter(|_| at.len() == 1 && overlaps) else {
                return false;
            };
            *edges = (edges.0.min(stretch.left), edges.1.max(stretch.right));
        }
        let alike =
            lines.iter().all(|line| line.is_text() && (line.size - self.size).abs() < 0.05 * self.size);
        let in_place =
            self.columns.iter().zip(&met).filter(|(_, met)| met.0 < met.1).all(|(column, met)| {
                (column.left - met.0).abs() < AWRY || (column.right - met.1).abs() < AWRY
            });
        // The label of the first row may stand in the middle of its lines.
        let left = self.columns.first().map_or(f64::MIN, |it| it.left);
        let labelled = lines.iter().take(MOST_MIDDLE).any(|line| (line.left() - left).abs() < AWRY);
        alike && in_place && labelled && met.iter().filter(|met| met.0 < met.1).count() > 1
    }

    fn widened(&self, lines: &[Printed]) -> Vec<Column> {
        let mut columns = self.columns.clone();
        for stretch in lines.iter().flat_map(|line| &line.stretches) {
            let at = columns_of(&columns, stretch);
            if at.len() == 1 {
                extend(&mut columns, at.start, stretch);
            }
        }
        columns
    }
}
