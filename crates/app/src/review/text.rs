//! Lines that differ between two versions and propose nothing: words, and what was not understood.

use std::collections::{BTreeMap, BTreeSet};
use uppsikt_domain::document::{Document, LineRole, SourceLine};

/// A line that only one of two versions has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherLine {
    /// Its number, as in the file.
    pub number: u32,
    /// The line.
    pub text: String,
    /// Whether it is the version before that has it.
    pub gone: bool,
}

/// A version with the lines of it that proposals show.
type Shown<'a> = (&'a Document, &'a BTreeSet<u32>);

/// Lines that only one of two versions has and that no proposal shows, those that are gone
/// first. Running heads and tables of contents are left out, and lines that differ by spaces.
pub fn other_lines(document: Shown<'_>, before: Shown<'_>) -> Vec<OtherLine> {
    let mut lines = only_in(before, document.0, true);
    lines.extend(only_in(document, before.0, false));
    lines
}

fn only_in((one, shown): Shown<'_>, other: &Document, gone: bool) -> Vec<OtherLine> {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for line in &other.lines {
        *known.entry(words(line)).or_default() += 1;
    }
    let mut found = Vec::new();
    for (number, line) in (1..).zip(&one.lines) {
        let left = known.entry(words(line)).or_default();
        if *left > 0 {
            *left -= 1;
        } else if is_said(line) && !shown.contains(&number) {
            let text = line.text.trim().to_owned();
            found.push(OtherLine { number: line.number.unwrap_or(number), text, gone });
        }
    }
    found
}

fn words(line: &SourceLine) -> String {
    line.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_said(line: &SourceLine) -> bool {
    let beside =
        matches!(line.role, LineRole::Blank | LineRole::RunningHead | LineRole::Contents | LineRole::Markup);
    !beside && line.text.contains(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(lines: &[&str]) -> Document {
        let line = |text: &&str| SourceLine {
            text: (*text).to_owned(),
            role: LineRole::Text,
            ..SourceLine::default()
        };
        Document { lines: lines.iter().map(line).collect(), ..Document::default() }
    }

    #[test]
    fn lines_of_one_version_are_told_and_moved_ones_are_not() {
        let before = document(&["Alla  badar.", "Ingen simmar.", "–"]);
        let none = BTreeSet::new();
        let newer = document(&["Ingen simmar.", "Alla badar.", "Alla badar."]);
        let found = other_lines((&newer, &none), (&before, &none));
        let expected = OtherLine { number: 3, text: "Alla badar.".into(), gone: false };
        assert_eq!(found, [expected]);
        assert_eq!(other_lines((&newer, &BTreeSet::from([3])), (&before, &none)), []);
        let found = other_lines((&document(&["Alla badar."]), &none), (&before, &none));
        assert_eq!(found, [OtherLine { number: 2, text: "Ingen simmar.".into(), gone: true }]);
    }
}
