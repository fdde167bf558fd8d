//! Kind and year where no title tells them: by a sentence that says that the budget was adopted, by the years
//! over the columns of a statement, or by the only year of the first lines. All of it is a guess.

use super::whole::{is_whole, names_committees, tells_taxes};
use super::{bare, first_lines};
use crate::book::{Book, first_fit, folded};
use crate::pattern::{Field, Folded, Pattern};
use crate::source::Source;
use crate::tables::tail::is_year;
use crate::words::holds_any;
use std::collections::BTreeSet;
use uppsikt_domain::document::DocumentKind;

/// A statement's head stands in so many lines with words; its rows go on in so many.
const HEAD_LINES: usize = 14;
const LINES: usize = 80;
/// The year of a text is looked for in so many lines with words.
const YEAR_LINES: usize = 10;
/// A heading is at most so long, and the head of columns on one line at most so, in bytes.
const LONGEST_HEADING: usize = 70;
const LONGEST_HEAD: usize = 170;

/// What a document seems to be.
pub(super) struct Guess {
    pub kind: DocumentKind,
    pub year: i32,
}

/// The kind and year that the first lines or the tables tell of.
pub(super) fn guess(source: &Source, book: &Book<'_>) -> Option<Guess> {
    adopted(source, book).or_else(|| statement(source, book)).or_else(|| budget(source, book))
}

/// The only year that the headings among the first lines name; that of a vision is no year of a document.
pub(super) fn only_year(source: &Source, book: &Book<'_>) -> Option<i32> {
    let other = |text: &str| holds_any(&folded(text), &book.style.titles.other_years);
    let texts = first_lines(source).into_iter().take(YEAR_LINES).map(|line| bare(source.raw(line)).1);
    let short = texts.filter(|text| text.len() <= LONGEST_HEADING && !text.ends_with(['.', ',', ':']));
    let years: BTreeSet<i32> = short.filter(|text| !other(text)).flat_map(years).collect();
    years.first().copied().filter(|_| years.len() == 1)
}

fn years(text: &str) -> impl Iterator<Item = i32> + '_ {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|word| is_year(word))
        .filter_map(|word| word.parse().ok())
}

/// "Kommunfullmäktige antog den 3 november budget för 2031 …"
fn adopted(source: &Source, book: &Book<'_>) -> Option<Guess> {
    first_lines(source).into_iter().find_map(|line| {
        let text = bare(source.raw(line)).1;
        let folded = Folded::new(text);
        let held = book.told_budgets.iter().find_map(|pattern| pattern.fits_folded(&folded))?;
        let year = years(&text[held.get(Field::Year)?]).next()?;
        Some(Guess { kind: DocumentKind::CouncilBudget, year })
    })
}

/// A statement or another part that only annual reports have, with two years or more over its columns, in a
/// text that is the whole municipality's and tells of no part of a year.
fn statement(source: &Source, book: &Book<'_>) -> Option<Guess> {
    let words = &book.style.titles;
    let texts = texts(source);
    let group =
        || texts.iter().any(|text| text.len() <= LONGEST_HEAD && holds_any(&folded(text), &words.group));
    let part = texts.iter().any(|text| holds_any(&folded(text), &words.part_of_year));
    let whole = || group() || tells_taxes(source, book) || is_whole(source, book);
    if part || !is_headed(&texts, &book.annual_parts) || !whole() {
        return None;
    }
    let told = head_years(&texts, book);
    let years: BTreeSet<i32> = told.iter().filter(|it| it.1 == Said::Came).map(|it| it.0).collect();
    let year = *years.last()?;
    let later = told.iter().any(|it| it.0 > year);
    (years.contains(&(year - 1)) && !later).then_some(Guess { kind: DocumentKind::AnnualReport, year })
}

/// A table of the budget over several committees with the years of a plan after the budget's own.
fn budget(source: &Source, book: &Book<'_>) -> Option<Guess> {
    let texts = texts(source);
    if !is_headed(&texts, &book.budget_parts) || !names_committees(source, book) {
        return None;
    }
    let told = head_years(&texts, book);
    let year = told.iter().filter(|it| it.1 == Said::Budget).map(|it| it.0).max()?;
    let planned = told.iter().any(|it| it.1 == Said::Plan && it.0 == year + 1);
    planned.then_some(Guess { kind: DocumentKind::CouncilBudget, year })
}

fn texts(source: &Source) -> Vec<&str> {
    let lines = (0..source.len()).filter(|line| source.free(*line));
    lines.map(|line| bare(source.raw(line)).1).filter(|text| !text.is_empty()).take(LINES).collect()
}

fn is_headed(texts: &[&str], parts: &[Pattern]) -> bool {
    let heading = |text: &&&str| text.len() <= LONGEST_HEADING && !text.ends_with('.');
    texts.iter().take(HEAD_LINES).filter(heading).any(|text| first_fit(parts, text).is_some())
}

/// What the years over a column are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Came,
    Budget,
    Plan,
}

