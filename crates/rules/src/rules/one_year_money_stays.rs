//! Money for one year that next year's bridge does not take back.

use crate::frame::{self, Printed};
use crate::pairs::plan_and_next;
use crate::place;
use crate::prose::{locate, said};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::Quantity;
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::format::quantity;
use uppsikt_text::prose::figures;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "one-year-money-stays",
        code: "RAM-006",
        family: Family::Frame,
        severity: Severity::Note,
        rests_on: "Fullmäktiges beslut gäller de år som det nämner.",
        page_sv: include_str!("one_year_money_stays.sv.md"),
        page_en: include_str!("one_year_money_stays.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    plan_and_next(picture).into_iter().flat_map(|(earlier, plan)| of_pair(earlier, plan)).collect()
}

/// Money for one year in the earlier plan that no step of the later plan's bridge takes back.
fn of_pair(earlier: &Document, plan: &Document) -> Vec<Finding> {
    let (Some(bridge), Some(year)) = (frame::bridge(plan), earlier.year) else { return Vec::new() };
    let taken_back = |given: &Printed| {
        let back = Quantity { mantissa: -given.0.mantissa, ..given.0.clone() };
        bridge
            .steps()
            .iter()
            .any(|(row, step)| frame::meets(&step.0, &back) || is_for_one_year(&row.label.text, year))
    };
    let given = one_year(earlier, year).into_iter().filter(|(_, given)| !taken_back(given));
    let start = bridge.start().map(|(_, start)| start.1);
    given.filter_map(|(label, given)| Some(tell((earlier, &given, label), (plan, start?)))).collect()
}

/// The steps that gave money for the year only.
fn one_year(plan: &Document, year: i32) -> Vec<(&str, Printed)> {
    let steps = frame::bridge(plan).map(|bridge| bridge.steps().to_vec()).unwrap_or_default();
    let given = steps.into_iter().chain(frame::ledger_rows(plan)).filter(|(_, step)| step.0.mantissa > 0);
    let given = given.filter(|(row, _)| is_for_one_year(&row.label.text, year));
    let mut found: Vec<(&str, Printed)> = given.map(|(row, step)| (row.label.text.as_str(), step)).collect();
    for (sentence, told) in in_sentences(plan, year) {
        if !found.iter().any(|(_, own)| frame::meets(&own.0, &told.0)) {
            found.push((sentence, told));
        }
    }
    found
}

/// "Nämnden tillförs 2 000 tkr som engångsmedel för nya bänkar.": the only amount of a sentence that gives it for one
/// year.
fn in_sentences(plan: &Document, year: i32) -> Vec<(&str, Printed)> {
    const GIVES: [&str; 6] = ["tillför", "tillskott", "får ", "beviljas", "tilldelas", "satsning"];
    let mut found = Vec::new();
    for (passage, sentence) in said(plan) {
        let lower = sentence.lower();
        if !is_for_one_year(sentence, year) || !GIVES.iter().any(|word| lower.contains(word)) {
            continue;
        }
        let mut amounts = figures(sentence).into_iter().filter(|it| it.quantity.unit.is_money());
        let (Some(amount), None) = (amounts.next(), amounts.next()) else { continue };
        if amount.quantity.mantissa > 0 {
            found.push((sentence, (amount.quantity, locate(plan, passage.span, sentence))));
        }
    }
    found
}

/// "Engångsmedel för …", "… (endast 2025)".
fn is_for_one_year(label: &str, year: i32) -> bool {
    let lower = label.lower();
    let named = ["engångs", "tillfällig", "ettårig"].iter().any(|word| lower.contains(word));
    let only =
        ["endast", "enbart", "bara", "gäller"].iter().any(|word| lower.contains(&format!("{word} {year}")));
    named || only
}

fn tell(given: (&Document, &Printed, &str), later: (&Document, Span)) -> Finding {
    let amount = quantity(&given.1.0);
    Finding {
        confidence_percent: 65,
        also_at: vec![place::at(given.0, given.1.1)],
        found: Message::new("rule-one-year-money-stays-found"),
        expected: Message::new("rule-one-year-money-stays-expected").with("amount", amount),
        advice: Message::new("rule-one-year-money-stays-try"),
        ..RULE.about.finding(
            place::at(later.0, later.1),
            Message::new("rule-one-year-money-stays-says").with("what", given.2),
        )
    }
}
