//! Wrapped lines joined to one text that still knows where each word stands.

use crate::source::{Source, is_mark, trimmed};
use crate::tables::tail::is_year;
use std::ops::Range;
use uppsikt_domain::place::{Place, Span, TextAt};

#[derive(Debug, Clone, Copy)]
struct Part {
    /// Where it begins in the joined text, in bytes.
    at: usize,
    line: usize,
    /// Where it begins in the source line, in bytes.
    byte: usize,
}

/// A text joined from source lines.
#[derive(Debug, Clone, Default)]
pub(crate) struct Joined {
    pub text: String,
    parts: Vec<Part>,
}

impl Joined {
    /// One whole line.
    pub fn line(source: &Source, line: usize) -> Self {
        let mut joined = Joined::default();
        joined.push_line(source, line);
        joined
    }

    /// Whole lines, in order.
    pub fn lines(source: &Source, lines: impl IntoIterator<Item = usize>) -> Self {
        let mut joined = Joined::default();
        lines.into_iter().for_each(|line| joined.push_line(source, line));
        joined
    }

    pub fn push_line(&mut self, source: &Source, line: usize) {
        self.push(source, line, 0..source.raw(line).len());
    }

    /// Adds a stretch of a line: wrapped words are joined, runs of space become one.
    pub fn push(&mut self, source: &Source, line: usize, range: Range<usize>) {
        let Some(stretch) = source.raw(line).get(range.clone()) else { return };
        let plain = trimmed(stretch);
        if is_single_spaced(plain) {
            if !plain.is_empty() {
                // `plain` is a part of `stretch`: where it begins need not be looked for.
                let lead = plain.as_ptr().addr() - stretch.as_ptr().addr();
                self.push_word(plain, Part { at: 0, line, byte: range.start + lead }, true);
            }
            return;
        }
        let mut fresh = true;
        let mut byte = range.start;
        for word in stretch.split_inclusive(|c: char| c.is_whitespace() && c != '\u{a0}') {
            let bare = word.trim_end_matches(|c: char| c.is_whitespace() && c != '\u{a0}');
            let lead = bare.len() - bare.trim_start_matches(is_mark).len();
            if bare.len() > lead {
                self.push_word(&bare[lead..], Part { at: 0, line, byte: byte + lead }, fresh);
                fresh = false;
            }
            byte += word.len();
        }
    }

    fn push_word(&mut self, word: &str, part: Part, first_of_line: bool) {
        let glue = if first_of_line { glue(&self.text, word) } else { Glue::Space };
        match glue {
            Glue::None => {}
            Glue::Space if self.text.is_empty() => {}
            Glue::Space => self.text.push(' '),
            Glue::DropHyphen => {
                self.text.pop();
            }
        }
        self.parts.push(Part { at: self.text.len(), ..part });
        self.text.push_str(word);
    }

