//! A title that opens a long line, as where a cover and all below it have become one paragraph: "2 ÅRSREDOVISNING
//! 2031 INNEHÅLLSFÖRTECKNING Kommunstyrelsens ordförande 3 …".

use super::{Head, bare, first_lines, words};
use crate::book::{Book, folded};
use crate::source::Source;
use crate::tables::tail::is_year;
use crate::title;

/// Such a title stands in one of so many lines with words.
const LINES: usize = 6;
/// It is at most so long, in bytes.
const LONGEST: usize = 90;

/// Gives a head that no title told of what such a title says.
pub(super) fn title(source: &Source, book: &Book<'_>, head: &mut Head) {
    let found = first_lines(source).into_iter().take(LINES).find_map(|line| in_line(source, book, line));
    let Some((line, start, found)) = found else { return };
    let at = |range: std::ops::Range<usize>| words(source, line, start + range.start..start + range.end);
    (head.kind, head.year, head.whole) = (found.kind, found.year, found.whole);
    head.title = head.title.take().or(Some(at(found.title)));
    head.body = head.body.take().or(found.body.map(at));
}

fn in_line(source: &Source, book: &Book<'_>, line: usize) -> Option<(usize, usize, title::TitleLine)> {
    let (start, text) = bare(source.raw(line));
    let own = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '.'));
    let start = start + text.len() - own.len();
    let near = own.split_inclusive(' ').scan(0, |at, word| {
        let from = *at;
        *at += word.len();
        Some((from, word.trim_end()))
    });
    let (at, year) = near.take_while(|(at, _)| *at < LONGEST).find(|(_, word)| is_year(word))?;
    let end = at + year.len();
    let rest = own[end..].trim_start();
    let grown = own.len() < text.len()
        || own.len() > LONGEST
        || (!rest.is_empty() && folded(own).starts_with(&folded(rest)));
    let begins = grown && (rest.is_empty() || rest.starts_with(char::is_uppercase));
    let found = title::in_line(book, &own[..end]).filter(|found| found.year.is_some())?;
    (begins && found.title.start == 0).then_some((line, start, found))
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};
    use uppsikt_domain::document::DocumentKind;

    #[test]
    fn a_cover_that_has_become_one_paragraph_still_has_its_title() {
        for (text, kind) in [
            (
                "1 SIDA 1 AV 76\n\n2 , ÅRSREDOVISNING 2031 INNEHÅLLSFÖRTECKNING Innehållsförteckning 2 Kommunens organisation 5\n",
                DocumentKind::AnnualReport,
            ),
            (
                "1 Årsredovisning 2031 Fastställd av kommunfullmäktige Innehållsförteckning Sida 2 Organisation 3\n",
                DocumentKind::AnnualReport,
            ),
            (
                "Årsredovisning 2031 Årsredovisning\n\nTranskript\n\nDet gick bra.\n",
                DocumentKind::AnnualReport,
            ),
            (
                "1 Kommunens budget 2031 Förord Vision och mål 3 Så styrs kommunen 4\n",
                DocumentKind::CouncilBudget,
            ),
        ] {
            let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
            assert_eq!((document.kind, document.year, document.guessed), (kind, Some(2031), false), "{text}");
        }
        for text in [
            "1 Kommunens budget 2031 visar att det går bra, och att parkerna växer.\n",
            "Kort från mötet\n\nHär står vad som sas.\n\nBeslut\n\nDelårsrapport för Storby kommun per augusti 2031\n\nDen är godkänd.\n",
            "I årsredovisning 2031 står mer. Parkerna växte.\n",
        ] {
            let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
            assert_eq!(document.kind, DocumentKind::Unknown, "{text}");
        }
    }
}
