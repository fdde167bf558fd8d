//! "Fyra risker är höga: felaktiga utbetalningar, bristande dokumentation, …": a number and the list
//! that a sentence itself gives.

use crate::how_many::number;
use crate::prose::words;

/// How many a sentence announces and how many it lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enumerated {
    /// The words that announce it: "fyra risker".
    pub said: String,
    /// How many it says.
    pub number: usize,
    /// The fewest and the most things that the list can be read as.
    pub listed: (usize, usize),
}

/// Words by which a list is only a part of what is announced, or each of its parts a sentence.
const PARTLY: [&str; 11] =
    ["bland", "annat", "exempelvis", "exempel", "främst", "framför", "varav", "eller", "fler", "färre", "än"];

/// Words by which a thing of the list is told with a comma of its own.
const TOLD: [&str; 4] = ["som", "vilket", "där", "att"];

/// "Fem tjänster: tre stod vakanta och två blev det": the list counts what is announced.
fn counts_itself(list: &str) -> bool {
    let parts =
        list.split([',', '.']).flat_map(|part| part.split(" och ")).flat_map(|part| part.split(" samt "));
    let firsts = parts.filter_map(|part| words(part).into_iter().next());
    firsts.filter(|word| number(word).is_some()).count() > 1
}

/// So many words at most stand before the list.
const HEAD: usize = 14;

/// What a sentence announces, where its list is another number of things.
pub fn off(sentence: &str) -> Option<Enumerated> {
    let (head, list) = sentence.split_once(": ")?;
    let (before, told) = (words(head), words(list));
    let partly = before.iter().chain(&told).any(|word| PARTLY.contains(&word.as_str()));
    let told = told.iter().any(|word| TOLD.contains(&word.as_str())) || counts_itself(list);
    if told || list.contains([':', ';', '(']) || before.len() > HEAD || partly || !list.ends_with('.') {
        return None;
    }
    let mut numbers = before.iter().enumerate().filter_map(|(at, word)| Some((at, number(word)?)));
    let (at, number) = numbers.next()?;
    let plain_adjective = |word: &&String| !["nya", "egna", "olika", "stora", "små"].contains(&word.as_str());
    let noun = before[at + 1..].iter().find(plain_adjective)?;
    let plain =
        numbers.next().is_none() && (2..=12).contains(&number) && noun.len() > 3 && is_written(&before[at]);
    let listed = listed(list);
    let is_off = number < listed.0 || number > listed.1;
    (plain && listed.1 > 1 && is_off).then(|| Enumerated {
        said: format!("{} {noun}", before[at]),
        number,
        listed,
    })
}

/// Whether a number is a word: "3 mål: 4, 5 och 6" are names.
fn is_written(word: &str) -> bool {
    word.chars().all(char::is_alphabetic)
}

/// The fewest and the most things that a list can be read as: each "och" may join two things or be inside one.
fn listed(list: &str) -> (usize, usize) {
    let commas = list.matches(", ").count();
    let joins = [" och ", " samt "].iter().map(|word| list.matches(word).count()).sum::<usize>();
    let after_comma = [", och ", ", samt "].iter().map(|word| list.matches(word).count()).sum::<usize>();
    (commas + 1, commas + 1 + joins - after_comma)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_another_number_are_known() {
        for wrong in [
            "Fem risker bedöms som höga: felaktiga utbetalningar, bristande dokumentation, direktupphandling samt kontroll av entreprenörer.",
            "Arbetet sker på fyra orter: Norrby, Söderby och Västerby.",
            "Nämnden har tre enheter: drift, projekt, myndighet, stab och service.",
            "Sex skolor berörs: Lindskolan, Backaskolan, Norrskolan, Ekskolan och Ängskolan.",
        ] {
            assert!(off(wrong).is_some(), "{wrong}");
        }
    }

    #[test]
    fn lists_of_the_same_number_and_other_sentences_are_left_alone() {
        for right in [
            "Fyra risker bedöms som höga: felaktiga utbetalningar, bristande dokumentation, direktupphandling samt kontroll av entreprenörer.",
            "Arbetet sker på tre orter: Norrby, Söderby och Västerby.",
            "Två saker är viktiga: lokaler och att hitta personal.",
            "Tre områden: vård och omsorg, skola och förskola, gator.",
            "Fem frågor är viktiga, bland annat: lokaler och personal.",
            "Nämnden har tre mål: 4, 5, 6 och 7.",
            "Två av skolorna växer: Lindskolan, Backaskolan och Norrskolan.",
            "Budgeten omfattar elva fler än 2024: sju projektledare och fyra trainees.",
            "Fem tjänster är borta: tre stod vakanta och två innehavare gick i pension.",
            "Klockan tre öppnar lokalen: alla är välkomna.",
        ] {
            assert_eq!(off(right), None, "{right}");
        }
    }
}
