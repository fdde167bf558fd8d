//! Whether a row has an amount, and which of its figures it should have been.

use super::{Level, Meaning, RowAt, Told};
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Hedge, Quantity, Unit};
use uppsikt_domain::table::ColumnKind;

/// What rows print or give: a value in kronor or per cent, with the cells that it rests on.
#[derive(Debug, Clone)]
struct Value<'a> {
    value: Fixed,
    interval: Interval,
    kinds: Vec<&'a ColumnKind>,
    cells: Vec<(Quantity, Span)>,
    is_percent: bool,
    label: &'a str,
}

/// How near an amount is to what it should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Near {
    /// Within a tenth.
    Tenth,
    /// A slip of the hand from it.
    Slip,
    /// Within a third.
    Third,
    /// Further away.
    Far,
}

/// An amount that none of its rows has.
#[derive(Debug, Clone)]
pub struct Off<'a> {
    /// What it should have been, as it is printed in the text.
    pub expected: Quantity,
    /// The cells that say so.
    pub cells: Vec<(Quantity, Span)>,
    /// The label of their row.
    pub label: &'a str,
    /// How far away.
    pub near: Near,
}

/// What an amount should have been, where its rows neither print nor give it.
pub fn off<'a>(told: &Told<'a>, document: &Document) -> Option<Off<'a>> {
    let said = interval(&told.found.quantity, told.found.hedge)?;
    let values = |rows: &[RowAt<'a>]| rows.iter().flat_map(values_of).collect::<Vec<_>>();
    let own = match told.groups.is_empty() {
        true => values(&told.rows),
        false => told.groups.iter().flat_map(|group| sums(group)).collect(),
    };
    let others = values(&told.all_rows).into_iter().chain(values(&told.rows));
    let same_unit = |value: &&Value<'_>| is_of(value, &told.found.quantity.unit);
    if own
        .iter()
        .chain(&others.collect::<Vec<_>>())
        .filter(same_unit)
        .any(|value| value.interval.meets(&said))
    {
        return None;
    }
    let asked = own.iter().filter(same_unit).filter(|value| is_meant(value, told, document.year));
    let size = value_of(&told.found.quantity)?;
    let nearest = asked.min_by_key(|value| (value.value - size).abs())?;
    let expected = as_said(nearest.value, &told.found.quantity)?;
    let far = far(nearest.value, size, &told.found.quantity, &expected);
    let is_rounding = told.found.quantity.decimals > 0
        && expected.mantissa.abs() >= ROUNDED
        && (expected.mantissa.abs() - told.found.quantity.mantissa.abs()).abs() == 1;
    let named = !nearest.value.eq(&Fixed::ZERO) && !is_rounding;
    named.then(|| Off { expected, cells: nearest.cells.clone(), label: nearest.label, near: far })
}

/// From so many digits on a last digit that is one off is a slip of rounding, and told as that.
const ROUNDED: i64 = 1_000;

/// A figure's size: in kronor for money, else in per cent.
fn value_of(figure: &Quantity) -> Option<Fixed> {
    match figure.unit.kronor() {
        Some(kronor) => Some(figure.value().abs().times(kronor)),
        None => (figure.unit == Unit::Percent).then(|| figure.value().abs()),
    }
}

/// What a figure can stand for, its sign aside: kronor for money, else per cent.
pub fn interval(figure: &Quantity, hedge: Hedge) -> Option<Interval> {
    let scale = figure.unit.kronor().or((figure.unit == Unit::Percent).then_some(1))?;
    Some(figure.interval_hedged(hedge).times(scale).size())
}

fn is_of(value: &Value<'_>, unit: &Unit) -> bool {
    value.is_percent == (*unit == Unit::Percent)
}

/// Every figure of a row, and every difference of two of its amounts.
fn values_of<'a>(row: &RowAt<'a>) -> Vec<Value<'a>> {
    let figures: Vec<(usize, Quantity, Span)> =
        row.figures().into_iter().filter(|(_, figure, _)| value_of(figure).is_some()).collect();
    let mut found: Vec<Value<'a>> = figures.iter().filter_map(|figure| own(row, figure)).collect();
    for (index, one) in figures.iter().enumerate() {
        found.extend(figures[index + 1..].iter().filter_map(|other| difference(row, one, other)));
        found.extend(figures[index + 1..].iter().flat_map(|other| shares(row, one, other)));
    }
    found
}

