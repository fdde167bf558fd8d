//! Bodies that running text names, where neither title nor running head does.

use crate::book::{Book, folded};
use crate::chunks::is_one_of;
use crate::joined::Joined;
use crate::source::Source;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use uppsikt_domain::document::LineRole;
use uppsikt_domain::place::TextAt;
use uppsikt_text::format;

/// The title is looked for in so many lines with words.
const FIRST_LINES: usize = 20;
/// A shorter line is no running text, in bytes.
const SHORTEST_TEXT: usize = 40;

/// Words that sentences begin with before a body's name.
const NO_NAMES: &str = "endast bara enbart även också både samtliga alla övriga inom för hos av att när om då \
    dock däremot därför dessutom främst bland enligt utöver liksom det den de en ett";

/// The body that sentences at the beginning most often begin with.
pub(crate) fn most_often(source: &Source, book: &Book<'_>) -> Option<TextAt> {
    let mut counts: HashMap<String, (usize, TextAt)> = HashMap::new();
    for line in (0..source.len()).filter(|line| source.free(*line)).take(120) {
        let joined = Joined::line(source, line);
        for (start, name) in names_in(&joined.text, book) {
            let at = joined.text_at(source, start..start + name.len());
            counts.entry(folded(name)).or_insert((0, at)).0 += 1;
        }
    }
    let best = counts.values().max_by_key(|(count, at)| (*count, std::cmp::Reverse(at.span)))?;
    // "Stadsdelsnämnden" is one with the only "Stadsdelsnämnden Väster".
    let short = format!("{} ", folded(&best.1.text));
    let mut whole = counts.iter().filter(|(name, _)| name.starts_with(&short)).map(|(_, (_, at))| at);
    let only = whole.next().filter(|_| whole.next().is_none());
    Some(only.unwrap_or(&best.1).clone())
}

/// Words with a capital that end as bodies' names do: "Tekniska nämnden", "Kulturnämnden".
fn names_in<'t>(raw: &'t str, book: &Book<'_>) -> Vec<(usize, &'t str)> {
    let mut found = Vec::new();
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for piece in raw.split_inclusive(' ') {
        let word = piece.trim_end();
        words.push((at, word));
        at += piece.len();
        let bare = word.trim_end_matches(|c: char| !c.is_alphabetic());
        if bare.len() < 7 || !book.is_body(bare) && folded(bare) != "nämnden" {
            continue;
        }
        let named = |word: &str| word.starts_with(char::is_uppercase) && !is_one_of(&folded(word), NO_NAMES);
        let capital = words.iter().rev().take(4).find(|(_, word)| named(word));
        let Some((start, _)) = capital else { continue };
        let end = words.last().map_or(0, |(at, _)| at + bare.len());
        let place = book.place_after(bare, &raw[end..]);
        let name = &raw[*start..end];
        let single = !name.contains(' ');
        let generic = matches!(folded(name).as_str(), "nämnden" | "styrelsen" | "nämnd" | "styrelse");
        let joined =
            name.contains("- och ") || name.split(' ').count() == 2 && folded(name).ends_with(" nämnden");
        if !generic && (single || joined) {
            found.push((*start, &raw[*start..end + place]));
        }
    }
    found
}

/// The one committee that a paragraph right below the title tells of: "Parknämndens uppföljning av
/// mål och ekonomi."
pub(crate) fn below_title(source: &Source, book: &Book<'_>) -> Option<TextAt> {
    let words = (0..source.len()).filter(|line| !source.blank(*line)).take(FIRST_LINES);
    let title = words.filter(|line| source.lines[*line].role == LineRole::Title).last()?;
    let first = (title + 1..source.len()).find(|line| source.free(*line))?;
    let text = source.text(first);
    if text.len() < SHORTEST_TEXT || !text.starts_with(char::is_alphabetic) || text.contains('|') {
        return None;
    }
    let end = (first..source.len()).find(|line| source.blank(*line)).unwrap_or(source.len());
    let words = Joined::lines(source, first..end);
    let found = committees(&words.text, book);
    let told: HashSet<String> = found.iter().map(|range| folded(&words.text[range.clone()])).collect();
    let name = found.first().filter(|_| told.len() == 1)?.clone();
    let at = words.text_at(source, name);
    Some(TextAt::new(format::capitalised(&at.text), at.span))
}

/// Where a text names committees, in whatever case: "barn- och utbildningsnämnden" of "barn- och
/// utbildningsnämndens plan".
fn committees(text: &str, book: &Book<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut starts: Vec<usize> = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive(' ') {
        let word = piece.trim_end().trim_end_matches(|c: char| !c.is_alphabetic());
        let name = word.strip_suffix('s').unwrap_or(word);
        let compound = name.strip_suffix("nämnden").is_some_and(|first| first.len() >= 3);
        starts.push(at);
        if compound && book.is_body(name) {
            let start = starts.iter().rev().copied().find(|start| !goes_on_from(&text[..*start]));
            let end = at + name.len();
            let place = if name == word { book.place_after(name, &text[end..]) } else { 0 };
            found.push(start.unwrap_or(0)..end + place);
        }
        at += piece.len();
    }
    found
}

/// Whether the word after a text belongs to the words before it: "barn- och".
fn goes_on_from(before: &str) -> bool {
    let before = before.trim_end();
    let listed = before.strip_suffix(" och").or_else(|| before.strip_suffix(','));
    before.ends_with('-') || listed.is_some_and(|list| list.ends_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    fn told(text: &str) -> Option<String> {
        let style = HouseStyle::standard();
        let mut source = Source::new(&format!("Nämndsplan 2031\n\n{text}"));
        source.take(0, LineRole::Title, "title");
        below_title(&source, &Book::new(&style)).map(|name| name.text)
    }

    #[test]
    fn words_before_a_name_are_none_of_it() {
        let style = HouseStyle::standard();
        let named = |text: &str| {
            let found = most_often(&Source::new(text), &Book::new(&style));
            found.map(|name| name.text)
        };
        assert_eq!(named("Endast park- och vattennämnden når målet."), None);
        assert_eq!(named("Även Parknämnden når målet.").as_deref(), Some("Parknämnden"));
        let district =
            "Stadsdelsnämnden Väster når målet.\nStadsdelsnämnden har två mål.\nStadsdelsnämnden har mål.";
        assert_eq!(named(district).as_deref(), Some("Stadsdelsnämnden Väster"));
        assert_eq!(named("Stadsdelsnämnden har två mål.").as_deref(), Some("Stadsdelsnämnden"));
        assert_eq!(named("Vatten- och parknämnden når målet.").as_deref(), Some("Vatten- och parknämnden"));
    }

    #[test]
    fn the_only_committee_of_the_first_paragraph_is_its_body() {
        let text = "Här kan du läsa park-, trädgårds- och fritidsnämndens plan för året.";
        assert_eq!(told(text).as_deref(), Some("Park-, trädgårds- och fritidsnämnden"));
        let wrapped = "Rapporten visar vad park- och\nfritidsnämnden gjorde under årets första åtta månader.";
        assert_eq!(told(wrapped), None, "the first line is too short to be text");
        let chapter = "Sammanfattning\nPrognosen är lägre än budgeten, främst på grund av parknämnden.";
        assert_eq!(told(chapter), None);
        let two = "Här redovisar parknämnden och skolnämnden sitt gemensamma arbete under året.";
        assert_eq!(told(two), None);
        assert_eq!(told("Nämnden har arbetat med sina mål under hela det gångna året."), None);
    }
}
