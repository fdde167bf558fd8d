//! A committee's money: statement, frame, areas, investments, splits.

use super::super::origin::{Origin, Sentence};
use super::super::table::{Signs, TableView, table};
use super::bridge::{Bridge, bridge, lowered};
use super::explanations::{Explanation, explanations};
use crate::city::{Amount, City, Money, Statement};
use uppsikt_domain::municipality::Body;
use uppsikt_domain::registry::StoredDocument;
use uppsikt_domain::table::{ColumnKind, TableKind};
use uppsikt_text::dates;

/// A committee's money.
#[derive(Debug, Clone)]
pub struct MoneyView<'a> {
    /// The statements that it is told from.
    pub of: Money<'a>,
    /// The limit above which deviations are explained, thousands of kronor.
    pub limit_tkr: Option<i64>,
    /// From the original frame to the forecast.
    pub bridge: Option<Bridge<'a>>,
    /// What has come out, as a share of the forecast.
    pub share: Option<PeriodShare<'a>>,
    /// The statement of the report, else of the plan.
    pub statement: Option<StatementView<'a>>,
    /// What is said of rows above the limit.
    pub explanations: Vec<Explanation<'a>>,
    /// The frame, decision by decision.
    pub ledger: Option<TableView<'a>>,
    /// The budget areas.
    pub areas: Vec<TableView<'a>>,
    /// The investments.
    pub investments: Vec<TableView<'a>>,
    /// The statement split by funding part.
    pub splits: Vec<TableView<'a>>,
    /// The net cost compared with other years or parts of the year.
    pub net_cost: Vec<TableView<'a>>,
}

/// What has come out of what is forecast, as net cost.
#[derive(Debug, Clone, Copy)]
pub struct PeriodShare<'a> {
    /// What has come out, above nought for a cost.
    pub actual: Amount<'a>,
    /// The forecast for the year, above nought for a cost.
    pub forecast: Amount<'a>,
    /// The share in thousandths, rounded half away from nought.
    pub permille: i64,
    /// Where the actual amount is printed.
    pub origin: Origin<'a>,
    /// How many months of the year the actual amount is for, where its column says.
    pub months: Option<u32>,
}

/// The income statement with a bar for each deviation.
#[derive(Debug, Clone)]
pub struct StatementView<'a> {
    /// The table.
    pub view: TableView<'a>,
    /// Whether it compares forecast and budget of one year, as a report does.
    pub is_report: bool,
    /// The position of the column after which notes and bars stand: deviation or change.
    pub compared: Option<usize>,
    /// What is added to each row, in the order of the rows.
    pub extras: Vec<StatementRow>,
}

/// What the page adds to a row of the statement.
#[derive(Debug, Clone, Copy, Default)]
pub struct StatementRow {
    /// The number of its explanation.
    pub explanation: Option<usize>,
    /// Where its bar begins and how long it is, in hundredths of a per cent of the column.
    pub bar: Option<(i64, i64)>,
    /// Whether the bar is for the worse.
    pub worse: bool,
}

/// A committee's money in a year.
pub fn money<'a>(city: &'a City, body: &Body, year: i32) -> MoneyView<'a> {
    let of = city.money(&body.slug, year);
    let limit_tkr = city.threshold_tkr(Some(body));
    let statement = of.report.or(of.plan);
    let explained = of.report.map(|report| explanations(city, &report, limit_tkr.unwrap_or(i64::MAX)));
    let (explanations, numbers) = explained.unwrap_or_default();
    let stored = statement.map(|statement| statement.stored);
    let of_kind = |kind| stored.map(|stored| tables(city, stored, kind)).unwrap_or_default();
    MoneyView {
        of,
        limit_tkr,
        bridge: of.report.and_then(|report| bridge(city, body, &report)),
        share: of.report.and_then(|report| share(&report)),
        statement: statement.map(|statement| statement_view(city, &statement, &numbers)),
        explanations,
        ledger: of_kind(TableKind::Ledger).into_iter().next(),
        areas: of_kind(TableKind::BudgetAreas),
        investments: of_kind(TableKind::Investments),
        splits: of_kind(TableKind::Split),
        net_cost: of_kind(TableKind::NetCost),
    }
}

