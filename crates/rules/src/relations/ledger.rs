//! The ledger of an appropriation: the first decision and the changes lead to the last row.

use crate::relations::figures::Figures;
use crate::relations::relation::{Kind, Relation, Term};
use crate::relations::slip;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{Row, RowRole, TableKind};
use uppsikt_text::case::Lower;

/// The relations of a ledger, one for each column of amounts. None for a list of decisions
/// that prints no end.
pub fn ledger(figures: &Figures<'_>, structure: &Structure) -> Vec<Relation> {
    let rows: Vec<usize> = (0..figures.table.rows.len()).filter(|row| figures.has_figures(*row)).collect();
    let Some((end, before)) = rows.split_last() else { return Vec::new() };
    let Some(first) = before.first() else { return Vec::new() };
    let row = |at: usize| &figures.table.rows[at];
    let is_ledger = figures.table.kind == TableKind::Ledger && is_end(row(*end), structure);
    let named = || before.len() > 1 && leads(&row(*first).label.text, &row(*end).label.text);
    if !is_ledger && !named() {
        return Vec::new();
    }
    let relations = relations(figures, *end, before);
    let steps = || relations.iter().all(|it| has_steps(figures, it));
    match () {
        () if is_ledger || is_sound(figures, &relations) && steps() => relations,
        // Names that leave no doubt: more than a slip may be wrong.
        () if is_named(&row(*first).label.text, &row(*end).label.text, figures, &relations)
            && steps()
            && !relations.iter().any(|it| fits_with_signs(figures, it)) =>
        {
            relations.into_iter().map(|it| Relation { sure: false, ..it }).collect()
        }
        () => Vec::new(),
    }
}

/// Whether names leave no doubt that the one row leads to the other, or say it of the next year's frame in columns
/// of several steps that leave nothing out.
fn is_named(first: &str, last: &str, figures: &Figures<'_>, relations: &[Relation]) -> bool {
    let next = || {
        let (first, last) = (first.lower(), last.lower());
        FIRST.iter().any(|word| first.starts_with(word)) && is_next_year(&first, &last)
    };
    let whole = |it: &Relation| it.terms.len() > 2 && it.cells().all(|at| !figures.is_empty(at));
    is_certain(first, last) || next() && relations.iter().all(whole)
}

/// So many steps are tried with other signs than they are printed with.
const MOST_STEPS: usize = 10;

/// Whether steps lead to the end with other signs than they are printed with: what is taken away may have none.
fn fits_with_signs(figures: &Figures<'_>, relation: &Relation) -> bool {
    let interval = |at| figures.interval(at);
    let steps = relation.terms.len().saturating_sub(1);
    let turned = |mask: u32| {
        let sign = |at: usize| if at > 0 && mask >> (at - 1) & 1 == 1 { -1 } else { 1 };
        let terms = relation.terms.iter().enumerate().map(|(at, term)| Term { factor: sign(at), ..*term });
        Relation { terms: terms.collect(), ..relation.clone() }
    };
    steps <= MOST_STEPS
        && !relation.holds(&interval)
        && (1..1_u32 << steps).any(|mask| turned(mask).holds(&interval))
}

/// Whether what stands between a first amount and the last is much smaller: steps from one to the other.
fn has_steps(figures: &Figures<'_>, relation: &Relation) -> bool {
    let size = |at| figures.printed(at).map_or(0, |it| it.mantissa.abs());
    let mut sizes = relation.terms.iter().map(|term| size(term.at));
    let first = sizes.next().unwrap_or(0);
    relation.terms.len() > 1 && sizes.all(|step| step * 2 < first)
}

/// The relations of the last row, and of rows between that tell how far the decisions have led: what stands above
/// such a row is in it.
fn relations(figures: &Figures<'_>, end: usize, before: &[usize]) -> Vec<Relation> {
    let items = before.iter().copied().filter(|row| figures.table.rows[*row].role != RowRole::OfWhich);
    let (mut open, mut found): (Vec<usize>, Vec<Relation>) = (Vec::new(), Vec::new());
    for row in items {
        match stage(figures, row, &open) {
            Some(0) => {
                found.extend(signed_by_name(figures, leading_to(figures, row, &open)));
                open.clear();
            }
            // The sum of some steps stands for them.
            Some(from) => open.truncate(from),
            None => {}
        }
        open.push(row);
    }
    found.extend(signed_by_name(figures, leading_to(figures, end, &open)));
    found
}

/// From which of the rows above it a row is what they come to, where it is no step of its own: a column bears it out,
/// and it is called what holds after decisions, a sum, or is no smaller than what the rows begin with.
fn stage(figures: &Figures<'_>, row: usize, open: &[usize]) -> Option<usize> {
    let it = &figures.table.rows[row];
    let sum = matches!(it.role, RowRole::Total | RowRole::Subtotal);
    let holds = |from: usize| {
        let relations = signed_by_name(figures, leading_to(figures, row, &open[from..]));
        relations.iter().any(|it| it.terms.len() > 1 && it.holds(&|at| figures.interval(at)))
    };
    let size = |row: usize, column: usize| figures.printed((row, column)).map(|it| it.mantissa.abs());
    let large = |column: &usize| {
        let sizes = size(row, *column).zip(size(*open.first()?, *column));
        sizes.map(|(own, first)| own * 2 > first)
    };
    let large = || figures.amount_columns().iter().filter_map(large).all(|it| it);
    if !sum && !is_later(&it.label.text.lower()) && !large() {
        return None;
    }
    let last = if sum { open.len().saturating_sub(1) } else { open.len().min(1) };
    (0..last).find(|from| holds(*from))
}

