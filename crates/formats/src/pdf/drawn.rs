//! What is drawn on a page around its words: rules, and areas that are filled or framed, the cells of
//! tables among them.

use super::grid::Column;
use super::printed::{Printed, Stretch, by};
use super::table::Band;
use hayro_interpret::kurbo::Rect;
use std::ops::Range;

/// How far words may reach beyond what is drawn around them, in points.
const AWRY: f64 = 1.5;
/// A cell of a head is at most so high, in sizes of its words.
const HIGHEST_HEAD: f64 = 6.0;
/// How far below the words of a head the rule under them stands at most, in sizes.
const DEEPEST_RULE: f64 = 1.6;
/// How far from the middle of its columns a word over them stands at most, in sizes.
const OFF_CENTRE: f64 = 0.4;
/// Drawings so far apart are two, in points.
const GAP: f64 = 3.0;
/// More rules or areas tell nothing: a drawing.
pub(super) const MOST: usize = 4_000;

/// A drawn line, upright or level.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    pub area: Rect,
}

/// The rules and areas of a page.
#[derive(Debug, Clone, Default)]
pub(super) struct Drawn {
    /// Level rules and the edges of filled areas.
    pub level: Vec<Rule>,
    pub upright: Vec<Rule>,
    pub areas: Vec<Rect>,
}

impl Drawn {
    /// How many there are of all.
    pub fn len(&self) -> usize {
        self.level.len() + self.upright.len() + self.areas.len()
    }

    fn is_too_much(&self) -> bool {
        self.level.len().max(self.upright.len()).max(self.areas.len()) > MOST
    }

    /// The columns that what is drawn says words of a head stand over: the cell that they are in, or the rule
    /// below them. `beside` are all words of the line.
    pub fn over(
        &self,
        stretch: &Stretch,
        baseline: f64,
        beside: &[Stretch],
        columns: &[Column],
    ) -> Option<Range<usize>> {
        if self.is_too_much() {
            return None;
        }
        let labels = columns.first().map_or(f64::MIN, |it| (it.left + it.right) / 2.0);
        let (from, to) = self
            .cell(stretch, baseline)
            .filter(|edges| edges.0 > labels && !holds_other(*edges, stretch, beside))
            .or_else(|| self.between(stretch, baseline, beside, columns))
            .or_else(|| self.ruled(stretch, baseline, beside, columns))?;
        let middle = |column: &Column| (column.left + column.right) / 2.0;
        let first = columns.iter().position(|it| middle(it) > from)?;
        let last = columns.iter().rposition(|it| middle(it) < to)?;
        (first <= last).then_some(first..last + 1)
    }

    /// The edges of the smallest area that holds words.
    fn cell(&self, stretch: &Stretch, baseline: f64) -> Option<(f64, f64)> {
        let y = baseline - 0.3 * stretch.size;
        let holds = |area: &&Rect| {
            area.x0 < stretch.left + AWRY
                && area.x1 > stretch.right - AWRY
                && area.y0 < y
                && area.y1 > y
                && area.height() < HIGHEST_HEAD * stretch.size
        };
        let smallest = self.areas.iter().filter(holds).min_by(|a, b| by(a.area(), b.area()))?;
        Some((smallest.x0, smallest.x1))
    }

    /// The edges of the upright rules on both sides of words. The outermost columns may have none.
    fn between(
        &self,
        stretch: &Stretch,
        baseline: f64,
        beside: &[Stretch],
        columns: &[Column],
    ) -> Option<(f64, f64)> {
        let y = baseline - 0.3 * stretch.size;
        let crossing = || self.upright.iter().filter(|rule| rule.area.y0 < y && rule.area.y1 > y);
        let xs = || crossing().map(|rule| rule.area.center().x);
        let left = xs().filter(|x| *x < stretch.left + AWRY).fold(f64::MIN, f64::max);
        let right = xs().filter(|x| *x > stretch.right - AWRY).fold(f64::MAX, f64::min);
        let (first, last) = (columns.first()?, columns.last()?);
        let right = if right > last.right + 4.0 * stretch.size { last.right + AWRY } else { right };
        let told = left > first.left && left > f64::MIN;
        (told && !holds_other((left, right), stretch, beside)).then_some((left, right))
    }

    /// The edges of the shortest rule below words, where it is of these alone and not of the labels, too.
    fn ruled(
        &self,
        stretch: &Stretch,
        baseline: f64,
        beside: &[Stretch],
        columns: &[Column],
    ) -> Option<(f64, f64)> {
        let first = columns.first()?;
        let under = |rule: &&Rule| {
            let (area, down) = (rule.area, rule.area.center().y - baseline);
            down > 0.0
                && down < DEEPEST_RULE * stretch.size
                && area.x0 < stretch.left + AWRY
                && area.x1 > stretch.right - AWRY
                && area.x0 > (first.left + first.right) / 2.0
        };
        let rules = self.level.iter().filter(under).map(|rule| (rule.area.x0, rule.area.x1));
        let own = rules.filter(|edges| !holds_other(*edges, stretch, beside));
        own.min_by(|a, b| by(a.1 - a.0, b.1 - b.0))
    }

