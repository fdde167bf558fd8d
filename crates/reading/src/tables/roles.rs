//! What a table is, and what its rows are to each other.

use crate::book::{Book, first_fit, folded};
use crate::tables::build::Around;
use crate::words::holds_any;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::table::{ColumnKind, Row, RowRole, Table, TableKind};
use uppsikt_text::sentence;

/// What a table is: by its caption, its label column, the paragraph or heading above, its rows.
pub(crate) fn kind(table: &Table, book: &Book<'_>, around: &Around<'_>) -> TableKind {
    let parts = table.columns.iter().filter(|column| column.kind == ColumnKind::Part).count();
    let lines = statement_lines(table, book);
    if parts >= 2 && lines >= 1 {
        return TableKind::Split;
    }
    let enough = (book.style.structure.statement.len() * 3 / 4).clamp(3, 6);
    if lines >= enough {
        return TableKind::Statement;
    }
    let heading = around.heading.filter(|_| around.of_goal).map(|heading| heading.span);
    let caption = table.caption.as_ref().filter(|caption| Some(caption.span) != heading);
    let caption = caption.map(|caption| caption.text.as_str());
    let lead = around.lead.and_then(about_table);
    let first = table.rows.first().map(|row| row.label.text.as_str());
    let label = Some(table.label_heading.as_str()).filter(|label| !label.is_empty());
    if label.is_some_and(|label| holds_any(&folded(label), &book.style.indicators.words)) {
        return TableKind::Other;
    }
    let words = [label, caption, first, lead];
    let named = words.into_iter().flatten().find_map(|words| book.table_kind(words));
    named.filter(|kind| *kind != TableKind::Statement || lines >= 3).unwrap_or_default()
}

/// The sentence of the paragraph above that speaks of the table.
fn about_table(lead: &str) -> Option<&str> {
    let mut sentences = sentence::ranges(lead).into_iter().map(|range| lead[range].trim());
    sentences.find(|sentence| folded(sentence).contains("tabell"))
}

fn statement_lines(table: &Table, book: &Book<'_>) -> usize {
    table.rows.iter().filter(|row| statement_line(&row.label.text, book).is_some()).count()
}

/// The key of the statement line that a label is.
pub(super) fn statement_line(label: &str, book: &Book<'_>) -> Option<String> {
    book.lines.get(&plain(label)).cloned()
}

fn plain(label: &str) -> String {
    folded(label.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | ',' | ':' | '.')))
}

/// Sets role and statement line of every row.
pub(crate) fn set(table: &mut Table, book: &Book<'_>) {
    let statement = matches!(table.kind, TableKind::Statement | TableKind::Split | TableKind::NetCost)
        || statement_lines(table, book) >= 2;
    let last_total = table.rows.iter().rposition(|row| is_total(&row.label.text, book));
    for index in 0..table.rows.len() {
        let row = &table.rows[index];
        let line = if statement { statement_line(&row.label.text, book) } else { None };
        let role = role(table, index, line.as_deref(), last_total, book);
        table.rows[index].line = line;
        table.rows[index].role = role;
    }
    one_row_a_line(table, book);
    close_result(table, book);
    if table.kind == TableKind::Ledger {
        close_ledger(table);
    }
}

/// Leaves a line of the statement to the row that is called as it, where rows of several names could
/// be it ("Taxor och avgifter" beside "Övriga intäkter"). Of synonyms alone a sum is the first, and
/// what is no sum is none of them: they are its parts.
fn one_row_a_line(table: &mut Table, book: &Book<'_>) {
    for line in &book.style.structure.statement {
        let own = |row: &Row| row.line.as_deref() == Some(line.key.as_str()) && row.role != RowRole::Section;
        let names: Vec<String> =
            table.rows.iter().filter(|row| own(row)).map(|row| plain(&row.label.text)).collect();
        let Some(first) = names.first().filter(|first| names.iter().any(|name| name != *first)) else {
            continue;
        };
        let label = plain(&line.label);
        let kept = match names.contains(&label) {
            true => Some(label),
            false => (!line.sum_of.is_empty()).then(|| first.clone()),
        };
        let others = table.rows.iter_mut().filter(|row| own(row));
        others.filter(|row| Some(plain(&row.label.text)) != kept).for_each(|row| row.line = None);
    }
}

