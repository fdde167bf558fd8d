//! Rows of per cent that their names tell the parts of: the equity ratio, the result in parts of taxes and grants.

use super::figures::Figures;
use super::reckoned::{self, Given, Reckoned};
use super::wholes;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_text::case::Lower;

/// What a row is in parts of, by their rows.
struct Ratio {
    row: usize,
    top: usize,
    base: Vec<usize>,
}

/// The shares that are off, in rows that another column bears out.
pub fn off(figures: &Figures<'_>) -> Vec<Reckoned> {
    let ratios = (0..figures.table.rows.len()).filter_map(|row| ratio(figures, row));
    ratios.flat_map(|ratio| of_row(figures, &ratio)).collect()
}

fn of_row(figures: &Figures<'_>, ratio: &Ratio) -> Vec<Reckoned> {
    let columns = 0..figures.table.columns.len();
    let given = columns.filter_map(|column| given(figures, ratio, column));
    reckoned::off(figures, given.collect(), |_| true)
}

fn ratio(figures: &Figures<'_>, row: usize) -> Option<Ratio> {
    let label = |row: usize| figures.table.rows[row].label.text.lower();
    let find = |fits: &dyn Fn(&str) -> bool| {
        let mut rows = (0..figures.table.rows.len()).filter(|other| *other != row && fits(&label(*other)));
        rows.next().filter(|_| rows.next().is_none())
    };
    let own = label(row);
    let has = |words: &[&str]| words.iter().any(|word| own.contains(word));
    if has(&["inkl", "pension", "ansvar", "koncern", "rullande", "snitt", "mål", "justera", "balanskrav"]) {
        return None;
    }
    if own.starts_with("soliditet") {
        let top = find(&|label| label == "eget kapital" || label == "summa eget kapital")?;
        return Some(Ratio { row, top, base: vec![find(&wholes::is_assets)?] });
    }
    let of_taxes =
        own.contains("resultat") && has(&["av skatt", "andel av skatt", "i förhållande till skatt"]);
    if of_taxes && has(&["%", "procent", "andel"]) {
        let top = find(&|label| label == "årets resultat")?;
        let taxes = find(&|label| label == "skatteintäkter")?;
        let grants = find(&|label| label.contains("statsbidrag"))?;
        return Some(Ratio { row, top, base: vec![taxes, grants] });
    }
    None
}

/// What the amounts of a column give: all that the share may be, and as it would be printed.
fn given(figures: &Figures<'_>, ratio: &Ratio, column: usize) -> Option<Given> {
    let own = figures.printed((ratio.row, column))?;
    let top = figures.printed((ratio.top, column))?;
    let base: Vec<&Quantity> =
        ratio.base.iter().map(|row| figures.printed((*row, column))).collect::<Option<_>>()?;
    let whole: Interval = base.iter().map(|it| it.interval()).sum();
    let (low, high) = (whole.low?, whole.high?);
    if low <= Fixed::ZERO {
        return None;
    }
    let share = |part: Fixed, whole: Fixed| Some(Fixed::from_decimal(part.share_of(whole)?, 2));
    let (from, to) = (top.interval().low?, top.interval().high?);
    let ends = [share(from, low)?, share(from, high)?, share(to, low)?, share(to, high)?];
    let step = Fixed::from_decimal(1, 2);
    let all = Interval { low: ends.iter().min().copied(), high: ends.iter().max().copied() }.widened(step);
    let sum = base.iter().map(|it| it.value()).fold(Fixed::ZERO, |sum, it| sum + it);
    let decimals = own.decimals.min(2);
    let value = Fixed::from_decimal(top.value().share_of(sum)?, 2).rounded(decimals);
    let of = [ratio.top].iter().chain(&ratio.base).map(|row| (*row, column)).collect();
    let expected = Quantity::new(value, decimals, Unit::Percent);
    Some((Reckoned { cell: (ratio.row, column), of, expected }, all))
}
