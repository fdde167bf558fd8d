//! Tables that go on over the page, and tables right below one another.

use super::made::{bold, made, page};
use super::texts;

fn row(y: u32, cells: [&'static str; 3]) -> Vec<(u32, u32, u32, &'static str)> {
    cells.into_iter().zip([20, 180, 280]).map(|(words, x)| (10, x, y, words)).collect()
}

fn words(read: &[String]) -> Vec<&str> {
    read.iter().map(String::as_str).filter(|it| !it.is_empty()).collect()
}

/// A page with a heading and a table to its foot.
fn first_page() -> String {
    let head =
        bold(&[vec![(14, 20, 380, "Bron")], row(350, ["Post", "Budget 2030", "Budget 2031"])].concat());
    let rows = [row(334, ["Virke", "-24", "-26"]), row(318, ["Spik", "-12", "-13"])].concat();
    format!("{head}{}", page(&rows))
}

const TABLE: [&str; 4] = [
    "| Post | Budget 2030 | Budget 2031 |",
    "| --- | --- | --- |",
    "| Virke | -24 | -26 |",
    "| Spik | -12 | -13 |",
];

#[test]
fn the_sum_alone_on_the_next_page_is_a_row_of_the_table() {
    let next = format!("{}{}", bold(&[(10, 20, 380, "Summa")]), page(&row(380, ["", "-36", "-39"])[1..]));
    let text = page(&[(10, 20, 340, "Virket kommer fran skogen.")]);
    let read = texts(&made(&[&first_page(), &format!("{next}{text}")]));
    assert_eq!(words(&read)[1..5], TABLE);
    assert_eq!(words(&read)[5..], ["| Summa | -36 | -39 |", "Virket kommer fran skogen."]);
}

#[test]
fn rows_on_the_next_page_without_a_head_go_on_with_the_table() {
    let rows =
        [row(380, ["Farg", "-7", "-8"]), row(364, ["Trappa", "-3", "-4"]), row(348, ["Summa", "-46", "-51"])];
    let read = texts(&made(&[&first_page(), &page(&rows.concat())]));
    assert_eq!(words(&read)[1..5], TABLE);
    assert_eq!(words(&read)[5..], ["| Farg | -7 | -8 |", "| Trappa | -3 | -4 |", "| Summa | -46 | -51 |"]);
}

#[test]
fn the_rest_of_a_label_at_the_top_of_the_next_page_belongs_to_the_row_above() {
    let long = format!("{}{}", first_page(), page(&row(302, ["Personalkost", "-4", "-5"])));
    let rows = [row(366, ["Farg", "-7", "-8"]), row(350, ["Summa", "-46", "-51"])].concat();
    let next = format!("{}{}", page(&[(10, 20, 380, "nader")]), page(&rows));
    let read = texts(&made(&[&long, &next]));
    assert_eq!(words(&read)[1..5], TABLE);
    let more = ["| Personalkostnader | -4 | -5 |", "| Farg | -7 | -8 |", "| Summa | -46 | -51 |"];
    assert_eq!(words(&read)[5..], more);
}

#[test]
fn a_label_of_several_lines_at_the_top_of_the_next_page_belongs_to_the_row_below() {
    let label = page(&[(10, 20, 380, "Farg, penslar och"), (10, 20, 368, "annat som behovs")]);
    let rows = [row(356, ["till malningen", "-7", "-8"]), row(338, ["Summa", "-46", "-51"])].concat();
    let read = texts(&made(&[&first_page(), &format!("{label}{}", page(&rows))]));
    assert_eq!(words(&read)[1..5], TABLE);
    let more = ["| Farg, penslar och annat som behovs till malningen | -7 | -8 |", "| Summa | -46 | -51 |"];
    assert_eq!(words(&read)[5..], more);
}

#[test]
fn a_head_of_its_own_or_other_columns_make_another_table() {
    let head = bold(&row(380, ["Objekt", "2031", "2032"]));
    let own = format!("{head}{}", page(&row(364, ["Brygga", "7", "8"])));
    let read = texts(&made(&[&first_page(), &own]));
    assert_eq!(words(&read)[5..], ["| Objekt | 2031 | 2032 |", "| --- | --- | --- |", "| Brygga | 7 | 8 |"]);
    let moved: Vec<(u32, u32, u32, &str)> = [row(380, ["Farg", "7", "8"]), row(364, ["Trappa", "3", "4"])]
        .concat()
        .into_iter()
        .map(|(size, x, y, words)| (size, x + 12, y, words))
        .collect();
    let read = texts(&made(&[&first_page(), &page(&moved)]));
    assert!(words(&read)[5..].contains(&"| --- | --- | --- |"), "{read:?}");
}

#[test]
fn another_head_right_below_opens_another_table_with_its_caption() {
    let heads = bold(
        &[
            row(340, ["Post", "Budget 2030", "Budget 2031"]),
            vec![
                (10, 22, 282, "Projekt"),
                (10, 215, 282, "2031"),
                (10, 255, 282, "2032"),
                (10, 310, 282, "2033"),
            ],
        ]
        .concat(),
    );
    let rows = page(
        &[
            row(326, ["Virke", "-24 100", "-26 300"]),
            row(312, ["Summa", "-24 100", "-26 300"]),
            vec![(10, 18, 297, "Inkop, mnkr")],
            vec![
                (10, 22, 268, "Brygga"),
                (10, 215, 268, "1,2"),
                (10, 255, 268, "0,4"),
                (10, 310, 268, "0,1"),
            ],
        ]
        .concat(),
    );
    let read = texts(&made(&[&format!("{heads}{rows}")]));
    let expected = [
        "| Post | Budget 2030 | Budget 2031 |",
        "| --- | --- | --- |",
        "| Virke | -24 100 | -26 300 |",
        "| Summa | -24 100 | -26 300 |",
        "Inkop, mnkr",
        "| Projekt | 2031 | 2032 | 2033 |",
        "| --- | --- | --- | --- |",
        "| Brygga | 1,2 | 0,4 | 0,1 |",
    ];
    assert_eq!(words(&read), expected);
}

#[test]
fn a_head_in_the_texts_weight_below_a_caption_opens_another_table() {
    let lines = [
        row(340, ["Post", "Budget 2030", "Budget 2031"]),
        row(326, ["Virke", "-24 100", "-26 300"]),
        row(312, ["Summa", "-24 100", "-26 300"]),
        vec![(10, 18, 297, "Inkop, mnkr")],
        row(282, ["Projekt", "2031", "2032"]),
        row(268, ["Brygga", "1,2", "0,4"]),
    ];
    let read = texts(&made(&[&page(&lines.concat())]));
    assert_eq!(words(&read)[4..6], ["Inkop, mnkr", "| Projekt | 2031 | 2032 |"]);
}

#[test]
fn words_in_bold_between_rows_open_no_table() {
    let rows =
        page(&[row(326, ["Virke", "-24 100", "-26 300"]), row(298, ["Ek", "-24 100", "-26 300"])].concat());
    let head = bold(&row(340, ["Post", "Budget 2030", "Budget 2031"]));
    let between = bold(&[(10, 20, 312, "Varav")]);
    let read = texts(&made(&[&format!("{head}{rows}{between}")]));
    assert_eq!(read.iter().filter(|line| line.starts_with("| ---")).count(), 1, "{read:?}");
}

/// Words in cells: status in the second column.
fn told(y: u32, cells: [&'static str; 3]) -> String {
    let all = cells.into_iter().zip([20, 180, 260]).map(|(words, x)| (10, x, y, words));
    page(&all.filter(|it| !it.3.is_empty()).collect::<Vec<_>>())
}

/// A rule over all columns.
fn rule(y: u32) -> String {
    format!("20 {y} m 380 {y} l S\n")
}

/// The first page of a table of assignments, with a head and what follows it.
fn orders(rows: &str) -> String {
    let text = page(&[(10, 20, 380, "Namnden har fatt dessa uppdrag av kommunfullmaktige under aret.")]);
    let head = bold(&[(10, 20, 350, "Uppdrag"), (10, 180, 350, "Status"), (10, 260, 350, "Kommentar")]);
    format!("{text}{head}{}{rows}", rule(344))
}

fn table(read: &[String]) -> Vec<&str> {
    words(read).into_iter().filter(|it| it.starts_with('|')).collect()
}

const HEAD: [&str; 2] = ["| Uppdrag | Status | Kommentar |", "| --- | --- | --- |"];

#[test]
fn a_row_of_words_that_the_end_of_the_page_parts_is_one() {
    let first = orders(&format!(
        "{}{}{}{}",
        told(332, ["Laga bron vid dammen", "Klart", "Bron oppnades i mars."]),
        rule(326),
        told(314, ["Ta fram en plan for alla", "Pagar", "Planen ar forsenad och"]),
        told(302, ["parker och", "", "redovisas i"]),
    ));
    let rest = told(380, ["lekplatser", "", "oktober."]);
    let more = told(356, ["Mala om alla bankar", "Klart", "Bankarna ar roda."]);
    let end =
        page(&[(10, 20, 300, "Namnden fortsatter arbetet nasta ar med nya bankar och broar i parken.")]);
    let expected = [
        "| Laga bron vid dammen | Klart | Bron oppnades i mars. |",
        "| Ta fram en plan for alla parker och lekplatser | Pagar | Planen ar forsenad och redovisas i oktober. |",
        "| Mala om alla bankar | Klart | Bankarna ar roda. |",
    ];
    let next = format!("{rest}{}{more}{}{end}", rule(368), rule(350));
    let head = bold(&[(10, 20, 380, "Uppdrag"), (10, 180, 380, "Status"), (10, 260, 380, "Kommentar")]);
    let below = next.replace(" 380 Tm", " 364 Tm").replace(" 368 ", " 360 ").replace(" 356 Tm", " 348 Tm");
    let again = format!("{head}{}{below}", rule(374));
    for next in [next, again] {
        let read = texts(&made(&[&first, &next]));
        assert_eq!(table(&read)[..2], HEAD);
        assert_eq!(table(&read)[2..], expected, "{read:?}");
    }
}

#[test]
fn the_last_words_of_a_cell_alone_on_the_next_page_belong_to_it() {
    let first = orders(&format!(
        "{}{}{}",
        told(332, ["Laga bron vid dammen", "Klart", "Bron oppnades."]),
        rule(326),
        told(314, ["Laga alla", "Pagar", "Sker av park- och"]),
    ));
    let text = "Namnden fortsatter arbetet nasta ar med nya bankar och broar i parken.";
    let next = format!("{}{}", page(&[(10, 260, 380, "badnamnden")]), page(&[(10, 20, 340, text)]));
    let read = texts(&made(&[&first, &next]));
    assert_eq!(table(&read)[3], "| Laga alla | Pagar | Sker av park- och badnamnden |");
    assert_eq!(words(&read).last(), Some(&text));
    let capital = format!("{}{}", page(&[(10, 260, 380, "Badnamnden")]), page(&[(10, 20, 340, text)]));
    let read = texts(&made(&[&first, &capital]));
    assert_eq!(table(&read)[3], "| Laga alla | Pagar | Sker av park- och |", "nobody knows");
}

#[test]
fn a_head_again_far_above_its_first_row_opens_no_second_table() {
    let head = bold(&row(380, ["Post", "Budget 2030", "Budget 2031"]));
    let rows = [row(330, ["Farg", "-7", "-8"]), row(314, ["Summa", "-46", "-51"])].concat();
    let read = texts(&made(&[&first_page(), &format!("{head}{}", page(&rows))]));
    assert_eq!(words(&read)[1..5], TABLE);
    assert_eq!(words(&read)[5..], ["| Farg | -7 | -8 |", "| Summa | -46 | -51 |"]);
}

#[test]
fn a_cell_alone_at_the_foot_of_a_page_is_of_the_row_on_the_next() {
    let whole = told(332, ["Laga bron vid dammen", "Klart", "Bron oppnades i mars."]);
    let rows = format!(
        "{}{}{}",
        told(380, ["Mala alla bankar", "", "Bankarna ar roda."]),
        rule(374),
        told(362, ["Ta fram en plan", "Pagar", "Planen ar forsenad."]),
    );
    let last = [
        "| Mala alla bankar | Klart | Bankarna ar roda. |",
        "| Ta fram en plan | Pagar | Planen ar forsenad. |",
    ];
    let alone = orders(&format!("{whole}{}{}", rule(326), told(308, ["", "Klart", ""])));
    let read = texts(&made(&[&alone, &rows]));
    assert_eq!(table(&read)[3..], last, "{read:?}");
    let stranded = orders(&told(328, ["", "Klart", ""]));
    let read = texts(&made(&[&stranded, &rows]));
    assert_eq!(table(&read)[..2], HEAD);
    assert_eq!(table(&read)[2..], last, "{read:?}");
}
