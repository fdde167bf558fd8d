//! What holds instead of what was rejected comes in from the version that prints it.

use super::tree::{at, counterpart, way};
use super::weed::{Left, forget, horizon, named, weed};
use super::{Holding, Source, cells, words};
use crate::document::difference::Printed;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::claim::Subject;
use uppsikt_domain::fact::FactKey;
use uppsikt_domain::overruled::Stand;
use uppsikt_domain::place::{Place, Span};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_text::compare;

/// Taking over something of an earlier version.
pub(super) struct Grafting<'a> {
    pub holding: &'a mut Holding,
    pub read: &'a Printed<'a>,
    pub source: &'a Source<'a>,
    pub version: u32,
}

/// Where something that holds is put.
struct Slot {
    at: usize,
    span: Span,
    whole: Span,
    is_told: bool,
}

/// The id of a section, where it stands, and what stands in it.
type Inside = (String, Span, Vec<(SectionKind, String)>);

impl Grafting<'_> {
    /// Takes over what a fact rests on.
    pub fn graft(&mut self, key: &FactKey) {
        let source = self.source;
        let Some(fact) = source.printed.fact(key) else { return };
        let Some(claim) = fact.claims.first().and_then(|number| source.printed.claim(*number)) else {
            return;
        };
        let (subject, span) = (claim.subject, claim.span);
        let inside =
            |(version, whole): &(u32, Span)| *version == self.version && whole.holds_line(span.at.line);
        if subject != Subject::Cell && self.holding.whole.iter().any(inside) {
            return;
        }
        match subject {
            Subject::GoalArea
            | Subject::Goal
            | Subject::Initiative
            | Subject::Priority
            | Subject::Assignment => {
                let way = way(&source.printed.document.sections, &|it| named(it).contains(&(subject, span)));
                self.section(subject, &way);
            }
            Subject::AgendaLink => self.link(span),
            Subject::Indicator => self.indicator(span),
            Subject::AssessmentPeriod | Subject::AssessmentTerm => self.assessment(subject, span),
            Subject::Cell => cells::graft(self, key, span),
            Subject::Text => self.text(key),
            Subject::ReportBack => self.report_back(span),
            Subject::DirectedTo => self.directed_to(span),
            _ => {}
        }
    }

    /// A section with all that is in it and holds.
    fn section(&mut self, subject: Subject, way: &[&Section]) {
        let Some((own, around)) = way.split_last() else { return };
        let Some(path) = counterpart(&self.holding.sections, around) else { return };
        let Some((within, end, likes)) = self.inside_of(&path) else { return };
        if likes.iter().any(|(kind, name)| *kind == own.kind && compare::same(name, &own.name)) {
            return;
        }
        let slot = self.slot(subject, &within).unwrap_or_else(|| {
            let siblings =
                around.last().map_or(&self.source.printed.document.sections[..], |it| &it.sections);
            let before = siblings.iter().take_while(|it| !std::ptr::eq(*it, *own)).collect::<Vec<_>>();
            let after = before.iter().rev().find_map(|it| {
                likes.iter().position(|(kind, name)| *kind == it.kind && compare::same(name, &it.name))
            });
            Slot { at: after.map_or(0, |at| at + 1), span: past(end), whole: past(end), is_told: false }
        });
        let mut kept = (*own).clone();
        weed(&mut kept.sections, "", &self.source.ended, &mut Vec::new());
        let Some(mut kept) = settled(&kept, slot.span, self.version) else { return };
        kept.span = slot.whole;
        let words = kept.assignment.as_ref().map_or_else(|| kept.name.clone(), |it| it.text.clone());
        match at(&mut self.holding.sections, &path) {
            Some(section) if slot.is_told => {
                let tables = section.blocks.iter_mut().filter_map(|block| match &mut block.content {
                    Content::Table(table) => Some(table),
                    _ => None,
                });
                if let Some(table) = tables.into_iter().next() {
                    table.goals.insert(slot.at.min(table.goals.len()), kept);
                }
            }
            Some(section) => section.sections.insert(slot.at.min(section.sections.len()), kept),
            None => {
                let sections = &mut self.holding.sections;
                sections.insert(slot.at.min(sections.len()), kept);
            }
        }
        self.moved(&within, subject, slot.at);
        self.holding.whole.push((self.version, own.span));
        self.stand(slot.span, words);
    }

    /// The id, the last stretch and what stands in a section, or in the document itself.
    fn inside_of(&mut self, path: &[usize]) -> Option<Inside> {
        let likes = |all: &[Section]| all.iter().map(|it| (it.kind, it.name.clone())).collect();
        if path.is_empty() {
            let end = self.read.document.sections.last().map(|it| it.span).unwrap_or_default();
            return Some((String::new(), end, likes(&self.holding.sections)));
        }
        let section = at(&mut self.holding.sections, path)?;
        Some((section.id.clone(), section.span, likes(&section.sections)))
    }

    /// The first place that something rejected of the same kind has left in a section.
    fn slot(&mut self, subject: Subject, within: &str) -> Option<Slot> {
        let free = |left: &&mut Left| !left.is_taken && left.subject == subject && left.within == within;
        let left = self.holding.left.iter_mut().find(free)?;
        left.is_taken = true;
        Some(Slot { at: left.at, span: left.span, whole: left.whole, is_told: left.is_told })
    }

    /// What comes after something that has come in stands one step further on.
    fn moved(&mut self, within: &str, subject: Subject, at: usize) {
        let after = |left: &&mut Left| !left.is_taken && left.within == within && left.at >= at;
        let headed = |subject: Subject| !matches!(subject, Subject::AgendaLink | Subject::Indicator);
        let likes = |left: &&mut Left| left.subject == subject || headed(left.subject) && headed(subject);
        self.holding.left.iter_mut().filter(after).filter(likes).for_each(|left| left.at += 1);
    }

    fn stand(&mut self, span: Span, words: String) {
        self.holding.stands.push(Stand { span, version: self.version, words });
    }

    /// The section of the tree that one of the version is, and where something of it is put. A
    /// part of a goal that is not there any more comes in whole.
    fn container(&mut self, subject: Subject, way: &[&Section]) -> Option<(Vec<usize>, Slot)> {
        let Some(path) = counterpart(&self.holding.sections, way) else {
            if way.last().is_some_and(|it| it.kind.is_goal_part()) {
                self.section(subject, way);
            }
            return None;
        };
        let (within, end, _) = self.inside_of(&path)?;
        let last = || Slot { at: usize::MAX, span: past(end), whole: past(end), is_told: false };
        let slot = self.slot(subject, &within).unwrap_or_else(last);
        self.moved(&within, subject, slot.at);
        Some((path, slot))
    }

    fn link(&mut self, span: Span) {
        let all = &self.source.printed.document.sections;
        let way = way(all, &|it| links(it).any(|link| link.span == span));
        let Some(link) = way.last().and_then(|it| links(it).find(|link| link.span == span)) else { return };
        let Some((path, slot)) = self.container(Subject::AgendaLink, &way) else { return };
        let Some(kept) = settled(link, slot.span, self.version) else { return };
        let Some(section) = at(&mut self.holding.sections, &path) else { return };
        let blocks = section.blocks.iter_mut().filter_map(|block| match &mut block.content {
            Content::Agenda { links, .. } => Some(links),
            _ => None,
        });
        match blocks.into_iter().next() {
            Some(links) => {
                let before: Vec<u8> = way
                    .last()
                    .into_iter()
                    .flat_map(|it| self::links(it))
                    .map_while(|it| (it.span != span).then_some(it.number))
                    .collect();
                let after = links.iter().rposition(|it| before.contains(&it.number)).map_or(0, |at| at + 1);
                let at = if slot.at == usize::MAX { after } else { slot.at.min(links.len()) };
                links.insert(at, kept);
            }
            None => {
                let content = Content::Agenda { intro: None, links: vec![kept] };
                let id = format!("{}-v{}", section.id, self.version);
                section.blocks.insert(0, Block { id, span: slot.span, content });
            }
        }
        self.stand(slot.span, format!("{} {}", link.number, link.shown()));
    }

    fn indicator(&mut self, span: Span) {
        let all = &self.source.printed.document.sections;
        let way = way(all, &|it| it.indicators.iter().any(|own| own.span == span));
        let Some(was) = way.last() else { return };
        let Some(indicator) = was.indicators.iter().find(|own| own.span == span) else { return };
        let Some((path, slot)) = self.container(Subject::Indicator, &way) else { return };
        let Some(kept) = settled(indicator, slot.span, self.version) else { return };
        let Some(section) = at(&mut self.holding.sections, &path) else { return };
        section.indicators.insert(slot.at.min(section.indicators.len()), kept);
        say(section, was, span, (slot.span, self.version));
        self.stand(slot.span, indicator.text.clone());
    }

    fn assessment(&mut self, subject: Subject, span: Span) {
        let all = &self.source.printed.document.sections;
        let is_it = |it: &Section| it.assessment.as_ref().is_some_and(|own| own.span == span);
        let way = way(all, &is_it);
        let Some(was) = way.last() else { return };
        let Some(assessment) = was.assessment.as_ref().filter(|it| horizon(it.horizon) == subject) else {
            return;
        };
        let Some((path, slot)) = self.container(subject, &way) else { return };
        let Some(section) = at(&mut self.holding.sections, &path) else { return };
        section.assessment = settled(assessment, slot.span, self.version);
        say(section, was, span, (slot.span, self.version));
        self.stand(slot.span, assessment.wording.clone());
    }

    fn report_back(&mut self, span: Span) {
        let back = |it: &Section| it.assignment.as_ref()?.report_back.wording.as_ref().map(|it| it.span);
        let way = way(&self.source.printed.document.sections, &|it| back(it) == Some(span));
        let Some(was) = way.last() else { return };
        let Some(order) = was.assignment.as_ref() else { return };
        let Some((path, slot)) = self.container(Subject::ReportBack, &way) else { return };
        let Some(section) = at(&mut self.holding.sections, &path) else { return };
        let Some(own) = section.assignment.as_mut() else { return };
        own.report_back = settled(&order.report_back, slot.span, self.version).unwrap_or_default();
        forget(&mut section.blocks, slot.span);
        say(section, was, span, (slot.span, self.version));
        let words = order.report_back.wording.as_ref().map(|it| it.text.clone()).unwrap_or_default();
        self.stand(slot.span, words);
    }

    fn directed_to(&mut self, span: Span) {
        let is_it = |it: &Section| it.directed_to.as_ref().is_some_and(|own| own.wording.span == span);
        let way = way(&self.source.printed.document.sections, &is_it);
        let Some(directed) = way.last().and_then(|it| it.directed_to.as_ref()) else { return };
        let Some((path, slot)) = self.container(Subject::DirectedTo, &way) else { return };
        let Some(kept) = settled(directed, slot.span, self.version) else { return };
        let Some(section) = at(&mut self.holding.sections, &path) else { return };
        section.directed_to = Some(kept);
        self.stand(slot.span, directed.bodies.join(", "));
    }

    /// A part of a goal with words that the latest version does not have.
    fn text(&mut self, key: &FactKey) {
        let document = self.source.printed.document;
        let Some(text) = words::text_of(document, key).filter(|it| it.section.kind.is_goal_part()) else {
            return;
        };
        let way = way(&document.sections, &|it| std::ptr::eq(it, text.section));
        if counterpart(&self.holding.sections, &way).is_none() {
            self.section(Subject::Text, &way);
        }
    }
}

