//! A few lines set in two columns: words that flow from the foot of the left one to the top of the
//! right one, and no table.

use super::Leaf;
use super::drawn::Rule;
use super::printed::{Printed, Stretch};
use super::words::is_wordy;
use std::ops::Range;

/// More lines than these are told by the whole page.
const MOST_LINES: usize = 40;
/// Lines of which one is of the right column, where there are two.
const OPENING: usize = 6;
/// Places of columns that are kept in mind, at most.
const MOST_PLACES: usize = 64;
/// Lines of both columns, at least, where nothing else in the file tells that they are columns.
const FEWEST_LINES: usize = 6;
/// Lines of each column, at least.
const FEWEST_IN_COLUMN: usize = 2;
/// Words of a line, on average, at least.
const FEWEST_WORDS: usize = 3;
/// How far edges of the same column may differ.
const AWRY: f64 = 1.5;
/// The narrower column's share of the wider one, at least.
const LEAST_SHARE: f64 = 0.8;
/// The gap between the columns, in sizes, at most.
const WIDEST_GAP: f64 = 6.0;
/// Lines further apart than this, in sizes, are of two paragraphs.
const PARAGRAPH: f64 = 1.7;
/// Lines further apart than this, in sizes, are of two strips.
const STRIP: f64 = 3.0;

/// Puts short columns one after the other. Where some are, shorter ones in the same place are columns, too.
pub(super) fn in_order(leaves: &mut [Leaf]) {
    let mut known = Vec::new();
    for leaf in leaves.iter_mut() {
        let lines = std::mem::take(&mut leaf.lines);
        leaf.lines = page_in_order(lines, &leaf.drawn.level, |strip| {
            let own = strip.left.len() + strip.right.len() >= FEWEST_LINES;
            if own && known.len() < MOST_PLACES {
                known.push(strip.place());
            }
            own
        });
    }
    for leaf in leaves.iter_mut().filter(|_| !known.is_empty()) {
        let lines = std::mem::take(&mut leaf.lines);
        let is_known = |strip: &Strip| known.iter().any(|place| is_same(*place, strip.place()));
        leaf.lines = page_in_order(lines, &leaf.drawn.level, is_known);
    }
}

/// The lines of a page, with those of columns that are `sure` one after the other.
fn page_in_order(lines: Vec<Printed>, rules: &[Rule], mut sure: impl FnMut(&Strip) -> bool) -> Vec<Printed> {
    let mut ordered = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let own =
            |strip: &Strip| strip.is_flow(rules) && stands_apart(&lines, at..at + strip.count) && sure(strip);
        match strip(&lines[at..]).filter(own) {
            Some(strip) => {
                at += strip.count;
                ordered.extend(strip.left);
                ordered.extend(strip.right);
            }
            None => {
                ordered.push(lines[at].clone());
                at += 1;
            }
        }
    }
    ordered
}

/// Whether no words apart from one another are right above or below, as the other rows of a table are, and
/// no line that goes no further than the left column.
fn stands_apart(lines: &[Printed], strip: Range<usize>) -> bool {
    let (Some(first), Some(last)) = (lines.get(strip.start), lines.get(strip.end - 1)) else { return false };
    let near = |line: &&Printed, own: &Printed| {
        line.is_text() && (line.baseline - own.baseline).abs() < STRIP * own.size
    };
    let above = strip.start.checked_sub(1).and_then(|at| lines.get(at)).filter(|line| near(line, first));
    let below = lines.get(strip.end).filter(|line| near(line, last));
    let right = lines[strip].iter().map(Printed::right).fold(f64::MIN, f64::max);
    let crosses = |line: &&Printed| line.stretches.len() == 1;
    let wide = |line: &&Printed| line.bold || line.right() > right - 0.4 * (right - line.left());
    above.is_none_or(|line| crosses(&line) && wide(&line)) && below.is_none_or(|line| crosses(&line))
}

/// Lines on both sides of a gutter.
struct Strip {
    left: Vec<Printed>,
    right: Vec<Printed>,
    count: usize,
}

/// The lines from the first on that stand on two sides of where the right column begins.
fn strip(lines: &[Printed]) -> Option<Strip> {
    let first = lines.first().filter(|line| may_flow(line, line))?;
    let opening = || lines.iter().take(OPENING).take_while(|line| may_flow(line, first));
    let from = opening().map(Printed::left).fold(f64::MAX, f64::min);
    let gutter = opening().flat_map(|line| &line.stretches).map(|it| it.left).fold(f64::MIN, f64::max);
    let sides = |line: &Printed| -> Option<Vec<bool>> {
        let sides: Vec<bool> =
            line.stretches.iter().map(|it| side(it, from, gutter, line.size)).collect::<Option<_>>()?;
        matches!(sides.as_slice(), [_] | [false, true]).then_some(sides)
    };
    let mut told: Vec<(&Printed, Vec<bool>)> = Vec::new();
    for line in lines.iter().take(MOST_LINES).take_while(|line| may_flow(line, first)) {
        let down = told.last().map_or(0.0, |(above, _)| line.baseline - above.baseline);
        let Some(sides) = sides(line).filter(|_| (0.0..STRIP * line.size).contains(&down)) else { break };
        told.push((line, sides));
    }
    let has_right = |(_, sides): &(&Printed, Vec<bool>)| sides.contains(&true);
    let (top, last) = (told.iter().position(has_right)?, told.iter().rposition(has_right)?);
    if told[top].0.baseline - first.baseline > first.size {
        return None;
    }
    let mut strip = Strip { left: Vec::new(), right: Vec::new(), count: 0 };
    for (at, (line, sides)) in told.into_iter().enumerate() {
        if at > last && !goes_on(&strip.left, line) {
            break;
        }
        for (stretch, right) in line.stretches.iter().zip(sides) {
            let own = Printed { stretches: vec![stretch.clone()], ..line.clone() };
            if right { strip.right.push(own) } else { strip.left.push(own) }
        }
        strip.count += 1;
    }
    strip.with_edges()
}

