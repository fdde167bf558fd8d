//! How long a committee budget of some 58 pages and 39 tables takes to print.
//!
//! `cargo bench -p uppsikt-writing --profile dist`
#![allow(missing_docs)]

#[path = "../tests/common/mod.rs"]
mod common;

use std::hint::black_box;

use chrono::NaiveDate;
use common::{Builder, plan};
use uppsikt_domain::document::Document;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_messages::Lang;
use uppsikt_writing::{Report, ReportOptions, html, pdf, report_from_document};

fn main() {
    let pages = uppsikt_writing::printed_text(&report(0)).map(|pages| pages.len());
    println!("{} pages, {} tables", pages.unwrap_or_default(), document(0).tables().len());
    divan::main();
}

/// A document in which no paragraph stands twice; `edition` makes it another document.
fn document(edition: u32) -> Document {
    let mut b = Builder::starting_at(edition * 100_000);
    let mut doc = plan();
    let mut goals = b.section(SectionKind::Goals, "", "Plan för kommunfullmäktigemål");
    for area in 0..4 {
        let mut section = b.section(SectionKind::GoalArea, "Målområde - ", &format!("Område {area}"));
        section.sections = (0..3).map(|n| goal(&mut b, area * 3 + n)).collect();
        section.sections.push(b.assignment());
        goals.sections.push(section);
    }
    let mut economy = b.section(SectionKind::Economy, "", "Plan för ekonomin");
    for part in 0..20 {
        let mut section = b.section(SectionKind::Other, "", &format!("Del {part} av ekonomin"));
        section.blocks = vec![b.prose("delen"), b.table(Some("Resultaträkning"), 4, 17), b.prose("tabellen")];
        economy.sections.push(section);
    }
    doc.sections = vec![goals, economy];
    doc
}

fn goal(b: &mut Builder, number: u32) -> Section {
    let mut goal = b.goal(&format!("Kommunen arbetar för mål nummer {number} och allt som hör dit"));
    let mut more = b.section(SectionKind::TermChanges, "", "Förändringar under mandatperioden");
    more.blocks = (0..9).map(|_| b.prose("förändringarna")).collect();
    more.blocks.push(b.table(Some("Insatser"), 3, 5));
    goal.sections.push(more);
    goal
}

fn report(edition: u32) -> Report {
    let date = NaiveDate::from_ymd_opt(2025, 12, 11).unwrap_or_default();
    let options = ReportOptions::new("Almköpings kommun", "Beslutad den 11 december 2025", date, Lang::Sv);
    report_from_document(&document(edition), &options)
}

/// Another document each time: nothing is remembered from the one before but the fonts.
#[divan::bench(sample_count = 6, sample_size = 1)]
fn pdf_of_a_new_document(bencher: divan::Bencher) {
    let mut edition = 0;
    bencher
        .with_inputs(|| {
            edition += 1;
            report(edition)
        })
        .bench_local_values(|report| black_box(pdf(&report).map(|bytes| bytes.len())));
}

#[divan::bench(sample_count = 6, sample_size = 1)]
fn pdf_of_the_same_document_again(bencher: divan::Bencher) {
    let report = report(0);
    bencher.bench_local(|| black_box(pdf(&report).map(|bytes| bytes.len())));
}

#[divan::bench]
fn page_of_html(bencher: divan::Bencher) {
    let report = report(0);
    bencher.bench_local(|| black_box(html(&report, Lang::Sv).len()));
}
