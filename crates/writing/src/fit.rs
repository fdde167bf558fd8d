//! How a table fits on the page: widths of columns, type size, whether it reaches into
//! the margin, and where a table with too many columns is parted.
//!
//! All lengths are thousandths of a point.

use crate::fonts::{Face, width as width_of};
use crate::model::{Cell, ColumnKind, Fit, Inline, Row, RowKind, Table};

const MM: u32 = 2_835;
/// The body column.
const BODY: u32 = 125 * MM;
/// Body column, gutter and margin column.
const WIDE: u32 = 172 * MM;
/// Space between columns.
const GAP: u32 = 3 * MM;
/// Type sizes from what is wanted to what can still be read.
const SIZES: [u32; 4] = [8_750, 8_000, 7_250, 6_500];
/// A table that is higher than this, or has more rows than [`ROWS_KEPT`], may go on over the page.
const HEIGHT_KEPT: u32 = 480_000;
const ROWS_KEPT: usize = 24;
/// Between lines in a cell; the last one has none, so the padding is less by as much.
const LEADING: u32 = 2_500;
const ROW_PADDING: u32 = 6_200 - LEADING;
const GROUP_GAP: u32 = 7_500;
const CAPTION_AND_HEADINGS: u32 = 58_000;

/// Sets how a table fits. Where even the smallest type is too wide, the table becomes
/// several, each with the first column and as many others as there is room for.
pub fn fitted(table: Table, wide_allowed: bool) -> Vec<Table> {
    if table.columns.iter().any(|column| column.width_mm.is_some()) {
        return vec![given(table)];
    }
    let widths: Vec<&[u32]> = if wide_allowed { vec![&[BODY, WIDE]] } else { vec![&[BODY]] };
    let widest = if wide_allowed { WIDE } else { BODY };
    match chosen(&table, widths.concat().as_slice()) {
        Some(fit) => vec![Table { fit: Some(fit), ..table }],
        None => parted(&table, widest).into_iter().flat_map(|part| fitted(part, wide_allowed)).collect(),
    }
}

/// Widths that the report itself gives: only the height is worked out.
fn given(table: Table) -> Table {
    let known: u32 = table.columns.iter().filter_map(|column| column.width_mm).sum();
    let open = table.columns.iter().filter(|column| column.width_mm.is_none()).count().max(1);
    let rest = (BODY.saturating_sub(known * MM)) / u32::try_from(open).unwrap_or(1);
    let width = |mm: Option<u32>| mm.map_or(rest, |mm| mm * MM);
    let widths: Vec<u32> = table.columns.iter().map(|column| width(column.width_mm)).collect();
    let fit = Fit { height: height(&table, &widths, SIZES[0]), widths, size: SIZES[0], ..Fit::default() };
    let fit = Fit { breakable: breakable(&table, fit.height), ..fit };
    Table { fit: Some(fit), ..table }
}

/// The first of the ways to fit that has room: words with room to breathe first. Only a
/// table of many words may have narrower columns than that.
fn chosen(table: &Table, widths: &[u32]) -> Option<Fit> {
    let many_words = table.columns.iter().filter(|column| !column.kind.is_figure()).count() > 2;
    let ways = |breathing: bool| {
        SIZES.iter().flat_map(move |size| widths.iter().map(move |width| (*size, *width, breathing)))
    };
    let tight = ways(false).filter(|_| many_words);
    let (size, width, columns) = ways(true).chain(tight).find_map(|(size, width, breathing)| {
        let columns = Wants::of_table(table, size, breathing);
        let least: u32 = columns.iter().map(|column| column.least).sum();
        (least <= width).then_some((size, width, columns))
    })?;
    let widths = shared(&columns, width);
    let height = height(table, &widths, size);
    Some(Fit { breakable: breakable(table, height), widths, size, wide: width > BODY, height })
}

fn breakable(table: &Table, height: u32) -> bool {
    table.rows.len() > ROWS_KEPT || height > HEIGHT_KEPT
}

/// What a column needs and would like, space to the next one included.
struct Wants {
    least: u32,
    liked: u32,
}

impl Wants {
    fn of_table(table: &Table, size: u32, breathing: bool) -> Vec<Wants> {
        let mut all: Vec<Wants> =
            (0..table.columns.len()).map(|x| Wants::of(table, x, size, breathing)).collect();
        if breathing {
            even_figures(table, &mut all);
        }
        all
    }

