//! Indicators, under goals and outside them.

use super::{at, heading_text};
use serde_json::{Value, json};
use uppsikt_domain::document::Document;
use uppsikt_domain::indicator::{DayRange, Indicator};
use uppsikt_domain::section::{Section, SectionKind};

/// Those that stand outside goals, with the heading that they stand under.
pub(super) fn outside(document: &Document) -> Vec<Value> {
    let mut found = Vec::new();
    document.sections.iter().for_each(|section| push(section, &mut found));
    found
}

fn push(section: &Section, found: &mut Vec<Value>) {
    if section.kind == SectionKind::Goal {
        return;
    }
    found.extend(section.indicators.iter().map(|own| {
        let mut told = indicator(own);
        told["section"] = heading_text(section).into();
        told
    }));
    section.sections.iter().for_each(|inner| push(inner, found));
}

pub(super) fn indicator(indicator: &Indicator) -> Value {
    json!({
        "text": indicator.text,
        "kind": indicator.kind,
        "baseline": indicator.baseline.as_ref().or(indicator.in_words.baseline.as_ref()),
        "target": indicator.target.as_ref().or(indicator.in_words.target.as_ref()),
        "unit": indicator.unit,
        "due": indicator.due.as_ref().map(days),
        "by_sex": indicator.by_sex,
        "sexes": indicator.sexes.as_ref().map(|of| json!({ "women": of.women, "men": of.men })),
        "source": indicator.source,
        "known": indicator.known.as_ref().map(days),
        "at": at(indicator.span.at),
    })
}

fn days(range: &DayRange) -> Value {
    json!({ "from": range.from.to_string(), "to": range.to.to_string(), "text": range.text })
}