    /// The edges of columns that are drawn between two heights: the left one of each and the right one of
    /// the last. Nothing where a pair of columns has none between, or several.
    pub fn edges(&self, columns: &[Column], from: f64, to: f64) -> Option<Vec<f64>> {
        if self.is_too_much() {
            return None;
        }
        let rules = self.level.iter().chain(&self.upright).map(|rule| &rule.area);
        let near = rules.chain(&self.areas).filter(|area| area.y1 > from && area.y0 < to);
        let xs: Vec<f64> = near.flat_map(|area| [area.x0, area.x1]).collect();
        let only = |least: f64, most: f64| {
            let within = || xs.iter().copied().filter(|x| *x > least - AWRY && *x < most + AWRY);
            let first = within().next()?;
            within().all(|x| (x - first).abs() < AWRY).then_some(first)
        };
        let (first, last) = (columns.first()?, columns.last()?);
        let left = xs.iter().copied().filter(|x| *x < first.left + AWRY).fold(f64::MIN, f64::max);
        let right = xs.iter().copied().filter(|x| *x > last.right - AWRY).fold(f64::MAX, f64::min);
        let inner = columns.windows(2).map(|pair| only(pair[0].right, pair[1].left));
        let inner: Vec<f64> = inner.collect::<Option<_>>()?;
        let sound = left > f64::MIN && right < f64::MAX;
        sound.then(|| [left].into_iter().chain(inner).chain([right]).collect())
    }

    /// Whether a level rule or the edge of an area lies between two lines, below words of the first.
    pub fn lies_between(&self, first: &Printed, last: &Printed) -> bool {
        let below = |area: &Rect| {
            let middle = |it: &Stretch| (it.left + it.right) / 2.0;
            first.stretches.iter().any(|it| area.x0 < middle(it) && area.x1 > middle(it))
        };
        let to = last.baseline - 0.7 * last.size;
        let mut rules = self.level.iter().map(|rule| rule.area);
        rules.any(|area| area.y0 > first.baseline && area.y1 < to && below(&area))
    }

    /// Columns in the middle of which words stand, by their drawn edges.
    pub fn centred(&self, stretch: &Stretch, edges: &[f64], columns: &[Column]) -> Option<Range<usize>> {
        let middle = (stretch.left + stretch.right) / 2.0;
        for from in 1..columns.len() {
            for to in from + 2..=columns.len() {
                let (left, right) = (*edges.get(from)?, *edges.get(to)?);
                let inside = stretch.left > left && stretch.right < right;
                if inside && ((left + right) / 2.0 - middle).abs() < OFF_CENTRE * stretch.size {
                    return Some(from..to);
                }
            }
        }
        None
    }

    /// Whether two lines stand in areas of their own with a gap between: the end of one drawing and the
    /// start of another.
    pub fn parts(&self, above: &Printed, line: &Printed) -> bool {
        let area = |line: &Printed| {
            let (first, y) = (line.stretches.first()?, line.baseline - 0.3 * line.size);
            let holds = |it: &&Rect| {
                it.x0 < first.left + AWRY && it.x1 > first.right - AWRY && it.y0 < y && it.y1 > y
            };
            self.areas.iter().filter(holds).min_by(|a, b| by(a.area(), b.area()))
        };
        area(above).zip(area(line)).is_some_and(|(a, b)| b.y0 - a.y1 > GAP)
    }

    /// Whether an upright rule or the edge of an area stands between two places beside every row.
    pub fn walls(&self, (from, to): (f64, f64), rows: &[Band<'_>]) -> bool {
        if self.is_too_much() || rows.is_empty() {
            return false;
        }
        let rules = self.upright.iter().map(|rule| (rule.area.center().x, rule.area.y0, rule.area.y1));
        let edges = self.areas.iter().flat_map(|it| [(it.x0, it.y0, it.y1), (it.x1, it.y0, it.y1)]);
        let between = |x: f64| x > from - AWRY && x < to + AWRY;
        let walls: Vec<(f64, f64, f64)> = rules.chain(edges).filter(|wall| between(wall.0)).collect();
        let walled = |line: &&Printed| {
            let y = line.baseline - 0.3 * line.size;
            walls.iter().any(|(_, top, bottom)| *top < y && *bottom > y)
        };
        !walls.is_empty() && rows.iter().flatten().all(walled)
    }

    /// Where what is drawn around or above words begins: the nearest edge above them in their column.
    pub fn top(&self, line: &Printed, stretch: &Stretch, column: &Column) -> f64 {
        let x = (column.left.max(stretch.left) + column.right.min(stretch.right)) / 2.0;
        let y = line.baseline - 0.3 * line.size;
        let above =
            self.level.iter().map(|rule| rule.area).filter(|area| area.x0 < x && area.x1 > x && area.y0 < y);
        above.map(|area| area.y1).fold(f64::MIN, f64::max)
    }
}

/// Whether edges also hold other words of the line.
fn holds_other(edges: (f64, f64), stretch: &Stretch, beside: &[Stretch]) -> bool {
    beside.iter().any(|it| {
        let middle = (it.left + it.right) / 2.0;
        it.left != stretch.left && middle > edges.0 && middle < edges.1
    })
}
