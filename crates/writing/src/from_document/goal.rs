//! Goal areas, goals with their stations, and assignments.

use uppsikt_domain::assessment::{Assessment, Horizon, Status as Common};
use uppsikt_domain::assignment::{Assignment as Order, ReportBackHow};
use uppsikt_domain::block::{Block as Source, Content};
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::section::{Section as Tree, SectionKind};
use uppsikt_messages::Message;

use super::Writer;
use super::section::label;
use crate::model::{
    Agenda, Area, Assessed, Assessments, Assignment, Block, Fact, Goal, Over, Room, Station, Status, Text,
    text,
};

/// The level of a goal's own heading where it stands in an area in a chapter.
const GOAL: u8 = 3;

impl Writer<'_> {
    pub fn area(&self, section: &Tree) -> Block {
        let (kicker, head) = parted(section);
        Block::Area(Area {
            id: Some(label(section)),
            kicker,
            head,
            level: GOAL - 1,
            room: Room::default(),
            blocks: self.own(section),
            items: section.sections.iter().flat_map(|inner| self.in_area(inner)).collect(),
        })
    }

    fn in_area(&self, section: &Tree) -> Vec<Block> {
        match section.kind {
            SectionKind::Assignment => vec![self.assignment(section, true)],
            _ => self.section(section, 1),
        }
    }

    pub fn goal(&self, section: &Tree) -> Block {
        let (kicker, head) = parted(section);
        let (agenda_head, agenda, blocks) = links_first(&section.blocks);
        let mut stations = Stations { writer: self, goal: section, done: Vec::new() };
        stations.headless(blocks);
        stations.inside(section, GOAL + 1, &mut Vec::new());
        Block::Goal(Goal {
            id: label(section),
            kicker,
            head,
            level: GOAL,
            agenda_head,
            agenda,
            assessments: self.assessments(section),
            stations: stations.done,
        })
    }

    fn assessments(&self, section: &Tree) -> Option<Assessments> {
        let view = GoalView { section, row: None };
        let horizons = [(Horizon::Period, "writing-period"), (Horizon::Term, "writing-term")];
        let items: Vec<Assessed> = horizons
            .into_iter()
            .filter_map(|(horizon, key)| Some(assessed(view.assessment(horizon)?, self.say(key))))
            .collect();
        let source = Some(self.say("writing-assessments-read"));
        (!items.is_empty()).then_some(Assessments { items, source })
    }

    pub fn assignment(&self, section: &Tree, under_area: bool) -> Block {
        let head = section.heading.as_ref().map(|heading| heading.text.clone());
        let order = section.assignment.as_ref();
        let mut blocks = self.own(section);
        blocks.extend(section.sections.iter().flat_map(|inner| self.section(inner, GOAL)));
        Block::Assignment(Assignment {
            id: label(section),
            kicker: if under_area { String::new() } else { self.say("writing-assignment") },
            head: head.or_else(|| order.map(|order| order.text.clone())).unwrap_or_default(),
            level: GOAL,
            room: Room::default(),
            facts: order.map(|order| self.facts(order)).unwrap_or_default(),
            blocks,
        })
    }

    fn facts(&self, order: &Order) -> Vec<Fact> {
        let others = order.assignees.iter().filter(|assignee| Some(&assignee.name) != order.lead.as_ref());
        let others: Vec<&str> = others.map(|assignee| assignee.name.as_str()).collect();
        let rows = [
            ("writing-lead-by", order.lead.clone()),
            ("writing-together-with", (!others.is_empty()).then(|| others.join(", "))),
            ("writing-report-back", self.report_back(order)),
        ];
        rows.into_iter().filter_map(|(key, value)| Some((self.say(key), text(value?)))).collect()
    }

    fn report_back(&self, order: &Order) -> Option<String> {
        let key = match order.report_back.how {
            ReportBackHow::SeparateCase => "writing-back-case",
            ReportBackHow::InterimReport => "writing-back-interim",
            ReportBackHow::AnnualAnalysis => "writing-back-annual",
            ReportBackHow::NotStated => return None,
        };
        let year = order.report_back.year.map(|year| format!(", {year}")).unwrap_or_default();
        let to = order
            .report_back
            .to
            .as_ref()
            .map(|to| Message::new("writing-back-to").with("to", to.as_str()).in_lang(self.lang));
        Some(format!("{}{year}{}", self.say(key), to.map(|to| format!(", {to}")).unwrap_or_default()))
    }
}

