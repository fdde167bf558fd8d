//! A goal area under another name than the council's budget has.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::HashMap;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::goal::AreaView;
use uppsikt_domain::section::Section;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "goal-area-differs",
        code: "MAL-006",
        family: Family::Goal,
        severity: Severity::Warning,
        rests_on: "Målområdena är fullmäktiges: ett mål hör till ett av dem.",
        page_sv: include_str!("goal_area_differs.sv.md"),
        page_en: include_str!("goal_area_differs.en.md"),
    },
    check,
};

/// Documents of committees that tell of the council's goals under its areas.
const COMMITTEES: [DocumentKind; 3] =
    [DocumentKind::CommitteeBudget, DocumentKind::InterimReport, DocumentKind::AnnualAnalysis];

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let archive = picture.archive();
    let mut found = Vec::new();
    for (at, shelf) in archive.newest().iter().filter(|(_, shelf)| COMMITTEES.contains(&shelf.kind)) {
        let budgets = archive.at(&shelf.beside("", DocumentKind::CouncilBudget, shelf.year));
        let [budget] = budgets else { continue };
        let (own, council) = (picture.sheets()[*at].document, picture.sheets()[*budget].document);
        found.extend(of_document(own, council));
    }
    found
}

/// Areas that the council has not, all of whose goals it has in one other.
fn of_document(document: &Document, council: &Document) -> Vec<Finding> {
    let theirs = council.goal_areas();
    let mut by_goal: HashMap<String, &Section> = HashMap::new();
    for area in &theirs {
        let Some(section) = area.section else { continue };
        area.goals.iter().for_each(|goal| {
            by_goal.insert(normalized(goal.name()), section);
        });
    }
    let is_theirs = |name: &str| {
        theirs
            .iter()
            .filter_map(|area| area.section)
            .any(|section| normalized(&section.name) == normalized(name))
    };
    let own = document.goal_areas();
    let other = own.iter().filter_map(|area| {
        let section = area.section.filter(|section| !is_theirs(&section.name) && !section.name.is_empty())?;
        Some((section, only_area(area, &by_goal)?))
    });
    other.map(|(own, theirs)| tell(document, own, council, theirs)).collect()
}

/// The one area in which the council has all goals of another.
fn only_area<'a>(area: &AreaView<'_>, by_goal: &HashMap<String, &'a Section>) -> Option<&'a Section> {
    let mut of = area.goals.iter().map(|goal| by_goal.get(&normalized(goal.name())).copied());
    let first = of.next()??;
    of.all(|other| other.is_some_and(|other| other.name == first.name)).then_some(first)
}

fn tell(document: &Document, own: &Section, council: &Document, theirs: &Section) -> Finding {
    Finding {
        confidence_percent: 80,
        also_at: vec![place::heading(council, theirs)],
        found: verbatim(own.name.clone()),
        expected: verbatim(theirs.name.clone()),
        advice: Message::new("rule-goal-area-differs-try"),
        ..RULE.about.finding(place::heading(document, own), Message::new("rule-goal-area-differs-says"))
    }
}
