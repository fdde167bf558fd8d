//! A table whose unit makes its amounts a thousand times those of the others.

use crate::money;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::table::{Table, TableKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::grouped;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "unit-swapped",
        code: "KON-012",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "Alla tabeller i ett dokument gäller samma nämnds pengar.",
        page_sv: include_str!("unit_swapped.sv.md"),
        page_en: include_str!("unit_swapped.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

/// So many times the greatest amount of all other tables cannot be the same committee's.
const TIMES: i64 = 90;

/// So many times is too much where the same amounts are told in thousands elsewhere.
const TIMES_IF_SAID: i64 = 4;

/// A figure of at least four digits in millions of kronor is a figure in thousands.
const DIGITS: i64 = 1_000;

fn of_document(document: &Document) -> Vec<Finding> {
    let tables: Vec<(&Table, Great)> = document
        .tables()
        .into_iter()
        .filter(|(_, table)| table.kind != TableKind::Other || table.caption.is_some())
        .filter_map(|(_, table)| Some((table, great(table)?)))
        .collect();
    let others = |at: usize| {
        let rest = tables.iter().enumerate().filter(|(other, _)| *other != at);
        rest.map(|(_, (_, great))| great.kronor).max()
    };
    let mut found = Vec::new();
    for (at, (table, great)) in tables.iter().enumerate() {
        let times = others(at).map_or(0, |others| great.kronor / others.max(1));
        let said = || times >= TIMES_IF_SAID && is_said_in_tkr(document, table);
        let swapped = times >= TIMES || said() || is_told_in_mkr(document, table);
        if swapped && great.per_unit >= 1_000_000 && great.figure >= DIGITS {
            found.push(tell(document, table, great));
        }
    }
    let all = document.tables().into_iter().map(|(_, table)| table);
    found.extend(all.filter_map(|table| Some(contradicted(document, table, two_units(table)?))));
    found
}

/// The unit of the caption and another one that all heads of the same table name.
fn two_units(table: &Table) -> Option<(Unit, Unit)> {
    let caption = money::named(&table.caption.as_ref()?.text)?;
    let heads = table.columns.iter().map(|column| column.heading.text.as_str());
    let named: Vec<Unit> = heads.chain([table.label_heading.as_str()]).filter_map(money::named).collect();
    let other = named.first().filter(|_| !named.contains(&caption))?.clone();
    Some((caption, other))
}

fn contradicted(document: &Document, table: &Table, (caption, other): (Unit, Unit)) -> Finding {
    Finding {
        confidence_percent: 85,
        found: verbatim(caption.code()),
        expected: verbatim(other.code()),
        advice: Message::new("rule-unit-swapped-try-one"),
        ..RULE.about.finding(place::at(document, head(table)), Message::new("rule-unit-swapped-says-two"))
    }
}

/// Whether a large figure of a table is told elsewhere as so many thousands of kronor.
fn is_said_in_tkr(document: &Document, table: &Table) -> bool {
    let large = table.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.value.as_ref());
    let in_tkr = large
        .filter(|value| value.mantissa.abs() >= DIGITS && value.decimals == 0)
        .map(|value| Quantity::new(value.mantissa.abs(), 0, Unit::Tkr));
    let amounts: Vec<Quantity> = in_tkr.collect();
    let told: Vec<Interval> = said(document, table).iter().filter_map(Quantity::interval_kronor).collect();
    amounts.iter().filter_map(Quantity::interval_kronor).any(|own| told.iter().any(|it| it.meets(&own)))
}

/// So many amounts of the running text are no chance.
const TOLD: usize = 2;

/// Whether the running text has several of a table's large figures as a thousandth of them, and none as it is.
fn is_told_in_mkr(document: &Document, table: &Table) -> bool {
    let whole = |value: &&Quantity| value.decimals == 0 && value.mantissa.abs() >= DIGITS;
    let cells = table.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.value.as_ref());
    let large: Vec<i64> = cells.filter(whole).map(|value| value.mantissa.abs()).collect();
    let in_unit = |unit: Unit| -> Vec<Interval> {
        let all = large.iter().map(|figure| Quantity::new(*figure, 0, unit.clone()));
        all.filter_map(|it| it.interval_kronor()).collect()
    };
    let told = document.figures.iter().map(|figure| &figure.quantity);
    let told = told.filter(|it| it.unit == Unit::Mkr && it.value().abs() < Fixed::whole(DIGITS));
    let mut amounts: Vec<&Quantity> = told.collect();
    amounts.sort_by_key(|it| (it.mantissa, it.decimals));
    amounts.dedup_by_key(|it| (it.mantissa, it.decimals));
    let has = |all: &[Interval], it: &Quantity| {
        it.interval_kronor().is_some_and(|own| all.iter().any(|other| other.meets(&own.size())))
    };
    let (as_tkr, as_mkr) = (in_unit(Unit::Tkr), in_unit(Unit::Mkr));
    let none = || !document.figures.iter().any(|figure| has(&as_mkr, &figure.quantity));
    amounts.iter().filter(|it| has(&as_tkr, it)).count() >= TOLD && none()
}

