//! Days and ranges of days in Swedish words.

use crate::case::Lower;
use chrono::NaiveDate;
use std::ops::Range;
use uppsikt_domain::indicator::DayRange;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/// The month that a word names, 1 to 12: "augusti", "aug".
pub fn month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    let (start, rest) = word.split_at_checked(3).filter(|_| word.len() <= "september".len())?;
    let found = MONTHS.iter().position(|month| month.eq_ignore_ascii_case(start))?;
    rest.chars().all(char::is_alphabetic).then_some(u32::try_from(found).ok()? + 1)
}

/// The first day or range of days named in a text: see [`ranges`].
pub fn first_range(text: &str) -> Option<DayRange> {
    let words = words(text);
    (0..words.len()).find_map(|at| at_word(&words, at)).map(|(range, _)| range)
}

/// Every day and range of days named in a text, with where it stands in bytes: "den 31 december
/// 2026", "2026-12-31", "våren 2026" (January to June), "hösten 2026" (July to December),
/// "december 2026", "under 2026", "kvartal 3 2026", "andra halvåret 2026", "slutet av 2026",
/// "årsskiftet 2026/2027", "läsåret 2026/27", "2026–2028". The wording is kept.
pub fn ranges(text: &str) -> Vec<(Range<usize>, DayRange)> {
    let words = words(text);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < words.len() {
        match at_word(&words, at) {
            Some((range, count)) => {
                let lead = words[at].1.find(char::is_alphanumeric).unwrap_or(0);
                let start = words[at].0 + lead;
                let last = words[at + count - 1];
                let end = last.0 + last.1.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
                found.push((start..end, range));
                at += count;
            }
            None => at += 1,
        }
    }
    found
}

/// The words of a text with where each begins.
fn words(text: &str) -> Vec<(usize, &str)> {
    let spaced = text.split_inclusive(char::is_whitespace);
    let placed = spaced.scan(0, |at, piece| {
        let start = *at;
        *at += piece.len();
        Some((start, piece.trim_end()))
    });
    placed.filter(|(_, word)| !word.is_empty()).collect()
}

