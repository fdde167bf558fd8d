//! Marks that stand alone above the name that they open: "Effektmål 1", and below it what that goal is.

use crate::book::{Book, HeadingKind, Known};
use crate::joined::Joined;
use crate::piece::{Heading, Piece};
use crate::tables::tail::is_year;
use uppsikt_domain::section::SectionKind;
use uppsikt_text::sentence;

/// A mark is at most so long, in bytes.
const LONGEST_MARK: usize = 40;
/// The name below it is at most so long.
const LONGEST_NAME: usize = 200;

/// Puts marks alone and the names right below them together.
pub(super) fn joined(pieces: Vec<Piece>, book: &Book<'_>) -> Vec<Piece> {
    let labels: Vec<String> = pieces.iter().filter_map(label).map(str::to_owned).collect();
    let recurs = |mark: &str| labels.iter().filter(|label| *label == mark).count() >= RECURS;
    let mut whole: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let one = |before: &Piece| {
            together(before, &piece, book).or_else(|| labelled(before, &piece, book, &recurs))
        };
        match whole.last().and_then(one) {
            Some(heading) => {
                whole.pop();
                whole.push(Piece::Heading(heading));
            }
            None => whole.push(piece),
        }
    }
    whole
}

/// So often stands a label that opens names which end as sentences do.
const RECURS: usize = 2;

/// "Kommunfullmäktiges mål:", with nothing after it.
fn label(piece: &Piece) -> Option<&str> {
    let words = match piece {
        Piece::Paragraph(words) => words,
        Piece::Heading(heading) => &heading.words,
        _ => return None,
    };
    let text = words.text.trim();
    (text.ends_with(':') && text.len() <= LONGEST_MARK).then_some(text)
}

/// The goal or area that a label with a colon and the words below it are.
fn labelled(mark: &Piece, name: &Piece, book: &Book<'_>, recurs: &dyn Fn(&str) -> bool) -> Option<Heading> {
    let text = label(mark)?;
    let (name, below) = plain(name)?;
    let ends = name.text.ends_with(['.', '!', '?']);
    let own = below.is_none() && !book.headings(&name.text).is_empty();
    if own || !is_name(&name.text) || (ends && !recurs(text)) || name.text.ends_with(':') {
        return None;
    }
    let (mut words, level) = match mark {
        Piece::Heading(heading) => (heading.words.clone(), heading.level),
        Piece::Paragraph(words) => (words.clone(), None),
        _ => return None,
    };
    words.append(name);
    let meanings = opened(&words, name, book);
    let fresh_page = matches!(mark, Piece::Heading(heading) if heading.fresh_page);
    (!meanings.is_empty()).then_some(Heading {
        words,
        level,
        listed: false,
        fresh_page,
        labelled: false,
        meanings,
    })
}

/// What words are whose end is the name of a goal or an area.
fn opened(words: &Joined, name: &Joined, book: &Book<'_>) -> Vec<Known> {
    let start = words.text.len() - name.text.len();
    let opens = |known: &Known| {
        use SectionKind::{Goal, GoalArea};
        matches!(known.kind, HeadingKind::Section(Goal | GoalArea)) && known.name.start >= start
    };
    book.headings(&words.text).into_iter().filter(opens).collect()
}

/// The heading that a mark and the piece below it are, if they are one.
fn together(mark: &Piece, name: &Piece, book: &Book<'_>) -> Option<Heading> {
    let (mark, above) = plain(mark)?;
    let (name, below) = plain(name)?;
    // "Mål 2031" is a heading of a column.
    let last = mark.text.rsplit(' ').next().unwrap_or_default();
    let numbered = last.ends_with(|c: char| c.is_ascii_digit()) && !is_year(last);
    if mark.text.len() > LONGEST_MARK || !numbered || !is_name(&name.text) {
        return None;
    }
    let known = |words: &Joined, heading: Option<&Heading>| {
        heading.is_none() && !book.headings(&words.text).is_empty()
    };
    if known(mark, above) || known(name, below) {
        return None;
    }
    let mut words = mark.clone();
    words.append(name);
    let meanings = opened(&words, name, book);
    let level = above.and_then(|heading| heading.level);
    let listed = above.is_some_and(|heading| heading.listed);
    let fresh_page = above.is_some_and(|heading| heading.fresh_page);
    (!meanings.is_empty()).then_some(Heading { words, level, listed, fresh_page, labelled: false, meanings })
}

/// The words of a paragraph, or of a heading that nobody knows.
fn plain(piece: &Piece) -> Option<(&Joined, Option<&Heading>)> {
    match piece {
        Piece::Paragraph(words) => Some((words, None)),
        Piece::Heading(heading) if heading.meanings.is_empty() => Some((&heading.words, Some(heading))),
        _ => None,
    }
}

/// One sentence at most, which begins with a capital and labels nothing.
fn is_name(text: &str) -> bool {
    text.len() <= LONGEST_NAME
        && text.starts_with(char::is_uppercase)
        && !text.contains(": ")
        && sentence::ranges(text).len() == 1
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};
    use uppsikt_domain::section::SectionKind;

    fn goals(name: &str, text: &str) -> Vec<String> {
        let document = read(name, text.as_bytes(), &HouseStyle::standard()).unwrap();
        let all = document.all_sections();
        all.iter().filter(|it| it.kind == SectionKind::Goal).map(|it| it.name.clone()).collect()
    }

    const NAMES: [&str; 2] = ["Alla dammar är rena när isen går", "Fler parker är öppna om kvällen"];

    #[test]
    fn a_mark_alone_names_what_stands_below_it() {
        let plain = format!(
            "Nämndsplan 2031\n\nParknämnden\n\nMål\n\nEffektmål 1\n\n{}\n\nPlanering för 2031\n\nDammarna rensas i maj.\n\n\
             Effektmål 2\n{}\n\nPlanering för 2031\n\nLampor sätts upp vid stigarna.\n",
            NAMES[0], NAMES[1]
        );
        assert_eq!(goals("a.txt", &plain), NAMES);
        let marked = format!(
            "# Nämndsplan 2031\n\nParknämnden\n\n## Mål\n\n**Effektmål 1**\n\n{}\n\n**Planering för 2031**\n\nDammarna rensas.\n\n\
             ### Effektmål 2\n\n**{}**\n\n**Planering för 2031**\n\nLampor sätts upp.\n",
            NAMES[0], NAMES[1]
        );
        assert_eq!(goals("a.md", &marked), NAMES);
    }

    #[test]
    fn a_label_alone_opens_the_words_below_it() {
        let text = format!(
            "Nämndbudget 2031\n\nParknämnden\n\n4 Plan för kommunfullmäktiges mål\n\nKommunfullmäktiges mål:\n{}\n\n\
             Planering för 2031\n\nDammarna rensas i maj.\n\nKommunfullmäktiges mål:\n{}\n\n\
             Planering för 2031\n\nLampor sätts upp vid stigarna.\n",
            NAMES[0], NAMES[1]
        );
        assert_eq!(goals("a.txt", &text), NAMES);
        let told = "Nämndbudget 2031\n\nParknämnden\n\nKommunfullmäktiges mål:\nNämnden arbetar med två mål.\n\nText.\n";
        assert!(goals("a.txt", told).is_empty());
    }
}
