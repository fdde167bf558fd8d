//! Boxes of which one is ticked: "☐ Uppfyllt ☒ Delvis uppfyllt ☐ Ej uppfyllt".

use std::ops::Range;

const OPEN: [char; 5] = ['☐', '□', '⬜', '◻', '▢'];
const TICKED: [char; 7] = ['☒', '☑', '■', '⬛', '◼', '⊠', '🗹'];

/// The words after the one box that is ticked, up to the next; none where not one among several is.
pub(crate) fn ticked(text: &str) -> Option<Range<usize>> {
    let boxes = text.char_indices().filter(|(_, c)| OPEN.contains(c) || TICKED.contains(c));
    let boxes: Vec<(usize, char)> = boxes.collect();
    let mut own = boxes.iter().enumerate().filter(|(_, (_, c))| TICKED.contains(c));
    let (at, (start, sign)) = own.next().filter(|_| boxes.len() > 1)?;
    let start = start + sign.len_utf8();
    let end = boxes.get(at + 1).map_or(text.len(), |(next, _)| *next);
    let words = text[start..end].trim();
    let from = end - text[start..end].trim_start().len();
    (own.next().is_none() && !words.is_empty()).then(|| from..from + words.len())
}

/// Whether a text is a row of boxes.
pub(crate) fn is_row_of_boxes(text: &str) -> bool {
    text.trim_start().starts_with(OPEN) || text.trim_start().starts_with(TICKED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_ticked_box_says_is_found() {
        let told = |text: &str| ticked(text).map(|range| text[range].to_owned());
        assert_eq!(told("☐ Uppfyllt ☒ Delvis uppfyllt ☐ Ej uppfyllt").as_deref(), Some("Delvis uppfyllt"));
        assert_eq!(told("□ Helt  □ Delvis  ■ Inte alls").as_deref(), Some("Inte alls"));
        assert_eq!(told("■ Bänkar"), None);
        assert_eq!(told("☒ Uppfyllt ☒ Delvis"), None);
    }
}
