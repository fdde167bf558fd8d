//! Tables set out with spaces (as `pdftotext -layout` leaves them): figures end at the right
//! edges of their columns, and headings stand above those edges.

use crate::joined::Joined;
use crate::source::Source;
use crate::tables::columns::HeadWord;
use crate::tables::figures::Group;
use std::ops::Range;

/// A figure belongs to an edge that its end is so near, in characters.
const NEAR: usize = 2;
/// A heading may end so far from the edge of its column, in characters.
const HEADING_NEAR: usize = 10;

/// Where a byte of a line stands, in characters.
pub(crate) fn position(raw: &str, byte: usize) -> usize {
    raw.get(..byte).map_or(0, |before| before.chars().count())
}

/// The right edges of the columns, in characters, where the rows keep to them and stand
/// apart by more than single spaces. Empty: the table is not set out.
pub(crate) fn edges(rows: &[(&str, Vec<Option<Group>>)], columns: usize) -> Vec<usize> {
    if rows.len() < 2 || columns < 2 {
        return Vec::new();
    }
    let mut edges = Vec::new();
    for column in 0..columns {
        let ends =
            rows.iter().filter_map(|(raw, cells)| Some(position(raw, cells[column].as_ref()?.range.end)));
        let ends: Vec<usize> = ends.collect();
        let (Some(low), Some(high)) = (ends.iter().min(), ends.iter().max()) else { return Vec::new() };
        if high - low > NEAR {
            return Vec::new();
        }
        edges.push(*high);
    }
    let wide = rows.iter().any(|(raw, cells)| {
        let ranges: Vec<&Range<usize>> = cells.iter().flatten().map(|group| &group.range).collect();
        ranges
            .windows(2)
            .any(|pair| raw.get(pair[0].end..pair[1].start).is_some_and(|gap| gap.chars().count() > 2))
    });
    if wide { edges } else { Vec::new() }
}

/// How well figures keep to the edges: for those that do, less those that do not.
pub(crate) fn fit(raw: &str, cells: &[Option<Group>], edges: &[usize]) -> i32 {
    let kept = cells.iter().zip(edges).filter_map(|(cell, edge)| {
        let end = position(raw, cell.as_ref()?.range.end);
        Some(if end.abs_diff(*edge) <= NEAR { 5 } else { -5 })
    });
    kept.sum()
}

/// A table's head by its edges: the label column's heading, and one for each column.
pub(crate) fn head(source: &Source, words: &[HeadWord], edges: &[usize]) -> (Joined, Vec<Joined>) {
    let mut label = Joined::default();
    let mut columns: Vec<Joined> = vec![Joined::default(); edges.len()];
    for segment in segments(words) {
        let raw = source.raw(segment.line);
        let end = position(raw, segment.range.end);
        let nearest = (0..edges.len()).min_by_key(|column| edges[*column].abs_diff(end));
        let near = nearest.filter(|column| edges[*column].abs_diff(end) <= HEADING_NEAR);
        match near {
            Some(column) => columns[column].push(source, segment.line, segment.range),
            None => label.push(source, segment.line, segment.range),
        }
    }
    (label, columns)
}

struct Segment {
    line: usize,
    range: Range<usize>,
}

/// The words of a head, joined where only one space parts them.
fn segments(words: &[HeadWord]) -> Vec<Segment> {
    let mut found: Vec<Segment> = Vec::new();
    for word in words {
        match found.last_mut() {
            Some(open) if open.line == word.line && word.gap < 2 => open.range.end = word.range.end,
            _ => found.push(Segment { line: word.line, range: word.range.clone() }),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};

    #[test]
    fn a_table_set_out_with_spaces_is_read_by_its_edges() {
        let text = "\
Nämndsbudget 2031, Parknämnden 3(9)

Resultaträkning

Tkr                         Prognos      Budget   Förändring
                               2030        2031
Bidrag                        1 250       1 100         -150
Övriga intäkter               6 400       6 950          550
Totala intäkter               7 650       8 050          400
Lönekostnader               -31 200     -32 450       -1 250
Finansiella intäkter             12                      -12
Finansiella kostnader                       -50          -50
Kommunbidrag                 81 600      84 600        3 000
";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let table = tables[0].1;
        let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.text.as_str()).collect();
        assert_eq!(headings, ["Prognos 2030", "Budget 2031", "Förändring"]);
        let row = |label: &str| -> Vec<Option<String>> {
            let row = table.rows.iter().find(|row| row.label.text == label).unwrap();
            row.cells.iter().map(|cell| cell.printed.clone()).collect()
        };
        assert_eq!(row("Finansiella intäkter"), [Some("12".into()), None, Some("-12".into())]);
        assert_eq!(row("Finansiella kostnader"), [None, Some("-50".into()), Some("-50".into())]);
    }
}
