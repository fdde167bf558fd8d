//! Pages set in two columns: the left one is read to its end before the right one.

use super::Leaf;
use super::drawn::Rule;
use super::printed::{Printed, Stretch, by};
use super::words::is_wordy;
use std::collections::HashMap;

/// Lines of the right column on its page, at least.
const LEAST_LINES: usize = 6;
/// As `LEAST_LINES`, where other pages of the file have their right column in the same place.
const LEAST_KNOWN: usize = 3;
/// A gutter is known where so many pages have it.
const FEWEST_PAGES: usize = 2;
/// Gutters of a file that are kept in mind, at most.
const MOST_GUTTERS: usize = 8;
/// Lines of a column in one place, at least.
const LEAST_BESIDE: usize = 4;
/// Words of a line of running text in a column, at least.
const LEAST_WORDS: usize = 4;

/// Where the right column of a page begins.
#[derive(Debug, Clone, Copy)]
struct Gutter {
    at: f64,
    /// Whether it is told by other pages, so that a short column is one.
    known: bool,
}

/// The lines of each page in reading order. What is a column on some page may be short on another.
pub(super) fn in_order(leaves: &mut [Leaf]) {
    let own: Vec<Option<f64>> = leaves.iter().map(|leaf| gutter(&leaf.lines)).collect();
    let usual = usual(&own);
    for (leaf, own) in leaves.iter_mut().zip(own) {
        let begins = |at: f64| begin_at(&leaf.lines, at) >= LEAST_KNOWN;
        let fits = |at: f64| own.map_or_else(|| begins(at), |own| same(own, at));
        let told = usual.iter().find(|(at, pages)| *pages >= FEWEST_PAGES && fits(*at));
        if let Some(at) = own.or(told.map(|(at, _)| *at)) {
            let gutter = Gutter { at, known: told.is_some() };
            leaf.lines = page_in_order(std::mem::take(&mut leaf.lines), &leaf.drawn.level, gutter);
        }
    }
}

/// The commonest gutters of a file, and on how many pages they are.
fn usual(own: &[Option<f64>]) -> Vec<(f64, usize)> {
    let mut found: Vec<(f64, usize)> = Vec::new();
    for at in own.iter().flatten() {
        match found.iter().position(|(known, _)| same(*known, *at)) {
            Some(index) => found[index].1 += 1,
            None if found.len() < MOST_GUTTERS => found.push((*at, 1)),
            None => {}
        }
    }
    found.sort_by_key(|(_, pages)| std::cmp::Reverse(*pages));
    found
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1.5
}

/// How many lines begin at a gutter, or go on there after a wide gap.
fn begin_at(lines: &[Printed], gutter: f64) -> usize {
    let begins = |line: &&Printed| line.is_text() && line.stretches.iter().any(|it| same(it.left, gutter));
    lines.iter().filter(begins).count()
}

fn page_in_order(lines: Vec<Printed>, rules: &[Rule], gutter: Gutter) -> Vec<Printed> {
    let Gutter { at, .. } = gutter;
    let mut ordered = Vec::new();
    let mut open: Vec<Printed> = Vec::new();
    for line in lines {
        if !line.is_text() || line.aside || crosses(&line, at) || is_row(&line, at) {
            ordered.extend(parted(std::mem::take(&mut open), gutter, rules));
            ordered.push(line);
        } else {
            open.push(line);
        }
    }
    ordered.extend(parted(open, gutter, rules));
    ordered
}

/// The left edge of the right column, where many lines begin, or go on after a wide gap.
fn gutter(lines: &[Printed]) -> Option<f64> {
    let texts = || lines.iter().filter(|line| line.is_text());
    let from = texts().map(Printed::left).fold(f64::MAX, f64::min);
    let to = texts().map(Printed::right).fold(f64::MIN, f64::max);
    let mut counts: HashMap<i64, (usize, f64)> = HashMap::new();
    for line in texts().filter(|line| line.stretches.len() <= 3 && !line.aside) {
        let beyond = line.stretches.iter().map(|it| it.left).find(|left| left - from > 0.3 * (to - from));
        if let Some(left) = beyond {
            counts.entry(left.round() as i64).or_insert((0, left)).0 += 1;
        }
    }
    let (count, at) = counts.into_values().max_by(|a, b| a.0.cmp(&b.0).then(by(b.1, a.1)))?;
    (count >= LEAST_LINES).then_some(at)
}

