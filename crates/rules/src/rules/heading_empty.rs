//! A heading with nothing under it.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::BTreeMap;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::{normalized, same};

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "heading-empty",
        code: "STR-001",
        family: Family::Structure,
        severity: Severity::Warning,
        rests_on: "EN 301 549, WCAG 2.1 kriterium 2.4.6: rubriker beskriver det som följer.",
        page_sv: include_str!("heading_empty.sv.md"),
        page_en: include_str!("heading_empty.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let sections = document.all_sections();
    let next = |index: usize| sections.get(index + 1).and_then(|section| section.heading.as_ref());
    let empty =
        sections.iter().enumerate().filter(|(_, section)| is_empty(section) && is_sure(document, section));
    let empty = empty.filter(|(index, section)| !may_hold_next(document, section, sections.get(index + 1)));
    let empty = empty
        .filter(|(_, section)| !is_listed(document, section) && !only_names_goals(document, section))
        .filter(|(index, section)| !is_unread(document, section) && !goes_on(section, next(*index)))
        .filter(|(index, section)| !is_bookmark(&sections[..*index], section, next(*index)));
    // What stands under the last heading may have been cut off with the rest of the text.
    let last = sections.len().saturating_sub(1);
    let told = |(index, section): (usize, &&Section)| match index == last {
        true => Finding { severity: Severity::Note, confidence_percent: 50, ..tell(document, section) },
        false => tell(document, section),
    };
    let mut found: Vec<Finding> = empty.map(told).collect();
    found.extend(tables_only(&sections).into_iter().map(|section| tell(document, section)));
    found
}

/// Whether a goal or an assignment is an item of a list: what is said of the list stands below all of them.
fn is_listed(document: &Document, section: &Section) -> bool {
    matches!(section.kind, SectionKind::Goal | SectionKind::Assignment) && is_item(document, section)
}

/// Whether a section is an item of a list.
fn is_item(document: &Document, section: &Section) -> bool {
    let line = section.heading.as_ref().and_then(|heading| document.line(heading.span.at.line));
    let text = line.map(|line| line.text.trim_start()).unwrap_or_default();
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    text.starts_with(BULLETS) || number.len() < text.len() && number.starts_with(['.', ')'])
}

/// Whether a council's budget names its goals and tells nothing of any: the committees do.
fn only_names_goals(document: &Document, section: &Section) -> bool {
    let goals = document.goals();
    let council = document.kind == DocumentKind::CouncilBudget && section.kind == SectionKind::Goal;
    council && goals.iter().filter(|goal| is_empty(goal.section)).count() * 2 >= goals.len()
}

/// What items of a list begin with.
const BULLETS: [char; 8] = ['\u{2022}', '\u{2023}', '\u{25cf}', '\u{25aa}', '\u{b7}', '\u{2013}', '-', '*'];

/// So many others under the same heading show that it has text.
const OTHERS: usize = 3;

/// The only section under its heading that has no text before its tables, while all others have.
fn tables_only<'a>(sections: &[&'a Section]) -> Vec<&'a Section> {
    let mut named: BTreeMap<String, Vec<&'a Section>> = BTreeMap::new();
    for section in sections {
        let heading = section.heading.iter().map(|heading| normalized(&heading.text));
        heading.for_each(|heading| named.entry(heading).or_default().push(*section));
    }
    let has_text = |section: &&&Section| {
        section.blocks.iter().any(|block| block.table().is_none() && !block.text().is_empty())
    };
    let alone = named.values().filter_map(|alike| {
        let bare: Vec<&&Section> = alike.iter().filter(|section| !has_text(section)).collect();
        let [only] = bare.as_slice() else { return None };
        let tables = only.sections.is_empty() && only.blocks.iter().any(|block| block.table().is_some());
        (tables && alike.len() > OTHERS).then_some(**only)
    });
    alone.collect()
}

fn is_empty(section: &Section) -> bool {
    let bare = section.blocks.is_empty() && section.sections.is_empty();
    section.heading.is_some() && bare && !says_it_itself(section)
}

/// Whether the heading may be the chapter of the next one. Only Markdown says how deep a heading
/// is; elsewhere "Ekonomi" before "Resultatbudget" is empty to nobody but a guess.
fn may_hold_next(document: &Document, section: &Section, next: Option<&&Section>) -> bool {
    use SectionKind::*;
    if let (Some(own), Some(next)) =
        (printed_depth(document, section), next.and_then(|it| printed_depth(document, it)))
        && next > own
    {
        return true;
    }
    let levels = document.source.media_type == "text/markdown";
    // "- Parknämnden ges i uppdrag att …" under "## Uppdrag" is an item, and a section of its own.
    if levels && printed_depth(document, section).is_some() && next.is_some_and(|it| is_item(document, it)) {
        return true;
    }
    if !levels
        && next.is_some_and(|next| is_chapter_of(section, next) || begin_a_page(document, section, next))
    {
        return true;
    }
    let part =
        matches!(section.kind, TermPlan | TermChanges | YearPlan | DesiredOutcome | FollowUp | Report | Goal);
    let inside = |next: &&&Section| {
        matches!(
            next.kind,
            Other | Initiative | Assignment | Priority | Statement | Investments | GoalArea | Goal
        )
    };
    let part_of_economy =
        |next: &&&Section| section.kind == Economy && next.kind == Economy && next.level > 1;
    !levels && !part && next.as_ref().is_some_and(|next| inside(next) || part_of_economy(next))
}

