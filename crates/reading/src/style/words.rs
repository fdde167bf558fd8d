//! The words of a house style, by what they are about. See `styles/standard.toml` for what each
//! list means.

use serde::{Deserialize, Serialize};
use uppsikt_domain::assessment::Status;

/// Words of the titles of the municipality's own documents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct TitleWords {
    pub plans: Vec<String>,
    pub budgets: Vec<String>,
    /// Plans that only the whole municipality has.
    pub city_plans: Vec<String>,
    pub interim_reports: Vec<String>,
    pub annual_reports: Vec<String>,
    /// Reports on a year that only the whole municipality has, where a committee's name does not stand beside.
    pub city_reports: Vec<String>,
    pub proposals: Vec<String>,
    /// Who proposes the council's budget, in the genitive.
    pub proposers: Vec<String>,
    /// What stands beside the word for the document and says nothing of whose it is.
    pub beside: Vec<String>,
    /// What beside the word for a budget says that it is the municipality's.
    pub city_beside: Vec<String>,
    /// Before the municipality's name.
    pub of: Vec<String>,
    /// What says that the document is the whole municipality's.
    pub whole: Vec<String>,
    /// Rows and headings that only the whole municipality has.
    pub balance: Vec<String>,
    pub taxes: Vec<String>,
    /// Sentences among the first lines that say that the budget of a year was adopted.
    pub told_budgets: Vec<String>,
    /// Headings of what only annual reports have, and of what only budgets have.
    pub annual_parts: Vec<String>,
    pub budget_parts: Vec<String>,
    /// Words for the municipality with its companies.
    pub group: Vec<String>,
    /// Words that say that a part of a year, or a year to come, is told of.
    pub part_of_year: Vec<String>,
    /// Words beside a year that is none of a document's own.
    pub other_years: Vec<String>,
    /// Words before the years of a plan over columns.
    pub planned: Vec<String>,
}

/// Words of running heads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct HeadWords {
    pub running: Vec<String>,
    pub bodies: Vec<String>,
    /// Endings of words for bodies of a part of the municipality: its name stands after them.
    pub districts: Vec<String>,
    /// Points of the compass and the like, which any body's name may end in.
    pub compass: Vec<String>,
    /// Words with a capital after a body's name that are none of it.
    pub no_places: Vec<String>,
    pub municipality: Vec<String>,
    pub matter: Vec<String>,
    pub about: Vec<String>,
}

/// Words of the table of contents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ContentsWords {
    pub headings: Vec<String>,
}

/// Headings that only hold others together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OutlineWords {
    pub plan_wrappers: Vec<String>,
    pub chapters: Vec<String>,
    pub summaries: Vec<String>,
    pub no_headings: Vec<String>,
    pub economy_parts: Vec<String>,
}

/// Words of goals and goal areas.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct GoalWords {
    pub goal: Vec<String>,
    pub inner: Vec<String>,
    pub area: Vec<String>,
    pub areas: bool,
    pub unmarked: bool,
    pub agenda: Vec<String>,
    pub activities: Vec<String>,
    pub directed: Vec<String>,
}

/// Words of assignments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct AssignmentWords {
    pub headings: Vec<String>,
    /// Orders that a list of orders tells of in the past.
    pub told: Vec<String>,
    pub marked: Vec<String>,
    pub lists: Vec<String>,
    pub area_lists: Vec<String>,
    pub holders: Vec<String>,
    pub item_marks: Vec<String>,
    pub table_order: Vec<String>,
    pub table_bodies: Vec<String>,
    pub table_status: Vec<String>,
    pub table_report: Vec<String>,
    pub with: Vec<String>,
    pub led_by: Vec<String>,
    pub lead_labels: Vec<String>,
    pub partner_labels: Vec<String>,
    pub report_words: Vec<String>,
    pub report_to: Vec<String>,
    pub separate_case: Vec<String>,
    pub interim_report: Vec<String>,
    pub annual_analysis: Vec<String>,
    /// Of a status: it is done.
    pub done: Vec<String>,
    /// Before a status.
    pub status_labels: Vec<String>,
    /// That it was reported back.
    pub reported: Vec<String>,
    /// With which neither holds.
    pub not_done: Vec<String>,
    /// What opens an order in a list that does not begin with a verb.
    pub openings: Vec<String>,
}

/// Words that say how it goes, per value of the common scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct StatusWords {
    pub on_track: Vec<String>,
    pub partly_on_track: Vec<String>,
    pub off_track: Vec<String>,
    pub not_stated: Vec<String>,
    pub term_labels: Vec<String>,
    pub period_labels: Vec<String>,
    pub judges: Vec<String>,
    pub whole: Vec<String>,
    pub denials: Vec<String>,
    pub halves: Vec<String>,
    pub low_grades: Vec<String>,
    pub high_grades: Vec<String>,
    pub wholes: Vec<String>,
    pub concessions: Vec<String>,
    pub none: Vec<String>,
    pub doubts: Vec<String>,
    pub conditions: Vec<String>,
    pub intents: Vec<String>,
    pub affirms: Vec<String>,
    pub subjects: Vec<String>,
    /// So begins the word for how a goal is reached, in a heading that is a sentence.
    pub reaching: Vec<String>,
    pub parts: Vec<String>,
    pub exceptions: Vec<String>,
    pub later: Vec<String>,
    /// In a clause about how it was before.
    pub past: Vec<String>,
}

