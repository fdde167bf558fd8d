//! A change or deviation that its two columns cannot give.

use crate::relations::points;
use crate::relations::relation::Kind;
use crate::rule::Rule;
use crate::seen::Seen;
use crate::tell;
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;

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
    let says = "rule-change-column-off-says";
    let mut found = tell::faults(picture, &RULE.about, Kind::Change, says);
    for sheet in picture.sheets() {
        for system in sheet.systems() {
            let wrong = system.wrong_cells();
            let points = points::off(&system.figures).into_iter().filter(|off| !off.is_among(&wrong));
            found.extend(points.map(|off| {
                let advice = Message::new("rule-write-value").with("value", quantity(&off.expected));
                tell::reckoned(&RULE.about, (sheet.document, system), &off, (says, advice))
            }));
        }
    }
    found
}
