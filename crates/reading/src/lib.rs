//! Document bytes in, document tree and remarks out.
//!
//! [`read`] takes plain text (as it falls out of PDFs) and Markdown. What headings, goals,
//! statuses and tables are called is data: a [`HouseStyle`]. Nothing is looked up by a
//! municipality's name or by known wording of goals, and no line is dropped: each is taken by
//! a section, a table, the contents or a running head, or is listed as unread.
#![forbid(unsafe_code)]

mod additions;
mod agenda;
mod assessments;
mod assignments;
mod book;
mod breaks;
mod captions;
mod case;
mod checked;
mod chunks;
mod contents;
mod days;
mod diagrams;
mod directed;
mod encoding;
mod enrich;
mod error;
mod explain;
mod goal_words;
mod head;
mod headings;
mod holed;
mod ids;
mod indicators;
mod joined;
pub mod json;
mod leads;
mod legend;
mod markdown;
mod markup;
mod noise;
mod outline;
mod page_numbers;
mod pattern;
mod piece;
mod placing;
mod plain;
mod priorities;
mod proposals;
mod prose;
mod recurring;
mod references;
mod running_head;
mod source;
mod spacing;
mod style;
mod suppressions;
mod table_assessments;
mod table_goals;
mod table_orders;
mod tables;
mod tight;
mod title;
mod title_guess;
mod told_bodies;
mod told_rows;
mod unmarked;
mod values;
mod verdict;
mod words;

pub use additions::style_file;
pub use days::{Day, days};
pub use error::{LARGEST_BYTES, LARGEST_TEXT_BYTES, ReadingError, StyleError, StyleFault};
pub use explain::{Explained, Taken, explain, taken_by};
pub use noise::{Noise, noise};
pub use proposals::{Proposal, Proposer, proposals};
pub use style::{
    AssignmentWords, CaseWords, ColumnWords, ContentsWords, GoalTableWords, GoalWords, HeadWords, HouseStyle,
    IndicatorWords, OutlineWords, PriorityWords, ProseWords, ReferenceWords, StatusWords, TableWords,
};
pub use title_guess::title_guess;

use book::Book;
use enrich::Enrich;
use sha2::{Digest, Sha256};
use source::Source;
use uppsikt_domain::document::{self, Document, DocumentKind, LineRole, Unread};
use uppsikt_domain::place::Place;
use uppsikt_formats::{Extract, Format, FormatError, Limits};
use uppsikt_messages::Message;

const MARKDOWN: &str = "text/markdown";

/// Reads a document in a municipality's house style.
///
/// A readable text in which nothing is recognised is kind [`DocumentKind::Unknown`];
/// [`not_recognised_message`] says what was looked for.
///
/// # Errors
/// When the bytes are empty, too many, no text, or of a format that is not read.
pub fn read(file_name: &str, bytes: &[u8], style: &HouseStyle) -> Result<Document, ReadingError> {
    let file = base_name(file_name);
    encoding::check_size(file, bytes)?;
    if let Some(format) = Format::of(bytes) {
        let extracted = uppsikt_formats::extract(format, bytes, &Limits::default());
        return read_extracted(file, bytes, format, extracted, style);
    }
    let decoded = || encoding::decode(file, bytes).map(|text| (Source::new(&text), kept(file, bytes)));
    let (ready, decoded) = rayon::join(|| Ready::new(style), decoded);
    let (source, kept) = decoded?;
    Ok(ready.understood(kept, source))
}

/// A house style made ready once, for many documents.
pub struct Ready<'a>(Book<'a>);

impl<'a> Ready<'a> {
    /// Makes a style ready.
    pub fn new(style: &'a HouseStyle) -> Self {
        Ready(Book::new(style))
    }

    /// Reads text or Markdown.
    ///
    /// # Errors
    /// When the bytes are empty, too many or no text.
    pub fn read_text(&self, file_name: &str, bytes: &[u8]) -> Result<Document, ReadingError> {
        let file = base_name(file_name);
        encoding::check_size(file, bytes)?;
        let source = Source::new(&encoding::decode(file, bytes)?);
        Ok(self.understood(kept(file, bytes), source))
    }

    /// Reads what was taken out of a file that is not text, perhaps by another process.
    ///
    /// # Errors
    /// When nothing could be taken out of it.
    pub fn read_extracted(
        &self,
        file_name: &str,
        bytes: &[u8],
        format: Format,
        extracted: Result<Extract, FormatError>,
    ) -> Result<Document, ReadingError> {
        let file = base_name(file_name);
        let refused =
            |why| ReadingError::Format { file: file.to_owned(), format: format.name().to_owned(), why };
        let extract = extracted.map_err(refused)?;
        let media_type = format.media_type().to_owned();
        let empty_pages = extract.empty.clone();
        let kept = document::Source { media_type, pages: extract.pages, empty_pages, ..kept(file, bytes) };
        let mut document = understood(kept, Source::of_extract(&extract), true, &self.0);
        document.unread.extend(extract.scanned.iter().map(|page| without_text(*page)));
        Ok(document)
    }

