//! The run of figures in a line, word by word: which can begin a figure, which go on one.

mod marks;
mod parenthesised;

use crate::tables::figures;
use std::ops::Range;
use uppsikt_text::figure;

/// A word of a line that can be (a part of) a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Where, in bytes of the raw line.
    pub range: Range<usize>,
    /// How many spaces stand before it.
    pub gap: usize,
    pub shape: Shape,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// One to three digits, with or without sign: may begin a grouped figure.
    Start,
    /// Exactly three digits without sign: may continue one, or begin one.
    Group,
    /// Three digits and decimals: may continue and then ends one.
    GroupEnd,
    /// A figure of its own.
    Whole,
    /// "000": can only continue.
    Follow,
    /// A sign, dash or arrow alone.
    Dash,
    /// A per cent sign alone.
    Percent,
}

/// More figures than this on one line are no table row.
const MOST_WORDS: usize = 24;
/// The figures of a line: the words before them are its label, those after a note.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Tail {
    pub words: Vec<Word>,
    /// Where the text after the figures begins, in bytes of the raw line.
    pub end: usize,
}

/// The last run of figures in a line; with `noted`, words may stand after it. A reference to a note
/// ("Not 5") never belongs to it.
pub(crate) fn tail(raw: &str, noted: bool) -> Option<Tail> {
    let raw = marks::before(before_note(raw));
    let from = if noted { 0 } else { figures_start(raw)? };
    let words = parenthesised::settle(raw, marks::without(raw, words(raw, from)));
    let last = words.iter().rposition(|(_, _, shape)| shape.is_some_and(|shape| shape != Shape::Percent))?;
    let trailing_percent = words[last + 1..].iter().take_while(|word| word.2 == Some(Shape::Percent)).count();
    let stop = last + 1 + trailing_percent;
    if !noted && stop < words.len() {
        return None;
    }
    let start = words[..=last].iter().rposition(|(_, _, shape)| shape.is_none()).map_or(0, |at| at + 1);
    // "KF § 41 1 200": the number of a paragraph is the label's.
    let numbers = start > 0 && last > start && is_numbering(&raw[words[start - 1].0.clone()]);
    let start = start + usize::from(numbers);
    let run: Vec<Word> = words[start..stop]
        .iter()
        .filter_map(|(range, gap, shape)| Some(Word { range: range.clone(), gap: *gap, shape: (*shape)? }))
        .collect();
    let end = run.last()?.range.end;
    (run.len() <= MOST_WORDS).then_some(Tail { words: run, end })
}

/// Whether the figures are more than years or a lone dash.
pub(crate) fn is_strong(raw: &str, tail: &Tail) -> bool {
    match tail.words.as_slice() {
        [] => false,
        [only] => only.shape != Shape::Dash && !is_year(&raw[only.range.clone()]),
        words => {
            let years = words.iter().all(|word| is_year(&raw[word.range.clone()]));
            let figured = words.iter().any(|word| !matches!(word.shape, Shape::Dash | Shape::Percent));
            let empty = words.iter().all(|word| word.shape == Shape::Dash);
            !years && (figured || empty)
        }
    }
}

/// Four digits from 1950 to 2099.
pub(crate) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u32>().is_ok_and(|year| (1950..2100).contains(&year))
}

/// A year, a month of one ("2030-08") or a day ("2030-08-31", "12/31/2030"): what a column of a table is of.
pub(crate) fn is_period(word: &str) -> bool {
    if let Some((day, year)) = word.rsplit_once('/') {
        let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        return is_year(year) && day.split_once('/').is_some_and(|(one, other)| digits(one) && digits(other));
    }
    let mut parts = word.splitn(3, '-');
    let two = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    parts.next().is_some_and(is_year) && parts.all(two)
}

type Raw = (Range<usize>, usize, Option<Shape>);

/// What a row is without the reference to a note that stands after its figures: "-10 000 -10 800 Not 5".
fn before_note(raw: &str) -> &str {
    let end = raw.trim_end();
    let figured = end.ends_with(|c: char| c.is_ascii_digit());
    let words = || {
        let (rest, number) = end.rsplit_once([' ', '\t'])?;
        let (rest, word) = rest.trim_end().rsplit_once([' ', '\t'])?;
        let short = number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit());
        (short && is_note_word(word) && figures_start(rest).is_some()).then_some(rest)
    };
    if figured { words().unwrap_or(raw) } else { raw }
}

/// Whether the figure after a word is a number that it has.
fn is_numbering(word: &str) -> bool {
    matches!(word, "\u{a7}" | "\u{a7}\u{a7}" | "nr" | "Nr" | "nr." | "Nr.")
}

fn is_note_word(word: &str) -> bool {
    word.trim_end_matches('.').eq_ignore_ascii_case("not")
}

/// Where the figures at the end of a line begin, and a word more; `None`: there are none.
fn figures_start(raw: &str) -> Option<usize> {
    let is_space = |c: char| c == ' ' || c == '\t';
    let mut end = raw.trim_end_matches(is_space).len();
    let last = raw[..end].rsplit(is_space).next().unwrap_or_default();
    let figured = last.ends_with(|c: char| {
        c.is_ascii_digit() || matches!(c, '%' | ')' | '*') || figure::MINUS.contains(&c)
    });
    (figured || is_sign(last)).then_some(())?;
    while end > 0 {
        let start = raw[..end].rfind(is_space).map_or(0, |at| at + 1);
        if shape(parenthesised::bare(&raw[start..end])).is_none() {
            return Some(start);
        }
        end = raw[..start].trim_end_matches(is_space).len();
    }
    Some(0)
}

