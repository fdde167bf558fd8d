//! Names of groups of columns at the end of a caption: "Löpande priser, mnkr KOMMUNEN KONCERNEN" above
//! "2031 2030 2031 2030".

use super::RawTable;
use crate::book::Book;
use crate::source::Source;
use crate::tables::columns::head_words;
use crate::tables::tail::is_period;
use uppsikt_text::figure;

/// Gives the names at the end of the caption to the head, where that is years that come back as often.
pub(super) fn give(source: &Source, table: &mut RawTable, book: &Book<'_>) {
    let Some(caption) = &table.caption else { return };
    let years: Vec<&str> = table.head.iter().map(|word| word.text.as_str()).collect();
    let each = (1..years.len()).find(|each| years[*each] == years[0]).unwrap_or(years.len());
    let again = each < years.len()
        && years.len().is_multiple_of(each)
        && years.chunks(each).all(|own| own == &years[..each]);
    let one_line = table.head.iter().all(|word| word.line == table.head[0].line);
    let [line] = caption.source_lines()[..] else { return };
    if !again || !one_line || !years.iter().all(|year| is_period(year)) {
        return;
    }
    let mut words = head_words(source, &[vec![line]], &book.columns);
    let Some(from) = words.len().checked_sub(years.len() / each).filter(|from| *from > 0) else { return };
    let names = words.split_off(from);
    let unit = words.last().is_some_and(|last| figure::unit(&last.text).is_some());
    let tail = names.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
    let capitals = names.iter().all(|word| word.text.starts_with(char::is_uppercase));
    if unit && capitals && caption.text.ends_with(&tail) {
        table.caption =
            Some(caption.slice(0..caption.text[..caption.text.len() - tail.len()].trim_end().len()));
        table.head.splice(0..0, names);
    }
}
