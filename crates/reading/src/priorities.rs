//! Priorities: those told in items and short paragraphs, and what they are expected to lead to.

use crate::book::HeadingKind;
use crate::book::{Book, folded};
use crate::joined::Joined;
use crate::piece::{Heading, Piece};
use crate::source::Source;
use crate::words::holds_any;
use std::ops::Range;
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::SectionKind;
use uppsikt_text::sentence;

/// The sentence of a text that tells the expected effect of a priority.
pub(crate) fn effect(texts: &[&Joined], source: &Source, book: &Book<'_>) -> Option<TextAt> {
    let words = &book.style.priorities.effect_words;
    let mut sentences = texts
        .iter()
        .flat_map(|text| sentence::ranges(&text.text).into_iter().map(move |range| (text, range)));
    sentences.find_map(|(text, range)| {
        let holds = holds_any(&folded(&text.text[range.clone()]), words);
        holds.then(|| text.text_at(source, without_label(&text.text, range, words)))
    })
}

/// "Väntad effekt: fler besök" without its label.
fn without_label(text: &str, range: Range<usize>, words: &[String]) -> Range<usize> {
    let sentence = &text[range.clone()];
    let Some(colon) = sentence.find(':').filter(|at| holds_any(&folded(&sentence[..=*at]), words)) else {
        return range;
    };
    let rest = sentence[colon + 1..].trim_start_matches(['*', '_', ' ']);
    if rest.is_empty() { range } else { range.end - rest.len()..range.end }
}

/// A priority told in a paragraph is at most so long, in bytes.
const LONGEST: usize = 220;

/// Items, or short paragraphs, right below a heading of priorities are priorities, where none has a
/// heading of its own.
pub(crate) fn opened(pieces: Vec<Piece>, book: &Book<'_>) -> Vec<Piece> {
    let own: Vec<bool> = told(&pieces, book);
    let mut found = Vec::with_capacity(pieces.len());
    for (piece, own) in pieces.into_iter().zip(own) {
        match piece {
            Piece::Item { words, .. } | Piece::Paragraph(words) if own => found.extend(headed(words)),
            piece => found.push(piece),
        }
    }
    found
}

/// Which pieces are priorities.
fn told(pieces: &[Piece], book: &Book<'_>) -> Vec<bool> {
    let mut own = vec![false; pieces.len()];
    for at in (0..pieces.len()).filter(|at| opens_priorities(&pieces[*at])) {
        let end = pieces[at + 1..].iter().position(|piece| matches!(piece, Piece::Heading(_)));
        let end = end.map_or(pieces.len(), |count| at + 1 + count);
        let free = |piece: &Piece| match piece {
            Piece::Heading(heading) => !heading.meanings.is_empty() || heading.listed,
            _ => true,
        };
        if pieces.get(end).is_none_or(free) {
            mark(&pieces[at], &pieces[at + 1..end], &mut own[at + 1..end], book);
        }
    }
    own
}

fn opens_priorities(piece: &Piece) -> bool {
    let Piece::Heading(heading) = piece else { return false };
    let kind = HeadingKind::Section(SectionKind::Priorities);
    heading.meanings.first().is_some_and(|known| known.kind == kind)
}

/// Marks the items of one list, or all paragraphs after what announces them.
fn mark(heading: &Piece, body: &[Piece], own: &mut [bool], book: &Book<'_>) {
    let item = |piece: &Piece| matches!(piece, Piece::Item { .. });
    let lists = (1..body.len()).filter(|at| item(&body[*at]) && !item(&body[at - 1])).count();
    let lists = lists + usize::from(body.first().is_some_and(item));
    let items: Vec<usize> = (0..body.len()).filter(|at| item(&body[*at])).collect();
    if items.len() >= 2 && lists == 1 {
        items.into_iter().for_each(|at| own[at] = true);
        return;
    }
    let announced = body.first().is_some_and(|first| announces(first, book));
    let from = usize::from(announced);
    let invested = matches!(heading, Piece::Heading(it) if holds_any(&folded(&it.words.text), &book.style.priorities.invested));
    let short = |piece: &Piece| match piece {
        Piece::Paragraph(words) => {
            words.text.len() <= LONGEST && !holds_any(&folded(&words.text), &book.style.priorities.about)
        }
        _ => false,
    };
    if (announced || invested) && body.len() >= from + 2 && body[from..].iter().all(short) {
        own[from..].iter_mut().for_each(|it| *it = true);
    }
}

/// "Nämnden gör följande satsningar:"
fn announces(piece: &Piece, book: &Book<'_>) -> bool {
    let Piece::Paragraph(words) = piece else { return false };
    words.text.len() < LONGEST && holds_any(&folded(&words.text), &book.style.priorities.about)
}

/// A priority as the heading that it has not: its name, and the rest as its text.
fn headed(words: Joined) -> impl Iterator<Item = Piece> {
    let (name, rest) = parted(&words.text);
    let heading = Heading::labelled(words.slice(name), Vec::new());
    let text = words.slice(rest..words.text.len());
    let text = (!text.is_empty()).then_some(Piece::Paragraph(text));
    std::iter::once(Piece::Heading(heading)).chain(text)
}

/// The name that a priority opens with, before a colon, in bold or as its first sentence, and where
/// the rest begins.
fn parted(text: &str) -> (Range<usize>, usize) {
    if let Some(lead) = crate::leads::lead(text) {
        return lead;
    }
    let first = sentence::ranges(text).into_iter().next().unwrap_or(0..text.len());
    let name = text[..first.end].trim_end().trim_end_matches(['.', ';']).len();
    let rest = text[first.end..].trim_start();
    (0..name, text.len() - rest.len())
}
