//! Plans, programmes and policies by their names.

use crate::book::folded;
use crate::chunks::is_one_of;
use crate::headings::has_finite_verb;
use crate::prose::boundary;
use std::ops::Range;

/// Words for a committee's own papers, which are no plans of the municipality.
const OWN: &str = "internkontrollplan aktivitetsplan detaljbudgetplan budgetprogram nämndplan nämndsplan verksamhetsplan kommunplan plan strategi program flerårsplan budgetplan investeringsplan";

/// The word that ends in a plan's ending ("näringslivsprogrammet"), where it is more than that.
pub(super) fn plan_before(text: &str, hit: Range<usize>) -> Option<Range<usize>> {
    let start = text[..hit.start].rfind(|c: char| !c.is_alphabetic() && c != '-').map_or(0, |at| at + 1);
    let start = boundary(text, start);
    let ended = text[hit.end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    (ended && start < hit.start).then_some(start..hit.end)
}

/// Plans under their names with years: "Klimat- och miljöprogram 2025–2030".
pub(super) fn dated_plans(text: &str) -> Vec<Range<usize>> {
    const ENDINGS: [&str; 10] = [
        "program",
        "plan",
        "strategi",
        "policy",
        "agenda",
        "programmet",
        "planen",
        "strategin",
        "policyn",
        "agendan",
    ];
    let mut found = Vec::new();
    for (at, _) in text.match_indices([' ', '\u{a0}']) {
        let years = year_span(text[at..].trim_start_matches([' ', '\u{a0}']));
        let word_start =
            text[..at].rfind([' ', '\u{a0}', '(', '"']).map_or(0, |start| boundary(text, start + 1));
        let word = folded(&text[word_start..at]);
        let single = years == 4 && !(text[word_start..].starts_with(char::is_uppercase) && word.len() > 11);
        if years == 0
            || single
            || is_one_of(&word, OWN)
            || is_one_of(word.trim_end_matches("met").trim_end_matches("en"), OWN)
            || !ENDINGS.iter().any(|ending| word.ends_with(ending))
        {
            continue;
        }
        let end = text.len() - text[at..].trim_start_matches([' ', '\u{a0}']).len() + years;
        found.push(name_start(text, word_start)..end);
    }
    found
}

/// How long the years are that a text begins with: "2025–2030".
fn year_span(text: &str) -> usize {
    let word: String =
        text.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '-' | '\u{2013}')).collect();
    let years: Vec<&str> = word.split(['-', '\u{2013}']).collect();
    let own = |text: &str| text[word.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    let sound = (years.len() == 2 || (years.len() == 1 && own(text)))
        && years.iter().all(|year| crate::tables::tail::is_year(year));
    if sound { word.len() } else { 0 }
}

/// A name that ends in a word begins with it, or with "Klimat- och" before it.
fn name_start(text: &str, word: usize) -> usize {
    let before = text[..word].trim_end();
    let joined = before.strip_suffix("och").map(str::trim_end).filter(|rest| rest.ends_with('-'));
    joined.map_or(word, |rest| rest.rfind(' ').map_or(0, |at| at + 1))
}

/// A plan's name ends at punctuation or at a word that names do not hold.
pub(super) fn plan_end(text: &str, least: usize) -> usize {
    const STOPS: &str = "samt som vilken vilket kommer ska har är föreslås ha inledas fortlöpa antas antog bli under \
        genom till där så utgör i";
    let punctuation =
        text[least..].find([',', '.', ';', ':', '"', '\u{201d}', '(', ')', '*']).map(|at| at + least);
    let rest = &text[least..];
    let stops = rest.match_indices(' ').filter(|(at, _)| {
        let word = rest[at + 1..].split(' ').next().unwrap_or_default();
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        is_one_of(bare, STOPS) || is_said(bare) || opens_next(&rest[at + 1..])
    });
    let stops = stops.map(|(at, _)| least + at);
    stops.chain(punctuation).min().unwrap_or(text.len())
}

/// "gäller", "antogs", "reviderades": a verb goes on with the sentence.
fn is_said(word: &str) -> bool {
    let past =
        ["ades", "erats", "erade", "togs", "jdes", "kades"].iter().any(|ending| word.ends_with(ending));
    word.starts_with(char::is_lowercase) && (past || is_one_of(word, VERBS) || has_finite_verb(word))
}

