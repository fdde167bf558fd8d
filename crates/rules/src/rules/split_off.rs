//! Funding parts that do not add up to the whole.

use crate::relations::relation::Kind;
use crate::rule::Rule;
use crate::seen::Seen;
use crate::tell;
use uppsikt_findings::{About, Family, Finding, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "split-off",
        code: "ARI-005",
        family: Family::Arithmetic,
        severity: Severity::Error,
        rests_on: "Räkning: delarna av en fördelning är det hela.",
        page_sv: include_str!("split_off.sv.md"),
        page_en: include_str!("split_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    tell::faults(picture, &RULE.about, Kind::Split, "rule-split-off-says")
}
