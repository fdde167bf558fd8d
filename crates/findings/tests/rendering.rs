//! How findings print, in every format.
#![allow(clippy::unwrap_used)]

use uppsikt_domain::place::{Place, Span};
use uppsikt_findings::finding::put_in_order;
use uppsikt_findings::text::TextStyle;
use uppsikt_findings::{
    About, Family, Finding, FindingPlace, Report, Severity, Source, html, json, sarif, text, verbatim,
};
use uppsikt_messages::Lang;

const ABOUT: About = About {
    name: "change-column-off",
    code: "ARI-003",
    family: Family::Arithmetic,
    severity: Severity::Error,
    rests_on: "räkning",
    page_sv: "# Förändringen stämmer inte\n\nVad den fångar.\n\nMer.",
    page_en: "# The change is off\n\nWhat it catches.",
};

const LINES: [&str; 3] = ["Tkr Prognos Budget Avvikelse", "Lokaler -70 980 -68 400 -2 850", "Slut <&>"];

fn place(line: u32, column: u32, end_column: u32) -> FindingPlace {
    let at = Place { page: Some(14), line, column };
    let span = Span { at, end_line: line, end_column };
    FindingPlace { file: "plan å.txt".into(), span, shown: span }
}

fn finding() -> Finding {
    Finding {
        also_at: vec![place(3, 1, 4)],
        found: verbatim("-2 850 tkr"),
        expected: verbatim("-2 580 tkr"),
        advice: verbatim("Skriv <-2 580>."),
        ..ABOUT.finding(place(2, 25, 30), verbatim("Avvikelsen & kolumnerna"))
    }
}

fn report(findings: &[Finding]) -> Report<'_> {
    let sources = vec![Source { file: "plan å.txt", lines: LINES.to_vec(), numbers: Vec::new() }];
    Report::of(findings, sources, vec![ABOUT])
}

#[test]
fn text_marks_the_exact_spot_under_its_line() {
    let findings = [finding()];
    let out = text::render(&report(&findings), Lang::Sv, TextStyle::default());
    let expected = "\
fel[ARI-003] Avvikelsen & kolumnerna
 --> plan å.txt:2:25 (sida 14)
  |
2 | Lokaler -70 980 -68 400 -2 850
  |                         ^^^^^^
 ::: plan å.txt:3:1 (sida 14)
  |
3 | Slut <&>
  | ----
  = fann: -2 850 tkr
  = väntade: -2 580 tkr
  = rätta så: Skriv <-2 580>.

1 fel, 0 varningar, 0 notiser
";
    assert_eq!(out, expected);
}

#[test]
fn colours_change_nothing_but_escape_sequences() {
    let findings = [finding()];
    let plain = text::render(&report(&findings), Lang::En, TextStyle::default());
    let mut coloured = text::render(&report(&findings), Lang::En, TextStyle { colours: true });
    while let Some(start) = coloured.find('\u{1b}') {
        let end = start + coloured[start..].find('m').unwrap();
        coloured.replace_range(start..=end, "");
    }
    assert_eq!(plain, coloured);
}

#[test]
fn json_has_the_fields_of_the_contract_and_the_same_bytes_each_time() {
    let findings = [finding()];
    let out = json::render(&report(&findings), Lang::Sv);
    assert_eq!(out, json::render(&report(&findings), Lang::Sv));
    let value: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(value["format"], "uppsikt-findings/1");
    let one = &value["findings"][0];
    assert_eq!(one["confidence"], 0.98);
    assert_eq!(one["at"]["line"], 2);
    assert_eq!(one["at"]["page"], 14);
    assert_eq!(one["family"], "arithmetic");
    assert_eq!(one["try"], "Skriv <-2 580>.");
    assert_eq!(one["also_at"][0]["column"], 1);
}

#[test]
fn sarif_points_to_its_rule_and_counts_the_end_column_past_the_last_character() {
    let findings = [finding()];
    let value: serde_json::Value =
        serde_json::from_str(&sarif::render(&report(&findings), Lang::Sv)).unwrap();
    let run = &value["runs"][0];
    assert_eq!(value["version"], "2.1.0");
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "ARI-003");
    assert_eq!(run["tool"]["driver"]["rules"][0]["name"], "ChangeColumnOff");
    let result = &run["results"][0];
    assert_eq!(result["ruleIndex"], 0);
    assert_eq!(result["level"], "error");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "plan%20%C3%A5.txt");
    assert_eq!(place["region"]["endColumn"], 31);
}

#[test]
fn html_escapes_what_documents_say_and_runs_nothing() {
    let findings = [finding()];
    let out = html::render(&report(&findings), Lang::Sv);
    assert!(out.starts_with("<!DOCTYPE html>\n<html lang=\"sv\">"));
    assert!(out.contains("Avvikelsen &amp; kolumnerna"));
    assert!(out.contains("<mark>-2 850</mark>"));
    assert!(!out.contains("<script") && !out.contains("style=\"") && !out.contains("<-2"));
}

#[test]
fn the_page_allows_its_own_style_by_hash_and_nothing_else() {
    use sha2::{Digest, Sha256};
    let out = html::render(&report(&[]), Lang::Sv);
    let style = out.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    let hash = base64(&Sha256::digest(style.as_bytes()));
    assert!(out.contains(&format!("default-src 'none'; style-src 'sha256-{hash}'")), "{hash}");
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let bits =
            three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place)) as usize & 63] as char;
            out.push(if place > three.len() { '=' } else { letter });
        }
    }
    out
}

#[test]
fn the_order_is_by_file_line_column_and_code_whatever_the_pages() {
    let mut later = finding();
    later.at.span.at = Place { page: None, line: 9, column: 1 };
    let mut findings = vec![later.clone(), finding(), finding()];
    put_in_order(&mut findings);
    assert_eq!(findings, [finding(), later]);
}
