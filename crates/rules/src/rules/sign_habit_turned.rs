//! A column of changes that is signed the other way than a reader takes it.

use crate::place;
use crate::relations::System;
use crate::relations::changes::{ChangeColumn, Habit};
use crate::relations::figures::{At, Figures};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::table::{ColumnKind, RowRole, Table};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "sign-habit-turned",
        code: "ARI-014",
        family: Family::Arithmetic,
        severity: Severity::Note,
        rests_on: "Förändring är det senare minus det tidigare. I en tabell med tecken är en avvikelse över noll bättre än budget.",
        page_sv: include_str!("sign_habit_turned.sv.md"),
        page_en: include_str!("sign_habit_turned.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

/// At most one note a table.
fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let turned = sheet.systems().iter().filter_map(|system| {
        let table = system.figures.table;
        let turned = system.changes.iter().find_map(|change| Some((change, first_turned(system, change)?)));
        let turned = turned.map(|(change, first)| tell(sheet.document, table, change, first));
        turned.or_else(|| uneven(sheet.document, system))
    });
    turned.collect()
}

/// The first cell whose sign tells, where the column is turned.
fn first_turned(system: &System<'_>, change: &ChangeColumn) -> Option<At> {
    let table = system.figures.table;
    let telling = change
        .relations
        .iter()
        .map(|relation| relation.result)
        .filter(|at| !change.turned.contains(&at.0))
        .filter(|at| system.figures.printed(*at).is_some_and(|change| change.mantissa.abs() > 2));
    let habit = change.habit;
    let turned = match table.columns[change.column].kind {
        ColumnKind::Change => habit.unsigned && has_costs(&system.figures, habit) || is_earlier(table, habit),
        _ => has_costs(&system.figures, habit) && (habit.unsigned || is_planned(table, habit.plus)),
    };
    let (first, count) = (telling.clone().next()?, telling.count());
    (turned && count > 2).then_some(first)
}

/// Whether the later of two columns is the one that is taken away.
fn is_earlier(table: &Table, habit: Habit) -> bool {
    match (year(&table.columns[habit.plus].kind), year(&table.columns[habit.minus].kind)) {
        (Some(plus), Some(minus)) => plus < minus,
        _ => false,
    }
}

fn year(kind: &ColumnKind) -> Option<i32> {
    match kind {
        ColumnKind::Forecast { year } | ColumnKind::Budget { year } | ColumnKind::Actual { year, .. } => {
            *year
        }
        _ => None,
    }
}

fn is_planned(table: &Table, column: usize) -> bool {
    matches!(table.columns[column].kind, ColumnKind::Budget { .. })
}

/// Whether the amounts are signed: a table of costs only may well print them without signs, its sums aside.
fn has_costs(figures: &Figures<'_>, habit: Habit) -> bool {
    let negative = |row: &usize| figures.printed((*row, habit.plus)).is_some_and(|it| it.mantissa < 0);
    let rows: Vec<usize> = (0..figures.table.rows.len()).filter(negative).collect();
    rows.len() > 1 && rows.iter().any(|row| figures.table.rows[*row].role == RowRole::Item)
}

fn tell(document: &Document, table: &Table, change: &ChangeColumn, first: At) -> Finding {
    let heading = |column: usize| table.columns[column].heading.text.clone();
    let habit = change.habit;
    let (plus, minus) = (heading(habit.plus), heading(habit.minus));
    Finding {
        confidence_percent: 85,
        found: verbatim(format!("{plus} \u{2212} {minus}")),
        expected: verbatim(format!("{minus} \u{2212} {plus}")),
        advice: Message::new("rule-sign-habit-turned-try"),
        ..RULE.about.finding(
            place::cell(document, table, first),
            Message::new("rule-sign-habit-turned-says").with("column", heading(change.column)),
        )
    }
}

/// A note where rows of one kind are signed in two ways, and nothing tells which is the table's.
fn uneven(document: &Document, system: &System<'_>) -> Option<Finding> {
    let table = system.figures.table;
    let (change, row) = system.changes.iter().find_map(|it| Some((it, *it.doubtful.first()?)))?;
    let at = (row, change.column);
    let printed = system.figures.printed(at)?;
    let turned = Quantity { mantissa: -printed.mantissa, ..printed.clone() };
    let other = change.relations.iter().map(|relation| relation.result).find(|other| other.0 != row)?;
    let column = table.columns[change.column].heading.text.clone();
    Some(Finding {
        confidence_percent: 60,
        also_at: vec![place::cell(document, table, other)],
        found: verbatim(quantity(printed)),
        expected: verbatim(quantity(&turned)),
        advice: Message::new("rule-sign-habit-turned-try"),
        ..RULE.about.finding(
            place::cell(document, table, at),
            Message::new("rule-sign-habit-turned-says-uneven").with("column", column),
        )
    })
}
