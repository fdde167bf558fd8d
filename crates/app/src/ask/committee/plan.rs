//! What a committee plans and answers: goals, priorities, assignments.

use super::super::document::{Piece, pieces};
use super::super::origin::Origin;
use super::super::table::row_span;
use crate::city::{City, Contribution};
use uppsikt_domain::assessment::{Assessment, Horizon, Status};
use uppsikt_domain::assignment::Assignment;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::goal::{GoalView, InitiativeView};
use uppsikt_domain::indicator::Indicator;
use uppsikt_domain::municipality::Body;
use uppsikt_domain::place::Span;
use uppsikt_domain::registry::{GoalAreaVersion, GoalVersion, StoredDocument};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_text::compare;

/// A committee's contribution to one goal.
#[derive(Debug, Clone)]
pub struct GoalPlan<'a> {
    /// The goal.
    pub goal: &'a GoalVersion,
    /// The area that it stands in.
    pub area: Option<&'a GoalAreaVersion>,
    /// The contribution: plan and reports.
    pub contribution: Contribution<'a>,
    /// Where the plan begins.
    pub plan_at: Option<Origin<'a>>,
    /// The initiatives of the year, in words.
    pub initiatives: Vec<PlannedInitiative<'a>>,
    /// The indicators.
    pub indicators: Vec<IndicatorView<'a>>,
    /// The whole plan for the goal, as read.
    pub plan: Vec<Piece<'a>>,
    /// The whole answer of the latest report, as read, and where it begins.
    pub answer: Option<(Origin<'a>, Vec<Piece<'a>>)>,
}

/// An initiative in words.
#[derive(Debug, Clone)]
pub struct InitiativeText<'a> {
    /// Its heading, or the paragraph that it is.
    pub text: &'a str,
    /// Where it stands.
    pub origin: Origin<'a>,
    /// Whether the latest version says otherwise there, and that was rejected.
    pub is_held: bool,
}

/// An initiative of the plan and what the report says of it.
#[derive(Debug, Clone)]
pub struct PlannedInitiative<'a> {
    /// The initiative.
    pub planned: InitiativeText<'a>,
    /// How far it has come, in the report's own words, and where that stands.
    pub state: Option<(&'a str, Origin<'a>)>,
}

/// An indicator and where it is named.
#[derive(Debug, Clone, Copy)]
pub struct IndicatorView<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Where it is named.
    pub origin: Origin<'a>,
}

/// A priority.
#[derive(Debug, Clone)]
pub struct PriorityView<'a> {
    /// Its heading.
    pub heading: &'a str,
    /// The expected effect.
    pub expected_effect: Option<&'a str>,
    /// Where it stands.
    pub origin: Origin<'a>,
    /// The whole of it, as read.
    pub text: Vec<Piece<'a>>,
    /// What the report says of it, as read, and where.
    pub follow_up: Option<(Origin<'a>, Vec<Piece<'a>>)>,
}

/// An assignment and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct AssignmentView<'a> {
    /// The assignment.
    pub assignment: &'a Assignment,
    /// The goal area that it hangs under.
    pub area: &'a str,
    /// Where it stands.
    pub origin: Origin<'a>,
}

/// The level of a heading that these texts stand under on the page.
const LEVEL: u8 = 3;

/// A committee's contributions in a year, in the council's order of goals.
pub fn goals<'a>(city: &'a City, body: &'a Body, year: i32) -> Vec<GoalPlan<'a>> {
    let all = city.goals_in(year).into_iter().map(|goal| (goal, city.contribution(goal, body, year)));
    let own = all.filter(|(goal, it)| {
        goal.directed_to.contains(&body.slug) || it.plan.is_some() || !it.reports.is_empty()
    });
    own.map(|(goal, contribution)| goal_plan(city, goal, contribution, year)).collect()
}

fn goal_plan<'a>(
    city: &'a City,
    goal: &'a GoalVersion,
    contribution: Contribution<'a>,
    year: i32,
) -> GoalPlan<'a> {
    let plan = contribution.plan;
    let latest = contribution.reports.last().copied();
    let followed = latest.filter(|(_, view)| view.indicators().next().is_some()).or(plan);
    GoalPlan {
        goal,
        area: city.area_of(goal, year),
        plan_at: plan.map(|(stored, view)| heading_at(stored, view.section)),
        initiatives: plan.map(|(stored, view)| followed_up(stored, &view, latest)).unwrap_or_default(),
        indicators: followed.map(|(stored, view)| indicators(stored, &view)).unwrap_or_default(),
        plan: plan.map(|(stored, view)| pieces(city, stored, view.section, LEVEL)).unwrap_or_default(),
        answer: latest.map(|(stored, view)| {
            (heading_at(stored, view.section), pieces(city, stored, view.section, LEVEL))
        }),
        contribution,
    }
}

/// Where a section's heading stands.
pub fn heading_at<'a>(stored: &'a StoredDocument, section: &Section) -> Origin<'a> {
    Origin::of(stored, section.heading.as_ref().map_or(section.span, |heading| heading.span))
}

