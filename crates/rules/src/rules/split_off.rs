//! Funding parts that do not add up to the whole.

use crate::relations::relation::Kind;
use crate::relations::row_means;
use crate::rule::Rule;
use crate::seen::Seen;
use crate::tell;
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;

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
    let mut found = tell::faults(picture, &RULE.about, Kind::Split, "rule-split-off-says");
    for sheet in picture.sheets() {
        for system in sheet.systems() {
            let wrong = system.wrong_cells();
            let means = row_means::off(&system.figures).into_iter().filter(|off| !off.is_among(&wrong));
            found.extend(means.map(|off| {
                let advice = Message::new("rule-write-value").with("value", quantity(&off.expected));
                tell::reckoned(
                    &RULE.about,
                    (sheet.document, system),
                    &off,
                    ("rule-split-off-says-mean", advice),
                )
            }));
        }
    }
    found
}
