//! The smallest sets of cells that explain what is off, each with what it should have been.
#![allow(clippy::unwrap_used)]

mod grid;

use grid::{picture, table};
use uppsikt_domain::table::TableKind::Other;
use uppsikt_findings::{Finding, FindingPlace};
use uppsikt_rules::{Selection, check};

fn found(grid: &str) -> Vec<Finding> {
    check(&picture(vec![table(Other, grid)]), &Selection::default())
}

/// A cell by its line and its number.
type Cell = (u32, u32);

fn cell(place: &FindingPlace) -> Cell {
    (place.span.at.line, place.span.at.column)
}

/// The cells of a finding that could be wrong, the likeliest first, with the others' right values.
fn suspects(finding: &Finding) -> (Cell, Vec<(Cell, String)>) {
    let plain = |text: &str| text.replace('\u{a0}', " ").replace('\u{2212}', "-");
    (cell(&finding.at), finding.instead.iter().map(|it| (cell(&it.at), plain(&it.expected))).collect())
}

#[test]
fn every_cell_that_could_be_wrong_is_told_with_what_it_should_be() {
    let found = found(
        "Tkr; Budget:budget; Prognos:forecast; Avvikelse:deviation
        A; 100; 130; 30
        B; 250; 240; -10
        C; 40; 45; 5
        D; 110; 115; 9",
    );
    assert_eq!(found.len(), 1);
    let (first, others) = suspects(&found[0]);
    assert_eq!(first, (5, 4));
    assert_eq!(others, [((5, 3), "119 tkr".to_owned()), ((5, 2), "106 tkr".to_owned())]);
}

#[test]
fn a_percentage_singles_out_the_amount_that_is_wrong() {
    // 4 720 stands where 4 270 should: the change alone would accuse itself.
    let found = found(
        "Tkr; Budget:budget; Prognos:forecast; Förändring:change; Procent:percent
        A; 3 150; 3 290; 140; 4,4
        B; 4 080; 4 720; 190; 4,7
        C; 1 940; 1 860; -80; -4,1",
    );
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(suspects(&found[0]), ((3, 3), Vec::new()));
}

#[test]
fn a_percentage_that_fits_the_amounts_leaves_the_change_alone_to_blame() {
    let found = found(
        "Tkr; Budget:budget; Prognos:forecast; Förändring:change; Procent:percent
        A; 3 150; 3 290; 140; 4,4
        B; 4 080; 4 270; 910; 4,7
        C; 1 940; 1 860; -80; -4,1",
    );
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(suspects(&found[0]), ((3, 4), Vec::new()));
}

#[test]
fn shares_single_out_the_row_that_keeps_a_sum_from_holding() {
    let found = found(
        "Tkr; Budget:budget; Andel:percent
        A; 3 150; 31,5
        B; 4 080; 40,8
        C; 1 940; 12,4
        D; 1 530; 15,3
        ==Summa; 10 000; 100,0",
    );
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(suspects(&found[0]), ((4, 2), Vec::new()));
}

#[test]
fn a_percentage_alone_may_be_wrong_in_either_of_its_amounts() {
    let found = found(
        "Tkr; Budget:budget; Prognos:forecast; Procent:percent
        A; 3 150; 3 290; 4,4
        B; 4 000; 4 200; 7,0
        C; 1 940; 1 860; -4,1",
    );
    assert_eq!(found.len(), 1, "{found:#?}");
    let (first, others) = suspects(&found[0]);
    assert_eq!(first, (3, 4));
    assert_eq!(others, [((3, 3), "4 280 tkr".to_owned()), ((3, 2), "3 925 tkr".to_owned())]);
}
