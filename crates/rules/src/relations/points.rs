//! Changes in percentage points between two columns of per cent.

use super::figures::Figures;
use super::reckoned::{self, Given, Reckoned};
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::table::ColumnKind;
use uppsikt_text::case::Lower;

/// Among more columns of per cent than these no pair is looked for.
const MOST_SHARES: usize = 6;

/// The changes of a table that are off, in columns that at least as many rows bear out.
pub fn off(figures: &Figures<'_>) -> Vec<Reckoned> {
    let columns = 0..figures.table.columns.len();
    columns.filter(|column| is_of_points(figures, *column)).flat_map(|it| of_column(figures, it)).collect()
}

/// "Förändring, procentenheter".
fn is_of_points(figures: &Figures<'_>, column: usize) -> bool {
    figures.table.columns[column].heading.text.lower().contains("procentenhet")
}

/// The rows by the two columns of per cent that most of them are the difference of.
fn of_column(figures: &Figures<'_>, column: usize) -> Vec<Reckoned> {
    let columns = &figures.table.columns;
    let share = |at: &usize| columns[*at].kind == ColumnKind::Percent || columns[*at].unit == Unit::Percent;
    let shares: Vec<usize> = (0..column).filter(share).collect();
    let given = |plus: usize, minus: usize| -> Vec<Given> {
        (0..figures.table.rows.len()).filter_map(|row| of_row(figures, row, [column, plus, minus])).collect()
    };
    let held = |all: &[Given]| {
        let holds =
            |(it, all): &&Given| figures.printed(it.cell).is_some_and(|own| own.interval().meets(all));
        all.iter().filter(holds).count()
    };
    // The last of equals: the nearest columns, the later less the earlier.
    let pairs = shares.iter().flat_map(|one| shares.iter().map(move |other| (*one, *other)));
    let pairs = pairs.filter(|(one, other)| one != other && shares.len() <= MOST_SHARES);
    let readings = pairs.map(|(minus, plus)| (given(plus, minus), plus > minus));
    let best = readings.max_by_key(|(all, forward)| (held(all), *forward)).map(|(all, _)| all);
    let best = best.unwrap_or_default();
    let moved = |at| figures.printed(at).is_some_and(|it| it.mantissa != 0);
    reckoned::off(figures, best, moved)
}

fn of_row(figures: &Figures<'_>, row: usize, [column, plus, minus]: [usize; 3]) -> Option<Given> {
    let (own, more, less) =
        (figures.printed((row, column))?, figures.printed((row, plus))?, figures.printed((row, minus))?);
    let value = more.value() - less.value();
    let expected = Quantity { mantissa: value.rounded(own.decimals), ..own.clone() };
    let of = vec![(row, plus), (row, minus)];
    Some((Reckoned { cell: (row, column), of, expected }, more.interval().minus(&less.interval())))
}
