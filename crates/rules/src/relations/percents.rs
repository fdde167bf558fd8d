//! Changes in per cent between two columns of amounts, and shares of an amount in another.

use crate::prose::words;
use crate::relations::changes;
use crate::relations::faults::Suspect;
use crate::relations::figures::{At, Figures};
use crate::relations::slip;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::table::{ColumnKind, RowRole, Table};

/// What a column of per cent is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// The change from one column to another, in parts of the first.
    Change {
        /// What the change leads to.
        later: usize,
        /// What the change starts from.
        earlier: usize,
        /// Whether what is below nought is taken by its size, so that the share has the change's sign.
        by_size: bool,
    },
    /// One column in parts of another.
    Ratio {
        /// What is told of.
        part: usize,
        /// What it is a part of.
        whole: usize,
    },
    /// A row's amount in parts of the amount of all rows.
    Share {
        /// The column of both.
        column: usize,
        /// The row of all.
        total: usize,
    },
}

/// A column of per cent, what it is made of, and the rows that cannot be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PercentColumn {
    /// The column.
    pub column: usize,
    /// What it is made of.
    pub made: Made,
    /// Whether more than one row tells it.
    pub sure: bool,
    /// Rows whose printed share no true amounts can give.
    pub broken: Vec<usize>,
}

impl PercentColumn {
    /// The cells that a row's share rests on: its own, what is told of, and what it is in parts of.
    pub fn cells(&self, row: usize) -> [At; 3] {
        let [top, base] = match self.made {
            Made::Change { later, earlier, .. } => [(row, later), (row, earlier)],
            Made::Ratio { part, whole } => [(row, part), (row, whole)],
            Made::Share { column, total } => [(row, column), (total, column)],
        };
        [(row, self.column), top, base]
    }

    /// Whether the amounts give a share that somebody could have meant. A thousand per cent
    /// more tells that two figures ran together in the source.
    pub fn is_plausible(&self, figures: &Figures<'_>, row: usize) -> bool {
        self.expected(figures, row).is_none_or(|share| share.value().abs() < Fixed::whole(1_000))
    }

    /// The share that the printed amounts give, rounded as the column is.
    pub fn expected(&self, figures: &Figures<'_>, row: usize) -> Option<Quantity> {
        let [share, top, base] = self.cells(row).map(|at| figures.printed(at));
        let (share, top, base) = (share?, top?, base?);
        let value = match self.made {
            Made::Change { by_size, .. } => {
                let size = if by_size { base.value().abs() } else { base.value() };
                (top.value() - base.value()).share_of(size)?
            }
            _ => top.value().share_of(base.value())?,
        };
        // Parts per ten thousand are per cent with two decimals.
        let rounded = Quantity::new(value, 2, Unit::Percent).value().rounded(share.decimals.min(2));
        Some(Quantity::new(rounded, share.decimals.min(2), Unit::Percent))
    }

    /// What each of the two amounts should be, if the share and the other are right.
    pub fn suspects(&self, figures: &Figures<'_>, row: usize) -> Vec<Suspect> {
        let [_, at_top, at_base] = self.cells(row);
        let [share, top, base] = self.cells(row).map(|at| figures.printed(at).map(|it| middle(ends_of(it))));
        let (Some(share), Some(top), Some(base)) = (share, top, base) else { return Vec::new() };
        let factor = self.of_base(share, base < 0);
        let needed =
            [(at_top, (base * factor).checked_div(HUNDRED)), (at_base, (top * HUNDRED).checked_div(factor))];
        let suspect = |(cell, needed): (At, Option<i128>)| {
            let value = Fixed::from_decimal(i64::try_from(needed?).ok()?, SCALE_DECIMALS);
            Some(Suspect { cell, expected: figures.as_printed(value, cell.1) })
        };
        needed.into_iter().filter_map(suspect).collect()
    }

