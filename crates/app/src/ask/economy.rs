//! The money of a year: one line of the statement over all committees, and every line summed.

use crate::city::{Amount, City, Money, Statement};
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::municipality::Body;
use uppsikt_domain::registry::StoredDocument;
use uppsikt_domain::structure::StatementLine;

/// The money of a year.
#[derive(Debug, Clone)]
pub struct EconomyView<'a> {
    /// The year.
    pub year: i32,
    /// The line that the committees are compared on. `None`: the frame and what is left of it.
    pub line: Option<&'a StatementLine>,
    /// The committees, in the order asked for.
    pub rows: Vec<EconomyRow<'a>>,
    /// The sums of what is there.
    pub total: EconomySum,
    /// Every line of the statement, summed over the committees.
    pub lines: Vec<LineSum<'a>>,
    /// What the committees are sorted by.
    pub order: EconomyOrder,
    /// Whether any committee has a report.
    pub has_reports: bool,
    /// Whether what has come out of the whole year is shown for some of the committees, for all that
    /// have a report.
    pub outcomes: (bool, bool),
}

/// A committee's amounts on a line.
#[derive(Debug, Clone, Copy)]
pub struct EconomyRow<'a> {
    /// The committee.
    pub body: &'a Body,
    /// The document whose statement is shown.
    pub stored: Option<&'a StoredDocument>,
    /// The frame of the year.
    pub frame: Option<Amount<'a>>,
    /// The budget of the line.
    pub budget: Option<Amount<'a>>,
    /// The forecast of the line: of the year in a report, of the year before in a plan.
    pub forecast: Option<Amount<'a>>,
    /// What the forecast is better (+) or worse (−), where there is a report.
    pub deviation: Option<Amount<'a>>,
    /// The deviation in hundredths of a per cent of the budget.
    pub share: Option<i64>,
    /// Whether the deviation is above the committee's limit.
    pub strong: bool,
}

/// Sums over committees, thousands of kronor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct EconomySum {
    /// Of the frames.
    /// `None`: there is none, and so on for the others.
    pub frame: Option<i64>,
    /// Of the budgets.
    pub budget: Option<i64>,
    /// Of the forecasts.
    pub forecast: Option<i64>,
    /// Of the deviations.
    pub deviation: i64,
    /// The deviation in hundredths of a per cent of the budget.
    pub share: Option<i64>,
}

/// A line of the statement, summed over the committees that have it.
#[derive(Debug, Clone, Copy)]
pub struct LineSum<'a> {
    /// The line.
    pub line: &'a StatementLine,
    /// The sums. `None`: no committee has the line.
    pub sum: Option<EconomySum>,
    /// How many committees have it.
    pub committees: usize,
}

/// What committees are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EconomyOrder {
    /// The municipality's own order.
    #[default]
    Own,
    /// The largest frame first.
    Frame,
    /// The worst deviation first.
    Deviation,
    /// The worst deviation in per cent of the budget first.
    Share,
}

impl EconomyView<'_> {
    /// The message that names what is held against the budget.
    pub fn compared(&self) -> &'static str {
        match (self.has_reports, self.outcomes) {
            (false, _) => "web-economy-forecast-before",
            (true, (_, true)) => "web-economy-outcome",
            (true, (true, false)) => "web-economy-forecast-or-outcome",
            (true, (false, false)) => "web-economy-forecast",
        }
    }
}

impl EconomyOrder {
    /// All, in the order in which they are offered.
    pub const ALL: [EconomyOrder; 4] =
        [EconomyOrder::Own, EconomyOrder::Frame, EconomyOrder::Deviation, EconomyOrder::Share];

    /// The word in addresses.
    pub fn code(self) -> &'static str {
        match self {
            EconomyOrder::Own => "namnd",
            EconomyOrder::Frame => "ram",
            EconomyOrder::Deviation => "avvikelse",
            EconomyOrder::Share => "procent",
        }
    }

    /// From the word in addresses; the own order for what is unknown.
    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|order| order.code() == code).unwrap_or_default()
    }
}

