//! Patterns of a style file: words with holes in them.
//!
//! `*` is any words, `{year}` four digits, `{page}`, `{pages}` and `{n}` a number,
//! `{name}`, `{body}` and `{title}` the words that are wanted. Case, kinds of dashes and
//! kinds of space make no difference. A pattern fits the whole text or not at all.

use std::ops::Range;

/// A hole whose content is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    Name,
    Body,
    Title,
    Year,
    Page,
    Pages,
    Number,
}

#[derive(Debug, Clone)]
enum Token {
    Words(Vec<char>),
    Any,
    Field(Field),
}

/// A compiled pattern.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    /// As it stands in the style file.
    pub source: String,
    tokens: Vec<Token>,
    /// The longest words of the pattern, folded: a text without them does not fit.
    needle: String,
    /// The first character, where the pattern does not begin with a hole.
    opens: Option<char>,
}

/// A text and the same text folded, made once and held against many patterns.
#[derive(Debug)]
pub(crate) struct Folded<'t> {
    pub text: &'t str,
    pub folded: String,
}

impl<'t> Folded<'t> {
    pub fn new(text: &'t str) -> Self {
        let mut folded = String::with_capacity(text.len());
        folded.extend(text.chars().map(fold));
        Folded { text, folded }
    }
}

/// What the holes held, as byte ranges of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Held {
    fields: Vec<(Field, Range<usize>)>,
    steps: u32,
}

impl Held {
    pub fn get(&self, field: Field) -> Option<Range<usize>> {
        self.fields.iter().find(|(own, _)| *own == field).map(|(_, range)| range.clone())
    }

    pub fn number(&self, field: Field, text: &str) -> Option<u32> {
        text.get(self.get(field)?)?.parse().ok()
    }
}

/// Texts longer than this fit no pattern, in bytes.
const LONGEST: usize = 700;
/// A pattern that has not fitted after so many tries is given up.
const MOST_STEPS: u32 = 20_000;

impl Pattern {
    pub fn new(source: &str) -> Self {
        let mut tokens = Vec::new();
        let mut rest = source;
        while !rest.is_empty() {
            let (token, length) = next_token(rest);
            tokens.push(token);
            rest = &rest[length..];
        }
        let opens = match tokens.first() {
            Some(Token::Words(words)) => words.first().copied(),
            _ => None,
        };
        let words = tokens.iter().filter_map(|token| match token {
            Token::Words(words) => Some(words.iter().collect::<String>()),
            _ => None,
        });
        let needle = words.max_by_key(String::len).unwrap_or_default();
        Pattern { source: source.to_owned(), tokens, needle, opens }
    }

    /// Whether the pattern has no holes.
    pub fn is_plain(&self) -> bool {
        self.tokens.iter().all(|token| matches!(token, Token::Words(_)))
    }

    /// The longest words of the pattern, folded: a text without them does not fit.
    pub fn needle(&self) -> &str {
        &self.needle
    }

    /// Whether the pattern fits, and what its holes held.
    pub fn fits_folded(&self, text: &Folded<'_>) -> Option<Held> {
        let opened = self.opens.is_none_or(|opens| text.folded.starts_with(opens));
        if !opened || text.text.len() > LONGEST || !text.folded.contains(&self.needle) {
            return None;
        }
        let mut held = Held::default();
        fit(&self.tokens, text.text, 0, &mut held).then_some(held)
    }
}

fn next_token(rest: &str) -> (Token, usize) {
    const HOLES: [(&str, Token); 8] = [
        ("*", Token::Any),
        ("{name}", Token::Field(Field::Name)),
        ("{body}", Token::Field(Field::Body)),
        ("{title}", Token::Field(Field::Title)),
        ("{year}", Token::Field(Field::Year)),
        ("{page}", Token::Field(Field::Page)),
        ("{pages}", Token::Field(Field::Pages)),
        ("{n}", Token::Field(Field::Number)),
    ];
    if let Some((hole, token)) = HOLES.iter().find(|(hole, _)| rest.starts_with(hole)) {
        return (token.clone(), hole.len());
    }
    let next = HOLES.iter().filter_map(|(hole, _)| rest.find(hole)).min().unwrap_or(rest.len());
    (Token::Words(rest[..next].chars().map(fold).collect()), next)
}

/// A character for comparing: lower case, one kind of dash, space and quotation mark.
pub(crate) fn fold(c: char) -> char {
    if c.is_ascii() {
        return if matches!(c, '\t' | '\n') { ' ' } else { c.to_ascii_lowercase() };
    }
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{201c}' | '\u{201d}' | '\u{201e}' => '"',
        '\u{a0}' => ' ',
        'å' | 'ä' | 'ö' | 'é' => c,
        'Å' => 'å',
        'Ä' => 'ä',
        'Ö' => 'ö',
        c if c.is_whitespace() => ' ',
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

fn words_end(words: &[char], text: &str, at: usize) -> Option<usize> {
    let mut chars = text[at..].char_indices();
    let mut end = at;
    for word in words {
        let (offset, c) = chars.next()?;
        if fold(c) != *word {
            return None;
        }
        end = at + offset + c.len_utf8();
    }
    Some(end)
}

/// Depth is bounded by the number of tokens in the pattern.
fn fit(tokens: &[Token], text: &str, at: usize, held: &mut Held) -> bool {
    let Some((token, rest)) = tokens.split_first() else { return at == text.len() };
    held.steps += 1;
    if held.steps > MOST_STEPS {
        return false;
    }
    match token {
        Token::Words(words) => words_end(words, text, at).is_some_and(|end| fit(rest, text, end, held)),
        Token::Any => ends_of_words(rest, text, at, 0).any(|end| fit(rest, text, end, held)),
        Token::Field(field @ (Field::Name | Field::Body | Field::Title)) => {
            ends_of_words(rest, text, at, 1).any(|end| hold(*field, at..end, rest, text, held))
        }
        Token::Field(field) => {
            let digits = match field {
                Field::Number => numbering_length(&text[at..]),
                _ => number_length(&text[at..], false),
            };
            let sound = if *field == Field::Year { digits == 4 } else { (1..=6).contains(&digits) };
            sound && hold(*field, at..at + digits, rest, text, held)
        }
    }
}

/// How long a number is; one of a list may have points inside ("1.2").
fn number_length(text: &str, pointed: bool) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (0..bytes.len())
        .find(|at| !(digit(*at) || (pointed && bytes[*at] == b'.' && *at > 0 && digit(*at + 1))))
        .unwrap_or(bytes.len())
}

