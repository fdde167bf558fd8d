//! The kept inputs of `fuzz/corpus`, some of which once were faults: none panics, and
//! none gives lines that are not lines.
#![allow(clippy::unwrap_used)]

#[path = "docx/package.rs"]
#[allow(dead_code)]
mod package;

mod sound;

use sound::is_sound;
use std::path::{Path, PathBuf};
use uppsikt_formats::{Format, Limits, extract};

/// The parts that an input of several pieces stands for.
const PARTS: [&str; 5] = ["document", "styles", "numbering", "footnotes", "settings"];

fn kept(format: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(format);
    std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect()
}

/// A package; where the input is none, that of its pieces.
fn package(bytes: Vec<u8>) -> Vec<u8> {
    if bytes.starts_with(b"PK") {
        return bytes;
    }
    let pieces = bytes.split(|byte| *byte == 0).map(|piece| String::from_utf8_lossy(piece).into_owned());
    package::zip(PARTS.iter().map(|part| format!("word/{part}.xml")).zip(pieces).collect())
}

fn assert_sound_replays(folder: &str, format: Format, made: fn(Vec<u8>) -> Vec<u8>) {
    let inputs = kept(folder);
    assert!(!inputs.is_empty());
    for path in inputs {
        let bytes = made(std::fs::read(&path).unwrap());
        assert!(is_sound(&extract(format, &bytes, &Limits::default())), "{}", path.display());
    }
}

#[test]
fn kept_pdfs_are_read_or_refused() {
    assert_sound_replays("pdf", Format::Pdf, |bytes| bytes);
}

#[test]
fn kept_documents_are_read_or_refused() {
    assert_sound_replays("docx", Format::Docx, package);
}

#[test]
fn kept_pages_are_read_or_refused() {
    assert_sound_replays("html", Format::Html, |bytes| bytes);
}
