//! The reading as JSON, "uppsikt-reading/1": a view of the document for other programs.

mod goals;
mod indicators;
mod tables;

use serde_json::{Value, json};
use uppsikt_domain::block::Content;
use uppsikt_domain::document::{Document, LineRole, ReferenceTo, SourceLine};
use uppsikt_domain::place::{Place, Span};
use uppsikt_domain::quantity::{Hedge, Unit};
use uppsikt_domain::section::{Section, SectionKind};

/// How sure kind and year are that no title tells.
const GUESSED: f64 = 0.6;

/// The reading of a document. `goal_areas` holds the indicators of goals, `indicators` all others, each
/// with the heading of the `section` that it stands in.
pub fn reading_json(document: &Document) -> Value {
    let mut reading = told(document);
    if !document.source.empty_pages.is_empty() {
        reading["source"]["empty_pages"] = json!(document.source.empty_pages);
    }
    if document.guessed {
        reading["confidence"] = json!(GUESSED);
    }
    if document.lines.iter().any(|line| line.number.is_some()) {
        as_the_file_counts(document, &mut reading);
    }
    reading
}

/// Gives every place the line number that the file itself would give it.
fn as_the_file_counts(document: &Document, value: &mut Value) {
    match value {
        Value::Array(inner) => inner.iter_mut().for_each(|it| as_the_file_counts(document, it)),
        Value::Object(fields) => match fields.get_mut("at").and_then(|at| at.get_mut("line")) {
            Some(line) => {
                let number = line.as_u64().and_then(|line| u32::try_from(line).ok()).unwrap_or_default();
                *line = document.shown(Span { at: Place::on_line(number), ..Span::default() }).at.line.into();
                fields.values_mut().for_each(|it| as_the_file_counts(document, it));
            }
            None => fields.values_mut().for_each(|it| as_the_file_counts(document, it)),
        },
        _ => {}
    }
}

fn told(document: &Document) -> Value {
    json!({
        "format": "uppsikt-reading/1",
        "source": {
            "file": document.source.file,
            "media_type": document.source.media_type,
            "sha256": document.source.sha256,
            "pages": document.source.pages,
        },
        "kind": document.kind.code(),
        "title": document.title.as_ref().map(|title| &title.text),
        "title_page": title_page(document),
        "body": document.body.as_ref().map(|body| json!({ "name": body.text, "at": at(body.span.at) })),
        "year": document.year,
        "contents": contents(document),
        "sections": sections(document),
        "goal_areas": goals::goal_areas(document),
        "indicators": indicators::outside(document),
        "priorities": priorities(document),
        "tables": document.tables().into_iter().map(|(_, found)| tables::table(found)).collect::<Vec<_>>(),
        "figures": figures(document),
        "references": references(document),
        "diagrams": diagrams(document),
        "case": case(document),
        "unread": unread(document),
        "days": named_days(document),
        "noise": noise(document),
    })
}

fn at(place: Place) -> Value {
    json!({ "page": place.page, "line": place.line, "column": place.column })
}

fn heading_at(section: &Section) -> Value {
    at(section.heading.as_ref().map_or(section.span, |heading| heading.span).at)
}

fn heading_text(section: &Section) -> Option<&str> {
    section.heading.as_ref().map(|heading| heading.text.as_str())
}

/// The lines of the title page: what the document is called, whose it is and when it was adopted.
fn title_page(document: &Document) -> Vec<Value> {
    let titled = |(_, line): &(usize, &SourceLine)| line.role == LineRole::Title;
    let told = |(index, line): (usize, &SourceLine)| {
        let place = Place { page: line.page, ..Place::on_line(u32::try_from(index + 1).unwrap_or(u32::MAX)) };
        json!({ "text": line.text.trim(), "at": at(place) })
    };
    document.lines.iter().enumerate().filter(titled).map(told).collect()
}

fn contents(document: &Document) -> Vec<Value> {
    let entry = |entry: &uppsikt_domain::document::ContentsEntry| json!({ "text": entry.text.text, "page": entry.page, "at": at(entry.text.span.at) });
    document.contents.iter().map(entry).collect()
}

/// Everything outside goals and priorities, flat, in document order.
fn sections(document: &Document) -> Vec<Value> {
    let mut found = Vec::new();
    document.sections.iter().for_each(|section| push_section(section, &mut found));
    found
}

