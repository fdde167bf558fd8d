//! Captions that stand for themselves: a paragraph right above a table that names it, or one that says
//! "Tabell 4 …" right below it.

use crate::book::{Book, folded, unnumbered};
use crate::joined::Joined;
use crate::piece::{Heading, Piece};
use crate::source::Source;
use crate::tables::build::Laid;
use crate::tables::caption::{is_caption, is_named_with_unit, is_unit_alone};
use std::collections::VecDeque;

/// A caption is at most so long, in bytes.
const LONGEST: usize = 240;

/// Gives tables without a caption of their own the one above or below them.
pub(crate) fn give(source: &Source, book: &Book<'_>, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut rest: VecDeque<Piece> = pieces.into();
    let mut found: Vec<Piece> = Vec::with_capacity(rest.len());
    while let Some(piece) = rest.pop_front() {
        let Piece::Table(mut laid) = piece else {
            found.push(piece);
            continue;
        };
        above(source, book, &mut laid, &mut found);
        below(source, book, &mut laid, &mut rest);
        found.push(Piece::Table(laid));
    }
    found
}

/// Words that may be a caption, and where a table may have taken them from.
fn words(piece: &Piece) -> Option<&Joined> {
    match piece {
        Piece::Paragraph(words) | Piece::Note(words) => Some(words),
        Piece::Heading(heading) if heading.meanings.is_empty() && heading.level.is_none() => {
            Some(&heading.words)
        }
        _ => None,
    }
}

/// The paragraph above, or the two of which the second says no more than the unit or the name.
fn above(source: &Source, book: &Book<'_>, laid: &mut Laid, found: &mut Vec<Piece>) {
    if laid.caption.is_some() {
        return;
    }
    if let Some(caption) = said_again(found) {
        let caption = caption.all_at(source);
        laid.span = caption.span.to(laid.span);
        laid.caption = Some(caption);
        found.pop();
        return;
    }
    let at = |back: usize| found.len().checked_sub(back).and_then(|at| words(&found[at]));
    let Some(last) = at(1) else { return };
    let paragraph = matches!(found.last(), Some(Piece::Paragraph(_)));
    let opens = |words: &Joined| is_caption(&words.text, book) && words.text.len() <= LONGEST;
    let numbered = |words: &Joined| opens(words) && words.text.len() < 14;
    let named = is_named_with_unit(&last.text) && !last.text.contains(". ") && !is_unit_alone(&last.text);
    let one = opens(last) || (paragraph && named);
    let two = at(2).filter(|first| {
        (opens(first) && is_unit_alone(&last.text))
            || (numbered(first) && last.text.len() <= 160 && !one_sentence(&last.text))
    });
    let (count, caption) = match (two, one) {
        (Some(first), _) => {
            let mut whole = first.clone();
            whole.append(last);
            (2, whole)
        }
        (None, true) => (1, last.clone()),
        _ => return,
    };
    let caption = bare(&caption).all_at(source);
    laid.span = caption.span.to(laid.span);
    laid.caption = Some(caption);
    found.truncate(found.len() - count);
}

/// The last heading, where it stands right below another that says the same or is of the same kind: it
/// names the table, and the section has its name from the first.
fn said_again(found: &[Piece]) -> Option<&Joined> {
    let [.., Piece::Heading(first), Piece::Heading(last)] = found else { return None };
    let kind = |heading: &Heading| heading.meanings.first().map(|known| known.kind);
    let same = folded(unnumbered(&first.words.text).1) == folded(&last.words.text);
    let alike = || first.level.is_some() && kind(last).is_some() && kind(first) == kind(last);
    (last.level.is_none() && (same || alike())).then_some(&last.words)
}

/// "Tabell 4. Avgifter" right below a table, and no table below that.
fn below(source: &Source, book: &Book<'_>, laid: &mut Laid, rest: &mut VecDeque<Piece>) {
    let Some(next) = rest.front().and_then(words) else { return };
    let text = next.text.trim_start_matches(['*', '_']);
    let named = is_caption(text, book) && next.text.len() <= LONGEST && !one_sentence(&next.text);
    let others = rest.get(1).is_some_and(|piece| matches!(piece, Piece::Table(_)));
    if laid.caption.is_some() || !named || others {
        return;
    }
    let caption = bare(next).all_at(source);
    laid.span = laid.span.to(caption.span);
    laid.caption = Some(caption);
    rest.pop_front();
}

/// Words without the marks of emphasis around them.
fn bare(words: &Joined) -> Joined {
    let start = words.text.len() - words.text.trim_start_matches(['*', '_']).len();
    let end = words.text.trim_end_matches(['*', '_']).len();
    words.slice(start..end.max(start))
}

/// "Tabellen visar …": a sentence about a table is no caption.
fn one_sentence(text: &str) -> bool {
    text.ends_with('.') && crate::headings::has_finite_verb(text)
}
