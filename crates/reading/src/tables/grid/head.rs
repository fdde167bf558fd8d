//! The head of a table whose cells are marked: one row, or rows of groups above the headings of their columns.

use crate::book::Book;
use crate::tables::column_kinds::what;
use crate::tables::columns::{opens_column, opens_with_unit};
use crate::tables::{figures, tail};
use uppsikt_domain::place::TextAt;

/// A head has so many rows at most.
const MOST: usize = 3;

/// How many rows the head takes.
pub(in crate::tables) fn count(rows: &[Vec<TextAt>], book: &Book<'_>) -> usize {
    let texts = |row: &Vec<TextAt>| row.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
    if rows.first().is_none_or(|first| is_body(first)) {
        return 0;
    }
    let more = rows.windows(2).take(MOST - 1).take_while(|pair| {
        let (above, row) = (texts(&pair[0]), texts(&pair[1]));
        let label = row.first().map_or("", String::as_str);
        let filled = |row: &[String]| row.iter().skip(1).filter(|cell| !cell.is_empty()).count();
        let group = above.first().is_some_and(String::is_empty) && filled(&above) < filled(&row);
        let amount = label.split(' ').next().is_some_and(|word| book.columns.is(word, what::AMOUNT));
        let bare = label.is_empty() || opens_with_unit(label) || amount;
        let words: Vec<&str> = row.iter().map(String::as_str).collect();
        (group || bare) && opens_columns(&words, book)
    });
    (1 + more.count()).min(rows.len() - 1).max(1)
}

/// A first row with figures that are no years is no head.
fn is_body(row: &[TextAt]) -> bool {
    let figure = |cell: &TextAt| figures::value(&cell.text).is_some() && !tail::is_year(&cell.text);
    row.iter().skip(1).any(figure)
}

/// Whether each cell after the first that holds something begins as columns do.
pub(in crate::tables) fn opens_columns(row: &[&str], book: &Book<'_>) -> bool {
    let mut cells = row.iter().skip(1).filter(|cell| !cell.is_empty()).peekable();
    let opens = |cell: &&str| {
        let first = cell.split(' ').next().unwrap_or_default();
        opens_column(first, &book.columns) || book.columns.is(first, what::PART_OF_YEAR)
    };
    cells.peek().is_some() && cells.all(opens)
}

/// The headings of the columns, that of the labels first: the words of groups before those of their columns.
pub(in crate::tables) fn headings(head: &[Vec<TextAt>], width: usize, book: &Book<'_>) -> Vec<TextAt> {
    let Some((last, above)) = head.split_last() else { return vec![TextAt::default(); width] };
    let mut found = last.clone();
    found.resize_with(width, TextAt::default);
    for row in above.iter().rev() {
        for (column, group) in over(row, &found, book) {
            found[column] = joined(group, &found[column]);
        }
    }
    found
}

fn joined(group: &TextAt, own: &TextAt) -> TextAt {
    match own.text.is_empty() {
        true => group.clone(),
        false => TextAt::new(format!("{} {}", group.text, own.text), group.span.to(own.span)),
    }
}

/// Which columns a row of groups stands over. Where the headings below come back group by group, each group
/// has as many of them; else each stands over the column below it.
fn over<'r>(row: &'r [TextAt], below: &[TextAt], book: &Book<'_>) -> Vec<(usize, &'r TextAt)> {
    let groups: Vec<(usize, &TextAt)> =
        row.iter().enumerate().skip(1).filter(|(_, cell)| !cell.text.is_empty()).collect();
    let note =
        |cell: &TextAt| cell.text.split(' ').next().is_some_and(|word| book.columns.is(word, what::NOTE));
    let own: Vec<usize> =
        (1..below.len()).filter(|at| !below[*at].text.is_empty() && !note(&below[*at])).collect();
    let each = own.len().checked_div(groups.len()).unwrap_or(0);
    let again = each >= 1
        && each * groups.len() == own.len()
        && own.iter().enumerate().all(|(at, column)| below[*column].text == below[own[at % each]].text);
    match again {
        true => own
            .chunks(each)
            .zip(&groups)
            .flat_map(|(own, (_, group))| own.iter().map(|at| (*at, *group)))
            .collect(),
        false => groups.into_iter().filter(|(at, _)| *at < below.len()).collect(),
    }
}
