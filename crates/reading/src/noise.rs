//! Noise from conversion: words that were cut by a sign or a space. What was printed is kept;
//! the noise is listed, with what it is read as.

use crate::style::HouseStyle;
use std::collections::HashMap;
use std::sync::LazyLock;
use uppsikt_domain::document::{Document, LineRole};
use uppsikt_domain::place::Place;

/// A word that was cut, and what it is read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noise {
    /// Where it stands.
    pub at: Place,
    /// As printed: "Förändri/ng", "S amtliga".
    pub printed: String,
    /// What it is read as: "Förändring", "Samtliga".
    pub read_as: String,
}

/// How often words come, folded.
type Vocabulary = HashMap<String, usize>;

/// The words of the standard style: they need not stand whole in the document.
static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| {
    let style = HouseStyle::standard();
    let columns =
        [&style.columns.change, &style.columns.deviation, &style.columns.forecast, &style.columns.budget];
    let headings = style.headings.values().flatten().chain(columns.into_iter().flatten());
    let lines = style.structure.statement.iter().map(|line| &line.label);
    count(headings.chain(lines).map(String::as_str))
});

fn count<'t>(texts: impl Iterator<Item = &'t str>) -> Vocabulary {
    let mut found = Vocabulary::new();
    for word in texts.flat_map(|text| text.split(|c: char| !c.is_alphabetic())) {
        if word.chars().count() >= 2 {
            *found.entry(word.to_lowercase()).or_default() += 1;
        }
    }
    found
}

/// Every cut word of a document whose whole the document or the standard style knows.
pub fn noise(document: &Document) -> Vec<Noise> {
    let vocabulary = count(document.lines.iter().map(|line| line.text.as_str()));
    let mut found = Vec::new();
    for (number, line) in (1..).zip(&document.lines) {
        if !matches!(line.role, LineRole::Blank | LineRole::RunningHead) {
            for (start, printed, read_as) in in_line(&line.text, &vocabulary) {
                let column = u32::try_from(line.text[..start].chars().count() + 1).unwrap_or(1);
                let at = Place { page: line.page, line: number, column };
                found.push(Noise { at, printed, read_as });
            }
        }
    }
    found
}

/// The cut words of a line: where each begins in bytes, as printed, as read.
fn in_line(line: &str, vocabulary: &Vocabulary) -> Vec<(usize, String, String)> {
    let words = words(line);
    let inside = words.iter().filter_map(|(at, word)| {
        let read_as = cut_inside(word, vocabulary)?;
        Some((*at, bare(word).to_owned(), read_as))
    });
    let between = words.windows(2).filter_map(|pair| {
        let read_as = cut_by_space(pair[0].1, pair[1].1, vocabulary)?;
        Some((pair[0].0, format!("{} {}", pair[0].1, bare(pair[1].1)), read_as))
    });
    let mut found: Vec<_> = inside.chain(between).collect();
    found.sort();
    found
}

/// The words of a line with where each begins in bytes.
fn words(line: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    let placed = line.split_inclusive(char::is_whitespace).map(|piece| {
        let start = at;
        at += piece.len();
        (start, piece.trim_end())
    });
    placed.filter(|(_, word)| !word.is_empty()).collect()
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn times(word: &str, vocabulary: &Vocabulary) -> usize {
    vocabulary.get(&word.to_lowercase()).copied().unwrap_or(0)
}

fn is_known(word: &str, vocabulary: &Vocabulary) -> bool {
    word.chars().count() >= 5 && (times(word, vocabulary) > 0 || times(word, &KNOWN) > 0)
}

/// "Förändri/ng", "verksam-heten": a sign in a word that is known without it.
fn cut_inside(word: &str, vocabulary: &Vocabulary) -> Option<String> {
    let word = bare(word);
    let (before, after) = word.split_once(['/', '-'])?;
    let lower = before.ends_with(char::is_lowercase) && after.starts_with(char::is_lowercase);
    let letters = before.chars().chain(after.chars()).all(char::is_alphabetic);
    let whole = format!("{before}{after}");
    let sound = word.contains('-') && is_compound(before, after, vocabulary);
    (lower && letters && !sound && is_known(&whole, vocabulary)).then_some(whole)
}

/// "EkbyVik-regionen", "nettonoll-mål": a name with capitals in it, or words of which the last stands alone
/// elsewhere: the hyphen is meant.
fn is_compound(before: &str, after: &str, vocabulary: &Vocabulary) -> bool {
    let named = before.chars().skip(1).any(char::is_uppercase);
    named || times(after, vocabulary) > times(before, vocabulary)
}

/// "S amtliga", "Förändri ng": two pieces that are no words, but one together.
fn cut_by_space(first: &str, second: &str, vocabulary: &Vocabulary) -> Option<String> {
    let second = bare(second);
    let letters = first.chars().chain(second.chars()).all(char::is_alphabetic);
    if first.is_empty() || !letters || !second.starts_with(char::is_lowercase) {
        return None;
    }
    let whole = format!("{first}{second}");
    let initial = first.chars().count() == 1 && first.starts_with(char::is_uppercase);
    let rare = |word: &str| times(word, vocabulary) <= 1 && times(word, &KNOWN) == 0;
    let tail = second.chars().count() <= 3 && first.chars().count() >= 4 && rare(first);
    (rare(second) && (initial || tail) && is_known(&whole, vocabulary)).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    #[test]
    fn cut_words_are_told_with_what_they_are_read_as() {
        let text = "Nämndsbudget 2031\n\nS amtliga nämnder har Förändri/ng att se till. Alla samtliga\nnämnder och/eller bolag i Storby, verksam-heten och verksamheten.\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let found = noise(&document);
        let told: Vec<(&str, &str)> =
            found.iter().map(|noise| (noise.printed.as_str(), noise.read_as.as_str())).collect();
        let expected =
            [("S amtliga", "Samtliga"), ("Förändri/ng", "Förändring"), ("verksam-heten", "verksamheten")];
        assert_eq!(told, expected);
        assert_eq!((found[0].at.line, found[1].at.column), (3, 23));
        let meant = "Nämndsbudget 2031\n\nEkbyVik-regionen och EkbyVikregionen, ängsblom-fröer och ängsblomfröer: fröer sås.\n";
        let document = read("a.txt", meant.as_bytes(), &HouseStyle::standard()).unwrap();
        assert!(noise(&document).is_empty());
    }
}
