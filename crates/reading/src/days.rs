//! The days and ranges of days that a document names, each with its place.

use uppsikt_domain::document::{Document, LineRole};
use uppsikt_domain::indicator::DayRange;
use uppsikt_domain::place::Place;
use uppsikt_text::dates;

/// A day or a range of days in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Where it stands.
    pub at: Place,
    /// From when to when, and the wording.
    pub days: DayRange,
}

/// Every day and range of days in headings and text, also over the end of a line.
pub fn days(document: &Document) -> Vec<Day> {
    let mut found = Vec::new();
    for (index, line) in document.lines.iter().enumerate() {
        if !matches!(line.role, LineRole::Text | LineRole::Heading) {
            continue;
        }
        let next = document.lines.get(index + 1).filter(|next| next.role == line.role);
        let opening: Vec<&str> =
            next.map(|next| next.text.split_whitespace().take(2).collect()).unwrap_or_default();
        let text = format!("{} {}", line.text.trim_end(), opening.join(" "));
        let own = line.text.trim_end().len();
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let goes_over = |days: &DayRange| days.text.contains(' ');
        for (at, days) in dates::ranges(&text) {
            if at.start < own && (at.end <= own || goes_over(&days)) {
                let column = u32::try_from(text[..at.start].chars().count() + 1).unwrap_or(1);
                found.push(Day { at: Place { page: line.page, line: number, column }, days });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{HouseStyle, read};

    #[test]
    fn days_are_found_over_the_end_of_a_line_and_once() {
        let text = "Nämndsbudget 2031\n\nSammanfattning\n\nPlanen är ny för alla som går här, och den antas våren\n2031 och gäller 2031–2033.\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let found: Vec<(String, u32, u32)> =
            days(&document).into_iter().map(|day| (day.days.text, day.at.line, day.at.column)).collect();
        assert_eq!(found, [("våren 2031".into(), 5, 50), ("2031–2033".into(), 6, 17)]);
    }
}
