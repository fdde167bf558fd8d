//! Columns whose names are set otherwise than what stands below them: to the left above figures that are set
//! to the right, as a spreadsheet sets them. A name then touches none of its figures, and may stand nearer to
//! those of the column before.

use super::grid::{Column, is_row};
use super::heads::has_amounts;
use super::printed::Printed;

/// How far a name may reach over the figures of the next column, in points.
const AWRY: f64 = 0.5;

/// The columns of a table's rows, each with its name: as many names as columns, in the same order, none of
/// which reaches a column before or behind its own. Nothing where every name touches what it names, or where
/// there are other names than columns.
pub(super) fn columns(
    lines: &[Printed],
    merged: impl Fn(&[&Printed], &[Printed]) -> Vec<Column>,
) -> Option<Vec<Column>> {
    let first = lines.iter().position(has_amounts)?;
    let (head, body) = lines.split_at(first);
    let of = |lines: &[Printed]| {
        let rows: Vec<&Printed> = lines.iter().filter(|line| is_row(line)).collect();
        (!rows.is_empty()).then(|| merged(&rows, lines))
    };
    let (names, mut columns) = (of(head)?, of(body)?);
    let unnamed = columns.len().checked_sub(names.len()).filter(|more| *more < 2)?;
    let mut touches = true;
    for (at, name) in names.iter().enumerate().map(|(at, name)| (at + unnamed, name)) {
        let own = columns[at];
        let before = at.checked_sub(1).map_or(f64::MIN, |before| columns[before].right);
        let behind = columns.get(at + 1).map_or(f64::MAX, |next| next.left);
        if name.left < before - AWRY || name.right > behind + AWRY {
            return None;
        }
        touches &= own.right.min(name.right) - own.left.max(name.left) > AWRY;
    }
    if touches {
        return None;
    }
    for (column, name) in columns.iter_mut().skip(unnamed).zip(&names) {
        *column = Column { left: column.left.min(name.left), right: column.right.max(name.right) };
    }
    Some(columns)
}
