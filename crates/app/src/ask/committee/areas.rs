//! What a committee's budget areas were called before, and what they were split and merged from.

use crate::city::City;
use uppsikt_domain::lineage::Lasting;
use uppsikt_domain::municipality::Body;
use uppsikt_domain::registry::{BudgetAreaVersion, Id, LineageEdge};

/// How a budget area continues.
#[derive(Debug, Clone, Copy)]
pub struct AreaLineage<'a> {
    /// The edge.
    pub edge: &'a LineageEdge,
    /// What it was called before.
    pub was: &'a str,
    /// What came.
    pub is: &'a str,
}

/// How the budget areas of a committee's year continue those of the year before, in their order.
pub(super) fn area_lineage<'a>(city: &'a City, body: &Body, year: i32) -> Vec<AreaLineage<'a>> {
    let own = |id: Id| {
        city.data.budget_areas.iter().filter(move |area| area.budget_area == id && area.body == body.slug)
    };
    let in_year = |id: Id, year: i32| own(id).min_by_key(|area| distance(area, year));
    let edges = city.data.lineage.iter().filter(|edge| edge.kind == Lasting::BudgetArea && edge.year == year);
    let told = edges.filter_map(|edge| {
        let (was, is) = (in_year(edge.from, year - 1)?, in_year(edge.to?, year)?);
        Some((is.position, was.position, AreaLineage { edge, was: &was.name, is: &is.name }))
    });
    let mut told: Vec<_> = told.collect();
    told.sort_by_key(|(is, was, _)| (*is, *was));
    told.into_iter().map(|(.., lineage)| lineage).collect()
}

/// How far a year lies from those in which a name holds.
fn distance(area: &BudgetAreaVersion, year: i32) -> i32 {
    (area.from_year - year).max(year - area.to_year).max(0)
}
