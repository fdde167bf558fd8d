//! Two groups of amounts, each with numbers of notes of its own before it: "Not 2031 2030 Not 2031 2030" below
//! "Kommunen Koncernen". In single spaces a row says "17 4,4 5,1 10 4,4 5,1", and either number may be missing.

use crate::book::{Book, first_fit};
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::column_kinds::ColumnBook;
use crate::tables::columns::{HeadWord, dated};
use crate::tables::figures::{self, Group, Split, Usual};
use crate::tables::lead_notes::{is_note, number};
use crate::tables::plain::RawTable;
use crate::tables::tail::{Shape, Tail, Word};
use std::ops::Range;

/// A word of a head that stands so far from the one before it is set out by spaces: so are the figures then.
const APART: usize = 2;
/// The number of a note is at most so much more than that of the row above.
const NEXT: usize = 3;
/// What speaks for a number of a note that goes on from the one above, and against one that does not.
const GOES_ON: i32 = 6;
const STRAYS: i32 = 8;
/// What speaks against a note beside a sum, a group of amounts that is empty, and words left to the label.
const OF_SUM: i32 = 2;
const EMPTY: i32 = 3;
const LABELLED: i32 = 10;
/// What speaks against an amount of a group that is twice another, and against other decimals than usual.
const DOUBLED: i32 = 3;
const OTHER_DECIMALS: i32 = 9;
/// A doubling is measured in so many parts; an amount has so many decimals at most.
const EIGHTHS: i32 = 8;
const MOST_DECIMALS: u8 = 5;
/// A group has so many amounts at most.
const MOST: usize = 4;

/// A way to read a row, and how much speaks for it.
pub(super) type Weighed = (i32, Split);

/// Takes the two headings of notes out of a head, and says how many amounts each of the groups has.
pub(super) fn take(source: &Source, raw: &mut RawTable, style: &ColumnBook) -> bool {
    let Some((first, second, counts)) = places(&raw.head, style) else { return false };
    raw.head.remove(second);
    let word = raw.head.remove(first);
    let mut heading = Joined::default();
    heading.push(source, word.line, word.range);
    raw.note = Some(heading.all_at(source));
    raw.two_notes = Some(counts);
    for row in &mut raw.rows {
        let noted =
            |(line, tail): &(usize, Tail)| tail.words.len() > 1 && number(source.raw(*line), tail).is_some();
        row.may_open_with_note = row.figures.as_ref().is_some_and(noted) && row.note.is_empty();
    }
    true
}

/// Where the headings of notes stand in a head, and the amounts after each.
fn places(head: &[HeadWord], style: &ColumnBook) -> Option<(usize, usize, (usize, usize))> {
    let found: Vec<usize> = (0..head.len()).filter(|at| is_note(&head[*at].text)).collect();
    let [first, second] = found[..] else { return None };
    let line = head[first].line;
    let one_line = head[first..].iter().all(|word| word.line == line && word.gap < APART);
    let counts = (dated(&head[first + 1..second], style), dated(&head[second + 1..], style));
    let sound = |count: usize| (1..=MOST).contains(&count);
    (one_line && sound(counts.0) && sound(counts.1)).then_some((first, second, counts))
}

/// The ways to read each row, best first. The numbers of notes go on from row to row.
pub(super) fn ways(source: &Source, raw: &RawTable, usual: &Usual, book: &Book<'_>) -> Vec<Vec<Weighed>> {
    let Some(counts) = raw.two_notes else { return Vec::new() };
    let mut last = [0, 0];
    let mut found = Vec::with_capacity(raw.rows.len());
    for row in &raw.rows {
        let Some((line, tail)) = &row.figures else {
            found.push(Vec::new());
            continue;
        };
        let is_sum = first_fit(&book.totals, row.label.text.trim()).is_some();
        let reader = Reader { raw: source.raw(*line), words: &tail.words, counts, usual, last, is_sum };
        let all = reader.ways();
        if let Some(best) = all.first() {
            last = [best.notes[0].unwrap_or(last[0]), best.notes[1].unwrap_or(last[1])];
        }
        found.push(all.into_iter().map(|way| (way.score, way.split)).collect());
    }
    found
}

struct Way {
    score: i32,
    split: Split,
    notes: [Option<usize>; 2],
}

struct Reader<'a> {
    raw: &'a str,
    words: &'a [Word],
    counts: (usize, usize),
    usual: &'a Usual,
    last: [usize; 2],
    is_sum: bool,
}

