//! Bodies, goal areas, goals and budget areas that a document names and the registry lacks.

mod budget_areas;
mod reword;

pub use budget_areas::{OwnAreas, named_areas};

use crate::outside::Outside;
use crate::version::{Known, Version, known};
use std::collections::BTreeSet;
use uppsikt_domain::claim::Subject;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::fact::FactKey;
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::lineage::{Lasting, Relation};
use uppsikt_domain::municipality::{Body, BodyKind};
use uppsikt_domain::registry::{GoalAreaVersion, GoalVersion, Id, LineageEdge};
use uppsikt_store::{BodyRow, Registry, StoreError, Write};
use uppsikt_text::compare;
use uppsikt_text::format::slug;

/// Something that a document names anew and that continues something registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Continuing {
    /// What kind of thing it is.
    pub kind: Lasting,
    /// What it continues, or what continues it.
    pub from: Id,
    /// The year in which that continues it. `None`: it is of an earlier year.
    pub later: Option<i32>,
    /// Its name in the document.
    pub is: String,
    /// How.
    pub relation: Relation,
    /// Why.
    pub reason: String,
}

/// The registry inside a change, which grows with what a document names.
pub struct Enrolment<'a> {
    write: &'a Write,
    outside: &'a Outside,
    registry: Registry,
    continuing: Vec<Continuing>,
    said_by: String,
    said_elsewhere: Vec<String>,
    /// Names of bodies that were added.
    pub bodies: Vec<String>,
    /// Names of goal areas that were added.
    pub goal_areas: Vec<String>,
    /// Wordings of goals that were added.
    pub goals: Vec<String>,
    /// Names of budget areas that were added.
    pub budget_areas: Vec<String>,
}

impl<'a> Enrolment<'a> {
    /// Begins with what the registry has.
    pub fn new(write: &'a Write, outside: &'a Outside, registry: Registry) -> Self {
        Enrolment {
            write,
            outside,
            registry,
            continuing: Vec::new(),
            said_by: String::new(),
            said_elsewhere: Vec::new(),
            bodies: Vec::new(),
            goal_areas: Vec::new(),
            goals: Vec::new(),
            budget_areas: Vec::new(),
        }
    }

    /// With what somebody has said of names that the registry lacks.
    pub fn with_lineage(self, continuing: Vec<Continuing>, said_by: &str) -> Self {
        Enrolment { continuing, said_by: said_by.to_owned(), ..self }
    }

    /// With the names that other documents of the year have for goals and areas: they hold on.
    pub fn beside(self, said_elsewhere: Vec<String>) -> Self {
        Enrolment { said_elsewhere, ..self }
    }

    /// The identity that a name which the registry lacks is a version of, where it continues
    /// one that has no other wording that year.
    fn continued<V: Version>(&self, kind: Lasting, held: &[V], name: &str, year: i32) -> Option<Id> {
        let taken = |id: Id| held.iter().any(|version| version.identity() == id && version.holds_in(year));
        let said = self.continuing.iter().find(|it| it.kind == kind && it.is == name)?;
        (said.relation == Relation::Continues && !taken(said.from)).then_some(said.from)
    }

    /// Writes what was said of a name, once it has an identity.
    async fn add_lineage(&self, kind: Lasting, name: &str, to: Id, year: i32) -> Result<(), StoreError> {
        for said in self.continuing.iter().filter(|it| it.kind == kind && it.is == name) {
            let (from, to, year) = match said.later {
                Some(later) => (to, said.from, later),
                None => (said.from, to, year),
            };
            let edge = LineageEdge {
                kind,
                from,
                to: Some(to),
                relation: said.relation,
                year,
                said_by: self.said_by.clone(),
                reason: said.reason.clone(),
            };
            self.write.add_lineage(self.outside.new_id(), &edge).await?;
        }
        Ok(())
    }

    /// The body that a document names, added where it is not known. `None`: it names none,
    /// or it is a case and names one that is not known.
    pub async fn body(&mut self, document: &Document) -> Result<Option<BodyRow>, StoreError> {
        let Some(name) = printed_body(document) else { return Ok(None) };
        match known_body(&self.registry, name) {
            Some(row) => Ok(Some(row.clone())),
            // The one proposed to decide a case may be a part of a committee, which has no plans of its own.
            None if document.kind == DocumentKind::Case => Ok(None),
            None => {
                let row = self.add_body(name, document.kind).await?;
                let year = document.year.unwrap_or_default();
                self.add_lineage(Lasting::Body, name, row.id, year).await?;
                Ok(Some(row))
            }
        }
    }

