//! Changes in per cent between two columns of amounts.

use crate::relations::figures::{At, Figures};
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::table::ColumnKind;

/// A column of changes in per cent, between which columns, and the rows that cannot be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PercentColumn {
    /// The column.
    pub column: usize,
    /// What the change leads to.
    pub later: usize,
    /// What the change starts from, and is counted in parts of.
    pub earlier: usize,
    /// Whether what is below nought is taken by its size, so that the share has the change's sign.
    pub by_size: bool,
    /// Rows whose printed share no true amounts can give.
    pub broken: Vec<usize>,
}

impl PercentColumn {
    /// The cells that a row's share rests on, its own first.
    pub fn cells(&self, row: usize) -> [At; 3] {
        [(row, self.column), (row, self.later), (row, self.earlier)]
    }

    /// Whether the amounts give a share that somebody could have meant. A thousand per cent
    /// more tells that two figures ran together in the source.
    pub fn is_plausible(&self, figures: &Figures<'_>, row: usize) -> bool {
        self.expected(figures, row).is_none_or(|share| share.value().abs() < Fixed::whole(1_000))
    }

    /// The share that the printed amounts give, rounded as the column is.
    pub fn expected(&self, figures: &Figures<'_>, row: usize) -> Option<Quantity> {
        let [share, later, earlier] = self.cells(row).map(|at| figures.printed(at));
        let (share, later, earlier) = (share?, later?, earlier?);
        let base = if self.by_size { earlier.value().abs() } else { earlier.value() };
        let value = (later.value() - earlier.value()).share_of(base)?;
        // Parts per ten thousand are per cent with two decimals.
        let rounded = Quantity::new(value, 2, Unit::Percent).value().rounded(share.decimals.min(2));
        Some(Quantity::new(rounded, share.decimals.min(2), Unit::Percent))
    }
}

/// The percent columns of a table for which most rows tell what they are made of.
pub fn percent_columns(figures: &Figures<'_>) -> Vec<PercentColumn> {
    let columns = figures.table.columns.iter().enumerate();
    let shares = columns.filter(|(_, column)| column.kind == ColumnKind::Percent).map(|(index, _)| index);
    shares.filter_map(|column| percent_column(figures, column)).collect()
}

fn percent_column(figures: &Figures<'_>, column: usize) -> Option<PercentColumn> {
    let is_change = |index: &usize| {
        matches!(figures.table.columns[*index].kind, ColumnKind::Change | ColumnKind::Deviation)
    };
    let bases: Vec<usize> = figures.amount_columns().into_iter().filter(|index| !is_change(index)).collect();
    let pairs = bases.iter().flat_map(|a| bases.iter().map(move |b| (*a, *b))).filter(|(a, b)| a != b);
    // The last of equals is taken: a share of the figure itself.
    let by_chance = bases.len() > MOST_SURE_COLUMNS;
    let habits = pairs.flat_map(|pair| [true, false].map(|by_size| (pair, by_size)));
    let tried = habits.map(|((later, earlier), by_size)| {
        try_pair(figures, PercentColumn { column, later, earlier, by_size, broken: Vec::new() }, by_chance)
    });
    let (right, found) = tried.max_by_key(|(right, _)| *right)?;
    (right >= 2 && right > found.broken.len()).then_some(found)
}

/// Among more columns of amounts than these, two fit by chance where the amounts are small.
const MOST_SURE_COLUMNS: usize = 3;
/// Smaller amounts, in units of their last digit, stand for so much that nearly any share fits.
const LEAST_TELLING: i64 = 50;

/// How many rows tell that a column is the change between two others, and what it is then.
fn try_pair(figures: &Figures<'_>, mut tried: PercentColumn, by_chance: bool) -> (usize, PercentColumn) {
    let full = |row: &usize| tried.cells(*row).iter().all(|at| figures.printed(*at).is_some());
    let rows: Vec<usize> = (0..figures.table.rows.len()).filter(full).collect();
    let (right, broken): (Vec<usize>, Vec<usize>) =
        rows.into_iter().partition(|row| is_possible(figures, *row, &tried));
    let tells = |row: &&usize| {
        let [_, amounts @ ..] = tried.cells(**row);
        let large = |at: &At| figures.printed(*at).is_some_and(|it| it.mantissa.abs() >= LEAST_TELLING);
        !by_chance || amounts.iter().all(large)
    };
    let count = right.iter().filter(tells).count();
    tried.broken = broken;
    (count, tried)
}

/// Whether true amounts and a true share exist with later = earlier × (100 + share) / 100.
/// Costs below nought that grow print a share above it, unless shares are of an amount's size.
fn is_possible(figures: &Figures<'_>, row: usize, column: &PercentColumn) -> bool {
    let ends = |column: usize| figures.printed((row, column)).map(ends_of);
    let (Some(share), Some(later), Some(earlier)) =
        (ends(column.column), ends(column.later), ends(column.earlier))
    else {
        return true;
    };
    let turned = column.by_size && earlier.iter().all(|end| *end < 0);
    let share = if turned { share.map(|end| -end) } else { share };
    // All in millionths, so that the products are whole.
    let hundred = 100 * SCALE;
    let products = earlier.iter().flat_map(|base| share.iter().map(move |share| base * (hundred + share)));
    let products: Vec<i128> = products.collect();
    let low = products.iter().min().copied().unwrap_or(0);
    let high = products.iter().max().copied().unwrap_or(0);
    let [lowest, highest] = later.map(|end| end * hundred);
    low <= highest && lowest <= high
}

const SCALE: i128 = 1_000_000;

/// The ends of what a figure can stand for, in millionths.
fn ends_of(figure: &Quantity) -> [i128; 2] {
    let unit = SCALE / 10_i128.pow(u32::from(figure.decimals.min(5)));
    let value = i128::from(figure.mantissa) * unit;
    [value - unit / 2, value + unit / 2]
}
