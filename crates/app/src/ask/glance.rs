//! The municipality at a glance: goals, money, the year's days, open assignments, what was
//! checked last.

mod chart;

use super::assignments::{AssignmentsView, assignments};
use super::documents::{DocumentRow, row as document_row};
use super::goals::{GoalsView, counted, goals};
use crate::city::{Amount, City};
use chrono::{Datelike, NaiveDate};
use std::cmp::Reverse;
use uppsikt_domain::assessment::Status;
use uppsikt_domain::decision::Decision;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::municipality::Body;
use uppsikt_domain::registry::StoredDocument;

/// The municipality at a glance.
#[derive(Debug, Clone)]
pub struct GlanceView<'a> {
    /// The year.
    pub year: i32,
    /// The goals. `None`: none are decided.
    pub goals: Option<GoalsView<'a>>,
    /// How many goals were on track at the same time the year before, of how many.
    pub before: Option<(i32, usize, usize)>,
    /// The money.
    pub money: GlanceMoney<'a>,
    /// What was decided and what comes, by day.
    pub days: Vec<DayRow<'a>>,
    /// Assignments.
    pub assignments: Option<AssignmentsView<'a>>,
    /// What was checked last, newest first.
    pub checked: Vec<DocumentRow<'a>>,
}

/// The committees' forecasts against their frames.
#[derive(Debug, Clone, Default)]
pub struct GlanceMoney<'a> {
    /// The committees that have a frame, the worst deviation first.
    pub rows: Vec<MoneyRow<'a>>,
    /// The sum of the frames, thousands of kronor.
    pub frames_tkr: i64,
    /// The sum of the deviations, where there is any report.
    pub deviations_tkr: Option<i64>,
    /// How few committees, the worst first, make nine tenths of the sum that is below
    /// nought. `None` where the sum is not below nought.
    pub few: Option<usize>,
    /// How many deviations are below nought.
    pub below: usize,
}

/// A committee's forecast against its frame.
#[derive(Debug, Clone, Copy)]
pub struct MoneyRow<'a> {
    /// The committee.
    pub body: &'a Body,
    /// Its frame.
    pub frame: Amount<'a>,
    /// What the forecast is better (+) or worse (−).
    pub deviation: Option<Amount<'a>>,
    /// The deviation in hundredths of a per cent of the frame.
    pub share: Option<i64>,
    /// Whether it is above the committee's limit.
    pub strong: bool,
}

/// A day of the year and what it is about.
#[derive(Debug, Clone)]
pub struct DayRow<'a> {
    /// The day.
    pub day: NaiveDate,
    /// What it is about.
    pub what: Day<'a>,
}

/// What a day is about.
#[derive(Debug, Clone)]
pub enum Day<'a> {
    /// Something was decided.
    Decided(&'a Decision),
    /// Today: how many committees have handed over their plans and reports, and how many of
    /// the reports answer every goal.
    Today(Handed),
    /// The last day of the law for the interim report (KL 11:16, LKBR 13:1).
    InterimReportDue,
    /// The last day of the law for the next budget (KL 11:10); an election year has its own.
    BudgetDue {
        /// Whether the newly elected council decides it.
        election: bool,
        /// The year of the budget.
        next: i32,
    },
}

/// How many committees have handed over what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Handed {
    /// Committees.
    pub committees: usize,
    /// Of them with a budget.
    pub plans: usize,
    /// Of them with an interim report.
    pub reports: usize,
    /// Of them that have assessed every goal that is directed to them.
    pub complete: usize,
}

/// The municipality at a glance.
pub fn glance(city: &City, year: i32) -> GlanceView<'_> {
    let goals = goals(city, year);
    GlanceView {
        year,
        before: before(city, year - 1),
        money: money(city, year),
        days: days(city, year, goals.as_ref()),
        assignments: assignments(city, year, None).filter(|view| view.total > 0),
        checked: checked(city, year),
        goals,
    }
}

fn before(city: &City, year: i32) -> Option<(i32, usize, usize)> {
    let statuses = city.goals_in(year).into_iter().map(|goal| city.goal_status(goal.goal, year));
    let statuses: Vec<Option<Status>> = statuses.collect();
    let stated = statuses.iter().any(Option::is_some);
    let on = counted(statuses.iter().map(|status| status.unwrap_or_default()))[0];
    stated.then_some((year, on, statuses.len()))
}

fn money(city: &City, year: i32) -> GlanceMoney<'_> {
    let mut rows: Vec<MoneyRow<'_>> =
        city.committees(year).into_iter().filter_map(|body| money_row(city, body, year)).collect();
    rows.sort_by_key(|row| row.deviation.map_or(i64::MAX, |it| it.tkr));
    let deviations: Vec<i64> = rows.iter().filter_map(|row| row.deviation).map(|it| it.tkr).collect();
    GlanceMoney {
        frames_tkr: rows.iter().map(|row| row.frame.tkr).sum(),
        deviations_tkr: (!deviations.is_empty()).then(|| deviations.iter().sum()),
        few: few(&deviations),
        below: deviations.iter().filter(|tkr| **tkr < 0).count(),
        rows,
    }
}