impl Reader<'_> {
    fn ways(&self) -> Vec<Way> {
        let mut found = Vec::new();
        for from in 0..self.words.len().min(2) {
            for second in (from..self.words.len()).map(Some).chain([None]) {
                self.gather(from, second, &mut found);
            }
        }
        found.sort_by_key(|way| std::cmp::Reverse(way.score));
        found
    }

    /// The ways with the figures from a word on, and one word between them as the second number of a note.
    fn gather(&self, from: usize, second: Option<usize>, found: &mut Vec<Way>) {
        let end = self.words.len();
        let numbers = [(from == 1).then_some(0), second];
        if second.is_some_and(|at| self.number(at).is_none()) {
            return;
        }
        let parts: Vec<(Range<usize>, Range<usize>)> = match second {
            Some(at) => vec![(from..at, at + 1..end)],
            None => (from..=end).map(|at| (from..at, at..end)).collect(),
        };
        for (first, second) in parts {
            if first.is_empty() && second.is_empty() {
                continue;
            }
            for one in self.group(first, self.counts.0) {
                for other in self.group(second.clone(), self.counts.1) {
                    found.extend(self.weigh(numbers, &one, &other));
                }
            }
        }
    }

    fn weigh(
        &self,
        numbers: [Option<usize>; 2],
        one: &[Option<Group>],
        other: &[Option<Group>],
    ) -> Option<Way> {
        let notes = numbers.map(|at| at.and_then(|at| self.number(at)));
        let mut score = 0;
        for (place, at) in numbers.iter().enumerate() {
            score += match (at, notes[place]) {
                (None, _) => 0,
                (Some(_), None) => -LABELLED,
                (Some(_), Some(note)) => self.of_note(place, note),
            };
        }
        let cells: Vec<Option<Group>> = one.iter().chain(other).cloned().collect();
        for group in [one, other] {
            let filled = group.iter().flatten().count();
            score -= if filled == 0 { EMPTY } else { unevenness(group) };
        }
        let others = cells.iter().zip(&self.usual.decimals).filter(|(cell, usual)| {
            let value = cell.as_ref().and_then(|group| group.value);
            value.zip(**usual).is_some_and(|((_, decimals), usual)| decimals != usual)
        });
        score -= OTHER_DECIMALS * i32::try_from(others.count()).unwrap_or(0);
        let label_words = usize::from(numbers[0].is_some());
        Some(Way { score, split: Split { label_words, cells }, notes })
    }

    /// What speaks for a number being that of a note.
    fn of_note(&self, place: usize, note: usize) -> i32 {
        let last = self.last[place];
        let goes_on = last == 0 || (last..=last + NEXT).contains(&note);
        (if goes_on { GOES_ON } else { -STRAYS }) - if self.is_sum { OF_SUM } else { 0 }
    }

    /// The number of a note that a word can be.
    fn number(&self, at: usize) -> Option<usize> {
        let word = self.words.get(at)?;
        number(self.raw, &Tail { words: vec![word.clone()], end: word.range.end })
    }

    /// The ways to read some words as a group of amounts, or as one that is empty.
    fn group(&self, words: Range<usize>, count: usize) -> Vec<Vec<Option<Group>>> {
        if words.is_empty() {
            return vec![vec![None; count]];
        }
        let mut found = Vec::new();
        self.split(&self.words[words], count, &mut Vec::new(), &mut found);
        found
    }

    fn split(
        &self,
        words: &[Word],
        left: usize,
        open: &mut Vec<Option<Group>>,
        found: &mut Vec<Vec<Option<Group>>>,
    ) {
        if words.is_empty() || left == 0 {
            if words.is_empty() && left == 0 {
                found.push(open.clone());
            }
            return;
        }
        for end in figures::ends(words, 0) {
            let range = words[0].range.start..words[end - 1].range.end;
            let value = figures::value(&self.raw[range.clone()]);
            let empty = end == 1 && words[0].shape == Shape::Dash;
            if value.is_none() && !empty {
                continue;
            }
            open.push(Some(Group { range, value }));
            self.split(&words[end..], left - 1, open, found);
            open.pop();
        }
    }
}

/// How unlike the amounts of a group are: a year's is rarely many times that of the year before. Three for each doubling.
fn unevenness(group: &[Option<Group>]) -> i32 {
    let sizes = || group.iter().flatten().filter_map(size);
    let spread = sizes().max().unwrap_or(0) - sizes().min().unwrap_or(0);
    spread * DOUBLED / EIGHTHS
}

