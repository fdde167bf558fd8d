//! The economy in words, and what its tables say of themselves.

use super::clean::Clean;
use super::figures::{At, cells, printed};
use super::{Planted, lines_of, rewritten};
use uppsikt_domain::quantity::{Hedge, Quantity};
use uppsikt_domain::table::{ColumnKind, RowRole, TableKind};

/// A table's unit, tkr, written as mkr: every amount becomes a thousand times as great.
pub fn unit_swapped(clean: &Clean) -> Vec<Planted> {
    let mut found = Vec::new();
    for (_, table) in clean.document.tables() {
        let caption = table.caption.as_ref().map(|caption| caption.span.end_line);
        let head = table.columns.iter().map(|column| column.heading.span.at.line).min();
        let lines = caption.into_iter().chain(head).filter(|line| *line > 0);
        let told = lines.into_iter().find_map(|line| {
            let text = clean.line(line);
            let other = text.replace("tkr", "mkr").replace("Tkr", "Mkr");
            (other != text).then_some((line, other))
        });
        let large = table.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.value.as_ref());
        let great = large.map(|value| value.mantissa.abs()).max().unwrap_or(0) > 2_000;
        if let Some((line, other)) = told.filter(|_| great) {
            found.push(Planted::line("unit swapped", clean, line, other));
        }
    }
    found
}

/// An amount in the text beside a row that it names: no longer the row's.
pub fn prose_figure(clean: &Clean) -> Vec<Planted> {
    let cells = cells(clean);
    let mut found = Vec::new();
    for figure in
        clean.document.figures.iter().filter(|figure| is_plain_amount(&figure.quantity, figure.hedge))
    {
        let said = figure.quantity.interval_kronor();
        let borne = |at: &&At<'_>| {
            let own = Quantity { mantissa: at.value.mantissa.abs(), ..at.value.clone() }.interval_kronor();
            let (label, about) = (at.row.label.text.to_lowercase(), figure.about.to_lowercase());
            let named = label.chars().count() >= 10
                && about.starts_with(&label)
                && at.row.label.text != "Kommunbidrag";
            named && own.zip(said).is_some_and(|(own, said)| own.meets(&said))
        };
        let Some(_) = cells.iter().find(borne) else { continue };
        let step = (figure.quantity.mantissa / 16).max(4);
        let other =
            printed(&Quantity { mantissa: figure.quantity.mantissa + step, ..figure.quantity.clone() });
        let own = printed(&figure.quantity);
        let line = figure.span.at.line;
        if clean.line(line).contains(&own) {
            let changed = clean.line(line).replacen(&own, &other, 1);
            found.push(Planted::line("prose against table", clean, line, changed));
        }
    }
    found
}