fn words(raw: &str, from: usize) -> Vec<Raw> {
    let mut found: Vec<Raw> = Vec::new();
    let mut start = None;
    let mut gap = 0;
    let chars = raw[from..].char_indices().map(|(at, c)| (from + at, c));
    for (at, c) in chars.chain(std::iter::once((raw.len(), ' '))) {
        let space = c == ' ' || c == '\t';
        match (start, space) {
            (None, true) => gap += if c == '\t' { 4 } else { 1 },
            (None, false) => start = Some(at),
            (Some(from), true) => {
                found.push((from..at, gap, shape(&raw[from..at])));
                (start, gap) = (None, if c == '\t' { 4 } else { 1 });
            }
            (Some(_), false) => {}
        }
    }
    found
}

/// An arrow or a mark alone in a cell: says something, and is no figure.
fn is_sign(word: &str) -> bool {
    let mut signs = word.chars();
    let sign = |c: char| matches!(c, '\u{2190}'..='\u{21ff}' | '\u{25a0}'..='\u{25ff}' | '\u{2b06}'..='\u{2b07}' | '\u{27a1}');
    signs.next().is_some_and(sign) && signs.all(|c| c == '\u{fe0f}')
}

fn shape(word: &str) -> Option<Shape> {
    if word == "%" {
        return Some(Shape::Percent);
    }
    if is_sign(word) {
        return Some(Shape::Dash);
    }
    if figures::is_no_change(word) {
        return Some(Shape::Whole);
    }
    let bare = word.trim_start_matches(|c| c == '+' || figure::MINUS.contains(&c));
    let signed = bare.len() < word.len();
    if bare.is_empty() {
        return (word.chars().count() == 1).then_some(Shape::Dash);
    }
    if word.chars().count() - bare.chars().count() > 1 || !bare.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let bare = figures::without_marks(bare);
    let plain = bare.strip_suffix('%').unwrap_or(bare);
    figure::parse(plain)?;
    let digits = plain.bytes().all(|b| b.is_ascii_digit());
    let whole = plain.split([',', '.']).next().unwrap_or_default();
    Some(match (digits, plain.len(), signed) {
        _ if figure::has_pointed_thousands(plain) => Shape::Whole,
        (true, 3, false) if plain.starts_with('0') => Shape::Follow,
        (true, 1, _) if plain == "0" => Shape::Whole,
        (true, 3, false) if plain == bare => Shape::Group,
        (true, 1..=3, _) if plain == bare => Shape::Start,
        (false, ..) if !signed && whole.len() == 3 && whole.bytes().all(|b| b.is_ascii_digit()) => {
            Shape::GroupEnd
        }
        _ => Shape::Whole,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(raw: &str) -> Vec<&str> {
        let tail = tail(raw, false).unwrap_or_default();
        tail.words.iter().map(|word| &raw[word.range.clone()]).collect()
    }

    #[test]
    fn a_reference_to_a_note_is_none_of_the_figures() {
        assert_eq!(words("Hyror -900 -950 -50 Not 5"), ["-900", "-950", "-50"]);
        assert_eq!(words("Hyror -900 -950 -50  not 14"), ["-900", "-950", "-50"]);
        assert_eq!(words("Hyror not 5"), ["5"]);
    }

    #[test]
    fn a_mark_that_calls_for_a_note_is_none_of_the_figures() {
        assert_eq!(words("Ny damm   12,5   40,0   8,0   1)"), ["12,5", "40,0", "8,0"]);
        assert_eq!(words("Ny damm 12,5 40,0 8,0 1) 2)"), ["12,5", "40,0", "8,0"]);
        assert_eq!(words("Ny damm 12 1) 400 8"), ["12", "400", "8"]);
        assert_eq!(words("Ny damm (500) (700) 1)"), ["(500)", "(700)"]);
        assert!(words("Besöken ökade med 46 1)").is_empty() && words("Elever (årskurs 4 5)").is_empty());
    }

    #[test]
    fn the_number_of_a_paragraph_is_none_of_the_figures() {
        assert_eq!(words("2031-04-02 KF \u{a7} 17 2 300"), ["2", "300"]);
        assert_eq!(words("Beslut nr 17 -300"), ["-300"]);
        assert_eq!(words("Beslut enligt \u{a7} 17"), ["17"]);
    }

    #[test]
    fn no_change_and_figures_in_parentheses_are_figures() {
        assert_eq!(words("Vatten 0 0 ±0"), ["0", "0", "±0"]);
        assert_eq!(words("Lån (500) (1 700) (1 200)"), ["(500)", "(1 700)", "(1 200)"]);
        assert_eq!(words("Lån 900 700 (200)"), ["900", "700", "(200)"]);
        assert!(words("Frånvaro 8,2 (7,9)").is_empty() && words("Frånvaro 8,2 (7,9) 8,1 (7,7)").is_empty());
        assert_eq!(words("Elever (årskurs 4) 12 13"), ["12", "13"]);
        assert!(words("Storby (2030)").is_empty());
    }

    #[test]
    fn a_year_alone_is_no_strong_tail() {
        let strong = |raw: &str| tail(raw, false).is_some_and(|tail| is_strong(raw, &tail));
        assert!(!strong("Planering för 2026"));
        assert!(strong("Summa 2 026"));
        assert!(!strong("Detta är text."));
        assert!(tail("Ekonomi -19 729 -18 019 1 710 Avtal", true).is_some_and(|tail| tail.words.len() == 6));
    }
}