fn own<'a>(row: &RowAt<'a>, (column, figure, span): &(usize, Quantity, Span)) -> Option<Value<'a>> {
    Some(Value {
        value: value_of(figure)?,
        interval: interval(figure, Hedge::Exact)?,
        kinds: row.kind(*column).into_iter().collect(),
        cells: vec![(figure.clone(), *span)],
        is_percent: figure.unit == Unit::Percent,
        label: &row.get().label.text,
    })
}

/// The difference of two amounts, signs aside.
fn difference<'a>(
    row: &RowAt<'a>,
    one: &(usize, Quantity, Span),
    other: &(usize, Quantity, Span),
) -> Option<Value<'a>> {
    let (first, second) = (one.1.unit.kronor()?, other.1.unit.kronor()?);
    let apart = one.1.interval().times(first).minus(&other.1.interval().times(second)).size();
    let value = (one.1.value().times(first) - other.1.value().times(second)).abs();
    Some(Value {
        value,
        interval: apart,
        kinds: [one.0, other.0].into_iter().filter_map(|column| row.kind(column)).collect(),
        cells: vec![(one.1.clone(), one.2), (other.1.clone(), other.2)],
        is_percent: false,
        label: &row.get().label.text,
    })
}

/// How many per cent one amount is more or less than another, counted on either.
fn shares<'a>(
    row: &RowAt<'a>,
    one: &(usize, Quantity, Span),
    other: &(usize, Quantity, Span),
) -> Vec<Value<'a>> {
    let percent = |from: &(usize, Quantity, Span), to: &(usize, Quantity, Span)| {
        let (base, end) = (from.1.value(), to.1.value());
        Some(Value {
            value: Fixed::from_decimal((end - base).share_of(base)?.abs(), 2),
            interval: grown(&from.1, &to.1)?,
            kinds: [from.0, to.0].into_iter().filter_map(|column| row.kind(column)).collect(),
            cells: vec![(from.1.clone(), from.2), (to.1.clone(), to.2)],
            is_percent: true,
            label: &row.get().label.text,
        })
    };
    if one.1.unit != other.1.unit || !one.1.unit.is_money() {
        return Vec::new();
    }
    [percent(one, other), percent(other, one)].into_iter().flatten().collect()
}

/// By how many per cent true amounts can have grown, that are printed so. None where nought
/// may have been the first.
fn grown(from: &Quantity, to: &Quantity) -> Option<Interval> {
    let (base, end) = (from.interval().size(), to.interval().size());
    let turned = (from.mantissa < 0) != (to.mantissa < 0) && to.mantissa != 0;
    let share = |end: Fixed, base: Fixed| {
        let apart = if turned { end + base } else { end - base };
        Some(Fixed::from_decimal(apart.share_of(base)?, 2))
    };
    let step = Fixed::from_decimal(1, 2);
    let (low, high) = (share(end.low?, base.high?)?, share(end.high?, base.low?)?);
    Some(Interval::between(low, high).size().widened(step))
}

/// The sums of neighbouring rows, column by column.
fn sums<'a>(rows: &[RowAt<'a>]) -> Vec<Value<'a>> {
    let Some(first) = rows.first() else { return Vec::new() };
    let columns = 0..first.table.columns.len();
    columns.filter_map(|column| sum(rows, column)).collect()
}

fn sum<'a>(rows: &[RowAt<'a>], column: usize) -> Option<Value<'a>> {
    let first = rows.first()?;
    let in_column = |row: &RowAt<'a>| row.figures().into_iter().find(|(at, ..)| *at == column);
    let figures = rows.iter().map(in_column).collect::<Option<Vec<_>>>()?;
    let kronor = figures.first()?.1.unit.kronor()?;
    let value = figures.iter().map(|(_, figure, _)| figure.value()).fold(Fixed::ZERO, |sum, it| sum + it);
    let interval: Interval = figures.iter().map(|(_, figure, _)| figure.interval()).sum();
    Some(Value {
        value: value.times(kronor).abs(),
        interval: interval.times(kronor).size(),
        kinds: first.kind(column).into_iter().collect(),
        cells: figures.into_iter().map(|(_, figure, span)| (figure, span)).collect(),
        is_percent: false,
        label: &first.get().label.text,
    })
}

