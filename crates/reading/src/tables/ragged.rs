//! Tables of web pages that fell apart into cells: each cell on a line of its own, or the first one and then the rest of
//! its row on one line, with or without empty lines between. There are as many columns as most rows have cells; a line
//! of nothing but spaces is an empty cell where that makes the row whole.

mod cells;
mod head;

use crate::book::{Book, HeadingKind, folded};
use crate::chunks::ends_sentence;
use crate::contents::squeezed;
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::build::{Laid, LaidRow};
use crate::tables::cells::parts;
use crate::tables::columns;
use crate::tables::tail::is_period;
use cells::{Line, Row, line_of};
use head::Head;
use std::collections::{HashMap, HashSet};
use uppsikt_domain::document::LineRole;
use uppsikt_domain::place::TextAt;

/// A label is at most so long, in bytes; a head of one line that names each column may be longer.
const LONGEST: usize = 110;
/// A label of so many bytes that ends as sentences do is one.
const LONGEST_SAID: usize = 45;
/// Words between the cells of two rows are on so many lines at most.
const MOST_WORDS: usize = 6;
/// A table has so many rows at least, and so many columns.
const FEWEST_ROWS: usize = 3;
/// Names of sections stand above the first row, so many at most.
const MOST_SECTIONS: usize = 3;
const FEWEST_COLUMNS: usize = 2;
const MOST_COLUMNS: usize = 14;
/// The words of a head stand so many lines above the first cells at most.
const MOST_ABOVE: usize = 24;
/// The number of a note is at most so much more than that of the row above.
const NEXT: usize = 3;

/// Words, and the cells after them.
#[derive(Debug, Default)]
struct Group {
    words: Vec<usize>,
    row: Row,
}

/// Finds such tables and the lines that they take.
/// `told`: only those whose head tells of notes or of groups of columns.
pub(crate) fn find(
    source: &Source,
    book: &Book<'_>,
    titles: &HashSet<String>,
    told: bool,
) -> Vec<(Vec<usize>, Laid)> {
    let mut found = Vec::new();
    for groups in runs(source, book, titles) {
        let mut at = 0;
        while at < groups.len() {
            match table(source, book, &groups[at..], told) {
                Some((count, lines, laid)) => {
                    found.push((lines, laid));
                    at += count;
                }
                None => at += 1,
            }
        }
    }
    found
}

/// Words and cells by turns, up to where no table can go on, again and again.
fn runs(source: &Source, book: &Book<'_>, titles: &HashSet<String>) -> Vec<Vec<Group>> {
    let mut found: Vec<Vec<Group>> = Vec::new();
    let mut open: Vec<Group> = Vec::new();
    let mut figured = false;
    for (line, near) in near_cells(source).into_iter().enumerate() {
        if !near {
            if !source.blank(line) {
                close(&mut found, &mut open);
                figured = false;
            }
            continue;
        }
        if source.raw(line).is_empty() || source.lines[line].role == LineRole::RunningHead {
            continue;
        }
        let kind =
            if source.blank(line) || source.free(line) { line_of(source, line, figured) } else { Line::Stop };
        let kind = match kind {
            Line::Words if is_stop(source, book, titles, line) => Line::Stop,
            other => other,
        };
        match kind {
            Line::Stop => {
                close(&mut found, &mut open);
                figured = false;
            }
            Line::Words => match open.last_mut().filter(|group| group.row.is_empty()) {
                Some(group) => group.words.push(line),
                None => open.push(Group { words: vec![line], row: Row::default() }),
            },
            Line::Labelled(label, items) => {
                figured = true;
                match open.last_mut().filter(|group| group.row.is_empty()) {
                    Some(group) => group.words.push(line),
                    None => open.push(Group { words: vec![line], row: Row::default() }),
                }
                if let Some(group) = open.last_mut() {
                    group.row.label = Some((line, label));
                    group.row.push(line, items);
                }
            }
            Line::Cells(items) => {
                figured = true;
                if let Some(group) = open.last_mut() {
                    group.row.push(line, items);
                }
            }
            Line::Empty(cells) => {
                if let Some(group) = open.last_mut() {
                    group.row.push_empty(line, cells);
                }
            }
        }
    }
    close(&mut found, &mut open);
    found
}

