//! What makes a finding the same, and how comparisons and what is let stand print.
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use std::sync::Arc;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::document::{Document, LineRole, SourceLine};
use uppsikt_domain::place::{Place, Span, TextAt};
use uppsikt_domain::section::Section;
use uppsikt_findings::report::Compared;
use uppsikt_findings::text::TextStyle;
use uppsikt_findings::{
    About, By, Comparison, Family, Finding, FindingPlace, Report, SetAside, Severity, Side, Source, html,
    identities, json, sarif, text, verbatim,
};
use uppsikt_messages::Lang;

const ABOUT: About = About {
    name: "word-twice",
    code: "KON-004",
    family: Family::Consistency,
    severity: Severity::Error,
    rests_on: "språk",
    page_sv: "# Ordet står två gånger\n\nVad.",
    page_en: "# The word stands twice\n\nWhat.",
};

fn span(line: u32, column: u32, end: u32) -> Span {
    Span { at: Place { page: None, line, column }, end_line: line, end_column: end }
}

/// A document of headings ("# …") and paragraphs, one to a line.
fn document(file: &str, lines: &[&str]) -> Arc<Document> {
    let mut document = Document::default();
    document.source.file = file.to_owned();
    for (line, number) in lines.iter().zip(1..) {
        let all = span(number, 1, u32::try_from(line.chars().count()).unwrap());
        let role = if line.starts_with('#') { LineRole::Heading } else { LineRole::Text };
        document.lines.push(SourceLine { text: (*line).to_owned(), role, ..SourceLine::default() });
        if let Some(name) = line.strip_prefix("# ") {
            let heading = Some(TextAt::new(name, all));
            document.sections.push(Section { name: name.into(), heading, span: all, ..Section::default() });
        } else if let Some(section) = document.sections.last_mut() {
            section.span = section.span.to(all);
            let content = Content::Paragraph { text: (*line).to_owned() };
            section.blocks.push(Block { id: String::new(), span: all, content });
        }
    }
    Arc::new(document)
}

/// "fel" wherever it stands in a document, as a finding.
fn findings(document: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    for (line, number) in document.lines.iter().zip(1..) {
        if let Some(at) = line.text.find("fel") {
            let start = u32::try_from(line.text[..at].chars().count()).unwrap() + 1;
            let place = FindingPlace::in_document(document, span(number, start, start + 2));
            found
                .push(Finding {
                    found: verbatim("fel"), ..ABOUT.finding(place, verbatim("Här är ett fel"))
                });
        }
    }
    found
}

fn prints(lines: &[&str]) -> Vec<String> {
    let document = document("a.md", lines);
    identities(&findings(&document), &[document]).into_iter().map(|it| it.print).collect()
}

#[test]
fn a_finding_is_the_same_wherever_its_words_have_moved_to() {
    let before = prints(&["# 1 Ekonomi", "Ett fel här. Och mer."]);
    let moved = prints(&["# Först", "Nytt.", "# 2 Ekonomi", "Annat.", "Ett  **fel** här. Och helt annat."]);
    assert_eq!(before, moved);
}

#[test]
fn a_finding_is_another_when_its_sentence_its_heading_or_what_it_says_is() {
    let before = prints(&["# Ekonomi", "Ett fel här. Och mer."]);
    assert_ne!(before, prints(&["# Ekonomi", "Två fel här. Och mer."]), "the sentence");
    assert_ne!(before, prints(&["# Personal", "Ett fel här. Och mer."]), "the heading");
    let same = document("a.md", &["# Ekonomi", "Ett fel här. Och mer."]);
    let other: Vec<Finding> =
        findings(&same).into_iter().map(|it| Finding { expected: verbatim("rätt"), ..it }).collect();
    assert_ne!(before[0], identities(&other, &[same])[0].print, "what it expects");
}

#[test]
fn the_place_is_the_same_though_the_words_are_not() {
    let place = |lines: &[&str]| {
        let document = document("a.md", lines);
        identities(&findings(&document), &[document]).remove(0).place
    };
    assert_eq!(place(&["# Ekonomi", "Ett fel här."]), place(&["# Ekonomi", "Två fel här."]));
    assert_ne!(place(&["# Ekonomi", "Ett fel här."]), place(&["# Personal", "Ett fel här."]));
}

#[test]
fn findings_that_nothing_tells_apart_are_still_two() {
    let twice = prints(&["# Ekonomi", "Ett fel.", "Ett fel."]);
    assert_ne!(twice[0], twice[1]);
    assert_eq!(twice[0], prints(&["# Ekonomi", "Ett fel."])[0]);
}

struct Versions {
    older: Arc<Document>,
    newer: Arc<Document>,
    old: Vec<Finding>,
    new: Vec<Finding>,
    comparison: Comparison,
}

