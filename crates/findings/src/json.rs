//! Findings as JSON, "uppsikt-findings/1".

use crate::finding::{Finding, FindingPlace};
use serde::Serialize;
use uppsikt_messages::Lang;

/// The name of the format.
pub const FORMAT: &str = "uppsikt-findings/1";

#[derive(Serialize)]
struct Findings<'a> {
    format: &'static str,
    findings: Vec<One<'a>>,
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
    says: String,
    found: String,
    expected: String,
    r#try: String,
    note: Option<String>,
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

/// The findings as JSON, indented, a line break last. The same findings give the same bytes.
pub fn render(findings: &[Finding], lang: Lang) -> String {
    let findings = Findings { format: FORMAT, findings: findings.iter().map(|it| one(it, lang)).collect() };
    serde_json::to_string_pretty(&findings).unwrap_or_default() + "\n"
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
        says: finding.says.in_lang(lang),
        found: finding.found.in_lang(lang),
        expected: finding.expected.in_lang(lang),
        r#try: finding.advice.in_lang(lang),
        note: finding.note.as_ref().map(|note| note.in_lang(lang)),
    }
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