    /// Adds another joined text after this one, as a further line.
    pub fn append(&mut self, other: &Joined) {
        let mut first = true;
        for (index, part) in other.parts.iter().enumerate() {
            let end = other.parts.get(index + 1).map_or(other.text.len(), |next| next.at);
            let word = other.text[part.at..end].trim_end_matches(' ');
            let same_word = index > 0 && !other.text[..part.at].ends_with(' ');
            if same_word {
                self.parts.push(Part { at: self.text.len(), ..*part });
                self.text.push_str(word);
            } else {
                self.push_word(word, *part, first);
            }
            first = false;
        }
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Where a stretch of the text stands, for a stretch that is not empty.
    pub fn span(&self, source: &Source, range: Range<usize>) -> Span {
        let (line, byte) = self.locate(range.start);
        let last = range.end.max(range.start + 1).min(self.text.len().max(1)) - 1;
        let (end_line, end_byte) = self.locate(last);
        Span {
            at: place(source, line, byte),
            end_line: source.number(end_line),
            end_column: column(source, end_line, end_byte),
        }
    }

    /// Where the whole text stands.
    pub fn whole(&self, source: &Source) -> Span {
        self.span(source, 0..self.text.len())
    }

    /// A stretch of the text with its place.
    pub fn text_at(&self, source: &Source, range: Range<usize>) -> TextAt {
        TextAt::new(&self.text[range.clone()], self.span(source, range))
    }

    /// The whole text with its place.
    pub fn all_at(&self, source: &Source) -> TextAt {
        self.text_at(source, 0..self.text.len())
    }

    /// The stretch as a text of its own.
    pub fn slice(&self, range: Range<usize>) -> Joined {
        let inside = self.parts.iter().enumerate().filter_map(|(index, part)| {
            let end = self.parts.get(index + 1).map_or(self.text.len(), |next| next.at);
            let start = part.at.max(range.start);
            (start < end.min(range.end)).then(|| Part {
                at: start - range.start,
                line: part.line,
                byte: part.byte + (start - part.at),
            })
        });
        Joined { text: self.text[range.clone()].to_owned(), parts: inside.collect() }
    }

    /// The source lines that the text stands on, zero-based, without repetition.
    pub fn source_lines(&self) -> Vec<usize> {
        let mut lines: Vec<usize> = self.parts.iter().map(|part| part.line).collect();
        lines.dedup();
        lines
    }

    fn locate(&self, at: usize) -> (usize, usize) {
        let index = self.parts.partition_point(|part| part.at <= at).saturating_sub(1);
        self.parts.get(index).map_or((0, 0), |part| (part.line, part.byte + at.saturating_sub(part.at)))
    }
}

/// Whether words stand apart by single spaces, so that nothing has to be mended.
fn is_single_spaced(text: &str) -> bool {
    let mut before = 0;
    text.bytes().all(|b| {
        let doubled = b == b' ' && before == b' ';
        before = b;
        !(doubled || matches!(b, b'\t' | b'\r' | b'\x0b' | b'\x0c' | 0xef | 0xe2))
    })
}

enum Glue {
    None,
    Space,
    DropHyphen,
}

/// What stands between the end of one line and the first word of the next.
fn glue(before: &str, word: &str) -> Glue {
    if before.ends_with('\u{ad}') {
        return Glue::DropHyphen;
    }
    let mut back = before.chars().rev();
    let (last, letter) = (back.next(), back.next());
    let lower = word.starts_with(char::is_lowercase);
    match (last, letter) {
        (Some('-' | '\u{2010}'), Some(letter)) if letter.is_alphanumeric() && lower => {
            if matches!(
                bare(word.split(' ').next().unwrap_or(word)),
                "och" | "eller" | "samt" | "respektive" | "som" | "till"
            ) {
                Glue::Space
            } else if letter.is_lowercase() {
                Glue::DropHyphen
            } else {
                Glue::None
            }
        }
        (Some('-' | '\u{2013}'), Some(_)) if goes_on_in_digits(before, word) => Glue::None,
        (Some('/'), Some(letter)) if letter.is_alphanumeric() && lower => Glue::None,
        _ => Glue::Space,
    }
}

/// "2031\u{2013}" and "2034", "2031-" and "05-12": years or a day that the end of a line parts.
fn goes_on_in_digits(before: &str, word: &str) -> bool {
    let year = |text: &str| text.len() == 4 && is_year(text);
    let last = before.rsplit(' ').next().unwrap_or_default();
    let first = bare(word.split(' ').next().unwrap_or(word));
    let opens = last.trim_start_matches('(').strip_suffix(['-', '\u{2013}']).is_some_and(year);
    let day = || {
        let digits = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
        last.ends_with('-') && first.split_once('-').is_some_and(|(month, day)| digits(month) && digits(day))
    };
    opens && (year(first) || day())
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn column(source: &Source, line: usize, byte: usize) -> u32 {
    let text = source.raw(line);
    let end = (byte + 1..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    u32::try_from(text[..end].chars().count().max(1)).unwrap_or(u32::MAX)
}

/// The place of a byte in a source line.
pub(crate) fn place(source: &Source, line: usize, byte: usize) -> Place {
    let page = source.lines.get(line).and_then(|line| line.page);
    Place { page, line: source.number(line), column: column(source, line, byte) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> (Source, Joined) {
        let source = Source::new(text);
        let joined = Joined::lines(&source, 0..source.len());
        (source, joined)
    }

    #[test]
    fn words_wrapped_at_a_hyphen_are_joined_as_they_are_meant() {
        let cases = [
            ("fritids-\nlokaler", "fritidslokaler"),
            ("kultur-\noch fritid", "kultur- och fritid"),
            ("Agenda 2030-\nmål", "Agenda 2030-mål"),
            ("VA-\nsystem", "VA-system"),
            ("ett  två\n tre", "ett två tre"),
            ("för\u{ad}\nening", "förening"),
            ("upp -\nner", "upp - ner"),
            ("planen 2031\u{2013}\n2034.", "planen 2031\u{2013}2034."),
            ("den 2031-\n05-12", "den 2031-05-12"),
            ("år 2031 \u{2013}\n2034", "år 2031 \u{2013} 2034"),
            ("nummer 12-\n2034", "nummer 12- 2034"),
        ];
        for (text, expected) in cases {
            assert_eq!(joined(text).1.text, expected);
        }
    }

    #[test]
    fn every_word_still_knows_its_place() {
        let (source, joined) = joined("  Målet är\nfritids-\nlokaler nu");
        let at = joined.text.find("fritidslokaler").unwrap();
        let span = joined.span(&source, at..at + "fritidslokaler".len());
        assert_eq!((span.at.line, span.at.column, span.end_line, span.end_column), (2, 1, 3, 7));
        let span = joined.span(&source, 0.."Målet".len());
        assert_eq!((span.at.line, span.at.column, span.end_column), (1, 3, 7));
    }

    #[test]
    fn a_slice_keeps_its_places() {
        let (source, joined) = joined("ett två\ntre");
        let slice = joined.slice("ett ".len()..joined.text.len());
        assert_eq!(slice.text, "två tre");
        assert_eq!(slice.whole(&source).at.column, 5);
        assert_eq!(slice.whole(&source).end_line, 2);
    }
}
