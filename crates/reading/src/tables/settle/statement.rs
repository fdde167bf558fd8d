//! Rows of a statement that can be read in several ways, settled by the statement's own sums:
//! "Finansiella intäkter 12 12" in three columns lacks the one that its sums do without.

use super::tries;
use crate::book::{Book, first_fit, folded, unnumbered};
use crate::source::Source;
use crate::tables::figures::{self, Split};
use crate::tables::plain::RawTable;
use crate::tables::roles;
use std::cmp::Ordering;
use uppsikt_domain::interval::Fixed;

/// A sum of a statement: its row, and its parts with their factors.
struct Identity {
    sum: usize,
    parts: Vec<(usize, i64)>,
}

/// The sums of a table are gone through so many times: what one settles helps the next.
const ROUNDS: usize = 2;
/// A sum that misses one column of so many tells its rows all the same: that column has a slip.
const FEWEST_KEPT: usize = 3;

/// Which way each row is read, and whether it is the only one that its sums leave.
pub(super) struct Settled {
    pub chosen: Vec<usize>,
    pub told: Vec<bool>,
}

/// The ways with which most columns of each sum hold, sum by sum.
pub(super) fn settled(source: &Source, raw: &RawTable, ways: &[Vec<Split>], book: &Book<'_>) -> Settled {
    let mut identities = runs(source, raw, ways, book);
    identities.extend(self::identities(source, raw, ways, book));
    let told = ways.iter().map(|ways| ways.len() < 2).collect();
    let mut settled = Settled { chosen: vec![0; ways.len()], told };
    for _ in 0..ROUNDS {
        identities.iter().for_each(|identity| settle(identity, ways, &mut settled));
    }
    settled
}

/// Chooses the ways of a sum's rows that are still in doubt.
fn settle(identity: &Identity, ways: &[Vec<Split>], settled: &mut Settled) {
    let rows = identity.parts.iter().map(|(row, _)| *row).chain([identity.sum]);
    let doubtful: Vec<usize> = rows.filter(|row| !settled.told[*row]).collect();
    if doubtful.is_empty() || doubtful.iter().map(|row| ways[*row].len()).try_fold(1, tries).is_none() {
        return;
    }
    let mut chosen = settled.chosen.clone();
    let likeliest = held(identity, ways, &chosen).0;
    doubtful.iter().for_each(|row| chosen[*row] = 0);
    let mut best = (0, 0, 0, Vec::new());
    loop {
        let (holding, all) = held(identity, ways, &chosen);
        match holding.cmp(&best.0) {
            Ordering::Greater => best = (holding, all, 1, chosen.clone()),
            Ordering::Equal => best.2 += 1,
            Ordering::Less => {}
        }
        let Some(at) = doubtful.iter().position(|row| chosen[*row] + 1 < ways[*row].len()) else { break };
        chosen[doubtful[at]] += 1;
        doubtful[..at].iter().for_each(|row| chosen[*row] = 0);
    }
    let (holding, all, as_good, ways) = best;
    if holding > likeliest {
        settled.chosen = ways;
    }
    let whole = holding > 0 && holding == all;
    if whole || as_good == 1 && holding + 1 == all && all >= FEWEST_KEPT {
        doubtful.iter().for_each(|row| settled.told[*row] = true);
    }
}

/// The sums of the style's statement that the table has the row and all parts of.
fn identities(source: &Source, raw: &RawTable, ways: &[Vec<Split>], book: &Book<'_>) -> Vec<Identity> {
    let key = |row: usize| roles::statement_line(&raw.rows[row].whole_label(source, 0).text, book);
    let keys: Vec<Option<String>> =
        (0..ways.len()).map(|row| if ways[row].is_empty() { None } else { key(row) }).collect();
    let row_of = |wanted: &str| keys.iter().position(|key| key.as_deref() == Some(wanted));
    let part = |(key, factor): (&str, i64)| Some((row_of(key)?, factor));
    let lines = book.style.structure.statement.iter().filter(|line| !line.sum_of.is_empty());
    lines
        .filter_map(|line| {
            let parts = line.parts().map(part).collect::<Option<_>>()?;
            Some(Identity { sum: row_of(&line.key)?, parts })
        })
        .collect()
}

