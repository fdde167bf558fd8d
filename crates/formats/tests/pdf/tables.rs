//! Tables by where their words stand.

use super::made::{bold, made, page};
use super::texts;

#[test]
fn words_of_a_head_stand_over_all_columns_that_come_again_below() {
    let head = bold(&[
        (8, 150, 312, "2030"),
        (8, 270, 312, "Andel i hela staden"),
        (8, 20, 306, "Alder"),
        (8, 150, 300, "Kvinnor"),
        (8, 210, 300, "Man"),
        (8, 270, 300, "Kvinnor"),
        (8, 330, 300, "Man"),
    ]);
    let row = |y: u32, label: &'static str| {
        [(8, 20, y, label), (8, 160, y, "12"), (8, 214, y, "13"), (8, 280, y, "14"), (8, 334, y, "15")]
    };
    let rows = page(&[row(284, "29 ar och yngre"), row(268, "30 ar och mer"), row(252, "Alla")].concat());
    let read = texts(&made(&[&format!("{head}{rows}")]));
    let expected = [
        "| Alder | 2030 Kvinnor | 2030 Man | Andel i hela staden Kvinnor | Andel i hela staden Man |",
        "| --- | --- | --- | --- | --- |",
        "| 29 ar och yngre | 12 | 13 | 14 | 15 |",
    ];
    assert_eq!(read[..3], expected);
}

