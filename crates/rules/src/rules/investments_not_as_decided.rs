//! Investments of a committee that the council's budget of the year has otherwise.

use crate::archive::{Measure, Own, Told, investments, of_bodies_in, off};
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "investments-not-as-decided",
        code: "RAM-009",
        family: Family::Frame,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 11 kap. 5–6 §§: fullmäktige beslutar om investeringarna; ramen är bindande i sin helhet.",
        page_sv: include_str!("investments_not_as_decided.sv.md"),
        page_en: include_str!("investments_not_as_decided.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let archive = picture.archive();
    let mut found = Vec::new();
    for (shelf, budgets) in archive.of_kind(DocumentKind::CouncilBudget) {
        for (body, decided) in of_bodies_in(picture, budgets, Measure::Investments, shelf.year) {
            let plans = archive.at(&shelf.beside(&body, DocumentKind::CommitteeBudget, shelf.year));
            found.extend(plans.iter().filter_map(|at| {
                let sheet = &picture.sheets()[*at];
                let own = investments(sheet, shelf.year);
                off(sheet, &own, &decided).map(|(own, decided)| tell(sheet.document, own, decided))
            }));
        }
    }
    found
}

fn tell(document: &Document, own: &Own, decided: &Told<'_>) -> Finding {
    Finding {
        confidence_percent: 80,
        also_at: vec![decided.place()],
        found: verbatim(quantity(&own.value)),
        expected: verbatim(quantity(&decided.amount.value)),
        advice: Message::new("rule-investments-not-as-decided-try"),
        ..RULE.about.finding(
            place::at(document, own.span),
            Message::new("rule-investments-not-as-decided-says").with("body", decided.amount.label),
        )
    }
}
