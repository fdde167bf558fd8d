//! What the rows of a table are called.

use super::names::Name;
use super::parts::Part;
use super::rows::RowAt;
use super::words::stems;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{Row, RowRole, Table, TableKind};
use uppsikt_domain::words::Words;
use uppsikt_text::case::Lower;

/// Words before a sum's own name.
const WHOLE: [&str; 5] = ["tot", "total", "totalt", "summ", "samtlig"];

/// What a text calls any committee, board or company.
const BODIES: [&str; 3] = ["nämnd", "styrels", "bolag"];

/// The rows of a table that have figures.
pub fn rows(table: &Table) -> impl Iterator<Item = RowAt<'_>> {
    let told = |row: &Row| row.cells.iter().any(|cell| cell.value.is_some());
    let rows = table.rows.iter().enumerate().filter(move |(_, row)| told(row));
    rows.map(move |(row, _)| RowAt::whole(table, row))
}

/// Everything that a row is called: its label, the line's other labels, a sum without its word.
pub fn names_of(row: RowAt<'_>, structure: &Structure) -> Vec<Vec<String>> {
    let label = &row.get().label.text;
    let label = label.split(['(', '*']).next().unwrap_or(label);
    let label = label.strip_prefix("varav ").unwrap_or(label);
    let line = row.get().line.as_deref().and_then(|key| structure.statement_line(key));
    let others = line.iter().flat_map(|line| line.synonyms.iter().chain([&line.label]));
    let mut names: Vec<Vec<String>> = others.map(|label| stems(label)).chain([stems(label)]).collect();
    let shorter: Vec<Vec<String>> = names.iter().filter_map(|name| without_whole(name)).collect();
    names.extend(shorter);
    let is_frame = row.get().line.as_ref().is_some_and(|line| *line == structure.frame_line);
    if is_frame {
        names.push(stems("bidrag"));
    }
    if row.table.kind == TableKind::Investments && is_sum(&row) {
        names.extend(structure.words.investments.iter().map(|name| stems(name)));
    }
    names.sort();
    names.dedup();
    names
}

fn without_whole(name: &[String]) -> Option<Vec<String>> {
    let (first, rest) = name.split_first()?;
    // "Summa nämnder" is not what a text means by "nämnden".
    let is_bodies = rest.len() == 1 && BODIES.contains(&rest[0].as_str());
    (WHOLE.contains(&first.as_str()) && !rest.is_empty() && !is_bodies).then(|| rest.to_vec())
}

/// So many letters has a beginning of labels that can be told alone.
const BEGINNING_LETTERS: usize = 12;

/// Beginnings of two words that several neighbouring rows of a table share.
pub fn beginnings(table: &Table) -> Vec<(Vec<String>, Vec<RowAt<'_>>)> {
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

/// A name, where its words are enough to be one.
pub fn named<'a>(
    (stems, together): (Vec<String>, bool),
    rows: Vec<RowAt<'a>>,
    words: &Words,
) -> Option<Name<'a>> {
    let letters = stems.iter().map(|stem| stem.chars().count()).sum::<usize>();
    let is_sum = stems.iter().all(|stem| WHOLE.contains(&stem.as_str()));
    // "Nämnden" of a text is the whole committee, and the row of that name its politicians.
    let is_body = stems.len() == 1 && BODIES.contains(&stems[0].as_str());
    if stems.is_empty()
        || is_sum
        || is_body
        || letters < LEAST_LETTERS
        || stems == super::words::stems("resultat")
    {
        return None;
    }
    let is_line = rows.iter().any(|row| row.get().line.is_some());
    let is_common = stems.len() == 1 && !(is_line && letters > 5) && !is_investment(&rows, &stems, words);
    Some(Name { stems, rows, together, is_common, is_result: false, is_part: false })
}

fn is_investment(all: &[RowAt<'_>], stems: &[String], words: &Words) -> bool {
    all.iter().all(|row| row.table.kind == TableKind::Investments && is_sum(row))
        && words.investments.iter().any(|name| super::words::stems(name) == stems)
}

/// Whether a row is its table's sum, or all that there is in it.
fn is_sum(row: &RowAt<'_>) -> bool {
    row.get().role == RowRole::Total || rows(row.table).count() == 1
}

/// A part of a split: it has its own appropriation.
pub fn funded<'a>(part: &Part<'a>, frame_line: &str) -> Vec<Name<'a>> {
    let frame = part.table.rows.iter().position(|row| row.line.as_deref() == Some(frame_line));
    let named = |(row, stems): (usize, &Vec<String>)| Name {
        stems: stems.clone(),
        rows: vec![RowAt::of_part(part, row)],
        together: false,
        is_common: false,
        is_result: false,
        is_part: true,
    };
    frame.into_iter().flat_map(|row| part.names.iter().map(move |name| (row, name))).map(named).collect()
}

/// The names of the result.
pub fn results<'a>(rows: &[RowAt<'a>], words: &Words) -> Vec<Name<'a>> {
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
    words.results.iter().map(|words| name(words)).collect()
}

/// Whether a row is the frame as it was first decided.
pub fn is_original(label: &str) -> bool {
    label.lower().contains("ursprunglig")
}
