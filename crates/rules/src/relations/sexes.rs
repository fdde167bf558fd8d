//! "Samtliga, varav kvinnor, varav män": rows of the two sexes make up the row that they are parts of.

use crate::prose::words;
use crate::relations::figures::Figures;
use crate::relations::means;
use crate::relations::relation::{Kind, Relation, Term};
use crate::relations::slip;
use crate::relations::wholes::is_sex;
use uppsikt_domain::table::RowRole;
use uppsikt_text::case::Lower;

/// The relations of every row with the two sexes right below it.
pub fn sexes(figures: &Figures<'_>) -> Vec<Relation> {
    let rows = &figures.table.rows;
    let is_part = |row: usize| rows[row].role == RowRole::OfWhich && is_sex(&rows[row].label.text);
    let wholes = (0..rows.len().saturating_sub(2)).filter(|row| rows[*row].role != RowRole::OfWhich);
    let told = |row: usize| match () {
        () if is_part(row + 1) && is_part(row + 2) => of_row(figures, row),
        () if are_items(figures, row) => borne_out(figures, of_row(figures, row)),
        () => Vec::new(),
    };
    wholes.flat_map(told).collect()
}

/// Whether the two sexes are rows of their own right below one that is neither a sex nor a sum.
fn are_items(figures: &Figures<'_>, row: usize) -> bool {
    let rows = &figures.table.rows[row..row + 3];
    let sex = |at: usize| is_sex(&rows[at].label.text);
    rows.iter().all(|row| row.role == RowRole::Item)
        && !sex(0)
        && sex(1)
        && sex(2)
        && rows[1].label.text.lower() != rows[2].label.text.lower()
}

/// The relations, where a column of more than nought bears them out.
fn borne_out(figures: &Figures<'_>, relations: Vec<Relation>) -> Vec<Relation> {
    let said = |it: &Relation| it.cells().all(|at| figures.printed(at).is_some_and(|it| it.mantissa != 0));
    let holds = relations.iter().any(|it| said(it) && it.holds(&|at| figures.interval(at)));
    if holds { relations } else { Vec::new() }
}

/// Where slips are all that is wrong, if anything is; a mean of the two is neither.
fn of_row(figures: &Figures<'_>, row: usize) -> Vec<Relation> {
    let interval = |at| figures.interval(at);
    let full = |column: &usize| (row..row + 3).all(|row| figures.printed((row, *column)).is_some());
    let in_column = |column: usize| Relation {
        kind: Kind::Sum,
        result: (row, column),
        terms: [row + 1, row + 2].map(|row| Term { at: (row, column), factor: 1 }).to_vec(),
        sure: true,
    };
    let found: Vec<Relation> = figures.amount_columns().iter().copied().filter(full).map(in_column).collect();
    let mut broken = found.iter().filter(|it| !it.holds(&interval));
    let off = |it: &Relation| slip::mends(figures, it) || are_too_many(figures, it);
    if broken.all(off) { found } else { Vec::new() }
}

/// Whether a number of women and men is more than that of all: some may belong to neither, but none to both.
fn are_too_many(figures: &Figures<'_>, relation: &Relation) -> bool {
    let heading = figures.table.columns[relation.result.1].heading.text.as_str();
    let counted = words(heading).first().is_some_and(|word| word == "antal") && !means::is_of_each(heading);
    let size = |at| figures.printed(at).map(|it| it.mantissa);
    let parts = relation.terms.iter().map(|term| size(term.at)).sum::<Option<i64>>();
    let whole = figures.printed(relation.result).filter(|it| it.decimals == 0).map(|it| it.mantissa);
    counted && parts.zip(whole).is_some_and(|(parts, whole)| parts > whole)
}
