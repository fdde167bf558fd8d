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
fn entities_of_a_document_type_are_refused_by_name() {
    let types = "<!DOCTYPE d [<!ENTITY a \"hahaha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let text =
        format!("{types}<w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>");
    assert!(refusal("bomb.docx", &package(text.as_bytes()), &[]).contains("entiteter"));
}

/// No time at all: whatever was read, was read without a limit.
#[test]
fn texts_have_a_limit_of_time_as_all_files_have() {
    for name in ["plan.txt", "plan.md"] {
        let text = "# Nämndsbudget 2031\n\nParknämnden\n\nVi planterar träd.\n";
        let told = refusal(name, text.as_bytes(), &[("UPPSIKT_MAX_SECONDS", "0")]);
        assert!(told.contains("0 sekunder") && told.contains("UPPSIKT_MAX_SECONDS"), "{told}");
    }
}

#[test]
fn a_text_that_takes_too_long_is_ended_and_the_others_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let row = "Kostnaderna ökar med 12,5 mkr (3,4 %) jämfört med budget 2030, främst för lokaler.\n\n";
    std::fs::write(folder.path().join("a.txt"), row.repeat(19 * 1024 * 1024 / row.len())).unwrap();
    std::fs::write(folder.path().join("b.md"), "# Nämndsbudget 2031\n\nParknämnden\n").unwrap();
    let settings = [("UPPSIKT_MAX_SECONDS", "1")];
    let stored = run(&["import", "a.txt", "b.md", "--data", "data"], folder.path(), &settings);
    let told = String::from_utf8(stored.stderr).unwrap();
    assert!(told.contains("a.txt") && told.contains("1 sekunder"), "{told}");
    let out = String::from_utf8(stored.stdout).unwrap();
    assert!(out.contains("b.md: ny"), "{out}");
}

#[test]
fn forms_that_draw_forms_end_in_a_limit_that_is_a_setting() {
    let form = |at: usize| {
        let draws = "/X Do ".repeat(10);
        let means = format!("/Resources << /XObject << /X {} 0 R >> >>", at + 1);
        format!(
            "{at} 0 obj\n<< /Subtype /Form /BBox [0 0 9 9] {means} /Length {} >>\nstream\n{draws}\nendstream\nendobj\n",
            draws.len()
        )
    };
    let page = "/Contents 5 0 R /Resources << /XObject << /X 5 0 R >> >>";
    let forms: String = (5..35).map(form).collect();
    let file = String::from_utf8(pages(1)).unwrap().replace("/MediaBox", &format!("{page} /MediaBox"));
    let file = file.replace("trailer", &format!("{forms}trailer"));
    let told = refusal("former.pdf", file.as_bytes(), &[]);
    assert!(told.contains("128 MB") && told.contains("UPPSIKT_MAX_DRAWN_MB"), "{told}");
    assert!(refusal("former.pdf", file.as_bytes(), &[("UPPSIKT_MAX_DRAWN_MB", "1")]).contains("1 MB"));
}

#[test]
fn pages_without_text_are_told() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("tom.pdf"), pages(3)).unwrap();
    let read = run(&["read", "tom.pdf"], folder.path(), &[]);
    let out = String::from_utf8(read.stdout).unwrap();
    assert!(out.contains("Sidorna 1–3 har ingen text"), "{out}");
}
