//! From a report to what the template reads: levels, widths, drawings, labels.

use serde::Serialize;
use serde_json::Value;

use crate::charts::Medium;
use crate::error::WritingError;
use crate::fit::fitted;
use crate::labels::labels;
use crate::levels::set_levels;
use crate::model::{Block, ListItem, Report, Section};
use crate::printable::make_printable;
use crate::room::set_room;

#[derive(Serialize)]
struct Data {
    #[serde(flatten)]
    report: Report,
    labels: std::collections::BTreeMap<&'static str, String>,
}

/// The template's data as JSON.
pub fn data_of(report: &Report) -> Result<Vec<u8>, WritingError> {
    let mut report = report.clone();
    // "Innehåll" is the first heading, of the first level.
    set_levels(&mut report.preface, 1);
    set_levels(&mut report.sections, 0);
    report.preface = fit_blocks(report.preface, true);
    report.sections = fit_blocks(report.sections, true);
    set_room(&mut report.preface);
    set_room(&mut report.sections);
    let labels = labels(&report.label_lang);
    let mut data = serde_json::to_value(Data { report, labels })?;
    draw_charts(&mut data);
    make_printable(&mut data);
    Ok(serde_json::to_vec(&data)?)
}

/// Fits the tables among blocks. Only where the margin is free may they reach into it.
fn fit_blocks(blocks: Vec<Block>, wide: bool) -> Vec<Block> {
    blocks.into_iter().flat_map(|block| fit_block(block, wide)).collect()
}

fn fit_block(block: Block, wide: bool) -> Vec<Block> {
    if let Block::Table(table) = block {
        return fitted(table, wide).into_iter().map(Block::Table).collect();
    }
    let mut block = block;
    match &mut block {
        Block::Chapter(chapter) => fit_in(&mut chapter.blocks, wide),
        Block::Section(section) => fit_section(section, wide),
        Block::Area(area) => {
            fit_in(&mut area.blocks, false);
            fit_in(&mut area.items, wide);
        }
        Block::Goal(goal) => goal.stations.iter_mut().for_each(|station| fit_in(&mut station.blocks, false)),
        Block::Beside(beside) => fit_in(&mut beside.blocks, false),
        Block::Assignment(assignment) => fit_in(&mut assignment.blocks, false),
        Block::Notes { items } => items.iter_mut().for_each(|note| fit_in(&mut note.blocks, false)),
        Block::List { items, .. } => items.iter_mut().for_each(fit_item),
        _ => {}
    }
    vec![block]
}

fn fit_in(blocks: &mut Vec<Block>, wide: bool) {
    *blocks = fit_blocks(std::mem::take(blocks), wide);
}

fn fit_item(item: &mut ListItem) {
    if let ListItem::Nested { blocks, .. } = item {
        fit_in(blocks, false);
    }
}

/// A heading in the margin and a block that needs the margin cannot stand side by side.
fn fit_section(section: &mut Section, wide: bool) {
    fit_in(&mut section.blocks, wide);
    section.stacked |= section.blocks.iter().any(needs_margin);
}

fn needs_margin(block: &Block) -> bool {
    match block {
        Block::Table(table) => table.fit.as_ref().is_some_and(|fit| fit.wide),
        Block::Area(_) | Block::Goal(_) | Block::Assignment(_) => true,
        _ => false,
    }
}

/// Puts the drawing beside the data of every chart.
fn draw_charts(data: &mut Value) {
    match data {
        Value::Array(items) => items.iter_mut().for_each(draw_charts),
        Value::Object(fields) => {
            if fields.get("t").and_then(Value::as_str) == Some("chart") {
                let chart = serde_json::from_value(Value::Object(fields.clone()));
                let drawn = chart.map(|chart: crate::charts::Chart| chart.svg(Medium::Print));
                fields.extend(drawn.ok().map(|svg| ("svg".to_owned(), Value::String(svg))));
            } else {
                fields.values_mut().for_each(draw_charts);
            }
        }
        _ => {}
    }
}
