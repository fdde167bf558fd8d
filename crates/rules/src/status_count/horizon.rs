//! Which horizon a sentence speaks of.

use crate::prose::has_words;
use uppsikt_domain::assessment::Horizon;

/// "Både för perioden och mandatperioden", "såväl under perioden som under mandatperioden".
pub fn names_both(lower: &str) -> bool {
    let after = |word: &str, last: &str| {
        let (_, rest) = lower.split_once(word)?;
        let (first, second) = rest.split_once(last)?;
        let near = first.split_whitespace().count() <= 3;
        let second: Vec<&str> = second.split_whitespace().take(3).collect();
        let (period, term) =
            (|text: &str| has_words(text, "perioden"), |text: &str| text.contains("mandatperiod"));
        let second = second.join(" ");
        Some(near && (period(first) && term(&second) || term(first) && period(&second)))
    };
    after("både ", " och ").or(after("såväl ", " som ")).unwrap_or(false)
}

/// The horizon that a sentence names, where it names one.
pub fn named(lower: &str) -> Option<Horizon> {
    let term = lower.contains("mandatperiod");
    let period = ["perioden", "under året", "för året", "i år"].iter().any(|words| has_words(lower, words))
        || ["januari", "hittills", "helår"].iter().any(|word| lower.contains(word));
    match (term, period) {
        (true, false) => Some(Horizon::Term),
        (false, true) => Some(Horizon::Period),
        _ => None,
    }
}
