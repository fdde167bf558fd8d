//! The running text of a document, and where words of it stand in the source.

use std::ops::Range;
use std::sync::Arc;
use uppsikt_domain::block::Content;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::{Place, Span};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_text::case::Lower;
use uppsikt_text::prose::{Found, figures};
use uppsikt_text::sentence::sentences;

/// A paragraph, a list item or a note.
#[derive(Debug, Clone)]
pub struct Passage<'a> {
    /// The words, lines joined.
    pub text: &'a str,
    /// Where they stand.
    pub span: Span,
    /// The sections around, outermost first.
    pub within: Arc<[&'a Section]>,
}

impl Passage<'_> {
    /// Whether the passage stands in a section of a kind, however deep.
    pub fn is_in(&self, kind: SectionKind) -> bool {
        self.within.iter().any(|section| section.kind == kind)
    }
}

/// A sentence with figures that have a unit.
#[derive(Debug, Clone)]
pub struct Said<'a> {
    /// The passage that it stands in.
    pub passage: Passage<'a>,
    /// The sentence.
    pub sentence: &'a str,
    /// Its figures, in order.
    pub figures: Vec<Found>,
    /// What follows on it in the passage.
    pub rest: &'a str,
}

/// The sentences that have a figure with a unit.
pub fn with_figures<'a>(said: &[(Passage<'a>, &'a str)]) -> Vec<Said<'a>> {
    let mut found = Vec::new();
    for (passage, sentence) in said {
        // Most sentences have no figure at all.
        if !has_number(sentence) {
            continue;
        }
        let figures = figures(sentence);
        if !figures.is_empty() {
            let rest = after(passage.text, sentence);
            found.push(Said { passage: passage.clone(), sentence, figures, rest });
        }
    }
    found
}

/// Whether a sentence may have a figure with a unit: digits, or words before one ("tjugofem miljoner kronor").
fn has_number(sentence: &str) -> bool {
    sentence.bytes().any(|byte| byte.is_ascii_digit())
        || ["miljon", "miljard", " kron"].iter().any(|unit| sentence.contains(unit))
}

/// What follows in a text on a part of it.
fn after<'a>(text: &'a str, part: &str) -> &'a str {
    let start = (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize);
    start.and_then(|start| text.get(start + part.len()..)).unwrap_or_default()
}

/// All passages, in order.
pub fn passages(document: &Document) -> Vec<Passage<'_>> {
    let mut found = Vec::new();
    for section in &document.sections {
        gather(section, &mut Vec::new(), &mut found);
    }
    found
}

/// All sentences of the running text with the passages that they stand in.
pub fn said(document: &Document) -> Vec<(Passage<'_>, &str)> {
    let mut found = Vec::new();
    for passage in passages(document) {
        found.extend(sentences(passage.text).into_iter().map(|sentence| (passage.clone(), sentence)));
    }
    found
}

/// The sections with the sentences that stand directly in them, as places among all.
pub fn by_section<'a>(said: &[(Passage<'a>, &'a str)]) -> Vec<(&'a Section, Range<usize>)> {
    let mut found: Vec<(&Section, Range<usize>)> = Vec::new();
    for (at, (passage, _)) in said.iter().enumerate() {
        let Some(section) = passage.within.last().copied() else { continue };
        match found.last_mut().filter(|(own, _)| std::ptr::eq(*own, section)) {
            Some((_, range)) => range.end = at + 1,
            None => found.push((section, at..at + 1)),
        }
    }
    found
}

fn gather<'a>(section: &'a Section, within: &mut Vec<&'a Section>, found: &mut Vec<Passage<'a>>) {
    within.push(section);
    let around: Arc<[&Section]> = within.as_slice().into();
    for block in &section.blocks {
        let mut add =
            |text: &'a str, span: Span| found.push(Passage { text, span, within: Arc::clone(&around) });
        match &block.content {
            Content::Paragraph { text } | Content::Note { text } => add(text, block.span),
            Content::List { items, .. } => items.iter().for_each(|item| add(&item.text, item.span)),
            Content::Agenda { intro: Some(intro), .. } => add(&intro.text, intro.span),
            _ => {}
        }
    }
    for inner in &section.sections {
        gather(inner, within, found);
    }
    within.pop();
}

/// Where words of a passage stand in the source: found letter by letter, marks and line
/// breaks aside. The whole span where they cannot be found.
pub fn locate(document: &Document, span: Span, words: &str) -> Span {
    let printed = letters(document, span);
    let wanted: Vec<char> = words.chars().filter(|c| c.is_alphanumeric()).collect();
    if wanted.is_empty() || printed.len() < wanted.len() {
        return span;
    }
    let starts_here =
        |start: &usize| wanted.iter().zip(&printed[*start..]).all(|(want, (letter, ..))| want == letter);
    let Some(start) = (0..=printed.len() - wanted.len()).find(starts_here) else { return span };
    let (_, line, column) = printed[start];
    let (_, end_line, end_column) = printed[start + wanted.len() - 1];
    let page = document.line(line).and_then(|line| line.page).or(span.at.page);
    Span { at: Place { page, line, column }, end_line, end_column }
}

/// The letters and digits of a span with their lines and columns.
fn letters(document: &Document, span: Span) -> Vec<(char, u32, u32)> {
    let mut found = Vec::new();
    for number in span.at.line..=span.end_line {
        let Some(line) = document.line(number) else { break };
        if line.role == uppsikt_domain::document::LineRole::RunningHead {
            continue;
        }
        let inside = |column: u32| {
            (number > span.at.line || column >= span.at.column)
                && (number < span.end_line || column <= span.end_column)
        };
        let numbered = line.text.chars().zip(1_u32..);
        found.extend(
            numbered.filter(|(c, at)| c.is_alphanumeric() && inside(*at)).map(|(c, at)| (c, number, at)),
        );
    }
    found
}

/// The words of a text in lower case, without punctuation at their ends.
pub fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).lower();
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// How many [`words`] a text has.
pub fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// Whether a phrase stands in a text as whole words. Both in lower case.
pub fn has_words(text: &str, phrase: &str) -> bool {
    // Most texts do not have it, and that is soon known.
    text.contains(phrase)
        && text.match_indices(phrase).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + phrase.len()..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
}
