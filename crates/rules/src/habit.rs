//! What most indicators of a plan have and a few lack.

use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::indicator::Indicator;

/// The indicators of a committee's budget that have a figure but lack what at least three
/// times as many of the others have, and at least so many.
pub fn lacking(document: &Document, habit: usize, has: impl Fn(&Indicator) -> bool) -> Vec<&Indicator> {
    lacking_of(document, habit, |it| it.baseline.is_some() || it.target.is_some(), has)
}

/// The same among the indicators that are asked.
pub fn lacking_of(
    document: &Document,
    habit: usize,
    is_asked: impl Fn(&Indicator) -> bool,
    has: impl Fn(&Indicator) -> bool,
) -> Vec<&Indicator> {
    if document.kind != DocumentKind::CommitteeBudget {
        return Vec::new();
    }
    lacking_in(document, habit, is_asked, has)
}

/// The same in a document of any kind.
pub fn lacking_in(
    document: &Document,
    habit: usize,
    is_asked: impl Fn(&Indicator) -> bool,
    has: impl Fn(&Indicator) -> bool,
) -> Vec<&Indicator> {
    let all = document.goals().into_iter().flat_map(|goal| goal.indicators().collect::<Vec<_>>());
    let all = all.filter(|it| is_whole(&it.text));
    let (with, without): (Vec<_>, Vec<_>) = all.filter(|it| is_asked(it)).partition(|it| has(it));
    let without: Vec<&Indicator> = without.into_iter().filter(|it| !is_head(document, it)).collect();
    if with.len() >= habit && with.len() >= 3 * without.len() { without } else { Vec::new() }
}

/// Whether a row is the head of a page that a table goes on over: its words open other lines too.
fn is_head(document: &Document, indicator: &Indicator) -> bool {
    let opens = document.lines.iter().filter(|line| line.text.trim_start().starts_with(&indicator.text));
    opens.count() > 2
}

/// Whether a text is a whole item and no half of one that a line break has cut: its brackets are closed.
fn is_whole(text: &str) -> bool {
    let opened = text.matches('(').count();
    opened == text.matches(')').count()
}
