//! Orders that have a year and a number: "Uppdrag 2031:2. Rensa dammen. Ledande: parknämnden."
//!
//! Whatever else is written of such an order, its number says which it is, in every document.

use crate::lines::{printed, whole};
use crate::orders::says_reported;
use crate::prose::{Passage, passages};
use std::collections::BTreeMap;
use std::ops::Range;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::place::Span;
use uppsikt_domain::table::{Row, Table};
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;
use uppsikt_text::sentence::sentences;

/// The year and number of an order.
pub type Number = (i32, u32);

/// An order as a document gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Its year and number.
    pub number: Number,
    /// What is to be done.
    pub what: String,
    /// Who leads it, in lower case and as printed.
    pub lead: Option<(String, String)>,
    /// In what it is to be reported back, and of which year.
    pub due: Option<(DocumentKind, i32)>,
    /// What is said of how it is reported back.
    pub report: Option<String>,
    /// Where its number stands.
    pub span: Span,
}

/// Words before the one who leads, in lower case.
const LEADS: [&str; 7] = [
    "ledande",
    "ledande nämnd",
    "ansvarig",
    "ansvarig nämnd",
    "samordnande nämnd",
    "huvudansvarig",
    "samordnar",
];
/// In what orders are reported back, by how the word begins.
const REPORTS: [(&str, DocumentKind); 5] = [
    ("delårsrapport", DocumentKind::InterimReport),
    ("årsanalys", DocumentKind::AnnualAnalysis),
    ("årsredovisning", DocumentKind::AnnualAnalysis),
    ("verksamhetsberättelse", DocumentKind::AnnualAnalysis),
    ("årsrapport", DocumentKind::AnnualAnalysis),
];

/// The orders that a document gives: a number, a full stop and what is to be done.
pub fn given(document: &Document) -> Vec<Given> {
    let places = mentioned(document);
    if places.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Given> =
        passages(document).iter().flat_map(|passage| in_passage(passage, &places)).collect();
    found.extend(document.tables().into_iter().flat_map(|(_, table)| in_table(table)));
    found.sort_by_key(|it| it.number);
    found.dedup_by_key(|it| it.number);
    found
}

/// The orders that the rows of a table are: "U31:2 | Rensa dammen | Parknämnden | Årsanalysen 2031".
fn in_table(table: &Table) -> Vec<Given> {
    let of = |words: &[&str]| {
        table.columns.iter().position(|column| {
            let heading = normalized(&column.heading.text);
            words.iter().any(|word| heading.starts_with(word))
        })
    };
    let (what, report) = (of(&["uppdrag"]), of(&["återrapport", "rapport", "redovis"]));
    let row = |row: &Row| {
        let cell = |at: usize| row.cells.get(at)?.printed.as_deref();
        let (range, number) =
            numbers(&row.label.text).into_iter().next().filter(|(range, _)| range.start == 0)?;
        let own = row.label.text[range.end..].trim_start_matches(['.', ':', ' ']);
        let what = if own.is_empty() { what.and_then(cell)? } else { own };
        Some(Given {
            number,
            what: what.to_owned(),
            lead: None,
            due: report.and_then(cell).and_then(|told| report_of(&told.lower())),
            report: report.and_then(cell).map(str::to_owned),
            span: row.label.span,
        })
    };
    table.rows.iter().filter_map(row).collect()
}

/// Every number that a document names, and the line where it first does.
pub fn mentioned(document: &Document) -> BTreeMap<Number, Span> {
    // A number may stand on the line after its word.
    let (mut text, mut starts) = (String::new(), Vec::new());
    for (line, printed) in printed(document) {
        starts.push((text.len(), line));
        text.push_str(printed.text.trim());
        text.push(' ');
    }
    let mut found = BTreeMap::new();
    for (range, number) in numbers(&text) {
        let line = starts.iter().rev().find(|(start, _)| *start <= range.start).map_or(1, |(_, line)| *line);
        found.entry(number).or_insert_with(|| whole(document, line));
    }
    found
}

/// What the passages of a document say that name an order, in lower case.
pub fn told_of(document: &Document, number: Number) -> Vec<String> {
    let own = |passage: &&Passage<'_>| numbers(passage.text).iter().any(|(_, it)| *it == number);
    passages(document).iter().filter(own).map(|passage| passage.text.lower()).collect()
}

fn in_passage(passage: &Passage<'_>, places: &BTreeMap<Number, Span>) -> Vec<Given> {
    let all = numbers(passage.text);
    let ends = all.iter().skip(1).map(|(range, _)| range.start).chain([passage.text.len()]);
    let told = all.iter().zip(ends).filter_map(|((range, number), end)| {
        // The word before the next number is of that one.
        let text = passage.text[range.end..end].trim_end_matches(|c: char| !".\u{201d}".contains(c));
        let coded = passage.text[range.clone()].starts_with('U');
        let stopped = text.strip_prefix(['.', ':']).or(text.strip_prefix(' ').filter(|_| coded));
        let order = stopped?.trim_start();
        let span = places.get(number)?;
        order.starts_with(char::is_uppercase).then(|| of_text(*number, order, *span))
    });
    told.collect()
}

