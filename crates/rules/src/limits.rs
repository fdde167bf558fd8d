//! Limits of rules that a municipality may set, by name, with the unit last.

use uppsikt_domain::structure::Structure;

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    /// Words of a sentence or a passage.
    Words,
    /// Readability as LIX.
    Lix,
    /// Findings in one document.
    Findings,
    /// How often something stands in a document.
    Times,
    /// Per cent of something.
    Percent,
}

impl Counts {
    /// The key of the unit's word.
    pub fn key(self) -> &'static str {
        match self {
            Counts::Words => "limit-words",
            Counts::Lix => "limit-lix",
            Counts::Findings => "limit-findings",
            Counts::Times => "limit-times",
            Counts::Percent => "limit-percent",
        }
    }
}

/// A limit of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The rule's name.
    pub rule: &'static str,
    /// The limit's name ("most_words").
    pub name: &'static str,
    /// What it counts.
    pub counts: Counts,
    /// What it is where nothing is set.
    pub standard: i64,
    /// The smallest and the largest that can be set.
    pub within: (i64, i64),
}

/// Every limit, by rule.
pub const LIMITS: &[Limit] = &[
    Limit {
        rule: "assessment-without-reason",
        name: "least_words",
        counts: Counts::Words,
        standard: 4,
        within: (1, 200),
    },
    Limit { rule: "heavy-sentence", name: "least_lix", counts: Counts::Lix, standard: 62, within: (40, 120) },
    Limit {
        rule: "heavy-sentence",
        name: "most_findings",
        counts: Counts::Findings,
        standard: 2,
        within: (1, 100),
    },
    Limit {
        rule: "long-sentence",
        name: "most_words",
        counts: Counts::Words,
        standard: 60,
        within: (20, 200),
    },
    Limit {
        rule: "abbreviation-unexplained",
        name: "least_times",
        counts: Counts::Times,
        standard: 2,
        within: (1, 50),
    },
    Limit {
        rule: "section-hard-to-read",
        name: "least_lix",
        counts: Counts::Lix,
        standard: 68,
        within: (40, 120),
    },
    Limit {
        rule: "harder-than-last-year",
        name: "least_more",
        counts: Counts::Lix,
        standard: 5,
        within: (1, 60),
    },
    Limit {
        rule: "passive-heavy",
        name: "most_percent",
        counts: Counts::Percent,
        standard: 60,
        within: (10, 100),
    },
];

/// The limits of a rule.
pub fn of(rule: &str) -> impl Iterator<Item = &'static Limit> + '_ {
    LIMITS.iter().filter(move |limit| limit.rule == rule)
}

/// What a limit is in a municipality: as set, within what can be set, else as standard.
pub fn limit(structure: &Structure, rule: &'static str, name: &str) -> usize {
    let Some(known) = of(rule).find(|limit| limit.name == name) else { return 0 };
    let called = crate::rule(rule);
    let mut set = structure.rules.rules.iter().filter(|(key, _)| called.is_some_and(|it| it.is_called(key)));
    let set = set.find_map(|(_, setting)| setting.limits.get(name).copied());
    let value = set.unwrap_or(known.standard).clamp(known.within.0, known.within.1);
    usize::try_from(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uppsikt_domain::structure::RuleSetting;

    #[test]
    fn every_limit_belongs_to_a_rule_and_its_standard_can_be_set() {
        for limit in LIMITS {
            assert!(crate::rule(limit.rule).is_some(), "{}", limit.rule);
            assert!((limit.within.0..=limit.within.1).contains(&limit.standard), "{}", limit.name);
        }
    }

    #[test]
    fn a_limit_is_found_by_name_and_by_code_and_kept_within_reason() {
        for (key, set, is) in
            [("long-sentence", 40, 40), ("spr-002", 30, 30), ("SPR-002", 5, 20), ("SPR-001", 40, 60)]
        {
            let mut structure = Structure::default();
            let setting =
                RuleSetting { limits: [("most_words".to_owned(), set)].into(), ..RuleSetting::default() };
            structure.rules.rules.insert(key.to_owned(), setting);
            assert_eq!(limit(&structure, "long-sentence", "most_words"), is, "{key}");
        }
    }
}
