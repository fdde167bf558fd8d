//! The source as lines, each of which something takes.

use unicode_normalization::UnicodeNormalization;
use uppsikt_domain::document::{LineRole, SourceLine};
use uppsikt_formats::Extract;

/// The lines of a file; positions are zero-based, line numbers one-based.
#[derive(Debug, Default)]
pub(crate) struct Source {
    pub lines: Vec<SourceLine>,
    /// Whether a form feed, or the end of a page, stands before the line.
    pub feeds: Vec<bool>,
    /// Whether the file itself numbers pages and lines.
    pub numbered: bool,
    /// Lines that the file itself marks as running heads.
    running: Vec<bool>,
    /// How many spaces the text of the line's page is set in by.
    margins: Vec<usize>,
    /// Where each line stands in the file, zero-based, where lines were dropped or added; an added
    /// one stands nowhere.
    pub numbers: Vec<Option<usize>>,
}

impl Source {
    /// How many spaces the page of a line is set in by.
    pub fn margin(&self, line: usize) -> usize {
        self.margins.get(line).copied().unwrap_or(0)
    }

    /// Splits at LF, CRLF or CR; a form feed also ends a line unless one has just ended.
    pub fn new(text: &str) -> Self {
        let mut source = Source::default();
        let mut feed = false;
        for line in text.split('\n') {
            let line = line.strip_suffix('\r').unwrap_or(line);
            for piece in line.split('\r') {
                feed = source.push(piece, feed);
            }
        }
        if source.lines.last().is_some_and(|line| line.text.is_empty()) && source.lines.len() > 1 {
            source.lines.pop();
            source.feeds.pop();
        }
        source.margins = margins(&source);
        source
    }

    /// Whether a line is set in by one space from the text around it: neither flush nor set in.
    pub fn indented_once(&self, line: usize) -> bool {
        let margin = self.margin(line);
        indent(self.raw(line)) == margin + 1 && !self.blank(line)
    }

    /// Whether a line set in by one space stands next to another: items whose marks were lost.
    pub fn in_series(&self, line: usize) -> bool {
        self.indented_once(line)
            && ((line > 0 && self.indented_once(line - 1)) || self.indented_once(line + 1))
    }

    /// The lines of a file that is not text.
    pub fn of_extract(extract: &Extract) -> Self {
        let mut source = Source { numbered: true, ..Source::default() };
        let mut page = None;
        for line in &extract.lines {
            source.feeds.push(line.page.is_some() && line.page != page);
            page = line.page.or(page);
            let number = (line.number > 0).then_some(line.number);
            let taken = line.is_running && !line.text.trim().is_empty();
            source.running.push(taken);
            let text = composed(line.text.clone());
            source.lines.push(SourceLine { text, page, number, ..SourceLine::default() });
            if line.is_drawn {
                source.take(source.len() - 1, LineRole::Unread, "drawing");
            }
            if line.is_menu {
                source.take(source.len() - 1, LineRole::Unread, "navigation");
            }
        }
        source
    }

    /// Whether the file itself marks a line as a running head.
    pub fn is_marked_running(&self, line: usize) -> bool {
        self.running.get(line).copied().unwrap_or(false)
    }

    /// Takes what the file itself marks as running heads and nothing has taken.
    pub fn take_running(&mut self) {
        let marked = std::mem::take(&mut self.running);
        for line in (0..marked.len()).filter(|line| marked[*line]) {
            self.take(line, LineRole::RunningHead, "running-head");
        }
    }

    /// Adds a line; says whether a form feed stands before the next.
    fn push(&mut self, piece: &str, feed: bool) -> bool {
        let kept = piece.trim_start_matches('\u{c}');
        let before = feed || kept.len() < piece.len();
        let after = kept.trim_end().ends_with('\u{c}') || kept.ends_with('\u{c}');
        let clean: String = kept.chars().filter(|c| *c != '\u{c}').collect();
        self.lines.push(SourceLine { text: composed(clean), ..SourceLine::default() });
        self.feeds.push(before);
        after
    }

    /// Sets the lines out anew: those that are kept, in order, and empty ones between them.
    pub fn set_out(&mut self, kept: &[Option<usize>]) {
        let before = std::mem::take(&mut self.numbers);
        let number = |line: usize| before.get(line).copied().unwrap_or(Some(line));
        self.numbers = kept.iter().map(|line| number((*line)?)).collect();
        let mut feeds = Vec::with_capacity(kept.len());
        let mut from = 0;
        for line in kept {
            let end = line.map_or(from, |line| line + 1);
            feeds.push(self.feeds[from..end].contains(&true));
            from = end;
        }
        let mut lines = std::mem::take(&mut self.lines);
        let page = |lines: &[SourceLine], line: usize| lines.get(line).and_then(|line| line.page);
        let mut next = 0;
        self.lines = kept
            .iter()
            .map(|line| match line {
                Some(line) => {
                    next = line + 1;
                    std::mem::take(&mut lines[*line])
                }
                None => SourceLine { page: page(&lines, next), ..SourceLine::default() },
            })
            .collect();
        self.feeds = feeds;
        self.margins = margins(self);
    }