/// The amounts of the running text and of all other tables, without signs.
fn said(document: &Document, table: &Table) -> Vec<Quantity> {
    let figures = document.figures.iter();
    let mut said: Vec<Quantity> =
        figures.flat_map(|figure| [Some(figure.quantity.clone()), figure.to.clone()]).flatten().collect();
    for (_, other) in document.tables().into_iter().filter(|(_, other)| other.span != table.span) {
        for row in &other.rows {
            for (column, cell) in row.cells.iter().enumerate() {
                let unit = money::unit(other, column).unwrap_or(Unit::None);
                said.extend(cell.value.clone().map(|value| Quantity { unit, ..value }));
            }
        }
    }
    said.into_iter().map(|it| Quantity { mantissa: it.mantissa.abs(), ..it }).collect()
}

/// The greatest amount of a table: as it is printed, what one of its unit is, and in kronor.
struct Great {
    figure: i64,
    per_unit: i64,
    kronor: i64,
}

fn great(table: &Table) -> Option<Great> {
    let mut greatest: Option<Great> = None;
    for row in &table.rows {
        for (column, cell) in row.cells.iter().enumerate() {
            let Some(value) = cell.value.as_ref().filter(|value| value.decimals == 0) else { continue };
            let Some(per_unit) = money::unit(table, column).and_then(|unit| unit.kronor()) else { continue };
            let figure = value.mantissa.checked_abs()?;
            let kronor = figure.checked_mul(per_unit)?;
            if greatest.as_ref().is_none_or(|great| great.kronor < kronor) {
                greatest = Some(Great { figure, per_unit, kronor });
            }
        }
    }
    greatest.filter(|great| great.kronor > 0)
}

/// Where the unit is told: from the caption to the head of the columns.
fn head(table: &Table) -> Span {
    let heads = table.columns.iter().map(|column| column.heading.span).filter(|span| span.at.line > 0);
    let first = table.caption.as_ref().map(|caption| caption.span);
    match (first, heads.max_by_key(|span| span.end_line)) {
        (Some(caption), Some(head)) if head.at.line >= caption.end_line => caption.to(head),
        (Some(span), _) | (None, Some(span)) => span,
        (None, None) => table.span,
    }
}

fn tell(document: &Document, table: &Table, great: &Great) -> Finding {
    Finding {
        confidence_percent: 85,
        found: verbatim(format!("{} mkr", grouped(great.figure))),
        expected: verbatim(format!("{} tkr", grouped(great.figure))),
        advice: Message::new("rule-unit-swapped-try"),
        ..RULE.about.finding(place::at(document, head(table)), Message::new("rule-unit-swapped-says"))
    }
}
