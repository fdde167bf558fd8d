//! Pages in two columns.

use super::made::{bold, made, page};
use super::texts;

const LEFT: [&str; 5] = [
    "Arbetet borjar nar isen har gatt och",
    "slutar nar loven faller. Den som vill",
    "se pa far sta vid rackat pa den norra",
    "sidan, dar en skylt beratar vad som",
    "hander.",
];

const RIGHT: [&str; 7] = [
    "Pengarna racker till virke och spik.",
    "Resten tas ur den plan som namnden",
    "antog i hostas, sa att ingen annan",
    "behover vanta pa sitt.",
    "Efterat star bron i hundra ar om den",
    "malas vart tionde, vilket ar billigt",
    "jamfort med en ny.",
];

fn column(x: u32, from: u32, lines: &[&'static str]) -> Vec<(u32, u32, u32, &'static str)> {
    lines.iter().zip((0..).step_by(12)).map(|(line, down)| (10, x, from - down, *line)).collect()
}

fn words(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).filter(|it| !it.is_empty()).collect()
}

#[test]
fn columns_end_where_a_table_begins_and_their_lines_make_paragraphs() {
    let left = column(20, 340, &LEFT);
    let right = [column(210, 340, &RIGHT[..4]), column(210, 286, &RIGHT[4..])].concat();
    let below = page(&[
        (10, 20, 230, "Post"),
        (10, 180, 230, "2030"),
        (10, 280, 230, "2031"),
        (10, 20, 214, "Virke"),
        (10, 180, 214, "24"),
        (10, 280, 214, "26"),
    ]);
    let caption = bold(&[(10, 20, 246, "Kostnader, tkr")]);
    let text = page(&[left, right].concat());
    let read = texts(&made(&[&format!("{text}{caption}{below}")]));
    let first: Vec<String> = LEFT.map(str::to_owned).to_vec();
    assert_eq!(read[..5], first);
    assert_eq!(read[6..10], RIGHT.map(str::to_owned)[..4]);
    assert_eq!(read[11..14], RIGHT.map(str::to_owned)[4..]);
    assert_eq!(words(&read[14..])[..2], ["**Kostnader, tkr**", "| Post | 2030 | 2031 |"]);
}

#[test]
fn columns_whose_lines_do_not_stand_side_by_side_are_read_one_after_the_other() {
    let lines = [column(20, 340, &LEFT), column(210, 335, &RIGHT)].concat();
    let read = texts(&made(&[&page(&lines)]));
    assert_eq!(words(&read), [&LEFT[..], &RIGHT[..]].concat());
}

#[test]
fn words_in_cells_below_a_head_are_no_columns() {
    let head =
        bold(&[(10, 20, 352, "Det som kan ga fel under arbetet"), (10, 210, 352, "Det vi gor at det da")]);
    let lines = page(&[column(20, 340, &LEFT), column(210, 340, &RIGHT[..5])].concat());
    let read = texts(&made(&[&format!("{head}{lines}")]));
    assert!(read[0].starts_with("| Det som kan ga fel"), "{read:?}");
}

#[test]
fn a_table_in_one_column_is_read_with_that_column() {
    let rows = [
        (10, 20, 264, "Post"),
        (10, 110, 264, "2030"),
        (10, 160, 264, "2031"),
        (10, 20, 252, "Virke"),
        (10, 110, 252, "24"),
        (10, 160, 252, "26"),
        (10, 20, 240, "Spik"),
        (10, 110, 240, "12"),
        (10, 160, 240, "13"),
    ];
    let right = [column(210, 335, &RIGHT), column(210, 251, &RIGHT[..4])].concat();
    let lines = [column(20, 340, &LEFT), rows.to_vec(), right].concat();
    let read = texts(&made(&[&page(&lines)]));
    let table =
        ["| Post | 2030 | 2031 |", "| --- | --- | --- |", "| Virke | 24 | 26 |", "| Spik | 12 | 13 |"];
    assert_eq!(words(&read), [&LEFT[..], &table[..], &RIGHT[..], &RIGHT[..4]].concat());
}

#[test]
fn a_short_column_beside_a_table_is_one_where_other_pages_have_theirs_there() {
    let whole =
        [column(20, 340, &LEFT), column(20, 280, &LEFT), column(210, 340, &RIGHT), column(210, 250, &RIGHT)];
    let whole = page(&whole.concat());
    let table: Vec<(u32, u32, u32, &str)> = (0..4)
        .flat_map(|at| {
            let y = 340 - 12 * at;
            [(10, 20, y, "Virke"), (10, 100, y, "24"), (10, 150, y, "26")]
        })
        .collect();
    let short = page(&[table, column(210, 340, &RIGHT[..4])].concat());
    let read = texts(&made(&[&whole, &whole, &short]));
    let told = words(&read);
    let at = told.iter().position(|it| it.starts_with("| Virke")).unwrap_or_default();
    assert!(told[at..].contains(&"| Virke | 24 | 26 |"), "{told:?}");
    assert!(told.ends_with(&RIGHT[..4]), "{told:?}");
}