/// "handlingsplanen mot buller 2031–2034": a word for a plan in lower case with what it is for, as far as its
/// years end it.
pub(super) fn titled_plans(text: &str) -> Vec<Range<usize>> {
    let joints = ["för", "mot", "avseende", "om"];
    let mut found = Vec::new();
    for (at, _) in text.match_indices(' ') {
        let rest = &text[at + 1..];
        let Some(joint) =
            joints.iter().find(|joint| rest.strip_prefix(**joint).is_some_and(|it| it.starts_with(' ')))
        else {
            continue;
        };
        let start = text[..at].rfind([' ', '\u{a0}', '(', '"']).map_or(0, |start| boundary(text, start + 1));
        let word = folded(&text[start..at]);
        let plan =
            CALLED.iter().any(|ending| word.ends_with(ending)) && word.chars().count() >= SHORTEST_CALLED;
        let own = is_one_of(&word, OWN) || is_one_of(word.trim_end_matches("en"), OWN);
        let from = at + 1 + joint.len();
        let end = up_to_years(text, from);
        if plan && !own && end > from {
            found.push(start..end);
        }
    }
    found
}

/// "och Riktlinjer för …": the next plan begins.
fn opens_next(text: &str) -> bool {
    let mut words = text.split(' ');
    let (joint, name, of) =
        (words.next(), words.next().unwrap_or_default(), words.next().unwrap_or_default());
    joint == Some("och") && name.starts_with(char::is_uppercase) && is_one_of(of, "för mot avseende")
}

/// "… i nära relationer 2031–2034", "… för Storby stad 2031–2034": a few more words that belong to a plan's name, since the
/// years of it end them.
pub(super) fn up_to_years(text: &str, end: usize) -> usize {
    let Some(rest) = text[end..].strip_prefix(' ') else { return end };
    let mut length = 0;
    for word in rest.split(' ').take(MOST_NAMED) {
        let years = year_span(word);
        if years > YEAR_DIGITS && length > 0 {
            return end + 1 + length + years;
        }
        let inner = word.starts_with(char::is_alphabetic) && word.ends_with(char::is_alphanumeric);
        if !inner || is_one_of(word, VERBS) || is_one_of(word, "och samt som kommer under genom till") {
            return end;
        }
        length += word.len() + 1;
    }
    end
}

/// A year has so many digits.
const YEAR_DIGITS: usize = 4;

/// Plans by a compound name and what they are for: "Skyfallsplan för Åhamn".
pub(super) fn named_plans(text: &str) -> Vec<Range<usize>> {
    const ENDINGS: [&str; 4] = ["plan", "program", "strategi", "policy"];
    let mut found = Vec::new();
    for (at, joins) in text.match_indices(" för ") {
        let start = text[..at].rfind([' ', '\u{a0}', '(', '"']).map_or(0, |start| boundary(text, start + 1));
        let word = &text[start..at];
        let own = !is_one_of(&folded(word), OWN) && word.chars().count() > 8;
        let capital = word.starts_with(char::is_uppercase) && start > 0;
        let rest = &text[at + joins.len()..];
        if !own || !capital || !ENDINGS.iter().any(|it| word.ends_with(it)) {
            continue;
        }
        let from = text.len() - rest.len();
        if rest.starts_with(char::is_uppercase) {
            found.push(start..from + names(rest));
        } else if !text[..start].trim_end().ends_with(['.', '!', '?', ':']) {
            // A capital within a sentence makes it a name, whatever it is for.
            found.push(start..from + plan_end(rest, 0));
        }
    }
    found
}

/// How long the words with a capital are that a text begins with.
fn names(text: &str) -> usize {
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let ended = |word: &str| word.ends_with([',', '.', ';', ':', ')']);
    let mut length = 0;
    for word in text.split(' ').take_while(capital) {
        length += word.len() + usize::from(length > 0);
        if ended(word) {
            break;
        }
    }
    let named = text[..length].trim_end_matches([',', '.', ';', ':', ')']).len();
    if named < length { named } else { with_place_and_years(text, named) }
}

/// What a municipality is, after its name.
const PLACES: [&str; 2] = ["stad", "kommun"];

/// "Storby stad 2031–2034": how long a name is with what the municipality is and the years after it.
fn with_place_and_years(text: &str, name: usize) -> usize {
    let next = |at: usize| text.get(at..)?.strip_prefix(' ')?.split(' ').next();
    let bare = |word: &str| word.trim_end_matches([',', '.', ';', ':', ')']).len();
    let place = next(name).filter(|word| PLACES.contains(&&word[..bare(word)]));
    let end = place.map_or(name, |word| name + 1 + bare(word));
    let open = place.is_none_or(|word| bare(word) == word.len());
    let years = next(end).filter(|_| open).map_or(0, year_span);
    if years > 0 { end + 1 + years } else { end }
}

/// Words that end in these are a plan's; what they are called may follow.
const CALLED: [&str; 8] =
    ["plan", "planen", "program", "programmet", "strategi", "strategin", "policyn", "agendan"];
