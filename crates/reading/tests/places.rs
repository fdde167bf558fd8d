//! A place is where a person finds the words: page and printed line of a PDF, the number of
//! the block in a DOCX or a page.
#![allow(clippy::unwrap_used)]

mod made;

use serde_json::Value;
use std::path::Path;
use uppsikt_domain::document::Document;
use uppsikt_findings::FindingPlace;
use uppsikt_formats::{Extract, Format, Limits, Line, extract};
use uppsikt_reading::{HouseStyle, json::reading_json, read};

const MARKDOWN: &str = "\
# Nämndsbudget 2031

Parknämnden

# Sammanfattning

Bron kostar 24,3 miljoner kronor.

**Kostnader, tkr**

| Post | Budget 2030 | Budget 2031 |
| --- | --- | --- |
| Virke | 24 291 | 4 624 |
| Summa | 24 291 | 4 624 |
";

fn corpus(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(name)).unwrap()
}

fn understood(bytes: &[u8]) -> (Document, Value) {
    let document = read("plan", bytes, &HouseStyle::standard()).unwrap();
    let reading = reading_json(&document);
    (document, reading)
}

/// The line at a place, as it was taken out of the file.
fn line_at<'e>(extract: &'e Extract, at: &Value) -> Option<&'e Line> {
    let page = at["page"].as_u64().map(|page| u32::try_from(page).unwrap());
    let number = u32::try_from(at["line"].as_u64()?).unwrap();
    extract.lines.iter().find(|line| line.page == page && line.number == number)
}

/// Everything of a reading that has words and a place.
fn told<'v>(reading: &'v Value, found: &mut Vec<(&'v str, &'v Value)>) {
    match reading {
        Value::Array(inner) => inner.iter().for_each(|it| told(it, found)),
        Value::Object(fields) => {
            let words = ["label", "heading", "name"].iter().find_map(|key| fields.get(*key)?.as_str());
            let own = words.or_else(|| fields.get("value").and(fields.get("text"))?.as_str());
            // A link begins with its number, which may stand on the line before its name.
            let own = own.filter(|words| !words.is_empty() && !fields.contains_key("number"));
            found.extend(own.zip(fields.get("at")).filter(|(_, at)| !at.is_null()));
            fields.values().for_each(|it| told(it, found));
        }
        _ => {}
    }
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}

#[test]
fn every_place_in_a_pdf_is_the_printed_line_on_its_page() {
    for name in ["granvik/plan.weasyprint.pdf", "granvik/plan.chromium.pdf", "granvik/plan.typst.pdf"] {
        let bytes = corpus(name);
        let extract = extract(Format::Pdf, &bytes, &Limits::default()).unwrap();
        let (_, reading) = understood(&bytes);
        let mut found = Vec::new();
        told(&reading, &mut found);
        assert!(found.len() > 40, "{name}: {}", found.len());
        for (words, at) in found {
            let line = line_at(&extract, at).unwrap_or_else(|| panic!("{name}: nothing at {at}: {words}"));
            assert!(line.text.contains(first_word(words)), "{name}: {words:?} at {at}: {:?}", line.text);
        }
        let last = reading["tables"].as_array().unwrap().last().unwrap();
        assert!(last["at"]["page"].as_u64() >= Some(2), "{name}: {}", last["at"]);
    }
}

#[test]
fn places_in_other_formats_are_numbers_of_blocks() {
    for bytes in [made::docx(MARKDOWN), made::html(MARKDOWN)] {
        let (_, reading) = understood(&bytes);
        let table = &reading["tables"][0];
        let places = [&table["at"], &table["rows"][0]["at"], &reading["figures"][0]["at"]];
        let lines: Vec<Option<u64>> = places.iter().map(|at| at["line"].as_u64()).collect();
        assert_eq!(lines, [Some(5), Some(7), Some(4)]);
        assert!(places.iter().all(|at| at["page"].is_null()));
    }
}

#[test]
fn findings_tell_the_same_places() {
    for bytes in [corpus("granvik/plan.weasyprint.pdf"), made::docx(MARKDOWN)] {
        let (document, reading) = understood(&bytes);
        let (_, table) = document.tables().into_iter().next_back().unwrap();
        let row = table.rows.last().unwrap();
        let place = FindingPlace::in_document(&document, row.label.span);
        let told = reading["tables"].as_array().unwrap().last().unwrap()["rows"].as_array().unwrap();
        let at = &told.last().unwrap()["at"];
        assert_eq!(Some(u64::from(place.shown.at.line)), at["line"].as_u64());
        assert_eq!(place.shown.at.page.map(u64::from), at["page"].as_u64());
        assert_eq!(document.line(place.span.at.line).unwrap().number, Some(place.shown.at.line));
    }
}
