//! The head and the caption above a table's rows.

use super::regions::{Finder, Found, is_set_out};
use super::rows::MOST_LABEL;
use crate::chunks::ends_sentence;
use crate::tables::column_kinds::what;
use crate::tables::columns;
use crate::tables::tail;
use uppsikt_domain::table::TableKind;

/// A head stands on so many lines at most.
const MOST_HEAD: usize = 14;
/// A caption stands on so many lines at most.
const MOST_CAPTION: usize = 4;

impl Finder<'_> {
    /// A table whose rows stand from one line to another, with the head and the caption above.
    pub fn table(&self, first: usize, end: usize, free_from: usize) -> Option<Found> {
        let rows = (first..end).filter(|line| self.is_row(*line)).count();
        let free = |line: usize| line >= free_from && self.source.free(line);
        let labels =
            (free_from..first).rev().take(MOST_LABEL).take_while(|line| self.is_label(*line)).count();
        let headed = (first - labels..=first).rev().find(|line| *line > free_from && self.is_head(line - 1));
        let each = || {
            let count = self.tail(first).map_or(0, |tail| tail.words.len());
            first > free_from && rows >= 2 && columns::names_each(self.text(first - 1), count)
        };
        let headed = headed.or_else(|| each().then_some(first));
        let mut head = headed.unwrap_or(first);
        if headed == Some(first) && head > free_from && !self.is_head(first - 1) {
            head -= 1;
        }
        while head > free_from && first - head < MOST_HEAD && free(head - 1) && headed.is_some() {
            if !(self.is_head(head - 1) || self.is_piece(head - 1)) {
                break;
            }
            head -= 1;
        }
        while headed.is_some()
            && head > free_from
            && free(head - 1)
            && self.text(head).starts_with(char::is_lowercase)
        {
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

    /// Words that columns begin with, years, or the unit in the corner.
    pub fn is_head(&self, line: usize) -> bool {
        let text = self.text(line);
        let said = columns::is_sentence(text, &self.book.columns);
        if !self.source.free(line) || text.len() >= 160 || said || self.is_caption(line) {
            return false;
        }
        let words = columns::column_words(text, &self.book.columns);
        let years = columns::is_year_head(self.source.raw(line)) || tail::is_year(text);
        years
            || (self.tail(line).is_none()
                && !columns::is_titled(text)
                && (words >= 2 || (words == 1 && (text.len() < 40 || columns::opens_with_unit(text)))))
    }

    pub fn is_caption(&self, line: usize) -> bool {
        let text = self.text(line);
        let first = text.split([' ', ':', '.']).next().unwrap_or_default();
        let rest = text[first.len()..].trim_start();
        self.book.opens_caption(first) && rest.starts_with(|c: char| !c.is_lowercase())
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

    /// Whether a line of a head ends in the word that columns of notes begin with.
    pub fn is_note(&self, line: usize) -> bool {
        let last = self.text(line).split_whitespace().next_back().unwrap_or_default();
        last.starts_with(char::is_uppercase) && self.book.columns.is(last, what::NOTE)
    }

    /// Whether a line of a head that is set on many begins a column.
    pub fn opens_column(&self, line: usize) -> bool {
        let mut words = self.text(line).split_whitespace();
        let first = words.next().unwrap_or_default();
        let known = first.starts_with(char::is_uppercase) && self.book.columns.is(first, what::ANY);
        // "Avvikelse" and on the next line "KB mot prognos".
        let compared = words.next() == Some("mot")
            && self.book.columns.is(self.text(line.saturating_sub(1)), what::CHANGE | what::DEVIATION);
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
}
