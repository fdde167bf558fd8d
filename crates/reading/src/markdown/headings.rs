//! Headings: with hashes, underlined, in bold, and what a line above says they are.

use super::Reader;
use crate::book::{HeadingKind, Known};
use crate::contents::squeezed;
use crate::joined::Joined;
use crate::markup::{heading_level, is_bold, is_emphasised, unmarked};
use crate::piece::{Heading, Piece};
use crate::plain::opens_goal;
use crate::verdict;
use uppsikt_domain::document::LineRole;
use uppsikt_domain::section::SectionKind;

/// The heading of a part that is printed as the text is, is at most so long, in bytes.
const LONGEST_PART: usize = 60;

impl Reader<'_> {
    pub(super) fn headed(&self, words: Joined, level: Option<u8>) -> Heading {
        let meanings = self.book.headings(&words.text);
        let listed = self.titles.contains(&squeezed(&words.text));
        Heading { words, level, listed, fresh_page: false, labelled: false, meanings }
    }

    pub(super) fn heading(&mut self, line: usize, text: &str) -> Option<usize> {
        let level = heading_level(text).filter(|_| !self.fenced)?;
        let raw = self.source.raw(line);
        let hashes = raw.find('#').unwrap_or(0) + usize::from(level);
        let range = unmarked(raw, hashes..raw.trim_end().trim_end_matches('#').len().max(hashes));
        let mut words = Joined::default();
        words.push(self.source, line, range);
        if words.is_empty() {
            self.take(line, LineRole::Markup, "empty-heading");
            return Some(1);
        }
        let mut heading = self.headed(words, Some(level));
        if let Some(label) = self.label.take() {
            let told = self.book.labelled_headings(&label, &heading.words.text);
            heading.meanings.extend(told);
        }
        let by = heading.meanings.first().map_or("markdown-heading", |known| known.by.as_str()).to_owned();
        self.take(line, LineRole::Heading, &by);
        self.pieces.push(Piece::Heading(heading));
        Some(1)
    }

    /// A paragraph that is bold from end to end is a heading.
    pub(super) fn bold_heading(&mut self, line: usize, text: &str) -> Option<usize> {
        let slanted = || is_emphasised(text) && self.is_part(text) && !self.table_follows(line);
        let part = || slanted() || self.is_part_alone(line, text);
        let below_heading = matches!(self.pieces.last(), Some(Piece::Heading(_)));
        if !(self.ended || below_heading)
            || !(is_bold(text) || part())
            || text.trim_end_matches(['*', '_']).ends_with(':')
        {
            return None;
        }
        if self.is_stated(text) {
            return None;
        }
        if self.source.free(line + 1) {
            return None;
        }
        let raw = self.source.raw(line);
        let mut words = Joined::default();
        words.push(self.source, line, unmarked(raw, 0..raw.len()));
        if self.table_follows(line) && !self.book.is_plain_heading(&words.text) {
            self.take(line, LineRole::Table, "table-caption");
            self.caption = Some(words);
            return Some(1);
        }
        let heading = self.headed(words, None);
        let by = heading.meanings.first().map_or("bold-paragraph", |known| known.by.as_str()).to_owned();
        self.take(line, LineRole::Heading, &by);
        self.pieces.push(Piece::Heading(heading));
        Some(1)
    }

    /// Whether words in emphasis are the heading of a part of the goal above.
    fn is_part(&self, text: &str) -> bool {
        let words = text.trim_matches(['*', '_', ' ']);
        opens_goal(&self.pieces)
            && self.book.is_plain_heading(words)
            && self.book.headings(words).first().is_some_and(Known::is_goal_part)
    }

    /// Whether a line with an empty one above and below is the heading of a part of the open goal in
    /// the style's own words: programs print some headings as they print the text, and who writes may not
    /// mark all of them.
    fn is_part_alone(&self, line: usize, text: &str) -> bool {
        let part = |known: &Known| known.is_goal_part() && !known.by.contains('*');
        let known = || self.book.headings(text);
        let fits = || known().first().is_some_and(part) && !text.ends_with(['.', '?', ',']);
        let opens_table = || self.table_follows(line) && !self.book.is_plain_heading(text);
        let wide = text.len() <= LONGEST_PART && text.starts_with(char::is_uppercase);
        self.ended && wide && fits() && self.in_goal() && !opens_table()
    }

    /// Whether the last heading that is no part of a goal, and no heading that nobody knows, is a goal's.
    fn in_goal(&self) -> bool {
        let other = |known: &Known| !known.is_goal_part();
        let heads = self.pieces.iter().rev().filter_map(|piece| match piece {
            Piece::Heading(heading) => heading.meanings.first().filter(|known| other(known)),
            _ => None,
        });
        heads.map(|known| known.kind).next() == Some(HeadingKind::Section(SectionKind::Goal))
    }

    /// "**Uppfyllt.**" right below the heading of an assessment is what it says.
    pub(super) fn is_stated(&self, text: &str) -> bool {
        use SectionKind::{AssessmentPeriod, AssessmentTerm};
        let assessing =
            |known: &Known| matches!(known.kind, HeadingKind::Section(AssessmentPeriod | AssessmentTerm));
        let below = matches!(self.pieces.last(), Some(Piece::Heading(heading)) if heading.meanings.first().is_some_and(assessing));
        below && verdict::is_status(text.trim_matches(['*', '_', '.', ' ']), self.book)
    }

    /// A short line right above a heading with the style's own word for goal, area or
    /// assignment says what the heading is.
    pub(super) fn heading_label(&mut self, line: usize, text: &str) -> Option<usize> {
        let next = (line + 1..self.source.len()).find(|at| !self.source.blank(*at))?;
        let name = self.source.text(next);
        let alone = self.ended && next > line + 1 && self.source.free(next) && !self.fenced;
        if !alone || heading_level(name).is_none() {
            return None;
        }
        let name = name.trim_start_matches('#').trim().to_owned();
        if self.book.labelled_headings(text, &name).is_empty() {
            return None;
        }
        self.take(line, LineRole::Markup, "heading-label");
        self.label = Some(text.to_owned());
        Some(1)
    }

    /// Turns the paragraph above a line of "===" or "---" into a heading.
    pub(super) fn underline(&mut self, text: &str) -> bool {
        match self.pieces.pop() {
            Some(Piece::Paragraph(words)) if words.source_lines().len() == 1 => {
                let level = if text.starts_with('=') { 1 } else { 2 };
                let heading = self.headed(words, Some(level));
                self.pieces.push(Piece::Heading(heading));
                true
            }
            Some(other) => {
                self.pieces.push(other);
                false
            }
            None => false,
        }
    }
}
