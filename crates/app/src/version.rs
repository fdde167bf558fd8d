//! Versions of what lasts: wordings that hold in some years.

use uppsikt_domain::registry::{BudgetAreaVersion, GoalAreaVersion, GoalVersion, Id};
use uppsikt_text::compare::same;

/// A version of something that lasts.
pub trait Version: Clone + PartialEq {
    /// The identity that it is a version of.
    fn identity(&self) -> Id;
    /// The same version of another identity.
    fn of(self, identity: Id) -> Self;
    /// The stable word of its identity.
    fn slug(&self) -> &str;
    /// The wording.
    fn wording(&self) -> &str;
    /// First and last year.
    fn years(&self) -> (i32, i32);
    /// The same version, until another year.
    fn until(self, to_year: i32) -> Self;

    /// Whether it holds in a year.
    fn holds_in(&self, year: i32) -> bool {
        (self.years().0..=self.years().1).contains(&year)
    }

    /// Whether both hold in some year.
    fn meets(&self, other: &Self) -> bool {
        self.years().0 <= other.years().1 && other.years().0 <= self.years().1
    }
}

macro_rules! version {
    ($version:ty, $identity:ident) => {
        impl Version for $version {
            fn identity(&self) -> Id {
                self.$identity
            }
            fn of(self, identity: Id) -> Self {
                Self { $identity: identity, ..self }
            }
            fn slug(&self) -> &str {
                &self.slug
            }
            fn wording(&self) -> &str {
                &self.name
            }
            fn years(&self) -> (i32, i32) {
                (self.from_year, self.to_year)
            }
            fn until(self, to_year: i32) -> Self {
                Self { to_year, ..self }
            }
        }
    };
}

version!(GoalAreaVersion, area);
version!(GoalVersion, goal);
version!(BudgetAreaVersion, budget_area);

/// A held version of the identity that wanted versions belong to: the one with their slug,
/// else one that has the wording of one of them in the same years.
pub fn identity<'a, V: Version>(held: &'a [V], slug: &str, wanted: &[V]) -> Option<&'a V> {
    let worded = |held: &&V| wanted.iter().any(|it| it.meets(held) && same(it.wording(), held.wording()));
    held.iter().find(|held| held.slug() == slug).or_else(|| held.iter().find(worded))
}

/// What brings one version in line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps<V> {
    /// First years of held versions that it takes the place of.
    pub removed: Vec<i32>,
    /// The version to store.
    pub version: V,
}

/// What brings the held versions of an identity in line with the wanted ones. Nothing for
/// those that are held already.
///
/// A version that a document has let hold on stays so until the next wanted one begins.
pub fn in_line<V: Version>(held: &[V], identity: Id, wanted: Vec<V>) -> Vec<Steps<V>> {
    let mut steps = Vec::new();
    let begins: Vec<i32> = wanted.iter().map(|it| it.years().0).collect();
    for version in wanted {
        let (from_year, to_year) = version.years();
        let met: Vec<&V> = held.iter().filter(|it| it.identity() == identity && it.meets(&version)).collect();
        let prolonged = met.iter().filter(|it| same(it.wording(), version.wording())).map(|it| it.years().1);
        let next = begins.iter().filter(|year| **year > from_year).min();
        let last = prolonged.fold(to_year, i32::max).min(next.map_or(i32::MAX, |year| year - 1));
        let version = version.of(identity).until(last.max(to_year));
        let in_place = met.len() == 1 && *met[0] == version;
        if !in_place {
            let removed = met.iter().map(|it| it.years().0).filter(|year| !begins.contains(year)).collect();
            steps.push(Steps { removed, version });
        }
    }
    steps
}

/// What the registry knows of a wording in a year.
#[derive(Debug, PartialEq, Eq)]
pub enum Known {
    /// It holds in that year, or its identity has another wording then.
    Holds(Id),
    /// It held until the year before: the version in this place can hold on.
    Prolong(usize),
    /// It holds in other years only.
    Again(Id),
    /// Nothing.
    New,
}

