//! Running heads and page numbers: evidence for kind, body, year and page, then no text.

use crate::book::{Book, folded};
use crate::joined::Joined;
use crate::page_numbers;
use crate::pattern::{Field, Folded};
use crate::source::Source;
use crate::title::{self, TitleLine};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use uppsikt_domain::document::{DocumentKind, LineRole};
use uppsikt_domain::place::TextAt;

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
    found.retain(|candidate| {
        let times = counts.get(&head_key(source, candidate)).copied().unwrap_or(0);
        is_head(candidate, times)
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

struct PageMark {
    page: u32,
    pages: Option<u32>,
    rest: Range<usize>,
}

/// "12(58)", "12 (58)", "Sida 12 av 58", "sid 12" at the end or the beginning of a line.
fn page_mark(text: &str) -> Option<PageMark> {
    at_end(text).or_else(|| at_start(text))
}

fn at_end(text: &str) -> Option<PageMark> {
    let (before, page, pages) = match text.strip_suffix(')') {
        Some(open) => {
            let (before, pages) = last_number(open)?;
            let (before, page) = last_number(before.strip_suffix('(')?.trim_end())?;
            (before, page, Some(pages))
        }
        None => {
            let (before, last) = last_number(text)?;
            let words = before.trim_end();
            let of = words.strip_suffix("av").or_else(|| words.strip_suffix('/'));
            match of.and_then(|of| last_number(of.trim_end())) {
                Some((before, page)) => (before, page, Some(last)),
                None => (before, last, None),
            }
        }
    };
    let word = before.trim_end();
    let sided = ["sida", "sidan", "sid", "sid.", "s."].iter().find_map(|side| {
        let cut = word.len().checked_sub(side.len())?;
        let last = word.get(cut..)?;
        (folded(last) == *side).then(|| &word[..cut])
    });
    let sound = page > 0 && pages.is_none_or(|pages| page <= pages) && (pages.is_some() || sided.is_some());
    let rest = sided.unwrap_or(word).trim_end_matches([' ', ',', '-', '|', '\u{2013}', '\t']);
    sound.then_some(PageMark { page, pages, rest: 0..rest.len() })
}

/// "Parknämndens årsanalys 2031            12": a number far from the words.
fn after_wide_space(text: &str) -> Option<PageMark> {
    let (before, page) = last_number(text)?;
    let words = before.trim_end();
    (before.ends_with("   ") && page > 0).then_some(PageMark { page, pages: None, rest: 0..words.len() })
}

fn at_start(text: &str) -> Option<PageMark> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let page: u32 = text.get(..digits)?.parse().ok()?;
    let rest = text[digits..].trim_start().strip_prefix('(')?;
    let more = rest.bytes().take_while(u8::is_ascii_digit).count();
    let pages: u32 = rest.get(..more)?.parse().ok()?;
    let rest = rest[more..].strip_prefix(')')?.trim_start_matches([' ', ',', '-', '|', '\u{2013}', '\t']);
    (page > 0 && page <= pages).then(|| PageMark {
        page,
        pages: Some(pages),
        rest: text.len() - rest.len()..text.len(),
    })
}

fn last_number(text: &str) -> Option<(&str, u32)> {
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let cut = text.len() - digits;
    let number = (digits <= 4).then(|| text[cut..].parse().ok())??;
    Some((&text[..cut], number))
}

/// Lines that come back with a page number that rises one by one, whatever they say, and the
/// lines that come back right beside them.
fn recurring(source: &Source, book: &Book<'_>, known: &[Candidate]) -> Vec<Candidate> {
    let mut series: HashMap<String, Vec<(usize, u32, Range<usize>)>> = HashMap::new();
    for line in (0..source.len()).filter(|line| known.iter().all(|it| it.line != *line)) {
        let text = source.text(line);
        if text.len() > 160 || text.starts_with(['#', '|']) {
            continue;
        }
        let Some((page, rest)) = numbered_end(text).or_else(|| numbered_start(text)) else { continue };
        let start = source.raw(line).find(text).unwrap_or(0);
        series.entry(facing_key(&text[rest.clone()])).or_default().push((
            line,
            page,
            start + rest.start..start + rest.end,
        ));
    }
    let risen = series.into_values().filter(|found| rises(found));
    let numbered: Vec<Candidate> = risen
        .flatten()
        .map(|(line, page, rest)| {
            let title = None;
            Candidate { line, page: Some(page), pages: None, rest, title, by: Some("recurring".to_owned()) }
        })
        .collect();
    let beside = beside(source, book, known.iter().chain(&numbered));
    numbered.into_iter().chain(beside).collect()
}

/// Words and then, or before them, a number: the number and where the words are.
fn numbered_end(text: &str) -> Option<(u32, Range<usize>)> {
    let worded = |words: &str| words.chars().filter(|c| c.is_alphabetic()).count() >= 8;
    let (before, page) = last_number(text)?;
    let words = before.trim_end_matches([' ', ',', '-', '|', '\u{2013}', '\t', '\u{2022}']);
    let parted = words.len() < before.len();
    (parted && page > 0 && page < 1000 && worded(words)).then_some((page, 0..words.len()))
}

/// A number, wide space and words: "12   Parkstads kommun – Budget 2031".
fn numbered_start(text: &str) -> Option<(u32, Range<usize>)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let page: u32 = text.get(..digits).filter(|it| it.len() <= 3)?.parse().ok()?;
    let after = &text[digits..];
    let words = after.trim_start_matches([' ', '|', '\u{2013}', '\t']);
    let parted = after.len() - words.len() >= 2 || after.contains('|');
    let worded = words.chars().filter(|c| c.is_alphabetic()).count() >= 8;
    (parted && page > 0 && worded).then_some((page, text.len() - words.len()..text.len()))
}

