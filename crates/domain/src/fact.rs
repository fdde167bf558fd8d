//! Facts: what the municipality holds to be true, resting on claims.

use crate::claim::{Claim, Subject};
use crate::contribution_text::{ContributionText, contribution_texts};
use crate::document::Document;
use crate::goal::Directed;
use crate::place::Span;
use crate::quantity::Quantity;
use crate::section::{Section, SectionKind};
use crate::structure::Structure;
use crate::table::{RowRole, Table, TableKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a fact measures. Two claims with the same key speak of the same thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FactKey {
    /// What kind of thing: "goal", "agenda_link", "assessment_period", "assignment", "statement" …;
    /// "table" and "figure" for cells and figures in text of which nothing more is known.
    pub what: String,
    /// Which one: the goal's name, the statement line's key, the budget area's label.
    pub of: String,
    /// The kind of column and its year ("budget 2026"), or the part of a split. Empty for words.
    pub column: String,
    /// The body that it concerns.
    pub body: String,
    /// The year of the document that says it.
    pub year: i32,
    /// As of when: the kind of document ("committee_budget": as decided; "interim_report": current).
    pub as_of: String,
}

/// A fact: a key, a value, and the claims that it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fact {
    /// What it measures.
    pub key: FactKey,
    /// The value in words: a plain decimal for figures.
    pub value: String,
    /// The value as a figure, where it is one.
    pub quantity: Option<Quantity>,
    /// Numbers of the claims that support it. Empty only for a fact that holds on although the
    /// latest version of its document says otherwise or nothing: that was rejected in a review.
    pub claims: Vec<u32>,
    /// Numbers of claims of the same document with the same key that contradict it.
    pub contradicted_by: Vec<u32>,
}

/// The facts that a document proposes, in order of their keys.
///
/// Claims with the same key become one fact when their intervals meet; the first one
/// printed gives the value, and a claim that cannot be the same contradicts it.
pub fn facts_of(document: &Document, claims: &[Claim], structure: &Structure) -> Vec<Fact> {
    let told = texts(document, claims).into_iter().map(|fact| (fact.key.clone(), fact));
    let mut facts: BTreeMap<FactKey, Fact> = told.collect();
    for (key, claim, value) in keyed(document, claims, structure) {
        match facts.get_mut(&key) {
            Some(fact) => support_or_contradict(fact, claim, &value),
            None => {
                let fact = Fact {
                    key: key.clone(),
                    value,
                    quantity: claim.quantity.clone(),
                    claims: vec![claim.number],
                    contradicted_by: Vec::new(),
                };
                facts.insert(key, fact);
            }
        }
    }
    facts.into_values().collect()
}

fn support_or_contradict(fact: &mut Fact, claim: &Claim, value: &str) {
    let same = match (&fact.quantity, &claim.quantity) {
        (Some(held), Some(said)) => held.interval().meets(&said.interval()),
        _ => fact.value == value,
    };
    if same { fact.claims.push(claim.number) } else { fact.contradicted_by.push(claim.number) }
}

