//! Tables whose cells are marked: Markdown's pipes, and tabs.

pub(super) mod head;

use crate::book::Book;
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::build::{Laid, LaidRow};
use std::ops::Range;
use uppsikt_domain::place::{Span, TextAt};

/// Whether a line is a row of a pipe table.
pub(crate) fn is_pipe_row(text: &str) -> bool {
    text.starts_with('|') && text.len() > 1
}

/// Whether a line holds cells parted by tabs.
pub(crate) fn is_tab_row(raw: &str) -> bool {
    raw.trim_matches([' ', '\r']).contains('\t') && raw.chars().any(char::is_alphanumeric)
}

/// "|---|:--:|" or "---|---": parts head and body, says nothing.
pub(crate) fn is_rule(text: &str) -> bool {
    text.contains('|')
        && text.contains('-')
        && text.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// Lays out rows of marked cells; the first row is the head.
pub(crate) fn lay(source: &Source, lines: &[usize], book: &Book<'_>) -> Laid {
    let rows: Vec<Vec<TextAt>> =
        lines.iter().filter(|line| !is_rule(source.text(**line))).map(|line| cells(source, *line)).collect();
    let span = Joined::lines(source, lines.first().copied()).whole(source).to(Joined::lines(
        source,
        lines.last().copied(),
    )
    .whole(source));
    lay_rows(&rows, span, book)
}

/// Lays out the cells of rows, the head's among them.
pub(super) fn lay_rows(rows: &[Vec<TextAt>], span: Span, book: &Book<'_>) -> Laid {
    let width = rows.iter().map(Vec::len).max().unwrap_or(1).max(2);
    let (head, body) = rows.split_at(head::count(rows, book));
    let mut headings = head::headings(head, width, book).into_iter();
    let label_heading = headings.next().filter(|heading| !heading.text.is_empty());
    let columns = headings.collect();
    let rows = body.iter().map(|row| lay_row(row, width)).collect();
    Laid { label_heading, columns, rows, span, ..Laid::default() }
}

fn lay_row(row: &[TextAt], width: usize) -> LaidRow {
    let cell = |column: usize| row.get(column).filter(|cell| !cell.text.is_empty()).cloned();
    let label = row.first().cloned().unwrap_or_default();
    LaidRow { label, cells: (1..width).map(cell).collect(), note: None, guessed: false }
}

/// The cells of a line, parted by tabs alone.
pub(super) fn tab_cells(source: &Source, line: usize) -> Vec<TextAt> {
    tab_bounds(source.raw(line)).into_iter().map(|range| cell(source, line, range)).collect()
}

pub(crate) fn cells(source: &Source, line: usize) -> Vec<TextAt> {
    let raw = source.raw(line);
    let bounds = if raw.contains('|') { pipe_bounds(raw) } else { tab_bounds(raw) };
    bounds.into_iter().map(|range| cell(source, line, range)).collect()
}

fn pipe_bounds(raw: &str) -> Vec<Range<usize>> {
    let escaped = |at: usize| raw[..at].ends_with('\\');
    let bars: Vec<usize> = raw.match_indices('|').map(|(at, _)| at).filter(|at| !escaped(*at)).collect();
    let opens = bars.first().filter(|first| !raw[..**first].trim().is_empty()).map(|first| 0..*first);
    let inner = bars.windows(2).map(|pair| pair[0] + 1..pair[1]);
    let mut bounds: Vec<Range<usize>> = opens.into_iter().chain(inner).collect();
    if let Some(last) = bars.last().filter(|last| !raw[**last + 1..].trim().is_empty()) {
        bounds.push(last + 1..raw.len());
    }
    bounds
}

fn tab_bounds(raw: &str) -> Vec<Range<usize>> {
    let mut from = 0;
    let mut bounds = Vec::new();
    for (at, _) in raw.match_indices('\t') {
        bounds.push(from..at);
        from = at + 1;
    }
    bounds.push(from..raw.len());
    bounds
}

/// A cell without its marks: tags, emphasis, space.
fn cell(source: &Source, line: usize, range: Range<usize>) -> TextAt {
    let range = undotted(source.raw(line), bare(source.raw(line), range));
    let mut words = Joined::default();
    words.push(source, line, range.clone());
    if words.is_empty() {
        let mut place = Joined::default();
        place.push_line(source, line);
        return TextAt::new("", place.whole(source));
    }
    words.all_at(source)
}

/// Dots that show a colour before the words that say the same.
const DOTS: [char; 6] = ['\u{25cf}', '\u{25cb}', '\u{25ef}', '\u{2b24}', '\u{26ab}', '\u{25c9}'];

/// A cell without a dot before its words.
fn undotted(raw: &str, range: Range<usize>) -> Range<usize> {
    let text = &raw[range.clone()];
    let rest = text.trim_start_matches(DOTS).trim_start();
    let worded = rest.len() < text.len() && rest.starts_with(char::is_alphabetic);
    if worded { range.end - rest.len()..range.end } else { range }
}

fn bare(raw: &str, range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end);
    loop {
        let text = &raw[start..end];
        let space = text.len() - text.trim_start().len();
        let tag = text[space..].strip_prefix('<').and_then(|tag| tag.find('>')).map_or(0, |close| close + 2);
        let stars = text[space..].bytes().take_while(|b| *b == b'*').count();
        start += space + tag.max(stars);
        let text = &raw[start..end];
        let trimmed = text.trim_end();
        let untagged = trimmed.strip_suffix('>').and_then(|tag| tag.rfind('<')).unwrap_or(trimmed.len());
        let kept = trimmed[..untagged].trim_end_matches('*');
        end = start + kept.len();
        if space + tag.max(stars) == 0 && kept.len() == text.len() {
            return start..end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<String>, Vec<(String, Vec<String>)>) {
        let source = Source::new(text);
        let style = crate::HouseStyle::standard();
        let laid = lay(&source, &(0..source.len()).collect::<Vec<_>>(), &Book::new(&style));
        let columns = laid.columns.into_iter().map(|column| column.text).collect();
        let rows = laid.rows.into_iter().map(|row| {
            let cells = row.cells.into_iter().map(|cell| cell.map(|cell| cell.text).unwrap_or_default());
            (row.label.text, cells.collect())
        });
        (columns, rows.collect())
    }

    #[test]
    fn pipes_and_tabs_give_the_same_table() {
        let pipes = "| Tkr | Budget | **Avvikelse** |\n|---|--:|---|\n| **Summa** | 1 200 | |\n";
        let tabs = "<b>Tkr</b>\tBudget\t<b>Avvikelse</b>\n<b>Summa</b>\t1 200\t\n";
        let expected = (
            vec!["Budget".to_owned(), "Avvikelse".to_owned()],
            vec![("Summa".to_owned(), vec!["1 200".to_owned(), String::new()])],
        );
        assert_eq!(read(pipes), expected);
        assert_eq!(read(tabs), expected);
    }

    #[test]
    fn a_dot_before_words_is_no_part_of_them() {
        let (_, rows) = read("| Post | Lage |\n|---|---|\n| Bro | \u{25cf} Klar |\n| Damm | \u{25cf} |\n");
        assert_eq!(rows[0].1, ["Klar"]);
        assert_eq!(rows[1].1, ["\u{25cf}"]);
    }

    #[test]
    fn a_table_without_head_keeps_its_first_row() {
        let (columns, rows) = read("Anslag\t12\nSumma\t12");
        assert_eq!(columns, [""]);
        assert_eq!(rows.len(), 2);
    }
}
