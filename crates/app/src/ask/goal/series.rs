//! Indicators over time, as the tables of plans and reports print them.

use super::super::origin::Origin;
use crate::city::{City, Contribution};
use std::collections::BTreeMap;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::municipality::Body;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::registry::{GoalVersion, StoredDocument};
use uppsikt_domain::table::{Column, ColumnKind, Row, Table};
use uppsikt_text::compare;

/// An indicator's values over the years.
#[derive(Debug, Clone)]
pub struct Series<'a> {
    /// The committee.
    pub body: &'a Body,
    /// The row's label in the latest document.
    pub label: &'a str,
    /// Values that have come out, whole years and the part of a year that is reported last.
    pub points: Vec<SeriesPoint<'a>>,
    /// What is aimed at for the year, and where it is printed.
    pub target: Option<(&'a Quantity, Origin<'a>)>,
    /// Whether it is a share: a part of a year then compares with whole years.
    pub is_share: bool,
}

/// A value for a year.
#[derive(Debug, Clone, Copy)]
pub struct SeriesPoint<'a> {
    /// The year.
    pub year: i32,
    /// The column's heading as printed, for a part of a year.
    pub part: Option<&'a str>,
    /// The value.
    pub value: &'a Quantity,
    /// Where it is printed.
    pub origin: Origin<'a>,
}

impl<'a> Series<'a> {
    /// The values that compare with each other: what has been counted for a part of a year
    /// does not compare with whole years unless it has reached them, a share does.
    pub fn comparable(&self) -> impl Iterator<Item = &SeriesPoint<'a>> {
        let before = self.points.iter().rev().find(|point| point.part.is_none());
        let reached = before.map(|point| point.value.value());
        let fits = move |point: &&SeriesPoint<'a>| {
            point.part.is_none() || self.is_share || reached.is_some_and(|value| point.value.value() >= value)
        };
        self.points.iter().filter(fits)
    }

    /// The value of a year.
    pub fn value(&self, year: i32) -> Option<&SeriesPoint<'a>> {
        self.points.iter().find(|point| point.year == year)
    }
}

/// The series of the goal's indicators that have three values or more, committee by committee.
pub fn all<'a>(city: &'a City, goal: &GoalVersion, contributions: &[Contribution<'a>]) -> Vec<Series<'a>> {
    contributions
        .iter()
        .flat_map(|it| of_committee(city, goal, it))
        .filter(|it| it.points.len() >= 3)
        .collect()
}

fn of_committee<'a>(city: &'a City, goal: &GoalVersion, now: &Contribution<'a>) -> Vec<Series<'a>> {
    let latest = now.reports.last().or(now.plan.as_ref());
    let Some((stored, view)) = latest else { return Vec::new() };
    let rows = view.indicators().filter_map(|indicator| {
        let (table, row) = row_at(stored, indicator.span.at.line)?;
        let share = indicator.unit.as_deref() == Some(Unit::Percent.code());
        Some((row.label.text.as_str(), target(stored, table, row, indicator.target.as_deref()), share))
    });
    let values = values(city, goal, now);
    rows.map(|(label, target, is_share)| {
        let points = values.get(&compare::normalized(label)).cloned().unwrap_or_default();
        Series { body: now.body, label, points: points.into_values().collect(), target, is_share }
    })
    .collect()
}

fn row_at(stored: &StoredDocument, line: u32) -> Option<(&Table, &Row)> {
    let tables = stored.holding().tables().into_iter().map(|(_, table)| table);
    let mut near = tables.filter(|table| table.span.holds_line(line));
    near.find_map(|table| Some((table, table.rows.iter().find(|row| row.at().line == line)?)))
}

/// The last cell that holds what the indicator aims at.
fn target<'a>(
    stored: &'a StoredDocument,
    table: &'a Table,
    row: &'a Row,
    target: Option<&str>,
) -> Option<(&'a Quantity, Origin<'a>)> {
    let target = target?;
    let cells = row.cells.iter().zip(&table.columns).rev();
    let mut values = cells.filter_map(|(cell, _)| Some((cell.value.as_ref()?, cell.span)));
    let (value, span) = values.find(|(value, _)| value.plain() == target)?;
    Some((value, Origin::of(stored, span)))
}

type Points<'a> = BTreeMap<i32, SeriesPoint<'a>>;

/// What the committee's documents print for the goal's rows, by normalised label and year:
/// what has come out goes before a forecast, a later document before an earlier one.
fn values<'a>(city: &'a City, goal: &GoalVersion, now: &Contribution<'a>) -> BTreeMap<String, Points<'a>> {
    let mut found: BTreeMap<String, Points<'a>> = BTreeMap::new();
    for year in city.years().into_iter().filter(|year| *year <= now.year) {
        let same = city.goals_in(year).into_iter().find(|version| version.goal == goal.goal);
        let Some(version) = same else { continue };
        let then = city.contribution(version, now.body, year);
        for (stored, view) in then.plan.iter().chain(&then.reports) {
            let lines = view.section.span;
            let tables = stored.holding().tables().into_iter().map(|(_, table)| table);
            for table in tables.filter(|table| lines.holds_line(table.span.at.line)) {
                add(stored, table, now.year, &mut found);
            }
        }
    }
    found
}

fn add<'a>(stored: &'a StoredDocument, table: &'a Table, now: i32, found: &mut BTreeMap<String, Points<'a>>) {
    for row in &table.rows {
        let points = found.entry(compare::normalized(&row.label.text)).or_default();
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            let Some((value, (year, part))) = cell.value.as_ref().zip(came_out(column, stored)) else {
                continue;
            };
            if part.is_some() && year != now {
                continue;
            }
            points.insert(year, SeriesPoint { year, part, value, origin: Origin::of(stored, cell.span) });
        }
    }
}

/// The year that a column tells of, where it tells what came out; the heading of a part of it.
fn came_out<'a>(column: &'a Column, stored: &StoredDocument) -> Option<(i32, Option<&'a str>)> {
    let heading = column.heading.text.as_str();
    let part = |is_part: bool| is_part.then_some(heading);
    match column.kind {
        ColumnKind::Actual { year, part_of_year } => Some((year?, part(part_of_year))),
        // A bare year, or a year with months: the headings of tables of indicators.
        ColumnKind::Other => {
            let mut words = heading.split_whitespace();
            let year: i32 = words.next()?.parse().ok().filter(|year| (1950..2100).contains(year))?;
            let rest = words.next().is_some();
            let over = stored.document.year.is_none_or(|own| year < own);
            let reported = stored.document.kind == DocumentKind::AnnualAnalysis;
            (rest || over || reported).then(|| (year, part(rest)))
        }
        _ => None,
    }
}
