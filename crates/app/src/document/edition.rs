//! Which of two files of the same document is the later one, by what they say of themselves.

use chrono::NaiveDate;
use std::cmp::Ordering;
use uppsikt_domain::document::{Document, LineRole};
use uppsikt_messages::Message;

/// So many lines at the beginning of a document can say which edition it is.
const FRONT: usize = 60;

/// A line that says it is short: running text tells of other documents too.
const WORDS: usize = 9;

/// Words of what has been decided; letters are written as file names often have them.
const ADOPTED: [&str; 6] = ["antagen", "antaget", "beslutad", "faststalld", "faststallt", "adopted"];

/// Words of what has not.
const PROPOSED: [&str; 6] = ["forslag", "utkast", "remissversion", "arbetsmaterial", "draft", "proposal"];

/// Words before the number of an edition.
const NUMBERED: [&str; 6] = ["rev", "revision", "version", "ver", "utgava", "edition"];

/// What a file says of which edition it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edition {
    /// Whether it has been decided, where it says so.
    adopted: Option<bool>,
    /// The number of the revision.
    revision: Option<u32>,
    /// The day that it is dated.
    dated: Option<NaiveDate>,
}

/// What makes one edition later than another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// One is adopted, the other a proposal.
    Adopted,
    /// The numbers of their revisions: the later, the earlier.
    Revision(u32, u32),
    /// Their days: the later, the earlier.
    Dated(NaiveDate, NaiveDate),
}

impl Evidence {
    /// In words.
    pub fn message(&self) -> Message {
        match self {
            Evidence::Adopted => Message::new("cli-import-by-adopted"),
            Evidence::Revision(later, earlier) => Message::new("cli-import-by-revision")
                .with("later", later.to_string())
                .with("earlier", earlier.to_string()),
            Evidence::Dated(later, earlier) => Message::new("cli-import-by-date")
                .with("later", later.to_string())
                .with("earlier", earlier.to_string()),
        }
    }
}

impl Edition {
    /// What the name of a document's file and its first lines say. The name goes first: it is
    /// given to tell files apart.
    pub fn of(document: &Document) -> Edition {
        let name =
            document.source.file.rsplit_once('.').map_or(document.source.file.as_str(), |(name, _)| name);
        let named = Edition::said(name);
        let front = document.lines.iter().filter(|line| line.role != LineRole::Blank).take(FRONT);
        let short = front.filter(|line| line.text.split_whitespace().count() <= WORDS);
        short.map(|line| Edition::of_line(&line.text)).fold(named, Edition::or)
    }

    /// Of a line only what it begins with: "Antagen 2026-12-17", "Version 3", "Rev. 2 2026-11-02".
    fn of_line(line: &str) -> Edition {
        let bare = line.trim_start_matches(|c: char| !c.is_alphanumeric());
        let first = words(bare).next().unwrap_or_default();
        let says = [&ADOPTED[..], &PROPOSED[..], &NUMBERED[..], &["datum", "daterad", "reviderad"][..]];
        let begins = says.iter().any(|words| words.contains(&first.as_str()));
        if begins || day_in(bare).is_some_and(|(_, rest)| rest.is_empty()) {
            Edition::said(bare)
        } else {
            Edition::default()
        }
    }

    fn said(text: &str) -> Edition {
        let all: Vec<String> = words(text).collect();
        let has = |known: &[&str]| all.iter().any(|word| known.contains(&word.as_str()));
        let adopted = match (has(&ADOPTED), has(&PROPOSED)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        };
        Edition { adopted, revision: revision(&all), dated: day_in(text).map(|(day, _)| day) }
    }

    fn or(self, other: Edition) -> Edition {
        Edition {
            adopted: self.adopted.or(other.adopted),
            revision: self.revision.or(other.revision),
            dated: self.dated.or(other.dated),
        }
    }

    /// Whether this edition is later or earlier than another, and by what. `None`: they do not say.
    pub fn against(&self, other: &Edition) -> Option<(Ordering, Evidence)> {
        if let (Some(own), Some(others)) = (self.adopted, other.adopted)
            && own != others
        {
            return Some((own.cmp(&others), Evidence::Adopted));
        }
        if let (Some(own), Some(others)) = (self.revision, other.revision)
            && own != others
        {
            return Some((own.cmp(&others), Evidence::Revision(own.max(others), own.min(others))));
        }
        let (own, others) = (self.dated?, other.dated?);
        (own != others).then(|| (own.cmp(&others), Evidence::Dated(own.max(others), own.min(others))))
    }
}

