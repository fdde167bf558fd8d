//! Tables of indicators in one paragraph, whose cells single spaces part: a head of a word for indicators and
//! words for values, over one line or several, and rows whose names may go on over lines.

use crate::book::{Book, first_fit, folded};
use crate::chunks::{Chunk, along};
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::build::{Laid, LaidRow};
use crate::tables::caption::caption_above;
use crate::tables::column_kinds::what;
use crate::tables::figures;
use crate::tables::tail::is_period;
use std::ops::{Range, RangeInclusive};
use uppsikt_text::dates;

/// The word for indicators has so many words at most.
const MOST_NAMED: usize = 2;
/// So many columns of values.
const COLUMNS: RangeInclusive<usize> = 2..=6;
/// A line of the head below the first is at most so long, in bytes.
const LONGEST_HEAD: usize = 40;
/// The name of an indicator is on so many lines at most.
const MOST_LABEL: usize = 4;
/// A figure has so many words at most: "1 234 500".
const MOST_WORDS: usize = 3;
/// Cells are set apart by no wider space.
const WIDE: &str = "   ";

/// Finds such tables and the lines that they take.
pub(crate) fn find(source: &Source, chunks: &[Chunk], book: &Book<'_>) -> Vec<(Vec<usize>, Laid)> {
    along(chunks, |chunks| {
        let lines = &chunks.first()?.lines;
        table(source, lines, book).map(|found| (1, found))
    })
}

fn table(source: &Source, lines: &[usize], book: &Book<'_>) -> Option<(Vec<usize>, Laid)> {
    let head = head(source, lines, book)?;
    if lines.iter().any(|line| source.text(*line).contains(WIDE)) {
        return None;
    }
    let rows = rows(source, &lines[head.lines..], head.columns.len(), book)?;
    let words = Joined::lines(source, lines[..head.lines].iter().copied());
    let last = Joined::line(source, *lines.last()?).whole(source);
    let mut taken = lines.to_vec();
    let mut laid = Laid {
        label_heading: Some(words.text_at(source, head.label)),
        columns: head.columns.into_iter().map(|range| words.text_at(source, range)).collect(),
        span: words.whole(source).to(last),
        rows,
        ..Laid::default()
    };
    caption_above(source, book, &mut taken, &mut laid);
    Some((taken, laid))
}

/// The head: on how many lines it stands, and where its words are.
struct Head {
    lines: usize,
    label: Range<usize>,
    columns: Vec<Range<usize>>,
}

fn head(source: &Source, lines: &[usize], book: &Book<'_>) -> Option<Head> {
    let label = label(source.text(*lines.first()?), book)?;
    let more = lines[1..].iter().take_while(|line| goes_on(source.text(**line), book)).count();
    let words = Joined::lines(source, lines[..=more].iter().copied());
    let mut columns: Vec<Range<usize>> = Vec::new();
    for word in ranges(&words.text[label.end..]) {
        let word = label.end + word.start..label.end + word.end;
        match columns.last_mut() {
            _ if opens_column(&words.text[word.clone()], book) => columns.push(word),
            Some(open) => open.end = word.end,
            None => return None,
        }
    }
    COLUMNS.contains(&columns.len()).then_some(Head { lines: more + 1, label, columns })
}

/// The word for indicators that a line begins with, right before a word for a value.
fn label(text: &str, book: &Book<'_>) -> Option<Range<usize>> {
    let words: Vec<Range<usize>> = ranges(text).take(MOST_NAMED + 1).collect();
    let ends = (1..words.len()).filter(|next| opens_column(&text[words[*next].clone()], book));
    let mut labels = ends.map(|next| 0..words[next - 1].end);
    labels.find(|label| first_fit(&book.goal_tables.indicator, &text[label.clone()]).is_some())
}

/// Whether a line below the first of a head holds nothing but words for values and times.
fn goes_on(text: &str, book: &Book<'_>) -> bool {
    let timed = |word: &str| is_period(word) || dates::month(&folded(word)).is_some();
    text.len() <= LONGEST_HEAD && text.split(' ').all(|word| timed(word) || opens_column(word, book))
}

fn opens_column(word: &str, book: &Book<'_>) -> bool {
    let style = &book.style.indicators;
    let own = folded(word);
    let mut values = style.targets.iter().chain(&style.outcomes).chain(&style.starts);
    word.starts_with(char::is_uppercase)
        && (values.any(|value| own.starts_with(value.as_str())) || book.columns.is(word, what::ANY))
}

