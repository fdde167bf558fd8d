//! Changes every amount of running text, one at a time, and tells which changes no rule sees.
//!
//! `cargo run -p uppsikt-rules --example changed -- FILE…` prints a line for each amount: `A` where
//! another last digit is told, `B` two digits that changed places, `C` two fifths more.

use std::sync::Arc;
use uppsikt_domain::document::{Document, ProseFigure};
use uppsikt_domain::picture::Picture;
use uppsikt_findings::Family;
use uppsikt_reading::HouseStyle;
use uppsikt_rules::{ALL, Selection, check};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let style = HouseStyle::standard();
    let (mut changed, mut told) = (0, 0);
    for path in std::env::args().skip(1) {
        let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
        let text = String::from_utf8(std::fs::read(&path)?)?;
        let (document, own) = asked(&name, &text, &style)?;
        for figure in document.figures.iter().filter(|it| it.quantity.unit.is_money() || is_percent(it)) {
            let Some((marks, tried, seen)) = tried(&name, &text, figure, &own, &style)? else { continue };
            (changed, told) = (changed + tried, told + seen);
            let line = document.line(figure.span.at.line).map(|line| line.text.as_str()).unwrap_or_default();
            println!("{name}:{} {marks} {} | {}", figure.span.at.line, figure.quantity.plain(), line.trim());
        }
    }
    println!("{told} of {changed} changes are told");
    Ok(())
}

fn is_percent(figure: &ProseFigure) -> bool {
    figure.quantity.unit == uppsikt_domain::quantity::Unit::Percent
}

/// The document and what the rules of arithmetic, frame and deviation say of it.
fn asked(name: &str, text: &str, style: &HouseStyle) -> Result<(Arc<Document>, Vec<String>), Failure> {
    let document = Arc::new(uppsikt_reading::read(name, text.as_bytes(), style)?);
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).ok_or("a day")?;
    let picture = Picture { seen_from, structure: style.structure(), documents: vec![document.clone()] };
    let families = [Family::Arithmetic, Family::Frame, Family::Deviation];
    let of = ALL.iter().filter(|rule| families.contains(&rule.about.family));
    let only = of.filter(|rule| rule.about.code != "AVV-003").map(|rule| rule.about.code.to_owned());
    let findings = check(&picture, &Selection { only: only.collect(), skip: Vec::new() });
    let said = findings.iter().map(|it| format!("{} {}", it.code, it.at.span.at.line)).collect();
    Ok((document, said))
}

/// What becomes of a figure's changes: a letter for each that is told, how many were tried and told.
fn tried(
    name: &str,
    text: &str,
    figure: &ProseFigure,
    own: &[String],
    style: &HouseStyle,
) -> Result<Option<(String, usize, usize)>, Failure> {
    let (mut marks, mut count, mut seen) = (String::new(), 0, 0);
    for (letter, change) in [('A', last_digit as fn(&str) -> String), ('B', turned), ('C', more)] {
        let Some(other) = with_other(text, figure, change) else { continue };
        let (_, said) = asked(name, &other, style)?;
        let told = said.iter().filter(|it| !own.contains(it)).count() > 0 || said.len() > own.len();
        marks.push(if told { letter } else { '-' });
        (count, seen) = (count + 1, seen + usize::from(told));
    }
    Ok((count > 0).then_some((marks, count, seen)))
}

/// The text with a figure's digits changed. None where the change changes nothing.
fn with_other(text: &str, figure: &ProseFigure, change: fn(&str) -> String) -> Option<String> {
    let line = usize::try_from(figure.span.at.line).ok()?.checked_sub(1)?;
    let before: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let from = usize::try_from(figure.span.at.column).ok()?.checked_sub(1)?;
    let rest = &text[before..];
    let start = before + rest.char_indices().nth(from)?.0;
    let at = start + text[start..].find(|c: char| c.is_ascii_digit())?;
    let is_inside = |c: char| c.is_ascii_digit() || matches!(c, ',' | ' ' | '\u{a0}');
    let end = at + text[at..].find(|c: char| !is_inside(c)).unwrap_or(0);
    let printed = text[at..end].trim_end_matches([' ', ',', '\u{a0}']);
    let digits: String = printed.chars().filter(char::is_ascii_digit).collect();
    let mut others = change(&digits).into_bytes().into_iter().map(char::from);
    let other: String =
        printed.chars().map(|c| if c.is_ascii_digit() { others.next().unwrap_or(c) } else { c }).collect();
    (other != printed).then(|| format!("{}{other}{}", &text[..at], &text[at + printed.len()..]))
}

fn last_digit(digits: &str) -> String {
    let (most, last) = digits.split_at(digits.len() - 1);
    format!("{most}{}", (last.parse::<u8>().unwrap_or(0) + 4) % 10)
}

fn turned(digits: &str) -> String {
    let mut bytes = digits.as_bytes().to_vec();
    if let Some(at) = (1..bytes.len()).find(|at| bytes[*at] != bytes[at - 1]) {
        bytes.swap(at, at - 1);
    }
    String::from_utf8(bytes).unwrap_or_default()
}

fn more(digits: &str) -> String {
    let other = digits.parse::<u64>().map(|it| it * 7 / 5).unwrap_or(0).to_string();
    if other.len() == digits.len() { other } else { digits.to_owned() }
}
