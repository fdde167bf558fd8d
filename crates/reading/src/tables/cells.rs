//! Tables that fell apart into one cell a line, as `pdftotext` leaves them: headings of
//! columns, then for each row its label and as many figures as there are columns, with or
//! without empty lines between.

use crate::book::{Book, HeadingKind};
use crate::chunks::{ends_sentence, wants_more};
use crate::contents::squeezed;
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::build::{Laid, LaidRow};
use crate::tables::column_kinds::what;
use crate::tables::columns;
use crate::tables::figures::{self, Group};
use crate::tables::relations::{self, Relation};
use crate::tables::tail::{is_period, is_year};
use std::collections::HashSet;
use uppsikt_domain::document::LineRole;
use uppsikt_domain::place::TextAt;

/// A label or a heading of a column is at most so long, in bytes.
const LONGEST: usize = 110;
/// Words between the figures of two rows: so many lines at most.
const MOST_WORDS: usize = 6;

/// The number of a note is at most so much more than that of the one above.
const NEXT_NOTE: usize = 3;

/// A table has at most so many rows.
const MOST_STRETCHES: usize = 300;

/// What a line is to such a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Words,
    Figure,
    /// Running text, a heading, or a line of something else: no table goes on over it.
    Stop,
}

/// Words and the figures after them.
struct Stretch {
    words: Vec<usize>,
    figures: Vec<usize>,
}

/// Finds such tables and the lines that they take.
pub(crate) fn find(source: &Source, book: &Book<'_>, titles: &HashSet<String>) -> Vec<(Vec<usize>, Laid)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = next_start(source, book, titles, from) {
        let stretches = stretches(source, book, titles, start);
        let next = stretches.iter().position(|it| it.figures.is_empty()).unwrap_or(stretches.len());
        let Some(first) = stretches.first() else { break };
        match table(source, book, &stretches[..next]) {
            Some((lines, laid)) => {
                from = lines.last().map_or(source.len(), |last| last + 1);
                found.push((lines, laid));
            }
            None => from = first.figures.last().or(first.words.last()).map_or(source.len(), |last| last + 1),
        }
    }
    found
}

/// Where the words before the next lone figure begin, at the earliest at a line.
fn next_start(source: &Source, book: &Book<'_>, titles: &HashSet<String>, from: usize) -> Option<usize> {
    let figure = (from..source.len()).find(|line| is_figure(source, *line))?;
    let before = (from..figure).rev().filter(|line| !passes(source, *line));
    let words = before.take_while(|line| kind(source, book, titles, *line, false) == Kind::Words);
    Some(words.last().unwrap_or(figure))
}

/// Whether a table goes on over a line: it is empty, or the head or the number of a page.
fn passes(source: &Source, line: usize) -> bool {
    source.blank(line) || source.lines[line].role == LineRole::RunningHead
}

/// Whether a line is a figure and nothing more, and no year.
fn is_figure(source: &Source, line: usize) -> bool {
    let text = source.text(line);
    let short = text.len() <= LONGEST && source.free(line) && !source.blank(line);
    short && !is_year(text) && (figures::value(text).is_some() || is_missing(text))
}

/// From a line on: words and figures by turns, up to a line where no table can go on.
fn stretches(source: &Source, book: &Book<'_>, titles: &HashSet<String>, from: usize) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let mut figured = false;
    for line in (from..source.len()).filter(|line| !passes(source, *line)) {
        if found.len() > MOST_STRETCHES {
            break;
        }
        let kind = kind(source, book, titles, line, figured);
        match (kind, found.last_mut()) {
            (Kind::Stop, None) => {
                found.push(Stretch { words: vec![line], figures: Vec::new() });
                break;
            }
            (Kind::Stop, Some(_)) => break,
            (Kind::Words, Some(open)) if open.figures.is_empty() => open.words.push(line),
            (Kind::Words, _) => found.push(Stretch { words: vec![line], figures: Vec::new() }),
            (Kind::Figure, Some(open)) => {
                figured = true;
                open.figures.push(line);
            }
            (Kind::Figure, None) => found.push(Stretch { words: Vec::new(), figures: vec![line] }),
        }
    }
    found
}

