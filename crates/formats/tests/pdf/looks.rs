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
