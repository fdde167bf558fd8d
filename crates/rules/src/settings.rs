//! How a municipality wants its rules: whether what it says can be used, and what it does.

use crate::rule::Rule;
use crate::{ALL, limits};
use uppsikt_domain::structure::{RuleSetting, RuleSettings};
use uppsikt_findings::{Finding, Severity};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// Everything in the settings that cannot be used, in order.
pub fn problems(settings: &RuleSettings) -> Vec<Message> {
    let off = settings.off.iter().filter(|name| !crate::is_known(name)).map(|name| unknown(name));
    let mut found: Vec<Message> = off.collect();
    for (name, setting) in &settings.rules {
        match crate::rule(name) {
            None => found.push(unknown(name)),
            Some(rule) => found.extend(problems_of(rule, setting)),
        }
    }
    found
}

fn problems_of(rule: &Rule, setting: &RuleSetting) -> Vec<Message> {
    let about = |key| Message::new(key).with("rule", rule.about.code);
    let severity = setting.severity.as_deref().filter(|word| *word != OFF && severity(word).is_none());
    let mut found: Vec<Message> =
        severity.into_iter().map(|word| about("rules-setting-severity").with("found", word)).collect();
    for (name, value) in &setting.limits {
        match limits::of(rule.about.name).find(|limit| limit.name == name) {
            None => found.push(about("rules-setting-limit").with("found", name).with("known", known(rule))),
            Some(limit) if !(limit.within.0..=limit.within.1).contains(value) => {
                let bounds = about("rules-setting-bounds").with("limit", name).with("found", *value);
                found.push(bounds.with("least", limit.within.0).with("most", limit.within.1));
            }
            Some(_) => {}
        }
    }
    found
}

fn known(rule: &Rule) -> String {
    let names = limits::of(rule.about.name).map(|limit| limit.name);
    std::iter::once("severity").chain(names).collect::<Vec<_>>().join(", ")
}

/// That no rule has a name, and which one comes nearest.
pub fn unknown(name: &str) -> Message {
    let near = nearest(name);
    Message::new("rules-unknown")
        .with("rule", name)
        .with("code", near.about.code)
        .with("name", near.about.name)
}

/// The rule whose name or code is most like some words.
pub fn nearest(words: &str) -> &'static Rule {
    let asked = words.trim().lower().replace('_', "-");
    ALL.iter().min_by_key(|rule| distance(&asked, rule)).unwrap_or(&ALL[0])
}

/// How many letters part some words from a rule's code or name, in whatever order its words come.
fn distance(asked: &str, rule: &Rule) -> usize {
    let far = |one: &str, other: &str| strsim::damerau_levenshtein(one, other);
    let sorted = |name: &str| {
        let mut words: Vec<&str> = name.split('-').collect();
        words.sort_unstable();
        words.join("-")
    };
    let (name, code) = (rule.about.name, rule.about.code.lower());
    far(asked, &code).min(far(asked, name)).min(far(&sorted(asked), &sorted(name)))
}

fn severity(word: &str) -> Option<Severity> {
    Severity::ALL.into_iter().find(|severity| severity.code() == word)
}

/// The word for a rule that is not asked, in the place of how grave it is.
const OFF: &str = "off";

/// Whether a rule is off: it or its family is listed so, or its severity is.
pub fn is_off(settings: &RuleSettings, rule: &Rule) -> bool {
    let own = settings.rules.iter().filter(|(name, _)| rule.is_called(name));
    settings.off.iter().any(|name| rule.is_named(name))
        || own.into_iter().any(|(_, setting)| setting.severity.as_deref() == Some(OFF))
}

/// How grave the municipality wants a rule. `None`: as the rule itself holds it.
pub fn severity_of(settings: &RuleSettings, rule: &Rule) -> Option<Severity> {
    let mut own = settings.rules.iter().filter(|(name, _)| rule.is_called(name));
    own.find_map(|(_, setting)| severity(setting.severity.as_deref()?))
}

/// Gives a rule's findings the gravity that the municipality wants. What the rule holds less
/// grave than it can be never becomes graver than that.
pub(crate) fn apply(settings: &RuleSettings, rule: &Rule, findings: &mut [Finding]) {
    let Some(wanted) = severity_of(settings, rule) else { return };
    for finding in findings {
        let surely = finding.severity <= rule.about.severity;
        finding.severity = if surely { wanted } else { finding.severity.max(wanted) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uppsikt_messages::Lang;

    fn settings(toml: &str) -> RuleSettings {
        let style = format!("[rules]\n{toml}\n");
        uppsikt_reading::HouseStyle::from_toml(&style).unwrap().rules
    }

    #[test]
    fn what_cannot_be_used_is_told_with_the_nearest_rule() {
        let told = |toml: &str| {
            problems(&settings(toml)).iter().map(|it| it.in_lang(Lang::En)).collect::<Vec<_>>().join("\n")
        };
        assert_eq!(
            told(
                "off = [\"SPR-001\", \"ari-003\"]\nlong-sentence = { severity = \"warning\", most_words = 40 }"
            ),
            ""
        );
        assert!(told("off = [\"ARI-0O3\"]").contains("ARI-003"), "{}", told("off = [\"ARI-0O3\"]"));
        assert!(told("off = [\"change-colum-off\"]").contains("change-column-off"));
        assert!(told("sentence-long = { most_words = 40 }").contains("long-sentence"));
        assert_eq!(nearest("long-sentense").about.code, "SPR-002");
        assert!(told("SPR-002 = { severity = \"hard\" }").contains("error, warning"));
        assert!(told("SPR-002 = { words = 40 }").contains("most_words"));
        assert!(told("SPR-002 = { most_words = 4000 }").contains("200"));
    }

    #[test]
    fn a_guess_never_becomes_graver_than_the_rule_holds_it() {
        let rule = crate::rule("ARI-003").unwrap();
        let finding = |severity| {
            let at = uppsikt_findings::FindingPlace {
                file: String::new(),
                span: Default::default(),
                shown: Default::default(),
            };
            Finding { severity, ..rule.about.finding(at, Message::default()) }
        };
        let become_under = |wanted: &str| {
            let mut found = [finding(Severity::Error), finding(Severity::Warning), finding(Severity::Note)];
            apply(&settings(&format!("ARI-003 = {{ severity = \"{wanted}\" }}")), rule, &mut found);
            found.map(|it| it.severity)
        };
        assert_eq!(become_under("error"), [Severity::Error, Severity::Warning, Severity::Note]);
        assert_eq!(become_under("warning"), [Severity::Warning, Severity::Warning, Severity::Note]);
        assert_eq!(become_under("note"), [Severity::Note; 3]);
    }
}
