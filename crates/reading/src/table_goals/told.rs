//! What a row tells of its goal beside status and indicators: links to the global goals, also in the
//! goal's own cell, and parts of the contribution.

use super::{section, text_at};
use crate::agenda;
use crate::book::{Book, HeadingKind, first_fit};
use crate::joined::Joined;
use crate::source::Source;
use uppsikt_domain::agenda::AgendaLink;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::{Row, Table};

/// What introduces links after a goal's name is at most so long, in bytes.
const LONGEST_INTRO: usize = 60;

/// The name of a goal without what its cell says of global goals, and the links that it says:
/// "Fler ska åka buss Globala mål: 11, 13".
pub(super) fn name_and_links<'c>(cell: &'c TextAt, book: &Book<'_>) -> (&'c str, Vec<AgendaLink>) {
    let text = cell.text.as_str();
    let Some(start) = intro_start(text, book) else { return (text, Vec::new()) };
    let links = links_after(text[start..].trim_end_matches([')', ']', ' ']), cell);
    let name = text[..start].trim_end_matches(['(', '[', ' ', '*', '_', '\u{2013}', '-', '|']);
    if links.is_empty() || name.is_empty() { (text, Vec::new()) } else { (name, links) }
}

/// Where the words before the last colon begin that introduce links to the global goals.
pub(crate) fn intro_start(text: &str, book: &Book<'_>) -> Option<usize> {
    let colon = text.match_indices(':').map(|(at, _)| at).find(|at| book.is_agenda_intro(&text[..=*at]))?;
    let words = text[..colon].char_indices().filter(|(at, c)| {
        let free = text[..*at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        c.is_uppercase() && free && colon - at <= LONGEST_INTRO
    });
    let start = words.map(|(at, _)| at).rfind(|at| book.is_agenda_intro(&text[*at..=colon]))?;
    Some(before_preposition(text, start))
}

/// "Länk till Agenda 2030": the words before a preposition belong to what introduces the links.
fn before_preposition(text: &str, start: usize) -> usize {
    let before = text[..start].trim_end();
    let joint = [" till", " mot"].iter().find_map(|word| before.strip_suffix(word));
    let Some(before) = joint else { return start };
    let at = before.rfind([' ', '(', '[']).map_or(0, |at| at + 1);
    if before[at..].starts_with(char::is_uppercase) { at } else { start }
}

/// The links of a text that introduces them before a colon, at the place of their cell.
fn links_after(text: &str, cell: &TextAt) -> Vec<AgendaLink> {
    let source = Source::new(text);
    let links = agenda::links_after_colon(&source, &Joined::line(&source, 0));
    links.into_iter().map(|link| AgendaLink { span: cell.span, ..link }).collect()
}

/// The links that a column of them holds: "3, 10", "3 God hälsa och välbefinnande".
pub(super) fn links_in_column(row: &Row, column: Option<usize>) -> Vec<AgendaLink> {
    let Some(cell) = column.and_then(|column| text_at(row, column)) else { return Vec::new() };
    let bare = cell.text.trim_matches(['*', '_', ' ']);
    links_after(&format!(": {bare}"), &cell)
}

/// Whether a column's heading names the global goals.
pub(super) fn is_agenda(heading: &str, book: &Book<'_>) -> bool {
    heading.len() <= LONGEST_INTRO && first_fit(&book.agenda, heading).is_some()
}

pub(super) fn agenda(links: Vec<AgendaLink>) -> Option<Block> {
    let span = links.first()?.span;
    Some(Block { id: String::new(), span, content: Content::Agenda { intro: None, links } })
}

/// What part of a contribution a column holds, by the words of its heading.
pub(super) fn part_kind(heading: &str, book: &Book<'_>) -> Option<SectionKind> {
    use SectionKind::{DesiredOutcome, FollowUp, Report, TermChanges, TermPlan, YearPlan};
    let known = book.headings(heading.trim_matches(['*', '_', ' '])).into_iter().next()?;
    match known.kind {
        HeadingKind::Section(
            kind @ (DesiredOutcome | FollowUp | Report | TermChanges | TermPlan | YearPlan),
        ) => Some(kind),
        _ => None,
    }
}

/// The part of a contribution that the cells of a column are for one goal.
pub(super) fn part(table: &Table, rows: &[&Row], column: usize, kind: SectionKind) -> Option<Section> {
    let cells: Vec<TextAt> = rows.iter().filter_map(|row| text_at(row, column)).collect();
    let (first, last) = (cells.first()?.span, cells.last()?.span);
    let heading = &table.columns.get(column.checked_sub(1)?)?.heading;
    let block = |cell: TextAt| Block {
        id: String::new(),
        span: cell.span,
        content: Content::Paragraph { text: cell.text },
    };
    Some(Section {
        blocks: cells.into_iter().map(block).collect(),
        span: first.to(last),
        ..section(kind, heading, &heading.text)
    })
}
