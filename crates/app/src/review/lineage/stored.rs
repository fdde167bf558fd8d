//! What continues as what among documents that are stored: an import without a review asks nobody, so
//! that it is asked afterwards.

use super::{LineageRow, after, alike};
use crate::city::City;
use crate::document::difference::Printed;
use crate::document::enrol::{OwnAreas, body_of};
use crate::uppsikt::{AppError, Uppsikt};
use crate::version::Version;
use std::collections::{BTreeMap, BTreeSet};
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::lineage::{Lasting, Relation};
use uppsikt_domain::registry::{Id, LineageEdge, StoredDocument};
use uppsikt_messages::Lang;
use uppsikt_store::{Registry, Rejected};

/// A proposal that one registered thing continues as another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// The two, how they hang together and why they may.
    pub row: LineageRow,
    /// What came, by its identity.
    pub to: Id,
    /// The year in which it came.
    pub year: i32,
    /// The stable word of the document that names it.
    pub slug: String,
}

impl Proposed {
    /// The edge as it is written when it is accepted.
    pub(crate) fn edge(&self, said_by: &str) -> LineageEdge {
        let reasons = self.row.likeness.reasons();
        let reasons: Vec<String> = reasons.iter().map(|reason| reason.in_lang(Lang::Sv)).collect();
        LineageEdge {
            kind: self.row.kind,
            from: self.row.from,
            to: Some(self.to),
            relation: self.row.relation,
            year: self.year,
            said_by: said_by.to_owned(),
            reason: reasons.join(", "),
        }
    }
}

/// What of every year may continue something of the years before that is not there any more, and of which
/// nothing is said and nothing has been rejected.
pub fn proposed(registry: &Registry, rejected: &Rejected, city: &City) -> Vec<Proposed> {
    let years = city.years().into_iter().skip(1);
    years.flat_map(|year| Year { registry, city, year }.proposed(rejected)).collect()
}

impl Uppsikt {
    /// What of what is stored may continue as what, oldest year first.
    ///
    /// # Errors
    /// When storage fails.
    pub async fn proposed_lineage(&self, city: &City) -> Result<Vec<Proposed>, AppError> {
        let found = self.store().registry_and_rejected(city.data.municipality.id).await?;
        Ok(found.map(|(registry, rejected)| proposed(&registry, &rejected, city)).unwrap_or_default())
    }
}

struct Year<'a> {
    registry: &'a Registry,
    city: &'a City,
    year: i32,
}

