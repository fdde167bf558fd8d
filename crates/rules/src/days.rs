//! Days as running text writes them: "tisdagen den 3 mars 2026".

use crate::lines::words;
use chrono::{Datelike, NaiveDate};
use std::ops::Range;
use uppsikt_text::case::Lower;
use uppsikt_text::format::MONTHS;
use uppsikt_text::sentence::ranges;

const WEEKDAYS: [&str; 7] = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];

/// A day of a month, with the year and the weekday where they are said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The weekday, Monday is 0.
    pub weekday: Option<usize>,
    /// The day of the month.
    pub day: u32,
    /// The month, January is 1.
    pub month: u32,
    /// The year.
    pub year: Option<i32>,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
}

impl Day {
    /// How many days the month has; a leap year where no year is said.
    pub fn days_of_month(&self) -> u32 {
        let year = self.year.unwrap_or(2024);
        let is_day = |day: &u32| NaiveDate::from_ymd_opt(year, self.month, *day).is_some();
        (28..=31).rev().find(is_day).unwrap_or(31)
    }

    /// The weekday that the calendar gives, where the year is said and the day is one.
    pub fn right_weekday(&self) -> Option<usize> {
        let day = NaiveDate::from_ymd_opt(self.year?, self.month, self.day)?;
        usize::try_from(day.weekday().num_days_from_monday()).ok()
    }
}

/// The word of a weekday, Monday is 0.
pub fn weekday_word(weekday: usize) -> &'static str {
    WEEKDAYS.get(weekday).copied().unwrap_or_default()
}

/// The month that a word names, written out.
pub fn month(word: &str) -> Option<u32> {
    let lower = bare(word).lower();
    let found = MONTHS.iter().position(|month| *month == lower)?;
    Some(u32::try_from(found).ok()? + 1)
}

/// The days of a text.
pub fn days(text: &str) -> Vec<Day> {
    // Most passages hold no figure at all.
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let words = words(text);
    (0..words.len()).filter_map(|at| day(&words, at)).collect()
}

/// The days of those sentences of a line that say something, where they stand in the line.
pub fn days_where(line: &str, says: impl Fn(&str) -> bool) -> Vec<Day> {
    let told = ranges(line).into_iter().filter(|range| says(&line[range.clone()]));
    let moved = |day: Day, by: usize| Day { range: day.range.start + by..day.range.end + by, ..day };
    told.flat_map(|range| days(&line[range.clone()]).into_iter().map(move |day| moved(day, range.start)))
        .collect()
}

fn day(words: &[(Range<usize>, &str)], at: usize) -> Option<Day> {
    in_figures(words, at).or_else(|| in_words(words, at))
}

/// "Tisdagen den 2026-03-03", "tisdag 3/3 2026": with its weekday, since a span or a fraction of
/// other things looks the same.
fn in_figures(words: &[(Range<usize>, &str)], at: usize) -> Option<Day> {
    let (range, word) = &words[at];
    let figures = bare(word);
    let (weekday, start) = weekday_before(words, at)?;
    let found = |day, month, year, end| Day {
        weekday: Some(weekday),
        day,
        month,
        year: Some(year),
        range: start..end,
    };
    let end = range.start + word.find(figures)? + figures.len();
    if let Ok(day) = NaiveDate::parse_from_str(figures, "%Y-%m-%d") {
        return Some(found(day.day(), day.month(), day.year(), end));
    }
    let (day, month) = figures.split_once('/')?;
    let (day, month): (u32, u32) = (day.parse().ok()?, month.parse().ok()?);
    let (next, year_word) = words.get(at + 1)?;
    let year = year(bare(year_word))?;
    let fits = (1..=31).contains(&day) && (1..=12).contains(&month);
    fits.then(|| found(day, month, year, next.start + bare(year_word).len()))
}

/// "3 mars 2026", "tisdagen den 3 mars".
fn in_words(words: &[(Range<usize>, &str)], at: usize) -> Option<Day> {
    let (range, word) = &words[at];
    let number = bare(word);
    let whole = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let day: u32 =
        number.parse().ok().filter(|day| whole && (1..=31).contains(day) && !word.ends_with('.'))?;
    let (month_range, month_word) = words.get(at + 1)?;
    let month = month(month_word)?;
    let closed = month_word.ends_with(['.', ',', ';', ')']);
    let year = words.get(at + 2).filter(|_| !closed).and_then(|(_, word)| year(bare(word)));
    let end = if year.is_some() { words[at + 2].0.end } else { month_range.end };
    let named = weekday_before(words, at);
    let start = named.map_or(range.start, |(_, start)| start);
    Some(Day { weekday: named.map(|(weekday, _)| weekday), day, month, year, range: start..end })
}

/// The weekday before a day and where it begins: "tisdagen den".
fn weekday_before(words: &[(Range<usize>, &str)], at: usize) -> Option<(usize, usize)> {
    let before = at.checked_sub(1)?;
    let named =
        if bare(words[before].1).eq_ignore_ascii_case("den") { before.checked_sub(1)? } else { before };
    Some((weekday(words[named].1)?, words[named].0.start))
}

fn year(word: &str) -> Option<i32> {
    let year: i32 = (word.len() == 4).then(|| word.parse().ok())??;
    (1900..2100).contains(&year).then_some(year)
}

fn weekday(word: &str) -> Option<usize> {
    let lower = bare(word).lower();
    WEEKDAYS.iter().position(|weekday| lower == *weekday || lower.strip_suffix("en") == Some(weekday))
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(text: &str) -> Day {
        let found = days(text);
        assert_eq!(found.len(), 1, "{found:?}");
        found[0].clone()
    }

    #[test]
    fn a_day_has_its_weekday_and_year_where_they_are_said() {
        let day = only("Mötet hölls tisdagen den 3 mars 2026.");
        assert_eq!((day.weekday, day.day, day.month, day.year), (Some(1), 3, 3, Some(2026)));
        assert_eq!(day.right_weekday(), Some(1));
        assert_eq!(only("senast den 31 augusti.").days_of_month(), 31);
    }

    #[test]
    fn a_day_in_figures_is_one_after_its_weekday() {
        for text in ["Svar senast tisdagen den 2026-03-03.", "Möte tisdag 3/3 2026, sal 4."] {
            let day = only(text);
            assert_eq!((day.weekday, day.day, day.month, day.year), (Some(1), 3, 3, Some(2026)), "{text}");
        }
        assert_eq!(days("Av 3/3 2026 och 2026-03-03 blev inget"), []);
    }

    #[test]
    fn the_calendar_is_known() {
        assert_eq!(only("1 januari 2000").right_weekday(), Some(5));
        assert_eq!(only("29 februari 2025").days_of_month(), 28);
        assert_eq!(only("24 september 2026").right_weekday(), Some(3));
    }

    #[test]
    fn other_numbers_are_no_days() {
        assert_eq!(days("31 marknader, 12 platser och 2026 maj"), []);
        assert_eq!(days("Enligt 11 kap. 16. Mars månad"), []);
    }
}
