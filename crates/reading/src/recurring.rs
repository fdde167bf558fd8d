//! Lines of plain text that look like headings and stand again in other sections.

use crate::book::{folded, unnumbered};
use std::collections::BTreeMap;
use uppsikt_domain::document::{Document, LineRole, SourceLine};
use uppsikt_domain::place::Place;
use uppsikt_domain::section::{Section, SectionKind};

/// A heading is not longer, in characters.
const LONGEST: usize = 60;

/// A heading is not shorter, in characters.
const SHORTEST: usize = 5;

/// Below a heading stands text, at least so long a line.
const TEXT: usize = 40;

/// A line that recurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Recurring {
    /// The words, as printed first.
    pub words: String,
    /// Where they stand first.
    pub at: Place,
    /// In how many sections.
    pub sections: usize,
    /// Whether the first stands under a goal.
    pub in_goal: bool,
}

/// Lines that no pattern took for headings and that stand by themselves above text in two
/// sections or more, in document order.
pub(crate) fn recurring(document: &Document) -> Vec<Recurring> {
    let mut found: BTreeMap<String, (Recurring, Place)> = BTreeMap::new();
    for (at, line) in document.lines.iter().enumerate() {
        let Some(words) = heading_like(&document.lines, at) else { continue };
        let place = Place { page: line.page, ..Place::on_line(u32::try_from(at + 1).unwrap_or(u32::MAX)) };
        let (section, in_goal) = around(&document.sections, place.line);
        match found.get_mut(&folded(words)) {
            Some((known, last)) if *last != section => {
                known.sections += 1;
                *last = section;
            }
            Some(_) => {}
            None => {
                let first = Recurring { words: words.to_owned(), at: place, sections: 1, in_goal };
                found.insert(folded(words), (first, section));
            }
        }
    }
    let found = found.into_values().map(|(line, _)| line);
    let mut found: Vec<Recurring> = found.filter(|line| line.sections > 1).collect();
    found.sort_by_key(|line| line.at.line);
    found
}

/// The words of a line that looks like a heading above text.
fn heading_like(lines: &[SourceLine], at: usize) -> Option<&str> {
    let line = lines.get(at).filter(|line| line.role == LineRole::Text)?;
    let words = unnumbered(line.text.trim()).1.trim_end_matches([':', ' ']);
    let length = words.chars().count();
    let is_plain = words.chars().all(|c| c.is_alphanumeric() || " -\u{2013}/()".contains(c));
    let fits = (SHORTEST..=LONGEST).contains(&length)
        && words.chars().next().is_some_and(char::is_uppercase)
        && is_plain
        && !words.ends_with(|c: char| c.is_ascii_digit());
    let alone = at.checked_sub(1).and_then(|before| lines.get(before)).is_none_or(|before| {
        !matches!(before.role, LineRole::Text | LineRole::Table)
            || before.text.trim_end().ends_with(['.', '!', '?'])
    });
    let below =
        lines[at + 1..].iter().find(|line| !matches!(line.role, LineRole::Blank | LineRole::RunningHead));
    let above_text =
        below.is_some_and(|below| below.role == LineRole::Text && below.text.trim().chars().count() >= TEXT);
    (fits && alone && above_text).then_some(words)
}

/// Where the innermost section around a line begins, and whether a goal is around it.
fn around(mut sections: &[Section], line: u32) -> (Place, bool) {
    let (mut at, mut in_goal) = (Place::default(), false);
    while let Some(section) = sections.iter().find(|section| section.span.holds_line(line)) {
        at = section.span.at;
        in_goal |= section.kind == SectionKind::Goal;
        sections = &section.sections;
    }
    (at, in_goal)
}

#[cfg(test)]
mod tests {
    use crate::style::HouseStyle;
    use crate::{proposals, read};

    const TEXT: &str = "Nämnden planterar ängar vid alla skolor under sommaren och hösten.";

    fn asked(text: &str) -> Vec<(String, Option<String>)> {
        let style = HouseStyle::standard();
        let found = proposals(&read("a.txt", text.as_bytes(), &style).unwrap(), &style);
        found.into_iter().map(|it| (it.pattern, it.means)).collect()
    }

    /// A report that has a line above text in two sections that are no goals.
    fn report(first: &str, second: &str) -> String {
        format!(
            "Delårsrapport 2031\n\nParknämnden\n\nSammanfattning\n\n{first}\n{TEXT}\n\n\
             Verksamhetens utveckling\n\n{second}\nSjöarna är renare och fler badar i dem än i fjol.\n"
        )
    }

    #[test]
    fn a_line_above_text_in_two_sections_is_asked_in_plain_text() {
        for line in ["Läget i kvarteren", "Läget i kvarteren:"] {
            assert_eq!(asked(&report(line, line)), [("Läget i kvarteren".to_owned(), None)], "{line}");
            let style = "name = \"Vi\"\n[headings]\nreport = [\"Läget i kvarteren\"]\n";
            let style = HouseStyle::from_toml(style).unwrap();
            let document = read("a.txt", report(line, line).as_bytes(), &style).unwrap();
            assert!(proposals(&document, &style).is_empty(), "once it has a meaning it is a heading");
            let named = document.all_sections().into_iter().filter(|it| it.name.starts_with("Läget"));
            assert_eq!(named.count(), 2, "{line}");
        }
    }

    #[test]
    fn a_line_that_stands_once_or_is_text_is_not_asked() {
        assert_eq!(asked(&report("Läget i kvarteren:", "Läget vid sjöarna:")), []);
        assert_eq!(asked(&report("Ängarna växer.", "Ängarna växer.")), []);
        let wrapped = format!("{TEXT} Ängarna\nväxer och frodas");
        assert_eq!(asked(&report(&wrapped, &wrapped)), []);
    }

    #[test]
    fn a_heading_of_unknown_meaning_that_recurs_is_asked_in_markdown_too() {
        let one = format!("# Delårsrapport 2031\n\n## Norra området\n\n### Läget i kvarteren\n\n{TEXT}\n");
        assert_eq!(asked_in_markdown(&one), []);
        let two = format!("{one}\n## Södra området\n\n### Läget i kvarteren\n\n{TEXT}\n");
        assert_eq!(asked_in_markdown(&two), [("Läget i kvarteren".to_owned(), None)]);
    }

    fn asked_in_markdown(text: &str) -> Vec<(String, Option<String>)> {
        let style = HouseStyle::standard();
        let found = proposals(&read("a.md", text.as_bytes(), &style).unwrap(), &style);
        found.into_iter().map(|it| (it.pattern, it.means)).collect()
    }
}
