//! Funding parts that do not add up to the whole.

use crate::place;
use crate::relations::System;
use crate::relations::relation::Kind;
use crate::relations::row_means::{self, MeanOff};
use crate::rule::Rule;
use crate::seen::Seen;
use crate::tell;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
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
            let untold = |off: &MeanOff| !off.of.iter().chain([&off.cell]).any(|at| wrong.contains(at));
            let means = row_means::off(&system.figures).into_iter().filter(untold);
            found.extend(means.map(|off| tell_mean(sheet.document, system, &off)));
        }
    }
    found
}

fn tell_mean(document: &Document, system: &System<'_>, off: &MeanOff) -> Finding {
    let table = system.figures.table;
    let label = table.rows.get(off.cell.0).map(|row| row.label.text.clone()).unwrap_or_default();
    Finding {
        severity: Severity::Warning,
        confidence_percent: 80,
        also_at: off.of.iter().map(|at| place::cell(document, table, *at)).collect(),
        found: system.figures.printed(off.cell).map_or_else(Message::default, |it| verbatim(quantity(it))),
        expected: verbatim(quantity(&off.expected)),
        advice: Message::new("rule-write-value").with("value", quantity(&off.expected)),
        ..RULE.about.finding(
            place::cell(document, table, off.cell),
            Message::new("rule-split-off-says-mean").with("row", label),
        )
    }
}
