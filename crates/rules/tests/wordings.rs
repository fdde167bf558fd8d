//! The same fault in the wordings that people use, beside sound texts that look like it.

#![allow(clippy::unwrap_used)]

#[path = "wordings/arithmetic.rs"]
mod arithmetic;
#[path = "wordings/assessments.rs"]
mod assessments;
#[path = "wordings/days.rs"]
mod days;
#[path = "wordings/facts.rs"]
mod facts;
#[path = "wordings/orders.rs"]
mod orders;
#[path = "wordings/structure.rs"]
mod structure;
#[path = "wordings/years.rs"]
mod years;

use std::sync::Arc;
use uppsikt_domain::picture::Picture;
use uppsikt_reading::HouseStyle;
use uppsikt_rules::{Selection, check};

/// What a rule says of documents, by their names: the line and what is found.
pub fn told(code: &str, documents: &[(&str, &str)]) -> Vec<(u32, String)> {
    let style = HouseStyle::standard();
    let read =
        |(file, text): &(&str, &str)| Arc::new(uppsikt_reading::read(file, text.as_bytes(), &style).unwrap());
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).unwrap();
    let documents = documents.iter().map(read).collect();
    let picture = Picture { seen_from, structure: style.structure(), documents };
    let only = Selection { only: vec![code.to_owned()], skip: Vec::new() };
    let found = check(&picture, &only).into_iter();
    found.map(|it| (it.at.span.at.line, it.found.in_lang(uppsikt_messages::Lang::Sv))).collect()
}

/// Holds a rule against wordings: those that it must tell of once, and those that it may not.
pub fn hold(code: &str, frame: impl Fn(&str) -> String, wrong: &[&str], sound: &[&str]) {
    assert!(wrong.len() >= 3 && sound.len() >= 3, "three of each at least");
    let times = |words: &str| told(code, &[("dokument.md", &frame(words))]).len();
    let missed: Vec<&&str> = wrong.iter().filter(|words| times(words) != 1).collect();
    let accused: Vec<&&str> = sound.iter().filter(|words| times(words) != 0).collect();
    assert!(missed.is_empty() && accused.is_empty(), "{code} missed {missed:#?}, accused {accused:#?}");
}

/// A plan for 2026 with words in its summary.
pub fn plan(words: &str) -> String {
    format!("# Nämndsbudget 2026\n\nTekniska nämnden\n\n# Sammanfattning\n\n{words}\n")
}

/// An interim report for 2025 with words in its summary.
pub fn report(words: &str) -> String {
    format!(
        "# Delårsrapport januari\u{2013}augusti 2025\n\nTekniska nämnden\n\n# Sammanfattning\n\n{words}\n"
    )
}
