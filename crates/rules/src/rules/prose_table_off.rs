//! An amount in running text that the same line of a table does not have.

use crate::rule::Rule;
use crate::seen::Seen;
use crate::told::{Meaning, findings};
use uppsikt_findings::{About, Family, Finding, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "prose-table-off",
        code: "ARI-007",
        family: Family::Arithmetic,
        severity: Severity::Warning,
        rests_on: "Samma rad och samma kolumn är samma belopp, i text och i tabell.",
        page_sv: include_str!("prose_table_off.sv.md"),
        page_en: include_str!("prose_table_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let words = ("rule-prose-table-off-says", "rule-prose-table-off-try");
    let is_asked = |meaning| meaning != Meaning::Change;
    picture.sheets().iter().flat_map(|sheet| findings(sheet, &RULE.about, is_asked, words)).collect()
}
