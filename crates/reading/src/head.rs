//! What the document is: kind, body, year and title, by the best evidence there is.

mod by_text;
mod byline;
mod case;
mod decided;
mod decider;
mod guess;
mod opening;
mod settle;
mod whole;
mod wrapped;

pub(crate) use byline::body_of_place;
pub(crate) use decided::keep_decisions;
pub(crate) use decider::in_body;

use crate::book::{Book, first_fit, folded};
use crate::joined::Joined;
use crate::markup::heading_level;
use crate::running_head::{Heads, breaks_page};
use crate::source::Source;
use crate::tables::leading::opens_with_figures;
use crate::tables::{figures, grid, tail};
use crate::title;
use crate::told_bodies;
use decided::{DECISION, is_decision};
use settle::{municipality, settle_body, without_place};
use uppsikt_domain::document::{CaseHead, DocumentKind, LineRole};
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::SectionKind;
use uppsikt_text::format;
use whole::{is_whole, names_committees};

/// The head of a document.
#[derive(Debug, Default)]
pub(crate) struct Head {
    pub kind: DocumentKind,
    pub body: Option<TextAt>,
    pub year: Option<i32>,
    pub title: Option<TextAt>,
    pub case: Option<CaseHead>,
    /// Whether the title says that the document is the whole municipality's.
    pub whole: bool,
    /// Whether kind and year are told by no title.
    pub guessed: bool,
}

impl Head {
    /// Names the body, where nothing has: a committee that the title page names goes before the municipality
    /// of the running head, unless the document tells of several committees.
    fn name(&mut self, body: TextAt, book: &Book<'_>, source: &Source) {
        let place = |own: &TextAt| book.is_municipality(&own.text) && !names_committees(source, book);
        let free = !self.whole && self.body.as_ref().is_none_or(place);
        if free {
            self.body = Some(body);
        }
    }
}

/// A title page is looked for in so many lines with words.
const TITLE_LINES: usize = 14;

/// Reads the head out of running heads, the title page, or the text itself.
pub(crate) fn read(source: &mut Source, book: &Book<'_>, heads: Heads) -> Head {
    if let Some(head) = case::case(source, book) {
        return head;
    }
    if is_about_another(source, book) {
        return Head { year: by_text::year_by_text(source), ..Head::default() };
    }
    let beside = heads.beside;
    let mut head = Head {
        kind: heads.kind.unwrap_or_default(),
        body: heads.body,
        year: heads.year,
        title: heads.title,
        ..Head::default()
    };
    title_page(source, book, &mut head);
    if head.kind == DocumentKind::Case {
        case::titled(source, book, &mut head);
        return head;
    }
    if let Some(body) = beside {
        head.name(body, book, source);
    }
    if head.kind == DocumentKind::Unknown {
        opening::title(source, book, &mut head);
    }
    if head.kind == DocumentKind::Unknown {
        head.kind = by_text::kind_by_headings(source, book);
    }
    if head.kind == DocumentKind::Unknown {
        let found = guess::guess(source, book);
        let year = found.as_ref().map(|it| it.year).or_else(|| guess::only_year(source, book));
        head.kind = found.map_or(DocumentKind::Unknown, |it| it.kind);
        (head.guessed, head.year) = (head.year.is_none() && year.is_some(), head.year.or(year));
    }
    let nobodys = head.body.as_ref().is_none_or(|body| book.is_municipality(&body.text));
    if nobodys && head.kind != DocumentKind::Unknown {
        head.body = told_bodies::below_title(source, book).or(head.body);
    }
    head.body = head.body.take().map(|body| without_place(source, book, body));
    settle_body(source, book, &mut head);
    if head.kind != DocumentKind::Unknown {
        head.year = head.year.or_else(|| by_text::year_by_text(source));
        // What is the municipality's own is no committee's, however often one is named in it.
        use DocumentKind::{AnnualReport, CityInterimReport, CouncilBudget};
        let whole = matches!(head.kind, CouncilBudget | CityInterimReport | AnnualReport);
        let told = || told_bodies::most_often(source, book).filter(|_| !names_committees(source, book));
        head.body = head.body.take().or_else(|| if whole { None } else { told() });
    }
    head.body = head.body.map(|body| TextAt::new(format::capitalised(&body.text), body.span));
    head
}

/// Whether the first title of the first lines is that of what is only about another document.
fn is_about_another(source: &Source, book: &Book<'_>) -> bool {
    let lines = first_lines(source);
    let mut texts = lines.iter().map(|line| bare(source.raw(*line)).1);
    let titled = |text: &&str| title::is_about_another(book, text) || title::in_line(book, text).is_some();
    texts.find(titled).is_some_and(|text| title::is_about_another(book, text))
}

