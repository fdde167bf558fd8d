//! From the original frame over decisions to the frame, and over deviations to the forecast.

use crate::city::{Amount, City, Statement, tkr};
use std::collections::BTreeMap;
use uppsikt_domain::municipality::Body;
use uppsikt_domain::registry::StoredDocument;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{Row, RowRole, Table, TableKind};
use uppsikt_messages::Message;
use uppsikt_text::format;

use super::super::origin::Origin;
use super::super::table::row_span;

/// Levels and steps from the original frame to the forecast, as net cost.
#[derive(Debug, Clone)]
pub struct Bridge<'a> {
    /// Levels and steps, in order.
    pub steps: Vec<BridgeStep<'a>>,
    /// How many decisions changed the frame.
    pub decisions: usize,
    /// How many deviations lead to the forecast.
    pub deviations: usize,
}

/// A level, or a step between levels.
#[derive(Debug, Clone)]
pub struct BridgeStep<'a> {
    /// Its name.
    pub label: Message,
    /// The level, or the change: above nought costs more. Thousands of kronor.
    pub tkr: i64,
    /// Whether it is a level.
    pub is_level: bool,
    /// Where it comes from.
    pub origin: StepOrigin<'a>,
}

/// Where a step comes from.
#[derive(Debug, Clone, Copy)]
pub enum StepOrigin<'a> {
    /// A row of the source.
    Printed(Origin<'a>),
    /// What the rows around it leave.
    Computed,
}

/// The bridge of a committee's report. `None` where frame or forecast is missing.
pub fn bridge<'a>(city: &'a City, body: &Body, statement: &Statement<'a>) -> Option<Bridge<'a>> {
    let structure = statement.structure;
    let frame = statement.budget(&structure.frame_line)?;
    let forecast = statement.forecast(&structure.net_cost_line).filter(|_| !statement.is_unsigned())?;
    let mut steps = decided(statement.stored, frame);
    let decisions = steps.iter().filter(|step| !step.is_level).count();
    let before = steps.len();
    steps.extend(deviations(statement, city.threshold_tkr(Some(body)).unwrap_or_default()));
    let deviations = steps.len() - before;
    let explained: i64 = steps[before..].iter().map(|step| step.tkr).sum();
    // Only money of the budget's own surplus or deficit is left here.
    steps.extend(left_over("web-committee-step-budgeted", -forecast.tkr - frame.tkr - explained));
    let last =
        if statement.is_final() { "web-committee-step-outcome" } else { "web-committee-step-forecast" };
    steps.push(level(last, -forecast.tkr, printed(forecast)));
    Some(Bridge { steps, decisions, deviations })
}

fn printed(amount: Amount<'_>) -> StepOrigin<'_> {
    StepOrigin::Printed(Origin::of(amount.stored, amount.span))
}

fn level<'a>(key: &'static str, tkr: i64, origin: StepOrigin<'a>) -> BridgeStep<'a> {
    BridgeStep { label: Message::new(key), tkr, is_level: true, origin }
}

fn left_over<'a>(key: &'static str, tkr: i64) -> Option<BridgeStep<'a>> {
    let step = BridgeStep { label: Message::new(key), tkr, is_level: false, origin: StepOrigin::Computed };
    (tkr != 0).then_some(step)
}

/// From the original frame over the decisions of the ledger to the frame.
fn decided<'a>(stored: &'a StoredDocument, frame: Amount<'a>) -> Vec<BridgeStep<'a>> {
    let now = level("web-committee-step-frame", frame.tkr, printed(frame));
    let rows = ledger(stored).map(ledger_rows).unwrap_or_default();
    let [(original, first), decisions @ .., _] = rows.as_slice() else { return vec![now] };
    let mut steps = vec![level("web-committee-step-original", *first, of_row(stored, original))];
    steps.extend(decisions.iter().map(|(row, tkr)| BridgeStep {
        label: decision_label(row),
        tkr: *tkr,
        is_level: false,
        origin: of_row(stored, row),
    }));
    let reached: i64 = steps.iter().map(|step| step.tkr).sum();
    steps.extend(left_over("web-committee-step-unexplained", frame.tkr - reached));
    steps.push(now);
    steps
}

fn of_row<'a>(stored: &'a StoredDocument, row: &Row) -> StepOrigin<'a> {
    StepOrigin::Printed(Origin::of(stored, row_span(row)))
}

/// The table of the frame's decisions.
pub fn ledger(stored: &StoredDocument) -> Option<&Table> {
    stored
        .holding()
        .tables()
        .into_iter()
        .map(|(_, table)| table)
        .find(|table| table.kind == TableKind::Ledger)
}

/// Rows with the amount in their last column of figures.
fn ledger_rows(table: &Table) -> Vec<(&Row, i64)> {
    let amount = |row: &Row| row.cells.iter().rev().find_map(|cell| tkr(cell.value.as_ref()?));
    let rows = table.rows.iter().filter(|row| row.role != RowRole::OfWhich);
    rows.filter_map(|row| Some((row, amount(row)?))).collect()
}

