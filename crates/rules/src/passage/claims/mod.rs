//! What figures are told to be of others, where the words leave no doubt of which.

mod apart;
mod shares;
mod sums;

use super::Line;
use super::cues;
use super::formula::{Claim, Formula};
use super::known::{self, Stemmed};
use super::terms::{Kind, Role, Term};
use crate::prose::word_count;
use std::cell::OnceCell;

/// What the figures of a passage are told to be.
pub fn claims<'c, 't>(lines: &[Line<'_>], all: &'c [Term<'t>]) -> Vec<Claim<'c, 't>> {
    let lines: Vec<Read<'_>> =
        lines.iter().map(|(at, text)| Read { at: *at, text, words: OnceCell::new() }).collect();
    let lines = lines.as_slice();
    let mut found = Vec::new();
    for target in all.iter().filter(|it| it.is_firm()) {
        let passage = Passage { lines, all, target };
        if cues::is_open(target.sentence) {
            continue;
        }
        let claim = match (target.role, target.kind) {
            (Role::Apart, Kind::Percent) if !target.words => passage.change(),
            (Role::Apart, Kind::Money) if target.each => passage.apart_month(),
            (Role::Apart, _) => passage.rest().or_else(|| passage.components()).or_else(|| passage.apart()),
            (Role::Total, Kind::Money | Kind::Count) => passage.total(),
            (_, Kind::Money) if target.each => passage.month().or_else(|| passage.each()),
            (Role::Mean, _) if passage.mean().is_some() => passage.mean(),
            (Role::Level | Role::Mean, Kind::Percent) => passage.share(&found).or_else(|| passage.whole()),
            (Role::Level, _) => passage.rest().or_else(|| passage.result()).or_else(|| passage.whole()),
            _ => None,
        };
        found.extend(claim);
        if target.kind != Kind::Points && !target.words {
            found.extend(passage.whereof());
            found.extend(passage.parts());
            found.extend(passage.flow());
        }
    }
    found
}

/// A sentence with its words, once they are asked for.
struct Read<'p> {
    at: usize,
    text: &'p str,
    words: OnceCell<Vec<Stemmed>>,
}

impl Read<'_> {
    fn words(&self) -> &[Stemmed] {
        self.words.get_or_init(|| known::stemmed(self.text))
    }
}

struct Passage<'p, 'c, 't> {
    lines: &'p [Read<'p>],
    all: &'c [Term<'t>],
    target: &'c Term<'t>,
}

