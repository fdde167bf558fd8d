//! Title and body out of one line: "Nämndsbudget 2026, Kommunstyrelsen".

mod city;

use crate::book::{Book, Title, first_fit, folded};
use crate::tables::tail::is_year;
use city::Sure;
use std::ops::Range;
use uppsikt_domain::document::DocumentKind;

/// How a style names a committee's own document: "Nämndens budget {year}".
const OWN: &str = "Nämndens";

/// What a line says about the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TitleLine {
    pub kind: DocumentKind,
    pub year: Option<i32>,
    /// The title, in bytes of the line.
    pub title: Range<usize>,
    /// The rest, where it can be a body's name.
    pub body: Option<Range<usize>>,
    /// Whether it says that the document is the whole municipality's: "Storby kommuns budget 2031".
    pub whole: bool,
}

const SEPARATORS: [&str; 8] = [", ", " - ", " \u{2013} ", " | ", " \u{2022} ", " \u{b7} ", ": ", "\t"];

/// Words that neither a title nor a name ends in, and that go on a title on the next line.
pub(crate) const JOINING: [&str; 5] = ["och", "med", "för", "till", "samt"];

/// A line with a title is at most so long, in bytes.
const LONGEST: usize = 160;

/// Whether a line is the title of what is only about another document: "Granskning av delårsrapport 2031".
pub(crate) fn is_about_another(book: &Book<'_>, line: &str) -> bool {
    line.len() <= LONGEST && first_fit(&book.about, line).is_some()
}

/// The title in a line, alone or beside a body's name.
pub(crate) fn in_line(book: &Book<'_>, line: &str) -> Option<TitleLine> {
    if line.len() > LONGEST || !book.may_hold_title(line) || is_about_another(book, line) {
        return None;
    }
    if let Some(proposed) = city::proposed(book, line) {
        return Some(proposed);
    }
    let whole = (0..line.len(), None);
    let splits = std::iter::once(whole).chain(cuts(line).flat_map(|(end, start)| {
        let (left, right) = (0..end, start..line.len());
        [(left.clone(), Some(right.clone())), (right, Some(left))]
    }));
    let fitting = splits.filter_map(|(title, rest)| fit(book, line, title, rest));
    let score = |found: &TitleLine| {
        let named = found.body.as_ref().is_some_and(|body| book.is_body_line(&line[body.clone()]));
        (found.year.is_some(), named, found.title.len())
    };
    let best = fitting.reduce(|best, next| if score(&next) > score(&best) { next } else { best });
    let named =
        |found: &TitleLine| found.body.as_ref().is_some_and(|body| book.is_body_line(&line[body.clone()]));
    if best.as_ref().is_some_and(named) {
        return best;
    }
    if let Some(barred) = barred(book, line) {
        return Some(barred);
    }
    let sure = if best.is_none() { Sure::Told } else { Sure::Named };
    city::in_line(book, line, sure).or(best)
}

/// Whether a line is made of the words of titles and a year, and so may be one that goes on below: "Budget 2031".
pub(crate) fn is_made_of_words(book: &Book<'_>, line: &str) -> bool {
    line.len() <= LONGEST && book.may_hold_title(line) && city::is_made_of_words(book, line)
}

/// The title of a plan that tells neither whose it is nor more than its year: "Årsbudget 2031".
pub(crate) fn plain(book: &Book<'_>, line: &str) -> Option<TitleLine> {
    city::in_line(book, line, Sure::Plan).filter(|_| !is_about_another(book, line))
}

fn fit(book: &Book<'_>, line: &str, title: Range<usize>, rest: Option<Range<usize>>) -> Option<TitleLine> {
    let Some(Title { kind, year, body: own }) = book.title(&line[title.clone()]) else {
        return committees_own(book, line, &title, &rest?);
    };
    if joins(&line[title.clone()]) {
        return None;
    }
    if let Some(own) = own.filter(|_| rest.is_none()) {
        let body = title.start + own.start..title.start + own.end;
        return Some(TitleLine { kind, year, title, body: Some(body), whole: false });
    }
    let body = rest.map(|rest| body_in(book, line, rest));
    match body {
        Some(None) => None,
        body => Some(TitleLine { kind, year, title, body: body.flatten(), whole: false }),
    }
}

/// "Skolnämndens budget 2031", "Budget 2031 för Skolnämnden": words that are a title only because a
/// body stands beside them.
fn committees_own(
    book: &Book<'_>,
    line: &str,
    title: &Range<usize>,
    rest: &Range<usize>,
) -> Option<TitleLine> {
    let words = &line[title.clone()];
    let body = named(book, line, rest.clone())?;
    let Title { kind, year: Some(year), .. } = book.title(&format!("{OWN} {words}"))? else { return None };
    Some(TitleLine { kind, year: Some(year), title: 0..line.len(), body: Some(body), whole: false })
}

