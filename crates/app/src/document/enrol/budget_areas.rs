//! Budget areas that a body's tables name.

use super::{Enrolment, free_slug};
use crate::version::{Known, Version, known};
use std::collections::BTreeSet;
use uppsikt_domain::document::Document;
use uppsikt_domain::lineage::Lasting;
use uppsikt_domain::registry::{BudgetAreaVersion, Id};
use uppsikt_domain::table::{RowRole, TableKind};
use uppsikt_store::{BodyRow, Registry, StoreError};
use uppsikt_text::compare::normalized;

/// The names of the budget areas in a document's tables, each once, in order. Sums and parts of
/// areas are none.
pub fn named_areas(document: &Document) -> Vec<&str> {
    let tables = document.tables().into_iter().map(|(_, table)| table);
    let rows = tables.filter(|table| table.kind == TableKind::BudgetAreas).flat_map(|table| &table.rows);
    let items =
        rows.filter(|row| row.role == RowRole::Item && row.cells.iter().any(|cell| cell.value.is_some()));
    let names = items.map(|row| row.label.text.trim()).filter(|name| !name.is_empty());
    let mut seen = BTreeSet::new();
    names.filter(|name| seen.insert(normalized(name))).collect()
}

/// The budget areas of a body, by their names as they are compared.
pub struct OwnAreas(Vec<(String, BudgetAreaVersion)>);

impl OwnAreas {
    /// Those of a body.
    pub fn of(registry: &Registry, body: &str) -> Self {
        let own = registry.budget_areas.iter().filter(|area| area.body == body);
        OwnAreas(own.map(|area| (normalized(&area.name), area.clone())).collect())
    }

    /// All versions of the areas that have or had a name.
    pub fn called(&self, name: &str) -> Vec<BudgetAreaVersion> {
        let name = normalized(name);
        let ids: Vec<Id> =
            self.0.iter().filter(|(own, _)| *own == name).map(|(_, area)| area.budget_area).collect();
        self.all().filter(|area| ids.contains(&area.budget_area)).cloned().collect()
    }

    /// All versions.
    pub fn all(&self) -> impl Iterator<Item = &BudgetAreaVersion> {
        self.0.iter().map(|(_, area)| area)
    }
}

impl Enrolment<'_> {
    /// Adds the budget areas of a body that a document names and the registry lacks, for its
    /// year, where some amount of theirs is wanted.
    pub async fn budget_areas_of(
        &mut self,
        document: &Document,
        body: Option<&BodyRow>,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<(), StoreError> {
        let (Some(year), Some(body)) = (document.year, body) else { return Ok(()) };
        let own = OwnAreas::of(&self.registry, &body.body.slug);
        for name in named_areas(document).into_iter().filter(|name| wanted(name)) {
            self.budget_area(body, &own, name, year).await?;
        }
        Ok(())
    }

    async fn budget_area(
        &mut self,
        body: &BodyRow,
        own: &OwnAreas,
        name: &str,
        year: i32,
    ) -> Result<(), StoreError> {
        let called = own.called(name);
        match known(&called, name, year) {
            Known::Holds(_) => Ok(()),
            Known::Prolong(number) => self.write.prolong_budget_area(&called[number], year).await,
            Known::Again(id) => self.add_budget_area(body, Some(id), name, year).await.map(|_| ()),
            Known::New => {
                let all: Vec<BudgetAreaVersion> = own.all().cloned().collect();
                let before = self.continued(Lasting::BudgetArea, &all, name, year);
                let id = self.add_budget_area(body, before, name, year).await?;
                self.add_lineage(Lasting::BudgetArea, name, id, year).await
            }
        }
    }

    async fn add_budget_area(
        &mut self,
        body: &BodyRow,
        again: Option<Id>,
        name: &str,
        year: i32,
    ) -> Result<Id, StoreError> {
        let areas = &self.registry.budget_areas;
        let kept = again.and_then(|id| areas.iter().find(|version| version.budget_area == id));
        let slug = match kept {
            Some(version) => version.slug.clone(),
            None => {
                let taken: BTreeSet<String> = areas.iter().map(|version| version.slug.clone()).collect();
                free_slug(&format!("{} {name}", body.body.slug), &taken)
            }
        };
        let of_year = areas.iter().filter(|it| it.body == body.body.slug && it.holds_in(year));
        let version = BudgetAreaVersion {
            budget_area: again.unwrap_or_else(|| self.outside.new_id()),
            slug,
            body: body.body.slug.clone(),
            name: name.to_owned(),
            from_year: year,
            to_year: year,
            position: of_year.map(|version| version.position).max().unwrap_or(0) + 1,
        };
        if again.is_none() {
            self.write.add_budget_area(version.budget_area, &version.slug, body.id).await?;
        }
        self.write.put_budget_area_version(&version).await?;
        let id = version.budget_area;
        self.budget_areas.push(version.name.clone());
        self.registry.budget_areas.push(version);
        Ok(id)
    }
}
