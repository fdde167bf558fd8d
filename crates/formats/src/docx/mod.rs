//! DOCX (ISO/IEC 29500): the text as a reader of the printed page sees it.
//!
//! What was deleted, hidden or commented is not there; what was inserted is. Headings are
//! paragraphs whose style, or who themselves, have an outline level. A title is a heading of
//! level 1 beside others of that level: that is how documents written in Markdown begin, and
//! the reader takes the first line that fits a title whatever its level.

mod fields;
mod numbering;
mod package;
mod running;
mod story;
mod styles;
mod tables;
mod words;
mod xml;

use crate::blocks::{self, Block};
use crate::{Extract, FormatError, Limits};
use numbering::Numbering;
use package::{Package, Target};
use std::collections::{HashMap, HashSet};
use story::{Book, Notes, Story};
use styles::Styles;

/// A document has no more headers and footers than these that say something new.
const MOST_RUNNING_PARTS: usize = 64;

/// The lines of a document.
pub(crate) fn extract(bytes: &[u8], limits: &Limits) -> Result<Extract, FormatError> {
    let mut package = Package::open(bytes, limits)?;
    let name = package.document()?;
    let text = package.part(&name)?.ok_or(FormatError::NoDocument)?;
    let targets = package.targets(&name)?;
    let mut book = book(&mut package, &targets, limits)?;
    book.notes = notes(&mut package, &targets, &book)?;
    let mut story = Story::new(&book);
    let body = story.document(&text)?;
    let mut all = running(&mut package, &targets, &book, &story.running)?;
    all.extend(body);
    blocks::extract(all, limits)
}

/// A part of a kind, or nothing.
fn of_kind(
    package: &mut Package<'_>,
    targets: &HashMap<String, Target>,
    kind: &str,
) -> Result<Option<String>, FormatError> {
    match targets.values().find(|target| target.kind == kind) {
        Some(target) => package.part(&target.part.clone()),
        None => package.part(&format!("word/{kind}.xml")),
    }
}

/// What the story needs to know beforehand.
fn book<'l>(
    package: &mut Package<'_>,
    targets: &HashMap<String, Target>,
    limits: &'l Limits,
) -> Result<Book<'l>, FormatError> {
    let styles = of_kind(package, targets, "styles")?;
    let numbering = of_kind(package, targets, "numbering")?;
    let settings = of_kind(package, targets, "settings")?;
    Ok(Book {
        styles: styles.map_or(Ok(Styles::default()), |text| Styles::read(&text, limits.depth))?,
        numbering: numbering
            .map_or(Ok(Numbering::default()), |text| Numbering::read(&text, limits.depth))?
            .into(),
        even_and_odd: settings.map_or(Ok(false), |text| running::has_even_and_odd(&text, limits.depth))?,
        notes: Notes::default(),
        limits,
    })
}

fn notes(
    package: &mut Package<'_>,
    targets: &HashMap<String, Target>,
    book: &Book<'_>,
) -> Result<Notes, FormatError> {
    let mut notes = Notes::default();
    if let Some(text) = of_kind(package, targets, "footnotes")? {
        notes.foot = Story::new(book).notes(&text)?;
    }
    if let Some(text) = of_kind(package, targets, "endnotes")? {
        notes.end = Story::new(book).notes(&text)?;
    }
    Ok(notes)
}

/// The headers and footers that are printed, each said once.
fn running(
    package: &mut Package<'_>,
    targets: &HashMap<String, Target>,
    book: &Book<'_>,
    named: &[String],
) -> Result<Vec<Block>, FormatError> {
    let mut parts = HashSet::new();
    let mut said = HashSet::new();
    let mut found = Vec::new();
    for target in named.iter().filter_map(|id| targets.get(id)) {
        if parts.len() >= MOST_RUNNING_PARTS || !parts.insert(target.part.clone()) {
            continue;
        }
        let Some(text) = package.part(&target.part)? else { continue };
        let lines = Story::running(book).header(&text)?;
        found.extend(lines.into_iter().filter(|line| said.insert(line.clone())).map(Block::Running));
    }
    Ok(found)
}