/// The same for the heads of facing pages, which say the same parts in another order.
fn facing_key(words: &str) -> String {
    let mut parts: Vec<String> = words.split('|').map(|part| folded(part.trim())).collect();
    parts.sort_unstable();
    parts.join("|")
}

/// At least three times, far apart but for a short page, and nearly always one more than the
/// time before.
fn rises(found: &[(usize, u32, Range<usize>)]) -> bool {
    let steps =
        || found.windows(2).map(|pair| (pair[1].0 - pair[0].0, i64::from(pair[1].1) - i64::from(pair[0].1)));
    let most = |count: usize| count * 3 >= (found.len() - 1) * 2;
    found.len() >= 3
        && steps().all(|(apart, step)| apart >= 4 && (1..=3).contains(&step))
        && most(steps().filter(|(_, step)| *step == 1).count())
        && most(steps().filter(|(apart, _)| *apart >= 12).count())
}

/// Lines that stand in the same place beside three or more heads; over an empty line only names of the
/// body and of the municipality.
fn beside<'c>(
    source: &Source,
    book: &Book<'_>,
    heads: impl Iterator<Item = &'c Candidate>,
) -> Vec<Candidate> {
    let heads: Vec<usize> = heads.filter(|head| head.page.is_some()).map(|head| head.line).collect();
    let mut lines: HashMap<(isize, String), Vec<usize>> = HashMap::new();
    for head in &heads {
        for step in (-3..=3_isize).filter(|step| *step != 0) {
            let Some(line) = head.checked_add_signed(step).filter(|line| *line < source.len()) else {
                continue;
            };
            let between = line.min(*head)..line.max(*head);
            let text = source.text(line);
            let parted = between.into_iter().any(|line| source.blank(line));
            if parted && !(book.is_body(text) || book.is_municipality(text)) {
                continue;
            }
            if text.chars().filter(|c| c.is_alphabetic()).count() >= 4 && !heads.contains(&line) {
                lines.entry((step, folded(text))).or_default().push(line);
            }
        }
    }
    let again = lines.into_values().filter(|found| found.len() >= 3 && found.len() * 2 >= heads.len());
    let by = || Some("recurring".to_owned());
    let head = |line| Candidate { line, page: None, pages: None, rest: 0..0, title: None, by: by() };
    again.flatten().map(head).collect()
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

/// A line that is the name of a body and nothing else.
fn body_alone(source: &Source, book: &Book<'_>, line: usize) -> Option<TextAt> {
    book.is_body(source.text(line)).then(|| Joined::line(source, line).all_at(source))
}

/// Gives lines the page that the heads tell. Between two heads whose numbers differ by more
/// than one, page breaks without head are counted; where they do not fit, the page is unknown.
fn set_pages(source: &mut Source, found: &[Candidate]) {
    let heads: Vec<(usize, u32)> =
        found.iter().filter_map(|candidate| Some((candidate.line, candidate.page?))).collect();
    let last_page = found.iter().filter_map(|candidate| candidate.pages).max();
    let foot = stands_at_foot(source, &heads);
    for (index, (line, page)) in heads.iter().enumerate() {
        if foot {
            let from = if index == 0 { 0 } else { heads[index - 1].0 + 1 };
            (from..=*line).for_each(|at| source.lines[at].page = Some(*page));
            continue;
        }
        let next = heads.get(index + 1);
        let end = next.map_or(source.len(), |(line, _)| *line);
        let wanted = next.map(|(_, page)| *page).or(last_page.map(|last| last + 1));
        number_stretch(source, *line..end, *page, wanted);
    }
}

fn number_stretch(source: &mut Source, lines: Range<usize>, page: u32, wanted: Option<u32>) {
    let breaks: Vec<usize> = lines.clone().skip(1).filter(|line| breaks_page(source, *line)).collect();
    let steps = wanted.and_then(|wanted| wanted.checked_sub(page)).unwrap_or(1);
    let fits = u32::try_from(breaks.len()).is_ok_and(|count| count + 1 == steps);
    let mut current = Some(page);
    let mut next = breaks.iter().peekable();
    for line in lines {
        if next.next_if(|at| **at == line).is_some() {
            current = current.filter(|_| fits || steps == 1).map(|page| if fits { page + 1 } else { page });
        }
        source.lines[line].page = current;
    }
}

/// A form feed, or one space before a capital right after a line of text: how a page break
/// is left in text out of PDFs.
pub(crate) fn breaks_page(source: &Source, line: usize) -> bool {
    source.feeds[line]
        || (line > 0 && !source.blank(line - 1) && source.indented_once(line) && !source.in_series(line))
}

fn stands_at_foot(source: &Source, heads: &[(usize, u32)]) -> bool {
    let near = |line: usize, ahead: bool| {
        (0..3).any(|step| {
            let at = if ahead { line + 1 + step } else { line.saturating_sub(step) };
            at < source.len() && source.feeds[at]
        })
    };
    let after = heads.iter().filter(|(line, _)| near(*line, true) && !near(*line, false)).count();
    let before = heads.iter().filter(|(line, _)| near(*line, false)).count();
    after > before
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
    fn a_sentence_that_ends_in_a_number_is_no_head() {
        let (source, heads) = read("Budgeten är enligt nämndsbudget 2031\n\nSe sida 4\n");
        assert!(source.lines.iter().all(|line| line.role == LineRole::Blank));
        assert_eq!(heads.kind, None);
    }
}
