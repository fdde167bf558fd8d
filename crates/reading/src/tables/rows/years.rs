//! Years that end a label: "Ram 2031 84 112" is the frame of 2031 and no figure of 2 031.

use super::RawRow;
use crate::source::Source;
use crate::tables::tail::{Shape, Tail, is_year};

/// Gives labels the years that stand right before the figures, where few rows have one and figures of
/// four digits are printed with a space.
pub(super) fn give_to_labels(source: &Source, rows: &mut [RawRow]) {
    let figures = rows.iter().filter_map(|row| row.figures.as_ref());
    let all: Vec<(&str, &Tail)> = figures.map(|(line, tail)| (source.raw(*line), tail)).collect();
    let dated = all.iter().filter(|(raw, tail)| ends_in_year(raw, tail)).count();
    let unspaced = all.iter().any(|(raw, tail)| holds_unspaced(raw, tail));
    if dated == 0 || dated * 2 > all.len() || unspaced {
        return;
    }
    for row in rows {
        let Some((line, tail)) = &mut row.figures else { continue };
        if ends_in_year(source.raw(*line), tail) {
            let year = tail.words.remove(0);
            row.label.push(source, *line, year.range);
        }
    }
}

/// Whether a year stands right after the words of a label, and figures after it.
fn ends_in_year(raw: &str, tail: &Tail) -> bool {
    let [first, second, ..] = tail.words.as_slice() else { return false };
    let year = |at: usize| is_year(&raw[tail.words[at].range.clone()]);
    let labelled = raw[..first.range.start].trim_end().ends_with(char::is_alphabetic);
    let figured = tail.words[1..].iter().any(|word| !matches!(word.shape, Shape::Dash | Shape::Percent));
    labelled && first.gap < 2 && year(0) && !year(1) && second.shape != Shape::Percent && figured
}

/// Whether a figure of four digits or more has no space in it.
fn holds_unspaced(raw: &str, tail: &Tail) -> bool {
    tail.words.iter().enumerate().any(|(at, word)| {
        let digits = raw[word.range.clone()].trim_start_matches(|c: char| !c.is_ascii_digit());
        let whole = digits.split([',', '.']).next().unwrap_or_default();
        whole.len() >= 4 && !(at == 0 && is_year(digits))
    })
}
