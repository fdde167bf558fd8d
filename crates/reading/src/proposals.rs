//! What a municipality's style could say in addition, out of what was left over.

use crate::book::{Book, folded, unnumbered};
use crate::style::HouseStyle;
use std::collections::HashSet;
use uppsikt_domain::assessment::Status;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::place::Place;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::{RowRole, Table, TableKind};
use uppsikt_messages::Message;
use uppsikt_text::compare;

/// A heading is near a known one from so much likeness on, in thousandths.
const NEAR: u16 = 700;

/// An addition to a style file, and why.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// Where what was left over stands.
    pub at: Place,
    /// The words that no pattern took, as printed.
    pub words: String,
    /// Why it is proposed.
    pub reason: Message,
    /// What to add to the style file.
    pub toml: String,
}

/// Additions that would let more of the document be understood, in document order.
pub fn proposals(document: &Document, style: &HouseStyle) -> Vec<Proposal> {
    let book = Book::new(style);
    let mut found = Vec::new();
    let shelf = Shelf { style, book: &book, kind: document.kind };
    document.sections.iter().for_each(|section| shelf.section(section, None, &mut found));
    for (_, table) in document.tables() {
        shelf.table(table, &mut found);
    }
    let mut told = HashSet::new();
    found.retain(|proposal| told.insert(proposal.toml.clone()));
    found.sort_by(|a, b| a.at.reading_order(b.at));
    found
}

/// How alike two headings are, in thousandths; the same but for an ending is nearly the same.
fn likeness(words: &str, known: &str) -> u16 {
    let (words, known) = (folded(words), folded(known));
    let shared = words.chars().zip(known.chars()).take_while(|(a, b)| a == b).count();
    let longest = words.chars().count().max(known.chars().count());
    if shared >= 8 && longest - shared <= 3 { 950 } else { compare::likeness_permille(&words, &known) }
}

struct Shelf<'a> {
    style: &'a HouseStyle,
    book: &'a Book<'a>,
    kind: DocumentKind,
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

