//! A house style: the words in which a municipality writes its documents, as data.
//!
//! `styles/standard.toml` holds the common Swedish ones; a municipality's own file states
//! only what differs. Its lists are put before the standard ones, or in their place where
//! `replaces` names them.

mod faults;
mod words;

use crate::error::StyleError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use toml::{Table, Value};
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::section::SectionKind;
use uppsikt_domain::structure::{RuleSettings, StatusWord, Structure};

pub use words::{
    AssignmentWords, CaseWords, ColumnWords, ContentsWords, GoalTableWords, GoalWords, HeadWords,
    IndicatorWords, OutlineWords, PriorityWords, ProseWords, ReferenceWords, StatusWords, TableWords,
    TitleWords,
};

const STANDARD: &str = include_str!("../styles/standard.toml");

/// A house style. See `styles/standard.toml` for what each list means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HouseStyle {
    /// The style's name, for messages.
    pub name: String,
    /// Dotted names of lists that replace the standard ones.
    #[serde(default)]
    pub replaces: Vec<String>,
    /// Titles per kind of document.
    pub documents: BTreeMap<DocumentKind, Vec<String>>,
    /// Words that the titles of the municipality's own documents are made of.
    pub titles: TitleWords,
    /// Running heads and the names of bodies.
    pub heads: HeadWords,
    /// The table of contents.
    pub contents: ContentsWords,
    /// Headings per kind of section.
    pub headings: BTreeMap<SectionKind, Vec<String>>,
    /// Headings that only hold others together.
    pub outline: OutlineWords,
    /// Goals and goal areas.
    pub goals: GoalWords,
    /// Assignments.
    pub assignments: AssignmentWords,
    /// Words that say how it goes.
    pub status: StatusWords,
    /// Tables whose rows are goals.
    pub goal_tables: GoalTableWords,
    /// Indicators.
    pub indicators: IndicatorWords,
    /// Priorities.
    pub priorities: PriorityWords,
    /// Tables.
    pub tables: TableWords,
    /// Column headings.
    pub columns: ColumnWords,
    /// Figures in running text.
    pub prose: ProseWords,
    /// References in running text.
    pub references: ReferenceWords,
    /// Cases.
    pub case: CaseWords,
    /// The scale, the statement's lines, the limits.
    pub structure: Structure,
    /// Rules that are off, of another gravity or with limits of the municipality's own.
    #[serde(default)]
    pub rules: RuleSettings,
}

/// The standard style, parsed once. `styles/standard.toml` is part of the program and a
/// test reads it, so the fallback is never met.
static PARSED: LazyLock<Result<(Table, HouseStyle), StyleError>> = LazyLock::new(|| {
    let table: Table = STANDARD.parse().map_err(|error| faults::of_text(STANDARD, &error))?;
    let style = Value::Table(table.clone()).try_into();
    let style = style.map_err(|error| faults::of_values(STANDARD, &error))?;
    Ok((table, style))
});

impl HouseStyle {
    /// The common Swedish style.
    ///
    /// # Panics
    /// Never: the file is part of the program and tested.
    pub fn standard() -> Self {
        match &*PARSED {
            Ok((_, style)) => style.clone(),
            Err(error) => unreachable!("styles/standard.toml: {error}"),
        }
    }

    /// The standard style with what a municipality's own file states instead or in addition.
    ///
    /// # Errors
    /// When the text is no TOML, names something that no style has, or holds a wrong type.
    pub fn from_toml(text: &str) -> Result<Self, StyleError> {
        let own: Table = text.parse().map_err(|error| faults::of_text(text, &error))?;
        let mut merged = PARSED.as_ref().map_err(Clone::clone)?.0.clone();
        let replaces = own.get("replaces").and_then(Value::as_array).cloned().unwrap_or_default();
        let replaces: Vec<&str> = replaces.iter().filter_map(Value::as_str).collect();
        merge(&mut merged, own, "", &replaces);
        Value::Table(merged).try_into().map_err(|error| faults::of_values(text, &error))
    }

    /// What belongs to the municipality: its scale, its statement, its limits.
    pub fn structure(&self) -> Structure {
        let phrases = self.status.pairs().map(|(word, status)| StatusWord { word: word.to_owned(), status });
        Structure {
            status_phrases: phrases.collect(),
            denials: self.status.denials.clone(),
            halves: self.status.halves.clone(),
            rules: self.rules.clone(),
            ..self.structure.clone()
        }
    }
}

