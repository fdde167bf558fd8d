//! Tables in the forms that committees print them in, cell by cell.
//!
//! A form is a file in `tables/`: a document, and below a line of `%%%%` what has to be read of it.
//! PDFs and pages have that in a file of the same name that ends in `.expected`; Markdown is read
//! as a page and as a document of a word processor too.
#![allow(clippy::unwrap_used)]

mod made;
#[allow(dead_code)]
mod support;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use uppsikt_domain::assessment::Horizon;
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::indicator::Indicator;
use uppsikt_domain::table::{Cell, Column, Row, RowRole, Table};
use uppsikt_reading::{HouseStyle, read};

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cell(cell: &Cell) -> String {
    cell.printed.as_deref().map(words).unwrap_or_default()
}

fn row(row: &Row) -> String {
    let mark = match row.role {
        RowRole::Item => "",
        RowRole::OfWhich => "~ ",
        RowRole::Subtotal => "+ ",
        RowRole::Total => "= ",
        RowRole::Section => "# ",
    };
    let cells: Vec<String> = row.cells.iter().map(cell).collect();
    format!("{mark}{} | {}", words(&row.label.text), cells.join(" | "))
}

fn column(column: &Column) -> String {
    let heading = words(&column.heading.text);
    let key = column.key();
    if key == column.heading.text { heading } else { format!("{heading} [{key}]") }
}

fn table(table: &Table) -> String {
    let columns: Vec<String> = table.columns.iter().map(column).collect();
    let rows: Vec<String> = table.rows.iter().map(row).collect();
    format!("table {} {}\n{}\n", table.unit.code(), columns.join(" | "), rows.join("\n"))
}

fn indicator(indicator: &Indicator) -> String {
    let value = |value: &Option<String>| value.clone().unwrap_or_default();
    let sex = if indicator.by_sex { " by sex" } else { "" };
    format!(
        "  {} | {} | {}{sex}",
        words(&indicator.text),
        value(&indicator.baseline),
        value(&indicator.target)
    )
}

fn goal(goal: &GoalView<'_>) -> String {
    let mut out = format!("goal {}\n", words(goal.name()));
    for (horizon, name) in [(Horizon::Period, "period"), (Horizon::Term, "term")] {
        if let Some(found) = goal.assessment(horizon) {
            let _ = writeln!(out, "  {name} {}: {}", found.status.code(), words(&found.wording));
        }
    }
    goal.indicators().for_each(|it| out.push_str(&format!("{}\n", indicator(it))));
    out
}

/// Everything that is compared, as lines.
fn told(document: &Document) -> String {
    let tables = document.tables().into_iter().map(|(_, found)| table(found));
    let areas = document.goal_areas();
    let goals: Vec<GoalView<'_>> = areas.into_iter().flat_map(|area| area.goals).collect();
    let within: Vec<&Indicator> = goals.iter().flat_map(GoalView::indicators).collect();
    let sections = document.all_sections();
    let loose = sections.iter().flat_map(|section| &section.indicators);
    let loose = loose.filter(|it| !within.iter().any(|own| own.span == it.span)).map(indicator);
    let told: Vec<String> = tables.chain(goals.iter().map(goal)).chain(loose).collect();
    told.join("\n")
}

fn lines_of(text: &str) -> String {
    let same = |line: &str| format!("{}\n", words(&line.replace('|', " | ")).trim_end());
    text.lines().filter(|line| !line.trim().is_empty()).map(same).collect()
}

/// The files that a form gives, and what is expected of each.
fn files(path: &Path) -> (Vec<(String, Vec<u8>)>, String) {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let beside = path.with_extension("expected");
    if beside.exists() {
        let expected = std::fs::read_to_string(beside).unwrap();
        return (vec![(name, std::fs::read(path).unwrap())], expected);
    }
    let text = std::fs::read_to_string(path).unwrap();
    let (document, expected) = text.split_once("\n%%%%\n").unwrap();
    let mut files = vec![(name.clone(), format!("{document}\n").into_bytes())];
    if let Some(stem) = name.strip_suffix(".md") {
        files.push((format!("{stem}.html"), made::html(document)));
        files.push((format!("{stem}.docx"), made::docx(document)));
    }
    (files, expected.to_owned())
}

fn forms() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables");
    let all = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let is_form = |path: &PathBuf| {
        let ending = path.extension().map(|it| it.to_string_lossy().into_owned());
        ending.is_some_and(|it| it == "txt" || it == "md" || it == "pdf" || it == "html")
    };
    let mut all: Vec<PathBuf> = all.filter(is_form).collect();
    all.sort();
    all
}

#[test]
fn every_form_is_read_cell_by_cell() {
    let only = std::env::var("FORM").unwrap_or_default();
    let mut wrong = Vec::new();
    for path in forms().into_iter().filter(|path| path.to_string_lossy().contains(&only)) {
        let (files, expected) = files(&path);
        for (name, bytes) in files {
            let document = read(&name, &bytes, &HouseStyle::standard()).unwrap();
            support::assert_sound(&document);
            let (told, expected) = (lines_of(&told(&document)), lines_of(&expected));
            if told != expected {
                println!("--- {name}: expected\n{expected}--- {name}: read\n{told}");
                wrong.push(name);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}
