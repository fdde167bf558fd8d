//! Days and figures in the visitor's language.

use chrono::{Datelike, NaiveDate};
use hypher::Lang as Language;
use uppsikt_messages::{Lang, text};

const MONTHS: [&str; 12] = [
    "web-month-1",
    "web-month-2",
    "web-month-3",
    "web-month-4",
    "web-month-5",
    "web-month-6",
    "web-month-7",
    "web-month-8",
    "web-month-9",
    "web-month-10",
    "web-month-11",
    "web-month-12",
];

fn month(lang: Lang, date: NaiveDate) -> String {
    text(lang, MONTHS[date.month0() as usize], &[])
}

/// "24 september 2026".
pub fn day(lang: Lang, date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month(lang, date), date.year())
}

/// "24 sep" in the year that the page is about, else "24 sep 2025".
pub fn day_short(lang: Lang, date: NaiveDate, year: i32) -> String {
    let month: String = month(lang, date).chars().take(3).collect();
    let day = format!("{}\u{a0}{month}", date.day());
    if date.year() == year { day } else { format!("{day} {}", date.year()) }
}

/// Words of so many letters may be wider than the column of headings.
const LONG: usize = 14;

/// Letters that stay together where a word begins and ends: "nämnden" keeps its last syllable.
const KEPT: (usize, usize) = (3, 6);

/// A name with soft hyphens in its long words: headings stand in a narrow column, and browsers
/// carry no Swedish hyphenation of their own.
pub fn soft(name: &str) -> String {
    let word = |word: &str| {
        if word.chars().count() < LONG {
            return word.to_owned();
        }
        hypher::hyphenate_bounded(word, Language::Swedish, KEPT.0, KEPT.1).join("\u{ad}")
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_words_may_part() {
        let soft = soft("Barn- och utbildningsnämnden");
        assert!(soft.starts_with("Barn- och ") && soft.contains('\u{ad}'), "{soft}");
        assert_eq!(soft.replace('\u{ad}', ""), "Barn- och utbildningsnämnden");
        assert_eq!(super::soft("Servicenämnden"), "Ser\u{ad}vice\u{ad}nämnden");
        assert_eq!(super::soft("Socialnämnden"), "Socialnämnden");
    }

    #[test]
    fn days_are_written_in_both_languages() {
        let date = NaiveDate::from_ymd_opt(2026, 5, 4).unwrap();
        assert_eq!(day(Lang::Sv, date), "4 maj 2026");
        assert_eq!(day(Lang::En, date), "4 May 2026");
        assert_eq!(day_short(Lang::Sv, date, 2026), "4\u{a0}maj");
        assert_eq!(day_short(Lang::Sv, date, 2025), "4\u{a0}maj 2026");
    }
}
