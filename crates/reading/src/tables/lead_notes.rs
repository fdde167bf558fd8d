//! References to notes that stand between the labels and the figures: "Intäkter 2, 3 1 210 1 250" under
//! "Mnkr Not 2030 2031". They are no money, and no column of the sums.

use crate::book::{Book, first_fit};
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::column_kinds::{ColumnBook, what};
use crate::tables::columns::{HeadWord, dated, opens_column};
use crate::tables::figures;
use crate::tables::plain::RawTable;
use crate::tables::rows::RawRow;
use crate::tables::tail::{Shape, Tail, is_period};
use crate::tables::two_notes;

/// The number of a note is so long at most, in digits.
const LONGEST: usize = 2;
/// The number of a row's note is at most so much more than that of the row above.
const NEXT: usize = 3;
/// So many spaces part two cells.
const APART: usize = 2;

/// Whether a head says that references stand before the figures.
pub(super) fn are_told(head: &[HeadWord], style: &ColumnBook) -> bool {
    place(head, style).is_some()
}

/// Takes the references out of the figures, where the head says that they stand before them.
pub(super) fn take(source: &Source, raw: &mut RawTable, book: &Book<'_>) {
    raw.rows.iter_mut().for_each(|row| take_named(source, row));
    if two_notes::take(source, raw, &book.columns) {
        return;
    }
    let Some((at, end)) = place(&raw.head, &book.columns) else { return };
    let columns = dated(&raw.head[end..], &book.columns);
    let words = raw.head.drain(at..end).collect::<Vec<_>>();
    let mut heading = Joined::default();
    words.iter().for_each(|word| heading.push(source, word.line, word.range.clone()));
    raw.note = Some(heading.all_at(source));
    let mut reader = Reader { source, book, columns, last: 0 };
    raw.rows.iter_mut().for_each(|row| reader.row(row));
}

/// "Avskrivningar Not 4 -210 -200": takes the number that a row calls its note.
fn take_named(source: &Source, row: &mut RawRow) {
    let Some((line, tail)) = &mut row.figures else { return };
    let label = row.label.text.trim_end();
    let named = label.rsplit_once(' ').filter(|(before, word)| is_note(word) && !before.trim().is_empty());
    let Some((before, _)) = named.filter(|_| row.note.is_empty() && tail.words.len() > 1) else { return };
    if number(source.raw(*line), tail).is_none() {
        return;
    }
    let number = tail.words.remove(0);
    row.note.push(source, *line, number.range);
    row.label = row.label.slice(0..before.trim_end().len());
}

/// Which words of a head are the heading of notes before the amounts.
fn place(head: &[HeadWord], style: &ColumnBook) -> Option<(usize, usize)> {
    let at = head.iter().position(|word| is_note(&word.text))?;
    let own = |word: &HeadWord| word.line == head[at].line;
    let amounts = |word: &HeadWord| is_period(&word.text) || style.is(&word.text, what::ANY & !what::AMOUNT);
    let end = at + 1 + head[at + 1..].iter().take_while(|word| is_number(&word.text)).count();
    // "Not Kommunen 2031": whose amounts it is stands before the year.
    let dated = || head.get(end + 1).is_some_and(|next| is_period(&next.text));
    let followed = head.get(end).is_some_and(|next| opens_column(&next.text, style) || dated());
    let first = !head[..at].iter().filter(|word| own(word)).any(amounts);
    (followed && first).then_some((at, end))
}

/// "Not", "Noter".
pub(super) fn is_note(word: &str) -> bool {
    matches!(word.trim_end_matches(['.', ':']).to_lowercase().as_str(), "not" | "noter")
}

/// "Not nr".
fn is_number(word: &str) -> bool {
    matches!(word.trim_end_matches('.').to_lowercase().as_str(), "nr" | "nummer")
}

struct Reader<'a, 'b> {
    source: &'a Source,
    book: &'a Book<'b>,
    /// How many amounts a row has.
    columns: usize,
    /// The number of the last note.
    last: usize,
}

impl Reader<'_, '_> {
    fn row(&mut self, row: &mut RawRow) {
        let Some((line, tail)) = &mut row.figures else { return };
        let raw = self.source.raw(*line);
        let Some(first) = tail.words.first() else { return };
        let (listed, start) = list_before(raw, first.range.start);
        let number = number(raw, tail);
        let noted =
            number.is_some_and(|number| listed > 0 || self.is_note(raw, tail, &row.label.text, number));
        if !noted || !row.note.is_empty() {
            row.may_open_with_note = number.is_some() && row.note.is_empty() && tail.words.len() > 1;
            return;
        }
        let end = first.range.end;
        tail.words.remove(0);
        row.note.push(self.source, *line, start..end);
        let words = row.label.text.trim_end();
        let kept = words.rsplitn(listed + 1, ' ').last().map_or(0, str::len);
        row.label = row.label.slice(0..if listed > 0 { kept } else { words.len() });
        self.last = number.unwrap_or(self.last);
        if tail.words.is_empty() {
            row.figures = None;
        }
    }

