//! Small tables of every common shape, alone in a document: clean ones accuse nobody, and any
//! figure that is written otherwise is named where a relation of the table has it.
//!
//! `tests/small/*.md` holds the tables, each below a line `%%%% what it is`.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::{Arc, OnceLock};
use uppsikt_domain::document::Document;
use uppsikt_domain::picture::Picture;
use uppsikt_domain::place::Span;
use uppsikt_findings::{Family, Finding, Severity};
use uppsikt_reading::HouseStyle;
use uppsikt_rules::{Selection, check};

/// What stands above each table.
const HEAD: &str = "# Delårsrapport 2026\n\nTekniska nämnden\n\n# Ekonomi\n\n";

/// How the name begins of a table with figures that no relation has.
const FREE: &str = "only clean: ";

/// A table of a name, with the document that it is alone in.
struct Small {
    name: String,
    text: String,
}

/// The style that all are read with.
fn style() -> &'static HouseStyle {
    static STYLE: OnceLock<HouseStyle> = OnceLock::new();
    STYLE.get_or_init(HouseStyle::standard)
}

fn tables() -> Vec<Small> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let texts = files.iter().map(|file| std::fs::read_to_string(file).unwrap());
    texts.flat_map(|text| text.split("%%%% ").skip(1).map(small).collect::<Vec<_>>()).collect()
}

fn small(text: &str) -> Small {
    let (name, body) = text.split_once('\n').unwrap();
    Small { name: name.to_owned(), text: format!("{HEAD}{}\n", body.trim()) }
}

fn read(text: &str) -> Arc<Document> {
    Arc::new(uppsikt_reading::read("t.md", text.as_bytes(), style()).unwrap())
}

/// What the rules of figures say of a text.
fn said(text: &str) -> Vec<Finding> {
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).unwrap();
    let structure = style().structure();
    let picture = Picture { seen_from, structure, documents: vec![read(text)] };
    let mut found = check(&picture, &Selection::default());
    found.retain(|it| matches!(it.family, Family::Arithmetic | Family::Frame));
    found
}

/// The stretches where a document prints figures of tables.
fn figures(document: &Document) -> Vec<Span> {
    let rows = document.tables().into_iter().flat_map(|(_, table)| &table.rows);
    let cells = rows.flat_map(|row| &row.cells).filter(|cell| cell.value.is_some());
    cells.map(|cell| cell.span).collect()
}

/// The text with another digit in a figure: its second one, or its only.
fn with_other_digit(text: &str, span: Span) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let line: Vec<char> = lines[span.at.line as usize - 1].chars().collect();
    let stretch = span.at.column as usize - 1..span.end_column as usize;
    let digits: Vec<usize> = stretch.filter(|at| line.get(*at).is_some_and(char::is_ascii_digit)).collect();
    let at = *digits.get(1).or(digits.first()).unwrap();
    let other = |(index, digit): (usize, &char)| match digit.to_digit(10) {
        Some(value) if index == at => char::from_digit((value + 4) % 10, 10).unwrap(),
        _ => *digit,
    };
    lines[span.at.line as usize - 1] = line.iter().enumerate().map(other).collect();
    lines.join("\n") + "\n"
}

fn names_line(finding: &Finding, line: u32) -> bool {
    std::iter::once(&finding.at).chain(&finding.also_at).any(|place| place.span.at.line == line)
}

#[test]
fn tables_that_add_up_accuse_nobody() {
    for small in tables() {
        let found = said(&small.text);
        let accused: Vec<_> = found.iter().filter(|it| it.severity != Severity::Note).collect();
        assert!(accused.is_empty(), "{}: {accused:#?}", small.name);
    }
}

#[test]
fn a_digit_changed_in_any_figure_is_named() {
    let mut silent = Vec::new();
    for small in tables().into_iter().filter(|it| !it.name.starts_with(FREE)) {
        let spans = figures(&read(&small.text));
        assert!(!spans.is_empty(), "{}: no figures are read", small.name);
        let own = said(&small.text).len();
        for span in spans {
            let text = with_other_digit(&small.text, span);
            let found = said(&text);
            let named = found.len() > own && found.iter().any(|it| names_line(it, span.at.line));
            let line = text.lines().nth(span.at.line as usize - 1).unwrap();
            silent.extend(
                (!named).then(|| format!("{} | {}:{} | {line}", small.name, span.at.line, span.at.column)),
            );
        }
    }
    assert!(silent.is_empty(), "{} are silent:\n{}", silent.len(), silent.join("\n"));
}
