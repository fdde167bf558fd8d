//! Rows of a statement that can be read in several ways, settled by the statement's own sums:
//! "Finansiella intäkter 12 12" in three columns lacks the one that its sums do without.

use super::{MOST_TRIES, tries};
use crate::book::{Book, first_fit};
use crate::source::Source;
use crate::tables::figures::{self, Split};
use crate::tables::plain::RawTable;
use crate::tables::roles;
use uppsikt_domain::interval::Fixed;

/// A sum of a statement: its row, and its parts with their factors.
struct Identity {
    sum: usize,
    parts: Vec<(usize, i64)>,
}

/// The ways with which most sums hold, where that are more than with the likeliest way of each row.
pub(super) fn settled(
    source: &Source,
    raw: &RawTable,
    ways: &[Vec<Split>],
    book: &Book<'_>,
) -> Option<Vec<usize>> {
    let mut identities = identities(source, raw, ways, book);
    identities.extend(runs(source, raw, ways, book));
    let is_part = |row: &usize| {
        let of = |it: &Identity| it.sum == *row || it.parts.iter().any(|(part, _)| part == row);
        ways[*row].len() > 1 && identities.iter().any(of)
    };
    let doubtful: Vec<usize> = (0..ways.len()).filter(is_part).collect();
    if doubtful.is_empty() || doubtful.iter().map(|row| ways[*row].len()).try_fold(1, tries).is_none() {
        return None;
    }
    let mut chosen = vec![0; ways.len()];
    let likeliest = held(&identities, ways, &chosen);
    let mut best = (likeliest, chosen.clone());
    for _ in 0..MOST_TRIES {
        let Some(at) = doubtful.iter().position(|row| chosen[*row] + 1 < ways[*row].len()) else { break };
        chosen[doubtful[at]] += 1;
        doubtful[..at].iter().for_each(|row| chosen[*row] = 0);
        let holding = held(&identities, ways, &chosen);
        if holding > best.0 {
            best = (holding, chosen.clone());
        }
    }
    (best.0 > likeliest).then_some(best.1)
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

/// Rows that a sum ends: "Summa intäkter" below three kinds of income.
fn runs(source: &Source, raw: &RawTable, ways: &[Vec<Split>], book: &Book<'_>) -> Vec<Identity> {
    let (mut found, mut parts) = (Vec::new(), Vec::new());
    for row in (0..ways.len()).filter(|row| !ways[*row].is_empty()) {
        let label = raw.rows[row].whole_label(source, 0).text;
        if first_fit(&book.totals, label.trim()).is_none() {
            parts.push((row, 1));
        } else {
            let parts = std::mem::take(&mut parts);
            found.extend((parts.len() > 1).then_some(Identity { sum: row, parts }));
        }
    }
    found
}

/// How many sums hold, column by column, with the ways chosen.
fn held(identities: &[Identity], ways: &[Vec<Split>], chosen: &[usize]) -> usize {
    identities.iter().map(|identity| columns_held(identity, ways, chosen)).sum()
}

fn columns_held(identity: &Identity, ways: &[Vec<Split>], chosen: &[usize]) -> usize {
    let cells = |row: usize| &ways[row][chosen[row]].cells;
    let terms = i64::try_from(identity.parts.len() + 1).unwrap_or(i64::MAX);
    let slack = Fixed::half_of_last_digit(figures::decimals(cells(identity.sum))).times(terms);
    let holds = |column: &usize| {
        let value =
            |row: usize| figures::fixed(cells(row).get(*column).and_then(Option::as_ref)).unwrap_or_default();
        let sum =
            identity.parts.iter().fold(Fixed::ZERO, |sum, (row, factor)| sum + value(*row).times(*factor));
        (sum - value(identity.sum)).abs() <= slack
    };
    (0..cells(identity.sum).len()).filter(holds).count()
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};

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
}
