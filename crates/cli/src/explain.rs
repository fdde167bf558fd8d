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
            output::result(rule.about.page(lang));
            Outcome::Done
        }
        None => {
            output::tell(&Message::new("cli-rule-unknown").with("rule", name.as_str()), lang);
            Outcome::Unusable
        }
    }
}

fn list(lang: Lang) -> String {
    let line = |rule: &uppsikt_rules::Rule| {
        format!("{}  {:<32} {}\n", rule.about.code, rule.about.name, rule.about.title(lang))
    };
    uppsikt_rules::ALL.iter().map(line).collect()
}
