//! What the document is: kind, body, year and title, by the best evidence there is.

use crate::book::{Book, first_fit, folded};
use crate::joined::Joined;
use crate::markup::heading_level;
use crate::prose;
use crate::running_head::{Heads, breaks_page};
use crate::source::Source;
use crate::tables::{figures, grid, tail};
use crate::title;
use crate::told_bodies;
use std::collections::{HashMap, HashSet};
use uppsikt_domain::document::{CaseHead, DocumentKind, LineRole};
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::SectionKind;
use uppsikt_text::format;

/// The head of a document.
#[derive(Debug, Default)]
pub(crate) struct Head {
    pub kind: DocumentKind,
    pub body: Option<TextAt>,
    pub year: Option<i32>,
    pub title: Option<TextAt>,
    pub case: Option<CaseHead>,
}

/// A title page is looked for in so many lines with words.
const TITLE_LINES: usize = 14;
/// A report that tells of so many committees is the municipality's.
const FEWEST_COMMITTEES: usize = 3;

/// Reads the head out of running heads, the title page, or the text itself.
pub(crate) fn read(source: &mut Source, book: &Book<'_>, heads: Heads) -> Head {
    if let Some(head) = case(source, book) {
        return head;
    }
    let mut head = Head {
        kind: heads.kind.unwrap_or_default(),
        body: heads.body,
        year: heads.year,
        title: heads.title,
        case: None,
    };
    title_page(source, book, &mut head);
    if head.kind == DocumentKind::Unknown {
        head.kind = kind_by_headings(source, book);
    }
    let nobodys = head.body.as_ref().is_none_or(|body| is_municipality(book, &body.text));
    if nobodys && head.kind != DocumentKind::Unknown {
        head.body = told_bodies::below_title(source, book).or(head.body);
    }
    settle_body(source, book, &mut head);
    if head.kind != DocumentKind::Unknown {
        head.year = head.year.or_else(|| year_by_text(source));
        head.body = head.body.take().or_else(|| told_bodies::most_often(source, book));
    }
    head
}

/// A report of the municipality itself, or the council's budget, names no committee.
fn settle_body(source: &Source, book: &Book<'_>, head: &mut Head) {
    let committee = head.body.as_ref().is_some_and(|body| book.is_body(&body.text));
    let place = || {
        let mut lines = (0..source.len()).filter(|line| source.lines[*line].role == LineRole::Title);
        lines.find_map(|line| municipality(source, book, line))
    };
    match head.kind {
        DocumentKind::CouncilBudget if committee => head.kind = DocumentKind::CommitteeBudget,
        DocumentKind::CouncilBudget => head.body = council(source, book).or_else(place),
        DocumentKind::InterimReport
            if head.body.as_ref().is_none_or(|body| is_municipality(book, &body.text)) =>
        {
            head.body = head.body.take().or_else(place);
            if head.body.is_some() {
                head.kind = DocumentKind::CityInterimReport;
            }
        }
        DocumentKind::AnnualAnalysis
            if head.body.as_ref().is_none_or(|body| is_municipality(book, &body.text))
                && names_committees(source, book) =>
        {
            if let Some(place) = place() {
                head.kind = DocumentKind::AnnualReport;
                head.body = Some(place);
            }
        }
        DocumentKind::CityInterimReport | DocumentKind::AnnualReport if !committee => {
            head.body = place().or_else(|| head.body.take());
        }
        _ => {}
    }
}

/// Whether lines tell of several committees side by side, as only the municipality's own reports do.
fn names_committees(source: &Source, book: &Book<'_>) -> bool {
    let name = |line: usize| {
        let text = source.text(line);
        let end = text.find("  ").or_else(|| text.find(|c: char| c.is_ascii_digit()));
        let name =
            text[..end.unwrap_or(text.len())].trim_end_matches(['-', '\u{2013}', '\u{2212}', ' ', '|']);
        let name = name.trim_start_matches(['|', ' ']);
        (name.starts_with(char::is_uppercase) && book.is_body(name)).then(|| folded(name))
    };
    let named: HashSet<String> = (0..source.len()).filter_map(name).collect();
    named.len() >= FEWEST_COMMITTEES
}

