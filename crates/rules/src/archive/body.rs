//! Names of bodies, however they are written, as keys.

use uppsikt_text::case::Lower;

/// How the names of committees end.
const COMMITTEE: [&str; 4] = ["nämnden", "nämnd", "nämndens", "nämnds"];

/// How the names of boards and other bodies end, and as what.
const OTHERS: [(&str, &str); 8] = [
    ("styrelsens", "styrelse"),
    ("styrelsen", "styrelse"),
    ("styrelses", "styrelse"),
    ("styrelse", "styrelse"),
    ("utskottets", "utskott"),
    ("utskottet", "utskott"),
    ("utskotts", "utskott"),
    ("utskott", "utskott"),
];

/// What a body is known by: "Barn- och utbildningsnämnden", "BARN & UTBILDNINGSNÄMND" and, in a
/// table of bodies, "Barn och utbildning" are one.
pub fn body_key(name: &str) -> Option<String> {
    let bare = without_marks(name);
    let lower = bare.lower();
    if lower == "ks" {
        return Some("kommunstyrelse".to_owned());
    }
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !is_little(word));
    let words: Vec<&str> = words.collect();
    let (last, first) = words.split_last()?;
    // "Nämnden för arbete och välfärd" is known by what it is for.
    if let Some(("nämnden" | "nämnd", rest)) = words.split_first().map(|(first, rest)| (*first, rest)) {
        return (!rest.is_empty()).then(|| rest.concat());
    }
    let end = |word: &str| -> String {
        let committee = COMMITTEE.iter().find_map(|ending| word.strip_suffix(ending));
        let other = || {
            OTHERS.iter().find_map(|(ending, as_what)| Some(word.strip_suffix(ending)?.to_owned() + as_what))
        };
        committee
            .map(|stem| stem.trim_end_matches('s').to_owned())
            .or_else(other)
            .unwrap_or_else(|| word.to_owned())
    };
    let key = first.concat() + &end(last);
    (!key.is_empty()).then_some(key)
}

/// A label without a number before it, brackets, marks of notes and words for a sum.
fn without_marks(name: &str) -> &str {
    let open = name.split(['(', '*', '¹', '²', '³']).next().unwrap_or(name);
    let bare = open.trim_matches(|c: char| !c.is_alphabetic());
    let sums = ["summa ", "Summa ", "SUMMA ", "Totalt ", "totalt "];
    let bare = sums.iter().find_map(|sum| bare.strip_prefix(sum)).unwrap_or(bare);
    [" totalt", " summa"].iter().find_map(|sum| bare.strip_suffix(sum)).unwrap_or(bare).trim()
}

fn is_little(word: &str) -> bool {
    word.is_empty() || word == "och" || word == "samt"
}

/// Whether a word is how a body's name ends.
pub fn ends_body(word: &str) -> bool {
    let lower = word.lower();
    ["nämnden", "nämnd", "styrelsen", "nämndens", "styrelsens"].iter().any(|ending| lower.ends_with(ending))
}

/// The keys of the bodies that a text names, in order: "kommunstyrelsen, barn- och skolnämnden samt
/// tekniska nämnden".
pub fn bodies_in(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    let mut start = 0;
    for (at, word) in words.iter().enumerate() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-');
        if bare.eq_ignore_ascii_case("ks") {
            found.push("kommunstyrelse".to_owned());
            start = at + 1;
        } else if ends_body(bare) {
            found.extend(body_key(&name_ending(&words[start..=at])));
            start = at + 1;
        }
    }
    found.dedup();
    found
}

/// The name that ends some words: with the parts before it that end in a hyphen or that describe it.
fn name_ending(words: &[&str]) -> String {
    let last = words.len() - 1;
    let bare = words[last].trim_matches(|c: char| !c.is_alphanumeric());
    let mut start = last;
    while start >= 2 && matches!(words[start - 1], "och" | "&") && is_part(words[start - 2]) {
        start -= 2;
    }
    while start >= 1 && start < last && is_part(words[start - 1]) {
        start -= 1;
    }
    // "tekniska nämnden": the word before says which.
    let lower = bare.lower();
    if start == last && start >= 1 && COMMITTEE.contains(&lower.as_str()) {
        start -= 1;
    }
    let name = words[start..=last].join(" ");
    name.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// "barn-", "social-,"
fn is_part(word: &str) -> bool {
    word.trim_end_matches(',').ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_known_however_its_name_is_written() {
        let key = |name: &str| body_key(name).unwrap_or_default();
        for same in [
            "Barn- och utbildningsnämnden",
            "BARN & UTBILDNINGSNÄMND",
            "Barn- och utbildningsnämnden (BUN)",
            "2 Barn- och utbildningsnämnden*",
            "Summa barn- och utbildningsnämnden",
        ] {
            assert_eq!(key(same), "barnutbildning", "{same}");
        }
        assert_eq!(key("Kommunstyrelsens"), key("Kommunstyrelsen"));
        assert_eq!(key("KS"), key("Kommunstyrelsen"));
        assert_ne!(key("Kommunen"), key("Kommunstyrelsen"));
        assert_eq!(key("Nämnden för arbete och välfärd"), "förarbetevälfärd");
        assert_eq!(body_key("nämnden"), None);
        assert_eq!(body_key(""), None);
    }

    #[test]
    fn bodies_of_a_text_are_told_apart() {
        let text = "Kommunstyrelsen, barn- och skolnämnden, kultur-, idrotts- och fritidsnämnden samt tekniska nämnden.";
        assert_eq!(bodies_in(text), ["kommunstyrelse", "barnskol", "kulturidrottsfritid", "tekniska"]);
        assert!(bodies_in("Hela kommunen.").is_empty());
    }
}
