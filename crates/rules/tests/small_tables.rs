//! Small tables of every common shape, alone in a document: clean ones accuse nobody, and any
//! figure that is written otherwise is named where a relation of the table has it.
//!
//! `tests/small/*.md` holds the tables, each below a line `%%%% what it is`.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use uppsikt_domain::document::Document;
use uppsikt_domain::picture::Picture;
use uppsikt_domain::place::Span;
use uppsikt_domain::table::{Row, Table};
use uppsikt_findings::{Family, Finding, Severity};
use uppsikt_reading::HouseStyle;
use uppsikt_rules::relations::System;
use uppsikt_rules::relations::figures::Figures;
use uppsikt_rules::relations::percents::percent_columns;
use uppsikt_rules::relations::relation::{Relation, common};
use uppsikt_rules::{Selection, check};

/// What stands above each table.
const HEAD: &str = "# Delårsrapport 2026\n\nTekniska nämnden\n\n# Ekonomi\n\n";

/// How the name begins of a table with figures that no relation has.
const FREE: &str = "only clean: ";

/// So many pairs of faults in one table.
const PAIRS: usize = 4;

/// So many where all are tried: in an optimised build, or when `UPPSIKT_PLANTED_ALL` is set.
const ALL_PAIRS: usize = 40;

/// A table of a name, with the document that it is alone in.
struct Small {
    /// The shapes that it is among: its file's name.
    shapes: String,
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
    let in_file = |file: &PathBuf| -> Vec<Small> {
        let (text, shapes) = (std::fs::read_to_string(file).unwrap(), file.file_stem().unwrap());
        text.split("%%%% ").skip(1).map(|text| small(&shapes.to_string_lossy(), text)).collect()
    };
    files.iter().flat_map(in_file).collect()
}

fn small(shapes: &str, text: &str) -> Small {
    let (name, body) = text.split_once('\n').unwrap();
    let text = format!("{HEAD}{}\n", body.trim());
    Small { shapes: shapes.to_owned(), name: name.to_owned(), text }
}

fn read(text: &str) -> Arc<Document> {
    Arc::new(uppsikt_reading::read("t.md", text.as_bytes(), style()).unwrap())
}

/// What the rules of figures say of a text.
fn said(text: &str) -> Vec<Finding> {
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).unwrap();
    let structure = style().structure();
    let picture = Picture { seen_from, structure, documents: vec![read(text)] };
    let only = [Family::Arithmetic, Family::Frame].map(|family| family.code().to_owned()).to_vec();
    check(&picture, &Selection { only, ..Selection::default() })
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

/// Pairs of figures on different lines, from all over a table.
fn pairs(spans: &[Span], most: usize) -> Vec<[Span; 2]> {
    let mut all = Vec::new();
    for (index, one) in spans.iter().enumerate() {
        let others = spans[index + 1..].iter().filter(|other| other.at.line != one.at.line);
        all.extend(others.map(|other| [*one, *other]));
    }
    let step = all.len().div_ceil(most).max(1);
    all.into_iter().skip(step / 2).step_by(step).collect()
}

/// So many per cent of the pairs that leave a trace of both.
const LEAST_PERCENT: usize = 95;

/// The cell that stands at a place.
fn cell_at(table: &Table, span: Span) -> (usize, usize) {
    let cells = |row: &Row| row.cells.iter().position(|cell| cell.span.at == span.at);
    let mut rows = table.rows.iter().enumerate();
    rows.find_map(|(row, of)| Some((row, cells(of)?))).unwrap()
}

