//! Headings below goals that are labels of assessments: "Måluppfyllelse" above "Delvis uppfyllt".

use super::is_goal;
use super::judging::judges;
use crate::book::{Book, Known, unnumbered};
use crate::piece::Piece;
use crate::table_goals::status;
use crate::verdict;
use uppsikt_text::sentence;

/// A status that is all its paragraph is at most so long, in bytes.
const LONGEST: usize = 60;

/// Gives headings below goals their meaning where they are labels of assessments and what follows is one.
pub(super) fn mark(pieces: &mut [Piece], book: &Book<'_>) {
    let mut in_goal = false;
    for at in 0..pieces.len() {
        let (up_to, below) = pieces.split_at_mut(at + 1);
        let Some(Piece::Heading(heading)) = up_to.last_mut() else { continue };
        let known = heading.meanings.first();
        let part = known.is_some_and(Known::is_goal_part);
        let label = heading.words.text.trim_end_matches([':', '*', ' ']).len();
        let label = unnumbered(&heading.words.text[..label]).1;
        let assessing = (in_goal && !part).then(|| book.assessment_label(label)).flatten();
        let stated = || match below.first() {
            Some(Piece::Paragraph(words) | Piece::Item { words, .. }) => says_status(&words.text, book),
            Some(Piece::Heading(next)) => next.meanings.is_empty() && says_status(&next.words.text, book),
            _ => false,
        };
        match assessing.filter(|_| stated()) {
            Some(known) => {
                let end = heading.words.text.len();
                heading.meanings = vec![Known { name: end - label.len()..end, ..known }];
            }
            None => in_goal = known.map_or(in_goal, |known| is_goal(known) || (in_goal && part)),
        }
    }
}

/// Whether a text opens with a status that stands alone, or with a sentence that judges a goal.
fn says_status(text: &str, book: &Book<'_>) -> bool {
    let first = sentence::ranges(text).into_iter().next().map_or("", |range| &text[range]);
    let bare = first.trim_matches(['*', '_', '.', ' ']);
    let alone = bare.len() <= LONGEST && (verdict::is_status(bare, book) || status(bare, book).is_some());
    alone || judges(first, book)
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};
    use uppsikt_domain::assessment::{Horizon, Status};

    #[test]
    fn a_label_may_be_a_heading_a_cell_or_stand_before_boxes() {
        for (told, status, wording) in [
            (
                "#### Måluppfyllelse\n\nMålet är delvis uppfyllt. Gräset torkade.",
                Status::PartlyOnTrack,
                "Målet är delvis uppfyllt",
            ),
            ("**Status**\n\nUppfyllt\n\nGräset växer.", Status::OnTrack, "Uppfyllt"),
            (
                "| Status | Delvis uppfyllt |\n|---|---|\n| Trend | ↗ |",
                Status::PartlyOnTrack,
                "Delvis uppfyllt",
            ),
            (
                "| Bedömning | Trend | Prognos |\n|---|---|---|\n| Ej uppfyllt | → | Uppfylls |",
                Status::OffTrack,
                "Ej uppfyllt",
            ),
            ("| Bedömning |\n|---|\n| Uppfyllt |", Status::OnTrack, "Uppfyllt"),
            ("Status: ☐ Uppfyllt ☐ Delvis uppfyllt ☒ Ej uppfyllt", Status::OffTrack, "Ej uppfyllt"),
            ("☐ Uppfyllt ☒ Delvis uppfyllt ☐ Ej uppfyllt", Status::PartlyOnTrack, "Delvis uppfyllt"),
            ("Status: avviker", Status::NotStated, "avviker"),
        ] {
            let text = format!(
                "# Årsanalys 2031\n\nParknämnden\n\n## Mål\n\n### Nämndmål: Parkerna är gröna\n\n{told}\n"
            );
            let document = read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
            let areas = document.goal_areas();
            let found = areas[0].goals[0].assessment(Horizon::Period);
            assert_eq!(found.map(|it| (it.status, it.wording.as_str())), Some((status, wording)), "{told}");
        }
        let text = "# Årsanalys 2031\n\nParknämnden\n\n## Mål\n\n### Nämndmål: Parkerna är gröna\n\n#### Läget\n\nGräset klipps varje vecka och sås om där det behövs.\n";
        let document = read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
        assert!(document.goals()[0].assessment(Horizon::Period).is_none(), "prose is no status");
    }
}
