//! A forecast that moved between the report and the plan after it.

use crate::frame::{self, Printed};
use crate::limits::permille;
use crate::pairs::report_and_next_plan;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::ColumnKind;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "forecast-differs",
        code: "TID-006",
        family: Family::Continuity,
        severity: Severity::Note,
        rests_on: "En prognos som har ett namn är låst när den är lämnad.",
        page_sv: include_str!("forecast_differs.sv.md"),
        page_en: include_str!("forecast_differs.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let pairs = report_and_next_plan(picture).into_iter();
    // So far may a forecast have moved between two documents without a word.
    let most = i64::from(permille(&picture.structure, RULE.about.name, "moved_permille"));
    pairs.filter_map(|(report, plan)| of_pair(report, plan, &picture.structure, most)).collect()
}

/// The forecast of the net cost for one year in the report and in the plan after.
fn of_pair(report: &Document, plan: &Document, structure: &Structure, most_permille: i64) -> Option<Finding> {
    let told = forecast(report, report.year, structure)?;
    let planned = forecast(plan, report.year, structure)?;
    let size = |it: &Printed| Quantity { mantissa: it.0.mantissa.abs(), ..it.0.clone() };
    let (was, now) = (size(&told), size(&planned));
    let moved = frame::difference_tkr(&now, &was)?;
    let whole = frame::difference_tkr(&was, &Quantity { mantissa: 0, ..was.clone() })?;
    let far = moved.mantissa.abs() * 1_000 > whole.mantissa.abs() * most_permille;
    (far && !frame::meets(&was, &now)).then(|| tell((report, &told), (plan, &planned)))
}

fn forecast(document: &Document, year: Option<i32>, structure: &Structure) -> Option<Printed> {
    document.tables().into_iter().map(|(_, table)| table).find_map(|table| {
        let column = table.column(|kind| *kind == ColumnKind::Forecast { year })?;
        let cell = table.line(&structure.net_cost_line)?.cells.get(column)?;
        let unit = crate::money::unit(table, column)?;
        Some((Quantity { unit, ..cell.value.clone()? }, cell.span))
    })
}

fn tell(report: (&Document, &Printed), plan: (&Document, &Printed)) -> Finding {
    Finding {
        confidence_percent: 60,
        also_at: vec![place::at(report.0, report.1.1)],
        found: verbatim(quantity(&plan.1.0)),
        expected: verbatim(quantity(&report.1.0)),
        advice: Message::new("rule-forecast-differs-try"),
        ..RULE.about.finding(place::at(plan.0, plan.1.1), Message::new("rule-forecast-differs-says"))
    }
}
