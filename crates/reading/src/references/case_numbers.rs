//! The numbers of cases, however they are printed.

use crate::tables::tail::is_year;
use std::ops::Range;

/// A case's number with hyphens, however it is printed: "KS/2031:77", "KS 2031/77".
pub(crate) fn hyphened(number: &str) -> String {
    number.replace([' ', '/', ':', '.'], "-")
}

/// "PN 2031/77-1.3.2" without the class after it, by which the registry sorts its cases.
pub(crate) fn without_class(number: &str) -> &str {
    let class = number.rsplit_once(['-', ' ']).filter(|(before, class)| {
        let parts: Vec<&str> = class.split('.').collect();
        let short = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        parts.len() >= 2 && parts.iter().all(short) && before.contains(|c: char| c.is_ascii_digit())
    });
    class.map_or(number, |(before, _)| before.trim_end_matches(['-', ' ']))
}

/// The longest number of a case, in bytes.
const LONGEST: usize = 24;

/// Whether words right after a label are a case's number of some registry: "0423/31", "PN31/9-022",
/// "2031PN/0130", "PRK/2031:487-0061". Capitals, digits and what parts them; a day is none.
pub(crate) fn is_labelled_number(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['/', ':', '-', ' ', '.']).collect();
    let sound = |part: &&str| !part.is_empty() && part.chars().all(|c| is_letter(c) || c.is_ascii_digit());
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let day = parts.len() == 3 && [4, 2, 2].iter().zip(&parts).all(|(length, part)| part.len() == *length);
    text.len() <= LONGEST && parts.len() >= 2 && digits >= 4 && !day && parts.iter().all(sound)
}

/// The year of a case's number with hyphens: four digits of their own, or before or after letters; else two
/// digits after the letters, or the last two of all.
pub(crate) fn year_of(number: &str) -> Option<i32> {
    let parts: Vec<&str> = number.split('-').collect();
    let digits = |part: &'_ &str| part.trim_matches(is_letter).to_owned();
    let whole = parts.iter().map(digits).find(|part| is_year(part));
    let two = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    let lettered =
        || parts.iter().filter(|part| part.starts_with(is_letter)).map(digits).find(|part| two(part));
    let last = || parts.last().filter(|part| parts.len() == 2 && two(part)).map(|part| (*part).to_owned());
    let short = || lettered().or_else(last).map(|year| format!("20{year}"));
    whole.or_else(short)?.parse().ok()
}

/// Case numbers: letters, year, running number, parted by hyphens, spaces, slashes or a colon.
pub(crate) fn cases(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if !is_letter(first) {
            at += first.len_utf8();
            continue;
        }
        let letters = text[at..].chars().take_while(|c| is_letter(*c));
        let (count, length) = letters.fold((0, 0), |(count, length), c| (count + 1, length + c.len_utf8()));
        let free = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '-');
        // Numbers of laws are no cases.
        let law =
            text[at..].starts_with("SFS ") || text[at..].starts_with("SOU ") || text[at..].starts_with("EU ");
        match case_end(bytes, at + length).filter(|_| free && !law && (2..=6).contains(&count)) {
            Some(end) => {
                found.push(at..end);
                at = end;
            }
            None => at += length,
        }
    }
    found
}

/// A letter that the short name of a body is made of.
fn is_letter(c: char) -> bool {
    c.is_ascii_uppercase() || matches!(c, 'Å' | 'Ä' | 'Ö')
}

fn case_end(bytes: &[u8], after_letters: usize) -> Option<usize> {
    let separator = |at: usize| bytes.get(at).is_some_and(|b| matches!(b, b'-' | b' ' | b'/'));
    let digits = |at: usize| bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
    if !separator(after_letters) || digits(after_letters + 1) != 4 {
        return None;
    }
    let year_end = after_letters + 5;
    let colon = bytes.get(after_letters) != Some(&b'-') && bytes.get(year_end) == Some(&b':');
    let number = (separator(year_end) || colon).then(|| digits(year_end + 1))?;
    let plausible = matches!(bytes.get(after_letters + 1), Some(b'1' | b'2'));
    // "KSAU 2031-02-12" is a day.
    let day = number == 2 && bytes.get(year_end + 3) == Some(&b'-') && digits(year_end + 4) == 2;
    (!day && (1..=6).contains(&number) && plausible).then_some(year_end + 1 + number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_tells_that_the_number_of_any_registry_is_one() {
        for (text, year) in [
            ("0423/31", Some(2031)),
            ("PN31/9-022", Some(2031)),
            ("2031PN/0130", Some(2031)),
            ("PRK/2031:487-0061", Some(2031)),
            ("PRK/2031:77", Some(2031)),
            ("PN 2031-00412", Some(2031)),
            ("2031/1187", Some(2031)),
            ("1234/5678", None),
        ] {
            assert!(is_labelled_number(text), "{text}");
            assert_eq!(year_of(&hyphened(text)), year, "{text}");
        }
        for text in ["2031-02-12", "1 (3)", "Se bilaga 2031/1", "2031", "AB"] {
            assert!(!is_labelled_number(text), "{text}");
        }
    }

    #[test]
    fn the_class_of_a_case_is_no_part_of_its_number() {
        assert_eq!(without_class("PN 2031/00871-1.3.2"), "PN 2031/00871");
        assert_eq!(without_class("PN 2031/00871 - 2.4"), "PN 2031/00871");
        assert_eq!(without_class("PN-2031-77"), "PN-2031-77");
        assert_eq!(without_class("PN31/9-022"), "PN31/9-022");
    }

    #[test]
    fn a_colon_or_a_slash_parts_the_number_too() {
        let text = "Se PRK/2031:77, PRK 2031/5 och PRK 2031: 12 träd.";
        let cases: Vec<String> = cases(text).into_iter().map(|range| hyphened(&text[range])).collect();
        assert_eq!(cases, ["PRK-2031-77", "PRK-2031-5"]);
        let text = "Se ÅN 2031/77 och PÖN-2031-5, inte Å 2031/77.";
        let cases: Vec<String> = super::cases(text).into_iter().map(|range| hyphened(&text[range])).collect();
        assert_eq!(cases, ["ÅN-2031-77", "PÖN-2031-5"]);
    }
}
