//! Who is told of a decision and who is to answer: under headings, after labels, in tables and in sentences.

use super::Parts;
use super::names::Names;
use super::region::APART;
use crate::book::{first_fit, folded};
use crate::pattern::Pattern;
use crate::words::holds_any;
use uppsikt_domain::block::Content;
use uppsikt_domain::document::{CaseHead, Document};
use uppsikt_domain::table::Table;
use uppsikt_text::{dates, sentence};

/// A name in a sentence has so many words at most.
const MOST_WORDS: usize = 9;

impl Parts<'_> {
    pub(super) fn names(&self) -> Names<'_> {
        let words = &self.book.style.case;
        Names { bodies: &words.bodies, officials: &words.officials }
    }

    /// Bodies and persons below some headings or after them as labels.
    pub(super) fn people(&self, document: &Document, headings: &[Pattern]) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for paragraphs in self.below(headings) {
            for lines in self.listing(paragraphs) {
                found.extend(self.people_in(document, &lines));
            }
        }
        found.extend(self.labelled_bodies(headings));
        let mut told: Vec<String> = Vec::new();
        found.retain(|name| {
            let fresh = !told.contains(name);
            told.push(name.clone());
            fresh
        });
        found
    }

    fn people_in(&self, document: &Document, lines: &[usize]) -> Vec<String> {
        let number = |line: &usize| self.source.number(*line);
        let within = |table: &&Table| {
            let rows = table.rows.iter().map(|row| row.label.span.at.line);
            let (first, last) = (lines.first().map(number), lines.last().map(number));
            rows.into_iter().any(|row| Some(row) >= first && Some(row) <= last)
        };
        let marked = self.source.text(lines[0]).starts_with('|');
        let tables: Vec<&Table> = document.tables().into_iter().map(|(_, table)| table).collect();
        if let Some(table) = tables.into_iter().filter(|_| marked).find(within) {
            return self.people_of_table(table, true);
        }
        // The caption of a table names nobody.
        let captioned = lines.len() > 2
            && self.source.text(lines[0]).contains(|c: char| c.is_ascii_digit())
            && !self.source.raw(lines[0]).trim().contains(APART)
            && self.source.raw(lines[1]).trim().contains(APART);
        let lines = &lines[usize::from(captioned)..];
        let headed = self.source.raw(lines[0]).trim();
        let columns: Vec<&str> = cells(headed).collect();
        let instance = columns.iter().position(|cell| self.is_instance(cell)).filter(|_| columns.len() > 1);
        if let Some(column) = instance {
            let of_row = |line: &usize| cells(self.source.raw(*line)).nth(column).map(str::to_owned);
            let told: Vec<String> = lines[1..].iter().filter_map(of_row).collect();
            return told.iter().flat_map(|cell| self.names().of(cell)).collect();
        }
        let items = self.rows_or_items(lines);
        items.iter().flat_map(|item| self.names().of(item)).collect()
    }

    /// The cells of lines in columns, else the items.
    fn rows_or_items(&self, lines: &[usize]) -> Vec<String> {
        let apart = |line: &usize| self.source.raw(*line).trim().contains(APART);
        if !lines.iter().any(apart) {
            return self.items(lines);
        }
        let cells = lines.iter().flat_map(|line| cells(self.source.raw(*line)));
        cells.filter(|cell| dates::first_range(cell).is_none()).map(str::to_owned).collect()
    }

    /// The names in the column that says who is to answer; where none does, in those of words.
    pub(super) fn people_of_table(&self, table: &Table, sure: bool) -> Vec<String> {
        let column = |at: usize| -> Vec<&str> {
            let rows = table.rows.iter();
            rows.filter_map(|row| match at {
                0 => Some(row.label.text.as_str()),
                _ => row.cells.get(at - 1)?.printed.as_deref(),
            })
            .collect()
        };
        let heads = std::iter::once(table.label_heading.as_str())
            .chain(table.columns.iter().map(|column| column.heading.text.as_str()));
        let heads: Vec<&str> = heads.collect();
        let mut told: Vec<usize> = (0..heads.len()).filter(|at| self.is_instance(heads[*at])).collect();
        if told.is_empty() && sure {
            let worded = |at: &usize| {
                let cells = column(*at);
                let named = cells.iter().filter(|cell| self.names().is_body(cell)).count();
                named * 2 >= cells.len() && !cells.is_empty()
            };
            told = (0..heads.len()).filter(worded).collect();
        }
        told.into_iter().flat_map(&column).flat_map(|cell| self.names().of(cell)).collect()
    }

    fn is_instance(&self, heading: &str) -> bool {
        let heading = folded(heading.trim_matches(['*', ' ', ':']));
        let known = |part: &str| self.book.style.case.instances.iter().any(|word| folded(word) == part);
        known(&heading) || heading.split(" och ").any(known)
    }

    /// Those whom a table names in a column for them, wherever it stands.
    pub(super) fn consulted_in_tables(&self, document: &Document) -> Vec<String> {
        let patterns = &self.book.case_consultees;
        let tables = document.tables().into_iter().map(|(_, table)| table);
        let heads = |table: &Table| {
            let columns = table.columns.iter().map(|column| column.heading.text.clone());
            columns.chain([table.label_heading.clone()]).collect::<Vec<_>>()
        };
        let consulted = tables.filter(|table| {
            heads(table).iter().any(|head| {
                first_fit(patterns, head).is_some() || (self.is_instance(head) && self.refers(head))
            })
        });
        consulted.flat_map(|table| self.people_of_table(table, false)).collect()
    }

    /// Those whom a sentence names after "remitteras till": in what is proposed, else in the text.
    pub(super) fn consulted_in_sentences(&self, document: &Document, case: &CaseHead) -> Vec<String> {
        let proposed = case.proposed_decisions.iter().find_map(|text| self.sent_to(text));
        let told = || {
            let blocks = document.all_sections().into_iter().flat_map(|section| &section.blocks);
            let texts = blocks.filter(|block| !matches!(block.content, Content::Table(_)));
            let texts = texts.flat_map(|block| self.words.of_block(block));
            let mut sentences = texts.flat_map(|words| sentence::sentences(&words.text));
            sentences.find_map(|text| self.sent_to(text))
        };
        proposed.or_else(told).unwrap_or_default()
    }

    /// The names after "till" in a sentence that says that something is sent out for answers; none where a
    /// piece of them is no name.
    fn sent_to(&self, text: &str) -> Option<Vec<String>> {
        let words = &self.book.style.case;
        let said =
            words.sends.iter().filter_map(|word| text.find(word.as_str()).map(|at| at + word.len())).min()?;
        let to = ["till ", "av ", "från "].iter().filter_map(|word| {
            let at = said + text[said..].find(&format!(" {word}"))? + word.len() + 1;
            Some(at)
        });
        let rest = &text[to.min()?..];
        let end =
            words.sends_end.iter().filter_map(|word| rest.find(word.as_str())).min().unwrap_or(rest.len());
        let names = self.names();
        let found = names.of(&rest[..end]);
        let sound = |name: &String| {
            let many = holds_any(&folded(name), &words.many);
            let capital =
                name.split(' ').any(|word| word.starts_with(char::is_uppercase) && rest.contains(word));
            !many
                && name.split(' ').count() <= MOST_WORDS
                && (names.is_body(name) || capital || names.is_known(name))
        };
        (!found.is_empty() && found.iter().all(sound)).then_some(found)
    }
}

fn cells(line: &str) -> impl Iterator<Item = &str> {
    let line = line.trim();
    let apart = if line.contains(APART) { "  " } else { APART };
    line.split(apart).map(str::trim).filter(|cell| !cell.is_empty())
}