fn versions() -> Versions {
    let older = document("old.md", &["# Ekonomi", "Ett fel här.", "Ett fel där."]);
    let newer = document("new.md", &["# Ekonomi", "Nytt.", "Ett fel här.", "Tre fel.", "Fyra fel."]);
    let (old, new) = (findings(&older), findings(&newer));
    let comparison = Comparison::of(
        Side { findings: &new, set_aside: &[], documents: std::slice::from_ref(&newer) },
        Side { findings: &old, set_aside: &[], documents: std::slice::from_ref(&older) },
    );
    Versions { older, newer, old, new, comparison }
}

fn report(versions: &Versions) -> Report<'_> {
    let sources = vec![Source::of(&versions.older)];
    Report {
        compared: Some(Compared { comparison: &versions.comparison, sources }),
        ..Report::of(&versions.new, vec![Source::of(&versions.newer)], vec![ABOUT])
    }
}

#[test]
fn two_versions_are_told_as_new_gone_and_the_same() {
    let versions = versions();
    assert_eq!(versions.comparison.counts(), [2, 1, 1]);
    assert_eq!(versions.comparison.fresh, [false, true, true]);
    assert_eq!(versions.comparison.gone, versions.old[1..]);
    assert!(versions.comparison.has_new_error(&versions.new));
    let out = text::render(&report(&versions), Lang::Sv, TextStyle::default());
    assert!(out.contains("2 nya, 1 borta, 1 densamma"), "{out}");
    assert!(!out.contains("new.md:3:"), "what is the same is only counted: {out}");
    assert!(out.starts_with("Nya:\n\nfel[KON-004]"), "{out}");
    assert!(out.contains("Borta:\n  fel[KON-004] Här är ett fel --> old.md:3:5\n"), "{out}");
}

#[test]
fn what_is_let_stand_now_is_not_gone_and_what_counts_again_is_new() {
    let document = document("a.md", &["# Ekonomi", "Ett fel."]);
    let documents = std::slice::from_ref(&document);
    let counted = findings(&document);
    let aside = [SetAside { finding: counted[0].clone(), by: By::Document, why: "så är det".into() }];
    let counts = Side { findings: &counted, set_aside: &[], documents };
    let stands = Side { findings: &[], set_aside: &aside, documents };
    assert_eq!(Comparison::of(stands, counts).counts(), [0, 0, 0]);
    assert_eq!(Comparison::of(counts, stands).counts(), [1, 0, 0]);
}

#[test]
fn programs_are_told_of_each_finding_how_it_stands() {
    let versions = versions();
    let told: serde_json::Value = serde_json::from_str(&json::render(&report(&versions), Lang::Sv)).unwrap();
    assert_eq!(told["compared"], serde_json::json!({ "new": 2, "gone": 1, "same": 1 }));
    assert_eq!(
        (&told["findings"][0]["since"], &told["findings"][1]["since"]),
        (&"same".into(), &"new".into())
    );
    assert_eq!(told["gone"][0]["at"]["file"], "old.md");
    let log: serde_json::Value = serde_json::from_str(&sarif::render(&report(&versions), Lang::Sv)).unwrap();
    let states: Vec<&str> = log["runs"][0]["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|result| result["baselineState"].as_str().unwrap())
        .collect();
    assert_eq!(states, ["unchanged", "new", "new", "absent"]);
    let page = html::render(&report(&versions), Lang::Sv);
    assert!(page.contains("<summary>Borta (1)</summary>") && page.contains("id=\"g1\""), "{page}");
}

#[test]
fn what_is_let_stand_is_counted_and_shown_only_when_asked_for() {
    let document = document("a.md", &["# Ekonomi", "Ett fel."]);
    let on = NaiveDate::from_ymd_opt(2026, 9, 24).unwrap();
    let by = [By::Person { who: "Kontroll".into(), on }, By::Document];
    let aside: Vec<SetAside> = by
        .into_iter()
        .map(|by| SetAside { finding: findings(&document).remove(0), by, why: "så är det".into() })
        .collect();
    let mut report =
        Report { set_aside: &aside, ..Report::of(&[], vec![Source::of(&document)], vec![ABOUT]) };
    let out = text::render(&report, Lang::Sv, TextStyle::default());
    assert_eq!(out, "0 fel, 0 varningar, 0 notiser\n2 godtagna visas inte (--accepted visar dem)\n");
    report.shows_set_aside = true;
    let out = text::render(&report, Lang::Sv, TextStyle::default());
    assert!(out.contains("= godtagen av Kontroll 2026-09-24: så är det"), "{out}");
    let told: serde_json::Value = serde_json::from_str(&json::render(&report, Lang::Sv)).unwrap();
    assert_eq!(told["findings"][0]["accepted"]["by"], "Kontroll");
    let log: serde_json::Value = serde_json::from_str(&sarif::render(&report, Lang::Sv)).unwrap();
    let kind = |at: usize| log["runs"][0]["results"][at]["suppressions"][0]["kind"].clone();
    assert_eq!((kind(0), kind(1)), ("external".into(), "inSource".into()));
    assert!(html::render(&report, Lang::Sv).contains("<summary>Godtagna (2)</summary>"));
}