#[test]
fn words_of_a_head_stand_over_the_columns_up_to_the_next_where_they_begin_with_them() {
    let at = |y: u32, cells: &[(u32, &'static str)]| -> Vec<(u32, u32, u32, &'static str)> {
        cells.iter().map(|(x, words)| (10, *x, y, *words)).collect()
    };
    let heads = [
        at(340, &[(20, "Post"), (120, "Mars"), (240, "Helar")]),
        at(328, &[(120, "Utfall"), (180, "Budget"), (240, "Prognos"), (300, "Budget")]),
    ];
    let rows = [
        at(310, &[(20, "Virke"), (120, "24"), (180, "25"), (240, "26"), (300, "27")]),
        at(294, &[(20, "Spik"), (120, "34"), (180, "35"), (240, "36"), (300, "37")]),
    ];
    let read = texts(&made(&[&format!("{}{}", bold(&heads.concat()), page(&rows.concat()))]));
    assert_eq!(read[0], "| Post | Mars Utfall | Mars Budget | Helar Prognos | Helar Budget |");
}

#[test]
fn a_row_in_bold_right_below_the_head_is_no_head() {
    let head = bold(&[(8, 20, 300, "Tkr"), (8, 200, 300, "2030"), (8, 300, 300, "2031")]);
    let total = bold(&[(8, 20, 286, "Resultat"), (8, 190, 286, "-24 883"), (8, 290, 286, "-39 540")]);
    let row = page(&[(8, 20, 272, "Virke"), (8, 190, 272, "-26 753"), (8, 290, 272, "-45 950")]);
    let read = texts(&made(&[&format!("{head}{total}{row}")]));
    let expected = [
        "| Tkr | 2030 | 2031 |",
        "| --- | --- | --- |",
        "| Resultat | -24 883 | -39 540 |",
        "| Virke | -26 753 | -45 950 |",
    ];
    assert_eq!(read, expected);
}

#[test]
fn a_head_over_the_last_column_alone_is_the_tables() {
    let file = made(&[&page(&[
        (10, 288, 318, "Tkr"),
        (10, 20, 300, "Ram 2030"),
        (10, 285, 300, "796"),
        (10, 20, 282, "Ram 2031"),
        (10, 285, 282, "822"),
    ])]);
    let expected = ["|  | Tkr |", "| --- | --- |", "| Ram 2030 | 796 |", "| Ram 2031 | 822 |"];
    assert_eq!(texts(&file), expected);
}

#[test]
fn cells_close_to_one_another_are_two_in_a_file_that_prints_its_spaces() {
    let text = page(&[(10, 20, 300, "Har skrivs alla ord med det mellanrum som hor dit, rad efter rad.")]);
    let rows = page(&[
        (10, 20, 300, "Matt"),
        (10, 180, 300, "Mal"),
        (10, 210, 300, "Enhet"),
        (10, 20, 284, "Broar"),
        (10, 193, 284, "25"),
        (10, 210, 284, "antal"),
        (10, 20, 268, "Skyltar"),
        (10, 180, 268, "1 470"),
        (10, 210, 268, "antal"),
    ]);
    let read = texts(&made(&[&text, &rows]));
    assert_eq!(read[read.len() - 2..], ["| Broar | 25 | antal |", "| Skyltar | 1 470 | antal |"]);
}

#[test]
fn numbers_below_one_another_with_words_beside_them_are_a_list() {
    let items = [
        (10, 20, 300, "1"),
        (10, 44, 300, "Bron ska hallas ren."),
        (10, 20, 286, "2"),
        (10, 44, 286, "Bron ska malas vart tionde ar."),
    ];
    assert_eq!(texts(&made(&[&page(&items)]))[0], "1. Bron ska hallas ren.");
    let head = [(10, 20, 314, "Nr"), (10, 44, 314, "Uppdrag")];
    let rows = texts(&made(&[&page(&[&head[..], &items].concat())]));
    assert_eq!(rows[..3], ["| Nr | Uppdrag |", "| --- | --- |", "| 1 | Bron ska hallas ren. |"]);
}

#[test]
fn cells_centred_between_the_lines_of_labels_are_columns_of_their_own() {
    let head = [
        (10, 200, 306, "Start"),
        (10, 280, 306, "Mal"),
        (10, 20, 300, "Det som mats"),
        (10, 340, 300, "Kalla"),
        (10, 200, 294, "varde"),
        (10, 280, 294, "2031"),
    ];
    let row = |y: u32, label: [&'static str; 2]| {
        let cells = [(10, 200, y - 6, "68 %"), (10, 280, y - 6, "73 %"), (10, 340, y - 6, "Egen")];
        [vec![(10, 20, y, label[0]), (10, 20, y - 12, label[1])], cells.to_vec()].concat()
    };
    let first = row(276, ["Andel gaster som kommer igen", "inom tre manader"]);
    let second = row(246, ["Andel broar som har malats om", "under de senaste tio aren"]);
    let read = texts(&made(&[&page(&[head.to_vec(), first, second].concat())]));
    let expected = [
        "| Det som mats | Start varde | Mal 2031 | Kalla |",
        "| --- | --- | --- | --- |",
        "| Andel gaster som kommer igen inom tre manader | 68 % | 73 % | Egen |",
        "| Andel broar som har malats om under de senaste tio aren | 68 % | 73 % | Egen |",
    ];
    assert_eq!(read[..4], expected);
}

#[test]
fn the_number_of_a_heading_far_from_its_words_is_no_cell() {
    let heads = bold(&[
        (10, 20, 330, "4.1"),
        (10, 60, 330, "Omradet"),
        (10, 20, 312, "4.1.1"),
        (10, 60, 312, "Malet"),
    ]);
    let body = page(&[
        (10, 20, 290, "Bron ska bytas nar isen har gatt och innan loven faller."),
        (10, 20, 260, "Sa blir det."),
    ]);
    let read = texts(&made(&[&format!("{heads}{body}")]));
    assert!(read.iter().all(|line| !line.contains('|')), "{read:?}");
    assert!(
        read.iter().any(|line| line.ends_with("4.1.1 Malet**") || line.ends_with("# 4.1.1 Malet")),
        "{read:?}"
    );
}

#[test]
fn what_rules_part_from_its_head_is_one_row_where_its_words_fill_the_cells() {
    let head = bold(&[(8, 20, 300, "Mal"), (8, 140, 300, "Gjort")]);
    let row = page(&[
        (8, 20, 280, "Fler ska kunna bada i an"),
        (8, 140, 280, "Tva bryggor och en trappa byggdes i vikens"),
        (8, 20, 270, "hela den varma sommaren"),
        (8, 140, 270, "norra del. Vattnet provtogs var fjarde vecka"),
        (8, 20, 254, "Lank: 14"),
        (8, 140, 260, "under den varma sommaren, av kommunens egen"),
        (8, 140, 250, "personal och av skolans elever"),
    ]);
    let rules = "20 294 360 0.5 re f\n20 244 360 0.5 re f\n";
    let read = texts(&made(&[&format!("{head}{row}{rules}")]));
    assert_eq!(read.len(), 3, "{read:?}");
    assert!(read[2].starts_with("| Fler ska kunna bada i an hela den varma sommaren Lank: 14 |"), "{read:?}");
}

#[test]
fn words_at_the_right_over_columns_that_a_rule_parts_from_them_stand_over_all() {
    let head = bold(&[
        (8, 166, 320, "Jan 2031"),
        (8, 320, 320, "Helar 2031"),
        (8, 20, 300, "Post"),
        (8, 180, 300, "Utfall"),
        (8, 252, 300, "Budget"),
        (8, 343, 300, "Plan"),
    ]);
    let row = |y: u32, label: &'static str| {
        [(8, 20, y, label), (8, 180, y, "1 200"), (8, 260, y, "3 400"), (8, 340, y, "5 600")]
    };
    let rows = page(&[row(280, "Broar"), row(264, "Dammar"), row(248, "Alla")].concat());
    let read = |rule: &str| texts(&made(&[&format!("{head}{rows}{rule}")])).swap_remove(0);
    let spread = "| Post | Jan 2031 Utfall | Helar 2031 Budget | Helar 2031 Plan |";
    assert_eq!(read("150 312 210 0.5 re f\n"), spread);
    assert_eq!(read(""), "| Post | Jan 2031 Utfall | Budget | Helar 2031 Plan |");
}

