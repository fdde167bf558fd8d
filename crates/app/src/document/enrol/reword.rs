//! Other wordings of goals and areas within their year.

use super::Enrolment;
use crate::version::Version;
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::lineage::{Lasting, Relation};
use uppsikt_domain::registry::{GoalAreaVersion, GoalVersion, Id};
use uppsikt_store::StoreError;
use uppsikt_text::compare;

impl Enrolment<'_> {
    /// The version that a name is another wording of within its year, where no other document
    /// has the old one.
    pub(super) fn reworded<V: Version>(&self, kind: Lasting, held: &[V], name: &str, year: i32) -> Option<V> {
        let said = self.continuing.iter().find(|it| it.kind == kind && it.is == name)?;
        let was = held.iter().find(|version| version.identity() == said.from && version.holds_in(year))?;
        let alone = !self.said_elsewhere.iter().any(|other| compare::same(other, was.wording()));
        (said.relation == Relation::Continues && alone).then(|| was.clone())
    }

    /// Gives an area another wording from a year on.
    pub(super) async fn reword_area(&mut self, name: &str, year: i32) -> Result<Id, StoreError> {
        let areas = &mut self.registry.goal_areas;
        let said = self.continuing.iter().find(|it| it.kind == Lasting::GoalArea && it.is == name);
        let is_it =
            |it: &&mut GoalAreaVersion| said.is_some_and(|said| said.from == it.area) && it.holds_in(year);
        let Some(was) = areas.iter_mut().find(is_it) else {
            return self.add_goal_area(None, name, year).await;
        };
        let version = GoalAreaVersion { name: name.to_owned(), from_year: year, ..was.clone() };
        if was.from_year < year {
            self.write.prolong_goal_area(was, year - 1).await?;
            was.to_year = year - 1;
            areas.push(version.clone());
        } else {
            was.clone_from(&version);
        }
        self.write.put_goal_area_version(&version).await?;
        self.add_lineage(Lasting::GoalArea, name, version.area, year).await?;
        Ok(version.area)
    }

    /// Gives a goal another wording from a year on, with the links that it has now.
    pub(super) async fn reword_goal(
        &mut self,
        goal: &GoalView<'_>,
        area: Option<Id>,
        year: i32,
    ) -> Result<(), StoreError> {
        let goals = &mut self.registry.goals;
        let said = self.continuing.iter().find(|it| it.kind == Lasting::Goal && it.is == goal.name());
        let is_it =
            |it: &&mut GoalVersion| said.is_some_and(|said| said.from == it.goal) && it.holds_in(year);
        let Some(was) = goals.iter_mut().find(is_it) else { return Ok(()) };
        let links: Vec<u8> = goal.agenda().map(|link| link.number).collect();
        let version = GoalVersion {
            name: goal.name().to_owned(),
            area: area.or(was.area),
            from_year: year,
            agenda_2030: if links.is_empty() { was.agenda_2030.clone() } else { links },
            decision: None,
            ..was.clone()
        };
        if was.from_year < year {
            self.write.prolong_goal(was, year - 1).await?;
            was.to_year = year - 1;
            goals.push(version.clone());
        } else {
            was.clone_from(&version);
        }
        self.write.put_goal_version(&version, None).await?;
        self.add_lineage(Lasting::Goal, goal.name(), version.goal, year).await
    }
}
