//! What is said inside the sections: assessments, assignments, indicators, effects, figures
//! and references.

use crate::assessments;
use crate::assignments;
use crate::book::{Book, first_fit, unnumbered};
use crate::case::Parts;
use crate::indicators;
use crate::joined::Joined;
use crate::priorities;
use crate::prose;
use crate::references::{self, Finder};
use crate::source::Source;
use crate::words::Words;
use rayon::prelude::*;
use std::collections::HashSet;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::document::{Document, DocumentKind, LineRole, ProseFigure, Reference, ReferenceTo};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::Row;

/// So many headings at least under the chapter of the goals hold goals, where they are areas.
const FEWEST_AREAS: usize = 2;

/// What the enriching looks at.
pub(crate) struct Enrich<'a> {
    pub source: &'a Source,
    pub book: &'a Book<'a>,
    pub words: &'a Words,
    /// The document's year.
    pub year: Option<i32>,
    /// Whether it is a plan.
    pub plan: bool,
}

/// What a section stands in, however deep.
#[derive(Debug, Clone, Copy, Default)]
struct Within {
    goal: bool,
    report: bool,
}

impl Enrich<'_> {
    /// Fills in what the sections say.
    pub fn sections(&self, sections: &mut [Section]) {
        self.below(sections, None, "", Within::default());
    }

    /// `inside` a section of a following kind, under the words of headings.
    fn below(&self, sections: &mut [Section], inside: Option<SectionKind>, headed: &str, within: Within) {
        let (words, source, book, year) = (self.words, self.source, self.book, self.year);
        let reader = indicators::Reader { words, source, book, year, plan: self.plan };
        // Sections do not know each other: they are enriched side by side.
        sections.par_iter_mut().for_each(|section| {
            section.assessment = assessments::of(section, self.words, self.source, self.book, self.year);
            section.assignment = assignments::of(section, self.words, self.source, self.book);
            let kind = if indicators::follows(section.kind) { Some(section.kind) } else { inside };
            let named = if indicators::follows(section.kind) {
                section.name.clone()
            } else {
                format!("{headed} {}", section.name)
            };
            let within = Within {
                goal: within.goal || section.kind == SectionKind::Goal,
                report: within.report || section.kind == SectionKind::Report,
            };
            section.indicators = match kind {
                Some(_) => reader.of(section, &named),
                None if within.goal => reader.elsewhere(section, within.report),
                None => reader.outside(section),
            };
            if section.kind == SectionKind::Priority {
                self.effect(section);
            }
            let below = kind.filter(|kind| *kind != SectionKind::Report);
            self.below(&mut section.sections, below, &named, within);
            if section.kind == SectionKind::Goal {
                indicators::keep_measured(section);
            }
        });
    }

    /// The expected effect of a priority: under a heading of its own, or a sentence.
    fn effect(&self, section: &mut Section) {
        let headed = section.sections.iter().find(|inner| {
            inner.kind == SectionKind::DesiredOutcome || first_fit(&self.book.effects, &inner.name).is_some()
        });
        let under_heading = headed.and_then(|inner| {
            let block = inner.blocks.first()?;
            self.words.of_block(block).first().map(|words| words.all_at(self.source))
        });
        let texts = self.words.of_section(section);
        section.expected_effect =
            under_heading.or_else(|| priorities::effect(&texts, self.source, self.book));
    }

    /// What a case asks.
    pub fn case(&self, document: &mut Document) {
        Parts { source: self.source, book: self.book, words: self.words }.fill(document);
    }

    fn finder(&self, document: &Document) -> Finder {
        let (goals, others): (Vec<&Section>, Vec<&Section>) =
            document.all_sections().into_iter().partition(|section| section.kind == SectionKind::Goal);
        let names = |sections: Vec<&Section>| -> Vec<String> {
            sections.into_iter().map(|section| section.name.clone()).filter(|name| name.len() > 5).collect()
        };
        let heading = |section: &&Section| section.heading.as_ref().map(|heading| heading.text.clone());
        let named = references::Named {
            headings: goals.iter().filter_map(heading).collect(),
            numbers: others.iter().filter_map(heading).filter_map(|text| number(&text)).collect(),
            orders: orders(document),
            tables: captioned(document),
            goals: names(goals),
            sections: names(others),
        };
        Finder::new(named, &self.book.style.references)
    }

    /// Figures and references in headings, paragraphs, items and notes.
    pub fn prose(&self, document: &mut Document) {
        let finder = self.finder(document);
        let said = |section: &&Section| self.said(section, &finder);
        let found: Vec<_> = document.all_sections().par_iter().map(said).collect();
        let (figures, references): (Vec<_>, Vec<_>) = found.into_iter().unzip();
        let (mut figures, mut references) = (figures.concat(), references.concat());
        if document.kind != DocumentKind::Case {
            references.extend(self.own_cases());
        }
        figures.sort_by(|a, b| a.span.at.reading_order(b.span.at));
        references.sort_by(|a, b| a.span.at.reading_order(b.span.at));
        (document.figures, document.references) = (figures, references);
    }

    /// The cases that the title page names: what the document was decided in.
    fn own_cases(&self) -> Vec<Reference> {
        let titled = (0..self.source.len()).filter(|line| self.source.lines[*line].role == LineRole::Title);
        let cases = titled.flat_map(|line| {
            let words = Joined::line(self.source, line);
            let found = references::cases(&words.text).into_iter();
            let told = |range: std::ops::Range<usize>| words.text_at(self.source, range);
            found.map(told).collect::<Vec<_>>()
        });
        cases.map(|it| Reference { text: it.text, to: ReferenceTo::Case, span: it.span }).collect()
    }

    /// Figures and references of a section's own heading and blocks.
    fn said(&self, section: &Section, finder: &Finder) -> (Vec<ProseFigure>, Vec<Reference>) {
        let (mut figures, mut references) = (Vec::new(), Vec::new());
        let counted = &self.book.style.prose.counted;
        if let Some(words) = section.heading.as_ref().and_then(|heading| self.words.at(heading.span)) {
            // "2 Händelser": what a heading begins with is its number.
            let numbered = |it: &ProseFigure| words.text.starts_with(&it.text) || is_in_mark(section, it);
            figures
                .extend(prose::figures(words, self.source, counted).into_iter().filter(|it| !numbered(it)));
        }
        references.extend(section.blocks.iter().flat_map(cases_in_table));
        for words in section.blocks.iter().flat_map(|block| self.words.of_block(block)) {
            figures.extend(prose::figures(words, self.source, counted));
            references.extend(finder.references(words, self.source));
        }
        (figures, references)
    }
}

