//! What a municipality can set: limits, severities, families by name.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use uppsikt_domain::picture::Picture;
use uppsikt_domain::structure::{RuleSetting, Structure};
use uppsikt_findings::Finding;
use uppsikt_messages::Message;
use uppsikt_reading::HouseStyle;
use uppsikt_rules::limits::LIMITS;
use uppsikt_rules::{ALL, Selection, check};

fn structure(rule: &str, setting: RuleSetting) -> Structure {
    let mut structure = HouseStyle::standard().structure();
    structure.rules.rules.insert(rule.to_owned(), setting);
    structure
}

fn limit(rule: &str, name: &str, value: i64) -> Structure {
    structure(rule, RuleSetting { limits: [(name.to_owned(), value)].into(), ..RuleSetting::default() })
}

fn found(texts: &[&str], structure: Structure, only: &str) -> Vec<Finding> {
    let style = HouseStyle::standard();
    let read = |(at, text): (usize, &&str)| {
        Arc::new(uppsikt_reading::read(&format!("{at}.md"), text.as_bytes(), &style).unwrap())
    };
    let documents = texts.iter().enumerate().map(read).collect();
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).unwrap();
    let picture = Picture { seen_from, structure, documents };
    let only = if only.is_empty() { Vec::new() } else { vec![only.to_owned()] };
    check(&picture, &Selection { only, ..Selection::default() })
}

fn asked(name: &str) -> usize {
    Selection { only: vec![name.to_owned()], ..Selection::default() }.rules().count()
}

#[test]
fn the_guide_tells_every_limit_as_it_is() {
    let guide = include_str!("../../../docs/husstil.md");
    for it in LIMITS {
        let row = format!("| `{}` | `{}` | {} ", it.rule, it.name, it.standard);
        let told = guide.lines().find(|line| line.starts_with(&row));
        let within = format!("| {}\u{2013}{} |", it.within.0, it.within.1);
        assert!(told.is_some_and(|line| line.contains(&within)), "docs/husstil.md lacks {row} {within}");
    }
}

#[test]
fn what_a_document_has_to_hold_is_not_asked_of_one_whose_kind_is_a_guess() {
    let text =
        "# Nämndsbudget 2027\n\nParknämnden\n\n## Sammanfattning\n\n## Ekonomi\n\nParken kostar 3 mnkr.\n";
    let style = HouseStyle::standard();
    let found = |guessed: bool| {
        let mut document = uppsikt_reading::read("0.md", text.as_bytes(), &style).unwrap();
        document.guessed = guessed;
        let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).unwrap();
        let picture =
            Picture { seen_from, structure: style.structure(), documents: vec![Arc::new(document)] };
        let found = check(&picture, &Selection::default());
        found.iter().filter(|it| it.code.starts_with("STR-") || it.code.starts_with("LAG-")).count()
    };
    assert!(found(false) > 0);
    assert_eq!(found(true), 0);
}

#[test]
fn a_family_is_asked_by_its_name_in_either_language_and_by_its_codes() {
    let all = ALL.iter().filter(|rule| rule.about.code.starts_with("ARI-")).count();
    for name in ["arithmetic", "aritmetik", "Aritmetik", "ARI", "ari"] {
        assert_eq!(asked(name), all, "{name}");
    }
    for name in ["plain_language", "plain-language", "klarspråk", "SPR"] {
        assert_eq!(asked(name), asked("SPR"), "{name}");
    }
    let unknown = Selection { skip: vec!["aritmetiken".to_owned()], ..Selection::default() };
    assert_eq!(unknown.unknown(), ["aritmetiken"]);
}

#[test]
fn every_family_has_a_name_of_its_own() {
    let guide = include_str!("../../../docs/husstil.md");
    for rule in ALL {
        let code = rule.about.code.split('-').next().unwrap();
        assert_eq!(asked(rule.about.family.code()), asked(code), "{code}");
        assert!(guide.contains(&format!("({code})")), "docs/husstil.md lacks the family {code}");
    }
}

