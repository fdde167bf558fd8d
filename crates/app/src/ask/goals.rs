//! The goals of a year: the city's own judgement, the committees' own beside it, and the
//! matrix of committees and goals.

use crate::city::{City, Contribution};
use uppsikt_domain::assessment::{Horizon, Status};
use uppsikt_domain::municipality::Body;
use uppsikt_domain::registry::{GoalAreaVersion, GoalVersion};

/// The goals of a year.
#[derive(Debug, Clone)]
pub struct GoalsView<'a> {
    /// The year.
    pub year: i32,
    /// The goals, in the council's order.
    pub rows: Vec<GoalRow<'a>>,
    /// How many goals have each status, in the order of [`Status::ALL`].
    pub counts: [usize; 4],
    /// How many contributions are assessed at the term.
    pub assessed: usize,
    /// How many committees have assessed any contribution.
    pub assessing: usize,
    /// The committees' answers, goal by goal.
    pub matrix: Matrix<'a>,
}

/// A goal in the list.
#[derive(Debug, Clone)]
pub struct GoalRow<'a> {
    /// The goal.
    pub goal: &'a GoalVersion,
    /// Its area.
    pub area: Option<&'a GoalAreaVersion>,
    /// Whether it is the first of its area.
    pub first: bool,
    /// The city's own judgement; not stated where it has made none.
    pub status: Status,
    /// The committees and their own assessments of the term, best first.
    pub committees: Vec<(&'a Body, Status)>,
    /// How many committees have each status, in the order of [`Status::ALL`].
    pub counts: [usize; 4],
}

/// The committees' answers, goal by goal.
#[derive(Debug, Clone, Default)]
pub struct Matrix<'a> {
    /// One row for each committee.
    pub rows: Vec<MatrixRow<'a>>,
    /// For each goal: how many have answered, of how many.
    pub answered: Vec<(usize, usize)>,
    /// All answers, of how many.
    pub total: (usize, usize),
}

/// A committee's answers.
#[derive(Debug, Clone)]
pub struct MatrixRow<'a> {
    /// The committee.
    pub body: &'a Body,
    /// One cell for each goal, in the council's order.
    pub cells: Vec<MatrixCell>,
    /// How many it has answered, of how many.
    pub answered: (usize, usize),
}

/// A committee's answer on a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatrixCell {
    /// The goal is not directed to the committee, and it does not contribute.
    NotDirected,
    /// It should have answered, and has not.
    Missing,
    /// Its assessments of the period and of the term.
    Answered(Status, Status),
}

impl GoalRow<'_> {
    /// Whether the committees are so many that their statuses are counted instead of named.
    pub fn is_crowded(&self) -> bool {
        self.committees.len() > 5
    }
}

/// The goals of a year. `None` where the council has decided none.
pub fn goals(city: &City, year: i32) -> Option<GoalsView<'_>> {
    let goals = city.goals_in(year);
    if goals.is_empty() {
        return None;
    }
    let all: Vec<Vec<Contribution<'_>>> = goals.iter().map(|goal| city.contributions(goal, year)).collect();
    let mut rows: Vec<GoalRow<'_>> = Vec::with_capacity(goals.len());
    for (goal, contributions) in goals.iter().zip(&all) {
        let area = city.area_of(goal, year);
        let first = rows.last().is_none_or(|before| before.goal.area != goal.area);
        rows.push(row(city, goal, area.filter(|_| first), contributions, year));
        if let Some(row) = rows.last_mut() {
            (row.first, row.area) = (first, area);
        }
    }
    let matrix = matrix(city, &goals, &all, year);
    Some(GoalsView {
        year,
        counts: counted(rows.iter().map(|row| row.status)),
        assessed: matrix.total.0,
        assessing: matrix.rows.iter().filter(|row| row.answered.0 > 0).count(),
        rows,
        matrix,
    })
}

fn row<'a>(
    city: &'a City,
    goal: &'a GoalVersion,
    area: Option<&'a GoalAreaVersion>,
    contributions: &[Contribution<'a>],
    year: i32,
) -> GoalRow<'a> {
    let own = |it: &Contribution<'a>| (it.body, it.status(Horizon::Term));
    let mut committees: Vec<_> = contributions.iter().map(own).collect();
    committees.sort_by_key(|(_, status)| *status);
    GoalRow {
        goal,
        area,
        first: area.is_some(),
        status: city.goal_status(goal.goal, year).unwrap_or_default(),
        counts: counted(committees.iter().map(|(_, status)| *status)),
        committees,
    }
}

/// How many have each status, in the order of [`Status::ALL`].
pub fn counted(statuses: impl Iterator<Item = Status> + Clone) -> [usize; 4] {
    Status::ALL.map(|status| statuses.clone().filter(|found| *found == status).count())
}

fn matrix<'a>(
    city: &'a City,
    goals: &[&GoalVersion],
    all: &[Vec<Contribution<'a>>],
    year: i32,
) -> Matrix<'a> {
    let of = |body: &Body, at: usize| all[at].iter().find(|it| it.body.slug == body.slug);
    let rows: Vec<MatrixRow<'a>> = city
        .committees(year)
        .into_iter()
        .map(|body| {
            let cells: Vec<_> = (0..goals.len()).map(|at| cell(of(body, at))).collect();
            MatrixRow { body, answered: answered(cells.iter()), cells }
        })
        .collect();
    let column = |at: usize| answered(rows.iter().map(|row| &row.cells[at]));
    let total = answered(rows.iter().flat_map(|row| &row.cells));
    Matrix { answered: (0..goals.len()).map(column).collect(), total, rows }
}

fn cell(contribution: Option<&Contribution<'_>>) -> MatrixCell {
    let Some(it) = contribution else { return MatrixCell::NotDirected };
    let stated =
        [Horizon::Period, Horizon::Term].map(|horizon| it.assessment(horizon).map(|(_, found)| found.status));
    // "Ej bedömt" in print is no answer either.
    match stated.map(Option::unwrap_or_default) {
        [Status::NotStated, Status::NotStated] => MatrixCell::Missing,
        [period, term] => MatrixCell::Answered(period, term),
    }
}

fn answered<'a>(cells: impl Iterator<Item = &'a MatrixCell> + Clone) -> (usize, usize) {
    let asked = cells.clone().filter(|cell| **cell != MatrixCell::NotDirected).count();
    let given = cells.filter(|cell| matches!(cell, MatrixCell::Answered(..))).count();
    (given, asked)
}