/// The rows of all lines; `None` where a line belongs to none.
fn rows(source: &Source, lines: &[usize], columns: usize, book: &Book<'_>) -> Option<Vec<LaidRow>> {
    let mut found = Vec::new();
    let mut from = 0;
    for at in 0..lines.len() {
        let words = Joined::lines(source, lines[from..=at].iter().copied());
        let last = source.text(lines[at]).len().min(words.text.len());
        if let Some(cells) = cells(&words.text, words.text.len() - last, columns, book) {
            let end = words.text[..cells[0].start].trim_end().len();
            let named = words.text[..end].chars().filter(|c| c.is_alphabetic()).count() >= 4;
            let capital = words.text.starts_with(char::is_uppercase);
            (named && capital).then_some(())?;
            let cells = cells.into_iter().map(|cell| Some(words.text_at(source, cell))).collect();
            found.push(LaidRow { label: words.text_at(source, 0..end), cells, note: None, guessed: false });
            from = at + 1;
        } else if at + 1 - from >= MOST_LABEL {
            return None;
        }
    }
    (from == lines.len() && !found.is_empty()).then_some(found)
}

/// The cells that a text ends in, none of them before a place: all figures of as many words, or the only way.
fn cells(text: &str, from: usize, columns: usize, book: &Book<'_>) -> Option<Vec<Range<usize>>> {
    let words: Vec<Range<usize>> = ranges(text).filter(|word| word.start >= from).collect();
    let mut ways = Vec::new();
    split(text, &words, columns, book, &mut Vec::new(), &mut ways);
    let width = |cell: &Range<usize>| text[cell.clone()].split(' ').count();
    let even = |way: &&Vec<Range<usize>>| {
        let mut figures = way.iter().filter(|cell| figures::value(&text[(*cell).clone()]).is_some());
        let first = figures.next().map(width);
        figures.all(|cell| Some(width(cell)) == first)
    };
    let best = ways.iter().filter(even).max_by_key(|way| text.len() - way[0].start);
    match ways.as_slice() {
        [only] => Some(only.clone()),
        _ => best.cloned(),
    }
}

/// All ways in which words end in so many cells, from the last cell on.
fn split(
    text: &str,
    words: &[Range<usize>],
    columns: usize,
    book: &Book<'_>,
    taken: &mut Vec<Range<usize>>,
    ways: &mut Vec<Vec<Range<usize>>>,
) {
    if columns == taken.len() {
        ways.push(taken.iter().rev().cloned().collect());
        return;
    }
    for count in 1..=MOST_WORDS.min(words.len()) {
        let rest = words.len() - count;
        let cell = words[rest].start..words[words.len() - 1].end;
        if is_cell(&text[cell.clone()], book) {
            taken.push(cell);
            split(text, &words[..rest], columns, book, taken, ways);
            taken.pop();
        }
    }
}

/// A figure, a sign for none, or a word that says how it is: "Ja", "God".
fn is_cell(text: &str, book: &Book<'_>) -> bool {
    let worded = || text.starts_with(char::is_uppercase) && book.cell_status(text).is_some();
    figures::value(text).is_some() || matches!(text, "-" | "\u{2013}" | "..") || worded()
}

/// Where the words of a text are.
fn ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_whitespace().map(move |word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        start..start + word.len()
    })
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};

    #[test]
    fn heads_and_names_over_lines_are_put_together() {
        let text = "Nämndsplan 2031\n\nParknämnden\n\nMål: Dammarna är rena\n\nIndikator Utfall\n2029\nMål\n2031\n\
                    Andel dammar med klart vatten enligt nämndens\negna prover, % 71 80\n\
                    Antal besök vid dammarna 11 200 12 500\nAntal bänkar i årskurs 9 84 90\n\
                    Stigen runt sjön är öppen - Ja\n\nPlanering för 2031\n\nDammarna rensas i maj.\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let table = tables[0].1;
        let heads: Vec<&str> = table.columns.iter().map(|column| column.heading.text.as_str()).collect();
        assert_eq!(heads, ["Utfall 2029", "Mål 2031"]);
        let row = |at: usize| {
            let cells = table.rows[at].cells.iter().map(|cell| cell.printed.clone().unwrap_or_default());
            (table.rows[at].label.text.as_str(), cells.collect::<Vec<_>>().join(" | "))
        };
        let long = "Andel dammar med klart vatten enligt nämndens egna prover, %";
        assert_eq!(row(0), (long, "71 | 80".to_owned()));
        assert_eq!(row(1), ("Antal besök vid dammarna", "11 200 | 12 500".to_owned()));
        assert_eq!(row(2), ("Antal bänkar i årskurs 9", "84 | 90".to_owned()));
        assert_eq!(table.rows[3].label.text, "Stigen runt sjön är öppen");
        let goals = document.goal_areas();
        assert_eq!(goals[0].goals[0].indicators().count(), 4);
    }
}
