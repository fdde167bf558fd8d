//! From rows and a head to the table of the domain.

mod width;

use crate::book::{Book, first_fit};
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::caption::words_after_unit;
use crate::tables::column_kinds::{self, what};
use crate::tables::columns::{self, Head};
use crate::tables::figures::{self, Candidate, Group, Split, Usual};
use crate::tables::guesses;
use crate::tables::layout;
use crate::tables::learning;
use crate::tables::plain::RawTable;
use crate::tables::position::Columns;
use crate::tables::roles;
use crate::tables::rows::RawRow;
use crate::tables::second_head;
use crate::tables::settle::{self, Fallen, Hints};
use crate::tables::tail::Tail;
use crate::tables::two_notes;
use std::ops::Range;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::place::{Span, TextAt};
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::table::{Cell, Column, ColumnKind, Row, RowRole, Table, TableKind};
use width::{count_columns, dated_columns, named_columns, summed_columns, word_by_word, worded_columns};

/// What surrounds a table.
pub(crate) struct Around<'a> {
    pub document: DocumentKind,
    pub year: Option<i32>,
    /// The heading above it, where there is one.
    pub heading: Option<&'a TextAt>,
    /// Whether that names a goal or an area, and so says nothing of what kind the table is.
    pub of_goal: bool,
    /// The paragraph above it, where there is one.
    pub lead: Option<&'a str>,
}

/// Columns, rows and cells whose places are known, before kinds and roles are.
#[derive(Debug, Default)]
pub(crate) struct Laid {
    pub caption: Option<TextAt>,
    pub label_heading: Option<TextAt>,
    pub columns: Vec<TextAt>,
    /// The heading of a column of notes beside the rows' own notes.
    pub note_heading: Option<TextAt>,
    pub rows: Vec<LaidRow>,
    pub span: Span,
}

impl Laid {
    /// Whether another table has the same head and no caption, and this one has not ended.
    pub fn goes_on_in(&self, next: &Laid, book: &Book<'_>) -> bool {
        let same = |a: &[TextAt], b: &[TextAt]| {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.text == b.text && !a.text.is_empty())
        };
        let label = |laid: &Laid| laid.label_heading.as_ref().map(|heading| heading.text.clone());
        let closed = self.rows.last().is_some_and(|row| roles::closes(&row.label.text, book));
        self.columns.len() >= 2
            && next.caption.is_none()
            && same(&self.columns, &next.columns)
            && label(self) == label(next)
            && !closed
    }

    /// Adds the rows of the table's next part.
    pub fn append(&mut self, next: Laid) {
        self.rows.extend(next.rows);
        self.span = self.span.to(next.span);
        self.note_heading = self.note_heading.take().or(next.note_heading);
    }
}

/// A row whose cells are known.
#[derive(Debug, Default)]
pub(crate) struct LaidRow {
    pub label: TextAt,
    pub cells: Vec<Option<TextAt>>,
    pub note: Option<TextAt>,
    /// Whether it is a guess which columns its figures stand in.
    pub guessed: bool,
}

/// Lays out a table found in plain text.
pub(crate) fn lay(source: &Source, raw: &RawTable, book: &Book<'_>) -> Laid {
    let style = &book.columns;
    let placed = if raw.two_notes.is_some() { None } else { placed(source, raw, book) };
    let count = || {
        let shares = raw.head.iter().any(|word| style.is(&word.text, what::PERCENT));
        let apparent = columns::apparent(&raw.head, style);
        let named = summed_columns(source, raw).or_else(|| named_columns(source, raw, apparent));
        let named = named.or_else(|| dated_columns(source, raw, style)).or_else(|| word_by_word(source, raw));
        let named = named.or_else(|| worded_columns(source, raw, style));
        named.unwrap_or_else(|| count_columns(source, raw, apparent, shares))
    };
    let grouped = raw.two_notes.map(|(one, other)| one + other);
    let columns = grouped.unwrap_or_else(|| placed.as_ref().map_or_else(count, Columns::count));
    let (mut columns, mut hints) = (columns, hints(source, raw, book, columns, placed));
    let mut fallen = settle::splits(source, raw, &hints, book);
    if hints.placed.is_none() && guesses::holds_runs(source, raw, &fallen) {
        let two = if columns == 1 { two_columns(source, raw, book) } else { None };
        match two {
            Some(two) => (columns, (hints, fallen)) = (2, two),
            None => guesses::give_up_runs(source, raw, columns, &mut fallen),
        }
    }
    let splits: Vec<Option<Split>> = fallen.iter().map(|it| it.split.clone()).collect();
    let spans = layout::spans(source, &raw.rows, &splits, columns);
    let head = columns::split(source, &raw.head, columns, style, &hints.usual.edges, &spans);
    let rows: Vec<LaidRow> =
        raw.rows.iter().zip(fallen).map(|(row, fallen)| lay_row(source, row, columns, fallen)).collect();
    let mut columns: Vec<TextAt> = head.columns.iter().map(|column| heading(source, column)).collect();
    columns.iter_mut().for_each(|column| mend(column, book));
    Laid {
        caption: raw.caption.as_ref().map(|caption| caption.all_at(source)),
        label_heading: label_heading(source, &head),
        columns,
        note_heading: head.note.as_ref().map(|note| note.all_at(source)).or_else(|| raw.note.clone()),
        rows,
        span: span_of(source, &raw.lines),
    }
}

