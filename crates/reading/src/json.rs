//! The reading as JSON, "uppsikt-reading/1": a view of the document for other programs.

use serde_json::{Value, json};
use std::collections::HashMap;
use uppsikt_domain::assessment::Horizon;
use uppsikt_domain::assignment::{Assignment, ReportBackHow};
use uppsikt_domain::block::Content;
use uppsikt_domain::document::{Document, ReferenceTo};
use uppsikt_domain::goal::{AreaView, GoalView};
use uppsikt_domain::indicator::{DayRange, Indicator};
use uppsikt_domain::place::{Place, Span};
use uppsikt_domain::quantity::{Hedge, Unit};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::{Cell, ColumnKind, Row, RowRole, Table};

/// The reading of a document.
pub fn reading_json(document: &Document) -> Value {
    let mut reading = told(document);
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
        "body": document.body.as_ref().map(|body| json!({ "name": body.text, "at": at(body.span.at) })),
        "year": document.year,
        "contents": contents(document),
        "sections": sections(document),
        "goal_areas": goal_areas(document),
        "priorities": priorities(document),
        "tables": document.tables().into_iter().map(|(_, found)| table(found)).collect::<Vec<_>>(),
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

/// The text under each assignment, by where the assignment stands.
type Plans<'a> = HashMap<Place, &'a Section>;

fn goal_areas(document: &Document) -> Vec<Value> {
    let told = document.tables().into_iter().flat_map(|(_, table)| &table.goals);
    let all = document.all_sections().into_iter().chain(told);
    let plans: Plans<'_> =
        all.filter_map(|section| Some((section.assignment.as_ref()?.span.at, section))).collect();
    document.goal_areas().iter().map(|found| area(found, &plans)).collect()
}

fn area(area: &AreaView<'_>, plans: &Plans<'_>) -> Value {
    let own = |section: &&Section| {
        let mut found = Vec::new();
        section.sections.iter().for_each(|inner| push_section(inner, &mut found));
        found
    };
    json!({
        "name": area.section.map(|section| section.name.as_str()).unwrap_or_default(),
        "at": area_at(area),
        "text": area.section.map(Section::own_text).unwrap_or_default(),
        "sections": area.section.as_ref().map(own).unwrap_or_default(),
        "goals": area.goals.iter().map(goal).collect::<Vec<_>>(),
        "assignments": area.assignments.iter().map(|found| assignment(found, plans)).collect::<Vec<_>>(),
    })
}

/// Where an area begins: at its heading, else at what stands first in it.
fn area_at(area: &AreaView<'_>) -> Option<Value> {
    let first_goal = || area.goals.first().map(|goal| heading_at(goal.section));
    let first_assignment = || area.assignments.first().map(|found| at(found.span.at));
    area.section.map(heading_at).or_else(first_goal).or_else(first_assignment)
}

fn goal(goal: &GoalView<'_>) -> Value {
    let link = |link: &uppsikt_domain::agenda::AgendaLink| json!({ "number": link.number, "name": link.shown(), "at": at(link.span.at) });
    let mut sections = Vec::new();
    goal.section.sections.iter().for_each(|inner| push_part(inner, &mut sections));
    json!({
        "name": goal.name(),
        "at": heading_at(goal.section),
        "text": goal.section.own_text(),
        "agenda_2030": goal.agenda().map(link).collect::<Vec<_>>(),
        "sections": sections,
        "indicators": goal.indicators().map(indicator).collect::<Vec<_>>(),
        "assessment": {
            "period": assessment(goal, Horizon::Period),
            "term": assessment(goal, Horizon::Term),
        },
    })
}

/// A part of a contribution, its headed pieces as `parts`; parts inside it follow it.
fn push_part(section: &Section, found: &mut Vec<Value>) {
    use SectionKind::*;
    if section.kind == Assignment {
        return;
    }
    let kind = match section.kind {
        TermPlan | TermChanges | YearPlan | DesiredOutcome | FollowUp | Report | AssessmentPeriod
        | AssessmentTerm => section.kind.code(),
        _ => "other",
    };
    let pieces = section.sections.iter().filter(|inner| inner.kind == Initiative);
    let piece = |piece: &Section| json!({ "heading": heading_text(piece), "text": piece.full_text(), "at": heading_at(piece) });
    found.push(json!({
        "kind": kind,
        "heading": heading_text(section),
        "at": heading_at(section),
        "text": section.own_text(),
        "parts": pieces.map(piece).collect::<Vec<_>>(),
    }));
    let others = section.sections.iter().filter(|inner| inner.kind != Initiative);
    others.for_each(|inner| push_part(inner, found));
}

fn indicator(indicator: &Indicator) -> Value {
    json!({
        "text": indicator.text,
        "kind": indicator.kind,
        "baseline": indicator.baseline,
        "target": indicator.target,
        "unit": indicator.unit,
        "due": indicator.due.as_ref().map(days),
        "by_sex": indicator.by_sex,
        "source": indicator.source,
        "known": indicator.known.as_ref().map(days),
        "at": at(indicator.span.at),
    })
}

fn days(range: &DayRange) -> Value {
    json!({ "from": range.from.to_string(), "to": range.to.to_string(), "text": range.text })
}

fn assessment(goal: &GoalView<'_>, horizon: Horizon) -> Option<Value> {
    let found = goal.assessment(horizon)?;
    Some(json!({ "status": found.status.code(), "wording": found.wording, "at": at(found.span.at) }))
}

fn assignment(assignment: &Assignment, plans: &Plans<'_>) -> Value {
    let how = match assignment.report_back.how {
        ReportBackHow::SeparateCase => "separate_case",
        ReportBackHow::InterimReport => "interim_report",
        ReportBackHow::AnnualAnalysis => "annual_analysis",
        ReportBackHow::NotStated => "not_stated",
    };
    let back = &assignment.report_back;
    json!({
        "text": assignment.text,
        "lead": assignment.lead.as_ref().map(|name| json!({ "name": name })),
        "assignees": assignment.assignees,
        "plan": plans.get(&assignment.span.at).map(|section| section.full_text()),
        "report_back": { "how": how, "year": back.year, "to": back.to, "wording": back.wording.as_ref().map(|it| &it.text) },
        "at": at(assignment.span.at),
    })
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

fn table(table: &Table) -> Value {
    let shown: Vec<bool> = table.columns.iter().map(|column| column.kind != ColumnKind::Note).collect();
    let columns = || table.columns.iter().filter(|column| column.kind != ColumnKind::Note);
    let mut told = json!({
        "kind": table.kind,
        "caption": table.caption.as_ref().map(|caption| &caption.text),
        "label_heading": table.label_heading,
        "unit": unit(&table.unit),
        "columns": columns().map(|column| &column.heading.text).collect::<Vec<_>>(),
        "column_units": columns().map(|column| unit(&column.unit)).collect::<Vec<_>>(),
        "at": at(table.span.at),
        "rows": table.rows.iter().map(|found| row(found, &shown)).collect::<Vec<_>>(),
    });
    if table.unit_inherited {
        told["unit_inherited"] = true.into();
    }
    told
}

fn row(row: &Row, shown: &[bool]) -> Value {
    let role = match row.role {
        RowRole::Item => "item",
        RowRole::OfWhich => "of_which",
        RowRole::Subtotal => "subtotal",
        RowRole::Total => "total",
        RowRole::Section => "section",
    };
    let cells = row.cells.iter().zip(shown).filter(|(_, shown)| **shown).map(|(cell, _)| cell);
    json!({
        "label": row.label.text,
        "values": cells.map(value).collect::<Vec<_>>(),
        "role": role,
        "line": row.line,
        "note": row.note,
        "at": at(row.at()),
    })
}

/// The figure as a plain decimal, else the printed words or signs ("↗"); nothing for an empty cell or a dash.
fn value(cell: &Cell) -> Option<String> {
    let says = |c: char| {
        !(c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '\u{2026}'))
    };
    let words = || cell.printed.clone().filter(|printed| printed.chars().any(says));
    cell.value.as_ref().map(uppsikt_domain::quantity::Quantity::plain).or_else(words)
}

fn unit(unit: &Unit) -> Option<&str> {
    Some(unit.code()).filter(|code| !code.is_empty())
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
            json!({
                "text": figure.text,
                "value": figure.quantity.plain(),
                "unit": unit(&figure.quantity.unit),
                "about": figure.about,
                "hedge": hedge(figure.hedge),
                "confidence": if matches!(figure.quantity.unit, Unit::Other(_)) { 0.9 } else { 0.98 },
                "at": at(figure.span.at),
            })
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
