//! How many columns a table has.

use crate::source::Source;
use crate::tables::column_kinds::ColumnBook;
use crate::tables::columns;
use crate::tables::figures;
use crate::tables::plain::RawTable;
use crate::tables::tail::{Shape, Tail, Word, is_period};

/// Two parts and their sum.
const FEWEST_SUMMED: usize = 3;

/// So many words at most stand on the lines above the one that names the columns.
const MOST_ABOVE: usize = 2;

/// So many rows that leave no doubt tell more than the words above them.
const FEWEST_SURE: usize = 3;
const FEWEST_DENYING: usize = 2;

/// As many columns as a head of one line names, word by word, where that are more than are known and
/// most rows have just as many figures.
pub(super) fn named_columns(source: &Source, raw: &RawTable, apparent: usize) -> Option<usize> {
    let named = columns::named(&raw.head).filter(|named| *named > apparent)?;
    let figures: Vec<_> = raw.rows.iter().filter_map(|row| row.figures.as_ref()).collect();
    let can = figures.iter().all(|(_, tail)| figures::most(tail) >= named);
    let same =
        figures.iter().filter(|(line, tail)| figures::fewest(source.raw(*line), tail) == named).count();
    (can && same * 3 >= figures.len() * 2).then_some(named)
}

/// As many columns as a head of one line tells by its words, where every row can be so many values and none is
/// surely another number: a whole before its years, or words with a capital that are not known.
pub(super) fn worded_columns(source: &Source, raw: &RawTable, style: &ColumnBook) -> Option<usize> {
    let told = columns::whole_before_years(&raw.head, style);
    let count = told.or_else(|| columns::capital_columns(&raw.head, style))?;
    let rows: Vec<_> = raw.rows.iter().filter_map(|row| row.figures.as_ref()).collect();
    let can = |(line, tail): &&(usize, Tail)| {
        (figures::fewest(source.raw(*line), tail)..=figures::most(tail)).contains(&count)
    };
    // A sum may leave columns empty.
    let all = if rows.len() > 2 { &rows[..rows.len() - 1] } else { &rows[..] };
    let sure: Vec<usize> =
        all.iter().filter_map(|(line, tail)| figures::surely(source.raw(*line), tail)).collect();
    let other = sure.first().filter(|first| **first != count && sure.iter().all(|it| it == *first));
    let denied = other.is_some() && sure.len() >= FEWEST_DENYING && sure.len() * 2 >= all.len();
    (!all.is_empty() && !denied && all.iter().all(can)).then_some(count)
}

/// As many columns as a head of one line has words, or one less, where the last figure of every row
/// is what the ones before it come to: "Kvinnor Män Totalt" with nothing above the labels, "Grupp Kvinnor Män
/// Totalt".
pub(super) fn summed_columns(source: &Source, raw: &RawTable) -> Option<usize> {
    let named = columns::named(&raw.head)?;
    [named + 1, named].into_iter().find(|count| *count >= FEWEST_SUMMED && sums_to(source, raw, *count))
}

/// As many columns as most rows have words of figures, where in all of those the third is what the first two come to, or
/// the change between them: heads of men and women are counted in bare words.
pub(super) fn word_by_word(source: &Source, raw: &RawTable) -> Option<usize> {
    let figure = |line: usize, word: &Word| source.raw(line)[word.range.clone()].parse::<i64>().ok();
    let of_row = |(line, tail): &(usize, Tail)| -> Option<Vec<i64>> {
        tail.words.iter().map(|word| figure(*line, word)).collect()
    };
    let rows: Vec<_> = raw.rows.iter().filter_map(|row| row.figures.as_ref()).collect();
    let bare: Vec<Vec<i64>> = rows.iter().filter_map(|row| of_row(row)).collect();
    let count = (FEWEST_SUMMED..=MOST_WORDS)
        .max_by_key(|count| bare.iter().filter(|it| it.len() == *count).count())?;
    let own: Vec<&Vec<i64>> = bare.iter().filter(|it| it.len() == count).collect();
    let keeps =
        |make: &dyn Fn(&[i64]) -> i64| own.iter().all(|it| make(it) == it[2] && it[0] != 0 && it[1] != 0);
    let told = keeps(&|it| it[0] + it[1]) || keeps(&|it| it[1] - it[0]) || keeps(&|it| it[0] - it[1]);
    let can = rows.iter().all(|(line, tail)| {
        figures::fewest(source.raw(*line), tail) <= count && figures::most(tail) >= count
    });
    (told && can && own.len() >= FEWEST_SURE && own.len() * 2 >= rows.len()).then_some(count)
}

/// More words of figures than this make no row of bare counts.
const MOST_WORDS: usize = 6;

