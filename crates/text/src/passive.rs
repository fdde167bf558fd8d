//! The passive with -s: "planen tas fram", "gatorna ska lagas", "skolan byggdes", "den har ritats".
//!
//! Swedish has many other words with that ending: genitives ("nämndens"), verbs that have no
//! other form ("finns", "hoppas"), and verbs that tell what happens by itself ("märks"). What is
//! not surely a passive is not told as one.

/// Verbs with -s that hide nobody: they have no other form, tell what people do to each other, or
/// what is or happens by itself. Without ending.
const OWN: [&str; 63] = [
    "finn",
    "fann",
    "funnit",
    "hoppa",
    "hoppade",
    "minn",
    "mind",
    "lycka",
    "lyckade",
    "misslycka",
    "misslyckade",
    "behöv",
    "behöva",
    "behövde",
    "triv",
    "triva",
    "trivde",
    "syn",
    "syna",
    "synte",
    "känn",
    "känna",
    "kände",
    "märk",
    "märkte",
    "hör",
    "tyck",
    "tycka",
    "tyckte",
    "anda",
    "fatta",
    "fattade",
    "sakna",
    "saknade",
    "umgå",
    "mött",
    "möta",
    "mötte",
    "träffa",
    "träffade",
    "samsa",
    "ena",
    "enade",
    "föd",
    "föda",
    "födde",
    "åldra",
    "vista",
    "vistade",
    "rym",
    "rymma",
    "rymde",
    "färda",
    "brotta",
    "froda",
    "kräv",
    "krävde",
    "utveckla",
    "utvecklade",
    "förändra",
    "förändrade",
    "förbättra",
    "förbättrade",
];

/// Endings of verbs whose present passive has no vowel before its -s: "genomförs", "tas".
const STEMS: [&str; 43] = [
    "förs", "följs", "byggs", "vänds", "görs", "läggs", "ställs", "hålls", "drivs", "skrivs", "stöds",
    "mäts", "sätts", "sägs", "höjs", "sänks", "köps", "säljs", "hyrs", "bryts", "lyfts", "döms", "löses",
    "tas", "nås", "styrs", "fylls", "täcks", "knyts", "väljs", "leds", "bjuds", "slås", "stängs", "reds",
    "nämns", "grävs", "skrevs", "hölls", "togs", "gavs", "drevs", "slogs",
];

/// The same, as whole words.
const WORDS: [&str; 10] = ["ges", "anges", "avges", "utges", "ses", "anses", "avses", "utses", "fås", "dras"];

/// Pronouns and adjectives that own something ("barns och ungas", "de anställdas"), and other
/// words with the ending.
const OWNERS: [&str; 24] = [
    "deras",
    "allas",
    "bådas",
    "andras",
    "ungas",
    "vuxnas",
    "ställdas",
    "valdas",
    "anländas",
    "gamlas",
    "sjukas",
    "fleras",
    "mångas",
    "enskildas",
    "veckas",
    "våras",
    "somras",
    "gas",
    "vätgas",
    "biogas",
    "naturgas",
    "databas",
    "bas",
    "atlas",
];

/// Whether a sentence has a verb in the passive with -s.
pub fn has_passive(sentence: &str) -> bool {
    let mut before: [&str; 3] = [""; 3];
    for word in sentence.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.ends_with('s') && is_passive(word, &before) {
            return true;
        }
        before = [before[1], before[2], word];
    }
    false
}

fn is_passive(word: &str, before: &[&str; 3]) -> bool {
    let lower = word.to_lowercase();
    if !word.starts_with(char::is_lowercase) || lower.len() < 3 || is_own(&lower) {
        return false;
    }
    let stemmed = WORDS.contains(&lower.as_str()) || STEMS.iter().any(|ending| lower.ends_with(ending));
    stemmed || is_present(&lower) || is_past(&lower) || is_supine(&lower, before)
}

fn is_long(word: &str) -> bool {
    word.chars().count() > 5
}

fn is_own(word: &str) -> bool {
    let bare = word.strip_suffix("ts").or(word.strip_suffix('s')).unwrap_or(word);
    OWN.contains(&bare) || OWN.contains(&&word[..word.len() - 1])
}

/// "lagas", "planeras", "att byggas"; no genitive of several ("invånarnas", "planernas").
fn is_present(word: &str) -> bool {
    let Some(stem) = word.strip_suffix("as") else { return false };
    if OWNERS.iter().any(|owner| word == *owner || owner.len() > 4 && word.ends_with(owner)) {
        return false;
    }
    let genitive = ["arn", "orn", "ern", "en", "nn", "rn", "ett"].iter().any(|end| stem.ends_with(end));
    stem.chars().count() > 2 && !genitive
        || ["teckn", "räkn", "ordn", "lämn", "öppn"].iter().any(|it| stem.ends_with(it))
}

/// "byggdes", "lagades", "köptes".
fn is_past(word: &str) -> bool {
    is_long(word)
        && ["ades", "rdes", "gdes", "ddes", "ldes", "ändes", "undes", "jdes", "vdes", "ptes", "ktes"]
            .iter()
            .any(|end| word.ends_with(end))
}

/// "har ritats", "hade tagits fram"; a noun like "insats" has no "har" before it.
fn is_supine(word: &str, before: &[&str; 3]) -> bool {
    let ends = ["ats", "its", "rts", "gts", "tts", "llts", "nts", "jts", "kts", "pts"]
        .iter()
        .any(|end| word.ends_with(end));
    let has = before.iter().any(|it| matches!(*it, "har" | "hade" | "ha" | "Har"));
    let noun = word == "sats" || ["plats", "insats", "tillsats"].iter().any(|noun| word.ends_with(noun));
    ends && has && !noun
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passives_are_found_in_every_tense() {
        for sentence in [
            "Planen tas fram av nämnden.",
            "Gatorna ska lagas i vår.",
            "Skolan byggdes om.",
            "En ny karta har ritats.",
            "Uppdraget har återredovisats till fullmäktige.",
            "Arbetet genomförs tillsammans med bolagen.",
            "Resultatet redovisas i mars.",
            "Insatserna samordnas av kontoret.",
            "Två gårdar öppnades.",
            "Målet följs upp varje år.",
            "Avtalet beräknas vara klart.",
        ] {
            assert!(has_passive(sentence), "{sentence}");
        }
    }

    #[test]
    fn other_words_with_an_s_at_their_end_are_none() {
        for sentence in [
            "Det finns fler gårdar än förut och det behövs ännu fler.",
            "Nämnden hoppas att barnen trivs.",
            "Det märks, syns och känns i hela staden.",
            "Nämnden lyckas nå fler men personal saknas.",
            "Stadens invånares och elevernas röster hörs.",
            "Skolornas och föreningarnas insats är viktig på en arbetsplats.",
            "Alla minns att det finns plats.",
            "Många möts, träffas och umgås på torgen.",
            "Det krävs mer, och ett hus ryms på tomten.",
            "Förra årets resultat är nämndens bästa.",
            "Verksamheten utvecklas och förändras.",
            "Mats har en sats och en plats, annars ingenting dess förutan.",
            "Barns och ungas, de anställdas och andras vardag är viktig.",
            "Kommunfullmäktiges beslut i våras gällde vätgas och en sökandes databas.",
            "Hans terrass är klass ett, trots allt, och deras process likaså.",
        ] {
            let word = sentence.split_whitespace().find(|word| {
                let word = word.trim_matches(|c: char| !c.is_alphanumeric());
                word.ends_with('s') && is_passive(word, &["har", "", ""])
            });
            assert!(!has_passive(sentence), "{sentence}: {word:?}");
        }
    }
}
