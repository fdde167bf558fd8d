//! Two sections beside each other with the same heading.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::Section;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::same;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "heading-twice",
        code: "STR-002",
        family: Family::Structure,
        severity: Severity::Note,
        rests_on: "EN 301 549, WCAG 2.1 kriterium 2.4.6: rubriker skiljer avsnitten åt.",
        page_sv: include_str!("heading_twice.sv.md"),
        page_en: include_str!("heading_twice.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for document in &picture.documents {
        let marks = marks(document);
        found.extend(twins(document, &document.sections, &marks));
        for section in document.all_sections() {
            found.extend(twins(document, &section.sections, &marks));
        }
    }
    found
}

/// In plain text the depth of headings is a guess: there only headings that follow each
/// other, with no heading in between, surely are siblings.
fn twins(document: &Document, siblings: &[Section], marks: &[Mark]) -> Vec<Finding> {
    let told = |section: &&Section| section.span.end_line < last_line(document) || !is_bare(section);
    let told: Vec<&Section> = siblings.iter().filter(told).collect();
    let is_guess = document.source.media_type == "text/plain";
    let twin = |index: usize| {
        let before = if is_guess { &told[index - 1..index] } else { &told[..index] };
        let flat = before.iter().filter(|earlier| !is_guess || earlier.sections.is_empty());
        let mut headings = flat.filter_map(|earlier| earlier.heading.as_ref());
        headings.find(|earlier| {
            let own = told[index].heading.as_ref();
            own.is_some_and(|own| same(&earlier.text, &own.text) && !are_apart(marks, earlier, own))
        })
    };
    let twins = (1..told.len()).filter_map(|index| Some((told[index].heading.as_ref()?, twin(index)?)));
    twins.map(|(heading, earlier)| tell(document, heading, earlier)).collect()
}

/// A line that is a heading by its marks, and how many it has.
type Mark = (u32, usize);

/// The headings of a document that are marked: "### Framtid".
fn marks(document: &Document) -> Vec<Mark> {
    let level = |text: &str| text.bytes().take_while(|byte| *byte == b'#').count();
    let lines = (1..).zip(&document.lines).map(|(line, it)| (line, level(&it.text)));
    lines.filter(|(_, level)| *level > 0).collect()
}

/// Whether two headings are marked as of different parents, whatever they are read as.
fn are_apart(marks: &[Mark], earlier: &TextAt, own: &TextAt) -> bool {
    let at = |heading: &TextAt| marks.binary_search_by_key(&heading.span.at.line, |(line, _)| *line).ok();
    let Some((from, to)) = at(earlier).zip(at(own)).filter(|(from, to)| from < to) else { return false };
    let level = marks[to].1;
    marks[from].1 != level || marks[from..to].iter().any(|(_, between)| *between < level)
}

/// The last line with anything on it: a bare heading there is a bookmark that fell out of a PDF.
fn last_line(document: &Document) -> u32 {
    let last = document.lines.iter().rposition(|line| !line.text.trim().is_empty());
    last.and_then(|index| u32::try_from(index + 1).ok()).unwrap_or(u32::MAX)
}

/// Whether a section has nothing under its heading.
fn is_bare(section: &Section) -> bool {
    section.blocks.is_empty() && section.sections.is_empty()
}

fn tell(document: &Document, heading: &TextAt, earlier: &TextAt) -> Finding {
    Finding {
        confidence_percent: 90,
        also_at: vec![place::at(document, earlier.span)],
        found: verbatim(heading.text.clone()),
        expected: Message::new("rule-heading-twice-expected"),
        advice: Message::new("rule-heading-twice-try"),
        ..RULE.about.finding(place::at(document, heading.span), Message::new("rule-heading-twice-says"))
    }
}
