//! What the caption of a table looks like, and the one right above a table.

use crate::book::{Book, folded};
use crate::chunks::ends_sentence;
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::build::Laid;
use crate::tables::column_kinds::what;
use crate::tables::columns;
use crate::tables::plain::is_row;
use crate::tables::tail;
use uppsikt_domain::document::LineRole;

/// A caption has at most so many lines.
const MOST_LINES: usize = 4;

/// Whether words are a caption: "Tabell 3. Avgifter".
pub(crate) fn is_caption(text: &str, book: &Book<'_>) -> bool {
    let first = text.split([' ', ':', '.']).next().unwrap_or_default();
    if !book.opens_caption(first) {
        return false;
    }
    let rest = text[first.len()..].trim_start();
    let second = rest.split(' ').next().unwrap_or_default();
    let number = second.starts_with(|c: char| c.is_ascii_digit()) && !tail::is_period(second);
    // "Not" heads a column too: there it is a caption with a number and words only.
    let named = number && rest[second.len()..].trim_start().starts_with(char::is_alphabetic);
    let told = rest.starts_with(|c: char| !c.is_lowercase()) || rest.is_empty();
    if book.columns.is(first, what::NOTE) { named } else { told }
}

/// Gives a table the caption that stands right above it.
pub(crate) fn caption_above(source: &Source, book: &Book<'_>, lines: &mut Vec<usize>, laid: &mut Laid) {
    let Some(first) = lines.first().copied().filter(|_| laid.caption.is_none()) else { return };
    let passed = |line: &usize| source.blank(*line) || source.lines[*line].role == LineRole::RunningHead;
    let Some(last) = (0..first).rev().find(|line| !passed(line)) else { return };
    let above = (0..=last).rev().take_while(|line| source.free(*line) && !is_row(source, *line));
    let above = above.take(MOST_LINES);
    let found = above.map(|line| (line..=last).collect::<Vec<_>>()).find(|above| {
        let text = Joined::lines(source, above.iter().copied()).text;
        is_caption(&text, book) || (above.len() == 1 && is_named_with_unit(&text))
    });
    if let Some(above) = found {
        let caption = Joined::lines(source, above.iter().copied()).all_at(source);
        laid.span = caption.span.to(laid.span);
        laid.caption = Some(caption);
        lines.splice(0..0, above);
    }
}

/// A short line that names a unit and does not begin with it.
pub(crate) fn is_named_with_unit(text: &str) -> bool {
    let named = columns::free_unit(text).is_some() && !columns::opens_with_unit(text);
    named && text.len() < 160 && !ends_sentence(text)
}

/// Words that tell a unit and name nothing.
const SMALL: &str = "belopp beloppen alla i är anges mnkr mkr tkr kronor tusental miljoner";

/// How many words follow those that tell the unit: one in "Belopp i tkr Parker".
pub(crate) fn words_after_unit(text: &str) -> usize {
    let small =
        |word: &&str| crate::chunks::is_one_of(&folded(word.trim_matches(['(', ')', ',', ':'])), SMALL);
    text.split_whitespace().skip_while(small).count()
}

/// "(tkr)", "Belopp i tkr": the unit and nothing that names the table.
pub(crate) fn is_unit_alone(text: &str) -> bool {
    let words = text.split([' ', '(', ')', ',', '.', ':']).filter(|word| !word.is_empty());
    columns::free_unit(text).is_some()
        && words.into_iter().all(|word| crate::chunks::is_one_of(&folded(word), SMALL))
}