/// What was decided, with the case's number: the words after the last colon of the label.
fn decision_label(row: &Row) -> Message {
    let what = row.label.text.rsplit(": ").next().unwrap_or(&row.label.text);
    let words =
        row.cells.iter().filter(|cell| cell.value.is_none()).filter_map(|cell| cell.printed.as_deref());
    let parts: Vec<String> =
        [format::capitalised(what)].into_iter().chain(words.map(str::to_owned)).collect();
    Message::new("finding-verbatim").with("words", parts.join(", "))
}

/// The deviations that lead from the frame to the forecast: the subtotals of the statement,
/// the one that deviates most row by row, small rows together.
fn deviations<'a>(statement: &Statement<'a>, threshold: i64) -> Vec<BridgeStep<'a>> {
    let mut small = (Vec::new(), 0_i64);
    let mut steps = Vec::new();
    for (sign, key) in lines(statement) {
        let Some(deviation) = statement.deviation(&key) else { continue };
        let cost = -sign * deviation.tkr;
        if deviation.tkr.abs() > threshold {
            steps.push(line_step(statement, &key, cost, printed(deviation)));
        } else if cost != 0 {
            small.0.push(key);
            small.1 += cost;
        }
    }
    if let [only] = small.0.as_slice() {
        let origin = statement.deviation(only).map_or(StepOrigin::Computed, printed);
        steps.push(line_step(statement, only, small.1, origin));
    } else if small.1 != 0 {
        let rows =
            format::listed(&small.0.iter().map(|key| lowered(label(statement, key))).collect::<Vec<_>>());
        let label = Message::new("finding-verbatim").with("words", format::capitalised(&rows));
        steps.push(BridgeStep { label, tkr: small.1, is_level: false, origin: StepOrigin::Computed });
    }
    steps
}

fn label<'a>(statement: &Statement<'a>, key: &str) -> &'a str {
    statement.structure.statement_line(key).map_or("", |line| &line.label)
}

/// A label inside a sentence: its first letter lowered, but not that of a short form ("PO").
pub(super) fn lowered(label: &str) -> String {
    let mut chars = label.chars();
    let first = chars.next();
    if chars.clone().next().is_some_and(char::is_uppercase) {
        return label.to_owned();
    }
    first.map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

fn line_step<'a>(statement: &Statement<'a>, key: &str, cost: i64, origin: StepOrigin<'a>) -> BridgeStep<'a> {
    let income = statement.budget(key).is_some_and(|amount| amount.tkr > 0);
    let name = if (cost > 0) == income { "web-committee-step-lower" } else { "web-committee-step-higher" };
    let label = Message::new(name).with("line", lowered(label(statement, key)));
    BridgeStep { label, tkr: cost, is_level: false, origin }
}

/// The lines that the net cost comes from, with their signs: subtotals, but the one that
/// deviates most by its rows. The frame cancels out.
fn lines(statement: &Statement<'_>) -> Vec<(i64, String)> {
    let structure = statement.structure;
    let mut terms = BTreeMap::new();
    expand(structure, &structure.net_cost_line, 1, 0, &mut terms);
    let size = |key: &String| statement.deviation(key).map_or(0, |deviation| deviation.tkr.abs());
    let subtotals = terms.keys().filter(|key| is_sum(structure, key));
    let most = subtotals.max_by_key(|key| size(key)).cloned();
    if let Some((most, sign)) = most.and_then(|most| terms.remove_entry(&most)) {
        each_part(structure, &most, |part, key| *terms.entry(key.to_owned()).or_default() += sign * part);
    }
    let place = |key: &str| structure.statement.iter().position(|line| line.key == key);
    let mut lines: Vec<(i64, String)> = terms.into_iter().map(|(key, sign)| (sign, key)).collect();
    lines.retain(|(sign, _)| *sign != 0);
    lines.sort_by_key(|(_, key)| place(key));
    lines
}

fn is_sum(structure: &Structure, key: &str) -> bool {
    structure.statement_line(key).is_some_and(|line| !line.sum_of.is_empty())
}

/// Adds the terms of a line: sums of sums are taken apart, sums of rows are kept.
fn expand(structure: &Structure, key: &str, sign: i64, depth: u8, terms: &mut BTreeMap<String, i64>) {
    let mut of_sums = false;
    each_part(structure, key, |_, part| of_sums |= is_sum(structure, part));
    if of_sums && depth < 8 {
        each_part(structure, key, |part, inner| expand(structure, inner, sign * part, depth + 1, terms));
    } else {
        *terms.entry(key.to_owned()).or_default() += sign;
    }
}

fn each_part(structure: &Structure, key: &str, mut with: impl FnMut(i64, &str)) {
    let parts = structure.statement_line(key).into_iter().flat_map(|line| line.parts());
    parts.for_each(|(part, factor)| with(factor, part));
}