fn first_lines(source: &Source) -> Vec<usize> {
    (0..source.len()).filter(|line| source.free(*line)).take(TITLE_LINES).collect()
}

/// Takes title and body from the first lines, up to the first line of running text.
fn title_page(source: &mut Source, book: &Book<'_>, head: &mut Head) {
    let mut titled = false;
    let first = first_lines(source);
    let names = |line: &usize| book.is_body_line(bare(source.raw(*line)).1);
    let plain = head.kind == DocumentKind::Unknown && (first.iter().any(names) || is_whole(source, book));
    let cover = cover_lines(source, book);
    for line in first {
        if !source.free(line) {
            continue;
        }
        let (start, text) = bare(source.raw(line));
        if !titled && let Some(wrapped) = wrapped::title(source, book, line, head.kind) {
            titled = true;
            wrapped.take(source, head);
            continue;
        }
        if repeats_title(head, text) {
            titled = true;
            source.take(line, LineRole::Title, "title");
            continue;
        }
        let plain = || (plain && !titled).then(|| title::plain(book, text)).flatten();
        let found = title::in_line(book, text).or_else(plain).filter(|_| !is_parted(text));
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
                (head.year, head.whole) = (head.year.or(found.year), found.whole);
                head.title = head.title.take().or(Some(title));
                head.body = head.body.take().or(body);
                source.take(line, LineRole::Title, "title");
            }
            _ if is_decision(text, book) => source.take(line, LineRole::Text, DECISION),
            _ if (placed.is_none() && !chaptered && municipality(source, book, line).is_some())
                || (!text.ends_with('.') && first_fit(&book.title_matter, text).is_some()) =>
            {
                source.take(line, LineRole::Title, "title-matter");
            }
            _ if titled && (is_heading(source.raw(line)) || is_row(source.raw(line))) => {
                let body = placed.is_some() || book.is_body_line(text);
                if !body || head.whole || is_chapter(source, book, line) {
                    break;
                }
                let own = placed.unwrap_or(0..text.len());
                head.name(named(source, line, start + own.start..start + own.end), book, source);
                source.take(line, LineRole::Title, "title-body");
            }
            _ if titled
                && !chaptered
                && cover.contains(&line)
                && placed.is_none()
                && !book.is_body_line(text) =>
            {
                source.take(line, LineRole::Title, "title-matter");
            }
            _ if titled && folded(text) == folded(&book.style.case.council) => {
                source.take(line, LineRole::Title, "title-matter");
            }
            _ if !titled && title::is_made_of_words(book, text) => {}
            _ if chaptered || text.len() > 90 || text.ends_with('.') => break,
            _ if head.whole && titled && book.is_body_line(text) => break,
            _ if titled
                && placed.is_none()
                && book.is_body_line(text)
                && text.starts_with(char::is_uppercase) =>
            {
                let own = title::name_start(book, text);
                head.name(words(source, line, start + own..start + text.len()), book, source);
                source.take(line, LineRole::Title, "title-body");
            }
            _ if titled && placed.is_some() => {
                let own = placed.unwrap_or_default();
                head.name(named(source, line, start + own.start..start + own.end), book, source);
                source.take(line, LineRole::Title, "title-body");
            }
            _ if titled && is_title_matter(text) => source.take(line, LineRole::Title, "title-matter"),
            _ if !titled && byline::is_alone(book, text) => {
                let own = placed.unwrap_or_default();
                head.name(named(source, line, start + own.start..start + own.end), book, source);
            }
            _ if !titled && book.is_body_line(text) && heading_free(book, text) => {
                let own = title::name_start(book, text);
                head.name(words(source, line, start + own..start + text.len()), book, source);
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
            () if book.is_body_line(text) || byline::is_alone(book, text) => "title-body",
            () if is_title_matter(text) || (covered && line < title) => "title-matter",
            () => continue,
        };
        source.take(line, LineRole::Title, by);
    }
}

