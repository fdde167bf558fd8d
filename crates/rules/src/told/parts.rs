//! The parts that a document divides its economy into, and which of them a text is about.

use super::rows::RowAt;
use super::words::stems;
use uppsikt_domain::block::Content;
use uppsikt_domain::document::Document;
use uppsikt_domain::section::Section;
use uppsikt_domain::table::{ColumnKind, RowRole, Table, TableKind};
use uppsikt_text::case::Lower;
use uppsikt_text::stem::stem;

/// A funding part: a column of a split, or the rows below its name in another table.
#[derive(Debug, Clone)]
pub struct Part<'a> {
    /// Everything that it is called, as the stems of its words.
    pub names: Vec<Vec<String>>,
    /// The split.
    pub table: &'a Table,
    /// Its column.
    pub column: usize,
    /// What the split's columns hold, where the statement tells.
    pub stands_for: Option<&'a ColumnKind>,
}

/// What a text is about when it is not the whole economy.
#[derive(Debug, Clone, Default)]
pub struct Scope<'a> {
    /// Rows in a part's column: any row of these tables, in this column.
    columns: Vec<Part<'a>>,
    /// The rows below the part's name in other tables.
    below: Vec<RowAt<'a>>,
    /// The sum of a table that divides up what the text is about.
    sums: Vec<RowAt<'a>>,
}

/// The parts of a document and the sums that have a name.
#[derive(Debug, Default)]
pub struct Parts<'a> {
    parts: Vec<Part<'a>>,
    tables: Vec<&'a Table>,
    sums: Vec<(Vec<String>, RowAt<'a>)>,
}

impl<'a> Parts<'a> {
    /// The parts of all splits, and the sums of budget areas by the words of what leads to them.
    pub fn of(document: &'a Document, frame_line: &str) -> Self {
        let tables: Vec<&'a Table> = document.tables().into_iter().map(|(_, table)| table).collect();
        let leads = leads(document);
        let lead = |table: &'a Table| leads.iter().filter(move |(it, _)| std::ptr::eq(*it, table));
        let of_kind = |kind: TableKind| tables.iter().copied().filter(move |table| table.kind == kind);
        let splits = tables.iter().copied().filter(|table| is_split(table, frame_line));
        let parts = splits.flat_map(|table| {
            let texts: Vec<&str> = lead(table).map(|(_, text)| *text).collect();
            parts(table, &texts, stands_for(table, &tables))
        });
        let sums = of_kind(TableKind::BudgetAreas).filter_map(|table| {
            let words: Vec<String> = lead(table).flat_map(|(_, text)| owners(text)).collect();
            let row = table.rows.iter().rposition(|row| row.role == RowRole::Total)?;
            Some((words, RowAt::whole(table, row)))
        });
        Parts { parts: parts.collect(), sums: sums.collect(), tables: tables.clone() }
    }

    /// All parts.
    pub fn all(&self) -> &[Part<'a>] {
        &self.parts
    }

    /// What the headings around a text say that it is about, the innermost first. None: the whole.
    pub fn scope(&self, within: &[&Section]) -> Option<Scope<'a>> {
        if self.parts.is_empty() && self.sums.is_empty() {
            return None;
        }
        let headings = within.iter().rev().filter_map(|section| section.heading.as_ref());
        headings.into_iter().find_map(|heading| self.called(&stems(&heading.text)))
    }

    /// What is called so.
    pub fn called(&self, name: &[String]) -> Option<Scope<'a>> {
        let named = |part: &&Part<'a>| part.names.iter().any(|it| it == name);
        let columns: Vec<Part<'a>> = self.parts.iter().filter(named).cloned().collect();
        if !columns.is_empty() {
            let below = self.tables.iter().flat_map(|table| below(table, &columns)).collect();
            return Some(Scope { columns, below, sums: Vec::new() });
        }
        let sums = self.sum_of(name);
        (!sums.is_empty()).then(|| Scope { sums, ..Scope::default() })
    }

    /// The sums of what is divided up, by a name of one long word and what it does ("verksamhet").
    fn sum_of(&self, name: &[String]) -> Vec<RowAt<'a>> {
        let own: Vec<&String> = name.iter().filter(|stem| !stem.starts_with("verksam")).collect();
        let [word] = own.as_slice() else { return Vec::new() };
        let long = word.chars().count() >= NAME_LETTERS;
        let own = !["nämnd", "kommun", "styrels"].iter().any(|body| word.starts_with(body));
        let named = self.sums.iter().filter(|(words, _)| long && own && words.contains(word));
        named.map(|(_, row)| *row).collect()
    }
}