    fn of(table: &Table, x: usize, size: u32, breathing: bool) -> Wants {
        let Some(column) = table.columns.get(x) else {
            return Wants { least: 0, liked: 0 };
        };
        let fixed = |mm: u32| Wants { least: mm * MM, liked: mm * MM };
        match column.kind {
            ColumnKind::Bars => return fixed(17),
            ColumnKind::Note => return fixed(9),
            ColumnKind::Status => return fixed(27),
            ColumnKind::Page => return fixed(12),
            ColumnKind::Text | ColumnKind::Num | ColumnKind::Signed => {}
        }
        let head = words(&column.label).map(|word| width_of(word, Face::Sans, size)).max().unwrap_or(0);
        let cells = || table.rows.iter().filter(|row| row.kind != RowKind::Section);
        let widths = || cells().filter_map(|row| Some(cell_width(row, row.cells.get(x)?, size)));
        let whole = widths().map(|cell| cell.whole).max().unwrap_or(0).max(head);
        let word = widths().map(|cell| cell.longest_word).max().unwrap_or(0).max(head);
        let least = if column.kind.is_figure() {
            whole
        } else if breathing {
            whole.min(word.max(if x == 0 { 42 * MM } else { 24 * MM }))
        } else {
            word
        };
        let gap = if words_after_figures(table, x) { 2 * GAP } else { GAP };
        Wants { least: least + gap, liked: whole + gap }
    }
}

/// Words to the right of figures stand off from them on both sides.
fn words_after_figures(table: &Table, x: usize) -> bool {
    let kind = |x: Option<usize>| x.and_then(|x| table.columns.get(x)).map(|column| column.kind);
    kind(Some(x)) == Some(ColumnKind::Text) && kind(x.checked_sub(1)).is_some_and(ColumnKind::is_right)
}

/// Figures of one width make even columns, where that does not cost much.
fn even_figures(table: &Table, all: &mut [Wants]) {
    let figures = || table.columns.iter().enumerate().filter(|(_, column)| column.kind.is_figure());
    let widest = figures().filter_map(|(x, _)| all.get(x)).map(|column| column.least).max().unwrap_or(0);
    for (x, _) in figures() {
        if let Some(column) = all.get_mut(x).filter(|column| widest < column.least * 2) {
            (column.least, column.liked) = (widest, widest);
        }
    }
}

struct CellWidth {
    whole: u32,
    longest_word: u32,
}

fn cell_width(row: &Row, cell: &Cell, size: u32) -> CellWidth {
    let bold = matches!(row.kind, RowKind::Sum | RowKind::Result);
    let face = if bold { Face::SansBold } else { Face::Sans };
    let text = cell_words(cell);
    let longest = words(&text).map(|word| width_of(word, face, size)).max().unwrap_or(0);
    // Signed columns add a plus, and bold figures are a little wider.
    CellWidth { whole: width_of(&text, Face::SansBold, size) + size / 4, longest_word: longest + size / 8 }
}

/// Words that a line may be broken between; a hyphen ends one as well.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '\n']).flat_map(|word| word.split_inclusive(['-', '/', '–']))
}

/// The words of a cell, as far as they are known without looking anything up.
pub fn cell_words(cell: &Cell) -> String {
    match cell {
        Cell::Empty => "–".to_owned(),
        Cell::Status(_) => "delvis på väg".to_owned(),
        Cell::Number(number) => number.printed(false),
        Cell::Text(text) => text
            .iter()
            .map(|piece| match piece {
                Inline::Plain(words) | Inline::Strong { em: words } | Inline::Link { words, .. } => {
                    words.as_str()
                }
                Inline::Figure { .. } | Inline::Reference { .. } => "000 000 tkr",
            })
            .collect(),
    }
}

/// Shares out a width: every column its least, then words what they would like, and the
/// first column what is left.
fn shared(columns: &[Wants], width: u32) -> Vec<u32> {
    let least: u32 = columns.iter().map(|column| column.least).sum();
    let mut left = width.saturating_sub(least);
    let missing: u64 =
        columns.iter().map(|column| u64::from(column.liked.saturating_sub(column.least))).sum();
    let share = u64::from(left).min(missing);
    let mut widths: Vec<u32> = Vec::with_capacity(columns.len());
    for column in columns {
        let more = u64::from(column.liked.saturating_sub(column.least)) * share / missing.max(1);
        let more = u32::try_from(more).unwrap_or(0);
        left = left.saturating_sub(more);
        widths.push(column.least + more);
    }
    if let Some(first) = widths.first_mut() {
        *first += left;
    }
    widths
}

/// About how high the table becomes, caption included. Lines fill to nine tenths.
fn height(table: &Table, widths: &[u32], size: u32) -> u32 {
    let rows = table.rows.iter().map(|row| {
        let lines = row.cells.iter().zip(widths).map(|(cell, width)| {
            let room = width.saturating_sub(GAP).max(MM);
            let words = width_of(&cell_words(cell), Face::Sans, size);
            if words <= room { 1 } else { words.div_ceil(room / 10 * 9) }
        });
        let gap = if row.gap || row.kind == RowKind::Section { GROUP_GAP } else { 0 };
        let lines = lines.max().unwrap_or(1);
        lines.saturating_mul(size + LEADING).saturating_add(ROW_PADDING + gap)
    });
    rows.fold(CAPTION_AND_HEADINGS, u32::saturating_add)
}

