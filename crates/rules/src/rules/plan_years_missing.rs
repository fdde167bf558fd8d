//! A council's budget that says nothing of the two years after.

use crate::owed::is_itself;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "plan-years-missing",
        code: "LAG-001",
        family: Family::Law,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 11 kap. 6 §: budgeten ska innehålla en plan för ekonomin för tre år, med budgetåret som det första.",
        page_sv: include_str!("plan_years_missing.sv.md"),
        page_en: include_str!("plan_years_missing.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let asked = picture.documents.iter().filter(|document| document.kind == DocumentKind::CouncilBudget);
    let asked = asked.filter(|document| is_itself(document));
    asked.filter_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Option<Finding> {
    let year = document.year?;
    let printed: Vec<&str> = document.lines.iter().map(|line| line.text.as_str()).collect();
    let said = |year: i32| printed.iter().any(|line| line.contains(&year.to_string()));
    let planned = printed.iter().any(|line| {
        let lower = line.lower();
        ["treår", "tre år", "flerår", "planår", "plan för åren", "långtidsplan"]
            .iter()
            .any(|word| lower.contains(word))
    });
    let missing: Vec<String> =
        [year + 1, year + 2].into_iter().filter(|year| !said(*year)).map(|year| year.to_string()).collect();
    (missing.len() == 2 && !planned).then(|| tell(document, &missing))
}

fn tell(document: &Document, missing: &[String]) -> Finding {
    let printed = document.title.as_ref().map(|title| title.text.clone()).unwrap_or_default();
    Finding {
        confidence_percent: 80,
        found: verbatim(printed),
        expected: Message::new("rule-plan-years-missing-expected").with("years", missing.join(", ")),
        advice: Message::new("rule-plan-years-missing-try"),
        ..RULE.about.finding(place::title(document), Message::new("rule-plan-years-missing-says"))
    }
}