    /// Whether the first figure of a row is the number of a note: what follows is as many amounts as there
    /// are columns, and it goes on from the notes above where it could begin the first of them too.
    fn is_note(&self, raw: &str, tail: &Tail, label: &str, number: usize) -> bool {
        let rest = Tail { words: tail.words[1..].to_vec(), end: tail.end };
        if figures::most(&rest) < self.columns {
            return false;
        }
        if figures::fewest(raw, tail) > self.columns || figures::most(tail) < self.columns {
            return true;
        }
        let set_out = tail.words.iter().any(|word| word.gap >= APART);
        let apart = tail.words.get(1).is_some_and(|next| next.gap >= APART);
        let next = (self.last.max(1)..=self.last + NEXT).contains(&number);
        next && (apart || !set_out) && first_fit(&self.book.totals, label).is_none()
    }
}

/// The number that a row's first figure can be.
pub(super) fn number(raw: &str, tail: &Tail) -> Option<usize> {
    let first = tail.words.first().filter(|word| word.shape == Shape::Start)?;
    let digits = &raw[first.range.clone()];
    let short = digits.len() <= LONGEST && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|number| short && *number > 0)
}

/// The numbers with commas right before a figure ("2, 3, 17"): how many words, and where they begin.
fn list_before(raw: &str, from: usize) -> (usize, usize) {
    let mut start = from;
    let mut words = 0;
    while let Some(word) = raw[..start].split_whitespace().next_back() {
        let digits = word.strip_suffix(',').unwrap_or_default();
        let listed = (1..=LONGEST).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        let Some(at) = raw[..start].rfind(word).filter(|_| listed) else { break };
        (start, words) = (at, words + 1);
    }
    (words, start)
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};

    fn rows(table: &str) -> Vec<(String, Vec<String>, Option<String>)> {
        let text = format!("Årsredovisning 2031\n\nResultaträkning\n\n{table}");
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let amounts = tables[0].1.columns.len() - 1;
        let row = |row: &uppsikt_domain::table::Row| {
            let cells = row.cells[..amounts].iter().map(|cell| cell.printed.clone().unwrap_or_default());
            (row.label.text.clone(), cells.collect(), row.note.clone())
        };
        tables[0].1.rows.iter().map(row).collect()
    }

    fn row(label: &str, cells: [&str; 2], note: &str) -> (String, Vec<String>, Option<String>) {
        let note = Some(note.to_owned()).filter(|note| !note.is_empty());
        (label.to_owned(), cells.map(str::to_owned).to_vec(), note)
    }

    #[test]
    fn numbers_of_notes_stand_before_as_many_amounts_as_there_are_years() {
        for gap in [" ", "   "] {
            let lines = [
                ["Belopp i mnkr", "Not", "2030", "2031"],
                ["Intäkter", "1", "1 210", "1 250"],
                ["Kostnader", "2, 3", "-4 310", "-4 400"],
                ["Avskrivningar", "4", "-200", "-210"],
                ["Nettokostnader", "", "-3 300", "-3 360"],
                ["Skatteintäkter", "5", "705", "683"],
                ["Bidrag", "6", "2 595", "2 677"],
                ["Årets resultat", "", "0", "0"],
            ];
            let line = |cells: &[&str; 4]| {
                cells.iter().filter(|cell| !cell.is_empty()).copied().collect::<Vec<_>>().join(gap)
            };
            let found = rows(&lines.iter().map(line).collect::<Vec<_>>().join("\n"));
            let expected = [
                row("Intäkter", ["1 210", "1 250"], "1"),
                row("Kostnader", ["-4 310", "-4 400"], "2, 3"),
                row("Avskrivningar", ["-200", "-210"], "4"),
                row("Nettokostnader", ["-3 300", "-3 360"], ""),
                row("Skatteintäkter", ["705", "683"], "5"),
                row("Bidrag", ["2 595", "2 677"], "6"),
                row("Årets resultat", ["0", "0"], ""),
            ];
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn in_a_table_that_is_set_out_the_notes_of_a_list_are_no_label() {
        let table = "\
Belopp i mnkr                 Not      2030      2031
Intäkter                        1     1 210     1 250
Kostnader                    2, 3    -4 310    -4 400
Nettokostnader                       -3 100    -3 150
";
        let expected = [
            row("Intäkter", ["1 210", "1 250"], "1"),
            row("Kostnader", ["-4 310", "-4 400"], "2, 3"),
            row("Nettokostnader", ["-3 100", "-3 150"], ""),
        ];
        assert_eq!(rows(table), expected);
    }
}