    /// Whether one slip of the hand, in the share or in an amount, is all that is wrong in a row.
    fn is_slip(&self, figures: &Figures<'_>, row: usize) -> bool {
        let share =
            self.expected(figures, row).map(|expected| Suspect { cell: (row, self.column), expected });
        let cells = share.into_iter().chain(self.suspects(figures, row));
        cells.into_iter().any(|it| slip::is_slip(figures, it.cell, &it.expected.interval()))
    }

    /// How many hundredths of the base a share makes of it, in millionths: of a change all of it and the share.
    fn of_base(&self, share: i128, is_below_nought: bool) -> i128 {
        match self.made {
            Made::Change { by_size: true, .. } if is_below_nought => HUNDRED - share,
            Made::Change { .. } => HUNDRED + share,
            _ => share,
        }
    }

    /// Whether true amounts and a true share exist that give what is printed: for a change
    /// later = earlier × (100 + share) / 100, else part = whole × share / 100.
    /// Costs below nought that grow print a share above it, unless shares are of an amount's size.
    fn is_possible(&self, figures: &Figures<'_>, row: usize) -> bool {
        let [share, top, base] = self.cells(row).map(|at| figures.printed(at).map(ends_of));
        let (Some(share), Some(top), Some(base)) = (share, top, base) else { return true };
        // All in millionths, so that the products are whole.
        let is_below_nought = base.iter().all(|end| *end < 0);
        let factors = share.map(|share| self.of_base(share, is_below_nought));
        let products = base.iter().flat_map(|base| factors.iter().map(move |factor| base * factor));
        let (low, high) =
            products.fold((i128::MAX, i128::MIN), |(low, high), it| (low.min(it), high.max(it)));
        let [lowest, highest] = top.map(|end| end * HUNDRED);
        low <= highest && lowest <= high
    }
}

/// The percent columns of a table for which most rows tell what they are made of.
pub fn percent_columns(figures: &Figures<'_>) -> Vec<PercentColumn> {
    of_shares(figures.table).filter_map(|column| percent_column(figures, column)).collect()
}

/// The columns of per cent.
pub fn of_shares(table: &Table) -> impl Iterator<Item = usize> + '_ {
    let columns = table.columns.iter().enumerate();
    columns.filter(|(_, column)| column.kind == ColumnKind::Percent).map(|(index, _)| index)
}

/// How many more rows a column of per cent fits than it does not, in the way that it is most likely made.
pub fn fit(figures: &Figures<'_>, column: usize) -> usize {
    let tried = ways(figures, &bases(figures)).into_iter().map(|made| {
        let tried = PercentColumn { column, made, sure: true, broken: Vec::new() };
        try_way(figures, tried, false)
    });
    tried.map(|(right, tried)| right.saturating_sub(tried.broken.len())).max().unwrap_or(0)
}

/// The columns of amounts that are no changes.
fn bases(figures: &Figures<'_>) -> Vec<usize> {
    let is_change = |index: &usize| changes::is_change(&figures.table.columns[*index].kind);
    figures.amount_columns().iter().copied().filter(|index| !is_change(index)).collect()
}

/// So many rows may be slips where only one tells what a column is made of.
const MOST_SLIPS: usize = 2;

fn percent_column(figures: &Figures<'_>, column: usize) -> Option<PercentColumn> {
    let bases = bases(figures);
    let by_chance = bases.len() > MOST_SURE_COLUMNS;
    let tried = ways(figures, &bases).into_iter().map(|made| {
        let tried = PercentColumn { column, made, sure: true, broken: Vec::new() };
        try_way(figures, tried, by_chance)
    });
    // The last of equals is taken: a share of the figure itself.
    let (right, found) = tried.max_by_key(|(right, _)| *right)?;
    let sure = right >= 2 && right > found.broken.len();
    // One row of two tells it where the table leaves no other columns to choose from.
    let slipped = || found.broken.iter().all(|row| found.is_slip(figures, *row));
    let few = found.broken.len() == 1 || found.broken.len() <= MOST_SLIPS && slipped();
    let named = || found.broken.len() <= 2 * right && is_named(figures, &found);
    let likely = right > 0 && bases.len() <= 2 && (few || named());
    (sure || likely).then_some(PercentColumn { sure, ..found })
}