fn is_municipality(book: &Book<'_>, text: &str) -> bool {
    text.len() < 60 && first_fit(&book.municipality, text).is_some()
}

fn municipality(source: &Source, book: &Book<'_>, line: usize) -> Option<TextAt> {
    let (start, text) = bare(source.raw(line));
    is_municipality(book, text).then(|| words(source, line, start..start + text.len()))
}

/// Where the text first names the council.
fn council(source: &Source, book: &Book<'_>) -> Option<TextAt> {
    let name = book.style.case.council.as_str();
    (0..source.len()).find_map(|line| {
        let raw = source.raw(line);
        let at = raw.find(name).or_else(|| raw.find(&format::capitalised(name)))?;
        let found = words(source, line, at..at + name.len());
        Some(TextAt::new(format::capitalised(&found.text), found.span))
    })
}

fn first_lines(source: &Source) -> Vec<usize> {
    (0..source.len()).filter(|line| source.free(*line)).take(TITLE_LINES).collect()
}

/// Takes title and body from the first lines, up to the first line of running text.
fn title_page(source: &mut Source, book: &Book<'_>, head: &mut Head) {
    let mut titled = false;
    let cover = cover_lines(source, book);
    for line in first_lines(source) {
        let (start, text) = bare(source.raw(line));
        if repeats_title(head, text) {
            titled = true;
            source.take(line, LineRole::Title, "title");
            continue;
        }
        let found = title::in_line(book, text);
        let placed = body_of_place(book, text);
        let chaptered = book
            .headings(text)
            .iter()
            .any(|known| known.kind != crate::book::HeadingKind::Section(SectionKind::Operations));
        match found {
            Some(found) if !titled && fits_kind(&found, head.kind) => {
                titled = true;
                let at = |range: &std::ops::Range<usize>| {
                    words(source, line, start + range.start..start + range.end)
                };
                let (title, body) = (at(&found.title), found.body.as_ref().map(at));
                if head.kind == DocumentKind::Unknown {
                    head.kind = found.kind;
                }
                head.year = head.year.or(found.year);
                head.title = head.title.take().or(Some(title));
                head.body = head.body.take().or(body);
                source.take(line, LineRole::Title, "title");
            }
            _ if (placed.is_none() && municipality(source, book, line).is_some())
                || (!text.ends_with('.') && first_fit(&book.title_matter, text).is_some()) =>
            {
                source.take(line, LineRole::Title, "title-matter");
            }
            _ if titled && (is_heading(source.raw(line)) || is_row(source.raw(line))) => {
                let body = placed.is_some() || book.is_body(text);
                if !body {
                    break;
                }
                let end = placed.unwrap_or(text.len());
                head.body = head.body.take().or_else(|| Some(words(source, line, start..start + end)));
                source.take(line, LineRole::Title, "title-body");
            }
            _ if titled && cover.contains(&line) => source.take(line, LineRole::Title, "title-matter"),
            _ if chaptered || text.len() > 90 || text.ends_with('.') => break,
            _ if titled && placed.is_none() && book.is_body(text) => {
                head.body = head.body.take().or_else(|| Some(words(source, line, start..start + text.len())));
                source.take(line, LineRole::Title, "title-body");
            }
            _ if titled && placed.is_some() => {
                let name = start..start + placed.unwrap_or_default();
                head.body = head.body.take().or_else(|| Some(words(source, line, name)));
                source.take(line, LineRole::Title, "title-body");
            }
            _ if titled && is_title_matter(text) => source.take(line, LineRole::Title, "title-matter"),
            _ if !titled && book.is_body(text) && heading_free(book, text) => {
                head.body = head.body.take().or_else(|| Some(words(source, line, start..start + text.len())));
            }
            _ => {}
        }
    }
    if titled {
        take_body_above(source, book);
    }
}

