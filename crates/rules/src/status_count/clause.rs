//! How many goals a clause counts, and out of how many.

use super::Count;
use super::status::Said;
use crate::how_many::{Many, is_goal, number, opening};
use crate::prose::{has_words, words};
use uppsikt_domain::assessment::Status;
use uppsikt_domain::structure::Structure;
use uppsikt_text::case::Lower;

/// What is told before a clause.
pub struct Counted<'c, 'a> {
    /// How many goals the sentence before tells of, where this one names none.
    pub whole: Option<usize>,
    /// Whether a number at its beginning counts goals.
    pub goes_on: bool,
    /// The counts of the sentence so far.
    pub before: &'c [Count<'a>],
}

/// How many, and out of how many where it is said.
type HowMany = (Many, Option<usize>);

/// How many goals a clause counts.
pub fn counted(clause: &str, said: &Said, structure: &Structure, told: &Counted<'_, '_>) -> Option<HowMany> {
    let words = with_goals(words(clause), told);
    every(&words, clause, said.status, structure)
        .or_else(|| share(&words))
        .or_else(|| rest(&words, told))
        .or_else(|| count(&words, told.goes_on))
        .map(|(many, out_of)| (many, out_of.or(told.whole.filter(|_| told.before.is_empty()))))
}

/// The words of a clause with the goals that it means written out: "fyra av dem", "hälften", "båda".
fn with_goals(words: Vec<String>, told: &Counted<'_, '_>) -> Vec<String> {
    const OPENS: [&str; 13] = [
        "att",
        "till",
        "medan",
        "för",
        "bara",
        "endast",
        "ytterligare",
        "varav",
        "däremot",
        "samt",
        "bedöms",
        "är",
        "men",
    ];
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let skipped = words.iter().take_while(|word| OPENS.contains(&word.as_str())).count();
    let mut words = if told.goes_on && skipped < words.len() { words[skipped..].to_vec() } else { words };
    if told.whole.is_none() || words.iter().any(|word| is_goal(word)) {
        return words;
    }
    // "Av dem är fyra på väg".
    let of_these = |pair: &[String]| pair[0] == "av" && ["dem", "dessa"].contains(&pair[1].as_str());
    if words.len() > 1 && of_these(&words[..2]) {
        let at = words.iter().position(|word| number(word).is_some()).unwrap_or(0);
        words.drain(..at);
    }
    if let Some(at) = words.windows(2).position(of_these) {
        words[at + 1] = "målen".to_owned();
        return words;
    }
    match words.first().map(String::as_str) {
        Some("alla" | "samtliga") => words.insert(1, "mål".to_owned()),
        Some("hälften" | "merparten" | "flertalet" | "inget") => {
            words.splice(1..1, owned(&["av", "målen"]));
        }
        Some("båda" | "bägge") => words[0] = "två".to_owned(),
        _ => {}
    }
    words
}

/// How many goals a sentence says that there are: "Nämnden har sex egna mål".
pub fn told_all(words: &[String]) -> Option<usize> {
    const BETWEEN: [&str; 6] =
        ["av", "egna", "stycken", "övergripande", "kommunfullmäktiges", "fullmäktiges"];
    let at = words.iter().position(|word| is_goal(word))?;
    let before = words[..at].iter().rev().skip_while(|word| BETWEEN.contains(&word.as_str()));
    before.take(1).find_map(|word| number(word)).filter(|number| *number > 1)
}

/// A sentence cut at commas, semicolons and "medan", "men", "och".
pub fn clauses(sentence: &str) -> Vec<&str> {
    let mut cut = vec![sentence];
    for mark in [", ", "; ", ": ", " medan ", " men ", " och "] {
        cut = cut.into_iter().flat_map(|clause| clause.split(mark)).collect();
    }
    cut.into_iter()
        .map(|clause| clause.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|it| !it.is_empty())
        .collect()
}

/// "Två helt": a number and a grade of a finer scale, and no word for the status.
pub fn is_graded(words: &[String]) -> bool {
    const GRADES: [&str; 4] = ["helt", "fullt", "högt", "lågt"];
    let graded = words.last().is_some_and(|word| GRADES.contains(&word.as_str()));
    graded && words.len() <= 3 && words.iter().any(|word| number(word).is_some())
}

