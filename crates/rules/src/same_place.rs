//! Goals of a committee's document that have the number or the place of a goal of the council's budget, and
//! other words: too many are changed for a slip, and too few for another goal.

use std::collections::{BTreeMap, HashSet};
use uppsikt_domain::document::Document;
use uppsikt_domain::section::Section;
use uppsikt_text::compare::{likeness_permille, normalized};

/// A goal with its number.
struct Own<'a> {
    section: &'a Section,
    number: Option<String>,
    name: String,
}

/// Wordings less like each other than this (thousandths) are of two goals.
const LIKE_PERMILLE: u16 = 450;

/// So many other goals that are called alike show that one list is the other.
const OTHERS: usize = 2;

/// The goals that are worded otherwise, each with the council's.
pub fn reworded<'a>(own: &'a Document, council: &'a Document) -> Vec<(&'a Section, &'a Section)> {
    let (ours, theirs) = (goals(own), goals(council));
    let names = |goals: &[Own<'_>]| goals.iter().map(|it| it.name.clone()).collect::<HashSet<_>>();
    let (our_names, their_names) = (names(&ours), names(&theirs));
    let left: Vec<&Own<'_>> = ours.iter().filter(|it| !their_names.contains(&it.name)).collect();
    let free: Vec<&Own<'_>> = theirs.iter().filter(|it| !our_names.contains(&it.name)).collect();
    if left.is_empty() || free.is_empty() || !is_numbered_alike(&ours, &theirs) {
        return alone(&ours, &left, &free);
    }
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    ours.iter().filter_map(|it| it.number.as_deref()).for_each(|it| *numbers.entry(it).or_default() += 1);
    let pair = |one: &&Own<'a>| {
        let number = one.number.as_deref().filter(|number| numbers.get(number) == Some(&1))?;
        let mut same = free.iter().filter(|it| it.number.as_deref() == Some(number));
        let other = same.next().filter(|_| same.next().is_none())?;
        is_like(one, other).then_some((one.section, other.section))
    };
    left.iter().filter_map(pair).collect()
}

/// The only goal of a list of the council's goals that none of them is called as, and the only of theirs that is left.
fn alone<'a>(ours: &[Own<'a>], left: &[&Own<'a>], free: &[&Own<'a>]) -> Vec<(&'a Section, &'a Section)> {
    let ([one], [other]) = (left, free) else { return Vec::new() };
    let numbered = one.number.is_some() && other.number.is_some() && one.number != other.number;
    let sound = ours.len() > OTHERS && !numbered && is_like(one, other);
    if sound { vec![(one.section, other.section)] } else { Vec::new() }
}

fn is_like(one: &Own<'_>, other: &Own<'_>) -> bool {
    likeness_permille(&one.name, &other.name) >= LIKE_PERMILLE
}

/// Whether some goals have the same number and the same words in both, and none with the same words another number.
fn is_numbered_alike(ours: &[Own<'_>], theirs: &[Own<'_>]) -> bool {
    let same = ours.iter().filter_map(|one| {
        let other = theirs.iter().find(|it| it.name == one.name)?;
        Some(one.number.is_some() && one.number == other.number)
    });
    let same: Vec<bool> = same.collect();
    !same.is_empty() && same.iter().all(|same| *same)
}

fn goals(document: &Document) -> Vec<Own<'_>> {
    let own = |section: &'_ Section| -> (Option<String>, String) {
        let heading = section.heading.as_ref().map(|it| it.text.as_str()).unwrap_or_default();
        (number(heading), normalized(&section.name))
    };
    let all = document.goals().into_iter().map(|goal| goal.section);
    all.map(|section| {
        let (number, name) = own(section);
        Own { section, number, name }
    })
    .collect()
}

/// The number stands among so many words at the beginning of a heading.
const WORDS: usize = 3;

/// "Kommunfullmäktigemål 1.1 - …": 1.1.
fn number(heading: &str) -> Option<String> {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let is_number = |word: &String| {
        word.split('.')
            .all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit()))
    };
    heading.split_whitespace().take(WORDS).map(bare).find(is_number)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_goals_number_stands_first_or_after_what_it_is_called() {
        assert_eq!(number("Kommunfullmäktigemål 1.1 - Alla har nära"), Some("1.1".to_owned()));
        assert_eq!(number("3. Alla har nära"), Some("3".to_owned()));
        assert_eq!(number("Alla har nära till 5 parker"), None);
    }
}
