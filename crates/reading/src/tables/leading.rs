//! Lists whose figures stand before their labels: "28,50 kr 27,64 kr Äldreomsorg" below "2031 2030".

use crate::book::{Book, first_fit, folded};
use crate::chunks::ends_sentence;
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::build::{Laid, LaidRow};
use crate::tables::caption::caption_above;
use crate::tables::figures;
use crate::tables::tail::is_period;
use std::ops::Range;
use uppsikt_text::figure;

/// So many rows at least.
const FEWEST: usize = 3;
/// A label is at most so long, in bytes.
const LONGEST: usize = 90;

/// Finds such lists and the lines that they take.
pub(crate) fn find(source: &Source, book: &Book<'_>) -> Vec<(Vec<usize>, Laid)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < source.len() {
        let list = source.free(at).then(|| list(source, at, book)).flatten();
        at += list.as_ref().map_or(1, |(lines, _)| lines.len());
        found.extend(list);
    }
    found.iter_mut().for_each(|(lines, laid)| caption_above(source, book, lines, laid));
    found
}

/// The list whose head is a line: nothing but a year or a day for each figure of the lines below.
fn list(source: &Source, head: usize, book: &Book<'_>) -> Option<(Vec<usize>, Laid)> {
    let years = words(source.raw(head));
    if years.is_empty() || !years.iter().all(|range| is_period(&source.raw(head)[range.clone()])) {
        return None;
    }
    let row = |line: usize| Some((line, row(source.raw(line), years.len())?));
    let rows: Vec<(usize, Row)> =
        (head + 1..source.len()).take_while(|line| source.free(*line)).map_while(row).collect();
    if rows.len() < FEWEST {
        return None;
    }
    let text = |line: usize, range: Range<usize>| {
        let mut words = Joined::default();
        words.push(source, line, range);
        words.all_at(source)
    };
    let is_sum =
        |label: &str| first_fit(&book.totals, label).is_some() || book.lines.contains_key(&folded(label));
    let lay = |(line, (cells, label)): &(usize, Row)| LaidRow {
        label: text(*line, label.clone()),
        cells: cells.iter().map(|cell| Some(text(*line, cell.clone()))).collect(),
        note: None,
        // "Årets resultat" is a part of the whole here, and no sum of the rows above it.
        guessed: is_sum(&source.raw(*line)[label.clone()]),
    };
    let taken: Vec<usize> = std::iter::once(head).chain(rows.iter().map(|(line, _)| *line)).collect();
    let whole = |line: usize| Joined::line(source, line).whole(source);
    let laid = Laid {
        columns: years.iter().map(|range| text(head, range.clone())).collect(),
        rows: rows.iter().map(lay).collect(),
        span: whole(head).to(whole(*taken.last()?)),
        ..Laid::default()
    };
    Some((taken, laid))
}

/// The figures of a row and its label.
type Row = (Vec<Range<usize>>, Range<usize>);

/// Whether a line begins with figures and their units, and goes on in words.
pub(crate) fn opens_with_figures(raw: &str) -> bool {
    [1, 2].into_iter().any(|columns| row(raw, columns).is_some())
}

/// So many figures, each with its unit or with decimals so that none can be a part of another, and then words.
fn row(raw: &str, columns: usize) -> Option<Row> {
    let words = words(raw);
    let mut cells = Vec::new();
    let mut at = 0;
    while cells.len() < columns {
        let range = words.get(at)?.clone();
        let text = &raw[range.clone()];
        figures::value(text)?;
        let unit = words.get(at + 1).is_some_and(|next| figure::unit(&raw[next.clone()]).is_some());
        if !unit && !text.contains([',', '.']) && !text.ends_with('%') {
            return None;
        }
        cells.push(range);
        at += 1 + usize::from(unit);
    }
    let label = words.get(at)?.start..words.last()?.end;
    let text = &raw[label.clone()];
    let named = text.starts_with(char::is_alphabetic)
        && text.len() <= LONGEST
        && !text.ends_with(|c: char| c.is_ascii_digit())
        && !ends_sentence(text);
    named.then_some((cells, label))
}

fn words(raw: &str) -> Vec<Range<usize>> {
    let start = |word: &str| word.as_ptr().addr() - raw.as_ptr().addr();
    raw.split_whitespace().map(|word| start(word)..start(word) + word.len()).collect()
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};

    const LIST: &str = "Årsredovisning 2031\n\nNoter\n\nSÅ FÖRDELADES SKATTEN\n2031 2030\n28,50 kr 27,64 kr Parker och dammar\n\
                        22,55 kr 23,13 kr Stigar\n7,20 kr 6,83 kr Bänkar – nya och lagade\n1,10 kr 1,89 kr Årets resultat\n-0,07 kr -0,10 kr Avfall\n\
                        58 kr 57 kr\n2\n\nText efter listan.\n";

    #[test]
    fn figures_before_their_labels_are_read_below_their_years() {
        let document = read("a.txt", LIST.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let table = tables[0].1;
        let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.text.as_str()).collect();
        assert_eq!(headings, ["2031", "2030"]);
        let row = |row: &uppsikt_domain::table::Row| {
            let cells: Vec<String> =
                row.cells.iter().map(|cell| cell.printed.clone().unwrap_or_default()).collect();
            format!("{}: {}", row.label.text, cells.join("|"))
        };
        let rows: Vec<String> = table.rows.iter().map(row).collect();
        let expected = [
            "Parker och dammar: 28,50|27,64",
            "Stigar: 22,55|23,13",
            "Bänkar – nya och lagade: 7,20|6,83",
            "Årets resultat: 1,10|1,89",
            "Avfall: -0,07|-0,10",
        ];
        assert_eq!(rows, expected);
        assert_eq!(
            table.rows.iter().map(|row| row.guessed).collect::<Vec<_>>(),
            [false, false, false, true, false]
        );
    }

    #[test]
    fn figures_that_may_be_parts_of_one_another_are_no_list() {
        let text = LIST.replace(" kr", "").replace(',', " ");
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        assert!(
            !document
                .tables()
                .iter()
                .any(|(_, table)| table.rows.iter().any(|row| row.label.text == "Stigar"))
        );
    }
}
