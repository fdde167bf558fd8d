//! Costs above budget and income above budget, and what is left of the two: "kostnaderna överskrider budgeten med
//! 3,4 mkr medan intäkterna är 2,1 mkr högre. Sammantaget blir det ett underskott på 1,3 mkr".

use crate::in_words::{By, FromTo};
use crate::levels::Change;
use crate::numbered::Numbered;
use crate::prose::words;
use uppsikt_text::prose::Found;

/// Beginnings of words for more and for less than the budget.
const MORE: [&str; 5] = ["överskrid", "överstig", "översteg", "högre", "mer"];
const LESS: [&str; 5] = ["underskrid", "understig", "understeg", "lägre", "mindre"];

/// Words that say that an amount is what the others give together.
const TOGETHER: [&str; 9] = [
    "eftersom",
    "redovisar",
    "sammantaget",
    "totalt",
    "sammanlagt",
    "därmed",
    "alltså",
    "netto",
    "tillsammans",
];

/// The difference of two contributions that go each its way, where they are all that is told beside it.
pub fn change(now: &Numbered<'_>, before: Option<&Numbered<'_>>) -> Option<Change> {
    let told = words(now.sentence);
    if !told.iter().any(|word| TOGETHER.contains(&word.as_str())) {
        return None;
    }
    let earlier = before.filter(|_| now.counts.len() == 1);
    let all: Vec<(String, &Found)> = earlier.into_iter().chain([now]).flat_map(stretches).collect();
    let [(one, a), (other, b), (last, amount)] = all.as_slice() else { return None };
    let sound = [a, b, amount].iter().all(|it| it.quantity.unit.is_money() && it.quantity.mantissa > 0);
    let names =
        words(last).iter().any(|word| ["överskott", "underskott", "resultat"].contains(&word.as_str()));
    let opposite = is_better(one)? != is_better(other)?;
    let levels = FromTo { from: (*a).clone(), to: (*b).clone(), direction: None };
    let by = By { amount: (*amount).clone(), points: false };
    (sound && names && opposite).then_some(Change { levels, by })
}

/// The amounts of a sentence, each with the words of its own part of it.
fn stretches<'n>(numbered: &'n Numbered<'_>) -> Vec<(String, &'n Found)> {
    let mut from = 0;
    let mut found = Vec::new();
    for (at, count) in numbered.counts.iter().enumerate() {
        let next = numbered.counts.get(at + 1).map_or(numbered.sentence.len(), |next| next.range.start);
        let rest = &numbered.sentence[count.range.end..next];
        let parted = [" medan ", " och ", " men ", ", "].iter().filter_map(|part| rest.find(part)).min();
        let until = count.range.end + parted.unwrap_or(rest.len());
        found.push((numbered.sentence[from..until].to_owned(), count));
        from = until;
    }
    found
}

/// Whether a part of a sentence makes the result better. None where it does not say.
fn is_better(part: &str) -> Option<bool> {
    let told = words(part);
    let is = |stems: &[&str]| told.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    let more = match (is(&MORE), is(&LESS)) {
        (true, false) => true,
        (false, true) => false,
        _ => return None,
    };
    match (is(&["intäkt"]), told.iter().any(|word| word.contains("kostnad"))) {
        (true, false) => Some(more),
        (false, true) => Some(!more),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbered::{in_turn, of_text};

    fn told(text: &str) -> Option<String> {
        let all = of_text(text);
        in_turn(&all).find_map(|(now, before)| change(now, before)).map(|it| it.by.amount.quantity.plain())
    }

    #[test]
    fn contributions_that_go_each_its_way_leave_their_difference() {
        let text = "Kostnaderna överskrider budget med 3,4 mkr medan intäkterna är 2,1 mkr högre. Sammantaget blir det ett underskott på 5,5 mkr.";
        assert_eq!(told(text), Some("5.5".to_owned()));
        for other in [
            "Kostnaderna överskrider budget med 3,4 mkr och intäkterna är 2,1 mkr lägre. Sammantaget blir det ett underskott på 5,5 mkr.",
            "Kostnaderna överskrider budget med 3,4 mkr. Sammantaget blir det ett underskott på 5,5 mkr.",
        ] {
            assert_eq!(told(other), None, "{other}");
        }
    }
}
