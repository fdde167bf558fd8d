//! Goals in paragraphs of their own: "Mål 1.2 Dammarna är rena", where no goal has a heading. Who writes may mark
//! a goal in words alone, and give only its area a heading.

use super::Reader;
use crate::book::{Book, HeadingKind, Known};
use crate::breaks::{is_directed, is_label};
use crate::headings::is_goal;
use crate::markup::{heading_level, is_bold, item_start, unmarked};
use crate::piece::Piece;
use crate::source::Source;
use uppsikt_domain::document::LineRole;
use uppsikt_domain::section::SectionKind;
use uppsikt_text::sentence;

/// A goal is at most on so many lines, and so long, in bytes.
const MOST_LINES: usize = 4;
const LONGEST: usize = 300;
/// A goal has so many words at least.
const FEWEST_WORDS: usize = 3;
/// So many goals at least are told by their marks alone, where no heading says that goals follow.
const FEWEST: usize = 2;

/// The goals that are marked in paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marked {
    /// Headings name the goals, or nothing does.
    None,
    /// So few that only what stands under a heading of goals is one.
    Few,
    Several,
}

/// Whether paragraphs name the goals of a document: no heading does.
pub(super) fn marked(source: &Source, book: &Book<'_>) -> Marked {
    let mut count = 0;
    for line in (0..source.len()).filter(|line| source.free(*line)) {
        let text = source.text(line);
        if heading_level(text).is_some() || is_bold(text) {
            let words = &text[unmarked(text, 0..text.len())];
            if goal(words.trim_start_matches(['#', ' ', '*']), book).is_some() {
                return Marked::None;
            }
        } else if line == 0 || !source.free(line - 1) {
            count += usize::from(lines(source, book, line).is_some());
        }
    }
    match count {
        0 => Marked::None,
        count if count < FEWEST => Marked::Few,
        _ => Marked::Several,
    }
}

/// How many lines from the first of a paragraph on are a goal.
fn lines(source: &Source, book: &Book<'_>, first: usize) -> Option<usize> {
    let text = source.text(first);
    if !text.starts_with(char::is_uppercase)
        || text.starts_with('|')
        || item_start(source.raw(first)).is_some()
    {
        return None;
    }
    let tells = |line: usize| {
        let text = source.text(line);
        is_directed(book, text) || is_label(book, text) || book.is_agenda_intro(text)
    };
    let end = (first + 1..source.len()).find(|line| !source.free(*line) || tells(*line));
    let count = end.unwrap_or(source.len()) - first;
    let words: Vec<&str> = (first..first + count.min(MOST_LINES + 1)).map(|line| source.text(line)).collect();
    (count <= MOST_LINES && goal(&words.join(" "), book).is_some()).then_some(count)
}

/// A mark of goals and a goal's name behind it, and no figure: "Mål 2031: 85 procent" is what is aimed at.
fn goal(text: &str, book: &Book<'_>) -> Option<Known> {
    if text.len() > LONGEST || !text.contains("ål") || text.ends_with([':', ',']) {
        return None;
    }
    let known = book.headings(text).into_iter().next()?;
    let sound = known.kind == HeadingKind::Section(SectionKind::Goal) && known.by.contains("{name}");
    let (mark, name) = (text.get(..known.name.start)?, text.get(known.name.clone())?);
    let year = mark.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() > 2);
    let named = name.starts_with(char::is_uppercase) && name.split_whitespace().count() >= FEWEST_WORDS;
    (sound && !year && named && sentence::ranges(name).len() == 1).then_some(known)
}