/// What is known of so many columns.
fn hints(source: &Source, raw: &RawTable, book: &Book<'_>, columns: usize, placed: Option<Columns>) -> Hints {
    let usual = usual(source, &raw.rows, columns, placed.as_ref());
    let noted = two_notes::ways(source, raw, &usual, book);
    let candidates = match placed.is_some() || raw.two_notes.is_some() {
        true => Vec::new(),
        false => candidates(source, &raw.rows, columns, &usual),
    };
    let is_sum = |row: &RawRow| first_fit(&book.totals, row.label.text.trim()).is_some();
    let relations = match raw.two_notes {
        Some(_) => Vec::new(),
        None => learning::learn(source, &raw.rows, columns, &candidates, &is_sum),
    };
    Hints { columns, relations, usual, candidates, noted, placed }
}

/// How figures that no head parts fall into two columns, where both add up to the last row.
fn two_columns(source: &Source, raw: &RawTable, book: &Book<'_>) -> Option<(Hints, Vec<Fallen>)> {
    let hints = hints(source, raw, book, 2, None);
    let fallen = settle::splits(source, raw, &hints, book);
    settle::keeps_sum(source, raw, &fallen, book).then_some((hints, fallen))
}

fn label_heading(source: &Source, head: &Head) -> Option<TextAt> {
    (!head.label.is_empty()).then(|| head.label.all_at(source))
}

fn heading(source: &Source, words: &Joined) -> TextAt {
    if words.is_empty() { TextAt::default() } else { words.all_at(source) }
}

/// "Förändri ng" is "Förändring": a heading broken in a word that columns begin with.
fn mend(column: &mut TextAt, book: &Book<'_>) {
    let squeezed = column.text.replace(' ', "");
    let style = &book.columns;
    let mended = column.text.matches(' ').count() == 1
        && columns::column_words(&column.text, style) == 0
        && columns::column_words(&squeezed, style) == 1;
    if mended {
        column.text = squeezed;
    }
}

fn span_of(source: &Source, lines: &[usize]) -> Span {
    Joined::lines(source, lines.iter().copied().take(1)).whole(source).to(Joined::lines(
        source,
        lines.last().copied(),
    )
    .whole(source))
}

/// The columns by where the figures stand, where the table is set out with spaces.
fn placed(source: &Source, raw: &RawTable, book: &Book<'_>) -> Option<Columns> {
    let rows: Vec<(&str, &Tail)> = raw
        .rows
        .iter()
        .filter_map(|row| row.figures.as_ref())
        .map(|(line, tail)| (source.raw(*line), tail))
        .collect();
    // A column of notes is none of figures.
    let noted = columns::has_note(&raw.head, &book.columns);
    let style = &book.columns;
    let opens = |word: &str| columns::opens_column(word, style) && !(noted && style.is(word, what::NOTE));
    Columns::of(&rows, &raw.head, &opens)
}

/// So many figures of a column show how many decimals it has.
const FEWEST_ALIKE: usize = 3;

