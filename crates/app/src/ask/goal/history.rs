//! A goal's assessments of the term, report by report.

use super::super::origin::Origin;
use crate::city::{City, ReportedAssessment};
use std::collections::{BTreeMap, BTreeSet};
use uppsikt_domain::assessment::{Horizon, Status};
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::municipality::Body;
use uppsikt_domain::registry::GoalVersion;

/// Assessments over the years.
#[derive(Debug, Clone, Default)]
pub struct History<'a> {
    /// The reports, oldest first.
    pub columns: Vec<HistoryColumn>,
    /// The city's own judgements, one for each column.
    pub overall: Vec<Option<Status>>,
    /// The committees.
    pub rows: Vec<HistoryRow<'a>>,
}

/// A report that assessments were made in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct HistoryColumn {
    /// The year.
    pub year: i32,
    /// Interim report or annual analysis.
    pub kind: DocumentKind,
}

/// A committee's assessments.
#[derive(Debug, Clone)]
pub struct HistoryRow<'a> {
    /// The committee.
    pub body: &'a Body,
    /// One cell for each column.
    pub cells: Vec<HistoryCell<'a>>,
}

/// What a committee said in a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryCell<'a> {
    /// An assessment, and where it stands.
    Assessed(Status, Origin<'a>),
    /// The goal was directed to the committee, whose report said nothing.
    Missing,
    /// The goal was directed to the committee, whose report is not there.
    NoReport,
    /// The goal was not directed to the committee.
    NotDirected,
}

type Said<'a> = BTreeMap<HistoryColumn, ReportedAssessment<'a>>;

/// The assessments of a goal and its forebears, up to a year.
pub fn history<'a>(city: &'a City, goal: &GoalVersion, year: i32) -> History<'a> {
    let bodies = city.data.municipality.bodies.iter();
    let said: Vec<(&Body, Said<'a>)> = bodies.map(|body| (body, said(city, goal, body, year))).collect();
    let mut columns: BTreeSet<HistoryColumn> =
        said.iter().flat_map(|(_, said)| said.keys().copied()).collect();
    columns.extend(judged(city, goal, year));
    let columns: Vec<HistoryColumn> = columns.into_iter().collect();
    let directed = |body: &Body, column: &HistoryColumn| {
        city.goals_in(column.year)
            .iter()
            .any(|it| it.goal == goal.goal && it.directed_to.contains(&body.slug))
    };
    let cell = |body: &Body, said: &Said<'a>, column: &HistoryColumn| match said.get(column) {
        Some(it) => HistoryCell::Assessed(it.assessment.status, Origin::of(it.stored, it.assessment.span)),
        None if directed(body, column) => match city.document_of(&body.slug, column.year, column.kind) {
            Some(_) => HistoryCell::Missing,
            None => HistoryCell::NoReport,
        },
        None => HistoryCell::NotDirected,
    };
    let rows = said.iter().map(|(body, said)| HistoryRow {
        body,
        cells: columns.iter().map(|column| cell(body, said, column)).collect(),
    });
    History {
        overall: columns.iter().map(|column| overall(city, goal, column)).collect(),
        rows: rows.filter(|row| row.cells.iter().any(|cell| *cell != HistoryCell::NotDirected)).collect(),
        columns,
    }
}

fn said<'a>(city: &'a City, goal: &GoalVersion, body: &Body, year: i32) -> Said<'a> {
    let all = city.assessments_over_years(goal.goal, body, Horizon::Term).into_iter();
    let columns = all.filter_map(|it| {
        let column = HistoryColumn { year: it.stored.document.year?, kind: it.stored.document.kind };
        (column.year <= year).then_some((column, it))
    });
    columns.collect()
}

fn judged(city: &City, goal: &GoalVersion, year: i32) -> Vec<HistoryColumn> {
    let own = city.data.goal_statuses.iter().filter(|it| it.goal == goal.goal && it.year <= year);
    own.map(|it| HistoryColumn { year: it.year, kind: it.report }).collect()
}

fn overall(city: &City, goal: &GoalVersion, column: &HistoryColumn) -> Option<Status> {
    let mut own = city.data.goal_statuses.iter().filter(|it| it.goal == goal.goal);
    own.find(|it| it.year == column.year && it.report == column.kind).map(|it| it.status)
}
