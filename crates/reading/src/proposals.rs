//! What a municipality's style could say in addition, out of what was left over.

use crate::book::{Book, folded, unnumbered};
use crate::recurring::recurring;
use crate::style::HouseStyle;
use crate::unmarked;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use uppsikt_domain::assessment::Status;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::place::Place;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::style_addition::Leftover;
use uppsikt_domain::table::{RowRole, Table, TableKind};
use uppsikt_messages::Message;
use uppsikt_text::compare;

/// A heading is near a known one from so much likeness on, in thousandths.
const NEAR: u16 = 700;

/// An addition to a style file, and why.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// What was left over.
    pub of: Leftover,
    /// Where it stands.
    pub at: Place,
    /// The words that no pattern took, as printed.
    pub words: String,
    /// The same as a pattern of a style: years are any year.
    pub pattern: String,
    /// What they would mean, where the reader has a guess: a word of [`HouseStyle::meanings`].
    pub means: Option<String>,
    /// Why it is proposed.
    pub reason: Message,
    /// What to add to the style file.
    pub toml: String,
}

/// Additions that would let more of the document be understood, in document order.
pub fn proposals(document: &Document, style: &HouseStyle) -> Vec<Proposal> {
    let mut found = Proposer::new(style).of(document);
    found.extend(unmarked::proposal(document, style));
    found
}

/// A style made ready for proposing to many documents.
pub struct Proposer<'a> {
    style: &'a HouseStyle,
    book: Book<'a>,
    near: RefCell<HashMap<String, Option<Near>>>,
}

/// A kind of section, and the heading of the style that a heading is like.
type Near = (SectionKind, String);

impl<'a> Proposer<'a> {
    /// Over a style.
    pub fn new(style: &'a HouseStyle) -> Self {
        Proposer { style, book: Book::new(style), near: RefCell::default() }
    }

    /// Additions that would let more of a document be understood, in document order.
    pub fn of(&self, document: &Document) -> Vec<Proposal> {
        let mut found = Vec::new();
        let again = headings_again(document);
        let shelf = Shelf { proposer: self, style: self.style, book: &self.book, kind: document.kind, again };
        document.sections.iter().for_each(|section| shelf.section(section, None, &mut found));
        for (_, table) in document.tables() {
            shelf.table(table, &mut found);
        }
        let lines = recurring(document).into_iter();
        found.extend(
            lines.filter_map(|line| shelf.heading_words(&line.words, (line.at, line.in_goal), line.sections)),
        );
        let mut told = HashSet::new();
        found.retain(|proposal| told.insert(proposal.toml.clone()));
        found.sort_by(|a, b| a.at.reading_order(b.at));
        found
    }

    /// The kind whose heading is most like some words, and that heading.
    fn nearest(&self, words: &str) -> Option<Near> {
        if let Some(known) = self.near.borrow().get(words) {
            return known.clone();
        }
        let plain =
            self.style.headings.iter().flat_map(|(kind, list)| list.iter().map(move |it| (*kind, it)));
        let scored = plain
            .filter(|(_, it)| !it.contains(['*', '{']))
            .map(|(kind, it)| (likeness(words, it), kind, it));
        let best = scored.max_by_key(|(likeness, _, it)| (*likeness, std::cmp::Reverse(it.len())));
        let near = best.filter(|best| best.0 >= NEAR).map(|best| (best.1, best.2.clone()));
        self.near.borrow_mut().insert(words.to_owned(), near.clone());
        near
    }
}

/// How alike two headings are, in thousandths; the same but for an ending is nearly the same.
fn likeness(words: &str, known: &str) -> u16 {
    let (words, known) = (folded(words), folded(known));
    let shared = words.chars().zip(known.chars()).take_while(|(a, b)| a == b).count();
    let longest = words.chars().count().max(known.chars().count());
    if shared >= 8 && longest - shared <= 3 { 950 } else { compare::likeness_permille(&words, &known) }
}

struct Shelf<'a> {
    proposer: &'a Proposer<'a>,
    style: &'a HouseStyle,
    book: &'a Book<'a>,
    kind: DocumentKind,
    /// How many sections of no known kind have a heading.
    again: HashMap<String, usize>,
}

fn headings_again(document: &Document) -> HashMap<String, usize> {
    let mut times = HashMap::new();
    let all = document.all_sections().into_iter().filter(|section| section.kind == SectionKind::Other);
    for heading in all.filter_map(|section| section.heading.as_ref()) {
        *times.entry(folded(unnumbered(&heading.text).1)).or_default() += 1;
    }
    times
}

/// What a pattern takes for holes.
const HOLES: [char; 2] = ['*', '{'];

