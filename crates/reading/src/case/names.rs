//! The names in a line: bodies, companies and persons, parted by commas, "och" and "samt".

use crate::book::folded;
use uppsikt_text::{dates, format};

/// Endings of the names of units inside an office, which belong to the office's name.
const UNITS: [&str; 4] = ["enheten", "avdelningen", "sektionen", "kansliet"];
const OFFICES: [&str; 2] = ["förvaltningen", "kontoret"];

/// Parts lines into names.
pub(crate) struct Names<'a> {
    /// Endings of words for bodies: "nämnden", "rådet", "AB".
    pub bodies: &'a [String],
    /// Endings of words for officials: "chefen".
    pub officials: &'a [String],
}

impl Names<'_> {
    /// The names in a text, each with a capital, without days and numbers.
    pub fn of(&self, text: &str) -> Vec<String> {
        let text = text.replace("**", "");
        let text = self.without_label(text.trim().trim_end_matches(['.', ';', ':']));
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut found: Vec<String> = Vec::new();
        let mut open = String::new();
        for (at, word) in words.iter().enumerate() {
            let next = piece(&words[at + 1..]);
            let parts = match *word {
                "samt" => !open.is_empty(),
                "och" => self.och_parts(&open, &next),
                _ => false,
            };
            if !parts {
                let glue = if open.is_empty() { "" } else { " " };
                open = format!("{open}{glue}{word}");
            }
            let bare = open.trim_end_matches([',', ';']);
            let stopped = bare.len() < open.len() && !bare.ends_with('-') && !in_parentheses(bare);
            if parts || (stopped && !self.comma_joins(bare, &next)) {
                found.push(bare.trim().to_owned());
                open.clear();
            }
        }
        found.push(open);
        let named = found.iter().map(|name| without_day(name)).filter(|name| is_name(name));
        named.map(format::capitalised).collect()
    }

    /// "Nämnder: Parknämnden" without what the names are.
    fn without_label<'t>(&self, text: &'t str) -> &'t str {
        let label = |label: &str| {
            let bare = folded(label.trim());
            let kind = self.bodies.contains(&bare) || !self.is_body(&bare);
            kind && bare.split(' ').count() <= 3 && !bare.contains(|c: char| c.is_ascii_digit())
        };
        let told = text.split_once(':').filter(|(first, _)| label(first));
        told.map_or(text, |(_, rest)| rest).trim()
    }

    /// Whether some words hold the word for a body.
    pub fn is_body(&self, words: &str) -> bool {
        words.split(' ').any(|word| self.is_body_word(word))
    }

    /// "Polisen": a thing that is known, in one word.
    pub fn is_known(&self, name: &str) -> bool {
        is_definite(name)
    }

    fn is_body_word(&self, word: &str) -> bool {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = folded(word);
        self.bodies.iter().any(|ending| match ending.starts_with(char::is_uppercase) {
            true => word == ending,
            false => lower.ends_with(ending.as_str()),
        })
    }

    /// Whether "och" stands between two names, not inside one.
    fn och_parts(&self, open: &str, next: &str) -> bool {
        let alone = !open.contains(' ');
        let mut first = next.split(' ').take(1);
        if open.is_empty() || open.ends_with(['-', ',']) || in_parentheses(open) {
            return false;
        }
        if next.starts_with(char::is_uppercase) {
            let company = next.split(' ').next_back().is_some_and(|last| self.is_body_word(last));
            let again = first.any(|word| open.contains(word));
            return !(company && next.contains(' ') && !again && !self.is_body(open) && !is_definite(open));
        }
        let two = alone && !next.contains(' ') && is_definite(open) && is_definite(next);
        two || (self.is_body(next) && self.is_body(open))
    }

    /// Whether a comma stands inside a name: "Nämnden för skola, kultur och fritid", "Eva Lind, planarkitekt".
    fn comma_joins(&self, open: &str, next: &str) -> bool {
        if !next.starts_with(char::is_lowercase) {
            return false;
        }
        let first = next.split(' ').next().unwrap_or_default();
        let ends = |word: &str, list: &[&str]| list.iter().any(|ending| word.ends_with(ending));
        let mut halves = open.splitn(2, " för ");
        let of = halves.next().is_some_and(|body| self.is_body(body))
            && halves.next().is_some_and(|about| !about.contains(" och "));
        let official =
            next.split(' ').any(|word| self.officials.iter().any(|ending| word.ends_with(ending.as_str())));
        let person = open.contains(' ') && !self.is_body(open) && open.split(' ').all(has_capital);
        // "Stiftelsen Storby slott, park och museum".
        let called = open.split_once(' ').is_some_and(|(body, name)| {
            has_capital(body) && self.is_body_word(body) && has_capital(name) && !self.is_body(name)
        });
        ((of || called) && !self.is_body(next) && !is_definite(first))
            || (person && official)
            || (ends(open, &OFFICES) && ends(first, &UNITS))
    }
}