/// What rows come to in a last one, in every column of amounts that it has.
fn leading_to(figures: &Figures<'_>, end: usize, rows: &[usize]) -> Vec<Relation> {
    let terms = |column: usize| rows.iter().map(|row| Term { at: (*row, column), factor: 1 }).collect();
    let columns = figures.amount_columns().iter().copied();
    columns
        .filter(|column| figures.printed((end, *column)).is_some())
        .map(|column| Relation {
            kind: Kind::Ledger,
            result: (end, column),
            terms: terms(column),
            sure: true,
        })
        .collect()
}

/// What a step that takes away begins with, where it is printed without a sign.
const TAKES: [&str; 9] =
    ["amort", "avgår", "minsk", "uttag", "ianspråk", "utbetal", "försäl", "utrang", "lösen"];

/// The relations with steps that take away by their names, where a column bears that out and none the plain sum.
fn signed_by_name(figures: &Figures<'_>, plain: Vec<Relation>) -> Vec<Relation> {
    let holds = |it: &Relation| it.holds(&|at| figures.interval(at));
    let takes = |row: usize| {
        let label = figures.table.rows[row].label.text.lower();
        TAKES.iter().any(|word| label.starts_with(word))
    };
    let signed = |it: &Relation| {
        let factor = |term: &Term| if takes(term.at.0) { -term.factor } else { term.factor };
        let terms = it.terms.iter().map(|term| Term { factor: factor(term), ..*term }).collect();
        Relation { terms, ..it.clone() }
    };
    if plain.iter().any(holds) {
        return plain;
    }
    let turned: Vec<Relation> = plain.iter().map(signed).collect();
    if turned.iter().any(holds) { turned } else { plain }
}

/// Whether every column that does not lead to its end is a slip from it.
fn is_sound(figures: &Figures<'_>, relations: &[Relation]) -> bool {
    let interval = |at| figures.interval(at);
    relations.iter().all(|relation| relation.holds(&interval) || slip::mends(figures, relation))
}

/// Whether a last row is what the decisions lead to: a sum, or the frame by name.
fn is_end(row: &Row, structure: &Structure) -> bool {
    let sum = matches!(row.role, RowRole::Total | RowRole::Subtotal);
    let line = row.line.as_ref().is_some_and(|line| *line == structure.frame_line);
    let frame = structure.statement_line(&structure.frame_line);
    let names = frame.iter().flat_map(|frame| frame.synonyms.iter().chain([&frame.label]));
    let label = row.label.text.lower();
    sum || line || is_later(&label) || names.into_iter().any(|name| label.starts_with(&name.lower()))
}

const FIRST: [&str; 9] = [
    "ursprunglig",
    "ingående",
    "beslutad",
    "budget",
    "ram",
    "kommunbidrag",
    "anslag",
    "kommunfullmäktige",
    "fullmäktige",
];
const FRAMES: [&str; 4] = ["kommunbidrag", "budgetram", "ram ", "anslag"];
const LATER: [&str; 9] = [
    "aktuell",
    "gällande",
    "nuvarande",
    "reviderad",
    "justerad",
    "slutlig",
    "utgående",
    "ny budget",
    "ny ram",
];

/// Whether the names leave no doubt that all rows between them lead from the one to the other: to what holds
/// now, to the next year's frame, to the frame of a day.
fn is_certain(first: &str, last: &str) -> bool {
    let (first, last) = (first.lower(), last.lower());
    let is_frame = |label: &str| FRAMES.iter().any(|word| label.starts_with(word));
    let of_day = || uppsikt_text::dates::first_range(&last).is_some_and(|days| days.from == days.to);
    is_later(&last) || is_frame(&last) && (is_frame(&first) && is_next_year(&first, &last) || of_day())
}

/// "Gällande budget", "Kommunbidrag efter ändringar".
fn is_later(label: &str) -> bool {
    label.contains(" efter ") || LATER.iter().any(|word| label.starts_with(word))
}

/// Whether the names of a first and a last row say that the one leads to the other: "Ursprunglig budget"
/// to "Gällande budget", "Ram 2030" to "Ram 2031".
fn leads(first: &str, last: &str) -> bool {
    let (first, last) = (first.lower(), last.lower());
    let opens = FIRST.iter().any(|word| first.starts_with(word));
    let frame = || FRAMES.iter().any(|word| last.starts_with(word));
    opens && (is_later(&last) || frame()) || is_next_year(&first, &last)
}

fn is_next_year(first: &str, last: &str) -> bool {
    let year = |label: &str| -> Option<i32> {
        let mut words = label.split(|c: char| !c.is_ascii_digit());
        words.find(|word| word.len() == 4)?.parse().ok()
    };
    let word = |label: &str| label.split_whitespace().next().map(str::to_owned);
    let years = year(first).zip(year(last));
    word(first) == word(last) && years.is_some_and(|(from, to)| from + 1 == to)
}