/// The words of a text in lower case, without rings and dots over letters. Letters and digits
/// that meet are two words: "rev2".
fn words(text: &str) -> impl Iterator<Item = String> {
    let mut out: Vec<String> = Vec::new();
    let mut last = None;
    // A letter and its dots may be two characters.
    for c in text.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)) {
        let is_letter = if c.is_alphabetic() { Some(true) } else { c.is_ascii_digit().then_some(false) };
        match (is_letter, out.last_mut()) {
            (Some(_), Some(word)) if is_letter == last => word.extend(c.to_lowercase().map(plain)),
            (Some(_), _) => out.push(c.to_lowercase().map(plain).collect()),
            (None, _) => {}
        }
        last = is_letter;
    }
    out.into_iter()
}

fn plain(letter: char) -> char {
    match letter {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        other => other,
    }
}

/// "rev 2", "version 3", "v2"; a year is no revision.
fn revision(words: &[String]) -> Option<u32> {
    words.windows(2).find_map(|pair| {
        let named = NUMBERED.contains(&pair[0].as_str()) || pair[0] == "v";
        pair[1].parse().ok().filter(|number| named && *number < 1000)
    })
}

/// The first day of a text, "2026-12-17" or "20261217", and what follows it.
fn day_in(text: &str) -> Option<(NaiveDate, &str)> {
    let mut digits = text.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at);
    digits.find_map(|at| {
        let before = text[..at].chars().next_back();
        let fits = |length: usize, form: &str| {
            let day = text.get(at..at + length)?;
            let rest = &text[at + length..];
            let whole = !rest.starts_with(|c: char| c.is_ascii_digit());
            Some((NaiveDate::parse_from_str(day, form).ok().filter(|_| whole)?, rest.trim()))
        };
        let found = fits("2026-12-17".len(), "%Y-%m-%d").or_else(|| fits("20261217".len(), "%Y%m%d"));
        found.filter(|_| !before.is_some_and(|c| c.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use uppsikt_domain::document::{Source, SourceLine};

    fn edition(file: &str, lines: &[&str]) -> Edition {
        let line = |text: &&str| SourceLine {
            text: (*text).to_owned(),
            role: LineRole::Text,
            ..SourceLine::default()
        };
        let source = Source { file: file.to_owned(), ..Source::default() };
        Edition::of(&Document { source, lines: lines.iter().map(line).collect(), ..Document::default() })
    }

    fn later(one: Edition, other: Edition) -> Option<Evidence> {
        let (order, evidence) = one.against(&other)?;
        (order == Ordering::Greater).then_some(evidence)
    }

    #[test]
    fn a_number_a_day_or_a_decision_tells_which_is_later() {
        let of = |file: &str| edition(file, &[]);
        assert_eq!(later(of("plan rev 10.pdf"), of("plan_rev2.pdf")), Some(Evidence::Revision(10, 2)));
        assert_eq!(later(of("plan-antagen.pdf"), of("plan-förslag rev 3.pdf")), Some(Evidence::Adopted));
        assert_eq!(later(of("plan ANTAGEN.pdf"), of("plan fo\u{308}rslag.pdf")), Some(Evidence::Adopted));
        assert!(later(of("plan 2026-12-17.pdf"), of("plan-20261102.pdf")).is_some());
        assert_eq!(of("plan-2026.pdf").against(&of("plan-2027.pdf")), None, "a year is no day");
        assert_eq!(of("plan rev 2.pdf").against(&of("kopia.pdf")), None, "a copy does not say");
    }

    #[test]
    fn the_first_lines_tell_it_too_and_running_text_does_not() {
        let told = |line: &str| edition("plan.pdf", &["Nämndsbudget 2026", line]);
        assert_eq!(later(told("Version 3"), told("Version: 2")), Some(Evidence::Revision(3, 2)));
        assert!(later(told("Antagen av nämnden 2026-12-17"), told("Förslag 2026-11-02")).is_some());
        assert!(later(told("2026-12-17"), told("2026-11-02")).is_some());
        let talks = told("Nämnden lämnade ett förslag den 2026-11-02 till fullmäktige, som beslutade annat.");
        assert_eq!(talks, Edition::default());
    }
}