/// Whether a heading is set otherwise than the next one as a chapter's is: "1." before "1.1", capitals
/// before small letters, or a chapter of the outline with neither a number nor a place of its own.
fn is_chapter_of(section: &Section, next: &Section) -> bool {
    let heading = |section: &Section| section.heading.as_ref().map(|it| it.text.trim().to_owned());
    let (Some(own), Some(next)) = (heading(section), heading(next)) else { return false };
    let depth = |text: &str| {
        let number = text.split_whitespace().next().unwrap_or_default();
        let is_number = number.bytes().all(|it| it.is_ascii_digit() || it == b'.');
        is_number.then(|| number.split('.').filter(|part| !part.is_empty()).count())
    };
    let capitals = |text: &str| text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    match (depth(&own), depth(&next)) {
        (Some(own), Some(next)) => next > own,
        (None, None) => capitals(&own) && !capitals(&next) || section.kind == SectionKind::Economy,
        _ => false,
    }
}

/// Whether the contents have two headings one after the other on one page: the first may be the chapter.
fn begin_a_page(document: &Document, section: &Section, next: &Section) -> bool {
    let entry = |section: &Section| {
        let heading = section.heading.as_ref()?;
        document.contents.iter().position(|entry| same(&entry.text.text, &heading.text))
    };
    let page = |at: usize| document.contents.get(at).and_then(|entry| entry.page);
    entry(section).zip(entry(next)).is_some_and(|(own, next)| next == own + 1 && page(own) == page(next))
}

/// How deep a heading is by its own marks, wherever it was placed in the outline.
fn printed_depth(document: &Document, section: &Section) -> Option<usize> {
    let line = document.line(section.heading.as_ref()?.span.at.line)?;
    let marks = line.text.bytes().take_while(|byte| *byte == b'#').count();
    (marks > 0).then_some(marks)
}

/// "Bedömning mandatperioden: Målet nås": the heading holds what would stand under it.
fn says_it_itself(section: &Section) -> bool {
    let answer = section.heading.as_ref().and_then(|heading| heading.text.split_once(':'));
    let answered = answer.is_some_and(|(_, answer)| answer.chars().any(char::is_alphanumeric));
    let order = section.kind == SectionKind::Assignment
        && section.heading.as_ref().is_some_and(|heading| heading.text.contains(". "));
    section.assessment.is_some()
        || order
        || answered && matches!(section.kind, SectionKind::Other | SectionKind::OwnGoal)
}

/// Whether the heading surely is one of its own, with nothing inside it. In plain text the
/// depth of headings is a guess; those of the outline and of the contents are known.
fn is_sure(document: &Document, section: &Section) -> bool {
    let part = section.kind == SectionKind::Economy && section.level > 1;
    let known = !part
        && !matches!(
            section.kind,
            SectionKind::Other | SectionKind::OwnGoal | SectionKind::Initiative | SectionKind::Priority
        );
    let listed =
        |heading: &TextAt| document.contents.iter().any(|entry| same(&entry.text.text, &heading.text));
    let marked = document.source.media_type != "text/plain";
    marked || known || stands_alone(document, section) || section.heading.as_ref().is_some_and(listed)
}

/// Whether a heading inside a goal or the economy has space on both sides, with other
/// headings of its kind around it that have text.
fn stands_alone(document: &Document, section: &Section) -> bool {
    let blank = |number: u32| document.line(number).is_some_and(|line| line.text.trim().is_empty());
    let Some(span) = section.heading.as_ref().map(|heading| heading.span) else { return false };
    let free = span.at.line > 1 && blank(span.at.line - 1) && blank(span.end_line + 1);
    let sections = document.all_sections();
    let siblings = sections.iter().find(|parent| parent.sections.iter().any(|it| it.id == section.id));
    let told = siblings.is_some_and(|parent| {
        let others = parent.sections.iter().filter(|it| it.id != section.id && it.kind == section.kind);
        others.filter(|it| !it.blocks.is_empty()).count() > 0
    });
    section.kind == SectionKind::Initiative && free && told
}

/// Whether the next heading goes on from this one: "Resultaträkning", "Resultaträkning - fördelad".
fn goes_on(section: &Section, next: Option<&TextAt>) -> bool {
    let (Some(heading), Some(next)) = (&section.heading, next) else { return false };
    let (heading, next) = (normalized(&heading.text), normalized(&next.text));
    next.len() > heading.len() && next.starts_with(&heading)
}

/// Whether lines that nobody could read stand between the heading and the next one.
fn is_unread(document: &Document, section: &Section) -> bool {
    document.unread.iter().any(|unread| section.span.holds_line(unread.at.line))
}

/// Whether a last heading repeats an earlier one: bookmarks of a PDF fall out like that.
fn is_bookmark(earlier: &[&Section], section: &Section, next: Option<&TextAt>) -> bool {
    let Some(heading) = &section.heading else { return false };
    let repeats = |other: &&Section| other.heading.as_ref().is_some_and(|it| same(&it.text, &heading.text));
    next.is_none() && earlier.iter().any(repeats)
}

fn tell(document: &Document, section: &Section) -> Finding {
    let heading = section.heading.as_ref().map(|heading| heading.text.clone()).unwrap_or_default();
    Finding {
        confidence_percent: 85,
        found: verbatim(heading),
        expected: Message::new("rule-heading-empty-expected"),
        advice: Message::new("rule-heading-empty-try"),
        ..RULE.about.finding(place::heading(document, section), Message::new("rule-heading-empty-says"))
    }
}
