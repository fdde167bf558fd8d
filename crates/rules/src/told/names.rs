//! The names that a document's rows have, and where a sentence has them.

use super::called::{beginnings, funded, is_original, named, names_of, results, rows};
use super::compound;
use super::parts::Parts;
use super::rows::RowAt;
use super::words::Word;
use std::collections::{BTreeMap, HashMap};
use uppsikt_domain::document::Document;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{ColumnKind, Table, TableKind};
use uppsikt_text::case::Lower;
use uppsikt_text::dates::month;

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
    /// Whether the word is of its change: "kostnadsökningen".
    pub is_change: bool,
    /// Whether it is a common word in small letters, and long enough to be the row's name yet.
    pub is_small: bool,
}

/// The names of a document's rows.
#[derive(Debug, Default)]
pub struct Names<'a> {
    names: Vec<Name<'a>>,
    by_first: HashMap<String, Vec<usize>>,
    result: Vec<RowAt<'a>>,
    original: Vec<RowAt<'a>>,
    periods: Vec<String>,
    result_line: String,
    frame_line: String,
    given: Vec<String>,
}

impl<'a> Names<'a> {
    /// The names of all rows with figures.
    pub fn of(document: &'a Document, structure: &Structure, parts: &Parts<'a>) -> Self {
        let mut known: BTreeMap<(Vec<String>, bool), Vec<RowAt<'a>>> = BTreeMap::new();
        let mut result = Vec::new();
        let mut original = Vec::new();
        for (_, table) in document.tables() {
            let stands_for = parts.all().iter().find(|part| std::ptr::eq(part.table, table));
            let stands_for = stands_for.and_then(|part| part.stands_for);
            for row in rows(table).map(|row| RowAt { stands_for, ..row }) {
                if row.get().line.as_ref().is_some_and(|line| *line == structure.result_line) {
                    result.push(row);
                }
                if table.kind == TableKind::Ledger && is_original(&row.get().label.text) {
                    original.push(row);
                }
                for name in names_of(row, structure) {
                    known.entry((name, false)).or_default().push(row);
                }
            }
            for (name, rows) in beginnings(table) {
                known.entry((name, true)).or_default().extend(rows);
            }
        }
        let words = &structure.words;
        let mut names: Vec<Name<'a>> =
            known.into_iter().filter_map(|(key, rows)| named(key, rows, words)).collect();
        names.extend(results(&result, words));
        names.extend(parts.all().iter().flat_map(|part| funded(part, &structure.frame_line)));
        let mut by_first: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, name) in names.iter().enumerate() {
            by_first.entry(name.stems[0].clone()).or_default().push(index);
        }
        let (result_line, frame_line) = (structure.result_line.clone(), structure.frame_line.clone());
        let periods = document.tables().into_iter().filter_map(|(_, table)| period(table)).collect();
        Names {
            names,
            by_first,
            result,
            original,
            periods,
            result_line,
            frame_line,
            given: words.given.clone(),
        }
    }

    /// The key of the line that is the result.
    pub fn result_line(&self) -> &str {
        &self.result_line
    }

    /// The key of the line that is the frame.
    pub fn frame_line(&self) -> &str {
        &self.frame_line
    }

    /// Whether a word tells of what a budget gives.
    pub fn is_given(&self, word: &str) -> bool {
        self.given.iter().any(|given| given == word)
    }

    /// Whether the tables have an outcome for the months that words name: "januari–augusti".
    pub fn has_period(&self, words: &[Word]) -> bool {
        let mut ends = words.iter().filter_map(|word| months(&word.text));
        ends.all(|end| self.periods.iter().any(|period| period.contains(&end)))
    }

    /// The rows of the frame.
    pub fn frame(&self) -> Vec<RowAt<'a>> {
        let mut rows: Vec<RowAt<'a>> = Vec::new();
        for row in self.names.iter().filter(|name| name.is_row()).flat_map(|name| &name.rows) {
            if row.is_line(&self.frame_line) && !rows.iter().any(|own| own.is_row_of(row)) {
                rows.push(*row);
            }
        }
        rows
    }

    /// The rows of the frame as it was first decided.
    pub fn original(&self) -> &[RowAt<'a>] {
        &self.original
    }

    /// The rows that have a name of these stems.
    pub fn rows(&self, stems: &[String]) -> Vec<RowAt<'a>> {
        let named = self.names.iter().filter(|name| name.stems == stems && name.is_row());
        named.flat_map(|name| name.rows.clone()).collect()
    }

    /// The rows of the whole name of which a word is the beginning: "personal- och
    /// arvodeskostnader" is of "personalkostnader" too.
    pub fn begun(&self, beginning: &str, next: &str) -> Vec<RowAt<'a>> {
        let whole = |name: &&Name<'a>| match name.stems.as_slice() {
            [stem] => stem.strip_prefix(beginning).is_some_and(|tail| {
                tail.chars().count() >= TAIL_LETTERS && next.ends_with(tail) && next.len() > tail.len()
            }),
            _ => false,
        };
        let named = self.names.iter().filter(|name| name.is_row()).filter(whole);
        named.flat_map(|name| name.rows.clone()).collect()
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
            match self.longest_at(words, at).or_else(|| self.compound_at(words, at)) {
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
        let is_capital = words[from].is_capital;
        let is_long = words[from].text.chars().count() >= LONG_LETTERS;
        let free = |name: &&Name<'a>| !name.is_common || is_capital || is_long;
        let longest =
            starting.filter(fits).filter(free).max_by_key(|name| (name.stems.len(), !name.together))?;
        let is_small = longest.is_common && !is_capital;
        Some(Mention { name: longest, from, to: from + longest.stems.len(), is_change: false, is_small })
    }

    /// "nettokostnadsökningen": a word of a row's change.
    fn compound_at<'n>(&'n self, words: &[Word], from: usize) -> Option<Mention<'n, 'a>> {
        let heads = compound::heads(&words[from].text);
        let names = heads.iter().filter_map(|head| self.by_first.get(head)).flatten();
        let name =
            names.map(|index| &self.names[*index]).find(|name| name.stems.len() == 1 && name.is_row())?;
        Some(Mention { name, from, to: from + 1, is_change: true, is_small: false })
    }
}

/// The heading and the caption of a table's outcome for a part of the year.
fn period(table: &Table) -> Option<String> {
    let column = table.column(|kind| matches!(kind, ColumnKind::Actual { part_of_year: true, .. }))?;
    let caption = table.caption.as_ref().map(|caption| caption.text.as_str()).unwrap_or_default();
    Some(format!("{} {caption}", table.columns[column].heading.text).lower())
}

/// How the last month of "januari–augusti" is written for short.
fn months(word: &str) -> Option<String> {
    let (first, last) = word.split_once(['-', '–'])?;
    let both = month(first).is_some() && month(last).is_some();
    both.then(|| last.chars().take(3).collect())
}

/// A common word of so many letters is a row's name in small letters too.
const LONG_LETTERS: usize = 12;

/// So many letters at least have two compounds in common that are written as one.
const TAIL_LETTERS: usize = 5;