/// Words in which a year is any year.
fn any_year(words: &str) -> String {
    let is_year = |word: &str| {
        word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.parse::<u16>().is_ok()
    };
    let word = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if is_year(bare) { word.replace(bare, "{year}") } else { word.to_owned() }
    };
    words.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn without_years(words: &str) -> String {
    any_year(words).replace("{year}", "").trim().to_owned()
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

    /// A heading that no pattern took.
    fn heading(&self, section: &Section, parent: Option<SectionKind>) -> Option<Proposal> {
        let heading = section.heading.as_ref()?;
        let times = self.again.get(&folded(unnumbered(&heading.text).1)).copied().unwrap_or_default();
        use SectionKind::{AssessmentPeriod, AssessmentTerm, Goal};
        let in_goal = matches!(parent, Some(Goal | AssessmentPeriod | AssessmentTerm));
        self.heading_words(&heading.text, (heading.span.at, in_goal), times)
    }

    /// A heading that no pattern took, where a known kind is expected, that is like a known one or
    /// that recurs.
    fn heading_words(&self, text: &str, (at, in_goal): (Place, bool), times: usize) -> Option<Proposal> {
        let words = unnumbered(text).1.trim_end_matches([':', ' ']);
        if words.len() > 90 || words.contains(HOLES) || !self.book.headings(text).is_empty() {
            return None;
        }
        // The name of who decides is no heading of anything.
        if self.book.is_body(words) || folded(words) == folded(&self.style.case.council) {
            return None;
        }
        let near = self.proposer.nearest(&without_years(words));
        let (means, reason) = match near {
            Some((kind, like)) => (Some(kind), Message::new("reading-proposal-near").with("like", like)),
            None if in_goal => {
                let kind = if self.kind.is_report() { SectionKind::Report } else { SectionKind::YearPlan };
                (Some(kind), Message::new("reading-proposal-in-goal"))
            }
            None if times > 1 => (None, Message::new("reading-proposal-recurs").with("times", times)),
            None => return None,
        };
        let pattern = any_year(words);
        let kind = means.unwrap_or(SectionKind::Other).code();
        let toml = format!("[headings]\n{kind} = [{}]", quoted(&pattern));
        let means = means.map(|kind| kind.code().to_owned());
        let words = words.to_owned();
        Some(Proposal { of: Leftover::Heading, at, words, pattern, means, reason, toml })
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
        let (at, words) = (assessment.span.at, words.to_owned());
        let (pattern, reason) = (words.clone(), Message::new("reading-proposal-status"));
        Some(Proposal { of: Leftover::Status, at, words, pattern, means: None, reason, toml })
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
            let (words, reason) = (label.to_owned(), Message::new("reading-proposal-line"));
            let means = self.nearest_line(label);
            Proposal { of: Leftover::Line, at, pattern: words.clone(), words, means, reason, toml }
        };
        unknown.map(|row| proposal(&row.label.text, row.label.span.at)).collect()
    }

    /// The line of the statement that a label is most like.
    fn nearest_line(&self, label: &str) -> Option<String> {
        let lines = self.style.structure.statement.iter();
        let labels = lines.flat_map(|line| {
            std::iter::once(&line.label).chain(&line.synonyms).map(move |own| (likeness(label, own), line))
        });
        let best = labels.max_by_key(|(likeness, _)| *likeness).filter(|(likeness, _)| *likeness >= NEAR);
        best.map(|(_, line)| line.key.clone())
    }

    /// A table of money of which nothing says what it is.
    fn table_kind(&self, table: &Table) -> Option<Proposal> {
        let caption = table.caption.as_ref()?;
        let first = caption.text.split([',', '(', ':']).next().unwrap_or_default().trim();
        let words = first.strip_prefix("Tabell").unwrap_or(first).trim_start_matches([' ', '-', '\u{2013}']);
        if words.len() <= 3 || words.contains(HOLES) {
            return None;
        }
        let pattern = format!("*{}*", any_year(&words.to_lowercase()));
        let toml = format!(
            "[tables]\n# statement | split | budget_areas | investments | ledger | net_cost\nbudget_areas = [{}]",
            quoted(&pattern)
        );
        let (at, words) = (caption.span.at, words.to_owned());
        let reason = Message::new("reading-proposal-table");
        Some(Proposal { of: Leftover::Table, at, words, pattern, means: None, reason, toml })
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
        let near = "# Delårsrapport 2031\n\nVi har sått.\n\n# Sammanfattningen 2031\n\nText.\n";
        let near = proposals(&read("b.md", near.as_bytes(), &style).unwrap(), &style);
        assert_eq!(near[0].pattern, "Sammanfattningen {year}", "a year is any year");
        assert_eq!(near[0].means.as_deref(), Some("summary"));
        assert_eq!(any_year("från 2031 års ram (2032)"), "från {year} års ram ({year})");
        let again = found.iter().fold(String::from("name = \"Vi\"\n"), |own, it| {
            if it.toml.starts_with("[headings]\nreport") { own + &it.toml } else { own }
        });
        let own = HouseStyle::from_toml(&again).unwrap();
        let document = read("a.md", text.as_bytes(), &own).unwrap();
        assert!(proposals(&document, &own).iter().all(|it| !it.toml.contains("Så här långt")));
    }
}
