//! Nothing is dropped: what goes in as a document comes out of its printed PDF, in order,
//! taken out of the file by another program.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::Command;
use uppsikt_domain::document::Document;
use uppsikt_domain::walk::{Printed, walk};
use uppsikt_reading::HouseStyle;

/// Paragraphs with fewer letters are headings, labels and the like.
const LETTERS: usize = 60;

/// Letters and figures only, so that line breaks and hyphens do not count.
fn comparable(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Every long paragraph and item and every cell, with its line, in order.
fn wanted(document: &Document) -> Vec<(u32, String)> {
    let mut found = Vec::new();
    walk(document, &mut |met| {
        let (line, words) = match met.printed {
            Printed::Paragraph(words, span) => (span.at.line, words),
            Printed::Item(item) => (item.span.at.line, item.text.as_str()),
            Printed::Cell(_, _, _, cell) => {
                let printed = cell.printed.as_deref().unwrap_or_default();
                return found.push((cell.span.at.line, comparable(printed)));
            }
            _ => return,
        };
        if words.chars().filter(|c| c.is_alphabetic()).count() >= LETTERS {
            found.push((line, comparable(words)));
        }
    });
    found.retain(|(_, words)| !words.is_empty());
    found
}

/// The text of a PDF without what is printed on every page.
fn text_of(pdf: &Path) -> String {
    let output = Command::new("pdftotext").args(["-raw", "-nopgbrk"]).arg(pdf).arg("-").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    lines.iter().filter(|line| !is_foot(line)).map(|line| comparable(line)).collect()
}

/// "Nämndsbudget 2026, Kommunstyrelsen 12(58)".
fn is_foot(line: &str) -> bool {
    let page = line.trim_end().strip_suffix(')').and_then(|line| line.rsplit_once('('));
    page.is_some_and(|(before, pages)| {
        pages.parse::<u32>().is_ok() && before.ends_with(|c: char| c.is_ascii_digit())
    })
}

/// Documents to print: those of the example with a whole outline, and published ones
/// where `UPPSIKT_PUBLISHED` names their folder.
fn documents() -> Vec<PathBuf> {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/almkoping");
    let mut paths: Vec<PathBuf> = [
        "kommunstyrelsen-namndsbudget-2026.txt",
        "kommunstyrelsen-delarsrapport-2026.txt",
        "kultur-och-fritidsnamnden-namndsbudget-2026.md",
        "kultur-och-fritidsnamnden-delarsrapport-2026.md",
        "samhallsbyggnadsnamnden-namndsbudget-2026.txt",
    ]
    .map(|name| example.join(name))
    .into();
    if let Some(folder) = std::env::var_os("UPPSIKT_PUBLISHED") {
        for name in ["kommunstyrelsen-namndsbudget-2026.txt", "kommunstyrelsen-delarsrapport-2023.txt"] {
            paths.push(Path::new(&folder).join(name));
        }
    }
    paths
}

fn uppsikt(arguments: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_uppsikt"));
    let output = command.env_remove("DATABASE_URL").args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Imports a document into a folder of its own and prints it.
fn print(path: &Path, document: &Document, folder: &Path) -> PathBuf {
    let (data, pdf) = (folder.join("data"), folder.join("out.pdf"));
    uppsikt(&["import", path.to_str().unwrap(), "--data", data.to_str().unwrap()]);
    let year = document.year.unwrap().to_string();
    let committee = &document.body.as_ref().unwrap().text;
    let kind = document.kind.code().replace('_', "-");
    uppsikt(&[
        "publish",
        "--data",
        data.to_str().unwrap(),
        "--committee",
        committee,
        "--year",
        &year,
        "--document",
        &kind,
        "-o",
        pdf.to_str().unwrap(),
    ]);
    pdf
}

#[test]
fn every_paragraph_and_every_cell_is_printed_in_order() {
    if Command::new("pdftotext").arg("-v").output().is_err() {
        assert!(std::env::var_os("UPPSIKT_REQUIRE_ALL").is_none(), "pdftotext (poppler-utils) is missing");
        eprintln!("skipped: pdftotext (poppler-utils) is not installed");
        return;
    }
    for path in documents() {
        let bytes = std::fs::read(&path).unwrap();
        let document =
            uppsikt_reading::read(path.to_str().unwrap(), &bytes, &HouseStyle::standard()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let text = text_of(&print(&path, &document, folder.path()));
        let wanted = wanted(&document);
        assert!(wanted.len() > 100, "{}: only {} pieces", path.display(), wanted.len());
        let mut from = 0;
        for (line, words) in &wanted {
            let after: String = text[from..].chars().take(300).collect();
            let at = text[from..].find(words.as_str());
            from +=
                at.unwrap_or_else(|| panic!("{}:{line}: {words} does not stand in {after}…", path.display()));
            from += words.len();
        }
        println!("{}: {} pieces in order", path.display(), wanted.len());
    }
}
