//! Shares in words: "hälften", "en tredjedel", "var fjärde".

use std::ops::Range;
use uppsikt_text::case::Lower;

/// A share in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fraction {
    /// Where it stands in its sentence, in bytes.
    pub range: Range<usize>,
    /// The share in parts per ten thousand.
    pub share: i64,
    /// Whether a word before it says that it is not exact.
    pub hedged: bool,
}

/// Shares and what they are called.
const NAMES: [(&str, i64); 15] = [
    ("två tredjedelar", 6667),
    ("tre fjärdedelar", 7500),
    ("en tredjedel", 3333),
    ("en fjärdedel", 2500),
    ("en femtedel", 2000),
    ("en tiondel", 1000),
    ("var tredje", 3333),
    ("var fjärde", 2500),
    ("var femte", 2000),
    ("var tionde", 1000),
    ("varannan", 5000),
    ("vartannat", 5000),
    ("vart tredje", 3333),
    ("vart fjärde", 2500),
    ("hälften", 5000),
];

/// Words before a share that make it less exact.
const HEDGES: [&str; 12] = [
    "drygt", "knappt", "nästan", "närmare", "ungefär", "cirka", "ca", "omkring", "runt", "över", "än",
    "minst",
];

/// The only share that a sentence tells in words.
pub fn fraction(sentence: &str) -> Option<Fraction> {
    let lower = sentence.lower();
    if lower.len() != sentence.len() {
        return None;
    }
    let mut found = NAMES.iter().flat_map(|(name, share)| {
        lower
            .match_indices(name)
            .filter(|(at, _)| is_whole(&lower, *at, name.len()))
            .map(|(at, _)| (at, name.len(), *share))
    });
    let (at, length, share) = found.next()?;
    if found.next().is_some() {
        return None;
    }
    let before = lower[..at].split_whitespace().next_back().unwrap_or_default();
    let hedged = HEDGES.contains(&before.trim_matches(|c: char| !c.is_alphanumeric()));
    Some(Fraction { range: at..at + length, share, hedged })
}

fn is_whole(text: &str, at: usize, length: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + length..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

impl Fraction {
    /// Whether a share, in parts per ten thousand, is called so: a tenth of it less or more, a fifth
    /// where it is hedged.
    pub fn fits(&self, share: i64) -> bool {
        let reach = if self.hedged { self.share / 5 } else { self.share / 10 };
        (share - self.share).abs() <= reach
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_in_words_are_known() {
        let told = |text: &str| fraction(text).map(|it| (it.share, it.hedged));
        assert_eq!(told("Hälften, 40 av 90, är klara"), Some((5000, false)));
        assert_eq!(told("Det är nästan två tredjedelar."), Some((6667, true)));
        assert_eq!(told("Var fjärde elev, 30 av 120"), Some((2500, false)));
        assert_eq!(told("Den andra hälften är större än hälften"), None);
        assert_eq!(told("Halva laget"), None);
    }

    #[test]
    fn a_share_fits_what_is_near() {
        let half = fraction("hälften").expect("a share");
        assert!(half.fits(5300) && half.fits(4600) && !half.fits(4400) && !half.fits(6700));
    }
}
