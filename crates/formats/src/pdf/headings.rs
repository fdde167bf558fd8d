//! Headings by their look: larger than the body, or bold on a line of their own.

use super::Leaf;
use super::blocks::{Block, Words};
use super::printed::{Printed, by};
use super::words::is_wordy;
use std::collections::{HashMap, HashSet};

/// Size in tenths of a point, and weight: a larger look stands higher.
type Look = (i64, bool);

/// What lines look like in a document.
#[derive(Debug, Default)]
pub(super) struct Looks {
    /// The size that most letters have.
    pub body: f64,
    /// The usual pitch of lines, as a share of the size.
    pub pitch: f64,
    /// Looks of headings, highest first.
    ranks: Vec<Look>,
    /// The right edge that lines of one left edge and size reach.
    reach: HashMap<(i64, i64), f64>,
}

fn tenths(size: f64) -> i64 {
    (size * 10.0).round() as i64
}

fn look(line: &Printed) -> Look {
    (tenths(line.size), line.bold)
}

impl Looks {
    pub fn of(leaves: &[Leaf], tables: &[HashSet<usize>]) -> Looks {
        let body = body_size(leaves);
        let mut looks = Looks { body, pitch: pitch(leaves), ..Looks::default() };
        let mut seen: HashMap<Look, (usize, usize)> = HashMap::new();
        for (leaf, tables) in leaves.iter().zip(tables) {
            for (at, line) in leaf.lines.iter().enumerate() {
                if !line.is_text() || tables.contains(&at) {
                    continue;
                }
                if line.stretches.len() == 1 {
                    let reach = looks.reach.entry(measure(line)).or_insert(0.0);
                    *reach = f64::max(*reach, line.right());
                }
                if looks.may_head(&leaf.lines, at) && is_last(&leaf.lines, at) {
                    let counts = seen.entry(look(line)).or_default();
                    counts.0 += 1;
                    counts.1 += usize::from(line.text().trim_end().ends_with(['.', ',', ';']));
                }
            }
        }
        let sound = seen.into_iter().filter(|(_, (all, ended))| ended * 2 <= *all);
        looks.ranks = ranked(sound.map(|(look, _)| look).collect());
        looks
    }

    /// The level of a heading, where a line looks like one.
    pub fn level(&self, lines: &[Printed], at: usize) -> Option<u8> {
        let rank = self.ranks.iter().position(|it| alike(*it, look(&lines[at])))?;
        let level = u8::try_from(rank + 1).unwrap_or(6).min(6);
        self.may_head(lines, at).then_some(level)
    }

    /// Whether headings of a level differ from the body by weight alone.
    pub fn is_bold_body(&self, level: u8) -> bool {
        let look = usize::from(level).checked_sub(1).and_then(|rank| self.ranks.get(rank));
        look.is_some_and(|(size, bold)| *bold && *size <= tenths(self.body * 1.07))
    }

    /// A heading; where all headings of a document are bold and no larger than the text, their
    /// level is not known.
    pub fn heading(&self, level: u8, lines: Vec<Words>) -> Block {
        if level == 1 && self.is_bold_body(level) { Block::Bold(lines) } else { Block::Heading(level, lines) }
    }

    /// The right edge of the text that a line is set in.
    pub fn reach(&self, line: &Printed) -> f64 {
        line.edge.or_else(|| self.reach.get(&measure(line)).copied()).unwrap_or(line.right())
    }

    fn may_head(&self, lines: &[Printed], at: usize) -> bool {
        let line = &lines[at];
        let text = line.text();
        if !is_wordy(&text) || text.chars().count() > 200 || line.dotted || !line.is_text() {
            return false;
        }
        let larger = line.size > self.body * 1.07;
        larger || (line.bold && line.size > self.body * 0.97 && self.is_alone(lines, at))
    }

    /// A bold line, or some in a row, with space above and no text of another weight right
    /// beside.
    fn is_alone(&self, lines: &[Printed], at: usize) -> bool {
        let line = &lines[at];
        let near = |other: &Printed| {
            let gap = (other.baseline - line.baseline).abs();
            other.is_text() && gap < 1.15 * self.pitch * line.size
        };
        let above = at.checked_sub(1).and_then(|before| lines.get(before));
        let below = lines.get(at + 1);
        let text = line.text();
        let open = text.trim_end().ends_with(['.', ':', ',']);
        !open
            && line.stretches.len() == 1
            && above.is_none_or(|it| !near(it) || (it.bold && it.size == line.size))
            && below.is_none_or(|it| !near(it) || !it.stretches.iter().any(|own| own.bold && !it.bold))
    }
}

/// Whether the next line looks otherwise, so that a heading would end here.
fn is_last(lines: &[Printed], at: usize) -> bool {
    lines.get(at + 1).is_none_or(|next| {
        look(next) != look(&lines[at]) || next.baseline - lines[at].baseline > 1.8 * lines[at].size
    })
}

fn measure(line: &Printed) -> (i64, i64) {
    (line.left().round() as i64, tenths(line.size))
}

/// Whether two looks are the same but for rounding.
fn alike(a: Look, b: Look) -> bool {
    a.1 == b.1 && (a.0 - b.0).abs() * 50 <= a.0
}

fn ranked(mut looks: Vec<Look>) -> Vec<Look> {
    looks.sort_by(|a, b| b.cmp(a));
    let mut kept: Vec<Look> = Vec::new();
    for look in looks {
        if !kept.iter().any(|own| alike(*own, look)) {
            kept.push(look);
        }
    }
    kept
}

fn body_size(leaves: &[Leaf]) -> f64 {
    let mut letters: HashMap<i64, usize> = HashMap::new();
    for line in leaves.iter().flat_map(|leaf| &leaf.lines) {
        let weight = if line.stretches.len() == 1 { 4 } else { 1 };
        *letters.entry(tenths(line.size)).or_default() += weight * line.text().len();
    }
    let commonest = letters.into_iter().max_by_key(|(size, count)| (*count, *size));
    commonest.map_or(10.0, |(size, _)| size as f64 / 10.0)
}

/// The middle of the gaps between lines of one size and left edge that can be one paragraph's.
fn pitch(leaves: &[Leaf]) -> f64 {
    let mut shares: Vec<f64> = leaves
        .iter()
        .flat_map(|leaf| leaf.lines.windows(2))
        .filter(|pair| {
            let alike = measure(&pair[0]) == measure(&pair[1]);
            alike && pair[0].stretches.len() == 1 && pair[1].stretches.len() == 1
        })
        .map(|pair| (pair[1].baseline - pair[0].baseline) / pair[0].size.max(1.0))
        .filter(|share| (0.9..1.9).contains(share))
        .collect();
    shares.sort_by(|a, b| by(*a, *b));
    shares.get(shares.len() * 2 / 5).copied().unwrap_or(1.3)
}