/// Rows that a sum ends: "Summa intäkter" below three kinds of income. A sum of a cash flow begins at its heading,
/// or with the one before it.
fn runs(source: &Source, raw: &RawTable, ways: &[Vec<Split>], book: &Book<'_>) -> Vec<Identity> {
    let (mut found, mut parts) = (Vec::new(), Vec::new());
    let mut last_heading = None;
    let mut heading = String::new();
    for (row, ways) in ways.iter().enumerate() {
        let label = raw.rows[row].whole_label(source, 0).text;
        let label = label.trim();
        if ways.is_empty() {
            last_heading = Some(row);
            heading = folded(unnumbered(label).1.trim());
            continue;
        }
        // "Verksamhetens intäkter" below the rows of "1 Verksamhetens intäkter".
        let named = !heading.is_empty() && heading == folded(label);
        let flows = named || first_fit(&book.flows, unnumbered(label).1.trim()).is_some();
        if flows {
            parts.retain(|(part, _)| last_heading.is_none_or(|heading| *part > heading));
        } else if first_fit(&book.totals, label).is_none() {
            parts.push((row, 1));
            continue;
        }
        let own = std::mem::take(&mut parts);
        found.extend((own.len() > 1).then_some(Identity { sum: row, parts: own }));
        if flows && !named {
            parts.push((row, 1));
        }
    }
    found
}

