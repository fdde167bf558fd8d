//! What most indicators of a plan have and a few lack.

use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::indicator::Indicator;

/// So many indicators with a figure make a habit.
const HABIT: usize = 3;

/// The indicators of a committee's budget that have a figure but lack what at least three
/// times as many of the others have.
pub fn lacking(document: &Document, has: impl Fn(&Indicator) -> bool) -> Vec<&Indicator> {
    lacking_of(document, |it| it.baseline.is_some() || it.target.is_some(), has)
}

/// The same among the indicators that are asked.
pub fn lacking_of(
    document: &Document,
    is_asked: impl Fn(&Indicator) -> bool,
    has: impl Fn(&Indicator) -> bool,
) -> Vec<&Indicator> {
    if document.kind != DocumentKind::CommitteeBudget {
        return Vec::new();
    }
    let all = document.goals().into_iter().flat_map(|goal| goal.indicators().collect::<Vec<_>>());
    let (with, without): (Vec<_>, Vec<_>) = all.filter(|it| is_asked(it)).partition(|it| has(it));
    if with.len() >= HABIT && with.len() >= 3 * without.len() { without } else { Vec::new() }
}