/// Such a word has so many letters at least; with these in it it is a programme that is taught or run.
const SHORTEST_CALLED: usize = 7;
const TAUGHT: [&str; 6] = ["utbildning", "gymnasi", "yrkes", "introduktion", "dator", "data"];
/// A plan's name has so many words at most.
const MOST_NAMED: usize = 8;
/// Verbs that a sentence about a plan goes on with after its name.
const VERBS: &str =
    "beskriver anger gäller innehåller omfattar syftar visar styr löper antogs ska är har ger";

/// Plans by what they are called: "omställningsplanen Närmare vattnet", "programmet ”Rena dammar”", and
/// after a comma with its years, "programmet för perioden, Ekby växer lugnt 2031–2034".
pub(super) fn called_plans(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split(' ') {
        let (start, end) = (at, at + word.len());
        at = end + 1;
        let bare = folded(word);
        let short = bare.chars().count() < SHORTEST_CALLED;
        let taught = TAUGHT.iter().any(|it| bare.contains(it));
        if at >= text.len() || short || taught || !CALLED.iter().any(|it| bare.ends_with(it)) {
            continue;
        }
        found.extend(quoted(text, at).or_else(|| apposed(text, end)));
        let own = is_one_of(&bare, OWN) || is_one_of(bare.trim_end_matches("en"), OWN);
        if !own && !text[start..].starts_with(char::is_uppercase) {
            found.extend(called(text, at));
        }
    }
    found
}

fn quoted(text: &str, at: usize) -> Option<Range<usize>> {
    let inner = text[at..].strip_prefix(['"', '\u{201d}', '\u{201c}', '\u{bb}'])?;
    let start = text.len() - inner.len();
    let length = inner.find(['"', '\u{201d}', '\u{bb}']).filter(|end| *end > 0)?;
    let few = inner[..length].split(' ').count() <= MOST_NAMED;
    (few && inner.starts_with(char::is_uppercase)).then_some(start..start + length)
}

/// A name of two words or more that begins with a capital right after the word, up to a verb or a stop.
fn called(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..).filter(|rest| rest.starts_with(char::is_uppercase))?;
    let stop = plan_end(rest, 0);
    let verbs = rest[..stop].match_indices(' ').find(|(space, _)| {
        let word = rest[space + 1..].split(' ').next().unwrap_or_default();
        is_one_of(word, VERBS)
    });
    let end = verbs.map_or(stop, |(space, _)| space);
    // "RUS 2030 och …": its year ends a name.
    let year = rest[..end].match_indices(' ').find_map(|(space, _)| {
        let years = year_span(&rest[space + 1..end]);
        (years > 0).then_some(space + 1 + years)
    });
    let end = year.unwrap_or(end);
    let words: Vec<&str> = rest[..end].split(' ').collect();
    let body = ["nämnden", "styrelsen", "fullmäktige", "utskottet"].iter().any(|it| words[0].ends_with(it));
    let ended = verbs.is_some() || year.is_some() || stop < rest.len();
    (ended && !body && (2..=MOST_NAMED).contains(&words.len())).then_some(at..at + end)
}

/// "… för mandatperioden, Ekby växer lugnt 2031–2034, …": the words after the next comma, as far as years
/// end them.
fn apposed(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = &text[from..];
    let comma = rest.find([',', '.', ';', ':']).filter(|at| rest[*at..].starts_with(", "))?;
    let start = from + comma + 2;
    let name = text.get(start..).filter(|name| name.starts_with(char::is_uppercase))?;
    let stop = name.find([',', '.', ';', ':']).unwrap_or(name.len());
    let (_, years) = name[..stop].rsplit_once(' ')?;
    let words = name[..stop].split(' ').count();
    let spanned = years.len() > 4 && year_span(years) == years.len();
    (spanned && (2..=MOST_NAMED).contains(&words)).then_some(start..start + stop)
}

/// The words with a capital after a word, as far as a year ends them: "visionen Ekby 2045".
pub(super) fn with_last_year(text: &str, hit: Range<usize>) -> Option<Range<usize>> {
    let free = text[..hit.start].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    let rest = text[hit.end..].strip_prefix(' ').filter(|_| free)?;
    let start = text.len() - rest.len();
    let mut length = 0;
    for word in rest.split(' ').take(MOST_NAMED) {
        let bare = word.trim_end_matches([',', '.', ';', ':', ')']);
        if length > 0 && crate::tables::tail::is_year(bare) {
            return Some(start..start + length + bare.len());
        }
        if !word.starts_with(char::is_uppercase) || bare.len() < word.len() {
            return None;
        }
        length += word.len() + 1;
    }
    None
}
