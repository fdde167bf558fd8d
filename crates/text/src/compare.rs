//! Whether two wordings are the same, or how alike they are.

use crate::stem::stem;

/// Words that say nothing of what a name is of.
pub(crate) const LITTLE: [&str; 20] = [
    "en", "ett", "och", "för", "i", "på", "av", "att", "som", "den", "det", "de", "med", "till", "vår",
    "våra", "mer", "god", "goda", "gott",
];
/// What every name of a municipality may be about.
const PLACES: [&str; 8] =
    ["stad", "staden", "stads", "kommun", "kommunen", "kommuns", "samhälle", "samhället"];
/// How names of bodies end: "socialnämnden" is of "social".
const BODY_ENDINGS: [&str; 6] = ["nämnden", "nämnd", "styrelsen", "styrelse", "utskottet", "utskott"];

/// A wording for comparing: lower case, single spaces, no soft hyphens, no punctuation at
/// the ends, all dashes and quotation marks alike.
pub fn normalized(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_ascii_graphic() => out.push(c.to_ascii_lowercase()),
            'å' | 'ä' | 'ö' => out.push(c),
            '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => out.push('"'),
            '\u{2018}' | '\u{2019}' => out.push('\''),
            c => out.extend(c.to_lowercase()),
        }
    }
    out.trim_matches(|c: char| !c.is_alphanumeric() && c != '%').to_owned()
}

/// Whether two wordings say the same, spaces, case and dashes aside.
pub fn same(a: &str, b: &str) -> bool {
    normalized(a) == normalized(b)
}

/// How alike two wordings are, in thousandths: twice the common words by all words
/// (the Sørensen–Dice coefficient over words).
pub fn likeness_permille(a: &str, b: &str) -> u16 {
    let (a, b) = (normalized(a), normalized(b));
    let mut ours: Vec<&str> = words(&a);
    let theirs = words(&b);
    let all = ours.len() + theirs.len();
    if all == 0 {
        return 1000;
    }
    let mut common = 0_usize;
    for word in &theirs {
        if let Some(found) = ours.iter().position(|own| own == word) {
            ours.swap_remove(found);
            common += 1;
        }
    }
    u16::try_from(2000 * common / all).unwrap_or(1000)
}

/// How alike two names of bodies or areas are, in thousandths: as [`likeness_permille`], by the stems of
/// the words that tell what they are of. "Socialnämnden" and "Social- och omsorgsnämnden" have one in
/// common, and so have "En trygg kommun" and "Ett tryggare samhälle".
pub fn name_likeness_permille(a: &str, b: &str) -> u16 {
    let (ours, theirs) = (telling_stems(a), telling_stems(b));
    if ours.is_empty() && theirs.is_empty() {
        return likeness_permille(a, b);
    }
    likeness_permille(&ours.join(" "), &theirs.join(" "))
}

/// How alike two names of budget areas are, in thousandths: as [`name_likeness_permille`], or by the
/// words that begin with a word of the other: "Bibliotek" and "Biblioteksverksamhet".
pub fn area_likeness_permille(a: &str, b: &str) -> u16 {
    const SHORTEST: usize = 5;
    let (ours, theirs) = (telling_stems(a), telling_stems(b));
    let begins = |a: &str, b: &str| a.chars().count() >= SHORTEST && b.starts_with(a);
    let is_in = |word: &String, others: &[String]| {
        others.iter().any(|it| it == word || begins(it, word) || begins(word, it))
    };
    let common = ours.iter().filter(|word| is_in(word, &theirs)).count()
        + theirs.iter().filter(|word| is_in(word, &ours)).count();
    let all = (ours.len() + theirs.len()).max(1);
    name_likeness_permille(a, b).max(u16::try_from(800 * common / all).unwrap_or_default())
}

pub(crate) fn telling_stems(name: &str) -> Vec<String> {
    let name = normalized(name);
    let telling = words(&name).into_iter().filter(|word| !LITTLE.contains(word) && !PLACES.contains(word));
    let of = |word: &str| {
        let bare = BODY_ENDINGS.iter().find_map(|ending| word.strip_suffix(ending));
        stem(bare.unwrap_or(word))
    };
    telling.map(of).filter(|word| !word.is_empty()).collect()
}

pub(crate) fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_dashes_and_case_do_not_matter() {
        assert!(same("Kultur\u{2013} och  fritid.", "kultur- och fritid"));
        assert!(!same("kultur", "fritid"));
    }

    #[test]
    fn likeness_counts_common_words() {
        assert_eq!(likeness_permille("fler barn läser", "fler barn läser"), 1000);
        assert_eq!(likeness_permille("fler barn", "färre vuxna"), 0);
        assert_eq!(likeness_permille("fler barn läser", "fler barn simmar"), 666);
    }

    #[test]
    fn areas_are_alike_by_the_words_that_begin_theirs() {
        assert_eq!(area_likeness_permille("Bibliotek", "Biblioteksverksamhet"), 800);
        assert_eq!(area_likeness_permille("Bad och idrott", "Idrottsanläggningar"), 533);
        assert_eq!(area_likeness_permille("Idrott", "Idrott"), 1000);
        assert_eq!(area_likeness_permille("Bad", "Badrum"), 0);
    }

    #[test]
    fn names_are_alike_by_what_they_are_of() {
        let alike = |a: &str, b: &str| name_likeness_permille(a, b) >= 350;
        assert!(alike("Parknämnden", "Park- och lekplatsnämnden"));
        assert!(alike("En grön stad", "Ett grönare samhälle"));
        assert!(alike("Barn- och parknämnden", "Parknämnden"));
        assert!(!alike("En stad för alla åldrar", "En blå stad"));
        assert!(!alike("En god kommun", "En öppen kommun"), "what every name is of tells nothing");
        assert!(!alike("Lilla nämnden", "Gröna nämnden"));
        assert!(!alike("Vatten- och parknämnden", "Barn- och skolnämnden"));
    }
}
