//! What belongs to one municipality and may be otherwise in the next: its words, its
//! scale, the lines of its statement.

use crate::assessment::Status;
use crate::words::Words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A word of the municipality's own scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusWord {
    /// As printed.
    pub word: String,
    /// What it is on the common scale.
    pub status: Status,
}

/// A line of the income statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementLine {
    /// A stable word ("total_income").
    pub key: String,
    /// The printed label.
    pub label: String,
    /// Other labels that mean the same line.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// The lines that add up to this one; a key with a leading "-" is subtracted.
    /// Empty: the line is no sum.
    #[serde(default)]
    pub sum_of: Vec<String>,
    /// Beginnings of words by which a text tells of the line without naming it ("hyr").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told_by: Vec<String>,
}

impl StatementLine {
    /// The keys of the lines that add up to this one, each with 1, or with -1 where it is subtracted.
    pub fn parts(&self) -> impl Iterator<Item = (&str, i64)> {
        self.sum_of.iter().map(|key| key.strip_prefix('-').map_or((key.as_str(), 1), |key| (key, -1)))
    }
}

/// How a municipality wants its rules: which are off, how grave, with what limits.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RuleSettings {
    /// Rules that are not asked, by name or code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub off: Vec<String>,
    /// Settings of one rule each, by its name or code.
    #[serde(flatten)]
    pub rules: BTreeMap<String, RuleSetting>,
}

/// How a municipality wants one rule.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RuleSetting {
    /// How grave the rule is here: "error", "warning" or "note".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// Its limits, by name ("most_words").
    #[serde(flatten)]
    pub limits: BTreeMap<String, i64>,
}

impl RuleSettings {
    /// These settings, and where they say nothing those of `under`.
    pub fn over(mut self, under: &RuleSettings) -> RuleSettings {
        self.off.extend(under.off.iter().cloned());
        for (rule, setting) in &under.rules {
            let own = self.rules.entry(rule.clone()).or_default();
            own.severity = own.severity.take().or_else(|| setting.severity.clone());
            for (limit, value) in &setting.limits {
                own.limits.entry(limit.clone()).or_insert(*value);
            }
        }
        self
    }

    /// Whether nothing is set.
    pub fn is_empty(&self) -> bool {
        self.off.is_empty() && self.rules.is_empty()
    }
}

/// A goal of the council as the municipality tells it, in some years.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CouncilGoal {
    /// The wording.
    pub name: String,
    /// First year, where it is known.
    #[serde(default)]
    pub from_year: Option<i32>,
    /// Last year, where it is known.
    #[serde(default)]
    pub to_year: Option<i32>,
    /// Names of the bodies that it is directed to. Empty: not known.
    #[serde(default)]
    pub directed_to: Vec<String>,
}

impl CouncilGoal {
    /// Whether the goal holds in a year.
    pub fn holds_in(&self, year: i32) -> bool {
        self.from_year.is_none_or(|from| from <= year) && self.to_year.is_none_or(|to| year <= to)
    }
}

/// What belongs to one municipality.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Structure {
    /// The scale, in the order in which it is shown.
    #[serde(default)]
    pub scale: Vec<StatusWord>,
    /// Other wordings that mean a value of the scale in running text ("enligt plan").
    #[serde(default)]
    pub status_phrases: Vec<StatusWord>,
    /// Words that turn a status into its opposite when they stand before it ("inte").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub denials: Vec<String>,
    /// Words that make "on track" partly so when they stand before it ("delvis").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub halves: Vec<String>,
    /// The lines of the statement, in order.
    #[serde(default)]
    pub statement: Vec<StatementLine>,
    /// The key of the line that is the committee's frame ("appropriation").
    #[serde(default)]
    pub frame_line: String,
    /// The key of the line that says whether the frame holds ("result").
    #[serde(default)]
    pub result_line: String,
    /// The key of the line that is the net cost.
    #[serde(default)]
    pub net_cost_line: String,
    /// Deviations above this many tkr are to be explained.
    #[serde(default)]
    pub deviation_threshold_tkr: Option<i64>,
    /// Limits of bodies that have one of their own, in tkr, by the body's name.
    #[serde(default)]
    pub deviation_thresholds_tkr: BTreeMap<String, i64>,
    /// How the municipality wants its rules.
    #[serde(default)]
    pub rules: RuleSettings,
    /// The council's goals, as far as the municipality's file tells them.
    #[serde(default)]
    pub council_goals: Vec<CouncilGoal>,
    /// The words by which rules know what a text tells.
    #[serde(default)]
    pub words: Words,
}

impl Structure {
    /// The first word of the scale for a status.
    pub fn word(&self, status: Status) -> Option<&str> {
        self.scale.iter().find(|word| word.status == status).map(|word| word.word.as_str())
    }

    /// The limit above which a body explains its deviations, in tkr.
    pub fn threshold_tkr(&self, body: &str) -> Option<i64> {
        self.deviation_thresholds_tkr.get(body).copied().or(self.deviation_threshold_tkr)
    }

    /// A line by its key.
    pub fn statement_line(&self, key: &str) -> Option<&StatementLine> {
        self.statement.iter().find(|line| line.key == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_over_others_win_where_they_say_something() {
        let setting = |severity: Option<&str>, limits: &[(&str, i64)]| RuleSetting {
            severity: severity.map(str::to_owned),
            limits: limits.iter().map(|(name, value)| (name.to_string(), *value)).collect(),
        };
        let settings = |off: &str, setting| RuleSettings {
            off: vec![off.to_owned()],
            rules: [("SPR-002".to_owned(), setting)].into(),
        };
        let under = settings("A", setting(Some("note"), &[("most_words", 40), ("least", 1)]));
        let both = settings("B", setting(None, &[("most_words", 50)])).over(&under);
        assert_eq!(both.off, ["B", "A"]);
        assert_eq!(both.rules["SPR-002"], setting(Some("note"), &[("most_words", 50), ("least", 1)]));
    }
}
