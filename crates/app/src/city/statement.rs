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
use uppsikt_domain::table::{Cell, Column, ColumnKind, Row, Table, TableKind};

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
    /// As reported last: what is forecast or has come out, budget, deviation.
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
        let lines = [&self.structure.result_line, &self.structure.net_cost_line];
        let whole = |table: &Table| lines.iter().any(|line| table.line(line).is_some());
        let (_, table) = statements.find(|(_, table)| whole(table))?;
        Some(Statement { stored, table, structure: &self.structure })
    }

    /// The limit above which a body's deviations are to be explained, in thousands of kronor.
    pub fn threshold_tkr(&self, body: Option<&Body>) -> Option<i64> {
        let Some(body) = body else { return self.structure.deviation_threshold_tkr };
        body.deviation_threshold_tkr.or_else(|| self.structure.threshold_tkr(&body.name))
    }

    /// The statements of a committee's budget and last report for a year.
    pub fn money(&self, body: &str, year: i32) -> Money<'_> {
        let of = |kind| self.document_of(body, year, kind).and_then(|stored| self.statement(stored));
        let outcome = of(DocumentKind::AnnualAnalysis).filter(|it| it.has_outcome());
        let report = outcome.or_else(|| of(DocumentKind::InterimReport));
        Money { plan: of(DocumentKind::CommitteeBudget), report }
    }
}

impl<'a> Money<'a> {
    /// The committee's frame for the year: as reported, else as planned.
    pub fn frame(&self) -> Option<Amount<'a>> {
        let frame = |statement: Statement<'a>| statement.budget(&statement.structure.frame_line);
        self.report.and_then(frame).or_else(|| self.plan.and_then(frame))
    }

    /// What the forecast or the outcome is better (+) or worse (−) than the frame, where a report says.
    pub fn deviation(&self) -> Option<Amount<'a>> {
        self.report?.against_frame()
    }

    /// Whether the report tells what has come out of the whole year.
    pub fn is_final(&self) -> bool {
        self.report.is_some_and(|report| report.is_final())
    }
}

impl<'a> Statement<'a> {
    /// Whether it tells what has come out of the whole year.
    pub fn is_final(&self) -> bool {
        self.stored.document.kind == DocumentKind::AnnualAnalysis
    }

