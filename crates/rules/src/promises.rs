//! What a plan promises to a day: "Bryggan ska vara klar senast i mars 2031."

use crate::prose::{Passage, said, words};
use chrono::NaiveDate;
use uppsikt_domain::document::Document;
use uppsikt_text::case::Lower;
use uppsikt_text::dates;

/// A promise with its last day.
#[derive(Debug, Clone)]
pub struct Promise<'a> {
    /// Where it stands.
    pub passage: Passage<'a>,
    /// The sentence.
    pub sentence: &'a str,
    /// The beginnings of the words that say what is promised.
    pub about: Vec<String>,
    /// Its last day.
    pub day: NaiveDate,
}

/// Parts of words that tell that something is to be done then.
const DONE: [&str; 10] =
    ["klar", "färdig", "slutför", "genomför", "i drift", "i bruk", "öppna", "invig", "på plats", "inför"];
/// What the words of a promise say of every other as well.
const GENERAL: [&str; 19] = [
    "nämnde", "styrel", "förval", "kommun", "arbete", "planen", "planer", "senast", "verksa", "under",
    "åtgärd", "uppdra", "målet", "samtli", "ytterl", "gemens", "dessut", "initia", "komman",
];
/// So many letters say which word it is.
const LETTERS: usize = 6;

/// The promises of a plan: sentences that say what shall be done by a day.
pub fn promises(plan: &Document) -> Vec<Promise<'_>> {
    said(plan).into_iter().filter_map(|(passage, sentence)| promise(passage, sentence)).collect()
}

fn promise<'a>(passage: Passage<'a>, sentence: &'a str) -> Option<Promise<'a>> {
    let (subject, rest) = sentence.split_once(" ska ")?;
    let lower = rest.lower();
    let at = rest.find("senast ")?;
    let done = DONE.iter().any(|word| lower.contains(word));
    let asked = ["rapporter", "redovis", "uppdrag"].iter().any(|word| sentence.lower().contains(word));
    let range = dates::first_range(rest.get(at..)?).filter(|_| done && !asked)?;
    let near = rest[at..].find(&range.text)? <= "senast i slutet av ".len();
    let about = stems(subject);
    (near && !about.is_empty()).then_some(Promise { passage, sentence, about, day: range.to })
}

/// Something of its own that a plan says it will tell of in a report.
#[derive(Debug, Clone)]
pub struct Owed<'a> {
    /// Where it stands.
    pub passage: Passage<'a>,
    /// The sentence that says what will be done.
    pub sentence: &'a str,
    /// The beginnings of the words that say what it is about.
    about: Vec<String>,
}

/// What a plan undertakes on its own and says, in the next sentence, that it is told of in the interim report:
/// "… på eget initiativ att pröva vinterbad. Resultatet redovisas i delårsrapporten."
pub fn owed_in_interim_report<'a>(said: &[(Passage<'a>, &'a str)]) -> Vec<Owed<'a>> {
    let own = |pair: &&[(Passage<'a>, &'a str)]| {
        let [(passage, first), (next_passage, next)] = pair else { return false };
        let lower = next.lower();
        let told = ["redovisas", "rapporteras", "återrapporteras"].iter().any(|word| lower.contains(word));
        let first = first.lower();
        let undertaken =
            ["eget initiativ", "egna initiativ", "eget åtagande", "egen utvärdering", "egen utredning"];
        passage.span == next_passage.span
            && undertaken.iter().any(|word| first.contains(word))
            && told
            && lower.contains("delårsrapporten")
    };
    let found = said.windows(2).filter(own).map(|pair| Owed {
        passage: pair[0].0.clone(),
        sentence: pair[0].1,
        about: stems(pair[0].1),
    });
    found.filter(|owed| owed.about.len() >= ENOUGH).collect()
}

/// A sentence with so many of the words speaks of the same.
const ENOUGH: usize = 2;

impl Owed<'_> {
    /// Whether a sentence or a heading in lower case speaks of it.
    pub fn is_in(&self, lower: &str) -> bool {
        self.about.iter().filter(|stem| lower.contains(stem.as_str())).count() >= ENOUGH
    }
}

/// The beginnings of the words that say what a text is about.
fn stems(text: &str) -> Vec<String> {
    let long = words(text).into_iter().filter(|word| word.chars().count() >= LETTERS);
    let stems = long.map(|word| word.chars().take(LETTERS).collect::<String>());
    stems.filter(|stem| !GENERAL.iter().any(|word| stem.starts_with(word))).collect()
}

impl Promise<'_> {
    /// Whether a text in lower case speaks of what is promised: any of its words is there.
    pub fn is_in(&self, lower: &str) -> bool {
        self.about.iter().any(|stem| lower.contains(stem.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::stems;

    #[test]
    fn what_a_promise_is_about_is_in_its_subject() {
        assert_eq!(stems("Den nya bryggan i Norrviken"), ["brygga", "norrvi"]);
        assert_eq!(stems("Nämnden"), Vec::<String>::new());
    }
}
