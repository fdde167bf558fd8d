//! Notes below the text: told right after the paragraph that calls for them.

use super::printed::Printed;
use crate::blocks::shifted;
use std::ops::Range;

/// Notes are smaller than this share of the text that calls for them.
const NOTE_SIZE: f64 = 0.92;
/// Lines of a paragraph are no further apart than this, in sizes.
const PITCH: f64 = 1.55;
/// Lines may differ in size by this share.
const AWRY: f64 = 0.05;
/// More of them on a page are no notes.
const MOST_NOTES: usize = 40;

/// The lines of a page, each note after the paragraph with its raised number.
pub(super) fn in_place(lines: Vec<Printed>) -> Vec<Printed> {
    let starts = (0..lines.len()).filter_map(|at| Some((at, number(&lines[at])?)));
    let moves: Vec<(Range<usize>, usize)> = starts
        .take(MOST_NOTES)
        .filter_map(|(start, number)| {
            let call = call(&lines[..start], &number, lines[start].size)?;
            let after = call + paragraph(&lines[call..start], false);
            let note = start..start + paragraph(&lines[start..], true);
            (after < start).then_some((note, after))
        })
        .collect();
    let mut ordered = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        for (note, _) in moves.iter().filter(|(_, after)| *after == at) {
            ordered.extend_from_slice(&lines[note.clone()]);
        }
        if !moves.iter().any(|(note, _)| note.contains(&at)) {
            ordered.push(line.clone());
        }
    }
    ordered
}

/// The number that a note begins with, raised: "1. Mätt i augusti.", "¹ Mätt i augusti."
fn number(line: &Printed) -> Option<String> {
    let [only] = line.stretches.as_slice() else { return None };
    let plain: String = only.text.chars().take_while(char::is_ascii_digit).collect();
    let rest = only.text.strip_prefix(&plain)?;
    let raised: String = rest.chars().take_while(|c| is_raised(*c)).collect();
    let words = rest.strip_prefix(&raised)?.trim_start_matches(['.', ')']);
    let worded = words.trim_start().starts_with(char::is_alphabetic);
    let number = match (plain.len(), raised.chars().count()) {
        (1..=2, 0) if words.len() < rest.len() || words.starts_with(' ') => shifted(&plain, true),
        (0, 1..=2) => raised,
        _ => return None,
    };
    (line.is_text() && worded).then_some(number)
}

fn is_raised(c: char) -> bool {
    matches!(c, '\u{b9}' | '\u{b2}' | '\u{b3}' | '\u{2070}'..='\u{2079}')
}

/// The last line of larger text with a raised number.
fn call(lines: &[Printed], number: &str, size: f64) -> Option<usize> {
    let calls = |line: &Printed| {
        let larger = line.is_text() && line.stretches.len() == 1 && size < NOTE_SIZE * line.size;
        larger && line.text().split(|c| !is_raised(c)).any(|own| own == number)
    };
    lines.iter().rposition(calls)
}

/// How many lines the paragraph at the first line has from there on. A note ends where the next begins.
fn paragraph(lines: &[Printed], note: bool) -> usize {
    let goes_on = |pair: &&[Printed]| {
        let [above, line] = pair else { return false };
        let gap = line.baseline - above.baseline;
        let alike = (line.size - above.size).abs() < AWRY * above.size && line.bold == above.bold;
        let near = (0.0..PITCH * line.size).contains(&gap) && line.stretches.len() == 1;
        alike && near && line.is_text() && !line.dotted && !(note && number(line).is_some())
    };
    lines.windows(2).take_while(goes_on).count() + 1
}
