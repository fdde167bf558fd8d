//! Goals and areas of a year, and what they were before.

use super::City;
use std::collections::BTreeSet;
use uppsikt_domain::assessment::Status;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::lineage::Lasting;
use uppsikt_domain::registry::{CityData, GoalAreaVersion, GoalVersion, Id, LineageEdge};
use uppsikt_domain::structure::CouncilGoal;
use uppsikt_text::compare;

/// The council's goals as rules see them: with the names of the bodies that they are directed to.
pub(super) fn council_goals(data: &CityData) -> Vec<CouncilGoal> {
    let name = |slug: &String| data.municipality.bodies.iter().find(|body| body.slug == *slug);
    let told = |goal: &GoalVersion| CouncilGoal {
        name: goal.name.clone(),
        from_year: Some(goal.from_year),
        to_year: Some(goal.to_year),
        directed_to: goal.directed_to.iter().filter_map(name).map(|body| body.name.clone()).collect(),
    };
    data.goals.iter().map(told).collect()
}

impl City {
    /// Goals of a year, in the council's order.
    pub fn goals_in(&self, year: i32) -> Vec<&GoalVersion> {
        let mut goals: Vec<&GoalVersion> =
            self.data.goals.iter().filter(|goal| (goal.from_year..=goal.to_year).contains(&year)).collect();
        goals.sort_by_key(|goal| (goal.position, goal.slug.clone()));
        goals
    }

    /// Goal areas of a year, in the council's order.
    pub fn areas_in(&self, year: i32) -> Vec<&GoalAreaVersion> {
        let areas = self.data.goal_areas.iter();
        let mut areas: Vec<_> =
            areas.filter(|area| (area.from_year..=area.to_year).contains(&year)).collect();
        areas.sort_by_key(|area| (area.position, area.slug.clone()));
        areas
    }

    /// The area that a goal stands in, in a year.
    pub fn area_of(&self, goal: &GoalVersion, year: i32) -> Option<&GoalAreaVersion> {
        self.areas_in(year).into_iter().find(|area| Some(area.area) == goal.area)
    }

    /// A goal's version in a year, by its stable word.
    pub fn goal_in(&self, slug: &str, year: i32) -> Option<&GoalVersion> {
        self.goals_in(year).into_iter().find(|goal| goal.slug == slug)
    }

    /// All versions of a goal, oldest first, by its stable word.
    pub fn goal_versions(&self, slug: &str) -> Vec<&GoalVersion> {
        let mut versions: Vec<_> = self.data.goals.iter().filter(|goal| goal.slug == slug).collect();
        versions.sort_by_key(|goal| goal.from_year);
        versions
    }

    /// The version of a goal by identity in a year, or its nearest one.
    pub fn goal_by_id(&self, id: Id, year: i32) -> Option<&GoalVersion> {
        let versions = self.data.goals.iter().filter(|goal| goal.goal == id);
        versions.min_by_key(|goal| {
            if (goal.from_year..=goal.to_year).contains(&year) { 0 } else { (goal.from_year - year).abs() }
        })
    }

    /// The goal of a year whose wording a document prints.
    pub fn goal_worded(&self, name: &str, year: i32) -> Option<&GoalVersion> {
        self.goals_in(year).into_iter().find(|goal| compare::same(&goal.name, name))
    }

    /// Edges that lead to a goal or away from it.
    pub fn lineage_of(&self, goal: Id) -> Vec<&LineageEdge> {
        let edges = self.data.lineage.iter().filter(|edge| edge.kind == Lasting::Goal);
        edges.filter(|edge| edge.from == goal || edge.to == Some(goal)).collect()
    }

    /// The goal itself and all goals that it came from, through any number of edges.
    pub fn with_forebears(&self, goal: Id) -> BTreeSet<Id> {
        let mut found = BTreeSet::from([goal]);
        let mut open = vec![goal];
        while let Some(id) = open.pop() {
            let before =
                self.data.lineage.iter().filter(|edge| edge.kind == Lasting::Goal && edge.to == Some(id));
            for edge in before {
                if found.insert(edge.from) {
                    open.push(edge.from);
                }
            }
        }
        found
    }

    /// The city's own judgement of a goal at the year's interim report, where it has made one.
    pub fn goal_status(&self, goal: Id, year: i32) -> Option<Status> {
        let stated = self.data.goal_statuses.iter();
        let mut of_year = stated.filter(|status| status.goal == goal && status.year == year);
        of_year.find(|status| status.report == DocumentKind::InterimReport).map(|status| status.status)
    }
}