/// Whether the last of so many figures is what the ones before it come to, in every row.
fn sums_to(source: &Source, raw: &RawTable, count: usize) -> bool {
    let sums_up = |(line, tail): &(usize, Tail)| {
        let words = tail.words.len().checked_sub(count).map_or(&[][..], |from| &tail.words[from..]);
        let figure = |word: &Word| source.raw(*line)[word.range.clone()].parse::<i64>().ok();
        let figures: Option<Vec<i64>> = words.iter().map(figure).collect();
        let ends = figures.as_deref().and_then(<[i64]>::split_last);
        ends.is_some_and(|(whole, parts)| parts.iter().sum::<i64>() == *whole)
    };
    let rows: Vec<_> = raw.rows.iter().filter_map(|row| row.figures.as_ref()).collect();
    rows.len() >= 2 && rows.iter().all(|row| sums_up(row))
}

/// As many columns as a head of one line has, or the last line of one that is nothing but years, where every row can be
/// as many values or fewer and half of them can be so many.
pub(super) fn dated_columns(source: &Source, raw: &RawTable, style: &ColumnBook) -> Option<usize> {
    let last = raw.head.iter().rposition(|word| word.opens_line).unwrap_or(0);
    let own = raw.head.get(last..)?;
    let words: Vec<&str> = own.iter().map(|word| word.text.as_str()).collect();
    // Years alone stand each below what they are of.
    let years = words.len() >= 2 && words.iter().all(|word| is_period(word));
    // Above it the unit may stand, or what the table is called.
    let above: Vec<&str> = raw.head[..last].iter().map(|word| word.text.as_str()).collect();
    let opening = above.iter().filter(|word| columns::opens_column(word, style)).count();
    let named = opening <= 1 && columns::unit(&above.join(" ")).is_some_and(|unit| unit.is_money());
    if !years && (last > MOST_ABOVE && !named || !columns::is_plain_head(&words, style)) {
        return None;
    }
    let count = columns::dated(own, style);
    let rows: Vec<_> = raw.rows.iter().filter_map(|row| row.figures.as_ref()).collect();
    let can = |(line, tail): &&&(usize, Tail)| figures::fewest(source.raw(*line), tail) <= count;
    let full = rows.iter().filter(|(_, tail)| figures::most(tail) >= count).count();
    (count >= 2 && rows.iter().filter(can).count() == rows.len() && full * 2 >= rows.len()).then_some(count)
}

/// As many columns as the rows that leave no doubt have; else as many as the head shows,
/// where the rows can; else as many as some row must have.
pub(super) fn count_columns(source: &Source, raw: &RawTable, apparent: usize, shares: bool) -> usize {
    let figures: Vec<(&str, &Tail)> = raw
        .rows
        .iter()
        .filter_map(|row| row.figures.as_ref())
        .map(|(line, tail)| (source.raw(*line), tail))
        .collect();
    // "Uppräkning 2,7 % 1 947" below a head of one amount: the share belongs to the label.
    let labelled = |raw: &str, tail: &Tail| {
        let year = tail
            .words
            .first()
            .is_some_and(|word| tail.words.len() > 1 && is_period(&raw[word.range.clone()]));
        year || !shares && tail.words.iter().any(|word| word.shape == Shape::Percent)
    };
    let clear: Vec<(&str, &Tail)> =
        figures.iter().filter(|(raw, tail)| apparent > 1 || !labelled(raw, tail)).copied().collect();
    let mut sure: Vec<usize> = clear.iter().filter_map(|(raw, tail)| figures::surely(raw, tail)).collect();
    sure.sort_unstable();
    let told = sure.iter().filter(|count| **count == apparent).count();
    if apparent >= 2 && told * 2 >= sure.len().max(2) {
        return apparent;
    }
    if sure.len() * 3 >= figures.len()
        && let Some(count) = common_top(&sure)
    {
        let possible = figures.iter().filter(|(_, tail)| figures::most(tail) >= apparent).count();
        let likely = apparent > count && count == 1 && possible == figures.len();
        return if likely { apparent } else { count };
    }
    let most = figures.iter().map(|(_, tail)| figures::most(tail)).max().unwrap_or(1);
    if (1..=most).contains(&apparent) {
        return apparent;
    }
    let mut fewest: Vec<usize> = clear.iter().map(|(raw, tail)| figures::fewest(raw, tail)).collect();
    fewest.sort_unstable();
    common_top(&fewest).unwrap_or(1)
}

/// The highest count that more than a few rows have: one row with digits in its label is no
/// reason for a further column.
fn common_top(sorted: &[usize]) -> Option<usize> {
    let few = if sorted.len() >= 4 { sorted.len() / 4 } else { 0 };
    sorted.get(sorted.len().checked_sub(1 + few)?).copied().map(|count| count.max(1))
}
