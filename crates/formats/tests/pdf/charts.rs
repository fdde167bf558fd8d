//! What stands along the axes of a chart.

use super::made::{made, page};
use super::read;

fn told(lines: &[(u32, u32, u32, &str)]) -> Vec<(String, bool)> {
    let read = read(&made(&[&page(lines)])).unwrap_or_else(|error| panic!("{error}"));
    let lines = read.lines.into_iter();
    lines.filter(|it| !it.text.is_empty()).map(|it| (it.text, it.is_drawn)).collect()
}

#[test]
fn figures_that_fall_evenly_are_an_axis_with_what_stands_along_it() {
    let read = told(&[
        (10, 40, 380, "Bron bar mer for varje ar."),
        (7, 40, 340, "tusen"),
        (7, 42, 330, "60"),
        (7, 130, 318, "51,5"),
        (7, 42, 310, "40"),
        (7, 42, 290, "20"),
        (7, 46, 270, "0"),
        (7, 80, 258, "2030"),
        (7, 160, 258, "2031"),
        (7, 80, 242, "Tag"),
        (7, 160, 242, "Bilar"),
        (10, 40, 216, "Figur 1. Trafik over bron"),
    ]);
    let expected = [
        ("Bron bar mer for varje ar.", false),
        ("tusen 60 51,5 40 20 0 2030 2031 Tag Bilar", true),
        ("Figur 1. Trafik over bron", false),
    ];
    assert_eq!(read, expected.map(|(text, drawn)| (text.to_owned(), drawn)));
}

#[test]
fn figures_that_rise_or_stand_beside_words_are_no_axis() {
    let rising = [(10, 40, 300, "1"), (10, 40, 280, "2"), (10, 40, 260, "3")];
    assert!(told(&rising).iter().all(|(_, drawn)| !drawn));
    let rows: Vec<(u32, u32, u32, &str)> = [("2031", 300), ("2030", 284), ("2029", 268), ("2028", 252)]
        .into_iter()
        .flat_map(|(year, y)| [(10, 40, y, year), (10, 200, y, "tag och bilar")])
        .collect();
    assert!(told(&rows).iter().all(|(_, drawn)| !drawn));
}

#[test]
fn values_over_bars_with_categories_and_colours_below_are_a_chart() {
    let read = told(&[
        (10, 40, 380, "Bron bar mer for varje ar."),
        (7, 270, 350, "2451"),
        (7, 213, 346, "2357"),
        (7, 156, 341, "2262"),
        (7, 99, 337, "2169"),
        (7, 118, 330, "1962"),
        (7, 175, 328, "1921"),
        (7, 232, 326, "1889"),
        (7, 109, 240, "2030"),
        (7, 166, 240, "2031"),
        (7, 223, 240, "2032"),
        (7, 280, 240, "2033"),
        (7, 100, 224, "Tag och buss"),
        (7, 190, 224, "Bilar"),
        (10, 40, 200, "Figur 1. Trafik over bron"),
    ]);
    let expected = [
        ("Bron bar mer for varje ar.", false),
        ("2451 2357 2262 2169 1962 1921 1889 2030 2031 2032 2033 Tag och buss Bilar", true),
        ("Figur 1. Trafik over bron", false),
    ];
    assert_eq!(read, expected.map(|(text, drawn)| (text.to_owned(), drawn)));
}

#[test]
fn figures_in_rows_below_years_are_no_chart() {
    let row = |y: u32, cells: [&'static str; 4]| {
        cells.into_iter().zip([40, 120, 200, 280]).map(move |(cell, x)| (8, x, y, cell))
    };
    let rows: Vec<(u32, u32, u32, &str)> = row(300, ["11", "12", "13", "14"])
        .chain(row(286, ["21", "22", "23", "24"]))
        .chain(row(272, ["31", "32", "33", "34"]))
        .collect();
    assert!(told(&rows).iter().all(|(_, drawn)| !drawn));
}

#[test]
fn words_alone_below_a_chart_of_the_texts_size_are_text() {
    let read = told(&[
        (10, 40, 380, "Bron bar mer for varje ar."),
        (10, 150, 340, "95"),
        (10, 50, 325, "80"),
        (10, 250, 315, "70"),
        (10, 100, 305, "60"),
        (10, 200, 285, "40"),
        (10, 50, 240, "2030"),
        (10, 100, 240, "2031"),
        (10, 150, 240, "2032"),
        (10, 200, 240, "2033"),
        (10, 250, 240, "2034"),
        (10, 40, 220, "Sa bar bron."),
    ]);
    let expected = [
        ("Bron bar mer for varje ar.", false),
        ("95 80 70 60 40 2030 2031 2032 2033 2034", true),
        ("Sa bar bron.", false),
    ];
    assert_eq!(read, expected.map(|(text, drawn)| (text.to_owned(), drawn)));
}
