//! Documents of invented municipalities, each in a house style of its own, read in the
//! standard style alone (one with its style file): how much of what they say is found, and how much is made up.
//!
//! Beside each document stands what a reader finds in it. `cargo test -p uppsikt-reading
//! --test corpus -- --nocapture` prints every difference.
#![allow(clippy::unwrap_used)]

mod corpus_facts;
mod support;

use corpus_facts::{Facts, expected, read_facts};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use uppsikt_domain::document::Document;
use uppsikt_reading::{HouseStyle, json::reading_json, read};

/// Facts of structure and cells are held harder than facts of prose. In thousandths.
const STRUCTURE: usize = 980;
const PROSE: usize = 900;

/// `UPPSIKT_CORPUS` names a folder of one's own, with a folder for each municipality.
fn corpus() -> PathBuf {
    std::env::var_os("UPPSIKT_CORPUS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus"), PathBuf::from)
}

/// Every expected reading with the document beside it.
fn documents() -> Vec<(String, Value, Document)> {
    let mut found = Vec::new();
    for city in std::fs::read_dir(corpus()).unwrap() {
        for file in std::fs::read_dir(city.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "json") {
                let wanted: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
                let source = path.with_file_name(wanted["file"].as_str().unwrap());
                let bytes = std::fs::read(&source).unwrap();
                let document = read(source.to_str().unwrap(), &bytes, &style_of(&wanted, &source)).unwrap();
                let name = source.strip_prefix(corpus()).unwrap().display().to_string();
                found.push((name, wanted, document));
            }
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

/// The standard style, or the municipality's own file beside the document.
fn style_of(wanted: &Value, source: &Path) -> HouseStyle {
    wanted["style"].as_str().map_or_else(HouseStyle::standard, |file| {
        let text = std::fs::read_to_string(source.with_file_name(file)).unwrap();
        HouseStyle::from_toml(&text).unwrap()
    })
}

/// How many facts of a kind were expected, read, and both.
#[derive(Default)]
struct Count {
    wanted: usize,
    read: usize,
    both: usize,
}

impl Count {
    fn permille(part: usize, whole: usize) -> usize {
        (1000 * part).checked_div(whole).unwrap_or(1000)
    }

    fn precision(&self) -> usize {
        Self::permille(self.both, self.read)
    }

    fn recall(&self) -> usize {
        Self::permille(self.both, self.wanted)
    }
}

/// Counts what two lists have in common, and prints the rest.
fn compare(name: &str, kind: &str, wanted: &[String], read: &[String], count: &mut Count) {
    let mut left = read.to_vec();
    for fact in wanted {
        match left.iter().position(|own| own == fact) {
            Some(at) => {
                left.remove(at);
                count.both += 1;
            }
            None => println!("{name}: missing {kind}: {fact}"),
        }
    }
    left.iter().for_each(|fact| println!("{name}: made up {kind}: {fact}"));
    count.wanted += wanted.len();
    count.read += read.len();
}

fn counts() -> BTreeMap<&'static str, Count> {
    let mut counts: BTreeMap<&'static str, Count> = BTreeMap::new();
    for (name, wanted, document) in documents() {
        let wanted: Facts = expected(&wanted);
        let read: Facts = read_facts(&reading_json(&document));
        for (kind, facts) in &wanted {
            compare(&name, kind, facts, &read[kind], counts.entry(kind).or_default());
        }
    }
    counts
}

#[test]
fn what_the_documents_say_is_found_and_nothing_is_made_up() {
    let counts = counts();
    let prose = ["effect", "figure", "indicator", "reference"];
    let mut short = Vec::new();
    for (kind, count) in &counts {
        let (precision, recall) = (count.precision(), count.recall());
        println!("{kind:<12} precision {precision:>4} ‰ recall {recall:>4} ‰ of {}", count.wanted);
        let least = if prose.contains(kind) { PROSE } else { STRUCTURE };
        if precision < least || recall < least {
            short.push(*kind);
        }
    }
    assert!(short.is_empty(), "too little is read or too much: {short:?}");
}

#[test]
fn every_document_is_sound_and_read_to_the_last_line() {
    for (name, _, document) in documents() {
        println!("{name}");
        support::assert_sound(&document);
        assert!(document.unread.is_empty(), "{name}: {:?}", document.unread);
    }
}
