//! Short paragraphs in a row: cells of a table whose grid is lost, or a list, but no headings.

use super::{LONGEST_UNKNOWN, is_title_like};
use crate::book::{Book, HeadingKind};
use crate::chunks::{Chunk, ends_sentence, item_mark};
use crate::contents::squeezed;
use crate::joined::Joined;
use crate::source::Source;
use std::collections::HashSet;
use uppsikt_domain::document::LineRole;
use uppsikt_domain::section::SectionKind;

/// Which chunks stand in a run of three or more short ones without any text between: cells
/// of a table whose grid is lost, or a list, but no headings.
pub(crate) fn loose_runs(
    source: &Source,
    chunks: &[Chunk],
    book: &Book<'_>,
    titles: &HashSet<String>,
) -> Vec<bool> {
    let mut loose = vec![false; chunks.len()];
    let mut from = 0;
    for at in 0..=chunks.len() {
        let goes_on = chunks.get(at).is_some_and(|chunk| is_loose(source, chunk, book, titles));
        let apart = at > from && at < chunks.len() && taken_between(source, &chunks[at - 1], &chunks[at]);
        if !goes_on || apart {
            let before_part = chunks.get(at).is_some_and(|next| is_goal_part(source, next, book));
            if at - from >= if before_part { 1 } else { 3 } {
                loose[from..at].iter_mut().for_each(|it| *it = true);
            }
            from = if goes_on { at } else { at + 1 };
        }
    }
    loose
}

/// Whether a chunk is a heading that only parts of goals have: what stands right above it is
/// no heading, as nothing stands under that.
fn is_goal_part(source: &Source, chunk: &Chunk, book: &Book<'_>) -> bool {
    use SectionKind::*;
    let known = book.headings(source.text(chunk.lines[0]));
    known.first().is_some_and(|known| {
        matches!(
            known.kind,
            HeadingKind::Section(TermChanges | YearPlan | FollowUp | AssessmentPeriod | AssessmentTerm)
        )
    })
}

fn taken_between(source: &Source, above: &Chunk, below: &Chunk) -> bool {
    let (Some(last), Some(first)) = (above.lines.last(), below.lines.first()) else { return false };
    source.lines[*last + 1..*first].iter().any(|line| line.role == LineRole::Table)
}

fn is_loose(source: &Source, chunk: &Chunk, book: &Book<'_>, titles: &HashSet<String>) -> bool {
    let text = source.text(chunk.lines[0]);
    if chunk.glued || chunk.lines.len() > 2 || text.len() > LONGEST_UNKNOWN || ends_sentence(text) {
        return false;
    }
    let words = Joined::lines(source, chunk.lines.iter().copied());
    let item = item_mark(source.raw(chunk.lines[0])).is_some();
    let shaped = is_title_like(&words.text) && words.text.starts_with(char::is_uppercase);
    shaped && !item && !titles.contains(&squeezed(&words.text)) && book.headings(&words.text).is_empty()
}
