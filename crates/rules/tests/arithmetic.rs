//! Figures of tables: which cell is named, and what is left alone.
#![allow(clippy::unwrap_used)]

mod grid;

use grid::{places, table};
use uppsikt_domain::table::TableKind::{Ledger, Other, Split, Statement};

const TWO_YEARS: &str = "
    Tkr; Prognos:forecast; Budget:budget; Förändring:change
    A; 100; 130; 30
    B; 250; 240; -10
    C; 40; 40; 0
    ==Summa; 390; 410; 20";

#[test]
fn figures_that_agree_are_left_alone() {
    assert_eq!(places(vec![table(Other, TWO_YEARS)]), []);
}

#[test]
fn a_wrong_change_is_named_alone_though_its_column_does_not_add_up_either() {
    let grid = TWO_YEARS.replace("240; -10", "240; -19");
    assert_eq!(places(vec![table(Other, &grid)]), [("ARI-003", 3, 4, 0)]);
}

#[test]
fn a_wrong_item_is_named_though_three_other_figures_show_it() {
    let grid = TWO_YEARS.replace("B; 250", "B; 520");
    assert_eq!(places(vec![table(Other, &grid)]), [("ARI-001", 3, 2, 1)]);
}

#[test]
fn a_wrong_total_is_named_by_its_column_and_its_row() {
    let grid = TWO_YEARS.replace("Summa; 390", "Summa; 380");
    assert_eq!(places(vec![table(Other, &grid)]), [("ARI-001", 5, 2, 0)]);
}

#[test]
fn two_faults_in_one_table_are_both_named() {
    let grid = TWO_YEARS.replace("240; -10", "240; -19").replace("A; 100", "A; 170");
    assert_eq!(places(vec![table(Other, &grid)]), [("ARI-001", 2, 2, 1), ("ARI-003", 3, 4, 0)]);
}

#[test]
fn when_any_of_three_figures_could_be_wrong_all_are_named() {
    let grid =
        TWO_YEARS.replace("C; 40; 40; 0", "C; 40; 40; 0\n D; 10; 15; 9").replace("==Summa; 390; 410; 20", "");
    assert_eq!(places(vec![table(Other, &grid)]), [("ARI-003", 5, 4, 2)]);
}

#[test]
fn rounding_may_set_a_sum_of_eighteen_rows_nine_off() {
    let rows = "R; 10\n".repeat(18);
    assert_eq!(places(vec![table(Other, &format!("Tkr; Budget:budget\n{rows}==Summa; 189"))]), []);
    let off = table(Other, &format!("Tkr; Budget:budget\n{rows}==Summa; 190"));
    assert_eq!(places(vec![off]), [("ARI-001", 20, 2, 18)]);
}

#[test]
fn a_row_below_the_sum_and_a_part_of_a_row_belong_to_no_sum() {
    let grid = "
        Tkr; Budget:budget; Prognos:forecast
        A; 100; 110
        -varav B; 60; 70
        C; 50; 55
        ==Summa; 150; 165
        Prognos förra året; 140; 150";
    assert_eq!(places(vec![table(Other, grid)]), []);
}

#[test]
fn subtotals_are_taken_by_the_total_and_their_rows_are_not() {
    let grid = "
        Tkr; KF:part; KS:part; Totalt:whole
        =Totala intäkter; 0; 44; 44
        Personal; -43; -25; -68
        Övrigt; -12; -14; -26
        =Totala kostnader; -55; -39; -94
        Kommunbidrag; 60; 0; 60
        Finansiellt; -5; -5; -10
        ==SUMMA; 0; 0; 0";
    assert_eq!(places(vec![table(Split, grid)]), []);
    let off = grid.replace("44; 44", "44; 49");
    assert_eq!(places(vec![table(Split, &off)]), [("ARI-005", 2, 4, 0)]);
}

