//! The same document however its lines are spaced: without empty lines, with one after every line,
//! with page breaks only, with paragraphs that are not wrapped. What is read is held against the
//! reading of the text as it is.
//!
//! `cargo test -p uppsikt-reading --test spacing -- --nocapture` prints the shares by kind of fact, and
//! with `UPPSIKT_SPACING=tight` every difference of one spacing.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
mod corpus_facts;
#[allow(dead_code)]
mod support;

use corpus_facts::{Facts, read_facts};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use uppsikt_domain::block::Content;
use uppsikt_domain::document::{Document, LineRole};
use uppsikt_reading::{HouseStyle, json::reading_json, read};

/// Of the facts of a kind, so many are read again and so many of those read stand in the original:
/// by kind of fact, in thousandths.
const ASKED: [(&str, usize); 17] = [
    ("area", 980),
    ("assessment", 985),
    ("assignment", 980),
    ("case", 900),
    ("cell", 990),
    ("effect", 980),
    ("figure", 980),
    ("goal", 985),
    ("head", 980),
    ("indicator", 980),
    ("initiative", 980),
    ("link", 980),
    ("priority", 980),
    ("reference", 980),
    ("row", 980),
    ("section", 985),
    ("table", 985),
];

/// A way to space a text, by name.
type Spacing = (&'static str, fn(&Text) -> String);

const SPACINGS: [Spacing; 8] = [
    ("tight", tight),
    ("pages", pages),
    ("double", double),
    ("double tight", |text| doubled(&lines(&tight(text)))),
    ("trailing", |text| text.lines.join("   \n")),
    ("crlf", |text| text.lines.join("\r\n")),
    ("unwrapped", |text| unwrapped(text).join("\n")),
    ("unwrapped tight", |text| kept(&unwrapped(text)).join("\n")),
];

/// A text as it is, and its reading.
struct Text {
    lines: Vec<String>,
    document: Document,
    facts: Facts,
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

fn kept(lines: &[String]) -> Vec<String> {
    lines.iter().filter(|line| !line.trim().is_empty()).cloned().collect()
}

fn tight(text: &Text) -> String {
    kept(&text.lines).join("\n")
}

/// A form feed where a page begins, and no empty line.
fn pages(text: &Text) -> String {
    let mut page = None;
    let mut out = String::new();
    for (line, source) in text.lines.iter().zip(&text.document.lines) {
        if line.trim().is_empty() {
            continue;
        }
        if source.page.is_some() && source.page != page {
            out.push('\u{c}');
        }
        page = source.page.or(page);
        out.push_str(line.trim_start_matches('\u{c}'));
        out.push('\n');
    }
    out
}

fn double(text: &Text) -> String {
    doubled(&text.lines)
}

fn doubled(lines: &[String]) -> String {
    lines.iter().map(|line| format!("{line}\n\n")).collect()
}

/// Every paragraph, item and heading on one line.
fn unwrapped(text: &Text) -> Vec<String> {
    let mut joined: BTreeSet<u32> = BTreeSet::new();
    let mut join = |from: u32, to: u32| joined.extend(from + 1..=to);
    for section in text.document.all_sections() {
        section.heading.iter().for_each(|it| join(it.span.at.line, it.span.end_line));
        for block in &section.blocks {
            match &block.content {
                Content::Paragraph { .. } => join(block.span.at.line, block.span.end_line),
                Content::List { items, .. } => {
                    items.iter().for_each(|it| join(it.span.at.line, it.span.end_line));
                }
                _ => {}
            }
        }
    }
    let mut out: Vec<String> = Vec::new();
    let mut open = false;
    for ((number, line), source) in (1..).zip(&text.lines).zip(&text.document.lines) {
        let words = matches!(source.role, LineRole::Text | LineRole::Heading);
        match out.last_mut() {
            Some(last) if open && words && joined.contains(&number) => {
                let joins = ["och ", "eller ", "samt "].iter().any(|word| line.trim().starts_with(word));
                let lower = line.trim().starts_with(char::is_lowercase) && !joins;
                let hyphen = last.trim_end().ends_with('-') && lower;
                *last = last.trim_end().to_owned() + if hyphen { "\u{1}" } else { " " } + line.trim();
            }
            _ => out.push(line.clone()),
        }
        open = words;
    }
    out.iter().map(|line| line.replace("-\u{1}", "")).collect()
}

/// `UPPSIKT_PUBLISHED` adds a folder of one's own.
fn folders() -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = std::fs::read_dir(here.join("tests/corpus")).unwrap().map(|city| city.unwrap().path());
    let mut found: Vec<PathBuf> = corpus.collect();
    found.push(here.join("../../examples/almkoping"));
    found.extend(std::env::var_os("UPPSIKT_PUBLISHED").map(PathBuf::from));
    found.sort();
    found
}

fn texts() -> Vec<(String, Text)> {
    let files = folders().into_iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    // Where tables fell apart into one cell a line, or column by column, only empty lines tell.
    paths.retain(|path| !path.parent().is_some_and(|city| city.ends_with("hjalmsborg")));
    paths.sort();
    let style = HouseStyle::standard();
    let text = |path: PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let document = read(&name, text.as_bytes(), &style).unwrap();
        let name = format!("{}/{name}", path.parent().unwrap().file_name().unwrap().to_str().unwrap());
        let facts = read_facts(&reading_json(&document));
        (name, Text { lines: lines(&text), document, facts })
    };
    paths.into_par_iter().map(text).collect()
}

