//! Rows out of lines: labels wrapped around their figures, sections, notes.

mod years;

use crate::chunks::wants_more;
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::figures;
use crate::tables::tail::{self, Tail};
use uppsikt_domain::document::LineRole;

/// So many rows show whether a paragraph has one line a row.
const MANY: usize = 4;

/// A row before its figures are split into columns.
#[derive(Debug, Clone, Default)]
pub(crate) struct RawRow {
    /// The words of the label that stand before the figures' line and on it.
    pub label: Joined,
    /// The line of the figures and the figures. `None`: a section row.
    pub figures: Option<(usize, Tail)>,
    /// The words of the label on lines after the figures.
    pub label_after: Joined,
    /// The words after the figures.
    pub note: Joined,
    /// Whether the first of the figures may be the number of a note.
    pub may_open_with_note: bool,
}

/// The rows of a table's body, paragraph by paragraph.
pub(crate) fn assemble(
    source: &Source,
    body: &[&[usize]],
    noted: bool,
    is_line: &dyn Fn(&str) -> bool,
) -> Vec<RawRow> {
    let mut rows: Vec<RawRow> = Vec::new();
    for lines in body {
        let mut marks: Vec<(usize, Tail)> =
            lines.iter().filter_map(|line| Some((*line, row_tail(source, *line, noted)?))).collect();
        let goes_on: Vec<bool> = (0..marks.len())
            .map(|at| marks.get(at + 1).is_some_and(|next| is_label(source, &marks[at], next)))
            .collect();
        let mut goes_on = goes_on.into_iter();
        marks.retain(|_| !goes_on.next().unwrap_or_default());
        if marks.is_empty() {
            loose(source, lines, noted, &mut rows);
        } else {
            marked(source, lines, marks, noted, is_line, &mut rows);
        }
    }
    years::give_to_labels(source, &mut rows);
    rows
}

/// Gives rows the last line of their labels that stands below their figures, right above a sum: a section
/// would have rows of its own.
pub(crate) fn give_rest(source: &Source, rows: &mut Vec<RawRow>, is_sum: &dyn Fn(&str) -> bool) {
    let rest = |three: &[RawRow]| {
        let (Some((line, _)), None, Some((sum, _))) =
            (&three[0].figures, &three[1].figures, &three[2].figures)
        else {
            return false;
        };
        let own = three[1].label.source_lines();
        let close = own == [line + 1] && *sum == line + 2;
        close && !source.text(line + 1).ends_with(':') && is_sum(&three[2].label.text)
    };
    let found: Vec<usize> = (1..rows.len().max(1) - 1).filter(|at| rest(&rows[at - 1..at + 2])).collect();
    for at in found.into_iter().rev() {
        let rest = rows.remove(at);
        rows[at - 1].label_after.append(&rest.label);
    }
}

/// Whether figures at the end of a line belong to a label that goes on on the next line, whose
/// figures stand apart: "… högst 30 000" above "kronor per invånare    30 000  24 900".
fn is_label(source: &Source, (line, tail): &(usize, Tail), (next, figures): &(usize, Tail)) -> bool {
    let first = |tail: &Tail| tail.words.first().map_or(0, |word| word.gap);
    let apart = first(figures) >= 2 && tail.words.iter().all(|word| word.gap < 2);
    apart && *next == line + 1 && source.text(*next).starts_with(char::is_lowercase)
}

/// The figures of a line, where it has some that are more than a year.
fn row_tail(source: &Source, line: usize, noted: bool) -> Option<Tail> {
    let raw = source.raw(line);
    let strong = |tail: &Tail| tail::is_strong(raw, tail);
    let plain = tail::tail(raw, false).filter(strong);
    plain.or_else(|| {
        let tail = tail::tail(raw, true).filter(strong)?;
        (noted && figures::fewest(raw, &tail) >= 2).then_some(tail)
    })
}

