//! Rows whose deviation tells by its own table whether it is a surplus or a deficit.

use crate::told::RowAt;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::table::ColumnKind;
use uppsikt_text::case::Lower;

/// Rows of income, where more than the budget is better.
const INCOME: [&str; 6] = ["intäkt", "avgift", "bidrag", "försälj", "skatt", "taxa"];

/// A deviation with what it is: a surplus or a deficit.
#[derive(Debug, Clone)]
pub struct Signed {
    /// The deviation as it is printed.
    pub quantity: Quantity,
    /// Where.
    pub span: Span,
    /// Whether less was spent than the budget gave.
    pub is_surplus: bool,
}

/// The deviation of a row of costs, which its budget and its outcome give: the one less the other where costs
/// have no sign, the other way round where they have.
pub fn signed(row: &RowAt<'_>) -> Option<Signed> {
    let figures = row.figures();
    let only = |is_meant: fn(&ColumnKind) -> bool| {
        let mut own = figures.iter().filter(|(column, ..)| row.kind(*column).is_some_and(is_meant));
        own.next().filter(|_| own.next().is_none())
    };
    let (_, budget, _) = only(|kind| matches!(kind, ColumnKind::Budget { .. }))?;
    let (_, outcome, _) =
        only(|kind| matches!(kind, ColumnKind::Actual { .. } | ColumnKind::Forecast { .. }))?;
    let (_, deviation, span) = only(|kind| *kind == ColumnKind::Deviation)?;
    let label = row.get().label.text.lower();
    if deviation.mantissa == 0 || INCOME.iter().any(|word| label.contains(word)) {
        return None;
    }
    let given = match (budget.mantissa > 0, outcome.mantissa > 0) {
        (true, true) => budget.interval().minus(&outcome.interval()),
        (false, false) => outcome.interval().minus(&budget.interval()),
        _ => return None,
    };
    let is_surplus = deviation.mantissa > 0;
    given.meets(&deviation.interval()).then(|| Signed {
        quantity: deviation.clone(),
        span: *span,
        is_surplus,
    })
}
