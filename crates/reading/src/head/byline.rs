//! A body's name beside the municipality's, or beside the period of its report.

use crate::book::Book;
use crate::tables::tail;
use crate::title;
use std::ops::Range;
use uppsikt_text::dates;

/// Such a line is shorter, in bytes.
const LONGEST: usize = 80;
/// What stands between the two.
const BETWEEN: [&str; 7] = [", ", " \u{2013} ", " - ", " \u{2014} ", " | ", " \u{b7} ", " \u{2022} "];

/// "Skolnämnden i Storby", "Skolnämnden, Storby kommun", "Storby kommun \u{2013} skolnämnden" or "Skolnämnden,
/// januari\u{2013}augusti 2031": where the body's name stands.
pub(crate) fn body_of_place(book: &Book<'_>, text: &str) -> Option<Range<usize>> {
    if text.len() >= LONGEST {
        return None;
    }
    beside(book, text).or_else(|| before(book, text)).or_else(|| {
        let start = title::placed(book, text);
        (start > 0).then_some(start..text.len())
    })
}

/// A body and the municipality, or a period after it, with a sign between.
fn beside(book: &Book<'_>, text: &str) -> Option<Range<usize>> {
    let cuts =
        BETWEEN.iter().flat_map(|sign| text.match_indices(sign).map(|(at, sign)| (at, at + sign.len())));
    let body =
        |part: &Range<usize>| book.is_body_line(&text[part.clone()]) && !is_parted(&text[part.clone()]);
    let place = |part: &Range<usize>| {
        let text = &text[part.clone()];
        book.is_municipality(text) && !is_parted(text) && text.starts_with(char::is_uppercase)
    };
    cuts.into_iter().find_map(|(end, start)| {
        let (left, right) = (bare(text, 0..end), bare(text, start..text.len()));
        let period = is_period(&text[right.clone()]);
        match () {
            () if body(&left) && (place(&right) || period) => Some(left),
            () if place(&left) && !body(&left) && body(&right) => Some(right),
            () => None,
        }
    })
}

/// A body before the name of its place: "Skolnämnden i Storby", "Skolnämnden, Storby".
fn before(book: &Book<'_>, text: &str) -> Option<Range<usize>> {
    let (at, rest) = [" i ", ", "].iter().find_map(|between| {
        let at = text.find(between)?;
        Some((at, &text[at + between.len()..]))
    })?;
    let placed = rest.starts_with(char::is_uppercase) || is_period(rest);
    let own = bare(text, 0..at);
    (book.is_body_line(&text[own.clone()]) && placed).then_some(own)
}

fn is_parted(text: &str) -> bool {
    BETWEEN.iter().skip(1).any(|sign| text.contains(sign))
}

/// A stretch of a line without emphasis around it.
fn bare(text: &str, range: Range<usize>) -> Range<usize> {
    let own = &text[range.clone()];
    let marks = |c: char| matches!(c, '*' | '_' | ' ');
    let start = range.start + own.len() - own.trim_start_matches(marks).len();
    start..(range.start + own.trim_end_matches(marks).len()).max(start)
}

/// Whether a line names the municipality beside a body, and nothing else.
pub(super) fn is_byline(book: &Book<'_>, text: &str, body: &Range<usize>) -> bool {
    let place = book.is_municipality(&text[..body.start]) || book.is_municipality(&text[body.end..]);
    let around = [&text[..body.start], &text[body.end..]];
    let trimmed = around.map(|part| part.trim_matches(|c: char| !c.is_alphanumeric()));
    (place || trimmed.iter().any(|part| book.is_municipality(part))) && !text.ends_with('.')
}

/// Whether a line is such a byline.
pub(super) fn is_alone(book: &Book<'_>, text: &str) -> bool {
    body_of_place(book, text).is_some_and(|body| is_byline(book, text, &body))
}

/// "januari\u{2013}augusti 2031": a month and a year, and nothing else.
fn is_period(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    let told = |word: &&str| dates::month(word).is_some() || tail::is_year(word);
    (2..=5).contains(&words.len())
        && words.iter().all(|word| told(word) || word.parse::<u8>().is_ok())
        && words.iter().any(|word| dates::month(word).is_some())
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};
    use uppsikt_domain::document::DocumentKind::{AnnualAnalysis, CommitteeBudget, InterimReport};

    #[test]
    fn the_municipality_beside_a_committee_is_no_part_of_its_name() {
        for (head, kind, body) in [
            (
                "# Delårsrapport 2 2031\n\n**Parknämnden** \u{2013} Storby kommun",
                InterimReport,
                "Parknämnden",
            ),
            ("# Delårsrapport 2 2031\n\nParknämnden - Storby kommun", InterimReport, "Parknämnden"),
            ("# Delårsrapport 2 2031\n\nParknämnden, Storby kommun", InterimReport, "Parknämnden"),
            (
                "# Delårsrapport 2 2031\n\nStorby kommun, park- och vattennämnden",
                InterimReport,
                "Park- och vattennämnden",
            ),
            ("# Årsrapport 2031\n\nStorby kommun, parknämnden", AnnualAnalysis, "Parknämnden"),
            ("# Årsrapport 2031\n\nStorby kommun Parknämnden", AnnualAnalysis, "Parknämnden"),
            ("Parknämnden \u{2013} Storby kommun\n\n# Delårsrapport 2031", InterimReport, "Parknämnden"),
            ("# Nämndsbudget 2031\n\nStadsdelsnämnden Väster", CommitteeBudget, "Stadsdelsnämnden Väster"),
            (
                "# Nämndsbudget 2031\n\nStadsdelsnämnden Öster, Storby stad",
                CommitteeBudget,
                "Stadsdelsnämnden Öster",
            ),
            ("# Nämndsbudget 2031\n\nParknämnden Ekbacken", CommitteeBudget, "Parknämnden Ekbacken"),
            ("# Nämndsbudget 2031\n\nParknämnden Storby\n\nStorby kommun", CommitteeBudget, "Parknämnden"),
            (
                "# Delårsrapport 2031\n\nRäddningstjänstförbundet Mitt",
                InterimReport,
                "Räddningstjänstförbundet Mitt",
            ),
            ("# Årsrapport 2031\n\nUtskottet för parker", AnnualAnalysis, "Utskottet för parker"),
        ] {
            let text =
                format!("{head}\n\n## Sammanfattning\n\nPrognosen är noll, och parknämnden ansvarar.\n");
            let document = read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
            let found = document.body.map(|body| body.text).unwrap_or_default();
            assert_eq!((document.kind, found.as_str()), (kind, body), "{head}");
        }
    }

    #[test]
    fn districts_keep_their_names_in_plain_text_and_below_it_no_heading_is_one() {
        for (line, body) in [
            ("Stadsdelsnämnden Ekbacken-Sjövik", "Stadsdelsnämnden Ekbacken-Sjövik"),
            ("Stadsdelsnämnden Västra", "Stadsdelsnämnden Västra"),
            ("Parknämnden", "Parknämnden"),
        ] {
            let text = format!(
                "Verksamhetsplan 2031\n{line}\n\nSammanfattning\nRamen är 2,0 mnkr.\n\nEkonomi\nDen räcker.\n"
            );
            let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
            assert_eq!(document.body.unwrap().text, body);
        }
    }
}