/// A paragraph without figures: the rest of a note, a section, or the label of figures that
/// stand in the next paragraph.
fn loose(source: &Source, lines: &[usize], noted: bool, rows: &mut Vec<RawRow>) {
    let words = Joined::lines(source, lines.iter().copied());
    let lower = words.text.starts_with(char::is_lowercase);
    match rows.last_mut() {
        Some(row) if noted && row.figures.is_some() => row.note.append(&words),
        Some(row)
            if lower
                && row.figures.is_some()
                && !words.text.starts_with("varav")
                && !words.text.starts_with("därav") =>
        {
            row.label_after.append(&words);
        }
        _ => rows.push(RawRow { label: words, ..RawRow::default() }),
    }
}

fn marked(
    source: &Source,
    lines: &[usize],
    marks: Vec<(usize, Tail)>,
    noted: bool,
    is_line: &dyn Fn(&str) -> bool,
    rows: &mut Vec<RawRow>,
) {
    let mut from = 0;
    let last_mark = marks.last().map_or(0, |(line, _)| *line);
    // Where nearly every row is one line, labels are not wrapped.
    let one_line = !noted && marks.len() >= MANY && (lines.len() - marks.len()) * 3 <= marks.len();
    let width = label_width(source, lines, &marks);
    for (line, tail) in marks {
        let at = from + lines[from..].iter().position(|own| *own == line).unwrap_or(0);
        let start = tail.words.first().map_or(0, |word| word.range.start);
        let mut row = RawRow::default();
        let mut before: &[usize] = lines.get(from..at).unwrap_or_default();
        if from > 0 {
            before = give_back(source, before, noted, rows);
        }
        let alone = |at: usize| {
            let next = before.get(at + 1).copied().unwrap_or(line);
            let section = is_capitals(source.text(before[at])) && !is_capitals(source.text(next));
            is_line(source.text(before[at]))
                || section
                || is_above_item(source, before[at], next)
                || (one_line && is_own(source, before[at], next))
                || (is_own(source, before[at], next) && fits(source, before[at], next, width))
        };
        let own = (0..before.len()).take_while(|at| alone(*at)).count();
        let (own, before) = before.split_at(own);
        let empty = own.iter().map(|line| RawRow { label: Joined::line(source, *line), ..RawRow::default() });
        rows.extend(empty);
        before.iter().for_each(|line| row.label.push_line(source, *line));
        row.label.push(source, line, 0..without_leaders(&source.raw(line)[..start]));
        row.note.push(source, line, tail.end..source.raw(line).len());
        let bare = row.label.is_empty();
        row.figures = Some((line, tail));
        match rows.last_mut() {
            Some(open) if open.figures.is_none() && (bare || goes_on_after_page(source, open, &row)) => {
                open.label.append(&row.label);
                open.figures = row.figures;
                open.note = row.note;
            }
            _ => rows.push(row),
        }
        from = at + 1;
        if line == last_mark {
            trail(source, lines.get(from..).unwrap_or_default(), noted, rows);
        }
    }
}

/// How wide labels are set, in characters, in a table set out with spaces. 0: it is not.
fn label_width(source: &Source, lines: &[usize], marks: &[(usize, Tail)]) -> usize {
    let apart = |(_, tail): &&(usize, Tail)| tail.words.first().is_some_and(|word| word.gap >= 2);
    if marks.len() < MANY || marks.iter().filter(apart).count() * 4 < marks.len() * 3 {
        return 0;
    }
    let end = |line: &usize| {
        let start = marks.iter().find(|(own, _)| own == line).and_then(|(_, tail)| tail.words.first());
        let label = start.map_or(source.raw(*line), |word| &source.raw(*line)[..word.range.start]);
        label.trim_end().chars().count()
    };
    lines.iter().map(end).max().unwrap_or(0)
}

