//! What words look like, and what that makes them.

use super::made::{bold, made, page};
use super::texts;

#[test]
fn headings_in_a_bold_font_that_is_not_in_the_file_are_headings() {
    let body = page(&[
        (10, 40, 280, "Bron byts nar isen har gatt."),
        (10, 40, 240, "Arbetet tar ett ar."),
        (10, 40, 200, "Sedan star bron."),
    ]);
    let heads = bold(&[(12, 40, 330, "Bron"), (10, 40, 300, "Pengar"), (10, 40, 260, "Arbete")]);
    let texts = texts(&made(&[&format!("{heads}{body}")]));
    assert_eq!(texts[..5], ["# Bron", "", "## Pengar", "", "Bron byts nar isen har gatt."]);
    assert_eq!(texts[6], "## Arbete");
}

#[test]
fn a_heading_with_room_for_more_does_not_go_on_in_the_next() {
    let body = page(&[
        (10, 40, 260, "En rad som nar anda ut till kanten av det som ar satt har."),
        (10, 40, 248, "Och en till."),
    ]);
    let heads = bold(&[
        (14, 40, 330, "Planen"),
        (12, 40, 300, "Pengar"),
        (12, 40, 284, "Arbete som tar mycket lang tid och som"),
        (12, 40, 270, "aldrig tar slut"),
    ]);
    let texts = texts(&made(&[&format!("{heads}{body}")]));
    let expected =
        ["# Planen", "", "## Pengar", "", "## Arbete som tar mycket lang tid och som aldrig tar slut"];
    assert_eq!(texts[..5], expected);
}

#[test]
fn the_raised_number_of_a_note_belongs_to_its_word() {
    let file = made(&[&page(&[
        (10, 40, 300, "Bron ar gammal och"),
        (10, 40, 288, "12,5 meter lang."),
        (6, 113, 293, "1"),
        (10, 130, 288, "Den ska bytas."),
    ])]);
    assert_eq!(texts(&file), ["Bron ar gammal och", "12,5 meter lang.\u{b9} Den ska bytas."]);
}

#[test]
fn a_raised_number_nearly_as_large_as_the_text_belongs_to_its_word() {
    let file = made(&[&page(&[
        (10, 40, 300, "Bron bar 24 procent mer i ar."),
        (9, 168, 305, "1"),
        (10, 40, 288, "Den ska bytas."),
    ])]);
    assert_eq!(texts(&file), ["Bron bar 24 procent mer i ar.\u{b9}", "Den ska bytas."]);
}

#[test]
fn a_note_stands_after_the_paragraph_that_calls_for_it() {
    let file = made(&[&format!(
        "{}{}",
        bold(&[(14, 40, 320, "Pengar"), (14, 40, 250, "Arbete")]),
        page(&[
            (10, 40, 300, "Bron bar 24 procent mer i ar."),
            (6, 168, 305, "1"),
            (10, 40, 288, "Den ska bytas."),
            (10, 40, 230, "Arbetet borjar nar isen har gatt och pagar till dess att loven faller."),
            (7, 40, 180, "1. Matt i augusti, nar de flesta har"),
            (7, 40, 171, "ledigt."),
        ])
    )]);
    let read = texts(&file);
    let told: Vec<&str> = read.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    assert_eq!(
        told[1..6],
        [
            "Bron bar 24 procent mer i ar.\u{b9}",
            "Den ska bytas.",
            "1. Matt i augusti, nar de flesta har",
            "ledigt.",
            "# Arbete",
        ]
    );
}

#[test]
fn an_entry_of_the_contents_may_begin_on_a_line_without_its_page() {
    let file = made(&[&page(&[
        (10, 40, 300, "Pengar"),
        (10, 80, 300, "........................................."),
        (10, 330, 300, "2"),
        (10, 40, 286, "Arbete som tar mycket lang tid och som"),
        (10, 40, 274, "aldrig tar slut ..........................................."),
        (10, 330, 274, "3"),
    ])]);
    let expected = ["Pengar ..... 2", "Arbete som tar mycket lang tid och som aldrig tar slut ..... 3"];
    assert_eq!(texts(&file), expected);
}

#[test]
fn headings_whose_looks_leave_out_a_level_stand_right_below_the_one_above() {
    let body =
        page(&[(10, 40, 270, "Bron ska malas."), (10, 40, 216, "Isen har gatt."), (10, 40, 170, "Nu.")]);
    let heads = bold(&[
        (16, 40, 380, "Planen"),
        (14, 40, 340, "Bron"),
        (10, 40, 300, "Farg pa racket"),
        (14, 40, 250, "Isen"),
        (12, 40, 234, "Hur den ligger"),
        (10, 40, 190, "Var den bar"),
    ]);
    let texts = texts(&made(&[&format!("{heads}{body}")]));
    let heads: Vec<&str> = texts.iter().map(String::as_str).filter(|text| text.starts_with('#')).collect();
    let expected =
        ["# Planen", "## Bron", "### Farg pa racket", "## Isen", "### Hur den ligger", "#### Var den bar"];
    assert_eq!(heads, expected);
}

#[test]
fn small_words_beside_a_line_raise_none_of_their_figures() {
    let file = made(&[&page(&[
        (10, 20, 300, "Bron ar gammal och den byts i ar"),
        (7, 240, 302, "Virke"),
        (7, 320, 302, "338"),
        (10, 20, 288, "nar isen har gatt."),
    ])]);
    let read = texts(&file).concat();
    assert!(read.contains("338"), "{read}");
}

/// As `page`, in a dark blue.
fn blue(lines: &[(u32, u32, u32, &str)]) -> String {
    format!("0.2 0.3 0.6 rg\n{}0 g\n", page(lines))
}

#[test]
fn lines_of_the_texts_size_in_a_colour_are_headings_and_links_and_sentences_are_not() {
    let body = page(&[
        (10, 40, 330, "Bron byts nar isen har gatt."),
        (10, 40, 280, "Arbetet tar ett ar."),
        (10, 40, 230, "Sedan star bron."),
        (10, 40, 180, "Den haller lange."),
        (10, 40, 150, "En gang om aret ses den over av dem som byggde den en gang."),
        (10, 40, 120, "Det som brister lagas, och det som ar slitet byts mot nytt."),
    ]);
    let heads = blue(&[
        (10, 40, 350, "Arbete 2031"),
        (10, 40, 300, "Pengar"),
        (10, 40, 250, "Las mer: www.bron.se"),
        (10, 40, 200, "Bron ar bla."),
    ]);
    let read = texts(&made(&[&format!("{heads}{body}")]));
    let words: Vec<&str> = read.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    assert_eq!(
        words[..4],
        ["# Arbete 2031", "Bron byts nar isen har gatt.", "# Pengar", "Arbetet tar ett ar."]
    );
    assert_eq!(words[4..6], ["Las mer: www.bron.se", "Sedan star bron."]);
    assert_eq!(words[6], "Bron ar bla.");
    let grey = heads.replace("0.2 0.3 0.6 rg", "0.4 g");
    let read = texts(&made(&[&format!("{grey}{body}")]));
    assert!(read.iter().all(|it| !it.starts_with('#')), "{read:?}");
}
