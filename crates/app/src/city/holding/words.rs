//! Running text that holds instead of what the latest version says.

use super::graft::settled;
use super::weed::Left;
use super::{Holding, Sources, each};
use crate::document::difference::Printed;
use std::collections::BTreeSet;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::claim::Subject;
use uppsikt_domain::contribution_text::{ContributionText, contribution_texts};
use uppsikt_domain::document::Document;
use uppsikt_domain::fact::FactKey;
use uppsikt_domain::overruled::Stand;
use uppsikt_domain::place::Span;
use uppsikt_domain::section::Section;

/// The text of a document that a fact is of.
pub(super) fn text_of<'a>(document: &'a Document, key: &FactKey) -> Option<ContributionText<'a>> {
    let mut all = contribution_texts(document).into_iter();
    all.find(|text| text.goal == key.of && text.place() == key.column)
}

fn is_text(key: &FactKey) -> bool {
    key.what == Subject::Text.code()
}

/// Puts the words that hold in the place of those that were rejected.
pub(super) fn swap(
    holding: &mut Holding,
    held: &[(FactKey, u32)],
    read: &Printed<'_>,
    sources: &Sources<'_>,
) {
    for (key, version) in held.iter().filter(|(key, _)| is_text(key)) {
        let source = sources.get(version).and_then(|it| text_of(it.printed.document, key));
        let Some((then, now)) = source.zip(text_of(read.document, key)) else { continue };
        let Some(span) = whole(&now) else { continue };
        let own = spans(&then);
        let mut words = then.section.blocks.clone();
        words.retain_mut(|block| keep(block, |span| own.contains(&span)));
        let words: Vec<Block> = words.iter().filter_map(|block| settled(block, span, *version)).collect();
        let effect = then.section.expected_effect.as_ref().and_then(|it| settled(it, span, *version));
        let (id, own) = (now.section.id.clone(), spans(&now));
        each(&mut holding.sections, &mut |section| {
            if section.id == id {
                let at =
                    section.blocks.iter().position(|block| block.span.overlaps(&span)).unwrap_or_default();
                section
                    .blocks
                    .retain_mut(|block| !is_words(block) || keep(block, |span| !own.contains(&span)));
                let at = at.min(section.blocks.len());
                section.blocks.splice(at..at, words.clone());
                section.expected_effect.clone_from(&effect);
            }
        });
        holding.stands.push(Stand { span, version: *version, words: String::new() });
    }
}

/// Takes out words that were rejected and that nothing stands in for, and the heading of a part
/// of a goal that has no others.
pub(super) fn forget(holding: &mut Holding, read: &Printed<'_>, out: &BTreeSet<FactKey>) {
    let held: BTreeSet<Span> = holding.stands.iter().map(|stand| stand.span).collect();
    for key in out.iter().filter(|key| is_text(key)) {
        let Some(text) = text_of(read.document, key) else { continue };
        let Some(span) = whole(&text).filter(|span| !held.contains(span)) else { continue };
        let (id, own) = (text.section.id.clone(), spans(&text));
        each(&mut holding.sections, &mut |section| {
            if section.id == id {
                section
                    .blocks
                    .retain_mut(|block| !is_words(block) || keep(block, |span| !own.contains(&span)));
                section.expected_effect = None;
            }
            section.sections.retain(|inner| inner.id != id || !is_bare(inner, &own));
        });
        let (subject, within) = (Subject::Text, id);
        let (is_told, is_taken) = (false, false);
        holding.left.push(Left { subject, within, at: 0, span, whole: span, is_told, is_taken });
    }
}

/// Whether a part of a goal says nothing but certain words.
fn is_bare(section: &Section, own: &BTreeSet<Span>) -> bool {
    let mut blocks = section.blocks.clone();
    blocks.retain_mut(|block| !is_words(block) || keep(block, |span| !own.contains(&span)));
    let says = section.assessment.is_some() || section.assignment.is_some() || !section.indicators.is_empty();
    section.kind.is_goal_part() && blocks.is_empty() && section.sections.is_empty() && !says
}

fn is_words(block: &Block) -> bool {
    matches!(block.content, Content::Paragraph { .. } | Content::List { .. } | Content::Note { .. })
}

/// Whether something of a block of words stays, by the places of its paragraphs and items.
fn keep(block: &mut Block, stays: impl Fn(Span) -> bool) -> bool {
    match &mut block.content {
        Content::Paragraph { .. } | Content::Note { .. } => stays(block.span),
        Content::List { items, .. } => {
            items.retain(|item| stays(item.span));
            !items.is_empty()
        }
        _ => false,
    }
}

fn spans(text: &ContributionText<'_>) -> BTreeSet<Span> {
    text.words().into_iter().map(|(_, span)| span).collect()
}

fn whole(text: &ContributionText<'_>) -> Option<Span> {
    let words = text.words();
    Some(words.first()?.1.to(words.last()?.1))
}
