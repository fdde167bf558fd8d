//! The headings of a style that have holes, held against a text all at once.

use crate::book::HeadingKind;
use crate::pattern::{Folded, Held, Pattern};
use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind};

/// What a pattern says of a heading that it fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// A mark with a name after it: "Målområde - {name}".
    Mark(HeadingKind),
    /// The whole heading is the assignment.
    Order,
    /// A heading of a kind.
    Kind(HeadingKind),
}

/// Patterns, and the longest words of each in one automaton: most texts have none of them.
pub(crate) struct Holed {
    patterns: Vec<(Role, Pattern)>,
    needles: Option<AhoCorasick>,
}

impl Holed {
    pub fn new(patterns: Vec<(Role, Pattern)>) -> Self {
        let needles = AhoCorasickBuilder::new()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(patterns.iter().map(|(_, pattern)| pattern.needle()))
            .ok();
        Holed { patterns, needles }
    }

    /// The patterns whose longest words stand in the text, in order.
    pub fn likely(&self, text: &Folded<'_>) -> Vec<&(Role, Pattern)> {
        let Some(needles) = &self.needles else { return self.patterns.iter().collect() };
        let mut at: Vec<usize> =
            needles.find_overlapping_iter(&text.folded).map(|found| found.pattern().as_usize()).collect();
        at.sort_unstable();
        at.dedup();
        at.into_iter().filter_map(|at| self.patterns.get(at)).collect()
    }
}

/// The first of some patterns with a role that fits.
pub(crate) fn first<'p>(
    likely: &[&'p (Role, Pattern)],
    role: Role,
    text: &Folded<'_>,
) -> Option<(&'p Pattern, Held)> {
    let mut own = likely.iter().filter(|(own, _)| *own == role);
    own.find_map(|(_, pattern)| Some((pattern, pattern.fits_folded(text)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_patterns_whose_words_stand_in_the_text_are_tried() {
        let of = |source: &str| (Role::Order, Pattern::new(source));
        let holed = Holed::new(vec![of("Mål - {name}"), of("{name} - mål"), of("Plan *"), of("{name}")]);
        let text = Folded::new("Mål - Fler läser");
        let tried: Vec<&str> = holed.likely(&text).iter().map(|(_, it)| it.source.as_str()).collect();
        assert_eq!(tried, ["Mål - {name}", "{name}"]);
        assert_eq!(
            first(&holed.likely(&text), Role::Order, &text).map(|(it, _)| it.source.as_str()),
            Some("Mål - {name}")
        );
    }
}
