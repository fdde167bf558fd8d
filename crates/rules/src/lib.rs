//! The checker: one file and one page per rule, one table, pure functions.
//!
//! A rule gets the whole [`Picture`] and returns findings; it never stops the run, knows no
//! clock, no file and no other rule. [`ALL`] is the only list of rules: help, `explain` and
//! the tests walk it.
#![forbid(unsafe_code)]

mod acts;
mod aims;
mod alike;
mod all;
mod amounts;
mod archive;
mod body_names;
mod by_sex;
mod continued;
mod contributions;
mod counted_parts;
mod dated;
mod days;
mod each;
mod enumerated;
mod explained;
mod extremes;
mod fractions;
mod frame;
mod given_counts;
mod given_otherwise;
mod goal_lists;
mod habit;
mod headline;
mod how_many;
mod in_words;
mod indicator_holes;
mod judged_rows;
mod labelled;
mod levels;
mod light;
pub mod limits;
mod lines;
mod listed;
mod money;
mod month_series;
mod near_table;
mod numbered;
mod order_numbers;
mod order_states;
mod orders;
mod outcomes;
mod owed;
mod own_counts;
mod pairs;
mod part_rows;
mod parts_listed;
mod parts_told;
mod per_each;
mod place;
mod plain;
mod plan_years;
mod products;
mod promises;
mod prose;
mod rates;
pub mod relations;
mod remainders;
mod row_shares;
pub mod rule;
mod rules;
mod same_place;
mod same_rows;
pub mod seen;
mod sentence_runs;
pub mod settings;
mod shares;
mod signed_rows;
mod slip;
mod status_count;
mod status_table;
mod suppress;
mod tell;
mod term;
mod told;
mod told_apart;
mod totals_in_words;
mod two_words;
mod whose;
mod yearly;

pub use all::ALL;
pub use rule::Rule;

use rayon::prelude::*;
use seen::Seen;
use uppsikt_domain::picture::Picture;
use uppsikt_findings::finding::put_in_order;
use uppsikt_findings::{Family, Finding, SetAside};

/// Which rules are asked, by name, code or family. Empty `only`: all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only these.
    pub only: Vec<String>,
    /// Not these.
    pub skip: Vec<String>,
}

impl Selection {
    /// The rules that are asked, in the table's order.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> + '_ {
        let named = |names: &[String], rule: &Rule| names.iter().any(|name| rule.is_named(name));
        ALL.iter()
            .filter(move |rule| self.only.is_empty() || named(&self.only, rule))
            .filter(move |rule| !named(&self.skip, rule))
    }

    /// The names that no rule and no family has.
    pub fn unknown(&self) -> Vec<&str> {
        let names = self.only.iter().chain(&self.skip).map(String::as_str);
        names.filter(|name| !is_known(name)).collect()
    }
}

/// What a check gives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// What the rules point out, in the fixed order.
    pub findings: Vec<Finding>,
    /// What they point out and a document asks to be left out, in the same order.
    pub in_text: Vec<SetAside>,
}

/// Everything that the selected rules point out and that no document lets stand.
pub fn check(picture: &Picture, selection: &Selection) -> Vec<Finding> {
    check_all(picture, selection).findings
}

/// Everything that the selected rules point out. Rules are pure and run side by side; what the
/// municipality has set is held to afterwards. A rule that is off runs when `only` names it by itself.
pub fn check_all(picture: &Picture, selection: &Selection) -> Checked {
    let set = &picture.structure.rules;
    let is_asked_for = |rule: &Rule| selection.only.iter().any(|name| rule.is_called(name));
    let rules: Vec<&Rule> =
        selection.rules().filter(|rule| is_asked_for(rule) || !settings::is_off(set, rule)).collect();
    let seen = Seen::of(picture);
    // What a document has to hold is not asked of one whose kind is a guess.
    let documents = picture.documents.iter().filter(|document| document.guessed);
    let guessed: Vec<&str> = documents.map(|document| document.source.file.as_str()).collect();
    let asked = |rule: &&Rule| {
        let mut found = (rule.check)(&seen);
        settings::apply(set, rule, &mut found);
        if matches!(rule.about.family, Family::Law | Family::Structure) {
            found.retain(|finding| !guessed.contains(&finding.at.file.as_str()));
        }
        found
    };
    let mut findings: Vec<Finding> = rules.par_iter().flat_map_iter(asked).collect();
    put_in_order(&mut findings);
    suppress::settle(picture, findings, &rules)
}

/// Whether some rule or family has a name.
pub fn is_known(name: &str) -> bool {
    ALL.iter().any(|rule| rule.is_named(name))
}

/// The rule with a name ("change-column-off") or a code ("ARI-003", in any case).
pub fn rule(name_or_code: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.is_called(name_or_code))
}
