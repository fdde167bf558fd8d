//! The same goal of the same year under two wordings in two documents.

use crate::alike::letters_alike_permille;
use crate::limits::permille;
use crate::place;
use crate::rule::Rule;
use crate::same_place::reworded;
use crate::seen::Seen;
use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::{Hash, Hasher};
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::section::Section;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "goal-wording-differs",
        code: "MAL-002",
        family: Family::Goal,
        severity: Severity::Warning,
        rests_on: "Ett mål har en lydelse: den som fullmäktige beslutade.",
        page_sv: include_str!("goal_wording_differs.sv.md"),
        page_en: include_str!("goal_wording_differs.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    // There is no other document to have other words.
    if picture.documents.len() < 2 {
        return Vec::new();
    }
    let alike = permille(&picture.structure, RULE.about.name, "alike_permille");
    let mut of_year: HashMap<i32, Wordings<'_>> = HashMap::new();
    let mut found = Vec::new();
    for document in &picture.documents {
        let Some(year) = document.year else { continue };
        let wordings = of_year.entry(year).or_default();
        found.extend(document.goals().iter().filter_map(|goal| wordings.meet(document, goal.section, alike)));
    }
    let told: HashSet<_> =
        found.iter().map(|it: &Finding| (it.at.file.clone(), it.at.span.at.line)).collect();
    let far = far_from_council(picture).into_iter();
    found.extend(far.filter(|it| !told.contains(&(it.at.file.clone(), it.at.span.at.line))));
    found
}

/// Goals of committees' documents with the number or the place of a goal of the council's budget of their year, and
/// other words.
fn far_from_council(picture: &Seen<'_>) -> Vec<Finding> {
    let archive = picture.archive();
    let document = |at: &usize| &*picture.documents[*at];
    let mut councils: HashMap<(&str, i32), Vec<usize>> = HashMap::new();
    for (at, shelf) in archive.newest().iter().filter(|(_, it)| it.kind == DocumentKind::CouncilBudget) {
        councils.entry((shelf.city.as_str(), shelf.year)).or_default().push(*at);
    }
    let mut found = Vec::new();
    for (at, shelf) in archive.newest().iter().filter(|(_, it)| !it.body.is_empty()) {
        let Some([council]) = councils.get(&(shelf.city.as_str(), shelf.year)).map(Vec::as_slice) else {
            continue;
        };
        let (own, council) = (document(at), document(council));
        let far = reworded(own, council).into_iter();
        found.extend(far.map(|(ours, theirs)| Finding {
            confidence_percent: 70,
            ..tell((own, ours), (council, theirs))
        }));
    }
    found
}

/// The wordings of the goals of a year, each where it stands first.
#[derive(Default)]
struct Wordings<'a> {
    known: HashSet<String>,
    first: Vec<(&'a Document, &'a Section)>,
    /// Which wordings are left as these words when a word or two are taken away.
    by_rest: HashMap<u64, Vec<usize>>,
}

impl<'a> Wordings<'a> {
    /// Takes in a goal. A wording met for the first time is held against those that it shares
    /// all words but one or two with: the cost grows with the number of wordings, not its square.
    fn meet(&mut self, document: &'a Document, goal: &'a Section, alike: u16) -> Option<Finding> {
        let name = normalized(&goal.name);
        if self.known.contains(&name) {
            return None;
        }
        let rests = rests(&name);
        self.known.insert(name);
        let near: BTreeSet<usize> =
            rests.iter().filter_map(|rest| self.by_rest.get(rest)).flatten().copied().collect();
        let meant =
            near.into_iter().map(|at| self.first[at]).find(|it| is_meant(&it.1.name, &goal.name, alike));
        rests.into_iter().for_each(|rest| self.by_rest.entry(rest).or_default().push(self.first.len()));
        self.first.push((document, goal));
        meant.map(|other| tell((document, goal), other))
    }
}

/// Of a wording of more words than this only one is taken away.
const WORDS: usize = 30;

/// Numbers for a wording, whatever the order of its words, and for what is left of it without any
/// one or two of them. Wordings that are meant to be one share such a rest, as a slip changes a
/// word or two.
fn rests(name: &str) -> Vec<u64> {
    let words: Vec<u64> = name.split_whitespace().map(number).collect();
    let all = words.iter().fold(0_u64, |sum, word| sum.wrapping_add(*word));
    let without = |words: &[u64]| words.iter().fold(all, |sum, word| sum.wrapping_sub(*word));
    let two = if words.len() <= WORDS { words.len() } else { 0 };
    let pairs = (0..two).flat_map(|first| (first + 1..two).map(move |second| (first, second)));
    let mut found: Vec<u64> = pairs.map(|(first, second)| without(&[words[first], words[second]])).collect();
    found.extend(words.iter().map(|word| without(&[*word])));
    found.push(all);
    found.sort_unstable();
    found.dedup();
    found
}

fn number(word: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    word.hash(&mut hasher);
    hasher.finish()
}

/// Whether two wordings that are so like each other (thousandths), letter by letter, are meant to be one. Lengths are held against each other first: wordings
/// of too different lengths cannot be alike, and it costs nothing to see.
fn is_meant(one: &str, other: &str, alike: u16) -> bool {
    let near = one.len().abs_diff(other.len()) * 4 <= one.len().max(other.len());
    near && letters_alike_permille(one, other) >= alike
}

fn tell(ours: (&Document, &Section), theirs: (&Document, &Section)) -> Finding {
    Finding {
        confidence_percent: 85,
        also_at: vec![place::heading(theirs.0, theirs.1)],
        found: verbatim(ours.1.name.clone()),
        expected: verbatim(theirs.1.name.clone()),
        advice: Message::new("rule-goal-wording-differs-try"),
        ..RULE.about.finding(place::heading(ours.0, ours.1), Message::new("rule-goal-wording-differs-says"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(one: &str, other: &str) -> bool {
        let others = rests(&normalized(other));
        rests(&normalized(one)).iter().any(|rest| others.contains(rest))
    }

    #[test]
    fn a_slip_in_a_word_or_two_leaves_a_rest_in_common() {
        let name = "Fler barn och unga har en meningsfull fritid";
        for slipped in [
            "Fler barn och unga har en meningsfull fritd",
            "Fler barn och unga har meningsfull fritid",
            "Fler barn och unga har en menings full fritid",
            "Flera barn och unga har en meningsfull fritids",
        ] {
            assert!(share(name, slipped), "{slipped}");
        }
        assert!(!share(name, "Äldre bestämmer mer över sin vardag hemma"));
    }
}
