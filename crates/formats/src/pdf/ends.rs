//! The foot of a page that parts a table: its head alone, or one cell of a row whose others stand on the next page.

use super::Leaf;
use super::grid::{Column, Found, columns_of};
use super::heads::is_bold_head;
use super::printed::{Printed, Stretch};

/// How far the edges of a column may differ from page to page, in points.
const AWRY: f64 = 2.0;
/// Rows further apart than this, in sizes, are not of one table.
const WIDEST_GAP: f64 = 3.4;

/// Adds such lines to the tables of their pages, where the next page begins with a table of the same columns.
pub(super) fn close(leaves: &[Leaf], tables: &mut [Vec<Found>]) {
    for at in 0..leaves.len().saturating_sub(1) {
        let lines = &leaves[at].lines;
        let top = leaves[at + 1].lines.iter().position(|line| !line.is_running);
        let next = top.and_then(|top| tables[at + 1].iter().find(|table| table.lines.start == top));
        let (Some(last), Some(next)) = (lines.iter().rposition(Printed::is_text), next) else { continue };
        let columns = next.columns.clone();
        let headed = leaves[at + 1].lines.get(next.lines.start).is_some_and(is_bold_head);
        match tables[at].last_mut() {
            Some(own) if own.lines.end > last => {}
            Some(own) if own.lines.end == last && are_same(&own.columns, &columns) => {
                if is_cell(&lines[last], &lines[last - 1], &own.columns) {
                    own.lines.end += 1;
                }
            }
            _ => {
                let heads = |line: &Printed| is_bold_head(line) && names(line, &columns);
                let alone = !headed && heads(&lines[last]);
                let above = last
                    .checked_sub(1)
                    .filter(|above| heads(&lines[*above]) && is_cell(&lines[last], &lines[*above], &columns));
                let start = if alone { Some(last) } else { above };
                let free = |start: &usize| tables[at].last().is_none_or(|own| own.lines.end <= *start);
                if let Some(start) = start.filter(free) {
                    tables[at].push(Found { lines: start..last + 1, columns });
                }
            }
        }
    }
}

fn are_same(own: &[Column], next: &[Column]) -> bool {
    own.len() == next.len() && own.iter().zip(next).all(|(a, b)| (a.left - b.left).abs() < AWRY)
}

/// Whether the words of a line name columns, one each, from their left edges on.
fn names(line: &Printed, columns: &[Column]) -> bool {
    let in_place = |(it, column): (&Stretch, &Column)| (it.left - column.left).abs() < AWRY;
    line.stretches.len() == columns.len() && line.stretches.iter().zip(columns).all(in_place)
}

/// Whether a line is words in a column beyond the labels and nothing else.
fn is_cell(line: &Printed, above: &Printed, columns: &[Column]) -> bool {
    let [only] = line.stretches.as_slice() else { return false };
    let at = columns_of(columns, only);
    let room = columns.get(at.end).map_or(f64::MAX, |next| next.left);
    let placed = columns.get(at.start).is_some_and(|own| (own.left - only.left).abs() < AWRY);
    let alike = (line.size - above.size).abs() < 0.05 * line.size && !line.bold;
    let near = line.baseline - above.baseline < WIDEST_GAP * line.size;
    at.len() == 1 && at.start > 0 && placed && only.right < room && alike && near
}