/// Whether a line may be one of running text that looks like the first.
fn may_flow(line: &Printed, first: &Printed) -> bool {
    let alike = (line.size - first.size).abs() < 0.05 * first.size;
    alike && line.is_text() && !line.bold && !line.dotted && line.edge.is_none() && line.stretches.len() <= 2
}

/// Whether a stretch is of the right column; nothing where it is of none.
fn side(stretch: &Stretch, from: f64, gutter: f64, size: f64) -> Option<bool> {
    let on_left = (stretch.left - from).abs() < AWRY && stretch.right < gutter - 0.8 * size;
    let on_right = (stretch.left - gutter).abs() < AWRY;
    (on_left || on_right).then_some(on_right)
}

/// Whether a line is right below the last one of its column.
fn goes_on(column: &[Printed], line: &Printed) -> bool {
    column.last().is_some_and(|above| line.baseline - above.baseline < PARAGRAPH * line.size)
}

/// Whether columns begin in the same places.
fn is_same(a: (f64, f64), b: (f64, f64)) -> bool {
    (a.0 - b.0).abs() < AWRY && (a.1 - b.1).abs() < AWRY
}

impl Strip {
    /// Where the columns begin.
    fn place(&self) -> (f64, f64) {
        let left = |lines: &[Printed]| lines.first().map_or(0.0, Printed::left);
        (left(&self.left), left(&self.right))
    }

    /// The columns with their right edges, as wide as the wider.
    fn with_edges(mut self) -> Option<Strip> {
        let wide = |lines: &[Printed]| lines.iter().map(|it| it.right() - it.left()).fold(0.0, f64::max);
        let (left, right) = (wide(&self.left), wide(&self.right));
        let width = left.max(right);
        let gap = self.right.first()?.left() - self.left.first()?.left() - width;
        let size = self.left.first()?.size;
        let even = left.min(right) > LEAST_SHARE * width && (0.0..WIDEST_GAP * size).contains(&gap);
        for line in self.left.iter_mut().chain(&mut self.right) {
            line.edge = Some(line.left() + width);
        }
        even.then_some(self)
    }

    /// Whether the words are those of running text in columns.
    fn is_flow(&self, rules: &[Rule]) -> bool {
        let columns = [&self.left, &self.right];
        let all = || columns.into_iter().flatten();
        let words: usize = all().map(|line| line.text().split(' ').count()).sum();
        let count = all().count();
        let worded = words >= FEWEST_WORDS * count
            && all().filter(|it| is_wordy(&it.text())).count() * 10 >= count * 9;
        worded
            && columns.iter().all(|column| column.len() >= FEWEST_IN_COLUMN && is_filled(column))
            && !self.are_rows()
            && !self.is_ruled(rules)
    }

    /// Whether paragraphs begin side by side, as the cells of rows do.
    fn are_rows(&self) -> bool {
        let opens = |lines: &[Printed]| -> Vec<f64> {
            let pairs = lines.windows(2).filter(|pair| !runs_on(&pair[0], &pair[1]));
            pairs.map(|pair| pair[1].baseline).collect()
        };
        let right = opens(&self.right);
        opens(&self.left).iter().any(|y| right.iter().any(|it| (it - y).abs() < AWRY))
    }

    /// Whether a rule runs across the gutter between the lines.
    fn is_ruled(&self, rules: &[Rule]) -> bool {
        let all = || self.left.iter().chain(&self.right);
        let first = all().map(|it| it.baseline).fold(f64::MAX, f64::min);
        let last = all().map(|it| it.baseline).fold(f64::MIN, f64::max);
        let gutter = self.right.first().map_or(0.0, Printed::left);
        rules.iter().any(|rule| {
            let area = rule.area;
            area.y0 > first && area.y1 < last && area.x0 < gutter - 6.0 && area.x1 > gutter + 6.0
        })
    }
}

/// Whether the lines of a column are full but for the last ones of its paragraphs.
fn is_filled(column: &[Printed]) -> bool {
    let full = column.windows(2).filter(|pair| runs_on(&pair[0], &pair[1])).count();
    let lower = column.windows(2).any(|pair| {
        let goes_on = |it: char| it.is_lowercase() || it.is_ascii_digit();
        runs_on(&pair[0], &pair[1]) && (pair[1].text().starts_with(goes_on) || !ends(&pair[0].text()))
    });
    lower && full * 2 >= column.len() - 1
}

/// Whether a line had no room for the first word of the next.
fn runs_on(above: &Printed, line: &Printed) -> bool {
    let edge = above.edge.unwrap_or_else(|| above.right());
    line.baseline - above.baseline < PARAGRAPH * line.size
        && above.right() + 0.5 * line.size + line.first_word() > edge
}

fn ends(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!', '?', ':'])
}
