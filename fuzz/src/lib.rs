//! What is done with bytes of each format. See README.md.
#![forbid(unsafe_code)]

use std::io::{Cursor, Write};
use std::sync::LazyLock;
use uppsikt_formats::{Extract, Format, Limits, extract};
use uppsikt_reading::{HouseStyle, Ready, json::reading_json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

static STYLE: LazyLock<HouseStyle> = LazyLock::new(HouseStyle::standard);
/// Made ready once: to do that for every input takes longer than to read it.
static READY: LazyLock<Ready<'static>> = LazyLock::new(|| Ready::new(&STYLE));

/// The parts of a package that an input of several pieces stands for, in order.
pub const PARTS: [&str; 5] = ["document", "styles", "numbering", "footnotes", "settings"];

pub fn pdf(bytes: &[u8]) {
    extracted(Format::Pdf, bytes);
}

/// A package, or the parts of one with a zero byte between: few changed bytes are a package.
pub fn docx(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        extracted(Format::Docx, bytes);
    } else if let Some(package) = package(bytes) {
        extracted(Format::Docx, &package);
    }
}

pub fn html(bytes: &[u8]) {
    extracted(Format::Html, bytes);
}

pub fn markdown(bytes: &[u8]) {
    if let Ok(document) = READY.read_text("a.md", bytes) {
        let _ = reading_json(&document);
    }
}

pub fn text(bytes: &[u8]) {
    if let Ok(document) = READY.read_text("a.txt", bytes) {
        let _ = reading_json(&document);
    }
}

fn extracted(format: Format, bytes: &[u8]) {
    if let Ok(extract) = extract(format, bytes, &Limits::default()) {
        sound(&extract);
    }
}

/// Lines are lines, on pages that there are.
fn sound(extract: &Extract) {
    for line in extract.lines.iter().filter(|line| !line.text.is_empty()) {
        assert!(!line.text.contains(['\n', '\r']), "a line within a line: {:?}", line.text);
        assert_eq!(line.page.is_some(), extract.pages.is_some(), "{:?}", line.text);
        assert!(line.page.is_none_or(|page| Some(page) <= extract.pages), "{:?}", line.page);
        assert!(line.number > 0, "no number: {:?}", line.text);
    }
}

fn package(bytes: &[u8]) -> Option<Vec<u8>> {
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in PARTS.iter().zip(bytes.split(|byte| *byte == 0)) {
        zip.start_file(format!("word/{name}.xml"), stored).ok()?;
        zip.write_all(text).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}
