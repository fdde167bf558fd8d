//! A document of the domain is printed whole and in order.
#![allow(clippy::unwrap_used)]

mod common;

use chrono::NaiveDate;
use common::{comparable, plan, report};
use uppsikt_domain::document::Document;
use uppsikt_domain::walk::{Printed, walk};
use uppsikt_messages::Lang;
use uppsikt_writing::{Report, ReportOptions, html, pdf, printed_text, report_from_document};

fn options(lang: Lang) -> ReportOptions {
    let date = NaiveDate::from_ymd_opt(2025, 12, 11).unwrap();
    ReportOptions::new("Almköpings kommun", "Beslutad den 11 december 2025", date, lang)
}

fn report_of(doc: &Document) -> Report {
    report_from_document(doc, &options(Lang::Sv))
}

/// Everything that a document prints, in order, comparable.
fn printed_in(doc: &Document) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    walk(doc, &mut |met| {
        found.push(comparable(match met.printed {
            Printed::Heading(_, heading) => &heading.text,
            Printed::Paragraph(words, _) | Printed::Note(words, _) | Printed::Diagram(words, _) => words,
            Printed::Item(item) => &item.text,
            Printed::AgendaIntro(intro) => &intro.text,
            Printed::Agenda(link) => &link.name,
            Printed::Caption(_, caption) => &caption.text,
            Printed::ColumnHeading(_, column) => &column.heading.text,
            Printed::RowLabel(_, row) => &row.label.text,
            Printed::Cell(_, _, _, cell) => cell.printed.as_deref().unwrap_or_default(),
        }))
    });
    found
}

/// Fails on the first string that does not stand after the one before it.
fn assert_in_order(wanted: &[String], text: &str) {
    let mut from = 0;
    for words in wanted {
        let found = text[from..].find(words.as_str());
        let after: String = text[from..].chars().take(200).collect();
        from += found.unwrap_or_else(|| panic!("{words} does not stand in {after}…")) + words.len();
    }
}

/// A table that is parted is printed column group by column group: its cells are looked
/// for on their own.
fn without_parted_tables(doc: &Document) -> Document {
    let mut doc = doc.clone();
    for chapter in &mut doc.sections {
        for section in &mut chapter.sections {
            section.blocks.retain(|block| block.table().is_none_or(|table| table.columns.len() < 20));
        }
    }
    doc
}

#[test]
fn everything_is_printed_in_order() {
    for doc in [without_parted_tables(&plan()), report()] {
        let text: String =
            printed_text(&report_of(&doc)).unwrap().iter().map(|page| comparable(page)).collect();
        assert_in_order(&printed_in(&doc), &text);
    }
}

#[test]
fn another_program_takes_the_same_words_out_of_the_file() {
    if std::process::Command::new("pdftotext").arg("-v").output().is_err() {
        eprintln!("skipped: pdftotext (poppler-utils) is not installed");
        return;
    }
    let doc = without_parted_tables(&plan());
    let report = report_of(&doc);
    let folder = std::env::temp_dir().join(format!("uppsikt-writing-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (file, out) = (folder.join("plan.pdf"), folder.join("plan.txt"));
    std::fs::write(&file, pdf(&report).unwrap()).unwrap();
    std::process::Command::new("pdftotext").arg("-raw").args([&file, &out]).output().unwrap();
    let text = std::fs::read_to_string(&out).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with(&report.running_foot()));
    assert_in_order(&printed_in(&doc), &comparable(&lines.collect::<String>()));
}

#[test]
fn a_parted_table_keeps_every_cell() {
    let text: String =
        printed_text(&report_of(&plan())).unwrap().iter().map(|page| comparable(page)).collect();
    let doc = plan();
    let tables = doc.tables().into_iter().map(|(_, table)| table);
    let cells = tables.flat_map(|table| &table.rows).flat_map(|row| &row.cells);
    for printed in cells.filter_map(|cell| cell.printed.as_ref()) {
        assert!(text.contains(&comparable(printed)), "{printed}");
    }
}

#[test]
fn what_nobody_took_stands_in_a_chapter_of_its_own() {
    let text = printed_text(&report_of(&plan())).unwrap().concat();
    assert!(
        text.contains("Text utan plats i dispositionen") && text.contains("En rad som ingen tog hand om")
    );
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let (first, second) = (pdf(&report_of(&report())).unwrap(), pdf(&report_of(&report())).unwrap());
    assert!(first == second);
    keep("document-report", &first);
}

#[test]
fn tables_have_header_cells_for_rows_and_columns() {
    let bytes = pdf(&report_of(&plan())).unwrap();
    keep("document-plan", &bytes);
    let count = |wanted: &[u8]| bytes.windows(wanted.len()).filter(|found| found == &wanted).count();
    // Every row of every table has one, and each label is printed once more per part.
    let rows: usize = plan().tables().iter().map(|(_, table)| table.rows.len()).sum();
    assert!(count(b"/Scope/Row") >= rows, "{} of {rows}", count(b"/Scope/Row"));
    let columns: usize = plan().tables().iter().map(|(_, table)| table.columns.len() + 1).sum();
    assert!(count(b"/Scope/Column") >= columns, "{} of {columns}", count(b"/Scope/Column"));
}

#[test]
fn headings_have_no_gaps_and_the_file_tells_its_language() {
    let bytes = pdf(&report_of(&report())).unwrap();
    let has = |wanted: &[u8]| bytes.windows(wanted.len()).any(|found| found == wanted);
    for level in ["/S/H1", "/S/H2", "/S/H3", "/S/H4"] {
        assert!(has(level.as_bytes()), "{level}");
    }
    assert!(has(b"/Lang(sv)") || has(b"/Lang (sv)"));
}

#[test]
fn the_cover_counts_what_the_document_holds() {
    let plan = report_of(&plan());
    assert_eq!(uppsikt_writing::model::plain(&plan.lead), "Två mål, fyra insatser och två uppdrag.");
    let report = report_of(&report());
    assert_eq!(uppsikt_writing::model::plain(&report.lead), "Ett av två mål är på väg.");
    assert_eq!(report.title, "Delårsrapport 2026");
}

#[test]
fn labels_follow_the_reader_and_the_text_its_own_language() {
    let english = report_from_document(&report(), &options(Lang::En));
    let text = printed_text(&english).unwrap().concat();
    assert!(text.contains("off track") && text.contains("Contents"));
    let page = html(&english, Lang::En);
    assert!(page.contains("<html lang=\"sv\">") && page.contains("<span lang=\"en\">off track</span>"));
}

#[test]
fn the_page_holds_everything_in_order_too() {
    for doc in [plan(), report()] {
        let page = html(&report_of(&doc), Lang::Sv);
        let main = &page[page.find("<main").unwrap()..];
        assert_in_order(&printed_in(&doc), &comparable(&without_tags(main)));
    }
}

fn without_tags(page: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in page.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text
}

/// Leaves the file where `UPPSIKT_PDF_DIR` says, for a look or for a validator.
fn keep(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("UPPSIKT_PDF_DIR") {
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.pdf")), bytes).unwrap();
    }
}
