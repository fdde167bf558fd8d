//! Faults planted one at a time in clean documents.
//!
//! A fault is a change of printed lines: the changed text is read anew, so reading and
//! checking are both put to the test. Planters choose their places without asking the rules.

pub mod clean;
pub mod economy;
pub mod figures;
pub mod goals;
pub mod prose;
pub mod structure;
pub mod tally;
pub mod texts;
pub mod told;

use clean::Clean;
use uppsikt_domain::place::Span;

/// Lines that take the place of others.
#[derive(Debug, Clone)]
pub struct Change {
    /// The first line that goes, one-based.
    pub from: u32,
    /// How many lines go.
    pub gone: u32,
    /// What stands there instead.
    pub with: Vec<String>,
}

/// One fault, or one change that is none.
#[derive(Debug, Clone)]
pub struct Planted {
    /// What kind of fault.
    pub kind: &'static str,
    /// What is changed, from the top of the document.
    pub changes: Vec<Change>,
    /// Stretches of lines of the changed document, first and last: all are to be named.
    pub at: Vec<(u32, u32)>,
    /// What was done, for the list of faults that nobody found.
    pub told: String,
}

impl Planted {
    /// One line written otherwise.
    pub fn line(kind: &'static str, clean: &Clean, line: u32, with: String) -> Self {
        let told = format!("{line}: {} => {with}", clean.line(line));
        let changes = vec![Change { from: line, gone: 1, with: vec![with] }];
        Planted { kind, changes, at: vec![(line, line)], told }
    }

    /// Lines put in after one.
    pub fn after(kind: &'static str, line: u32, with: Vec<String>) -> Self {
        let told = format!("after {line}: {}", with.join(" / "));
        let last = line + u32::try_from(with.len()).unwrap_or(0);
        let changes = vec![Change { from: line + 1, gone: 0, with }];
        Planted { kind, changes, at: vec![(line + 1, last)], told }
    }

    /// Lines taken out, with the place where their absence shows: it lies above them.
    pub fn without(kind: &'static str, clean: &Clean, lines: (u32, u32), shows: (u32, u32)) -> Self {
        let told = format!("{}–{} taken out: {}", lines.0, lines.1, clean.line(lines.0));
        let gone = lines.1 + 1 - lines.0;
        let changes = vec![Change { from: lines.0, gone, with: Vec::new() }];
        let moved = |line: u32| if line > lines.1 { line - gone } else { line };
        Planted { kind, changes, at: vec![(moved(shows.0), moved(shows.1))], told }
    }

    /// The changed text.
    pub fn text(&self, clean: &Clean) -> String {
        let mut lines = clean.lines.clone();
        for change in self.changes.iter().rev() {
            let start = change.from as usize - 1;
            lines.splice(start..start + change.gone as usize, change.with.iter().cloned());
        }
        lines.join("\n") + "\n"
    }
}

/// A line with other words in a stretch of it. None where the stretch takes several lines.
pub fn rewritten(clean: &Clean, span: Span, words: &str) -> Option<String> {
    let line = clean.line(span.at.line);
    let (start, end) = (span.at.column as usize - 1, span.end_column as usize);
    if span.end_line != span.at.line || end > line.chars().count() || start >= end {
        return None;
    }
    let before: String = line.chars().take(start).collect();
    let after: String = line.chars().skip(end).collect();
    Some(format!("{before}{words}{after}"))
}

/// The printed lines of a span.
pub fn lines_of(span: Span) -> (u32, u32) {
    (span.at.line, span.end_line)
}

/// At most so many of the faults, from all over the document.
pub fn spread(faults: Vec<Planted>, most: usize) -> Vec<Planted> {
    let count = faults.len();
    if count <= most {
        return faults;
    }
    let chosen = |index: usize| (index * most) / count != ((index + 1) * most) / count;
    faults.into_iter().enumerate().filter(|(index, _)| chosen(*index)).map(|(_, fault)| fault).collect()
}
