//! The result that the summary of a report opens with: "Nämnden redovisar ett överskott på 4,1 mnkr."

use crate::prose::{Said, words};
use uppsikt_domain::document::Document;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::section::SectionKind;
use uppsikt_text::prose::Found;

const VERBS: [&str; 5] = ["redovisar", "visar", "får", "gör", "uppvisar"];
/// What may stand between the verb and what the amount is called.
const BETWEEN: [&str; 9] =
    ["ett", "för", "året", "år", "helåret", "preliminärt", "ekonomiskt", "totalt", "därmed"];
const CALLED: [&str; 3] = ["överskott", "underskott", "resultat"];

/// The committee's own result as the summary of its report tells it, and whether it is a surplus.
pub fn told<'f>(document: &Document, said: &'f Said<'_>) -> Option<(&'f Found, bool)> {
    let amount = said.figures.iter().find(|found| found.quantity.unit.is_money())?;
    let own = document.kind.is_report() && said.passage.is_in(SectionKind::Summary);
    let (before, after) =
        (&said.sentence[..amount.range.start], said.sentence[amount.range.end..].trim_start());
    let year = document.year?.to_string();
    let is_year = |word: &str| word.len() == 4 && word.starts_with("20") && word.parse::<i32>().is_ok();
    let others = words(said.sentence).iter().any(|word| is_year(word) && *word != year);
    let closes = after.starts_with(['.', ','])
        || ["mot budget", "jämfört med budget"].iter().any(|words| after.starts_with(words))
        || after.strip_prefix("för ").is_some_and(|rest| rest.starts_with(&year));
    let is_surplus = called(&words(before), &year, &amount.quantity)?;
    (own && closes && !others).then_some((amount, is_surplus))
}

/// "nämnden redovisar ett överskott på": whether that is what the words before an amount are, and which way it goes.
fn called(before: &[String], year: &str, amount: &Quantity) -> Option<bool> {
    let (joint, rest) = before.split_last()?;
    let (name, rest) = rest.split_last()?;
    let verb = rest.iter().position(|word| VERBS.contains(&word.as_str()))?;
    let subject = rest[..verb].last()?;
    let body = subject.ends_with("nämnden") || subject.ends_with("styrelsen");
    let between = rest[verb + 1..].iter().all(|word| BETWEEN.contains(&word.as_str()) || word == year);
    let told = ["på", "om", "med"].contains(&joint.as_str()) && CALLED.contains(&name.as_str());
    let is_surplus = match name.as_str() {
        "underskott" => false,
        "överskott" => true,
        _ => amount.mantissa > 0,
    };
    (told && body && between && verb <= 4).then_some(is_surplus)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uppsikt_domain::quantity::Unit;

    #[test]
    fn the_committees_own_result_is_told_by_its_verb() {
        let told = |text: &str| called(&words(text), "2031", &Quantity::new(-41, 1, Unit::Mkr));
        assert_eq!(told("Parknämnden redovisar ett överskott på"), Some(true));
        assert_eq!(told("Nämnden visar för 2031 ett underskott om"), Some(false));
        assert_eq!(told("Nämnden redovisar ett resultat på"), Some(false));
        for other in
            ["Stigarna visar ett överskott på", "Nämnden får för bryggorna ett underskott på", "Nämnden har"]
        {
            assert_eq!(told(other), None, "{other}");
        }
    }
}
