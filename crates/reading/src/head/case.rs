//! Cases: number, title, and the one proposed to decide.

use super::{Head, bare, municipality, words};
use crate::book::{Book, first_fit, folded};
use crate::joined::Joined;
use crate::references;
use crate::source::Source;
use uppsikt_domain::document::{CaseHead, DocumentKind, LineRole};
use uppsikt_domain::place::TextAt;

/// What stands before a case's number, or above it in a letterhead.
const LABELS: [&str; 3] = ["Diarienummer", "Ärendenummer", "Dnr"];
/// A title below the number is on so many lines at most.
const MOST_TITLE_LINES: usize = 3;

/// A case: its number alone on a line near the top, and headings that cases have.
pub(super) fn case(source: &mut Source, book: &Book<'_>) -> Option<Head> {
    let lines: Vec<usize> = (0..source.len()).filter(|line| source.free(*line)).take(20).collect();
    let (numbered, number) = lines.iter().find_map(|line| Some((*line, number(source, &lines, *line)?)))?;
    let headings = (0..source.len()).filter(|line| {
        let text = bare(source.raw(*line)).1;
        text.len() < 60 && first_fit(&book.case_headings, text).is_some()
    });
    if headings.take(2).count() < 2 {
        return None;
    }
    let above: Vec<usize> = lines.iter().copied().filter(|line| *line < numbered).collect();
    let beside = |line: &usize| {
        let text = bare(source.raw(*line)).1;
        municipality(source, book, *line).is_some() || first_fit(&book.title_matter, text).is_some()
    };
    let letterhead = cells(source.raw(numbered)).len() > 1;
    let own = above.iter().copied().filter(|line| !letterhead && !beside(line));
    let mut title_lines: Vec<usize> = own.collect();
    title_lines.drain(..title_start(source, &title_lines));
    if title_lines.is_empty() {
        let heading = |line: &usize| !book.headings(bare(source.raw(*line)).1).is_empty();
        let below = lines.iter().copied().filter(|line| *line > numbered && !beside(line));
        let mut below = below.take_while(|line| !heading(line));
        title_lines.extend(below.next());
        let wrapped = |line: &usize| !source.blank(line - 1);
        title_lines.extend(below.take_while(wrapped).take(MOST_TITLE_LINES - 1));
    }
    let title = Joined::lines(source, title_lines.iter().copied());
    for line in above.iter().chain(&title_lines).chain([&numbered]) {
        source.take(*line, LineRole::Title, "case-title");
    }
    let title_text = title.text.trim_start_matches(['#', ' ', '*']).trim_end_matches('*').to_owned();
    let year = number.split('-').nth(1).and_then(|year| year.parse().ok());
    Some(Head {
        kind: DocumentKind::Case,
        body: proposed(source, book),
        year,
        title: (!title.is_empty()).then(|| TextAt::new(title_text.clone(), title.whole(source))),
        case: Some(CaseHead { number, title: title_text, ..CaseHead::default() }),
    })
}

/// The case's number in a line: alone, after its label, or in a letterhead below its label.
fn number(source: &Source, lines: &[usize], line: usize) -> Option<String> {
    let found = cells(source.raw(line)).into_iter().find_map(|cell| {
        let label = LABELS.iter().find_map(|label| cell.strip_prefix(label));
        let text = label.unwrap_or(cell).trim_matches([':', ' ']);
        let whole = references::cases(text).first().is_some_and(|range| *range == (0..text.len()));
        whole.then(|| (label.is_some(), text.replace([' ', '/'], "-")))
    });
    let (labelled, number) = found?;
    let alone = cells(source.raw(line)).len() == 1;
    let above = lines.iter().rev().find(|above| **above < line);
    let below_label = || {
        let cells = above.map(|above| cells(source.raw(*above))).unwrap_or_default();
        cells.iter().any(|cell| LABELS.contains(&cell.trim_end_matches(':')))
    };
    (alone || labelled || below_label()).then_some(number)
}

/// The words of a line, set apart by wide spaces.
fn cells(raw: &str) -> Vec<&str> {
    bare(raw).1.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect()
}

/// Where a case's title begins among the lines above its number: at a Markdown heading, else
/// after the last empty line.
fn title_start(source: &Source, lines: &[usize]) -> usize {
    let marked = lines.iter().rposition(|line| source.raw(*line).starts_with('#'));
    let parted = (1..lines.len()).rev().find(|at| lines[*at] - lines[*at - 1] > 1);
    marked.or(parted).unwrap_or(0)
}

/// "X föreslås besluta": X is to decide.
fn proposed(source: &Source, book: &Book<'_>) -> Option<TextAt> {
    let phrase = book.style.case.proposes.as_str();
    let said = (0..source.len()).filter(|line| source.free(*line)).find_map(|line| {
        let raw = source.raw(line);
        let at = raw.find(phrase)?;
        let start = raw.len() - raw.trim_start().len();
        let end = raw[..at].trim_end().len();
        (end > start).then(|| words(source, line, start..end))
    });
    said.or_else(|| decider(source, book))
}

/// "Kommunstyrelsens arbetsutskott beslutar" alone below the heading of the proposal.
fn decider(source: &Source, book: &Book<'_>) -> Option<TextAt> {
    let headed = (0..source.len())
        .find(|line| first_fit(&book.case_decisions, bare(source.raw(*line)).1).is_some())?;
    let line = (headed + 1..source.len()).find(|line| !source.blank(*line))?;
    let (start, text) = bare(source.raw(line));
    let text = text.trim_end_matches(':').trim_end();
    let words_said = book
        .style
        .case
        .decides
        .iter()
        .filter_map(|said| folded(text).strip_suffix(said.as_str()).map(str::len));
    let length =
        words_said.min().filter(|length| folded(text).len() == text.to_lowercase().len() && *length > 0)?;
    let name = text.get(..length)?.trim_end();
    book.is_body(name).then(|| words(source, line, start..start + name.len()))
}
