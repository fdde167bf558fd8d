//! Running heads and page numbers: evidence for kind, body, year and page, then no text.

mod marks;
mod pages;
mod recurring;

pub(crate) use pages::breaks_page;

use crate::book::{Book, folded};
use crate::head::body_of_place;
use crate::joined::Joined;
use crate::page_numbers;
use crate::pattern::{Field, Folded};
use crate::source::Source;
use crate::title::{self, TitleLine};
use marks::{PageMark, after_wide_space, page_mark};
use pages::set_pages;
use recurring::recurring;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use uppsikt_domain::document::{DocumentKind, LineRole};
use uppsikt_domain::place::TextAt;
use uppsikt_text::format;

/// What the running heads tell of the document.
#[derive(Debug, Default)]
pub(crate) struct Heads {
    pub kind: Option<DocumentKind>,
    pub year: Option<i32>,
    pub body: Option<TextAt>,
    pub title: Option<TextAt>,
    /// The body that stands alone beside the page numbers.
    pub beside: Option<TextAt>,
}

/// A line that can be a running head.
struct Candidate {
    line: usize,
    page: Option<u32>,
    pages: Option<u32>,
    /// The line without its page number, in bytes of the raw line.
    rest: Range<usize>,
    title: Option<TitleLine>,
    /// The pattern of the style that took it.
    by: Option<String>,
}

/// Takes the running heads and gives every line its page, as far as it is known.
pub(crate) fn take(source: &mut Source, book: &Book<'_>) -> Heads {
    let mut found = candidates(source, book);
    let mut counts: HashMap<String, usize> = HashMap::new();
    for candidate in &found {
        *counts.entry(head_key(source, candidate)).or_default() += 1;
    }
    let edges = pages::edges(source, &found);
    let mut inside: HashSet<String> = HashSet::new();
    for candidate in found.iter().filter(|candidate| !edges.contains(&candidate.line)) {
        inside.insert(head_key(source, candidate));
    }
    found.retain(|candidate| {
        let key = head_key(source, candidate);
        let times = counts.get(&key).copied().unwrap_or(0);
        is_head(candidate, times) || is_head_of_pages(candidate, times, inside.contains(&key))
    });
    let heads: HashSet<usize> = found.iter().map(|candidate| candidate.line).collect();
    let numbers = page_numbers::find(source, &heads).into_iter().map(|(line, page)| bare(source, line, page));
    let numbers: Vec<Candidate> = numbers.collect();
    found.extend(numbers);
    found.extend(recurring(source, book, &found));
    found.sort_by_key(|candidate| candidate.line);
    let mut heads = evidence(source, &found);
    heads.beside = found.iter().find_map(|candidate| body_alone(source, book, candidate.line));
    for candidate in &found {
        let by = candidate.by.as_deref().unwrap_or("running-head");
        source.take(candidate.line, LineRole::RunningHead, by);
    }
    if !source.numbered {
        set_pages(source, &found);
    }
    source.take_running();
    heads
}

/// A page number alone on its line.
fn bare(source: &Source, line: usize, page: u32) -> Candidate {
    let end = source.raw(line).len();
    let by = Some("page-number".to_owned());
    Candidate { line, page: Some(page), pages: None, rest: end..end, title: None, by }
}

fn head_key(source: &Source, candidate: &Candidate) -> String {
    folded(&source.raw(candidate.line)[candidate.rest.clone()])
}

/// A numbered line is a head when it says what the document is, holds nothing else, or comes
/// back; a line without number when it says what the document is and comes back.
fn is_head(candidate: &Candidate, times: usize) -> bool {
    let bare = candidate.rest.is_empty();
    match (candidate.page, &candidate.title) {
        _ if candidate.by.is_some() => true,
        (Some(_), Some(_)) => candidate.pages.is_some() || times >= 2,
        (Some(_), None) => (bare && candidate.pages.is_some()) || (!bare && times >= 3),
        (None, Some(_)) => times >= 3,
        (None, None) => false,
    }
}

/// A line without number that says what the document is stands at the edge of two pages, and nowhere else.
fn is_head_of_pages(candidate: &Candidate, times: usize, inside: bool) -> bool {
    candidate.page.is_none() && candidate.title.is_some() && times >= 2 && !inside
}