/// Which lines are cells, or stand so near above some that they may belong to their table: others need not be looked at.
fn near_cells(source: &Source) -> Vec<bool> {
    let mut found = vec![false; source.len()];
    let mut left = 0;
    for line in (0..source.len()).rev() {
        let text = source.text(line);
        let bare =
            || !text.contains(char::is_alphabetic) && text.contains(|c: char| c.is_ascii_digit() || c == '-');
        if text.is_empty() {
            found[line] = left > 0;
        } else if bare() {
            left = MOST_ABOVE;
            found[line] = true;
        } else {
            left = left.saturating_sub(1);
            found[line] = left > 0;
        }
    }
    found
}

fn close(found: &mut Vec<Vec<Group>>, open: &mut Vec<Group>) {
    let groups = std::mem::take(open);
    if groups.iter().filter(|group| group.row.figures() > 0).count() >= FEWEST_ROWS {
        found.push(groups);
    }
}

/// Whether no table goes on over some words: a sentence, or a heading without cells below it.
fn is_stop(source: &Source, book: &Book<'_>, titles: &HashSet<String>, line: usize) -> bool {
    let text = source.text(line);
    let long = text.len() > LONGEST && head::named(source, line).len() < FEWEST_COLUMNS;
    if long || (ends_sentence(text) && text.len() > LONGEST_SAID) {
        return true;
    }
    let next = (line + 1..source.len()).find(|next| !source.blank(*next));
    let celled = next.is_some_and(|next| matches!(line_of(source, next, true), Line::Cells(_)));
    let statement = book.lines.contains_key(&folded(text));
    let column = columns::column_words(text, &book.columns) > 0 || is_period(text);
    let heading = |known: &crate::book::Known| matches!(known.kind, HeadingKind::Section(_));
    let headed = titles.contains(&squeezed(text)) || book.headings(text).iter().any(heading);
    headed && !celled && !statement && !column
}

/// The table that begins with the first of some groups: how many of them it takes, its lines, and itself.
fn table(source: &Source, book: &Book<'_>, all: &[Group], told: bool) -> Option<(usize, Vec<usize>, Laid)> {
    let further = |(at, group): (usize, &Group)| {
        at == 0
            || (group.words.len() <= MOST_WORDS
                && !group.words.iter().any(|line| head::is_head(source, *line)))
    };
    let own = all.iter().enumerate().take_while(|(at, group)| further((*at, group))).count();
    let own = &all[..own];
    let columns = usual(own)?;
    let first = own.first()?;
    let head = Head::of(source, book, &first.words, columns);
    let noted = head.as_ref().is_some_and(|head| head.noted);
    if told && !head.as_ref().is_some_and(|head| head.noted || head.grouped) {
        return None;
    }
    let whole = |group: &Group| {
        group.row.figures() == 0
            || group.row.in_columns(columns).is_some()
            || (noted && group.row.in_columns(columns - 1).is_some())
    };
    let last = own.iter().rposition(|group| group.row.figures() > 0 && whole(group))?;
    let own = &own[..=last];
    let figured = || own.iter().filter(|group| group.row.figures() > 0);
    let sound = figured().filter(|group| whole(group)).count();
    let apart = figured().filter(|group| group.row.lines() > 1).count();
    if sound < FEWEST_ROWS || sound * 10 < figured().count() * 7 || apart * 2 < sound {
        return None;
    }
    let opening = own.iter().take_while(|group| group.row.figures() == 0).count();
    // Without a head nearly every row must have as many cells.
    let sure = opening == 0 && whole(first) && sound * 10 >= figured().count() * 9;
    if opening > MOST_SECTIONS || (head.is_none() && !sure) {
        return None;
    }
    let mut rows: Vec<LaidRow> = Vec::new();
    let mut start = None;
    let mut last_note = 0;
    for (at, group) in own.iter().enumerate() {
        let words = match (&head, at) {
            (Some(head), 0) => &group.words[head.end..],
            _ => &group.words[..],
        };
        let (above, label) = parts(source, book, words, false);
        let above = if at == 0 && head.is_none() { Vec::new() } else { above };
        start = start.or_else(|| above.first().or(label.first()).copied());
        rows.extend(above.iter().map(|line| section(source, *line, columns)));
        let mut row = lay_row(source, group, &label, columns, noted);
        if noted {
            take_note(&mut row, &mut last_note);
        }
        rows.push(row);
    }
    let first = head.as_ref().map_or(start?, |head| first.words[head.start]);
    let last = own.last()?.row.last_line()?;
    let lines: Vec<usize> = (first..=last).filter(|line| source.free(*line)).collect();
    let span = Joined::line(source, first).whole(source).to(Joined::line(source, last).whole(source));
    let mut headings =
        head.as_ref().map_or_else(|| vec![TextAt::default(); columns], |head| head.columns.clone());
    let note_heading = noted.then(|| headings.remove(0));
    for row in rows.iter_mut().filter(|row| row.cells.len() > headings.len()) {
        row.cells.truncate(headings.len());
    }
    let label_heading = head.and_then(|head| head.label);
    Some((
        own.len(),
        lines,
        Laid { caption: None, label_heading, columns: headings, note_heading, rows, span },
    ))
}

