//! The source lines of a span, cut to a width, with the stretch that is meant.

use crate::report::Source;
use std::ops::Range;
use uppsikt_domain::place::Span;

/// How many characters of a line are shown.
const WIDTH: usize = 110;
/// How many lines of a span are shown.
const LINES: u32 = 4;

/// A line to show.
#[derive(Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its one-based number in the file.
    pub number: u32,
    /// Its characters, cut at both ends where it is long. Tabs are spaces.
    pub text: String,
    /// The stretch that is meant, in characters of `text`.
    pub marked: Range<usize>,
}

impl Shown {
    /// The text before, in and after the mark.
    pub fn pieces(&self) -> [String; 3] {
        let chars: Vec<char> = self.text.chars().collect();
        let piece = |range: Range<usize>| chars[range].iter().collect();
        [piece(0..self.marked.start), piece(self.marked.clone()), piece(self.marked.end..chars.len())]
    }
}

/// The lines of a span, at most four, blank ones left out, and whether there are more.
pub fn shown(source: &Source<'_>, span: &Span) -> (Vec<Shown>, bool) {
    let numbers = span.at.line..=span.end_line.max(span.at.line);
    let mut lines = Vec::new();
    for number in numbers {
        let Some(line) = source.line(number) else { break };
        if line.trim().is_empty() && span.end_line > span.at.line {
            continue;
        }
        if lines.len() >= LINES as usize {
            return (lines, true);
        }
        lines.push(cut(source.number(number), line, columns(line, number, span)));
    }
    (lines, false)
}

fn columns(line: &str, number: u32, span: &Span) -> Range<usize> {
    let length = line.trim_end().chars().count();
    let indent = line.chars().take_while(|c| c.is_whitespace()).count();
    let zero_based = |column: u32| usize::try_from(column).unwrap_or(0).saturating_sub(1);
    let start = if number == span.at.line { zero_based(span.at.column) } else { indent };
    let end = if number == span.end_line { zero_based(span.end_column) + 1 } else { length };
    let start = start.min(length.saturating_sub(1));
    start..end.min(length).max(start)
}

fn cut(number: u32, line: &str, marked: Range<usize>) -> Shown {
    let mut chars: Vec<char> = line.trim_end().chars().map(|c| if c == '\t' { ' ' } else { c }).collect();
    let mut marked = marked.start..marked.end.min(marked.start + WIDTH);
    let from =
        if chars.len() > WIDTH && marked.end > WIDTH - 10 { marked.start.saturating_sub(30) } else { 0 };
    if from > 0 {
        chars.drain(..from);
        chars.insert(0, '…');
        marked = marked.start + 1 - from..marked.end + 1 - from;
    }
    let last = WIDTH.max(marked.end);
    if chars.len() > last {
        chars.truncate(last);
        chars.push('…');
    }
    Shown { number, text: chars.into_iter().collect(), marked }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uppsikt_domain::place::Place;

    fn span(line: u32, column: u32, end_line: u32, end_column: u32) -> Span {
        Span { at: Place { page: None, line, column }, end_line, end_column }
    }

    #[test]
    fn the_mark_stays_on_its_words_when_a_long_line_is_cut() {
        let long = format!("{}FEL{}", "a".repeat(300), "b".repeat(300));
        let source = Source { file: "f", lines: vec![&long], numbers: Vec::new() };
        let (lines, more) = shown(&source, &span(1, 301, 1, 303));
        assert!(!more);
        assert_eq!(lines[0].pieces()[1], "FEL");
        assert!(lines[0].text.chars().count() <= WIDTH + 2);
    }

    #[test]
    fn a_span_outside_the_source_shows_nothing_and_does_not_fail() {
        let source = Source { file: "f", lines: vec!["kort"], numbers: Vec::new() };
        assert_eq!(shown(&source, &span(7, 1, 7, 3)).0, []);
        assert_eq!(shown(&source, &span(1, 40, 1, 60)).0[0].pieces()[1], "t");
    }

    #[test]
    fn long_spans_are_cut_after_four_lines() {
        let source =
            Source { file: "f", lines: vec!["ett", "", "två", "tre", "fyra", "fem"], numbers: Vec::new() };
        let (lines, more) = shown(&source, &span(1, 1, 6, 3));
        assert_eq!(lines.iter().map(|line| line.number).collect::<Vec<_>>(), [1, 3, 4, 5]);
        assert!(more);
    }
}
