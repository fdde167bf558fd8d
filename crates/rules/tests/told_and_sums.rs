//! Text and table together: which of them is wrong, and what says so.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use uppsikt_domain::picture::Picture;
use uppsikt_findings::Finding;
use uppsikt_messages::Lang;
use uppsikt_reading::HouseStyle;
use uppsikt_rules::{Selection, check};

/// A plan with a sentence, and the budget of its third row and of its sum.
fn plan(sentence: &str, row: &str, sum: &str) -> String {
    format!(
        "# Nämndsbudget 2026\n\nTekniska nämnden\n\n# Plan för ekonomin\n\n{sentence}\n\n\
         **Kostnad per ändamål, tkr**\n\n\
         | Ändamål | Prognos 2025 | Budget 2026 |\n| --- | ---: | ---: |\n\
         | Snöröjning på gångvägar | 1 150 | 1 275 |\n\
         | Lagning av gatubelysning | 3 310 | 3 460 |\n\
         | Gator och torg | 5 420 | {row} |\n\
         | Summa | 9 880 | {sum} |\n"
    )
}

fn found(text: &str) -> Vec<Finding> {
    let style = HouseStyle::standard();
    let document = Arc::new(uppsikt_reading::read("plan.md", text.as_bytes(), &style).unwrap());
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).unwrap();
    let picture = Picture { seen_from, structure: style.structure(), documents: vec![document] };
    let only = ["ARI-001", "ARI-007"].map(str::to_owned).to_vec();
    check(&picture, &Selection { only, skip: Vec::new() })
}

fn told(finding: &Finding) -> (&str, u32, String) {
    (finding.code, finding.at.span.at.line, finding.expected.in_lang(Lang::Sv).to_string())
}

const LINE_OF_TEXT: u32 = 7;
const LINE_OF_ROW: u32 = 15;

#[test]
fn the_text_says_which_of_several_cells_is_wrong() {
    let said = found(&plan("Budgeten för gator och torg är 5 610 tkr.", "6 160", "10 345"));
    let [finding] = said.as_slice() else { panic!("{said:#?}") };
    let (code, line, expected) = told(finding);
    assert_eq!((code, line), ("ARI-001", LINE_OF_ROW));
    assert!(expected.starts_with("5\u{a0}610"), "{expected}");
    // The sums and rows that could be wrong instead are named, and the sentence that tells.
    let also: Vec<u32> = finding.also_at.iter().map(|place| place.span.at.line).collect();
    assert_eq!(also, [13, 14, 16, LINE_OF_TEXT]);
}

#[test]
fn without_the_text_the_sum_is_asked_first() {
    let said = found(&plan("Nämnden arbetar vidare.", "6 480", "10 345"));
    let [finding] = said.as_slice() else { panic!("{said:#?}") };
    assert_eq!((finding.code, finding.at.span.at.line), ("ARI-001", 16));
}

#[test]
fn the_text_is_wrong_where_the_sums_bear_the_cell_out() {
    let said = found(&plan("Budgeten för gator och torg är 5 160 tkr.", "5 610", "10 345"));
    let [finding] = said.as_slice() else { panic!("{said:#?}") };
    assert_eq!((finding.code, finding.at.span.at.line), ("ARI-007", LINE_OF_TEXT));
    let note = finding.note.as_ref().map(|note| note.in_lang(Lang::Sv).to_string());
    assert_eq!(note.as_deref(), Some("tabellens egna summor ger siffran där"));
}

#[test]
fn either_may_be_wrong_where_the_table_has_no_sum() {
    let text = plan("Budgeten för gator och torg är 5 160 tkr.", "5 610", "10 345");
    let alone = text.lines().filter(|line| !line.starts_with("| Summa")).collect::<Vec<_>>().join("\n");
    let said = found(&alone);
    let [finding] = said.as_slice() else { panic!("{said:#?}") };
    assert_eq!((finding.code, finding.also_at.len()), ("ARI-007", 1));
    let note = finding.note.as_ref().map(|note| note.in_lang(Lang::Sv).to_string());
    assert!(note.is_some_and(|note| note.ends_with("texten eller cellen kan vara den som är fel")));
}
