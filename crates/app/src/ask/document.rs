//! A document as read: the whole tree in order, nothing left out.

use super::documents::{DocumentRow, row};
use super::held::{Held, held};
use super::origin::Origin;
use super::table::{Signs, TableView, table};
use crate::city::City;
use std::collections::BTreeMap;
use uppsikt_domain::agenda::AgendaLink;
use uppsikt_domain::assessment::Assessment;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::document::{ContentsEntry, LineRole, Unread};
use uppsikt_domain::municipality::Body;
use uppsikt_domain::overruled::Stand;
use uppsikt_domain::place::{Place, Span, TextAt};
use uppsikt_domain::registry::{GoalVersion, StoredDocument};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_text::compare;

/// A document as read.
#[derive(Debug, Clone)]
pub struct DocumentView<'a> {
    /// The document, with counts.
    pub row: DocumentRow<'a>,
    /// The body that answers for it.
    pub body: Option<&'a Body>,
    /// What the title page prints.
    pub title_page: Vec<Line<'a>>,
    /// The printed table of contents.
    pub contents: Vec<ContentsLine<'a>>,
    /// The chapters, in order.
    pub chapters: Vec<Chapter<'a>>,
    /// What nobody took.
    pub unread: &'a [Unread],
    /// The same kind of document of the same body, other years.
    pub other_years: Vec<&'a StoredDocument>,
}

/// A line that is shown as printed.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// Its words.
    pub text: &'a str,
    /// Where it stands.
    pub origin: Origin<'a>,
}

/// An entry of the printed table of contents.
#[derive(Debug, Clone, Copy)]
pub struct ContentsLine<'a> {
    /// As printed.
    pub entry: &'a ContentsEntry,
    /// The id of the section that it leads to, where one has that heading.
    pub section: Option<&'a str>,
    /// Where the entry stands.
    pub origin: Origin<'a>,
}

/// A chapter: a section of the outermost level.
#[derive(Debug, Clone)]
pub struct Chapter<'a> {
    /// The section.
    pub section: &'a Section,
    /// Where it stands.
    pub origin: Origin<'a>,
    /// What stands in it, in order, the chapter's own heading left out.
    pub pieces: Vec<Piece<'a>>,
}

/// Something that a chapter shows.
#[derive(Debug, Clone)]
pub enum Piece<'a> {
    /// The heading of an inner section.
    Heading(Heading<'a>),
    /// Running text.
    Paragraph {
        /// CommonMark without HTML.
        text: &'a str,
        /// Where it stands.
        origin: Origin<'a>,
    },
    /// Words that hold instead of the section's own ones, which were rejected.
    Held(Held<'a>),
    /// That the words before it were rejected, and what holds instead.
    Rejected(Held<'a>),
    /// That what stands before it was rejected, and what holds instead. Empty: nothing does.
    Refused(Vec<&'a Stand>),
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// Its items.
        items: &'a [TextAt],
    },
    /// Links to Agenda 2030.
    Agenda {
        /// The sentence before them.
        intro: Option<&'a str>,
        /// The links.
        links: &'a [AgendaLink],
        /// Where they stand.
        origin: Origin<'a>,
    },
    /// A table.
    Table(TableView<'a>),
    /// A note.
    Note {
        /// Its text.
        text: &'a str,
        /// Where it stands.
        origin: Origin<'a>,
    },
    /// A diagram, of which only the words are known.
    Diagram {
        /// Its caption.
        caption: &'a str,
        /// Its printed source.
        source: &'a str,
        /// Where it stands.
        origin: Origin<'a>,
    },
}

/// The heading of an inner section, with what the section was understood as.
#[derive(Debug, Clone)]
pub struct Heading<'a> {
    /// The section.
    pub section: &'a Section,
    /// The heading as printed.
    pub text: &'a str,
    /// The level on the page: 3 for what stands directly in a chapter, at most 6.
    pub level: u8,
    /// Where it stands.
    pub origin: Origin<'a>,
    /// The goal of the municipality that it names.
    pub goal: Option<&'a GoalVersion>,
    /// The assessment that the section makes.
    pub assessment: Option<&'a Assessment>,
}

/// A document as read.
pub fn document<'a>(city: &'a City, slug: &str) -> Option<DocumentView<'a>> {
    let stored = city.document(slug)?;
    let read = &stored.document;
    Some(DocumentView {
        row: row(city, stored),
        body: city.body_of(stored),
        title_page: title_page(stored),
        contents: contents(stored),
        chapters: read.sections.iter().map(|section| chapter(city, stored, section)).collect(),
        unread: &read.unread,
        other_years: other_years(city, stored),
    })
}

fn title_page(stored: &StoredDocument) -> Vec<Line<'_>> {
    let lines = (1..).zip(&stored.document.lines).filter(|(_, line)| line.role == LineRole::Title);
    let shown = lines.map(|(number, line)| Line {
        text: line.text.trim().trim_start_matches(['#', '-', '*']).trim_start(),
        origin: Origin::of(stored, whole_line(number)),
    });
    shown.collect()
}

fn whole_line(number: u32) -> Span {
    Span { at: Place::on_line(number), end_line: number, end_column: 1 }
}

