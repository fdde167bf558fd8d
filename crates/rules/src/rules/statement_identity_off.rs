//! A line of the statement that its parts cannot give.

use crate::relations::relation::Kind;
use crate::rule::Rule;
use crate::seen::Seen;
use crate::tell;
use uppsikt_findings::{About, Family, Finding, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "statement-identity-off",
        code: "ARI-002",
        family: Family::Arithmetic,
        severity: Severity::Error,
        rests_on: "Resultaträkningens uppställning i kommunens husstil.",
        page_sv: include_str!("statement_identity_off.sv.md"),
        page_en: include_str!("statement_identity_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    tell::faults(picture, &RULE.about, Kind::Identity, "rule-statement-identity-off-says")
}
