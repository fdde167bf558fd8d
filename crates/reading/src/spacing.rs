//! How a text is spaced: whether empty lines part its paragraphs. One in which every line is
//! followed by an empty line, or none is, is read as if paragraphs, headings and tables were parted
//! as they use to be. The lines keep their numbers, and get back their places afterwards.

use crate::book::Book;
use crate::source::Source;
use crate::tight;
use uppsikt_domain::document::SourceLine;

/// A text of fewer lines is what it is.
const FEWEST_LINES: usize = 12;
/// A text has empty lines where they are more than one for so many lines with words.
const LINES_TO_A_GAP: usize = 15;
/// Of the lines, one in so many at most stands right above another where every line is followed
/// by an empty one.
const TOUCHING: usize = 20;
/// A line of wrapped text is at most so long, in bytes.
const LONGEST_WRAPPED: usize = 190;
/// Fewer long lines say nothing.
const FEWEST_LONG: usize = 3;
/// Of the runs of empty lines, one in so many is long then.
const LONG_RUNS: usize = 10;
/// Of the lines of wrapped text, at least one in so many goes on in lower case.
pub(crate) const WRAPPED: usize = 20;

/// The lines as they stand in the file, where they were spaced anew.
#[derive(Debug, Default)]
pub(crate) struct Spaced {
    /// Empty lines that say nothing, with where they stand.
    dropped: Vec<(usize, SourceLine)>,
    /// Whether lines were dropped or added.
    anew: bool,
}

/// Takes out the empty lines that stand after every line.
pub(crate) fn close_up(source: &mut Source) -> Spaced {
    let lines = words(source);
    if source.numbered || lines.len() < FEWEST_LINES || !is_double(source, &lines) {
        return Spaced::default();
    }
    let mut kept = Vec::new();
    let mut dropped = Vec::new();
    let mut empty = 0;
    for line in 0..source.len() {
        empty = if source.blank(line) { empty + 1 } else { 0 };
        // Two empty lines or more are one that was there, and those that stand after every line.
        if empty == 1 || empty > 2 {
            dropped.push((line, source.lines[line].clone()));
        } else {
            kept.push(Some(line));
        }
    }
    source.set_out(&kept);
    Spaced { dropped, anew: true }
}

/// Puts empty lines where a text without any begins a paragraph, a heading or a table.
pub(crate) fn open_up(source: &mut Source, book: &Book<'_>, spaced: &mut Spaced) {
    if source.numbered || !is_tight(source) {
        return;
    }
    let gaps = tight::gaps(source, book);
    let mut kept = Vec::with_capacity(source.len() + gaps.len());
    for line in 0..source.len() {
        if gaps.contains(&line) {
            kept.push(None);
        }
        kept.push(Some(line));
    }
    source.set_out(&kept);
    spaced.anew = true;
}

/// Whether empty lines are too few to part paragraphs.
pub(crate) fn is_tight(source: &Source) -> bool {
    let lines = words(source);
    let gaps = lines.windows(2).filter(|pair| pair[1] > pair[0] + 1).count();
    lines.len() >= FEWEST_LINES && gaps * LINES_TO_A_GAP < lines.len()
}

fn words(source: &Source) -> Vec<usize> {
    (0..source.len()).filter(|line| !source.blank(*line)).collect()
}

/// Whether nearly every line is followed by an empty line although paragraphs go on.
fn is_double(source: &Source, lines: &[usize]) -> bool {
    let touching = lines.windows(2).filter(|pair| pair[1] == pair[0] + 1).count();
    touching * TOUCHING <= lines.len() && (is_wrapped(source, lines) || is_odd(lines))
}

/// Whether empty lines stand in ones, threes and fives, as where one stands after every line and where
/// there were some before.
fn is_odd(lines: &[usize]) -> bool {
    let runs = || lines.windows(2).map(|pair| pair[1] - pair[0] - 1);
    runs().all(|run| run % 2 == 1) && runs().filter(|run| *run > 1).count() * LONG_RUNS >= lines.len()
}

