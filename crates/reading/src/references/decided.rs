//! References to minutes and to laws: "KF § 123", "kommunstyrelsen 2031-03-12 § 44", "kulturlagen (2031:12)".

use crate::prose::boundary;
use crate::tables::tail::is_year;
use std::ops::Range;

/// Endings of the names of those who decide.
const DECIDERS: [&str; 5] = ["fullmäktige", "styrelsen", "nämnden", "utskottet", "utskott"];
/// A short name of one who decides has so many letters at most.
const LONGEST_SHORT: usize = 5;

/// Where a text names a paragraph of minutes, with the one who decided and the day between them.
pub(super) fn minutes(text: &str) -> Vec<Range<usize>> {
    text.match_indices('§').filter_map(|(at, sign)| paragraph(text, at, at + sign.len())).collect()
}

fn paragraph(text: &str, at: usize, after: usize) -> Option<Range<usize>> {
    let rest = text[after..].trim_start_matches([' ', '\u{a0}']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let end = text.len() - rest.len() + digits;
    let ended = text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    if digits == 0 || digits > 4 || !ended {
        return None;
    }
    let (mut start, word) = word_before(text, at)?;
    let mut word = word;
    if is_day(word) {
        (start, word) = word_before(text, start)?;
        if word == "den" {
            (start, word) = word_before(text, start)?;
        }
    }
    decides(word).then_some(start..end)
}

/// The word before a place, without the comma after it, and where it begins.
fn word_before(text: &str, at: usize) -> Option<(usize, &str)> {
    let before = text[..at].trim_end_matches([' ', '\u{a0}', ',']);
    let start = before.rfind([' ', '\u{a0}', '(', '"']).map_or(0, |start| boundary(before, start + 1));
    (!before[start..].is_empty()).then(|| (start, &before[start..]))
}

/// "2031-03-12".
fn is_day(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    matches!(parts.as_slice(), [year, month, day] if is_year(year) && digits(month) && digits(day))
}

fn decides(word: &str) -> bool {
    let letters = word.chars().count();
    let short = (2..=LONGEST_SHORT).contains(&letters) && word.chars().all(char::is_uppercase);
    let lower = word.to_lowercase();
    short || DECIDERS.iter().any(|ending| lower.ends_with(ending))
}

/// Laws and ordinances with their numbers: "socialtjänstlagen (2001:453)", "SFS 2010:900".
pub(super) fn laws(text: &str) -> Vec<Range<usize>> {
    text.match_indices(':').filter_map(|(at, _)| law(text, at)).collect()
}

fn law(text: &str, colon: usize) -> Option<Range<usize>> {
    let year = colon.checked_sub(4).and_then(|from| text.get(from..colon)).filter(|year| is_year(year))?;
    let digits = text[colon + 1..].bytes().take_while(u8::is_ascii_digit).count();
    let (from, end) = (colon - year.len(), colon + 1 + digits);
    let ended = text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    if !(1..=4).contains(&digits) || !ended {
        return None;
    }
    if let Some(before) = text[..from].strip_suffix("SFS ") {
        return Some(before.len()..end);
    }
    let before = text[..from].strip_suffix('(')?;
    let (start, word) = word_before(text, before.len())?;
    let lower = word.to_lowercase();
    // "Lagen (2031:12) om parker" says its name after the number.
    let endings = ["lagen", "balken", "förordningen"];
    let named = endings.iter().any(|it| lower.ends_with(it) && lower.len() > it.len());
    let closed = text[end..].starts_with(')');
    (named && closed).then_some(start..end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str, found: Vec<Range<usize>>) -> Vec<&str> {
        found.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn minutes_are_known_with_the_one_who_decided() {
        let text = "Beslutet (KF § 123) och PN 2031-03-12 § 44 samt kommunstyrelsen den 2031-04-02, § 7, \
                    inte 9 kap. 40 § lagen eller enligt § 5.";
        assert_eq!(
            all(text, minutes(text)),
            ["KF § 123", "PN 2031-03-12 § 44", "kommunstyrelsen den 2031-04-02, § 7"]
        );
    }

    #[test]
    fn laws_are_known_with_their_numbers() {
        let text = "Enligt parklagen (2031:12) och SFS 2030:900, inte kl. 2031:5 eller lagen (2031:1).";
        assert_eq!(all(text, laws(text)), ["parklagen (2031:12)", "SFS 2030:900"]);
    }
}
