//! Lines of a case without what is no part of what they name.

use uppsikt_domain::table::Row;
use uppsikt_text::{dates, format};

/// A line without the marks of headings, items and emphasis.
pub(super) fn bare(text: &str) -> &str {
    text.trim_start_matches(['-', '\u{2013}', '\u{2022}']).trim_matches(['#', '*', '_', ' '])
}

/// "Parknämnden 2 maj 2031, kommunstyrelsen 9 maj 2031": each meeting for itself.
pub(super) fn day_by_day(text: &str) -> Vec<String> {
    let parts: Vec<String> = names(text);
    if parts.iter().all(|part| dates::first_range(part).is_some()) { parts } else { vec![text.to_owned()] }
}

/// "Fråga 2 Hur ska …?" without what numbers it.
pub(super) fn unnumbered(question: &str) -> String {
    let rest = question.strip_prefix("Fråga ").unwrap_or(question);
    let bare = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = bare.len() < rest.len() && rest.len() < question.len();
    if numbered { bare.trim_start_matches(['.', ':', ' ']).to_owned() } else { question.to_owned() }
}

/// "a) Räcker bänkarna?" without its letter.
pub(super) fn unlettered(question: &str) -> String {
    let question = question.trim();
    let lettered = question.split_once(") ").filter(|(letter, _)| letter.chars().count() <= 2);
    lettered.map_or(question, |(_, rest)| rest).to_owned()
}

/// "a) Räcker bänkarna? b) Saknas något?": each without its letter; none where there are not two.
pub(super) fn lettered(text: &str) -> Vec<String> {
    let opens = |at: usize| {
        let free = at == 0 || text[..at].trim_end().ends_with(['?', ':', ';', ',', '.']);
        let mut chars = text[at..].chars();
        free && chars.next().is_some_and(char::is_lowercase) && text[at..].chars().nth(1) == Some(')')
    };
    let words = std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1));
    let starts: Vec<usize> = words.filter(|at| opens(*at)).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let parts = starts.iter().zip(ends).map(|(start, end)| unlettered(&text[*start..end]));
    let asked: Vec<String> = parts.filter(|part| part.ends_with('?')).collect();
    if asked.len() >= 2 { asked } else { Vec::new() }
}

/// "att godkänna planen" without its "att".
pub(super) fn without_that(text: &str) -> String {
    text.trim().strip_prefix("att ").unwrap_or(text).trim_start().to_owned()
}

/// The label of a row and its cells.
pub(super) fn row_words(row: &Row) -> String {
    let cells = row.cells.iter().filter_map(|cell| cell.printed.as_deref());
    std::iter::once(row.label.text.as_str()).chain(cells).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// A line cut at every comma, but not inside "Hälsa-, vård- och omsorgsnämnden".
fn names(line: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut open = String::new();
    for word in line.split_whitespace() {
        if word == "samt" && !open.is_empty() {
            found.push(format::capitalised(&std::mem::take(&mut open)));
            continue;
        }
        if !open.is_empty() {
            open.push(' ');
        }
        let ends = word.ends_with(',') && !word.ends_with("-,");
        open.push_str(if ends { word.trim_end_matches(',') } else { word });
        if ends {
            found.push(format::capitalised(&std::mem::take(&mut open)));
        }
    }
    found.push(format::capitalised(open.trim_end_matches('.')));
    found.retain(|name| !name.is_empty());
    found
}