/// The size of an amount in eighths of doublings; none for nought.
fn size(group: &Group) -> Option<i32> {
    let (mantissa, decimals) = group.value.filter(|(mantissa, _)| *mantissa != 0)?;
    let places = 10_u128.pow(u32::from(MOST_DECIMALS.saturating_sub(decimals)));
    let amount = u128::from(mantissa.unsigned_abs()) * places * 8;
    let doublings = amount.ilog2();
    let rest = (amount >> (doublings - 3)) & 7;
    Some(i32::try_from(doublings).ok()? * EIGHTHS + i32::try_from(rest).ok()?)
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};

    type Read = (String, Vec<String>, Option<String>, bool);

    fn rows(table: &str) -> (Vec<String>, Vec<Read>) {
        let text = format!("Årsredovisning 2031\n\nBalansräkning\n\n{table}");
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let headings = tables[0].1.columns.iter().map(|column| column.heading.text.clone()).collect();
        let row = |row: &uppsikt_domain::table::Row| {
            let cells = row.cells[..4].iter().map(|cell| cell.printed.clone().unwrap_or_default());
            (row.label.text.clone(), cells.collect(), row.note.clone(), row.guessed)
        };
        (headings, tables[0].1.rows.iter().map(row).collect())
    }

    const BALANCE: &str = "Löpande priser, mnkr KOMMUNEN KONCERNEN\nNot 2031 2030 Not 2031 2030\n\nTILLGÅNGAR\n\
         – Mark och byggnader 13 543,2 521,2 8 1 480,0 1 444,8\n– Maskiner 14 29,8 30,7 9 92,5 76,4\n\
         – Konst 15 3,3 3,2 3,3 3,2\n– Andelar 16 79,9 79,8 21,9 30,3\n\
         Summa anläggningstillgångar 656,2 634,9 1 597,7 1 554,7\n\nEGET KAPITAL\n\
         – Eget kapital 380,3 348,7 444,4 407,0\n– Årets resultat – 52,0 31,7 – 53,7 36,7\n\
         Summa eget kapital 20 328,3 380,4 12 390,7 443,7\n";

    #[test]
    fn numbers_of_notes_are_no_amounts_in_either_group() {
        let (headings, found) = rows(BALANCE);
        assert_eq!(headings[..4], ["KOMMUNEN 2031", "KOMMUNEN 2030", "KONCERNEN 2031", "KONCERNEN 2030"]);
        let row = |label: &str| {
            let row = found.iter().find(|row| row.0.contains(label)).unwrap();
            (row.1.join("|"), row.2.clone().unwrap_or_default(), row.3)
        };
        let told = |cells: &str, note: &str| (cells.to_owned(), note.to_owned(), false);
        assert_eq!(row("Mark"), told("543,2|521,2|1 480,0|1 444,8", "13"));
        assert_eq!(row("Maskiner"), told("29,8|30,7|92,5|76,4", "14"));
        assert_eq!(row("Konst"), told("3,3|3,2|3,3|3,2", "15"));
        assert_eq!(row("Summa anl"), told("656,2|634,9|1 597,7|1 554,7", ""));
        assert_eq!(row("Årets"), told("– 52,0|31,7|– 53,7|36,7", ""));
        assert_eq!(row("Summa eget"), told("328,3|380,4|390,7|443,7", "20"));
    }

    #[test]
    fn whole_amounts_fall_by_their_notes_and_sizes() {
        let text = "Mnkr Kommunen Koncernen\nNot 2031 2030 Not 2031 2030\nIntäkter 1 1 210 1 180 1 2 410 2 380\n\
                    Kostnader 2 -4 310 -4 200 2 -5 310 -5 100\nAvskrivningar 3 -200 -190 -320 -310\n\
                    Verksamhetens nettokostnader -3 300 -3 210 -3 220 -3 030\n";
        let (_, found) = rows(text);
        let cells = |at: usize| found[at].1.join("|");
        assert_eq!(cells(0), "1 210|1 180|2 410|2 380");
        assert_eq!(cells(1), "-4 310|-4 200|-5 310|-5 100");
        assert_eq!(cells(2), "-200|-190|-320|-310");
        assert_eq!(cells(3), "-3 300|-3 210|-3 220|-3 030");
    }

    #[test]
    fn which_group_is_empty_is_a_guess_where_no_sum_tells() {
        let text = format!("{BALANCE}Minoritetsintresse 12,0 14,0\n");
        let (_, found) = rows(&text);
        assert!(found.iter().any(|row| row.0 == "Minoritetsintresse" && row.3), "{found:?}");
    }
}