/// The initiatives of a contribution, in words. A plan that lists them in a table only tells
/// of them in its paragraphs.
pub fn initiatives<'a>(stored: &'a StoredDocument, view: &GoalView<'a>) -> Vec<InitiativeText<'a>> {
    let all = view.initiatives();
    let listed = all.iter().any(is_table);
    let told = all.into_iter().filter(|view| !listed || is_table(view)).flat_map(texts);
    told.map(|(text, span)| InitiativeText { text, origin: Origin::of(stored, span), is_held: false })
        .collect()
}

fn followed_up<'a>(
    stored: &'a StoredDocument,
    view: &GoalView<'a>,
    report: Option<(&'a StoredDocument, GoalView<'a>)>,
) -> Vec<PlannedInitiative<'a>> {
    let state = |text| report.and_then(|(report, view)| state(report, &view, text));
    let with_state = |planned: InitiativeText<'a>| PlannedInitiative { state: state(planned.text), planned };
    initiatives(stored, view).into_iter().map(with_state).collect()
}

fn is_table(view: &InitiativeView<'_>) -> bool {
    matches!(view, InitiativeView::Paragraph(block) if block.table().is_some())
}

fn texts(view: InitiativeView<'_>) -> Vec<(&str, Span)> {
    let block = match view {
        InitiativeView::Headed(section) => {
            let span = section.heading.as_ref().map_or(section.span, |heading| heading.span);
            return vec![(&section.name, span)];
        }
        InitiativeView::Paragraph(block) => block,
    };
    match &block.content {
        Content::Paragraph { text } => vec![(text, block.span)],
        Content::List { items, .. } => items.iter().map(|item| (item.text.as_str(), item.span)).collect(),
        Content::Table(table) => {
            table.rows.iter().map(|row| (row.label.text.as_str(), row.label.span)).collect()
        }
        _ => Vec::new(),
    }
}

/// What a report's table says first of an initiative with the same name.
fn state<'a>(
    report: &'a StoredDocument,
    view: &GoalView<'a>,
    initiative: &str,
) -> Option<(&'a str, Origin<'a>)> {
    let blocks = view.section.all().into_iter().flat_map(|section| &section.blocks);
    let mut rows = blocks.filter_map(Block::table).flat_map(|table| &table.rows);
    let row = rows.find(|row| compare::same(&row.label.text, initiative))?;
    let cell = row.cells.iter().find(|cell| cell.value.is_none() && cell.printed.is_some())?;
    Some((cell.printed.as_deref()?, Origin::of(report, row_span(row))))
}

/// The indicators of a contribution.
pub fn indicators<'a>(stored: &'a StoredDocument, view: &GoalView<'a>) -> Vec<IndicatorView<'a>> {
    let origin = |indicator: &Indicator| Origin::of(stored, indicator.span);
    view.indicators().map(|indicator| IndicatorView { indicator, origin: origin(indicator) }).collect()
}

/// The priorities of the plan with what the report says of each, by heading.
pub fn priorities<'a>(
    city: &'a City,
    plan: Option<&'a StoredDocument>,
    report: Option<&'a StoredDocument>,
) -> Vec<PriorityView<'a>> {
    let followed = report.map(of_kind).unwrap_or_default();
    let answer = |name: &str| {
        let section = followed.iter().find(|it| compare::same(&it.name, name))?;
        report.map(|stored| (heading_at(stored, section), pieces(city, stored, section, LEVEL)))
    };
    let view = |stored: &'a StoredDocument, section: &'a Section| PriorityView {
        heading: &section.name,
        expected_effect: section.expected_effect.as_ref().map(|effect| effect.text.as_str()),
        origin: heading_at(stored, section),
        text: pieces(city, stored, section, LEVEL),
        follow_up: answer(&section.name),
    };
    let planned =
        plan.map(|stored| of_kind(stored).into_iter().map(|section| view(stored, section)).collect());
    planned.unwrap_or_default()
}

fn of_kind(stored: &StoredDocument) -> Vec<&Section> {
    let all = stored.holding().all_sections().into_iter();
    all.filter(|section| section.kind == SectionKind::Priority).collect()
}

/// The assignments of a document, by goal area.
pub fn assignments(stored: Option<&StoredDocument>) -> Vec<AssignmentView<'_>> {
    let Some(stored) = stored else { return Vec::new() };
    let areas = stored.holding().goal_areas().into_iter();
    let view = |area, assignment: &'_ Assignment| (area, Origin::of(stored, assignment.span));
    let all = areas.flat_map(|area| {
        let name = area.section.map_or("", |section| section.name.as_str());
        area.assignments.into_iter().map(move |assignment| (name, assignment))
    });
    all.map(|(name, assignment)| {
        let (area, origin) = view(name, assignment);
        AssignmentView { assignment, area, origin }
    })
    .collect()
}

impl<'a> GoalPlan<'a> {
    /// The status of the contribution at a horizon.
    pub fn status(&self, horizon: Horizon) -> Status {
        self.contribution.status(horizon)
    }

    /// The assessment at a horizon and where it stands.
    pub fn assessment(&self, horizon: Horizon) -> Option<(&'a Assessment, Origin<'a>)> {
        let (stored, assessment) = self.contribution.assessment(horizon)?;
        Some((assessment, Origin::of(stored, assessment.span)))
    }
}
