//! `kommun.toml`: what the documents of a municipality do not say themselves.

use super::file_check::problems;
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer};
use uppsikt_domain::assessment::Status;
use uppsikt_domain::decision::Decision;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::lineage::{Lasting, Relation};
use uppsikt_domain::municipality::Body;
use uppsikt_domain::structure::RuleSettings;
use uppsikt_messages::Message;
use uppsikt_text::format::slug;

/// A municipality as its file describes it. Slugs point to where they should: a file that
/// does not hold together is not read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MunicipalityFile {
    /// The name ("Almköpings kommun").
    pub name: String,
    /// The stable word in addresses.
    pub slug: String,
    /// The file with the house style, beside this one. `None`: the standard style.
    #[serde(default)]
    pub style: Option<String>,
    /// Statistical areas, in order.
    #[serde(default)]
    pub statistical_areas: Vec<String>,
    /// Bodies, in order.
    #[serde(default, rename = "body")]
    pub bodies: Vec<Body>,
    /// Goal areas.
    #[serde(default, rename = "goal_area")]
    pub goal_areas: Vec<AreaEntry>,
    /// Goals.
    #[serde(default, rename = "goal")]
    pub goals: Vec<GoalEntry>,
    /// The municipality's own judgements of goals.
    #[serde(default, rename = "goal_status")]
    pub goal_statuses: Vec<StatusEntry>,
    /// How goals and areas continue.
    #[serde(default)]
    pub lineage: Vec<EdgeEntry>,
    /// Rules that are off, of another gravity or with limits of the municipality's own.
    #[serde(default)]
    pub rules: RuleSettings,
}

/// A goal area and its versions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaEntry {
    /// The stable word in addresses.
    pub slug: String,
    /// Its versions.
    #[serde(default, rename = "version")]
    pub versions: Vec<AreaVersionEntry>,
}

/// A goal area in some years.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaVersionEntry {
    /// The name.
    pub name: String,
    /// First year.
    pub from_year: i32,
    /// Last year.
    pub to_year: i32,
    /// Place in the council's order, from 1.
    pub position: u32,
}

/// A goal and its versions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalEntry {
    /// The stable word in addresses.
    pub slug: String,
    /// Its versions.
    #[serde(default, rename = "version")]
    pub versions: Vec<GoalVersionEntry>,
}

/// A goal in some years.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalVersionEntry {
    /// The wording.
    pub name: String,
    /// The slug of its area.
    #[serde(default)]
    pub area: Option<String>,
    /// First year.
    pub from_year: i32,
    /// Last year.
    pub to_year: i32,
    /// Number in the council's order, from 1.
    pub position: u32,
    /// Numbers of the Agenda 2030 goals that it is mapped to.
    #[serde(default)]
    pub agenda_2030: Vec<u8>,
    /// Slugs of the bodies that it is directed to.
    #[serde(default)]
    pub directed_to: Vec<String>,
    /// The decision that made the version.
    #[serde(default)]
    pub decision: Option<DecisionEntry>,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionEntry {
    /// The body that decided.
    pub body: String,
    /// The day: a TOML date, or text in the same form.
    #[serde(deserialize_with = "day")]
    pub decided_on: NaiveDate,
    /// The paragraph of the minutes.
    #[serde(default)]
    pub paragraph: Option<String>,
    /// The case, with hyphens.
    #[serde(default)]
    pub case_number: Option<String>,
    /// What was decided, in a few words.
    pub what: String,
}

/// The municipality's own judgement of a goal.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusEntry {
    /// The slug of the goal.
    pub goal: String,
    /// The year of the report.
    pub year: i32,
    /// The kind of report.
    pub report: DocumentKind,
    /// On the common scale.
    pub status: Status,
    /// Who made it and when, in words.
    pub said_by: String,
}

/// An edge of lineage.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EdgeEntry {
    /// What kind of thing continues: a goal or a goal area.
    pub kind: Lasting,
    /// The slug of what was.
    pub from: String,
    /// The slug of what came; none for what was dropped.
    #[serde(default)]
    pub to: Option<String>,
    /// How.
    pub relation: Relation,
    /// First year of what came.
    pub year: i32,
    /// Who says so.
    pub said_by: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

impl MunicipalityFile {
    /// Reads the text of the file. Otherwise: everything that is wrong with it, in order.
    pub fn parse(text: &str) -> Result<Self, Vec<Message>> {
        let file: MunicipalityFile = toml::from_str(text).map_err(|error| vec![not_toml(text, &error)])?;
        let problems = problems(&file);
        if problems.is_empty() { Ok(file) } else { Err(problems) }
    }

    /// A municipality of which only the name is known; the rest comes with its documents.
    pub fn named(name: &str) -> Self {
        MunicipalityFile {
            name: name.to_owned(),
            slug: slug(name),
            style: None,
            statistical_areas: Vec::new(),
            bodies: Vec::new(),
            goal_areas: Vec::new(),
            goals: Vec::new(),
            goal_statuses: Vec::new(),
            lineage: Vec::new(),
            rules: RuleSettings::default(),
        }
    }
}

impl From<&DecisionEntry> for Decision {
    fn from(entry: &DecisionEntry) -> Self {
        Decision {
            body: entry.body.clone(),
            decided_on: entry.decided_on,
            paragraph: entry.paragraph.clone(),
            case_number: entry.case_number.clone(),
            what: entry.what.clone(),
        }
    }
}

fn not_toml(text: &str, error: &toml::de::Error) -> Message {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    Message::new("municipality-file-unreadable").with("line", line).with("why", error.message())
}

fn day<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    let written = match toml::Value::deserialize(from)? {
        toml::Value::Datetime(date) => date.to_string(),
        toml::Value::String(text) => text,
        other => other.type_str().to_owned(),
    };
    written
        .parse()
        .map_err(|_| serde::de::Error::custom(format!("\"{written}\" is not a day such as 2024-11-18")))
}