/// What a row of a table is told to have: a sentence and the figure in it.
type Saying = (&'static str, fn(&ColumnKind) -> bool);

const SAYINGS: [Saying; 4] = [
    ("{} avviker med # tkr.", |kind| *kind == ColumnKind::Deviation),
    ("Budgeten för {} är # tkr.", |kind| matches!(kind, ColumnKind::Budget { .. })),
    ("Prognosen för {} är # tkr.", |kind| matches!(kind, ColumnKind::Forecast { .. })),
    ("{} ändras med # tkr jämfört med prognosen.", |kind| *kind == ColumnKind::Change),
];

/// Sentences about rows, with a figure that is so much off.
fn sayings(clean: &Clean, kind: &'static str, off: fn(i64) -> i64) -> Vec<Planted> {
    let ends = super::prose::ended(clean);
    let cells = cells(clean);
    let named = cells.iter().filter(|at| {
        let label = &at.row.label.text;
        at.row.role == RowRole::Item && label.chars().count() > 9 && label != "Kommunbidrag"
    });
    let large = named.filter(|at| at.value.mantissa.abs() > 300 && at.table.kind != TableKind::Ledger);
    let mut found = Vec::new();
    for (index, at) in large.enumerate() {
        let Some((words, _)) = SAYINGS.iter().find(|(_, fits)| fits(at.kind)) else { continue };
        let Some(end) = ends.get(index % ends.len().max(1)) else { continue };
        let figure = Quantity { mantissa: off(at.value.mantissa.abs()), ..at.value.clone() };
        let changes = words.replace("ändras", if at.value.mantissa < 0 { "minskar" } else { "ökar" });
        let sentence = changes.replace("{}", &at.row.label.text).replace('#', &printed(&figure));
        found.push(Planted::after(kind, end.end_line, vec![String::new(), sentence]));
    }
    found
}

/// An amount of a row that no column of the row has: a tenth more, two digits turned.
pub fn row_in_prose(clean: &Clean) -> Vec<Planted> {
    sayings(clean, "row told in prose", |figure| figure + figure / 17 + 7)
}

/// The amounts that rows have, in sentences: no fault.
pub fn row_told_right(clean: &Clean) -> Vec<Planted> {
    sayings(clean, "row told right", |figure| figure)
}

/// A figure that another table prints too: net cost, appropriation or result of the whole year.
pub fn row_of_two_tables(clean: &Clean) -> Vec<Planted> {
    const LINES: [&str; 3] = ["net_cost", "appropriation", "result"];
    let cells = cells(clean);
    let whole = cells.iter().filter(|at| {
        let line = at.row.line.as_deref().is_some_and(|line| LINES.contains(&line));
        let period = at.table.column(|it| matches!(it, ColumnKind::Actual { part_of_year: true, .. }));
        let other = at.table.kind != TableKind::Statement && period.is_some();
        line && other && matches!(at.kind, ColumnKind::Forecast { .. }) && at.value.mantissa != 0
    });
    let off = whole.filter_map(|at| {
        let words = printed(&Quantity { mantissa: at.value.mantissa + 270, ..at.value.clone() });
        let line = rewritten(clean, at.cell.span, &words)?;
        Some(Planted::line("row of two tables", clean, at.cell.span.at.line, line))
    });
    off.collect()
}

fn is_plain_amount(quantity: &Quantity, hedge: Hedge) -> bool {
    quantity.unit.is_money() && hedge == Hedge::Exact && quantity.mantissa > 20
}

/// "Underskott" for "överskott" and the other way.
pub fn surplus_for_deficit(clean: &Clean) -> Vec<Planted> {
    let mut found = Vec::new();
    for figure in clean.document.figures.iter().filter(|it| is_plain_amount(&it.quantity, it.hedge)) {
        let line = figure.span.at.line;
        let text = clean.line(line);
        let forecast = text.to_lowercase().contains("prognos") || clean.line(line - 1).contains("rognos");
        let other = match (text.contains("ett underskott på"), text.contains("ett överskott på")) {
            (true, false) => text.replacen("ett underskott", "ett överskott", 1),
            (false, true) => text.replacen("ett överskott", "ett underskott", 1),
            _ => continue,
        };
        if forecast && clean.document.kind.is_report() {
            found.push(Planted::line("surplus for deficit", clean, line, other));
        }
    }
    found
}

/// What explains a large deviation, taken out.
pub fn explanation_removed(clean: &Clean, structure: &uppsikt_domain::structure::Structure) -> Vec<Planted> {
    let body = clean.document.body.as_ref().map(|body| body.text.as_str()).unwrap_or_default();
    let limit = structure.threshold_tkr(body).unwrap_or(500).max(500);
    let cells = cells(clean);
    let large = cells.iter().filter(|at| {
        at.table.kind == TableKind::Statement
            && at.row.role == RowRole::Item
            && *at.kind == ColumnKind::Deviation
            && at.value.mantissa.abs() > limit
    });
    let mut found = Vec::new();
    for at in large {
        let sections = clean.document.all_sections();
        let headed = sections.iter().find(|section| {
            section.sections.is_empty()
                && section.heading.as_ref().is_some_and(|it| it.text.starts_with(&at.row.label.text))
        });
        let blocks = sections.iter().flat_map(|section| &section.blocks);
        let noted = |text: &str| text.contains("Not ") && text.contains(&format!(". {}.", at.row.label.text));
        let block = blocks.filter(|block| block.table().is_none()).find(|block| noted(&block.text()));
        let span = headed.map(|section| section.span).or(block.map(|block| block.span));
        let Some((first, last)) = span.map(lines_of) else { continue };
        let shows = lines_of(at.cell.span);
        let mut fault = Planted::without("explanation removed", clean, (first, last), shows);
        if shows.0 < first {
            fault.at = vec![shows];
        }
        found.push(fault);
    }
    found
}

/// The unit of a table left out.
pub fn unit_removed(clean: &Clean) -> Vec<Planted> {
    let mut found = Vec::new();
    for (_, table) in clean.document.tables().into_iter().filter(|(_, it)| it.kind != TableKind::Other) {
        let Some(caption) = &table.caption else { continue };
        let line = caption.span.end_line;
        let text = clean.line(line);
        let other = text.replace(", tkr", "").replace(", Tkr", "");
        let own = text.to_lowercase().contains("tkr");
        let head = table.columns.iter().any(|column| column.heading.text.to_lowercase().contains("tkr"));
        let heads = head || table.label_heading.to_lowercase().contains("tkr");
        if own && !heads && other != text {
            found.push(Planted::line("unit removed", clean, line, other));
        }
    }
    found
}

/// The appropriation in the text, changed.
pub fn appropriation_in_prose(clean: &Clean) -> Vec<Planted> {
    let mut found = Vec::new();
    for figure in clean.document.figures.iter().filter(|it| is_plain_amount(&it.quantity, it.hedge)) {
        let line = figure.span.at.line;
        let about = clean.line(line).to_lowercase();
        let own = printed(&figure.quantity);
        let told = about.contains(&format!("kommunbidraget är {own}"))
            || about.contains(&format!("kommunbidraget blir {own}"));
        let step = (figure.quantity.mantissa / 20).max(3);
        let other =
            printed(&Quantity { mantissa: figure.quantity.mantissa + step, ..figure.quantity.clone() });
        let span = uppsikt_domain::place::Span { end_line: line, ..figure.span };
        if told && clean.line(line).contains(&own) {
            let changed = rewritten(clean, span, "").map(|_| clean.line(line).replacen(&own, &other, 1));
            found.extend(changed.map(|it| Planted::line("appropriation in prose", clean, line, it)));
        }
    }
    found
}
