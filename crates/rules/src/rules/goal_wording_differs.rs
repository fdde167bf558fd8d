//! The same goal of the same year under two wordings in two documents.

use crate::alike::letters_alike_permille;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::{HashMap, HashSet};
use uppsikt_domain::document::Document;
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

/// Names this like each other (thousandths), letter by letter, are meant to be the same.
const MEANT_PERMILLE: u16 = 880;

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let mut of_year: HashMap<i32, Wordings<'_>> = HashMap::new();
    let mut found = Vec::new();
    for document in &picture.documents {
        let Some(year) = document.year else { continue };
        let wordings = of_year.entry(year).or_default();
        found.extend(document.goals().iter().filter_map(|goal| wordings.meet(document, goal.section)));
    }
    found
}

/// The wordings of the goals of a year, each where it stands first.
#[derive(Default)]
struct Wordings<'a> {
    known: HashSet<String>,
    first: Vec<(&'a Document, &'a Section)>,
}

impl<'a> Wordings<'a> {
    /// Takes in a goal. A wording met for the first time is held against the others.
    fn meet(&mut self, document: &'a Document, goal: &'a Section) -> Option<Finding> {
        if !self.known.insert(normalized(&goal.name)) {
            return None;
        }
        let meant = self.first.iter().find(|other| is_meant(&other.1.name, &goal.name)).copied();
        self.first.push((document, goal));
        meant.map(|other| tell((document, goal), other))
    }
}

/// Whether two wordings are meant to be one. Lengths are held against each other first: wordings
/// of too different lengths cannot be alike, and it costs nothing to see.
fn is_meant(one: &str, other: &str) -> bool {
    let near = one.len().abs_diff(other.len()) * 4 <= one.len().max(other.len());
    near && letters_alike_permille(one, other) >= MEANT_PERMILLE
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
