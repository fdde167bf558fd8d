//! Heads of tables: one that stands in the midst of rows opens a table of its own.

use super::printed::Printed;
use super::table::is_year;
use super::words::is_figure;
use std::ops::Range;

/// Words over the columns, at least.
const FEWEST_WORDS: usize = 2;

/// Where the first table of a run of rows ends, because another head follows.
pub(super) fn first_table(lines: &[Printed], run: Range<usize>) -> Range<usize> {
    let bold = lines.get(run.start).is_some_and(is_bold_head);
    let opens = |at: &usize| {
        let rows = lines[run.start..*at].iter().rev();
        let above = rows.clone().find(|line| line.stretches.len() > 1);
        let lone = lines[*at - 1].stretches.len() == 1 && is_left(&lines[*at - 1], &lines[*at]);
        let below = lines[*at + 1..run.end].iter().find(|line| line.stretches.len() > 1);
        let head = bold && is_bold_head(&lines[*at]) || lone && is_dated_head(&lines[*at]);
        head && above.is_some_and(has_amounts)
            && below.is_some_and(|line| !is_bold_head(line) || has_amounts(line))
    };
    let end = (run.start + 2..run.end.saturating_sub(1)).find(opens);
    let last = |end: usize| (run.start..end).rev().find(|at| lines[*at].stretches.len() > 1);
    run.start..end.and_then(last).map_or(run.end, |at| at + 1)
}

/// Whether a line stands no further to the right than the row below it: a caption, no wrapped cell.
fn is_left(line: &Printed, row: &Printed) -> bool {
    line.left() < row.left() + 1.0
}

/// Whether a line holds figures other than years beyond its label.
pub(super) fn has_amounts(line: &Printed) -> bool {
    line.stretches.iter().skip(1).any(|it| is_figure(&it.text) && !is_year(&it.text))
}

pub(super) fn is_bold_head(line: &Printed) -> bool {
    let words = line.stretches.iter().all(|it| it.bold && (!is_figure(&it.text) || is_year(&it.text)));
    line.stretches.len() >= FEWEST_WORDS && words
}

/// Whether words with years, and nothing else, stand over columns: "Objekt", "2031", "2032".
fn is_dated_head(line: &Printed) -> bool {
    let beyond = || line.stretches.iter().skip(1);
    let dated = |text: &str| text.split(' ').any(is_year);
    let named = beyond().all(|it| !is_figure(&it.text) || is_year(&it.text));
    beyond().count() >= FEWEST_WORDS && named && beyond().all(|it| dated(&it.text))
}
