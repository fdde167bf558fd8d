//! Goals and areas that a newer version of the same document calls otherwise, within its year.

use super::{Likeness, LineageRow};
use crate::city::City;
use crate::document::difference::Printed;
use crate::document::rewording::{self, Reworded, areas, goals};
use crate::review::view::Standing;
use crate::version::{Known, Version, known};
use uppsikt_domain::claim::Subject;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::fact::Fact;
use uppsikt_domain::lineage::{Lasting, Relation};
use uppsikt_store::Reviewing;
use uppsikt_text::compare::{normalized, same};

/// What in a document is called otherwise than in its own version before.
pub(super) fn reworded(reviewing: &Reviewing, read: &Printed<'_>, year: i32) -> Vec<LineageRow> {
    let Some(latest) = &reviewing.latest else { return Vec::new() };
    let registry = &reviewing.registry;
    let held: Vec<&Fact> = latest.facts.iter().map(|it| &it.fact).collect();
    let facts: Vec<&Fact> = read.facts.iter().collect();
    let (held, read) = (
        rewording::Version::of(&held, Some(&latest.tree)),
        rewording::Version::of(&facts, Some(read.document)),
    );
    let areas = areas(held, read);
    let areas = areas.iter().filter_map(|it| row(Lasting::GoalArea, &registry.goal_areas, it, year));
    let goals = goals(held, read);
    let goals = goals.iter().filter_map(|it| row(Lasting::Goal, &registry.goals, it, year));
    areas.chain(goals).collect()
}

fn row<V: Version>(kind: Lasting, held: &[V], it: &Reworded<'_>, year: i32) -> Option<LineageRow> {
    let was = held.iter().find(|version| version.holds_in(year) && same(version.wording(), it.was))?;
    (known(held, it.is, year) == Known::New).then(|| LineageRow {
        print: String::new(),
        kind,
        from: was.identity(),
        later: None,
        was: it.was.to_owned(),
        is: it.is.to_owned(),
        relation: Relation::Continues,
        likeness: Likeness {
            permille: it.permille,
            same_area: it.same_area,
            links: it.links,
            goals: it.goals,
            below: it.below,
            same_place: it.same_place,
            ..Likeness::default()
        },
        standing: Standing::Open,
    })
}

fn is_of_all(kind: DocumentKind) -> bool {
    use DocumentKind::{AnnualReport, CityInterimReport, CouncilBudget};
    matches!(kind, CouncilBudget | CityInterimReport | AnnualReport)
}

/// Whether only other committees' documents name a goal, and its words alone do not tell that it
/// is the same one.
pub(super) fn is_anothers(city: &City, document: &Document, row: &LineageRow) -> bool {
    if row.kind != Lasting::Goal || usize::from(row.likeness.permille) >= Likeness::ENOUGH {
        return false;
    }
    let own = document.body.as_ref().map(|body| normalized(&body.text));
    let names = |stored: &&uppsikt_domain::registry::StoredDocument| {
        let mut facts = stored.facts.iter();
        facts.any(|fact| fact.key.what == Subject::Goal.code() && same(&fact.key.of, row.registered()))
    };
    let mut naming = city.data.documents.iter().filter(names).peekable();
    let is_other = |stored: &uppsikt_domain::registry::StoredDocument| {
        let body = stored.document.body.as_ref().map(|body| normalized(&body.text));
        body.is_some() && body != own && !is_of_all(stored.document.kind)
    };
    naming.peek().is_some() && naming.all(is_other)
}
