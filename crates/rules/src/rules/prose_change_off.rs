//! A change in running text that is not the change of the row it names.

use crate::rule::Rule;
use crate::seen::Seen;
use crate::told::{Meaning, findings};
use uppsikt_findings::{About, Family, Finding, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "prose-change-off",
        code: "ARI-012",
        family: Family::Arithmetic,
        severity: Severity::Warning,
        rests_on: "Samma rad och samma två år ger samma förändring, i text och i tabell.",
        page_sv: include_str!("prose_change_off.sv.md"),
        page_en: include_str!("prose_change_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let words = ("rule-prose-change-off-says", "rule-prose-change-off-try");
    let is_asked = |meaning| meaning == Meaning::Change;
    picture.sheets().iter().flat_map(|sheet| findings(sheet, &RULE.about, is_asked, words)).collect()
}
