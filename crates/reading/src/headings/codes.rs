//! Goals that a city knows by a code: "M1 Fler träd växer", "KF 3 Alla läser".

use super::words::is_title_like;
use crate::book::{Book, HeadingKind, Known};
use crate::chunks::ends_sentence;
use crate::leads::assesses;
use crate::piece::Piece;
use crate::plain::Reader;
use crate::source::Source;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use uppsikt_domain::section::SectionKind;

/// A code has so many letters at most.
const MOST_LETTERS: usize = 3;
/// So many goals at least have codes with the same letters.
const FEWEST: usize = 2;
/// A goal's name is on so many lines at most.
const MOST_LINES: usize = 4;

const GOAL: HeadingKind = HeadingKind::Section(SectionKind::Goal);

/// A code that a line begins with: its letters, its number, and where the name after it begins.
struct Code<'t> {
    letters: &'t str,
    number: &'t str,
    name: usize,
}

/// "M1 Fler träd": capitals, a number, and words that begin with a capital.
fn code(text: &str) -> Option<Code<'_>> {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = text[letters..].strip_prefix(' ').unwrap_or(&text[letters..]);
    let digits = rest.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let number = rest[..digits].trim_end_matches('.');
    let after = rest[digits..].trim_start_matches(':');
    let name = after.trim_start();
    let sound = (1..=MOST_LETTERS).contains(&letters)
        && (1..=4).contains(&number.len())
        && name.len() < after.len()
        && name.starts_with(char::is_uppercase);
    sound.then(|| Code { letters: &text[..letters], number, name: text.len() - name.len() })
}

/// What stands after the code that a goal is known by; all of the words, where they have none.
pub(crate) fn uncoded(text: &str) -> &str {
    code(text).map_or(text, |code| &text[code.name..])
}

/// The code that a goal's heading begins with: "KF 3".
pub(crate) fn code_of(text: &str) -> Option<&str> {
    let code = code(text)?;
    let number = text[code.letters.len()..].find(code.number)? + code.letters.len();
    Some(&text[..number + code.number.len()])
}

/// Whether a line begins with one of the document's codes for goals.
pub(crate) fn is_coded(text: &str, codes: &HashSet<String>) -> bool {
    !codes.is_empty() && code(text).is_some_and(|code| codes.contains(code.letters))
}

/// The letters of the codes that a document's goals have: those that stand right above links to
/// Agenda 2030 or an assessment.
pub(crate) fn goal_codes(source: &Source, book: &Book<'_>) -> HashSet<String> {
    let mut lines = (0..source.len()).filter(|line| source.free(*line));
    let mut found: HashMap<&str, HashSet<&str>> = HashMap::new();
    while let Some(line) = lines.next() {
        let Some(code) = code(source.text(line)) else { continue };
        let below = lines.clone().take(MOST_LINES).map(|line| source.text(line));
        if below.take_while(|text| !ends_sentence(text)).any(|text| tells(text, book)) {
            found.entry(code.letters).or_default().insert(code.number);
        }
    }
    let several = found.into_iter().filter(|(_, numbers)| numbers.len() >= FEWEST);
    several.map(|(letters, _)| letters.to_owned()).collect()
}

/// Whether a line is the links of a goal to Agenda 2030, or its assessment.
fn tells(text: &str, book: &Book<'_>) -> bool {
    (text.contains(':') && book.is_agenda_intro(text)) || assesses(text, book)
}

fn known(name: Range<usize>) -> Known {
    Known { kind: GOAL, name, by: "coded-goal".to_owned() }
}

impl Reader<'_> {
    /// A paragraph that begins with one of the document's codes for goals, up to what is said of it.
    pub(super) fn coded_goal(&self, rest: &[usize], opens_chunk: bool) -> Option<(usize, bool, Vec<Known>)> {
        let first = self.source.text(rest[0]);
        if !opens_chunk || !is_coded(first, &self.codes) {
            return None;
        }
        let said = (1..rest.len()).find(|at| tells(self.source.text(rest[*at]), self.book));
        let count = said.unwrap_or(rest.len());
        let text = self.words(&rest[..count]).text;
        let name = code(&text)?.name;
        let sound = count <= MOST_LINES && !ends_sentence(&text) && is_title_like(&text[name..]);
        sound.then(|| (count, false, vec![known(name..text.len())]))
    }
}

/// Gives headings of Markdown that begin with a code what it says: two or more stand right above links
/// to Agenda 2030, an assessment or a part that only goals have.
pub(crate) fn mark(pieces: &mut [Piece], book: &Book<'_>) {
    let mut codes: HashMap<String, HashSet<String>> = HashMap::new();
    for pair in pieces.windows(2) {
        let Some(code) = unmarked(&pair[0]).and_then(code) else { continue };
        if is_of_goal(&pair[1], book) {
            codes.entry(code.letters.to_owned()).or_default().insert(code.number.to_owned());
        }
    }
    codes.retain(|_, numbers| numbers.len() >= FEWEST);
    for piece in pieces {
        let found = unmarked(piece).and_then(code).filter(|code| codes.contains_key(code.letters));
        let name = found.map(|code| code.name);
        if let (Some(name), Piece::Heading(heading)) = (name, piece) {
            heading.meanings = vec![known(name..heading.words.text.len())];
        }
    }
}

/// The words of a heading that no pattern knows.
fn unmarked(piece: &Piece) -> Option<&str> {
    match piece {
        Piece::Heading(heading) if heading.meanings.is_empty() => Some(heading.words.text.as_str()),
        _ => None,
    }
}

/// Whether a piece is what stands below a goal.
fn is_of_goal(piece: &Piece, book: &Book<'_>) -> bool {
    match piece {
        Piece::AgendaIntro(_) | Piece::AgendaLink(_) => true,
        Piece::Paragraph(words) => assesses(&words.text, book),
        Piece::Heading(heading) => heading.meanings.first().is_some_and(Known::is_goal_part),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_letters_a_number_and_a_name() {
        for (text, name) in [
            ("M1   Fler träd växer", "Fler träd växer"),
            ("KF 3.2 Alla läser", "Alla läser"),
            ("T2: Rena dammar", "Rena dammar"),
            ("Mål 1 Fler träd", "Mål 1 Fler träd"),
            ("M1 och M2", "M1 och M2"),
            ("BNP Växer", "BNP Växer"),
        ] {
            assert_eq!(uncoded(text), name);
        }
    }
}
