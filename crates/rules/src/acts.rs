//! What a report says is done about a deficit.

use crate::prose::{Passage, words};
use uppsikt_text::case::Lower;
use uppsikt_text::sentence::sentences;

/// Beginnings of words that tell of something that is done.
const DONE: [&str; 27] = [
    "åtgärd",
    "inköpsstopp",
    "anställningsstopp",
    "handlingsplan",
    "bespar",
    "effektivis",
    "återhåll",
    "minska",
    "sänk",
    "vakanshåll",
    "hämta in",
    "spara",
    "obesatt",
    "tilläggsanslag",
    "tilläggsbudget",
    "omprioriter",
    "omfördel",
    "omförhandl",
    "senarelägg",
    "senarelagt",
    "i balans",
    "hålla budget",
    "hålla ramen",
    "hålla sin budget",
    "hålla sin ram",
    "skjuter upp",
    "skjuts upp",
];

/// The same in the section of the economy, where the words are told of the deficit.
const DONE_THERE: [&str; 31] = [
    "skjutit upp",
    "skjuta upp",
    "skjuts fram",
    "flyttas fram",
    "väntar med",
    "avvaktar",
    "avvakta med",
    "inga vikarier",
    "inga nya",
    "inte nya",
    "tillsätts inte",
    "tillsätter inte",
    "anställer inte",
    "ersätts inte",
    "säger upp",
    "sägs upp",
    "sagt upp",
    "säga upp",
    "avslutas",
    "avslutar",
    "avvecklas",
    "avvecklar",
    "avstår från",
    "pausa",
    "drar ner",
    "drar ned",
    "skär ner",
    "skär ned",
    "begär ",
    "äskar",
    "tar ur reserv",
];

/// Whether something that is done about a deficit is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acts {
    /// It is.
    Told,
    /// The section says more than why, in words that are not known here.
    Unsure,
    /// Nothing is.
    None,
}

/// What passages tell of it; `is_there` are those of the section with the forecast.
pub fn told(passages: &[Passage<'_>], is_there: impl Fn(&Passage<'_>) -> bool) -> Acts {
    let has = |list: &[&str], text: &str| list.iter().any(|word| text.contains(word));
    let (mut more, mut done) = (false, false);
    for passage in passages {
        let lower = passage.text.lower();
        let there = is_there(passage);
        // Elsewhere "minskar" may be said of anything.
        let told = || sentences(passage.text).into_iter().map(Lower::lower);
        done |= has(&DONE, &lower) && (there || told().any(|it| is_of_economy(&it) && has(&DONE, &it)));
        if there {
            // Where a sentence ends its next letter tells: it is cut before it is lowered.
            for sentence in sentences(passage.text).into_iter().map(Lower::lower) {
                done |= has(&DONE_THERE, &sentence) || acts(&sentence);
                more |= !has(&REASONS, &sentence);
            }
        }
    }
    match (done, more) {
        (true, _) => Acts::Told,
        (_, true) => Acts::Unsure,
        _ => Acts::None,
    }
}

/// Whether a sentence in lower case, wherever it stands, speaks of money: a word that alone tells of an act counts.
fn is_of_economy(sentence: &str) -> bool {
    const MONEY: [&str; 14] = [
        "kostnad",
        "underskott",
        "budget",
        "ekonomi",
        "utgift",
        "tkr",
        "mkr",
        "mnkr",
        "miljon",
        "kronor",
        "balans",
        "ramen",
        "åtgärd",
        "stopp",
    ];
    MONEY.iter().any(|word| sentence.contains(word))
}

/// Whether a sentence of the economy, in lower case, tells of something that is done.
pub fn is_act(lower: &str) -> bool {
    DONE.iter().chain(&DONE_THERE).any(|word| lower.contains(word)) || acts(lower)
}

/// What says why, or how much.
const REASONS: [&str; 24] = [
    "bero",
    "orsak",
    "förklar",
    "till följd",
    "på grund",
    "eftersom",
    "därför att",
    "högre",
    "lägre",
    "dyrare",
    "billigare",
    "större",
    "mindre",
    "fler ",
    "färre",
    "ökade",
    "ökar",
    "underskott",
    "överskott",
    "avvik",
    "prognos",
    "resultat",
    "tabell",
    "budgeterat",
];

/// Who does something.
const WHO: [&str; 8] = [
    "nämnden",
    "styrelsen",
    "förvaltningen",
    "kontoret",
    "verksamheten",
    "verksamheterna",
    "enheterna",
    "cheferna",
];

/// What they have, know or say, and do nothing by.
const IDLE: [&str; 40] = [
    "är",
    "har",
    "hade",
    "får",
    "fick",
    "visar",
    "visade",
    "redovisar",
    "redovisade",
    "prognostiserar",
    "beräknar",
    "beräknas",
    "räknar",
    "väntas",
    "väntar",
    "bedömer",
    "bedöms",
    "gör",
    "går",
    "gick",
    "lämnar",
    "ser",
    "rapporterar",
    "förväntas",
    "följer",
    "ansvarar",
    "blir",
    "blev",
    "tror",
    "räknas",
    "kostar",
    "består",
    "för",
    "under",
    "över",
    "efter",
    "eller",
    "där",
    "när",
    "per",
];

/// "För att nå noll hyr nämnden ut två lokaler": people right beside a verb of something that they do.
fn acts(sentence: &str) -> bool {
    let told = words(sentence);
    let is_verb = |word: &String| {
        (word.ends_with('r') && word.chars().count() > 2 || word.ends_with("it"))
            && !IDLE.contains(&word.as_str())
            && !WHO.contains(&word.as_str())
    };
    let who = told.iter().position(|word| WHO.contains(&word.as_str()) || word.ends_with("nämnden"));
    who.is_some_and(|at| told.get(at + 1).is_some_and(is_verb))
}

#[cfg(test)]
mod tests {
    use super::acts;

    #[test]
    fn people_who_do_something_are_told_from_those_who_have_it() {
        assert!(acts("nämnden hyr ut den ena hallen från den 1 november."));
        assert!(acts("därför stannar det, och förvaltningen säljer två bilar."));
        assert!(!acts("nämnden visar ett underskott på 2,4 mkr."));
        assert!(!acts("nämndens kostnader blir högre."));
    }
}