fn candidates(source: &Source, book: &Book<'_>) -> Vec<Candidate> {
    (0..source.len()).filter_map(|line| candidate(source, book, line)).collect()
}

fn candidate(source: &Source, book: &Book<'_>, line: usize) -> Option<Candidate> {
    let text = source.text(line);
    if text.is_empty() || text.len() > 160 || text.starts_with(['#', '|']) {
        return None;
    }
    let start = source.raw(line).find(text)?;
    let titled = |mark: &PageMark| title::in_line(book, &text[mark.rest.clone()]).is_some();
    let numbered = page_mark(text).or_else(|| after_wide_space(text).filter(titled));
    let digits = text.bytes().any(|b| b.is_ascii_digit());
    let styled = digits.then(|| by_style(book, text)).flatten();
    let rest = numbered.as_ref().map_or(0..text.len(), |mark| mark.rest.clone());
    let title = digits.then(|| title::in_line(book, &text[rest.clone()])).flatten();
    if numbered.is_none() && title.is_none() && styled.is_none() {
        return None;
    }
    let (page, pages) = numbered.map_or((None, None), |mark| (Some(mark.page), mark.pages));
    let (by, page, pages) = match styled {
        Some((by, own, of)) => (Some(by), own.or(page), of.or(pages)),
        None => (None, page, pages),
    };
    Some(Candidate { line, page, pages, rest: start + rest.start..start + rest.end, title, by })
}

fn by_style(book: &Book<'_>, text: &str) -> Option<(String, Option<u32>, Option<u32>)> {
    let folded = Folded::new(text);
    book.running.iter().find_map(|pattern| {
        let held = pattern.fits_folded(&folded)?;
        let title = held.get(Field::Title).map(|range| &text[range]);
        let year = held.get(Field::Year).map(|range| &text[range]).unwrap_or_default();
        let sound = title.is_none_or(|title| book.title(&format!("{title} {year}")).is_some());
        let pages = held.number(Field::Pages, text);
        sound.then(|| (pattern.source.clone(), held.number(Field::Page, text), pages))
    })
}

fn evidence(source: &Source, found: &[Candidate]) -> Heads {
    let mut heads = Heads::default();
    for candidate in found {
        let Some(title) = &candidate.title else { continue };
        let at = |range: &Range<usize>| {
            let start = candidate.rest.start;
            let mut joined = Joined::default();
            joined.push(source, candidate.line, start + range.start..start + range.end);
            joined.all_at(source)
        };
        heads.kind = heads.kind.or(Some(title.kind));
        heads.year = heads.year.or(title.year);
        heads.title = heads.title.take().or_else(|| Some(at(&title.title)));
        heads.body = heads.body.take().or_else(|| title.body.as_ref().map(at));
    }
    heads
}

