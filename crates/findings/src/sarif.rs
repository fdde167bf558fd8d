//! Findings as SARIF 2.1.0, for editors and code review.

use crate::finding::{Finding, FindingPlace, Severity};
use crate::report::Report;
use crate::rule::About;
use crate::set_aside::By;
use serde_json::{Value, json};
use uppsikt_messages::Lang;

/// The address of the schema that the output follows.
pub const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The findings as a SARIF log with one run, indented, a line break last.
pub fn render(report: &Report<'_>, lang: Lang) -> String {
    let results = results(report, lang);
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver(report, lang) },
            "language": lang.tag(),
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

/// The findings with what SARIF has words for: `baselineState` where they are held against an
/// older version, `suppressions` where somebody lets them stand.
fn results(report: &Report<'_>, lang: Lang) -> Vec<Value> {
    let mut results = Vec::new();
    for (at, finding) in report.findings.iter().enumerate() {
        let mut result = result(report, finding, lang);
        if let Some(fresh) = report.is_fresh(at) {
            result["baselineState"] = json!(if fresh { "new" } else { "unchanged" });
        }
        results.push(result);
    }
    for finding in report.gone().map(|gone| gone.findings).unwrap_or_default() {
        let mut result = result(report, finding, lang);
        result["baselineState"] = json!("absent");
        results.push(result);
    }
    for aside in report.shown_set_aside() {
        let mut result = result(report, &aside.finding, lang);
        let kind = if aside.by == By::Document { "inSource" } else { "external" };
        result["suppressions"] =
            json!([{ "kind": kind, "status": "accepted", "justification": aside.told(lang) }]);
        results.push(result);
    }
    results
}

fn driver(report: &Report<'_>, lang: Lang) -> Value {
    let rules: Vec<Value> = report.rules.iter().map(|about| rule(about, lang)).collect();
    json!({ "name": "Uppsikt", "semanticVersion": env!("CARGO_PKG_VERSION"), "rules": rules })
}

fn rule(about: &About, lang: Lang) -> Value {
    json!({
        "id": about.code,
        "name": pascal_case(about.name),
        "shortDescription": { "text": about.title(lang) },
        "fullDescription": { "text": about.summary(lang) },
        "help": { "text": about.page(lang), "markdown": about.page(lang) },
        "defaultConfiguration": { "level": level(about.severity) },
        "properties": { "family": about.family.code(), "rule": about.name },
    })
}

fn result(report: &Report<'_>, finding: &Finding, lang: Lang) -> Value {
    let mut result = json!({
        "ruleId": finding.code,
        "level": level(finding.severity),
        "message": { "text": message(finding, lang) },
        "locations": [location(&finding.at)],
        "rank": finding.confidence_percent,
        "properties": {
            "confidence": crate::json::share(finding.confidence_percent),
            "family": finding.family.code(),
            "rule": finding.rule,
        },
    });
    if let Some(index) = report.rules.iter().position(|about| about.code == finding.code) {
        result["ruleIndex"] = json!(index);
    }
    if !finding.also_at.is_empty() {
        result["relatedLocations"] = finding.also_at.iter().map(location).collect();
    }
    result
}

fn message(finding: &Finding, lang: Lang) -> String {
    let mut words = finding.says.in_lang(lang);
    for (label, told) in crate::text::told(finding, lang) {
        words += &format!("\n{label}: {told}");
    }
    words
}

fn location(place: &FindingPlace) -> Value {
    let span = place.shown;
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(&place.file) },
            "region": {
                "startLine": span.at.line.max(1),
                "startColumn": span.at.column.max(1),
                "endLine": span.end_line.max(span.at.line).max(1),
                // SARIF's end column is the one after the last character.
                "endColumn": span.end_column.max(1) + 1,
            },
        },
    })
}

fn level(severity: Severity) -> &'static str {
    severity.code()
}

/// A file's name as a relative reference: everything but letters, digits and `/ . - _ ~` in per cent.
fn uri(file: &str) -> String {
    let sound = |byte: u8| byte.is_ascii_alphanumeric() || b"/.-_~".contains(&byte);
    file.bytes().map(|b| if sound(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

fn pascal_case(name: &str) -> String {
    name.split('-').map(uppsikt_text::format::capitalised).collect()
}