/// Whether a label would have had room for the first word of the next line, and so is whole.
fn fits(source: &Source, line: usize, next: usize, width: usize) -> bool {
    let word = source.text(next).split_whitespace().next().unwrap_or_default();
    source.raw(line).trim_end().chars().count() + 1 + word.chars().count() <= width
}

/// How long a label is without the dots that lead to its figures.
fn without_leaders(label: &str) -> usize {
    let whole = label.trim_end();
    let led = whole.ends_with("...") || whole.ends_with('\u{2026}');
    if led { whole.trim_end_matches(['.', '\u{2026}', ' ']).len() } else { label.len() }
}

/// Whether a label that began on one page goes on in lower case on the next.
fn goes_on_after_page(source: &Source, open: &RawRow, row: &RawRow) -> bool {
    let (Some(last), Some(first)) =
        (open.label.source_lines().last().copied(), row.label.source_lines().first().copied())
    else {
        return false;
    };
    let between = source.lines.get(last + 1..first).unwrap_or_default();
    let page = between.iter().any(|line| line.role == LineRole::RunningHead);
    let lower = row.label.text.starts_with(char::is_lowercase) && !row.label.text.starts_with("varav");
    page && lower && open.label.text.starts_with(char::is_uppercase)
}

/// A word in capitals.
fn is_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 4 && !text.chars().any(char::is_lowercase)
}

/// Whether words without figures are a row of their own: the next line opens with a capital, and
/// they want no more.
fn is_own(source: &Source, line: usize, next: usize) -> bool {
    let text = source.text(line);
    let opens = |text: &str| unmarked(text).starts_with(char::is_uppercase);
    opens(text) && opens(source.text(next)) && !wants_more(text)
}

/// Whether words stand above the label of a row that is one of a list: "– Maskiner".
fn is_above_item(source: &Source, line: usize, next: usize) -> bool {
    let item = |text: &str| text.starts_with(['-', '\u{2013}']) && unmarked(text).len() < text.len();
    item(source.text(next)) && !wants_more(source.text(line))
}

/// A label without the dash or the number of a note before it: "– Maskiner", "4 Skatteintäkter".
pub(super) fn unmarked(text: &str) -> &str {
    let Some((first, rest)) = text.split_once([' ', '\u{a0}']) else { return text };
    let number = first.len() <= 2 && first.bytes().all(|b| b.is_ascii_digit());
    let named = rest.trim_start().starts_with(char::is_uppercase);
    if named && (number || matches!(first, "-" | "\u{2013}")) { rest.trim_start() } else { text }
}

/// Words between two rows that go on in lower case belong to the row above them.
fn give_back<'a>(source: &Source, between: &'a [usize], noted: bool, rows: &mut [RawRow]) -> &'a [usize] {
    let lower = |line: usize| source.text(line).starts_with(|c: char| c.is_lowercase() || c == '(');
    let varav =
        |line: usize| source.text(line).starts_with("varav") || source.text(line).starts_with("därav");
    let count = between.iter().take_while(|line| lower(**line) && !varav(**line)).count();
    let (above, below) = between.split_at(count);
    if let Some(row) = rows.last_mut() {
        let target = if noted && !row.note.is_empty() { &mut row.note } else { &mut row.label_after };
        above.iter().for_each(|line| target.push_line(source, *line));
    }
    below
}

/// Lines after the last figures of a paragraph.
fn trail(source: &Source, lines: &[usize], noted: bool, rows: &mut Vec<RawRow>) {
    let Some(row) = rows.last_mut() else { return };
    if lines.is_empty() {
        return;
    }
    let words = Joined::lines(source, lines.iter().copied());
    let lower = words.text.starts_with(|c: char| c.is_lowercase() || c == '(');
    if noted && !row.note.is_empty() {
        row.note.append(&words);
    } else if lower {
        row.label_after.append(&words);
    } else {
        rows.push(RawRow { label: words, ..RawRow::default() });
    }
}

