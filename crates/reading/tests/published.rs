//! Published documents, where the folder that `UPPSIKT_PUBLISHED` names holds them: facts
//! that anybody can count in them.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::Path;
use uppsikt_domain::assessment::{Horizon, Status};
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::table::TableKind;
use uppsikt_reading::{HouseStyle, read};

fn published(name: &str) -> Option<Document> {
    let Some(folder) = std::env::var_os("UPPSIKT_PUBLISHED") else {
        println!("skipped: UPPSIKT_PUBLISHED names no folder with published documents");
        return None;
    };
    let bytes = std::fs::read(Path::new(&folder).join(name)).unwrap();
    Some(read(name, &bytes, &HouseStyle::standard()).unwrap())
}

fn counts(document: &Document) -> (usize, usize, usize) {
    let links = document.goals().iter().map(|goal| goal.agenda().count()).sum();
    (document.goals().len(), links, document.assignments().len())
}

fn kinds(document: &Document) -> Vec<(TableKind, usize, usize)> {
    let tables = document.tables().into_iter();
    tables.map(|(_, table)| (table.kind, table.rows.len(), table.columns.len())).collect()
}

#[test]
fn the_budget_for_2026_is_read_whole() {
    let Some(document) = published("kommunstyrelsen-namndsbudget-2026.txt") else { return };
    support::assert_sound(&document);
    assert_eq!(document.kind, DocumentKind::CommitteeBudget);
    assert_eq!(
        (document.year, document.body.as_ref().unwrap().text.as_str()),
        (Some(2026), "Kommunstyrelsen")
    );
    assert_eq!(counts(&document), (12, 82, 3));
    assert_eq!(document.goal_areas().len(), 6);
    use TableKind::*;
    let tables = [
        (Other, 9, 1),
        (Other, 4, 3),
        (Statement, 17, 3),
        (Split, 8, 4),
        (BudgetAreas, 20, 1),
        (Investments, 3, 3),
    ];
    assert_eq!(kinds(&document), tables);
    assert!(document.unread.is_empty());
}

#[test]
fn the_budget_for_2025_is_read_whole() {
    let Some(document) = published("kommunstyrelsen-namndsbudget-2025.md") else { return };
    support::assert_sound(&document);
    assert_eq!(document.kind, DocumentKind::CommitteeBudget);
    assert_eq!(counts(&document), (12, 82, 4));
    assert_eq!(document.contents.len(), 33);
    use TableKind::*;
    let tables =
        [(Other, 4, 2), (Statement, 17, 3), (Split, 9, 4), (BudgetAreas, 20, 1), (Investments, 3, 3)];
    assert_eq!(kinds(&document), tables);
}

#[test]
fn the_interim_report_for_2023_is_read_whole() {
    let Some(document) = published("kommunstyrelsen-delarsrapport-2023.txt") else { return };
    support::assert_sound(&document);
    assert_eq!(document.kind, DocumentKind::InterimReport);
    assert_eq!(
        (document.year, document.body.as_ref().unwrap().text.as_str()),
        (Some(2023), "Kommunstyrelsen")
    );
    assert_eq!((document.goals().len(), document.goal_areas().len()), (8, 4));
    let count = |horizon: Horizon, status: Status| {
        let goals = document.goals();
        goals.iter().filter(|goal| goal.assessment(horizon).unwrap().status == status).count()
    };
    assert_eq!(
        (count(Horizon::Period, Status::OnTrack), count(Horizon::Period, Status::PartlyOnTrack)),
        (7, 1)
    );
    let term = Horizon::Term;
    assert_eq!(
        (count(term, Status::OnTrack), count(term, Status::PartlyOnTrack), count(term, Status::NotStated)),
        (5, 2, 1)
    );
    use TableKind::*;
    let tables = [
        (Other, 3, 2),
        (Other, 8, 1),
        (Investments, 1, 3),
        (Ledger, 9, 1),
        (Other, 4, 3),
        (Other, 8, 1),
        (NetCost, 3, 3),
        (Statement, 17, 3),
        (Split, 8, 4),
        (BudgetAreas, 19, 4),
    ];
    assert_eq!(kinds(&document), tables);
}

#[test]
fn the_case_is_read_as_number_title_and_text() {
    let Some(document) = published("arende-STK-2023-137.txt") else { return };
    support::assert_sound(&document);
    assert_eq!(document.kind, DocumentKind::Case);
    assert_eq!(document.case.as_ref().unwrap().number, "STK-2023-137");
    assert_eq!((document.year, document.goals().len(), document.assignments().len()), (Some(2023), 0, 0));
    assert_eq!(document.body.unwrap().text, "Kommunstyrelsens arbetsutskott");
}