fn contents(stored: &StoredDocument) -> Vec<ContentsLine<'_>> {
    if stored.document.contents.is_empty() {
        return Vec::new();
    }
    let mut named: BTreeMap<String, &str> = BTreeMap::new();
    for section in stored.document.all_sections() {
        if let Some(heading) = &section.heading {
            named.entry(compare::normalized(&heading.text)).or_insert(&section.id);
        }
    }
    let line = |entry| contents_line(stored, entry, &named);
    stored.document.contents.iter().map(line).collect()
}

fn contents_line<'a>(
    stored: &'a StoredDocument,
    entry: &'a ContentsEntry,
    named: &BTreeMap<String, &'a str>,
) -> ContentsLine<'a> {
    let section = named.get(&compare::normalized(&entry.text.text)).copied();
    ContentsLine { entry, section, origin: Origin::of(stored, entry.text.span) }
}

fn chapter<'a>(city: &'a City, stored: &'a StoredDocument, section: &'a Section) -> Chapter<'a> {
    let mut pieces = Vec::new();
    gather(Shown::AsPrinted, (city, stored), section, 2, &mut pieces);
    let heading = section.heading.as_ref().map_or(section.span, |heading| heading.span);
    Chapter { section, origin: Origin::of(stored, heading), pieces }
}

/// Which words are shown where the latest ones were rejected.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    /// Those of the latest version, and that others hold.
    AsPrinted,
    /// Those that hold, and that the latest version says otherwise.
    AsHeld,
}

/// What holds of what stands in a section, in order, its own heading left out. `level` is that of
/// the section's own heading on the page.
pub fn pieces<'a>(
    city: &'a City,
    stored: &'a StoredDocument,
    section: &'a Section,
    level: u8,
) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    gather(Shown::AsHeld, (city, stored), section, level, &mut pieces);
    pieces
}

fn gather<'a>(
    shown: Shown,
    (city, stored): (&'a City, &'a StoredDocument),
    section: &'a Section,
    level: u8,
    pieces: &mut Vec<Piece<'a>>,
) {
    let holds = held(stored, section);
    let is_left_out = |block: &&Block| holds.is_some() && shown == Shown::AsHeld && is_words(block);
    pieces.extend(holds.filter(|_| shown == Shown::AsHeld).map(Piece::Held));
    let blocks = section.blocks.iter().filter(|block| !is_left_out(block));
    for block in blocks {
        pieces.push(piece(shown, (city, stored), block));
        pieces.extend(refused(stored, block.span).filter(|_| shown == Shown::AsPrinted));
    }
    pieces.extend(holds.filter(|_| shown == Shown::AsPrinted).map(Piece::Rejected));
    for inner in &section.sections {
        let below = if inner.heading.is_some() { level + 1 } else { level };
        if let Some(heading) = heading(city, stored, inner, below.min(6)) {
            let span = heading.origin.span;
            pieces.push(Piece::Heading(heading));
            pieces.extend(refused(stored, span).filter(|_| shown == Shown::AsPrinted));
        }
        gather(shown, (city, stored), inner, below, pieces);
    }
}

/// What was rejected of a stretch of the latest version. Running text is told of by itself.
fn refused(stored: &StoredDocument, span: Span) -> Option<Piece<'_>> {
    let instead: Vec<&Stand> = stored.overruled.stands_at(span).filter(|it| !it.words.is_empty()).collect();
    let left_out = stored.overruled.left_out.iter().any(|own| own.overlaps(&span));
    (left_out || !instead.is_empty()).then_some(Piece::Refused(instead))
}

fn is_words(block: &Block) -> bool {
    matches!(block.content, Content::Paragraph { .. } | Content::List { .. } | Content::Note { .. })
}

fn heading<'a>(
    city: &'a City,
    stored: &'a StoredDocument,
    section: &'a Section,
    level: u8,
) -> Option<Heading<'a>> {
    let printed = section.heading.as_ref()?;
    let goal = stored.document.year.filter(|_| section.kind == SectionKind::Goal);
    Some(Heading {
        section,
        text: &printed.text,
        level,
        origin: Origin::of(stored, printed.span),
        goal: goal.and_then(|year| city.goal_worded(&section.name, year)),
        assessment: section.assessment.as_ref(),
    })
}

fn piece<'a>(shown: Shown, (city, stored): (&'a City, &'a StoredDocument), block: &'a Block) -> Piece<'a> {
    let origin = Origin::of(stored, block.span);
    match &block.content {
        Content::Paragraph { text } => Piece::Paragraph { text, origin },
        Content::List { ordered, items } => Piece::List { ordered: *ordered, items },
        Content::Agenda { intro, links } => {
            Piece::Agenda { intro: intro.as_ref().map(|intro| intro.text.as_str()), links, origin }
        }
        Content::Note { text } => Piece::Note { text, origin },
        Content::Diagram { caption, source } => Piece::Diagram { caption, source, origin },
        Content::Table(printed) => {
            let mut view = table(city, stored, printed, Signs::AsPrinted);
            if shown == Shown::AsPrinted {
                view.rows.iter_mut().for_each(|row| row.origin.holds_from = None);
            }
            Piece::Table(view)
        }
    }
}

fn other_years<'a>(city: &'a City, stored: &'a StoredDocument) -> Vec<&'a StoredDocument> {
    let Some(body) = city.body_of(stored) else { return Vec::new() };
    let kind = stored.document.kind;
    let years = city.years().into_iter();
    years.filter_map(|year| city.document_of(&body.slug, year, kind)).collect()
}