/// The table in parts that each have room, the first column repeated. The other columns
/// are shared out evenly.
fn parted(table: &Table, width: u32) -> Vec<Table> {
    let columns = Wants::of_table(table, SIZES[1], true);
    let first = columns.first().map_or(0, |column| column.least.min(width / 3));
    let widest = columns.iter().skip(1).map(|column| column.least).max().unwrap_or(width);
    let room = usize::try_from((width - first) / widest.max(1)).unwrap_or(1).max(1);
    let others: Vec<usize> = (1..columns.len()).collect();
    let parts = others.len().div_ceil(room);
    // A single part that still has no room has a word wider than the page: it is cut there.
    if parts <= 1 {
        return vec![forced(table, width)];
    }
    let groups = others.chunks(others.len().div_ceil(parts));
    let parts = groups.len();
    (1..).zip(groups).map(|(number, group)| part_of(table, group, number, parts)).collect()
}

fn part_of(table: &Table, group: &[usize], number: usize, parts: usize) -> Table {
    let picked = || std::iter::once(0).chain(group.iter().copied());
    let rows = table.rows.iter().map(|row| Row {
        cells: picked().filter_map(|x| row.cells.get(x).cloned()).collect(),
        ..row.clone()
    });
    Table {
        id: if number == 1 { table.id.clone() } else { format!("{}-{number}", table.id) },
        caption: format!("{} ({number}/{parts})", table.caption).trim().to_owned(),
        columns: picked().filter_map(|x| table.columns.get(x).cloned()).collect(),
        rows: rows.collect(),
        notes: if number == parts { table.notes.clone() } else { Vec::new() },
        ..table.clone()
    }
}

/// Equal widths in millimetres, whatever stands in the columns.
fn forced(table: &Table, width: u32) -> Table {
    let count = u32::try_from(table.columns.len()).unwrap_or(1).max(1);
    let mut table = table.clone();
    for column in &mut table.columns {
        column.width_mm = Some(width.min(BODY) / count / MM);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Column, Number, text};

    fn table(columns: usize, label: &str, figure: &str) -> Table {
        let column = |x: usize| Column {
            label: format!("Budget {}", 2000 + x),
            kind: if x == 0 { ColumnKind::Text } else { ColumnKind::Num },
            width_mm: None,
        };
        let mut cells = vec![Cell::Number(Number::Printed(figure.to_owned())); columns];
        cells[0] = Cell::Text(text(label));
        Table {
            id: "t".into(),
            caption: "Tabell".into(),
            columns: (0..columns).map(column).collect(),
            rows: vec![Row { cells, ..Row::default() }; 3],
            ..Table::default()
        }
    }

    fn fits(tables: &[Table]) -> Vec<&Fit> {
        tables.iter().filter_map(|table| table.fit.as_ref()).collect()
    }

    #[test]
    fn a_small_table_fills_the_body_column() {
        let tables = fitted(table(3, "Lönekostnader", "−221 734"), true);
        let [fit] = fits(&tables)[..] else { panic!("one table") };
        assert_eq!((fit.size, fit.wide, fit.breakable), (8_750, false, false));
        assert_eq!(fit.widths.iter().sum::<u32>(), BODY);
        assert_eq!(fit.widths[1], fit.widths[2]);
    }

    #[test]
    fn a_wide_table_takes_the_margin_before_the_type_shrinks() {
        let tables = fitted(table(8, "Strategisk lokalförsörjning", "−221 734"), true);
        let [fit] = fits(&tables)[..] else { panic!("one table") };
        assert_eq!((fit.size, fit.wide), (8_750, true));
        let inside = fitted(table(8, "Strategisk lokalförsörjning", "−221 734"), false);
        assert!(fits(&inside).iter().all(|fit| !fit.wide && fit.size < 8_750));
    }

    #[test]
    fn a_table_with_too_many_columns_is_parted_and_loses_none() {
        let tables = fitted(table(40, "Rad", "−221 734"), true);
        assert!(tables.len() > 1);
        let columns: usize = tables.iter().map(|part| part.columns.len() - 1).sum();
        assert_eq!(columns, 39);
        assert!(fits(&tables).iter().all(|fit| fit.widths.iter().sum::<u32>() <= WIDE));
        assert_eq!(tables[0].caption, format!("Tabell (1/{})", tables.len()));
    }

    #[test]
    fn a_long_table_may_be_broken_over_pages() {
        let mut long = table(2, "Rad", "1");
        long.rows = vec![long.rows[0].clone(); 100];
        assert!(fits(&fitted(long, true))[0].breakable);
        let wordy = table(2, &"ord ".repeat(900), "1");
        assert!(fits(&fitted(wordy, true))[0].breakable);
    }

    #[test]
    fn a_word_wider_than_the_page_ends_in_a_table_all_the_same() {
        let tables = fitted(table(2, &"x".repeat(900), "1"), true);
        assert_eq!(tables.len(), 1);
    }
}
