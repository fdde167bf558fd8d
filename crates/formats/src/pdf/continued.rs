//! Tables that go on over the page without their head.

use super::grid::{Column, Found, columns_of, extend};
use super::heads::has_amounts;
use super::printed::Printed;

/// How far the edges of a column may differ from page to page.
const AWRY: f64 = 2.0;
/// Rows further apart than this, in sizes, are not of one table.
const WIDEST_GAP: f64 = 3.4;

/// Lines of a label before a row's figures, at most, and how far apart they stand, in sizes.
const MOST_LABEL: usize = 4;
const LABEL_GAP: f64 = 1.6;

/// The table that a page ends with.
#[derive(Debug)]
pub(super) struct Open {
    columns: Vec<Column>,
    size: f64,
    bold_head: bool,
}

/// Whether a line is nothing but a word or some that go on in lower case.
pub(super) fn is_rest_of_label(line: &Printed) -> bool {
    let [only] = line.stretches.as_slice() else { return false };
    only.text.starts_with(char::is_lowercase)
}

impl Open {
    /// The table at the end of a page, if its last words are of one. `more` are the rows at its top that
    /// went on with the table before.
    pub fn at_end(lines: &[Printed], tables: &[Found], more: Option<Found>) -> Option<Open> {
        let last = tables.iter().chain(more.as_ref()).max_by_key(|table| table.lines.end)?;
        let first = lines.get(last.lines.start)?;
        let ends = lines.get(last.lines.end..)?.iter().all(|line| !line.is_text());
        ends.then(|| Open { columns: last.columns.clone(), size: first.size, bold_head: first.bold })
    }

    /// The rows at the top of the next page that go on with the table.
    pub fn rows_at_top(&self, lines: &[Printed], tables: &[Found]) -> Option<Found> {
        let first = lines.iter().position(|line| !line.is_running)?;
        let lone = self.labels(&lines[first..]);
        let row = first + lone;
        // A label that the end of the page parted in the midst of a word or of words goes on alone.
        let start = first + usize::from(lone > 0 && self.is_rest(&lines[first]));
        let found = tables.iter().find(|table| table.lines.contains(&row));
        let end = match found {
            Some(found) => found.lines.end,
            None => row + self.rows(&lines[row..]),
        };
        let (own, top) = (lines.get(start..end).filter(|own| !own.is_empty())?, lines.get(row)?);
        let headless = has_amounts(top) || found.is_some() && self.bold_head && !top.bold;
        (headless && self.are_rows(own)).then(|| Found { lines: first..end, columns: self.widened(own) })
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
        (0..lines.len()).take_while(|at| lines[*at].stretches.len() > 1 && near(*at)).count()
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
        let labelled = lines.first().zip(self.columns.first());
        let labelled = labelled.is_some_and(|(line, column)| (line.left() - column.left).abs() < AWRY);
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
