//! Tables in a text without empty lines: their captions, heads and rows.

use crate::book::{Book, HeadingKind, first_fit, folded};
use crate::chunks::{Width, ends_sentence, item_mark, wants_more};
use crate::headings::has_finite_verb;
use crate::source::Source;
use crate::tables::column_kinds::what;
use crate::tables::columns;
use crate::tables::figures;
use crate::tables::tail::{self, Tail};
use uppsikt_domain::table::TableKind;

/// Words between two rows of a table stand on so many lines at most.
const MOST_LABEL: usize = 4;
/// A head stands on so many lines at most.
const MOST_HEAD: usize = 14;
/// A head on more lines is read column by column.
const MOST_JOINED: usize = 4;
/// A caption stands on so many lines at most.
const MOST_CAPTION: usize = 4;

/// A line that is set in by so many spaces is the rest of a cell.
const SET_IN: usize = 12;

/// What stands between the words and the page in a table of contents.
const LEADER: &str = "....";

/// What two lines beside each other are to a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Both stand in the same part of it.
    Inside,
    /// It, its head or its caption begins or ends between them.
    Edge,
}

/// Lines by what they are in a table: `None` outside, else the number of the table's part.
#[derive(Debug, Default)]
pub(crate) struct Regions(Vec<Option<u32>>);

impl Regions {
    /// What a line and the next are to a table; `None`: neither stands in one.
    pub fn between(&self, above: usize, below: usize) -> Option<Part> {
        match (self.0[above], self.0[below]) {
            (None, None) => None,
            (one, other) if one == other => Some(Part::Inside),
            _ => Some(Part::Edge),
        }
    }

    /// Whether no table that is known begins on a line or goes on there.
    pub fn is_free(&self, line: usize) -> bool {
        self.0[line].is_none()
    }
}

struct Finder<'a> {
    source: &'a Source,
    book: &'a Book<'a>,
    width: Option<Width>,
}

/// Finds the tables.
pub(crate) fn find(source: &Source, book: &Book<'_>, width: Option<Width>) -> Regions {
    let finder = Finder { source, book, width };
    let mut parts = vec![None; source.len()];
    let mut number = 0;
    let (mut line, mut free_from) = (0, 0);
    while line < source.len() {
        if !finder.is_row(line) {
            line += 1;
            continue;
        }
        let end = finder.end(line);
        if let Some(found) = finder.table(line, end, free_from) {
            let set_out = found.rows > found.head && is_set_out(source, found.rows - 1);
            let rows = if set_out && is_set_out(source, found.rows) { found.head } else { found.rows };
            number += 1;
            (found.caption..found.head).for_each(|line| parts[line] = Some(number));
            number += 1;
            for line in found.head..rows {
                number += u32::from(rows - found.head > MOST_JOINED && finder.opens_column(line));
                parts[line] = Some(number);
            }
            let noted = (found.head..rows).any(|line| finder.is_note(line));
            for line in rows..end {
                number += u32::from(line == rows || finder.opens_row(line, noted, rows));
                parts[line] = Some(number);
            }
            free_from = end;
        }
        line = end;
    }
    Regions(parts)
}

/// Whether a line is set out with wide spaces, as the cells of a row or far from the margin.
pub(crate) fn is_set_out(source: &Source, line: usize) -> bool {
    const WIDE: &str = "   ";
    let raw = source.raw(line).trim_end();
    source.free(line) && (raw.trim_start().contains(WIDE) || raw.len() - raw.trim_start().len() >= SET_IN)
}

/// Where a table's parts begin.
struct Found {
    caption: usize,
    head: usize,
    rows: usize,
}