/// Whether two faults cannot both be seen, whoever looks: in every relation that the sound table has, one
/// makes up for the other, or they leave what a single other wrong figure would leave.
fn hides(sound: &str, faulty: &str, faults: [Span; 2]) -> bool {
    let (sound, faulty) = (read(sound), read(faulty));
    let tables = [&sound, &faulty].map(|document| document.tables()[0].1);
    let system = System::of(tables[0], &style().structure());
    let figures = Figures::of(tables[1]);
    let printed = |at| figures.interval(at);
    let shares = percent_columns(&system.figures);
    let rows = 0..tables[0].rows.len();
    let in_share = |at| shares.iter().any(|it| rows.clone().any(|row| it.cells(row).contains(&at)));
    let cells = faults.map(|span| cell_at(tables[0], span));
    let broken: Vec<&Relation> = system.relations.iter().filter(|it| !it.holds(&printed)).collect();
    let hidden = |at: &(usize, usize)| !in_share(*at) && !broken.iter().any(|it| it.has(*at));
    let explains = |at: &(usize, usize)| {
        let all = system.relations.iter().filter(|it| it.has(*at));
        let mut needed = all.map(|it| it.needed(*at, &printed));
        let first = needed.next().unwrap();
        !in_share(*at)
            && broken.iter().all(|it| it.has(*at))
            && needed.try_fold(first, |so_far, next| common(&so_far, &next)).is_some()
    };
    let of_one = || broken.len() > 1 && broken[0].cells().any(|at| explains(&at));
    cells.iter().any(hidden) || of_one()
}

/// `cargo test --test small_tables -- --nocapture` prints the table by shape.
#[test]
fn two_digits_changed_in_one_table_are_both_named() {
    let all = !cfg!(debug_assertions) || std::env::var_os("UPPSIKT_PLANTED_ALL").is_some();
    let most = if all { ALL_PAIRS } else { PAIRS };
    let (mut tally, mut hidden) = (BTreeMap::<String, (usize, usize)>::new(), 0);
    for small in tables().into_iter().filter(|it| !it.name.starts_with(FREE)) {
        let spans = figures(&read(&small.text));
        for [one, other] in pairs(&spans, most) {
            let text = with_other_digit(&with_other_digit(&small.text, one), other);
            let found = said(&text);
            let named = |span: Span| found.iter().any(|it| names_line(it, span.at.line));
            let both = named(one) && named(other);
            if !both && hides(&small.text, &text, [one, other]) {
                hidden += 1;
                continue;
            }
            let (planted, named) = tally.entry(small.shapes.clone()).or_default();
            *planted += 1;
            *named += usize::from(both);
            if !both {
                let said: Vec<_> = found.iter().map(|it| (it.code, it.at.span.at.line)).collect();
                println!("missed {} | {:?} {:?} | {said:?}", small.name, one.at, other.at);
            }
        }
    }
    tally.iter().for_each(|(shapes, (planted, named))| println!("{shapes:<14} {planted:>5} {named:>5}"));
    let (planted, named) = tally.values().fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    println!("{named} of {planted} pairs are both named, {hidden} more hide each other");
    assert!(named * 100 >= planted * LEAST_PERCENT, "{named} of {planted}");
}

/// Two wrong figures of one table of a name: the text with what is to be changed, and their lines.
fn told_of(name: &str, changed: [(&str, &str); 2]) -> Vec<u32> {
    let small = tables().into_iter().find(|it| it.name == name).unwrap();
    let text = changed.iter().fold(small.text, |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    });
    let found = said(&text);
    let places = found.iter().flat_map(|it| std::iter::once(&it.at).chain(&it.also_at));
    places.map(|place| place.span.at.line).collect()
}

#[test]
fn two_wrong_figures_are_named_though_no_slip_alone_mends_their_sum() {
    for (name, changed, lines) in [
        (
            "a bridge of two frames, money given and taken back",
            [("2 880", "2 380"), ("1 740", "1 470")],
            [12, 13],
        ),
        ("subtotals of one year, three groups", [("8 240", "8 420"), ("1 365", "1 635")], [14, 15]),
        ("balance requirement of one year", [("187,4", "178,4"), ("159,2", "195,2")], [11, 14]),
        ("all, of which women and men", [("108", "180"), ("| 35", "| 53")], [12, 13]),
        (
            "one column of income, costs without a sign and their net",
            [("6 350", "3 650"), ("58 940", "85 940")],
            [11, 12],
        ),
        ("budget, forecast and difference of two rows", [("-2,7", "-2,1"), ("| 2,5", "| 2,9")], [11, 12]),
        ("used of budget in per cent", [("| 76", "| 67"), ("| 28", "| 82")], [11, 13]),
        ("shares without their amounts", [("14,7", "17,7"), ("100,0", "130,0")], [15, 16]),
    ] {
        let told = told_of(name, changed);
        assert!(lines.iter().all(|line| told.contains(line)), "{name}: {told:?}");
    }
}
