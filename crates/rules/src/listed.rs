//! What the table of contents lists, held against the headings.

use crate::alike::letters_alike_permille;
use std::collections::HashSet;
use uppsikt_domain::document::{ContentsEntry, Document};
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::Section;
use uppsikt_text::compare::normalized;

/// An entry this like a heading (thousandths) is meant to be it.
pub const MEANT_PERMILLE: u16 = 650;

/// Contents of which so many and half of all are nowhere are those of a whole of which this is a part.
const PART_OF_WHOLE: usize = 4;

/// So many entries at the end of the contents that are nowhere show that the text ends before them.
const CUT_OFF: usize = 2;

/// Entries of the contents that no heading has, and headings that no entry names.
pub struct Listed<'d> {
    document: &'d Document,
    /// All sections.
    pub sections: Vec<&'d Section>,
    in_contents: HashSet<String>,
    /// Headings that no entry names.
    pub free: Vec<&'d TextAt>,
    /// Entries that no heading and no caption has; appendices may be files of their own.
    pub differing: Vec<&'d ContentsEntry>,
}

impl<'d> Listed<'d> {
    /// The contents of a document.
    pub fn of(document: &'d Document) -> Self {
        let sections = document.all_sections();
        let headed: Vec<&Section> = sections.iter().copied().filter(|it| it.heading.is_some()).collect();
        let in_headings: HashSet<String> = headed.iter().flat_map(|section| wordings(section)).collect();
        let in_contents: HashSet<String> = document.contents.iter().map(|it| bare(&it.text.text)).collect();
        let is_listed = |section: &Section| wordings(section).iter().any(|own| in_contents.contains(own));
        let free: Vec<&TextAt> = headed
            .iter()
            .filter(|section| !is_listed(section))
            .filter_map(|section| section.heading.as_ref())
            .collect();
        let captions = document.tables().into_iter().filter_map(|(_, table)| table.caption.as_ref());
        let captions: HashSet<String> = captions.map(|caption| bare(&caption.text)).collect();
        let is_there = |entry: &&ContentsEntry| {
            let own = bare(&entry.text.text);
            in_headings.contains(&own) || captions.contains(&own)
        };
        let has_appendix =
            headed.iter().any(|section| section.heading.as_ref().is_some_and(|it| is_appendix(&it.text)));
        // Appendices are often files of their own.
        let apart = |entry: &&ContentsEntry| !has_appendix && is_appendix(&entry.text.text);
        let entries = document.contents.iter();
        let differing = entries.filter(|entry| !is_there(entry)).filter(|entry| !apart(entry)).collect();
        Listed { document, sections, in_contents, free, differing }
    }

    /// Whether an entry names a section.
    pub fn has(&self, section: &Section) -> bool {
        wordings(section).iter().any(|own| self.in_contents.contains(own))
    }

    /// Whether the contents are of more than the text has: most of what they list is nowhere in it.
    pub fn is_of_more(&self) -> bool {
        let meant = |entry: &&&ContentsEntry| {
            let like = |heading: &&TextAt| letters_alike_permille(&heading.text, &entry.text.text);
            self.free.iter().any(|heading| like(heading) >= MEANT_PERMILLE)
        };
        let gone = self.differing.iter().filter(|entry| !meant(entry)).count();
        gone >= PART_OF_WHOLE && gone * 2 >= self.document.contents.len() || self.ends_early(&meant)
    }

    /// Whether the text ends before the contents do: the last of them, several in a row, are all nowhere.
    fn ends_early(&self, meant: &dyn Fn(&&&ContentsEntry) -> bool) -> bool {
        let gone = |entry: &ContentsEntry| {
            let own = self.differing.iter().find(|it| it.text.span == entry.text.span);
            own.is_some_and(|entry| !meant(&entry))
        };
        let last = self.document.contents.iter().rev().take_while(|entry| gone(entry)).count();
        last >= CUT_OFF && last == self.differing.len() && last < self.document.contents.len()
    }
}

/// Whether a document is a part of something longer, by its contents.
pub fn is_part(document: &Document) -> bool {
    document.contents.len() >= PART_OF_WHOLE && Listed::of(document).is_of_more()
}

/// "Bilaga 1: Taxor", "Bilagor".
fn is_appendix(text: &str) -> bool {
    let first = normalized(text).split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_owned();
    ["bilaga", "bilagor", "appendix"].contains(&first.as_str())
}

/// What the contents may say for a heading: all of it, or the name after its mark ("KF:s mål: 1.1 …").
fn wordings(section: &Section) -> Vec<String> {
    let heading = section.heading.iter().map(|heading| bare(&heading.text));
    heading.chain([bare(&section.name)]).filter(|wording| !wording.is_empty()).collect()
}

/// A wording for comparing, without the number of its chapter: the contents may leave it out.
fn bare(text: &str) -> String {
    let lower = normalized(&without_tags(text));
    let (first, rest) = lower.split_once(' ').unwrap_or_default();
    let parts = first.trim_end_matches('.').split('.');
    let numbered = parts
        .into_iter()
        .all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit()));
    without_unit(if numbered { rest } else { &lower }).to_owned()
}

/// A wording without the unit that its table has: "Resultaträkning (mnkr)", "Resultaträkning, mnkr".
fn without_unit(text: &str) -> &str {
    let text = text.trim();
    let ends = text.rsplit_once(['(', ',']).filter(|(name, _)| !name.trim().is_empty());
    let is_unit = |end: &str| {
        let word = end.trim().trim_end_matches(')');
        !word.contains(' ') && uppsikt_text::figure::unit(word).is_some_and(|it| it.is_money())
    };
    ends.filter(|(_, end)| is_unit(end)).map_or(text, |(name, _)| name.trim_end())
}

/// A wording without the tags of HTML in it: "<b>Summary</b>".
fn without_tags(text: &str) -> String {
    let parts = text.split('<').enumerate();
    let kept = parts.map(|(at, part)| match part.split_once('>') {
        Some((tag, rest)) if at > 0 && tag.len() < 8 => rest,
        _ => part,
    });
    kept.collect()
}
