//! The status that a clause says goals have.

use crate::how_many::number;
use crate::prose::has_words;
use uppsikt_domain::assessment::Status;
use uppsikt_domain::structure::Structure;
use uppsikt_text::case::Lower;

/// A status as a clause says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The status.
    pub status: Status,
    /// Whether it only says that something is not reached.
    pub short_of: bool,
    /// The words that say it.
    phrase: String,
}

/// Words by which goals are told as reached where they are counted: "tre har nåtts".
const REACHED: [&str; 5] = ["nås", "nåtts", "har nått", "är nådda", "uppnåtts"];

/// Words by which they are told as not reached, or only partly.
const SHORT: [&str; 8] =
    ["når inte", "nås inte", "nås ej", "når ej", "inte nås", "inte att nås", "inte nåtts", "inte har nåtts"];

/// The status of a clause. One that leaves out what the clause before it says is read with that:
/// "fem bedöms få god måluppfyllelse och tre viss", "fem nås helt och fyra delvis".
pub fn of_clause(lower: &str, structure: &Structure, last: Option<&Said>) -> Option<Said> {
    if let Some(whole) = said(lower, structure) {
        return Some(whole);
    }
    let words: Vec<&str> = lower.split_whitespace().collect();
    let Some(last) = last else { return wholly(&words) };
    let graded = structure.halves.iter().chain(&structure.denials).map(|words| words.lower());
    let graded = graded.collect::<Vec<_>>();
    let grade = words.iter().skip_while(|word| number(word).is_none()).skip(1).copied();
    let grade = grade.collect::<Vec<_>>().join(" ");
    if graded.contains(&grade) {
        return said(&format!("{lower} {}", last.phrase), structure);
    }
    let ending = last.phrase.split(' ').next_back().filter(|_| words.len() <= LEFT_OUT)?;
    status(&format!("{lower} {ending}"), structure).filter(|said| said.phrase.contains(' '))
}

/// "Två helt": the first of a list that leaves out what it grades.
fn wholly(words: &[&str]) -> Option<Said> {
    let [count, grade @ ..] = words else { return None };
    let whole = number(count).is_some() && matches!(grade, ["helt"] | ["fullt", "ut"]);
    whole.then(|| Said { status: Status::OnTrack, short_of: false, phrase: "uppfyllt".to_owned() })
}

/// A clause of so many words may leave out what the one before it says.
const LEFT_OUT: usize = 3;

fn said(lower: &str, structure: &Structure) -> Option<Said> {
    let short = SHORT.iter().find(|words| has_words(lower, words));
    let short =
        short.map(|words| Said { status: Status::OffTrack, short_of: true, phrase: (*words).to_owned() });
    status(lower, structure).or(short).or_else(|| reached(lower, structure))
}

/// "Har tre nåtts", where nothing denies or halves it.
fn reached(lower: &str, structure: &Structure) -> Option<Said> {
    let phrase = REACHED.iter().find(|words| has_words(lower, words))?;
    let says = |words: &[String]| words.iter().any(|word| has_words(lower, &word.lower()));
    let status = match () {
        () if says(&structure.halves) => Status::PartlyOnTrack,
        () if says(&structure.denials) => Status::OffTrack,
        () => Status::OnTrack,
    };
    Some(Said { status, short_of: false, phrase: (*phrase).to_owned() })
}

/// The status whose longest word or phrase stands in a text, unless it is denied or halved before.
fn status(lower: &str, structure: &Structure) -> Option<Said> {
    let wordings = structure.scale.iter().chain(&structure.status_phrases);
    let named = wordings.filter_map(|word| {
        let phrase = word.word.lower();
        let printed = [Some(phrase.clone()), plural(&phrase), infinitive(&phrase)].into_iter().flatten();
        printed.into_iter().find(|it| has_words(lower, it)).map(|it| (it, word.status))
    });
    let (phrase, status) = named.max_by_key(|(phrase, _)| phrase.chars().count())?;
    let before = &lower[..lower.find(&phrase).unwrap_or(0)];
    let says = |words: &[String]| words.iter().any(|word| has_words(before, &word.lower()));
    let status = match status {
        Status::OnTrack if says(&structure.halves) => Status::PartlyOnTrack,
        Status::OnTrack if says(&structure.denials) => Status::OffTrack,
        status => status,
    };
    Some(Said { status, short_of: false, phrase })
}

/// A wording as it is said of what is expected: "uppfyllas" for "uppfylls".
fn infinitive(phrase: &str) -> Option<String> {
    let (first, rest) = phrase.split_once(' ').map_or((phrase, None), |(first, rest)| (first, Some(rest)));
    let stem = first.strip_suffix("lls")?;
    Some(rest.map_or_else(|| format!("{stem}llas"), |rest| format!("{stem}llas {rest}")))
}

/// A wording as it is said of several goals: "uppfyllda", "delvis uppnådda", "gröna".
fn plural(phrase: &str) -> Option<String> {
    const COLOUR: usize = 4;
    let one_word = !phrase.contains(' ');
    match phrase.strip_suffix("tt") {
        Some(stem) => Some(format!("{stem}dda")),
        None if phrase.ends_with("ällt") || phrase.ends_with("yllt") => {
            phrase.strip_suffix('t').map(|stem| format!("{stem}da"))
        }
        None if one_word && phrase.chars().count() <= COLOUR => Some(format!("{phrase}a")),
        None => None,
    }
}