/// What rows usually look like, by those that leave no doubt.
fn usual(source: &Source, rows: &[RawRow], columns: usize, placed: Option<&Columns>) -> Usual {
    let figures = rows.iter().filter_map(|row| row.figures.as_ref());
    let clear: Vec<(&str, Vec<Option<Group>>)> = figures
        .map(|(line, tail)| (source.raw(*line), tail))
        .filter_map(|(raw, tail)| Some((raw, figures::clearly(raw, tail, columns)?)))
        .collect();
    let digits = (0..columns).map(|column| {
        let cells = clear.iter().filter_map(|(_, cells)| cells[column].as_ref());
        let mut lengths: Vec<usize> = cells.map(figures::digits).collect();
        lengths.sort_unstable();
        lengths.get(lengths.len() / 2).copied().unwrap_or(0)
    });
    let decimals = (0..columns).map(|column| {
        let cells = clear.iter().filter_map(|(_, cells)| cells[column].as_ref()?.value);
        let decimals: Vec<u8> = cells.map(|(_, decimals)| decimals).collect();
        let first = decimals.first().filter(|_| decimals.len() >= FEWEST_ALIKE)?;
        decimals.iter().all(|own| own == first).then_some(*first)
    });
    let decimals = decimals.collect();
    let edges = placed.map_or_else(|| layout::edges(&clear, columns), Columns::edges);
    Usual { digits: digits.collect(), decimals, edges }
}

/// The ways to read each row.
fn candidates(source: &Source, rows: &[RawRow], columns: usize, usual: &Usual) -> Vec<Vec<Candidate>> {
    let of_row = |row: &RawRow| {
        let (line, tail) = row.figures.as_ref()?;
        Some(figures::candidates(source.raw(*line), tail, columns, usual))
    };
    rows.iter().map(|row| of_row(row).unwrap_or_default()).collect()
}

fn lay_row(source: &Source, row: &RawRow, columns: usize, fallen: Fallen) -> LaidRow {
    let note = (!row.note.is_empty()).then(|| row.note.all_at(source));
    let empty = |label: Joined, note| LaidRow {
        label: label.all_at(source),
        cells: vec![None; columns],
        note,
        guessed: false,
    };
    let Some((line, tail)) = &row.figures else { return empty(row.whole_label(source, 0), note) };
    let Some(split) = fallen.split else { return empty(row.whole_label(source, tail.words.len()), note) };
    let cell = |range: Range<usize>| {
        let mut words = Joined::default();
        words.push(source, *line, range);
        words.all_at(source)
    };
    let cells =
        split.cells.iter().map(|group| group.as_ref().map(|group| cell(group.range.clone()))).collect();
    let opens_with_note = row.may_open_with_note && split.label_words == 1;
    let note = if opens_with_note { Some(cell(tail.words[0].range.clone())) } else { note };
    let label = row.whole_label(source, if opens_with_note { 0 } else { split.label_words });
    let label = if label.is_empty() {
        TextAt::new("", cell(tail.words[0].range.clone()).span)
    } else {
        label.all_at(source)
    };
    LaidRow { label, cells, note, guessed: fallen.guessed }
}

/// Adds kinds, units and roles to a table that is laid out.
pub(crate) fn finish(mut laid: Laid, book: &Book<'_>, around: &Around<'_>) -> Table {
    let style = &book.columns;
    second_head::join(&mut laid, style);
    guesses::mark(&mut laid);
    let caption = caption_of(&laid, around);
    let figured = laid.rows.iter().flat_map(|row| row.cells.iter().flatten());
    let figured = figured.into_iter().any(|cell| figures::value(&cell.text).is_some());
    let (unit, by_column) = if figured { unit_of(&laid, around) } else { (Unit::None, false) };
    let noted = laid.note_heading.is_some() || laid.rows.iter().any(|row| row.note.is_some());
    let rows = &laid.rows;
    let all_shares = (0..laid.columns.len()).all(|at| is_in_percent(rows, at));
    let mut columns: Vec<Column> = laid
        .columns
        .into_iter()
        .enumerate()
        .map(|(at, heading)| {
            let kind = column_kinds::kind(&heading.text, style, around.document, around.year);
            let shares = !all_shares && is_in_percent(rows, at);
            let change = matches!(kind, ColumnKind::Change | ColumnKind::Deviation);
            let kind = if shares && change { ColumnKind::Percent } else { kind };
            let own = if shares { Some(Unit::Percent) } else { columns::unit(&heading.text) };
            let unit = match (own, kind == ColumnKind::Percent) {
                (_, true) => Unit::Percent,
                (Some(own), _) => own,
                (None, _) if shares => Unit::Percent,
                (None, _) if by_column && columns::is_unknown(&heading.text, style) => Unit::None,
                (None, _) => unit.clone(),
            };
            let part_of_year = column_kinds::is_part_of_year(&heading.text, style, &kind);
            Column { heading, kind, unit, part_of_year }
        })
        .chain(noted.then(|| note_column(laid.note_heading)))
        .collect();
    column_kinds::settle_parts(&mut columns, style, around.document);
    let rows = laid.rows.into_iter().map(|row| finish_row(row, &columns, noted)).collect();
    let mut table = Table {
        kind: TableKind::Other,
        caption,
        label_heading: laid.label_heading.map(|heading| heading.text).unwrap_or_default(),
        unit,
        unit_inherited: false,
        columns,
        rows,
        span: laid.span,
        goals: Vec::new(),
    };
    table.kind = roles::kind(&table, book, around);
    roles::set(&mut table, book);
    table
}