fn role(
    table: &Table,
    index: usize,
    line: Option<&str>,
    last_total: Option<usize>,
    book: &Book<'_>,
) -> RowRole {
    let row = &table.rows[index];
    let structure = &book.style.structure;
    let empty = row.cells.iter().all(|cell| cell.printed.is_none());
    let label = folded(&row.label.text);
    let of_which = book.style.tables.of_which.iter().any(|word| label.starts_with(&folded(word)));
    // A line that says it is a sum is one also where its parts are left out.
    let shown = has_parts(table, index, line, book) || is_total(&row.label.text, book);
    let summed = line.is_some_and(|key| is_sum(key, book)) && shown;
    let closing = summed && is_closing(table, index, book);
    match () {
        () if empty => RowRole::Section,
        () if of_which => RowRole::OfWhich,
        () if line == Some(structure.result_line.as_str()) => RowRole::Total,
        () if closing => RowRole::Total,
        () if summed => RowRole::Subtotal,
        () if line.is_some() => RowRole::Item,
        () if Some(index) == last_total && !is_summed_later(table, index, book) => RowRole::Total,
        () if is_total(&row.label.text, book) => RowRole::Subtotal,
        () => RowRole::Item,
    }
}

/// Whether a later row is a sum of the statement, or its result: "Summa kostnader" above "Resultat".
fn is_summed_later(table: &Table, index: usize, book: &Book<'_>) -> bool {
    if statement_lines(table, book) < 3 {
        return false;
    }
    let result = book.style.structure.result_line.as_str();
    let later = table.rows[index + 1..].iter().filter_map(|row| statement_line(&row.label.text, book));
    later.into_iter().any(|key| key == result || is_sum(&key, book))
}

fn is_sum(key: &str, book: &Book<'_>) -> bool {
    book.style.structure.statement_line(key).is_some_and(|line| !line.sum_of.is_empty())
}

/// Whether a line that is a sum in the statement has something to sum here: lines that belong to
/// it, or rows since the last sum. What sums sums is one wherever it stands.
fn has_parts(table: &Table, index: usize, line: Option<&str>, book: &Book<'_>) -> bool {
    let Some(own) = line.and_then(|key| book.style.structure.statement_line(key)) else { return false };
    let above = &table.rows[..index];
    let part = |part: &str| part.trim_start_matches('-').to_owned();
    let key = |row: &Row| statement_line(&row.label.text, book);
    let filled = |row: &Row| row.cells.iter().any(|cell| cell.printed.is_some());
    let belongs = |row: &Row| key(row).is_some_and(|key| own.sum_of.iter().any(|it| part(it) == key));
    let sums_sums = own.sum_of.iter().any(|it| is_sum(&part(it), book));
    let open = above.iter().rev().take_while(|row| !key(row).is_some_and(|key| is_sum(&key, book)));
    sums_sums || above.iter().any(belongs) || open.into_iter().any(filled)
}

/// Whether a sum stands last in a short table that has no result of its own.
fn is_closing(table: &Table, index: usize, book: &Book<'_>) -> bool {
    let result = Some(book.style.structure.result_line.as_str());
    let key = |row: &Row| statement_line(&row.label.text, book);
    let last = index + 1 == table.rows.len();
    last && table.kind != TableKind::Statement && !table.rows.iter().any(|row| key(row).as_deref() == result)
}

/// Whether a row of a name is the last of its table: the sum of all, or a statement's last line.
pub(crate) fn closes(label: &str, book: &Book<'_>) -> bool {
    let last = book.style.structure.statement.last().map(|line| line.key.as_str());
    let whole = ["summa", "totalt", "total", "totalsumma"].contains(&plain(label).as_str());
    whole || (last.is_some() && statement_line(label, book).as_deref() == last)
}

fn is_total(label: &str, book: &Book<'_>) -> bool {
    first_fit(&book.totals, label.trim_matches(['*', '_', ' ', ':'])).is_some()
}

