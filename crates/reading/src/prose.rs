//! Figures and references in running text, with their places.

use crate::book::folded;
use crate::chunks::is_one_of;
use crate::joined::Joined;
use crate::source::Source;
use crate::style::ReferenceWords;
use std::ops::Range;
use uppsikt_domain::document::{ProseFigure, Reference, ReferenceTo};
use uppsikt_text::{prose, sentence};

/// So much of a sentence tells what a figure is about, in bytes.
const LONGEST_ABOUT: usize = 240;

/// The figures with units in a text.
pub(crate) fn figures(text: &Joined, source: &Source) -> Vec<ProseFigure> {
    let found = prose::figures(&text.text);
    if found.is_empty() {
        return Vec::new();
    }
    let sentences = sentence::ranges(&text.text);
    let figure = |found: prose::Found| ProseFigure {
        text: text.text[found.range.clone()].to_owned(),
        quantity: found.quantity,
        about: about(&text.text, &sentences, &found.range),
        hedge: found.hedge,
        span: text.span(source, found.range),
    };
    found.into_iter().map(figure).collect()
}

/// The sentence around a figure, cut to the words nearest to it where it is long.
fn about(text: &str, sentences: &[Range<usize>], figure: &Range<usize>) -> String {
    let around = sentences.iter().find(|range| range.start <= figure.start && figure.start < range.end);
    let Some(range) = around else { return String::new() };
    if range.len() <= LONGEST_ABOUT {
        return text[range.clone()].to_owned();
    }
    let start = boundary(text, figure.start.saturating_sub(LONGEST_ABOUT / 2).max(range.start));
    let end = boundary(text, (figure.end + LONGEST_ABOUT / 2).min(range.end));
    let words = &text[start..end.max(start)];
    let first = if start > range.start { words.find(' ').map_or(0, |at| at + 1) } else { 0 };
    let last = if end < range.end { words.rfind(' ').unwrap_or(words.len()) } else { words.len() };
    words.get(first..last.max(first)).unwrap_or_default().to_owned()
}

fn boundary(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// Names that references can point to inside the document.
#[derive(Debug, Default)]
pub(crate) struct Names {
    pub goals: Vec<String>,
    pub sections: Vec<String>,
}

/// The references in a text, in order, none inside another.
pub(crate) fn references(
    text: &Joined,
    source: &Source,
    names: &Names,
    style: &ReferenceWords,
) -> Vec<Reference> {
    let words = text.text.as_str();
    let mut found: Vec<(Range<usize>, ReferenceTo)> = Vec::new();
    found.extend(cases(words).into_iter().map(|range| (range, ReferenceTo::Case)));
    found.extend(goals(words, names, style).into_iter().map(|range| (range, ReferenceTo::Goal)));
    found.extend(sections(words, names, style).into_iter().map(|range| (range, ReferenceTo::Section)));
    found.extend(plans(words, style).into_iter().map(|range| (range, ReferenceTo::Plan)));
    found.extend(documents(words, style).into_iter().map(|range| (range, ReferenceTo::Document)));
    found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    found.retain(|(range, _)| {
        let apart = range.start >= end && !range.is_empty();
        if apart {
            end = range.end;
        }
        apart
    });
    let reference = |(range, to): (Range<usize>, ReferenceTo)| Reference {
        text: words[range.clone()].to_owned(),
        to,
        span: text.span(source, range),
    };
    found.into_iter().map(reference).collect()
}

/// Case numbers: letters, year, running number, parted by hyphens or spaces.
pub(crate) fn cases(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_uppercase() {
            at += 1;
            continue;
        }
        let letters = bytes[at..].iter().take_while(|b| b.is_ascii_uppercase()).count();
        let free = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '-');
        match case_end(bytes, at + letters).filter(|_| free && (2..=6).contains(&letters)) {
            Some(end) => {
                found.push(at..end);
                at = end;
            }
            None => at += letters,
        }
    }
    found
}

fn case_end(bytes: &[u8], after_letters: usize) -> Option<usize> {
    let separator = |at: usize| bytes.get(at).is_some_and(|b| matches!(b, b'-' | b' ' | b'/'));
    let digits = |at: usize| bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
    if !separator(after_letters) || digits(after_letters + 1) != 4 {
        return None;
    }
    let year_end = after_letters + 5;
    let number = separator(year_end).then(|| digits(year_end + 1))?;
    let plausible = matches!(bytes.get(after_letters + 1), Some(b'1' | b'2'));
    ((1..=6).contains(&number) && plausible).then_some(year_end + 1 + number)
}

fn goals(text: &str, names: &Names, style: &ReferenceWords) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for name in names.goals.iter().filter(|name| name.len() > 12) {
        found.extend(text.match_indices(name.as_str()).map(|(at, found)| at..at + found.len()));
    }
    for marker in style.goal.iter().filter(|marker| marker.contains("mål") && marker.len() > 8) {
        for (at, _) in text.match_indices(marker.as_str()) {
            let start = at + marker.len();
            let name = start
                + (text[start..].len()
                    - text[start..].trim_start_matches([' ', ':', '*', '"', '\u{201d}']).len());
            let spaced = name > start && text[name..].starts_with(char::is_uppercase);
            let known = found.iter().any(|range| range.start == name);
            if spaced && !known {
                found.push(name..name + clause(&text[name..]));
            }
        }
    }
    found
}

