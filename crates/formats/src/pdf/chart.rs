//! Charts by their upright axis: figures alone on their lines that fall evenly from line to
//! line. What stands along the axes and between them is no text.

use super::printed::Printed;
use super::words::is_figure;
use std::ops::Range;

/// An axis has at least so many figures.
const LEAST_TICKS: usize = 3;
/// An axis and what stands beside it is on so many lines at most.
const MOST_LINES: usize = 120;
/// Longer words in a chart are text, in characters.
const LONGEST_LABEL: usize = 24;
/// Lines below the axis that name its categories, and what the colours mean, at most.
const MOST_BELOW: usize = 4;

/// Notes which lines are parts of charts.
pub(super) fn mark(lines: &mut [Printed]) {
    let mut at = 0;
    while at < lines.len() {
        at = match axis(lines, at) {
            Some(axis) => {
                let chart = with_labels(lines, axis);
                lines[chart.clone()].iter_mut().for_each(|line| line.is_drawn = true);
                chart.end
            }
            None => at + 1,
        };
    }
}

/// The figure that stands alone on a line.
fn tick(line: &Printed) -> Option<f64> {
    let [only] = line.stretches.as_slice() else { return None };
    let digits: String = only.text.chars().filter(|c| !c.is_whitespace() && *c != '%').collect();
    let plain = digits.replace(',', ".").replace(['\u{2212}', '\u{2013}'], "-");
    (is_figure(&only.text) && line.is_text()).then(|| plain.parse().ok())?
}

/// Lines from the first figure of an axis to its last.
fn axis(lines: &[Printed], start: usize) -> Option<Range<usize>> {
    let (mut last, mut value) = (start, tick(&lines[start])?);
    let (mut count, mut step) = (1, None);
    for at in start + 1..lines.len().min(start + MOST_LINES) {
        let line = &lines[at];
        let down = line.baseline - lines[last].baseline;
        let found = tick(line).filter(|_| is_aligned(&lines[start], line));
        match (found, step) {
            (Some(own), None) if value > own && down > line.size => step = Some((value - own, down)),
            (Some(own), Some((fall, pitch)))
                if (value - own - fall).abs() < 1e-6 * fall && (down - pitch).abs() < 0.1 * pitch => {}
            _ if is_within(line, &lines[start]) => continue,
            _ => break,
        }
        (last, value, count) = (at, found?, count + 1);
    }
    (count >= LEAST_TICKS).then_some(start..last + 1)
}

fn is_aligned(first: &Printed, line: &Printed) -> bool {
    (first.right() - line.right()).abs() < 1.5 || (first.left() - line.left()).abs() < 1.5
}

/// Whether a line holds nothing but labels to the right of the axis.
fn is_within(line: &Printed, axis: &Printed) -> bool {
    line.is_text()
        && line.left() > axis.right() - 1.0
        && line.size < 1.2 * axis.size
        && line.stretches.iter().all(|it| it.text.chars().count() <= LONGEST_LABEL)
}

/// The axis with what it counts in above it, and what stands below it.
fn with_labels(lines: &[Printed], axis: Range<usize>) -> Range<usize> {
    let first = &lines[axis.start];
    let names_axis = |line: &Printed| {
        let short = line.stretches.len() == 1 && line.text().chars().count() <= LONGEST_LABEL;
        let near = first.baseline - line.baseline < 2.0 * first.size;
        let small = (line.size - first.size).abs() < 0.1 * first.size;
        short && near && small && line.is_text() && line.left() < first.right() + 2.0 * first.size
    };
    let above = axis.start.checked_sub(1).is_some_and(|at| names_axis(&lines[at]));
    let mut end = axis.end;
    while end < lines.len() && end < axis.end + MOST_BELOW {
        let (line, before) = (&lines[end], &lines[end - 1]);
        let near = line.baseline - before.baseline < 4.0 * line.size;
        let several = line.stretches.len() > 1 || line.dotted;
        if !(near && several && is_within(line, first)) {
            break;
        }
        end += 1;
    }
    axis.start - usize::from(above)..end
}
