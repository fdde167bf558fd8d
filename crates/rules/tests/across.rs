//! What was promised in one document and is gone from the next, or was copied into it: faults
//! planted one at a time in pairs of the example's documents are told.
//! `cargo test --test across -- --nocapture` prints the table by kind.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use uppsikt_domain::document::Document;
use uppsikt_domain::picture::Picture;
use uppsikt_domain::place::Span;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_reading::HouseStyle;
use uppsikt_rules::{Selection, check};

/// A document with its lines.
struct Read {
    file: String,
    lines: Vec<String>,
    document: Arc<Document>,
}

/// A fault: its kind, the rules of which one is to tell it, and the changed lines.
type Fault = (&'static str, &'static [&'static str], Vec<String>);

const BODIES: [(&str, &str); 8] = [
    ("arbetsmarknadsnamnden", "txt"),
    ("barn-och-utbildningsnamnden", "md"),
    ("kommunstyrelsen", "txt"),
    ("kultur-och-fritidsnamnden", "md"),
    ("miljo-och-bygglovsnamnden", "txt"),
    ("samhallsbyggnadsnamnden", "txt"),
    ("socialnamnden", "md"),
    ("vard-och-omsorgsnamnden", "md"),
];

fn read(body: &(&str, &str), kind: &str, year: i32, style: &HouseStyle) -> Read {
    let file = format!("{}-{kind}-{year}.{}", body.0, body.1);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/almkoping").join(&file);
    let text = std::fs::read_to_string(path).unwrap();
    let document = Arc::new(uppsikt_reading::read(&file, text.as_bytes(), style).unwrap());
    Read { file, lines: text.lines().map(str::to_owned).collect(), document }
}

fn codes(earlier: &Read, later: Arc<Document>, style: &HouseStyle) -> BTreeMap<&'static str, usize> {
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).unwrap();
    let documents = vec![Arc::clone(&earlier.document), later];
    let picture = Picture { seen_from, structure: style.structure(), documents };
    let mut found = BTreeMap::new();
    check(&picture, &Selection::default()).iter().for_each(|it| *found.entry(it.code).or_default() += 1);
    found
}

/// The lines without a stretch of them.
fn without(read: &Read, span: Span) -> Vec<String> {
    let gone = span.at.line as usize - 1..span.end_line as usize;
    let kept = read.lines.iter().enumerate().filter(|(at, _)| !gone.contains(at));
    kept.map(|(_, line)| line.clone()).collect()
}

fn sections(read: &Read, kind: SectionKind) -> Vec<&Section> {
    read.document.all_sections().into_iter().filter(|section| section.kind == kind).collect()
}

/// Sections of a kind taken out one at a time.
fn gone(read: &Read, kind: SectionKind, what: &'static str, codes: &'static [&'static str]) -> Vec<Fault> {
    sections(read, kind).into_iter().map(|it| (what, codes, without(read, it.span))).collect()
}

/// Rows of indicators taken out one at a time.
fn indicators_gone(read: &Read, what: &'static str, codes: &'static [&'static str]) -> Vec<Fault> {
    let goals = read.document.goals();
    let all = goals.iter().flat_map(|goal| goal.indicators().collect::<Vec<_>>());
    let figured = all.filter(|it| it.target.is_some() && it.baseline.is_some());
    figured.map(|it| (what, codes, without(read, it.span))).collect()
}

/// The reasons of last year's assessments written into this year's sections.
fn reasons_copied(earlier: &Read, later: &Read) -> Vec<Fault> {
    let reason = |read: &Read, section: &Section| -> Vec<String> {
        let (first, last) = (section.blocks[0].span.at.line, section.blocks.last().unwrap().span.end_line);
        read.lines[first as usize - 1..last as usize].to_vec()
    };
    let mut found = Vec::new();
    for goal in later.document.goals() {
        let Some(before) = earlier.document.goals().into_iter().find(|it| it.name() == goal.name()) else {
            continue;
        };
        for kind in [SectionKind::AssessmentPeriod, SectionKind::AssessmentTerm] {
            let (Some(own), Some(old)) = (goal.section.inner(kind), before.section.inner(kind)) else {
                continue;
            };
            if own.blocks.is_empty() || old.blocks.is_empty() || old.own_text().chars().count() < 60 {
                continue;
            }
            let first = own.blocks[0].span.at.line as usize - 1;
            let last = own.blocks.last().unwrap().span.end_line as usize;
            let mut lines = later.lines.clone();
            lines.splice(first..last, reason(earlier, old));
            found.push(("reason copied from last year", &["TID-003"][..], lines));
        }
    }
    found
}

/// Every fault of a body's documents with the pair that it is planted in: earlier and later.
fn faults(body: &(&str, &str), style: &HouseStyle) -> Vec<(Read, Read, Vec<Fault>)> {
    let mut found = Vec::new();
    let (plan, report) = (read(body, "namndsbudget", 2025, style), read(body, "delarsrapport", 2025, style));
    let mut planted = gone(&report, SectionKind::Goal, "goal not reported", &["TID-001"]);
    planted.extend(gone(&report, SectionKind::Priority, "priority not reported", &["TID-005"]));
    planted.extend(indicators_gone(&report, "indicator not reported", &["IND-008"]));
    found.push((plan, report, planted));
    for year in [2024, 2025, 2026] {
        let of = |year: i32| read(body, "delarsrapport", year, style);
        let (was, is) = (of(year - 1), of(year));
        let planted = reasons_copied(&was, &is);
        found.push((was, is, planted));
    }
    let (was, is) = (read(body, "namndsbudget", 2025, style), read(body, "namndsbudget", 2026, style));
    let planted = indicators_gone(&is, "indicator dropped", &["IND-005"]);
    found.push((was, is, planted));
    found
}

/// At most so many faults of a kind in a pair.
const MOST: usize = 2;

#[test]
fn what_is_gone_or_copied_between_documents_is_told() {
    let style = HouseStyle::standard();
    let mut tally: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for body in &BODIES {
        for (earlier, later, planted) in faults(body, &style) {
            let before = codes(&earlier, Arc::clone(&later.document), &style);
            let mut tried: BTreeMap<&str, usize> = BTreeMap::new();
            for (kind, expected, lines) in planted {
                let times = tried.entry(kind).or_default();
                *times += 1;
                if *times > MOST {
                    continue;
                }
                let text = lines.join("\n") + "\n";
                let changed = Arc::new(uppsikt_reading::read(&later.file, text.as_bytes(), &style).unwrap());
                let after = codes(&earlier, changed, &style);
                let told = expected.iter().any(|code| after.get(code) > before.get(code));
                let own = tally.entry(kind).or_default();
                own.0 += 1;
                own.1 += usize::from(told);
                if !told {
                    let at = lines.iter().zip(&later.lines).position(|(new, old)| new != old).unwrap_or(0);
                    missed.push(format!("{kind}: {}:{} {}", later.file, at + 1, later.lines[at]));
                }
            }
        }
    }
    tally.iter().for_each(|(kind, (planted, told))| println!("{kind:34}{planted:6}{told:6}"));
    missed.iter().for_each(|it| println!("missed {it}"));
    let (planted, told) = tally.values().fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    assert!(planted > 60, "{planted}");
    assert!(told * 100 >= planted * 90, "{told} of {planted}");
}
