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