fn of_text(number: Number, order: &str, span: Span) -> Given {
    let order = order.replace("**", "");
    let said = sentences(&order);
    let label = |sentence: &str| -> Option<(String, String)> {
        let (label, name) = sentence.split_once(": ")?;
        let name = name.trim_end_matches('.').split([',', ';', '(']).next()?.trim();
        LEADS.contains(&normalized(label).as_str()).then(|| (normalized(name), name.to_owned()))
    };
    Given {
        number,
        what: said.first().map(|first| first.trim_end_matches('.').to_owned()).unwrap_or_default(),
        lead: said.iter().find_map(|sentence| label(sentence)),
        due: said.iter().find_map(|sentence| due(sentence)),
        report: said.iter().skip(1).find(|it| says_reported(&it.lower())).map(|it| (*it).to_owned()),
        span,
    }
}

/// "Återrapporteras i årsanalysen 2031."
fn due(sentence: &str) -> Option<(DocumentKind, i32)> {
    let lower = sentence.lower();
    says_reported(&lower).then(|| report_of(&lower))?
}

/// "delårsrapporten per augusti 2031": the first report that a text in lower case names, and its year.
fn report_of(lower: &str) -> Option<(DocumentKind, i32)> {
    let (at, kind) = REPORTS.iter().find_map(|(word, kind)| Some((lower.find(word)?, *kind)))?;
    let year = lower[at..].split(|c: char| !c.is_ascii_digit()).find(|word| is_year(word))?;
    Some((kind, year.parse().ok()?))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The numbers in a text, after the word for an order or its letter: "Uppdrag 2031:2", "uppdraget 2031:2", "U31:2".
fn numbers(text: &str) -> Vec<(Range<usize>, Number)> {
    let mut found = coded(text);
    for (at, word) in text.match_indices("ppdrag") {
        let rest = &text[at + word.len()..];
        let bare = rest.trim_start_matches(char::is_alphabetic);
        let Some(number) = bare.strip_prefix(' ') else { continue };
        let start = text.len() - number.len();
        let length = number.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(number.len());
        let printed = number[..length].trim_end_matches(':');
        let Some((year, own)) = printed.split_once(':').filter(|(year, _)| is_year(year)) else { continue };
        if let (Ok(year), Ok(own)) = (year.parse(), own.parse()) {
            found.push((start..start + printed.len(), (year, own)));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// "U31:2": the letter of an order, its year in two figures and its number.
fn coded(text: &str) -> Vec<(Range<usize>, Number)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('U') {
        let rest = &text[at + 1..];
        let end = rest.find(|c: char| !(c.is_ascii_digit() || c == ':')).unwrap_or(rest.len());
        let code = rest[..end].trim_end_matches(':');
        let free =
            !text[..at].ends_with(char::is_alphanumeric) && !rest[end..].starts_with(char::is_alphabetic);
        let Some((year, own)) = code.split_once(':').filter(|(year, own)| year.len() == 2 && own.len() <= 2)
        else {
            continue;
        };
        if let (true, Ok(year), Ok(own)) = (free, year.parse::<i32>(), own.parse()) {
            found.push((at..at + 1 + code.len(), (CENTURY + year, own)));
        }
    }
    found
}

/// The years of orders are of it.
const CENTURY: i32 = 2_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_known_by_its_year_and_number() {
        let text = "Uppdrag 2031:2. Rensa dammen. Ledande: parknämnden. Återrapporteras i årsanalysen 2031.";
        let all = numbers(text);
        assert_eq!(all.len(), 1);
        assert_eq!((&text[all[0].0.clone()], all[0].1), ("2031:2", (2031, 2)));
        let told = of_text((2031, 2), &text["Uppdrag 2031:2. ".len()..], Span::default());
        assert_eq!(told.what, "Rensa dammen");
        assert_eq!(told.lead, Some(("parknämnden".to_owned(), "parknämnden".to_owned())));
        assert_eq!(told.due, Some((DocumentKind::AnnualAnalysis, 2031)));
        assert_eq!(numbers("Uppdraget 2031:14 är klart.")[0].1, (2031, 14));
        assert_eq!(
            numbers("U31:2 Rensa dammen, se U31:14.").iter().map(|it| it.1).collect::<Vec<_>>(),
            [(2031, 2), (2031, 14)]
        );
        for other in [
            "U3 Rensa",
            "EU31:2",
            "U 31:2",
            "Uppdrag 2031",
            "Uppdrag 3: Rensa",
            "dnr 2031:4",
            "Uppdrag från 2031:s budget",
        ] {
            assert_eq!(numbers(other), [], "{other}");
        }
        assert_eq!(due("Fördröjningen redovisas i delårsrapporten."), None);
    }
}