/// A body's name in the rest of the line; the rest may hold the municipality's name too.
fn body_in(book: &Book<'_>, line: &str, rest: Range<usize>) -> Option<Range<usize>> {
    let words = &line[rest.clone()];
    let mut pieces = std::iter::once(rest.clone()).chain(
        cuts(words).flat_map(|(end, start)| [rest.start..rest.start + end, rest.start + start..rest.end]),
    );
    let named =
        after_place(book, line, rest.clone()).or_else(|| pieces.find_map(|piece| named(book, line, piece)));
    named.or_else(|| {
        let sound = words.chars().filter(|c| c.is_alphabetic()).count() >= 3
            && !words.split(' ').all(|word| city::is_known(book, &folded(word)))
            && !joins(words)
            && !words.contains(|c: char| c.is_ascii_digit())
            && words.starts_with(char::is_uppercase);
        sound.then_some(rest)
    })
}

/// Whether words end in one that joins them to what follows: "Plan 2031 för", "Verksamhetsplan och".
fn joins(words: &str) -> bool {
    let last = words.trim_end().rsplit(' ').next().unwrap_or_default();
    JOINING.contains(&last)
}

/// A piece that is a body's name, also in the genitive ("Skolnämndens") or after what joins it to the
/// title ("för Skolnämnden").
fn named(book: &Book<'_>, line: &str, piece: Range<usize>) -> Option<Range<usize>> {
    let joined = line[piece.clone()].strip_prefix("för ").map_or(0, |rest| piece.len() - rest.len());
    let piece = piece.start + joined..piece.end;
    let words = &line[piece.clone()];
    let dated = words.split(|c: char| !c.is_ascii_digit()).any(is_year);
    if dated {
        return None;
    }
    if book.is_body_line(words) {
        let start = piece.start + placed(book, words);
        return Some(start..piece.end);
    }
    let bare = words.strip_suffix('s').filter(|bare| book.is_body_line(bare))?;
    Some(piece.start..piece.start + bare.len())
}

/// Where a body's name begins in a title that ends with it: "Reningsplan 2031 Parknämnden", "Plan 2031 för
/// Parknämnden".
pub(crate) fn name_start(book: &Book<'_>, text: &str) -> usize {
    let mut starts = text.rmatch_indices(' ').map(|(at, _)| at + 1);
    let named = |start: &usize| {
        let before = text[..*start].trim_end().rsplit(' ').next().unwrap_or_default();
        let parted = is_year(before) || before == "för";
        parted && text[*start..].starts_with(char::is_uppercase) && book.is_body_line(&text[*start..])
    };
    starts.find(named).unwrap_or(0)
}

/// A body's name after the municipality's: "Storby kommun | Skolnämnden".
fn after_place(book: &Book<'_>, line: &str, rest: Range<usize>) -> Option<Range<usize>> {
    let words = &line[rest.clone()];
    let placed = |(end, _): &(usize, usize)| first_fit(&book.municipality, &words[..*end]).is_some();
    cuts(words).filter(placed).find_map(|(_, start)| named(book, line, rest.start + start..rest.end))
}

/// Where a body's name begins after the municipality's: "Ekby kommun Parknämnden".
pub(crate) fn placed(book: &Book<'_>, words: &str) -> usize {
    let after = |(at, _): &(usize, &str)| {
        let (place, body) = (&words[..*at], &words[at + 1..]);
        let named = first_fit(&book.municipality, place).is_some() && !book.is_body(place);
        named && body.starts_with(char::is_uppercase) && book.is_body_line(body)
    };
    words.match_indices(' ').find(after).map_or(0, |(at, _)| at + 1)
}

/// "Storby kommun | Nämndsbudget 2031 | Parknämnden": a title among three parts or more, of which the others
/// name the municipality and a body.
fn barred(book: &Book<'_>, line: &str) -> Option<TitleLine> {
    let parts: Vec<Range<usize>> = line
        .split(BARS)
        .map(|part| {
            let start = part.as_ptr().addr() - line.as_ptr().addr() + part.len() - part.trim_start().len();
            start..start + part.trim().len()
        })
        .collect();
    let at = |part: &Range<usize>| &line[part.clone()];
    let titled = |part: &&Range<usize>| book.title(at(part)).is_some_and(|title| title.year.is_some());
    let own = parts.iter().find(titled).filter(|_| parts.len() >= FEWEST_PARTS)?;
    let others = || parts.iter().filter(|part| *part != own);
    let body = |part: &&Range<usize>| book.is_body_line(at(part));
    let place = |part: &&Range<usize>| book.is_municipality(at(part));
    let Title { kind, year, .. } =
        book.title(at(own)).filter(|_| others().all(|it| body(&it) || place(&it)))?;
    let named = others().find(body).or_else(|| others().find(place))?;
    Some(TitleLine { kind, year, title: own.clone(), body: Some(named.clone()), whole: false })
}

/// Signs between the parts of such a line, which has so many at least.
const BARS: [char; 3] = ['|', '\u{2022}', '\u{b7}'];
const FEWEST_PARTS: usize = 3;

