//! Counts of goals by status in running text: "fyra av fem mål är på väg".

mod clause;
mod horizon;
mod status;
#[cfg(test)]
mod tests;

use crate::how_many::Many;
use crate::prose::words;
use clause::{Counted, clauses, counted, told_all};
use uppsikt_domain::assessment::{Horizon, Status};
use uppsikt_domain::structure::Structure;
use uppsikt_text::case::Lower;
use uppsikt_text::sentence::sentences;

/// How many goals a sentence says have a status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count<'a> {
    /// How many.
    pub many: Many,
    /// Out of how many, where it says so.
    pub out_of: Option<usize>,
    /// The status.
    pub status: Status,
    /// The horizon, where the sentence names one.
    pub horizon: Option<Horizon>,
    /// Whether the sentence says that it holds for both horizons.
    pub both: bool,
    /// "När inte": not on track, or only partly.
    pub short_of: bool,
    /// The words that say it.
    pub printed: &'a str,
}

/// The status that a label in lower case is.
pub fn status_of(lower: &str, structure: &Structure) -> Option<Status> {
    status::of_clause(lower, structure, None).filter(|said| !said.short_of).map(|said| said.status)
}

/// The counts of a text, sentence by sentence. A sentence may count out of the goals that the one
/// before tells of: "Nämnden har sex mål. Fyra av dem är på väg."
pub fn counts_of<'a>(text: &'a str, structure: &Structure) -> Vec<Vec<Count<'a>>> {
    let mut whole = None;
    let mut found = Vec::new();
    for sentence in sentences(text) {
        let counts = counts(sentence, structure, whole);
        let told = told_all(&words(sentence)).filter(|_| counts.is_empty());
        whole = told.or(whole.filter(|_| !counts.is_empty()));
        found.push(counts);
    }
    found
}

/// The counts of a sentence, where the one before it tells how many goals there are. Sentences that
/// judge the goals of the whole municipality ("samlad bedömning") count something else.
pub fn counts<'a>(sentence: &'a str, structure: &Structure, whole: Option<usize>) -> Vec<Count<'a>> {
    let named = sentence.contains("mål") || sentence.contains("Mål");
    if !named && whole.is_none() {
        return Vec::new();
    }
    let lower = sentence.lower();
    if ["samlad", "samlat", "kommunen som helhet", "förra året", "föregående"]
        .iter()
        .any(|word| lower.contains(word))
    {
        return Vec::new();
    }
    let (horizon, both) = (horizon::named(&lower), horizon::names_both(&lower));
    let whole = whole.filter(|_| !named);
    let mut found: Vec<Count<'a>> = Vec::new();
    let mut last: Option<status::Said> = None;
    let opened = sentence.contains("mål: ") || whole.is_some();
    for clause in clauses(sentence).into_iter().filter(|clause| !clause.contains(" eller ")) {
        let goes_on = opened || !found.is_empty();
        let said = status::of_clause(&clause.lower(), structure, last.as_ref().filter(|_| goes_on));
        let Some(said) = said else {
            // What a finer scale counts may be of the status that another clause counts.
            if clause::is_graded(&words(clause)) {
                return Vec::new();
            }
            continue;
        };
        let told = Counted { whole, goes_on, before: &found };
        let Some((many, out_of)) = counted(clause, &said, structure, &told) else { continue };
        let (status, short_of) = (said.status, said.short_of);
        found.push(Count { many, out_of, status, horizon, both, short_of, printed: clause });
        last = Some(said);
    }
    found
}
