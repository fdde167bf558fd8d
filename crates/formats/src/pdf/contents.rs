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

/// How many lines from here on are entries: words and a page number that does not fall.
pub(super) fn count(lines: &[Printed], pages: u32) -> usize {
    let mut least = 0;
    let mut right: Option<f64> = None;
    let run = lines.iter().take_while(|line| {
        let Some(page) = page(line) else { return false };
        let aligned = right.is_none_or(|it| (it - line.right()).abs() < line.size);
        right = Some(line.right());
        let sound = aligned && page >= least && page <= pages + 20 && !line.is_running;
        least = page;
        sound
    });
    let count = run.count();
    let led = lines.iter().take(count).filter(|line| has_leader(&line.text())).count();
    if count >= 3 || led == count { count } else { 0 }
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
