//! Pages set in two columns: the left one is read to its end before the right one.

use super::printed::{Printed, Stretch};
use super::sheet::Rule;
use super::words::is_wordy;
use std::collections::HashMap;

/// Lines with words on both sides, at least, for a gutter.
const LEAST_LINES: usize = 6;

/// The lines in reading order.
pub(super) fn in_order(lines: Vec<Printed>, rules: &[Rule]) -> Vec<Printed> {
    let Some(gutter) = gutter(&lines).filter(|gutter| !is_ruled(&lines, rules, *gutter)) else {
        return lines;
    };
    let mut ordered = Vec::new();
    let mut open: Vec<Printed> = Vec::new();
    for line in lines {
        if line.is_running || crosses(&line, gutter) {
            ordered.extend(parted(std::mem::take(&mut open), gutter));
            ordered.push(line);
        } else {
            open.push(line);
        }
    }
    ordered.extend(parted(open, gutter));
    ordered
}

/// The left edge of the right column, where many lines begin again after a wide gap.
fn gutter(lines: &[Printed]) -> Option<f64> {
    let mut counts: HashMap<i64, (usize, f64)> = HashMap::new();
    for line in lines.iter().filter(|line| line.stretches.len() == 2 && !line.is_running) {
        let at = line.stretches[1].left;
        counts.entry(at.round() as i64).or_insert((0, at)).0 += 1;
    }
    let (count, at) = counts.into_values().max_by_key(|(count, _)| *count)?;
    (count >= LEAST_LINES).then_some(at)
}

/// Whether rules run across the gutter between lines: a table.
fn is_ruled(lines: &[Printed], rules: &[Rule], gutter: f64) -> bool {
    let parted = lines.iter().filter(|line| line.stretches.len() == 2);
    let (mut top, mut foot) = (f64::MAX, f64::MIN);
    parted.for_each(|line| (top, foot) = (top.min(line.baseline), foot.max(line.baseline)));
    let across = |rule: &&Rule| {
        let area = rule.area;
        area.x0 < gutter - 6.0 && area.x1 > gutter + 6.0 && area.y0 > top && area.y1 < foot
    };
    rules.iter().filter(across).count() >= 2
}

fn is_left(stretch: &Stretch, gutter: f64) -> bool {
    stretch.right < gutter - 0.5 * stretch.size
}

fn is_right(stretch: &Stretch, gutter: f64) -> bool {
    stretch.left > gutter - 1.5
}

fn crosses(line: &Printed, gutter: f64) -> bool {
    line.stretches.iter().any(|it| !is_left(it, gutter) && !is_right(it, gutter))
}

/// The left lines, then the right ones, where both sides are prose.
fn parted(lines: Vec<Printed>, gutter: f64) -> Vec<Printed> {
    let side = |keep: &dyn Fn(&Stretch) -> bool| -> Vec<Printed> {
        let kept = lines.iter().map(|line| {
            let stretches: Vec<Stretch> = line.stretches.iter().filter(|it| keep(it)).cloned().collect();
            let bold = stretches.iter().all(|it| it.bold);
            let size = stretches.first().map_or(line.size, |it| it.size);
            Printed { stretches, bold, size, ..line.clone() }
        });
        kept.filter(|line| !line.stretches.is_empty()).collect()
    };
    let left = side(&|it| is_left(it, gutter));
    let right = side(&|it| is_right(it, gutter));
    if is_prose(&left) && is_prose(&right) { left.into_iter().chain(right).collect() } else { lines }
}

/// Whether most lines are words that fill the column.
fn is_prose(lines: &[Printed]) -> bool {
    let from = lines.iter().map(Printed::left).fold(f64::MAX, f64::min);
    let to = lines.iter().map(Printed::right).fold(f64::MIN, f64::max);
    let fills = |line: &&Printed| {
        let [only] = line.stretches.as_slice() else { return false };
        only.right - from > 0.78 * (to - from) && is_wordy(&only.text) && only.text.contains(' ')
    };
    lines.len() >= LEAST_LINES && lines.iter().filter(fills).count() * 20 > lines.len() * 11
}