/// What versions tell of a wording in a year.
pub fn known<V: Version>(versions: &[V], wording: &str, year: i32) -> Known {
    let mut worded = versions.iter().enumerate().filter(|(_, held)| same(held.wording(), wording));
    if let Some((_, held)) = worded.clone().find(|(_, held)| held.holds_in(year)) {
        return Known::Holds(held.identity());
    }
    let taken = |id: Id| versions.iter().any(|held| held.identity() == id && held.holds_in(year));
    let before = |held: &V| held.years().1 + 1 == year && !taken(held.identity());
    if let Some((place, _)) = worded.clone().find(|(_, held)| before(held)) {
        return Known::Prolong(place);
    }
    match worded.next() {
        Some((_, held)) if taken(held.identity()) => Known::Holds(held.identity()),
        Some((_, held)) => Known::Again(held.identity()),
        None => Known::New,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(id: u128, slug: &str, name: &str, from_year: i32, to_year: i32) -> GoalAreaVersion {
        let (slug, name) = (slug.to_owned(), name.to_owned());
        GoalAreaVersion { area: Id(id), slug, name, from_year, to_year, position: 1 }
    }

    #[test]
    fn a_wording_is_known_in_its_years_whatever_its_case_and_dashes() {
        let versions = [held(1, "lasa", "Fler \u{2013} barn läser", 2023, 2024)];
        assert_eq!(known(&versions, "fler - barn läser", 2024), Known::Holds(Id(1)));
        assert_eq!(known(&versions, "Fler barn simmar", 2024), Known::New);
    }

    #[test]
    fn a_wording_of_the_year_before_holds_on() {
        let versions = [held(1, "lasa", "Fler barn läser", 2023, 2024)];
        assert_eq!(known(&versions, "Fler barn läser", 2025), Known::Prolong(0));
        assert_eq!(known(&versions, "Fler barn läser", 2026), Known::Again(Id(1)));
    }

    #[test]
    fn an_old_wording_of_what_was_reworded_is_nothing_of_its_own() {
        let versions =
            [held(1, "lasa", "Fler barn läser", 2023, 2024), held(1, "lasa", "Alla barn läser", 2025, 2026)];
        assert_eq!(known(&versions, "Fler barn läser", 2025), Known::Holds(Id(1)));
    }

    #[test]
    fn what_is_held_already_needs_no_steps_even_when_a_document_let_it_hold_on() {
        let wanted = || vec![held(9, "lasa", "Fler barn läser", 2025, 2026)];
        let longer = [held(1, "lasa", "Fler barn läser", 2025, 2027)];
        assert_eq!(in_line(&longer, Id(1), wanted()), []);
        let other = [held(1, "lasa", "Alla barn läser", 2025, 2026)];
        let version = held(1, "lasa", "Fler barn läser", 2025, 2026);
        assert_eq!(in_line(&other, Id(1), wanted()), [Steps { removed: vec![], version }]);
    }

    #[test]
    fn a_version_that_only_a_document_knew_gives_place_to_the_wanted_one() {
        let of_document = [held(1, "fler-barn-laser", "Fler barn läser", 2026, 2026)];
        let wanted = vec![held(9, "lasa", "Fler barn läser", 2025, 2026)];
        assert_eq!(identity(&of_document, "lasa", &wanted).map(|held| held.area), Some(Id(1)));
        let version = held(1, "lasa", "Fler barn läser", 2025, 2026);
        assert_eq!(in_line(&of_document, Id(1), wanted), [Steps { removed: vec![2026], version }]);
    }

    #[test]
    fn a_new_wording_ends_the_one_before_it() {
        let before = [held(1, "lasa", "Fler barn läser", 2023, 2026)];
        let wanted = vec![
            held(1, "lasa", "Fler barn läser", 2023, 2024),
            held(1, "lasa", "Alla barn läser", 2025, 2026),
        ];
        let steps = in_line(&before, Id(1), wanted.clone());
        assert_eq!(steps.iter().map(|steps| steps.version.clone()).collect::<Vec<_>>(), wanted);
    }
}
