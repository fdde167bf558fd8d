//! An appropriation in running text or ledger that no table has.

use crate::place;
use crate::prose::{Passage, locate, passages};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{Row, TableKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;
use uppsikt_text::prose::figures;
use uppsikt_text::sentence::sentences;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "frame-differs",
        code: "RAM-002",
        family: Family::Frame,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 11 kap. 5–6 §§: fullmäktige anvisar anslaget; det är ett belopp.",
        page_sv: include_str!("frame_differs.sv.md"),
        page_en: include_str!("frame_differs.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document, &picture.structure)).collect()
}

fn of_document(document: &Document, structure: &Structure) -> Vec<Finding> {
    let printed = in_tables(document, structure);
    if printed.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for passage in passages(document) {
        for sentence in sentences(passage.text) {
            let stated = stated(sentence, document.year)
                .filter(|said| !printed.iter().any(|(value, _)| agrees(value, &said.quantity)));
            found
                .extend(stated.map(|said| tell(document, &passage, &sentence[said.range.clone()], &printed)));
        }
    }
    found
}

/// The appropriation wherever a table prints it: the statement's line, the ledger's rows.
fn in_tables(document: &Document, structure: &Structure) -> Vec<(Quantity, Span)> {
    let mut found = Vec::new();
    for (_, table) in document.tables() {
        let is_frame = |row: &&Row| {
            let line = row.line.as_deref().is_some_and(|line| line == structure.frame_line);
            line || table.kind == TableKind::Ledger
        };
        for row in table.rows.iter().filter(is_frame) {
            found.extend(row.cells.iter().filter_map(|cell| Some((cell.value.clone()?, cell.span))));
        }
    }
    found.retain(|(value, _)| value.unit.is_money() && value.mantissa != 0);
    found
}

/// The amount of a sentence that says what the council has given the body for the year.
fn stated(sentence: &str, year: Option<i32>) -> Option<uppsikt_text::prose::Found> {
    if !sentence.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let lower = sentence.to_lowercase();
    if let Some(told) = told(sentence, &lower, year) {
        return Some(told);
    }
    let given = ["har fördelat", "har anvisat", "har tilldelat"].iter().find_map(|verb| lower.find(verb))?;
    let about_frame = ["anslaget", "kommunbidrag", "ramen"].iter().any(|word| lower.contains(word));
    let of_the_council = lower.contains("fullmäktige");
    let first = figures(sentence).into_iter().find(|found| found.range.start > given)?;
    (about_frame && of_the_council && first.quantity.unit.is_money()).then_some(first)
}

/// "Kommunbidraget är 176,9 miljoner kronor": the amount right after the words.
fn told(sentence: &str, lower: &str, year: Option<i32>) -> Option<uppsikt_text::prose::Found> {
    let end = after_told(lower, year)?;
    // Of earlier years, and of parts of it, tables need not tell.
    let whole = !["då", "därav", "före", "varje"].iter().any(|word| crate::prose::has_words(lower, word));
    let next = figures(sentence).into_iter().find(|found| found.range.start >= end)?;
    let close = sentence.get(end..next.range.start).is_some_and(|between| between.trim().is_empty());
    let close = close && !compares(lower.get(next.range.end..).unwrap_or_default());
    let exact = next.hedge == uppsikt_domain::quantity::Hedge::Exact && next.quantity.unit.is_money();
    (whole && close && exact).then_some(next)
}

/// "52,8 mkr högre än": a difference.
fn compares(after: &str) -> bool {
    let next = after.split_whitespace().next();
    next.is_some_and(|word| ["högre", "lägre", "mer", "mindre", "större"].contains(&word))
}

/// Words that make an appropriation an addition to it.
const MORE: [&str; 5] = ["utökade", "ökade", "höjda", "extra", "tillfälliga"];

/// Where "kommunbidraget för 2026 uppgår till " ends; of other years tables need not tell.
fn after_told(lower: &str, year: Option<i32>) -> Option<usize> {
    const VERBS: [&str; 4] = ["är ", "blir ", "uppgår till ", "på "];
    let start = lower.find("kommunbidrag")?;
    // "Med det utökade kommunbidraget på 2,4 mkr": what it was added by.
    let before = lower[..start].split_whitespace().next_back();
    if before.is_some_and(|word| MORE.contains(&word)) {
        return None;
    }
    let mut end = start + lower[start..].find(' ')? + 1;
    if let Some(rest) = lower[end..].strip_prefix("för ") {
        let year = format!("{} ", year?);
        end = rest.starts_with(&year).then_some(end + "för ".len() + year.len())?;
    }
    VERBS.iter().find(|verb| lower[end..].starts_with(**verb)).map(|verb| end + verb.len())
}

fn agrees(printed: &Quantity, said: &Quantity) -> bool {
    let unsigned = Quantity { mantissa: printed.mantissa.abs(), ..printed.clone() };
    match (unsigned.interval_kronor(), said.interval_kronor()) {
        (Some(printed), Some(said)) => printed.meets(&said),
        _ => true,
    }
}

fn tell(document: &Document, passage: &Passage<'_>, said: &str, printed: &[(Quantity, Span)]) -> Finding {
    let mut values: Vec<String> = printed.iter().map(|(value, _)| quantity(value)).collect();
    values.sort();
    values.dedup();
    Finding {
        confidence_percent: 85,
        also_at: printed.iter().take(3).map(|(_, span)| place::at(document, *span)).collect(),
        found: verbatim(said),
        expected: Message::new("rule-frame-differs-expected").with("values", values.join(", ")),
        advice: Message::new("rule-frame-differs-try"),
        ..RULE.about.finding(
            place::at(document, locate(document, passage.span, said)),
            Message::new("rule-frame-differs-says"),
        )
    }
}
