//! Heads of two rows, and cells over several rows: what is drawn around words tells where they belong.

use super::made::{bold, made, page};
use super::texts;

type Words = (u32, u32, u32, &'static str);

/// Names of columns and two rows of figures below them, right-aligned as figures are.
fn names() -> [Words; 4] {
    [(8, 20, 300, "Post"), (8, 180, 300, "2030"), (8, 260, 300, "2031"), (8, 320, 300, "Trend")]
}

fn rows() -> String {
    let row = |y: u32, label: &'static str| -> [Words; 4] {
        [(8, 20, y, label), (8, 186, y, "12"), (8, 266, y, "13"), (8, 330, y, "upp")]
    };
    page(&[row(280, "Broar"), row(264, "Dammar"), row(248, "Alla")].concat())
}

const HEAD: &str = "| Post | Utfall 2030 | Utfall 2031 | Trend |";

/// The lines of a table below words that stand alone over two of its columns.
fn below(over: Words, drawn: &str) -> Vec<String> {
    texts(&made(&[&format!("{drawn}0 0 0 rg\n{}{}{}", bold(&[over]), bold(&names()), rows())]))
}

#[test]
fn words_alone_in_a_filled_cell_stand_over_the_columns_below_it() {
    let cells = "0.8 0.9 0.8 rg\n16 294 130 36 re f\n146 312 138 18 re f\n146 294 69 18 re f\n\
                 215 294 69 18 re f\n284 294 80 36 re f\n";
    assert_eq!(below((8, 204, 318, "Utfall"), cells)[0], HEAD);
}

#[test]
fn words_above_a_rule_stand_over_the_columns_below_it() {
    let rule = "0.9 0.9 0.9 rg\n16 294 350 36 re f\n0 0 0 RG\n150 311 m 282 311 l S\n";
    assert_eq!(below((8, 204, 317, "Utfall"), rule)[0], HEAD);
    let none = below((8, 204, 317, "Utfall"), "");
    assert!(none.iter().all(|line| line != HEAD), "nothing tells: {none:?}");
}

#[test]
fn words_in_the_middle_of_columns_whose_edges_are_drawn_stand_over_these() {
    let rules: String = [(16, 146), (146, 215), (215, 284), (284, 364)]
        .map(|(from, to)| format!("{from} 294 m {to} 294 l S\n{from} 312 m {to} 312 l S\n"))
        .concat();
    assert_eq!(below((8, 203, 317, "Utfall"), &rules)[0], HEAD);
}

#[test]
fn words_that_go_on_below_in_a_head_stand_over_one_column() {
    let rules: String = [(16, 110), (110, 180), (180, 250), (250, 320)]
        .map(|(from, to)| format!("{from} 294 m {to} 294 l S\n"))
        .concat();
    let head = bold(&[
        (8, 197, 311, "2031 till"),
        (8, 20, 301, "Post"),
        (8, 140, 301, "2030"),
        (8, 209, 301, "aug"),
        (8, 265, 301, "Plan 2032"),
    ]);
    let row = |y: u32, label: &'static str| -> [Words; 4] {
        [(8, 20, y, label), (8, 146, y, "12"), (8, 212, y, "13"), (8, 280, y, "14")]
    };
    let rows = page(&[row(280, "Broar"), row(264, "Dammar"), row(248, "Alla")].concat());
    let read = texts(&made(&[&format!("{rules}{head}{rows}")]));
    assert!(read[0].starts_with("| Post | 2030 | 2031 till"), "{read:?}");
    assert!(read[0].ends_with("aug | Plan 2032 |"), "{read:?}");
}

#[test]
fn two_words_of_a_first_row_share_out_the_columns_by_the_rules_below_them() {
    let names = bold(&[
        (8, 20, 300, "Post"),
        (8, 150, 300, "Budget"),
        (8, 200, 300, "Utfall"),
        (8, 250, 300, "Budget"),
        (8, 300, 300, "Prognos"),
    ]);
    let over = bold(&[(8, 158, 318, "Januari-augusti"), (8, 268, 318, "Hela 2031")]);
    let row = |y: u32, label: &'static str| -> [Words; 5] {
        [(8, 20, y, label), (8, 160, y, "12"), (8, 210, y, "13"), (8, 260, y, "14"), (8, 320, y, "15")]
    };
    let rows = page(&[row(280, "Broar"), row(264, "Dammar"), row(248, "Alla")].concat());
    let rules = "140 312 m 240 312 l S\n240 312 m 360 312 l S\n";
    let read = texts(&made(&[&format!("{rules}{over}{names}{rows}")]));
    let head =
        "| Post | Januari-augusti Budget | Januari-augusti Utfall | Hela 2031 Budget | Hela 2031 Prognos |";
    assert_eq!(read[0], head);
}

#[test]
fn a_label_in_the_middle_of_the_rows_that_its_cell_takes_is_of_the_first() {
    let head = bold(&[(8, 20, 310, "Del"), (8, 120, 310, "Vad"), (8, 280, 310, "2031")]);
    let row = |y: u32, what: &'static str, value: &'static str| [(8, 120, y, what), (8, 290, y, value)];
    let body = page(
        &[
            row(290, "Broar av virke", "12").to_vec(),
            vec![(8, 20, 281, "Vatten")],
            row(272, "Dammar av sten", "13").to_vec(),
            vec![(8, 20, 254, "Mark")],
            row(254, "Stigar av grus", "14").to_vec(),
        ]
        .concat(),
    );
    let level = |y: u32, from: u32| format!("{from} {y} m 360 {y} l S\n");
    let rules = [level(303, 16), level(285, 110), level(266, 16), level(248, 16)].concat();
    let read = texts(&made(&[&format!("{rules}{head}{body}")]));
    let expected = [
        "| Del | Vad | 2031 |",
        "| --- | --- | --- |",
        "| Vatten | Broar av virke | 12 |",
        "|  | Dammar av sten | 13 |",
        "| Mark | Stigar av grus | 14 |",
    ];
    assert_eq!(read, expected);
}

#[test]
fn areas_with_a_gap_between_are_two_tables() {
    let cards = "0.9 0.9 0.9 rg\n16 310 160 34 re f\n184 310 160 34 re f\n";
    let words = page(&[
        (8, 20, 332, "Omdome 2031"),
        (8, 190, 332, "Omdome perioden"),
        (8, 20, 318, "Bra"),
        (8, 190, 318, "Mycket bra"),
    ]);
    let cells = "0.8 0.8 0.9 rg\n16 286 160 16 re f\n176 286 84 16 re f\n260 286 84 16 re f\n";
    let table = bold(&[(8, 20, 291, "Post"), (8, 190, 291, "2030"), (8, 280, 291, "2031")]);
    let rows = page(&[
        (8, 20, 275, "Broar"),
        (8, 190, 275, "12"),
        (8, 280, 275, "13"),
        (8, 20, 259, "Dammar"),
        (8, 190, 259, "14"),
        (8, 280, 259, "15"),
    ]);
    let read = texts(&made(&[&format!("{cards}{cells}0 0 0 rg\n{words}{table}{rows}")]));
    assert_eq!(read[..3], ["| Omdome 2031 | Omdome perioden |", "| --- | --- |", "| Bra | Mycket bra |"]);
    assert_eq!(read[4..7], ["| Post | 2030 | 2031 |", "| --- | --- | --- |", "| Broar | 12 | 13 |"]);
}
