//! Sections: the tree of a document.

use crate::assessment::Assessment;
use crate::assignment::Assignment;
use crate::block::Block;
use crate::goal::Directed;
use crate::indicator::Indicator;
use crate::place::{Span, TextAt};
use serde::{Deserialize, Serialize};

/// What a section is. Which headings are which is data (a house style).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// Sammanfattning
    Summary,
    /// Nämndens ansvar
    Responsibilities,
    /// Plan för verksamheten: holds development and priorities.
    Operations,
    /// Utveckling av nämndens verksamhet
    Development,
    /// Nämndens prioriteringar, or the follow-up of them
    Priorities,
    /// One priority under [`SectionKind::Priorities`]
    Priority,
    /// Mänskliga rättigheter
    Rights,
    /// Plan för, or follow-up of, the council's goals
    Goals,
    /// One goal area (målområde)
    GoalArea,
    /// One council goal
    Goal,
    /// A committee's own goal below one of the council (nämndmål), where the council's has parts of its own
    OwnGoal,
    /// Planering för mandatperioden
    TermPlan,
    /// Förändringar under mandatperioden
    TermChanges,
    /// Planering för året
    YearPlan,
    /// Önskad förflyttning
    DesiredOutcome,
    /// Uppföljning av målet, indikatorer
    FollowUp,
    /// Uppföljning och bedömning: what has been done, in a report
    Report,
    /// Bedömning, the period
    AssessmentPeriod,
    /// Bedömning, the term
    AssessmentTerm,
    /// One headed piece of planned or reported work inside a contribution
    Initiative,
    /// One assignment
    Assignment,
    /// Plan för, or follow-up of, the economy
    Economy,
    /// Resultaträkning
    Statement,
    /// Investeringsram
    Investments,
    /// Anything else that is headed
    #[default]
    Other,
}

impl SectionKind {
    /// Whether it is a part of a goal: what is planned for it, what is reported, how it is assessed.
    pub fn is_goal_part(self) -> bool {
        use SectionKind::*;
        matches!(
            self,
            TermPlan
                | TermChanges
                | YearPlan
                | DesiredOutcome
                | FollowUp
                | Report
                | AssessmentPeriod
                | AssessmentTerm
        )
    }

    /// The word in machine-readable output.
    pub fn code(self) -> &'static str {
        use SectionKind::*;
        match self {
            Summary => "summary",
            Responsibilities => "responsibilities",
            Operations => "operations",
            Development => "development",
            Priorities => "priorities",
            Priority => "priority",
            Rights => "rights",
            Goals => "goals",
            GoalArea => "goal_area",
            Goal => "goal",
            OwnGoal => "own_goal",
            TermPlan => "term_plan",
            TermChanges => "term_changes",
            YearPlan => "year_plan",
            DesiredOutcome => "desired_outcome",
            FollowUp => "follow_up",
            Report => "report",
            AssessmentPeriod => "assessment_period",
            AssessmentTerm => "assessment_term",
            Initiative => "initiative",
            Assignment => "assignment",
            Economy => "economy",
            Statement => "statement",
            Investments => "investments",
            Other => "other",
        }
    }
}

/// A section: a heading, what stands under it, and the sections inside it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Section {
    /// The id, unique in the document.
    pub id: String,
    /// What it is.
    pub kind: SectionKind,
    /// The heading as printed, lines joined. `None` for text before the first heading.
    pub heading: Option<TextAt>,
    /// The name that the heading carries, without its marker: "Kommunfullmäktigemål - X" is "X".
    /// Same as the heading where there is no marker.
    pub name: String,
    /// Depth, 1 for a chapter.
    pub level: u8,
    /// From the heading to the last line inside.
    pub span: Span,
    /// What stands directly under the heading.
    #[serde(default)]
    pub blocks: Vec<Block>,
    /// Sections inside.
    #[serde(default)]
    pub sections: Vec<Section>,
    /// The assessment, in sections of kind assessment.
    #[serde(default)]
    pub assessment: Option<Assessment>,
    /// The assignment, in sections of kind assignment.
    #[serde(default)]
    pub assignment: Option<Assignment>,
    /// Indicators named in the blocks of this section.
    #[serde(default)]
    pub indicators: Vec<Indicator>,
    /// Whom the goal is directed to, in goals of the council's own documents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directed_to: Option<Directed>,
    /// The expected effect, in priorities.
    #[serde(default)]
    pub expected_effect: Option<TextAt>,
}

impl Section {
    /// The section and all sections inside, in document order.
    pub fn all(&self) -> Vec<&Section> {
        let mut found = vec![self];
        found.extend(self.sections.iter().flat_map(Section::all));
        found
    }

    /// The first section of a kind inside (not this one).
    pub fn inner(&self, kind: SectionKind) -> Option<&Section> {
        self.sections.iter().flat_map(Section::all).find(|section| section.kind == kind)
    }

    /// The words directly under the heading, blocks separated by an empty line.
    pub fn own_text(&self) -> String {
        let texts: Vec<String> =
            self.blocks.iter().map(Block::text).filter(|text| !text.is_empty()).collect();
        texts.join("\n\n")
    }

    /// The words of the section and everything inside, headings included.
    pub fn full_text(&self) -> String {
        let mut parts = vec![self.own_text()];
        for section in &self.sections {
            parts.extend(section.heading.as_ref().map(|heading| heading.text.clone()));
            parts.push(section.full_text());
        }
        parts.retain(|part| !part.is_empty());
        parts.join("\n\n")
    }
}
