//! A heading of the year's plan or report with another year than the document's.

use crate::lines::{printed, stretch};
use crate::place;
use crate::prose::locate;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::HashSet;
use std::ops::Range;
use uppsikt_domain::document::{Document, LineRole, SourceLine};
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_findings::{About, Family, Finding, FindingPlace, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "heading-year-off",
        code: "KON-002",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "Text som följt med från förra årets dokument.",
        page_sv: include_str!("heading_year_off.sv.md"),
        page_en: include_str!("heading_year_off.en.md"),
    },
    check,
};

const KINDS: [SectionKind; 3] = [SectionKind::YearPlan, SectionKind::AssessmentPeriod, SectionKind::Report];

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let Some(year) = document.year else { return Vec::new() };
    let sections = document.all_sections();
    let dated: Vec<(&Section, &TextAt, i32)> = sections
        .into_iter()
        .filter_map(|section| section.heading.as_ref().map(|heading| (section, heading)))
        .filter_map(|(section, heading)| Some((section, heading, single_year(&heading.text)?)))
        .collect();
    // What the headings of the document's own year are called without it.
    let own: HashSet<String> = dated
        .iter()
        .filter(|(_, _, printed)| *printed == year)
        .map(|(_, it, year)| without(&it.text, *year))
        .collect();
    let is_own = |section: &Section, heading: &TextAt, printed: i32| {
        KINDS.contains(&section.kind)
            || section.kind == SectionKind::Priorities && printed + 1 == year && !document.kind.is_report()
            || own.contains(&without(&heading.text, printed)) && !is_table(section)
    };
    let off = dated
        .iter()
        .filter(|(section, heading, printed)| *printed != year && is_own(section, heading, *printed));
    let mut found: Vec<Finding> =
        off.map(|(_, heading, printed)| tell(document, heading, *printed, year)).collect();
    // A heading may be a label as well.
    found.extend(heads(document, year));
    let headings: HashSet<u32> = found.iter().map(|it| it.at.span.at.line).collect();
    found.extend(labels(document, year).into_iter().filter(|it| !headings.contains(&it.at.span.at.line)));
    found
}

/// "Budget 2025, sida 9" where every other page has the document's year in its head.
fn heads(document: &Document, year: i32) -> Vec<Finding> {
    let bare = |text: &str| normalized(&text.chars().filter(|c| !c.is_ascii_digit()).collect::<String>());
    let lines = (1_u32..).zip(&document.lines);
    let dated = lines.filter(|(_, line)| line.text.len() <= HEAD && line.text.contains("20"));
    let dated: Vec<_> = dated.filter_map(|(at, line)| Some((at, line, single_year(&line.text)?))).collect();
    let is_own = |line: &SourceLine, printed: i32| line.role == LineRole::RunningHead && printed == year;
    let own: Vec<String> = dated
        .iter()
        .filter(|(_, line, year)| is_own(line, *year))
        .map(|(_, line, _)| bare(&line.text))
        .collect();
    if own.len() < LABELS {
        return Vec::new();
    }
    // A heading may have the words of the head, and no number of a page.
    let paged = |line: &SourceLine| line.text.bytes().filter(u8::is_ascii_digit).count() > 4;
    let is_head = |line: &SourceLine| {
        let shaped = line.role == LineRole::RunningHead || paged(line);
        shaped && own.iter().filter(|it| **it == bare(&line.text)).count() >= LABELS
    };
    let mut others = dated.iter().filter(|(_, line, printed)| *printed != year && is_head(line));
    let (Some((at, line, printed)), None) = (others.next(), others.next()) else { return Vec::new() };
    let range = line.text.find(&printed.to_string()).map(|start| start..start + 4);
    let off =
        range.map(|range| told(stretch(document, *at, &range), line.text.trim().to_owned(), *printed, year));
    off.into_iter().collect()
}

/// So long is the head of a page at most, in bytes.
const HEAD: usize = 120;

/// So often a label with the document's year shows that it is the year's own.
const LABELS: usize = 2;

/// So long is a label at most, in bytes.
const LABEL: usize = 40;

/// "Bedömning 2023: delvis uppfyllt" among lines that begin "Bedömning 2024:".
fn labels(document: &Document, year: i32) -> Vec<Finding> {
    let labelled = printed(document).filter(|(_, line)| line.role == LineRole::Text);
    let labelled: Vec<(u32, Range<usize>, String, i32)> = labelled
        .filter_map(|(number, line)| {
            // "Uppdrag 2031:2" is a number.
            let (label, after) = line.text.split_once(':')?;
            let label = Some(label).filter(|_| !after.starts_with(|c: char| c.is_ascii_digit()))?;
            let printed = single_year(label).filter(|_| label.len() <= LABEL)?;
            let start = label.find(&printed.to_string())?;
            Some((number, start..start + 4, without(label, printed), printed))
        })
        .collect();
    let own = |label: &String| {
        labelled.iter().filter(|(_, _, other, printed)| other == label && *printed == year).count()
    };
    let others = |label: &String| {
        labelled.iter().filter(|(_, _, other, printed)| other == label && *printed != year).count()
    };
    let off = labelled.iter().filter(|(_, _, label, printed)| {
        *printed != year && !label.is_empty() && own(label) >= LABELS && others(label) == 1
    });
    off.map(|(number, range, label, printed)| Finding {
        confidence_percent: 85,
        ..told(stretch(document, *number, range), label.clone(), *printed, year)
    })
    .collect()
}

/// A heading without its year, for comparing.
fn without(heading: &str, year: i32) -> String {
    normalized(&heading.replace(&year.to_string(), ""))
}

/// Whether a section is a table with its heading: one may stand for each year.
fn is_table(section: &Section) -> bool {
    section.blocks.iter().any(|block| block.table().is_some())
}

/// The year that a heading names, when it names one only.
fn single_year(text: &str) -> Option<i32> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let years: Vec<i32> =
        digits.filter_map(|digits| digits.parse().ok()).filter(|year| (1990..2100).contains(year)).collect();
    match years.as_slice() {
        [year] => Some(*year),
        _ => None,
    }
}

fn tell(document: &Document, heading: &TextAt, printed: i32, year: i32) -> Finding {
    let at = place::at(document, locate(document, heading.span, &printed.to_string()));
    told(at, heading.text.clone(), printed, year)
}

fn told(at: FindingPlace, heading: String, printed: i32, year: i32) -> Finding {
    Finding {
        confidence_percent: 93,
        found: verbatim(printed.to_string()),
        expected: verbatim(year.to_string()),
        advice: Message::new("rule-heading-year-off-try").with("year", year.to_string()),
        ..RULE.about.finding(at, Message::new("rule-heading-year-off-says").with("heading", heading))
    }
}
