//! The cases at the end of every rule's page.
//!
//! A case is one document in a fence, or several with their names after `md` or `txt`, and a line that
//! says what is expected: ``Väntat: rad 12 vid `-2 850`.``, ``Väntat: rapport.md rad 12 vid
//! `-2 850`.`` or `Väntat: inget.` A fence of `toml` is the municipality's own style. With
//! `Bara den här regeln.` no other rule may say anything of the documents.

#![allow(clippy::unwrap_used)]

use std::sync::{Arc, OnceLock};
use uppsikt_domain::picture::Picture;
use uppsikt_findings::Finding;
use uppsikt_messages::Lang;
use uppsikt_reading::HouseStyle;
use uppsikt_rules::{ALL, Rule, Selection, check};

/// The name of a document that the page gives none.
const UNNAMED: &str = "fall.md";

struct Case {
    name: String,
    documents: Vec<(String, String)>,
    style: Option<String>,
    expected: Option<(String, u32, String)>,
    alone: bool,
}

fn cases(page: &str) -> Vec<Case> {
    let (_, cases) = page.split_once("\n## Fall\n").expect("a page ends with its cases");
    let mut texts: Vec<String> = Vec::new();
    let mut fenced = false;
    for line in cases.lines() {
        fenced ^= line.starts_with("```");
        match line.strip_prefix("### ").filter(|_| !fenced) {
            Some(name) => texts.push(format!("{name}\n")),
            None => texts.iter_mut().last().into_iter().for_each(|text| *text += &format!("{line}\n")),
        }
    }
    texts.iter().map(|text| case(text)).collect()
}

fn case(text: &str) -> Case {
    let (name, mut rest) = text.split_once('\n').expect("a case has a name");
    let (mut documents, mut style) = (Vec::new(), None);
    while let Some((_, fence)) = rest.split_once("```") {
        let (info, inside) = fence.split_once('\n').expect("a fence opens a line");
        let (input, after) = inside.split_once("\n```").expect("a fence is closed");
        match info.strip_prefix("md").or(info.strip_prefix("txt")) {
            Some("") => documents.push((UNNAMED.to_owned(), format!("{input}\n"))),
            Some(file) => documents.push((file.trim().to_owned(), format!("{input}\n"))),
            None => style = Some(input.to_owned()),
        }
        rest = after;
    }
    let told = rest.lines().find_map(|line| line.strip_prefix("Väntat: ")).expect("what is expected?");
    let alone = rest.contains("Bara den här regeln");
    Case { name: name.trim().into(), documents, style, expected: expected(told), alone }
}

/// "rad 12 vid `-2 850`", "rapport.md rad 12 vid `-2 850`", "inget".
fn expected(told: &str) -> Option<(String, u32, String)> {
    if told.starts_with("inget") {
        return None;
    }
    let (file, place) = told.split_once("rad ").expect("a line");
    let line = place.split(' ').next().unwrap().parse().expect("a line number");
    let file = if file.is_empty() { UNNAMED } else { file.trim() };
    Some((file.to_owned(), line, place.split('`').nth(1).expect("a marked text").to_owned()))
}

fn picture(case: &Case) -> Picture {
    let own = case.style.as_ref().map(|toml| HouseStyle::from_toml(toml).expect("a style"));
    let style = own.unwrap_or_else(HouseStyle::standard);
    let read = |(file, text): &(String, String)| {
        Arc::new(uppsikt_reading::read(file, text.as_bytes(), &style).expect("a case can be read"))
    };
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).unwrap();
    let documents = case.documents.iter().map(read).collect();
    Picture { seen_from, structure: style.structure(), documents }
}

/// What a finding marks, on its first line.
fn marked(picture: &Picture, finding: &Finding) -> String {
    let span = finding.at.span;
    let document = picture.documents.iter().find(|it| it.source.file == finding.at.file).unwrap();
    let Some(line) = document.line(span.at.line).map(|line| &line.text) else { return String::new() };
    let end = if span.end_line == span.at.line { span.end_column as usize } else { line.chars().count() };
    let start = span.at.column as usize - 1;
    line.chars().skip(start).take(end.saturating_sub(start)).collect()
}