/// Whether a line is a part of the title that the running head prints whole: "Budget 2031" of
/// "Budget 2031 med flerårsplan 2032–2033".
fn repeats_title(head: &Head, text: &str) -> bool {
    let own = folded(text);
    own.len() >= 8 && head.title.as_ref().is_some_and(|title| folded(&title.text).contains(&own))
}

/// The lines of a cover: a first page of a few short lines without any sentence and without contents.
fn cover_lines(source: &Source, book: &Book<'_>) -> Vec<usize> {
    let lines: Vec<usize> =
        (0..source.len()).filter(|line| source.free(*line)).take(TITLE_LINES + 1).collect();
    let first = lines.first().copied().unwrap_or(0);
    let head = (first..source.len()).find(|line| source.lines[*line].role == LineRole::RunningHead);
    let page = lines.iter().skip(1).copied().find(|line| breaks_page(source, *line));
    let Some(end) = head.into_iter().chain(page).min() else { return Vec::new() };
    let cover: Vec<usize> = lines.into_iter().filter(|line| *line < end).collect();
    let is_short = |text: &str| text.len() <= 60 && !text.ends_with('.') && !is_row(text);
    let lists = |text: &str| first_fit(&book.contents, text).is_some();
    let short = cover.iter().map(|line| bare(source.raw(*line)).1).all(|text| is_short(text) && !lists(text));
    if short && cover.len() < TITLE_LINES { cover } else { Vec::new() }
}

/// A title without year is one only where it agrees with what is known already.
fn fits_kind(found: &title::TitleLine, kind: DocumentKind) -> bool {
    found.year.is_some() || kind == DocumentKind::Unknown || kind == found.kind
}

fn heading_free(book: &Book<'_>, text: &str) -> bool {
    book.headings(text).is_empty()
}

/// A body's name, a day or a case's number alone above the title belongs to the title page, and so
/// do a few words where nothing longer stands there ("Parkförvaltningen").
fn take_body_above(source: &mut Source, book: &Book<'_>) {
    let titled = (0..source.len()).rfind(|line| source.lines[*line].role == LineRole::Title).unwrap_or(0);
    let title = (0..titled).find(|line| source.lines[*line].by == "title").unwrap_or(titled);
    let is_cover = |line: usize| {
        let text = source.text(line);
        text.len() <= 40 && !text.contains([':', '.']) && !is_heading(text) && heading_free(book, text)
    };
    let covered = (0..title).filter(|line| source.free(*line)).all(is_cover);
    for line in 0..titled {
        let text = bare(source.raw(line)).1;
        let by = match () {
            () if !source.free(line) => continue,
            () if book.is_body(text) => "title-body",
            () if is_title_matter(text) || (covered && line < title) => "title-matter",
            () => continue,
        };
        source.take(line, LineRole::Title, by);
    }
}

/// "Skolnämnden i Storby" or "Skolnämnden, Storby kommun": how long the body's name is.
fn body_of_place(book: &Book<'_>, text: &str) -> Option<usize> {
    let (at, rest) = [" i ", ", "].iter().find_map(|between| {
        let at = text.find(between)?;
        Some((at, &text[at + between.len()..]))
    })?;
    (book.is_body(&text[..at]) && rest.starts_with(char::is_uppercase) && text.len() < 80).then_some(at)
}

/// A year, a date or a case number alone on the title page.
fn is_title_matter(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits >= 4 && text.len() <= 40 && !text.contains(". ")
}

/// Whether a line is a heading of Markdown.
fn is_heading(raw: &str) -> bool {
    heading_level(raw.trim()).is_some()
}

/// Whether a line is a row of a table: its cells are marked, or it has words and two figures or more.
fn is_row(raw: &str) -> bool {
    let figured = |tail: tail::Tail| {
        let label = &raw[..tail.words.first().map_or(0, |word| word.range.start)];
        tail::is_strong(raw, &tail)
            && figures::fewest(raw, &tail) >= 2
            && label.chars().any(char::is_alphabetic)
    };
    grid::is_pipe_row(raw.trim()) || tail::tail(raw, false).is_some_and(figured)
}