/// Words alone: how a line was wrapped says nothing.
fn bare(fact: &str) -> String {
    fact.chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '|' | '-'))
        .flat_map(char::to_lowercase)
        .collect()
}

#[derive(Default)]
struct Count {
    wanted: usize,
    read: usize,
    both: usize,
}

impl Count {
    fn add(&mut self, wanted: &[String], read: &[String], told: &dyn Fn(&str, &str)) {
        let mut left: Vec<(String, &String)> = read.iter().map(|fact| (bare(fact), fact)).collect();
        for fact in wanted {
            match left.iter().position(|own| own.0 == bare(fact)) {
                Some(at) => {
                    left.remove(at);
                    self.both += 1;
                }
                None => told("missing", fact),
            }
        }
        left.iter().for_each(|(_, fact)| told("made up", fact));
        self.wanted += wanted.len();
        self.read += read.len();
    }

    /// The smaller of what is found again and what is not made up, in thousandths.
    fn share(&self) -> usize {
        (1000 * self.both).checked_div(self.wanted.max(self.read)).unwrap_or(1000)
    }
}

#[test]
fn spacing_says_nothing_about_what_a_document_says() {
    let style = HouseStyle::standard();
    let chosen = std::env::var("UPPSIKT_SPACING").unwrap_or_default();
    let texts = texts();
    let mut shares: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (spacing, spaced) in SPACINGS {
        let mut counts: BTreeMap<&'static str, Count> = BTreeMap::new();
        let again = texts.par_iter().map(|(name, text)| {
            let document = read(name, spaced(text).as_bytes(), &style).unwrap();
            if spacing == "tight" {
                support::assert_sound(&document);
            }
            read_facts(&reading_json(&document))
        });
        let again: Vec<Facts> = again.collect();
        for ((name, text), found) in texts.iter().zip(again) {
            for (kind, facts) in &text.facts {
                let told = |what: &str, fact: &str| {
                    if chosen == spacing {
                        println!("{name}: {what} {kind}: {fact}");
                    }
                };
                counts.entry(kind).or_default().add(facts, &found[kind], &told);
            }
        }
        for (kind, count) in counts {
            shares.entry(kind).or_default().push(count.share());
        }
    }
    println!("{:<12}{}", "", SPACINGS.map(|(name, _)| format!("{name:>17}")).concat());
    let mut short = Vec::new();
    for (kind, asked) in ASKED {
        let row = &shares[kind];
        println!("{kind:<12}{}", row.iter().map(|share| format!("{share:>17}")).collect::<String>());
        let under = SPACINGS.iter().zip(row).filter(|(_, share)| **share < asked);
        short.extend(under.map(|((spacing, _), share)| format!("{kind} {spacing}: {share}")));
    }
    assert!(short.is_empty(), "too little is read, or too much: {short:#?}");
}
