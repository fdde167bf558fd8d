//! Assignments of a year over all documents: who leads, how and when they are reported
//! back, and whether their day has passed.

use super::origin::Origin;
use crate::city::City;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use uppsikt_domain::assignment::{AssigneeRole, Assignment, ReportBackHow};
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::municipality::Body;
use uppsikt_domain::registry::StoredDocument;
use uppsikt_text::{compare, dates, format};

/// The assignments of a year.
#[derive(Debug, Clone)]
pub struct AssignmentsView<'a> {
    /// The year.
    pub year: i32,
    /// Those that are asked for: passed ones first, then by day, those without a day last.
    pub rows: Vec<AssignmentRow<'a>>,
    /// How many there are of all bodies.
    pub total: usize,
    /// How many of all have not been answered.
    pub open: usize,
    /// How many of all have passed their day without an answer.
    pub overdue: usize,
    /// Bodies that are named in some assignment, to choose among.
    pub bodies: Vec<&'a Body>,
    /// The body that is asked for.
    pub body: Option<&'a Body>,
}

/// An assignment, gathered from all documents that tell of it.
#[derive(Debug, Clone)]
pub struct AssignmentRow<'a> {
    /// As the first document tells it; the lead's own document comes first.
    pub assignment: &'a Assignment,
    /// The goal area that it hangs under.
    pub area: &'a str,
    /// Who leads, by the municipality's name where it is known.
    pub lead: Option<&'a str>,
    /// The others that are named.
    pub partners: Vec<&'a str>,
    /// The day that it is to be reported back by, where one can be told.
    pub due: Option<NaiveDate>,
    /// How it stands on the day that the municipality is seen from.
    pub state: AssignmentState<'a>,
    /// Where it is told of, document by document.
    pub told: Vec<ToldAt<'a>>,
}

/// A document that tells of an assignment.
#[derive(Debug, Clone, Copy)]
pub struct ToldAt<'a> {
    /// The document.
    pub stored: &'a StoredDocument,
    /// The body that answers for it.
    pub body: Option<&'a Body>,
    /// Where in it.
    pub origin: Origin<'a>,
}

/// How an assignment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssignmentState<'a> {
    /// The report that it was to be answered in is there and speaks of it.
    Answered(Origin<'a>),
    /// A document says that it is done, and on which day it was reported back where it says so.
    Done(Option<NaiveDate>, Origin<'a>),
    /// Its day has passed: by whole months, at least nought.
    Overdue(i32),
    /// Its day comes: in whole months, at least nought.
    Open(i32),
    /// No day can be told.
    NoDay,
}

impl<'a> AssignmentState<'a> {
    /// Where it says that it is answered.
    pub fn answer(&self) -> Option<Origin<'a>> {
        match self {
            AssignmentState::Answered(origin) | AssignmentState::Done(_, origin) => Some(*origin),
            AssignmentState::Overdue(_) | AssignmentState::Open(_) | AssignmentState::NoDay => None,
        }
    }
}

impl AssignmentRow<'_> {
    /// A word that the row can be linked to by.
    pub fn anchor(&self) -> String {
        let word: String = format::slug(&self.assignment.text).chars().take(60).collect();
        format!("uppdrag-{word}")
    }
}

struct Told<'a> {
    stored: &'a StoredDocument,
    assignment: &'a Assignment,
    area: &'a str,
}

