//! How alike two wordings are, letter by letter: finds slips inside words.

use std::collections::BTreeMap;
use uppsikt_text::compare::normalized;

/// Twice the common pairs of neighbouring letters by all such pairs, in thousandths
/// (the Sørensen–Dice coefficient over bigrams).
pub fn letters_alike_permille(a: &str, b: &str) -> u16 {
    let (a, b) = (pairs(a), pairs(b));
    let count = |pairs: &BTreeMap<(char, char), usize>| pairs.values().sum::<usize>();
    let all = count(&a) + count(&b);
    if all == 0 {
        return 0;
    }
    let common: usize = a.iter().map(|(pair, times)| (*times).min(b.get(pair).copied().unwrap_or(0))).sum();
    u16::try_from(2000 * common / all).unwrap_or(1000)
}

fn pairs(text: &str) -> BTreeMap<(char, char), usize> {
    let letters: Vec<char> = normalized(text).chars().filter(|c| c.is_alphanumeric()).collect();
    let mut pairs = BTreeMap::new();
    for pair in letters.windows(2) {
        *pairs.entry((pair[0], pair[1])).or_default() += 1;
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_inside_a_word_leaves_wordings_alike() {
        assert!(letters_alike_permille("männsliga rättigheter", "mänskliga rättigheter") > 850);
        assert!(letters_alike_permille("attraktivitet och närliv", "attraktivitet och näringsliv") > 850);
        assert!(letters_alike_permille("Resultaträkning", "Investeringsram") < 400);
        assert_eq!(letters_alike_permille("", ""), 0);
    }
}