fn push_section(section: &Section, found: &mut Vec<Value>) {
    use SectionKind::*;
    if matches!(section.kind, GoalArea | Goal | Assignment | Priority) {
        return;
    }
    let kind = match section.kind {
        Summary | Responsibilities | Development | Priorities | Rights | Goals | Economy | Statement
        | Investments => section.kind.code(),
        _ => "other",
    };
    found.push(json!({
        "kind": kind,
        "heading": heading_text(section),
        "level": section.level,
        "at": heading_at(section),
        "text": section.own_text(),
    }));
    section.sections.iter().for_each(|inner| push_section(inner, found));
}

fn priorities(document: &Document) -> Vec<Value> {
    let all = document.all_sections();
    let headed = all.into_iter().filter(|section| section.kind == SectionKind::Priority);
    headed
        .map(|section| {
            json!({
                "heading": heading_text(section),
                "text": section.full_text(),
                "expected_effect": section.expected_effect.as_ref().map(|effect| &effect.text),
                "at": heading_at(section),
            })
        })
        .collect()
}

fn figures(document: &Document) -> Vec<Value> {
    let hedge = |hedge: Hedge| match hedge {
        Hedge::Exact => None,
        Hedge::About => Some("about"),
        Hedge::AtLeast => Some("at_least"),
        Hedge::AtMost => Some("at_most"),
    };
    let figures = document.figures.iter();
    figures
        .map(|figure| {
            let mut told = json!({
                "text": figure.text,
                "value": figure.quantity.plain(),
                "unit": tables::unit(&figure.quantity.unit),
                "about": figure.about,
                "hedge": hedge(figure.hedge),
                "confidence": if matches!(figure.quantity.unit, Unit::Other(_)) { 0.9 } else { 0.98 },
                "at": at(figure.span.at),
            });
            if let Some(to) = &figure.to {
                told["to"] = json!(to.plain());
            }
            told
        })
        .collect()
}

fn references(document: &Document) -> Vec<Value> {
    let to = |to: ReferenceTo| match to {
        ReferenceTo::Goal => "goal",
        ReferenceTo::Plan => "plan",
        ReferenceTo::Section => "section",
        ReferenceTo::Case => "case",
        ReferenceTo::Assignment => "assignment",
        ReferenceTo::Document => "document",
    };
    let references = document.references.iter();
    references
        .map(|found| json!({ "text": found.text, "to": to(found.to), "at": at(found.span.at) }))
        .collect()
}

fn diagrams(document: &Document) -> Vec<Value> {
    let blocks = document.all_sections().into_iter().flat_map(|section| &section.blocks);
    let found = blocks.filter_map(|block| match &block.content {
        Content::Diagram { caption, source } => {
            Some(json!({ "caption": caption, "source": source, "at": at(block.span.at) }))
        }
        _ => None,
    });
    found.collect()
}

fn case(document: &Document) -> Value {
    let Some(case) = &document.case else { return Value::Null };
    json!({
        "number": case.number,
        "title": case.title,
        "proposed_decisions": case.proposed_decisions,
        "recipients": case.recipients,
        "consultees": case.consultees,
        "reply_by": case.reply_by.map(|day| day.to_string()),
        "questions": case.questions,
        "related_cases": case.related_cases,
        "closed_assignments": case.closed_assignments,
        "planned_meetings": case.planned_meetings,
    })
}

fn named_days(document: &Document) -> Vec<Value> {
    let day = |day: crate::Day| {
        let sure = if day.days.from == day.days.to { 0.99 } else { 0.95 };
        json!({
            "text": day.days.text,
            "from": day.days.from.to_string(),
            "to": day.days.to.to_string(),
            "confidence": sure,
            "at": at(day.at),
        })
    };
    crate::days(document).into_iter().map(day).collect()
}

/// Words that conversion cut: what is printed and what it is read as.
fn noise(document: &Document) -> Vec<Value> {
    let told = |noise: crate::Noise| json!({ "printed": noise.printed, "read_as": noise.read_as, "confidence": 0.9, "at": at(noise.at) });
    crate::noise(document).into_iter().map(told).collect()
}

fn unread(document: &Document) -> Vec<Value> {
    let why = |why: &str| why.trim_start_matches("reading-why-").to_owned();
    let all = document.unread.iter();
    all.map(|unread| json!({ "at": at(unread.at), "text": unread.text, "why": why(&unread.why) })).collect()
}
