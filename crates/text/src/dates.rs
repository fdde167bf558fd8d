//! Days and ranges of days in Swedish words.

use chrono::NaiveDate;
use uppsikt_domain::indicator::DayRange;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/// The month that a word names, 1 to 12: "augusti", "aug".
pub fn month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.').to_lowercase();
    let start: String = word.chars().take(3).collect();
    let found = MONTHS.iter().position(|month| *month == start)?;
    let rest = word.chars().skip(3).all(char::is_alphabetic);
    (rest && word.len() <= 9).then_some(u32::try_from(found).ok()? + 1)
}

/// The first day or range of days named in a text: "den 31 december 2026", "2026-12-31",
/// "våren 2026" (January to June), "hösten 2026" (July to December), "december 2026",
/// "under 2026". The wording is kept.
pub fn first_range(text: &str) -> Option<DayRange> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (0..words.len()).find_map(|index| iso(words[index]).or_else(|| named(&words, index)))
}

fn iso(word: &str) -> Option<DayRange> {
    let word = word.trim_matches(|c: char| !c.is_ascii_digit());
    let day = NaiveDate::parse_from_str(word, "%Y-%m-%d").ok()?;
    Some(DayRange { from: day, to: day, text: word.to_owned() })
}

fn year(word: Option<&&str>) -> Option<i32> {
    let word = word?.trim_matches(|c: char| !c.is_ascii_digit());
    let year: i32 = (word.len() == 4).then(|| word.parse().ok())??;
    (1950..2100).contains(&year).then_some(year)
}

fn named(words: &[&str], at: usize) -> Option<DayRange> {
    let word = words[at].to_lowercase();
    let text = |count: usize| {
        words[at..at + count].join(" ").trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned()
    };
    let following = (words.get(at + 1).and_then(|word| month(word)), year(words.get(at + 2)), word.parse());
    if let (Some(month), Some(year), Ok(day)) = following {
        let day = NaiveDate::from_ymd_opt(year, month, day)?;
        return Some(DayRange { from: day, to: day, text: text(3) });
    }
    let year = year(words.get(at + 1))?;
    let (first, last) = match word.as_str() {
        "våren" | "vår" => (1, 6),
        "hösten" | "höst" => (7, 12),
        "sommaren" => (6, 8),
        "under" | "år" | "senast" => (1, 12),
        _ => month(&word).map(|month| (month, month))?,
    };
    let from = NaiveDate::from_ymd_opt(year, first, 1)?;
    let to =
        NaiveDate::from_ymd_opt(year, last, 1)?.checked_add_months(chrono::Months::new(1))?.pred_opt()?;
    Some(DayRange { from, to, text: text(2) })
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
    fn a_text_without_days_has_none() {
        assert_eq!(first_range("senast nästa år"), None);
        assert_eq!(first_range("den 31 december"), None);
    }
}
