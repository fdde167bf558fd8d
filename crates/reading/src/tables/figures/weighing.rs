//! How much speaks for one way to split a row.

use super::{Group, Way, digits};

pub(super) fn score(way: &Way, cells: &[Option<Group>], columns: usize) -> i32 {
    let mut score = -4 * way.wide_inside;
    let readable = way.groups.iter().filter(|(group, _)| group.value.is_some()).count();
    score += i32::try_from(readable).unwrap_or(0);
    score -= 6 * i32::try_from(columns - way.groups.len()).unwrap_or(0);
    score + gaps_fit(way, cells)
}

/// How much longer or shorter the figures are than usual in their columns, in digits.
pub(super) fn strangeness(cells: &[Option<Group>], typical: &[usize]) -> i32 {
    if typical.iter().all(|digits| *digits == 0) {
        return unevenness(cells);
    }
    let differences = cells.iter().zip(typical).filter_map(|(cell, typical)| {
        let digits = digits(cell.as_ref()?);
        (*typical > 0 && digits > 1).then(|| digits.abs_diff(*typical).saturating_sub(1).min(2))
    });
    let strange = i32::try_from(differences.sum::<usize>()).unwrap_or(0);
    // Two years of one thing are of one size, whatever the rows around are.
    strange + if cells.len() == 2 { unlikeness(cells) } else { 0 }
}

/// How much longer one of two figures is than the other, where both are more than a digit.
fn unlikeness(cells: &[Option<Group>]) -> i32 {
    let digits = || cells.iter().flatten().map(digits).filter(|digits| *digits > 1);
    let spread = digits().max().unwrap_or(0) - digits().min().unwrap_or(0);
    if spread >= MOST_UNLIKE { i32::try_from(spread / 2).unwrap_or(0) } else { 0 }
}

/// Two figures of a row that differ by so many digits are hardly two years of one thing.
const MOST_UNLIKE: usize = 4;

/// A figure with other decimals than all of its column speaks so much against a way.
const OTHER_DECIMALS: i32 = 9;

/// How many figures have other decimals than those of their columns, weighed; nought is nought.
pub(super) fn other_decimals(cells: &[Option<Group>], usual: &[Option<u8>]) -> i32 {
    let other = cells.iter().zip(usual).filter(|(cell, usual)| {
        let value = cell.as_ref().and_then(|group| group.value);
        value.zip(**usual).is_some_and(|((mantissa, decimals), usual)| mantissa != 0 && decimals != usual)
    });
    OTHER_DECIMALS * i32::try_from(other.count()).unwrap_or(0)
}

/// Where nothing is known of the columns, figures of one row are rather of one size.
fn unevenness(cells: &[Option<Group>]) -> i32 {
    let digits = || cells.iter().flatten().map(digits).filter(|digits| *digits > 1);
    let spread = digits().max().unwrap_or(0) - digits().min().unwrap_or(0);
    i32::try_from(spread / 3).unwrap_or(0)
}

/// A wide space before a figure and an empty cell before it belong together.
fn gaps_fit(way: &Way, cells: &[Option<Group>]) -> i32 {
    let mut score = 0;
    let mut skipped = false;
    let mut groups = way.groups.iter();
    for (index, cell) in cells.iter().enumerate() {
        if cell.is_none() {
            skipped = true;
            continue;
        }
        let gap = groups.next().map_or(1, |(_, gap)| *gap);
        if index > 0 && skipped {
            score += if gap > 1 { 3 } else { -1 };
        }
        skipped = false;
    }
    score
}
