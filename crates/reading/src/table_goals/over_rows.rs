//! Goals that stand over the rows of what they are measured by: a row of words alone, and figures below it.

use super::{goal_name, section};
use crate::book::{Book, folded};
use crate::indicators::Headings;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::{RowRole, Table};

/// The goals of a table that says what is aimed at, where each row of words alone says what shall be.
pub(crate) fn over_rows(table: &Table, book: &Book<'_>, year: Option<i32>) -> Vec<Section> {
    let opens = table.rows.first().is_some_and(|row| row.role == RowRole::Section);
    let over = || table.rows.iter().filter(|row| row.role == RowRole::Section);
    let headings = Headings::of(table, book, year, &[]);
    if !opens || !headings.names_target() || !over().all(|row| says_wanted(&row.label.text, book)) {
        return Vec::new();
    }
    let mut found: Vec<Section> = Vec::new();
    for row in &table.rows {
        match (row.role, found.last_mut()) {
            (RowRole::Section, _) => {
                found.push(section(SectionKind::Goal, &row.label, goal_name(&row.label.text, book).as_str()));
            }
            (RowRole::Item, Some(goal)) => {
                goal.indicators.push(headings.indicator(row, row.label.clone(), book));
            }
            _ => {}
        }
    }
    found.retain(|goal| !goal.indicators.is_empty());
    found
}

/// "Parkerna ska vara öppna för alla": words that say what is wanted, and are no figure's name.
fn says_wanted(text: &str, book: &Book<'_>) -> bool {
    let words: Vec<String> = text.split(' ').map(folded).collect();
    let wanted = book.style.status.intents.iter().take(3).any(|intent| words.contains(intent));
    wanted && words.len() >= 4 && text.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};
    use uppsikt_domain::section::SectionKind;

    #[test]
    fn goals_stand_over_the_rows_that_measure_them() {
        let text = "# Årsanalys 2031\n\nParknämnden\n\n## Nämndens mål\n\n\
                    |  | Utfall 2030 | Utfall 2031 | Målvärde 2031 |\n|---|---|---|---|\n\
                    | Nämnden ska ge alla barn nära till en park |  |  |  |\n\
                    | Andel barn med högst 300 meter | 71 % | 75 % | 80 % |\n\
                    | Antal nya parker | 2 | 3 | 3 |\n\
                    | Nämnden ska hålla dammarna rena |  |  |  |\n\
                    | Andel rena dammar | 50 % | 64 % | 60 % |\n";
        let document = read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let goals: Vec<_> = tables.iter().flat_map(|(_, table)| table.all_goals()).collect();
        let names: Vec<&str> = goals.iter().map(|goal| goal.name.as_str()).collect();
        assert_eq!(names, ["Nämnden ska ge alla barn nära till en park", "Nämnden ska hålla dammarna rena"]);
        assert!(goals.iter().all(|goal| goal.kind == SectionKind::Goal));
        let first = &goals[0].indicators[0];
        assert_eq!((first.baseline.as_deref(), first.target.as_deref()), (Some("71"), Some("80")));
        assert_eq!((goals[0].indicators.len(), goals[1].indicators.len()), (2, 1));
    }
}