fn keyed<'a>(
    document: &Document,
    claims: &'a [Claim],
    structure: &Structure,
) -> Vec<(FactKey, &'a Claim, String)> {
    let cells = cell_keys(document, structure);
    let mut times = Times::new();
    let key = |what: &str, of: &str, column: &str| key_in(document, what, of, column);
    let mut found = Vec::new();
    for claim in claims {
        let (what, of, column, value) = match claim.subject {
            Subject::Cell => match cells.get(&claim.span) {
                Some((what, of, column)) if what == PRINTED => {
                    let of = numbered(&mut times, of, column);
                    found.push((key(what, &of, column), claim, cell_value(claim)));
                    continue;
                }
                Some((what, of, column)) => (what.as_str(), of.as_str(), column.as_str(), cell_value(claim)),
                None => continue,
            },
            Subject::Text => continue,
            Subject::Figure => {
                let of =
                    format!("{} / {}", place_of(document, claim.span.at.line), without_digits(&claim.about));
                let of = numbered(&mut times, &of, "");
                found.push((key(claim.subject.code(), &of, ""), claim, cell_value(claim)));
                continue;
            }
            Subject::AssessmentPeriod | Subject::AssessmentTerm => {
                (claim.subject.code(), claim.about.as_str(), "", status_value(document, claim))
            }
            Subject::ReplyBy => (claim.subject.code(), "", "", claim.about.clone()),
            // A decision that other figures are proposed in is the same one.
            Subject::ProposedDecision | Subject::Question => {
                let of = numbered(&mut times, &without_digits(&claim.about), claim.subject.code());
                found.push((key(claim.subject.code(), &of, ""), claim, claim.about.clone()));
                continue;
            }
            Subject::Consultee | Subject::Recipient | Subject::RelatedCase => {
                (claim.subject.code(), claim.about.as_str(), "", claim.about.clone())
            }
            Subject::ReportBack => (claim.subject.code(), claim.about.as_str(), "", claim.wording.clone()),
            Subject::DirectedTo => {
                (claim.subject.code(), claim.about.as_str(), "", directed_value(document, claim))
            }
            // A plan for other years is the same plan.
            Subject::Reference => {
                let place = place_of(document, claim.span.at.line);
                let of = numbered(&mut times, &without_digits(&claim.wording), &place);
                found.push((key(claim.subject.code(), &of, &place), claim, claim.wording.clone()));
                continue;
            }
            _ => (claim.subject.code(), claim.wording.as_str(), claim.about.as_str(), claim.wording.clone()),
        };
        found.push((key(what, of, column), claim, value));
    }
    found
}

fn key_in(document: &Document, what: &str, of: &str, column: &str) -> FactKey {
    FactKey {
        what: what.to_owned(),
        of: of.to_owned(),
        column: column.to_owned(),
        body: document.body.as_ref().map(|body| body.text.clone()).unwrap_or_default(),
        year: document.year.unwrap_or_default(),
        as_of: document.kind.code().to_owned(),
    }
}

/// What the sections of contributions say: one fact a section, resting on its paragraphs.
fn texts(document: &Document, claims: &[Claim]) -> Vec<Fact> {
    let told = claims.iter().filter(|claim| claim.subject == Subject::Text);
    let numbers: BTreeMap<Span, u32> = told.map(|claim| (claim.span, claim.number)).collect();
    let fact = |text: ContributionText<'_>| Fact {
        key: key_in(document, Subject::Text.code(), text.goal, &text.place()),
        value: text.value(document),
        quantity: None,
        claims: text.words().iter().filter_map(|(_, span)| numbers.get(span).copied()).collect(),
        contradicted_by: Vec::new(),
    };
    contribution_texts(document).into_iter().map(fact).collect()
}

fn cell_value(claim: &Claim) -> String {
    claim.quantity.as_ref().map_or_else(|| claim.wording.clone(), Quantity::plain)
}

fn status_value(document: &Document, claim: &Claim) -> String {
    let tables = document.tables().into_iter().flat_map(|(_, table)| table.all_goals());
    let all = document.all_sections().into_iter().chain(tables.flat_map(Section::all));
    let mut assessments = all.filter_map(|section| section.assessment.as_ref());
    let found = assessments.find(|assessment| assessment.span == claim.span);
    found.map_or_else(String::new, |assessment| assessment.status.code().to_owned())
}

/// The names of those that a goal is directed to.
fn directed_value(document: &Document, claim: &Claim) -> String {
    let tables = document.tables().into_iter().flat_map(|(_, table)| table.all_goals());
    let all = document.all_sections().into_iter().chain(tables.flat_map(Section::all));
    let mut directed = all.filter_map(|section| section.directed_to.as_ref());
    let found = directed.find(|directed| directed.wording.span == claim.span);
    found.map_or_else(String::new, |directed| directed.bodies.join(Directed::BETWEEN))
}

/// What facts from tables are called that nothing more is known of.
const PRINTED: &str = "table";

/// How many times a place has spoken.
type Times = BTreeMap<(String, String), u32>;

/// A place's words, with a number where they stand again: nothing says that they speak of the
/// same thing.
fn numbered(times: &mut Times, of: &str, column: &str) -> String {
    let time = times.entry((of.to_owned(), column.to_owned())).or_insert(0);
    *time += 1;
    if *time == 1 { of.to_owned() } else { format!("{of} #{time}") }
}