/// Whether a value is what an amount claims to be.
fn is_meant(value: &Value<'_>, told: &Told<'_>, year: Option<i32>) -> bool {
    let years: Vec<i32> = value.kinds.iter().filter_map(|kind| year_of(kind).or(year)).collect();
    let named = |year: &i32| years.contains(year) || years.is_empty();
    let in_part =
        value.kinds.iter().any(|kind| matches!(kind, ColumnKind::Actual { part_of_year: true, .. }));
    let single = value.kinds.len() == 1;
    let is = |fits: fn(&ColumnKind) -> bool| value.kinds.iter().all(|kind| fits(kind));
    let changes = |value: &Value<'_>| {
        single && matches!(value.kinds[0], ColumnKind::Change)
            || !single && is(is_level) && years.first() != years.last()
    };
    let deviates = |value: &Value<'_>| {
        single && matches!(value.kinds[0], ColumnKind::Deviation)
            || !single && is(is_level) && years.first() == years.last() && is_planned(value)
    };
    let percent = single && value.is_percent;
    let fits = match told.meaning {
        Meaning::Level(level) => {
            single && is(is_level) && level.is_none_or(|it| is_of_level(value.kinds[0], it))
        }
        Meaning::Deviation => deviates(value),
        Meaning::Change => changes(value) || percent,
        Meaning::Difference => changes(value) || deviates(value),
        Meaning::Any => single,
    };
    let of_year = match told.meaning {
        Meaning::Level(_) => told.years.iter().all(named),
        _ => told.years.iter().all(named) || single,
    };
    fits && of_year && (in_part == told.part_of_year || percent || told.meaning == Meaning::Any)
}

fn is_level(kind: &ColumnKind) -> bool {
    !matches!(kind, ColumnKind::Change | ColumnKind::Deviation | ColumnKind::Percent | ColumnKind::Note)
}

fn is_planned(value: &Value<'_>) -> bool {
    value.kinds.iter().any(|kind| matches!(kind, ColumnKind::Budget { .. }))
}

fn is_of_level(kind: &ColumnKind, level: Level) -> bool {
    matches!(
        (kind, level),
        (ColumnKind::Budget { .. } | ColumnKind::Whole | ColumnKind::Part | ColumnKind::Other, Level::Budget)
            | (ColumnKind::Forecast { .. }, Level::Forecast)
            | (ColumnKind::Actual { .. }, Level::Actual)
    )
}

fn year_of(kind: &ColumnKind) -> Option<i32> {
    match kind {
        ColumnKind::Budget { year } | ColumnKind::Forecast { year } | ColumnKind::Actual { year, .. } => {
            *year
        }
        _ => None,
    }
}

/// A value in the unit and with the decimals of what is said.
fn as_said(value: Fixed, said: &Quantity) -> Option<Quantity> {
    let scale = said.unit.kronor().or((said.unit == Unit::Percent).then_some(1))?;
    let mantissa = value.divided_down(scale).rounded(said.decimals);
    Some(Quantity::new(mantissa, said.decimals, said.unit.clone()))
}

fn far(value: Fixed, said: Fixed, printed: &Quantity, expected: &Quantity) -> Near {
    let apart = (value - said).abs();
    if apart.times(10) < value {
        Near::Tenth
    } else if is_slip(printed, expected) || is_tenfold(value, said) {
        Near::Slip
    } else if apart.times(3) < value {
        Near::Third
    } else {
        Near::Far
    }
}

/// A comma too far: ten, a hundred or a thousand times as much or as little.
fn is_tenfold(value: Fixed, said: Fixed) -> bool {
    let near = |one: Fixed, other: Fixed| (one - other).abs().times(100) < one;
    [10, 100, 1_000].iter().any(|times| near(value, said.times(*times)) || near(value.times(*times), said))
}

/// One digit, or two that changed places, in figures long enough for that to be no chance.
fn is_slip(printed: &Quantity, expected: &Quantity) -> bool {
    let digits = |figure: &Quantity| figure.mantissa.unsigned_abs().to_string().into_bytes();
    let (ours, theirs) = (digits(printed), digits(expected));
    let apart: Vec<usize> = (0..ours.len().min(theirs.len())).filter(|at| ours[*at] != theirs[*at]).collect();
    ours.len() == theirs.len()
        && match apart.as_slice() {
            [_] => ours.len() >= 3,
            [a, b] => ours.len() >= 2 && ours[*a] == theirs[*b] && ours[*b] == theirs[*a],
            _ => false,
        }
}
