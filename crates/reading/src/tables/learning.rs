//! What the columns of a table in single spaces have to do with each other, learnt from how its rows can be read.

use crate::source::Source;
use crate::tables::figures::{self, Candidate, Group};
use crate::tables::relations::{self, Relation};
use crate::tables::rows::RawRow;

/// So many relations are learnt: two years beside one another have a change each.
const MOST: usize = 2;
/// Of the ways to read a row, so much worse ones than the best tell of relations.
const MARGIN: i32 = 6;
/// So many rows at least bear out a relation that no row can be read without doubt for.
const FEWEST: usize = 2;

/// So many rows of a table tell of its relations, spread evenly over it; its sums tell as well, as many at most.
const MOST_ROWS: usize = 200;

/// The rows that relations are learnt from, in order.
fn telling(rows: &[RawRow], is_sum: &dyn Fn(&RawRow) -> bool) -> Vec<usize> {
    let all: Vec<usize> = (0..rows.len()).filter(|at| rows[*at].figures.is_some()).collect();
    if all.len() <= MOST_ROWS {
        return all;
    }
    let sums: Vec<usize> = all.iter().copied().filter(|at| is_sum(&rows[*at])).collect();
    let mut found: Vec<usize> = spread(&all).chain(spread(&sums)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Some of many, spread evenly, the first and the last included.
fn spread(all: &[usize]) -> impl Iterator<Item = usize> + '_ {
    let count = all.len().min(MOST_ROWS);
    let last = all.len().saturating_sub(1);
    (0..count).map(move |at| all[at * last / count.saturating_sub(1).max(1)])
}

/// The relations of a table: the first by rows that can be read in one way only, further ones by the ways in which rows
/// can be read at all.
pub(super) fn learn(
    source: &Source,
    rows: &[RawRow],
    columns: usize,
    candidates: &[Vec<Candidate>],
    is_sum: &dyn Fn(&RawRow) -> bool,
) -> Vec<Relation> {
    let telling = telling(rows, is_sum);
    let figures = telling.iter().filter_map(|at| rows[*at].figures.as_ref());
    let clear: Vec<Vec<Option<Group>>> =
        figures.filter_map(|(line, tail)| figures::only_way(source.raw(*line), tail, columns)).collect();
    let mut found: Vec<Relation> = relations::learn(&clear, columns).into_iter().collect();
    let own: Vec<&[Candidate]> =
        telling.iter().filter_map(|at| Some(candidates.get(*at)?.as_slice())).collect();
    while found.len() < MOST {
        let Some(next) = further(&own, columns, &found) else { break };
        found.push(next);
    }
    found
}

/// The relation that all rows but few can be read to keep, with those that are known already.
fn further(candidates: &[&[Candidate]], columns: usize, known: &[Relation]) -> Option<Relation> {
    let rows: Vec<Vec<&Candidate>> =
        candidates.iter().filter(|all| !all.is_empty()).map(|all| open(all, known)).collect();
    let told = |relation: &Relation| {
        let keeps = |row: &Vec<&Candidate>| {
            let telling = row.iter().filter(|it| it.is_telling() && it.keeps(relation).is_some());
            let mut telling = telling.peekable();
            telling.peek().is_some().then(|| telling.any(|it| it.keeps(relation) == Some(true)))
        };
        let of_rows: Vec<bool> = rows.iter().filter_map(keeps).collect();
        (of_rows.iter().filter(|keeps| **keeps).count(), of_rows.len())
    };
    let possible =
        relations::possible(columns).into_iter().filter(|it| !known.iter().any(|own| own.meets(it)));
    let scored = possible.map(|relation| (told(&relation), relation));
    let sound = scored.filter(|((kept, all), _)| {
        *kept >= FEWEST && kept * 3 >= all * 2 && (known.is_empty() || kept * 4 >= all * 3)
    });
    sound.max_by_key(|((kept, _), relation)| (*kept, relation.target())).map(|(_, relation)| relation)
}

/// The ways of a row that keep what is known, where some do, and are not much worse than the best of them.
fn open<'c>(all: &'c [Candidate], known: &[Relation]) -> Vec<&'c Candidate> {
    let best = all.iter().map(|it| it.score(known)).max().unwrap_or(0);
    all.iter().filter(|it| best - it.score(known) <= MARGIN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::tail::Tail;
    use crate::{HouseStyle, read};

    #[test]
    fn a_long_table_tells_by_some_of_its_rows_the_first_the_last_and_its_sums() {
        let row = |at: usize| RawRow { figures: Some((at, Tail::default())), ..RawRow::default() };
        let rows: Vec<RawRow> = (0..5_000).map(row).collect();
        let is_sum = |row: &RawRow| row.figures.as_ref().is_some_and(|(line, _)| line % 1_000 == 777);
        let found = telling(&rows, &is_sum);
        assert!((MOST_ROWS..=MOST_ROWS + 5).contains(&found.len()), "{}", found.len());
        assert!([0, 777, 1_777, 4_777, 4_999].iter().all(|at| found.contains(at)));
        assert_eq!(telling(&rows[..150], &is_sum), (0..150).collect::<Vec<_>>());
    }

    #[test]
    fn two_changes_side_by_side_tell_how_thousands_fall() {
        let text = "Delårsrapport 2031\n\nParknämnden\n\nEkonomi\n\nTkr\n\
                    Budget perioden Utfall perioden Avvikelse perioden Budget helår Prognos helår Avvikelse helår\n\
                    Dammar 18 356 17 684 672 36 711 33 514 3 197\nStigar 18 325 16 448 1 877 36 649 36 063 586\n\
                    Lekplatser 39 591 38 447 1 144 79 183 82 084 \u{2212}2 901\n\
                    Summa 76 272 72 579 3 693 152 543 151 661 882\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let printed = |row: usize| -> Vec<String> {
            tables[0].1.rows[row].cells.iter().map(|cell| cell.printed.clone().unwrap_or_default()).collect()
        };
        assert_eq!(printed(0), ["18 356", "17 684", "672", "36 711", "33 514", "3 197"]);
        assert_eq!(printed(1), ["18 325", "16 448", "1 877", "36 649", "36 063", "586"]);
        assert_eq!(printed(3), ["76 272", "72 579", "3 693", "152 543", "151 661", "882"]);
    }
}