impl RawRow {
    /// The label with the digits that the split gives back to it.
    pub fn whole_label(&self, source: &Source, label_words: usize) -> Joined {
        let mut label = self.label.clone();
        if let Some((line, tail)) = &self.figures
            && label_words > 0
            && let (Some(first), Some(last)) = (tail.words.first(), tail.words.get(label_words - 1))
        {
            let mut digits = Joined::default();
            digits.push(source, *line, first.range.start..last.range.end);
            label.append(&digits);
        }
        label.append(&self.label_after);
        label
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, noted: bool) -> Vec<(String, usize, String)> {
        let source = Source::new(text);
        let mut body: Vec<Vec<usize>> = vec![Vec::new()];
        for line in 0..source.len() {
            if source.blank(line) {
                body.push(Vec::new());
            } else if let Some(chunk) = body.last_mut() {
                chunk.push(line);
            }
        }
        let body: Vec<&[usize]> = body.iter().map(Vec::as_slice).collect();
        let mut rows = assemble(&source, &body, noted, &|_| false);
        give_rest(&source, &mut rows, &|label| label.starts_with("Summa"));
        rows.iter()
            .map(|row| {
                let figures = row.figures.as_ref().map_or(0, |(_, tail)| tail.words.len());
                (row.whole_label(&source, 0).text, figures, row.note.text.clone())
            })
            .collect()
    }

    #[test]
    fn a_line_between_figures_and_a_sum_is_the_rest_of_a_label() {
        let rows = read(
            "Bänkar     12  13\nDammar     3  4\nGungor     5  5\nGång- och parkväg     7  8\nStorängen\nSumma     27  30\n",
            false,
        );
        let labels: Vec<&str> = rows.iter().map(|row| row.0.as_str()).collect();
        assert_eq!(labels[3..], ["Gång- och parkväg Storängen", "Summa"]);
        let rows = read(
            "Bänkar     12  13\nGungor     5  5\nTräd     1  2\nGräs     3  4\nDammar\nVatten     7  8\nSumma     28  32\n",
            false,
        );
        assert_eq!(rows[3].0, "Gräs");
    }

    #[test]
    fn labels_wrapped_before_and_after_their_figures_are_joined() {
        let rows = read(
            "Anslag för stadigvarande\navgifter och bidrag 85,6 83,7\n\nAnslag för 12,0 13,0\nprojekt",
            false,
        );
        assert_eq!(rows[0], ("Anslag för stadigvarande avgifter och bidrag".into(), 2, String::new()));
        assert_eq!(rows[1].0, "Anslag för projekt");
    }

    #[test]
    fn figures_in_a_paragraph_of_their_own_belong_to_the_label_above() {
        let rows = read("varav övriga kostnader (åtgärder\nsamt utredningar)\n\n-4 772\n\nSumma 0", false);
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0], ("varav övriga kostnader (åtgärder samt utredningar)".into(), 2, String::new()));
    }

    #[test]
    fn notes_may_go_on_in_the_next_paragraph() {
        let rows = read(
            "Ekonomi -19 729 -18 019 1 710 Avtal, personal\n\noch konsulter\n\nJuridik -10 -11 -1",
            true,
        );
        assert_eq!(rows[0].2, "Avtal, personal och konsulter");
        assert_eq!(rows[1].0, "Juridik");
    }

    #[test]
    fn a_line_of_the_statement_without_figures_is_a_row_of_its_own() {
        let source = Source::new("Finansiella intäkter\nFinansiella kostnader -310");
        let rows = assemble(&source, &[&[0, 1]], false, &|label| label == "Finansiella intäkter");
        assert_eq!((rows.len(), rows[1].label.text.as_str()), (2, "Finansiella kostnader"));
    }

    #[test]
    fn a_row_without_figures_is_a_section() {
        let rows = read("INTÄKTER\n\nBidrag 12\n\nAvgifter 13", false);
        assert_eq!((rows[0].0.as_str(), rows[0].1), ("INTÄKTER", 0));
    }
}
