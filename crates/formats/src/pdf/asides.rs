//! Boxes beside the text, filled or framed, whose words are read by themselves.

use super::printed::Printed;
use super::sheet::{Mark, Sheet};
use hayro_interpret::kurbo::Rect;

/// Boxes on a page, at most; more are the cells of a table.
const MOST: usize = 12;
/// A box is so wide and high at least, in points, and so wide at most, as a share of all words.
const NARROWEST: f64 = 50.0;
const LOWEST: f64 = 30.0;
const WIDEST: f64 = 0.6;
/// Lines in a box, and beside it, at least.
const FEWEST_INSIDE: usize = 3;
const FEWEST_BESIDE: usize = 2;
/// Letters of a line beside a box, at least.
const FEWEST_LETTERS: usize = 12;
/// Lines at the same height, in points.
const SAME: f64 = 0.7;
/// How far words may reach over the edge of their box, in points.
const AWRY: f64 = 1.0;

/// The boxes of a page that stand beside text with lines of its own.
pub(super) fn boxes(sheet: &Sheet) -> Vec<Rect> {
    let marks = || sheet.marks.iter().filter(|mark| !mark.space);
    let from = marks().map(|mark| mark.left).fold(f64::MAX, f64::min);
    let to = marks().map(|mark| mark.right).fold(f64::MIN, f64::max);
    let shaped = |area: &&Rect| {
        let (width, height) = (area.width(), area.height());
        (NARROWEST..WIDEST * (to - from)).contains(&width) && (LOWEST..0.6 * sheet.height).contains(&height)
    };
    let mut found: Vec<Rect> = Vec::new();
    for area in sheet.drawn.areas.iter().filter(shaped) {
        match found.iter_mut().find(|own| own.intersect(*area).area() > 0.8 * own.area().min(area.area())) {
            Some(own) => *own = own.union(*area),
            None => found.push(*area),
        }
        if found.len() > MOST {
            return Vec::new();
        }
    }
    found.retain(|area| is_aside(sheet, *area));
    found
}

/// Whether a mark stands in a box.
pub(super) fn holds(area: Rect, mark: &Mark) -> bool {
    let y = mark.baseline - 0.3 * mark.size;
    mark.left > area.x0 - AWRY && mark.right < area.x1 + AWRY && y > area.y0 && y < area.y1
}

/// Whether words in a box and words beside it are on lines of their own, so that it is no part of a table.
fn is_aside(sheet: &Sheet, area: Rect) -> bool {
    let beside = |mark: &Mark| {
        let y = mark.baseline - 0.3 * mark.size;
        y > area.y0 && y < area.y1 && !holds(area, mark)
    };
    let all = || sheet.marks.iter().filter(|mark| !mark.space);
    let straddles = |mark: &Mark| beside(mark) && mark.right > area.x0 + AWRY && mark.left < area.x1 - AWRY;
    if all().any(straddles) {
        return false;
    }
    let inside = heights(all().filter(|mark| holds(area, mark)));
    let outside = heights(all().filter(|mark| beside(mark)));
    let lines = outside.iter().filter(|(_, letters)| *letters >= FEWEST_LETTERS).count();
    let shared = inside.iter().filter(|(y, _)| outside.iter().any(|(own, _)| (own - y).abs() < SAME)).count();
    let ruled = sheet.drawn.level.iter().filter(|rule| {
        let it = rule.area;
        it.y0 > area.y0 + 4.0 && it.y1 < area.y1 - 4.0 && it.x0 < area.x0 + 2.0 && it.x1 > area.x1 - 2.0
    });
    inside.len() >= FEWEST_INSIDE && lines >= FEWEST_BESIDE && shared * 2 <= inside.len() && ruled.count() < 2
}

/// The heights at which marks stand, from the top, and how many there are.
fn heights<'a>(marks: impl Iterator<Item = &'a Mark>) -> Vec<(f64, usize)> {
    let mut all: Vec<f64> = marks.map(|mark| mark.baseline).collect();
    all.sort_by(|a, b| super::printed::by(*a, *b));
    let mut found: Vec<(f64, usize)> = Vec::new();
    for y in all {
        match found.last_mut() {
            Some((own, count)) if y - *own < SAME => *count += 1,
            _ => found.push((y, 1)),
        }
    }
    found
}

/// Sets the lines of a box before the first line beside it. Both are narrower than the page.
pub(super) fn insert(lines: &mut Vec<Printed>, mut own: Vec<Printed>, area: Rect) {
    let at = lines.iter().position(|line| line.baseline > area.y0).unwrap_or(lines.len());
    let edge = |lines: &[Printed]| lines.iter().map(Printed::right).fold(f64::MIN, f64::max);
    let right = edge(&own);
    for line in &mut own {
        (line.aside, line.edge) = (true, Some(right));
    }
    let beside = lines[at..].iter().take_while(|line| line.baseline < area.y1).count();
    let (first, last) = (at, at + beside);
    let right = edge(&lines[first..last]);
    if right < area.x0 + AWRY {
        lines[first..last].iter_mut().for_each(|line| line.edge = Some(right));
    }
    lines.splice(at..at, own);
}
