//! A change or deviation that its two columns cannot give.

use crate::relations::relation::Kind;
use crate::rule::Rule;
use crate::seen::Seen;
use crate::tell;
use uppsikt_findings::{About, Family, Finding, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "change-column-off",
        code: "ARI-003",
        family: Family::Arithmetic,
        severity: Severity::Error,
        rests_on: "Räkning. Tecknet följer tabellens egen vana.",
        page_sv: include_str!("change_column_off.sv.md"),
        page_en: include_str!("change_column_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    tell::faults(picture, &RULE.about, Kind::Change, "rule-change-column-off-says")
}
