//! A heading or table of a report over another period than the rest.

use crate::lines::{printed, stretch};
use crate::place;
use crate::rule::Rule;
use crate::rules::interim_period_off;
use crate::seen::Seen;
use std::collections::BTreeMap;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::walk::{Printed, walk};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::dates;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "period-differs",
        code: "KON-014",
        family: Family::Consistency,
        severity: Severity::Note,
        rests_on: "Rapporten är upprättad per en dag.",
        page_sv: include_str!("period_differs.sv.md"),
        page_en: include_str!("period_differs.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let reports = picture.documents.iter().filter(|document| document.kind.is_report());
    reports.flat_map(|document| of_document(document)).collect()
}

/// A period from January that a heading, a caption or a column names, by its last month.
struct Period {
    last: u32,
    words: String,
    span: Span,
}

/// Named this often, a period is the report's own.
const OWN: usize = 3;

fn of_document(document: &Document) -> Vec<Finding> {
    let periods = periods(document);
    let mut times: BTreeMap<u32, usize> = BTreeMap::new();
    periods.iter().for_each(|period| *times.entry(period.last).or_default() += 1);
    let Some((own, most)) = times.iter().max_by_key(|(_, times)| **times) else { return Vec::new() };
    let odd = periods.iter().filter(|period| times[&period.last] == 1 && period.last != *own);
    let right = periods.iter().find(|period| period.last == *own);
    let found: Vec<Finding> =
        odd.filter(|_| *most >= OWN).filter_map(|odd| Some(tell(document, odd, right?))).collect();
    if found.is_empty() { of_title(document, &periods).into_iter().collect() } else { found }
}

/// So many headings and columns that all are of one period, and none of the title's.
const OTHERS: usize = 2;

/// The title, where all tables are of another period.
fn of_title(document: &Document, periods: &[Period]) -> Option<Finding> {
    let (number, line) = printed(document).next()?;
    let (range, last) = interim_period_off::period(&line.text)?;
    let at = stretch(document, number, &range);
    let others: Vec<&Period> = periods.iter().filter(|it| it.span.at.line != number).collect();
    let right = others.first()?;
    let alike = others.iter().all(|it| it.last == right.last);
    (others.len() >= OTHERS && alike && right.last != last).then(|| Finding {
        confidence_percent: 75,
        also_at: vec![place::at(document, right.span)],
        found: verbatim(line.text.get(range).unwrap_or_default()),
        expected: verbatim(right.words.clone()),
        advice: Message::new("rule-period-differs-try"),
        ..RULE.about.finding(at, Message::new("rule-period-differs-says"))
    })
}

fn periods(document: &Document) -> Vec<Period> {
    let mut found = Vec::new();
    walk(document, &mut |met| {
        let at = match met.printed {
            Printed::Heading(_, heading) => heading,
            Printed::Caption(_, caption) => caption,
            Printed::ColumnHeading(_, column) => &column.heading,
            _ => return,
        };
        let read = period(&at.text);
        found.extend(read.map(|(last, words)| Period { last, words, span: at.span }));
    });
    // A caption may be its section's heading.
    found.dedup_by_key(|period| period.span);
    found
}

/// "januari–augusti", "jan-aug 2026": the last month and the words.
fn period(text: &str) -> Option<(u32, String)> {
    let lower = text.lower();
    let start = lower.find("jan")?;
    let words: String = lower[start..].chars().take_while(|c| c.is_alphabetic() || is_dash(*c)).collect();
    let (first, last) = words.split_once(is_dash)?;
    let last = last.trim_matches(is_dash);
    (dates::month(first) == Some(1)).then_some((dates::month(last)?, words.clone()))
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2013}' | '\u{2011}')
}

fn tell(document: &Document, odd: &Period, right: &Period) -> Finding {
    Finding {
        confidence_percent: 70,
        also_at: vec![place::at(document, right.span)],
        found: verbatim(odd.words.clone()),
        expected: verbatim(right.words.clone()),
        advice: Message::new("rule-period-differs-try"),
        ..RULE.about.finding(place::at(document, odd.span), Message::new("rule-period-differs-says"))
    }
}
