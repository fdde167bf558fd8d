//! Findings as JSON, "uppsikt-findings/1".

use crate::comparison::Comparison;
use crate::finding::{Finding, FindingPlace, Instead};
use crate::report::Report;
use crate::set_aside::{By, SetAside};
use serde::Serialize;
use uppsikt_messages::Lang;

/// The name of the format.
pub const FORMAT: &str = "uppsikt-findings/1";

#[derive(Serialize)]
struct Findings<'a> {
    format: &'static str,
    findings: Vec<One<'a>>,
    /// How many findings somebody lets stand.
    #[serde(skip_serializing_if = "is_nought")]
    set_aside: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    compared: Option<Counts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gone: Option<Vec<One<'a>>>,
}

/// How the findings differ from those of an older version.
#[derive(Serialize)]
struct Counts {
    new: usize,
    gone: usize,
    same: usize,
}

/// Who lets a finding stand: "document", or a person with the day.
#[derive(Serialize)]
struct Accepted<'a> {
    by: &'a str,
    on: Option<String>,
    why: &'a str,
}

fn is_nought(count: &usize) -> bool {
    *count == 0
}

#[derive(Serialize)]
struct One<'a> {
    rule: &'static str,
    code: &'static str,
    family: &'static str,
    severity: &'static str,
    confidence: f64,
    at: At<'a>,
    also_at: Vec<At<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    instead: Vec<OtherCell<'a>>,
    says: String,
    found: String,
    expected: String,
    r#try: String,
    note: Option<String>,
    /// "new" or "same", held against an older version.
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<Accepted<'a>>,
}

/// A place that could be the wrong one instead.
#[derive(Serialize)]
struct OtherCell<'a> {
    at: At<'a>,
    found: &'a str,
    expected: &'a str,
}

#[derive(Serialize)]
struct At<'a> {
    file: &'a str,
    page: Option<u32>,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

/// The report as JSON, indented, a line break last. The same findings give the same bytes.
pub fn render(report: &Report<'_>, lang: Lang) -> String {
    let told = |(at, finding)| One { since: since(report, at), ..one(finding, lang) };
    let mut findings: Vec<One<'_>> = report.findings.iter().enumerate().map(told).collect();
    findings.extend(report.shown_set_aside().iter().map(|aside| aside_one(aside, lang)));
    let comparison = report.compared.as_ref().map(|compared| compared.comparison);
    let counts = comparison.map(Comparison::counts);
    let findings = Findings {
        format: FORMAT,
        findings,
        set_aside: report.set_aside.len(),
        compared: counts.map(|[new, gone, same]| Counts { new, gone, same }),
        gone: comparison.map(|it| it.gone.iter().map(|finding| one(finding, lang)).collect()),
    };
    serde_json::to_string_pretty(&findings).unwrap_or_default() + "\n"
}

fn since(report: &Report<'_>, at: usize) -> Option<&'static str> {
    report.is_fresh(at).map(|fresh| if fresh { "new" } else { "same" })
}

fn aside_one(aside: &SetAside, lang: Lang) -> One<'_> {
    let (by, on) = match &aside.by {
        By::Person { who, on } => (who.as_str(), Some(on.to_string())),
        By::Document => ("document", None),
    };
    One { accepted: Some(Accepted { by, on, why: &aside.why }), ..one(&aside.finding, lang) }
}

fn one(finding: &Finding, lang: Lang) -> One<'_> {
    One {
        rule: finding.rule,
        code: finding.code,
        family: finding.family.code(),
        severity: finding.severity.code(),
        confidence: share(finding.confidence_percent),
        at: at(&finding.at),
        also_at: finding.also_at.iter().map(at).collect(),
        instead: finding.instead.iter().map(other).collect(),
        says: finding.says.in_lang(lang),
        found: finding.found.in_lang(lang),
        expected: finding.expected.in_lang(lang),
        r#try: finding.advice.in_lang(lang),
        note: finding.note.as_ref().map(|note| note.in_lang(lang)),
        since: None,
        accepted: None,
    }
}

fn other(instead: &Instead) -> OtherCell<'_> {
    OtherCell { at: at(&instead.at), found: &instead.found, expected: &instead.expected }
}

fn at(place: &FindingPlace) -> At<'_> {
    let span = place.shown;
    At {
        file: &place.file,
        page: span.at.page,
        line: span.at.line,
        column: span.at.column,
        end_line: span.end_line,
        end_column: span.end_column,
    }
}

/// Per cent as a number from 0 to 1, by way of its decimals and so without arithmetic on floats.
pub(crate) fn share(percent: u8) -> f64 {
    let percent = percent.min(100);
    format!("{}.{:02}", percent / 100, percent % 100).parse().unwrap_or(0.0)
}
