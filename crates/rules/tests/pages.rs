//! The cases at the end of every rule's page.
//!
//! A case is a document in a fence and a line that says what is expected:
//! ``Väntat: rad 12 vid `-2 850`.`` or `Väntat: inget.` With `Bara den här regeln.` no other
//! rule may say anything of the document.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use uppsikt_domain::picture::Picture;
use uppsikt_findings::Finding;
use uppsikt_messages::Lang;
use uppsikt_rules::{ALL, Rule, Selection, check};

/// What two documents disagree on cannot be shown in one: tests/documents.rs has it. Nor can
/// the pages of a printed document.
const ELSEWHERE: [&str; 7] = [
    "goal-wording-differs",
    "contents-page-off",
    "ledger-start-differs",
    "goal-not-reported",
    "target-differs",
    "assessment-copied",
    "assignment-lead-differs",
];

struct Case {
    name: String,
    input: String,
    expected: Option<(u32, String)>,
    alone: bool,
}

fn cases(page: &str) -> Vec<Case> {
    let (_, mut rest) = page.split_once("\n## Fall\n").expect("a page ends with its cases");
    let mut cases = Vec::new();
    while let Some((head, after)) = rest.split_once("```md\n") {
        let (input, told) = after.split_once("\n```\n").expect("a fence is closed");
        let name = head.lines().rev().find_map(|line| line.strip_prefix("### ")).expect("a case has a name");
        let (told, next) = told.trim_start().split_once('\n').unwrap_or((told.trim(), ""));
        cases.push(case(name, input, told));
        rest = next;
    }
    cases
}

fn case(name: &str, input: &str, told: &str) -> Case {
    let expected = told.strip_prefix("Väntat: rad ").map(|place| {
        let line = place.split(' ').next().unwrap().parse().expect("a line number");
        (line, place.split('`').nth(1).expect("a marked text").to_owned())
    });
    assert!(expected.is_some() || told.starts_with("Väntat: inget"), "{name}: what is expected?");
    Case {
        name: name.trim().into(),
        input: format!("{input}\n"),
        expected,
        alone: told.contains("Bara den här regeln"),
    }
}

fn picture(input: &str) -> Picture {
    let style = uppsikt_reading::HouseStyle::standard();
    let document = uppsikt_reading::read("fall.md", input.as_bytes(), &style).expect("a case can be read");
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).unwrap();
    Picture { seen_from, structure: style.structure(), documents: vec![Arc::new(document)] }
}

/// What a finding marks, on its first line.
fn marked(picture: &Picture, finding: &Finding) -> String {
    let span = finding.at.span;
    let line = &picture.documents[0].line(span.at.line).unwrap().text;
    let end = if span.end_line == span.at.line { span.end_column as usize } else { line.chars().count() };
    let start = span.at.column as usize - 1;
    line.chars().skip(start).take(end.saturating_sub(start)).collect()
}

fn told(picture: &Picture, findings: &[Finding]) -> Vec<(&'static str, u32, String)> {
    findings.iter().map(|it| (it.code, it.at.span.at.line, marked(picture, it))).collect()
}

fn try_case(rule: &Rule, case: &Case) -> Result<(), String> {
    let picture = picture(&case.input);
    let all = check(&picture, &Selection::default());
    let own: Vec<Finding> = all.iter().filter(|it| it.code == rule.about.code).cloned().collect();
    let found = told(&picture, if case.alone { &all } else { &own });
    let right = match (&case.expected, found.as_slice()) {
        (None, []) => true,
        (Some((line, words)), [(code, at, marked)]) => {
            *code == rule.about.code && at == line && marked.starts_with(words.as_str())
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
    for rule in ALL {
        let cases = cases(rule.about.page_sv);
        assert!(cases.iter().any(|case| case.expected.is_none()), "{}", rule.about.name);
        let elsewhere = ELSEWHERE.contains(&rule.about.name);
        let alone = elsewhere || cases.iter().any(|case| case.alone);
        assert!(alone, "{}", rule.about.name);
    }
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
    assert!(ALL.len() >= 62);
    assert!(uppsikt_rules::rule("no-such-rule").is_none());
}

#[test]
fn messages_of_findings_exist_in_both_languages() {
    for rule in ALL {
        for case in cases(rule.about.page_sv) {
            let picture = picture(&case.input);
            for finding in check(&picture, &Selection::default()) {
                for message in [&finding.says, &finding.found, &finding.expected, &finding.advice] {
                    for lang in [Lang::Sv, Lang::En] {
                        assert_ne!(message.in_lang(lang), message.key, "{}", rule.about.name);
                        assert!(!message.in_lang(lang).contains("{$"), "{}", message.in_lang(lang));
                    }
                }
            }
        }
    }
}