fn money_row<'a>(city: &'a City, body: &'a Body, year: i32) -> Option<MoneyRow<'a>> {
    let money = city.money(&body.slug, year);
    let (frame, deviation) = (money.frame()?, money.deviation());
    let share = deviation.and_then(|it| {
        let fixed = uppsikt_domain::interval::Fixed::whole;
        fixed(it.tkr).share_of(fixed(frame.tkr).abs())
    });
    let limit = city.threshold_tkr(Some(body));
    let strong = limit.zip(deviation).is_some_and(|(limit, it)| it.tkr.abs() > limit);
    Some(MoneyRow { body, frame, deviation, share, strong })
}

/// How many of the worst make nine tenths of a sum below nought; they are sorted.
fn few(deviations: &[i64]) -> Option<usize> {
    let sum: i64 = deviations.iter().sum();
    if sum >= 0 {
        return None;
    }
    let mut so_far = 0;
    let enough = deviations.iter().position(|tkr| {
        so_far += tkr;
        so_far * 10 <= sum * 9
    });
    enough.map(|at| at + 1)
}

fn days<'a>(city: &'a City, year: i32, goals: Option<&GoalsView<'a>>) -> Vec<DayRow<'a>> {
    let of_year = |day: NaiveDate| (day.year() == year - 1 && day.month() > 6) || day.year() == year;
    let versions = city.goals_in(year).into_iter().filter_map(|goal| goal.decision.as_ref());
    let mut decided: Vec<&Decision> =
        city.data.decisions.iter().chain(versions).filter(|it| of_year(it.decided_on)).collect();
    decided.sort_by_key(|it| (it.decided_on, it.what.as_str()));
    decided.dedup_by_key(|it| (it.decided_on, it.what.as_str()));
    let decided = decided.into_iter().map(|it| DayRow { day: it.decided_on, what: Day::Decided(it) });
    let mut days: Vec<DayRow<'a>> = decided.collect();
    if city.seen_from.year() == year {
        days.push(DayRow { day: city.seen_from, what: Day::Today(handed(city, year, goals)) });
        days.extend(by_law(year).into_iter().filter(|row| row.day > city.seen_from));
    }
    days.sort_by_key(|row| row.day);
    days
}

fn by_law<'a>(year: i32) -> Vec<DayRow<'a>> {
    // Elections are held every fourth year; 2022 was one.
    let election = (year - 2022).rem_euclid(4) == 0;
    let budget =
        if election { NaiveDate::from_ymd_opt(year, 12, 31) } else { NaiveDate::from_ymd_opt(year, 11, 30) };
    let days = [
        (NaiveDate::from_ymd_opt(year, 10, 31), Day::InterimReportDue),
        (budget, Day::BudgetDue { election, next: year + 1 }),
    ];
    days.into_iter().filter_map(|(day, what)| Some(DayRow { day: day?, what })).collect()
}

fn handed(city: &City, year: i32, goals: Option<&GoalsView<'_>>) -> Handed {
    let committees = city.committees(year);
    let with =
        |kind| committees.iter().filter(|body| city.document_of(&body.slug, year, kind).is_some()).count();
    let complete = goals.map_or(0, |goals| {
        let rows = goals.matrix.rows.iter();
        rows.filter(|row| row.answered.1 > 0 && row.answered.0 == row.answered.1).count()
    });
    Handed {
        committees: committees.len(),
        plans: with(DocumentKind::CommitteeBudget),
        reports: with(DocumentKind::InterimReport),
        complete,
    }
}

/// As many as a first page holds.
const CHECKED: usize = 5;

fn checked(city: &City, year: i32) -> Vec<DocumentRow<'_>> {
    let mut documents: Vec<&StoredDocument> = city.documents_in(year).collect();
    documents.sort_by_key(|stored| {
        let minute = stored.recorded_at.timestamp() / 60;
        (Reverse(minute), Reverse(stored.document.kind.is_report()), stored.slug.as_str())
    });
    documents.into_iter().take(CHECKED).map(|stored| document_row(city, stored)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_few_that_make_nearly_all_of_a_deficit_are_counted_from_the_worst() {
        assert_eq!(few(&[-24_800, -11_200, -9_400, -4_812, -1_150, 120, 640, 1_300, 2_900]), Some(3));
        assert_eq!(few(&[-10, 20]), None);
        assert_eq!(few(&[]), None);
    }

    #[test]
    fn an_election_year_gives_the_new_council_until_the_end_of_december() {
        let days = by_law(2026);
        assert_eq!(days[1].day.to_string(), "2026-12-31");
        assert_eq!(by_law(2025)[1].day.to_string(), "2025-11-30");
    }
}
