//! A council's budget with a result but no word on the economic position at the year's end.

use crate::owed::{Owed, lacking, tell};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "budget-position-missing",
        code: "LAG-014",
        family: Family::Law,
        severity: Severity::Note,
        rests_on: "Kommunallagen 11 kap. 6 §: av budgetens plan ska framgå hur den ekonomiska ställningen beräknas vara vid budgetårets slut.",
        page_sv: include_str!("budget_position_missing.sv.md"),
        page_en: include_str!("budget_position_missing.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let lacking = lacking(picture, DocumentKind::CouncilBudget, &POSITION).into_iter();
    let whole = lacking.filter(|(document, _)| has_result(document));
    whole.map(|(document, missing)| told(document, &missing)).collect()
}

/// A budget without a statement of its result is a decision or a summary.
fn has_result(document: &Document) -> bool {
    let says = |line: &str| {
        let lower = line.lower();
        lower.contains("resultatbudget") || lower.contains("resultaträkning")
    };
    document.lines.iter().any(|line| says(&line.text))
}

/// The position, and words by which it is recognised.
const POSITION: [Owed; 1] = [(
    "den ekonomiska ställningen vid budgetårets slut",
    &[
        "balansbudget",
        "balansräkning",
        "eget kapital",
        "egna kapital",
        "soliditet",
        "ekonomiska ställning",
        "ekonomisk ställning",
        "finansiella ställning",
        "finansiell ställning",
        "tillgångar",
        "låneskuld",
    ],
)];

fn told(document: &Document, missing: &[&str]) -> Finding {
    let (says, advice) = ("rule-budget-position-missing-says", "rule-budget-position-missing-try");
    tell(&RULE.about, document, missing, Message::new(says), Message::new(advice))
}
