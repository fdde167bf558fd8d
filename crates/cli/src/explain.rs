//! `uppsikt explain RULE`: a rule's page, or the list of all rules.

use crate::{Outcome, output};
use clap::ArgMatches;
use uppsikt_messages::{Lang, Message};

/// Prints the page of the named rule; without a name, all rules.
pub fn run(given: &ArgMatches, lang: Lang) -> Outcome {
    let Some(name) = given.get_one::<String>("rule") else {
        output::result(&list(lang));
        return Outcome::Done;
    };
    match uppsikt_rules::rule(name) {
        Some(rule) => {
            output::result(&(rule.about.page(lang).to_owned() + &limits(rule, lang)));
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

fn list(lang: Lang) -> String {
    let line = |rule: &uppsikt_rules::Rule| {
        format!("{}  {:<32} {}\n", rule.about.code, rule.about.name, rule.about.title(lang))
    };
    uppsikt_rules::ALL.iter().map(line).collect()
}
