//! The income statement of a document, by the stable keys of its lines.

use super::City;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::municipality::Body;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::registry::StoredDocument;
use uppsikt_domain::section::SectionKind;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{ColumnKind, Row, Table, TableKind};

/// An amount in thousands of kronor and where it is printed.
#[derive(Debug, Clone, Copy)]
pub struct Amount<'a> {
    /// Thousands of kronor, income +, cost −. Rounded half away from nought.
    pub tkr: i64,
    /// The document that prints it.
    pub stored: &'a StoredDocument,
    /// The row that prints it.
    pub span: Span,
}

/// The income statement of one document.
#[derive(Debug, Clone, Copy)]
pub struct Statement<'a> {
    /// The document.
    pub stored: &'a StoredDocument,
    /// The table, as it holds.
    pub table: &'a Table,
    /// What its lines are.
    pub structure: &'a Structure,
}

/// The statements of a committee's year.
#[derive(Debug, Clone, Copy, Default)]
pub struct Money<'a> {
    /// As planned: forecast of the year before, budget, change.
    pub plan: Option<Statement<'a>>,
    /// As reported: forecast, budget, deviation.
    pub report: Option<Statement<'a>>,
}

impl City {
    /// The statement that a document prints.
    pub fn statement<'a>(&'a self, stored: &'a StoredDocument) -> Option<Statement<'a>> {
        let tables = stored.holding().tables().into_iter();
        let mut statements = tables.filter(|(section, table)| {
            let placed = section.kind == SectionKind::Statement && table.kind == TableKind::Other;
            table.kind == TableKind::Statement || placed
        });
        let whole = |table: &Table| table.line(&self.structure.result_line).is_some();
        let (_, table) = statements.find(|(_, table)| whole(table))?;
        Some(Statement { stored, table, structure: &self.structure })
    }

    /// The limit above which a body's deviations are to be explained, in thousands of kronor.
    pub fn threshold_tkr(&self, body: Option<&Body>) -> Option<i64> {
        let Some(body) = body else { return self.structure.deviation_threshold_tkr };
        body.deviation_threshold_tkr.or_else(|| self.structure.threshold_tkr(&body.name))
    }

    /// The statements of a committee's budget and interim report for a year.
    pub fn money(&self, body: &str, year: i32) -> Money<'_> {
        let of = |kind| self.document_of(body, year, kind).and_then(|stored| self.statement(stored));
        Money { plan: of(DocumentKind::CommitteeBudget), report: of(DocumentKind::InterimReport) }
    }
}

impl<'a> Money<'a> {
    /// The committee's frame for the year: as reported, else as planned.
    pub fn frame(&self) -> Option<Amount<'a>> {
        let frame = |statement: Statement<'a>| statement.budget(&statement.structure.frame_line);
        self.report.and_then(frame).or_else(|| self.plan.and_then(frame))
    }

    /// What the forecast is better (+) or worse (−) than the frame, where a report says.
    pub fn deviation(&self) -> Option<Amount<'a>> {
        let report = self.report?;
        report.deviation(&report.structure.result_line)
    }
}

impl<'a> Statement<'a> {
    /// A line's forecast.
    pub fn forecast(&self, key: &str) -> Option<Amount<'a>> {
        self.amount(key, |kind| matches!(kind, ColumnKind::Forecast { .. }))
    }

    /// A line's budget.
    pub fn budget(&self, key: &str) -> Option<Amount<'a>> {
        self.amount(key, |kind| matches!(kind, ColumnKind::Budget { .. }))
    }

    /// Forecast minus budget on signed amounts: above nought is better. Computed, so that a
    /// slip in the printed column does not spread.
    pub fn deviation(&self, key: &str) -> Option<Amount<'a>> {
        let (forecast, budget) = (self.forecast(key)?, self.budget(key)?);
        Some(Amount { tkr: forecast.tkr - budget.tkr, ..forecast })
    }

    /// Budget minus the forecast of the year before.
    pub fn change(&self, key: &str) -> Option<Amount<'a>> {
        let (forecast, budget) = (self.forecast(key)?, self.budget(key)?);
        Some(Amount { tkr: budget.tkr - forecast.tkr, ..budget })
    }

    /// What has come out for the report's period, from this table or another of the document.
    pub fn actual(&self, key: &str) -> Option<Amount<'a>> {
        let part = |kind: &ColumnKind| matches!(kind, ColumnKind::Actual { part_of_year: true, .. });
        let others = self.stored.holding().tables().into_iter().map(|(_, table)| table);
        std::iter::once(self.table)
            .chain(others)
            .find_map(|table| Statement { table, ..*self }.amount(key, part))
    }

    /// The lines of the table that are no sums, with their rows, in order.
    pub fn items(&self) -> impl Iterator<Item = (&'a str, &'a Row)> {
        let structure = self.structure;
        let keyed = self.table.rows.iter().filter_map(|row| Some((row.line.as_deref()?, row)));
        keyed.filter(move |(key, _)| structure.statement_line(key).is_some_and(|line| line.sum_of.is_empty()))
    }

    fn amount(&self, key: &str, fits: impl Fn(&ColumnKind) -> bool) -> Option<Amount<'a>> {
        let column = self.table.column(fits)?;
        let row = self.table.line(key)?;
        let cell = row.cells.get(column)?;
        let tkr = tkr(cell.value.as_ref()?)?;
        let last = row.cells.last().map_or(row.label.span, |cell| cell.span);
        Some(Amount { tkr, stored: self.stored, span: row.label.span.to(last.max(row.label.span)) })
    }
}

/// Thousands of kronor, rounded half away from nought; a bare number counts as thousands.
/// `None` for what is no money.
pub fn tkr(quantity: &Quantity) -> Option<i64> {
    let kronor = match quantity.unit {
        Unit::None => 1_000,
        ref unit => unit.kronor()?,
    };
    Some(
        Fixed::from_decimal(quantity.mantissa, quantity.decimals)
            .times(kronor)
            .divided_down(1_000)
            .rounded(0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_of_money_becomes_thousands() {
        assert_eq!(tkr(&Quantity::new(5196, 1, Unit::Mkr)), Some(519_600));
        assert_eq!(tkr(&Quantity::new(-221_734, 0, Unit::Tkr)), Some(-221_734));
        assert_eq!(tkr(&Quantity::new(1_500, 0, Unit::Kr)), Some(2));
        assert_eq!(tkr(&Quantity::new(27, 1, Unit::Percent)), None);
    }
}
