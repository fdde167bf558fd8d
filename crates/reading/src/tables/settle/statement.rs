//! Rows of a statement that can be read in several ways, settled by the statement's own sums:
//! "Finansiella intäkter 12 12" in three columns lacks the one that its sums do without.

use super::{MOST_TRIES, tries};
use crate::book::Book;
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
    let identities = identities(source, raw, ways, book);
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