/// So large a sum of three rows or more does not come about by chance.
const NO_CHANCE: i64 = 1_000;

/// In so many columns at least the rows come to a last row that they miss in one.
const FEWEST_KEPT: usize = 3;
/// There they miss it by this part of the sum at most.
const MOST_MISSED: i64 = 4;

/// A last row that is called a result is the total where the rows come to it in every column; one of
/// another name ("Kommunbidrag 2031" below "Kommunbidrag 2030" and its changes) where the sum is large.
/// What comes to it in three columns or more and nearly in one of their kind is a sum with a slip.
fn close_result(table: &mut Table, book: &Book<'_>) {
    let Some((last, before)) = table.rows.split_last_mut() else { return };
    let name = last.label.text.trim_matches(['*', '_', ' ', ':']);
    let sums = before.iter().any(|row| matches!(row.role, RowRole::Subtotal | RowRole::Total));
    if sums || last.role != RowRole::Item || name.contains('%') {
        return;
    }
    let named = first_fit(&book.results, name).is_some();
    let items: Vec<&Row> = before.iter().filter(|row| row.role == RowRole::Item).collect();
    let amounts = table.columns.iter().enumerate().filter(|(_, column)| column.kind != ColumnKind::Percent);
    let value = |row: &Row, column: usize| Some(row.cells.get(column)?.value.as_ref()?.value());
    let (mut kept, mut missed) = (Vec::new(), Vec::new());
    let mut large = false;
    for (column, own) in amounts {
        let Some(result) = value(last, column) else { continue };
        let sum = items.iter().filter_map(|row| value(row, column)).fold(Fixed::ZERO, |sum, it| sum + it);
        // Of a row that is called a result the rows may miss it by what rounding allows.
        let rounded =
            |row: &&Row| row.cells.get(column).and_then(|cell| cell.value.as_ref()).map(|it| it.decimals);
        let decimals = items.iter().filter_map(rounded).max().unwrap_or(0);
        let half = Fixed::half_of_last_digit(decimals);
        let parts = i64::try_from(items.len()).unwrap_or(i64::MAX).saturating_add(1);
        let near = named && items.len() >= 3 && (sum - result).abs() <= half.times(parts);
        if sum == result || near {
            kept.push(&own.kind);
            large |= result.abs() >= Fixed::whole(NO_CHANCE);
        } else {
            missed.push((&own.kind, sum, result));
        }
    }
    let enough = if named { items.len() >= 2 } else { items.len() >= 3 && large };
    let whole = missed.is_empty() && !kept.is_empty() && enough;
    let slip = kept.len() >= FEWEST_KEPT && items.len() >= 3 && large && is_slip(&kept, &missed);
    if whole || slip {
        last.role = RowRole::Total;
    }
}

/// Whether one column alone is missed, of the kind of those that are kept, and not by much.
fn is_slip(kept: &[&ColumnKind], missed: &[(&ColumnKind, Fixed, Fixed)]) -> bool {
    let [(kind, sum, result)] = missed else { return false };
    let near = (*sum - *result).abs().times(MOST_MISSED) <= sum.abs();
    let same = |other: &&ColumnKind| std::mem::discriminant(*other) == std::mem::discriminant(*kind);
    near && kept.iter().any(same)
}

/// A ledger ends in what the rows before it come to, or in a row that begins as its first.
fn close_ledger(table: &mut Table) {
    let Some((last, before)) = table.rows.split_last_mut() else { return };
    let first_word = |label: &str| folded(label.split_whitespace().next().unwrap_or_default());
    let alike =
        before.first().is_some_and(|first| first_word(&first.label.text) == first_word(&last.label.text));
    let value = |row: &uppsikt_domain::table::Row| {
        row.cells.first().and_then(|cell| cell.value.as_ref()).map(uppsikt_domain::quantity::Quantity::value)
    };
    let sum = before.iter().filter_map(value).fold(Fixed::ZERO, |sum, value| sum + value);
    let summed = before.len() >= 2 && value(last) == Some(sum);
    if alike || summed {
        last.role = RowRole::Total;
    }
}
