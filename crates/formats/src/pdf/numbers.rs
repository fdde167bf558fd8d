//! Lists whose numbers have no point: "1", "2", "3" below one another, each with words a gap away.

use super::printed::Printed;

/// How far edges of the same list may differ.
const AWRY: f64 = 1.5;

/// Gives the numbers of lists their point, so that nobody takes the items for rows of a table.
pub(super) fn point(lines: &mut [Printed]) {
    let mut at = 0;
    while at < lines.len() {
        let items = if opens_list(lines, at) { items(lines, at) } else { Vec::new() };
        if items.len() >= 2 {
            for item in &items {
                lines[*item].stretches[0].text.push('.');
                lines[*item].dotted = true;
            }
        }
        at = items.last().copied().unwrap_or(at) + 1;
    }
}

/// The number of an item: alone before its words.
fn number(line: &Printed) -> Option<u32> {
    let [number, words] = line.stretches.as_slice() else { return None };
    let worded = words.text.chars().any(char::is_alphabetic);
    let short = number.text.len() <= 2 && number.text.bytes().all(|b| b.is_ascii_digit());
    (line.is_text() && worded && short).then(|| number.text.parse().ok())?
}

/// Whether a line is numbered 1 and has no head of a table right above it.
fn opens_list(lines: &[Printed], at: usize) -> bool {
    let head = |above: &Printed| {
        above.stretches.len() == 2 && (above.stretches[1].left - lines[at].stretches[1].left).abs() < AWRY
    };
    number(&lines[at]) == Some(1) && !at.checked_sub(1).is_some_and(|above| head(&lines[above]))
}

/// The lines that count on from one, at the same edges; what wraps stands between.
fn items(lines: &[Printed], first: usize) -> Vec<usize> {
    let edges = |line: &Printed| (line.stretches[0].left, line.stretches[1].left);
    let own = edges(&lines[first]);
    let mut found = vec![first];
    for (line, at) in lines[first + 1..].iter().zip(first + 1..) {
        let wraps = line.stretches.len() == 1 && (line.left() - own.1).abs() < AWRY;
        let next = u32::try_from(found.len()).ok().and_then(|count| count.checked_add(1));
        let counts = number(line).is_some_and(|own| Some(own) == next);
        if counts && (edges(line).0 - own.0).abs() < AWRY && (edges(line).1 - own.1).abs() < AWRY {
            found.push(at);
        } else if !wraps {
            break;
        }
    }
    found
}
