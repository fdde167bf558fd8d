//! The kept inputs of `fuzz/corpus` as Markdown and as text: each is read to its last line.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use uppsikt_reading::{HouseStyle, json::reading_json, read};

fn replay(folder: &str, ending: &str) {
    let style = HouseStyle::standard();
    let inputs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(folder);
    for file in std::fs::read_dir(inputs).unwrap() {
        let path = file.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        if let Ok(document) = read(&format!("a.{ending}"), &bytes, &style) {
            assert!(reading_json(&document).is_object(), "{}", path.display());
        }
    }
}

#[test]
fn kept_markdown_is_read() {
    replay("markdown", "md");
}

#[test]
fn kept_text_is_read() {
    replay("text", "txt");
}
