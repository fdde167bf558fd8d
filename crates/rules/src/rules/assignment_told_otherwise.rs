//! The same assignment in two places, with two leads or two ways of reporting back.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::assignment::{Assignment, ReportBack, ReportBackHow};
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::{likeness_permille, normalized};

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assignment-told-otherwise",
        code: "UPP-008",
        family: Family::Assignment,
        severity: Severity::Warning,
        rests_on: "Ett uppdrag ges till en bestämd nämnd och återrapporteras en gång.",
        page_sv: include_str!("assignment_told_otherwise.sv.md"),
        page_en: include_str!("assignment_told_otherwise.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let areas = document.goal_areas();
    let mut given: Vec<&Assignment> =
        areas.iter().flat_map(|area| area.assignments.iter().copied()).collect();
    given.sort_by_key(|it| it.span);
    let orders: Vec<String> = given.iter().map(|it| order(it)).collect();
    let mut found = Vec::new();
    for later in 1..given.len() {
        let earlier = (0..later).find(|earlier| is_same(&orders[*earlier], &orders[later]));
        let differs = earlier.and_then(|it| Some((given[it], differs(given[it], given[later])?)));
        found.extend(differs.map(|(earlier, told)| tell(document, (earlier, given[later]), told)));
    }
    found
}

/// What is to be done, without who is to do it.
fn order(assignment: &Assignment) -> String {
    let text = normalized(&assignment.text);
    let after = text.find("i uppdrag att").map(|at| &text[at + "i uppdrag att".len()..]);
    after.unwrap_or(&text).trim().trim_start_matches("att ").to_owned()
}

/// Shorter orders, in bytes, may be of different things; those this like each other (thousandths)
/// are the same.
const LETTERS: usize = 25;
const SAME_PERMILLE: u16 = 850;

fn is_same(one: &str, other: &str) -> bool {
    let long = one.len().min(other.len()) >= LETTERS;
    let near = one.len().abs_diff(other.len()) * 4 <= one.len().max(other.len());
    long && (one.contains(other)
        || other.contains(one)
        || near && likeness_permille(one, other) >= SAME_PERMILLE)
}

/// What the two tell otherwise: as the earlier has it, and as the later has it.
fn differs(earlier: &Assignment, later: &Assignment) -> Option<(String, String)> {
    let leads = earlier.lead.clone().zip(later.lead.clone());
    let other_lead = leads.filter(|(one, other)| !is_part(one, other) && !is_part(other, one));
    let (one, other) = (&earlier.report_back, &later.report_back);
    let years = one.year.zip(other.year).filter(|(one, other)| one != other);
    let years = years.map(|(one, other)| (one.to_string(), other.to_string()));
    let stated =
        one.how != ReportBackHow::NotStated && other.how != ReportBackHow::NotStated && one.how != other.how;
    let wording = |it: &ReportBack| it.wording.as_ref().map(|wording| wording.text.clone());
    let ways = wording(one).zip(wording(other)).filter(|_| stated);
    other_lead.or(years).or(ways)
}

fn is_part(one: &str, other: &str) -> bool {
    normalized(one).contains(&normalized(other))
}

fn tell(
    document: &Document,
    (earlier, later): (&Assignment, &Assignment),
    (was, is): (String, String),
) -> Finding {
    Finding {
        confidence_percent: 80,
        also_at: vec![place::at(document, earlier.span)],
        found: verbatim(is),
        expected: verbatim(was),
        advice: Message::new("rule-assignment-told-otherwise-try"),
        ..RULE
            .about
            .finding(place::at(document, later.span), Message::new("rule-assignment-told-otherwise-says"))
    }
}