const REPORT: &str = "# Delårsrapport 2026\n\nTekniska nämnden\n\n# Ekonomi\n\n## Resultaträkning\n\n\
    Resultaträkning, mkr\n\n\
    | Rad | Prognos 2026 | Budget 2026 | Avvikelse |\n| --- | ---: | ---: | ---: |\n\
    | Kommunbidrag | 90,0 | 90,0 | 0,0 |\n| Resultat | -1,5 | 0,0 | -1,5 |\n| Nettokostnad | -91,5 | -90,0 | -1,5 |\n";

#[test]
fn a_deficit_in_millions_is_held_against_the_limit_that_is_set() {
    let told = |structure| found(&[REPORT], structure, "AVV-004").len();
    assert_eq!(told(HouseStyle::standard().structure()), 1);
    assert_eq!(told(limit("AVV-004", "threshold_tkr", 2_000)), 0);
    assert_eq!(told(limit("deficit-without-action", "threshold_tkr", 1_000)), 1);
}

#[test]
fn a_rule_whose_severity_is_off_is_not_asked_unless_it_is_named() {
    let off =
        || structure("AVV-004", RuleSetting { severity: Some("off".to_owned()), ..RuleSetting::default() });
    let is_told = |found: Vec<Finding>| found.iter().any(|it| it.code == "AVV-004");
    assert!(uppsikt_rules::settings::problems(&off().rules).is_empty());
    assert!(is_told(found(&[REPORT], HouseStyle::standard().structure(), "")));
    assert!(!is_told(found(&[REPORT], off(), "")));
    assert!(!is_told(found(&[REPORT], off(), "avvikelse")));
    assert!(is_told(found(&[REPORT], off(), "AVV-004")));
}

#[test]
fn a_family_may_be_off() {
    let mut structure = HouseStyle::standard().structure();
    structure.rules.off = vec!["avvikelse".to_owned()];
    assert_eq!(uppsikt_rules::settings::problems(&structure.rules), Vec::<Message>::new());
    assert!(found(&[REPORT], structure, "").iter().all(|it| !it.code.starts_with("AVV")));
}

#[test]
fn limits_of_words_and_likeness_are_held_to() {
    let plan = |year: i32, third: &str| {
        format!(
            "# Nämndsbudget {year}\n\nTekniska nämnden\n\n# Plan för kommunfullmäktigemål\n\n\
             ## Kommunfullmäktigemål - Fler barn har en meningsfull fritid\n\n### Planering för {year}\n\nFler kvällar.\n\n\
             ## Kommunfullmäktigemål - Kommunens parker är trygga och gröna\n\n### Planering för {year}\n\nNya lampor.\n\n\
             ## Kommunfullmäktigemål - {third}\n\n### Planering för {year}\n\nFler cykelvägar.\n"
        )
    };
    let (one, other) = (
        plan(2025, "Fler resor görs med cykel och buss"),
        plan(2026, "Fler resor i kommunen görs med cykel"),
    );
    let told = |structure| found(&[&one, &other], structure, "TID-010").len();
    assert_eq!(told(HouseStyle::standard().structure()), 1);
    assert_eq!(told(limit("TID-010", "alike_permille", 1_000)), 0);
}

#[test]
fn a_reason_in_the_text_that_names_a_row_lets_no_other_row_stand() {
    let report = |reason: &str| {
        format!(
            "# Delårsrapport 2026\n\nTekniska nämnden\n\n# Ekonomi\n\n\
             <!-- uppsikt: godta ARI-003 \"{reason}\" -->\n\n\
             | Tkr | Budget | Prognos | Avvikelse |\n| --- | ---: | ---: | ---: |\n\
             | Vägar | 38 400 | 38 100 | 300 |\n| Broar | 21 300 | 21 000 | 300 |\n\
             | Belysning | 57 600 | 57 900 | -390 |\n| Parker | 12 000 | 11 500 | 5 000 |\n"
        )
    };
    let told = |reason: &str| {
        let text = report(reason);
        let found = found(&[&text], HouseStyle::standard().structure(), "ARI-003");
        found.iter().map(|finding| finding.at.span.at.line).collect::<Vec<_>>()
    };
    assert_eq!(told("Belysning, avrundat i systemet"), [14], "the other row's fault is new");
    assert_eq!(told("Belysningen är avrundad"), [0; 0], "names no row: the table is let stand");
}