impl<'c, 't> Passage<'_, 'c, 't> {
    fn claim(&self, formula: Formula, of: Vec<&'c Term<'t>>) -> Option<Claim<'c, 't>> {
        let target = self.target;
        (!of.iter().any(|it| cues::is_open(it.sentence))).then_some(Claim { target, formula, of })
    }

    /// The figures that the target may be of, of some sentences around it.
    fn levels(&self, kind: Kind, back: usize, on: usize) -> Vec<&'c Term<'t>> {
        let target = self.target;
        let near = self.all.iter().filter(|it| it.at + back >= target.at && it.at <= target.at + on);
        near.filter(|it| {
            it.kind == kind
                && !std::ptr::eq(*it, target)
                && it.role != Role::Apart
                && it.each == target.each
                && it.is_firm()
        })
        .filter(|it| it.is_like(target))
        .collect()
    }

    /// The levels before the target.
    fn before(&self, kind: Kind, back: usize) -> Vec<&'c Term<'t>> {
        let target = self.target;
        let before = |it: &&Term<'_>| it.at < target.at || it.found.range.end <= target.found.range.start;
        self.levels(kind, back, 0).into_iter().filter(|it| before(&&**it)).collect()
    }

    /// The two levels that the target is told of.
    fn compared(&self, kind: Kind) -> Option<[&'c Term<'t>; 2]> {
        let target = self.target;
        let next =
            self.levels(kind, 0, 0).into_iter().find(|it| it.found.range.start >= target.found.range.end);
        let next = next.filter(|next| {
            let between = &target.sentence[target.found.range.end..next.found.range.start];
            cues::compares(between) && ![" och ", ". "].iter().any(|mark| between.contains(mark))
        });
        if let Some(next) = next {
            // What an earlier difference is against is no level of this one.
            let level = |back: usize| {
                self.before(kind, back)
                    .into_iter()
                    .rev()
                    .find(|it| it.at < target.at || !cues::compares(it.slice))
            };
            let last = level(0).or_else(|| level(1));
            return last.map(|last| [next, last]);
        }
        let two = |terms: Vec<&'c Term<'t>>| match terms.as_slice() {
            [one, other] => Some([*one, *other]),
            _ => None,
        };
        for back in [0, 1] {
            let before = self.before(kind, back);
            if before.len() > 1 {
                return two(before).filter(|[one, other]| {
                    self.is_left() || one.at == other.at || self.is_same_subject(one, other)
                });
            }
        }
        let before = self.before(kind, 1);
        let on = self.levels(kind, 0, 1).into_iter().filter(|it| it.at > target.at);
        two(before.into_iter().chain(on).collect()).filter(|[one, other]| self.is_same_subject(one, other))
    }

    /// Whether the later of two levels in two sentences is told of the same as the first.
    fn is_same_subject(&self, one: &Term<'_>, other: &Term<'_>) -> bool {
        let known = self.lines.iter().filter(|line| line.at == one.at).flat_map(|line| line.words());
        let told = other.lead.replace(|c: char| c.is_ascii_digit(), "");
        known::first_new(&told, known).is_none_or(|word| cues::is_level(&word))
    }

    /// Whether the words around the target bring nothing new to those of others.
    fn is_closed(&self, of: &[&Term<'_>]) -> bool {
        self.is_told(self.target.lead, of)
    }

    /// The same with other words before the target.
    fn is_told(&self, lead: &str, of: &[&Term<'_>]) -> bool {
        let target = self.target;
        let known = self.known(of);
        let tail = cues::own_tail(target.tail);
        let ahead =
            of.iter().filter(|it| it.at == target.at && it.found.range.start >= target.found.range.end);
        let mut between = ahead.map(|it| &target.sentence[target.found.range.end..it.found.range.start]);
        let ahead = between.any(|it| it.starts_with(target.tail) && it.len() <= target.tail.len() + 1);
        known::first_new(lead, known.iter().copied()).is_none()
            && (ahead || known::first_new(tail, known.iter().copied()).is_none())
    }

    /// The words that stand before the target's clause, and those of the sentences of others.
    fn known<'k>(&'k self, of: &'k [&Term<'_>]) -> Vec<&'k Stemmed> {
        let target = self.target;
        let start = target.lead.as_ptr() as usize - target.sentence.as_ptr() as usize;
        let mut known: Vec<&Stemmed> = Vec::new();
        for line in self.lines {
            let near =
                line.at + 2 >= target.at && line.at < target.at || of.iter().any(|it| it.at == line.at);
            let own = line.at == target.at;
            let count =
                if own { word_count(target.sentence.get(..start).unwrap_or_default()) } else { usize::MAX };
            let all = if own || near { line.words() } else { &[] };
            known.extend(all.iter().take(count));
            // What the figures themselves count is known, wherever they stand.
            if own {
                let told = of.iter().filter(|it| it.at == line.at);
                let ranges = told.map(|it| {
                    let lead = it.lead.as_ptr() as usize - it.sentence.as_ptr() as usize;
                    let from = word_count(it.sentence.get(..lead).unwrap_or_default());
                    let until = word_count(it.sentence.get(..it.found.range.end).unwrap_or_default())
                        + it.nouns().len();
                    from..until
                });
                known.extend(
                    ranges
                        .filter_map(|range| all.get(range.start.min(all.len())..range.end.min(all.len())))
                        .flatten(),
                );
            }
        }
        known
    }
}
