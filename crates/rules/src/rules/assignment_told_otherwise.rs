//! The same assignment in two places, with two leads or two ways of reporting back.

use crate::orders::{self, Item};
use crate::place;
use crate::prose::locate;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
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
    picture.sheets().iter().flat_map(of_sheet).collect()
}

fn of_sheet(sheet: &Sheet<'_>) -> Vec<Finding> {
    let mut found = of_document(sheet.document);
    found.extend(other_leads(sheet));
    found.extend(reported_by_another(sheet.document));
    found.extend(led_by_another(sheet.document));
    found
}

/// Assignments that a table numbers, where the text says of a number that another body leads it.
fn other_leads(sheet: &Sheet<'_>) -> Vec<Finding> {
    let document = sheet.document;
    let tables = orders::in_tables(document);
    let rows: Vec<&Item> =
        tables.iter().flat_map(|(_, items)| items).filter(|it| it.number.is_some()).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let mut told = orders::in_text(document);
    told.extend(orders::in_sentences(document, sheet.said()));
    let mut found = Vec::new();
    for item in told.iter().filter(|item| item.number.is_some()) {
        let same: Vec<&&Item> = rows.iter().filter(|row| row.number == item.number).collect();
        let [row] = same.as_slice() else { continue };
        let Some((own, theirs)) = item.lead.as_ref().zip(row.lead.as_ref()) else { continue };
        let is_other = orders::is_body(own) && orders::is_named(theirs) && !orders::names(theirs, own);
        found.extend(is_other.then(|| other_lead(document, (item, own), (row, theirs))));
    }
    found
}

fn other_lead(document: &Document, text: (&Item, &str), row: (&Item, &str)) -> Finding {
    let at = place::at(document, text.0.lead_span);
    let also = place::at(document, row.0.lead_span);
    Finding {
        confidence_percent: 85,
        also_at: (also != at).then_some(also).into_iter().collect(),
        found: verbatim(text.1),
        expected: verbatim(row.1),
        advice: Message::new("rule-assignment-told-otherwise-try"),
        ..RULE.about.finding(at, Message::new("rule-assignment-told-otherwise-says-lead"))
    }
}

/// Assignments that begin with the committee that has them, where the line below that tells who leads them
/// has another that the order does not name.
fn led_by_another(document: &Document) -> Vec<Finding> {
    let items = orders::in_text(document);
    let of = |item: &Item| {
        let own = |it: &&Assignment| it.span.at.line == item.span.at.line;
        let assignment = document.assignments().into_iter().find(own)?;
        let lead = item.lead.as_ref().filter(|lead| orders::is_body(lead))?;
        let order = normalized(&assignment.text);
        let given = orders::given_to(&order).filter(|_| !orders::names(&order, lead))?;
        Some(Finding {
            confidence_percent: 80,
            also_at: vec![place::at(document, assignment.span)],
            found: verbatim(lead),
            expected: verbatim(given),
            advice: Message::new("rule-assignment-told-otherwise-try"),
            ..RULE.about.finding(
                place::at(document, item.lead_span),
                Message::new("rule-assignment-told-otherwise-says-line"),
            )
        })
    };
    items.iter().filter_map(of).collect()
}

/// Assignments that a body reports back which the order does not name.
fn reported_by_another(document: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    for assignment in document.assignments() {
        let Some(wording) = &assignment.report_back.wording else { continue };
        let Some(body) = orders::reporting_body(&wording.text) else { continue };
        let order = normalized(&assignment.text);
        let all = ["samtliga", "alla ", "berörda"].iter().any(|word| order.contains(word));
        // An order that names nobody by that kind of name is told of in other words.
        let named = orders::is_named(&order) && !orders::names(&order, &body) && !all;
        let span = locate(document, wording.span, &body);
        let told = named.then(|| Finding {
            confidence_percent: 75,
            also_at: vec![place::at(document, assignment.span)],
            found: verbatim(body.clone()),
            expected: verbatim(assignment.lead.clone().unwrap_or_default()),
            advice: Message::new("rule-assignment-told-otherwise-try"),
            ..RULE.about.finding(
                place::at(document, span),
                Message::new("rule-assignment-told-otherwise-says-reports"),
            )
        });
        found.extend(told.filter(|_| assignment.lead.is_some()));
    }
    found
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