/// The day or days that begin at a word, and of how many words they are.
fn at_word(words: &[(usize, &str)], at: usize) -> Option<(DayRange, usize)> {
    // A day or its year stands among the first words, in figures.
    let near = &words[at..words.len().min(at + 4)];
    if !near.iter().any(|(_, word)| word.bytes().any(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let rest: Vec<&str> = near.iter().map(|(_, word)| *word).collect();
    let found = iso(rest[0]).map(|day| (day, 1)).or_else(|| day(&rest)).or_else(|| named(&rest));
    found.or_else(|| years(&rest).filter(|_| !names_case(words, at)))
}

/// "PRK 2031-44", "dnr 2031-44": the number of a case, not years.
fn names_case(words: &[(usize, &str)], at: usize) -> bool {
    let short = words[at].1.trim_end_matches(|c: char| !c.is_ascii_digit()).len() <= "2031-44".len() + 1;
    let before = at.checked_sub(1).map_or("", |before| words[before].1);
    let code = (2..=6).contains(&before.len()) && before.bytes().all(|b| b.is_ascii_uppercase());
    short && (code || before.lower().trim_end_matches([':', '.']) == "dnr")
}

fn iso(word: &str) -> Option<DayRange> {
    let word = word.trim_matches(|c: char| !c.is_ascii_digit());
    if !word.contains('-') {
        return None;
    }
    let day = NaiveDate::parse_from_str(word, "%Y-%m-%d").ok()?;
    Some(DayRange { from: day, to: day, text: word.to_owned() })
}

fn year(word: Option<&&str>) -> Option<i32> {
    let word = word?.trim_matches(|c: char| !c.is_ascii_digit());
    let year: i32 = (word.len() == 4).then(|| word.parse().ok())??;
    (1950..2100).contains(&year).then_some(year)
}

/// The words as printed, without signs after them.
fn printed(words: &[&str]) -> String {
    words.join(" ").trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

fn months(
    words: &[&str],
    (first_year, first): (i32, u32),
    (last_year, last): (i32, u32),
) -> Option<DayRange> {
    let from = NaiveDate::from_ymd_opt(first_year, first, 1)?;
    let after = NaiveDate::from_ymd_opt(last_year, last, 1)?.checked_add_months(chrono::Months::new(1))?;
    Some(DayRange { from, to: after.pred_opt()?, text: printed(words) })
}

/// "31 december 2026".
fn day(words: &[&str]) -> Option<(DayRange, usize)> {
    let number: u32 = words[0].parse().ok()?;
    let (month, year) = (month(words.get(1)?)?, year(words.get(2))?);
    let day = NaiveDate::from_ymd_opt(year, month, number)?;
    Some((DayRange { from: day, to: day, text: printed(&words[..3]) }, 3))
}

/// A part of a year and the year.
fn named(words: &[&str]) -> Option<(DayRange, usize)> {
    let lower: Vec<String> = words.iter().take(2).map(|word| word.lower()).collect();
    let second = lower.get(1).map(String::as_str).unwrap_or_default();
    let (first, last, count) = match (lower[0].as_str(), second) {
        ("våren" | "vår" | "vårterminen", _) => (1, 6, 2),
        ("hösten" | "höst" | "höstterminen", _) => (7, 12, 2),
        ("sommaren", _) => (6, 8, 2),
        ("halvårsskiftet", _) => (6, 7, 2),
        ("under" | "år" | "senast", _) => (1, 12, 2),
        ("början", "av") => (1, 3, 3),
        ("mitten", "av") => (5, 8, 3),
        ("slutet", "av") => (10, 12, 3),
        ("kvartal", number) => third(number, 3, 3)?,
        ("tertial", number) => third(number, 4, 3)?,
        (ordinal, "kvartalet") => third(number_of(ordinal)?, 3, 3)?,
        (ordinal, "tertialet") => third(number_of(ordinal)?, 4, 3)?,
        (ordinal, "halvåret") => third(number_of(ordinal)?, 6, 3)?,
        (word, _) => match word.strip_prefix('q').or_else(|| word.strip_prefix("kv")) {
            Some(number) => third(number, 3, 2)?,
            None => month(word).map(|month| (month, month, 2))?,
        },
    };
    let year = year(words.get(count - 1))?;
    Some((months(&words[..count], (year, first), (year, last))?, count))
}

fn number_of(ordinal: &str) -> Option<&'static str> {
    let all = ["första", "andra", "tredje", "fjärde"];
    let at = all.iter().position(|own| *own == ordinal)?;
    ["1", "2", "3", "4"].get(at).copied()
}

/// The first and last month of a part of the year that is so many months long.
fn third(number: &str, length: u32, count: usize) -> Option<(u32, u32, usize)> {
    let number: u32 = number.parse().ok()?;
    ((1..=12 / length).contains(&number)).then_some(((number - 1) * length + 1, number * length, count))
}

/// "årsskiftet 2026/2027", "läsåret 2026/27", "2026–2028".
fn years(words: &[&str]) -> Option<(DayRange, usize)> {
    let opening = words[0].lower();
    let count = if matches!(opening.as_str(), "årsskiftet" | "läsåret" | "vintern") { 2 } else { 1 };
    let word = words.get(count - 1)?;
    // "PRK-2031-44" is the number of a case.
    if word.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_alphabetic) {
        return None;
    }
    let pair = word.trim_matches(|c: char| !c.is_ascii_digit());
    let (first, last) = pair.split_once(['/', '-', '\u{2013}', '\u{2011}'])?;
    let from = year(Some(&first))?;
    let last = if last.len() == 2 { format!("{}{last}", &first[..2]) } else { last.to_owned() };
    let to = year(Some(&last.as_str())).filter(|to| *to > from && *to - from <= 30)?;
    let slashed = pair.contains('/');
    let words = &words[..count];
    let range = match opening.as_str() {
        "årsskiftet" => months(words, (from, 12), (to, 1)),
        "läsåret" => months(words, (from, 8), (to, 6)),
        "vintern" => months(words, (from, 11), (to, 3)),
        _ if slashed => None,
        _ => months(words, (from, 1), (to, 12)),
    };
    range.map(|range| (range, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(text: &str) -> (String, String, String) {
        let range = first_range(text).unwrap();
        (range.from.to_string(), range.to.to_string(), range.text)
    }

    #[test]
    fn days_and_ranges_are_found_with_their_wording() {
        let day = range("senast den 31 december 2026.");
        assert_eq!(day, ("2026-12-31".into(), "2026-12-31".into(), "31 december 2026".into()));
        let spring = range("lanseras våren 2026 och");
        assert_eq!(spring, ("2026-01-01".into(), "2026-06-30".into(), "våren 2026".into()));
        assert_eq!(range("beslut 2026-03-01, sedan").0, "2026-03-01");
        assert_eq!(range("i februari 2024").1, "2024-02-29");
        assert_eq!(range("nås senast 2028.").1, "2028-12-31");
    }

    #[test]
    fn parts_of_years_and_spans_of_years_are_ranges() {
        for (text, from, to, printed) in [
            ("under kvartal 3 2026.", "2026-07-01", "2026-09-30", "kvartal 3 2026"),
            ("tredje kvartalet 2026", "2026-07-01", "2026-09-30", "tredje kvartalet 2026"),
            ("i andra halvåret 2026,", "2026-07-01", "2026-12-31", "andra halvåret 2026"),
            ("vid årsskiftet 2026/2027", "2026-12-01", "2027-01-31", "årsskiftet 2026/2027"),
            ("läsåret 2026/27", "2026-08-01", "2027-06-30", "läsåret 2026/27"),
            ("Plan för åren 2026–2028", "2026-01-01", "2028-12-31", "2026–2028"),
            ("senast halvårsskiftet 2026", "2026-06-01", "2026-07-31", "halvårsskiftet 2026"),
            ("i slutet av 2026", "2026-10-01", "2026-12-31", "slutet av 2026"),
            ("senast i juni 2026", "2026-06-01", "2026-06-30", "juni 2026"),
        ] {
            assert_eq!(range(text), (from.into(), to.into(), printed.into()), "{text}");
        }
    }

    #[test]
    fn every_day_is_found_with_its_place() {
        let text = "Från våren 2026 till 31 december 2027, sedan";
        let found: Vec<&str> = ranges(text).into_iter().map(|(at, _)| &text[at]).collect();
        assert_eq!(found, ["våren 2026", "31 december 2027"]);
    }

    #[test]
    fn the_number_of_a_case_is_no_range_of_years() {
        for text in ["Se PRK-2031-44.", "Se PRK 2031-44 och dnr 2031-45.", "(PRK-2031-44)"] {
            assert_eq!(ranges(text), [], "{text}");
        }
        assert_eq!(ranges("Plan 2031-44 gäller").len(), 1);
    }

    #[test]
    fn a_text_without_days_has_none() {
        assert_eq!(first_range("senast nästa år"), None);
        assert_eq!(first_range("den 31 december"), None);
    }
}
