//! Files whose structure says what their text is.

use super::made::{made, marked, page, tagged};
use super::{read, texts};

#[test]
fn a_caption_is_bold_above_its_table_and_a_paragraph_elsewhere() {
    let content = marked(&[
        (10, 40, 300, "Tabell 1. Virke, tkr"),
        (10, 40, 280, "Post"),
        (10, 200, 280, "2031"),
        (10, 40, 264, "Bro"),
        (10, 200, 264, "24"),
        (10, 40, 220, "Figur 1. Bron"),
    ]);
    let file = tagged(
        &content,
        "<< /S /Table /K [<< /S /Caption /K 0 >> << /S /TR /K [<< /S /TH /K 1 >> << /S /TH /K 2 >>] >> \
         << /S /TR /K [<< /S /TD /K 3 >> << /S /TD /K 4 >>] >>] >> << /S /Caption /K 5 >>",
    );
    let expected = [
        "**Tabell 1. Virke, tkr**",
        "",
        "| Post | 2031 |",
        "| --- | --- |",
        "| Bro | 24 |",
        "",
        "Figur 1. Bron",
    ];
    assert_eq!(texts(&file), expected);
}

#[test]
fn cells_below_a_head_that_spans_rows_go_where_they_stand_when_empty_ones_are_left_out() {
    let content = marked(&[
        (10, 40, 300, "Matt"),
        (10, 150, 300, "2030"),
        (10, 300, 300, "Mal"),
        (10, 150, 286, "Kvinnor"),
        (10, 220, 286, "Man"),
        (10, 40, 270, "Broar"),
        (10, 150, 270, "1"),
        (10, 220, 270, "2"),
        (10, 300, 270, "3"),
        (10, 40, 254, "Skyltar"),
        (10, 220, 254, "15"),
        (10, 300, 254, "17"),
    ]);
    let tall = "/A << /O /Table /RowSpan 2 >>";
    let wide = "/A << /O /Table /ColSpan 2 >>";
    let file = tagged(
        &content,
        &format!(
            "<< /S /Table /K [<< /S /TR /K [<< /S /TH {tall} /K 0 >> << /S /TH {wide} /K 1 >> << /S /TH {tall} /K 2 >>] >> \
             << /S /TR /K [<< /S /TH /K 3 >> << /S /TH /K 4 >>] >> \
             << /S /TR /K [<< /S /TD /K 5 >> << /S /TD /K 6 >> << /S /TD /K 7 >> << /S /TD /K 8 >>] >> \
             << /S /TR /K [<< /S /TD /K 9 >> << /S /TD /K 10 >> << /S /TD /K 11 >>] >>] >>"
        ),
    );
    assert_eq!(texts(&file)[2..], ["| Broar | 1 | 2 | 3 |", "| Skyltar |  | 15 | 17 |"]);
}

#[test]
fn the_words_of_a_drawing_are_one_line_that_says_so_and_its_paragraphs_are_text() {
    let content = marked(&[
        (8, 40, 300, "200"),
        (8, 40, 280, "0"),
        (8, 60, 270, "2030"),
        (10, 40, 240, "Figur 1. Bron"),
        (10, 40, 200, "Bron bar mer an forr."),
    ]);
    let figure = "<< /S /Figure /K [<< /S /NonStruct /K 0 >> << /S /NonStruct /K [<< /S /NonStruct /K [1 2] >>] >> \
                  << /S /Caption /K 3 >>] >> << /S /Figure /K [<< /S /P /K 4 >>] >>";
    let lines = read(&tagged(&content, figure)).unwrap().lines;
    let told: Vec<(&str, bool)> = lines.iter().map(|it| (it.text.as_str(), it.is_drawn)).collect();
    let expected = [
        ("200 0 2030", true),
        ("", false),
        ("Figur 1. Bron", false),
        ("", false),
        ("Bron bar mer an forr.", false),
    ];
    assert_eq!(told, expected);
}

#[test]
fn dots_that_the_file_leaves_out_of_its_structure_do_not_make_it_a_file_without() {
    let dots = ". ".repeat(30);
    let words = marked(&[(10, 40, 300, "Pengar"), (10, 380, 300, "2"), (10, 40, 280, "Bron")]);
    let content = format!("{words}/Artifact BMC\n{}EMC\n", page(&[(10, 90, 300, &dots)]));
    let file = tagged(&content, "<< /S /TOC /K [<< /S /TOCI /K [0 1] >>] >> << /S /H2 /K 2 >>");
    assert_eq!(texts(&file), ["Pengar ..... 2", "", "## Bron"]);
}

#[test]
fn a_structure_of_nothing_but_content_is_read() {
    let file = String::from_utf8(made(&[&marked(&[(10, 40, 300, "Bron")])])).unwrap();
    let file = file.replacen("/Pages", "/StructTreeRoot << /Type /StructTreeRoot /K 0 >> /Pages", 1);
    assert_eq!(texts(file.as_bytes()), ["Bron"]);
}

#[test]
fn paragraphs_with_leaders_are_contents_over_as_many_lines_as_they_take() {
    let content = marked(&[
        (10, 40, 300, "Pengar ........ 2"),
        (10, 40, 280, "Arbete som tar tid och"),
        (10, 40, 268, "mer tid ........ 3"),
    ]);
    let file = tagged(&content, "<< /S /P /K 0 >> << /S /P /K [1 2] >>");
    assert_eq!(texts(&file), ["Pengar ..... 2", "Arbete som tar tid och mer tid ..... 3"]);
}

#[test]
fn a_heading_over_all_columns_below_the_head_opens_a_section() {
    let content = marked(&[
        (10, 40, 300, "Projekt"),
        (10, 200, 300, "2030"),
        (10, 300, 300, "2031"),
        (10, 40, 284, "Broar"),
        (10, 40, 268, "Norra bron"),
        (10, 200, 268, "12"),
        (10, 300, 268, "13"),
    ]);
    let wide = "/A << /O /Table /ColSpan 3 >>";
    let file = tagged(
        &content,
        &format!(
            "<< /S /Table /K [<< /S /TR /K [<< /S /TH /K 0 >> << /S /TH /K 1 >> << /S /TH /K 2 >>] >> \
             << /S /TR /K [<< /S /TH {wide} /K 3 >>] >> \
             << /S /TR /K [<< /S /TD /K 4 >> << /S /TD /K 5 >> << /S /TD /K 6 >>] >>] >>"
        ),
    );
    let expected =
        ["| Projekt | 2030 | 2031 |", "| --- | --- | --- |", "| Broar |  |  |", "| Norra bron | 12 | 13 |"];
    assert_eq!(texts(&file), expected);
}