/// In how many columns a sum holds with the ways chosen, of those where it or a part of it has a figure.
fn held(identity: &Identity, ways: &[Vec<Split>], chosen: &[usize]) -> (usize, usize) {
    let cells = |row: usize| &ways[row][chosen[row]].cells;
    let terms = i64::try_from(identity.parts.len() + 1).unwrap_or(i64::MAX);
    let slack = Fixed::half_of_last_digit(figures::decimals(cells(identity.sum))).times(terms);
    let cell = |row: usize, column: usize| cells(row).get(column).and_then(Option::as_ref);
    let value = |row: usize, column: usize| figures::fixed(cell(row, column)).unwrap_or_default();
    let holds = |column: &usize| {
        let parts = identity.parts.iter();
        let sum = parts.fold(Fixed::ZERO, |sum, (row, factor)| sum + value(*row, *column).times(*factor));
        (sum - value(identity.sum, *column)).abs() <= slack
    };
    let rows = || identity.parts.iter().map(|(row, _)| *row).chain([identity.sum]);
    let figured: Vec<usize> = (0..cells(identity.sum).len())
        .filter(|column| rows().any(|row| cell(row, *column).is_some()))
        .collect();
    (figured.iter().filter(|column| holds(column)).count(), figured.len())
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};
    use uppsikt_domain::table::{ColumnKind, Row};

    #[test]
    fn figures_in_single_spaces_fall_as_the_sum_below_them_says() {
        let text = "Nämndsbudget 2031\n\nParknämnden\n\nDriftbudget\n\nDriftbudget, tkr\n\n\
                    Utfall 2029 Budget 2030 Budget 2031\nAvgifter 12 300 12 900 13 100\n\
                    Bidrag 1 250 870 840\nÖvriga intäkter 410 430 460\n\
                    Summa intäkter 13 960 14 200 14 400\nPersonal -9 100 -9 300 -9 400\n\
                    Lokaler -4 860 -4 900 -5 000\nSumma kostnader -13 960 -14 200 -14 400\nNetto 0 0 0\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let row = &tables[0].1.rows[1];
        let printed: Vec<_> = row.cells.iter().map(|cell| cell.printed.as_deref().unwrap_or("")).collect();
        assert_eq!((row.label.text.as_str(), printed), ("Bidrag", vec!["1 250", "870", "840"]));
    }

    fn rows(text: &str) -> Vec<(String, Vec<String>, Option<String>, bool)> {
        let text = format!("Årsredovisning 2031\n\nKassaflödesanalys\n\n{text}");
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let amounts = tables[0].1.columns.iter().filter(|column| column.kind != ColumnKind::Note).count();
        let row = |row: &Row| {
            let cells = row.cells[..amounts].iter().map(|cell| cell.printed.clone().unwrap_or_default());
            (row.label.text.clone(), cells.collect(), row.note.clone(), row.guessed)
        };
        tables[0].1.rows.iter().map(row).collect()
    }

    const FLOWS: &str = "(tkr) 2031-12-31 2030-12-31 2031-12-31 2030-12-31\nFINANSIERINGSVERKSAMHETEN\n\
                         Ökning långfristiga fordringar Not 32 \u{2013} 19 \u{2013} 2\n\
                         Erhållna bidrag Not 33 255 3 213 255 3 213\nNyupptagna lån Not 35 25 000 0 98 199 77 269\n\
                         Amortering Not 36 \u{2013} 15 000 0 \u{2013} 100 849 \u{2013} 55 606\n\
                         3. Medel från finansieringsverksamheten 10 255 3 213 \u{2013} 2 414 24 874\n";

    #[test]
    fn empty_cells_of_a_cash_flow_are_where_its_sums_say() {
        let rows = rows(FLOWS);
        let cells = |at: usize| rows[at].1.iter().map(String::as_str).collect::<Vec<_>>();
        assert_eq!(cells(1), ["", "", "\u{2013} 19", "\u{2013} 2"]);
        assert_eq!(cells(2), ["255", "3 213", "255", "3 213"]);
        assert_eq!(
            (rows[1].0.as_str(), rows[1].2.as_deref()),
            ("Ökning långfristiga fordringar", Some("32"))
        );
        assert!(rows.iter().all(|row| !row.3), "{rows:?}");
    }

    #[test]
    fn a_row_called_as_its_section_is_the_sum_of_that() {
        let text = "Årsredovisning 2031\n\nNoter\n\nHär står noterna för parkerna.\n\nBelopp i tkr 2031 2030\n1 Verksamhetens intäkter\nEgna intäkter 101 275 106 757\n\
                    Ersättning för stugor 42 21\nReservation \u{2013} 45 \u{2013} 12\nHyror \u{2013} 7 \u{2013} 66\nVite 0 10\n\
                    Verksamhetens intäkter 101 265 106 710\n2 Verksamhetens kostnader\nEgna kostnader \u{2013} 409 307 \u{2013} 413 075\n\
                    Pensioner \u{2013} 19 637 \u{2013} 17 815\nVerksamhetens kostnader \u{2013} 428 944 \u{2013} 430 890\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let cells = |label: &str| {
            let mut rows = tables.iter().flat_map(|(_, table)| &table.rows);
            let row = rows.find(|row| row.label.text == label && row.cells[0].printed.is_some()).unwrap();
            row.cells
                .iter()
                .map(|cell| cell.printed.clone().unwrap_or_default())
                .collect::<Vec<_>>()
                .join("|")
        };
        assert_eq!(cells("Egna intäkter"), "101 275|106 757");
        assert_eq!(cells("Verksamhetens intäkter"), "101 265|106 710");
        assert_eq!(cells("Egna kostnader"), "\u{2013} 409 307|\u{2013} 413 075");
    }

    #[test]
    fn where_no_sum_tells_the_columns_of_a_row_they_are_a_guess() {
        let text = FLOWS.replace("10 255 3 213", "11 255 3 813");
        let guessed: Vec<bool> = rows(&text).iter().map(|row| row.3).collect();
        assert_eq!(guessed, [false, true, false, false, false, false]);
    }
}