#[test]
fn a_bold_row_of_words_over_the_labels_alone_opens_a_section() {
    let head = bold(&[(8, 20, 300, "Projekt"), (8, 200, 300, "2030"), (8, 300, 300, "2031")]);
    let section = bold(&[(8, 20, 284, "Broar")]);
    let row = |y: u32, label: &'static str| [(8, 20, y, label), (8, 200, y, "12"), (8, 300, y, "13")];
    let rows = page(&[row(268, "Norra bron"), row(252, "Hela bron")].concat());
    let read = texts(&made(&[&format!("{head}{section}{rows}")]));
    assert_eq!(read[..3], ["| Projekt | 2030 | 2031 |", "| --- | --- | --- |", "| Broar |  |  |"]);
}

#[test]
fn a_label_of_many_lines_does_not_end_its_table() {
    let label =
        ["Namnden ska", "till hosten", "rita en ny", "karta over", "parkens alla", "dammar och", "stigar"];
    let lines: Vec<(u32, u32, u32, &str)> =
        label.iter().zip(0_u32..).map(|(words, at)| (10, 20, 320 - 12 * at, *words)).collect();
    let cells = [(10, 150, 320, "Plan 2031"), (10, 260, 320, "Pagar")];
    let next = [(10, 20, 228, "Rensa an"), (10, 150, 228, "Plan 2030"), (10, 260, 228, "Klart")];
    let head = bold(&[(10, 20, 340, "Uppdrag"), (10, 150, 340, "Ur"), (10, 260, 340, "Lage")]);
    let content = format!("{head}{}", page(&[lines.as_slice(), &cells, &next].concat()));
    let rows: Vec<String> = texts(&made(&[&content])).into_iter().filter(|it| it.starts_with("| ")).collect();
    assert_eq!(rows.len(), 4, "{rows:?}");
    assert_eq!(rows[3], "| Rensa an | Plan 2030 | Klart |");
}