/// A name of one word that leads to a sum has at least so many letters.
const NAME_LETTERS: usize = 4;

impl<'a> Scope<'a> {
    /// What of rows lies inside. All of them where the parts' tables have none of them.
    pub fn inside(&self, rows: &[RowAt<'a>]) -> Vec<RowAt<'a>> {
        let label = |row: &RowAt<'a>| stems(&row.get().label.text);
        let names: Vec<Vec<String>> = rows.iter().map(label).collect();
        let below = self.below.iter().filter(|row| rows.iter().any(|other| row.is_row_of(other)));
        let in_columns = self.columns.iter().flat_map(|part| {
            let own = rows.iter().filter(|row| std::ptr::eq(row.table, part.table));
            own.map(|row| RowAt { column: Some(part.column), ..*row })
        });
        let found: Vec<RowAt<'a>> = in_columns.chain(below.copied()).collect();
        let shared =
            |part: &Part<'a>| part.table.rows.iter().any(|row| names.contains(&stems(&row.label.text)));
        match found.is_empty() && !self.columns.iter().any(shared) && self.sums.is_empty() {
            true => rows.to_vec(),
            false => found,
        }
    }

    /// Where the result of what the text is about stands.
    pub fn result(&self, result_line: &str) -> Vec<RowAt<'a>> {
        let in_column = |part: &Part<'a>| {
            let rows = &part.table.rows;
            let line = rows.iter().position(|row| row.line.as_deref() == Some(result_line));
            let row = line.or_else(|| rows.iter().rposition(|row| row.role == RowRole::Total))?;
            Some(RowAt::of_part(part, row))
        };
        self.columns.iter().filter_map(in_column).chain(self.sums.iter().copied()).collect()
    }

    /// Where what has been set aside for it stands.
    pub fn frame(&self, frame_line: &str) -> Vec<RowAt<'a>> {
        let in_column = |part: &Part<'a>| {
            let row = part.table.rows.iter().position(|row| row.line.as_deref() == Some(frame_line))?;
            Some(RowAt::of_part(part, row))
        };
        self.columns.iter().filter_map(in_column).chain(self.sums.iter().copied()).collect()
    }

    /// Whether it is one part, and not the sum of a table.
    pub fn is_part(&self) -> bool {
        !self.columns.is_empty()
    }
}

/// The tables of a document with their captions and the paragraphs before them.
fn leads(document: &Document) -> Vec<(&Table, &str)> {
    let mut found = Vec::new();
    for section in document.all_sections() {
        let mut last: Option<&str> = None;
        for block in &section.blocks {
            match &block.content {
                Content::Table(table) => {
                    let caption = table.caption.iter().map(|caption| caption.text.as_str());
                    found.extend(caption.chain(last).map(|text| (table, text)));
                }
                Content::Paragraph { text } => last = Some(text),
                _ => {}
            }
        }
    }
    found
}

/// Whose budget a text tells of: "uppdelningen av stadskontorets nämndsbudget".
fn owners(text: &str) -> Vec<String> {
    let words = crate::prose::words(text);
    let owned = |word: &str| ["budget", "prognos", "ram", "kommunbidrag"].iter().any(|it| word.contains(it));
    let pairs = words.windows(2).filter(|pair| pair[0].ends_with('s') && owned(&pair[1]));
    pairs.map(|pair| stem(&pair[0])).collect()
}

/// Whether a table divides up an economy with its frame: it has a column for the whole.
fn is_split(table: &Table, frame_line: &str) -> bool {
    let whole = table.column(|kind| *kind == ColumnKind::Whole).is_some();
    table.kind == TableKind::Split || whole && table.line(frame_line).is_some()
}

fn is_part(kind: &ColumnKind) -> bool {
    matches!(kind, ColumnKind::Part | ColumnKind::Other)
}

