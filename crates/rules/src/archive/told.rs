//! What a body tells of itself, held against what the municipality tells of it.

use super::explained::is_explained;
use super::of_bodies::{Amount, Measure, of_bodies};
use super::own::Own;
use crate::place;
use crate::seen::{Seen, Sheet};
use std::collections::BTreeMap;
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::Interval;
use uppsikt_domain::quantity::Quantity;
use uppsikt_findings::FindingPlace;

/// An amount of a body with the document that tells it.
#[derive(Debug, Clone)]
pub struct Told<'a> {
    /// The document.
    pub document: &'a Document,
    /// The amount.
    pub amount: Amount<'a>,
}

impl Told<'_> {
    /// The cell.
    pub fn place(&self) -> FindingPlace {
        place::at(self.document, self.amount.span)
    }
}

/// The amounts of one measure and year that some documents tell of each body.
pub fn of_bodies_in<'a>(
    seen: &Seen<'a>,
    documents: &[usize],
    measure: Measure,
    year: i32,
) -> BTreeMap<String, Vec<Told<'a>>> {
    let mut found: BTreeMap<String, Vec<Told<'a>>> = BTreeMap::new();
    for document in documents.iter().map(|at| seen.sheets()[*at].document) {
        let own = of_bodies(document).into_iter().filter(|it| it.measure == measure && it.year == year);
        own.for_each(|amount| found.entry(amount.body.clone()).or_default().push(Told { document, amount }));
    }
    found
}

/// What a document tells where nothing in it is what was decided, with the decision; and what it says
/// to be the decided amount where that is another. What it explains is no fault.
pub fn off<'o, 't, 'a>(
    sheet: &Sheet<'_>,
    own: &'o [Own],
    decided: &'t [Told<'a>],
) -> Option<(&'o Own, &'t Told<'a>)> {
    let first = decided.first()?;
    let is_decided = |own: &&Own| decided.iter().any(|it| meets(&own.value, &it.amount.value));
    if own.iter().any(|own| is_decided(&own)) {
        return None;
    }
    let told = own.iter().min_by_key(|own| own.span)?;
    let near = first.amount.measure == Measure::Deviation || is_near(&told.value, &first.amount.value);
    (near && !is_explained(sheet, &first.amount.value, &told.value)).then_some((told, first))
}

/// Amounts further apart than a fifth are of other scopes.
const SCOPES: i64 = 5;

pub(super) fn is_near(one: &Quantity, other: &Quantity) -> bool {
    let Some((one, other)) = size(one).zip(size(other)) else { return false };
    let apart = one.minus(&other).size();
    let (Some(apart), Some(whole)) = (apart.low, one.high.max(other.high)) else { return false };
    apart.times(SCOPES) <= whole
}

/// Whether two amounts may be the same, their signs and rounding aside.
pub fn meets(one: &Quantity, other: &Quantity) -> bool {
    match (size(one), size(other)) {
        (Some(one), Some(other)) => one.meets(&other),
        _ => true,
    }
}

fn size(value: &Quantity) -> Option<Interval> {
    Some(value.interval_kronor()?.size())
}