    /// The number of a line in the file, one-based.
    pub fn number(&self, line: usize) -> u32 {
        let own = self.numbers.get(line).copied().flatten().unwrap_or(line);
        u32::try_from(own + 1).unwrap_or(u32::MAX)
    }

    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// The line without space at its ends.
    pub fn text(&self, line: usize) -> &str {
        self.lines.get(line).map_or("", |line| trimmed(&line.text))
    }

    pub fn raw(&self, line: usize) -> &str {
        self.lines.get(line).map_or("", |line| &line.text)
    }

    pub fn blank(&self, line: usize) -> bool {
        self.text(line).is_empty()
    }

    /// Whether nothing has taken the line yet and it holds something.
    pub fn free(&self, line: usize) -> bool {
        !self.blank(line) && self.lines[line].role == LineRole::Blank
    }

    /// Notes what took a line. The first taker keeps it.
    pub fn take(&mut self, line: usize, role: LineRole, by: &str) {
        if let Some(line) = self.lines.get_mut(line)
            && line.role == LineRole::Blank
            && !trimmed(&line.text).is_empty()
        {
            line.role = role;
            by.clone_into(&mut line.by);
        }
    }
}

/// A text in which letters and the marks over them are one character each, as they are printed: some systems
/// write "å" as an "a" and a ring. Columns count what is printed.
fn composed(text: String) -> String {
    let decomposed = text.contains(|c: char| ('\u{300}'..='\u{36f}').contains(&c));
    if decomposed { text.nfc().collect() } else { text }
}

fn indent(raw: &str) -> usize {
    raw.len() - raw.trim_start_matches(' ').len()
}

/// The left edge of each page's text, line by line: nearly no line begins before it.
fn margins(source: &Source) -> Vec<usize> {
    let mut found = Vec::with_capacity(source.len());
    let mut from = 0;
    for end in (1..source.len()).filter(|line| source.feeds[*line]).chain([source.len()]) {
        let mut indents: Vec<usize> =
            (from..end).filter(|line| !source.blank(*line)).map(|line| indent(source.raw(line))).collect();
        indents.sort_unstable();
        let margin = indents.get(indents.len() / 7).copied().unwrap_or(0);
        found.resize(end, margin);
        from = end;
    }
    found
}

/// Without space, zero-width marks and the like at the ends.
pub(crate) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_mark(c))
}

/// Zero-width characters that say nothing.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_numbered_alike_whatever_ends_them() {
        for text in ["a\nb\nc\n", "a\r\nb\r\nc\r\n", "a\rb\rc", "a\nb\n\u{c}c"] {
            let source = Source::new(text);
            let lines: Vec<&str> = (0..source.len()).map(|at| source.text(at)).collect();
            assert_eq!(lines, ["a", "b", "c"], "{text:?}");
        }
        assert_eq!(Source::new("a\n\u{c}b").feeds, [false, true]);
        assert_eq!(Source::new("a\u{c}\nb").feeds, [false, true]);
    }

    #[test]
    fn a_letter_and_the_mark_over_it_are_one() {
        let source = Source::new("Na\u{308}mndens a\u{30a}r");
        assert_eq!(source.text(0), "Nämndens år");
    }

    #[test]
    fn a_page_that_is_set_in_has_its_own_left_edge() {
        let source = Source::new("Huvud\n\n ett\n två\n tre\n fyra\n fem\n sex\n  • sju\n\u{c}åtta\n nio");
        let set_in: Vec<usize> = (0..source.len()).filter(|line| source.indented_once(*line)).collect();
        assert_eq!(set_in, [8, 10]);
    }

    #[test]
    fn the_words_of_a_drawing_are_taken_from_the_start() {
        let line = |text: &str, is_drawn| uppsikt_formats::Line {
            text: text.into(),
            is_drawn,
            ..Default::default()
        };
        let extract =
            Extract { lines: vec![line("200 0 2030", true), line("Bron", false)], ..Extract::default() };
        let source = Source::of_extract(&extract);
        assert_eq!((source.lines[0].role, source.lines[0].by.as_str()), (LineRole::Unread, "drawing"));
        assert!(source.free(1));
    }

    #[test]
    fn the_first_taker_keeps_a_line() {
        let mut source = Source::new("a\n\n");
        source.take(0, LineRole::Heading, "one");
        source.take(0, LineRole::Text, "two");
        source.take(1, LineRole::Text, "two");
        assert_eq!(source.lines[0].by, "one");
        assert_eq!(source.lines[1].role, LineRole::Blank);
    }
}
