//! What the rules say of files, as text: to look at while a rule is written.
//!
//! `cargo run -p uppsikt-rules --example check -- [CODE…] FILE…`

use std::sync::Arc;
use uppsikt_domain::picture::Picture;
use uppsikt_findings::text::{TextStyle, render};
use uppsikt_findings::{Report, Source};
use uppsikt_messages::Lang;
use uppsikt_reading::HouseStyle;
use uppsikt_rules::{ALL, Selection, check};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let style = HouseStyle::standard();
    let mut documents = Vec::new();
    let (only, files) = std::env::args().skip(1).partition(|word| uppsikt_rules::rule(word).is_some());
    let selection = Selection { only, skip: Vec::new() };
    let files: Vec<String> = files;
    for path in files {
        let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
        documents.push(Arc::new(uppsikt_reading::read(&name, &std::fs::read(&path)?, &style)?));
    }
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).ok_or("a day")?;
    let picture = Picture { seen_from, structure: style.structure(), documents };
    let findings = check(&picture, &selection);
    let sources = picture.documents.iter().map(|document| Source::of(document)).collect();
    let report = Report::of(&findings, sources, ALL.iter().map(|rule| rule.about).collect());
    print!("{}", render(&report, Lang::Sv, TextStyle::default()));
    Ok(())
}
