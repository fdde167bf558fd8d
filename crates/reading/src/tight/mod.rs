//! Where paragraphs, headings and tables begin in a text without empty lines: by how long the lines
//! are, how they end and begin, by the words of the style, and around tables.

mod heads;
mod regions;
mod rows;

use crate::book::Book;
use crate::chunks::{Chunk, Width, ends_sentence, item_mark, wants_more};
use crate::headings::{has_finite_verb, is_marked, is_title_like};
use crate::joined::Joined;
use crate::source::Source;
use crate::spacing::is_wrapped;
use crate::tables::tabbed;
use regions::{Part, Regions, is_set_out};
use std::collections::HashSet;

/// A known heading on a line of its own is at most so long, in bytes.
const LONGEST_LINE: usize = 200;
/// Such a heading stands on so many lines at most, as far as they go on in lower case.
const MOST_LINES: usize = 3;
/// A title that only its shape tells is at most so long, in bytes.
const LONGEST_TITLE: usize = 190;

/// The lines before which an empty line is understood.
pub(crate) fn gaps(source: &Source, book: &Book<'_>) -> HashSet<usize> {
    let lines: Vec<usize> = (0..source.len()).filter(|line| source.free(*line)).collect();
    let all = [Chunk { lines, ..Chunk::default() }];
    let width = is_wrapped(source, &all[0].lines).then(|| Width::of(&all, source));
    let small = all[0].lines.iter().flat_map(|line| source.text(*line).split(' '));
    let small = small.filter(|word| word.starts_with(char::is_lowercase)).map(first_word).collect();
    let reader = Reader { source, book, width, small, regions: regions::find(source, book, width) };
    reader.gaps()
}

/// A heading by the words of the style.
struct Known {
    /// One past its last line.
    end: usize,
    /// Whether it is a goal's, an area's or an order.
    marked: bool,
}

struct Reader<'a> {
    source: &'a Source,
    book: &'a Book<'a>,
    /// `None`: paragraphs are not wrapped.
    width: Option<Width>,
    regions: Regions,
    /// The words that the text begins with a small letter.
    small: HashSet<&'a str>,
}

/// The letters that a text begins with.
fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    &text[..end]
}

