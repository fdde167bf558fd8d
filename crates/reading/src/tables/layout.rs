//! Tables set out with spaces (as `pdftotext -layout` leaves them): figures end at the right
//! edges of their columns, and headings stand above those edges.

use crate::joined::Joined;
use crate::source::Source;
use crate::tables::columns::HeadWord;
use crate::tables::figures::{Group, Split};
use crate::tables::rows::RawRow;
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

/// Where the figures of each column usually stand, in characters, where they stand apart by more than single
/// spaces. Empty: they tell no columns.
pub(crate) fn spans(
    source: &Source,
    rows: &[RawRow],
    splits: &[Option<Split>],
    columns: usize,
) -> Vec<Range<usize>> {
    let read = rows.iter().zip(splits).filter_map(|(row, split)| {
        let (line, _) = row.figures.as_ref()?;
        Some((source.raw(*line), split.as_ref()?))
    });
    let read: Vec<(&str, &Split)> = read.filter(|(_, split)| split.cells.len() == columns).collect();
    let apart = |raw: &str, pair: &[&Group]| {
        raw.get(pair[0].range.end..pair[1].range.start).is_some_and(|gap| gap.chars().count() > 2)
    };
    let wide = read.iter().any(|(raw, split)| {
        let groups: Vec<&Group> = split.cells.iter().flatten().collect();
        groups.windows(2).any(|pair| apart(raw, pair))
    });
    let of_column = |column: usize| {
        let groups = read.iter().filter_map(|(raw, split)| Some((raw, split.cells[column].as_ref()?)));
        let places: Vec<(usize, usize)> = groups
            .map(|(raw, group)| (position(raw, group.range.start), position(raw, group.range.end)))
            .collect();
        let usual = |mut ends: Vec<usize>| {
            ends.sort_unstable();
            ends.get(ends.len() / 2).copied()
        };
        let (starts, ends) = places.into_iter().unzip();
        Some(usual(starts)?..usual(ends)?)
    };
    let found: Option<Vec<Range<usize>>> = (0..columns).map(of_column).collect();
    let ordered = |spans: &Vec<Range<usize>>| spans.windows(2).all(|pair| pair[0].end <= pair[1].start);
    found.filter(|spans| wide && read.len() >= 2 && ordered(spans)).unwrap_or_default()
}

/// A head on several lines by where the figures below it stand: words belong to the column that they stand
/// over. `None`: it is on one line, or not every column has words.
pub(crate) fn head_over(
    source: &Source,
    words: &[HeadWord],
    spans: &[Range<usize>],
) -> Option<(Joined, Vec<Joined>)> {
    let lines = words.iter().filter(|word| word.opens_line).count();
    let set_out = words.iter().any(|word| !word.opens_line && word.gap >= 2);
    if lines < 2 || !set_out || spans.len() < 2 {
        return None;
    }
    let over = |at: &Range<usize>| spans.iter().filter(|it| it.start < at.end && at.start < it.end).count();
    let mut label = Joined::default();
    let mut columns: Vec<Joined> = vec![Joined::default(); spans.len()];
    let mut put = |line: usize, range: Range<usize>| {
        let raw = source.raw(line);
        let at = position(raw, range.start)..position(raw, range.end);
        match column_over(spans, &at) {
            Some(column) => columns[column].push(source, line, range),
            None => label.push(source, line, range),
        }
    };
    for segment in segments(words) {
        let raw = source.raw(segment.line);
        let at = position(raw, segment.range.start)..position(raw, segment.range.end);
        if over(&at) < 2 {
            put(segment.line, segment.range);
            continue;
        }
        let within =
            |word: &&HeadWord| word.line == segment.line && segment.range.contains(&word.range.start);
        words.iter().filter(within).for_each(|word| put(word.line, word.range.clone()));
    }
    columns.iter().all(|column| !column.is_empty()).then_some((label, columns))
}

/// The column that words stand over, else the one that they begin or end near to.
fn column_over(spans: &[Range<usize>], at: &Range<usize>) -> Option<usize> {
    let apart = |span: &Range<usize>| {
        let gap = span.start.saturating_sub(at.end).max(at.start.saturating_sub(span.end));
        (gap, span.end.abs_diff(at.end).min(span.start.abs_diff(at.start)))
    };
    let best = (0..spans.len()).min_by_key(|column| apart(&spans[*column]))?;
    (apart(&spans[best]).0 <= HEADING_NEAR).then_some(best)
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

    fn headings(table: &str) -> Vec<String> {
        let text = format!(
            "Delårsrapport 2031, Parknämnden 3(9)\n\nNämnden har parker i hela kommunen och sköter dem.\n\nEkonomi\n\n{table}"
        );
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        tables[0].1.columns.iter().map(|column| column.heading.text.clone()).collect()
    }

    #[test]
    fn years_alone_below_the_words_of_a_head_belong_to_them() {
        let rows = "\
Intäkter                              412,3    398,0    405,6   411,2   417,0
Kostnader                            -2 310,5 -2 402,8 -2 471,9 -2 540,3 -2 611,7
Finansiella kostnader                 -20,1    -31,5    -36,2    -39,9    -41,0
Årets resultat                         32,1      2,6      5,4      8,9     14,4
";
        let expected = ["Bokslut 2029", "Budget 2030", "Budget 2031", "Plan 2032", "Plan 2033"];
        let below = "
                                    Bokslut   Budget   Budget    Plan    Plan
                                       2029     2030     2031    2032    2033
";
        let around = "
                                    Bokslut   Budget   Budget    Plan    Plan
Nämnd
                                       2029     2030     2031    2032    2033
";
        for head in [below, around] {
            assert_eq!(headings(&format!("Budget per område, mkr\n{head}{rows}")), expected, "{head}");
        }
    }

    #[test]
    fn words_of_a_head_on_several_lines_may_stand_close() {
        let table = "\
Tkr

                     Utfall  Budget
                                               Budget           Prognos    Avvikelse
                     jan–aug jan–aug Avvikelse
                                               2031             2031       helår
                     2031    2031
Taxor                38 214    37 600   614         56 400      57 100     700
Övriga intäkter      61 905    55 200   6 705       82 800      91 500     8 700
Summa intäkter       100 119   92 800   7 319       139 200     148 600    9 400
Personalkostnader -612 480 -594 133 -18 347         -891 200    -918 400   -27 200
Summa kostnader -816 652 -795 133 -21 519           -1 192 700 -1 223 900 -31 200
";
        let expected = [
            "Utfall jan–aug 2031",
            "Budget jan–aug 2031",
            "Avvikelse",
            "Budget 2031",
            "Prognos 2031",
            "Avvikelse helår",
        ];
        assert_eq!(headings(table), expected);
    }

    #[test]
    fn a_caption_right_above_a_head_without_label_is_no_part_of_it() {
        let table = "\
Tabell 1. Driftbudget (tkr)
                               Utfall     Budget     Budget     Plan
                                 2029       2030       2031     2032
Gator och parker               41 305     42 100     43 250   44 000
Dammar                         12 884      9 500      9 500    9 500
Summa                          54 189     51 600     52 750   53 500
";
        assert_eq!(headings(table), ["Utfall 2029", "Budget 2030", "Budget 2031", "Plan 2032"]);
    }

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