/// The number before a heading: "3.2 Ekonomi".
fn number(heading: &str) -> Option<String> {
    let number = heading[..unnumbered(heading).0].trim().trim_end_matches('.');
    (!number.is_empty()).then(|| number.to_owned())
}

/// The numbers that captions of tables, diagrams and headings of appendices begin with: "Tabell 4. Avgifter".
fn captioned(document: &Document) -> HashSet<String> {
    let tables = document.tables().into_iter().filter_map(|(_, table)| Some(&table.caption.as_ref()?.text));
    let sections = document.all_sections();
    let headings = sections.iter().filter_map(|section| Some(&section.heading.as_ref()?.text));
    let blocks = sections.iter().flat_map(|section| &section.blocks);
    let diagrams = blocks.filter_map(|block| match &block.content {
        Content::Diagram { caption, .. } => Some(caption),
        _ => None,
    });
    let second = |text: &String| {
        let word = text.split_whitespace().nth(1)?.trim_end_matches(['.', ':', ',']);
        word.starts_with(|c: char| c.is_ascii_digit()).then(|| word.to_owned())
    };
    tables.chain(headings).chain(diagrams).filter_map(second).collect()
}

/// The numbers of a document's orders: in their headings ("Uppdrag 3: …"), or in the first column of
/// their table.
fn orders(document: &Document) -> HashSet<String> {
    let is_order = |section: &&Section| section.kind == SectionKind::Assignment;
    let headed = document.all_sections().into_iter().filter(is_order).filter_map(|order| {
        let words = order.heading.as_ref()?.text.split_whitespace().nth(1)?.trim_end_matches([':', '.']);
        Some(words.to_owned())
    });
    let tables = document.tables().into_iter().map(|(_, table)| table);
    let ordered = tables.filter(|table| table.goals.iter().any(|row| row.kind == SectionKind::Assignment));
    let labels =
        ordered.flat_map(|table| &table.rows).map(|row| row.label.text.trim_end_matches('.').to_owned());
    let number = |text: &String| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    headed.chain(labels).filter(number).collect()
}

/// Whether a figure begins before the name in a heading: "1 Alla elever" of "Mål 1 Alla elever ska …".
fn is_in_mark(section: &Section, figure: &ProseFigure) -> bool {
    let Some(heading) = &section.heading else { return false };
    let mark = heading.text.find(section.name.as_str()).map_or("", |at| &heading.text[..at]);
    let (start, at) = (heading.span.at, figure.span.at);
    let end = u32::try_from(mark.chars().count()).unwrap_or(0).saturating_add(start.column);
    !mark.is_empty() && at.line == start.line && at.column < end
}

