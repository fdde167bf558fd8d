//! Two tax rates for a year, in the council's budget or in it and another document.

use crate::archive::Shelf;
use crate::lines::words;
use crate::place;
use crate::prose::{Passage, locate};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use std::collections::HashMap;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::words::Words;
use uppsikt_findings::{About, Family, Finding, FindingPlace, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::prose::figures;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "tax-rate-differs",
        code: "LAG-012",
        family: Family::Law,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 11 kap. 6 §: i budgetens plan ska skattesatsen anges; den är en.",
        page_sv: include_str!("tax_rate_differs.sv.md"),
        page_en: include_str!("tax_rate_differs.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let budgets = picture.sheets().iter().filter(|sheet| sheet.document.kind == DocumentKind::CouncilBudget);
    let mut found: Vec<Finding> =
        budgets.flat_map(|sheet| of_document(sheet, &picture.structure.words)).collect();
    found.extend(elsewhere(picture));
    found
}

/// Rates that other documents of the year tell, where the council's budget has one and they another.
fn elsewhere(picture: &Seen<'_>) -> Vec<Finding> {
    let archive = picture.archive();
    let mut found = Vec::new();
    let mut decided: HashMap<&Shelf, Vec<Rate<'_>>> = HashMap::new();
    for (shelf, budgets) in archive.of_kind(DocumentKind::CouncilBudget) {
        let all = budgets.iter().flat_map(|at| rates(&picture.sheets()[*at], &picture.structure.words));
        decided.insert(shelf, all.collect());
    }
    for (at, shelf) in archive.newest().iter().filter(|(_, it)| it.kind != DocumentKind::CouncilBudget) {
        let council = shelf.beside("", DocumentKind::CouncilBudget, shelf.year);
        let Some(decided) = decided.get(&council) else { continue };
        let [budget, ..] = archive.at(&council) else { continue };
        let (budget, own) = (&picture.sheets()[*budget], &picture.sheets()[*at]);
        let Some(first) = decided.first() else { continue };
        let at = |sheet: &Sheet<'_>, rate: &Rate<'_>| {
            place::at(sheet.document, locate(sheet.document, rate.2.span, &rate.1))
        };
        for other in rates(own, &picture.structure.words) {
            let known = decided.iter().any(|rate| rate.0 == other.0);
            let finding = || tell(at(budget, first), at(own, &other), &first.1, &other.1);
            let says = || Message::new("rule-tax-rate-differs-elsewhere");
            found.extend((!known).then(|| Finding { says: says(), ..finding() }));
        }
    }
    found
}

/// A rate as printed, in öre, and where it stands.
type Rate<'a> = (u32, String, &'a Passage<'a>);

fn rates<'s>(sheet: &'s Sheet<'_>, words: &Words) -> Vec<Rate<'s>> {
    let said = sheet.said().iter();
    let rates = said.filter_map(|(passage, sentence)| {
        let (ore, words) = rate(sentence, sheet.document.year, words)?;
        Some((ore, words, passage))
    });
    rates.collect()
}

fn of_document(sheet: &Sheet<'_>, words: &Words) -> Vec<Finding> {
    let rates = rates(sheet, words);
    let Some(first) = rates.first() else { return Vec::new() };
    let at = |rate: &Rate<'_>| place::at(sheet.document, locate(sheet.document, rate.2.span, &rate.1));
    let others = rates.iter().filter(|rate| rate.0 != first.0);
    others.map(|other| tell(at(first), at(other), &first.1, &other.1)).collect()
}

/// What rates there are, in öre.
const RATES: std::ops::RangeInclusive<u32> = 1_500..=3_800;

/// The rate that a sentence says holds in the budget's year: the only one in it.
fn rate(sentence: &str, year: Option<i32>, words: &Words) -> Option<(u32, String)> {
    // Most sentences say nothing of it.
    if !sentence.contains("katt") && !sentence.contains("tdebitering") {
        return None;
    }
    let lower = sentence.lower();
    let of_another_year = |word: &str| {
        let said = word.trim_matches(|c: char| !c.is_ascii_digit()).parse::<i32>();
        said.is_ok_and(|said| (1990..2100).contains(&said) && Some(said) != year)
    };
    let has = |list: &[String]| list.iter().any(|word| lower.contains(word.as_str()));
    let at = words.tax_rate.iter().filter_map(|word| lower.find(word.as_str())).min()?;
    if has(&words.other_rates) || lower.split_whitespace().any(of_another_year) {
        return None;
    }
    let rates = figures(sentence).into_iter().filter(|found| found.range.start > at).filter_map(|found| {
        let quantity = &found.quantity;
        let ore = (quantity.decimals == 2).then(|| u32::try_from(quantity.mantissa).ok()).flatten()?;
        RATES.contains(&ore).then(|| (ore, sentence[found.range].to_owned()))
    });
    let mut rates = rates.chain(with_colon(sentence, at)).collect::<Vec<_>>().into_iter();
    rates.next().filter(|_| rates.next().is_none())
}

/// "21:47 per skattekrona": kronor and öre as they were written before the decimal comma.
fn with_colon(sentence: &str, after: usize) -> impl Iterator<Item = (u32, String)> {
    let words = words(sentence).into_iter().filter(move |(range, _)| range.start > after);
    words.filter_map(|(_, word)| {
        let word = word.trim_matches(|c: char| !c.is_ascii_digit());
        let (kronor, ore) =
            word.split_once(':').filter(|(kronor, ore)| kronor.len() == 2 && ore.len() == 2)?;
        let ore = kronor.parse::<u32>().ok()? * 100 + ore.parse::<u32>().ok()?;
        RATES.contains(&ore).then(|| (ore, word.to_owned()))
    })
}

fn tell(first: FindingPlace, other: FindingPlace, was: &str, is: &str) -> Finding {
    Finding {
        confidence_percent: 85,
        also_at: vec![first],
        found: verbatim(is),
        expected: verbatim(was),
        advice: Message::new("rule-tax-rate-differs-try"),
        ..RULE.about.finding(other, Message::new("rule-tax-rate-differs-says"))
    }
}
