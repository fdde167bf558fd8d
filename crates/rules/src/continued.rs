//! What of last year's plan goes on in this year's, and what does not: goals, assignments.

use crate::pairs::{figured, is_like};
use crate::prose::{passages, words};
use std::cell::OnceCell;
use std::collections::BTreeSet;
use uppsikt_domain::assignment::Assignment;
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::GoalView;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::{likeness_permille, normalized};
use uppsikt_text::sentence::sentences;

/// What became of the goals of a plan in the next.
pub struct Goals<'a> {
    /// Goals under another wording: as before, and now.
    pub reworded: Vec<(GoalView<'a>, GoalView<'a>)>,
    /// Goals that nothing followed upon.
    pub gone: Vec<GoalView<'a>>,
}

/// What became of the goals of a plan in the next, where most of them are as they were: a council
/// that has made its goals anew has said so.
///
/// Wordings that have so much in common (thousandths), word by word, are of one goal.
pub fn goals<'a>(earlier: &'a Document, later: &'a Document, alike_permille: u16) -> Goals<'a> {
    let (before, after) = (earlier.goals(), later.goals());
    let is_in = |goal: &GoalView<'_>, others: &[GoalView<'_>]| {
        others.iter().any(|other| normalized(other.name()) == normalized(goal.name()))
    };
    let left: Vec<GoalView<'a>> = before.iter().copied().filter(|goal| !is_in(goal, &after)).collect();
    let mut new: Vec<GoalView<'a>> = after.iter().copied().filter(|goal| !is_in(goal, &before)).collect();
    let kept = before.len() - left.len();
    let mut found = Goals { reworded: Vec::new(), gone: Vec::new() };
    if kept < 2 || kept < left.len() {
        return found;
    }
    for goal in left {
        match new.iter().position(|other| is_same_goal(goal, *other, alike_permille)) {
            Some(at) => found.reworded.push((goal, new.remove(at))),
            None => found.gone.push(goal),
        }
    }
    found
}

/// Whether a goal is another in other words: wordings much alike, or an indicator in common.
fn is_same_goal(one: GoalView<'_>, other: GoalView<'_>, alike_permille: u16) -> bool {
    let (a, b) = (normalized(one.name()), normalized(other.name()));
    let names = |goal: GoalView<'_>| figured(goal).into_iter().map(|(name, _)| name).collect::<BTreeSet<_>>();
    likeness_permille(&a, &b) >= alike_permille
        || is_like(&a, &b)
        || names(one).intersection(&names(other)).next().is_some()
}

/// All assignments of a document, those in rows of tables as well, in order.
pub fn assignments(document: &Document) -> Vec<&Assignment> {
    let areas = document.goal_areas();
    let mut all: Vec<&Assignment> = areas.iter().flat_map(|area| area.assignments.iter().copied()).collect();
    all.sort_by_key(|it| it.span);
    all
}

/// Orders this like each other (thousandths) are the same.
const SAME_ORDER_PERMILLE: u16 = 600;

/// Whether two assignments are one.
pub fn is_same_order(one: &Assignment, other: &Assignment) -> bool {
    likeness_permille(&one.text, &other.text) >= SAME_ORDER_PERMILLE
}

/// Shorter words are in every sentence.
const LETTERS: usize = 5;

/// What the passages and headings of a document say, in lower case, when something first asks for it.
pub struct Spoken<'a> {
    document: &'a Document,
    said: OnceCell<Vec<String>>,
}

impl<'a> Spoken<'a> {
    /// Of a document.
    pub fn of(document: &'a Document) -> Self {
        Spoken { document, said: OnceCell::new() }
    }

    /// Whether some sentence or heading speaks of what a text says: it has most of its words, however
    /// they end.
    pub fn has(&self, text: &str) -> bool {
        let stems = stems(text);
        !stems.is_empty() && self.said().iter().any(|sentence| has_most(sentence, &stems))
    }

    fn said(&self) -> &[String] {
        self.said.get_or_init(|| {
            let sections = self.document.all_sections().into_iter();
            let headings = sections.filter_map(|section| Some(section.heading.as_ref()?.text.lower()));
            let passages = passages(self.document).into_iter();
            let said = passages.flat_map(|passage| sentences(passage.text)).map(Lower::lower);
            said.chain(headings).collect()
        })
    }
}

/// Whether a sentence in lower case has all of a few stems, or three in four of many.
fn has_most(lower: &str, stems: &[String]) -> bool {
    let had = stems.iter().filter(|stem| lower.contains(stem.as_str())).count();
    had * 4 >= stems.len() * 3
}

/// The beginnings of the words that say what a text is about.
fn stems(text: &str) -> Vec<String> {
    let long = words(text).into_iter().filter(|word| word.chars().count() >= LETTERS);
    long.map(|word| word.chars().take(LETTERS).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_text_is_about_is_known_however_its_words_end() {
        let stems = stems("Kartlägga föreningarnas behov av lokaler");
        assert!(has_most("kartläggningen av föreningars lokaler är klar.", &stems));
        assert!(!has_most("föreningarna får besked i mars.", &stems));
    }
}
