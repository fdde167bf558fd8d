//! A proposal as it is shown: what it is about, what it was and is, and the lines that print it.

use super::between::Against;
use super::view::Standing;
use crate::ask::findings_lines::columns;
use crate::document::difference::{Printed, Proposal, ProposalKind};
use std::collections::BTreeSet;
use uppsikt_domain::claim::{Claim, Subject};
use uppsikt_domain::contribution_text::said;
use uppsikt_domain::document::Document;
use uppsikt_domain::fact::{Fact, FactKey};
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::registry::StoredDocument;
use uppsikt_domain::section::Section;
use uppsikt_text::sentence;

/// As many claims of a fact are shown, and as many lines of a claim.
const AT_MOST: usize = 3;

/// A value: words, or a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// In words; a plain decimal for figures.
    pub words: String,
    /// The figure, where it is one.
    pub figure: Option<Quantity>,
}

impl Value {
    fn of(fact: &Fact) -> Value {
        Value { words: fact.value.clone(), figure: fact.quantity.clone() }
    }

    /// The value of a fact beside another: of running text only the sentences that the other
    /// lacks, with their figures where the document that prints it is at hand.
    fn beside(fact: &Fact, printed: Option<&Printed<'_>>, other: Option<&Fact>) -> Value {
        let Some(other) = other.filter(|_| fact.key.what == Subject::Text.code()) else {
            return Value::of(fact);
        };
        let known: BTreeSet<&str> = sentence::sentences(&other.value).into_iter().map(str::trim).collect();
        let printed = printed.and_then(|printed| Some((printed, printed.fact(&fact.key)?)));
        let own = match printed.filter(|(_, own)| own.value == fact.value) {
            Some((printed, own)) => spoken(printed, own, &known),
            None => sentence::sentences(&fact.value)
                .into_iter()
                .map(str::trim)
                .filter(|sentence| !known.contains(sentence))
                .map(str::to_owned)
                .collect(),
        };
        Value { words: own.join(" "), figure: None }
    }
}

/// The sentences of a text as printed, but for those that are known whatever their figures.
fn spoken(printed: &Printed<'_>, fact: &Fact, known: &BTreeSet<&str>) -> Vec<String> {
    let claims = fact.claims.iter().filter_map(|number| printed.claim(*number));
    let own = claims.flat_map(|claim| {
        let all = sentence::sentences(&claim.wording).into_iter().map(str::trim);
        all.filter(|it| !known.contains(said(printed.document, it, claim.span).as_str()))
            .map(|sentence| sentence.replace("**", ""))
            .collect::<Vec<_>>()
    });
    own.collect()
}

/// A line that prints what is proposed, cut around the words themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number, as in the file.
    pub number: u32,
    /// The page, where it is known.
    pub page: Option<u32>,
    /// What stands before the place.
    pub before: String,
    /// The place.
    pub marked: String,
    /// What stands after it.
    pub after: String,
    /// Whether it contradicts what is proposed.
    pub contradicts: bool,
}

/// What an indicator measures from and to, as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// Where it starts, as a plain decimal.
    pub baseline: Option<String>,
    /// What is aimed at, as a plain decimal.
    pub target: Option<String>,
    /// The printed unit.
    pub unit: Option<String>,
    /// When the target is to be reached, as printed.
    pub due: Option<String>,
}

/// A proposal beside its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The word that it is known by.
    pub print: String,
    /// What it proposes.
    pub kind: ProposalKind,
    /// What kind of thing it is about: "goal", "statement" …
    pub what: String,
    /// What it is about, in the document's words.
    pub name: String,
    /// What that stands in: the goal, the column.
    pub within: String,
    /// What held.
    pub was: Option<Value>,
    /// What the document says.
    pub is: Option<Value>,
    /// The values of an indicator: who accepts it accepts them.
    pub measured: Option<Measured>,
    /// Where it says so; for what is gone: where the version before did.
    pub lines: Vec<Line>,
    /// What other documents say against it.
    pub against: Vec<Against>,
    /// What has been decided.
    pub standing: Standing,
}

impl Row {
    /// Whether the document itself or another one speaks against what is proposed.
    pub fn is_contradicted(&self) -> bool {
        let here = self.lines.iter().any(|line| line.contradicts);
        let there = self.kind != ProposalKind::Known && !self.against.is_empty();
        self.kind == ProposalKind::Contradicted || here || there
    }
}

