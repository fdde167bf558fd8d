//! Tables of contents: entries with leaders, or with page numbers to the right.

use super::printed::Printed;

/// The end of an entry's words, where dots lead to its page.
fn leader(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_end();
    let words = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let page = text.get(words.len()..)?;
    let before = words.trim_end_matches(['.', '\u{2026}', '\u{b7}', '_', ' ']);
    let dots: usize = words
        .get(before.len()..)?
        .chars()
        .map(|c| if c == '\u{2026}' { 3 } else { usize::from(c != ' ') })
        .sum();
    (dots >= 4 && page.len() <= 4).then_some((before, page))
}

pub(super) fn has_leader(text: &str) -> bool {
    leader(text).is_some()
}

/// The entries from here on, each with how many lines it takes: words and a page number that does
/// not fall. An entry may begin on lines without its page.
pub(super) fn entries(lines: &[Printed], pages: u32) -> Vec<usize> {
    let mut least = 0;
    let mut right: Option<f64> = None;
    let (mut found, mut begun, mut led) = (Vec::new(), 0, 0);
    for (at, line) in lines.iter().enumerate() {
        let aligned = |most: f64| right.is_none_or(|it| (it - line.right()).abs() < most * line.size);
        let tight = || (right.is_some() && aligned(0.3)).then(|| last_number(line))?;
        let has_leader = has_leader(&line.text());
        match page(line).or_else(tight) {
            Some(page) => {
                let whole = begun == 0 || led == 0 || has_leader;
                if !(aligned(1.0) && whole && page >= least && page <= pages + 20 && line.is_text()) {
                    break;
                }
                (right, least) = (Some(line.right()), page);
                led += usize::from(has_leader);
                found.push(begun + 1);
                begun = 0;
            }
            None if begun < MOST_BEGUN && begins(lines, at) && !found.is_empty() => begun += 1,
            None => break,
        }
    }
    if found.len() >= 3 || led == found.len() { found } else { Vec::new() }
}

/// The number that ends a line right after its words, where no room was left for a leader.
fn last_number(line: &Printed) -> Option<u32> {
    let text = line.text();
    let (words, number) = text.trim_end().rsplit_once(' ')?;
    (words.ends_with(char::is_alphabetic) && number.len() <= 3).then(|| number.parse().ok())?
}

/// An entry begins on so many lines without its page, at most.
const MOST_BEGUN: usize = 2;

/// Whether a line is words as near and as large as those above it.
fn begins(lines: &[Printed], at: usize) -> bool {
    let (line, above) = (&lines[at], at.checked_sub(1).and_then(|at| lines.get(at)));
    above.is_some_and(|above| {
        let near = line.baseline - above.baseline < 2.2 * line.size;
        let alike = (line.size - above.size).abs() < 0.25 * above.size;
        line.is_text() && near && alike && line.stretches.len() <= 2
    })
}

fn page(line: &Printed) -> Option<u32> {
    if let Some((_, page)) = leader(&line.text()) {
        return page.parse().ok();
    }
    let [words @ .., last] = line.stretches.as_slice() else { return None };
    let worded = words.len() <= 2 && words.iter().any(|it| it.text.chars().any(char::is_alphabetic));
    (worded && last.text.len() <= 4).then(|| last.text.parse().ok())?
}

/// An entry as a plain line: words, dots, page.
pub(super) fn entry(text: &str) -> String {
    if let Some((words, page)) = leader(text) {
        return format!("{words} ..... {page}").trim_end().to_owned();
    }
    match text.rsplit_once(' ') {
        Some((words, page)) if !page.is_empty() && page.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{} ..... {page}", words.trim_end())
        }
        _ => text.to_owned(),
    }
}