/// Tables are merged, lists put before the standard ones, everything else replaced.
fn merge(base: &mut Table, own: Table, path: &str, replaces: &[&str]) {
    for (key, value) in own {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        let replaced = replaces.contains(&path.as_str());
        match (base.get_mut(&key), value) {
            (Some(Value::Table(base)), Value::Table(own)) => {
                if replaced {
                    empty_lists(base);
                }
                merge(base, own, &path, replaces);
            }
            (Some(Value::Array(base)), Value::Array(own)) if !replaced => put_before(base, own),
            (_, value) => {
                base.insert(key, value);
            }
        }
    }
}

/// Puts a list before another. What has the key of something that is there (a line of the
/// statement) changes that: its synonyms come before, everything else in its place.
fn put_before(base: &mut Vec<Value>, own: Vec<Value>) {
    let mut before = Vec::new();
    for value in own {
        let key = value.get("key").cloned();
        let held = base.iter_mut().find(|held| key.is_some() && held.get("key") == key.as_ref());
        match (held, value) {
            (Some(Value::Table(held)), Value::Table(own)) => change(held, own),
            (_, value) => before.push(value),
        }
    }
    before.append(base);
    *base = before;
}

fn change(held: &mut Table, own: Table) {
    for (key, value) in own {
        match (held.get_mut(&key), value) {
            (Some(Value::Array(held)), Value::Array(mut own)) if key == "synonyms" => {
                own.append(held);
                *held = own;
            }
            (_, value) => {
                held.insert(key, value);
            }
        }
    }
}

fn empty_lists(table: &mut Table) {
    for (_, value) in table.iter_mut() {
        match value {
            Value::Array(list) => list.clear(),
            Value::Table(inner) => empty_lists(inner),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_style_is_sound() {
        let style = HouseStyle::standard();
        assert_eq!(style.structure.statement.len(), 17);
        assert_eq!(style.structure.frame_line, "appropriation");
        for line in &style.structure.statement {
            for part in &line.sum_of {
                assert!(style.structure.statement_line(part.trim_start_matches('-')).is_some(), "{part}");
            }
        }
    }

    #[test]
    fn a_style_file_states_only_what_differs() {
        let own = "name = \"Ekby\"\n[headings]\nsummary = [\"Kort sagt\"]\n";
        let style = HouseStyle::from_toml(own).unwrap();
        let summary = &style.headings[&SectionKind::Summary];
        assert_eq!(summary[0], "Kort sagt");
        assert!(summary.len() > 3);
        assert_eq!(style.name, "Ekby");
    }

    #[test]
    fn a_style_file_may_replace_a_list() {
        let own = "replaces = [\"goals.goal\", \"status\"]\n[goals]\ngoal = [\"Löfte {n}: {name}\"]\n[status]\non_track = [\"bra\"]\n";
        let style = HouseStyle::from_toml(own).unwrap();
        assert_eq!(style.goals.goal, ["Löfte {n}: {name}"]);
        assert_eq!(style.status.on_track, ["bra"]);
        assert!(style.status.off_track.is_empty());
    }

    #[test]
    fn a_line_that_is_there_gets_other_words() {
        let own = "[[structure.statement]]\nkey = \"grants\"\nsynonyms = [\"Statligt stöd\"]\n";
        let (style, standard) = (HouseStyle::from_toml(own).unwrap(), HouseStyle::standard());
        assert_eq!(style.structure.statement.len(), standard.structure.statement.len());
        let line = style.structure.statement_line("grants").unwrap();
        assert_eq!((line.label.as_str(), line.synonyms[0].as_str()), ("Bidrag", "Statligt stöd"));
        assert_eq!(
            line.synonyms.len(),
            standard.structure.statement_line("grants").unwrap().synonyms.len() + 1
        );
    }

    #[test]
    fn a_style_file_says_how_rules_are_wanted() {
        let own = "[rules]\noff = [\"SPR-001\"]\n\"AVV-001\" = { severity = \"note\" }\nlong-sentence = { most_words = 40 }\n";
        let rules = HouseStyle::from_toml(own).unwrap().structure().rules;
        assert_eq!(rules.off, ["SPR-001"]);
        assert_eq!(rules.rules["AVV-001"].severity.as_deref(), Some("note"));
        assert_eq!(rules.rules["long-sentence"].limits["most_words"], 40);
    }

    #[test]
    fn a_misspelt_word_in_a_style_file_is_told() {
        let error = HouseStyle::from_toml("[headings]\nsumary = []\n").unwrap_err();
        assert_eq!(error.at, Some((2, 1)), "{error}");
        assert!(HouseStyle::from_toml("= = =").is_err());
    }
}
