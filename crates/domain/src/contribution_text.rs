//! What a contribution says in words: the paragraphs and items of a section of a goal, of its
//! initiatives and priorities, and of the document's summary. One fact a section, so that a person can accept or reject it.

use crate::block::Content;
use crate::document::Document;
use crate::place::Span;
use crate::section::{Section, SectionKind};
use std::collections::BTreeMap;

/// A section with words of its own.
#[derive(Debug, Clone)]
pub struct ContributionText<'a> {
    /// The goal that it is a contribution to; empty for a priority and for the summary.
    pub goal: &'a str,
    /// The section.
    pub section: &'a Section,
    /// Which of those with the same goal, kind and heading it is, from 1.
    pub time: u32,
}

impl ContributionText<'_> {
    /// What identifies it beside its goal: its kind and heading.
    pub fn place(&self) -> String {
        let place = format!("{} / {}", self.section.kind.code(), self.section.name);
        if self.time == 1 { place } else { format!("{place} #{}", self.time) }
    }

    /// Its paragraphs, notes and items with their places, but for what is a fact of its own: indicators and
    /// the words of an assessment.
    pub fn words(&self) -> Vec<(&str, Span)> {
        words(self.section)
    }

    /// The words without marks of emphasis and with a mark instead of every figure that is a fact of its own.
    pub fn value(&self, document: &Document) -> String {
        let said = self.words().into_iter().map(|(text, span)| said(document, text, span));
        said.collect::<Vec<_>>().join("\n\n")
    }
}

/// A paragraph as it stands in a fact's value.
pub fn said(document: &Document, text: &str, span: Span) -> String {
    let inside = |at: &Span| span.holds_line(at.at.line) && span.holds_line(at.end_line);
    let mut text = text.to_owned();
    for figure in document.figures.iter().filter(|figure| inside(&figure.span)) {
        text = text.replacen(&figure.text, FIGURE, 1);
    }
    text.replace(['*', '_'], "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands instead of a figure.
const FIGURE: &str = "…";

/// The sections of a document that say something of contributions, in order.
pub fn contribution_texts(document: &Document) -> Vec<ContributionText<'_>> {
    let mut found = Vec::new();
    document.sections.iter().for_each(|section| collect(section, "", &mut found));
    let mut times: BTreeMap<(&str, String), u32> = BTreeMap::new();
    for text in &mut found {
        let time = times.entry((text.goal, text.place())).or_insert(0);
        *time += 1;
        text.time = *time;
    }
    found
}

/// Whether a section's own words are a fact.
pub fn says_contribution(section: &Section) -> bool {
    let kind = section.kind;
    kind.is_goal_part()
        || matches!(
            kind,
            SectionKind::Initiative | SectionKind::Priority | SectionKind::Goal | SectionKind::Summary
        )
}

fn collect<'a>(section: &'a Section, goal: &'a str, found: &mut Vec<ContributionText<'a>>) {
    let goal = if section.kind == SectionKind::Goal { section.name.as_str() } else { goal };
    if section.heading.is_some() && says_contribution(section) && !words(section).is_empty() {
        found.push(ContributionText { goal, section, time: 1 });
    }
    section.sections.iter().for_each(|inner| collect(inner, goal, found));
}

/// See [`ContributionText::words`].
pub(crate) fn words(section: &Section) -> Vec<(&str, Span)> {
    let told = |span: &Span| {
        let indicators = section.indicators.iter().map(|it| it.span);
        let assessment = section.assessment.iter().map(|it| it.span);
        indicators.chain(assessment).any(|own| span.holds_line(own.at.line))
    };
    let all = section.blocks.iter().flat_map(|block| match &block.content {
        Content::Paragraph { text } | Content::Note { text } => vec![(text.as_str(), block.span)],
        Content::List { items, .. } => items.iter().map(|item| (item.text.as_str(), item.span)).collect(),
        Content::Table(_) | Content::Agenda { .. } | Content::Diagram { .. } => Vec::new(),
    });
    all.filter(|(text, span)| !told(span) && !text.trim().is_empty()).collect()
}
