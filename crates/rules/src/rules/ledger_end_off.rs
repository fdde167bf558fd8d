//! A ledger that does not end where it says.

use crate::relations::relation::Kind;
use crate::rule::Rule;
use crate::seen::Seen;
use crate::tell;
use uppsikt_findings::{About, Family, Finding, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "ledger-end-off",
        code: "RAM-001",
        family: Family::Frame,
        severity: Severity::Error,
        rests_on: "Kommunallagen 11 kap. 5–6 §§: anslag beslutas, och varje ändring är ett beslut.",
        page_sv: include_str!("ledger_end_off.sv.md"),
        page_en: include_str!("ledger_end_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    tell::faults(picture, &RULE.about, Kind::Ledger, "rule-ledger-end-off-says")
}
