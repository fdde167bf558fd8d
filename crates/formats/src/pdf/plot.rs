//! Charts by what is drawn: the lines that begin beside the figures of an upright axis, and bars that stand
//! on one line or begin at one edge. What stands along them and between is no text, also where another chart
//! or text is beside it.

use super::drawn::{Drawn, MOST};
use super::printed::{Printed, Stretch};
use super::words::is_figure;
use hayro_interpret::kurbo::{Point, Rect};
use std::collections::BTreeMap;

/// Figures of an axis, or bars, at least.
const FEWEST: usize = 3;
/// Charts on a page, at most.
const MOST_CHARTS: usize = 40;
/// How far from a figure of the axis its line begins at most, in points.
const BESIDE: f64 = 14.0;
/// Lines across a chart are so long at least, in points.
const SHORTEST_LINE: f64 = 40.0;
/// The figure of an axis stands so near to the height of its line, in sizes.
const LEVEL: f64 = 0.3;
/// Sizes of the words of one chart differ by this share at most.
const ALIKE: f64 = 0.15;
/// Rows of names below a chart: so many at most, and so near to one another, in sizes.
const MOST_BELOW: usize = 3;
const NEAR: f64 = 2.6;
/// Longer words along a chart are text, in characters.
const LONGEST_LABEL: usize = 28;

/// A chart: where it is and how large its words are, where that is known.
#[derive(Debug, Clone, Copy)]
struct Plot {
    area: Rect,
    size: Option<f64>,
}

/// Notes what is part of charts; lines that also hold other words are parted.
pub(super) fn mark(lines: &mut Vec<Printed>, drawn: &Drawn) {
    if drawn.level.len() > MOST || drawn.areas.len() > MOST {
        return;
    }
    let mut plots = axes(lines, drawn);
    plots.extend(upright_bars(lines, drawn).into_iter().chain(level_bars(lines, drawn)));
    plots.truncate(MOST_CHARTS);
    if plots.is_empty() {
        return;
    }
    let plots: Vec<Plot> = plots.into_iter().map(|plot| with_names(plot, lines)).collect();
    let parted = std::mem::take(lines).into_iter().flat_map(|line| parted(line, &plots));
    *lines = parted.collect();
}

/// The drawn words of a line and the others.
fn parted(line: Printed, plots: &[Plot]) -> Vec<Printed> {
    if !line.is_text() {
        return vec![line];
    }
    let inside = |it: &Stretch| plots.iter().any(|plot| plot.holds(it, line.baseline));
    let (own, rest): (Vec<Stretch>, Vec<Stretch>) = line.stretches.iter().cloned().partition(inside);
    if own.is_empty() {
        return vec![line];
    }
    let bold = rest.iter().all(|it| it.bold);
    let size = rest.first().map_or(line.size, |it| it.size);
    let text = Printed { stretches: rest, bold, size, ..line.clone() };
    let drawn = Printed { stretches: own, is_drawn: true, ..line };
    if text.stretches.is_empty() { vec![drawn] } else { vec![drawn, text] }
}

impl Plot {
    fn holds(&self, stretch: &Stretch, baseline: f64) -> bool {
        let middle = Point::new((stretch.left + stretch.right) / 2.0, baseline - 0.3 * stretch.size);
        let alike = self.size.is_none_or(|size| is_alike(size, stretch.size));
        alike && is_label(stretch) && self.area.contains(middle)
    }
}

fn is_alike(a: f64, b: f64) -> bool {
    (a - b).abs() < ALIKE * a
}

fn is_label(stretch: &Stretch) -> bool {
    stretch.text.chars().count() <= LONGEST_LABEL
}

/// Charts by figures with a line beginning beside each.
fn axes(lines: &[Printed], drawn: &Drawn) -> Vec<Plot> {
    let mut ticks: BTreeMap<i64, (usize, Rect, f64)> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.is_text()) {
        for stretch in line.stretches.iter().filter(|it| is_figure(&it.text)) {
            let Some(rule) = line_beside(stretch, line.baseline, drawn) else { continue };
            let from = line.baseline - 1.6 * stretch.size;
            let own = Rect::new(stretch.left - 1.0, from, rule.x1 + 1.0, line.baseline + 0.4 * stretch.size);
            let tick = ticks.entry(rule.x0.round() as i64).or_insert((0, own, stretch.size));
            (tick.0, tick.1) = (tick.0 + 1, tick.1.union(own));
        }
    }
    let mut found: Vec<Plot> = ticks
        .into_values()
        .filter(|(count, ..)| *count >= FEWEST)
        .map(|(_, area, size)| Plot { area, size: Some(size) })
        .collect();
    found.sort_by(|a, b| super::printed::by(a.area.x0, b.area.x0));
    found
}

/// The line that begins right of a figure, at its own height.
fn line_beside(stretch: &Stretch, baseline: f64, drawn: &Drawn) -> Option<Rect> {
    let y = baseline - 0.38 * stretch.size;
    let beside = |area: &&Rect| {
        (area.center().y - y).abs() < LEVEL * stretch.size
            && (-1.0..BESIDE).contains(&(area.x0 - stretch.right))
            && area.width() > SHORTEST_LINE
    };
    drawn.level.iter().map(|rule| &rule.area).find(beside).copied()
}

