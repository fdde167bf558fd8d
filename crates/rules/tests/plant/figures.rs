//! Figures of tables written otherwise.

use super::clean::Clean;
use super::{Change, Planted, rewritten};
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::table::{Cell, ColumnKind, Row, RowRole, Table, TableKind};
use uppsikt_text::format::grouped;

/// A figure's cell in its table.
#[derive(Clone, Copy)]
pub struct At<'a> {
    pub table: &'a Table,
    pub row: &'a Row,
    pub kind: &'a ColumnKind,
    pub cell: &'a Cell,
    pub value: &'a Quantity,
}

/// Tables whose figures hang together: those with a sum, a change or a deviation.
fn bound(clean: &Clean) -> Vec<&Table> {
    let tables = clean.document.tables().into_iter().map(|(_, table)| table);
    let is_bound = |table: &&Table| {
        let money = !matches!(table.kind, TableKind::Other)
            || table.caption.as_ref().is_some_and(|it| it.text.to_lowercase().contains("tkr"));
        money && table.rows.len() > 2
    };
    tables.filter(is_bound).collect()
}

pub fn cells(clean: &Clean) -> Vec<At<'_>> {
    let mut found = Vec::new();
    for table in bound(clean) {
        for row in &table.rows {
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                if let Some(value) = &cell.value {
                    found.push(At { table, row, kind: &column.kind, cell, value });
                }
            }
        }
    }
    found
}

fn is_amount(kind: &ColumnKind) -> bool {
    matches!(kind, ColumnKind::Forecast { .. } | ColumnKind::Budget { .. } | ColumnKind::Actual { .. })
}

fn has_sum(table: &Table) -> bool {
    table.rows.iter().any(|row| row.role == RowRole::Total)
}

fn has_difference(table: &Table) -> bool {
    table.column(|kind| matches!(kind, ColumnKind::Change | ColumnKind::Deviation)).is_some()
}

/// A figure as the example prints it.
pub fn printed(value: &Quantity) -> String {
    let scale = 10_i64.pow(u32::from(value.decimals));
    let sign = if value.mantissa < 0 { "-" } else { "" };
    let whole = grouped(value.mantissa.abs() / scale).replace('\u{a0}', " ");
    match value.decimals {
        0 => format!("{sign}{whole}"),
        places => {
            let rest = value.mantissa.abs() % scale;
            format!("{sign}{whole},{rest:0>width$}", width = usize::from(places))
        }
    }
}

/// The cell with another value.
pub fn changed(kind: &'static str, clean: &Clean, at: &At<'_>, mantissa: i64) -> Option<Planted> {
    let words = printed(&Quantity { mantissa, ..at.value.clone() });
    let line = rewritten(clean, at.cell.span, &words)?;
    Some(Planted::line(kind, clean, at.cell.span.at.line, line))
}

/// Changes of many sizes, all greater than what rounding of twenty rows explains.
const STEPS: [i64; 7] = [270, -90, 1_000, -37, 4_500, -640, 18];

fn off(kind: &'static str, clean: &Clean, fits: impl Fn(&At<'_>) -> bool) -> Vec<Planted> {
    let cells = cells(clean);
    let fitting = cells.iter().filter(|at| fits(at)).enumerate();
    fitting.filter_map(|(index, at)| changed(kind, clean, at, at.value.mantissa + STEPS[index % 7])).collect()
}

pub fn row_figure(clean: &Clean) -> Vec<Planted> {
    off("row's figure", clean, |at| {
        let taken = has_sum(at.table) || has_difference(at.table);
        at.row.role == RowRole::Item && taken && is_amount(at.kind) && at.table.kind != TableKind::Ledger
    })
}

pub fn total(clean: &Clean) -> Vec<Planted> {
    off("total", clean, |at| {
        matches!(at.row.role, RowRole::Total | RowRole::Subtotal)
            && is_amount(at.kind)
            && at.table.kind != TableKind::Ledger
    })
}

pub fn change_cell(clean: &Clean) -> Vec<Planted> {
    off("change column", clean, |at| *at.kind == ColumnKind::Change)
}

pub fn deviation_cell(clean: &Clean) -> Vec<Planted> {
    off("deviation column", clean, |at| *at.kind == ColumnKind::Deviation)
}

pub fn split_part(clean: &Clean) -> Vec<Planted> {
    off("split part", clean, |at| matches!(at.kind, ColumnKind::Part))
}

pub fn split_whole(clean: &Clean) -> Vec<Planted> {
    off("split whole", clean, |at| matches!(at.kind, ColumnKind::Whole))
}