/// Whether lines go on in lower case as wrapped text does, and are not as long as paragraphs.
pub(crate) fn is_wrapped(source: &Source, lines: &[usize]) -> bool {
    if holds_paragraphs(source, lines.iter().copied()) {
        return false;
    }
    let lower = lines.iter().filter(|line| source.text(**line).starts_with(char::is_lowercase)).count();
    lower * WRAPPED >= lines.len()
}

/// Whether so many lines are so long that each holds a paragraph.
pub(crate) fn holds_paragraphs(source: &Source, lines: impl Iterator<Item = usize>) -> bool {
    let (mut all, mut long) = (0, 0);
    for line in lines {
        all += 1;
        long += usize::from(source.text(line).len() > LONGEST_WRAPPED);
    }
    long >= FEWEST_LONG && long * WRAPPED >= all
}

impl Spaced {
    /// Gives the lines back their places.
    pub fn put_back(self, source: &mut Source) {
        if !self.anew {
            return;
        }
        let numbers = std::mem::take(&mut source.numbers);
        let read = std::mem::take(&mut source.lines).into_iter().zip(numbers);
        let mut all: Vec<(usize, SourceLine)> =
            read.filter_map(|(line, number)| Some((number?, line))).chain(self.dropped).collect();
        all.sort_by_key(|(number, _)| *number);
        source.lines = all.into_iter().map(|(_, line)| line).collect();
        let mut page = None;
        for line in &mut source.lines {
            page = line.page.or(page);
            line.page = line.page.or(page.filter(|_| line.text.trim().is_empty()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    fn spaced(text: &str) -> (Source, Spaced) {
        let style = HouseStyle::standard();
        let mut source = Source::new(text);
        let mut spaced = close_up(&mut source);
        open_up(&mut source, &Book::new(&style), &mut spaced);
        (source, spaced)
    }

    const TEXT: &str = "Nämndsbudget 2031\nSammanfattning\nNämnden har hand om parker och gator i hela \
        staden och\nsköter dem så att de är öppna hela året om, också för\ndem som bor i byarna.\nFler \
        träd planteras än året innan i stadens parker och\nlängs gatorna in mot torget.\nDrift\nNämnden \
        köper sin drift av två bolag som båda är stadens\negna, och av ett tredje som inte är det och \
        som därför\nhar ett avtal.\nAvtalet löper ut.";

    #[test]
    fn a_tight_text_is_opened_up_and_its_lines_keep_their_numbers() {
        let (source, _) = spaced(TEXT);
        let after_gap = |line: &usize| *line > 0 && source.blank(line - 1) && !source.blank(*line);
        let opened: Vec<&str> = (0..source.len()).filter(after_gap).map(|line| source.text(line)).collect();
        assert_eq!(opened[0], "Sammanfattning");
        assert!(opened.contains(&"Drift") && opened.iter().any(|line| line.starts_with("Fler träd")));
        let drift = (0..source.len()).find(|line| source.text(*line) == "Drift").unwrap();
        assert_eq!(crate::joined::place(&source, drift, 0).line, 8);
    }

    #[test]
    fn empty_lines_after_every_line_are_no_paragraphs_and_come_back() {
        let text: String = TEXT.lines().map(|line| format!("{line}\n\n")).collect();
        let (mut source, spaced) = spaced(&text);
        let fourth = (0..source.len()).find(|line| source.text(*line).starts_with("sköter")).unwrap();
        assert!(source.text(fourth - 1).starts_with("Nämnden har"));
        assert_eq!(crate::joined::place(&source, fourth, 0).line, 7);
        spaced.put_back(&mut source);
        let lines: Vec<&str> = source.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(lines, text.lines().collect::<Vec<_>>());
    }

    #[test]
    fn a_tight_text_may_begin_with_a_head() {
        let rows: String = (1..14).map(|row| format!("Rad {row} 12 345 13 400\n")).collect();
        for first in ["jan Budget Prognos\n", "KB mot Prognos\nBudget Utfall\n"] {
            let (source, _) = spaced(&format!("{first}{rows}"));
            assert!(source.len() >= 14);
        }
    }
}
