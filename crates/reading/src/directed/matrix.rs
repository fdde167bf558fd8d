//! A matrix of goals and committees with crosses.

use super::{Reader, Told, goal_name};
use crate::book::{first_fit, unnumbered};
use uppsikt_domain::goal::Directed;
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::{Row, RowRole, Table};

/// So many committees at least make a matrix.
const FEWEST: usize = 2;
/// What says that a goal is a committee's.
const CROSSES: &str = "xX\u{d7}\u{25cf}\u{2022}\u{2713}\u{2714}\u{25a0}\u{2611}\u{2612}*";
/// What says that it is not.
const NOTHING: &str = "-\u{2013}\u{2212}\u{2610}";

enum Cell {
    Cross,
    Nothing,
    Words,
}

fn cell(row: &Row, column: usize) -> Cell {
    let text = row.cells.get(column).and_then(|cell| cell.printed.as_deref()).unwrap_or_default().trim();
    let all = |signs: &str| text.chars().all(|c| signs.contains(c));
    match () {
        () if text.is_empty() || all(NOTHING) => Cell::Nothing,
        () if text.chars().count() <= 2 && all(CROSSES) => Cell::Cross,
        () => Cell::Words,
    }
}

impl Reader<'_> {
    /// Goals as rows and committees as columns, or the other way round.
    pub(super) fn in_matrix(&self, table: &Table) -> Vec<Told> {
        let Some(columns) = self.crossed(table) else { return self.in_turned_matrix(table) };
        let told = table.rows.iter().filter(|row| row.role == RowRole::Item).filter_map(|row| {
            let crossed = columns.iter().filter(|(at, _)| matches!(cell(row, *at), Cell::Cross));
            let bodies: Vec<String> = crossed.map(|(_, name)| name.clone()).collect();
            let directed = Directed { bodies, wording: row.label.clone() };
            (!directed.bodies.is_empty()).then(|| Told { goal: row.label.clone(), directed })
        });
        told.collect()
    }

    /// The columns that are committees, where their cells are crosses.
    fn crossed(&self, table: &Table) -> Option<Vec<(usize, String)>> {
        let named = table.columns.iter().enumerate();
        let columns: Vec<(usize, String)> =
            named.filter_map(|(at, column)| Some((at, self.names.one(&column.heading.text)?))).collect();
        let rows = || table.rows.iter().filter(|row| row.role == RowRole::Item);
        let cells = || rows().flat_map(|row| columns.iter().map(move |(at, _)| cell(row, *at)));
        let sound = columns.len() >= FEWEST
            && cells().any(|cell| matches!(cell, Cell::Cross))
            && !cells().any(|cell| matches!(cell, Cell::Words));
        sound.then_some(columns)
    }

    /// Committees as rows and goals as columns.
    fn in_turned_matrix(&self, table: &Table) -> Vec<Told> {
        let items = table.rows.iter().filter(|row| row.role == RowRole::Item);
        let named = items.filter_map(|row| Some((row, self.names.one(&row.label.text)?)));
        let rows: Vec<(&Row, String)> = named.collect();
        let columns = || 0..table.columns.len();
        let mut cells = rows.iter().flat_map(|(row, _)| columns().map(move |at| cell(row, at)));
        if rows.len() < FEWEST || cells.any(|cell| matches!(cell, Cell::Words)) {
            return Vec::new();
        }
        let told = columns().filter_map(|at| {
            let crossed = rows.iter().filter(|(row, _)| matches!(cell(row, at), Cell::Cross));
            let bodies: Vec<String> = crossed.map(|(_, name)| name.clone()).collect();
            let heading: &TextAt = &table.columns[at].heading;
            let directed = Directed { bodies, wording: heading.clone() };
            (!directed.bodies.is_empty()).then(|| Told { goal: heading.clone(), directed })
        });
        told.collect()
    }

    /// The rows of a matrix of goals are goals, where the document has no others.
    pub(super) fn goals_of_matrix(&self, table: &mut Table) {
        let headed = first_fit(&self.book.goal_tables.goal, table.label_heading.trim()).is_some();
        if !headed || table.goals.iter().any(|told| told.kind != SectionKind::Assignment) {
            return;
        }
        let goals = self.in_table(table).into_iter().map(|told| Section {
            kind: SectionKind::Goal,
            name: goal_name(unnumbered(&told.goal.text).1, self.book),
            span: told.goal.span,
            heading: Some(told.goal),
            directed_to: Some(told.directed),
            ..Section::default()
        });
        let goals: Vec<Section> = goals.collect();
        table.goals.extend(goals);
    }
}