/// The assignments that a year's documents tell of, and those of earlier years that nobody has
/// answered or told of again; those of one body where one is asked for. `None` where the year has
/// no document.
pub fn assignments<'a>(city: &'a City, year: i32, body: Option<&str>) -> Option<AssignmentsView<'a>> {
    city.documents_in(year).next()?;
    let mut all: Vec<AssignmentRow<'a>> =
        gathered(city).into_values().filter_map(|told| row_of(city, year, told)).collect();
    all.sort_by_key(order);
    // Both are the municipality's own names where they are known to it.
    let named = |row: &AssignmentRow<'a>, body: &Body| {
        row.lead.iter().chain(&row.partners).any(|name| *name == body.name)
    };
    let bodies = city.data.municipality.bodies.iter();
    let bodies: Vec<&Body> = bodies.filter(|body| all.iter().any(|row| named(row, body))).collect();
    let asked = body.and_then(|slug| bodies.iter().copied().find(|body| body.slug == slug));
    let answered = |row: &&AssignmentRow<'_>| {
        matches!(row.state, AssignmentState::Answered(_) | AssignmentState::Done(..))
    };
    Some(AssignmentsView {
        year,
        total: all.len(),
        open: all.len() - all.iter().filter(answered).count(),
        overdue: all.iter().filter(|row| matches!(row.state, AssignmentState::Overdue(_))).count(),
        rows: all.into_iter().filter(|row| asked.is_none_or(|body| named(row, body))).collect(),
        bodies,
        body: asked,
    })
}

fn order(row: &AssignmentRow<'_>) -> (u8, Option<NaiveDate>, String) {
    let group = match row.state {
        AssignmentState::Overdue(_) => 0,
        AssignmentState::Open(_) => 1,
        AssignmentState::NoDay => 2,
        AssignmentState::Answered(_) | AssignmentState::Done(..) => 3,
    };
    (group, row.due, compare::normalized(&row.assignment.text))
}

/// The same words are the same assignment, whoever tells of it, and whether the order is
/// told as it was given ("Nämnden ges i uppdrag att ta fram en plan") or as a heading ("Ta
/// fram en plan"): the shorter wording ends the longer one, the form of its verb aside.
fn gathered(city: &City) -> BTreeMap<String, Vec<Told<'_>>> {
    let mut found: BTreeMap<String, Vec<Told<'_>>> = BTreeMap::new();
    for stored in &city.data.documents {
        for area in stored.holding().goal_areas() {
            let name = area.section.map_or("", |section| section.name.as_str());
            for assignment in area.assignments {
                let told = Told { stored, assignment, area: name };
                found.entry(compare::normalized(&assignment.text)).or_default().push(told);
            }
        }
    }
    let wordings: Vec<String> = found.keys().cloned().collect();
    for short in &wordings {
        if let Some(long) = wordings.iter().find(|long| is_told_longer(short, long)) {
            let told = found.remove(short).unwrap_or_default();
            found.entry(long.clone()).or_default().extend(told);
        }
    }
    found
}

/// Fewer words than this could end many wordings.
const TELLING: usize = 3;

fn is_told_longer(short: &str, long: &str) -> bool {
    let Some((_, rest)) = short.split_once(' ') else { return false };
    let telling = rest.split(' ').count() >= TELLING;
    let ending = long.strip_suffix(rest).is_some_and(|before| before.ends_with(' '));
    telling && ending && long.len() > short.len() + 1
}

/// The row of an assignment in a year: where the year tells of it, and where an earlier year did
/// and its day has passed or is still to come.
fn row_of<'a>(city: &'a City, year: i32, told: Vec<Told<'a>>) -> Option<AssignmentRow<'a>> {
    let years = || told.iter().filter_map(|it| it.stored.document.year);
    let (now, before) = (years().any(|it| it == year), years().any(|it| it < year));
    let row = (now || before).then(|| row(city, year, told))?;
    let waits = matches!(row.state, AssignmentState::Overdue(_) | AssignmentState::Open(_));
    (now || waits).then_some(row)
}

fn row<'a>(city: &'a City, year: i32, mut told: Vec<Told<'a>>) -> AssignmentRow<'a> {
    let by_lead = |it: &Told<'_>| {
        let lead = it.assignment.lead.as_ref().and_then(|name| city.body_named(name));
        lead.is_some() && lead.map(|body| &body.slug) == city.body_of(it.stored).map(|body| &body.slug)
    };
    let age = |it: &Told<'_>| {
        let own = it.stored.document.year.unwrap_or_default();
        (own > year, (year - own).abs())
    };
    told.sort_by_key(|it| (age(it), !by_lead(it), it.stored.document.kind));
    let Told { assignment, area, .. } = told[0];
    let due = due(assignment);
    AssignmentRow {
        assignment,
        area,
        lead: assignment.lead.as_deref().map(|name| known(city, name)),
        partners: partners(city, assignment),
        due,
        state: state(city, assignment, &told, due),
        told: told.iter().map(|it| told_at(city, it)).collect(),
    }
}