/// The cases that the labels and cells of a table name.
fn cases_in_table(block: &Block) -> Vec<Reference> {
    let Content::Table(table) = &block.content else { return Vec::new() };
    let printed = |row: &Row| {
        let cells = row.cells.iter().filter_map(|cell| Some((cell.printed.clone()?, cell.span)));
        std::iter::once((row.label.text.clone(), row.label.span)).chain(cells).collect::<Vec<_>>()
    };
    let told = table.rows.iter().flat_map(printed);
    let cases = told.flat_map(|(text, span)| {
        let found = references::cases(&text).into_iter().map(|range| text[range].to_owned());
        found.map(|text| Reference { text, to: ReferenceTo::Case, span }).collect::<Vec<_>>()
    });
    cases.collect()
}

/// Goals and areas without mark: known by what stands inside them.
pub(crate) fn find_unmarked(sections: &mut [Section], book: &Book<'_>, document: DocumentKind) {
    if document == DocumentKind::Case || document == DocumentKind::Unknown {
        return;
    }
    for section in sections {
        let marked = section.all().iter().any(|inner| inner.kind == SectionKind::Goal);
        let all = !marked && book.style.goals.unmarked;
        if section.kind == SectionKind::Goals && (!marked || book.style.goals.unmarked) {
            section.sections.iter_mut().for_each(|inner| mark(inner, book, all));
        }
        if all {
            mark_in_areas(section, book);
        }
    }
}

/// The headings right below areas, where the style says that goals have no mark.
fn mark_in_areas(section: &mut Section, book: &Book<'_>) {
    let area = section.kind == SectionKind::GoalArea;
    for inner in &mut section.sections {
        if area && inner.heading.is_some() {
            mark(inner, book, true);
        }
        mark_in_areas(inner, book);
    }
}

/// Headings right under the chapter of the goals that hold goals are areas, where two or more do and none
/// is marked: "3.1 Trygg vardag" above "M1 Alla är trygga".
pub(crate) fn find_areas(sections: &mut [Section], book: &Book<'_>) {
    let marked = sections.iter().flat_map(Section::all).any(|it| it.kind == SectionKind::GoalArea);
    if marked || !book.style.goals.areas {
        return;
    }
    let holds = |section: &Section| {
        let goal = section.sections.iter().any(|inner| inner.kind == SectionKind::Goal);
        section.kind == SectionKind::Other && section.heading.is_some() && goal
    };
    for section in sections.iter_mut().filter(|section| section.kind == SectionKind::Goals) {
        if section.sections.iter().filter(|inner| holds(inner)).count() >= FEWEST_AREAS {
            section.sections.iter_mut().filter(|inner| holds(inner)).for_each(name_area);
        }
    }
}

/// Makes a section an area, named by its heading without the number.
fn name_area(section: &mut Section) {
    section.kind = SectionKind::GoalArea;
    section.name = unnumbered(&section.name).1.to_owned();
}

/// A section that links to Agenda 2030 or holds the parts of a contribution is a goal; one
/// that holds goals is an area.
fn mark(section: &mut Section, book: &Book<'_>, all: bool) {
    if section.kind != SectionKind::Other {
        return;
    }
    section.sections.iter_mut().for_each(|inner| mark(inner, book, false));
    let holds_goals = section.sections.iter().any(|inner| inner.kind == SectionKind::Goal);
    if holds_goals {
        section.kind = SectionKind::GoalArea;
    } else if all || is_goal(section, book) {
        section.kind = SectionKind::Goal;
        section.sections.iter_mut().for_each(|inner| name_parts(inner, book));
    }
}

fn is_goal(section: &Section, book: &Book<'_>) -> bool {
    let linked = |block: &Block| matches!(block.content, Content::Agenda { .. });
    let part = |section: &Section| part_kind(section, book).is_some();
    section.blocks.iter().any(linked) || section.sections.iter().any(part)
}

fn part_kind(section: &Section, book: &Book<'_>) -> Option<SectionKind> {
    use SectionKind::*;
    let known = book.headings(section.heading.as_ref().map(|heading| heading.text.as_str())?);
    known.into_iter().find_map(|known| match known.kind {
        crate::book::HeadingKind::Section(
            kind @ (TermPlan | TermChanges | YearPlan | DesiredOutcome | FollowUp | Report | AssessmentPeriod
            | AssessmentTerm),
        ) => Some(kind),
        _ => None,
    })
}

fn name_parts(section: &mut Section, book: &Book<'_>) {
    if let Some(kind) = part_kind(section, book).filter(|_| section.kind == SectionKind::Other) {
        section.kind = kind;
        if matches!(kind, SectionKind::YearPlan | SectionKind::Report) {
            let inner = section.sections.iter_mut().filter(|inner| inner.kind == SectionKind::Other);
            inner.for_each(|inner| inner.kind = SectionKind::Initiative);
        }
    }
    section.sections.iter_mut().for_each(|inner| name_parts(inner, book));
}
