//! An entry of the table of contents that differs from its heading.

use crate::alike::letters_alike_permille;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::HashSet;
use uppsikt_domain::document::{ContentsEntry, Document};
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "contents-differs",
        code: "INN-001",
        family: Family::Contents,
        severity: Severity::Warning,
        rests_on: "Innehållsförteckningen ska säga det som rubrikerna säger.",
        page_sv: include_str!("contents_differs.sv.md"),
        page_en: include_str!("contents_differs.en.md"),
    },
    check,
};

/// An entry this like a heading (thousandths) is meant to be it.
const MEANT_PERMILLE: u16 = 650;

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture
        .documents
        .iter()
        .filter(|document| document.contents.len() > 2)
        .flat_map(|document| of_document(document))
        .collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let sections = document.all_sections();
    let headed: Vec<&Section> = sections.iter().copied().filter(|it| it.heading.is_some()).collect();
    let in_headings: HashSet<String> = headed.iter().flat_map(|section| wordings(section)).collect();
    let in_contents: HashSet<String> = document.contents.iter().map(|it| bare(&it.text.text)).collect();
    let is_listed = |section: &Section| wordings(section).iter().any(|own| in_contents.contains(own));
    let free: Vec<&TextAt> = headed
        .iter()
        .filter(|section| !is_listed(section))
        .filter_map(|section| section.heading.as_ref())
        .collect();
    let entries = document.contents.iter();
    let differing: Vec<&ContentsEntry> =
        entries.filter(|entry| !in_headings.contains(&bare(&entry.text.text))).collect();
    let mut found: Vec<Finding> = differing.iter().map(|entry| of_entry(document, entry, &free)).collect();
    found.extend(left_out(document, &sections, &differing, &is_listed));
    found
}

/// What the contents may say for a heading: all of it, or the name after its mark ("KF:s mål: 1.1 …").
fn wordings(section: &Section) -> Vec<String> {
    let heading = section.heading.iter().map(|heading| bare(&heading.text));
    heading.chain([bare(&section.name)]).filter(|wording| !wording.is_empty()).collect()
}

/// A wording for comparing, without the number of its chapter: the contents may leave it out.
fn bare(text: &str) -> String {
    let lower = normalized(&without_tags(text));
    let (first, rest) = lower.split_once(' ').unwrap_or_default();
    let parts = first.trim_end_matches('.').split('.');
    let numbered = parts
        .into_iter()
        .all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit()));
    if numbered { rest.to_owned() } else { lower }
}

/// A wording without the tags of HTML in it: "<b>Summary</b>".
fn without_tags(text: &str) -> String {
    let parts = text.split('<').enumerate();
    let kept = parts.map(|(at, part)| match part.split_once('>') {
        Some((tag, rest)) if at > 0 && tag.len() < 8 => rest,
        _ => part,
    });
    kept.collect()
}

fn of_entry(document: &Document, entry: &ContentsEntry, free: &[&TextAt]) -> Finding {
    let like = |heading: &&&TextAt| letters_alike_permille(&heading.text, &entry.text.text);
    let meant = free.iter().max_by_key(like).filter(|heading| like(heading) >= MEANT_PERMILLE);
    let at = place::at(document, entry.text.span);
    let told = match meant {
        Some(heading) => Finding {
            also_at: vec![place::at(document, heading.span)],
            expected: verbatim(heading.text.clone()),
            advice: Message::new("rule-contents-differs-try"),
            ..RULE.about.finding(at, Message::new("rule-contents-differs-says"))
        },
        None => Finding {
            expected: Message::new("rule-contents-differs-expected-heading"),
            advice: Message::new("rule-contents-differs-try-remove"),
            confidence_percent: 80,
            ..RULE.about.finding(at, Message::new("rule-contents-differs-says-no-heading"))
        },
    };
    Finding { found: verbatim(entry.text.text.clone()), ..told }
}

/// Goals, goal areas and assignments that the contents leave out though it lists others of the kind.
fn left_out(
    document: &Document,
    sections: &[&Section],
    differing: &[&ContentsEntry],
    is_listed: &dyn Fn(&Section) -> bool,
) -> Vec<Finding> {
    let kinds = [SectionKind::GoalArea, SectionKind::Goal, SectionKind::Assignment];
    let mut found = Vec::new();
    for kind in kinds {
        let headed = sections.iter().copied().filter(|section| section.kind == kind);
        let of_kind: Vec<(&Section, &TextAt)> =
            headed.filter_map(|section| Some((section, section.heading.as_ref()?))).collect();
        let meant = |heading: &&TextAt| {
            differing
                .iter()
                .any(|entry| letters_alike_permille(&entry.text.text, &heading.text) >= MEANT_PERMILLE)
        };
        let some = of_kind.iter().filter(|(section, _)| is_listed(section)).count();
        if some * 2 >= of_kind.len() && some > 0 {
            let missing = of_kind.iter().filter(|(section, heading)| !is_listed(section) && !meant(heading));
            found.extend(missing.map(|(_, heading)| not_listed(document, heading)));
        }
    }
    found
}

fn not_listed(document: &Document, heading: &TextAt) -> Finding {
    Finding {
        confidence_percent: 85,
        found: verbatim(heading.text.clone()),
        expected: Message::new("rule-contents-differs-expected-entry"),
        advice: Message::new("rule-contents-differs-try-add"),
        ..RULE
            .about
            .finding(place::at(document, heading.span), Message::new("rule-contents-differs-says-no-entry"))
    }
}
