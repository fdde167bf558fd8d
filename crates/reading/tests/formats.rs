//! The same document says the same, whatever the format.
//!
//! What is read of the Markdown is what has to be read of the others: DOCX and HTML made here,
//! and files of four programs made by `tests/pdf/corpus`. `cargo test -p uppsikt-reading --test formats --
//! --nocapture` prints every difference and the shares.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
mod corpus_facts;
mod made;

use corpus_facts::{Facts, read_facts};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use uppsikt_reading::{HouseStyle, json::reading_json, read};

/// Kind of fact to how many were wanted, read and both.
type Counts = BTreeMap<&'static str, [usize; 3]>;

/// Documents beside the corpus, by where their PDFs stand.
const EXAMPLES: [&str; 3] = [
    "kultur-och-fritidsnamnden-delarsrapport-2026",
    "kultur-och-fritidsnamnden-namndsbudget-2026",
    "socialnamnden-namndsbudget-2025",
];

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

/// Every document in Markdown, with where its PDFs stand.
fn documents() -> Vec<(PathBuf, PathBuf)> {
    let mut found = Vec::new();
    for city in std::fs::read_dir(corpus()).unwrap() {
        let files = std::fs::read_dir(city.unwrap().path()).unwrap().map(|file| file.unwrap().path());
        let markdown = files.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
        found.extend(markdown.map(|path| (path.clone(), path)));
    }
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/almkoping");
    let beside = corpus().join("almkoping");
    found.extend(
        EXAMPLES.map(|name| (examples.join(name).with_extension("md"), beside.join(format!("{name}.md")))),
    );
    found.sort();
    found
}

fn facts(name: &str, bytes: &[u8]) -> Facts {
    let reading = reading_json(&read(name, bytes, &HouseStyle::standard()).unwrap());
    let mut facts = read_facts(&reading);
    let mut texts = Vec::new();
    push_texts(&reading, &mut texts);
    facts.insert("text", texts);
    facts
}

/// What stands under headings, wherever: every "text" beside a "heading" or a "name".
fn push_texts(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Array(inner) => inner.iter().for_each(|it| push_texts(it, texts)),
        Value::Object(fields) => {
            let headed = fields.contains_key("heading") || fields.contains_key("name");
            let text = fields.get("text").and_then(Value::as_str).filter(|text| headed && !text.is_empty());
            texts.extend(text.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")));
            fields.values().for_each(|it| push_texts(it, texts));
        }
        _ => {}
    }
}

/// Counts what two readings have in common and prints the rest.
fn compare(name: &str, wanted: &Facts, read: &Facts, counts: &mut Counts) {
    for (kind, wanted) in wanted {
        let mut left = read.get(kind).cloned().unwrap_or_default();
        let count = counts.entry(kind).or_default();
        *count = [count[0] + wanted.len(), count[1] + left.len(), count[2]];
        for fact in wanted {
            match left.iter().position(|own| own == fact) {
                Some(at) => {
                    left.remove(at);
                    count[2] += 1;
                }
                None => println!("{name}: missing {kind}: {fact}"),
            }
        }
        left.iter().for_each(|fact| println!("{name}: made up {kind}: {fact}"));
    }
}

/// What is common of what is wanted and of what is read, the lesser, in thousandths.
fn permille([wanted, read, both]: [usize; 3]) -> usize {
    (1000 * both).checked_div(wanted.max(read)).unwrap_or(1000)
}

/// The kinds of which less than so many thousandths agree.
fn short(counts: &Counts, least: usize) -> Vec<&'static str> {
    counts.iter().filter(|(_, count)| permille(**count) < least).map(|(kind, _)| *kind).collect()
}

fn print(format: &str, counts: &Counts) {
    for (kind, count) in counts {
        println!("{format:<24} {kind:<11} {:>4} ‰ of {}", permille(*count), count[0]);
    }
}

fn made_files(format: &str, make: fn(&str) -> Vec<u8>) {
    let mut counts = Counts::new();
    for (path, _) in documents() {
        let name = format!("{}.{format}", path.file_stem().unwrap().display());
        let markdown = std::fs::read_to_string(&path).unwrap();
        let wanted = facts(&path.display().to_string(), markdown.as_bytes());
        compare(&name, &wanted, &facts(&name, &make(&markdown)), &mut counts);
    }
    print(format, &counts);
    assert_eq!(short(&counts, 1000), Vec::<&str>::new());
}

/// Holds the files with an ending, "typst.pdf", against their Markdown: so many thousandths of
/// each kind of fact have to agree.
fn kept_files(ending: &str, least: usize) {
    let mut counts = Counts::new();
    for (path, beside) in documents() {
        let wanted = facts(&path.display().to_string(), &std::fs::read(&path).unwrap());
        let file = beside.with_extension(ending);
        let Ok(bytes) = std::fs::read(&file) else { continue };
        let name = file.strip_prefix(corpus()).unwrap().display().to_string();
        compare(&name, &wanted, &facts(&name, &bytes), &mut counts);
    }
    print(ending, &counts);
    assert!(!counts.is_empty(), "no file that ends in {ending}");
    assert_eq!(short(&counts, least), Vec::<&str>::new());
}

#[test]
fn a_docx_says_what_the_markdown_says() {
    made_files("docx", made::docx);
}

#[test]
fn a_page_says_what_the_markdown_says() {
    made_files("html", made::html);
}

#[test]
fn a_pdf_of_chromium_says_what_the_markdown_says() {
    kept_files("chromium.pdf", 980);
}

#[test]
fn a_pdf_of_weasyprint_says_what_the_markdown_says() {
    kept_files("weasyprint.pdf", 980);
}

#[test]
fn a_pdf_of_typst_says_what_the_markdown_says() {
    kept_files("typst.pdf", 980);
}

#[test]
fn a_pdf_of_libreoffice_says_what_the_markdown_says() {
    kept_files("libreoffice.pdf", 960);
}

#[test]
fn a_tagged_pdf_of_libreoffice_says_what_the_markdown_says() {
    kept_files("libreoffice-tagged.pdf", 1000);
}

#[test]
fn a_docx_of_libreoffice_says_what_the_markdown_says() {
    kept_files("libreoffice.docx", 1000);
}

#[test]
fn a_page_of_libreoffice_says_what_the_markdown_says() {
    kept_files("libreoffice.html", 1000);
}
