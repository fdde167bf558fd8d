//! A change in per cent that its two columns cannot give.

use crate::place;
use crate::relations::System;
use crate::relations::figures::Figures;
use crate::relations::percents::{Made, PercentColumn, percent_columns};
use crate::relations::ratios;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use crate::tell::{instead, reckoned};
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "percent-change-off",
        code: "ARI-004",
        family: Family::Arithmetic,
        severity: Severity::Error,
        rests_on: "Räkning. Procenten räknas på det äldre beloppets storlek.",
        page_sv: include_str!("percent_change_off.sv.md"),
        page_en: include_str!("percent_change_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for system in sheet.systems() {
        let wrong = system.wrong_cells();
        let corrected = system.corrected();
        let figures = corrected.as_ref().map_or_else(|| system.figures.clone(), Figures::of);
        for shares in percent_columns(&figures) {
            let told = |row: usize| shares.cells(row).iter().any(|at| wrong.contains(at));
            let rows = shares.broken.iter().copied().filter(|row| shares.is_plausible(&system.figures, *row));
            found
                .extend(rows.filter(|row| !told(*row)).map(|row| tell(sheet.document, system, &shares, row)));
        }
        let ratios = ratios::off(&system.figures).into_iter().filter(|off| !off.is_among(&wrong));
        found.extend(ratios.map(|off| {
            let advice = Message::new("rule-percent-change-off-try-share");
            reckoned(&RULE.about, (sheet.document, system), &off, ("rule-percent-change-off-says", advice))
        }));
    }
    found
}

fn tell(document: &Document, system: &System<'_>, shares: &PercentColumn, row: usize) -> Finding {
    let table = system.figures.table;
    let [at, amounts @ ..] = shares.cells(row);
    let label = table.rows.get(row).map(|row| row.label.text.clone()).unwrap_or_default();
    let suspects = shares.suspects(&system.figures, row);
    let suspects: Vec<_> = suspects.into_iter().filter(|it| !system.bears_out(it.cell)).collect();
    let expected = shares
        .expected(&system.figures, row)
        .map_or_else(Message::default, |share| verbatim(quantity(&share)));
    Finding {
        severity: if shares.sure { RULE.about.severity } else { Severity::Warning },
        confidence_percent: if shares.sure { 98 } else { 75 },
        instead: suspects.iter().map(|it| instead(document, system, it)).collect(),
        also_at: amounts.map(|at| place::cell(document, table, at)).to_vec(),
        found: system.figures.printed(at).map_or_else(Message::default, |it| verbatim(quantity(it))),
        expected,
        advice: Message::new(match shares.made {
            Made::Change { .. } => "rule-percent-change-off-try",
            Made::Ratio { .. } | Made::Share { .. } => "rule-percent-change-off-try-share",
        }),
        ..RULE.about.finding(
            place::cell(document, table, at),
            Message::new("rule-percent-change-off-says").with("row", label),
        )
    }
}