impl Finder<'_> {
    fn text(&self, line: usize) -> &str {
        self.source.text(line)
    }

    fn tail(&self, line: usize) -> Option<Tail> {
        let raw = self.source.raw(line);
        self.source.free(line).then(|| tail::tail(raw, false).filter(|tail| tail::is_strong(raw, tail)))?
    }

    /// Two figures or more with words before and after them: a row with a note.
    fn is_noted(&self, line: usize) -> bool {
        let (raw, text) = (self.source.raw(line), self.text(line));
        let figured = text.bytes().filter(u8::is_ascii_digit).count() >= 4 && !ends_sentence(text);
        let tail = (figured && self.source.free(line)).then(|| tail::tail(raw, true)).flatten();
        tail.is_some_and(|tail| {
            let label = &raw[..tail.words.first().map_or(0, |word| word.range.start)];
            tail::is_strong(raw, &tail)
                && tail.words.len() >= 3
                && figures::fewest(raw, &tail) >= 2
                && label.chars().any(char::is_alphabetic)
        })
    }

    /// A line that ends in figures, and not because a sentence was wrapped there.
    fn is_row(&self, line: usize) -> bool {
        let Some(tail) = self.tail(line) else { return self.is_noted(line) };
        let raw = self.source.raw(line);
        let goes_on = self.text(line + 1).starts_with(char::is_lowercase) && !self.is_part(line + 1);
        let full = self.width.is_some_and(|width| !width.ends_early(self.source, line, line + 1));
        let label = raw[..tail.words.first().map_or(0, |word| word.range.start)].trim();
        let one = tail.words.len() <= 2;
        let prose =
            one && ((goes_on && full) || has_finite_verb(label) || label.ends_with(['.', ',', ':']) && full);
        !prose && item_mark(raw).is_none() && !raw.contains(LEADER)
    }

    fn is_part(&self, line: usize) -> bool {
        let text = self.text(line);
        text.starts_with("varav") || text.starts_with("därav")
    }

    /// Whether a line can be words of a label that goes on to the next row.
    fn is_label(&self, line: usize) -> bool {
        let text = self.text(line);
        self.source.free(line)
            && !(ends_sentence(text) && (text.len() > 45 || text.ends_with(':')))
            && item_mark(self.source.raw(line)).is_none()
            && !self.is_caption(line)
            && !self.is_heading(line)
            && !self.is_head(line)
            && !has_finite_verb(text)
    }

    fn is_heading(&self, line: usize) -> bool {
        let text = self.text(line);
        let row = |known: &crate::book::Known| {
            matches!(known.kind, HeadingKind::EconomyPart | HeadingKind::CasePart) && !known.by.contains('*')
        };
        text.starts_with(char::is_uppercase)
            && text.len() < 160
            && self.book.headings(text).iter().any(|known| !row(known))
    }

    fn is_caption(&self, line: usize) -> bool {
        let text = self.text(line);
        let first = text.split([' ', ':', '.']).next().unwrap_or_default();
        let rest = text[first.len()..].trim_start();
        self.book.opens_caption(first) && rest.starts_with(|c: char| !c.is_lowercase())
    }

    /// Words that columns begin with, years, or the unit in the corner.
    fn is_head(&self, line: usize) -> bool {
        let text = self.text(line);
        if !self.source.free(line) || text.len() >= 160 || ends_sentence(text) || self.is_caption(line) {
            return false;
        }
        let words = columns::column_words(text, &self.book.columns);
        let years = columns::is_year_head(self.source.raw(line)) || tail::is_year(text);
        years
            || (self.tail(line).is_none()
                && !columns::is_titled(text)
                && (words >= 2 || (words == 1 && (text.len() < 40 || columns::opens_with_unit(text)))))
    }

    /// One past the last line of the rows that begin on a line.
    fn end(&self, first: usize) -> usize {
        let mut last = first;
        loop {
            let closed = self.closes(last);
            let most = if closed { 1 } else { MOST_LABEL + 1 };
            let next = (last + 1..=last + most)
                .take_while(|line| *line == last + 1 || self.is_label(line - 1) || self.is_row(line - 1))
                .find(|line| self.source.free(*line) && self.is_row(*line));
            let Some(next) = next.filter(|next| *next == last + 1 || !self.is_narrower(last, *next)) else {
                break;
            };
            last = next;
        }
        let goes_on = |line: usize| {
            let text = self.text(line);
            text.starts_with(|c: char| c.is_lowercase() || c == '(') && !ends_sentence(text)
        };
        if goes_on(last + 1) && self.source.free(last + 1) { last + 2 } else { last + 1 }
    }

    /// Whether a row that stands apart from another, and the next, must have fewer columns.
    fn is_narrower(&self, above: usize, row: usize) -> bool {
        let fewest = self.tail(above).map_or(0, |tail| figures::fewest(self.source.raw(above), &tail));
        let narrow = |line: usize| self.tail(line).is_some_and(|tail| figures::most(&tail) < fewest);
        let next = (row + 1..=row + MOST_LABEL).find(|line| self.is_row(*line));
        narrow(row) && next.is_some_and(narrow)
    }

    /// Whether a row is the sum of its table, or the result.
    fn closes(&self, line: usize) -> bool {
        let Some(tail) = self.tail(line) else { return false };
        let start = tail.words.first().map_or(0, |word| word.range.start);
        let label = self.source.raw(line)[..start].trim();
        first_fit(&self.book.totals, label).is_some() && !self.book.lines.contains_key(&folded(label))
    }

    /// A table whose rows stand from one line to another, with the head and the caption above.
    fn table(&self, first: usize, end: usize, free_from: usize) -> Option<Found> {
        let rows = (first..end).filter(|line| self.is_row(*line)).count();
        let free = |line: usize| line >= free_from && self.source.free(line);
        let labels =
            (free_from..first).rev().take(MOST_LABEL).take_while(|line| self.is_label(*line)).count();
        let headed = (first - labels..=first).rev().find(|line| *line > free_from && self.is_head(line - 1));
        let mut head = headed.unwrap_or(first);
        while head > free_from && first - head < MOST_HEAD && free(head - 1) && headed.is_some() {
            if !(self.is_head(head - 1) || self.is_piece(head - 1)) {
                break;
            }
            head -= 1;
        }
        while headed.is_some() && free(head - 1) && self.text(head).starts_with(char::is_lowercase) {
            head -= 1;
        }
        let limit = head.saturating_sub(MOST_CAPTION).max(free_from);
        let above = (limit..head).rev().take_while(|line| free(*line));
        let caption = above.into_iter().find(|line| self.is_caption(*line));
        let caption = caption.or_else(|| self.unit_caption(head, free_from)).unwrap_or(head);
        let ledger = || self.book.table_kind(self.text(first)) == Some(TableKind::Ledger);
        let named = caption < head || ledger();
        let sound = rows >= 3 || (rows >= 1 && headed.is_some()) || (rows >= 2 && named);
        let rows = headed.map_or(head, |rows| self.head_end(rows, first));
        sound.then_some(Found { caption, head, rows })
    }

    /// Whether a line of a head ends in the word that columns of notes begin with.
    fn is_note(&self, line: usize) -> bool {
        let last = self.text(line).split_whitespace().next_back().unwrap_or_default();
        last.starts_with(char::is_uppercase) && self.book.columns.is(last, what::NOTE)
    }

    /// Whether an empty line is understood before a line among the rows: around a section in capitals
    /// and, where there are notes, around every row.
    fn opens_row(&self, line: usize, noted: bool, first: usize) -> bool {
        if self.is_section(line) || self.is_section(line - 1) {
            return true;
        }
        noted && (self.is_row(line - 1) || self.label_start(line, first) == Some(line))
    }

    /// Where the label of the next row begins.
    fn label_start(&self, line: usize, first: usize) -> Option<usize> {
        let row = (line..=line + MOST_LABEL).find(|line| self.is_row(*line))?;
        let goes_on = |line: usize| {
            let above = self.text(line - 1);
            !self.text(line).starts_with(char::is_uppercase) || wants_more(above)
        };
        let above = (first + 1..=row).rev().find(|line| !goes_on(*line) || self.is_row(line - 1));
        above.or(Some(first))
    }

    /// Words in capitals alone, and after them a line that is not.
    fn is_section(&self, line: usize) -> bool {
        let shouted = |line: usize| {
            let text = self.text(line);
            let count = |is: fn(char) -> bool| text.chars().filter(|c| is(*c)).count();
            count(char::is_uppercase) >= 6 && count(char::is_uppercase) > 4 * count(char::is_lowercase)
        };
        self.tail(line).is_none() && shouted(line) && !shouted(line + 1)
    }

    /// Whether a line of a head that is set on many begins a column.
    fn opens_column(&self, line: usize) -> bool {
        let mut words = self.text(line).split_whitespace();
        let first = words.next().unwrap_or_default();
        let known = first.starts_with(char::is_uppercase) && self.book.columns.is(first, what::ANY);
        // "Avvikelse" and on the next line "KB mot prognos".
        let compared = words.next() == Some("mot")
            && self.book.columns.is(self.text(line - 1), what::CHANGE | what::DEVIATION);
        (known && !compared) || self.is_broken(line)
    }

    /// "Förändri" and "ng" on the next line: a word that columns begin with.
    fn is_broken(&self, line: usize) -> bool {
        let whole = format!("{}{}", self.text(line), self.text(line + 1));
        !whole.contains(' ')
            && self.text(line + 1).starts_with(char::is_lowercase)
            && columns::column_words(&whole, &self.book.columns) == 1
    }

    /// Where a head ends that goes on in years, units, small letters or the rest of a word.
    fn head_end(&self, from: usize, first: usize) -> usize {
        let mut end = from;
        while end < first {
            let text = self.text(end);
            let small = self.is_piece(end) && !self.is_part(end);
            end += match () {
                () if small
                    || tail::is_year(text)
                    || (is_set_out(self.source, end) && self.tail(end).is_none()) =>
                {
                    1
                }
                () if end + 1 < first && self.is_broken(end) => 2,
                () => break,
            };
        }
        end
    }

    /// A piece of a head: the rest of a word, or a short word in the corner.
    fn is_piece(&self, line: usize) -> bool {
        let text = self.text(line);
        let unit = columns::opens_with_unit(text) || columns::unit(text).is_some_and(|unit| unit.is_money());
        let short = text.chars().count() <= 24 && !ends_sentence(text) && !self.is_row(line);
        short && !self.is_caption(line) && (text.starts_with(char::is_lowercase) || (unit && text.len() < 60))
    }

    /// A short line right above a head that names a unit.
    fn unit_caption(&self, head: usize, free_from: usize) -> Option<usize> {
        let line = head.checked_sub(1).filter(|line| *line >= free_from && self.source.free(*line))?;
        let text = self.text(line);
        let named = columns::free_unit(text).is_some() && text.len() < 120 && !ends_sentence(text);
        (named && text.starts_with(char::is_uppercase) && self.tail(line).is_none()).then_some(line)
    }
}