fn tables<'a>(city: &'a City, stored: &'a StoredDocument, kind: TableKind) -> Vec<TableView<'a>> {
    let found = stored.holding().tables().into_iter().map(|(_, table)| table);
    found.filter(|found| found.kind == kind).map(|found| table(city, stored, found, Signs::Shown)).collect()
}

fn share<'a>(report: &Statement<'a>) -> Option<PeriodShare<'a>> {
    let key = &report.structure.net_cost_line;
    let cost = |amount: Amount<'a>| Amount { tkr: -amount.tkr, ..amount };
    let (actual, forecast) = (cost(report.actual(key)?), cost(report.forecast(key)?));
    if actual.tkr < 0 || forecast.tkr <= 0 {
        return None;
    }
    // Rounded half up; both are above nought here.
    let permille = (2_000 * actual.tkr + forecast.tkr) / (2 * forecast.tkr);
    let origin = Origin::of(actual.stored, actual.span);
    Some(PeriodShare { actual, forecast, permille, origin, months: months(report) })
}

/// The months that the column of actual amounts names last: 8 for "jan–aug".
fn months(report: &Statement<'_>) -> Option<u32> {
    let tables = report.stored.holding().tables().into_iter();
    let columns = tables.flat_map(|(_, table)| &table.columns);
    let mut part = columns.filter(|it| matches!(it.kind, ColumnKind::Actual { part_of_year: true, .. }));
    let heading = &part.next()?.heading.text;
    heading.rsplit(|c: char| !c.is_alphabetic()).find_map(dates::month)
}

fn statement_view<'a>(
    city: &'a City,
    statement: &Statement<'a>,
    numbers: &[(&'a str, usize)],
) -> StatementView<'a> {
    let view = table(city, statement.stored, statement.table, Signs::Shown);
    let difference = |kind: &ColumnKind| matches!(kind, ColumnKind::Deviation | ColumnKind::Change);
    let is_report = statement.table.column(|kind| *kind == ColumnKind::Deviation).is_some();
    let whole = |column: &&uppsikt_domain::table::Column| !column.part_of_year && difference(&column.kind);
    let compared = statement.table.columns.iter().find(whole);
    let compared = compared.and_then(|own| statement.table.columns.iter().position(|it| it == own));
    let longest = statement.items().filter_map(|(key, _)| statement.deviation(key));
    let longest = longest.map(|deviation| deviation.tkr.abs()).max().unwrap_or_default();
    let extra = |row: &uppsikt_domain::table::Row| {
        let Some(key) = row.line.as_deref() else { return StatementRow::default() };
        let number = numbers.iter().find(|(known, _)| *known == key).map(|(_, number)| *number);
        let item = statement.items().any(|(known, _)| known == key);
        let deviation = statement.deviation(key).filter(|_| item && is_report);
        let bar = deviation.and_then(|deviation| bar(deviation.tkr, longest));
        StatementRow { explanation: number, bar, worse: deviation.is_some_and(|it| it.tkr < 0) }
    };
    let extras = statement.table.rows.iter().map(extra).collect();
    StatementView { view, is_report, compared, extras }
}

/// Where a bar begins and how long it is: the zero line stands in the middle, the longest
/// reaches 49 per cent.
fn bar(tkr: i64, longest: i64) -> Option<(i64, i64)> {
    let length = tkr.abs().checked_mul(4_900)?.checked_div(longest)?;
    (length > 0).then(|| if tkr < 0 { (5_000 - length, length) } else { (5_000, length) })
}

/// What the money says: forecast against frame and what pulls most; before a report, the
/// frame against the year before.
pub fn lead<'a>(money: &MoneyView<'a>, year: i32) -> Vec<Sentence<'a>> {
    match (money.of.report, money.of.plan) {
        (Some(report), _) => report_lead(&report),
        (None, Some(plan)) => plan_lead(&plan, year).into_iter().collect(),
        (None, None) => vec![Sentence::new("web-committee-lead-nothing").with("year", year.to_string())],
    }
}

fn report_lead<'a>(report: &Statement<'a>) -> Vec<Sentence<'a>> {
    let Some(deviation) = report.against_frame() else { return Vec::new() };
    let Some(first) = against(report, deviation) else { return Vec::new() };
    let mut said = vec![first];
    if deviation.tkr == 0 {
        return said;
    }
    said.extend(match pulling(report, deviation.tkr).as_slice() {
        [] => None,
        [row] => Some(Sentence::new("web-committee-lead-because").with("row", row.as_str())),
        [row, other, ..] => Some(
            Sentence::new("web-committee-lead-because-two")
                .with("row", row.as_str())
                .with("other", other.as_str()),
        ),
    });
    said
}

