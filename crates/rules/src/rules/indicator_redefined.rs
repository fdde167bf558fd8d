//! An indicator whose value of a past year is another than an earlier document printed.

use crate::pairs::{plan_and_next, plan_and_report, report_and_next_plan};
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use crate::yearly::{Value, tells_change, values};
use std::collections::HashMap;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "indicator-redefined",
        code: "IND-007",
        family: Family::Indicator,
        severity: Severity::Warning,
        rests_on: "Revisionens kritik: mål och indikatorer byts så att ingen utveckling går att följa.",
        page_sv: include_str!("indicator_redefined.sv.md"),
        page_en: include_str!("indicator_redefined.en.md"),
    },
    check,
};

/// Earlier documents of a later one, with how grave it is to differ from them.
type Earlier<'a> = Vec<(&'a Document, Severity)>;

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let analysis = |report: &Document| report.kind == DocumentKind::AnnualAnalysis;
    let next_plan = report_and_next_plan(picture).into_iter().filter(|(report, _)| analysis(report));
    let reports = plan_and_report(picture).into_iter().chain(next_plan).map(|pair| (pair, Severity::Warning));
    // A plan may define anew what the one before it had.
    let plans = plan_and_next(picture).into_iter().map(|pair| (pair, Severity::Note));
    let mut of_later: Vec<(&Document, Earlier<'_>)> = Vec::new();
    let mut places: HashMap<*const Document, usize> = HashMap::new();
    for ((earlier, later), severity) in reports.chain(plans) {
        let at = *places.entry(std::ptr::from_ref(later)).or_insert(of_later.len());
        if at == of_later.len() {
            of_later.push((later, Vec::new()));
        }
        of_later[at].1.push((earlier, severity));
    }
    of_later.into_iter().flat_map(|(later, earlier)| of_document(later, &earlier)).collect()
}

/// The values of a document that none of the earlier ones has, and one has otherwise.
fn of_document(later: &Document, earlier: &Earlier<'_>) -> Vec<Finding> {
    let before: Vec<(&Document, Severity, Vec<Value>)> =
        earlier.iter().map(|(document, severity)| (*document, *severity, values(document))).collect();
    let mut found = Vec::new();
    for now in values(later).into_iter().filter(|now| !now.is_preliminary(later)) {
        let same = |document: &Document, was: &Value| {
            was.name == now.name && was.year == now.year && !was.is_preliminary(document)
        };
        let known = before.iter().filter_map(|(document, severity, values)| {
            Some((*document, *severity, values.iter().find(|was| same(document, was))?))
        });
        let known: Vec<_> = known.collect();
        if known
            .iter()
            .any(|(document, _, was)| was.value == now.value || is_told(document, later, was, &now))
        {
            continue;
        }
        let off = known.first().map(|(document, severity, was)| Finding {
            severity: *severity,
            ..tell((document, was), (later, &now))
        });
        found.extend(off);
    }
    // One change of an indicator's definition changes all its years.
    found.dedup_by(|one, other| one.at.span.at.line == other.at.span.at.line);
    found
}

/// Whether either document says that the value was changed.
fn is_told(earlier: &Document, later: &Document, was: &Value, now: &Value) -> bool {
    tells_change(later, was, now) || tells_change(earlier, was, now)
}

fn tell(earlier: (&Document, &Value), later: (&Document, &Value)) -> Finding {
    Finding {
        confidence_percent: 70,
        also_at: vec![place::at(earlier.0, earlier.1.span)],
        found: verbatim(later.1.printed.clone()),
        expected: verbatim(earlier.1.printed.clone()),
        advice: Message::new("rule-indicator-redefined-try"),
        ..RULE.about.finding(
            place::at(later.0, later.1.span),
            Message::new("rule-indicator-redefined-says").with("year", later.1.year.to_string()),
        )
    }
}
