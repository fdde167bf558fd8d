//! Rows that are signed each in their own way within a table: income otherwise than costs.
#![allow(clippy::unwrap_used)]

mod grid;

use grid::{picture, places, table};
use uppsikt_domain::table::TableKind::Other;
use uppsikt_findings::{Finding, Severity};
use uppsikt_rules::{Selection, check};

/// Income is better above its budget, costs below it.
const BETTER: &str = "
    Tkr; Budget:budget; Utfall:forecast; Avvikelse:deviation
    Hyresintäkter; 310; 340; 30
    Avgifter; 250; 241; -9
    Statsbidrag; 120; 133; 13
    Löner; 860; 845; 15
    Lokaler; 410; 432; -22
    Köpta tjänster; 530; 570; -40
    Material; 95; 88; 7
    Nettokostnad; 1215; 1221; -6";

fn found(grid: &str) -> Vec<Finding> {
    check(&picture(vec![table(Other, grid)]), &Selection::default())
}

fn lines(grid: &str, severity: Severity) -> Vec<u32> {
    found(grid).iter().filter(|it| it.severity == severity).map(|it| it.at.span.at.line).collect()
}

#[test]
fn income_and_costs_may_each_have_their_sign() {
    assert_eq!(places(vec![table(Other, BETTER)]), []);
}

#[test]
fn a_row_of_income_that_is_signed_as_a_cost_is_a_warning() {
    let grid = BETTER.replace("340; 30", "340; -30");
    assert_eq!(lines(&grid, Severity::Warning), [2]);
    assert!(lines(&grid, Severity::Error).is_empty());
}

#[test]
fn a_cost_that_is_signed_as_income_is_a_warning_though_all_income_is() {
    let grid = BETTER.replace("432; -22", "432; 22");
    assert_eq!(lines(&grid, Severity::Warning), [6]);
}

#[test]
fn one_of_each_group_are_both_told() {
    let grid = BETTER.replace("432; -22", "432; 22").replace("133; 13", "133; -13");
    assert_eq!(lines(&grid, Severity::Warning), [4, 6]);
}

#[test]
fn a_wrong_figure_of_income_should_have_been_signed_as_income() {
    let found = found(&BETTER.replace("133; 13", "133; 31"));
    assert_eq!(found.len(), 1);
    assert!(format!("{:?}", found[0].expected).contains("13"), "{:?}", found[0]);
    assert!(!format!("{:?}", found[0].expected).contains("-13"), "{:?}", found[0]);
}

#[test]
fn headings_and_sums_tell_what_rows_are_of() {
    let grid = "
        Tkr; Budget:budget; Utfall:forecast; Avvikelse:deviation
        Entréer; 310; 340; 30
        Kiosk; 250; 241; -9
        Läger; 120; 133; 13
        =Summa intäkter; 680; 714; 34
        Badhus; 860; 845; 15
        Ishall; 410; 432; -22
        Spår; 530; 570; -40
        =Summa kostnader; 1800; 1847; -47";
    assert_eq!(places(vec![table(Other, grid)]), []);
    let turned = grid.replace("340; 30", "340; -30").replace("714; 34", "714; -26");
    let found = found(&turned);
    assert!(found.iter().any(|it| it.at.span.at.line == 2), "{found:#?}");
}

#[test]
fn one_income_among_signed_costs_has_the_sign_of_its_table() {
    let grid = "
        Tkr; Budget:budget; Prognos:forecast; Avvikelse:deviation
        Intäkter; 420; 450; 30
        Löner; -860; -845; 15
        Lokaler; -410; -432; -22
        Material; -95; -88; 7";
    assert_eq!(places(vec![table(Other, grid)]), []);
    let grid = grid.replace("450; 30", "450; -30");
    assert_eq!(lines(&grid, Severity::Warning), [2]);
}

#[test]
fn half_income_and_half_costs_with_a_wrong_figure_are_still_one_table() {
    let grid = "
        Tkr; Budget:budget; Utfall:forecast; Avvikelse:deviation
        Hyresintäkter; 310; 340; 30
        Avgifter; 250; 241; -9
        Statsbidrag; 120; 133; 15
        Löner; 860; 845; 15
        Lokaler; 410; 432; -22
        Material; 95; 88; 9";
    assert_eq!(lines(grid, Severity::Error), [4, 7]);
}
