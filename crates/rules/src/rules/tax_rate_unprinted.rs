//! A council's budget that speaks of the tax rate without printing it.

use crate::lines::{printed, stretch};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "tax-rate-unprinted",
        code: "LAG-011",
        family: Family::Law,
        severity: Severity::Note,
        rests_on: "Kommunallagen 11 kap. 6 §: i budgetens plan ska skattesatsen och anslagen anges.",
        page_sv: include_str!("tax_rate_unprinted.sv.md"),
        page_en: include_str!("tax_rate_unprinted.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let budgets = picture.documents.iter().filter(|document| document.kind == DocumentKind::CouncilBudget);
    budgets.filter_map(|document| of_document(document)).collect()
}

/// Words for the tax rate.
const NAMED: [&str; 6] =
    ["skattesatsen", "skattesats", "utdebiteringen", "utdebitering", "skatteuttaget", "skatteuttag"];

/// Between these many öre stands every municipality's rate, with or without the region's.
const ORE: std::ops::RangeInclusive<u32> = 1_500..=3_800;

fn of_document(document: &Document) -> Option<Finding> {
    if printed(document).any(|(_, line)| has_rate(&line.text)) {
        return None;
    }
    let mut named = printed(document).filter_map(|(number, line)| {
        let lower = line.text.lower();
        let (at, word) = NAMED.iter().find_map(|word| Some((lower.find(word)?, word)))?;
        (lower.len() == line.text.len()).then(|| (number, line.text.as_str(), at..at + word.len()))
    });
    let (number, line, range) = named.next()?;
    Some(Finding {
        confidence_percent: 75,
        found: verbatim(line.get(range.clone()).unwrap_or(line)),
        expected: Message::new("rule-tax-rate-unprinted-expected"),
        advice: Message::new("rule-tax-rate-unprinted-try"),
        ..RULE.about.finding(stretch(document, number, &range), Message::new("rule-tax-rate-unprinted-says"))
    })
}

/// "21,64", "21:64 kronor", "21.64".
fn has_rate(line: &str) -> bool {
    line.split(|c: char| c.is_whitespace() || c == '|').any(|word| {
        let bare = word.trim_matches(|c: char| !c.is_ascii_digit());
        let parts = bare.split_once([',', ':', '.']);
        let ore = parts.filter(|(_, ore)| ore.len() == 2).and_then(|(kronor, ore)| {
            Some(kronor.parse::<u32>().ok()?.checked_mul(100)? + ore.parse::<u32>().ok()?)
        });
        ore.is_some_and(|ore| ORE.contains(&ore))
    })
}
