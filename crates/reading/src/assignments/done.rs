//! Whether an assignment is done: its status, and a sentence that says that it was reported back.

use crate::book::{Book, folded};
use crate::joined::Joined;
use crate::source::Source;
use crate::words::holds_any;
use uppsikt_domain::assignment::ReportBack;
use uppsikt_domain::indicator::DayRange;
use uppsikt_domain::place::TextAt;
use uppsikt_text::{dates, sentence};

/// That an assignment is done.
pub(super) struct Done {
    wording: TextAt,
    on: Option<DayRange>,
}

impl Done {
    /// What is said of how it is reported back, now that it is.
    pub fn of(self, told: ReportBack) -> ReportBack {
        ReportBack { wording: Some(self.wording), done: true, done_on: self.on.map(|day| day.to), ..told }
    }
}

/// What texts below an assignment say of it being done: the first text that does.
pub(super) fn told(texts: &[&Joined], source: &Source, book: &Book<'_>) -> Option<Done> {
    texts.iter().find_map(|text| {
        let ranges = sentence::ranges(&text.text).into_iter();
        let saying: Vec<_> = ranges.filter(|range| says(&text.text[range.clone()], book)).collect();
        let (first, last) = (saying.first()?, saying.last()?);
        let on = saying.iter().find_map(|range| day(&text.text[range.clone()]));
        Some(Done { wording: text.text_at(source, first.start..last.end), on })
    })
}

/// A cell that says how it goes with an assignment: that it is done.
pub(crate) fn in_cell(cell: TextAt, told: ReportBack, book: &Book<'_>) -> ReportBack {
    let said = folded(&cell.text);
    let opens = is_status(&said, book) && !is_unsure(&said, book);
    if !opens && !says(&cell.text, book) {
        return told;
    }
    let on = day(&cell.text).or_else(|| told.wording.as_ref().and_then(|it| day(&it.text)));
    Done { wording: cell, on }.of(told)
}

/// Words of an assignment and the status that stands after them: "Rita en karta (avslutat)".
pub(crate) fn without_status<'a>(text: &'a str, book: &Book<'_>) -> Option<(&'a str, &'a str)> {
    let text = text.trim_end_matches(['.', ' ']);
    let bracketed = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
    let (words, status) =
        bracketed.or_else(|| text.rsplit_once(" – ")).or_else(|| text.rsplit_once(" - "))?;
    let is_one = book.style.assignments.done.iter().any(|word| folded(word) == folded(status.trim()));
    (is_one && words.contains(' ')).then_some((words.trim_end(), status))
}

/// The day that a text names.
fn day(said: &str) -> Option<DayRange> {
    dates::first_range(said).filter(|range| range.from == range.to)
}

fn says(sentence: &str, book: &Book<'_>) -> bool {
    let style = &book.style.assignments;
    let said = folded(sentence);
    if is_unsure(&said, book) {
        return false;
    }
    let labelled = said.split_once(':').filter(|(label, _)| {
        let label = label.trim_matches(['*', '_', ' ']);
        style.status_labels.iter().any(|own| folded(own) == label)
    });
    let alone = || said.split_whitespace().count() == 1 && is_status(&said, book);
    labelled.map_or_else(alone, |(_, status)| is_status(status, book))
        || ends_done(&said, book)
        || holds_any(&said, &style.reported)
        || holds_any(&said, &book.style.structure.words.closed)
}

/// "Uppdraget redovisades i maj och är avslutat": what an order is said to be at the end.
fn ends_done(said: &str, book: &Book<'_>) -> bool {
    let last = said.trim_end_matches('.').rsplit_once(" är ").map_or("", |(_, last)| last);
    said.starts_with("uppdraget ") && !last.contains(' ') && is_status(last, book)
}

/// Whether words begin with one that says that something is done.
fn is_status(said: &str, book: &Book<'_>) -> bool {
    let first = said.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    first.is_some_and(|first| book.style.assignments.done.iter().any(|word| folded(word) == first))
}

/// Whether a sentence says that something is not done, is so in part, or will be.
fn is_unsure(said: &str, book: &Book<'_>) -> bool {
    let words: Vec<&str> =
        said.split(|c: char| !c.is_alphanumeric() && c != '%').filter(|word| !word.is_empty()).collect();
    let padded = format!(" {} ", words.join(" "));
    book.style.assignments.not_done.iter().any(|word| padded.contains(&format!(" {} ", folded(word))))
}