    async fn add_body(&mut self, name: &str, kind: DocumentKind) -> Result<BodyRow, StoreError> {
        let row = BodyRow { id: self.outside.new_id(), body: new_body(&self.registry, name, kind) };
        let position = u32::try_from(self.registry.bodies.len()).unwrap_or(u32::MAX).saturating_add(1);
        self.write.put_body(row.id, position, &row.body).await?;
        self.registry.bodies.push(row.clone());
        self.bodies.push(name.to_owned());
        Ok(row)
    }

    /// Adds the goal areas and goals of a document that the registry lacks, for its year, but
    /// for those that are rejected.
    pub async fn goals_of(&mut self, document: &Document, rejected: &[FactKey]) -> Result<(), StoreError> {
        let Some(year) = document.year else { return Ok(()) };
        let wanted = |what: Subject, name: &str| {
            !rejected.iter().any(|key| key.what == what.code() && compare::same(&key.of, name))
        };
        for area in document.goal_areas() {
            let id = match area.section {
                Some(section) if wanted(Subject::GoalArea, &section.name) => {
                    Some(self.goal_area(&section.name, year).await?)
                }
                _ => None,
            };
            for goal in area.goals.iter().filter(|goal| wanted(Subject::Goal, goal.name())) {
                self.goal(goal, id, year).await?;
            }
        }
        Ok(())
    }

    async fn goal_area(&mut self, name: &str, year: i32) -> Result<Id, StoreError> {
        match known(&self.registry.goal_areas, name, year) {
            Known::Holds(id) => Ok(id),
            Known::Prolong(number) => {
                let version = &mut self.registry.goal_areas[number];
                self.write.prolong_goal_area(version, year).await?;
                version.to_year = year;
                Ok(version.area)
            }
            Known::Again(id) => self.add_goal_area(Some(id), name, year).await,
            Known::New
                if self.reworded(Lasting::GoalArea, &self.registry.goal_areas, name, year).is_some() =>
            {
                self.reword_area(name, year).await
            }
            Known::New => {
                let before = self.continued(Lasting::GoalArea, &self.registry.goal_areas, name, year);
                let area = self.add_goal_area(before, name, year).await?;
                self.add_lineage(Lasting::GoalArea, name, area, year).await?;
                Ok(area)
            }
        }
    }

    async fn add_goal_area(&mut self, again: Option<Id>, name: &str, year: i32) -> Result<Id, StoreError> {
        let areas = &self.registry.goal_areas;
        let kept = again.and_then(|id| areas.iter().find(|version| version.area == id));
        let slug = match kept {
            Some(version) => version.slug.clone(),
            None => free_slug(name, &areas.iter().map(|version| version.slug.clone()).collect()),
        };
        let positions = areas.iter().filter(|it| it.holds_in(year));
        let position = positions.map(|version| version.position).max().unwrap_or(0) + 1;
        let area = again.unwrap_or_else(|| self.outside.new_id());
        if again.is_none() {
            self.write.put_goal_area(area, &slug).await?;
        }
        let name = name.to_owned();
        let version = GoalAreaVersion { area, slug, name, from_year: year, to_year: year, position };
        self.write.put_goal_area_version(&version).await?;
        self.goal_areas.push(version.name.clone());
        self.registry.goal_areas.push(version);
        Ok(area)
    }

    async fn goal(&mut self, goal: &GoalView<'_>, area: Option<Id>, year: i32) -> Result<(), StoreError> {
        match known(&self.registry.goals, goal.name(), year) {
            Known::Holds(_) => Ok(()),
            Known::Prolong(number) if self.registry.goals[number].area == area => {
                let version = &mut self.registry.goals[number];
                self.write.prolong_goal(version, year).await?;
                version.to_year = year;
                Ok(())
            }
            Known::Prolong(number) => {
                let id = self.registry.goals[number].goal;
                self.add_goal(Some(id), goal, area, year).await.map(|_| ())
            }
            Known::Again(id) => self.add_goal(Some(id), goal, area, year).await.map(|_| ()),
            Known::New if self.reworded(Lasting::Goal, &self.registry.goals, goal.name(), year).is_some() => {
                self.reword_goal(goal, area, year).await
            }
            Known::New => {
                let before = self.continued(Lasting::Goal, &self.registry.goals, goal.name(), year);
                let id = self.add_goal(before, goal, area, year).await?;
                self.add_lineage(Lasting::Goal, goal.name(), id, year).await
            }
        }
    }