#[test]
fn a_list_without_a_sum_of_its_own_accuses_nobody() {
    let grid = "
        Tkr; A:budget; B:budget
        X; 10; 20
        Y; 30; 40
        ==Summa; 1000; 2000";
    assert_eq!(places(vec![table(Other, grid)]), []);
}

#[test]
fn the_sign_of_a_deviation_follows_its_table() {
    let grid = "
        Tkr; Prognos:forecast; Budget:budget; Avvikelse:deviation
        A; -110; -100; 10
        B; -50; -60; -10
        C; -70; -68; 2
        D; -20; -25; -5
        E; -10; -12; -2
        F; -33; -30; -3";
    // A to E print budget minus forecast; F alone the other way: a warning, not a group.
    let found = places(vec![table(Other, grid)]);
    // That most of the table turns the sign is one note, at the first row that shows it.
    assert_eq!(found, [("ARI-014", 2, 4, 0), ("ARI-003", 7, 4, 2)]);
    let group = format!("{grid}\n G; -44; -40; -4\n H; -55; -50; -5");
    assert_eq!(places(vec![table(Other, &group)]), [("ARI-014", 2, 4, 0)]);
}

#[test]
fn the_statement_holds_in_every_column() {
    let grid = "
        Tkr; Prognos:forecast; Budget:budget
        I[income]; 200; 210
        K[costs]; -700; -720
        =N[net]; -500; -510
        R[frame]; 520; 510
        =Res[result]; 20; 0
        =NK[net_cost]; -500; -510";
    assert_eq!(places(vec![table(Statement, grid)]), []);
    let off = grid.replace("Res[result]; 20", "Res[result]; 70");
    // The frame could be the wrong one too: 70 is what -500 and 570 give.
    assert_eq!(places(vec![table(Statement, &off)]), [("ARI-002", 6, 2, 1)]);
}

#[test]
fn a_part_that_does_not_fit_its_whole_is_told_by_the_row() {
    let grid = "
        Tkr; KF:part; KS:part; Totalt:whole
        Personal; -43; -25; -68
        Övrigt; -12; -14; -26
        Hyror; -10; -20; -35";
    assert_eq!(places(vec![table(Split, grid)]), [("ARI-005", 4, 4, 2)]);
}

#[test]
fn a_ledger_ends_where_its_decisions_lead() {
    let grid = "
        Tkr; Belopp:other
        Ursprungligt; 469 927
        Beslut ett; 792
        Beslut två; 650
        ==Kommunbidrag; 471 369";
    assert_eq!(places(vec![table(Ledger, grid)]), []);
    let off = grid.replace("471 369", "471 639");
    assert_eq!(places(vec![table(Ledger, &off)]), [("RAM-001", 5, 2, 3)]);
}

#[test]
fn a_list_of_decisions_without_an_end_is_no_ledger() {
    let grid = "
        Tkr; Belopp:other
        Beslut ett; 792
        Beslut två; 650
        Beslut tre; 1 000";
    assert_eq!(places(vec![table(Ledger, grid)]), []);
}

#[test]
fn a_share_that_its_amounts_cannot_give_is_named_by_its_row() {
    let grid = "
        Tkr; Prognos:forecast; Utfall:budget; Procent:percent
        Intäkter; 34 770; 36 420; -4,5
        Kostnader; -228 482; -215 860; 5,8
        Netto; -193 712; -179 440; 8,3";
    assert_eq!(places(vec![table(Other, grid)]), [("ARI-004", 4, 4, 2)]);
}

#[test]
fn headings_over_the_wrong_columns_accuse_nobody() {
    let grid = "
        Tkr; Prognos:forecast; Avvikelse:deviation; KB mot prognos:other
        A; -37 756; -38 028; -272
        B; -23 168; -24 136; -968
        C; -27 745; -27 745; 0
        D; -76 985; -73 455; 3 530
        E; -19 221; -19 221; 0
        ==Summa; -184 875; -182 585; 2 290";
    assert_eq!(places(vec![table(Other, grid)]), []);
}

