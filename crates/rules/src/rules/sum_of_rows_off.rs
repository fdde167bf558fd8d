//! A sum that its rows cannot give.

use crate::relations::relation::Kind;
use crate::rule::Rule;
use crate::seen::Seen;
use crate::tell;
use uppsikt_findings::{About, Family, Finding, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "sum-of-rows-off",
        code: "ARI-001",
        family: Family::Arithmetic,
        severity: Severity::Error,
        rests_on: "Räkning. Varje tryckt siffra står för ett slutet intervall.",
        page_sv: include_str!("sum_of_rows_off.sv.md"),
        page_en: include_str!("sum_of_rows_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    tell::faults(picture, &RULE.about, Kind::Sum, "rule-sum-of-rows-off-says")
}