/// A line without heading marks and emphasis, and where it begins in bytes.
fn bare(raw: &str) -> (usize, &str) {
    let text = raw.trim_start_matches(|c: char| matches!(c, '#' | '*' | '_') || c.is_whitespace());
    let end = text.trim_end_matches(|c: char| matches!(c, '*' | '_') || c.is_whitespace()).len();
    (raw.len() - text.len(), &text[..end])
}

fn words(source: &Source, line: usize, range: std::ops::Range<usize>) -> TextAt {
    let mut joined = Joined::default();
    joined.push(source, line, range);
    joined.all_at(source)
}

/// Without a title the headings decide: only plans plan, only reports assess.
fn kind_by_headings(source: &Source, book: &Book<'_>) -> DocumentKind {
    let (mut plan, mut report, mut annual, mut chapters) = (0, 0, 0, 0);
    for line in (0..source.len()).filter(|line| source.free(*line)) {
        let (_, text) = bare(source.raw(line));
        if text.len() > 120 || text.ends_with(['.', ',']) {
            continue;
        }
        for known in book.headings(text).iter().take(1) {
            use SectionKind::*;
            let crate::book::HeadingKind::Section(kind) = known.kind else { continue };
            match kind {
                TermPlan | YearPlan | TermChanges | DesiredOutcome | Operations => plan += 1,
                Report | AssessmentPeriod | AssessmentTerm => report += 1,
                Goal | GoalArea | Goals | Responsibilities | Rights | Priorities | Statement
                | Investments => chapters += 1,
                _ => {}
            }
            annual += usize::from(folded(text).contains("helår") || folded(text).contains("måluppfyllelse"));
        }
    }
    match () {
        () if plan == 0 && report == 0 && chapters < 2 => DocumentKind::Unknown,
        () if report > plan && annual * 2 > report => DocumentKind::AnnualAnalysis,
        () if report > plan => DocumentKind::InterimReport,
        () if plan > 0 => DocumentKind::CommitteeBudget,
        () => DocumentKind::Unknown,
    }
}

/// The year that stands in headings, else most often in the text.
fn year_by_text(source: &Source) -> Option<i32> {
    let mut counts: HashMap<i32, usize> = HashMap::new();
    for line in (0..source.len()).filter(|line| source.free(*line)).take(400) {
        let text = source.text(line);
        let weight = if text.len() < 60 && !text.ends_with('.') { 3 } else { 1 };
        for word in
            text.split(|c: char| !c.is_ascii_digit()).filter(|word| crate::tables::tail::is_year(word))
        {
            if let Ok(year) = word.parse() {
                *counts.entry(year).or_default() += weight;
            }
        }
    }
    counts.into_iter().max_by_key(|(year, count)| (*count, *year)).map(|(year, _)| year)
}

/// A case: its number alone on a line near the top, and headings that cases have.
fn case(source: &mut Source, book: &Book<'_>) -> Option<Head> {
    let lines: Vec<usize> = (0..source.len()).filter(|line| source.free(*line)).take(20).collect();
    let numbered = lines.iter().copied().find(|line| {
        let text = bare(source.raw(*line)).1;
        let text = ["Diarienummer", "Ärendenummer", "Dnr"]
            .iter()
            .find_map(|label| text.strip_prefix(label))
            .unwrap_or(text)
            .trim_matches([':', ' ']);
        prose::cases(text).first().is_some_and(|range| *range == (0..text.len()))
    })?;
    let headings = (0..source.len()).filter(|line| {
        let text = bare(source.raw(*line)).1;
        text.len() < 60 && first_fit(&book.case_headings, text).is_some()
    });
    if headings.take(2).count() < 2 {
        return None;
    }
    let text = bare(source.raw(numbered)).1.to_owned();
    let number = prose::cases(&text).pop().map(|range| text[range].replace([' ', '/'], "-"))?;
    let above: Vec<usize> = lines.iter().copied().filter(|line| *line < numbered).collect();
    let beside = |line: &usize| {
        let text = bare(source.raw(*line)).1;
        municipality(source, book, *line).is_some() || first_fit(&book.title_matter, text).is_some()
    };
    let mut title_lines: Vec<usize> = above.iter().copied().filter(|line| !beside(line)).collect();
    title_lines.drain(..title_start(source, &title_lines));
    if title_lines.is_empty() {
        let heading = |line: &usize| !book.headings(bare(source.raw(*line)).1).is_empty();
        let below = lines.iter().copied().filter(|line| *line > numbered && !beside(line));
        title_lines = below.take_while(|line| !heading(line)).take(1).collect();
    }
    let title = Joined::lines(source, title_lines.iter().copied());
    for line in above.iter().chain(&title_lines).chain([&numbered]) {
        source.take(*line, LineRole::Title, "case-title");
    }
    let title_text = title.text.trim_start_matches(['#', ' ', '*']).trim_end_matches('*').to_owned();
    let year = number.split('-').nth(1).and_then(|year| year.parse().ok());
    Some(Head {
        kind: DocumentKind::Case,
        body: proposed(source, book),
        year,
        title: (!title.is_empty()).then(|| TextAt::new(title_text.clone(), title.whole(source))),
        case: Some(CaseHead { number, title: title_text, ..CaseHead::default() }),
    })
}

