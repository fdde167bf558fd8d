//! Goals in a list: "Nämnden har tre mål för året:" and three items, in a chapter of goals where no goal has a
//! heading of its own.

use crate::book::{Book, HeadingKind, Known, folded};
use crate::joined::Joined;
use crate::piece::{Heading, Piece};
use crate::words::holds_any;
use uppsikt_domain::section::SectionKind;
use uppsikt_text::{number_word, sentence};

/// What takes such a heading.
pub(super) const BY: &str = "listed-goal";

/// So many goals at least are a list of them.
const FEWEST: usize = 2;
/// A goal in a list is at most so long, in bytes.
const LONGEST: usize = 220;

/// Makes headings of goals out of the items of such lists; in a text of no known kind only of those that the
/// council is said to have adopted.
pub(super) fn mark(pieces: &mut [Piece], book: &Book<'_>, known: bool) {
    let goal = HeadingKind::Section(SectionKind::Goal);
    let marked = |piece: &Piece| first_kind(piece) == Some(goal);
    if pieces.iter().any(marked) {
        return;
    }
    let mut at = 0;
    while at < pieces.len() {
        let heading = known && first_kind(&pieces[at]) == Some(HeadingKind::Section(SectionKind::Goals));
        let below = heading.then(|| list_below(&pieces[at + 1..], book, false)).flatten();
        let (start, count) = match below.or_else(|| list_below(&pieces[at..], book, true)) {
            Some(count) => (at + 1 + usize::from(below.is_some()), count),
            None => (at + 1, 0),
        };
        pieces[start..start + count].iter_mut().for_each(open_goal);
        at = start + count;
    }
}

fn first_kind(piece: &Piece) -> Option<HeadingKind> {
    match piece {
        Piece::Heading(heading) => heading.meanings.first().map(|known| known.kind),
        _ => None,
    }
}

/// How many items a paragraph announces as goals; where it is `alone`, and not below a heading of goals, as goals
/// that the council has adopted.
fn list_below(pieces: &[Piece], book: &Book<'_>, alone: bool) -> Option<usize> {
    let (Piece::Paragraph(intro), items) = pieces.split_first()? else { return None };
    let items: Vec<&str> = items.iter().map_while(item).collect();
    let said = folded(&intro.text);
    let own = !holds_any(&said, &book.style.structure.words.other_goals)
        && !holds_any(&said, &book.style.goal_tables.financial);
    let announced = sentence::ranges(&said).into_iter().any(|range| announces(&said[range], items.len()));
    let wanted = |text: &&str| {
        let words: Vec<String> = text.split(' ').map(folded).collect();
        book.style.status.intents.iter().take(3).any(|intent| words.contains(intent))
    };
    let stated = || !alone && items.iter().all(wanted) && names_goals(&said);
    let adopted = || {
        let decided = &book.style.structure.words.decided;
        let council = folded(&book.style.case.council);
        said.trim_end().ends_with(':')
            && said.contains(&council)
            && words(&said).any(|word| decided.iter().any(|own| own == word))
    };
    let own = own && (!alone || adopted());
    (own && items.len() >= FEWEST && (announced || stated())).then_some(items.len())
}

fn item(piece: &Piece) -> Option<&str> {
    match piece {
        Piece::Item { words, .. } => Some(words.text.as_str()),
        _ => None,
    }
    .filter(|text| text.len() <= LONGEST && text.starts_with(char::is_uppercase))
}

/// "Nämnden har tre egna mål": a number of goals, as many as there are items.
fn announces(sentence: &str, count: usize) -> bool {
    let words: Vec<&str> = words(sentence).collect();
    let number = words.iter().position(|word| {
        let digits = word.parse().ok();
        number_word::parse(word).or(digits).is_some_and(|number| usize::try_from(number) == Ok(count))
    });
    number.is_some_and(|at| words[at + 1..].iter().take(3).any(|word| is_goals(word)))
}

fn names_goals(said: &str) -> bool {
    words(said).any(is_goals)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
}

fn is_goals(word: &str) -> bool {
    word.ends_with("mål") || word.ends_with("målen")
}

/// Turns an item into the heading of the goal that it is.
fn open_goal(piece: &mut Piece) {
    let Piece::Item { words, .. } = piece else { return };
    let words: Joined = std::mem::take(words);
    let name = 0..words.text.trim_end_matches(['.', ' ']).len();
    let known = Known { name, by: BY.to_owned(), ..Known::of(SectionKind::Goal) };
    *piece = Piece::Heading(Heading { labelled: true, ..Heading::labelled(words, vec![known]) });
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};
    use uppsikt_domain::section::SectionKind;

    fn goals(text: &str) -> (Vec<String>, Vec<String>) {
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let all = document.all_sections();
        let goals = all.iter().filter(|it| it.kind == SectionKind::Goal).map(|it| it.name.clone());
        let said = all.iter().filter(|it| it.kind == SectionKind::Goal).map(|it| it.own_text());
        (goals.collect(), said.filter(|text| !text.is_empty()).collect())
    }

    #[test]
    fn items_that_a_sentence_announces_as_goals_are_goals() {
        let text = "Årsanalys 2031\n\nParknämnden\n\nUppföljning av mål\n\nNämnden hade tre egna mål för året.\n\n\
                    • Parkerna ska vara öppna.\n• Dammarna ska vara rena.\n• Träden ska vara friska.\n\n\
                    Dammarna blev rena under hösten, och fler besöker dem.\n";
        let (names, said) = goals(text);
        assert_eq!(names, ["Parkerna ska vara öppna", "Dammarna ska vara rena", "Träden ska vara friska"]);
        assert!(said.is_empty(), "what is said of all of them is said of none: {said:?}");
        let numbered = "Årsanalys 2031\n\nParknämnden\n\nMåluppfyllelse\n\nFullmäktige har två övergripande mål. \
                        Målen är:\n\n1. Rena dammar\n2. Öppna parker\n\nDet går bra för dem.\n";
        assert_eq!(goals(numbered).0, ["Rena dammar", "Öppna parker"]);
    }

    #[test]
    fn goals_that_the_council_adopted_are_goals_in_any_text() {
        let list =
            "• Alla har inflytande.\n• Dammarna är rena.\n• Träden är friska.\n\nIndikatorer följer dem.\n";
        for (head, intro) in [
            (
                "",
                "Måluppföljning\n\nTre mål är antagna av kommunfullmäktige, och nämnderna ska hålla sig till dem:",
            ),
            (
                "Årsredovisning 2031\n\nStorby kommun\n\n",
                "Styrning\n\nKommunfullmäktige har antagit tre mål. De tre målen är:",
            ),
        ] {
            let names = goals(&format!("{head}{intro}\n\n{list}")).0;
            assert_eq!(names, ["Alla har inflytande", "Dammarna är rena", "Träden är friska"], "{intro}");
        }
        let named = format!("Kommunens vision\n\nTre mål gäller för parken:\n\n{list}");
        assert!(goals(&named).0.is_empty());
    }

    #[test]
    fn other_items_below_a_heading_of_goals_are_no_goals() {
        for intro in ["Nämnden arbetar med följande:", "Nämnden bidrar till tre globala mål:"] {
            let text = format!(
                "Årsanalys 2031\n\nParknämnden\n\nUppföljning av mål\n\n{intro}\n\n• Dammar\n• Parker\n• Träd\n\nText.\n"
            );
            assert!(goals(&text).0.is_empty(), "{intro}");
        }
    }
}
