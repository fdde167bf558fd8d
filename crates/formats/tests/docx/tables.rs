//! Tables.

use crate::package::{Package, lines, paragraph, run, styled, table, words};

fn row(properties: &str, cells: &[(&str, &str)]) -> String {
    let cell = |(properties, text): &(&str, &str)| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph(text))
    };
    format!("<w:tr><w:trPr>{properties}</w:trPr>{}</w:tr>", cells.iter().map(cell).collect::<String>())
}

#[test]
fn a_table_stands_between_its_caption_and_the_text() {
    let body = styled("Beskrivning", "Tabell 1. Resultat")
        + &table(&[&["Tkr", "2031"], &["Hyra", "-1 200"]])
        + &paragraph("Text.");
    let read = Package::new(&body).read();
    let told: Vec<(&str, u32)> = read.lines.iter().map(|line| (line.text.as_str(), line.number)).collect();
    let expected = [
        ("**Tabell 1. Resultat**", 1),
        ("", 0),
        ("| Tkr | 2031 |", 2),
        ("| --- | --- |", 2),
        ("| Hyra | -1 200 |", 3),
        ("", 0),
        ("Text.", 4),
    ];
    assert_eq!(told, expected);
}

#[test]
fn cells_over_several_columns_and_rows_leave_empty_cells() {
    let wide = "<w:gridSpan w:val=\"2\"/>";
    let rows = [
        row("", &[("", "a"), ("", "b"), ("", "c")]),
        row("", &[("<w:vMerge w:val=\"restart\"/>", "Mål"), (wide, "d")]),
        row("", &[("<w:vMerge/>", "dolt"), ("", "e"), ("", "f")]),
        row("<w:gridBefore w:val=\"1\"/>", &[("", "g"), ("", "h")]),
        row("<w:del w:id=\"1\"/>", &[("", "borta"), ("", ""), ("", "")]),
    ];
    let expected = ["| a | b | c |", "| --- | --- | --- |", "| Mål | d |  |", "|  | e | f |", "|  | g | h |"];
    assert_eq!(lines(&format!("<w:tbl>{}</w:tbl>", rows.concat())), expected);
}

#[test]
fn a_head_of_several_rows_becomes_one() {
    let head = "<w:tblHeader/>";
    let rows = [
        row(head, &[("<w:vMerge w:val=\"restart\"/>", "Tkr"), ("<w:gridSpan w:val=\"2\"/>", "Budget")]),
        row(head, &[("<w:vMerge/>", ""), ("", "2030"), ("", "2031")]),
        row("", &[("", "Hyra"), ("", "1"), ("", "2")]),
    ];
    let expected = ["| Tkr | Budget 2030 | Budget 2031 |", "| --- | --- | --- |", "| Hyra | 1 | 2 |"];
    assert_eq!(lines(&format!("<w:tbl>{}</w:tbl>", rows.concat())), expected);
}

#[test]
fn a_second_row_that_parts_wide_cells_is_of_the_head_though_the_file_does_not_say_so() {
    let wide = "<w:gridSpan w:val=\"2\"/>";
    let first = row("", &[("", "Bro, tkr"), (wide, "2030"), (wide, "2031")]);
    let names = row("", &[("", ""), ("", "Budget"), ("", "Utfall"), ("", "Budget"), ("", "Ökning")]);
    let body = row("", &[("", "Virke"), ("", "1"), ("", "2"), ("", "3"), ("", "4")]);
    let expected = [
        "| Bro, tkr | 2030 Budget | 2030 Utfall | 2031 Budget | 2031 Ökning |",
        "| --- | --- | --- | --- | --- |",
        "| Virke | 1 | 2 | 3 | 4 |",
    ];
    assert_eq!(lines(&format!("<w:tbl>{first}{names}{body}</w:tbl>")), expected);
    let amounts = row("", &[("", ""), ("", "5"), ("", "6"), ("", "7"), ("", "8")]);
    let read = lines(&format!("<w:tbl>{first}{amounts}{body}</w:tbl>"));
    assert_eq!(read[0], "| Bro, tkr | 2030 |  | 2031 |  |");
}

#[test]
fn a_first_row_of_one_cell_over_all_columns_stands_over_the_table() {
    let rows = [
        row("", &[("<w:gridSpan w:val=\"3\"/>", "Resultat, tkr")]),
        row("", &[("", "Rad"), ("", "2030"), ("", "2031")]),
        row("", &[("", "Hyra"), ("", "1"), ("", "2")]),
    ];
    let expected = ["Resultat, tkr", "| Rad | 2030 | 2031 |", "| --- | --- | --- |", "| Hyra | 1 | 2 |"];
    assert_eq!(lines(&format!("<w:tbl>{}</w:tbl>", rows.concat())), expected);
}

#[test]
fn breaks_paragraphs_and_tables_in_a_cell_become_its_words() {
    let inner = table(&[&["x", "y"], &["z", ""]]);
    let cell = format!(
        "<w:p><w:r><w:t>ett</w:t><w:br/><w:t>två | tre</w:t></w:r></w:p>{}{inner}",
        paragraph("fyra")
    );
    let body = format!("<w:tbl><w:tr><w:tc>{cell}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", paragraph("b"));
    assert_eq!(lines(&body), ["| ett två \\| tre fyra x y z | b |", "| --- | --- |"]);
}

#[test]
fn a_frame_around_one_cell_is_what_stands_in_it() {
    let body = format!(
        "<w:tbl><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>",
        styled("Rubrik2", "Fakta"),
        paragraph("Text.")
    );
    assert_eq!(lines(&body), ["## Fakta", "Text."]);
}

#[test]
fn notes_of_a_table_stand_after_it() {
    let cell = format!("<w:p>{}<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>", run("12"));
    let body = format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{cell}</w:tc></w:tr></w:tbl>", paragraph("a"));
    let foot = format!("<w:footnote w:id=\"2\">{}</w:footnote>", paragraph("Not."));
    let read = Package::new(&body).part("footnotes", &foot, "footnotes").read();
    assert_eq!(words(&read), ["| a | 12 |", "| --- | --- |", "Not."]);
}

#[test]
fn rows_and_cells_inside_controls_are_read() {
    let cell = format!("<w:sdt><w:sdtContent><w:tc>{}</w:tc></w:sdtContent></w:sdt>", paragraph("a"));
    let row = format!("<w:sdt><w:sdtContent><w:tr>{cell}{cell}</w:tr></w:sdtContent></w:sdt>");
    assert_eq!(lines(&format!("<w:tbl>{row}{row}</w:tbl>")), ["| a | a |", "| --- | --- |", "| a | a |"]);
}
