//! Whom the council's budget directs its goals to.

use super::body::{bodies_in, body_key};
use uppsikt_domain::block::Content;
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::{Directed as Names, GoalView};
use uppsikt_domain::section::Section;
use uppsikt_text::case::Lower;

/// A goal and whom it is directed to.
#[derive(Debug)]
pub struct Directed<'a> {
    /// The goal.
    pub goal: &'a Section,
    /// The keys of the bodies.
    pub bodies: Vec<String>,
    /// Whether it is directed to all committees.
    pub to_all: bool,
}

/// What stands before those that a goal is directed to, in lower case.
const LABELS: [&str; 12] = [
    "riktat till",
    "riktas till",
    "riktade till",
    "direkt riktat till",
    "ansvariga nämnder",
    "ansvarig nämnd",
    "ansvariga",
    "ansvarig",
    "ansvar",
    "berörda nämnder",
    "berör",
    "nämnder",
];

/// Words for all committees.
const ALL: [&str; 4] = ["samtliga nämnder", "alla nämnder", "samtliga", "alla nämnder och"];

/// The goals of which is told whom they are directed to.
pub fn directed(council: &Document) -> Vec<Directed<'_>> {
    let areas = council.goal_areas();
    let goals = areas.into_iter().flat_map(|area| area.goals);
    goals.filter_map(|goal| by_reading(&goal).or_else(|| by_words(&goal))).collect()
}

/// As it was read.
fn by_reading<'a>(goal: &GoalView<'a>) -> Option<Directed<'a>> {
    let names = &goal.directed_to()?.bodies;
    let to_all = names.iter().any(|name| Names::is_all(name));
    let bodies: Vec<String> = names.iter().filter_map(|name| body_key(name)).collect();
    (to_all || !bodies.is_empty()).then_some(Directed { goal: goal.section, bodies, to_all })
}

/// By the words below it.
fn by_words<'a>(goal: &GoalView<'a>) -> Option<Directed<'a>> {
    let blocks = goal.section.all().into_iter().flat_map(|section| &section.blocks);
    let texts = blocks.flat_map(|block| match &block.content {
        Content::Paragraph { text } | Content::Note { text } => vec![text.as_str()],
        Content::List { items, .. } => items.iter().map(|item| item.text.as_str()).collect(),
        _ => Vec::new(),
    });
    let named = texts.into_iter().find_map(named)?;
    let lower = named.lower();
    let to_all = ALL.iter().any(|words| lower.trim().starts_with(words));
    let bodies = bodies_in(named);
    (to_all || !bodies.is_empty()).then_some(Directed { goal: goal.section, bodies, to_all })
}

/// The words after the label: "Målet riktas till: kommunstyrelsen, byggnadsnämnden".
fn named(text: &str) -> Option<&str> {
    let lower = text.lower();
    if lower.len() != text.len() {
        return None;
    }
    let start = lower.strip_prefix("målet ").map_or(0, |_| "målet ".len());
    let label = LABELS.iter().find(|label| lower[start..].starts_with(**label))?;
    let rest = text.get(start + label.len()..)?.trim_start();
    let sentence = rest.strip_prefix(':').unwrap_or(rest);
    let is_label = rest.starts_with(':') || label.ends_with(" till");
    is_label.then(|| sentence.split(". ").next().unwrap_or(sentence))
}
