//! What a newer version of a document says otherwise than an older one, when both are stored.

use super::rows::{Row, row};
use super::view::Standing;
use crate::document::difference::{Printed, compare};
use uppsikt_domain::document::Document;
use uppsikt_domain::registry::Id;
use uppsikt_domain::structure::Structure;
use uppsikt_store::HeldFact;

/// The facts that differ between two versions, each beside the lines that print it: in the newer
/// version's order, and last what that speaks of no longer.
pub fn changes(slug: &str, older: &Document, newer: &Document, structure: &Structure) -> Vec<Row> {
    let (older, newer) = (Printed::of(older, structure), Printed::of(newer, structure));
    // Facts of one version are told apart by their keys; nothing is stored under these identities.
    let held: Vec<HeldFact> =
        older.facts.iter().map(|fact| HeldFact { id: Id::default(), fact: fact.clone() }).collect();
    let found = compare(slug, &held, &newer, Some(&older));
    let shown = |proposal| row(proposal, &newer, Some(&older), (Standing::Open, Vec::new()));
    let mut rows: Vec<Row> = found.proposals.iter().filter(|it| it.part_of.is_none()).map(shown).collect();
    rows.sort_by_key(|row| (row.is.is_none(), row.lines.first().map_or(0, |line| line.number)));
    rows
}
