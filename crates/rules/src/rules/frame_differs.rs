//! An appropriation in running text or ledger that no table has.

use crate::place;
use crate::prose::{Passage, locate, passages};
use crate::rule::Rule;
use crate::same_rows::year_of;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{Row, TableKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
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
            let Some(said) = stated(sentence, document.year, &printed) else { continue };
            let meant = said.meant(&printed);
            if !meant.iter().any(|it| agrees(&it.value, &said.amount.quantity)) {
                found.push(tell(document, &passage, &sentence[said.amount.range.clone()], &meant));
            }
        }
    }
    found
}

/// An appropriation in a table.
#[derive(Clone)]
struct Printed {
    value: Quantity,
    span: Span,
    /// What its row is called, in lower case.
    label: String,
    /// Whether it is of the document's own year, as far as its column tells.
    is_own_year: bool,
}

/// An appropriation in a sentence.
struct Said {
    amount: uppsikt_text::prose::Found,
    /// Whether the sentence says that it is of the document's own year.
    of_own_year: bool,
}

impl Said {
    /// The amounts of tables that are meant: those of the year that is named, where some are.
    fn meant(&self, printed: &[Printed]) -> Vec<Printed> {
        let own: Vec<Printed> =
            printed.iter().filter(|it| self.of_own_year && it.is_own_year).cloned().collect();
        if own.is_empty() { printed.to_vec() } else { own }
    }
}

/// The appropriation wherever a table prints it: the statement's line, the ledger's rows.
fn in_tables(document: &Document, structure: &Structure) -> Vec<Printed> {
    let mut found = Vec::new();
    for (_, table) in document.tables() {
        let is_ledger = table.kind == TableKind::Ledger;
        let is_frame =
            |row: &&Row| row.line.as_deref().is_some_and(|line| line == structure.frame_line) || is_ledger;
        for row in table.rows.iter().filter(is_frame) {
            let cells = row.cells.iter().zip(&table.columns);
            found.extend(cells.filter_map(|(cell, column)| {
                let year = year_of(&column.kind).flatten();
                Some(Printed {
                    value: cell.value.clone()?,
                    span: cell.span,
                    label: row.label.text.lower(),
                    is_own_year: is_ledger || year.is_some() && year == document.year,
                })
            }));
        }
    }
    found.retain(|it| it.value.unit.is_money() && it.value.mantissa != 0);
    found
}

/// The amount of a sentence that says what the council has given the body for the year.
fn stated(sentence: &str, year: Option<i32>, printed: &[Printed]) -> Option<Said> {
    if !sentence.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let lower = sentence.lower();
    if let Some(told) = told(sentence, &lower, year, printed) {
        return Some(told);
    }
    let given = ["har fördelat", "har anvisat", "har tilldelat"].iter().find_map(|verb| lower.find(verb))?;
    let about_frame = ["anslaget", "kommunbidrag", "ramen"].iter().any(|word| lower.contains(word));
    let of_the_council = lower.contains("fullmäktige");
    let first = figures(sentence).into_iter().find(|found| found.range.start > given)?;
    let sound = about_frame && of_the_council && first.quantity.unit.is_money();
    sound.then_some(Said { amount: first, of_own_year: false })
}

/// "Kommunbidraget är 176,9 miljoner kronor": the amount right after the words.
fn told(sentence: &str, lower: &str, year: Option<i32>, printed: &[Printed]) -> Option<Said> {
    let (end, of_own_year) = after_told(lower, year, printed)?;
    // Of earlier years, and of parts of it, tables need not tell.
    let whole = !["då", "därav", "före", "varje"].iter().any(|word| crate::prose::has_words(lower, word));
    let next = figures(sentence).into_iter().find(|found| found.range.start >= end)?;
    let close = sentence.get(end..next.range.start).is_some_and(|between| between.trim().is_empty());
    let close = close && !compares(lower.get(next.range.end..).unwrap_or_default());
    let exact = next.hedge == uppsikt_domain::quantity::Hedge::Exact && next.quantity.unit.is_money();
    (whole && close && exact).then_some(Said { amount: next, of_own_year })
}

/// "52,8 mkr högre än": a difference.
fn compares(after: &str) -> bool {
    let next = after.split_whitespace().next();
    next.is_some_and(|word| ["högre", "lägre", "mer", "mindre", "större"].contains(&word))
}

/// Words that make an appropriation an addition to it.
const MORE: [&str; 5] = ["utökade", "ökade", "höjda", "extra", "tillfälliga"];

/// What an appropriation is called in sentences; other names than the first only where a table has them.
const NOUNS: [&str; 4] = ["kommunbidrag", "budgetram", "anslag", "ramen"];

/// Words between its name and its amount.
const BETWEEN: [&str; 9] = ["för", "år", "är", "blir", "uppgår", "till", "på", "nu", "totalt"];

/// Of them, those that say what it comes to.
const VERBS: [&str; 4] = ["är", "blir", "uppgår", "på"];

/// Where "kommunbidraget för 2026 uppgår till " ends, and whether the year is named; of other years
/// tables need not tell.
fn after_told(lower: &str, year: Option<i32>, printed: &[Printed]) -> Option<(usize, bool)> {
    let is_printed = |noun: &str| printed.iter().any(|it| it.label.contains(noun.trim_end_matches("en")));
    let noun = NOUNS.iter().find(|noun| lower.contains(**noun))?;
    if *noun != NOUNS[0] && !is_printed(noun) {
        return None;
    }
    let start = lower.find(noun)?;
    // A compound ("programmen") is another word. "Med det utökade kommunbidraget på 2,4 mkr": what it was added by.
    if lower[..start].ends_with(char::is_alphabetic) {
        return None;
    }
    let before = lower[..start].split_whitespace().next_back();
    if before.is_some_and(|word| MORE.contains(&word)) {
        return None;
    }
    let mut end = start + lower[start..].find(' ')? + 1;
    let own_year = year.map(|year| year.to_string());
    let (mut said, mut of_own_year) = (false, false);
    while let Some((word, _)) = lower[end..].split_once(' ') {
        let is_year = Some(word) == own_year.as_deref();
        if !is_year && !BETWEEN.contains(&word) {
            break;
        }
        (said, of_own_year) = (said || VERBS.contains(&word), of_own_year || is_year);
        end += word.len() + 1;
    }
    said.then_some((end, of_own_year))
}

fn agrees(printed: &Quantity, said: &Quantity) -> bool {
    let unsigned = Quantity { mantissa: printed.mantissa.abs(), ..printed.clone() };
    match (unsigned.interval_kronor(), said.interval_kronor()) {
        (Some(printed), Some(said)) => printed.meets(&said),
        _ => true,
    }
}

fn tell(document: &Document, passage: &Passage<'_>, said: &str, printed: &[Printed]) -> Finding {
    let mut values: Vec<String> = printed.iter().map(|it| quantity(&it.value)).collect();
    values.sort();
    values.dedup();
    Finding {
        confidence_percent: 85,
        also_at: printed.iter().take(3).map(|it| place::at(document, it.span)).collect(),
        found: verbatim(said),
        expected: Message::new("rule-frame-differs-expected").with("values", values.join(", ")),
        advice: Message::new("rule-frame-differs-try"),
        ..RULE.about.finding(
            place::at(document, locate(document, passage.span, said)),
            Message::new("rule-frame-differs-says"),
        )
    }
}
