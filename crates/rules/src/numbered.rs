//! Sentences with numbers: levels, counts and amounts, years and days of a month aside.

use crate::fractions::fraction;
use crate::in_words::counts;
use crate::prose::Passage;
use uppsikt_text::case::Lower;
use uppsikt_text::prose::Found;

/// A sentence with a number, or one that tells in words what share the one before it is.
#[derive(Debug, Clone)]
pub struct Numbered<'a> {
    /// The passage that it stands in.
    pub passage: Passage<'a>,
    /// The sentence.
    pub sentence: &'a str,
    /// Its numbers, in order.
    pub counts: Vec<Found>,
    /// Its place among all sentences.
    pub at: usize,
}

/// The sentences that have a number, and those that tell in words what share the one before is.
pub fn numbered<'a>(said: &[(Passage<'a>, &'a str)]) -> Vec<Numbered<'a>> {
    let mut found: Vec<Numbered<'a>> = Vec::new();
    for (at, (passage, sentence)) in said.iter().enumerate() {
        // Most sentences have no figure at all.
        let counts =
            if sentence.bytes().any(|it| it.is_ascii_digit()) { counts(sentence) } else { Vec::new() };
        let goes_on = || found.last().is_some_and(|before| before.at + 1 == at) && tells_share(sentence);
        if !counts.is_empty() || goes_on() {
            found.push(Numbered { passage: passage.clone(), sentence, counts, at });
        }
    }
    found
}

/// "Det är hälften."
fn tells_share(sentence: &str) -> bool {
    const SHORT: usize = 80;
    sentence.len() < SHORT && sentence.starts_with("Det") && fraction(sentence).is_some()
}

/// Each with the one right before it in its passage.
pub fn in_turn<'n, 'a>(
    all: &'n [Numbered<'a>],
) -> impl Iterator<Item = (&'n Numbered<'a>, Option<&'n Numbered<'a>>)> {
    all.iter().enumerate().map(|(index, it)| {
        let before = index.checked_sub(1).map(|before| &all[before]);
        (it, before.filter(|before| before.at + 1 == it.at && before.passage.span == it.passage.span))
    })
}

/// The one at a place, with those right before it in its passage, the nearest first.
pub fn with_earlier<'n, 'a>(
    all: &'n [Numbered<'a>],
    index: usize,
) -> (&'n Numbered<'a>, Vec<&'n Numbered<'a>>) {
    /// So many sentences at most belong together.
    const BACK: usize = 2;
    let now = &all[index];
    let earlier = all[..index].iter().rev().take(BACK).zip(1..);
    let close =
        earlier.take_while(|(it, back)| it.at + back == now.at && it.passage.span == now.passage.span);
    (now, close.map(|(it, _)| it).collect())
}

/// The word right after a number, where nothing parts them.
pub fn noun(sentence: &str, found: &Found) -> Option<String> {
    let rest = sentence[found.range.end..].strip_prefix([' ', '\u{a0}'])?;
    let word = rest.split(|c: char| !c.is_alphabetic()).next().filter(|word| !word.is_empty())?;
    Some(word.lower())
}

/// The sentences with numbers of a text that stands for itself.
#[cfg(test)]
pub fn of_text(text: &str) -> Vec<Numbered<'_>> {
    let within: [&uppsikt_domain::section::Section; 0] = [];
    let span = uppsikt_domain::place::Span::default();
    let passage = Passage { text, span, within: within.as_slice().into() };
    let said: Vec<_> =
        uppsikt_text::sentence::sentences(text).into_iter().map(|it| (passage.clone(), it)).collect();
    numbered(&said)
}