/// The money of a year on a line of the statement (by its key; the net cost where none is
/// asked for). `None` where no committee has a statement or a frame.
pub fn economy<'a>(
    city: &'a City,
    year: i32,
    line: Option<&str>,
    order: EconomyOrder,
) -> Option<EconomyView<'a>> {
    let asked = line.and_then(|key| city.structure.statement_line(key));
    let key = asked.map_or(city.structure.net_cost_line.as_str(), |line| line.key.as_str());
    let bodies = city.committees(year).into_iter();
    let all: Vec<(&Body, Money<'a>)> = bodies.map(|body| (body, city.money(&body.slug, year))).collect();
    let mut rows: Vec<EconomyRow<'a>> = all.iter().map(|of| row(city, of, key, asked.is_none())).collect();
    rows.iter().find(|row| row.frame.is_some() || row.budget.is_some())?;
    let total = sum(&rows);
    let has_reports = rows.iter().any(|row| row.deviation.is_some());
    sort(&mut rows, order);
    let line_sum = |line: &'a StatementLine| {
        let of_line: Vec<_> = all.iter().map(|of| row(city, of, &line.key, false)).collect();
        let committees = of_line.iter().filter(|row| row.budget.is_some()).count();
        LineSum { line, sum: (committees > 0).then(|| sum(&of_line)), committees }
    };
    let lines = city.structure.statement.iter().map(line_sum).filter(|line| line.sum.is_some()).collect();
    let reports = || all.iter().filter(|(_, money)| money.report.is_some());
    let outcomes =
        (reports().any(|(_, money)| money.is_final()), reports().all(|(_, money)| money.is_final()));
    Some(EconomyView { year, line: asked, rows, total, lines, order, has_reports, outcomes })
}

/// A committee on a line. Against the frame the deviation is that of the result, which is
/// what is left of the frame.
fn row<'a>(
    city: &'a City,
    (body, money): &(&'a Body, Money<'a>),
    key: &str,
    against_frame: bool,
) -> EconomyRow<'a> {
    let statement = money.report.or(money.plan);
    let of = |find: fn(&Statement<'a>, &str) -> Option<Amount<'a>>| statement.and_then(|it| find(&it, key));
    let budget = of(Statement::budget);
    let deviation = match against_frame {
        true => money.deviation(),
        false => money.report.and_then(|it| it.deviation(key)),
    };
    let base = if against_frame { money.frame().or(budget) } else { budget };
    let limit = city.threshold_tkr(Some(body));
    EconomyRow {
        body,
        stored: statement.map(|it| it.stored),
        frame: money.frame(),
        budget,
        forecast: of(Statement::forecast),
        deviation,
        share: deviation.zip(base).and_then(|(part, whole)| share(part.tkr, whole.tkr)),
        strong: limit.zip(deviation).is_some_and(|(limit, it)| it.tkr.abs() > limit),
    }
}

/// In hundredths of a per cent, with the sign of the part.
fn share(part: i64, whole: i64) -> Option<i64> {
    Fixed::whole(part).share_of(Fixed::whole(whole).abs())
}

fn sum(rows: &[EconomyRow<'_>]) -> EconomySum {
    let all = |of: fn(&EconomyRow<'_>) -> Option<i64>| {
        let found: Vec<i64> = rows.iter().filter_map(of).collect();
        (!found.is_empty()).then(|| found.iter().sum::<i64>())
    };
    let deviation = all(|row| row.deviation.map(|it| it.tkr)).unwrap_or_default();
    let frame = all(|row| row.frame.map(|it| it.tkr));
    let budget = all(|row| row.budget.map(|it| it.tkr));
    let base = budget.filter(|it| *it != 0).or(frame).unwrap_or_default();
    EconomySum {
        frame,
        budget,
        forecast: all(|row| row.forecast.map(|it| it.tkr)),
        deviation,
        share: share(deviation, base),
    }
}

fn sort(rows: &mut [EconomyRow<'_>], order: EconomyOrder) {
    // What is not there goes last.
    match order {
        EconomyOrder::Own => {}
        EconomyOrder::Frame => rows.sort_by_key(|row| row.frame.map_or(i64::MAX, |it| -it.tkr)),
        EconomyOrder::Deviation => rows.sort_by_key(|row| row.deviation.map_or(i64::MAX, |it| it.tkr)),
        EconomyOrder::Share => rows.sort_by_key(|row| row.share.unwrap_or(i64::MAX)),
    }
}