/// A row of words and figures: what stands at which place.
fn row(y: u32, cells: &[(u32, &'static str)]) -> String {
    page(&cells.iter().map(|(x, words)| (8, *x, y, *words)).collect::<Vec<_>>())
}

#[test]
fn names_set_to_the_left_are_of_the_figures_set_to_the_right_in_the_same_order() {
    let table = [
        row(300, &[(20, "Virke, tkr"), (120, "2031"), (200, "2032"), (280, "Mer")]),
        row(286, &[(20, "Plank"), (178, "312"), (258, "314"), (350, "2")]),
        row(272, &[(20, "Spik"), (182, "51"), (258, "151"), (342, "100")]),
        row(258, &[(20, "Summa"), (178, "363"), (258, "465"), (342, "102")]),
    ];
    let read = texts(&made(&[&table.concat()]));
    let expected = [
        "| Virke, tkr | 2031 | 2032 | Mer |",
        "| --- | --- | --- | --- |",
        "| Plank | 312 | 314 | 2 |",
        "| Spik | 51 | 151 | 100 |",
        "| Summa | 363 | 465 | 102 |",
    ];
    assert_eq!(read, expected);
    let unnamed =
        [&row(300, &[(120, "2031"), (200, "2032"), (280, "Mer")]), table[1..].concat().as_str()].concat();
    assert_eq!(texts(&made(&[&unnamed]))[0], "|  | 2031 | 2032 | Mer |");
}

#[test]
fn drawn_rules_tell_which_figures_a_name_is_of() {
    let rules: String = [16, 116, 196, 276, 366].map(|x| format!("{x} 250 m {x} 312 l S\n")).concat();
    let table = [
        row(300, &[(20, "Virke, tkr"), (120, "2031"), (200, "2032"), (280, "Mer")]),
        row(286, &[(20, "Plank"), (178, "312"), (258, "314")]),
        row(272, &[(20, "Spik"), (182, "51"), (258, "151")]),
        row(258, &[(20, "Summa"), (178, "363"), (258, "465")]),
    ];
    let read = texts(&made(&[&format!("{rules}{}", table.concat())]));
    assert_eq!(read[0], "| Virke, tkr | 2031 | 2032 | Mer |");
    assert_eq!(read[2], "| Plank | 312 | 314 |  |");
}

#[test]
fn two_figures_with_little_room_between_are_parted_as_in_the_other_rows() {
    let table = [
        row(300, &[(20, "Virke"), (130, "2031"), (164, "2030"), (196, "Mer")]),
        row(286, &[(20, "Plank"), (128, "312,2"), (161, "271,4"), (188, "115,8")]),
        row(272, &[(20, "Spik"), (133, "51,0"), (170, "4,0"), (193, "47,0")]),
        row(258, &[(20, "Bult"), (133, "61,0"), (170, "4,0"), (193, "57,0")]),
    ];
    let read = texts(&made(&[&table.concat()]));
    assert_eq!(read[2], "| Plank | 312,2 | 271,4 | 115,8 |");
    let single = [table[0].as_str(), &table[1], &row(272, &[(20, "Spik"), (133, "51,0")])].concat();
    assert!(texts(&made(&[&single])).iter().all(|line| !line.contains("| 271,4 | 115,8 |")), "nobody tells");
}

#[test]
fn two_cells_of_words_with_little_room_between_are_parted_where_others_begin() {
    let table = [
        row(300, &[(20, "Uppdrag"), (113, "Status"), (170, "Kommentar")]),
        row(286, &[(20, "Laga broar och dammar"), (113, "Klart"), (170, "Antogs i mars")]),
        row(272, &[(20, "Ta fram en plan"), (113, "Klart"), (170, "Antogs i maj")]),
    ];
    // The longest label ends less than a size before the next cell.
    let read = texts(&made(&[&table.concat()]));
    assert_eq!(read[2], "| Laga broar och dammar | Klart | Antogs i mars |");
}