/// Puts the words of an earlier version around a line among those of a section, by their place.
fn say(section: &mut Section, was: &Section, line: Span, (span, version): (Span, u32)) {
    let text = was.blocks.iter().find_map(|block| match &block.content {
        Content::Paragraph { text } | Content::Note { text } if block.span.holds_line(line.at.line) => {
            Some(text.clone())
        }
        Content::List { items, .. } => {
            items.iter().find(|item| item.span.holds_line(line.at.line)).map(|item| item.text.clone())
        }
        _ => None,
    });
    let Some(text) = text else { return };
    let at = section.blocks.iter().position(|block| block.span.at.line > span.at.line);
    let at = at.unwrap_or(section.blocks.len());
    let id = format!("{}-{}-v{version}", section.id, span.at.line);
    section.blocks.insert(at, Block { id, span, content: Content::Paragraph { text } });
}

fn links(section: &Section) -> impl Iterator<Item = &uppsikt_domain::agenda::AgendaLink> {
    section.blocks.iter().flat_map(|block| match &block.content {
        Content::Agenda { links, .. } => links.as_slice(),
        _ => &[],
    })
}

/// Right after a stretch.
pub(super) fn past(span: Span) -> Span {
    let at = Place { page: span.at.page, line: span.end_line, column: span.end_column + 1 };
    Span { at, end_line: at.line, end_column: at.column }
}

/// Something of a version as it stands in another tree: all of it at one place, under ids of its own.
pub(super) fn settled<T: Serialize + DeserializeOwned>(thing: &T, span: Span, version: u32) -> Option<T> {
    let mut value = serde_json::to_value(thing).ok()?;
    settle(&mut value, &serde_json::to_value(span).ok()?, &format!("-v{version}"));
    serde_json::from_value(value).ok()
}

fn settle(value: &mut Value, span: &Value, mark: &str) {
    match value {
        Value::Object(map) if map.contains_key("at") && map.contains_key("end_line") => *value = span.clone(),
        Value::Object(map) => {
            if let Some(Value::String(id)) = map.get_mut("id") {
                id.push_str(mark);
            }
            map.values_mut().for_each(|it| settle(it, span, mark));
        }
        Value::Array(all) => all.iter_mut().for_each(|it| settle(it, span, mark)),
        _ => {}
    }
}