impl Reader<'_> {
    fn gaps(&self) -> HashSet<usize> {
        let mut found = HashSet::new();
        let mut tabbed = tabbed::stretches(self.source, self.book).into_iter().peekable();
        let mut item = false;
        let mut headed = self.heading_end(0);
        for line in 1..self.source.len() {
            while tabbed.next_if(|rows| rows.end < line).is_some() {}
            if let Some(rows) = tabbed.peek().filter(|rows| rows.start <= line) {
                found.extend((line == rows.start || line == rows.end).then_some(line));
                continue;
            }
            let free = self.source.free(line);
            let parted = !free || !self.source.free(line - 1);
            item = !parted && !found.contains(&(line - 1)) && (item || self.marks_item(line - 1));
            if !parted && (headed == Some(line) && self.is_upper(line) || self.opens(line, item)) {
                found.insert(line);
            }
            if free && (parted || found.contains(&line)) {
                headed = self.heading_end(line);
            }
        }
        found
    }

    fn marks_item(&self, line: usize) -> bool {
        item_mark(self.source.raw(line)).is_some()
    }

    fn is_upper(&self, line: usize) -> bool {
        self.source.text(line).starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '\u{201d}'))
    }

    /// Whether an empty line is understood before a line; `item`: that before it belongs to an item.
    fn opens(&self, line: usize, item: bool) -> bool {
        let (above, text) = (self.source.text(line - 1), self.source.text(line));
        let set_out = is_set_out(self.source, line - 1) && is_set_out(self.source, line);
        if set_out && self.regions.is_free(line) {
            return false;
        }
        let upper = self.is_upper(line);
        match self.regions.between(line - 1, line) {
            Some(Part::Inside) => return false,
            Some(Part::Edge) => return !(self.regions.is_free(line) && self.source.indented_once(line)),
            None => {}
        }
        let below_table = is_set_out(self.source, line - 1) && !is_set_out(self.source, line);
        let opens = self.is_upper(line + 1) || !self.regions.is_free(line + 1);
        let above_table = is_set_out(self.source, line + 1) && opens;
        if below_table && above_table && upper && !wants_more(text) {
            return true;
        }
        let marked = item_mark(self.source.raw(line)).is_some();
        if self.source.indented_once(line) {
            // No page has one line only: where the next is set in too, both are items without marks.
            let series = self.source.indented_once(line + 1) && !self.source.indented_once(line - 1);
            return (above.ends_with(':') || series) && !self.source.feeds[line];
        }
        if marked {
            return !item
                && item_mark(self.source.raw(line)).is_some_and(|mark| mark.ordered)
                && self.closed(line);
        }
        let lower = text.starts_with(char::is_lowercase);
        if lower || wants_more(above) {
            return false;
        }
        if let Some(known) = self.known(line) {
            let whole = !self.source.text(known.end).starts_with(char::is_lowercase) && text.contains(' ');
            if whole || self.closed(line) || self.known(line - 1).is_some() {
                return true;
            }
        }
        let ended = ends_sentence(above) && !above.ends_with(':');
        if item {
            return upper && self.early(line);
        }
        (ended && self.title_end(line).is_some())
            || upper && ((ended && self.early(line)) || self.width.is_none())
    }

    /// Whether the line above ends before it is full.
    fn early(&self, line: usize) -> bool {
        self.width.is_none_or(|width| width.ends_early(self.source, line - 1, line))
    }

    /// Whether what stands above has come to its end.
    fn closed(&self, line: usize) -> bool {
        ends_sentence(self.source.text(line - 1)) || self.early(line)
    }

    /// One past the last line of a heading that is no goal's and no area's.
    fn heading_end(&self, line: usize) -> Option<usize> {
        match self.known(line) {
            Some(known) => (!known.marked).then_some(known.end),
            None => self.title_end(line),
        }
    }

    /// One past the last line of words that can be a title by their shape: the last line is not full and
    /// does not stop, and the next opens a text.
    fn title_end(&self, line: usize) -> Option<usize> {
        let width = self.width?;
        let opens = self.source.text(line).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let table = !self.regions.is_free(line) || is_set_out(self.source, line);
        if !opens || table || self.marks_item(line) {
            return None;
        }
        let mut words = Joined::default();
        for end in line + 1..=line + MOST_LINES {
            words.push_line(self.source, end - 1);
            if !self.source.free(end) || words.text.len() > LONGEST_TITLE || ends_sentence(&words.text) {
                return None;
            }
            if !self.source.text(end).starts_with(char::is_lowercase) {
                let early = match has_finite_verb(&words.text) {
                    true => width.is_short(self.source, end - 1),
                    false => width.ends_early(self.source, end - 1, end) || self.opens_sentence(end),
                };
                let stops = !wants_more(&words.text) && is_title_like(&words.text);
                return (early && stops && self.opens_text(end, width)).then_some(end);
            }
        }
        None
    }

    /// Whether a line begins with a word that is no name, as it stands elsewhere without a capital.
    fn opens_sentence(&self, line: usize) -> bool {
        let word = first_word(self.source.text(line));
        word.starts_with(char::is_uppercase) && self.small.contains(word.to_lowercase().as_str())
    }

    /// Whether a line is the first of running text.
    fn opens_text(&self, line: usize, width: Width) -> bool {
        let full = self.source.free(line + 1) && !width.is_short(self.source, line);
        self.is_upper(line)
            && self.regions.is_free(line)
            && !self.marks_item(line)
            && (full || ends_sentence(self.source.text(line)))
    }

    /// The heading by the words of the style that begins on a line.
    fn known(&self, line: usize) -> Option<Known> {
        let text = self.source.text(line);
        let opens = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if !opens || text.len() > LONGEST_LINE || is_set_out(self.source, line) {
            return None;
        }
        let mut words = Joined::default();
        let mut found = None;
        for end in line + 1..=line + MOST_LINES {
            words.push_line(self.source, end - 1);
            let known = self.book.headings(&words.text);
            let open = words.text.ends_with([',', ';', '-', '.']);
            if known.iter().any(|known| !open || is_marked(std::slice::from_ref(known))) {
                found = Some(Known { end, marked: is_marked(&known) });
            }
            let goes_on = self.source.free(end) && self.source.text(end).starts_with(char::is_lowercase);
            if !goes_on || ends_sentence(&words.text) {
                break;
            }
        }
        found
    }
}
