//! Plans and programmes that sentences name with their years: "Cykelplan för Storby 2023–2030".

use crate::lines::words;
use crate::prose::locate;
use crate::seen::Sheet;
use uppsikt_domain::place::Span;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;

/// A plan with its years.
#[derive(Debug, Clone)]
pub struct PlanYears {
    /// Its name, for comparing.
    pub name: String,
    /// The first year.
    pub first: String,
    /// The last year.
    pub last: String,
    /// As printed.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// How the names of such documents begin or end.
const KINDS: [&str; 8] =
    ["plan", "planen", "program", "programmet", "strategi", "strategin", "policy", "policyn"];

/// A name's years stand at most so many words after what it is.
const WORDS: usize = 6;

/// All plans that the sentences of a document name with years.
pub fn plan_years(sheet: &Sheet<'_>) -> Vec<PlanYears> {
    let mut found = Vec::new();
    for (passage, sentence) in sheet.said() {
        let named = in_sentence(sentence).into_iter();
        found.extend(named.map(|(name, first, last, text)| {
            let span = locate(sheet.document, passage.span, text);
            PlanYears { name, first, last, text: text.to_owned(), span }
        }));
    }
    found
}

/// The names of a sentence's plans with their years and as printed.
fn in_sentence(sentence: &str) -> Vec<(String, String, String, &str)> {
    if !sentence.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let words = words(sentence);
    let mut found = Vec::new();
    for (at, (range, word)) in words.iter().enumerate() {
        let Some((first, last)) = span_of_years(word) else { continue };
        let before = at.saturating_sub(WORDS)..at;
        let Some(kind) = before.clone().rev().find(|at| is_kind(words[*at].1)) else { continue };
        // A mark between them ends the name.
        let joined = words[kind..at].iter().all(|(_, word)| !word.ends_with([',', '.', ';', ':', ')']));
        let start = words[kind].0.start;
        let Some(name) = sentence.get(start..range.start).filter(|_| joined) else { continue };
        let end = range.start + word.trim_end_matches(|c: char| !c.is_ascii_digit()).len();
        let Some(text) = sentence.get(start..end) else { continue };
        found.push((normalized(name), first, last, text));
    }
    found
}

fn is_kind(word: &str) -> bool {
    let lower = word.lower();
    word.starts_with(char::is_uppercase) && KINDS.iter().any(|kind| lower.ends_with(kind))
}

/// "2023–2030," is 2023 and 2030.
fn span_of_years(word: &str) -> Option<(String, String)> {
    let bare = word.trim_matches(|c: char| !c.is_ascii_digit());
    let (first, last) = bare.split_once(['-', '\u{2013}', '\u{2014}'])?;
    let is_year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    (is_year(first) && is_year(last) && first < last).then(|| (first.to_owned(), last.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_named_with_its_years() {
        let told = |sentence: &str| {
            let all = in_sentence(sentence).into_iter();
            all.map(|(name, first, last, _)| format!("{name} | {first} | {last}")).collect::<Vec<_>>()
        };
        assert_eq!(
            told("Nämnden följer Cykelplan för Storby 2023–2030 och Grönplan 2022-2032."),
            ["cykelplan för storby | 2023 | 2030", "grönplan | 2022 | 2032"]
        );
        assert!(told("Under planen 2023–2030 byggs vägar.").is_empty());
        assert!(told("Enligt Cykelplan för Storby, beslutad 2023–2030.").is_empty());
        assert!(told("Under 2023–2030 byggs vägar.").is_empty());
    }
}
