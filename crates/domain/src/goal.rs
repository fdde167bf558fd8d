//! Views of the tree: goal areas, goals and contributions.

use crate::agenda::AgendaLink;
use crate::assessment::{Assessment, Horizon};
use crate::assignment::Assignment;
use crate::block::Content;
use crate::document::Document;
use crate::place::TextAt;
use crate::section::{Section, SectionKind};
use serde::{Deserialize, Serialize};

/// Whom a goal is directed to, as a document says.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Directed {
    /// The bodies by their printed names, first letter raised ("Parknämnden", "Samtliga nämnder").
    pub bodies: Vec<String>,
    /// The words that say so, and their place.
    pub wording: TextAt,
}

impl Directed {
    /// What stands between names in a fact.
    pub const BETWEEN: &str = "; ";

    /// Whether a name is of all committees, and of none by name.
    pub fn is_all(name: &str) -> bool {
        let name = name.to_lowercase();
        ["alla ", "samtliga "].iter().any(|all| name.starts_with(all))
            || matches!(name.as_str(), "alla" | "samtliga")
    }
}

/// A goal area of a document. A document without areas has one nameless area.
#[derive(Debug, Clone)]
pub struct AreaView<'a> {
    /// The section of the area, where there is one.
    pub section: Option<&'a Section>,
    /// Its goals, in order.
    pub goals: Vec<GoalView<'a>>,
    /// Its assignments, in order.
    pub assignments: Vec<&'a Assignment>,
}

/// A goal of a document with the committee's contribution to it.
#[derive(Debug, Clone, Copy)]
pub struct GoalView<'a> {
    /// The section of the goal.
    pub section: &'a Section,
    /// What a row of a table tells of it besides.
    pub row: Option<&'a Section>,
}

impl<'a> GoalView<'a> {
    /// The goal's name.
    pub fn name(&self) -> &'a str {
        &self.section.name
    }

    /// Whom it is directed to, where the document says.
    pub fn directed_to(&self) -> Option<&'a Directed> {
        self.section.directed_to.as_ref().or_else(|| self.row?.directed_to.as_ref())
    }

    /// Its links to Agenda 2030.
    pub fn agenda(&self) -> impl Iterator<Item = &'a AgendaLink> + use<'a> {
        let blocks = self.section.all().into_iter().flat_map(|section| &section.blocks);
        blocks.flat_map(|block| match &block.content {
            Content::Agenda { links, .. } => links.as_slice(),
            _ => &[],
        })
    }

    /// The assessment of a horizon. Those of a committee's own goals below it are theirs.
    pub fn assessment(&self, horizon: Horizon) -> Option<&'a Assessment> {
        let of = |section: &'a Section| assessment_in(section, horizon);
        of(self.section).or_else(|| self.row.and_then(of))
    }

    /// The committee's own goals below it, in order; those of its row where it has none under headings.
    pub fn own_goals(&self) -> impl Iterator<Item = GoalView<'a>> + use<'a> {
        let own = |section: &'a Section| {
            let inner = section.sections.iter().flat_map(Section::all);
            inner.filter(|section| section.kind == SectionKind::OwnGoal)
        };
        let row = self.row.filter(|_| own(self.section).next().is_none());
        let own = own(self.section).chain(row.into_iter().flat_map(own));
        own.map(|section| GoalView { section, row: None })
    }

    /// Whether nothing assesses the goal itself on a horizon, but something the committee's own goals below it.
    pub fn is_assessed_below(&self, horizon: Horizon) -> bool {
        self.assessment(horizon).is_none() && self.own_goals().any(|own| own.assessment(horizon).is_some())
    }

    /// The indicators, in order.
    pub fn indicators(&self) -> impl Iterator<Item = &'a crate::indicator::Indicator> + use<'a> {
        let told = std::iter::once(self.section).chain(self.row).flat_map(Section::all);
        told.flat_map(|section| &section.indicators)
    }

    /// The sections of the contribution that have a kind of their own, in order.
    pub fn parts(&self) -> impl Iterator<Item = &'a Section> + use<'a> {
        self.section
            .sections
            .iter()
            .flat_map(Section::all)
            .filter(|section| !matches!(section.kind, SectionKind::Initiative | SectionKind::Assignment))
    }

    /// The initiatives of the year's plan: headed sections, else the plan's paragraphs.
    pub fn initiatives(&self) -> Vec<InitiativeView<'a>> {
        let plans = self.section.all().into_iter().filter(|section| section.kind == SectionKind::YearPlan);
        plans.flat_map(initiatives_of).collect()
    }
}

fn assessment_in(section: &Section, horizon: Horizon) -> Option<&Assessment> {
    let own = section.assessment.as_ref().filter(|assessment| assessment.horizon == horizon);
    let inner = || section.sections.iter().filter(|inner| inner.kind != SectionKind::OwnGoal);
    own.or_else(|| inner().find_map(|inner| assessment_in(inner, horizon)))
}