/// As many columns as most rows can have.
fn usual(groups: &[Group]) -> Option<usize> {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for group in groups.iter().filter(|group| group.row.figures() > 0) {
        for count in group.row.counts() {
            *counts.entry(count).or_default() += 1;
        }
    }
    let fits = |(columns, _): &(usize, usize)| (FEWEST_COLUMNS..=MOST_COLUMNS).contains(columns);
    let found =
        counts.into_iter().filter(fits).max_by_key(|(columns, rows)| (*rows, std::cmp::Reverse(*columns)));
    found.map(|(columns, _)| columns)
}

fn section(source: &Source, line: usize, columns: usize) -> LaidRow {
    LaidRow {
        label: Joined::line(source, line).all_at(source),
        cells: vec![None; columns],
        note: None,
        guessed: false,
    }
}

fn lay_row(source: &Source, group: &Group, label: &[usize], columns: usize, noted: bool) -> LaidRow {
    let row = &group.row;
    let short = || row.in_columns(columns - 1).filter(|_| noted);
    let whole = row.in_columns(columns);
    let digits = |(line, range): &(usize, std::ops::Range<usize>)| {
        source.raw(*line)[range.clone()].contains(|c: char| c.is_ascii_digit())
    };
    let guessed = whole.is_none() && short().is_none() && row.plain().iter().flatten().any(digits);
    let cells = whole.or_else(|| short().map(|cells| std::iter::once(None).chain(cells).collect()));
    let mut cells = cells.unwrap_or_else(|| row.plain());
    cells.resize(columns, None);
    let text = |(line, range): (usize, std::ops::Range<usize>)| {
        let mut words = Joined::default();
        words.push(source, line, range);
        words.all_at(source)
    };
    let mut words = Joined::default();
    for line in label {
        match &row.label {
            Some((own, range)) if own == line => words.push(source, *line, range.clone()),
            _ => words.push_line(source, *line),
        }
    }
    let cells = cells.into_iter().map(|cell| cell.map(text)).collect();
    LaidRow { label: words.all_at(source), cells, note: None, guessed }
}

/// The first cell of a row is the number of its note. Where it is missing, and the first amount could be the next note's
/// number, it is a guess which of them the row lacks: no amounts at all tell that it is a note.
fn take_note(row: &mut LaidRow, last: &mut usize) {
    if row.cells.is_empty() {
        return;
    }
    let note = row.cells.remove(0);
    let number =
        |text: &str| text.split([',', ' ', '-']).next_back().and_then(|last| last.parse::<usize>().ok());
    if let Some(note) = note {
        *last = number(&note.text).unwrap_or(*last);
        row.note = Some(note).filter(|note| note.text.starts_with(|c: char| c.is_ascii_digit()));
        return;
    }
    let first = row.cells.first().and_then(Option::as_ref).filter(|first| first.text.len() <= 2);
    let next = first
        .and_then(|first| number(&first.text))
        .is_some_and(|next| (*last..=*last + NEXT).contains(&next));
    let figured = |cell: &TextAt| cell.text.contains(|c: char| c.is_ascii_digit());
    if next && !row.cells[1..].iter().flatten().any(figured) {
        row.note = row.cells.remove(0);
        row.cells.push(None);
    } else {
        row.guessed |= next;
    }
}

#[cfg(test)]
mod tests;