/// "Alla mål är på väg", "båda målen följer planen", without reservations.
fn every(words: &[String], clause: &str, status: Status, structure: &Structure) -> Option<HowMany> {
    let lower = clause.lower();
    let is_first = |list: &[&str]| words.first().is_some_and(|word| list.contains(&word.as_str()));
    let both = is_first(&["båda", "bägge"]);
    let opens = both || is_first(&["alla", "samtliga"]);
    let goals = words.iter().take(4).position(|word| is_goal(word))?;
    let whole =
        words.get(goals + 1).is_some_and(|word| ["är", "bedöms", "går", "följer"].contains(&word.as_str()));
    let reserved = structure.denials.iter().any(|word| has_words(&lower, word))
        || ["utom", "förutom", "undantag"].iter().any(|word| lower.contains(word));
    let told = opens && whole && !reserved && status != Status::NotStated;
    told.then_some(if both { (Many::Exactly(2), Some(2)) } else { (Many::All, None) })
}

/// "Merparten av målen är på väg", "samtliga mål utom ett ligger i fas".
fn share(words: &[String]) -> Option<HowMany> {
    let (many, rest) = opening(words)?;
    // "Inget av målen som …" speaks of some of them.
    let whole = rest.first().is_some_and(|word| word != "som");
    whole.then_some((many, None))
}

fn count(words: &[String], goes_on: bool) -> Option<HowMany> {
    let whole = of_all(words).map(|(out_of, of_these)| (Many::Exactly(of_these), Some(out_of)));
    // "Tre av målen som rör skolan" speaks of some of them.
    if whole.is_some() {
        return whole;
    }
    if words.windows(2).any(|pair| is_goal(&pair[0]) && pair[1] == "som") {
        return None;
    }
    let at = words.iter().position(|word| number(word).is_some())?;
    let next: Vec<&str> = words[at + 1..].iter().take(5).map(String::as_str).collect();
    if next.iter().any(|word| is_kind(word)) {
        return None;
    }
    let of_goals = next.iter().any(|word| is_goal(word));
    let of_others = next.first().is_some_and(|word| is_other(word));
    if !(of_goals || goes_on && at == 0 && !of_others) {
        return None;
    }
    let out_of = match next.as_slice() {
        ["av", "de", all, ..] | ["av", all, ..] if number(all).is_some() => number(all),
        // "Två av kommunfullmäktiges sju mål".
        ["av", whose, all, ..] if whose.ends_with('s') => number(all),
        _ => None,
    };
    Some((Many::Exactly(number(&words[at])?), out_of))
}

/// Whether a word after a number is what it counts, and no goals: "två insatser".
fn is_other(word: &str) -> bool {
    const VERBS: [&str; 5] = ["har", "ligger", "kommer", "följer", "följs"];
    ["er", "ar", "or"].iter().any(|ending| word.ends_with(ending)) && !VERBS.contains(&word)
}

/// "Finansiella", "ekonomiska": goals of one kind are some of them.
fn is_kind(word: &str) -> bool {
    word.ends_with("iella") || word.ends_with("iska")
}

/// So many words after the goals at most a number counts some of them.
const THESE: usize = 7;

/// "Övriga bedöms delvis nås": those that are left of the whole.
fn rest(words: &[String], told: &Counted<'_, '_>) -> Option<HowMany> {
    const REST: [&str; 5] = ["övriga", "resten", "resterande", "återstående", "de"];
    let first = words.first().filter(|word| REST.contains(&word.as_str()))?;
    let named = first != "de" || words.get(1).is_some_and(|word| REST.contains(&word.as_str()));
    let counts_none = words.iter().all(|word| number(word).is_none());
    let all = told.before.first().and_then(|count| count.out_of)?;
    let counted = told.before.iter().map(|count| match count.many {
        Many::Exactly(number) => Some(number),
        _ => None,
    });
    let counted: usize = counted.sum::<Option<usize>>()?;
    (named && counts_none).then_some((Many::Exactly(all.checked_sub(counted)?), Some(all)))
}

/// "Av nämndens fyra mål är ett": out of how many, and how many.
fn of_all(words: &[String]) -> Option<(usize, usize)> {
    let goals = words.iter().position(|word| is_goal(word))?;
    // "Av fyra finansiella mål".
    let all = words[..goals].iter().rev().take(2).find_map(|word| number(word))?;
    let opens = words.first().is_some_and(|word| word == "av");
    // "Bedöms bidragen till fyra".
    let these = words[goals + 1..].iter().take(THESE).find_map(|word| number(word))?;
    opens.then_some((all, these))
}