/// A line that is the name of a body and nothing else, or has it as one of the parts that bars part.
fn body_alone(source: &Source, book: &Book<'_>, line: usize) -> Option<TextAt> {
    let raw = source.raw(line);
    raw.split('|').find_map(|part| {
        let name = part.trim();
        let start = name.as_ptr() as usize - raw.as_ptr() as usize;
        let own = body_of_place(book, name).or_else(|| book.is_body_line(name).then_some(0..name.len()))?;
        let mut words = Joined::default();
        words.push(source, line, start + own.start..start + own.end);
        let found = words.all_at(source);
        Some(TextAt::new(format::capitalised(&found.text), found.span))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    fn read(text: &str) -> (Source, Heads) {
        let style = HouseStyle::standard();
        let mut source = Source::new(text);
        let heads = take(&mut source, &Book::new(&style));
        (source, heads)
    }

    #[test]
    fn a_running_head_tells_kind_body_year_and_page() {
        let (source, heads) =
            read("Text före.\n\nÅrsanalys 2031, Park- och vattennämnden 4(9)\n\nText efter.");
        assert_eq!(heads.kind, Some(DocumentKind::AnnualAnalysis));
        assert_eq!(heads.year, Some(2031));
        assert_eq!(heads.body.unwrap().text, "Park- och vattennämnden");
        assert_eq!(source.lines[2].role, LineRole::RunningHead);
        assert_eq!((source.lines[0].page, source.lines[4].page), (None, Some(4)));
    }

    #[test]
    fn a_head_in_capitals_is_one_too() {
        let (source, heads) = read("ÅRSREDOVISNING 2031 SIDA 3 AV 76\n\nTexten börjar här.\n");
        assert_eq!((heads.kind, heads.year), (Some(DocumentKind::AnnualReport), Some(2031)));
        assert_eq!(source.lines[2].page, Some(3));
    }

    #[test]
    fn breaks_without_head_are_counted_when_they_fit_the_next_number() {
        let text = "Årsanalys 2031, Parknämnden 2(5)\nett\n Två är här\ntre\nÅrsanalys 2031, Parknämnden 4(5)\nfyra\n";
        let pages: Vec<Option<u32>> = read(text).0.lines.iter().map(|line| line.page).collect();
        assert_eq!(pages, [Some(2), Some(2), Some(3), Some(3), Some(4), Some(4)]);
    }

    #[test]
    fn page_numbers_alone_are_heads_when_they_count_upwards() {
        let (source, _) = read("ett\n\n1\n\ntvå\n\n2\n\ntre\n\n3\n\nfyra 17");
        let heads = source.lines.iter().filter(|line| line.role == LineRole::RunningHead).count();
        assert_eq!(heads, 3);
    }

    #[test]
    fn a_line_that_comes_back_with_a_rising_number_is_a_head_whatever_it_says() {
        let page = |number: u32| {
            format!(
                "Storby kommun – Mål och medel – {number}\nBilaga till protokoll\n\n{}",
                format!("Text nummer {number}.\n\n").repeat(8)
            )
        };
        let (source, _) = read(&(3..7).map(page).collect::<String>());
        let heads = source.lines.iter().filter(|line| line.role == LineRole::RunningHead).count();
        assert_eq!((heads, source.lines[4].page, source.lines[40].page), (8, Some(3), Some(5)));
        let rows = "Summa kostnader 3\nSumma kostnader 4\nSumma kostnader 5\n";
        assert!(read(rows).0.lines.iter().all(|line| line.role == LineRole::Blank));
    }

    #[test]
    fn marks_of_goals_that_count_upwards_are_no_heads() {
        let goal =
            |number: u32| format!("Effektmål {number}\nDammarna är rena\n\n{}", "Text om dem.\n\n".repeat(8));
        let (source, _) = read(&(1..6).map(goal).collect::<String>());
        assert!(source.lines.iter().all(|line| line.role == LineRole::Blank));
    }

    #[test]
    fn a_short_page_among_long_ones_has_its_head_too() {
        let page = |number: u32, paragraphs: usize| {
            let text = format!("Text nummer {number}.\n\n").repeat(paragraphs);
            format!("Storby kommun – Mål och medel – {number}\n\n{text}")
        };
        let pages = [page(3, 8), page(4, 2), page(5, 8), page(6, 8)].concat();
        let heads =
            |text: &str| read(text).0.lines.iter().filter(|line| line.role == LineRole::RunningHead).count();
        assert_eq!(heads(&pages), 4);
        assert_eq!(heads(&[page(3, 2), page(4, 2), page(5, 2)].concat()), 0);
    }

    #[test]
    fn a_title_at_the_edge_of_two_pages_is_a_head_and_one_inside_a_page_is_none() {
        let head = "Storby kommun | Verksamhetsplan 2031 | Parknämnden";
        let text = format!(
            "{head}\n\nText om dammar.\n\n    Sida 1 av 2\n\u{c}{head}\n\nMer text.\n\n    Sida 2 av 2\n"
        );
        let (source, heads) = read(&text);
        assert_eq!(heads.body.unwrap().text, "Parknämnden");
        assert_eq!(heads.title.unwrap().text, "Verksamhetsplan 2031");
        let found = source.lines.iter().filter(|line| line.role == LineRole::RunningHead).count();
        assert_eq!(found, 4);
        let (source, _) = read(&format!("{head}\n\nText.\n\n{head}\n\nMer text.\n"));
        assert!(source.lines.iter().all(|line| line.role == LineRole::Blank));
    }

    #[test]
    fn a_sentence_that_ends_in_a_number_is_no_head() {
        let (source, heads) = read("Budgeten är enligt nämndsbudget 2031\n\nSe sida 4\n");
        assert!(source.lines.iter().all(|line| line.role == LineRole::Blank));
        assert_eq!(heads.kind, None);
    }
}
