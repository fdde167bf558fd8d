//! What is known of all pieces before the tree is built.

use super::is_goal;
use crate::book::{Book, HeadingKind, Known, folded};
use crate::piece::Piece;
use std::collections::HashMap;
use uppsikt_domain::section::SectionKind;

/// A table that goes on after a page break with its head printed again is one table.
pub(super) fn whole_tables(pieces: Vec<Piece>, book: &Book<'_>) -> Vec<Piece> {
    let mut whole: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (whole.last_mut(), piece) {
            (Some(Piece::Table(open)), Piece::Table(next)) if open.goes_on_in(&next, book) => {
                open.append(*next)
            }
            (_, piece) => whole.push(piece),
        }
    }
    whole
}

pub(super) fn goal_names(pieces: &[Piece]) -> Vec<String> {
    let named = pieces.iter().filter_map(|piece| match piece {
        Piece::Heading(heading) => {
            let known = heading.meanings.first().filter(|known| is_goal(known))?;
            heading.words.text.get(known.name.clone()).map(str::to_owned)
        }
        _ => None,
    });
    named.collect()
}

/// Whether assessments have headings of their own.
pub(super) fn assesses_under_headings(pieces: &[Piece]) -> bool {
    use SectionKind::{AssessmentPeriod, AssessmentTerm};
    let assessing =
        |known: &Known| matches!(known.kind, HeadingKind::Section(AssessmentPeriod | AssessmentTerm));
    pieces.iter().any(|piece| match piece {
        Piece::Heading(heading) => heading.meanings.first().is_some_and(assessing),
        _ => false,
    })
}

pub(super) fn repeated(pieces: &[Piece]) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for piece in pieces {
        if let Piece::Heading(heading) = piece {
            *counts.entry(folded(&heading.words.text)).or_default() += 1;
        }
    }
    counts
}

/// Whether a document has goals that stand under others, goals above them, and areas.
pub(super) fn tiers(book: &Book<'_>, pieces: &[Piece]) -> (bool, bool, bool) {
    let known = pieces.iter().filter_map(|piece| match piece {
        Piece::Heading(heading) => heading.meanings.first(),
        _ => None,
    });
    let (mut inner, mut outer, mut areas) = (false, false, false);
    for known in known {
        match known.kind {
            HeadingKind::Section(SectionKind::GoalArea) => areas = true,
            HeadingKind::Section(SectionKind::Goal) if book.is_inner_goal(known) => inner = true,
            HeadingKind::Section(SectionKind::Goal) => outer = true,
            _ => {}
        }
    }
    (inner, outer, areas)
}

/// Whether the table of contents goes down to the parts of goals: "Planering för 2031".
pub(super) fn lists_goal_parts(pieces: &[Piece]) -> bool {
    let is_part = |known: &Known| matches!(known.kind, HeadingKind::Section(kind) if kind.is_goal_part());
    pieces.iter().any(|piece| match piece {
        Piece::Heading(heading) => heading.listed && heading.meanings.iter().any(is_part),
        _ => false,
    })
}