    fn understood(&self, kept: document::Source, source: Source) -> Document {
        let markdown = markdown::is_markdown(&kept.file, &source);
        let media_type = if markdown { MARKDOWN } else { "text/plain" };
        let kept = document::Source { media_type: media_type.to_owned(), ..kept };
        understood(kept, source, markdown, &self.0)
    }
}

/// Reads what was taken out of a file that is not text, perhaps by another process.
///
/// # Errors
/// When nothing could be taken out of it.
pub fn read_extracted(
    file_name: &str,
    bytes: &[u8],
    format: Format,
    extracted: Result<Extract, FormatError>,
    style: &HouseStyle,
) -> Result<Document, ReadingError> {
    Ready::new(style).read_extracted(file_name, bytes, format, extracted)
}

fn base_name(file_name: &str) -> &str {
    file_name.rsplit(['/', '\\']).next().unwrap_or(file_name)
}

fn kept(file: &str, bytes: &[u8]) -> document::Source {
    document::Source { file: file.to_owned(), sha256: hex(&Sha256::digest(bytes)), ..Default::default() }
}

/// The document that lines make.
fn understood(kept: document::Source, mut source: Source, markdown: bool, book: &Book<'_>) -> Document {
    let comments =
        if kept.media_type == MARKDOWN { suppressions::set_aside(&mut source) } else { Default::default() };
    let mut spaced = if markdown { Default::default() } else { spacing::close_up(&mut source) };
    let heads = running_head::take(&mut source, book);
    if !markdown {
        spacing::open_up(&mut source, book, &mut spaced);
    }
    let head = head::read(&mut source, book, heads);
    let contents = contents::take(&mut source, book);
    contents::take_bookmarks(&mut source);
    let titles = contents::titles(&contents);
    let pieces = if markdown {
        markdown::read(&mut source, book, &titles)
    } else {
        plain::read(&mut source, book, &titles)
    };
    let pieces = captions::give(&source, book, pieces);
    let (mut sections, words) = outline::build(&source, book, pieces, head.kind, head.year);
    enrich::find_unmarked(&mut sections, book, head.kind);
    enrich::find_areas(&mut sections, book);
    table_goals::settle(&mut sections);
    let plan = matches!(head.kind, DocumentKind::CommitteeBudget | DocumentKind::CouncilBudget);
    let enrich = Enrich { source: &source, book, words: &words, year: head.year, plan };
    enrich.sections(&mut sections);
    legend::settle(&source, book, &mut sections);
    directed::tell(&source, book, &words, head.kind, &mut sections);
    head::keep_decisions(&source, &mut sections);
    ids::set(&mut sections);
    let mut document = Document {
        source: kept,
        kind: head.kind,
        body: head.body,
        year: head.year,
        guessed: head.guessed,
        title: head.title,
        contents,
        sections,
        case: head.case,
        ..Document::default()
    };
    enrich.prose(&mut document);
    enrich.case(&mut document);
    document.suppressions = comments.put_back(&mut source);
    document.unread = unread(&mut source);
    spaced.put_back(&mut source);
    document.lines = source.lines;
    suppressions::settle(&mut document);
    document
}

/// Why a page of which no line can be read was not: a message's key.
pub const WHY_SCANNED: &str = "reading-why-scanned";

/// A page of which no line can be read.
fn without_text(page: u32) -> Unread {
    Unread {
        text: String::new(),
        at: Place { page: Some(page), line: 1, column: 1 },
        why: WHY_SCANNED.to_owned(),
    }
}

/// Lines that nobody took, and why.
fn unread(source: &mut Source) -> Vec<Unread> {
    let mut found = Vec::new();
    for line in 0..source.len() {
        source.take(line, LineRole::Unread, "nobody");
        if source.lines[line].role == LineRole::Unread {
            let why = match source.lines[line].by.as_str() {
                "noise" => "reading-why-noise",
                "drawing" => "reading-why-drawing",
                "navigation" => "reading-why-navigation",
                _ => "reading-why-nobody",
            };
            let page = source.lines[line].page;
            let at = Place { page, ..Place::on_line(source.number(line)) };
            found.push(Unread { text: source.text(line).to_owned(), at, why: why.to_owned() });
        }
    }
    found
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// What was looked for in a text in which nothing was recognised.
pub fn not_recognised_message(style: &HouseStyle) -> Message {
    let title = |kind: DocumentKind| {
        let titles = style.documents.get(&kind).into_iter().flatten();
        // A title with holes says nothing to who reads the message.
        let mut plain =
            titles.map(|title| title.replace(" {year}", "")).filter(|it| !it.contains(['{', '*']));
        plain.next().unwrap_or_default()
    };
    let kinds = [DocumentKind::CommitteeBudget, DocumentKind::InterimReport, DocumentKind::AnnualAnalysis];
    let titles: Vec<String> = kinds.into_iter().map(title).filter(|title| !title.is_empty()).collect();
    let marker = |list: &[String]| list.first().map(|it| it.replace("{name}", "…")).unwrap_or_default();
    Message::new("reading-not-recognised")
        .with("style", style.name.as_str())
        .with("titles", titles.join(", "))
        .with("goal", marker(&style.goals.goal))
        .with("area", marker(&style.goals.area))
}