/// Columns of a few lines that flow from the foot of the left one to the top of the right one.
fn short(right: &[&'static str]) -> Vec<String> {
    let heading = bold(&[(14, 20, 380, "Bron")]);
    let left = [
        "Bron bar 4 procent mer i ar an forra",
        "aret. Flest kommer med tag, och av",
        "dem som gar har de flesta",
    ];
    let text = page(&[column(20, 340, &left), column(210, 340, right)].concat());
    let below = bold(&[(14, 20, 270, "Efterat")]);
    texts(&made(&[&format!("{heading}{text}{below}")]))
}

#[test]
fn columns_of_a_few_lines_are_no_table() {
    let right = ["hund med sig. Hunden far ga i vagen", "dar 85 meter av racket ar borta sedan", "i host."];
    let read = short(&right);
    assert!(read.iter().all(|line| !line.contains('|')), "{read:?}");
    assert_eq!(words(&read)[3..7], ["dem som gar har de flesta", right[0], right[1], right[2]]);
}

#[test]
fn columns_whose_first_lines_stand_at_different_heights_are_read_one_after_the_other() {
    let left = ["Tag gar over bron 4 ganger varje dag", "och stannar vid varje brygga under"];
    let right = [
        "2031 och hela varen. Virket kommer fran",
        "skogen.",
        "Spiken kostar 40 kronor mer an i fjol",
        "men racker.",
    ];
    let lines = page(&[column(20, 332, &left), column(210, 340, &right)].concat());
    let read = texts(&made(&[&format!("{}{lines}", bold(&[(14, 20, 380, "Bron")]))]));
    assert_eq!(words(&read)[1..], [&left[..], &right[..]].concat());
}

#[test]
fn cells_that_begin_side_by_side_are_rows_however_full_they_are() {
    let left = [
        "Bron ska hallas ren fran is och ha ett",
        "racke.",
        "Vagen ska vara bred nog for en hund",
        "och en cykel.",
    ];
    let right =
        ["Gott, alla tre racken har nu malats", "om.", "Daligt, den som gar med en hund far", "inte plats."];
    let read = texts(&made(&[&page(&[column(20, 340, &left), column(210, 340, &right)].concat())]));
    assert!(read[0].starts_with("| Bron ska hallas ren"), "{read:?}");
}

#[test]
fn columns_of_two_lines_are_known_by_longer_ones_in_the_same_place() {
    let longer = [column(20, 340, &LEFT[..3]), column(210, 340, &RIGHT[..4])].concat();
    let shorter = [column(20, 240, &LEFT[1..3]), column(210, 240, &RIGHT[1..3])].concat();
    let heads = |y: u32| bold(&[(14, 20, 380, "Bron"), (14, 20, y, "Efterat")]);
    let alone = texts(&made(&[&format!("{}{}", heads(280), page(&shorter))]));
    assert!(alone.iter().any(|line| line.contains('|')), "{alone:?}");
    let both = texts(&made(&[&format!("{}{}{}", heads(280), page(&longer), page(&shorter))]));
    assert!(both.iter().all(|line| !line.contains('|')), "{both:?}");
}

#[test]
fn short_columns_with_headings_in_them_are_no_table() {
    let left = [
        "Parken fick fler bankar i",
        "ar och gasterna blev fler",
        "for varje vecka som gick,",
        "mest pa varen nar ljuset",
        "kom, men ocksa i host.",
    ];
    let right = [
        "Bryggan ar lagad och den",
        "nya trappan haller for is",
        "och sno hela vintern lang",
        "om den sandas ofta nog.",
    ];
    let heads = bold(&[(10, 220, 330, "Mal - Bad"), (10, 220, 300, "Arbete"), (10, 220, 240, "Laget")]);
    let text = |x: u32, from: u32, lines: &[&'static str]| -> Vec<(u32, u32, u32, &'static str)> {
        lines.iter().zip(0_u32..).map(|(words, at)| (10, x, from - 15 * at, *words)).collect()
    };
    let lines = [
        text(20, 330, &left),
        text(220, 285, &right[..3]),
        text(220, 225, &right[3..]),
        text(220, 210, &["Allt ar klart till sommaren", "och badet kan oppna igen."]),
    ];
    let read = texts(&made(&[&format!("{}{heads}", page(&lines.concat()))]));
    let words: Vec<&str> = read.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    assert!(words.iter().all(|it| !it.starts_with('|')), "{words:?}");
    let at = |part: &str| words.iter().position(|it| it.contains(part)).unwrap_or_default();
    assert!(at("kom, men") < at("Mal - Bad") && at("Mal - Bad") < at("Bryggan"), "{words:?}");
}

#[test]
fn the_foot_of_a_page_alone_is_a_running_line() {
    let text = [(10, 40, 330, "Bron byts nar isen har gatt."), (10, 40, 318, "Arbetet tar ett ar.")];
    let foot = [(9, 150, 12, "Plan 2031 - Bronamnden 1")];
    let file = made(&[&page(&[text.as_slice(), &foot].concat())]);
    let running = |file: &[u8]| -> Vec<String> {
        let extract = super::read(file).unwrap();
        extract.lines.into_iter().filter(|line| line.is_running).map(|line| line.text).collect()
    };
    assert_eq!(running(&file), ["Plan 2031 - Bronamnden 1"]);
    let near = [(10, 40, 30, "Bron byts i ar."), (10, 40, 18, "Den kostar mer an 1")];
    assert!(running(&made(&[&page(&near)])).is_empty());
}