pub fn statement_line(clean: &Clean) -> Vec<Planted> {
    const LINES: [&str; 3] = ["Resultat", "Nettokostnad", "Nettokostnad exkl. finansnetto"];
    off("statement identity", clean, |at| {
        at.table.kind == TableKind::Statement
            && LINES.contains(&at.row.label.text.as_str())
            && is_amount(at.kind)
    })
}

pub fn ledger_end(clean: &Clean) -> Vec<Planted> {
    off("ledger end", clean, |at| at.table.kind == TableKind::Ledger && at.row.role == RowRole::Total)
}

pub fn ledger_row(clean: &Clean) -> Vec<Planted> {
    off("ledger row", clean, |at| at.table.kind == TableKind::Ledger && at.row.role != RowRole::Total)
}

/// A percentage that is a few points off.
pub fn percent(clean: &Clean) -> Vec<Planted> {
    let cells = cells(clean);
    let percents = cells.iter().filter(|at| *at.kind == ColumnKind::Percent).enumerate();
    let points = [3, -4, 7, -2];
    let off = |index: usize, at: &At<'_>| {
        at.value.mantissa + points[index % 4] * 10_i64.pow(u32::from(at.value.decimals)) / 2
    };
    percents.filter_map(|(index, at)| changed("percent", clean, at, off(index, at))).collect()
}

/// Two neighbouring digits that have changed places.
pub fn transposed(clean: &Clean) -> Vec<Planted> {
    let cells = cells(clean);
    let taken = |at: &&At<'_>| (has_sum(at.table) || has_difference(at.table)) && is_amount(at.kind);
    let swap = |at: &At<'_>| {
        let digits: Vec<i64> =
            at.value.mantissa.abs().to_string().bytes().map(|b| i64::from(b - b'0')).collect();
        let pairs = digits.windows(2).enumerate();
        let other = pairs.map(|(index, pair)| {
            let place = 10_i64.pow(u32::try_from(digits.len() - 2 - index).unwrap_or(0));
            (pair[1] - pair[0]) * 9 * place * at.value.mantissa.signum()
        });
        other.filter(|step| step.abs() > 15).min_by_key(|step| step.abs()).map(|s| at.value.mantissa + s)
    };
    cells.iter().filter(taken).filter_map(|at| changed("digits transposed", clean, at, swap(at)?)).collect()
}

pub fn sign_dropped(clean: &Clean) -> Vec<Planted> {
    let cells = cells(clean);
    let below = cells.iter().filter(|at| {
        let taken = has_sum(at.table) || has_difference(at.table);
        at.value.mantissa < -15 && taken && !matches!(at.kind, ColumnKind::Percent)
    });
    below.filter_map(|at| changed("sign dropped", clean, at, -at.value.mantissa)).collect()
}

/// One unit more or less in the last digit: rounding explains it in every relation, unless
/// the same figure stands in the text or in another table.
pub fn within_slack(clean: &Clean) -> Vec<Planted> {
    let cells = cells(clean);
    let text = clean.lines.join("\n");
    let alone = |at: &&At<'_>| {
        let taken = has_sum(at.table) || has_difference(at.table);
        let words = printed(&Quantity { mantissa: at.value.mantissa.abs(), ..at.value.clone() });
        taken && !matches!(at.kind, ColumnKind::Percent) && text.matches(&words).count() == 1
    };
    let step = |index: usize| if index.is_multiple_of(2) { 1 } else { -1 };
    let chosen = cells.iter().filter(alone).enumerate();
    chosen.filter_map(|(n, at)| changed("within slack", clean, at, at.value.mantissa + step(n))).collect()
}

/// Two figures of different rows of one table.
pub fn two_at_a_time(clean: &Clean) -> Vec<Planted> {
    let cells = cells(clean);
    let bound: Vec<&At<'_>> = cells
        .iter()
        .filter(|at| is_amount(at.kind) && has_sum(at.table) && has_difference(at.table))
        .collect();
    let mut found = Vec::new();
    for (index, first) in bound.iter().enumerate() {
        let reach = index + 3 + (index * 7) % 11;
        let Some(second) = bound.get(reach).filter(|at| std::ptr::eq(at.table, first.table)) else {
            continue;
        };
        let (a, b) = (first.value.mantissa + 270, second.value.mantissa - 3_600);
        let one = changed("two figures", clean, first, a);
        let other = changed("two figures", clean, second, b);
        if let (Some(one), Some(other)) = (one, other) {
            found.extend(joined(one, other));
        }
    }
    found
}

fn joined(one: Planted, other: Planted) -> Option<Planted> {
    let mut changes: Vec<Change> = one.changes.iter().chain(&other.changes).cloned().collect();
    changes.sort_by_key(|change| change.from);
    let at = [one.at, other.at].concat();
    let told = format!("{} AND {}", one.told, other.told);
    (changes[0].from != changes[1].from).then_some(Planted { kind: one.kind, changes, at, told })
}
