//! Charts side by side, bars without an axis, and boxes beside the text.

use super::made::{bold, made, page};
use super::{read, texts};

/// The lines of a chart of a file.
fn drawn(file: &[u8]) -> Vec<String> {
    let lines = read(file).unwrap_or_else(|error| panic!("{error}")).lines;
    lines.into_iter().filter(|line| line.is_drawn).map(|line| line.text).collect()
}

#[test]
fn charts_beside_one_another_are_told_by_the_lines_beside_their_figures() {
    let axis = |x: u32| {
        let lines: String = (0..4)
            .map(|at| format!("{} {} m {} {} l S\n", x + 14, 200 + 20 * at, x + 130, 200 + 20 * at))
            .collect();
        lines
    };
    let words = page(&[
        (6, 30, 258, "90"),
        (6, 220, 258, "60"),
        (6, 30, 238, "60"),
        (6, 220, 238, "40"),
        (6, 30, 218, "30"),
        (6, 220, 218, "20"),
        (6, 33, 198, "0"),
        (6, 223, 198, "0"),
        (6, 60, 188, "2029"),
        (6, 120, 188, "2030"),
        (6, 250, 188, "2029"),
        (6, 310, 188, "2030"),
        (9, 30, 160, "Har gar texten vidare nar diagrammen tar slut."),
    ]);
    let file = made(&[&format!("{}{}{words}", axis(26), axis(216))]);
    assert_eq!(drawn(&file), ["90 60 60 40 30 20 0 0 2029 2030 2029 2030"]);
    let text: Vec<String> = texts(&file).into_iter().filter(|line| line.contains("texten")).collect();
    assert_eq!(text, ["Har gar texten vidare nar diagrammen tar slut."]);
    assert!(texts(&file).iter().all(|line| !line.contains('|')));
}

#[test]
fn bars_that_begin_at_one_edge_have_their_names_and_values_beside_them() {
    let bars = "0.3 0.5 0.3 rg\n120 300 140 14 re f\n120 280 90 14 re f\n120 260 40 14 re f\n0 0 0 rg\n";
    let words = page(&[
        (6, 60, 304, "Broar och spanger"),
        (6, 264, 304, "140"),
        (6, 84, 284, "Dammar"),
        (6, 214, 284, "90"),
        (6, 90, 264, "Stigar"),
        (6, 164, 264, "40"),
        (9, 60, 220, "Har gar texten vidare."),
    ]);
    let file = made(&[&format!("{bars}{words}")]);
    assert_eq!(drawn(&file), ["Broar och spanger 140 Dammar 90 Stigar 40"]);
    assert!(texts(&file).contains(&"Har gar texten vidare.".to_owned()));
}

#[test]
fn cells_of_a_table_are_no_bars() {
    let cells = "0.8 0.9 0.8 rg\n20 294 100 16 re f\n120 294 60 16 re f\n180 294 60 16 re f\n240 294 60 16 re f\n0 0 0 rg\n";
    let head =
        bold(&[(8, 24, 299, "Post"), (8, 130, 299, "2029"), (8, 190, 299, "2030"), (8, 250, 299, "2031")]);
    let rows = page(&[
        (8, 24, 283, "Broar"),
        (8, 136, 283, "12"),
        (8, 196, 283, "13"),
        (8, 256, 283, "14"),
        (8, 24, 267, "Dammar"),
        (8, 136, 267, "22"),
        (8, 196, 267, "23"),
        (8, 256, 267, "24"),
    ]);
    let read = texts(&made(&[&format!("{cells}{head}{rows}")]));
    assert_eq!(read[0], "| Post | 2029 | 2030 | 2031 |");
    assert_eq!(read[3], "| Dammar | 22 | 23 | 24 |");
}

#[test]
fn a_box_beside_the_text_is_read_by_itself() {
    let area = "0.9 0.9 0.8 rg\n270 240 110 90 re f\n0 0 0 rg\n";
    let text = page(&[
        (10, 20, 320, "Namnden skoter parker, broar och dammar i hela"),
        (10, 20, 306, "staden. Broarna ska halla i hundra ar och malas"),
        (10, 20, 292, "vart tionde. Dammarna rensas varje host och fylls"),
        (10, 20, 278, "igen nar varen kommer, om isen har gatt."),
        (10, 20, 220, "Stigarna far grus vart tredje ar. Det ar en hel del grus, och det kostar."),
    ]);
    let fact = format!(
        "{}{}",
        bold(&[(8, 278, 314, "I korthet")]),
        page(&[(8, 278, 301, "Fyra broar av"), (8, 278, 290, "virke"), (8, 278, 270, "Tolv dammar")])
    );
    let read: Vec<String> =
        texts(&made(&[&format!("{area}{text}{fact}")])).into_iter().filter(|line| !line.is_empty()).collect();
    assert_eq!(read[..3], ["**I korthet**", "Fyra broar av", "virke"]);
    assert_eq!(read[3], "Tolv dammar");
    assert_eq!(read[4], "Namnden skoter parker, broar och dammar i hela");
    assert_eq!(read[7], "igen nar varen kommer, om isen har gatt.");
}

#[test]
fn a_coloured_column_of_a_table_is_no_box() {
    let area = "0.9 0.9 0.8 rg\n180 240 70 80 re f\n0 0 0 rg\n";
    let head = bold(&[(8, 24, 308, "Vad"), (8, 190, 308, "2030"), (8, 260, 308, "2031")]);
    let row = |y: u32, label: &'static str| [(8, 24, y, label), (8, 194, y, "12"), (8, 264, y, "13")];
    let rows =
        page(&[row(292, "Broar av virke"), row(276, "Dammar av sten"), row(260, "Stigar av grus")].concat());
    let read = texts(&made(&[&format!("{area}{head}{rows}")]));
    assert_eq!(read[2], "| Broar av virke | 12 | 13 |");
}
