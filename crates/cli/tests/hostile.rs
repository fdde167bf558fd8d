//! Files from outside that are damaged, locked or made to hurt: one clear message, exit code 2,
//! and nothing stored.
#![allow(clippy::unwrap_used)]

use std::io::{Cursor, Write};
use std::path::Path;
use std::process::{Command, Output};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const LOCKED: &[u8] = include_bytes!("../../formats/tests/samples/locked.pdf");
const WHOLE: &[u8] = include_bytes!("../../formats/tests/samples/bridge-weasyprint.pdf");

fn run(arguments: &[&str], folder: &Path, settings: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_uppsikt"));
    command.current_dir(folder).env_remove("DATABASE_URL").envs(settings.iter().copied());
    command.args(arguments).output().unwrap()
}

/// What is told of a file that cannot be used: one line, whatever is done with it.
fn refusal(name: &str, bytes: &[u8], settings: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), bytes).unwrap();
    let read = run(&["read", name], folder.path(), settings);
    let told = String::from_utf8(read.stderr).unwrap();
    assert_eq!((read.status.code(), told.lines().count()), (Some(2), 1), "{name}: {told}");
    assert!(read.stdout.is_empty() && told.contains(name), "{name}: {told}");
    let stored = run(&["import", name, "--data", "data"], folder.path(), settings);
    assert_eq!(stored.status.code(), Some(2), "{name}");
    let checked = run(&["check", "--data", "data", "--format", "json"], folder.path(), settings);
    assert!(!String::from_utf8_lossy(&checked.stdout).contains(name), "{name} was stored");
    told
}

fn package(document: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(document).unwrap();
    zip.finish().unwrap().into_inner()
}

/// A PDF of so many empty pages.
fn pages(count: usize) -> Vec<u8> {
    let kids: String = (3..count + 3).map(|at| format!("{at} 0 R ")).collect();
    let page = |at| format!("{at} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n");
    let all: String = (3..count + 3).map(page).collect();
    format!(
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
         2 0 obj\n<< /Type /Pages /Kids [{kids}] /Count {count} >>\nendobj\n\
         {all}trailer\n<< /Root 1 0 R >>\n%%EOF\n"
    )
    .into_bytes()
}

#[test]
fn locked_and_cut_files_are_refused() {
    assert!(refusal("last.pdf", LOCKED, &[]).contains("lösenord"));
    refusal("kapad.pdf", &WHOLE[..300], &[]);
    let whole = package(b"<w:document xmlns:w=\"w\"><w:body/></w:document>");
    refusal("kapad.docx", &whole[..whole.len() / 2], &[]);
}

#[test]
fn page_trees_that_hold_themselves_or_too_much_are_refused() {
    let cyclic = String::from_utf8(pages(1)).unwrap().replace("[3 0 R ]", "[2 0 R 2 0 R]");
    refusal("ring.pdf", cyclic.as_bytes(), &[]);
    assert!(refusal("lang.pdf", &pages(10_000), &[]).contains("5000"));
    assert!(refusal("kort.pdf", &pages(12), &[("UPPSIKT_MAX_PAGES", "10")]).contains("10"));
}

#[test]
fn packages_that_swell_are_refused() {
    let bomb = package(&vec![b' '; 300 * 1024 * 1024]);
    assert!(bomb.len() < 1024 * 1024);
    refusal("svall.docx", &bomb, &[]);
}

#[test]
fn memory_is_a_setting() {
    let text = "<w:p><w:r><w:t>ord</w:t></w:r></w:p>".repeat(400_000);
    let long = package(format!("<w:document><w:body>{text}</w:body></w:document>").as_bytes());
    let told = refusal("minne.docx", &long, &[("UPPSIKT_MAX_MEMORY_MB", "48")]);
    assert!(told.contains("48 MB"), "{told}");
}

#[test]
fn deep_files_are_refused() {
    let deep = "<w:sdt>".repeat(100_000);
    refusal("djup.docx", &package(format!("<w:document><w:body>{deep}").as_bytes()), &[]);
    refusal("djup.html", format!("<!doctype html>{}", "<div>".repeat(200_000)).as_bytes(), &[]);
}

#[test]
fn entities_of_a_document_type_are_not_unfolded() {
    let types = "<!DOCTYPE d [<!ENTITY a \"hahaha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let text =
        format!("{types}<w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>");
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("bomb.docx"), package(text.as_bytes())).unwrap();
    let read = run(&["read", "bomb.docx", "--json"], folder.path(), &[]);
    assert!(!String::from_utf8_lossy(&read.stdout).contains("haha"));
}
