//! "Sex egna nämndsmål", and how many headings are labelled so: "Nämndsmål: …".

use crate::how_many::number;
use crate::prose::words;
use uppsikt_domain::document::Document;
use uppsikt_domain::section::Section;
use uppsikt_text::case::Lower;

/// A number of things that headings are labelled as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// The words: "sex egna nämndsmål".
    pub said: String,
    /// How many they say.
    pub number: usize,
    /// The label of the headings.
    pub label: String,
}

/// What a sentence counts that may be labels of headings.
pub fn counted(sentence: &str) -> Vec<Labelled> {
    if !["mål", "områden", "prioriteringar"].iter().any(|part| sentence.contains(part)) {
        return Vec::new();
    }
    let words = words(sentence);
    let at = |at: usize| {
        let number = number(&words[at]).filter(|number| (2..=30).contains(number))?;
        let own = words.get(at + 1).is_some_and(|word| word == "egna");
        let noun = words.get(at + 1 + usize::from(own))?;
        let before = at.checked_sub(1).map(|at| words[at].as_str());
        let of_some =
            before.is_some_and(|word| ["av", "i", "inom", "minst", "högst", "varav"].contains(&word));
        let label = label(noun).filter(|_| !of_some)?;
        let said = words[at..=at + 1 + usize::from(own)].join(" ");
        Some(Labelled { said, number, label })
    };
    (0..words.len()).filter_map(at).collect()
}

/// The label of one of what a word names: "nämndsmål", "målområde", "prioritering".
fn label(noun: &str) -> Option<String> {
    let areas = ["målområden", "fokusområden", "prioriterade områden", "inriktningsområden"];
    match noun {
        "prioriteringar" => Some("prioritering".to_owned()),
        _ if areas.contains(&noun) => noun.strip_suffix('n').map(str::to_owned),
        _ => (noun.ends_with("mål") && noun.len() > "kfmål".len()).then(|| noun.to_owned()),
    }
}

/// The sections whose headings have a label.
pub fn sections<'a>(document: &'a Document, label: &str) -> Vec<&'a Section> {
    let labelled = |section: &&Section| {
        section.heading.as_ref().is_some_and(|heading| {
            let lower = heading.text.lower();
            let rest =
                lower.trim_start_matches(|c: char| !c.is_alphabetic()).strip_prefix(label).map(str::to_owned);
            rest.is_some_and(|rest| is_label(&rest))
        })
    };
    document.all_sections().into_iter().filter(labelled).collect()
}

/// Whether what follows on a label makes it one: a mark or a number.
fn is_label(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.starts_with([':', '-', '\u{2013}', '.']) || rest.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_headings_are_labelled_as_is_counted() {
        let told = |sentence: &str| {
            let found = counted(sentence).into_iter().map(|it| (it.number, it.label));
            found.collect::<Vec<_>>()
        };
        assert_eq!(told("Nämnden har formulerat sex egna nämndsmål."), [(6, "nämndsmål".to_owned())]);
        assert_eq!(told("Budgeten har fyra målområden."), [(4, "målområde".to_owned())]);
        assert_eq!(told("Nämnden har beslutat om tre prioriteringar."), [(3, "prioritering".to_owned())]);
        for other in
            ["Två av nio nämndmål är nya.", "Nämnden har tre mål.", "Minst två prioriteringar följs."]
        {
            assert_eq!(told(other).iter().filter(|it| it.0 == 2).count(), 0, "{other}");
        }
    }

    #[test]
    fn a_label_is_followed_by_a_mark_or_a_number() {
        assert!(is_label(": Staden tål skyfall") && is_label(" 1.1.2 Barn får stöd") && is_label(" - Fler"));
        assert!(!is_label("en för året") && !is_label(" och uppdrag"));
    }
}