fn kind(source: &Source, book: &Book<'_>, titles: &HashSet<String>, line: usize, figured: bool) -> Kind {
    let text = source.text(line);
    if !source.free(line) || text.len() > LONGEST || (ends_sentence(text) && text.len() > 45) {
        return Kind::Stop;
    }
    if is_period(text) && !figured {
        return Kind::Words;
    }
    if figures::value(text).is_some() || is_missing(text) {
        return Kind::Figure;
    }
    let column = columns::column_words(text, &book.columns) > 0;
    let heading = |known: &crate::book::Known| matches!(known.kind, HeadingKind::Section(_));
    let line = book.lines.contains_key(&crate::book::folded(text));
    let headed = !column && !line && book.headings(text).iter().any(heading);
    let letters = text.chars().any(char::is_alphabetic);
    if headed || !letters || (!column && titles.contains(&squeezed(text))) { Kind::Stop } else { Kind::Words }
}

/// Signs for a cell that has nothing: "-", "–", "..", "e.t.".
fn is_missing(text: &str) -> bool {
    matches!(text, "-" | "\u{2013}" | "\u{2212}" | "\u{2014}" | ".." | "\u{2026}" | "e.t." | "i.u.")
}

fn table(source: &Source, book: &Book<'_>, all: &[Stretch]) -> Option<(Vec<usize>, Laid)> {
    let (columns, count) = shape(all)?;
    let count = (1..count).find(|at| opens_table(source, book, all, *at)).unwrap_or(count);
    let rows = &all[..count];
    let head = head(source, book, &rows[0].words, columns)?;
    if columns == 1 && rows.len() < 3 {
        return None;
    }
    // Numbers of notes before the amounts: a row without one has a figure less.
    let leads = columns > 2 && head.columns.first().is_some_and(|first| is_noted(book, &first.text));
    let columns = columns - usize::from(leads);
    let amounts: Vec<&[usize]> = rows.iter().map(|row| last(&row.figures, columns)).collect();
    let relation = learn(source, &amounts, columns);
    let mut laid: Vec<LaidRow> = Vec::new();
    let mut last_note = 0;
    for (index, row) in rows.iter().enumerate() {
        let words = match index {
            0 => &row.words[head.length..],
            _ => after_head(source, &rows[0].words[head.start..head.length], &row.words),
        };
        let (above, label) = parts(source, book, words, head.note.is_some() && index > 0);
        if let (Some(before), true) = (laid.last_mut(), head.note.is_some()) {
            before.note = joined(source, &above);
        } else {
            laid.extend(above.iter().map(|line| empty(source, *line, columns)));
        }
        let own = amounts[index];
        let holes = holes(source, own, columns, relation.as_ref());
        // A first figure that could be the next note's number leaves open which amount is missing.
        let number = row.figures.first().and_then(|line| note_number(source.text(*line))).filter(|_| leads);
        let next = number.is_some_and(|number| (last_note + 1..=last_note + NEXT_NOTE).contains(&number));
        let guessed = own.len() < columns && holes.is_none() || row.figures.len() == columns && next;
        last_note = number.filter(|_| row.figures.len() > columns).unwrap_or(last_note);
        let cells = cells(source, own, columns, holes);
        let label = Joined::lines(source, label).all_at(source);
        let note = row.figures.first().filter(|_| row.figures.len() > columns);
        let note = note.map(|line| Joined::line(source, *line).all_at(source));
        laid.push(LaidRow { label, cells, note: note.filter(|note| !is_missing(&note.text)), guessed });
    }
    let first = rows[0].words[head.start];
    let last = *rows.last()?.figures.last()?;
    let lines: Vec<usize> = (first..=last).filter(|line| !passes(source, *line)).collect();
    let span = Joined::line(source, first).whole(source).to(Joined::line(source, last).whole(source));
    let mut headings = head.columns;
    let lead = leads.then(|| headings.remove(0));
    let laid = Laid {
        caption: None,
        label_heading: head.label.map(|line| Joined::line(source, line).all_at(source)),
        columns: headings,
        note_heading: head.note.or(lead),
        rows: laid,
        span,
    };
    Some((lines, laid))
}

/// The last of some lines, as many as there are columns.
fn last(lines: &[usize], columns: usize) -> &[usize] {
    &lines[lines.len().saturating_sub(columns)..]
}

/// The number that a note can have.
fn note_number(text: &str) -> Option<usize> {
    let short = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|number| short && *number > 0)
}

/// "Not": the heading of the numbers of notes.
fn is_noted(book: &Book<'_>, heading: &str) -> bool {
    !heading.contains(' ') && book.columns.is(heading, what::NOTE)
}

