//! Charts by their upright axis: figures alone on their lines that fall evenly from line to
//! line. What stands along the axes and between them is no text.

use super::printed::{Printed, Stretch};
use super::words::is_figure;
use std::ops::Range;

/// An axis has at least so many figures.
const LEAST_TICKS: usize = 3;
/// An axis and what stands beside it is on so many lines at most.
const MOST_LINES: usize = 120;
/// Longer words in a chart are text, in characters.
const LONGEST_LABEL: usize = 24;
/// Values of a chart without an upright axis, at least.
const LEAST_VALUES: usize = 4;
/// Categories along a level axis, at least.
const LEAST_CATEGORIES: usize = 3;
/// How far the pitch of categories may differ, in points.
const AWRY: f64 = 1.5;
/// Lines below the axis that name its categories, and what the colours mean, at most.
const MOST_BELOW: usize = 4;

/// Notes which lines are parts of charts.
pub(super) fn mark(lines: &mut [Printed]) {
    let mut at = 0;
    while at < lines.len() {
        let chart = axis(lines, at).map(|axis| with_labels(lines, axis));
        at = match chart.or_else(|| scattered(lines, at)) {
            Some(chart) => {
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
    line.is_text() && line.left() > axis.right() - 1.0 && line.size < 1.2 * axis.size && are_labels(line)
}

fn are_labels(line: &Printed) -> bool {
    line.stretches.iter().all(|it| it.text.chars().count() <= LONGEST_LABEL)
}

/// Values that stand over bars or points, with the categories and the meaning of colours below them: lines
/// of nothing but figures, hardly any with one for every category.
fn scattered(lines: &[Printed], start: usize) -> Option<Range<usize>> {
    let first = lines.get(start)?;
    let values = lines[start..].iter().take(MOST_LINES).take_while(|line| {
        let figures = line.stretches.iter().all(|it| is_figure(&it.text));
        figures && line.is_text() && is_small_as(line, first)
    });
    let values: Vec<&Printed> = values.collect();
    let (mut end, mut axis) = (start + values.len(), lines.get(start + values.len()));
    let mut values = values.as_slice();
    if let [above @ .., last] = values
        && are_even(last)
    {
        (end, axis, values) = (end - 1, Some(*last), above);
    }
    let axis = axis.filter(|axis| are_even(axis) && is_small_as(axis, first) && axis.is_text())?;
    let count: usize = values.iter().map(|line| line.stretches.len()).sum();
    let sparse = count * 2 < axis.stretches.len() * values.len();
    let over = |line: &&Printed| line.stretches.iter().all(|it| stands_over(it, axis));
    if count < LEAST_VALUES || !sparse || !values.iter().all(over) {
        return None;
    }
    end += 1;
    while let (Some(line), Some(before)) = (lines.get(end), lines.get(end - 1)) {
        let several = line.stretches.len() > 1 || line.dotted;
        let near = line.baseline - before.baseline < 4.0 * line.size;
        if !(near && several && line.is_text() && is_small_as(line, first) && are_labels(line)) {
            break;
        }
        end += 1;
    }
    Some(start..end)
}

fn is_small_as(line: &Printed, first: &Printed) -> bool {
    (line.size - first.size).abs() < 0.05 * first.size
}

/// Whether short words or years stand equally far apart: the categories of a chart.
fn are_even(line: &Printed) -> bool {
    let middles: Vec<f64> = line.stretches.iter().map(|it| (it.left + it.right) / 2.0).collect();
    let pitch = middles.get(1).zip(middles.first()).map_or(0.0, |(second, first)| second - first);
    let even = middles.windows(2).all(|pair| (pair[1] - pair[0] - pitch).abs() < AWRY);
    middles.len() >= LEAST_CATEGORIES && are_labels(line) && even
}

/// Whether a value stands between the outermost categories, or as far beyond as half their pitch.
fn stands_over(value: &Stretch, axis: &Printed) -> bool {
    let (from, to) = (axis.left(), axis.right());
    let beyond = (to - from) / axis.stretches.len() as f64;
    value.left > from - beyond && value.right < to + beyond
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
