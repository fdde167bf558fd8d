//! An abbreviation that is used more than once and never explained.

use crate::limits::limit;
use crate::place;
use crate::prose::{locate, passages};
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::BTreeMap;
use uppsikt_domain::document::Document;
use uppsikt_domain::structure::Structure;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "abbreviation-unexplained",
        code: "SPR-003",
        family: Family::PlainLanguage,
        severity: Severity::Note,
        rests_on: "Språklagen 11 §: vårdat, enkelt och begripligt. Förkortningar förklaras första gången.",
        page_sv: include_str!("abbreviation_unexplained.sv.md"),
        page_en: include_str!("abbreviation_unexplained.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document, &picture.structure)).collect()
}

/// Abbreviations that most readers of a municipal document know.
const KNOWN: [&str; 22] = [
    "EU", "FN", "IT", "TV", "AB", "VA", "SKR", "SCB", "USA", "PDF", "KF", "KS", "VD", "HR", "BNP", "ID",
    "NR", "SFS", "AI", "SIE", "LSS", "SFI",
];

/// So many letters; shorter ones are often something else.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=5;

fn of_document(document: &Document, structure: &Structure) -> Vec<Finding> {
    // Used so many times before it is worth a note.
    let least = limit(structure, RULE.about.name, "least_times");
    let passages = passages(document);
    let mut first: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (at, passage) in passages.iter().enumerate() {
        for word in abbreviations(passage.text) {
            first.entry(word).or_insert((at, 0)).1 += 1;
        }
    }
    let printed: String = document.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let unexplained =
        first.into_iter().filter(|(word, (_, times))| *times >= least && !is_explained(word, &printed));
    let told = unexplained
        .map(|(word, (at, _))| tell(place::at(document, locate(document, passages[at].span, word)), word));
    told.collect()
}

/// Words of capitals only. What is part of something longer (a case number) is not one.
fn abbreviations(text: &str) -> Vec<&str> {
    // Most passages have no two capitals in a row.
    let capital = |byte: u8| byte.is_ascii_uppercase() || byte == 0xc3;
    if !text.as_bytes().windows(2).any(|two| capital(two[0]) && capital(two[1])) {
        return Vec::new();
    }
    let bare: Vec<&str> = text.split_whitespace().map(bare).collect();
    // Capitals beside capitals are a name: "VA SYD".
    let is_capitals = |word: Option<&&str>| word.is_some_and(|word| word.len() > 1 && is_capitals(word));
    let alone = bare.iter().enumerate().filter(|(at, _)| {
        !is_capitals(bare.get(at + 1)) && !is_capitals(at.checked_sub(1).and_then(|at| bare.get(at)))
    });
    let short = alone.map(|(_, word)| *word).filter(|word| {
        let capitals = self::is_capitals(word) && LETTERS.contains(&word.chars().count());
        let roman = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'M'));
        let blank = word.chars().all(|c| c == 'X');
        capitals && !roman && !blank && !KNOWN.contains(word)
    });
    short.collect()
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| matches!(c, '.' | ',' | ';' | ':' | '(' | ')' | '”' | '"'))
}

fn is_capitals(word: &str) -> bool {
    word.chars().all(char::is_uppercase)
}

/// "(XYZ)", "XYZ (…)", "XYZ, det vill säga", "XYZ står för".
fn is_explained(word: &str, printed: &str) -> bool {
    let ways = [
        format!("({word})"),
        format!("({word},"),
        format!("{word} ("),
        format!("{word}, det vill"),
        format!("{word} står för"),
        format!("{word} betyder"),
        format!("förkortat {word}"),
        format!(", {word},"),
    ];
    ways.iter().any(|way| printed.contains(way.as_str()))
}

fn tell(at: uppsikt_findings::FindingPlace, word: &str) -> Finding {
    Finding {
        confidence_percent: 60,
        found: verbatim(word),
        expected: Message::new("rule-abbreviation-unexplained-expected"),
        advice: Message::new("rule-abbreviation-unexplained-try").with("word", word),
        ..RULE.about.finding(at, Message::new("rule-abbreviation-unexplained-says").with("word", word))
    }
}
