//! A goal: every committee's contribution side by side, how its indicators have gone, its
//! assessments over the years, what it was before.

mod chart;
mod history;
mod series;
mod wording;

pub use history::{History, HistoryCell, HistoryColumn, HistoryRow};
pub use series::{Series, SeriesPoint};
pub use wording::{Stretch, compared};

use super::committee::{IndicatorView, InitiativeText, heading_at, indicators, initiatives};
use super::goals::counted;
use super::held::held;
use super::origin::Origin;
use crate::city::{City, Contribution};
use uppsikt_domain::agenda;
use uppsikt_domain::assessment::{Assessment, Horizon, Status};
use uppsikt_domain::block::Content;
use uppsikt_domain::goal::GoalView as ReadGoal;
use uppsikt_domain::lineage::Relation;
use uppsikt_domain::municipality::Body;
use uppsikt_domain::registry::{GoalAreaVersion, GoalVersion, LineageEdge, StoredDocument};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_text::{format, sentence};

/// A goal in a year.
#[derive(Debug, Clone)]
pub struct GoalView<'a> {
    /// The goal's version of the year.
    pub goal: &'a GoalVersion,
    /// The year.
    pub year: i32,
    /// The area that it stands in.
    pub area: Option<&'a GoalAreaVersion>,
    /// The city's own judgement; not stated where it has made none.
    pub status: Status,
    /// How many contributions have each status at the term, in the order of [`Status::ALL`].
    pub counts: [usize; 4],
    /// The contributions, committee by committee.
    pub contributions: Vec<ContributionView<'a>>,
    /// Indicators whose values are printed for several years.
    pub series: Vec<Series<'a>>,
    /// Assessments of the term, report by report.
    pub history: History<'a>,
    /// All wordings that it has had, oldest first.
    pub versions: Vec<&'a GoalVersion>,
    /// What it came from and what came of it.
    pub lineage: Vec<LineageRow<'a>>,
    /// Numbers and names of the Agenda 2030 goals that the council has mapped it to.
    pub agenda: Vec<(u8, &'static str)>,
}

/// A committee's contribution in short.
#[derive(Debug, Clone)]
pub struct ContributionView<'a> {
    /// The committee.
    pub body: &'a Body,
    /// Where the plan stands.
    pub plan_at: Option<Origin<'a>>,
    /// The plan and the reports that it is shown from.
    pub documents: Vec<&'a StoredDocument>,
    /// What it shall lead to within the term: paragraphs of the plan.
    pub term_plan: Vec<InitiativeText<'a>>,
    /// The year's initiatives.
    pub initiatives: Vec<InitiativeText<'a>>,
    /// The indicators.
    pub indicators: Vec<IndicatorView<'a>>,
    /// What is set aside for it: "6,9 mkr".
    pub set_aside: Option<(String, Origin<'a>)>,
    /// The assessment of the period.
    pub period: Option<(&'a Assessment, Origin<'a>)>,
    /// The assessment of the term.
    pub term: Option<(&'a Assessment, Origin<'a>)>,
}

/// An edge of lineage seen from the goal.
#[derive(Debug, Clone, Copy)]
pub struct LineageRow<'a> {
    /// The edge.
    pub edge: &'a LineageEdge,
    /// The goal at the other end, where it is another.
    pub other: Option<&'a GoalVersion>,
    /// Whether the other end came before.
    pub from: bool,
}

/// A goal in a year. `None`: there is no such goal that year.
pub fn goal<'a>(city: &'a City, slug: &str, year: i32) -> Option<GoalView<'a>> {
    let goal = city.goal_in(slug, year)?;
    let contributions = city.contributions(goal, year);
    let history = history::history(city, goal, year);
    Some(GoalView {
        goal,
        year,
        area: city.area_of(goal, year),
        status: city.goal_status(goal.goal, year).unwrap_or_default(),
        counts: counted(contributions.iter().map(|it| it.status(Horizon::Term))),
        series: series::all(city, goal, &contributions),
        contributions: contributions.iter().map(contribution).collect(),
        history,
        versions: city.goal_versions(slug),
        lineage: lineage(city, goal),
        agenda: goal
            .agenda_2030
            .iter()
            .filter_map(|number| Some((*number, agenda::name(*number)?)))
            .collect(),
    })
}

/// The year nearest to the one asked for in which there is such a goal.
pub fn nearest_year(city: &City, slug: &str, year: i32) -> Option<i32> {
    let years = city.years().into_iter().filter(|year| city.goal_in(slug, *year).is_some());
    years.min_by_key(|found| (found - year).abs())
}

/// The years in which there is such a goal.
pub fn years_of(city: &City, slug: &str) -> Vec<i32> {
    city.years().into_iter().filter(|year| city.goal_in(slug, *year).is_some()).collect()
}

fn contribution<'a>(it: &Contribution<'a>) -> ContributionView<'a> {
    let latest = it.reports.last().copied();
    let told = it.plan.or(latest);
    let followed = latest.filter(|(_, view)| view.indicators().next().is_some()).or(it.plan);
    let assessed = |horizon| {
        let (stored, assessment) = it.assessment(horizon)?;
        Some((assessment, Origin::of(stored, assessment.span)))
    };
    ContributionView {
        body: it.body,
        plan_at: told.map(|(stored, view)| heading_at(stored, view.section)),
        documents: it.plan.iter().chain(&it.reports).map(|(stored, _)| *stored).collect(),
        term_plan: told.map(|(stored, view)| term_plan(stored, &view)).unwrap_or_default(),
        initiatives: told.map(|(stored, view)| initiatives(stored, &view)).unwrap_or_default(),
        indicators: followed.map(|(stored, view)| indicators(stored, &view)).unwrap_or_default(),
        set_aside: latest.and_then(set_aside).or_else(|| it.plan.and_then(set_aside)),
        period: assessed(Horizon::Period),
        term: assessed(Horizon::Term),
    }
}

