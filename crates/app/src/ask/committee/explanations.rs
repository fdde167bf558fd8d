//! The words that explain deviations above the committee's limit, row by row.

use super::super::findings::{Shown, shown};
use super::super::origin::Origin;
use super::super::table::{overlap, row_span};
use crate::city::{City, Statement};
use uppsikt_domain::block::Content;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::Row;
use uppsikt_findings::{Family, Finding};
use uppsikt_text::{compare, format};

/// What is said of one or several rows.
#[derive(Debug, Clone)]
pub struct Explanation<'a> {
    /// Its number on the page, from 1.
    pub number: usize,
    /// The labels of the rows that it is about.
    pub rows: Vec<&'a str>,
    /// The text and where it stands. `None`: nothing is said.
    pub text: Option<(String, Origin<'a>)>,
    /// The finding that says that nothing is said.
    pub finding: Option<Shown<'a>>,
}

impl Explanation<'_> {
    /// Whether the text itself names every row that it is about.
    pub fn names_rows(&self) -> bool {
        let words = self.text.as_ref().map(|(text, _)| compare::normalized(text)).unwrap_or_default();
        self.rows.iter().all(|row| holds_words(&words, &compare::normalized(row)))
    }
}

/// A text that may explain a row.
struct Candidate {
    text: String,
    span: Span,
    words: String,
}

/// The explanations of rows that deviate more than the limit, in the order of the rows, and
/// by statement line the number of its explanation.
pub fn explanations<'a>(
    city: &'a City,
    statement: &Statement<'a>,
    limit: i64,
) -> (Vec<Explanation<'a>>, Vec<(&'a str, usize)>) {
    let candidates = candidates(statement.stored.holding());
    let findings = shown(city, statement.stored);
    let mut found: Vec<(Option<usize>, Explanation<'a>)> = Vec::new();
    let mut numbers = Vec::new();
    for (key, row) in statement.items() {
        let Some(deviation) = statement.deviation(key).filter(|it| it.tkr.abs() > limit) else { continue };
        let text = best(&candidates, &row.label.text, deviation.tkr);
        let known = text.and_then(|at| found.iter().position(|(other, _)| *other == Some(at)));
        let at = known.unwrap_or(found.len());
        if known.is_none() {
            let said = text
                .map(|at| (candidates[at].text.clone(), Origin::of(statement.stored, candidates[at].span)));
            let missing = findings.iter().filter(|it| it.finding.family == Family::Deviation);
            let finding = missing.clone().find(|it| is_of_row(it.finding, row)).cloned();
            let explanation = Explanation { number: at + 1, rows: Vec::new(), text: said, finding };
            found.push((text, explanation));
        }
        found[at].1.rows.push(&row.label.text);
        numbers.push((key, at + 1));
    }
    (found.into_iter().map(|(_, explanation)| explanation).collect(), numbers)
}

/// The candidate that says most of a row: its label, and better its label and its amount.
fn best(candidates: &[Candidate], label: &str, tkr: i64) -> Option<usize> {
    let label = compare::normalized(label);
    let amounts = [spaced(&format::grouped(tkr.abs())), spaced(&format::tkr_as_mkr(tkr.abs()))];
    let score = |candidate: &Candidate| {
        let named = holds_words(&candidate.words, &label);
        let figure = amounts.iter().any(|amount| holds_words(&candidate.words, amount));
        match (named, figure) {
            (true, true) => 3,
            (true, false) => 2,
            _ => 0,
        }
    };
    let scored = candidates.iter().enumerate().map(|(at, candidate)| (score(candidate), at));
    let best =
        scored.filter(|(score, _)| *score > 0).max_by_key(|(score, at)| (*score, std::cmp::Reverse(*at)));
    best.map(|(_, at)| at)
}

fn spaced(figure: &str) -> String {
    compare::normalized(figure)
}

/// Whether a text holds a wording as whole words.
fn holds_words(text: &str, wording: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric();
    let mut from = 0;
    while let Some(at) = text[from..].find(wording) {
        let (start, end) = (from + at, from + at + wording.len());
        let before = text[..start].chars().next_back().is_some_and(inside);
        let after = text[end..].chars().next().is_some_and(inside);
        if !before && !after {
            return true;
        }
        from = start + wording.chars().next().map_or(1, char::len_utf8);
    }
    false
}

/// Paragraphs, items and notes of the economy, each with the heading right over it.
fn candidates(document: &Document) -> Vec<Candidate> {
    let mut economy: Vec<&Section> =
        document.all_sections().into_iter().filter(|it| it.kind == SectionKind::Economy).collect();
    if economy.is_empty() {
        economy = document.sections.iter().collect();
    }
    let mut found: Vec<Candidate> = economy.into_iter().flat_map(Section::all).flat_map(of_section).collect();
    found.dedup_by(|a, b| a.span == b.span);
    found
}

fn of_section(section: &Section) -> Vec<Candidate> {
    let heading = section.heading.as_ref().map_or("", |heading| heading.text.as_str());
    let mut found = Vec::new();
    let mut push = |text: &str, span: Span| {
        let words = compare::normalized(&format!("{heading} {text}"));
        found.push(Candidate { text: text.to_owned(), span, words });
    };
    for block in &section.blocks {
        match &block.content {
            Content::Paragraph { text } | Content::Note { text } => push(text, block.span),
            Content::List { items, .. } => items.iter().for_each(|item| push(&item.text, item.span)),
            _ => {}
        }
    }
    found
}

/// Whether a finding points at a row, first or among others.
fn is_of_row(finding: &Finding, row: &Row) -> bool {
    let mut places = std::iter::once(&finding.at).chain(&finding.also_at);
    places.any(|place| overlap(&place.span, &row_span(row)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_named_by_whole_words_only() {
        assert!(holds_words("högre bidrag än väntat", "bidrag"));
        assert!(!holds_words("kommunbidrag än väntat", "bidrag"));
        assert!(holds_words("övriga kostnader, 1 660 tkr", "1 660"));
    }
}