impl Year<'_> {
    fn proposed(&self, rejected: &Rejected) -> Vec<Proposed> {
        let before = self.registry_before();
        if self.is_nothing_new(&before) {
            return Vec::new();
        }
        let mut found: BTreeMap<(Lasting, Id), Vec<Proposed>> = BTreeMap::new();
        let mut told = BTreeSet::new();
        for stored in self.documents() {
            let read = Printed::of(&stored.document, &self.city.structure);
            let mut own: BTreeMap<(Lasting, Id), Vec<Proposed>> = BTreeMap::new();
            for row in alike(&before, &read, self.year, (self.city, Vec::new())) {
                let Some(to) = self.came(&row, stored).filter(|to| self.is_free(&row, *to)) else { continue };
                let proposed = Proposed { to, year: self.year, slug: stored.slug.clone(), row };
                own.entry((proposed.row.kind, to)).or_default().push(proposed);
            }
            // Of what several documents name, the first one tells.
            own.retain(|key, _| !told.contains(key));
            told.extend(own.keys().copied());
            found.extend(own);
        }
        let mut all: Vec<Proposed> = found.into_values().flatten().collect();
        all.retain(|it| !rejected.contains(&it.row.print));
        all
    }

    /// The documents of the year, those of the whole municipality first.
    fn documents(&self) -> Vec<&StoredDocument> {
        use DocumentKind::{AnnualReport, Case, CityInterimReport, CommitteeBudget, CouncilBudget};
        let order = |stored: &&StoredDocument| match stored.document.kind {
            CouncilBudget => 0,
            CommitteeBudget => 1,
            CityInterimReport | AnnualReport => 2,
            _ => 3,
        };
        let mut all: Vec<&StoredDocument> = self.city.documents_in(self.year).collect();
        all.retain(|stored| stored.document.kind != Case);
        all.sort_by_key(|stored| (order(stored), stored.slug.as_str()));
        all
    }

    /// The registry without what came in the year and what came later.
    fn registry_before(&self) -> Registry {
        let registry = self.registry;
        let is_new = |body: &str| after::first_year(self.city, body) == Some(self.year);
        let bodies = registry.bodies.iter().filter(|row| !is_new(&row.body.name));
        Registry {
            bodies: bodies.cloned().collect(),
            goal_areas: self.kept(&registry.goal_areas),
            goals: self.kept(&registry.goals),
            budget_areas: self.kept(&registry.budget_areas),
            ..registry.clone()
        }
    }

    fn kept<V: Version>(&self, versions: &[V]) -> Vec<V> {
        let is_older = |id: Id| versions.iter().any(|it| it.identity() == id && it.years().0 < self.year);
        let kept = versions.iter().filter(|it| it.years().0 <= self.year && is_older(it.identity()));
        kept.cloned().collect()
    }

    fn is_nothing_new(&self, before: &Registry) -> bool {
        let came = |all: usize, kept: usize, later: usize| all > kept + later;
        let registry = self.registry;
        let later = |first: i32| first > self.year;
        let areas = registry.goal_areas.iter().filter(|it| later(it.from_year)).count();
        let goals = registry.goals.iter().filter(|it| later(it.from_year)).count();
        let budget_areas = registry.budget_areas.iter().filter(|it| later(it.from_year)).count();
        before.bodies.len() == registry.bodies.len()
            && !came(registry.goal_areas.len(), before.goal_areas.len(), areas)
            && !came(registry.goals.len(), before.goals.len(), goals)
            && !came(registry.budget_areas.len(), before.budget_areas.len(), budget_areas)
    }

    /// The identity of what came, by the name that a document has for it.
    fn came(&self, row: &LineageRow, stored: &StoredDocument) -> Option<Id> {
        if row.later.is_some() {
            return None;
        }
        let registry = self.registry;
        let to = match row.kind {
            Lasting::Body => registry.bodies.iter().find(|it| it.body.name == row.is).map(|it| it.id),
            Lasting::GoalArea => self.named(&registry.goal_areas, &row.is),
            Lasting::Goal => self.named(&registry.goals, &row.is),
            Lasting::BudgetArea => {
                let body = body_of(registry, &stored.document)?;
                self.named(&OwnAreas::of(registry, &body.slug).called(&row.is), &row.is)
            }
        };
        to.filter(|to| *to != row.from)
    }

    fn named<V: Version>(&self, versions: &[V], name: &str) -> Option<Id> {
        let mut held = versions.iter().filter(|it| it.holds_in(self.year));
        held.find(|it| uppsikt_text::compare::same(it.wording(), name)).map(Version::identity)
    }

    /// Whether what was is gone, and nothing is said of the two.
    fn is_free(&self, row: &LineageRow, to: Id) -> bool {
        let registry = self.registry;
        let holds = match row.kind {
            Lasting::Body => self.has_documents(row.from),
            Lasting::GoalArea => self.holds(&registry.goal_areas, row.from),
            Lasting::Goal => self.holds(&registry.goals, row.from),
            Lasting::BudgetArea => self.holds(&registry.budget_areas, row.from),
        };
        let said = registry.lineage.iter().filter(|edge| edge.kind == row.kind).any(|edge| {
            let (from, into) = (edge.from == row.from, edge.to == Some(to));
            match row.relation {
                Relation::Merged => from || into && edge.relation != Relation::Merged,
                Relation::Split => into || from && edge.relation != Relation::Split,
                _ => from || into,
            }
        });
        !holds && !said
    }

    fn holds<V: Version>(&self, versions: &[V], id: Id) -> bool {
        versions.iter().any(|it| it.identity() == id && it.holds_in(self.year))
    }

    /// Whether a body has documents of the year or later ones.
    fn has_documents(&self, id: Id) -> bool {
        let row = self.registry.bodies.iter().find(|row| row.id == id);
        let slug = row.map_or("", |row| row.body.slug.as_str());
        let documents = self.city.data.documents.iter();
        let of_body = documents.filter(|it| self.city.body_of(it).is_some_and(|body| body.slug == slug));
        of_body.filter_map(|it| it.document.year).any(|year| year >= self.year)
    }
}