/// The paragraphs of the plan for the term; without such a section, those of the first
/// headed part of the contribution.
fn term_plan<'a>(stored: &'a StoredDocument, view: &ReadGoal<'a>) -> Vec<InitiativeText<'a>> {
    let Some(section) = view.section.inner(SectionKind::TermPlan).or_else(|| first_part(view.section)) else {
        return Vec::new();
    };
    if let Some(held) = held(stored, section) {
        let text = |text: &'a String| InitiativeText {
            text: beginning(text),
            origin: held.otherwise,
            is_held: true,
        };
        return held.text.paragraphs.iter().map(text).collect();
    }
    let paragraphs = section.blocks.iter().filter_map(|block| match &block.content {
        Content::Paragraph { text } => Some(vec![(text.as_str(), block.span)]),
        Content::List { items, .. } => {
            Some(items.iter().map(|item| (item.text.as_str(), item.span)).collect())
        }
        _ => None,
    });
    let texts = paragraphs.flatten();
    texts
        .map(|(text, span)| InitiativeText {
            text: beginning(text),
            origin: Origin::of(stored, span),
            is_held: false,
        })
        .collect()
}

/// Letters after which a text beside others has said enough.
const ENOUGH: usize = 150;

/// The first sentences of a text, whole, until they have said enough.
fn beginning(text: &str) -> &str {
    let ends = sentence::ranges(text).into_iter().map(|range| range.end);
    let end = ends.into_iter().find(|end| *end >= ENOUGH);
    end.map_or(text, |end| &text[..end])
}

fn first_part(goal: &Section) -> Option<&Section> {
    let other = |section: &&Section| {
        matches!(section.kind, SectionKind::Other | SectionKind::OwnGoal) && !section.blocks.is_empty()
    };
    goal.sections.iter().find(other)
}

/// Words that money set aside for a goal is introduced with.
const SET_ASIDE: [&str; 3] = ["avsatt", "avsätts", "avsätter"];

/// The first figure of money in the goal's text on a line that says what is set aside.
fn set_aside<'a>((stored, view): (&'a StoredDocument, ReadGoal<'a>)) -> Option<(String, Origin<'a>)> {
    let inside = |line: u32| view.section.span.holds_line(line);
    let figures = stored.document.figures.iter();
    // A range is no amount.
    let mut money =
        figures.filter(|it| inside(it.span.at.line) && it.to.is_none() && it.quantity.unit.is_money());
    let found = money.find(|figure| {
        let line = stored.document.line(figure.span.at.line).map(|line| line.text.to_lowercase());
        line.is_some_and(|line| SET_ASIDE.iter().any(|word| line.trim_start().starts_with(word)))
    })?;
    Some((format::quantity(&found.quantity), Origin::of(stored, found.span)))
}

fn lineage<'a>(city: &'a City, goal: &GoalVersion) -> Vec<LineageRow<'a>> {
    let edges = city.lineage_of(goal.goal).into_iter();
    let mut rows: Vec<LineageRow<'a>> = edges
        .map(|edge| {
            let from = edge.to == Some(goal.goal);
            let other = if from { Some(edge.from) } else { edge.to };
            let other = other.filter(|id| *id != goal.goal);
            // What came before is named as it was the year before; what came, as it began.
            let year = if from { edge.year - 1 } else { edge.year };
            LineageRow { edge, other: other.and_then(|id| city.goal_by_id(id, year)), from }
        })
        .collect();
    rows.sort_by_key(|row| (row.edge.year, row.edge.from));
    rows
}

impl<'a> GoalView<'a> {
    /// The years from which the goal has had another wording than the year before, up to
    /// the one shown, with the wording before.
    pub fn rewordings(&self) -> Vec<(i32, &'a GoalVersion, &'a GoalVersion)> {
        let pairs = self.versions.windows(2).map(|pair| (pair[1].from_year, pair[0], pair[1]));
        pairs.filter(|(year, old, new)| old.name != new.name && *year <= self.year).collect()
    }

    /// The first contribution whose plan is known, for the thread.
    pub fn first_planned(&self) -> Option<&ContributionView<'a>> {
        self.contributions.iter().find(|it| !it.initiatives.is_empty())
    }

    /// The series that says most: a share with a target before a count, then the one with
    /// the most values, the first of equals.
    pub fn main_series(&self) -> Option<&Series<'a>> {
        let says = |it: &Series<'_>| (it.is_share, it.comparable().count());
        let aimed = self.series.iter().filter(|it| it.target.is_some());
        // `max_by_key` gives the last of equals.
        aimed.rev().max_by_key(|it| says(it))
    }

    /// Whether somebody contributes.
    pub fn is_planned(&self) -> bool {
        self.contributions.iter().any(|it| !it.documents.is_empty())
    }
}

impl LineageRow<'_> {
    /// The key of the message that tells it.
    pub fn key(&self) -> &'static str {
        match (self.edge.relation, self.from) {
            (Relation::Continues, _) => "web-goal-lineage-continues",
            (Relation::Moved, _) => "web-goal-lineage-moved",
            (Relation::Split, true) => "web-goal-lineage-split-from",
            (Relation::Split, false) => "web-goal-lineage-split-to",
            (Relation::Merged, true) => "web-goal-lineage-merged-from",
            (Relation::Merged, false) => "web-goal-lineage-merged-to",
            (Relation::Replaced, true) => "web-goal-lineage-replaced-from",
            (Relation::Replaced, false) => "web-goal-lineage-replaced-to",
            (Relation::Dropped, _) => "web-goal-lineage-dropped",
        }
    }
}
