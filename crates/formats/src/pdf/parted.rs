//! Two cells of a row that stand so near that they were taken for one: "271,4 15,8". The other rows tell that
//! they are of two columns.

use super::drawn::Drawn;
use super::grid::{self, Column, Found, columns_of};
use super::printed::{Printed, Stretch};
use super::words::is_figure;

/// Figures so near to the edge of another row's stand below it, in points.
const NEAR: f64 = 1.5;
/// Words begin below one another where their left edges are so near, in points.
const BELOW: f64 = 1.0;
/// Rows that have both columns, at least.
const FEWEST_ROWS: usize = 2;

/// Parts what is of two columns that stand in one stretch.
pub(super) fn part(lines: &mut [Printed], drawn: &Drawn) {
    if !lines.iter().flat_map(|line| &line.stretches).any(may_be_two) {
        return;
    }
    for found in grid::tables(lines, drawn) {
        let parts = parts(lines, &found);
        for (line, at, halves) in parts.into_iter().rev() {
            lines[line].stretches.splice(at..=at, halves);
        }
    }
}

fn may_be_two(stretch: &Stretch) -> bool {
    !stretch.gaps.is_empty()
}

/// The lines and the stretches that are two cells, with both.
fn parts(lines: &[Printed], found: &Found) -> Vec<(usize, usize, [Stretch; 2])> {
    let mut parts = Vec::new();
    for line in found.lines.clone() {
        for (at, stretch) in lines[line].stretches.iter().enumerate().filter(|(_, it)| may_be_two(it)) {
            let columns = columns_of(&found.columns, stretch);
            let Some([left, right]) = found.columns.get(columns) else { continue };
            let beside = lines[line].stretches.iter().filter(|it| left.overlaps(it) || right.overlaps(it));
            let halves = stretch.gaps.iter().filter_map(|gap| stretch.parted(*gap));
            let halves = halves.filter(|(a, b)| in_place(a, left, right) && in_place(b, right, left));
            let rows = &lines[found.lines.clone()];
            let told = halves.filter(|halves| match is_figure(&stretch.text) {
                true => are_told(halves, rows, (left, right)),
                false => begin_below(halves, rows),
            });
            let told: Vec<(Stretch, Stretch)> = told.collect();
            if let ([(a, b)], 1) = (told.as_slice(), beside.count()) {
                parts.push((line, at, [a.clone(), b.clone()]));
            }
        }
    }
    parts
}

/// Whether a half stands in its column and not in the other.
fn in_place(half: &Stretch, own: &Column, other: &Column) -> bool {
    own.overlaps(half) && !other.overlaps(half)
}

/// Whether other rows have a figure in each of the columns, and both halves stand below such ones.
fn are_told((a, b): &(Stretch, Stretch), lines: &[Printed], (left, right): (&Column, &Column)) -> bool {
    let below = |half: &Stretch, it: &Stretch| {
        let edged = (half.right - it.right).abs() < NEAR || (half.left - it.left).abs() < NEAR;
        edged || (half.left + half.right - it.left - it.right).abs() < 2.0 * NEAR
    };
    if !is_figure(&a.text) || !is_figure(&b.text) {
        return false;
    }
    let (mut rows, mut first, mut second) = (0, 0, 0);
    for line in lines {
        let only = |own: &Column, other: &Column| {
            line.stretches.iter().find(|it| own.overlaps(it) && !other.overlaps(it) && is_figure(&it.text))
        };
        let Some((own, next)) = only(left, right).zip(only(right, left)) else { continue };
        rows += 1;
        first += usize::from(below(a, own));
        second += usize::from(below(b, next));
    }
    rows >= FEWEST_ROWS && first > 0 && second > 0
}

/// Whether words begin where cells of other rows do: the first half where one does, the second where some do, or
/// a name of the head.
fn begin_below((a, b): &(Stretch, Stretch), lines: &[Printed]) -> bool {
    let count = |half: &Stretch, lines: &[Printed]| {
        let all = lines.iter().flat_map(|line| &line.stretches);
        all.filter(|it| (it.left - half.left).abs() < BELOW && it.right != half.right).count()
    };
    let named =
        lines.first().filter(|line| line.bold).is_some_and(|line| count(b, std::slice::from_ref(line)) == 1);
    let worded = !is_figure(&a.text) && !is_figure(&b.text);
    worded && count(a, lines) > 1 && (named || count(b, lines) >= FEWEST_ROWS)
}