impl Reader<'_> {
    /// A paragraph that is marked as a goal, where no heading is.
    pub(super) fn goal_paragraph(&mut self, line: usize) -> Option<usize> {
        let opens = self.ended || matches!(self.pieces.last(), Some(Piece::Heading(_)));
        let told = match self.marked_goals {
            Marked::None => false,
            Marked::Few => self.under_goals(),
            Marked::Several => true,
        };
        let count = (opens && told && !self.fenced).then(|| lines(self.source, self.book, line)).flatten()?;
        let mut words = self.paragraph_words(line);
        (line + 1..line + count).for_each(|more| words.append(&self.paragraph_words(more)));
        let heading = self.headed(words, None);
        if !is_goal(&heading.meanings) {
            return None;
        }
        let by = heading.meanings.first().map(|known| known.by.clone()).unwrap_or_default();
        (line..line + count).for_each(|line| self.take(line, LineRole::Heading, &by));
        self.pieces.push(Piece::Heading(heading));
        Some(count)
    }

    /// Whether the last heading of a known kind is of goals, of an area or of a goal and its parts.
    fn under_goals(&self) -> bool {
        let known = self.pieces.iter().rev().find_map(|piece| match piece {
            Piece::Heading(heading) => heading.meanings.first(),
            _ => None,
        });
        use SectionKind::{Goal, GoalArea, Goals};
        let of_goals = |known: &Known| matches!(known.kind, HeadingKind::Section(Goal | GoalArea | Goals));
        known.is_some_and(of_goals)
    }
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};

    fn goals(file: &str, text: &str) -> Vec<String> {
        let document = read(file, text.as_bytes(), &HouseStyle::standard()).unwrap();
        let areas = document.goal_areas();
        let found = areas.iter().flat_map(|area| {
            let name = area.section.map(|section| section.name.as_str()).unwrap_or_default();
            area.goals.iter().map(move |goal| format!("{name} / {}", goal.name()))
        });
        found.collect()
    }

    const EXPECTED: [&str; 3] = [
        "Ett grönt Storby / Storby ska ha rena dammar",
        "Ett grönt Storby / Parkerna ska vara öppna för alla som vill",
        "Ett tryggt Storby / Ingen ska vänta länge på en bänk",
    ];

    #[test]
    fn paragraphs_that_are_marked_as_goals_are_goals() {
        for mark in ["Mål: ", "Kommunfullmäktiges mål: ", "Mål 1.1 ", "Mål 2: "] {
            let page = format!(
                "<body><h1>Mål och budget 2031</h1><p>Storby kommun</p><h2>Kommunfullmäktiges mål</h2>\
                 <h3>Målområde: Ett grönt Storby</h3><p>{mark}Storby ska ha rena dammar</p>\
                 <p>Ansvariga nämnder: parknämnden</p>\
                 <p>{mark}Parkerna ska vara öppna för alla som vill</p><p>Fler bänkar behövs.</p>\
                 <h3>Målområde: Ett tryggt Storby</h3><p>{mark}Ingen ska vänta länge på en bänk</p>\
                 <h2>Ekonomi</h2><p>Ramen är 3 mnkr.</p></body>"
            );
            assert_eq!(goals("a.html", &page), EXPECTED, "{mark}");
        }
        let text = "# Mål och budget 2031\n\nStorby kommun\n\n## Målområde: Ett grönt Storby\n\n\
                    Mål 1 Storby ska ha rena dammar\n\nMål 2 Parkerna ska vara öppna\nför alla som vill\n\
                    Ansvariga nämnder: parknämnden\n\n## Målområde: Ett tryggt Storby\n\n\
                    Mål 3 Ingen ska vänta länge på en bänk\n\nText.\n";
        assert_eq!(goals("a.md", text), EXPECTED);
    }

    #[test]
    fn sentences_figures_and_what_stands_beside_goals_with_headings_are_none() {
        let text = "# Årsanalys 2031\n\nParknämnden\n\n## Parkerna\n\n\
                    Mål: Parkerna ska vara öppna för alla. Det har de varit under året.\n\n\
                    Mål 2031: Öka till 85 procent\n\nMål 2032: Öka till 86 procent\n\nMål: 85 procent\n";
        assert!(goals("a.md", text).is_empty());
        let single =
            "# Årsanalys 2031\n\nParknämnden\n\n## Parkerna\n\nMål: Parkerna ska vara öppna\n\nText.\n";
        assert!(goals("a.md", single).is_empty(), "one alone is told by where it stands");
        let headed = "# Årsanalys 2031\n\nParknämnden\n\n## Mål\n\n### Mål: Parkerna ska vara öppna\n\n\
                      Mål: Dammarna ska vara rena\n\nMål: Träden ska vara gröna\n";
        assert_eq!(goals("a.md", headed).len(), 1);
    }
}