/// Whether rules run across the gutter between lines: a table.
fn is_ruled(lines: &[Printed], rules: &[Rule], gutter: f64) -> bool {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return false };
    let across = |rule: &&Rule| {
        let area = rule.area;
        let within = area.y0 > first.baseline && area.y1 < last.baseline;
        within && area.x0 < gutter - 6.0 && area.x1 > gutter + 6.0
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

/// A row of a table: words apart from one another on one side, the first of which is no bullet, and
/// something on the other side that is no prose. One that is all on one side may be of a table there.
fn is_row(line: &Printed, gutter: f64) -> bool {
    let left: Vec<&Stretch> = line.stretches.iter().filter(|it| is_left(it, gutter)).collect();
    let right: Vec<&Stretch> = line.stretches.iter().filter(|it| is_right(it, gutter)).collect();
    let beside_prose =
        |several: &[&Stretch], other: &[&Stretch]| is_several(several) && !is_running_text(other);
    !left.is_empty() && !right.is_empty() && (beside_prose(&left, &right) || beside_prose(&right, &left))
}

/// Words apart from one another, the first of which is no bullet.
fn is_several(side: &[&Stretch]) -> bool {
    let first = side.first().is_some_and(|it| it.text.chars().count() > 2);
    side.len() > 2 || (side.len() == 2 && first)
}

/// A line of running text, perhaps after a bullet.
fn is_running_text(side: &[&Stretch]) -> bool {
    let words = side.last().map_or(0, |it| it.text.split(' ').count());
    !is_several(side) && words >= LEAST_WORDS && side.last().is_some_and(|it| is_wordy(&it.text))
}

/// The left lines, then the right ones, where both sides are prose, or one of them beside a known
/// gutter. What stands below the right
/// column is of the left one only where its lines go on from one to the next within the column.
fn parted(mut lines: Vec<Printed>, gutter: Gutter, rules: &[Rule]) -> Vec<Printed> {
    let Gutter { at: gutter, known } = gutter;
    let has_right = |line: &Printed| line.stretches.iter().any(|it| is_right(it, gutter));
    let (Some(first), Some(last)) = (lines.iter().position(has_right), lines.iter().rposition(has_right))
    else {
        return lines;
    };
    let below = lines.split_off(last + 1);
    let side = |lines: &[Printed], keep: &dyn Fn(&Stretch) -> bool| -> Vec<Printed> {
        let kept = lines.iter().map(|line| {
            let stretches: Vec<Stretch> = line.stretches.iter().filter(|it| keep(it)).cloned().collect();
            let bold = stretches.iter().all(|it| it.bold);
            let size = stretches.first().map_or(line.size, |it| it.size);
            Printed { stretches, bold, size, ..line.clone() }
        });
        let mut kept: Vec<Printed> = kept.filter(|line| !line.stretches.is_empty()).collect();
        let edge = kept.iter().map(Printed::right).fold(f64::MIN, f64::max);
        kept.iter_mut().for_each(|line| line.edge = Some(edge));
        kept
    };
    let shared = &lines[first..];
    let left = side(shared, &|it| is_left(it, gutter));
    let right = side(shared, &|it| is_right(it, gutter));
    let (on_left, on_right) = (is_prose(&left), is_prose(&right));
    let prose = on_left && on_right || known && (on_left || on_right);
    let columns = prose && !are_rows(&left, &right);
    if !columns || is_ruled(shared, rules, gutter) {
        lines.extend(below);
        return lines;
    }
    let own = going_on(&left, &below);
    let edge = left.first().and_then(|line| line.edge);
    lines.truncate(first);
    lines.extend(left);
    let mut below = below.into_iter();
    lines.extend(below.by_ref().take(own).map(|line| Printed { edge, ..line }));
    lines.extend(right);
    lines.extend(below);
    lines
}

/// The size that most letters of the lines have.
fn usual_size(lines: &[Printed]) -> f64 {
    let mut letters: HashMap<i64, usize> = HashMap::new();
    for line in lines {
        *letters.entry((line.size * 10.0).round() as i64).or_default() += line.text().len();
    }
    let commonest = letters.into_iter().max_by_key(|(size, count)| (*count, *size));
    commonest.map_or(0.0, |(size, _)| size as f64 / 10.0)
}

/// Whether most lines, but for the rows of tables and for headings, are words that fill the column.
fn is_prose(lines: &[Printed]) -> bool {
    let usual = usual_size(lines);
    let several = |line: &&Printed| {
        let headed = line.bold || line.size > 1.07 * usual;
        headed || is_several(&line.stretches.iter().collect::<Vec<_>>())
    };
    let rows = lines.iter().filter(several).count();
    let from = lines.iter().map(Printed::left).fold(f64::MAX, f64::min);
    let to = lines.iter().map(Printed::right).fold(f64::MIN, f64::max);
    let fills = |line: &&Printed| {
        let text = line.text();
        line.right() - from > 0.78 * (to - from) && is_wordy(&text) && text.contains(' ')
    };
    let texts = lines.len() - rows;
    let full = lines.iter().filter(|line| !several(line) && fills(line)).count();
    texts >= LEAST_BESIDE && full * 20 > texts * 11
}

/// Whether the lines of both sides are the cells of rows: below a head in bold of the text's own
/// size, or with several of them beginning side by side and none alone.
fn are_rows(left: &[Printed], right: &[Printed]) -> bool {
    let is_head = |lines: &[Printed]| matches!(lines, [head, text, ..] if head.bold && !text.bold && head.size < 1.07 * text.size);
    let opens = |lines: &[Printed]| -> Vec<f64> {
        let pairs = lines.windows(2);
        let apart = pairs.filter(|pair| pair[1].baseline - pair[0].baseline > 1.55 * pair[1].size);
        apart.map(|pair| pair[1].baseline).collect()
    };
    let (on_left, on_right) = (opens(left), opens(right));
    let beside = on_left.iter().filter(|y| on_right.iter().any(|it| (*it - **y).abs() < 1.0)).count();
    let head = is_head(left) && is_head(right) && left[0].baseline == right[0].baseline;
    head || (beside >= 2 && beside == on_left.len().max(on_right.len()))
}

/// How many of the lines below the right column go on with the left one.
fn going_on(left: &[Printed], below: &[Printed]) -> usize {
    let to = left.iter().map(Printed::right).fold(f64::MIN, f64::max);
    let mut own = 0;
    let mut above = left.last();
    for (line, number) in below.iter().zip(1..) {
        let goes_on = above.is_some_and(|above| {
            let near = line.baseline - above.baseline < 1.55 * line.size;
            let alike = (line.size - above.size).abs() < 0.1 && line.bold == above.bold;
            near && alike && above.right() + 0.5 * line.size + line.first_word() > to - line.size
        });
        if goes_on {
            own = number;
        }
        above = Some(line);
    }
    own
}
