//! What one committee plans and reports for one goal in one year.

use super::City;
use uppsikt_domain::assessment::{Assessment, Horizon, Status};
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::municipality::Body;
use uppsikt_domain::registry::{GoalVersion, Id, StoredDocument};
use uppsikt_text::compare;

/// A committee's contribution to a goal in a year: its plan, and its reports in order.
#[derive(Debug, Clone)]
pub struct Contribution<'a> {
    /// The committee.
    pub body: &'a Body,
    /// The year.
    pub year: i32,
    /// The plan, and the document that it stands in.
    pub plan: Option<(&'a StoredDocument, GoalView<'a>)>,
    /// The reports: interim report first, then annual analysis.
    pub reports: Vec<(&'a StoredDocument, GoalView<'a>)>,
}

impl<'a> Contribution<'a> {
    /// The latest assessment of a horizon and the document that it stands in.
    pub fn assessment(&self, horizon: Horizon) -> Option<(&'a StoredDocument, &'a Assessment)> {
        let latest_first = self.reports.iter().rev();
        latest_first.filter_map(|(stored, goal)| Some((*stored, goal.assessment(horizon)?))).next()
    }

    /// The status of a horizon; not stated where nothing is assessed.
    pub fn status(&self, horizon: Horizon) -> Status {
        self.assessment(horizon).map_or(Status::NotStated, |(_, assessment)| assessment.status)
    }
}

/// An assessment in one report of one year.
#[derive(Debug, Clone, Copy)]
pub struct ReportedAssessment<'a> {
    /// The report.
    pub stored: &'a StoredDocument,
    /// What it says.
    pub assessment: &'a Assessment,
}

impl City {
    /// A committee's contribution to a goal in a year.
    pub fn contribution<'a>(&'a self, goal: &GoalVersion, body: &'a Body, year: i32) -> Contribution<'a> {
        let find = |kind| self.goal_view(body, year, kind, goal);
        let reports = [DocumentKind::InterimReport, DocumentKind::AnnualAnalysis];
        Contribution {
            body,
            year,
            plan: find(DocumentKind::CommitteeBudget),
            reports: reports.into_iter().filter_map(find).collect(),
        }
    }

    /// All contributions to a goal in a year, in the order of the committees: those it is
    /// directed to, and those that contribute without being asked.
    pub fn contributions<'a>(&'a self, goal: &GoalVersion, year: i32) -> Vec<Contribution<'a>> {
        let all = self.committees(year).into_iter().map(|body| self.contribution(goal, body, year));
        all.filter(|it| {
            goal.directed_to.contains(&it.body.slug) || it.plan.is_some() || !it.reports.is_empty()
        })
        .collect()
    }

    /// Every assessment that a committee has made of a goal or its forebears, oldest report first.
    pub fn assessments_over_years<'a>(
        &'a self,
        goal: Id,
        body: &Body,
        horizon: Horizon,
    ) -> Vec<ReportedAssessment<'a>> {
        let family = self.with_forebears(goal);
        let mut found: Vec<ReportedAssessment<'a>> = Vec::new();
        for stored in self.data.documents.iter().filter(|stored| stored.document.kind.is_report()) {
            let of_body = self.body_of(stored).is_some_and(|found| found.slug == body.slug);
            let Some(year) = stored.document.year.filter(|_| of_body) else { continue };
            let own = self.goals_in(year).into_iter().filter(|version| family.contains(&version.goal));
            let views =
                own.filter_map(|version| self.index.goal(stored, &compare::normalized(&version.name)));
            let assessed = views.filter_map(|view| view.assessment(horizon));
            found.extend(assessed.map(|assessment| ReportedAssessment { stored, assessment }));
        }
        found.sort_by_key(|it| (it.stored.document.year, it.stored.document.kind));
        found
    }

    fn goal_view<'a>(
        &'a self,
        body: &Body,
        year: i32,
        kind: DocumentKind,
        goal: &GoalVersion,
    ) -> Option<(&'a StoredDocument, GoalView<'a>)> {
        let stored = self.document_of(&body.slug, year, kind)?;
        Some((stored, self.index.goal(stored, &compare::normalized(&goal.name))?))
    }
}
