//! Where a heading goes in the outline: by what it is, by what is open, by Markdown's level.

use crate::book::{HeadingKind, Known, first_fit, folded};
use crate::outline::ahead::numbered;
use crate::outline::{Open, Outline};
use crate::piece::Heading;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::section::SectionKind;

/// How deep each kind lies when everything above it is there.
pub(crate) mod rank {
    pub const CHAPTER: u8 = 10;
    pub const PART: u8 = 20;
    pub const ORDERS: u8 = 25;
    pub const GOAL: u8 = 30;
    pub const INNER_GOAL: u8 = 35;
    pub const WRAPPER: u8 = 40;
    pub const GOAL_PART: u8 = 50;
    pub const OTHER: u8 = 60;
}

/// Where a heading goes.
pub(crate) struct Place {
    pub kind: SectionKind,
    pub rank: u8,
    pub wrapper: bool,
    pub name: Option<std::ops::Range<usize>>,
}

impl Outline<'_> {
    /// The first meaning that makes sense here.
    pub fn place(&self, heading: &Heading) -> Option<Place> {
        let label = (self.assessing() && heading.meanings.is_empty())
            .then(|| self.book.assessment_label(&heading.words.text))
            .flatten();
        if let Some(known) = &label
            && let HeadingKind::Section(kind) = known.kind
        {
            return Some(Place { kind, rank: rank::GOAL_PART, wrapper: false, name: None });
        }
        if let Some(place) = self.place_effect(heading) {
            return Some(place);
        }
        if let Some(rank) = self.rank_of_orders(heading) {
            return Some(Place { kind: SectionKind::Other, rank, wrapper: false, name: None });
        }
        if self.sums_up_goals(heading) {
            return Some(Place { kind: SectionKind::Other, rank: rank::PART, wrapper: false, name: None });
        }
        heading.meanings.iter().find_map(|known| self.place_known(heading, known))
    }

    /// "Sammanställning av bedömningar" after the last goal is about all of them.
    fn sums_up_goals(&self, heading: &Heading) -> bool {
        self.inside(SectionKind::Goal)
            && heading.level.is_none()
            && self.times(heading) == 1
            && first_fit(&self.book.summaries, &heading.words.text).is_some()
    }

    /// "Väntad effekt" inside a priority is a part of it.
    fn place_effect(&self, heading: &Heading) -> Option<Place> {
        let priority = self.open.iter().rfind(|open| open.section.kind == SectionKind::Priority)?;
        let effect = first_fit(&self.book.effects, &heading.words.text).is_some();
        let rank = priority.rank.saturating_add(5);
        effect.then_some(Place { kind: SectionKind::Other, rank, wrapper: false, name: None })
    }

    /// A heading over orders ends the goal or the summary before it: those of an area stand in it, those that come once
    /// are a chapter of their own.
    fn rank_of_orders(&self, heading: &Heading) -> Option<u8> {
        if !self.inside(SectionKind::Goal) && !self.inside(SectionKind::Summary) {
            return None;
        }
        let once = self.times(heading) == 1;
        let own = heading.level.is_none() && once && self.opens_orders(heading);
        match () {
            () if self.opens_area_orders(heading) || (own && self.is_between_areas(heading)) => {
                Some(rank::ORDERS)
            }
            () => own.then_some(rank::CHAPTER),
        }
    }

    /// Whether a heading stands in a goal area and another area comes after it.
    fn is_between_areas(&self, heading: &Heading) -> bool {
        let line = heading.words.source_lines().first().copied();
        self.inside(SectionKind::GoalArea) && line.is_some() && line < self.last_area
    }

    fn place_known(&self, heading: &Heading, known: &Known) -> Option<Place> {
        let goal = self.inside(SectionKind::Goal);
        let at = |kind: SectionKind, rank: u8| {
            Some(Place { kind, rank, wrapper: false, name: Some(known.name.clone()) })
        };
        match known.kind {
            HeadingKind::PlanWrapper => {
                let wrapper =
                    Place { kind: SectionKind::Other, rank: rank::WRAPPER, wrapper: true, name: None };
                goal.then_some(wrapper)
            }
            HeadingKind::Chapter => {
                let evident =
                    heading.listed || heading.fresh_page || heading.level.is_some_and(|level| level <= 2);
                let free = !self.inside(SectionKind::Economy) || heading.listed;
                let chapter =
                    Place { kind: SectionKind::Other, rank: rank::CHAPTER, wrapper: false, name: None };
                (evident && free && self.document != DocumentKind::Case).then_some(chapter)
            }
            HeadingKind::CasePart => {
                let chapter =
                    Place { kind: SectionKind::Other, rank: rank::CHAPTER, wrapper: false, name: None };
                (self.document == DocumentKind::Case).then_some(chapter)
            }
            HeadingKind::EconomyPart => (self.inside(SectionKind::Economy) && !goal).then_some(Place {
                kind: SectionKind::Economy,
                rank: rank::PART,
                wrapper: false,
                name: None,
            }),
            HeadingKind::Section(kind) => match kind {
                SectionKind::GoalArea => at(kind, rank::PART),
                SectionKind::Goal if self.holds_goals(known) => at(SectionKind::GoalArea, rank::PART),
                SectionKind::Goal if self.under_goal(known) => at(SectionKind::OwnGoal, rank::INNER_GOAL),
                SectionKind::Goal => at(kind, rank::GOAL),
                SectionKind::Assignment => {
                    (self.document != DocumentKind::Case).then(|| at(kind, rank::GOAL))?
                }
                SectionKind::Initiative => goal.then(|| at(kind, rank::OTHER))?,
                SectionKind::TermPlan
                | SectionKind::TermChanges
                | SectionKind::YearPlan
                | SectionKind::DesiredOutcome
                | SectionKind::FollowUp
                | SectionKind::Report
                | SectionKind::AssessmentPeriod
                | SectionKind::AssessmentTerm => self.place_goal_part(kind, known, heading),
                _ => self.place_chapter(kind, known, heading),
            },
        }
    }

    fn place_goal_part(&self, kind: SectionKind, known: &Known, heading: &Heading) -> Option<Place> {
        let within = self.inside(SectionKind::Goal);
        let planned =
            matches!(kind, SectionKind::TermPlan | SectionKind::TermChanges | SectionKind::YearPlan);
        let under_wrapper =
            planned && self.open.iter().any(|open| open.wrapper && open.section.blocks.is_empty());
        let inner = under_wrapper || (heading.labelled && self.assessing_holder());
        let rank = if inner { rank::GOAL_PART } else { rank::WRAPPER };
        let reported = kind == SectionKind::YearPlan
            && self.document.is_report()
            && !folded(&heading.words.text).starts_with("plan");
        let heading_text = folded(&heading.words.text);
        let measured =
            ["indikator", "mått", "mätetal", "nyckeltal"].iter().any(|word| heading_text.contains(word));
        let followed = kind == SectionKind::FollowUp
            && self.document.is_report()
            && heading_text.starts_with("uppföljning")
            && !measured;
        let kind = if reported || followed { SectionKind::Report } else { kind };
        let deeper = heading.level.is_some_and(|level| {
            self.open.iter().any(|open| {
                open.section.kind == SectionKind::Goal && open.level.is_some_and(|goal| level <= goal)
            })
        });
        let chapter =
            (heading.listed && !planned && deeper) || self.rank_by_number(heading) == Some(rank::CHAPTER);
        (within && !chapter).then(|| Place { kind, rank, wrapper: false, name: Some(known.name.clone()) })
    }

    fn place_chapter(&self, kind: SectionKind, known: &Known, heading: &Heading) -> Option<Place> {
        use SectionKind::*;
        let goal = self.inside(Goal);
        let soft = matches!(kind, Rights | Development | Priorities | Priority | Responsibilities | Summary);
        let evident = heading.listed || heading.fresh_page || heading.level.is_some_and(|level| level <= 2);
        if goal && soft && !evident {
            return None;
        }
        let nested = match kind {
            Economy => {
                self.inside(Summary) && self.open.len() <= 2 && !heading.listed && heading.level != Some(1)
            }
            Development | Priorities => self.inside(Operations),
            Rights => self.inside(Operations) || (self.inside(Goals) && !goal),
            Statement | Investments => self.inside(Economy),
            _ => false,
        };
        let again = self.inside(Economy) && !heading.listed && heading.level.is_none();
        let again_in_goal = kind == Goals && goal && self.times(heading) >= 3 && !heading.listed;
        if again_in_goal || kind == Economy && nested {
            return None;
        }
        if kind == Goals && self.inside(Goals) && !heading.listed {
            return None;
        }
        let once = self.times(heading) == 1;
        let part = matches!(kind, Investments | Operations) || (kind == Statement && !once);
        let inner = goal && part && !evident;
        let rank = if nested || (kind == Economy && again) { rank::PART } else { rank::CHAPTER };
        (!inner).then(|| Place { kind, rank, wrapper: false, name: Some(known.name.clone()) })
    }

    /// A heading that no pattern knows lies inside what is open.
    pub fn unknown(&self, heading: &Heading) -> Place {
        let rank = self.unknown_rank(heading);
        Place { kind: self.unknown_kind(heading, rank), rank, wrapper: false, name: None }
    }

    /// By what stays open above it; beside a priority stands a priority.
    fn unknown_kind(&self, heading: &Heading, rank: u8) -> SectionKind {
        let stays = |open: &&Open| {
            open.rank < rank || (open.rank == rank && open.section.kind == SectionKind::Priority)
        };
        let above = self.open.iter().filter(|open| !open.wrapper).filter(stays);
        let mut parents = above.map(|open| open.section.kind);
        let part = parents.rfind(|kind| *kind != SectionKind::Other);
        match part {
            _ if self.is_goal_part_by_repetition(heading) => SectionKind::Other,
            Some(SectionKind::Priorities | SectionKind::Priority) => SectionKind::Priority,
            Some(SectionKind::YearPlan | SectionKind::Report | SectionKind::Initiative) => {
                SectionKind::Initiative
            }
            _ => SectionKind::Other,
        }
    }

    /// A heading that comes back in goal after goal is a part of goals, no initiative.
    fn is_goal_part_by_repetition(&self, heading: &Heading) -> bool {
        self.inside(SectionKind::Goal) && self.times(heading) >= 3
    }

    /// How often a heading stands in the document.
    fn times(&self, heading: &Heading) -> usize {
        self.repeated.get(&folded(&heading.words.text)).copied().unwrap_or(0)
    }

    fn unknown_rank(&self, heading: &Heading) -> u8 {
        if self.is_goal_part_by_repetition(heading) {
            return rank::WRAPPER;
        }
        if let Some(rank) = heading.level.and_then(|level| self.rank_by_level(level)) {
            return rank;
        }
        if let Some(rank) = self.rank_by_number(heading) {
            return rank;
        }
        let chapter_like = || self.open.first().is_some_and(|open| open.capitals);
        if self.inside(SectionKind::Goal) && is_capitals(&heading.words.text) && chapter_like() {
            return rank::CHAPTER;
        }
        if self.inside(SectionKind::Assignment) && !self.inside(SectionKind::Goal) && heading.listed {
            return rank::PART;
        }
        if heading.listed && !self.lists_goal_parts && self.inside(SectionKind::Goal) {
            return rank::PART;
        }
        if self.inside(SectionKind::Goal) || self.inside(SectionKind::Assignment) {
            return rank::OTHER;
        }
        let capitals = is_capitals(&heading.words.text);
        let under_capitals =
            self.open.iter().any(|open| open.capitals && open.section.kind == SectionKind::Other);
        match self.top() {
            None => rank::CHAPTER,
            Some(_) if heading.listed => rank::PART,
            Some(top) if top.section.kind == SectionKind::Priority => top.rank,
            Some(_) if capitals => rank::GOAL,
            Some(_) if under_capitals => rank::WRAPPER,
            Some(_) => rank::GOAL,
        }
    }

    /// By the number that the table of contents lists: "4" is a chapter, "3.2" a part of one. A part is also
    /// one whose number begins with that of the open chapter.
    fn rank_by_number(&self, heading: &Heading) -> Option<u8> {
        let (chapter, parts) = numbered(&heading.words.text).filter(|_| heading.level.is_none())?;
        let listed = (self.numbers_chapters && heading.listed) || self.numbers_headings;
        let open = self.open.first().and_then(|open| numbered(&open.section.heading.as_ref()?.text));
        match parts {
            _ if !listed && open != Some((chapter, 1)) => None,
            1 if listed => Some(rank::CHAPTER),
            2 => Some(rank::PART),
            _ => None,
        }
    }

    /// By the level that Markdown gives: below the last open section of a lower level.
    fn rank_by_level(&self, level: u8) -> Option<u8> {
        let goal = self
            .open
            .iter()
            .position(|open| matches!(open.section.kind, SectionKind::Goal | SectionKind::Assignment));
        if let Some(goal) = goal {
            // An order of a list lies as deep as the heading over it.
            let goal_level = self.open[..=goal].iter().rev().find_map(|open| open.level).unwrap_or(0);
            if level > goal_level {
                let same = self.open[goal..]
                    .iter()
                    .filter(|open| open.rank >= rank::OTHER)
                    .find(|open| open.level.is_some_and(|own| own >= level));
                return Some(same.map_or_else(
                    || {
                        self.open
                            .last()
                            .map_or(rank::OTHER, |open| open.rank.max(rank::OTHER - 1).saturating_add(1))
                    },
                    |open| open.rank,
                ));
            }
        }
        let same = self.open.iter().find(|open| open.level.is_some_and(|own| own >= level));
        match same {
            Some(open) => Some(open.rank),
            None => Some(self.top().map_or(rank::CHAPTER, |top| top.rank.saturating_add(5).max(rank::PART))),
        }
    }
}

pub(crate) fn is_capitals(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 3 && !text.chars().any(char::is_lowercase)
}
