//! The figures of a table as one system of relations between closed intervals.
//!
//! A relation is broken only when no true values inside the intervals can give what is
//! printed. One wrong cell may break several relations; it is one fault.

pub mod accumulated;
pub mod across;
pub mod balance;
pub mod carried;
pub mod changes;
pub mod counts;
pub mod faults;
pub mod figures;
pub mod flows;
pub mod identities;
pub mod ledger;
pub mod means;
pub mod once;
pub mod parted;
pub mod percents;
pub mod points;
pub mod ratios;
pub mod reckoned;
pub mod relation;
pub mod remains;
pub mod row_means;
pub mod sexes;
pub mod shares;
pub mod singled_out;
pub mod slip;
pub mod sums;
pub mod wholes;

use changes::{ChangeColumn, Prior, change_columns};
use faults::{Fault, faults};
use figures::Figures;
use relation::{Kind, Relation};
use std::sync::OnceLock;
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::Interval;
use uppsikt_domain::place::Span;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::Table;

/// An amount of running text that is told of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToldOf {
    /// The row.
    pub row: usize,
    /// What the amount can stand for, its sign aside.
    pub kronor: Interval,
    /// Where it stands.
    pub span: Span,
}

/// A table with all relations between its cells.
#[derive(Debug, Clone)]
pub struct System<'a> {
    /// The figures.
    pub figures: Figures<'a>,
    /// The relations.
    pub relations: Vec<Relation>,
    /// The change and deviation columns.
    pub changes: Vec<ChangeColumn>,
    /// Amounts of running text that are told of its rows, and that no cell of them has.
    pub told: Vec<ToldOf>,
    faults: OnceLock<Vec<Fault>>,
}

impl<'a> System<'a> {
    /// The system of a table.
    pub fn of(table: &'a Table, structure: &Structure) -> Self {
        Self::of_figures(Figures::of(table), structure)
    }

    fn of_figures(figures: Figures<'a>, structure: &Structure) -> Self {
        let relations = read(&figures, structure);
        let mut system =
            System { figures, relations, changes: Vec::new(), told: Vec::new(), faults: OnceLock::new() };
        system.read_changes(&Prior::default());
        system.relations.extend(system.told_by_corrected(structure));
        system
    }

    /// The sums that the table tells once its plain faults are put right: two wrong figures may hide a sum.
    fn told_by_corrected(&self, structure: &Structure) -> Vec<Relation> {
        let faults = faults(&self.figures, &means::without(&self.figures, &self.relations), &|_, _| false);
        let Some(table) = self.figures.corrected(&faults) else { return Vec::new() };
        let is_told = |at: figures::At| self.relations.iter().any(|it| it.result == at);
        let mended = |it: &Relation| faults.iter().any(|fault| it.has(fault.cell));
        let found = read(&Figures::of(&table), structure);
        let new = found.into_iter().filter(|it| it.kind == Kind::Sum && !is_told(it.result) && mended(it));
        new.map(|it| Relation { sure: false, ..it }).collect()
    }

    /// Reads its change columns in the place of how they were read before.
    fn read_changes(&mut self, prior: &Prior) {
        self.changes = change_columns(&self.figures, prior);
        self.relations.retain(|relation| relation.kind != Kind::Change);
        let told = self.changes.iter().flat_map(|change| change.relations.clone());
        self.relations.extend(told.filter(|relation| self.figures.is_all_figures(relation)));
    }

    /// Reads its change columns anew, where they do not tell their sign and other tables do.
    fn settle_signs(&mut self, prior: &Prior) {
        if self.changes.iter().any(|change| change.tied) {
            self.read_changes(prior);
        }
    }

    /// The cells that a fault names as wrong, alone or among others.
    pub fn wrong_cells(&self) -> Vec<figures::At> {
        let cells =
            |fault: &Fault| fault.others.iter().map(|it| it.cell).chain([fault.cell]).collect::<Vec<_>>();
        self.faults().iter().flat_map(cells).collect()
    }

    /// The table with what its faults should have been; none where it has no faults.
    pub fn corrected(&self) -> Option<Table> {
        self.figures.corrected(self.faults())
    }

    /// The amount of running text that says of a cell's row what the cell should be.
    pub fn told_as(&self, at: figures::At, needed: &Interval) -> Option<&ToldOf> {
        let kronor = crate::money::unit(self.figures.table, at.1)?.kronor()?;
        let needed = needed.times(kronor).size();
        self.told.iter().find(|told| told.row == at.0 && told.kronor.meets(&needed))
    }

    /// Whether the table's own relations bear a cell out.
    pub fn bears_out(&self, at: figures::At) -> bool {
        let interval = |at| self.figures.interval(at);
        self.relations.iter().any(|relation| relation.has(at) && relation.holds(&interval))
            && !self.wrong_cells().contains(&at)
    }

    /// The relations that cannot hold, with the cells that explain them.
    pub fn faults(&self) -> &[Fault] {
        self.faults.get_or_init(|| {
            faults(&self.figures, &means::without(&self.figures, &self.relations), &|at, needed| {
                self.told_as(at, needed).is_some()
            })
        })
    }
}

/// All relations of a table but those of its changes.
fn read(figures: &Figures<'_>, structure: &Structure) -> Vec<Relation> {
    let mut relations = identities::identities(figures, structure);
    relations.extend(ledger::ledger(figures, structure));
    let summed = sums::sums(figures, &|row| rows_taken(&relations, row));
    // An identity tells what it is: the same cells as a sum add nothing to it.
    let identities = relations.len();
    let is_told = |sum: &Relation, all: &[Relation]| all[..identities].iter().any(|it| it.is_of_same(sum));
    let summed: Vec<Relation> = summed.into_iter().filter(|sum| !is_told(sum, &relations)).collect();
    relations.extend(summed);
    relations.extend(balance::balance(figures));
    relations.extend(sexes::sexes(figures));
    relations.extend(shares::shares(figures));
    relations.extend(across::across(figures));
    let mut remains = remains::remains(figures);
    remains.retain(|it| !relations.iter().any(|own| own.is_of_same(it)));
    relations.extend(remains);
    relations.extend(flows::flows(figures));
    relations.extend(carried::carried(figures));
    relations.extend(accumulated::accumulated(figures));
    relations.retain(|relation| figures.is_all_figures(relation));
    relations
}

fn rows_taken(identities: &[Relation], row: usize) -> Option<Vec<usize>> {
    let identity = identities.iter().find(|relation| relation.result.0 == row)?;
    Some(identity.terms.iter().map(|term| term.at.0).collect())
}

/// The systems of a document's tables. Tables with lines that nobody could read are left
/// out: a row may be missing.
pub fn systems<'a>(document: &'a Document, structure: &Structure) -> Vec<System<'a>> {
    let whole = |table: &Table| !document.unread.iter().any(|unread| table.span.holds_line(unread.at.line));
    let figures = |(section, table)| {
        let figures = Figures::of(table);
        if once::is_said(section) { figures.counted_once() } else { figures }
    };
    let tables = document.tables().into_iter().filter(|(_, table)| whole(table) && !parted::is_glued(table));
    let mut systems: Vec<System<'_>> =
        tables.map(|told| System::of_figures(figures(told), structure)).collect();
    let mut prior = Prior::default();
    systems.iter().for_each(|system| prior.learn(&system.figures, &system.changes));
    systems.iter_mut().for_each(|system| system.settle_signs(&prior));
    systems
}
