//! The passages of a document whose figures do not go together, and how that is told.

use crate::passage::{Formula, Line, Off, off};
use crate::place;
use crate::prose::{Passage, locate};
use uppsikt_domain::document::Document;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_findings::{About, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::{figure, quantity};

/// A figure that the others of its passage do not give.
#[derive(Debug, Clone)]
pub struct Slip<'a> {
    passage: Passage<'a>,
    sentence: &'a str,
    off: Off,
}

/// Those of a document.
pub fn slips<'a>(said: &[(Passage<'a>, &'a str)]) -> Vec<Slip<'a>> {
    let mut found = Vec::new();
    let mut from = 0;
    while from < said.len() {
        let span = said[from].0.span;
        let until = from + said[from..].iter().take_while(|(passage, _)| passage.span == span).count();
        let own = &said[from..until];
        let list = if own[0].0.is_item { 0 } else { listed(&said[..from], own) };
        let all = &said[from - list..until];
        if may_tell(all) {
            let lines: Vec<Line<'_>> = all
                .iter()
                .enumerate()
                .map(|(at, (_, text))| ((at + 1).saturating_sub(list), *text))
                .collect();
            let own = off(&lines).into_iter().filter(|off| off.at > 0);
            found.extend(own.filter_map(|off| {
                let (passage, sentence) = all.get((list + off.at).checked_sub(1)?)?;
                Some(Slip { passage: passage.clone(), sentence, off })
            }));
        }
        from = until;
    }
    found
}

/// How many of the sentences before a passage are those of the list that it sums up, with what leads to it.
fn listed(before: &[(Passage<'_>, &str)], own: &[(Passage<'_>, &str)]) -> usize {
    const OPENS: [&str; 4] = ["Sammanlagt", "Totalt", "Tillsammans", "Summan"];
    let (passage, sentence) = &own[0];
    let of_section = |it: &Passage<'_>| match (it.within.last(), passage.within.last()) {
        (Some(one), Some(other)) => std::ptr::eq(*one, *other),
        _ => false,
    };
    if !OPENS.iter().any(|word| sentence.starts_with(word)) {
        return 0;
    }
    let items = before.iter().rev().take_while(|(it, _)| it.is_item && of_section(it)).count();
    let leads = before[..before.len() - items].last().is_some_and(|(_, text)| text.ends_with(':'));
    items + usize::from(items > 0 && leads)
}

/// A passage with more groups of digits is a table in words.
const MOST: usize = 100;

/// Most passages have too few figures to say anything of one another.
fn may_tell(sentences: &[(Passage<'_>, &str)]) -> bool {
    let figures = |text: &str| {
        let mut before = false;
        let mut count = 0;
        for byte in text.bytes() {
            let digit = byte.is_ascii_digit();
            count += usize::from(digit && !before);
            before = digit;
        }
        count
    };
    let count = sentences.iter().map(|(_, text)| figures(text)).sum::<usize>();
    let month = || sentences.iter().any(|(_, text)| text.contains("månad"));
    (3..MOST).contains(&count) || count == 2 && month()
}

/// What a rule tells of the slips that are of it, where it has told nothing of the same sentence.
pub fn tell_others(
    (document, slips): (&Document, &[Slip<'_>]),
    about: &About,
    is_of: fn(Formula) -> bool,
    (says, advice): (&'static str, &'static str),
    found: &mut Vec<Finding>,
) {
    for slip in slips.iter().filter(|slip| is_of(slip.off.formula)) {
        let span = locate(document, slip.passage.span, slip.sentence);
        let is_inside = |it: &Finding| {
            let at = it.at.shown.at;
            (at.line, at.column) >= (span.at.line, span.at.column)
                && (at.line, at.column) <= (span.end_line, span.end_column)
        };
        if !found.iter().any(is_inside) {
            let printed = &slip.sentence[slip.off.found.range.clone()];
            let from = locate(document, span, &slip.sentence[slip.off.found.range.start..]);
            let at = place::at(document, locate(document, from, printed));
            found.push(Finding {
                severity: Severity::Warning,
                confidence_percent: 80,
                found: verbatim(printed),
                expected: verbatim(expected(&slip.off)),
                advice: Message::new(advice),
                ..about.finding(at, Message::new(says))
            });
        }
    }
}

fn expected(off: &Off) -> String {
    if off.points {
        let bare = figure(&Quantity { unit: Unit::None, ..off.right.clone() });
        return format!("{bare}\u{a0}procentenheter");
    }
    quantity(&off.right)
}