/// "Förbrukat i %" beside "Förbrukat": the heading says of which column the share is told.
fn is_named(figures: &Figures<'_>, shares: &PercentColumn) -> bool {
    const REST: [&str; 5] = ["i", "procent", "av", "budget", "andel"];
    let heading = |column: usize| words(&figures.table.columns[column].heading.text);
    let Made::Ratio { part, .. } = shares.made else { return false };
    let (own, of) = (heading(shares.column), heading(part));
    let rest = own.strip_prefix(of.as_slice()).filter(|_| !of.is_empty());
    rest.is_some_and(|rest| rest.iter().all(|word| REST.contains(&word.as_str())))
}

/// The ways in which per cent can be made, the likeliest last.
fn ways(figures: &Figures<'_>, bases: &[usize]) -> Vec<Made> {
    let rows = &figures.table.rows;
    let total = rows.iter().rposition(|row| row.role == RowRole::Total);
    let of_total = bases.iter().filter_map(|column| Some(Made::Share { column: *column, total: total? }));
    let pairs = || bases.iter().flat_map(|a| bases.iter().map(move |b| (*a, *b))).filter(|(a, b)| a != b);
    // What has changed from one row's year to the next is in parts of the row above.
    let by_year = rows.iter().all(|row| row.label.text.trim().parse::<u16>().is_ok_and(|year| year > 1900));
    let of_changes = figures.amount_columns().iter().filter(|at| !bases.contains(at) && !by_year);
    let changes_of = of_changes.flat_map(|part| bases.iter().map(move |whole| (*part, *whole)));
    let ratios = pairs().chain(changes_of).map(|(part, whole)| Made::Ratio { part, whole });
    let changes = pairs()
        .flat_map(|(later, earlier)| [true, false].map(|by_size| Made::Change { later, earlier, by_size }));
    ratios.chain(of_total).chain(changes).collect()
}

/// Among more columns of amounts than these, two fit by chance where the amounts are small.
const MOST_SURE_COLUMNS: usize = 3;
/// Smaller amounts, in units of their last digit, stand for so much that nearly any share fits.
const LEAST_TELLING: i64 = 50;

/// How many rows tell that a column is made in a way, and what it is then.
fn try_way(figures: &Figures<'_>, mut tried: PercentColumn, by_chance: bool) -> (usize, PercentColumn) {
    // A share is asked of rows with all their figures: others may have them in the wrong columns.
    let whole = |row: usize| {
        let filled = || figures.amount_columns().iter().all(|at| figures.printed((row, *at)).is_some());
        matches!(tried.made, Made::Change { .. })
            || figures.table.rows[row].role != RowRole::OfWhich && filled()
    };
    let full = |row: &usize| whole(*row) && tried.cells(*row).iter().all(|at| figures.printed(*at).is_some());
    let rows: Vec<usize> = (0..figures.table.rows.len()).filter(full).collect();
    let (right, broken): (Vec<usize>, Vec<usize>) =
        rows.into_iter().partition(|row| tried.is_possible(figures, *row));
    let tells = |row: &&usize| {
        let [_, amounts @ ..] = tried.cells(**row);
        let large = |at: &At| figures.printed(*at).is_some_and(|it| it.mantissa.abs() >= LEAST_TELLING);
        // Of itself everything is a hundred per cent.
        amounts[0] != amounts[1] && (!by_chance || amounts.iter().all(large))
    };
    let count = right.iter().filter(tells).count();
    tried.broken = broken;
    (count, tried)
}

const SCALE: i128 = 1_000_000;
const SCALE_DECIMALS: u8 = 6;
const HUNDRED: i128 = 100 * SCALE;

fn middle([low, high]: [i128; 2]) -> i128 {
    (low + high) / 2
}

/// The ends of what a figure can stand for, in millionths.
fn ends_of(figure: &Quantity) -> [i128; 2] {
    let unit = SCALE / 10_i128.pow(u32::from(figure.decimals.min(5)));
    let value = i128::from(figure.mantissa) * unit;
    [value - unit / 2, value + unit / 2]
}