/// To the end of the sentence or the quotation.
fn clause(text: &str) -> usize {
    let end = text.find(". ").or_else(|| text.strip_suffix('.').map(str::len)).unwrap_or(text.len());
    text[..end].find(['"', '\u{201d}', '*', '(', ';']).unwrap_or(end)
}

fn sections(text: &str, names: &Names, style: &ReferenceWords) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for marker in &style.section {
        for (at, _) in text.match_indices(marker.as_str()) {
            let start = at + marker.len();
            let rest = text[start..].trim_start_matches([' ', '*', '"', '\u{201d}', '\u{201c}']);
            let name = text.len() - rest.len();
            let known = names.sections.iter().filter(|known| starts_with_folded(rest, known));
            if let Some(length) = known.map(String::len).max().filter(|_| name > start) {
                found.push(name..name + length.min(rest.len()));
            }
        }
    }
    found.retain(|range: &Range<usize>| text.get(range.clone()).is_some());
    found
}

fn starts_with_folded(text: &str, name: &str) -> bool {
    text.get(..name.len()).is_some_and(|opening| folded(opening) == folded(name))
}

fn plans(text: &str, style: &ReferenceWords) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for opening in &style.plan {
        for (at, _) in text.match_indices(opening.as_str()) {
            let free = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            if free {
                found.push(at..at + plan_end(&text[at..], opening.len()));
            }
        }
    }
    for ending in &style.plan_endings {
        for (at, word) in text.match_indices(ending.as_str()) {
            let end = at + word.len();
            let start = text[..at].rfind(|c: char| !c.is_alphabetic() && c != '-').map_or(0, |at| at + 1);
            let start = boundary(text, start);
            if text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric()) && end - start > word.len() {
                found.push(start..end);
            }
        }
    }
    found
}

/// A plan's name ends at punctuation or at a word that names do not hold.
fn plan_end(text: &str, least: usize) -> usize {
    const STOPS: &str = "samt som vilken vilket kommer ska har är föreslås ha inledas fortlöpa antas antog bli under \
        genom till där så utgör i";
    let punctuation =
        text[least..].find([',', '.', ';', ':', '"', '\u{201d}', '(', ')', '*']).map(|at| at + least);
    let rest = &text[least..];
    let stops = rest.match_indices(' ').filter(|(at, _)| {
        let word = rest[at + 1..].split(' ').next().unwrap_or_default();
        is_one_of(word, STOPS)
    });
    let stops = stops.map(|(at, _)| least + at);
    stops.chain(punctuation).min().unwrap_or(text.len())
}

fn documents(text: &str, style: &ReferenceWords) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for word in &style.document {
        for (at, _) in text.match_indices(word.as_str()) {
            let end = at + word.len();
            let rest = text[end..].strip_prefix(" för").unwrap_or(&text[end..]);
            let Some(year) = rest.strip_prefix(' ') else { continue };
            let digits = year.bytes().take_while(u8::is_ascii_digit).count();
            if digits == 4 {
                found.push(at..text.len() - year.len() + 4);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    fn read(text: &str, goals: &[&str], sections: &[&str]) -> Vec<(String, ReferenceTo)> {
        let source = Source::new(text);
        let joined = Joined::line(&source, 0);
        let owned = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect();
        let names = Names { goals: owned(goals), sections: owned(sections) };
        let style = HouseStyle::standard().references;
        references(&joined, &source, &names, &style).into_iter().map(|found| (found.text, found.to)).collect()
    }

    #[test]
    fn cases_are_known_with_hyphens_or_spaces() {
        let found = read("Ärendena PRK-2031-95 och PRK 2031 1132 samt UTF-8 och EU 2030.", &[], &[]);
        assert_eq!(
            found,
            [("PRK-2031-95".into(), ReferenceTo::Case), ("PRK 2031 1132".into(), ReferenceTo::Case)]
        );
    }

    #[test]
    fn goals_sections_plans_and_documents_are_known() {
        let text = "Arbetet beskrivs under kommunfullmäktigemålet Fler läser mer på fritiden och under målområdet En trygg stad, i Plan för läsning, och följs i årsanalysen 2031.";
        let found = read(text, &["Fler läser mer på fritiden"], &["En trygg stad"]);
        let expected = [
            ("Fler läser mer på fritiden", ReferenceTo::Goal),
            ("En trygg stad", ReferenceTo::Section),
            ("Plan för läsning", ReferenceTo::Plan),
            ("årsanalysen 2031", ReferenceTo::Document),
        ];
        assert_eq!(found, expected.map(|(text, to)| (text.to_owned(), to)));
    }

    #[test]
    fn a_figure_says_what_it_is_about() {
        let source = Source::new("Ramen är satt. Parken får cirka 12,5 Mkr för nya träd. Slut.");
        let found = figures(&Joined::line(&source, 0), &source);
        assert_eq!(found[0].text, "12,5 Mkr");
        assert_eq!(found[0].about, "Parken får cirka 12,5 Mkr för nya träd.");
    }
}