/// Whether the words above a row are a head of their own, of as many columns as that row and those below it have.
fn opens_table(source: &Source, book: &Book<'_>, all: &[Stretch], at: usize) -> bool {
    let own = &all[at];
    let columns = own.figures.len();
    let same = |own: &usize, other: &usize| source.text(*own) == source.text(*other);
    let printed = own.words.iter().all(|line| all[0].words.iter().any(|other| same(line, other)));
    let goes_on = all.get(at + 1).is_some_and(|next| next.figures.len() == columns);
    columns >= 2
        && goes_on
        && !printed
        && head(source, book, &own.words, columns).is_some_and(|head| head.length < own.words.len())
}

/// The words above a row without a head that is printed again on a new page.
fn after_head<'w>(source: &Source, head: &[usize], words: &'w [usize]) -> &'w [usize] {
    let same = |(own, other): (&usize, &usize)| source.text(*own) == source.text(*other);
    let again = words.len() > head.len() && head.iter().zip(words).all(same);
    if again { &words[head.len()..] } else { words }
}

/// How many columns most rows have, and how many stretches belong to the table.
fn shape(all: &[Stretch]) -> Option<(usize, usize)> {
    let first = all.first()?.figures.len();
    let second = all.get(1)?.figures.len();
    let third = all.get(2).map_or(second, |it| it.figures.len());
    let columns = first.max(second).max(third);
    let fits = |(index, it): &(usize, &Stretch)| {
        it.figures.len() <= columns && (*index == 0 || it.words.len() <= MOST_WORDS)
    };
    let count = all.iter().enumerate().take_while(fits).count();
    let full = all[..count].iter().filter(|it| it.figures.len() == columns).count();
    (columns > 0 && count >= 2 && full * 10 >= count * 6).then_some((columns, count))
}

/// The head of such a table, out of the words before its first figures.
struct Head {
    /// Where it begins, and how many of the words belong to it and to what stands before it.
    start: usize,
    length: usize,
    label: Option<usize>,
    columns: Vec<TextAt>,
    note: Option<TextAt>,
}

fn head(source: &Source, book: &Book<'_>, words: &[usize], count: usize) -> Option<Head> {
    let first_word = |line: usize| source.text(line).split_whitespace().next().unwrap_or_default();
    let starts = |line: usize| {
        book.columns.is(first_word(line), what::ANY)
            && source.text(line).starts_with(|c: char| !c.is_lowercase())
    };
    let year = |line: usize| is_period(source.text(line));
    let goes_on =
        |line: usize| source.text(line).starts_with(|c: char| c.is_lowercase() || c == '(') || year(line);
    let last = words.iter().rposition(|line| starts(*line) || year(*line))?;
    // A year right above or below another is a heading of its own, not the rest of one.
    let alone = |at: usize| {
        let beside = |at: Option<usize>| at.and_then(|at| words.get(at)).is_some_and(|line| year(*line));
        year(words[at]) && (beside(at.checked_sub(1)) || beside(Some(at + 1)))
    };
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut start = last + 1;
    for at in (0..=last).rev() {
        let line = words[at];
        let begins = starts(line) || alone(at);
        if !begins && !goes_on(line) {
            break;
        }
        open.insert(0, line);
        start = at;
        if begins {
            groups.insert(0, std::mem::take(&mut open));
        }
        let noted = groups.last().is_some_and(|it| book.columns.is(first_word(it[0]), what::NOTE));
        if begins && groups.len() == count + usize::from(noted && count > 1) {
            break;
        }
    }
    let noted = groups.len() > count
        && groups.last().is_some_and(|it| book.columns.is(first_word(it[0]), what::NOTE));
    let note = if noted { groups.pop() } else { None };
    let label_lines = words.len() - last - 1;
    if groups.len() != count || !open.is_empty() || !(1..=3).contains(&label_lines) {
        return None;
    }
    let titled = |at: usize| {
        let text = source.text(words[at]);
        words[at] + 1 < words[start] && columns::free_unit(text).is_some() && !columns::opens_with_unit(text)
    };
    let label = start.checked_sub(1).filter(|at| is_label(source.text(words[*at])) && !titled(*at));
    Some(Head {
        start: label.unwrap_or(start),
        length: last + 1,
        label: label.map(|at| words[at]),
        columns: groups.iter().filter_map(|lines| joined(source, lines)).collect(),
        note: note.and_then(|lines| joined(source, &lines)),
    })
}

/// A heading of the label column: a unit, or one or two words.
fn is_label(text: &str) -> bool {
    columns::opens_with_unit(text) || text.split_whitespace().count() <= 2
}

