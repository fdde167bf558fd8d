//! The same goal of the same year under two wordings in two documents.

use crate::alike::letters_alike_permille;
use crate::place;
use crate::rule::Rule;
use uppsikt_domain::document::Document;
use uppsikt_domain::picture::Picture;
use uppsikt_domain::section::Section;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::same;

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

fn check(picture: &Picture) -> Vec<Finding> {
    let named: Vec<(&Document, i32, &Section)> = picture
        .documents
        .iter()
        .flat_map(|document| {
            document.goals().into_iter().filter_map(|goal| Some((&**document, document.year?, goal.section)))
        })
        .collect();
    let mut found = Vec::new();
    let mut first: Vec<&(&Document, i32, &Section)> = Vec::new();
    for goal in &named {
        let of_year = || first.iter().filter(|other| other.1 == goal.1);
        if of_year().any(|other| same(&other.2.name, &goal.2.name)) {
            continue;
        }
        let meant =
            of_year().find(|other| letters_alike_permille(&other.2.name, &goal.2.name) >= MEANT_PERMILLE);
        found.extend(meant.map(|other| tell((goal.0, goal.2), (other.0, other.2))));
        first.push(goal);
    }
    found
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
