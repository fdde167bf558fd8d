//! Names of committees made of two parts, and what makes two of them the same committee's.

use crate::prose::{Passage, passages};
use std::collections::BTreeMap;
use uppsikt_domain::document::Document;
use uppsikt_text::case::Lower;

/// A name of two parts as it is printed in a passage: "kultur- och fritidsnämnden".
pub struct Named<'a> {
    /// Where it stands.
    pub passage: Passage<'a>,
    /// In lower case, without the genitive's s.
    pub name: String,
}

/// The names of two parts in the running text, and how often each stands in the document, in tables too.
pub fn of_two_parts(document: &Document) -> (Vec<Named<'_>>, BTreeMap<String, usize>) {
    let all = passages(document).into_iter().flat_map(|passage| {
        let names = names(passage.text);
        names.into_iter().map(move |name| Named { passage: passage.clone(), name })
    });
    let named: Vec<Named<'_>> = all.collect();
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    named.iter().for_each(|it| *counted.entry(it.name.clone()).or_default() += 1);
    let rows = document.tables().into_iter().flat_map(|(_, table)| &table.rows);
    let labels = rows.flat_map(|row| names(&row.label.text));
    labels.for_each(|name| *counted.entry(name).or_default() += 1);
    let own = document.body.iter().flat_map(|body| names(&body.text));
    own.for_each(|name| *counted.entry(name).or_default() += OWN);
    (named, counted)
}

/// The document's own body is named by its heads as well.
const OWN: usize = 10;

/// "… kultur- och fritidsnämnden …", "Barn- och ungdomsnämnd".
fn names(text: &str) -> Vec<String> {
    if !text.contains("ämnd") {
        return Vec::new();
    }
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !(c.is_alphanumeric() || c == '-')).lower())
        .collect();
    let mut found = Vec::new();
    for (at, three) in words.windows(3).enumerate() {
        let [first, and, last] = three else { continue };
        let before = at.checked_sub(1).map(|at| words[at].as_str());
        // "Arbetsmarknads-, social- och vuxennämnden" has three parts.
        let more = before.is_some_and(|word| word.ends_with('-'));
        let last = last.trim_end_matches('s');
        let is_name = first.ends_with('-') && and == "och" && last.ends_with("nämnden");
        found.extend((is_name && !more).then(|| format!("{first} och {last}")));
    }
    found
}

/// Its two parts, without their joining s: "kultur", "fritid".
fn parts(name: &str) -> Option<(&str, &str)> {
    let (first, last) = name.split_once("- och ")?;
    let last = last.strip_suffix("nämnden")?;
    Some((first.trim_end_matches('s'), last.trim_end_matches('s')))
}

/// How two names are of one committee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Same {
    /// The same parts in another order, or without a joining s.
    Surely,
    /// One part is the same and the other is not.
    Likely,
}

/// Whether two names are of one committee.
pub fn same(one: &str, other: &str) -> Option<Same> {
    let ((a, b), (c, d)) = (parts(one)?, parts(other)?);
    if one == other {
        return None;
    }
    match () {
        // A joining s is left out sooner than it is put in.
        () if a == c && b == d => (one.len() < other.len()).then_some(Same::Surely),
        () if a == d && b == c => Some(Same::Surely),
        () if a == c => Some(Same::Likely),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_parts_in_another_order_are_one_committee() {
        let own = "kultur- och fritidsnämnden";
        assert_eq!(same("fritids- och kulturnämnden", own), Some(Same::Surely));
        assert_eq!(same("kultur- och fritidnämnden", own), Some(Same::Surely));
        assert_eq!(same("kulturs- och fritidsnämnden", own), None);
        assert_eq!(same("kultur- och idrottsnämnden", own), Some(Same::Likely));
        assert_eq!(same("barn- och fritidsnämnden", own), None);
        assert_eq!(same(own, own), None);
    }

    #[test]
    fn names_are_found_with_their_genitive_and_not_as_halves_of_longer_ones() {
        assert_eq!(names("Kultur- och fritidsnämndens budget."), ["kultur- och fritidsnämnden"]);
        assert!(names("Hälsa-, vård- och omsorgsnämnden").is_empty());
        assert!(names("Skolnämnden och parknämnden").is_empty());
    }
}