/// The goal and the section around a line, in words.
fn place_of(document: &Document, line: u32) -> String {
    let (mut goal, mut name) = ("", "");
    let mut sections = &document.sections;
    while let Some(section) = sections.iter().find(|section| section.span.holds_line(line)) {
        if section.kind == SectionKind::Goal {
            goal = &section.name;
        }
        if section.heading.is_some() {
            name = &section.name;
        }
        sections = &section.sections;
    }
    if goal.is_empty() || goal == name { name.to_owned() } else { format!("{goal} / {name}") }
}

/// The words around a figure: another figure in the same words speaks of the same thing.
fn without_digits(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_ascii_digit() && out.ends_with('#') => {}
            c if c.is_ascii_digit() => out.push('#'),
            // Inside a figure: "1 200,5".
            ' ' | '\u{a0}' | '\u{202f}' | ',' | '.' if out.ends_with('#') => out.push('\u{1}'),
            c => out.push(c),
        }
    }
    joined(&out)
}

/// A mark between two digits was part of the figure, any other is a space.
fn joined(text: &str) -> String {
    let mut text = text.to_owned();
    while text.contains("#\u{1}#") {
        text = text.replace("#\u{1}#", "#");
    }
    text.replace('\u{1}', " ")
}

type CellKeys = BTreeMap<crate::place::Span, (String, String, String)>;

fn cell_keys(document: &Document, structure: &Structure) -> CellKeys {
    let mut keys = CellKeys::new();
    for (section, table) in document.tables() {
        let kind = if section.kind == SectionKind::Statement && table.kind == TableKind::Other {
            TableKind::Statement
        } else {
            table.kind
        };
        let place = place_of(document, table_line(section, table));
        add_cell_keys(table, (kind, &place), structure, &mut keys);
    }
    keys
}

fn table_line(section: &Section, table: &Table) -> u32 {
    table.rows.first().map_or(section.span.at.line, |row| row.label.span.at.line)
}

fn add_cell_keys(
    table: &Table,
    (kind, place): (TableKind, &str),
    structure: &Structure,
    keys: &mut CellKeys,
) {
    let what = match kind {
        TableKind::Statement => "statement",
        TableKind::Split => "split",
        TableKind::BudgetAreas => "budget_area",
        TableKind::Investments => "investment",
        TableKind::Ledger => "ledger",
        TableKind::NetCost => "net_cost",
        TableKind::Other => PRINTED,
    };
    let columns = table.column_keys();
    let mut rows: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
    let mut part = 0;
    for row in &table.rows {
        part += usize::from(row.role == RowRole::Section);
        let known = row.line.as_deref().filter(|line| structure.statement_line(line).is_some());
        let of = known.unwrap_or(row.label.text.as_str());
        let of = if what == PRINTED {
            format!("{place} / {of}")
        } else {
            told_apart(&mut rows, of, (part, row.label.text.to_lowercase()))
        };
        for (column, cell) in columns.iter().zip(&row.cells) {
            keys.insert(cell.span, (what.to_owned(), of.clone(), column.clone()));
        }
    }
}

/// What a row is about, with a number where a row of another name or of another part of the table is
/// about the same already: it says nothing against that.
fn told_apart(rows: &mut BTreeMap<String, Vec<(usize, String)>>, of: &str, row: (usize, String)) -> String {
    let known = rows.entry(of.to_owned()).or_default();
    let at = known.iter().position(|known| *known == row).unwrap_or_else(|| {
        known.push(row);
        known.len() - 1
    });
    if at == 0 { of.to_owned() } else { format!("{of} #{}", at + 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_around_figures_are_the_same_whatever_the_figures() {
        let words = "Lokalerna tar # miljoner kronor, alltså # procent.";
        assert_eq!(without_digits("Lokalerna tar 66,8 miljoner kronor, alltså 36 procent."), words);
        assert_eq!(without_digits("Lokalerna tar 1 066,85 miljoner kronor, alltså 7 procent."), words);
    }

    #[test]
    fn the_same_words_twice_are_two_places() {
        let mut times = Times::new();
        assert_eq!(numbered(&mut times, "Avsatt: # mkr", ""), "Avsatt: # mkr");
        assert_eq!(numbered(&mut times, "Avsatt: # mkr", ""), "Avsatt: # mkr #2");
        assert_eq!(numbered(&mut times, "Avsatt: # mkr", "b"), "Avsatt: # mkr");
    }
}
