//! What the rows of a document's tables are called.

use super::words::{Word, stems};
use std::collections::{BTreeMap, HashMap};
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{ColumnKind, Row, RowRole, Table, TableKind};

/// A row of a table.
#[derive(Debug, Clone, Copy)]
pub struct RowAt<'a> {
    /// The table.
    pub table: &'a Table,
    /// The row's place in it.
    pub row: usize,
    /// The only column that is meant, where the name is a column's.
    pub column: Option<usize>,
}

impl<'a> RowAt<'a> {
    /// The row itself.
    pub fn get(&self) -> &'a Row {
        &self.table.rows[self.row]
    }

    /// Its figures with their columns and places. Money has its unit.
    pub fn figures(&self) -> Vec<(usize, Quantity, Span)> {
        let meant = |at: &usize| self.column.is_none_or(|column| column == *at);
        let cells = self.get().cells.iter().enumerate().filter(|(at, _)| meant(at));
        let valued = cells.filter_map(|(at, cell)| Some((at, cell.value.as_ref()?, cell.span)));
        valued
            .map(|(at, value, span)| {
                let unit = crate::money::unit(self.table, at).unwrap_or_else(|| value.unit.clone());
                (at, Quantity { unit, ..value.clone() }, span)
            })
            .collect()
    }

    /// The kind of a column.
    pub fn kind(&self, column: usize) -> Option<&'a ColumnKind> {
        self.table.columns.get(column).map(|column| &column.kind)
    }
}

/// A name and the rows that have it.
#[derive(Debug, Clone)]
pub struct Name<'a> {
    /// The stems of its words.
    pub stems: Vec<String>,
    /// The rows.
    pub rows: Vec<RowAt<'a>>,
    /// Whether the rows have it only as the beginning of their labels, and are told as one.
    pub together: bool,
    /// Whether it is a common word, and a name only with a capital.
    pub is_common: bool,
    /// Whether it is the result.
    pub is_result: bool,
    /// Whether it is who gets a part of the appropriation.
    pub is_part: bool,
}

impl Name<'_> {
    /// Whether it names one row.
    pub fn is_row(&self) -> bool {
        !self.is_result && !self.is_part && !self.together
    }
}

/// Where a name stands among the words of a sentence.
#[derive(Debug, Clone, Copy)]
pub struct Mention<'n, 'a> {
    /// The name.
    pub name: &'n Name<'a>,
    /// Its first word.
    pub from: usize,
    /// The word after its last.
    pub to: usize,
}

/// The names of a document's rows.
#[derive(Debug, Default)]
pub struct Names<'a> {
    names: Vec<Name<'a>>,
    by_first: HashMap<String, Vec<usize>>,
    result: Vec<RowAt<'a>>,
}

/// Words before a sum's own name.
const WHOLE: [&str; 5] = ["tot", "total", "totalt", "summ", "samtlig"];

/// What else the sum of investments is called.
const INVESTMENTS: [&str; 4] =
    ["investeringar", "investeringsram", "investeringsbudget", "investeringsutgifter"];

impl<'a> Names<'a> {
    /// The names of all rows with figures.
    pub fn of(document: &'a Document, structure: &Structure) -> Self {
        let mut known: BTreeMap<(Vec<String>, bool), Vec<RowAt<'a>>> = BTreeMap::new();
        let mut result = Vec::new();
        let mut parts = Vec::new();
        for (_, table) in document.tables() {
            for row in rows(table) {
                if row.get().line.as_ref().is_some_and(|line| *line == structure.result_line) {
                    result.push(row);
                }
                for name in names_of(row, structure) {
                    known.entry((name, false)).or_default().push(row);
                }
            }
            parts.extend(funded(table, &structure.frame_line));
            for (name, rows) in beginnings(table) {
                known.entry((name, true)).or_default().extend(rows);
            }
        }
        let mut names: Vec<Name<'a>> = known.into_iter().filter_map(|(key, rows)| named(key, rows)).collect();
        names.extend(results(&result));
        names.extend(parts);
        let mut by_first: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, name) in names.iter().enumerate() {
            by_first.entry(name.stems[0].clone()).or_default().push(index);
        }
        Names { names, by_first, result }
    }

    /// Whether no row has a name.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The rows of the result.
    pub fn result(&self) -> &[RowAt<'a>] {
        &self.result
    }

    /// The longest names at each place of a sentence, left to right.
    pub fn mentions<'n>(&'n self, words: &[Word]) -> Vec<Mention<'n, 'a>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match self.longest_at(words, at) {
                Some(mention) => {
                    at = mention.to;
                    found.push(mention);
                }
                None => at += 1,
            }
        }
        found
    }

    fn longest_at<'n>(&'n self, words: &[Word], from: usize) -> Option<Mention<'n, 'a>> {
        let starting = self.by_first.get(&words[from].stem)?.iter().map(|index| &self.names[*index]);
        let fits = |name: &&Name<'a>| {
            let rest = &words[from..];
            rest.len() >= name.stems.len()
                && name.stems.iter().zip(rest).all(|(stem, word)| *stem == word.stem)
        };
        let free = |name: &&Name<'a>| !name.is_common || words[from].is_capital;
        let longest =
            starting.filter(fits).filter(free).max_by_key(|name| (name.stems.len(), !name.together))?;
        Some(Mention { name: longest, from, to: from + longest.stems.len() })
    }
}