/// The parts of a split by their headings, and by the list of them in what leads to the table.
fn parts<'a>(table: &'a Table, leads: &[&str], stands_for: Option<&'a ColumnKind>) -> Vec<Part<'a>> {
    let columns = table.columns.iter().enumerate().filter(|(_, column)| is_part(&column.kind));
    let heading = |at: usize| -> Vec<String> {
        let stems = stems(&table.columns[at].heading.text);
        stems.into_iter().filter(|stem| stem != "varav").collect()
    };
    let columns: Vec<usize> = columns.map(|(at, _)| at).collect();
    let listed = leads.iter().find_map(|text| {
        let listed = listed(text, columns.len())?;
        // A heading that is one of the list must stand at its place.
        let agrees = |(nth, at): (usize, &usize)| {
            listed.iter().position(|name| *name == heading(*at)).is_none_or(|place| place == nth)
        };
        columns.iter().enumerate().all(agrees).then_some(listed)
    });
    let named = |(nth, at): (usize, &usize)| {
        let list = listed.iter().filter_map(|names| names.get(nth).cloned());
        let names = list.chain([heading(*at)]).filter(|name| !name.is_empty()).collect();
        Part { names, table, column: *at, stands_for }
    };
    columns.iter().enumerate().map(named).collect()
}

/// "fördelad på A, B samt C och D": what a text lists after "på", where it is so many.
fn listed(text: &str, count: usize) -> Option<Vec<Vec<String>>> {
    let lower = text.lower();
    let at = lower.find(" på ")? + " på ".len();
    let rest = lower[at..].split(['.', ':']).next()?;
    let pieces = rest.split(", ").flat_map(|piece| piece.split(" samt ")).map(str::trim);
    let mut pieces: Vec<&str> =
        pieces.filter(|piece| !piece.is_empty() && crate::money::named(piece).is_none()).collect();
    if pieces.len() + 1 == count {
        let last = pieces.pop()?;
        let (one, other) = last.split_once(" och ")?;
        pieces.extend([one, other]);
    }
    (count > 1 && pieces.len() == count).then(|| pieces.into_iter().map(stems).collect())
}

/// The kind of the statement's column that a split divides up.
fn stands_for<'a>(split: &Table, tables: &[&'a Table]) -> Option<&'a ColumnKind> {
    let whole = split.column(|kind| *kind == ColumnKind::Whole)?;
    let statements = tables.iter().copied().filter(|table| table.kind == TableKind::Statement);
    let columns = statements.flat_map(|table| (0..table.columns.len()).map(move |column| (table, column)));
    let scored = columns.map(|(table, column)| {
        let lines = split.rows.iter().filter_map(|row| {
            let ours = row.cells.get(whole)?.value.as_ref().filter(|value| value.mantissa != 0)?;
            Some((ours, table.figure(row.line.as_deref()?, column)?))
        });
        let same = lines.filter(|(ours, theirs)| ours.interval().meets(&theirs.interval())).count();
        (same, &table.columns[column].kind)
    });
    let scored: Vec<(usize, &ColumnKind)> = scored.collect();
    let most = scored.iter().map(|(same, _)| *same).max().filter(|most| *most > 1)?;
    let best: Vec<&ColumnKind> =
        scored.iter().filter(|(same, _)| *same == most).map(|(_, kind)| *kind).collect();
    best.iter().all(|kind| *kind == best[0]).then(|| best[0])
}

/// The rows of a table below a heading row that names a part.
fn below<'a>(table: &'a Table, parts: &[Part<'a>]) -> Vec<RowAt<'a>> {
    let names = |row: &uppsikt_domain::table::Row| {
        let label = row.label.text.split('(').next().unwrap_or_default();
        let own = stems(label);
        parts.iter().any(|part| part.names.contains(&own))
    };
    let Some(head) = table.rows.iter().position(|row| row.role == RowRole::Section && names(row)) else {
        return Vec::new();
    };
    let until = table.rows[head + 1..].iter().position(|row| row.role == RowRole::Section);
    let until = until.map_or(table.rows.len(), |at| head + 1 + at);
    let inside = (head + 1..until).filter(|row| table.rows[*row].role != RowRole::Total);
    inside.map(|row| RowAt::whole(table, row)).collect()
}
