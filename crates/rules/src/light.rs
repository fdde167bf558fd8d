//! Whether words bring anything new: small words, words of change and of time do not, and neither do
//! words that stand before them.
//!
//! "Antalet elever ökade från 240 till 265. Elevantalet har alltså ökat med 25" tells of one thing,
//! "… Antalet flickor har ökat med 12" of two.

use crate::in_words::way;

/// Small words, which say nothing of what an amount is of.
const SMALL: &str = "en ett den det de dem denna detta dessa dess deras sin sitt sina som vilket vilken vilka alltså vill säga \
    dvs d.v.s därmed således därför då nu också är var vara varit blir blev bli blivit har hade haft ha ger gav innebär \
    innebar motsvarar motsvarade motsvarande utgör utgjorde uppgår uppgick uppgå till med på om av och samt eller i under \
    för från sedan att ligger låg landar landade hamnar hamnade stannar stannade beräknas väntas bedöms \
    räknat totalt sammanlagt tillsammans sammantaget hela cirka ca drygt knappt nästan närmare omkring ungefär runt \
    procent procentenheter procentenhet antal antalet andel andelen siffra siffran värde värdet nivå nivån belopp beloppet \
    summa summan skillnad skillnaden avvikelse avvikelsen förbättring försämring uppgång uppgången nedgång nedgången förändring förändringen differens differensen ändring ändringen finns fanns \
    vid per kr kronor tkr mkr mnkr miljoner tusen stycken st";

/// Words of time.
const TIMES: &str = "år året årets åren idag dag slutet början utgången \
    årsskiftet ingången perioden periodens våren hösten sommaren vintern halvåret tertialet kvartalet månad månaden månader samma tid \
    tidpunkt januari februari mars april maj juni juli augusti september oktober november december";

/// Words that set a time or an amount against another.
const COMPARING: &str = "jämfört jämföra jämförelse mot gentemot än tidigare innan fjol fjolåret fjolårets förra förrförra föregående \
    medan men respektive samtidigt";

/// So many letters at least do forms and compounds of one word have in common.
const COMMON: usize = 4;

/// So many letters may an ending have.
const ENDING: usize = 4;

/// Whether a word is small, of change or of time.
pub fn is_light(word: &str) -> bool {
    let is_one_of = |words: &str| words.split_ascii_whitespace().any(|own| own == word);
    is_one_of(SMALL) || is_one_of(TIMES) || way(word).is_some()
}

/// Whether a word sets a time or an amount against another.
pub fn is_comparing(word: &str) -> bool {
    COMPARING.split_ascii_whitespace().any(|own| own == word)
}

/// The first word that brings something new to those before it.
pub fn first_new<'w>(words: &'w [String], before: &[String]) -> Option<&'w String> {
    let is_known = |word: &String| is_light(word) || before.iter().any(|own| is_akin(own, word));
    words.iter().find(|word| !is_known(word))
}

/// Whether two words are forms of one, or one is a compound of the other with a small word
/// ("elever", "elevantalet"). Years and other numbers must be the same.
fn is_akin(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let figured = |word: &str| word.contains(|c: char| c.is_ascii_digit());
    if figured(one) || figured(other) {
        return false;
    }
    let common: usize =
        one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let rests = [&one[common..], &other[common..]];
    let ends = |rest: &str| {
        let head = rest.strip_prefix('s').unwrap_or(rest);
        rest.chars().count() <= ENDING || is_light(head)
    };
    common >= COMMON && rests.into_iter().all(ends)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::words;

    fn new(before: &str, text: &str) -> Option<String> {
        first_new(&words(text), &words(before)).cloned()
    }

    #[test]
    fn what_is_told_again_is_nothing_new() {
        let before = "Antalet elever ökade under året";
        for text in ["Det är en ökning med", "Elevantalet har alltså ökat med", "Ökningen uppgår till"]
        {
            assert_eq!(new(before, text), None, "{text}");
        }
    }

    #[test]
    fn what_is_of_something_else_is_new() {
        let before = "Antalet elever ökade under 2025";
        assert_eq!(new(before, "Antalet flickor ökade med").as_deref(), Some("flickor"));
        assert_eq!(new("Skolan ökar", "Skolskjutsen ökar").as_deref(), Some("skolskjutsen"));
        assert_eq!(new(before, "Under 2024 ökade det med").as_deref(), Some("2024"));
    }
}