fn joined(source: &Source, lines: &[usize]) -> Option<TextAt> {
    (!lines.is_empty()).then(|| Joined::lines(source, lines.iter().copied()).all_at(source))
}

fn empty(source: &Source, line: usize, columns: usize) -> LaidRow {
    LaidRow {
        label: Joined::line(source, line).all_at(source),
        cells: vec![None; columns],
        note: None,
        guessed: false,
    }
}

/// The words between two rows: those that are rows of their own or the note of the row above,
/// and the label of the row below.
pub(super) fn parts(
    source: &Source,
    book: &Book<'_>,
    words: &[usize],
    noted: bool,
) -> (Vec<usize>, Vec<usize>) {
    let text = |at: usize| source.text(words[at]);
    let known = |at: usize| book.lines.contains_key(&crate::book::folded(text(at)));
    let mut start = words.len().saturating_sub(1);
    while start > 0 {
        let lower = text(start).starts_with(|c: char| c.is_lowercase() || c == '(');
        let varav = text(start).starts_with("varav") || text(start).starts_with("därav");
        let open = wants_more(text(start - 1)) || (!noted && text(start - 1).len() >= 34);
        if known(start) || known(start - 1) || varav || !(lower || open) {
            break;
        }
        start -= 1;
    }
    (words[..start].to_vec(), words[start..].to_vec())
}

/// A row's figures in their columns, the last ones empty where nothing tells which are.
fn cells(source: &Source, lines: &[usize], columns: usize, holes: Option<Vec<usize>>) -> Vec<Option<TextAt>> {
    let at = |line: usize| Joined::line(source, line).all_at(source);
    let missing = columns - lines.len();
    let holes = holes.unwrap_or_else(|| (lines.len()..columns).collect());
    let mut rest = lines.iter();
    let cell = |column: usize| {
        if missing > 0 && holes.contains(&column) { None } else { rest.next().map(|line| at(*line)) }
    };
    (0..columns).map(cell).collect()
}

/// The one empty column with which a relation holds.
fn holes(
    source: &Source,
    lines: &[usize],
    columns: usize,
    relation: Option<&Relation>,
) -> Option<Vec<usize>> {
    if lines.len() + 1 != columns {
        return None;
    }
    let fits = |hole: &usize| {
        let mut groups: Vec<Option<Group>> = lines.iter().map(|line| Some(group(source, *line))).collect();
        groups.insert(*hole, None);
        let values: Vec<_> = groups.iter().map(|it| figures::fixed(it.as_ref())).collect();
        relation?.holds(&values, figures::decimals(&groups)).filter(|holds| *holds)
    };
    (0..columns).find(|hole| fits(hole).is_some()).map(|hole| vec![hole])
}

fn group(source: &Source, line: usize) -> Group {
    let text = source.text(line);
    Group { range: 0..text.len(), value: figures::value(text) }
}

