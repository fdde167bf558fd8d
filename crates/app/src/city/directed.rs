//! Whom the council's budget directs its goals to, where the registry does not say.

use std::collections::BTreeSet;
use uppsikt_domain::claim::Subject;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::goal::Directed;
use uppsikt_domain::municipality::{Body, BodyKind};
use uppsikt_domain::registry::{CityData, GoalVersion};
use uppsikt_text::compare::same;

/// Gives goals of which the registry does not say whom they are directed to those that a budget of the
/// council for one of their years names.
pub(super) fn fill_in(data: &mut CityData) {
    let told: Vec<(usize, Vec<String>)> = (0..data.goals.len())
        .filter(|at| data.goals[*at].directed_to.is_empty())
        .filter_map(|at| Some((at, directed(data, &data.goals[at])?)))
        .collect();
    for (at, slugs) in told {
        data.goals[at].directed_to = slugs;
    }
}

/// The slugs of those that the newest budget with the goal names.
fn directed(data: &CityData, goal: &GoalVersion) -> Option<Vec<String>> {
    let years = goal.from_year..=goal.to_year;
    let budgets = data.documents.iter().filter(|stored| {
        let document = &stored.document;
        document.kind == DocumentKind::CouncilBudget
            && document.year.is_some_and(|year| years.contains(&year))
    });
    let told = budgets
        .flat_map(|stored| &stored.facts)
        .filter(|fact| fact.key.what == Subject::DirectedTo.code() && same(&fact.key.of, &goal.name));
    let newest = told.max_by_key(|fact| fact.key.year)?;
    let names: Vec<&str> = newest.value.split(Directed::BETWEEN).collect();
    let year = newest.key.year;
    let all = names.iter().any(|name| Directed::is_all(name));
    let bodies = data.municipality.bodies.iter().filter(|body| {
        let named = || names.iter().any(|name| is_named(body, name));
        if all { body.kind == BodyKind::Committee && super::exists(body, year) } else { named() }
    });
    let slugs: BTreeSet<String> = bodies.map(|body| body.slug.clone()).collect();
    (!slugs.is_empty()).then(|| slugs.into_iter().collect())
}

/// Whether a name is a body's, with or without the last letters of its definite form.
fn is_named(body: &Body, name: &str) -> bool {
    let bare = |name: &str| name.trim_end_matches("en").to_owned();
    same(&body.name, name) || same(&bare(&body.name), &bare(name)) || same(&body.abbreviation, name)
}