impl StatusWords {
    /// Every wording with what it means, in the order of the lists.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, Status)> {
        let lists = [
            (&self.partly_on_track, Status::PartlyOnTrack),
            (&self.off_track, Status::OffTrack),
            (&self.not_stated, Status::NotStated),
            (&self.on_track, Status::OnTrack),
        ];
        lists.into_iter().flat_map(|(words, status)| words.iter().map(move |word| (word.as_str(), status)))
    }
}

/// Words of tables whose rows are goals.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct GoalTableWords {
    pub goal: Vec<String>,
    pub area: Vec<String>,
    pub indicator: Vec<String>,
    pub period: Vec<String>,
    pub term: Vec<String>,
    pub financial: Vec<String>,
    pub on_track: Vec<String>,
    pub partly_on_track: Vec<String>,
    pub off_track: Vec<String>,
    pub not_stated: Vec<String>,
}

/// Words of indicators.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct IndicatorWords {
    pub elsewhere: Vec<String>,
    pub words: Vec<String>,
    pub qualitative: Vec<String>,
    pub judged: Vec<String>,
    pub weighed: Vec<String>,
    pub key_figure: Vec<String>,
    pub borrowed: Vec<String>,
    pub measure: Vec<String>,
    pub by_sex: Vec<String>,
    pub labels: Vec<String>,
    pub followed: Vec<String>,
    pub goes_on: Vec<String>,
    /// What opens a sentence that only tells more of the indicator before it.
    pub details: Vec<String>,
    pub directions: Vec<String>,
    pub sources: Vec<String>,
    pub known: Vec<String>,
    pub was: Vec<String>,
    pub aims: Vec<String>,
    pub done: Vec<String>,
    pub outcomes: Vec<String>,
    pub starts: Vec<String>,
    pub sexes: Vec<String>,
    /// Those of `sexes` that are women's and girls'.
    pub women: Vec<String>,
    /// What an indicator says that is done or not.
    pub yes_or_no: Vec<String>,
    pub targets: Vec<String>,
    pub limits: Vec<String>,
    pub units: Vec<String>,
}

/// Words of priorities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PriorityWords {
    pub effect_words: Vec<String>,
    pub effect_headings: Vec<String>,
    pub about: Vec<String>,
    pub invested: Vec<String>,
}

/// Words of tables.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct TableWords {
    pub captions: Vec<String>,
    pub diagrams: Vec<String>,
    pub statement: Vec<String>,
    pub split: Vec<String>,
    pub budget_areas: Vec<String>,
    pub investments: Vec<String>,
    pub ledger: Vec<String>,
    pub net_cost: Vec<String>,
    pub totals: Vec<String>,
    pub results: Vec<String>,
    pub flows: Vec<String>,
    pub of_which: Vec<String>,
}

/// Words that column headings begin with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ColumnWords {
    pub forecast: Vec<String>,
    pub budget: Vec<String>,
    pub actual: Vec<String>,
    pub change: Vec<String>,
    pub deviation: Vec<String>,
    pub percent: Vec<String>,
    pub whole: Vec<String>,
    pub part: Vec<String>,
    pub amount: Vec<String>,
    pub note: Vec<String>,
    /// Of a column of words at the end of a row of values, which judge them.
    pub judged: Vec<String>,
    pub part_of_year: Vec<String>,
    /// Of columns of the whole year.
    pub whole_year: Vec<String>,
}

/// Words of figures in running text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ProseWords {
    pub counted: Vec<String>,
}

/// Words of references.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReferenceWords {
    pub goal: Vec<String>,
    pub section: Vec<String>,
    pub plan: Vec<String>,
    pub plan_endings: Vec<String>,
    pub plan_words: Vec<String>,
    pub document: Vec<String>,
    pub ruling: Vec<String>,
    pub numbered: Vec<String>,
    pub vision: Vec<String>,
}

/// Words of cases.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseWords {
    pub numbers: Vec<String>,
    pub headings: Vec<String>,
    pub proposes: String,
    pub decides: Vec<String>,
    pub meetings: Vec<String>,
    pub closes: Vec<String>,
    pub decisions: Vec<String>,
    pub recipients: Vec<String>,
    pub addressees: Vec<String>,
    /// Headings that only cases have.
    pub own_headings: Vec<String>,
    pub titles: Vec<String>,
    pub asks: Vec<String>,
    pub consultees: Vec<String>,
    /// Over those who are told and not asked.
    pub informed: Vec<String>,
    pub questions: Vec<String>,
    pub officials: Vec<String>,
    pub referral: Vec<String>,
    pub answers: Vec<String>,
    pub own_answers: Vec<String>,
    pub own_titles: Vec<String>,
    pub last_day: Vec<String>,
    pub bodies: Vec<String>,
    pub instances: Vec<String>,
    pub sends: Vec<String>,
    pub sends_end: Vec<String>,
    pub many: Vec<String>,
    pub asking: Vec<String>,
    pub council: String,
}