/// Where a case's title begins among the lines above its number: at a Markdown heading, else
/// after the last empty line.
fn title_start(source: &Source, lines: &[usize]) -> usize {
    let marked = lines.iter().rposition(|line| source.raw(*line).starts_with('#'));
    let parted = (1..lines.len()).rev().find(|at| lines[*at] - lines[*at - 1] > 1);
    marked.or(parted).unwrap_or(0)
}

/// "X föreslås besluta": X is to decide.
fn proposed(source: &Source, book: &Book<'_>) -> Option<TextAt> {
    let phrase = book.style.case.proposes.as_str();
    let said = (0..source.len()).filter(|line| source.free(*line)).find_map(|line| {
        let raw = source.raw(line);
        let at = raw.find(phrase)?;
        let start = raw.len() - raw.trim_start().len();
        let end = raw[..at].trim_end().len();
        (end > start).then(|| words(source, line, start..end))
    });
    said.or_else(|| decider(source, book))
}

/// "Kommunstyrelsens arbetsutskott beslutar" alone below the heading of the proposal.
fn decider(source: &Source, book: &Book<'_>) -> Option<TextAt> {
    let headed = (0..source.len())
        .find(|line| first_fit(&book.case_decisions, bare(source.raw(*line)).1).is_some())?;
    let line = (headed + 1..source.len()).find(|line| !source.blank(*line))?;
    let (start, text) = bare(source.raw(line));
    let text = text.trim_end_matches(':').trim_end();
    let words_said = book
        .style
        .case
        .decides
        .iter()
        .filter_map(|said| folded(text).strip_suffix(said.as_str()).map(str::len));
    let length =
        words_said.min().filter(|length| folded(text).len() == text.to_lowercase().len() && *length > 0)?;
    let name = text.get(..length)?.trim_end();
    book.is_body(name).then(|| words(source, line, start..start + name.len()))
}

#[cfg(test)]
mod tests {
    use crate::HouseStyle;

    #[test]
    fn a_heading_right_below_the_title_is_no_title_matter() {
        let text = "# Nämndsbudget 2031\n\n# Parknämnden\n\n# Satsningar 2031\n\n2031-02-01 öppnas parken.\n\n## Stigar 2031 och 2032\n\nText.\n";
        let document = crate::read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let names: Vec<&str> = document.all_sections().iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["Satsningar 2031", "Stigar 2031 och 2032"]);
        assert_eq!(document.body.unwrap().text, "Parknämnden");
    }

    #[test]
    fn rows_of_a_table_are_no_cover() {
        let text = "Delårsrapport 2031\nParknämnden\n\nTkr Budget Prognos\nTräd 12 345 12 500\nGräs 1 100 1 200\n\nSida 2 av 3\n\nDamm 1 300 1 400\n";
        let document = crate::read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        assert_eq!(document.tables().iter().map(|(_, table)| table.rows.len()).collect::<Vec<_>>(), [3]);
    }
}
