//! Numbered lists whose words hang below their first.

use super::made::{made, page};
use super::texts;

#[test]
fn items_begin_at_their_numbers_and_keep_the_words_that_hang_below() {
    let lines = page(&[
        (10, 20, 340, "Namnden beslutar"),
        (10, 20, 320, "1. att sanda planen for dammarna pa remiss till vattennamnden och till"),
        (10, 34, 308, "Parkverket,"),
        (10, 20, 296, "2. att svar ska lamnas senast 2031-12-15, samt"),
        (10, 34, 284, "att"),
        (10, 20, 272, "3. att uppdraget i budget 2030 om en plan for dammarna ar slutfort."),
    ]);
    let read = texts(&made(&[&lines]));
    let told: Vec<&str> = read.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    assert!(told.iter().any(|it| it.starts_with("1. att")), "{told:?}");
    assert!(told.iter().any(|it| it.starts_with("2. att")), "{told:?}");
    assert!(told.iter().any(|it| it.starts_with("3. att")), "{told:?}");
    let first = read.iter().position(|it| it.starts_with("1. att")).unwrap();
    assert_eq!(read[first + 1], "Parkverket,", "{read:?}");
}