/// A year, a date or a case number alone on the title page.
fn is_title_matter(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    // "Område 2030 2031" is the head of a table.
    let years = || text.split_whitespace().filter(|word| tail::is_period(word)).count();
    digits >= 4 && text.len() <= 40 && !text.contains(". ") && years() < 2 && !opens_with_figures(text)
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

/// Whether a heading is one of several that name a committee each, and on the same level: chapters.
fn is_chapter(source: &Source, book: &Book<'_>, line: usize) -> bool {
    let level = |line: usize| heading_level(source.raw(line).trim());
    let Some(own) = level(line) else { return false };
    let named = |at: &usize| level(*at) == Some(own) && book.is_body(bare(source.raw(*at)).1);
    own > 1 && (0..source.len()).filter(named).count() > 1
}

/// Whether wide spaces part a line into three cells or more, as those of a row of a table.
fn is_parted(text: &str) -> bool {
    text.split("  ").filter(|cell| !cell.trim().is_empty()).count() >= 3
}

/// A line without heading marks and emphasis, and where it begins in bytes.
fn bare(raw: &str) -> (usize, &str) {
    let text = raw.trim_start_matches(|c: char| matches!(c, '#' | '*' | '_') || c.is_whitespace());
    let end = text.trim_end_matches(|c: char| matches!(c, '*' | '_') || c.is_whitespace()).len();
    (raw.len() - text.len(), &text[..end])
}

/// The name of a body in a line, with a capital.
fn named(source: &Source, line: usize, range: std::ops::Range<usize>) -> TextAt {
    let found = words(source, line, range);
    TextAt::new(format::capitalised(&found.text), found.span)
}

fn words(source: &Source, line: usize, range: std::ops::Range<usize>) -> TextAt {
    let mut joined = Joined::default();
    joined.push(source, line, range);
    joined.all_at(source)
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
    fn an_area_or_a_goal_right_below_the_title_is_none_of_it() {
        let text = "Nämndsbudget 2031\nParknämnden\n\nMålområde - En grön kommun\nKommunfullmäktigemål - Fler träd\nPlanering för mandatperioden\nNämnden planterar.\n";
        let document = crate::read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let names: Vec<&str> = document.all_sections().iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["En grön kommun", "Fler träd", "Planering för mandatperioden"]);
    }

    #[test]
    fn a_title_of_no_known_kind_is_no_part_of_the_body() {
        for title in
            ["Reningsplan 2031 Park- och vattennämnden", "Reningsplan 2031 för Park- och vattennämnden"]
        {
            let text = format!("{title}\n\nSammanfattning\nDammen renas.\n\nEkonomi\nDet kostar 2 mkr.\n");
            let document = crate::read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
            let body = document.body.map(|body| body.text).unwrap_or_default();
            assert_eq!(body, "Park- och vattennämnden");
        }
    }

    #[test]
    fn a_body_may_stand_before_the_period_of_its_report() {
        let text = "# Delårsrapport 2031\n\nStorby kommun\n\nParknämnden, januari–augusti 2031\n\n## Ekonomi\n\nText.\n";
        let document = crate::read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
        assert_eq!(document.body.unwrap().text, "Parknämnden");
        assert_eq!(document.kind, uppsikt_domain::document::DocumentKind::InterimReport);
    }

    #[test]
    fn a_committees_plan_for_several_years_is_no_budget_of_the_council() {
        use uppsikt_domain::document::DocumentKind::{AnnualAnalysis, AnnualReport, CommitteeBudget};
        let years = "Verksamhetsplan och budget 2031 med plan 2032\u{2013}2033";
        for (head, kind, title) in [
            (format!("# {years}\n\nParknämnden, Storby kommun\n"), CommitteeBudget, years),
            (format!("# {years}\n\nParknämnden\n"), CommitteeBudget, years),
            (format!("# {years} för Parknämnden\n"), CommitteeBudget, years),
            (
                "# Internbudget 2031 med plan 2032-2033\n\nParknämnden\n".into(),
                CommitteeBudget,
                "Internbudget 2031 med plan 2032-2033",
            ),
            (
                "# Parknämndens årsredovisning 2031\n".into(),
                AnnualAnalysis,
                "Parknämndens årsredovisning 2031",
            ),
            (
                "# Årsredovisning 2031\n\nParknämnden, Storby kommun\n".into(),
                AnnualAnalysis,
                "Årsredovisning 2031",
            ),
            (
                "# Årsredovisning 2031\n\nStorby kommun\n\nKommunstyrelsen\n".into(),
                AnnualReport,
                "Årsredovisning 2031",
            ),
        ] {
            let text = format!("{head}\n## Inledning\n\nTexten utgår från Mål och budget 2031.\n");
            let document = crate::read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
            assert_eq!((document.kind, document.title.unwrap().text.as_str()), (kind, title), "{head}");
            let body = document.body.map(|body| body.text).unwrap_or_default();
            assert!(body == "Parknämnden" || kind == AnnualReport, "{head}: {body}");
        }
    }

    #[test]
    fn rows_of_a_table_are_no_cover() {
        let text = "Delårsrapport 2031\nParknämnden\n\nTkr Budget Prognos\nTräd 12 345 12 500\nGräs 1 100 1 200\n\nSida 2 av 3\n\nDamm 1 300 1 400\n";
        let document = crate::read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        assert_eq!(document.tables().iter().map(|(_, table)| table.rows.len()).collect::<Vec<_>>(), [3]);
    }
}