fn assessed(assessment: &Assessment, label: String) -> Assessed {
    let status = match assessment.status {
        Common::OnTrack => Status::OnTrack,
        Common::PartlyOnTrack => Status::PartlyOnTrack,
        Common::OffTrack => Status::OffTrack,
        Common::NotStated => Status::NotStated,
    };
    Assessed { label, status, word: None }
}

/// A heading in what it calls itself and its name: "Målområde - X" is "Målområde" and "X".
fn parted(section: &Tree) -> (String, String) {
    let Some(heading) = &section.heading else {
        return (String::new(), section.name.clone());
    };
    match heading.text.strip_suffix(section.name.as_str()) {
        Some(marker) if !section.name.is_empty() => {
            let marker = marker.trim_end_matches(|c: char| c.is_whitespace() || "-–—:.".contains(c));
            (marker.to_owned(), section.name.clone())
        }
        _ => (String::new(), heading.text.clone()),
    }
}

/// The links to Agenda 2030 where they open the goal, and the blocks after them. Links
/// that stand later stay where they are.
fn links_first(blocks: &[Source]) -> (String, Vec<Agenda>, &[Source]) {
    match blocks.split_first() {
        Some((Source { content: Content::Agenda { intro, links }, .. }, rest)) => {
            let intro = intro.as_ref().map(|intro| intro.text.clone()).unwrap_or_default();
            let links = links.iter().map(|link| Agenda { n: link.number, name: link.shown().to_owned() });
            (intro, links.collect(), rest)
        }
        _ => (String::new(), Vec::new(), blocks),
    }
}

/// The stations of one goal under way.
struct Stations<'a> {
    writer: &'a Writer<'a>,
    goal: &'a Tree,
    done: Vec<Station>,
}

impl Stations<'_> {
    /// What stands directly under the goal's heading.
    fn headless(&mut self, blocks: &[Source]) {
        if !blocks.is_empty() {
            let heading = self.goal.heading.as_ref();
            let blocks = blocks.iter().flat_map(|block| self.writer.block(block, heading)).collect();
            self.done.push(Station { blocks, ..station(GOAL + 1) });
        }
    }

    fn inside(&mut self, section: &Tree, level: u8, over: &mut Vec<Over>) {
        section.sections.iter().for_each(|inner| self.section(inner, level, over));
    }

    fn section(&mut self, section: &Tree, level: u8, over: &mut Vec<Over>) {
        let Some(heading) = &section.heading else {
            self.append(self.writer.own(section));
            return self.inside(section, level, over);
        };
        let own = self.writer.own(section);
        if own.is_empty() && section.sections.iter().any(|inner| inner.kind.is_goal_part()) {
            over.push(Over { head: heading.text.clone(), level });
            return self.inside(section, level + 1, over);
        }
        let here = self.writer.writes(section.kind);
        let head = heading.text.clone();
        self.done.push(Station { over: std::mem::take(over), head, here, blocks: own, ..station(level) });
        for inner in &section.sections {
            if inner.kind.is_goal_part() {
                self.section(inner, level + 1, over);
            } else {
                self.append(self.writer.section(inner, level));
            }
        }
    }

    /// Puts blocks at the end of the station that was met last.
    fn append(&mut self, blocks: Vec<Block>) {
        match self.done.last_mut() {
            Some(last) => last.blocks.extend(blocks),
            None if blocks.is_empty() => {}
            None => self.done.push(Station { blocks, ..station(GOAL + 1) }),
        }
    }
}

fn station(level: u8) -> Station {
    Station {
        over: Vec::new(),
        head: String::new(),
        level,
        note: Text::new(),
        here: false,
        room: Room::default(),
        blocks: Vec::new(),
    }
}

impl Writer<'_> {
    /// Whether a part is what this kind of document is written for.
    fn writes(&self, kind: SectionKind) -> bool {
        match kind {
            SectionKind::YearPlan => !self.doc.kind.is_report(),
            SectionKind::AssessmentPeriod | SectionKind::AssessmentTerm => self.doc.kind.is_report(),
            _ => false,
        }
    }
}