/// The row of a proposal. `before` is the version that holds.
pub fn row(
    proposal: &Proposal<'_>,
    read: &Printed<'_>,
    before: Option<&Printed<'_>>,
    (standing, against): (Standing, Vec<Against>),
) -> Row {
    let key = proposal.key();
    let gone = || {
        let facts = before?.facts.iter();
        facts.clone().find(|fact| Some(&fact.key) == key)
    };
    let (printed, fact) = match proposal.read {
        Some(fact) => (Some(read), Some(fact)),
        None => (before, gone()),
    };
    let mut lines = Vec::new();
    let mut first: Option<&Claim> = None;
    let mut values = None;
    if let (Some(printed), Some(fact)) = (printed, fact) {
        let held = proposal.held.map(|held| &held.fact).filter(|_| proposal.read.is_some());
        let of = |numbers: &[u32]| {
            let claims = numbers.iter().filter_map(|it| printed.claim(*it));
            let claims: Vec<&Claim> =
                claims.filter(|claim| !says_again(printed.document, claim, held)).collect();
            claims.into_iter().take(AT_MOST).collect()
        };
        let (by, not_by): (Vec<&Claim>, Vec<&Claim>) = (of(&fact.claims), of(&fact.contradicted_by));
        first = by.first().copied();
        values = first.and_then(|claim| measured(printed.document, claim));
        lines.extend(by.iter().flat_map(|claim| lines_of(printed.document, claim.span, false)));
        lines.extend(not_by.iter().flat_map(|claim| lines_of(printed.document, claim.span, true)));
    }
    let (name, within) = match key.filter(|key| key.what == Subject::Text.code()) {
        Some(key) => headed(key),
        None => first.map(named).unwrap_or_default(),
    };
    Row {
        print: proposal.print.clone(),
        kind: proposal.kind,
        what: key.map(|key| key.what.clone()).unwrap_or_default(),
        name: if name.is_empty() { key.map(|key| key.of.clone()).unwrap_or_default() } else { name },
        within: if first.is_none() { key.map(|key| key.column.clone()).unwrap_or_default() } else { within },
        was: proposal.held.map(|held| Value::beside(&held.fact, before, proposal.read)),
        is: proposal.read.map(|fact| Value::beside(fact, Some(read), proposal.held.map(|held| &held.fact))),
        measured: values,
        lines,
        against,
        standing,
    }
}

/// The values of the indicator that a claim names, where it was read to have some.
fn measured(document: &Document, claim: &Claim) -> Option<Measured> {
    if claim.subject != Subject::Indicator {
        return None;
    }
    let told = document.tables().into_iter().flat_map(|(_, table)| &table.goals);
    let sections = document.all_sections().into_iter().chain(told.flat_map(Section::all));
    let mut indicators = sections.flat_map(|section| &section.indicators);
    let it = indicators.find(|it| it.span == claim.span && it.text == claim.wording)?;
    let valued = it.baseline.is_some() || it.target.is_some();
    valued.then(|| Measured {
        baseline: it.baseline.clone(),
        target: it.target.clone(),
        unit: it.unit.clone(),
        due: it.due.as_ref().map(|due| due.text.clone()),
    })
}

/// Whether a paragraph of a changed section stands in what held, word for word but for its figures.
fn says_again(document: &Document, claim: &Claim, held: Option<&Fact>) -> bool {
    let again = |held: &Fact| {
        let own = said(document, &claim.wording, claim.span);
        held.value.split("\n\n").any(|paragraph| paragraph == own)
    };
    claim.subject == Subject::Text && held.is_some_and(again)
}

/// The heading of a section of words, and the goal that it is a contribution to.
fn headed(key: &FactKey) -> (String, String) {
    let heading = key.column.split_once(" / ").map_or(key.column.as_str(), |(_, heading)| heading);
    (heading.to_owned(), key.of.clone())
}

/// What a claim is about, and what that stands in: for a cell its row and its column.
fn named(claim: &Claim) -> (String, String) {
    if claim.subject.is_of_cases() {
        return (claim.about.clone(), String::new());
    }
    if claim.subject != Subject::Cell {
        return (claim.wording.clone(), claim.about.clone());
    }
    let mut parts = claim.about.rsplitn(3, " / ");
    let (column, row) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let caption = parts.next().unwrap_or_default().trim_matches('*');
    let within = if caption.is_empty() { column.to_owned() } else { format!("{column}, {caption}") };
    (row.to_owned(), within)
}

/// The first lines of a stretch of a stored document; what stands there instead of words that were
/// rejected, where something does.
pub(super) fn lines_there(stored: &StoredDocument, span: Span, contradicts: bool) -> Vec<Line> {
    let stands = stored.overruled.stands_at(span).find(|stand| !stand.words.is_empty());
    let Some(stand) = stands else { return lines_of(&stored.document, span, contradicts) };
    let line = stored.document.line(span.at.line);
    let (before, marked) = match stand.words.rsplit_once(": ") {
        Some((before, words)) => (format!("{before}: "), words),
        None => (String::new(), stand.words.as_str()),
    };
    vec![Line {
        number: line.and_then(|line| line.number).unwrap_or(span.at.line),
        page: line.and_then(|line| line.page),
        before,
        marked: marked.to_owned(),
        after: String::new(),
        contradicts,
    }]
}

/// The first lines of a stretch of a document, cut around it.
fn lines_of(document: &Document, span: Span, contradicts: bool) -> Vec<Line> {
    let said = |number: &u32| document.line(*number).is_some_and(|line| !line.text.trim().is_empty());
    let numbers = (span.at.line..=span.end_line).filter(said).take(AT_MOST);
    let line = |number: u32| {
        let line = document.line(number)?;
        let range = columns(&line.text, number, &span);
        let part = |from: usize, to: usize| line.text.chars().skip(from).take(to - from).collect::<String>();
        Some(Line {
            number: line.number.unwrap_or(number),
            page: line.page,
            before: part(0, range.start).trim_start().to_owned(),
            marked: part(range.start, range.end),
            after: part(range.end, line.text.chars().count()).trim_end().to_owned(),
            contradicts,
        })
    };
    numbers.filter_map(line).collect()
}
