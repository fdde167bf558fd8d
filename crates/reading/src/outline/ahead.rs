//! What is known of all pieces before the tree is built.

use super::is_goal;
use crate::assignments;
use crate::book::{Book, HeadingKind, Known, first_fit, folded, unnumbered};
use crate::piece::Piece;
use std::collections::HashMap;
use uppsikt_domain::section::SectionKind;

/// So many chapters at least have numbers.
const FEWEST_CHAPTERS: usize = 3;

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

/// The line of the last heading of a goal area.
pub(super) fn last_area(pieces: &[Piece]) -> Option<usize> {
    let area = |known: &Known| known.kind == HeadingKind::Section(SectionKind::GoalArea);
    pieces.iter().rev().find_map(|piece| match piece {
        Piece::Heading(heading) if heading.meanings.first().is_some_and(area) => {
            heading.words.source_lines().first().copied()
        }
        _ => None,
    })
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

/// Whether assessments of the term have headings of their own.
pub(super) fn assesses_terms(pieces: &[Piece]) -> bool {
    let term = |known: &Known| known.kind == HeadingKind::Section(SectionKind::AssessmentTerm);
    let headed = |piece: &Piece| matches!(piece, Piece::Heading(heading) if heading.meanings.first().is_some_and(term));
    pieces.iter().any(headed)
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

/// How committees' own goals stand to those of the council.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tiers {
    /// The document has goals of one kind.
    One,
    /// Nothing is said of the council's goals themselves: they are areas of the committee's own.
    Areas,
    /// What is said of a council's goal has the committee's own among its parts.
    Parts,
}

/// By what stands between a goal of the council and the first of the committee's own below it; links to
/// Agenda 2030 say nothing.
pub(super) fn tiers(book: &Book<'_>, pieces: &[Piece]) -> Tiers {
    let (mut inner, mut areas) = (false, false);
    let mut outer: Vec<bool> = Vec::new();
    let mut open = false;
    for piece in pieces {
        let known = match piece {
            Piece::Heading(heading) => heading.meanings.first(),
            Piece::AgendaIntro(_) | Piece::AgendaLink(_) => continue,
            _ => None,
        };
        areas |= known.is_some_and(|known| known.kind == HeadingKind::Section(SectionKind::GoalArea));
        let own = known.filter(|known| is_goal(known)).map(|known| book.is_inner_goal(known));
        inner |= own == Some(true);
        match outer.last_mut() {
            Some(bare) if open && own == Some(true) => *bare = true,
            _ => {}
        }
        open = own == Some(false);
        outer.extend(open.then_some(false));
    }
    let bare = outer.iter().filter(|bare| **bare).count();
    match () {
        () if !inner || outer.is_empty() => Tiers::One,
        () if !areas && bare * 2 > outer.len() => Tiers::Areas,
        () => Tiers::Parts,
    }
}

/// The number before a heading and how many parts it has: "3.2 Ekonomi".
pub(crate) fn numbered(text: &str) -> Option<(u32, usize)> {
    let number = text[..unnumbered(text).0].trim().trim_end_matches('.');
    let first = number.split('.').next()?.parse().ok()?;
    Some((first, number.split('.').count()))
}

/// Whether the headings that the table of contents lists number the chapters from one on, and nothing else.
pub(super) fn numbers_chapters(pieces: &[Piece]) -> bool {
    let listed = pieces.iter().filter_map(|piece| match piece {
        Piece::Heading(heading) if heading.listed => numbered(&heading.words.text),
        _ => None,
    });
    let chapters: Vec<u32> = listed.filter(|(_, parts)| *parts == 1).map(|(number, _)| number).collect();
    chapters.len() >= FEWEST_CHAPTERS && chapters.iter().zip(1..).all(|(number, at)| *number == at)
}

/// Whether numbers from one on stand before headings that are chapters by their words, and before no others
/// that are goals or orders.
pub(super) fn numbers_headings(pieces: &[Piece]) -> bool {
    use SectionKind::*;
    let single = pieces.iter().filter_map(|piece| match piece {
        Piece::Heading(heading) if heading.level.is_none() => numbered(&heading.words.text)
            .filter(|(_, parts)| *parts == 1)
            .map(|(number, _)| (number, heading)),
        _ => None,
    });
    let single: Vec<_> = single.collect();
    let kind = |known: &Known| match known.kind {
        HeadingKind::Section(kind) => Some(kind),
        _ => None,
    };
    let is = |kinds: &'static [SectionKind]| {
        single.iter().filter(move |(_, it)| {
            it.meanings.first().and_then(kind).is_some_and(|kind| kinds.contains(&kind))
        })
    };
    let chapters =
        is(&[Summary, Responsibilities, Operations, Development, Priorities, Goals, Economy, Investments]);
    let others = is(&[Goal, GoalArea, Assignment]).count();
    let in_order = single.iter().zip(1..).all(|((number, _), at)| *number == at);
    in_order && others == 0 && chapters.count() >= FEWEST_CHAPTERS
}

/// Gives headings without mark under a heading of orders what they are, where the one who has the order
/// is told right below: "Ta fram en plan för dammar" above "Ansvarig: parknämnden".
pub(super) fn mark_orders(pieces: &mut [Piece], book: &Book<'_>) {
    let mut under = false;
    for at in 0..pieces.len() {
        let (up_to, below) = pieces.split_at_mut(at + 1);
        let led = || match below.first() {
            Some(Piece::Paragraph(words) | Piece::Item { words, .. }) => {
                assignments::tells_lead(&words.text, &book.style.assignments)
            }
            _ => false,
        };
        let Some(Piece::Heading(heading)) = up_to.last_mut() else { continue };
        let opens = first_fit(&book.order_lists, unnumbered(&heading.words.text).1).is_some();
        under = opens || (under && heading.meanings.is_empty() && !heading.listed);
        if under && !opens && led() {
            let name = 0..heading.words.text.len();
            heading.meanings = vec![Known { name, ..Known::of(SectionKind::Assignment) }];
        } else if heading
            .meanings
            .iter()
            .any(|known| known.kind == HeadingKind::Section(SectionKind::Assignment))
        {
            under = true;
        }
    }
}

/// Whether the table of contents goes down to the parts of goals: "Planering för 2031".
pub(super) fn lists_goal_parts(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| match piece {
        Piece::Heading(heading) => heading.listed && heading.meanings.iter().any(Known::is_goal_part),
        _ => false,
    })
}
