//! An entry of the table of contents that differs from its heading.

use crate::alike::letters_alike_permille;
use crate::listed::{Listed, MEANT_PERMILLE};
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::BTreeMap;
use uppsikt_domain::document::{ContentsEntry, Document};
use uppsikt_domain::place::{Span, TextAt};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

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

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture
        .documents
        .iter()
        .filter(|document| document.contents.len() > 2)
        .flat_map(|document| of_document(document))
        .collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let listed = Listed::of(document);
    if listed.is_of_more() {
        return vec![of_all(document, &listed.differing)];
    }
    let of_one = |entry: &&ContentsEntry| of_entry(document, entry, &listed.free);
    let mut found: Vec<Finding> = listed.differing.iter().map(of_one).collect();
    let is_listed = |section: &Section| listed.has(section);
    found.extend(left_out(document, &listed.sections, &listed.differing, &is_listed));
    found
}

/// One note for all entries that are nowhere.
fn of_all(document: &Document, differing: &[&ContentsEntry]) -> Finding {
    let at = differing.first().map_or_else(Default::default, |entry| entry.text.span);
    Finding {
        severity: Severity::Note,
        confidence_percent: 50,
        also_at: differing.iter().skip(1).map(|entry| place::at(document, entry.text.span)).collect(),
        found: Message::new("rule-contents-differs-found-many").with("count", differing.len()),
        expected: Message::new("rule-contents-differs-expected-many"),
        advice: Message::new("rule-contents-differs-try-many"),
        ..RULE.about.finding(place::at(document, at), Message::new("rule-contents-differs-says-many"))
    }
}

fn of_entry(document: &Document, entry: &ContentsEntry, free: &[&TextAt]) -> Finding {
    let like = |heading: &&&TextAt| letters_alike_permille(&heading.text, &entry.text.text);
    let number = |text: &str| text.trim().split_once(". ").map(|(number, _)| number.to_owned());
    let own = number(&entry.text.text).filter(|own| own.bytes().all(|byte| byte.is_ascii_digit()));
    let numbered = free.iter().find(|heading| own.is_some() && number(&heading.text) == own);
    let alike = free.iter().max_by_key(like).filter(|heading| like(heading) >= MEANT_PERMILLE);
    let meant = alike.or(numbered);
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
    let told: Vec<Span> = found.iter().map(|finding| finding.at.span).collect();
    let differs = |heading: &TextAt| {
        differing
            .iter()
            .any(|entry| letters_alike_permille(&entry.text.text, &heading.text) >= MEANT_PERMILLE)
    };
    let numbered = left_out_of_numbered(sections, is_listed);
    let numbered = numbered.filter(|heading| !differs(heading) && !told.contains(&heading.span));
    found.extend(numbered.map(|heading| Finding {
        also_at:
            before_it(document, heading).into_iter().map(|it| place::at(document, it.text.span)).collect(),
        ..not_listed(document, heading)
    }));
    found
}

/// So many sections of a chapter that are listed show that each is.
const LISTED: usize = 2;

/// The only numbered section of a chapter ("6.4" in 6) that the contents leave out.
fn left_out_of_numbered<'a>(
    sections: &[&'a Section],
    is_listed: &dyn Fn(&Section) -> bool,
) -> impl Iterator<Item = &'a TextAt> {
    let mut chapters: BTreeMap<&str, (usize, Vec<&'a TextAt>)> = BTreeMap::new();
    for section in sections {
        let Some(heading) = section.heading.as_ref() else { continue };
        let Some(chapter) = chapter(&heading.text) else { continue };
        let (listed, left) = chapters.entry(chapter).or_default();
        if is_listed(section) {
            *listed += 1;
        } else {
            left.push(heading);
        }
    }
    chapters.into_values().filter_map(|(listed, left)| match left.as_slice() {
        [only] if listed >= LISTED => Some(*only),
        _ => None,
    })
}

/// The entry of the same chapter that a heading would stand after.
fn before_it<'a>(document: &'a Document, heading: &TextAt) -> Option<&'a ContentsEntry> {
    let own = |text: &str| {
        text.trim().split(' ').next().unwrap_or_default().rsplit('.').next()?.parse::<u32>().ok()
    };
    let number = own(&heading.text)?;
    let same = |entry: &&ContentsEntry| chapter(&entry.text.text) == chapter(&heading.text);
    document.contents.iter().filter(same).rfind(|entry| own(&entry.text.text) < Some(number))
}

/// What stands before the last number of a heading: "6" in "6.4 Investeringar".
fn chapter(heading: &str) -> Option<&str> {
    let (number, rest) = heading.trim().split_once(' ')?;
    let (chapter, own) = number.trim_end_matches('.').rsplit_once('.')?;
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let sound =
        digits(own) && chapter.split('.').all(digits) && rest.trim_start().starts_with(char::is_uppercase);
    sound.then_some(chapter)
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