    async fn add_goal(
        &mut self,
        again: Option<Id>,
        goal: &GoalView<'_>,
        area: Option<Id>,
        year: i32,
    ) -> Result<Id, StoreError> {
        let goals = &self.registry.goals;
        let kept = again.and_then(|id| goals.iter().find(|version| version.goal == id));
        let slug = match kept {
            Some(version) => version.slug.clone(),
            None => free_slug(goal.name(), &goals.iter().map(|version| version.slug.clone()).collect()),
        };
        let positions = goals.iter().filter(|it| it.holds_in(year));
        let version = GoalVersion {
            goal: again.unwrap_or_else(|| self.outside.new_id()),
            slug,
            name: goal.name().to_owned(),
            area,
            from_year: year,
            to_year: year,
            position: positions.map(|version| version.position).max().unwrap_or(0) + 1,
            agenda_2030: goal.agenda().map(|link| link.number).collect(),
            directed_to: Vec::new(),
            decision: None,
        };
        if again.is_none() {
            self.write.put_goal(version.goal, &version.slug).await?;
        }
        self.write.put_goal_version(&version, None).await?;
        let id = version.goal;
        self.goals.push(version.name.clone());
        self.registry.goals.push(version);
        Ok(id)
    }
}

fn printed_body(document: &Document) -> Option<&str> {
    document.body.as_ref().map(|body| body.text.trim()).filter(|name| !name.is_empty())
}

fn known_body<'a>(registry: &'a Registry, name: &str) -> Option<&'a BodyRow> {
    let is = |own: &str| !own.is_empty() && compare::same(own, name);
    registry.bodies.iter().find(|row| is(&row.body.name) || is(&row.body.abbreviation))
}

fn new_body(registry: &Registry, name: &str, kind: DocumentKind) -> Body {
    let taken = registry.bodies.iter().map(|row| row.body.slug.clone()).collect();
    let kind = if kind == DocumentKind::CouncilBudget { BodyKind::Council } else { BodyKind::Committee };
    Body { slug: free_slug(name, &taken), name: name.to_owned(), kind, ..Body::default() }
}

/// The name of the body that a document names and the registry lacks.
pub fn is_new_body<'a>(registry: &Registry, document: &'a Document) -> Option<&'a str> {
    let name = printed_body(document)?;
    (document.kind != DocumentKind::Case && known_body(registry, name).is_none()).then_some(name)
}

/// The body that a document names, as it is or would be registered.
pub fn body_of(registry: &Registry, document: &Document) -> Option<Body> {
    let name = printed_body(document)?;
    match known_body(registry, name) {
        Some(row) => Some(row.body.clone()),
        None if document.kind == DocumentKind::Case => None,
        None => Some(new_body(registry, name, document.kind)),
    }
}

/// At most this long: a goal may be a sentence of forty words.
const LONGEST_SLUG: usize = 60;

/// A slug of a name, cut at a word, with a number where it is taken.
fn free_slug(name: &str, taken: &BTreeSet<String>) -> String {
    let whole = slug(name);
    let mut short = String::new();
    for word in whole.split('-').filter(|word| !word.is_empty()) {
        if !short.is_empty() && short.len() + word.len() >= LONGEST_SLUG {
            break;
        }
        if !short.is_empty() {
            short.push('-');
        }
        short.push_str(word);
    }
    if short.is_empty() {
        short.push('x');
    }
    let numbered = (2_u32..).map(|number| format!("{short}-{number}"));
    std::iter::once(short.clone()).chain(numbered).find(|word| !taken.contains(word)).unwrap_or(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_cut_at_a_word_and_numbered_when_taken() {
        let name = "Kommunen ska vara en plats där alla barn och unga har en meningsfull fritid varje dag";
        let first = free_slug(name, &BTreeSet::new());
        assert!(first.len() <= LONGEST_SLUG && slug(name).starts_with(&first));
        assert_eq!(free_slug(name, &BTreeSet::from([first.clone()])), format!("{first}-2"));
    }
}
