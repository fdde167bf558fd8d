//! The committees of a year: money and assessments, one row each.

use super::origin::Sentence;
use crate::city::{Amount, City, Money};
use uppsikt_domain::assessment::{Horizon, Status};
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::municipality::{Body, BodyKind};
use uppsikt_domain::registry::StoredDocument;
use uppsikt_messages::Message;

/// The committees of a year.
#[derive(Debug, Clone)]
pub struct CommitteesView<'a> {
    /// The year.
    pub year: i32,
    /// What the figures say together, for the title.
    pub title: Message,
    /// What the figures say together, in a sentence.
    pub lead: Sentence<'a>,
    /// The committees, in the municipality's order.
    pub rows: Vec<CommitteeRow<'a>>,
    /// Companies and foundations that the municipality owns, in its order.
    pub companies: Vec<&'a Body>,
    /// The sum of the frames, thousands of kronor.
    pub frames_tkr: i64,
    /// The sum of the deviations, where there are any.
    pub deviations_tkr: Option<i64>,
}

/// A committee in the list.
#[derive(Debug, Clone)]
pub struct CommitteeRow<'a> {
    /// The committee.
    pub body: &'a Body,
    /// Its frame.
    pub frame: Option<Amount<'a>>,
    /// What the forecast is better or worse than the frame.
    pub deviation: Option<Amount<'a>>,
    /// Whether the deviation is above the municipality's threshold.
    pub strong: bool,
    /// How many contributions have each status at the term, in the order of [`Status::ALL`].
    pub statuses: [usize; 4],
    /// The year's documents.
    pub documents: Vec<&'a StoredDocument>,
}

/// The committees of a year. `None` where the municipality has none.
pub fn committees(city: &City, year: i32) -> Option<CommitteesView<'_>> {
    let rows: Vec<_> = city.committees(year).into_iter().map(|body| row(city, body, year)).collect();
    if rows.is_empty() {
        return None;
    }
    let frames_tkr = rows.iter().filter_map(|row| row.frame).map(|frame| frame.tkr).sum();
    let deviations: Vec<i64> = rows.iter().filter_map(|row| row.deviation).map(|it| it.tkr).collect();
    let deviations_tkr = (!deviations.is_empty()).then(|| deviations.iter().sum());
    let title = Message::new("web-committees-title").with("count", rows.len());
    Some(CommitteesView {
        year,
        title,
        lead: lead(&deviations, frames_tkr),
        rows,
        companies: companies(city),
        frames_tkr,
        deviations_tkr,
    })
}

fn companies(city: &City) -> Vec<&Body> {
    let owned = |body: &&Body| !matches!(body.kind, BodyKind::Council | BodyKind::Committee);
    city.data.municipality.bodies.iter().filter(owned).collect()
}

fn lead<'a>(deviations: &[i64], frames_tkr: i64) -> Sentence<'a> {
    let frames = uppsikt_text::format::tkr_as_mkr(frames_tkr);
    if deviations.is_empty() {
        return Sentence::new("web-committees-lead-frames").with("frames", frames);
    }
    let over = deviations.iter().filter(|tkr| **tkr < 0).count();
    let sum: i64 = deviations.iter().sum();
    Sentence::new("web-committees-lead")
        .with("over", over)
        .with("count", deviations.len())
        .with("sum", uppsikt_text::format::tkr_as_mkr(sum))
        .with("frames", frames)
}

fn row<'a>(city: &'a City, body: &'a Body, year: i32) -> CommitteeRow<'a> {
    let money: Money<'a> = city.money(&body.slug, year);
    let deviation = money.deviation();
    let limit = city.threshold_tkr(Some(body));
    let kinds = [DocumentKind::CommitteeBudget, DocumentKind::InterimReport, DocumentKind::AnnualAnalysis];
    CommitteeRow {
        body,
        frame: money.frame(),
        deviation,
        strong: limit.zip(deviation).is_some_and(|(limit, it)| it.tkr.abs() > limit),
        statuses: statuses(city, body, year),
        documents: kinds.into_iter().filter_map(|kind| city.document_of(&body.slug, year, kind)).collect(),
    }
}

/// How many of a committee's contributions have each status at the term, in the order of
/// [`Status::ALL`].
pub fn statuses(city: &City, body: &Body, year: i32) -> [usize; 4] {
    let goals = city.goals_in(year).into_iter();
    let contributions = goals.map(|goal| (goal, city.contribution(goal, body, year)));
    let own = contributions.filter(|(goal, it)| {
        goal.directed_to.contains(&body.slug) || it.plan.is_some() || !it.reports.is_empty()
    });
    let found: Vec<Status> = own.map(|(_, it)| it.status(Horizon::Term)).collect();
    Status::ALL.map(|status| found.iter().filter(|it| **it == status).count())
}