/// Forecast or outcome against the frame, or against the net cost as budgeted where no frame is printed.
fn against<'a>(report: &Statement<'a>, deviation: Amount<'a>) -> Option<Sentence<'a>> {
    let structure = report.structure;
    let even = deviation.tkr == 0;
    let said = if let Some(frame) = report.budget(&structure.frame_line) {
        let key = match (report.is_final(), even) {
            (false, false) => "web-committee-lead",
            (false, true) => "web-committee-lead-even",
            (true, false) => "web-committee-lead-outcome",
            (true, true) => "web-committee-lead-outcome-even",
        };
        Sentence::new(key).amount("frame", frame)
    } else {
        let key = match (report.is_final(), even) {
            (false, false) => "web-committee-lead-net",
            (false, true) => "web-committee-lead-net-even",
            (true, false) => "web-committee-lead-net-outcome",
            (true, true) => "web-committee-lead-net-outcome-even",
        };
        Sentence::new(key).size("cost", report.budget(&structure.net_cost_line)?)
    };
    Some(if even { said } else { said.difference("deviation", deviation) })
}

/// The labels of the one or two rows that pull most the way of the result.
fn pulling(report: &Statement<'_>, result: i64) -> Vec<String> {
    let same_way = |(key, row): (&str, &uppsikt_domain::table::Row)| {
        let tkr = report.deviation(key)?.tkr;
        (tkr.signum() == result.signum() && tkr.abs() * 4 >= result.abs())
            .then(|| (tkr.abs(), lowered(&row.label.text)))
    };
    let mut rows: Vec<(i64, String)> = report.items().filter_map(same_way).collect();
    rows.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
    rows.into_iter().take(2).map(|(_, label)| label).collect()
}

fn plan_lead<'a>(plan: &Statement<'a>, year: i32) -> Option<Sentence<'a>> {
    let key = &plan.structure.frame_line;
    let frame = plan.budget(key)?;
    let forecast = plan.change(key).map(|it| (it, LIKE_FORECAST));
    let compared = forecast.or_else(|| plan.change_of_budget(key).map(|it| (it, LIKE_BUDGET)));
    let message = match compared {
        Some((change, [_, more, _])) if change.tkr > 0 => more,
        Some((change, [_, _, less])) if change.tkr < 0 => less,
        Some((_, [same, ..])) => same,
        None => "web-committee-lead-plan-alone",
    };
    let said = Sentence::new(message).with("year", year.to_string()).amount("frame", frame);
    Some(match compared.filter(|(change, _)| change.tkr != 0) {
        Some((change, _)) => said.size("change", change),
        None => said,
    })
}

/// What is said of a frame beside the forecast of the year before: as much, more, less.
const LIKE_FORECAST: [&str; 3] =
    ["web-committee-lead-plan", "web-committee-lead-plan-more", "web-committee-lead-plan-less"];
/// The same beside the budget of the year before.
const LIKE_BUDGET: [&str; 3] = [
    "web-committee-lead-plan-budget",
    "web-committee-lead-plan-budget-more",
    "web-committee-lead-plan-budget-less",
];

impl StatementView<'_> {
    /// Whether notes and bars stand after a column: that of the deviations, in reports.
    pub fn is_compared(&self, column: &usize) -> bool {
        self.is_report && self.compared == Some(*column)
    }
}

impl PeriodShare<'_> {
    /// How far the year has gone, in thousandths.
    pub fn year_permille(&self) -> Option<i64> {
        // Rounded half up.
        self.months.map(|months| (i64::from(months) * 2_000 + 12) / 24)
    }

    /// The message that compares the share with how far the year has gone: two points of a
    /// hundred are no difference.
    pub fn conclusion(&self) -> &'static str {
        match self.year_permille().map(|year| self.permille - year) {
            Some(ahead) if ahead > 20 => "web-committee-share-more",
            Some(ahead) if ahead < -20 => "web-committee-share-less",
            Some(_) => "web-committee-share-follows",
            None => "web-committee-share",
        }
    }
}