/// Whether every figure of a column is printed with its per cent sign.
fn is_in_percent(rows: &[LaidRow], column: usize) -> bool {
    let cells = rows.iter().filter_map(|row| row.cells.get(column)?.as_ref());
    let mut figured =
        cells.filter(|cell| figures::value(&cell.text).is_some_and(|(value, _)| value != 0)).peekable();
    figured.peek().is_some() && figured.all(|cell| cell.text.trim_end().ends_with('%'))
}

/// The table's own caption, else the heading of its label column where that says more than
/// a unit, else the heading above.
fn caption_of(laid: &Laid, around: &Around<'_>) -> Option<TextAt> {
    let telling = laid.label_heading.as_ref().filter(|heading| words_after_unit(&heading.text) > 3);
    laid.caption.as_ref().or(telling).or(around.heading).cloned()
}

/// The unit by the caption, the label column, a column, the first row, or the paragraph
/// above, where it does not belong to a figure there; and whether it is a column's.
fn unit_of(laid: &Laid, around: &Around<'_>) -> (Unit, bool) {
    let text = |words: &Option<TextAt>| words.as_ref().and_then(|words| columns::unit(&words.text));
    let by_column = || laid.columns.iter().find_map(|column| columns::unit(&column.text));
    let headless = laid.columns.iter().all(|column| column.text.is_empty());
    let by_row = || laid.rows.first().and_then(|row| columns::free_unit(&row.label.text));
    let money = |unit: &Unit| *unit != Unit::Percent;
    let named = || laid.caption.as_ref().and_then(|caption| columns::free_unit(&caption.text));
    let found = text(&laid.caption).filter(money).or_else(named);
    let found = found.or_else(|| text(&laid.label_heading)).filter(money);
    let column = if found.is_none() { by_column().filter(money) } else { None };
    if let Some(unit) = column {
        return (unit, true);
    }
    let found = found.or_else(|| by_row().filter(|_| headless));
    let heading = || around.heading.and_then(|heading| columns::free_unit(&heading.text));
    let found = found.or_else(heading);
    let found = found.or_else(|| around.lead.and_then(columns::free_unit)).filter(money);
    (found.unwrap_or(Unit::None), false)
}

fn note_column(heading: Option<TextAt>) -> Column {
    Column {
        heading: heading.unwrap_or_default(),
        kind: ColumnKind::Note,
        unit: Unit::None,
        part_of_year: false,
    }
}

/// With `noted`, the row's note is also the cell of the last column.
fn finish_row(row: LaidRow, columns: &[Column], noted: bool) -> Row {
    let at = row.label.span;
    let begin = Span { end_line: at.at.line, end_column: at.at.column, ..at };
    let mut printed = row.cells;
    if noted {
        printed.push(row.note.clone());
    }
    let cells: Vec<Cell> =
        printed.into_iter().zip(columns).map(|(cell, column)| finish_cell(cell, column, begin)).collect();
    let in_cell = || {
        let noted = columns.iter().position(|column| column.kind == ColumnKind::Note)?;
        cells.get(noted)?.printed.clone()
    };
    let note = row.note.map(|note| note.text).or_else(in_cell);
    Row { cells, label: row.label, role: RowRole::Item, line: None, note, guessed: row.guessed }
}

fn finish_cell(cell: Option<TextAt>, column: &Column, begin: Span) -> Cell {
    let Some(printed) = cell else { return Cell { span: begin, ..Cell::default() } };
    let figure = figures::value(&printed.text).filter(|_| column.kind != ColumnKind::Note);
    let value = figure.map(|(mantissa, decimals)| Quantity::new(mantissa, decimals, column.unit.clone()));
    Cell { value, span: printed.span, printed: Some(printed.text) }
}
