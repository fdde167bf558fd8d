//! Heads of several lines that are set out with spaces: what stands above or below a word that a column
//! begins with goes on it.

use super::starts::bare;
use super::{HeadWord, join, opens_column};
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::column_kinds::ColumnBook;
use crate::tables::tail::is_period;
use std::ops::Range;

/// So many spaces part two headings.
const APART: usize = 2;
/// What is set in by so much, in characters, has no label.
const SET_IN: usize = 12;

/// Words that stand together, and where, in characters.
struct Piece {
    at: Range<usize>,
    words: Vec<HeadWord>,
}

/// The label's heading and one for each column, where every column has a word that columns begin with and
/// every other word stands above or below one of them alone. `None`: the head is of one line, or is not so.
pub(super) fn columns(
    source: &Source,
    words: &[HeadWord],
    columns: usize,
    style: &ColumnBook,
) -> Option<(Joined, Vec<Joined>)> {
    let lines: Vec<&[HeadWord]> = words.chunk_by(|a, b| a.line == b.line).collect();
    let set_out = |line: &&[HeadWord]| {
        line.first().is_some_and(|first| first.from >= SET_IN)
            || line.iter().skip(1).any(|word| word.gap >= APART)
    };
    if lines.len() < 2 || columns < 2 || !lines.iter().all(set_out) {
        return None;
    }
    let opens = |word: &HeadWord| opens_column(&word.text, style) && !is_period(bare(&word.text));
    let (mut pieces, mut rest): (Vec<Piece>, Vec<Piece>) = (Vec::new(), Vec::new());
    for line in &lines {
        let own = line.chunk_by(|_, next| next.gap < APART && !opens(next));
        for piece in own.map(piece) {
            if opens(&piece.words[0]) { pieces.push(piece) } else { rest.push(piece) }
        }
    }
    pieces.sort_by_key(|piece| piece.at.start);
    let apart = pieces.windows(2).all(|pair| pair[0].at.end <= pair[1].at.start);
    if pieces.len() != columns || !apart || rest.is_empty() {
        return None;
    }
    let zones: Vec<Range<usize>> = pieces.iter().map(|piece| piece.at.clone()).collect();
    let mut label: Vec<HeadWord> = Vec::new();
    for own in rest.iter().flat_map(|own| parted(own, &zones)) {
        let over: Vec<usize> = (0..columns).filter(|at| overlap(&zones[*at], &own.at)).collect();
        match over.as_slice() {
            [] if own.at.end <= zones[0].start => label.extend(own.words),
            [at] if !pieces[*at].words.iter().any(|word| word.line == own.words[0].line) => {
                pieces[*at].words.extend(own.words);
            }
            _ => return None,
        }
    }
    let columns = pieces.iter_mut().map(|piece| {
        piece.words.sort_by_key(|word| (word.line, word.from));
        join(source, &piece.words)
    });
    Some((join(source, &label), columns.collect()))
}

/// Words in single spaces below several headings, one by one.
fn parted(own: &Piece, zones: &[Range<usize>]) -> Vec<Piece> {
    let several = zones.iter().filter(|zone| overlap(zone, &own.at)).count() > 1;
    let each = if several { 1 } else { own.words.len() };
    own.words.chunks(each).map(piece).collect()
}

fn piece(words: &[HeadWord]) -> Piece {
    let end = |word: &HeadWord| word.from + word.text.chars().count();
    let at = words.first().map_or(0, |word| word.from)..words.last().map_or(0, end);
    Piece { at, words: words.to_vec() }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};

    fn headings(head: &str) -> Vec<String> {
        let text = format!(
            "Delårsrapport 2031\nParknämnden\n\nEkonomi\n\nOmråden\n{head}\
             Stigar                              -41 200       -43 900     -2 700\n\
             Dammar                              -12 000       -11 800        200\n\
             Broar                               -33 000       -33 000          0\n\
             Summa                               -86 200       -88 700     -2 500\n\nText efter tabellen.\n"
        );
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        tables[0].1.columns.iter().map(|column| column.heading.text.clone()).collect()
    }

    #[test]
    fn years_stand_below_the_words_that_they_begin_with() {
        let years = "                                2031         2031\n";
        let above = "Område, tkr                     Budget       Prognos      Avvikelse\n";
        assert_eq!(headings(&format!("{above}{years}")), ["Budget 2031", "Prognos 2031", "Avvikelse"]);
        let tight = "Område, tkr                     Budget Prognos Avvikelse\n                                2031   2031    helår\n";
        assert_eq!(headings(tight), ["Budget 2031", "Prognos 2031", "Avvikelse helår"]);
        let label = "                                Budget       Prognos      Avvikelse\nOmråde, tkr                     2031         2031\n";
        assert_eq!(headings(label), ["Budget 2031", "Prognos 2031", "Avvikelse"]);
    }
}
