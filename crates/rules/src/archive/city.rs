//! Which municipality a document is of, as its title page and running heads tell.

use std::collections::BTreeSet;
use uppsikt_domain::document::{Document, LineRole};
use uppsikt_text::case::Lower;

/// The municipality of each document. A document that tells none is of the only one that the others
/// tell, or of the nameless one where no document tells any; where they tell several, nobody knows.
pub fn cities(documents: &[&Document]) -> Vec<Option<String>> {
    let told: Vec<Option<String>> = documents.iter().map(|document| told(document)).collect();
    let all: BTreeSet<&String> = told.iter().flatten().collect();
    let only = match all.len() {
        0 => Some(String::new()),
        1 => all.first().map(|city| (*city).clone()),
        _ => None,
    };
    told.iter().map(|city| city.clone().or_else(|| only.clone())).collect()
}

/// Words for a municipality after its name.
const KINDS: [&str; 4] = ["kommun", "stad", "kommuns", "stads"];

/// Words that are no municipality's name.
const NO_NAMES: [&str; 9] = ["vår", "en", "hela", "din", "er", "denna", "varje", "ny", "årets"];

/// The name that stands first on the title page or in a running head.
fn told(document: &Document) -> Option<String> {
    let body = document.body.as_ref().and_then(|body| named(&body.text));
    let heads = document
        .lines
        .iter()
        .filter(|line| matches!(line.role, LineRole::Title | LineRole::RunningHead))
        .find_map(|line| named(&line.text));
    body.or(heads)
}

/// "Norrviks kommun", "ÖSTRA VIKENS STAD": the name in lower case without its genitive.
fn named(line: &str) -> Option<String> {
    let words: Vec<&str> =
        line.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    let at = (1..words.len()).find(|at| KINDS.contains(&words[*at].lower().as_str()))?;
    let name = words[at - 1];
    let lower = name.lower();
    let is_name = name.starts_with(char::is_uppercase)
        && name.chars().all(|c| c.is_alphabetic() || c == '-')
        && !NO_NAMES.contains(&lower.as_str());
    is_name.then(|| lower.strip_suffix('s').unwrap_or(&lower).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_municipality_is_named_before_its_kind() {
        for (line, name) in [
            ("Norrviks kommun", Some("norrvik")),
            ("Budget 2031 för Norrviks kommun, sida 3", Some("norrvik")),
            ("NORRVIKS STAD", Some("norrvik")),
            ("Norrviks kommuns budget 2031", Some("norrvik")),
            ("Vår kommun", None),
            ("En trygg kommun", None),
            ("Kommunens budget", None),
        ] {
            assert_eq!(named(line).as_deref(), name, "{line}");
        }
    }
}
