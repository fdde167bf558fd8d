//! A committee's year: what its plan says, what its money does, what its report answers.

mod areas;
mod bridge;
mod chart;
mod explanations;
mod money;
mod plan;

pub use areas::AreaLineage;
pub use bridge::{Bridge, BridgeStep, StepOrigin};
pub use explanations::Explanation;
pub use money::{MoneyView, PeriodShare, StatementRow, StatementView};
pub use plan::{AssignmentView, GoalPlan, IndicatorView, InitiativeText, PlannedInitiative, PriorityView};
pub(in crate::ask) use plan::{heading_at, indicators, initiatives};

use super::committees::statuses;
use super::documents::{DocumentRow, row};
use super::origin::Sentence;
use crate::city::City;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::municipality::Body;
use uppsikt_domain::registry::StoredDocument;

/// A committee's year.
#[derive(Debug, Clone)]
pub struct CommitteeView<'a> {
    /// The committee.
    pub body: &'a Body,
    /// The year.
    pub year: i32,
    /// What the money says, in sentences.
    pub lead: Vec<Sentence<'a>>,
    /// Its budget document.
    pub plan: Option<&'a StoredDocument>,
    /// Its latest report.
    pub report: Option<&'a StoredDocument>,
    /// How many contributions have each status at the term, in the order of `Status::ALL`.
    pub statuses: [usize; 4],
    /// Its money.
    pub money: MoneyView<'a>,
    /// How its budget areas continue those of the year before.
    pub areas: Vec<AreaLineage<'a>>,
    /// Its contributions, goal by goal.
    pub goals: Vec<GoalPlan<'a>>,
    /// Its priorities.
    pub priorities: Vec<PriorityView<'a>>,
    /// Assignments that its documents tell of.
    pub assignments: Vec<AssignmentView<'a>>,
    /// Its documents of the year.
    pub documents: Vec<DocumentRow<'a>>,
}

/// A committee's year. `None`: there is no such committee that year.
pub fn committee<'a>(city: &'a City, slug: &str, year: i32) -> Option<CommitteeView<'a>> {
    let body = city.committees(year).into_iter().find(|body| body.slug == slug)?;
    let of = |kind| city.document_of(slug, year, kind);
    let plan = of(DocumentKind::CommitteeBudget);
    let report = of(DocumentKind::AnnualAnalysis).or_else(|| of(DocumentKind::InterimReport));
    let money = money::money(city, body, year);
    Some(CommitteeView {
        body,
        year,
        lead: money::lead(&money, year),
        plan,
        report,
        statuses: statuses(city, body, year),
        areas: areas::area_lineage(city, body, year),
        goals: plan::goals(city, body, year),
        priorities: plan::priorities(city, plan, report),
        assignments: plan::assignments(plan.or(report)),
        documents: [plan, of(DocumentKind::InterimReport), of(DocumentKind::AnnualAnalysis)]
            .into_iter()
            .flatten()
            .map(|stored| row(city, stored))
            .collect(),
        money,
    })
}

impl CommitteeView<'_> {
    /// How many goals it contributes to.
    pub fn goal_count(&self) -> usize {
        self.goals.len()
    }

    /// The document that the money is told from: the report, else the plan.
    pub fn latest(&self) -> Option<&StoredDocument> {
        self.report.or(self.plan)
    }

    /// Whether any contribution is assessed.
    pub fn is_assessed(&self) -> bool {
        self.statuses[..3].iter().any(|count| *count > 0)
    }
}
