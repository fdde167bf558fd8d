//! An entry of the table of contents that differs from its heading.

use crate::alike::letters_alike_permille;
use crate::place;
use crate::rule::Rule;
use uppsikt_domain::document::{ContentsEntry, Document};
use uppsikt_domain::picture::Picture;
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::same;

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

fn check(picture: &Picture) -> Vec<Finding> {
    picture
        .documents
        .iter()
        .filter(|document| document.contents.len() > 2)
        .flat_map(|document| of_document(document))
        .collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let sections = document.all_sections();
    let headings: Vec<&TextAt> = sections.iter().filter_map(|section| section.heading.as_ref()).collect();
    let same = |entry: &ContentsEntry| headings.iter().any(|heading| same(&heading.text, &entry.text.text));
    let (listed, differing): (Vec<_>, Vec<_>) = document.contents.iter().partition(|entry| same(entry));
    let free: Vec<&TextAt> = headings
        .iter()
        .copied()
        .filter(|heading| !listed.iter().any(|it| self::same(&it.text.text, &heading.text)))
        .collect();
    let mut found: Vec<Finding> = differing.iter().map(|entry| of_entry(document, entry, &free)).collect();
    found.extend(left_out(document, &sections, &differing));
    found
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
fn left_out(document: &Document, sections: &[&Section], differing: &[&ContentsEntry]) -> Vec<Finding> {
    let kinds = [SectionKind::GoalArea, SectionKind::Goal, SectionKind::Assignment];
    let mut found = Vec::new();
    for kind in kinds {
        let of_kind: Vec<&TextAt> = sections
            .iter()
            .filter(|section| section.kind == kind)
            .filter_map(|section| section.heading.as_ref())
            .collect();
        let listed =
            |heading: &&&TextAt| document.contents.iter().any(|entry| same(&entry.text.text, &heading.text));
        let meant = |heading: &&TextAt| {
            differing
                .iter()
                .any(|entry| letters_alike_permille(&entry.text.text, &heading.text) >= MEANT_PERMILLE)
        };
        let some = of_kind.iter().filter(listed).count();
        if some * 2 >= of_kind.len() && some > 0 {
            let missing = of_kind.iter().filter(|heading| !listed(heading) && !meant(heading));
            found.extend(missing.map(|heading| not_listed(document, heading)));
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