const UNSIGNED: &str = "
    Tkr; Budget:budget; Utfall:forecast; Avvikelse:deviation
    A; 110; 100; 10
    B; 250; 262; -12
    C; 170; 168; 2
    D; 420; 445; -25
    E; 310; 301; 9
    F; 533; 560; -27
    G; 120; 115; 5";

#[test]
fn two_rows_that_turn_the_sign_of_their_table_are_both_told() {
    assert_eq!(places(vec![table(Other, UNSIGNED)]), []);
    let grid = UNSIGNED.replace("262; -12", "262; 12").replace("301; 9", "301; -9");
    assert_eq!(places(vec![table(Other, &grid)]), [("ARI-003", 3, 4, 2), ("ARI-003", 6, 4, 2)]);
}

#[test]
fn income_among_costs_without_a_sign_turns_it_for_a_reason() {
    let grid = UNSIGNED.replace("B; 250; 262; -12", "Avgifter; 250; 262; 12");
    assert_eq!(places(vec![table(Other, &grid)]), []);
    let two = grid.replace("E; 310; 301; 9", "Statsbidrag; 310; 301; -9");
    assert_eq!(places(vec![table(Other, &two)]), []);
}

#[test]
fn the_sign_of_other_tables_tells_which_of_two_rows_is_turned() {
    let small = "
        Tkr; Budget:budget; Utfall:forecast; Avvikelse:deviation
        A; 140; 185; -45
        B; 240; 215; -25";
    // Alone nobody can tell which of the rows is the slip.
    assert_eq!(places(vec![table(Other, small)]), [("ARI-014", 2, 4, 1)]);
    let mut found = places(vec![table(Other, UNSIGNED), table(Other, small)]);
    found.retain(|(code, ..)| code.starts_with("ARI"));
    assert_eq!(found, [("ARI-003", 3, 4, 2)]);
}

#[test]
fn two_faults_in_a_table_of_three_rows_are_both_named() {
    let grid = "
        Tkr; Budget:budget; Utfall:forecast; Avvikelse:deviation
        A; 14 320; 14 985; -655
        B; 9 740; 9 215; 552
        C; 6 180; 6 075; 105";
    assert_eq!(places(vec![table(Other, grid)]), [("ARI-003", 2, 4, 2), ("ARI-003", 3, 4, 2)]);
}

#[test]
fn a_deviation_from_what_the_table_does_not_have_accuses_nobody() {
    let grid = "
        Tkr; Årsbudget:budget; Utfall:forecast; Avvikelse:deviation
        A; 14 320; 9 105; 442
        B; 9 740; 6 120; 373
        C; 6 180; 4 075; -218";
    assert_eq!(places(vec![table(Other, grid)]), []);
}

#[test]
fn a_result_is_above_nought_where_net_costs_are_less_than_what_pays_for_them() {
    let grid = |result: &str| {
        format!(
            "
        Tkr; Budget:budget; Utfall:actual; Avvikelse:deviation
        Skolnämnden; 598700; 611850; -13150
        Parknämnden; 750600; 758590; -7990
        + Summa nämnder; 1349300; 1370440; -21140
        Finansiering; -1372300; -1402980; 30680
        Årets resultat; 23000; {result}; 9540"
        )
    };
    assert_eq!(places(vec![table(Other, &grid("32540"))]), []);
    assert!(!places(vec![table(Other, &grid("32450"))]).is_empty());
}

#[test]
fn a_share_of_a_net_cost_is_no_result_of_the_rows_above_it() {
    let grid = "
        Mått; Mål:other; Utfall:actual
        Skolor med råd; 20; 17
        Ombyggda vägar; 4; 4
        Felanmälningar i tid; 80; 78
        Avvikelse från nettokostnaden, %; 104; 99";
    assert_eq!(places(vec![table(Other, grid)]), []);
}