impl Shelf<'_> {
    fn section(&self, section: &Section, parent: Option<SectionKind>, found: &mut Vec<Proposal>) {
        if section.kind == SectionKind::Other {
            found.extend(self.heading(section, parent));
        }
        found.extend(self.status(section));
        section.sections.iter().for_each(|inner| self.section(inner, Some(section.kind), found));
    }

    /// A heading that no pattern took, where a known kind is expected or that is like a known one.
    fn heading(&self, section: &Section, parent: Option<SectionKind>) -> Option<Proposal> {
        let heading = section.heading.as_ref()?;
        let words = unnumbered(&heading.text).1.trim_end_matches([':', ' ']);
        if words.len() > 90 || !self.book.headings(&heading.text).is_empty() {
            return None;
        }
        let near = self.nearest(words);
        let in_goal = parent == Some(SectionKind::Goal);
        let (kind, reason) = match near {
            Some((kind, like)) => (kind, Message::new("reading-proposal-near").with("like", like)),
            None if in_goal => {
                let kind = if self.kind.is_report() { SectionKind::Report } else { SectionKind::YearPlan };
                (kind, Message::new("reading-proposal-in-goal"))
            }
            None => return None,
        };
        let toml = format!("[headings]\n{} = [{}]", kind.code(), quoted(words));
        Some(Proposal { at: heading.span.at, words: words.to_owned(), reason, toml })
    }

    /// The kind whose heading is most like some words, and that heading.
    fn nearest(&self, words: &str) -> Option<(SectionKind, String)> {
        let plain =
            self.style.headings.iter().flat_map(|(kind, list)| list.iter().map(move |it| (*kind, it)));
        let scored = plain
            .filter(|(_, it)| !it.contains(['*', '{']))
            .map(|(kind, it)| (likeness(words, it), kind, it));
        let best = scored.max_by_key(|(likeness, _, it)| (*likeness, std::cmp::Reverse(it.len())))?;
        (best.0 >= NEAR).then(|| (best.1, best.2.clone()))
    }

    /// An assessment in words that say nothing on the scale.
    fn status(&self, section: &Section) -> Option<Proposal> {
        let assessment = section.assessment.as_ref().filter(|it| it.status == Status::NotStated)?;
        let words = assessment.wording.trim_end_matches('.');
        let known = folded(words);
        let said = self.style.status.not_stated.iter().any(|own| known.contains(&folded(own)));
        if words.is_empty() || words.len() > 120 || said {
            return None;
        }
        let toml = format!(
            "[status]\n# on_track | partly_on_track | off_track | not_stated\non_track = [{}]",
            quoted(words)
        );
        let reason = Message::new("reading-proposal-status");
        Some(Proposal { at: assessment.span.at, words: words.to_owned(), reason, toml })
    }

    fn table(&self, table: &Table, found: &mut Vec<Proposal>) {
        if table.kind == TableKind::Statement {
            found.extend(self.lines(table));
        } else if table.kind == TableKind::Other && table.unit.is_money() {
            found.extend(self.table_kind(table));
        }
    }

    /// Rows of a statement that are none of its lines.
    fn lines(&self, table: &Table) -> Vec<Proposal> {
        let unknown = table.rows.iter().filter(|row| row.line.is_none() && row.role == RowRole::Item);
        let proposal = |label: &str, at: Place| {
            let key: String =
                folded(label).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
            let toml = format!("[[structure.statement]]\nkey = {}\nlabel = {}", quoted(&key), quoted(label));
            Proposal { at, words: label.to_owned(), reason: Message::new("reading-proposal-line"), toml }
        };
        unknown.map(|row| proposal(&row.label.text, row.label.span.at)).collect()
    }

    /// A table of money of which nothing says what it is.
    fn table_kind(&self, table: &Table) -> Option<Proposal> {
        let caption = table.caption.as_ref()?;
        let first = caption.text.split([',', '(', ':']).next().unwrap_or_default().trim();
        let words = first.strip_prefix("Tabell").unwrap_or(first).trim_start_matches([' ', '-', '\u{2013}']);
        let toml = format!(
            "[tables]\n# statement | split | budget_areas | investments | ledger | net_cost\nbudget_areas = [{}]",
            quoted(&format!("*{}*", words.to_lowercase()))
        );
        let reason = Message::new("reading-proposal-table");
        (words.len() > 3).then(|| Proposal { at: caption.span.at, words: words.to_owned(), reason, toml })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    #[test]
    fn what_was_left_over_is_proposed_with_the_toml_to_add() {
        let text = "# Delårsrapport 2031\n\n## Kommunfullmäktigemål - Fler ängar\n\n### Så här långt har det gått\n\nVi har sått.\n\n### Bedömning för perioden\n\nTrögt men stadigt.\n\n## Ekonomisk redovisningen\n\nText.\n";
        let style = HouseStyle::standard();
        let document = read("a.md", text.as_bytes(), &style).unwrap();
        let found = proposals(&document, &style);
        let toml: String = found.iter().map(|it| format!("{}\n", it.toml)).collect();
        for line in [
            "report = [\"Så här långt har det gått\"]",
            "on_track = [\"Trögt men stadigt\"]",
            "economy = [\"Ekonomisk redovisningen\"]",
        ] {
            assert!(toml.contains(line), "{line} in {toml}");
        }
        let again = found.iter().fold(String::from("name = \"Vi\"\n"), |own, it| {
            if it.toml.starts_with("[headings]\nreport") { own + &it.toml } else { own }
        });
        let own = HouseStyle::from_toml(&again).unwrap();
        let document = read("a.md", text.as_bytes(), &own).unwrap();
        assert!(proposals(&document, &own).iter().all(|it| !it.toml.contains("Så här långt")));
    }
}