    /// A line's forecast: of the year in a report, of the year before in a plan. In an annual
    /// analysis what has come out of the year.
    pub fn forecast(&self, key: &str) -> Option<Amount<'a>> {
        self.amount(key, self.columns()?.0?)
    }

    /// A line's budget for the whole of the document's year.
    pub fn budget(&self, key: &str) -> Option<Amount<'a>> {
        self.amount(key, self.columns()?.1)
    }

    /// A line's budget for the year before.
    pub fn budget_before(&self, key: &str) -> Option<Amount<'a>> {
        let before = self.stored.document.year? - 1;
        let is_it = |column: &Column| column.kind == ColumnKind::Budget { year: Some(before) };
        self.amount(key, self.whole(is_it).next()?)
    }

    /// Forecast minus budget on signed amounts: above nought is better. Computed, so that a
    /// slip in the printed column does not spread.
    pub fn deviation(&self, key: &str) -> Option<Amount<'a>> {
        let (forecast, budget) = (self.forecast(key)?, self.budget(key)?);
        Some(Amount { tkr: forecast.tkr - budget.tkr, ..forecast })
    }

    /// What a report's forecast or outcome is better (+) or worse (−) than the frame: the deviation
    /// of the result, or of the net cost where no result is printed.
    pub fn against_frame(&self) -> Option<Amount<'a>> {
        let of = |key: &String| self.deviation(key);
        of(&self.structure.result_line).or_else(|| of(&self.structure.net_cost_line))
    }

    /// Budget minus the forecast of the year before.
    pub fn change(&self, key: &str) -> Option<Amount<'a>> {
        let (forecast, budget) = (self.forecast(key)?, self.budget(key)?);
        Some(Amount { tkr: budget.tkr - forecast.tkr, ..budget })
    }

    /// Budget minus that of the year before.
    pub fn change_of_budget(&self, key: &str) -> Option<Amount<'a>> {
        let (before, budget) = (self.budget_before(key)?, self.budget(key)?);
        Some(Amount { tkr: budget.tkr - before.tkr, ..budget })
    }

    /// What has come out for the report's period, from this table or another of the document.
    pub fn actual(&self, key: &str) -> Option<Amount<'a>> {
        let own = self.stored.document.year;
        let part = |column: &Column| match column.kind {
            ColumnKind::Actual { year, part_of_year: true } => own.is_none() || year.is_none() || year == own,
            _ => false,
        };
        let others = self.stored.holding().tables().into_iter().map(|(_, table)| table);
        std::iter::once(self.table).chain(others).find_map(|table| {
            let column = table.columns.iter().position(part)?;
            Statement { table, ..*self }.amount(key, column)
        })
    }

    /// The lines of the table that are no sums, with their rows, in order. None where costs are
    /// printed without a sign: nothing tells which they are.
    pub fn items(&self) -> impl Iterator<Item = (&'a str, &'a Row)> {
        let (structure, unsigned) = (self.structure, self.is_unsigned());
        let rows = self.table.rows.iter().filter(move |_| !unsigned);
        let keyed = rows.filter_map(|row| Some((row.line.as_deref()?, row)));
        keyed.filter(move |(key, _)| structure.statement_line(key).is_some_and(|line| line.sum_of.is_empty()))
    }

    /// Whether costs are printed without a sign: the net cost is above nought and nothing beside it
    /// is below.
    pub fn is_unsigned(&self) -> bool {
        let Some((_, column)) = self.columns() else { return false };
        let value = |row: &Row| row.cells.get(column).and_then(|cell: &Cell| tkr(cell.value.as_ref()?));
        let above = self.table.line(&self.structure.net_cost_line).and_then(value).is_some_and(|it| it > 0);
        above && self.table.rows.iter().filter_map(value).all(|it| it >= 0)
    }

    /// Positions of the columns of the whole year that fit.
    fn whole(&self, fits: impl Fn(&Column) -> bool) -> impl Iterator<Item = usize> {
        let all = self.table.columns.iter().enumerate();
        all.filter(move |(_, column)| !column.part_of_year && fits(column)).map(|(at, _)| at)
    }

    /// The columns of the forecast (or outcome) and of the budget. Of several those that most rows of
    /// the printed deviation are reckoned from.
    fn columns(&self) -> Option<(Option<usize>, usize)> {
        let own = self.stored.document.year;
        let is_of =
            |year: Option<i32>, wanted: Option<i32>| year.is_none() || wanted.is_none() || year == wanted;
        let before = own.map(|year| if self.stored.document.kind.is_report() { year } else { year - 1 });
        let budgets: Vec<usize> = self
            .whole(|column| matches!(column.kind, ColumnKind::Budget { year } if is_of(year, own)))
            .collect();
        let forecasts: Vec<usize> = self
            .whole(|column| match column.kind {
                ColumnKind::Forecast { year } => !self.is_final() && is_of(year, before),
                ColumnKind::Actual { year, part_of_year: false } => self.is_final() && is_of(year, own),
                _ => false,
            })
            .collect();
        let pairs = budgets.iter().flat_map(|budget| forecasts.iter().map(move |it| (Some(*it), *budget)));
        let pairs: Vec<(Option<usize>, usize)> = pairs.collect();
        if let [pair] = pairs.as_slice() {
            return Some(*pair);
        }
        // Of equals the first.
        let best = pairs.into_iter().rev().max_by_key(|pair| self.reckoned(*pair));
        best.or_else(|| Some((forecasts.first().copied(), *budgets.first()?)))
    }

    /// How many rows of the printed deviation are the difference of two columns.
    fn reckoned(&self, (forecast, budget): (Option<usize>, usize)) -> usize {
        let deviation = self.whole(|column| column.kind == ColumnKind::Deviation).next();
        let Some((forecast, deviation)) = forecast.zip(deviation) else { return 0 };
        let value = |row: &Row, at: usize| row.cells.get(at).and_then(|cell| tkr(cell.value.as_ref()?));
        let holds = |row: &&Row| {
            let told = (value(row, forecast), value(row, budget), value(row, deviation));
            matches!(told, (Some(is), Some(was), Some(off)) if off != 0 && (is - was).abs() == off.abs())
        };
        self.table.rows.iter().filter(holds).count()
    }

    fn has_outcome(&self) -> bool {
        self.columns().is_some_and(|(outcome, _)| outcome.is_some())
    }

    /// A line's amount in a column. A net cost that is printed without its sign is one all the same.
    fn amount(&self, key: &str, column: usize) -> Option<Amount<'a>> {
        let row = self.table.line(key)?;
        let cell = row.cells.get(column)?;
        let printed = tkr(cell.value.as_ref()?)?;
        let tkr = if key == self.structure.net_cost_line && self.is_unsigned() { -printed } else { printed };
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