/// Charts by bars of one width that stand on one line.
fn upright_bars(lines: &[Printed], drawn: &Drawn) -> Vec<Plot> {
    bars(
        lines,
        drawn,
        |area| (area.y1, area.width()),
        Rect::height,
        |bars, size| Rect::new(bars.x0 - size, bars.y0 - 1.8 * size, bars.x1 + size, bars.y1 + 1.8 * size),
    )
}

/// Charts by bars of one height that begin at one edge: their names end there, and their values follow.
fn level_bars(lines: &[Printed], drawn: &Drawn) -> Vec<Plot> {
    bars(
        lines,
        drawn,
        |area| (area.x0, area.height()),
        Rect::width,
        |bars, size| {
            let names = lines.iter().flat_map(|line| &line.stretches).filter(|it| is_alike(size, it.size));
            let ending = names.filter(|it| (0.0..BESIDE).contains(&(bars.x0 - it.right)));
            let left = ending.map(|it| it.left).fold(bars.x0, f64::min);
            Rect::new(left - 1.0, bars.y0 - 3.0 * size, bars.x1 + 6.0 * size, bars.y1 + 4.5 * size)
        },
    )
}

/// Charts by areas without words that share two measures and differ in a third.
fn bars(
    lines: &[Printed],
    drawn: &Drawn,
    shared: impl Fn(&Rect) -> (f64, f64),
    length: impl Fn(&Rect) -> f64,
    around: impl Fn(Rect, f64) -> Rect,
) -> Vec<Plot> {
    let mut groups: BTreeMap<(i64, i64), Vec<Rect>> = BTreeMap::new();
    for area in &drawn.areas {
        let (edge, breadth) = shared(area);
        groups.entry(((2.0 * edge).round() as i64, (2.0 * breadth).round() as i64)).or_default().push(*area);
    }
    let mut found: Vec<Plot> = Vec::new();
    for mut bars in groups.into_values().filter(|bars| bars.len() >= FEWEST) {
        bars.dedup();
        let lengths: Vec<f64> = bars.iter().map(&length).collect();
        let differ = lengths.iter().filter(|own| (**own - lengths[0]).abs() > 1.0).count();
        let disjoint = bars
            .iter()
            .enumerate()
            .all(|(at, bar)| bars[at + 1..].iter().all(|other| bar.intersect(*other).area() < 1.0));
        if bars.len() < FEWEST || differ == 0 || !disjoint || bars.iter().any(|bar| is_worded(lines, bar)) {
            continue;
        }
        let all = bars.iter().skip(1).fold(bars[0], |all, bar| all.union(*bar));
        if let Some(size) = size_near(lines, all) {
            found.push(Plot { area: around(all, size), size: Some(size) });
        }
    }
    found.sort_by(|a, b| super::printed::by(a.area.x0, b.area.x0));
    found
}

/// Whether words, and not only a figure, stand in an area.
fn is_worded(lines: &[Printed], area: &Rect) -> bool {
    let inside = |line: &Printed| {
        let y = line.baseline - 0.3 * line.size;
        let own = move |it: &&Stretch| area.contains(Point::new((it.left + it.right) / 2.0, y));
        line.stretches.iter().filter(own).any(|it| !is_figure(&it.text))
    };
    lines.iter().any(inside)
}

/// The size of the words that are nearest around bars: the smallest beside or right below them.
fn size_near(lines: &[Printed], bars: Rect) -> Option<f64> {
    let near = bars.inflate(30.0, 14.0);
    let all = lines.iter().filter(|line| line.is_text()).flat_map(|line| {
        let y = line.baseline - 0.3 * line.size;
        line.stretches.iter().filter(move |it| {
            is_label(it) && near.contains(Point::new(((it.left + it.right) / 2.0).clamp(near.x0, near.x1), y))
        })
    });
    all.filter(|it| it.right > near.x0 && it.left < near.x1)
        .map(|it| it.size)
        .min_by(|a, b| super::printed::by(*a, *b))
}

/// A chart with the names below it, of its categories and of its colours.
fn with_names(plot: Plot, lines: &[Printed]) -> Plot {
    let Plot { mut area, size } = plot;
    let Some(own) = size else { return plot };
    for _ in 0..MOST_BELOW {
        let below = |line: &&Printed| {
            let down = line.baseline - area.y1;
            line.is_text() && (0.0..NEAR * own).contains(&down)
        };
        let mut stretches = lines
            .iter()
            .filter(below)
            .flat_map(|line| line.stretches.iter().map(move |it| (line.baseline, it)));
        let named = |(_, it): &(f64, &Stretch)| {
            let middle = (it.left + it.right) / 2.0;
            is_alike(own, it.size) && is_label(it) && middle > area.x0 && middle < area.x1
        };
        match stretches.find(named) {
            Some((baseline, it)) => area.y1 = baseline + 0.4 * it.size,
            None => break,
        }
    }
    Plot { area, size }
}
