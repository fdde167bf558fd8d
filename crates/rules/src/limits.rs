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
    /// Thousandths of something: how alike two wordings are, how far an amount has moved.
    Permille,
    /// Thousands of kronor.
    Tkr,
    /// Letters of a text.
    Letters,
    /// Sentences of a text.
    Sentences,
    /// Others of the same document that make a habit.
    Others,
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
            Counts::Permille => "limit-permille",
            Counts::Tkr => "limit-tkr",
            Counts::Letters => "limit-letters",
            Counts::Sentences => "limit-sentences",
            Counts::Others => "limit-others",
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

const fn of_rule(
    rule: &'static str,
    name: &'static str,
    counts: Counts,
    standard: i64,
    within: (i64, i64),
) -> Limit {
    Limit { rule, name, counts, standard, within }
}

/// Every limit, by rule.
pub const LIMITS: &[Limit] = &[
    of_rule("deviation-unexplained", "threshold_tkr", Counts::Tkr, 500, (1, 10_000_000)),
    of_rule("deficit-without-action", "threshold_tkr", Counts::Tkr, 500, (1, 10_000_000)),
    of_rule("forecast-differs", "moved_permille", Counts::Permille, 10, (1, 500)),
    of_rule("goal-reworded", "alike_permille", Counts::Permille, 450, (200, 1_000)),
    of_rule("goal-wording-differs", "alike_permille", Counts::Permille, 880, (600, 1_000)),
    of_rule("goal-not-covered", "alike_permille", Counts::Permille, 600, (200, 1_000)),
    of_rule("goal-not-reported", "alike_permille", Counts::Permille, 500, (200, 1_000)),
    of_rule("assessment-copied", "alike_permille", Counts::Permille, 900, (600, 1_000)),
    of_rule("assessment-without-reason", "least_words", Counts::Words, 4, (1, 200)),
    of_rule("indicator-without-baseline", "least_others", Counts::Others, 3, (1, 50)),
    of_rule("indicator-without-target", "least_others", Counts::Others, 3, (1, 50)),
    of_rule("indicator-without-unit", "least_others", Counts::Others, 3, (1, 50)),
    of_rule("indicator-without-day", "least_others", Counts::Others, 3, (1, 50)),
    of_rule("indicator-without-source", "least_others", Counts::Others, 3, (1, 50)),
    of_rule("indicator-not-by-sex", "least_others", Counts::Others, 3, (1, 50)),
    of_rule("duplicate-paragraph", "least_letters", Counts::Letters, 160, (40, 2_000)),
    of_rule("duplicate-paragraph", "least_letters_of_goal", Counts::Letters, 90, (40, 2_000)),
    of_rule("duplicate-paragraph", "alike_permille", Counts::Permille, 920, (700, 1_000)),
    of_rule("name-spelled-otherwise", "alike_permille", Counts::Permille, 880, (700, 1_000)),
    of_rule("year-left-behind", "least_letters", Counts::Letters, 60, (20, 2_000)),
    of_rule("heavy-sentence", "least_lix", Counts::Lix, 62, (40, 120)),
    of_rule("heavy-sentence", "least_words", Counts::Words, 18, (5, 200)),
    of_rule("heavy-sentence", "most_findings", Counts::Findings, 2, (1, 100)),
    of_rule("long-sentence", "most_words", Counts::Words, 60, (20, 200)),
    of_rule("abbreviation-unexplained", "least_times", Counts::Times, 2, (1, 50)),
    of_rule("section-hard-to-read", "least_lix", Counts::Lix, 68, (40, 120)),
    of_rule("section-hard-to-read", "least_words", Counts::Words, 200, (50, 5_000)),
    of_rule("harder-than-last-year", "least_more", Counts::Lix, 5, (1, 60)),
    of_rule("harder-than-last-year", "least_words", Counts::Words, 300, (50, 10_000)),
    of_rule("passive-heavy", "most_percent", Counts::Percent, 60, (10, 100)),
    of_rule("passive-heavy", "least_sentences", Counts::Sentences, 12, (3, 500)),
];

/// The limits of a rule.
pub fn of(rule: &str) -> impl Iterator<Item = &'static Limit> + '_ {
    LIMITS.iter().filter(move |limit| limit.rule == rule)
}

/// What a limit is in a municipality: as set, within what can be set, else as standard.
pub fn limit(structure: &Structure, rule: &'static str, name: &str) -> usize {
    let Some(known) = of(rule).find(|limit| limit.name == name) else { return 0 };
    let common = structure.deviation_threshold_tkr.filter(|_| known.counts == Counts::Tkr);
    let value = set(structure, rule, name).or(common).unwrap_or(known.standard);
    usize::try_from(value.clamp(known.within.0, known.within.1)).unwrap_or_default()
}

/// The same for how alike wordings are.
pub(crate) fn permille(structure: &Structure, rule: &'static str, name: &str) -> u16 {
    u16::try_from(limit(structure, rule, name)).unwrap_or(u16::MAX)
}

/// What a municipality has set a limit to.
pub(crate) fn set(structure: &Structure, rule: &'static str, name: &str) -> Option<i64> {
    let called = crate::rule(rule)?;
    let mut set = structure.rules.rules.iter().filter(|(key, _)| called.is_called(key));
    set.find_map(|(_, setting)| setting.limits.get(name).copied())
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