fn rows(table: &Table) -> impl Iterator<Item = RowAt<'_>> {
    let told = |row: &Row| row.cells.iter().any(|cell| cell.value.is_some());
    let rows = table.rows.iter().enumerate().filter(move |(_, row)| told(row));
    rows.map(move |(row, _)| RowAt { table, row, column: None })
}

/// Everything that a row is called: its label, the line's other labels, a sum without its word.
fn names_of(row: RowAt<'_>, structure: &Structure) -> Vec<Vec<String>> {
    let label = &row.get().label.text;
    let label = label.split(['(', '*']).next().unwrap_or(label);
    let line = row.get().line.as_deref().and_then(|key| structure.statement_line(key));
    let others = line.iter().flat_map(|line| line.synonyms.iter().chain([&line.label]));
    let mut names: Vec<Vec<String>> = others.map(|label| stems(label)).chain([stems(label)]).collect();
    let shorter: Vec<Vec<String>> = names.iter().filter_map(|name| without_whole(name)).collect();
    names.extend(shorter);
    let is_frame = row.get().line.as_ref().is_some_and(|line| *line == structure.frame_line);
    if is_frame {
        names.push(stems("bidrag"));
    }
    if row.table.kind == TableKind::Investments && row.get().role == RowRole::Total {
        names.extend(INVESTMENTS.map(stems));
    }
    names.sort();
    names.dedup();
    names
}

fn without_whole(name: &[String]) -> Option<Vec<String>> {
    let (first, rest) = name.split_first()?;
    (WHOLE.contains(&first.as_str()) && !rest.is_empty()).then(|| rest.to_vec())
}

/// So many letters has a beginning of labels that can be told alone.
const BEGINNING_LETTERS: usize = 12;

/// Beginnings of two words that several neighbouring rows of a table share.
fn beginnings(table: &Table) -> Vec<(Vec<String>, Vec<RowAt<'_>>)> {
    let mut found: Vec<(Vec<String>, Vec<RowAt<'_>>)> = Vec::new();
    for row in rows(table).filter(|row| row.get().role == RowRole::Item) {
        let label = stems(&row.get().label.text);
        if label.len() < 3 || label[..2].iter().map(String::len).sum::<usize>() < BEGINNING_LETTERS {
            continue;
        }
        match found.last_mut().filter(|(start, rows)| {
            *start == label[..2] && rows.last().is_some_and(|last| last.row + 1 == row.row)
        }) {
            Some((_, rows)) => rows.push(row),
            None => found.push((label[..2].to_vec(), vec![row])),
        }
    }
    found.retain(|(_, rows)| rows.len() > 1);
    found
}

/// Shorter words are parts of too many others to be names alone.
const LEAST_LETTERS: usize = 5;

fn named<'a>((stems, together): (Vec<String>, bool), rows: Vec<RowAt<'a>>) -> Option<Name<'a>> {
    let letters = stems.iter().map(|stem| stem.chars().count()).sum::<usize>();
    let is_sum = stems.iter().all(|stem| WHOLE.contains(&stem.as_str()));
    if stems.is_empty() || is_sum || letters < LEAST_LETTERS || stems == super::words::stems("resultat") {
        return None;
    }
    let is_line = rows.iter().any(|row| row.get().line.is_some());
    let is_common = stems.len() == 1 && !(is_line && letters > 5) && !is_investment(&rows, &stems);
    Some(Name { stems, rows, together, is_common, is_result: false, is_part: false })
}

fn is_investment(rows: &[RowAt<'_>], stems: &[String]) -> bool {
    let is_sum = |row: &RowAt<'_>| row.get().role == RowRole::Total;
    rows.iter().all(is_sum) && INVESTMENTS.iter().any(|name| super::words::stems(name) == stems)
}

/// The parts of a split by their headings: each has its own appropriation.
fn funded<'a>(table: &'a Table, frame_line: &str) -> Vec<Name<'a>> {
    let frame = table.rows.iter().position(|row| row.line.as_deref() == Some(frame_line));
    let parts = table.columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Part);
    let named = |row: usize, (column, heading): (usize, &str)| {
        let stems: Vec<String> = stems(heading).into_iter().filter(|stem| stem != "varav").collect();
        let rows = vec![RowAt { table, row, column: Some(column) }];
        let (together, is_common, is_result, is_part) = (false, false, false, true);
        (!stems.is_empty()).then_some(Name { stems, rows, together, is_common, is_result, is_part })
    };
    let headed = parts.map(|(at, column)| (at, column.heading.text.as_str()));
    frame.into_iter().flat_map(|row| headed.clone().filter_map(move |part| named(row, part))).collect()
}

/// What the result is told as.
const RESULTS: [&str; 6] =
    ["överskott", "underskott", "resultat", "årets resultat", "budgetavvikelse", "periodens resultat"];

fn results<'a>(rows: &[RowAt<'a>]) -> Vec<Name<'a>> {
    if rows.is_empty() {
        return Vec::new();
    }
    let name = |words: &str| Name {
        stems: stems(words),
        rows: rows.to_vec(),
        together: false,
        is_common: false,
        is_result: true,
        is_part: false,
    };
    RESULTS.iter().map(|words| name(words)).collect()
}