/// One initiative: a headed section, or a paragraph of a plan without headings.
#[derive(Debug, Clone, Copy)]
pub enum InitiativeView<'a> {
    /// Under a heading of its own.
    Headed(&'a Section),
    /// A paragraph or list of a plan without headings.
    Paragraph(&'a crate::block::Block),
}

fn initiatives_of(plan: &Section) -> Vec<InitiativeView<'_>> {
    let headed: Vec<_> = plan.sections.iter().map(InitiativeView::Headed).collect();
    if headed.is_empty() { plan.blocks.iter().map(InitiativeView::Paragraph).collect() } else { headed }
}

impl Document {
    /// Every section, in document order.
    pub fn all_sections(&self) -> Vec<&Section> {
        self.sections.iter().flat_map(Section::all).collect()
    }

    /// The goal areas with their goals and assignments, those that are rows of tables as well.
    /// Goals and assignments that stand under no area come last, in an area without section.
    pub fn goal_areas(&self) -> Vec<AreaView<'_>> {
        let mut areas = self.headed_areas();
        for (section, table) in self.tables() {
            table.goals.iter().for_each(|told| add_told(&mut areas, section, told));
        }
        areas
    }

    fn headed_areas(&self) -> Vec<AreaView<'_>> {
        let mut areas = Vec::new();
        let mut loose = AreaView { section: None, goals: Vec::new(), assignments: Vec::new() };
        for section in &self.sections {
            gather(section, &mut areas, &mut loose);
        }
        if !(loose.goals.is_empty() && loose.assignments.is_empty()) {
            areas.push(loose);
        }
        areas
    }

    /// Every goal under a heading of its own, in document order of areas.
    pub fn goals(&self) -> Vec<GoalView<'_>> {
        self.headed_areas().into_iter().flat_map(|area| area.goals).collect()
    }

    /// Every assignment under a heading of its own, in document order.
    pub fn assignments(&self) -> Vec<&Assignment> {
        self.all_sections().into_iter().filter_map(|section| section.assignment.as_ref()).collect()
    }

    /// Every table with the section that it stands in, in document order.
    pub fn tables(&self) -> Vec<(&Section, &crate::table::Table)> {
        let sections = self.all_sections().into_iter();
        sections.flat_map(|s| s.blocks.iter().filter_map(move |block| Some((s, block.table()?)))).collect()
    }
}

/// Adds what a table of a section tells of a goal, or of an area with goals.
fn add_told<'a>(areas: &mut Vec<AreaView<'a>>, section: &'a Section, told: &'a Section) {
    let empty = |section| AreaView { section, goals: Vec::new(), assignments: Vec::new() };
    if let Some(assignment) = &told.assignment {
        let at = area_around(areas, section);
        areas[at].assignments.push(assignment);
        return;
    }
    if told.kind == SectionKind::GoalArea {
        areas.push(empty(Some(told)));
        told.sections.iter().for_each(|goal| add_told(areas, told, goal));
        return;
    }
    let mut goals = areas.iter_mut().flat_map(|area| &mut area.goals);
    if let Some(goal) = goals.find(|goal| goal.section.name == told.name) {
        goal.row = goal.row.or(Some(told));
        return;
    }
    let at = area_around(areas, section);
    areas[at].goals.push(GoalView { section: told, row: None });
}

/// The area that a section with a table stands in, else the one without section.
fn area_around<'a>(areas: &mut Vec<AreaView<'a>>, section: &Section) -> usize {
    let around = |area: &AreaView<'_>| {
        let holds = |own: &Section| own.all().into_iter().any(|inner| std::ptr::eq(inner, section));
        area.section.is_some_and(holds)
    };
    let open = areas.iter().position(around).or_else(|| areas.iter().position(|it| it.section.is_none()));
    open.unwrap_or_else(|| {
        areas.push(AreaView { section: None, goals: Vec::new(), assignments: Vec::new() });
        areas.len() - 1
    })
}

fn gather<'a>(section: &'a Section, areas: &mut Vec<AreaView<'a>>, loose: &mut AreaView<'a>) {
    if section.kind == SectionKind::GoalArea {
        let mut area = AreaView { section: Some(section), goals: Vec::new(), assignments: Vec::new() };
        section.sections.iter().for_each(|inner| gather_into(inner, &mut area));
        areas.push(area);
        return;
    }
    match section.kind {
        SectionKind::Goal | SectionKind::Assignment => gather_into(section, loose),
        _ => section.sections.iter().for_each(|inner| gather(inner, areas, loose)),
    }
}

fn gather_into<'a>(section: &'a Section, area: &mut AreaView<'a>) {
    if section.kind == SectionKind::Goal {
        area.goals.push(GoalView { section, row: None });
    }
    area.assignments.extend(&section.assignment);
    section.sections.iter().for_each(|inner| gather_into(inner, area));
}
