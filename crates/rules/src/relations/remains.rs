//! Investments project by project: what has been spent in all, and what is left of the budget.

use crate::prose::words;
use crate::relations::across::in_rows;
use crate::relations::changes::is_change;
use crate::relations::figures::Figures;
use crate::relations::relation::Relation;
use crate::relations::wholes::is_whole;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::table::{ColumnKind, RowRole};

/// Beginnings of words for what is left.
const LEFT: [&str; 2] = ["återstå", "kvarstå"];
/// Parts of words for what there is to spend.
const WHOLES: [&str; 6] = ["budget", "beslut", "anslag", "kalkyl", "ram", "utgift"];
/// Parts of words for what is spent.
const SPENT: [&str; 5] = ["utfall", "upparbet", "förbruk", "nedlagt", "ackumulera"];
/// So many projects that hold show what a column is made of.
const LEAST: usize = 3;

/// The relations of what is left and of what is spent in all, where the projects bear them out.
pub fn remains(figures: &Figures<'_>) -> Vec<Relation> {
    let mut found = left(figures);
    found.extend(spent(figures));
    found
}

/// "Total budget", "Totalt utfall", "Återstår": the first less the second.
fn left(figures: &Figures<'_>) -> Vec<Relation> {
    let columns = levels(figures);
    let is_left = |at: &usize| LEFT.iter().any(|word| starts(figures, *at, word));
    let (left, others): (Vec<usize>, Vec<usize>) = columns.into_iter().partition(is_left);
    let [left] = left.as_slice() else { return Vec::new() };
    let named = |all: &'static [&str]| others.iter().copied().filter(move |at| has(figures, *at, all));
    let pairs = named(&WHOLES).flat_map(|whole| named(&SPENT).map(move |spent| (whole, spent)));
    let apart = pairs.filter(|(whole, spent)| whole != spent);
    best(figures, apart.map(|(whole, spent)| in_rows(figures, *left, &[(whole, 1), (spent, -1)], false)))
}

/// "Utfall t.o.m. 2030", "Utfall 2031", "Totalt utfall": the two before it.
fn spent(figures: &Figures<'_>) -> Vec<Relation> {
    let columns = levels(figures);
    let actual = |at: usize| {
        matches!(figures.table.columns[at].kind, ColumnKind::Actual { .. }) && has(figures, at, &SPENT)
    };
    let totals = columns.windows(3).filter(|three| {
        let whole = |at: usize| is_whole(&figures.table.columns[at].heading.text);
        three.iter().all(|at| actual(*at)) && whole(three[2]) && !whole(three[0]) && !whole(three[1])
    });
    let readings = totals.map(|it| in_rows(figures, it[2], &[(it[0], 1), (it[1], 1)], false));
    best(figures, readings)
}

/// The columns of amounts that are no changes.
fn levels(figures: &Figures<'_>) -> Vec<usize> {
    let columns = figures.amount_columns().iter().copied();
    columns.filter(|at| !is_change(&figures.table.columns[*at].kind)).collect()
}

fn starts(figures: &Figures<'_>, column: usize, word: &str) -> bool {
    words(&figures.table.columns[column].heading.text).first().is_some_and(|first| first.starts_with(word))
}

fn has(figures: &Figures<'_>, column: usize, parts: &[&str]) -> bool {
    let words = words(&figures.table.columns[column].heading.text);
    words.iter().any(|word| parts.iter().any(|part| word.contains(part)))
}

/// The reading that most projects bear out, where twice as many do as do not, and one by three figures other than
/// nought.
fn best(figures: &Figures<'_>, readings: impl Iterator<Item = Vec<Relation>>) -> Vec<Relation> {
    let value = |at| figures.printed(at).filter(|it| it.mantissa != 0).map(Quantity::value);
    let is_project = |it: &&Relation| figures.table.rows[it.result.0].role == RowRole::Item;
    let holds = |it: &Relation| it.holds(&|at| figures.interval(at));
    let full = |it: &Relation| it.cells().all(|at| figures.printed(at).is_some());
    let telling = |it: &Relation| it.cells().all(|at| value(at).is_some());
    let counted = readings.map(|all| {
        let projects: Vec<&Relation> = all.iter().filter(is_project).filter(|it| full(it)).collect();
        let held = projects.iter().filter(|it| value(it.result).is_some() && holds(it)).count();
        let told = projects.iter().any(|it| telling(it) && holds(it));
        let broken = projects.iter().filter(|it| !holds(it)).count();
        (held, broken, told, all)
    });
    let best = counted.max_by_key(|(held, broken, ..)| (*held, std::cmp::Reverse(*broken)));
    let Some((held, broken, told, all)) = best else { return Vec::new() };
    let sound = told && held >= LEAST && held >= 2 * broken;
    if sound { all.into_iter().filter(full).collect() } else { Vec::new() }
}
