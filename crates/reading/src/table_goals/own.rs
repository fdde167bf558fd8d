//! Committees' own goals in a column beside that of the council's: what the row tells is of these.

use super::{Columns, groups, text_at};
use crate::book::{Book, folded};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::{Row, Table};

/// Whether a heading of goals names the committee's own, and the one before it does not.
pub(super) fn is_below(above: &str, heading: &str, book: &Book<'_>) -> bool {
    let own = |heading: &str| {
        let heading = folded(heading.trim_matches(['*', '_', ' ', ':', '.']));
        book.style.goals.inner.iter().any(|inner| heading.starts_with(&folded(inner)))
    };
    own(heading) && !own(above)
}

/// A goal of the council with the committee's own below it, each with its own indicators and assessment. What
/// stands in its rows before the first of these is of the goal itself.
pub(super) fn goal(
    table: &Table,
    rows: &[&Row],
    (columns, own): (&Columns, usize),
    book: &Book<'_>,
    year: Option<i32>,
) -> Option<Section> {
    let first = rows.iter().position(|row| text_at(row, own).is_some()).unwrap_or(rows.len());
    let (alone, below) = rows.split_at(first);
    let bare =
        Columns { goal: columns.goal, area: columns.area, agenda: columns.agenda, ..Columns::default() };
    let mut found = match alone {
        [] => super::goal(table, rows, &bare, book, year)?,
        alone => super::goal(table, alone, columns, book, year)?,
    };
    let of_own = Columns { goal: own, own: Some(columns.goal), area: None, agenda: None, ..columns.clone() };
    for rows in groups(below.iter().copied(), &of_own) {
        let goal = super::goal(table, &rows, &of_own, book, year);
        found.sections.extend(goal.map(|goal| Section { kind: SectionKind::OwnGoal, ..goal }));
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};
    use uppsikt_domain::assessment::{Horizon, Status};
    use uppsikt_domain::document::Document;

    fn understood(rows: &str) -> Document {
        let text = format!(
            "# Årsanalys 2031\n\nParknämnden\n\n## Uppföljning av mål\n\n\
             | Kommunfullmäktiges mål | Nämndens mål | Indikator | Utfall 2030 | Mål 2031 | Utfall 2031 | Måluppfyllelse |\n\
             |---|---|---|---|---|---|---|\n{rows}\nMer text.\n"
        );
        read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap()
    }

    type Own = (String, Option<Status>, Vec<String>);

    /// Each goal of the council, and of the committee's below it: name, status, indicators.
    fn told(document: &Document) -> Vec<(String, Vec<Own>)> {
        let areas = document.goal_areas();
        let goals = areas.iter().flat_map(|area| &area.goals);
        goals
            .map(|goal| {
                assert_eq!(goal.assessment(Horizon::Period), None, "the council's goal has none");
                let own = goal.own_goals().map(|own| {
                    let status = own.assessment(Horizon::Period).map(|it| it.status);
                    (own.name().to_owned(), status, own.indicators().map(|it| it.text.clone()).collect())
                });
                (goal.name().to_owned(), own.collect())
            })
            .collect()
    }

    #[test]
    fn what_a_row_tells_is_of_the_committee_s_own_goal() {
        let own =
            |name: &str, status, indicator: &str| (name.to_owned(), Some(status), vec![indicator.to_owned()]);
        let expected = [
            (
                "Alla trivs i parken".to_owned(),
                vec![
                    own("Bänkarna är hela", Status::OnTrack, "Andel hela bänkar, procent"),
                    own("Dammarna är rena", Status::PartlyOnTrack, "Antal rena dammar"),
                ],
            ),
            (
                "Storby är grönt".to_owned(),
                vec![own("Träden vårdas", Status::OffTrack, "Antal vårdade träd")],
            ),
        ];
        for first in ["Alla trivs i parken", ""] {
            let rows = format!(
                "| Alla trivs i parken | Bänkarna är hela | Andel hela bänkar, procent | 91 | 95 | 97 | Uppfyllt |\n\
                 | {first} | Dammarna är rena | Antal rena dammar | 3 | 8 | 6 | Delvis uppfyllt |\n\
                 | Storby är grönt | Träden vårdas | Antal vårdade träd | 31 | 40 | 12 | Ej uppfyllt |\n"
            );
            assert_eq!(told(&understood(&rows)), expected, "{first:?}");
        }
    }

    #[test]
    fn an_own_goal_with_several_indicators_is_one() {
        let rows = "| Alla trivs i parken | Bänkarna är hela | Andel hela bänkar, procent | 91 | 95 | 97 | Uppfyllt |\n\
                    |  |  | Antal nya bänkar | 3 | 8 | 9 |  |\n";
        let found = told(&understood(rows));
        assert_eq!(found[0].1.len(), 1);
        assert_eq!(found[0].1[0].1, Some(Status::OnTrack));
        assert_eq!(found[0].1[0].2, ["Andel hela bänkar, procent", "Antal nya bänkar"]);
    }

    #[test]
    fn own_goals_without_indicators_keep_their_status() {
        let text = "# Årsanalys 2031\n\nParknämnden\n\n## Uppföljning av mål\n\n\
                    | Kommunfullmäktiges mål | Nämndens mål | Måluppfyllelse | Kommentar |\n|---|---|---|---|\n\
                    | Alla trivs i parken | Bänkarna är hela | Uppfyllt | Alla är lagade. |\n\
                    | Alla trivs i parken | Dammarna är rena | Delvis uppfyllt | Två är kvar. |\n";
        let document = read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let found = told(&document);
        assert_eq!(found.len(), 1);
        let own = |name: &str, status| (name.to_owned(), Some(status), Vec::new());
        let expected =
            [own("Bänkarna är hela", Status::OnTrack), own("Dammarna är rena", Status::PartlyOnTrack)];
        assert_eq!(found[0].1, expected);
    }
}
