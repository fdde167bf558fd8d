//! Headings by their look: larger than the body, or bold or in a colour on a line of their own.

use super::Leaf;
use super::blocks::{Block, Words};
use super::printed::{Printed, by};
use super::words::is_wordy;
use std::collections::{HashMap, HashSet};

/// Size in tenths of a point, weight and colour: a larger look stands higher.
type Look = (i64, bool, Tint);

/// What a line of the text's size and weight is told from the text by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Tint {
    /// Nothing, or more than its colour.
    #[default]
    None,
    /// Its colour and its slant.
    Slanted,
    /// Its colour.
    Upright,
}

/// A heading that only its colour tells is on so many lines at most.
const MOST_COLOURED: usize = 2;

/// What lines look like in a document.
#[derive(Debug, Default)]
pub(super) struct Looks {
    /// The size that most letters have.
    pub body: f64,
    /// The usual pitch of lines, as a share of the size.
    pub pitch: f64,
    /// Whether a colour says anything: not where much of the text has one.
    colours: bool,
    /// Looks of headings, highest first.
    ranks: Vec<Look>,
    /// The right edge that lines of one left edge and size reach.
    reach: HashMap<(i64, i64), f64>,
}

fn tenths(size: f64) -> i64 {
    (size * 10.0).round() as i64
}

fn is_coloured(line: &Printed) -> bool {
    line.stretches.iter().all(|it| it.coloured)
}

impl Looks {
    fn look(&self, line: &Printed) -> Look {
        let tint = match line.stretches.iter().all(|it| it.italic) {
            _ if line.bold || line.size > self.body * 1.07 || !is_coloured(line) => Tint::None,
            true => Tint::Slanted,
            false => Tint::Upright,
        };
        (tenths(line.size), line.bold, tint)
    }

    pub fn of(leaves: &[Leaf], tables: &[HashSet<usize>]) -> Looks {
        let body = body_size(leaves);
        let colours = colour_says(leaves, body);
        let mut looks = Looks { body, pitch: pitch(leaves), colours, ..Looks::default() };
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
                if looks.may_head(&leaf.lines, at) && looks.is_last(&leaf.lines, at) {
                    let counts = seen.entry(looks.look(line)).or_default();
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
        let rank = self.ranks.iter().position(|it| alike(*it, self.look(&lines[at])))?;
        let level = u8::try_from(rank + 1).unwrap_or(6).min(6);
        self.may_head(lines, at).then_some(level)
    }

    /// Whether headings of a level differ from the body by weight alone.
    pub fn is_bold_body(&self, level: u8) -> bool {
        let look = usize::from(level).checked_sub(1).and_then(|rank| self.ranks.get(rank));
        look.is_some_and(|(size, bold, _)| *bold && *size <= tenths(self.body * 1.07))
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
        if !is_wordy(&text) || text.chars().count() > 200 || line.dotted || line.aside || !line.is_text() {
            return false;
        }
        let larger = line.size > self.body * 1.07;
        let alike = line.size > self.body * 0.97;
        larger || (line.bold && alike && self.is_alone(lines, at)) || (alike && self.is_set_off(lines, at))
    }

    /// A line or two of the text's size in a colour, above text in none: words and no sentence.
    fn is_set_off(&self, lines: &[Printed], at: usize) -> bool {
        let line = &lines[at];
        let text = line.text();
        let open = text.trim_end().ends_with(['.', ':', ',', ';', '!']);
        let link = text.contains("www.") || text.contains("://") || text.contains('@');
        let near = |a: &Printed, b: &Printed| {
            a.is_text() && (a.baseline - b.baseline).abs() < 1.15 * self.pitch * a.size.max(b.size)
        };
        let one = |a: usize, b: usize| near(&lines[a], &lines[b]) && is_coloured(&lines[a]);
        let first = (0..at).rev().take_while(|it| one(*it, *it + 1)).last().unwrap_or(at);
        let last = (at + 1..lines.len()).take_while(|it| one(*it, *it - 1)).last().unwrap_or(at);
        let below = lines.get(last + 1);
        let above = first.checked_sub(1).and_then(|it| lines.get(it));
        let alone = |it: &Printed| it.stretches.len() == 1;
        self.colours
            && is_coloured(line)
            && !open
            && !link
            && last - first < MOST_COLOURED
            && lines[first..=last].iter().all(alone)
            && text.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || first < at)
            && above.is_none_or(|it| !near(it, &lines[first]))
            && below.is_some_and(|it| it.is_text() && it.stretches.iter().all(|own| !own.coloured))
    }

    /// Whether the next line looks otherwise, so that a heading would end here.
    fn is_last(&self, lines: &[Printed], at: usize) -> bool {
        lines.get(at + 1).is_none_or(|next| {
            self.look(next) != self.look(&lines[at])
                || next.baseline - lines[at].baseline > 1.8 * lines[at].size
        })
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

/// Whether hardly any of the text of the usual size is printed in a colour.
fn colour_says(leaves: &[Leaf], body: f64) -> bool {
    let usual = |line: &&Printed| line.is_text() && !line.bold && (line.size - body).abs() < 0.07 * body;
    let lines = leaves.iter().flat_map(|leaf| &leaf.lines).filter(usual);
    let (mut coloured, mut all) = (0, 0);
    for stretch in lines.flat_map(|line| &line.stretches) {
        all += stretch.text.len();
        coloured += if stretch.coloured { stretch.text.len() } else { 0 };
    }
    coloured * 3 < all
}

fn measure(line: &Printed) -> (i64, i64) {
    (line.left().round() as i64, tenths(line.size))
}

/// Whether two looks are the same but for rounding.
fn alike(a: Look, b: Look) -> bool {
    (a.1, a.2) == (b.1, b.2) && (a.0 - b.0).abs() * 50 <= a.0
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