fn told_at<'a>(city: &'a City, it: &Told<'a>) -> ToldAt<'a> {
    let origin = Origin::of(it.stored, it.assignment.span);
    ToldAt { stored: it.stored, body: city.body_of(it.stored), origin }
}

fn known<'a>(city: &'a City, name: &'a str) -> &'a str {
    city.body_named(name).map_or(name, |body| &body.name)
}

fn partners<'a>(city: &'a City, assignment: &'a Assignment) -> Vec<&'a str> {
    let lead = assignment.lead.as_deref();
    let others = assignment
        .assignees
        .iter()
        .filter(|it| it.role != AssigneeRole::Lead && Some(it.name.as_str()) != lead);
    others.map(|it| known(city, &it.name)).collect()
}

/// The printed day, else the last day that the law gives the report that is named: the end
/// of October for the interim report (two months after a period of at most eight, KL 11:16
/// and LKBR 13:1), 15 April for the annual report that the analysis goes into (KL 11:20).
fn due(assignment: &Assignment) -> Option<NaiveDate> {
    let back = &assignment.report_back;
    let printed = back.wording.as_ref().and_then(|wording| dates::first_range(&wording.text));
    match (back.how, back.year) {
        (ReportBackHow::InterimReport, Some(year)) => NaiveDate::from_ymd_opt(year, 10, 31),
        (ReportBackHow::AnnualAnalysis, Some(year)) => NaiveDate::from_ymd_opt(year + 1, 4, 15),
        _ => printed.map(|range| range.to),
    }
}

fn state<'a>(
    city: &'a City,
    assignment: &Assignment,
    told: &[Told<'a>],
    due: Option<NaiveDate>,
) -> AssignmentState<'a> {
    let answers = |kind: DocumentKind| match assignment.report_back.how {
        ReportBackHow::InterimReport => kind == DocumentKind::InterimReport,
        ReportBackHow::AnnualAnalysis => kind == DocumentKind::AnnualAnalysis,
        _ => false,
    };
    let done = told.iter().filter(|it| it.assignment.report_back.done);
    // Of several the last that says a day.
    if let Some(it) = done.max_by_key(|it| it.assignment.report_back.done_on) {
        return AssignmentState::Done(
            it.assignment.report_back.done_on,
            Origin::of(it.stored, it.assignment.span),
        );
    }
    let year = assignment.report_back.year;
    let answer = told.iter().find(|it| answers(it.stored.document.kind) && it.stored.document.year == year);
    match (answer, due) {
        (Some(it), _) => AssignmentState::Answered(Origin::of(it.stored, it.assignment.span)),
        (None, None) => AssignmentState::NoDay,
        (None, Some(day)) if day < city.seen_from => AssignmentState::Overdue(months(day, city.seen_from)),
        (None, Some(day)) => AssignmentState::Open(months(city.seen_from, day)),
    }
}

/// Whole months from a day to a later one.
fn months(from: NaiveDate, to: NaiveDate) -> i32 {
    let whole = (to.year() - from.year()) * 12 + to.month() as i32 - from.month() as i32;
    whole - i32::from(to.day() < from.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_as_given_and_as_a_heading_are_one() {
        let given = "nämnden ges i uppdrag att, med skolan, bygga upp ett lager vid kris";
        assert!(is_told_longer("bygg upp ett lager vid kris", given));
        assert!(!is_told_longer(given, given));
        assert!(!is_told_longer("öva kris", given));
        assert!(!is_told_longer("sälj ett annat lager vid kris", given));
    }

    #[test]
    fn months_are_whole() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(months(day("2026-06-30"), day("2026-09-24")), 2);
        assert_eq!(months(day("2026-09-24"), day("2027-01-24")), 4);
        assert_eq!(months(day("2026-09-24"), day("2026-09-30")), 0);
    }
}
