//! An entry of the table of contents that differs from its heading.

use crate::alike::letters_alike_permille;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::{BTreeMap, HashSet};
use uppsikt_domain::document::{ContentsEntry, Document};
use uppsikt_domain::place::{Span, TextAt};
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

/// Entries of the contents that no heading has, and headings that no entry names.
struct Compared<'d> {
    sections: Vec<&'d Section>,
    in_contents: HashSet<String>,
    free: Vec<&'d TextAt>,
    differing: Vec<&'d ContentsEntry>,
}

impl<'d> Compared<'d> {
    fn of(document: &'d Document) -> Self {
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
        let captions = document.tables().into_iter().filter_map(|(_, table)| table.caption.as_ref());
        let captions: HashSet<String> = captions.map(|caption| bare(&caption.text)).collect();
        let is_there = |entry: &&ContentsEntry| {
            let own = bare(&entry.text.text);
            in_headings.contains(&own) || captions.contains(&own)
        };
        let has_appendix =
            headed.iter().any(|section| section.heading.as_ref().is_some_and(|it| is_appendix(&it.text)));
        // Appendices are often files of their own.
        let apart = |entry: &&ContentsEntry| !has_appendix && is_appendix(&entry.text.text);
        let entries = document.contents.iter();
        let differing = entries.filter(|entry| !is_there(entry)).filter(|entry| !apart(entry)).collect();
        Compared { sections, in_contents, free, differing }
    }
}

/// Whether a document is a part of something longer: most of what its contents list is nowhere in it.
pub fn is_part(document: &Document) -> bool {
    if document.contents.len() < PART_OF_WHOLE {
        return false;
    }
    let compared = Compared::of(document);
    is_of_more(document, &compared.differing, &compared.free)
}

fn of_document(document: &Document) -> Vec<Finding> {
    let Compared { sections, in_contents, free, differing } = Compared::of(document);
    let is_listed = |section: &Section| wordings(section).iter().any(|own| in_contents.contains(own));
    if is_of_more(document, &differing, &free) {
        return vec![of_all(document, &differing)];
    }
    let mut found: Vec<Finding> = differing.iter().map(|entry| of_entry(document, entry, &free)).collect();
    found.extend(left_out(document, &sections, &differing, &is_listed));
    found
}

/// Contents of which so many and half of all are nowhere are those of a whole of which this is a part.
const PART_OF_WHOLE: usize = 4;

/// Whether the contents are of more than the text has: most of what they list is nowhere in it.
fn is_of_more(document: &Document, differing: &[&ContentsEntry], free: &[&TextAt]) -> bool {
    let meant = |entry: &&&ContentsEntry| {
        let like =
            |heading: &&TextAt| letters_alike_permille(&heading.text, &entry.text.text) >= MEANT_PERMILLE;
        free.iter().any(like)
    };
    let gone = differing.iter().filter(|entry| !meant(entry)).count();
    gone >= PART_OF_WHOLE && gone * 2 >= document.contents.len()
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

/// "Bilaga 1: Taxor", "Bilagor".
fn is_appendix(text: &str) -> bool {
    let first = normalized(text).split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_owned();
    ["bilaga", "bilagor", "appendix"].contains(&first.as_str())
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
    without_unit(if numbered { rest } else { &lower }).to_owned()
}

/// A wording without the unit that its table has: "Resultaträkning (mnkr)", "Resultaträkning, mnkr".
fn without_unit(text: &str) -> &str {
    let text = text.trim();
    let ends = text.rsplit_once(['(', ',']).filter(|(name, _)| !name.trim().is_empty());
    let is_unit = |end: &str| {
        let word = end.trim().trim_end_matches(')');
        !word.contains(' ') && uppsikt_text::figure::unit(word).is_some_and(|it| it.is_money())
    };
    ends.filter(|(_, end)| is_unit(end)).map_or(text, |(name, _)| name.trim_end())
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