/// Every place where a line can be cut in two: (end of the left, start of the right).
fn cuts(line: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let marked = SEPARATORS
        .iter()
        .flat_map(move |separator| line.match_indices(separator).map(|(at, found)| (at, at + found.len())));
    let spaces = line.match_indices(' ').map(|(at, _)| (at, at + 1));
    marked.chain(spaces)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    /// Kind, year, title and body of a line.
    pub(super) fn read(line: &str) -> Option<(DocumentKind, Option<i32>, String, Option<String>)> {
        let style = HouseStyle::standard();
        let found = in_line(&Book::new(&style), line)?;
        let body = found.body.map(|body| line[body].to_owned());
        Some((found.kind, found.year, line[found.title].to_owned(), body))
    }

    #[test]
    fn title_and_body_stand_in_any_order_and_with_any_sign_between() {
        let expected = Some((
            DocumentKind::CommitteeBudget,
            Some(2031),
            "Nämndsbudget 2031".to_owned(),
            Some("Parknämnden".to_owned()),
        ));
        for line in [
            "Nämndsbudget 2031, Parknämnden",
            "Parknämnden – Nämndsbudget 2031",
            "Parknämnden Nämndsbudget 2031",
            "Nämndsbudget 2031 | Parknämnden",
            "Parknämndens Nämndsbudget 2031",
            "Storby kommun | Parknämnden | Nämndsbudget 2031",
            "Storby kommun Parknämnden Nämndsbudget 2031",
            "Storby kommun | Nämndsbudget 2031 | Parknämnden",
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }

    #[test]
    fn a_genitive_or_a_preposition_names_the_body() {
        use DocumentKind::{AnnualAnalysis as Annual, CommitteeBudget as Budget};
        for (line, kind, body) in [
            ("Parknämndens budget 2031", Budget, "Parknämnden"),
            ("Vård- och parknämndens budget 2031", Budget, "Vård- och parknämnden"),
            ("Lilla styrelsens internbudget 2031", Budget, "Lilla styrelsen"),
            ("Stadsdelsnämnden Västers budget 2031", Budget, "Stadsdelsnämnden Väster"),
            ("Verksamhetsplan 2031 Parknämnden Ekbacken", Budget, "Parknämnden Ekbacken"),
            (
                "Årsanalys 2031 för Stadsdelsnämnden Ekbacken-Sjövik",
                Annual,
                "Stadsdelsnämnden Ekbacken-Sjövik",
            ),
            ("Budget 2031 för Parknämnden", Budget, "Parknämnden"),
            ("Årsanalys 2031 för Lilla nämnden", Annual, "Lilla nämnden"),
            ("Årsanalys 2031 för Parknämnden, Storby kommun", Annual, "Parknämnden"),
        ] {
            let found = read(line).map(|found| (found.0, found.1, found.3));
            assert_eq!(found, Some((kind, Some(2031), Some(body.to_owned()))), "{line}");
        }
        assert_eq!(read("Parknämndens bidrag 2031"), None);
        for line in [
            "Kommunstyrelsens förslag till budget 2031",
            "Kommunstyrelsens förslag till budget 2031 med plan 2032-2033",
        ] {
            let found = read(line).map(|found| (found.0, found.1, found.3));
            assert_eq!(found, Some((DocumentKind::CouncilBudget, Some(2031), None)), "{line}");
        }
        assert_ne!(
            read("Parknämndens förslag till budget 2031").map(|it| it.0),
            Some(DocumentKind::CouncilBudget)
        );
        let council = read("Kommunfullmäktiges budget 2031").map(|found| found.0);
        assert_eq!(council, Some(DocumentKind::CouncilBudget));
    }

    #[test]
    fn reports_of_a_month_or_with_their_number_in_the_year_are_reports_of_a_part_of_it() {
        for line in [
            "Delårsrapport 2031:1 – perioden januari–april – prognos för helåret",
            "Månadsrapport oktober 2031",
            "Månadsrapport Parknämnden oktober 2031",
            "Budgetuppföljning april 2031",
            "Uppföljningsrapport 2/2031, delårsrapport 1",
            "Verksamhetsredovisning per mars 2031",
        ] {
            let found = read(line).map(|found| (found.0, found.1));
            assert_eq!(found, Some((DocumentKind::InterimReport, Some(2031))), "{line}");
        }
        let short = read("Årsredovisningen 2031 på fem minuter").map(|found| (found.0, found.1));
        assert_eq!(short, Some((DocumentKind::AnnualReport, Some(2031))));
    }

    #[test]
    fn running_text_is_no_title() {
        assert_eq!(read("I nämndsbudget 2031 har totalt 12 Mkr avsatts"), None);
        assert_eq!(read("Granskning av delårsrapport 2031"), None);
        assert_eq!(read("Delårsrapport 2031").map(|found| found.3), Some(None));
    }
}
