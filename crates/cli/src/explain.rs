//! `uppsikt explain RULE`: a rule's page, or the list of all rules or of a family's.

use crate::{Outcome, output};
use clap::ArgMatches;
use uppsikt_messages::{Lang, Message};

/// Prints the page of the named rule, or the rules of the named family; without a name, all rules.
pub fn run(given: &ArgMatches, lang: Lang) -> Outcome {
    let Some(name) = given.get_one::<String>("rule") else {
        output::result(&list(lang, |_| true));
        return Outcome::Done;
    };
    match uppsikt_rules::rule(name) {
        Some(rule) => {
            output::result(&(rule.about.page(lang).to_owned() + &limits(rule, lang)));
            Outcome::Done
        }
        None if uppsikt_rules::is_known(name) => {
            output::result(&list(lang, |rule| rule.is_named(name)));
            Outcome::Done
        }
        None => {
            output::tell(&uppsikt_rules::settings::unknown(name), lang);
            Outcome::Unusable
        }
    }
}

/// The limits of a rule that a municipality may set; nothing where there is none.
fn limits(rule: &uppsikt_rules::Rule, lang: Lang) -> String {
    let told = |limit: &uppsikt_rules::limits::Limit| {
        let unit = Message::new(limit.counts.key()).in_lang(lang);
        format!("- `{}`: {} {unit} ({}–{})\n", limit.name, limit.standard, limit.within.0, limit.within.1)
    };
    let all: String = uppsikt_rules::limits::of(rule.about.name).map(told).collect();
    let head = Message::new("limit-head").in_lang(lang);
    if all.is_empty() { all } else { format!("\n## {head}\n\n{all}") }
}

/// A line for each of the rules that are asked for.
fn list(lang: Lang, is_asked: impl Fn(&uppsikt_rules::Rule) -> bool) -> String {
    let line = |rule: &uppsikt_rules::Rule| {
        format!("{}  {:<32} {}\n", rule.about.code, rule.about.name, rule.about.title(lang))
    };
    uppsikt_rules::ALL.iter().filter(|rule| is_asked(rule)).map(line).collect()
}