fn learn(source: &Source, rows: &[&[usize]], columns: usize) -> Option<Relation> {
    let full = rows.iter().filter(|row| row.len() == columns);
    let groups: Vec<Vec<Option<Group>>> =
        full.map(|row| row.iter().map(|line| Some(group(source, *line))).collect()).collect();
    relations::learn(&groups, columns)
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};

    type Rows = Vec<(String, Vec<String>)>;

    fn table(text: &str) -> (Vec<String>, Rows, usize) {
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let table = tables[0].1;
        let columns = table.columns.iter().map(|column| column.heading.text.clone()).collect();
        let row = |row: &uppsikt_domain::table::Row| {
            let cells = row.cells.iter().map(|cell| cell.printed.clone().unwrap_or_default());
            (row.label.text.clone(), cells.collect())
        };
        (columns, table.rows.iter().map(row).collect(), tables.len())
    }

    const LINES: &str = "Nämndsbudget 2031\nParknämnden\n\nEkonomi\nHär står hur det går för nämnden.\n\nTkr\nPrognos 2030\nBudget 2031\nFörändring\nBidrag\n1 250\n1 100\n-150\nPersonal och annat som hör till och som är långt\nnog att brytas\n-31 200\n-32 450\n-1 250\nFinansiella intäkter\nFinansiella kostnader\n-50\n-50\nSumma\n-29 950\n-31 400\n-1 450\n\nText efter tabellen följer här.\n";

    #[test]
    fn a_cell_a_line_makes_rows_again() {
        let blank = LINES.replace("\n", "\n\n");
        for text in [LINES, blank.as_str()] {
            let (columns, rows, count) = table(text);
            assert_eq!((columns.join("|"), count), ("Prognos 2030|Budget 2031|Förändring".to_owned(), 1));
            let labels: Vec<&str> = rows.iter().map(|row| row.0.as_str()).collect();
            let long = "Personal och annat som hör till och som är långt nog att brytas";
            assert_eq!(labels, ["Bidrag", long, "Finansiella intäkter", "Finansiella kostnader", "Summa"]);
            assert_eq!(rows[1].1, ["-31 200", "-32 450", "-1 250"]);
            assert_eq!(rows[3].1, ["", "-50", "-50"]);
        }
    }

    #[test]
    fn which_cell_is_missing_is_a_guess_where_nothing_tells_it() {
        let text = "Årsredovisning 2031\n\nNoter\n\nHär står noterna.\n\nMnkr\nUtfall 2031\nUtfall 2030\nByggnader\n\
                    -57,0\n-59,1\nLeasing\n-217,9\nMaskiner\n-25,1\n-23,2\nSumma\n-82,1\n-300,2\n\nText efter tabellen.\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let guessed: Vec<bool> = document.tables()[0].1.rows.iter().map(|row| row.guessed).collect();
        assert_eq!(guessed, [false, true, false, false]);
    }

    #[test]
    fn numbers_of_notes_before_the_amounts_are_no_amounts_and_no_pages() {
        let row = |label: &str, cells: &[&str]| format!("{label}\n\n{}\n\n", cells.join("\n\n"));
        let rows = [
            row("Intäkter", &["1", "1 136", "1 214"]),
            row("Kostnader", &["2", "-5 200", "-5 005"]),
            row("Avskrivningar", &["3", "-320", "-311"]),
            row("Nettokostnader", &["-4 384", "-4 102"]),
            row("Skatteintäkter", &["4", "3 950", "3 773"]),
            row("Finansiella kostnader", &["5", "-5", "-7"]),
        ];
        let text = format!(
            "Årsredovisning 2031\n\nNoter\n\nHär står noterna.\n\nBelopp, mkr\n\nNOT\n\n2031\n\n2030\n\n{}Text efter.\n",
            rows.concat()
        );
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let row = |row: &uppsikt_domain::table::Row| {
            let cells = row.cells[..2].iter().map(|cell| cell.printed.clone().unwrap_or_default());
            (cells.collect::<Vec<_>>().join("|"), row.note.clone().unwrap_or_default(), row.guessed)
        };
        let found: Vec<_> = tables[0].1.rows.iter().map(row).collect();
        let told = |cells: &str, note: &str| (cells.to_owned(), note.to_owned(), false);
        assert_eq!(found[0], told("1 136|1 214", "1"));
        assert_eq!(found[3], told("-4 384|-4 102", ""));
        assert_eq!(found[5], told("-5|-7", "5"));
    }

    #[test]
    fn a_further_head_opens_a_table_of_its_own() {
        let text = "Nämndsbudget 2031\n\nParknämnden\n\nEkonomi\n\nTkr\n\nPrognos 2030\n\nBudget 2031\n\nBidrag\n\n1 250\n\n\
                    1 100\n\nPersonal\n\n-31 200\n\n-32 450\n\nSumma\n\n-29 950\n\n-31 350\n\nNetto per område, tkr\n\nOmråde\n\n\
                    Budget 2030\n\nBudget 2031\n\nDammar\n\n400\n\n500\n\nStigar\n\n300\n\n350\n\nSumma\n\n700\n\n850\n";
        let (_, rows, count) = table(text);
        assert_eq!((rows.len(), count), (3, 2));
    }

    #[test]
    fn years_may_be_the_headings_and_notes_stand_after_their_row() {
        let text = "Nämndsbudget 2031\n\nInvesteringsplan\n\nProjekt\n2031\n2032\nStigar\n1 200\n800\nDammar\n300\n350\nSumma\n1 500\n1 150\n";
        assert_eq!(table(text).0, ["2031", "2032"]);
        let text = "Delårsrapport 2031\n\nEkonomi\n\nTkr\nBudget\nAvvikelse\nFörklaring\nStigar\n1 200\n-80\nHögre priser\nDammar\n300\n0\nSumma\n1 500\n-80\n";
        let (columns, rows, _) = table(text);
        assert_eq!(columns, ["Budget", "Avvikelse", "Förklaring"]);
        assert_eq!(rows[0].1, ["1 200", "-80", "Högre priser"]);
        assert_eq!(rows[1].1, ["300", "0", ""]);
    }
}