/// How long the number of a list is: "3", "1.2", "A", "B2". A letter alone needs a sign after it.
fn numbering_length(text: &str) -> usize {
    let lettered = text.starts_with(|c: char| c.is_ascii_uppercase());
    let digits = number_length(&text[usize::from(lettered)..], true);
    let signed = |rest: &str| {
        rest.starts_with([':', '.', ')']) || rest.starts_with(" - ") || rest.starts_with(" \u{2013} ")
    };
    if lettered && digits == 0 && !signed(&text[1..]) { 0 } else { usize::from(lettered) + digits }
}

fn hold(field: Field, range: Range<usize>, rest: &[Token], text: &str, held: &mut Held) -> bool {
    let before = held.fields.len();
    let end = range.end;
    held.fields.push((field, range));
    let fits = fit(rest, text, end, held);
    if !fits {
        held.fields.truncate(before);
    }
    fits
}

fn ends_of_words<'a>(
    rest: &'a [Token],
    text: &'a str,
    at: usize,
    least: usize,
) -> Box<dyn Iterator<Item = usize> + 'a> {
    if rest.is_empty() {
        return Box::new(std::iter::once(text.len()).filter(move |end| *end >= at + least));
    }
    let next = match rest.first() {
        Some(Token::Words(words)) => words.first().copied(),
        _ => None,
    };
    let starts = text[at..].char_indices().map(move |(offset, c)| (at + offset, c));
    let fitting = starts.filter(move |(_, c)| next.is_none_or(|next| fold(*c) == next));
    Box::new(
        fitting.map(|(end, _)| end).chain(std::iter::once(text.len())).filter(move |end| *end >= at + least),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Pattern {
        fn fits(&self, text: &str) -> Option<Held> {
            self.fits_folded(&Folded::new(text))
        }
    }

    fn name(pattern: &str, text: &str) -> Option<String> {
        let held = Pattern::new(pattern).fits(text)?;
        Some(text[held.get(Field::Name)?].to_owned())
    }

    #[test]
    fn a_name_is_what_stands_in_the_hole() {
        assert_eq!(name("Målområde - {name}", "MÅLOMRÅDE – En trygg stad"), Some("En trygg stad".into()));
        assert_eq!(name("Mål {n}: {name}", "Mål 12: Fler böcker"), Some("Fler böcker".into()));
        assert_eq!(name("Mål {n}: {name}", "Mål 1.2: Fler böcker"), Some("Fler böcker".into()));
        assert_eq!(name("Målområde - {name}", "Målområdet är stort"), None);
        assert_eq!(name("Målområde - {name}", "Målområde - "), None);
    }

    #[test]
    fn running_heads_give_body_year_and_page() {
        let pattern = Pattern::new("{title} {year}, {body} {page}({pages})");
        let text = "Årsanalys 2024, Park- och vattennämnden 3(18)";
        let held = pattern.fits(text).unwrap();
        assert_eq!(held.get(Field::Body).map(|range| &text[range]), Some("Park- och vattennämnden"));
        assert_eq!(held.number(Field::Year, text), Some(2024));
        assert_eq!(held.number(Field::Page, text), Some(3));
    }

    #[test]
    fn a_number_may_have_a_letter() {
        let pattern = Pattern::new("Inriktningsmål {n}: {name}");
        for text in ["Inriktningsmål 2: Trygg", "Inriktningsmål B: Trygg", "Inriktningsmål B2: Trygg"] {
            assert!(pattern.fits(text).is_some(), "{text}");
        }
        assert!(Pattern::new("Mål {n} {name}").fits("Mål I staden finns plats").is_none());
        assert!(Pattern::new("Mål {n} {name}").fits("Mål 1.2 Skolan är trygg").is_some());
    }

    #[test]
    fn any_words_may_be_none() {
        let pattern = Pattern::new("Bedömning*januari*");
        assert!(pattern.fits("Bedömning av målet januari – augusti 2023").is_some());
        assert!(pattern.fits("Bedömning januari").is_some());
        assert!(pattern.fits("Bedömning februari").is_none());
    }

    #[test]
    fn long_texts_fit_nothing_and_cost_nothing() {
        assert!(Pattern::new("*a*a*a*a*b").fits(&"a".repeat(100_000)).is_none());
        assert!(Pattern::new("*a*a*a*a*b").fits(&"a".repeat(600)).is_none());
    }
}
