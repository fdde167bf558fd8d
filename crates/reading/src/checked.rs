//! Boxes of which one is ticked: "☐ Uppfyllt ☒ Delvis uppfyllt ☐ Ej uppfyllt".

use std::ops::Range;

const OPEN: [char; 5] = ['☐', '□', '⬜', '◻', '▢'];
const TICKED: [char; 7] = ['☒', '☑', '■', '⬛', '◼', '⊠', '🗹'];

/// Boxes written with signs that every keyboard has.
const WRITTEN: [(&str, bool); 12] = [
    ("[ ]", false),
    ("[]", false),
    ("( )", false),
    ("()", false),
    ("[x]", true),
    ("[X]", true),
    ("(x)", true),
    ("(X)", true),
    ("[✓]", true),
    ("[✔]", true),
    ("[v]", true),
    ("[V]", true),
];

/// A box with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    pub ticked: bool,
    pub words: Range<usize>,
}

/// The words after the one box that is ticked, up to the next; none where not one among several is.
pub(crate) fn ticked(text: &str) -> Option<Range<usize>> {
    let choices = choices(text);
    let mut own = choices.iter().filter(|choice| choice.ticked);
    let found = own.next().filter(|found| choices.len() > 1 && !found.words.is_empty())?;
    own.next().is_none().then(|| found.words.clone())
}

/// The boxes of a text with the words of each: after it, or before it where the text does not begin with one.
pub(crate) fn choices(text: &str) -> Vec<Choice> {
    let boxes = boxes(text);
    let Some((first, _)) = boxes.first() else { return Vec::new() };
    let after = text[..first.start].trim_matches([' ', '*', '_']).is_empty();
    let bounds = |at: usize| match after {
        true => boxes[at].0.end..boxes.get(at + 1).map_or(text.len(), |(next, _)| next.start),
        false => at.checked_sub(1).map_or(0, |before| boxes[before].0.end)..boxes[at].0.start,
    };
    let all = boxes.iter().enumerate();
    all.map(|(at, (_, ticked))| Choice { ticked: *ticked, words: trimmed(text, bounds(at)) }).collect()
}

/// A stretch of a text without the spaces and the marks of emphasis around it.
fn trimmed(text: &str, stretch: Range<usize>) -> Range<usize> {
    let plain = |c: char| c.is_whitespace() || matches!(c, '*' | '_');
    let words = text[stretch.clone()].trim_end_matches(plain);
    let start = stretch.start + words.len() - words.trim_start_matches(plain).len();
    start..stretch.start + words.len()
}

/// The boxes of a text, and whether each is ticked.
fn boxes(text: &str) -> Vec<(Range<usize>, bool)> {
    let mut before = ' ';
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        let free = before.is_whitespace() || matches!(before, '*' | '_');
        let written = || WRITTEN.iter().find(|(sign, _)| text[at..].starts_with(sign));
        if OPEN.contains(&c) || TICKED.contains(&c) {
            found.push((at..at + c.len_utf8(), TICKED.contains(&c)));
        } else if let Some((sign, ticked)) = Some(c).filter(|_| free).and_then(|_| written()) {
            found.push((at..at + sign.len(), *ticked));
        }
        before = c;
    }
    found
}

/// Whether a text is a row of boxes.
pub(crate) fn is_row_of_boxes(text: &str) -> bool {
    boxes(text).first().is_some_and(|(first, _)| text[..first.start].trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_ticked_box_says_is_found() {
        let told = |text: &str| ticked(text).map(|range| text[range].to_owned());
        assert_eq!(told("☐ Uppfyllt ☒ Delvis uppfyllt ☐ Ej uppfyllt").as_deref(), Some("Delvis uppfyllt"));
        assert_eq!(told("□ Helt  □ Delvis  ■ Inte alls").as_deref(), Some("Inte alls"));
        assert_eq!(told("[ ] Uppfyllt [x] Delvis [ ] Inte").as_deref(), Some("Delvis"));
        assert_eq!(told("Uppfyllt ( ) Delvis ( ) Inte (X)").as_deref(), Some("Inte"));
        assert_eq!(told("■ Bänkar"), None);
        assert_eq!(told("☒ Uppfyllt ☒ Delvis"), None);
    }

    #[test]
    fn only_the_ticked_of_boxes_on_lines_of_their_own_is_the_status() {
        use crate::{HouseStyle, read};
        use uppsikt_domain::assessment::{Horizon, Status};
        let report = |boxes: &str| {
            format!(
                "Delårsrapport 2031\nParknämnden\n\nKommunfullmäktigemål - Alla dammar är rena\n\n\
                 Bedömning av arbetet med kommunfullmäktigemålet januari – augusti 2031\n{boxes}\n"
            )
        };
        for (boxes, status) in [
            ("[ ] Enligt plan\n[x] Delvis enligt plan\n[ ] Inte enligt plan", Status::PartlyOnTrack),
            ("☐ Enligt plan\n\n☐ Delvis enligt plan\n\n☒ Inte enligt plan", Status::OffTrack),
            ("( ) Enligt plan\n\n(X) Delvis enligt plan\n\n( ) Inte enligt plan", Status::PartlyOnTrack),
            ("- [X] Enligt plan\n- [ ] Delvis enligt plan\n- [ ] Inte enligt plan", Status::OnTrack),
            ("☐ Enligt plan\n☐ Delvis enligt plan\n☐ Inte enligt plan", Status::NotStated),
            ("[ ] Enligt plan\n\n[ ] Delvis enligt plan\n\n[ ] Inte enligt plan", Status::NotStated),
            ("☒ Enligt plan\n\n☒ Delvis enligt plan\n\n☐ Inte enligt plan", Status::NotStated),
        ] {
            let document = read("a.txt", report(boxes).as_bytes(), &HouseStyle::standard()).unwrap();
            let found = document.goals()[0].assessment(Horizon::Period).map(|it| it.status);
            assert_eq!(found, Some(status), "{boxes}");
        }
    }
}