/// The words up to the next comma or joint.
fn piece(words: &[&str]) -> String {
    let mut out: Vec<&str> = Vec::new();
    for word in words {
        if matches!(*word, "samt" | "och") && !out.last().is_some_and(|last| last.ends_with('-')) {
            break;
        }
        let stopped = word.ends_with([',', ';']) && !word.ends_with("-,");
        out.push(word.trim_end_matches([',', ';']));
        if stopped {
            break;
        }
    }
    out.join(" ")
}

fn has_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// "polisen", "museet": a thing that is known.
fn is_definite(word: &str) -> bool {
    ["en", "et", "erna", "orna", "arna"].iter().any(|ending| word.ends_with(ending))
        && word.len() > 6
        && !word.contains(' ')
}

fn in_parentheses(text: &str) -> bool {
    text.matches('(').count() > text.matches(')').count()
}

/// "Parknämnden (senast 2 maj 2031)" without the day.
fn without_day(name: &str) -> &str {
    let name = name.trim();
    let Some(range) = dates::ranges(name).into_iter().next().map(|(range, _)| range) else { return name };
    let before = name[..range.start].trim_end_matches(['(', ' ', '-', '\u{2013}']);
    let before = ["senast den", "senast", "den"].iter().find_map(|word| before.strip_suffix(word));
    before.unwrap_or(&name[..range.start]).trim_end_matches(['(', ' ', '-', '\u{2013}', ','])
}

fn is_name(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2 && text.chars().filter(char::is_ascii_digit).count() < letters
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::HouseStyle;

    fn names(text: &str) -> Vec<String> {
        let style = HouseStyle::standard();
        Names { bodies: &style.case.bodies, officials: &style.case.officials }.of(text)
    }

    #[test]
    fn a_name_may_hold_commas_and_och() {
        assert_eq!(
            names(
                "Nämnden för skola, kultur och fritid, Hälsa-, vård- och omsorgsnämnden, rådet för äldre och rådet för funktionsrätt."
            ),
            [
                "Nämnden för skola, kultur och fritid",
                "Hälsa-, vård- och omsorgsnämnden",
                "Rådet för äldre",
                "Rådet för funktionsrätt"
            ]
        );
        assert_eq!(
            names("Stiftelsen Ekby slott, park och museum, Parkrådet, Föreningen Bygd, by och bok"),
            ["Stiftelsen Ekby slott, park och museum", "Parkrådet", "Föreningen Bygd, by och bok"]
        );
        assert_eq!(names("Eva Lind, planarkitekt"), ["Eva Lind, planarkitekt"]);
        assert_eq!(names("Parkförvaltningen, enheten för bad"), ["Parkförvaltningen, enheten för bad"]);
        assert_eq!(names("Ekby Vatten och Avfall AB, SMHI"), ["Ekby Vatten och Avfall AB", "SMHI"]);
    }

    #[test]
    fn names_are_parted_without_what_stands_around_them() {
        assert_eq!(
            names("**Bolag:** Parknämnden och Skolnämnden samt SMHI"),
            ["Parknämnden", "Skolnämnden", "SMHI"]
        );
        assert_eq!(names("Parknämnden (senast 2 maj 2031)"), ["Parknämnden"]);
        assert_eq!(names("polisen och räddningstjänsten"), ["Polisen", "Räddningstjänsten"]);
        assert!(names("2031-05-02").is_empty());
    }
}