type Told = (&'static str, String, u32, String);

fn told(picture: &Picture, findings: &[Finding]) -> Vec<Told> {
    let told = |it: &Finding| (it.code, it.at.file.clone(), it.at.span.at.line, marked(picture, it));
    findings.iter().map(told).collect()
}

fn try_case(rule: &Rule, case: &Case) -> Result<(), String> {
    let picture = picture(case);
    let all = check(&picture, &Selection::default());
    let own: Vec<Finding> = all.iter().filter(|it| it.code == rule.about.code).cloned().collect();
    let found = told(&picture, if case.alone { &all } else { &own });
    let right = match (&case.expected, found.as_slice()) {
        (None, []) => true,
        (Some((file, line, words)), [(code, named, at, marked)]) => {
            *code == rule.about.code && named == file && at == line && marked.starts_with(words.as_str())
        }
        _ => false,
    };
    let head = format!("{} – {}", rule.about.name, case.name);
    if right { Ok(()) } else { Err(format!("{head}: expected {:?}, found {found:?}", case.expected)) }
}

#[test]
fn every_case_of_every_page_is_as_its_page_says() {
    let wrong: Vec<String> = ALL
        .iter()
        .flat_map(|rule| cases(rule.about.page_sv).into_iter().filter_map(|case| try_case(rule, &case).err()))
        .collect();
    assert!(wrong.is_empty(), "{} cases are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_page_has_a_case_in_which_nothing_is_said_and_one_in_which_only_its_rule_speaks() {
    let mut lacking = Vec::new();
    for rule in ALL {
        let cases = cases(rule.about.page_sv);
        let silent = cases.iter().any(|case| case.expected.is_none());
        let alone = cases.iter().any(|case| case.alone && case.expected.is_some());
        if !(silent && alone) {
            lacking.push(rule.about.name);
        }
    }
    assert_eq!(lacking, Vec::<&str>::new());
}

#[test]
fn every_page_has_its_parts_in_both_languages() {
    for rule in ALL {
        for part in ["\n## Varför\n", "\n## Rätta\n", "\n## Vilar på\n"] {
            assert!(rule.about.page_sv.contains(part), "{}: {part:?}", rule.about.name);
        }
        for part in ["\n## Why\n", "\n## Put right\n"] {
            assert!(rule.about.page_en.contains(part), "{}: {part:?}", rule.about.name);
        }
        assert_ne!(rule.about.title(Lang::Sv), rule.about.title(Lang::En));
        assert!(!rule.about.summary(Lang::Sv).is_empty());
    }
}

#[test]
fn names_and_codes_are_each_given_once_and_find_their_rule() {
    for rule in ALL {
        for word in [rule.about.name, rule.about.code] {
            let found = uppsikt_rules::rule(word).unwrap();
            assert_eq!(found.about.code, rule.about.code);
        }
    }
    assert!(ALL.len() >= 120);
    assert!(uppsikt_rules::rule("no-such-rule").is_none());
}

/// Every finding of every case of every page.
fn all_findings() -> &'static [Finding] {
    static FOUND: OnceLock<Vec<Finding>> = OnceLock::new();
    FOUND.get_or_init(|| {
        let pages = ALL.iter().flat_map(|rule| cases(rule.about.page_sv));
        pages.flat_map(|case| check(&picture(&case), &Selection::default())).collect()
    })
}

#[test]
fn every_finding_says_what_was_found_what_was_expected_and_what_to_do_in_both_languages() {
    for finding in all_findings() {
        for message in [&finding.says, &finding.found, &finding.expected, &finding.advice] {
            for lang in [Lang::Sv, Lang::En] {
                let words = message.in_lang(lang);
                assert!(!words.trim().is_empty(), "{} lacks words: {finding:?}", finding.rule);
                assert_ne!(words, message.key, "{}", finding.rule);
                assert!(!words.contains("{$"), "{words}");
            }
        }
    }
}

#[test]
fn every_finding_is_of_its_rule_no_graver_than_it_and_points_into_its_file() {
    for finding in all_findings() {
        let about = uppsikt_rules::rule(finding.code).unwrap().about;
        assert_eq!((about.name, about.family), (finding.rule, finding.family));
        assert!(finding.severity >= about.severity, "{}", finding.rule);
        assert!((50..=99).contains(&finding.confidence_percent), "{}", finding.rule);
        for place in finding.also_at.iter().chain([&finding.at]) {
            assert!(place.span.at.line > 0 && place.span.end_line >= place.span.at.line, "{finding:?}");
        }
    }
}

#[test]
fn no_rule_shows_the_same_place_twice_as_evidence() {
    for finding in all_findings() {
        let mut places: Vec<_> = finding.also_at.iter().map(|it| (it.file.clone(), it.span)).collect();
        let all = places.len();
        places.sort();
        places.dedup();
        assert_eq!(places.len(), all, "{finding:?}");
        assert!(!finding.also_at.contains(&finding.at), "{finding:?}");
    }
}

#[test]
fn no_two_rules_share_a_name_or_a_code() {
    let mut names: Vec<&str> = ALL.iter().flat_map(|rule| [rule.about.name, rule.about.code]).collect();
    names.sort_unstable();
    let twice: Vec<&[&str]> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn no_page_leads_out_of_the_site() {
    for rule in ALL {
        for page in [rule.about.page_sv, rule.about.page_en] {
            let told = page.split("\n## Fall\n").next().unwrap_or_default();
            // Code is shown as it stands: what is left is every other piece between backticks.
            let leads: Vec<&str> = told.split('`').step_by(2).filter(|text| text.contains("](")).collect();
            assert_eq!(leads, Vec::<&str>::new(), "{}", rule.about.code);
        }
    }
}