/// The years over columns, with what is said before each: lines that have no other figures.
fn head_years(texts: &[&str], book: &Book<'_>) -> Vec<(i32, Said)> {
    let words = &book.style.titles;
    let mut found = Vec::new();
    let mut said = Said::Came;
    for text in texts {
        if !is_head(text) {
            said = Said::Came;
            continue;
        }
        for piece in pieces(text) {
            let word = folded(piece);
            match () {
                () if is_year(piece) => found.extend(piece.parse().ok().map(|year: i32| (year, said))),
                () if words.planned.contains(&word) => said = Said::Plan,
                () if words.budgets.contains(&word) => said = Said::Budget,
                () if word.chars().all(char::is_alphabetic) => said = Said::Came,
                () => {}
            }
        }
    }
    found
}

/// Whether a line can be the head of columns: the days of a year's end and years are its only figures.
fn is_head(text: &str) -> bool {
    let digits = |piece: &&str| piece.starts_with(|c: char| c.is_ascii_digit());
    let alike = |piece: &str| is_year(piece) || matches!(piece, "12" | "31");
    text.len() <= LONGEST_HEAD && !text.ends_with('.') && pieces(text).filter(digits).all(alike)
}

/// The words and numbers of a text, also where they stand together: "2030Intäkter".
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.flat_map(|word| {
        let turn = word
            .char_indices()
            .zip(word.chars().skip(1))
            .find(|((_, one), next)| one.is_ascii_digit() != next.is_ascii_digit());
        let at = turn.map_or(word.len(), |((at, one), _)| at + one.len_utf8());
        [&word[..at], &word[at..]].into_iter().filter(|piece| !piece.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};
    use uppsikt_domain::document::{Document, DocumentKind};

    fn told(text: &str) -> Document {
        read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap()
    }

    #[test]
    fn a_statement_with_years_over_its_columns_seems_to_be_the_later_year_s() {
        let text = "Resultaträkning\n\nKommunen\nKommunkoncernen\nBelopp i mnkr Not 2030 2031 2030 2031\n\
                    Verksamhetens intäkter 1 932 997 2 287 2 720\nVerksamhetens kostnader 2 -3 658 -4 140 -5 016 -5 646\n\
                    Skatteintäkter 6 2 590 2 833 2 590 2 833\n";
        let document = told(text);
        assert_eq!((document.kind, document.year), (DocumentKind::AnnualReport, Some(2031)));
        assert!(document.guessed);
        let year_ends = told(
            "Balansräkning\n\nmkr Kommunen Koncernen\nNot 12/31/2031 12/31/2030\n\nMark 13 521,2 507,7\n",
        );
        assert_eq!((year_ends.kind, year_ends.year), (DocumentKind::AnnualReport, Some(2031)));
    }

    #[test]
    fn a_statement_of_a_part_of_a_year_or_of_nobody_is_none() {
        for text in [
            "Resultaträkning\n\nKommunkoncernen\nBelopp i mnkr Not 2030-08-31 2031-08-31\nSkatteintäkter 6 590 833\n",
            "Resultaträkning\n\nKoncernen\nBelopp i mnkr Utfall 2030 Prognos 2031\nSkatteintäkter 590 833\n",
            "Resultaträkning\n\nBelopp i mnkr 2030 2031\nLönekostnader 590 833\n",
            "Resultaträkning\n\nKoncernen\nBelopp i mnkr 2031\nSkatteintäkter 833\n",
        ] {
            let document = told(text);
            assert_eq!(document.kind, DocumentKind::Unknown, "{text}");
        }
    }

    #[test]
    fn a_budget_over_committees_with_the_years_of_a_plan_seems_to_be_the_council_s() {
        let text = "Driftbudget per nämnd\n(mnkr) Bokslut\n2030\nBudget\n2031\nBudget\n2032\nPlan\n2033\nPlan\n2034\n\
                    Kommunstyrelsen 70,5 70,9 81,7 84,5 87,1\nParknämnden 8,8 8,2 8,2 8,5 9,2\nSkolnämnden 1,8 1,2 1,2 1,5 1,2\n";
        let document = told(text);
        assert_eq!((document.kind, document.year), (DocumentKind::CouncilBudget, Some(2032)));
        assert!(document.guessed);
    }

    #[test]
    fn news_that_a_budget_was_adopted_tell_of_the_council_s_budget() {
        let text = "Budget och mål antagna\n\nKommunfullmäktige antog den 26 november budget för 2032 med sikte på 2033-2035.\n";
        let document = told(text);
        assert_eq!(
            (document.kind, document.year, document.guessed),
            (DocumentKind::CouncilBudget, Some(2032), true)
        );
    }

    #[test]
    fn the_only_year_of_the_first_headings_is_the_year_of_an_unknown_text() {
        let document = told("Storby kommuns resultat för 2031\n\nDet är positivt och blev 21,8 Mkr.\n");
        assert_eq!(
            (document.kind, document.year, document.guessed),
            (DocumentKind::Unknown, Some(2031), true)
        );
        assert_eq!(told("Storby och Agenda 2030\n\nMålen är många.\n").year, None);
        assert_eq!(told("Resultat för 2031\n\nPublicerat 17 februari 2032\n\nDet är positivt.\n").year, None);
    }
}
