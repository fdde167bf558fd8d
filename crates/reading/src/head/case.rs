//! Cases: number, title, and the one proposed to decide.

use super::decider::proposed;
use super::{Head, bare, municipality};
use crate::book::{Book, first_fit, folded};
use crate::joined::Joined;
use crate::pattern::Pattern;
use crate::references;
use crate::source::Source;
use crate::words::holds_any;
use uppsikt_domain::document::{CaseHead, DocumentKind, LineRole};
use uppsikt_domain::place::TextAt;

/// A title below the number is on so many lines at most.
const MOST_TITLE_LINES: usize = 3;

/// A case: its number alone on a line near the top, and headings that cases have.
pub(super) fn case(source: &mut Source, book: &Book<'_>) -> Option<Head> {
    if let Some(number) = below_letterhead(source, book) {
        let year = references::year_of(&number);
        let case = Some(CaseHead { number, ..CaseHead::default() });
        return Some(Head {
            kind: DocumentKind::Case,
            body: proposed(source, book),
            year,
            case,
            ..Head::default()
        });
    }
    let lines: Vec<usize> = (0..source.len()).filter(|line| source.free(*line)).take(20).collect();
    // The head of every page may hold the number.
    let heads = |line: &usize| source.free(*line) || source.lines[*line].role == LineRole::RunningHead;
    let top: Vec<usize> = (0..source.len()).filter(|it| !source.blank(*it) && heads(it)).take(20).collect();
    let (numbered, number) = top.iter().find_map(|line| Some((*line, number(source, book, &top, *line)?)))?;
    let parts = (0..source.len()).filter(|line| opens_part(source, book, *line)).take(2).count();
    let referral =
        || lines.iter().any(|line| holds_any(&folded(source.text(*line)), &book.style.case.referral));
    if parts == 0 || (parts == 1 && !referral()) {
        return None;
    }
    let above: Vec<usize> = lines.iter().copied().filter(|line| *line < numbered).collect();
    let beside = |line: &usize| is_beside_title(source, book, *line);
    let letterhead = cells(source.raw(numbered)).len() > 1 || is_labelled_within(book, source, numbered);
    let own = above.iter().copied().filter(|line| !letterhead && !beside(line));
    let mut title_lines: Vec<usize> = own.collect();
    // Who writes stands below the office; the title then stands below the number.
    let names = |line: &usize| is_person(book, bare(source.raw(*line)).1);
    let titled_below = || {
        let below = lines.iter().filter(|line| **line > numbered && !beside(line));
        let heading = |line: &usize| !book.headings(bare(source.raw(*line)).1).is_empty();
        below.take(1).any(|line| {
            !heading(line) || source.raw(*line).starts_with('#') && !opens_part(source, book, *line)
        })
    };
    if title_lines.iter().all(names)
        && above.iter().any(|line| names_office(book, source.text(*line)))
        && titled_below()
    {
        title_lines.clear();
    }
    let mut matter: Vec<usize> = Vec::new();
    title_lines.drain(..title_start(source, &title_lines));
    let named = lines.iter().copied().find(|line| title_after_label(source, book, *line).is_some());
    if let Some(named) = named {
        title_lines = vec![named];
    }
    if title_lines.is_empty() {
        let heading = |line: &usize| !book.headings(bare(source.raw(*line)).1).is_empty();
        let below = || lines.iter().copied().filter(|line| *line > numbered);
        matter.extend(below().take_while(beside));
        let senders = sender_lines(source, book, &below().filter(|line| !beside(line)).collect::<Vec<_>>());
        matter.extend(&senders);
        // "… program 2031–" and "2034": the end of a line parts the years of a title.
        let goes_on = |line: &usize| {
            let above = line.checked_sub(1).map_or("", |above| source.text(above));
            above.contains(char::is_alphabetic) && above.ends_with(['-', '\u{2013}'])
        };
        let below = below().filter(|line| (!beside(line) || goes_on(line)) && !senders.contains(line));
        let mut below = below.take_while(|line| !heading(line));
        title_lines.extend(below.next());
        let wrapped = |line: &usize| !source.blank(line - 1);
        title_lines.extend(below.take_while(wrapped).take(MOST_TITLE_LINES - 1));
    }
    let mut title = Joined::lines(source, title_lines.iter().copied());
    if let Some(start) = named.and_then(|line| title_after_label(source, book, line)) {
        title = Joined::default();
        named.into_iter().for_each(|line| title.push(source, line, start..source.raw(line).len()));
    }
    let own = Some(&numbered).filter(|line| source.free(**line));
    for line in above.iter().chain(&title_lines).chain(&matter).chain(own) {
        source.take(*line, LineRole::Title, "case-title");
    }
    let title_text = title.text.trim_start_matches(['#', ' ', '*']).trim_end_matches('*').to_owned();
    let year = references::year_of(&number);
    Some(Head {
        kind: DocumentKind::Case,
        body: proposed(source, book),
        year,
        title: (!title.is_empty()).then(|| TextAt::new(title_text.clone(), title.whole(source))),
        case: Some(CaseHead { number, title: title_text, ..CaseHead::default() }),
        ..Head::default()
    })
}

/// "STORBY KOMMUN 2031-06-12 KS/2031:24 2 (9)" right above a heading that only cases have: the case's number.
fn below_letterhead(source: &Source, book: &Book<'_>) -> Option<String> {
    let lines: Vec<usize> = (0..source.len()).filter(|line| !source.blank(*line)).take(20).collect();
    lines.windows(2).find_map(|pair| {
        let heading = bare(source.raw(pair[1])).1;
        let own = book.style.case.own_headings.iter().any(|own| folded(own) == folded(heading));
        let text = bare(source.raw(pair[0])).1;
        let name = text[..text.find(|c: char| c.is_ascii_digit())?].trim_end();
        let number = references::cases(text).into_iter().next().filter(|_| own)?;
        book.is_municipality(name).then(|| references::hyphened(&text[number]))
    })
}

/// Whether a line stands in the head of a letter and is not its title.
fn is_beside_title(source: &Source, book: &Book<'_>, line: usize) -> bool {
    let text = bare(source.raw(line)).1;
    // "Ny plan för Storby stad" is a title.
    let sends = || {
        let sender = |first: &&str| book.is_body(first) || book.is_municipality(first);
        municipality(source, book, line).is_some() || cells(text).first().is_some_and(sender)
    };
    (!text.contains(" för ") && sends())
        || is_office(text)
        || is_office_with_matter(book, text)
        || first_fit(&book.title_matter, text).is_some()
        || is_paged_matter(book, text)
        || !text.contains(char::is_alphabetic)
        || text.starts_with('|')
        || says_referral(book, text)
        || is_name_below_label(source, book, line)
        || is_row_of_letterhead(book, text)
}

/// Whether a line is a heading that cases have, or such a heading with its words after a colon:
/// "Remissinstanser: Parknämnden, Skolnämnden".
fn opens_part(source: &Source, book: &Book<'_>, line: usize) -> bool {
    let text = bare(source.raw(line)).1;
    let label = text.split_once(':').map_or(text, |(label, _)| label);
    let lists: [&[Pattern]; 5] = [
        &book.case_headings,
        &book.case_decisions,
        &book.case_recipients,
        &book.case_consultees,
        &book.case_questions,
    ];
    label.len() < 60 && lists.iter().any(|list| first_fit(list, label).is_some())
}

/// "Tjänsteskrivelse          1 (2)": what stands beside a title page's own words is the number of the page.
fn is_paged_matter(book: &Book<'_>, text: &str) -> bool {
    match cells(text).as_slice() {
        [first, rest @ ..] => {
            let paged = |cell: &&str| !cell.contains(char::is_alphabetic);
            !rest.is_empty() && rest.iter().all(paged) && first_fit(&book.title_matter, first).is_some()
        }
        [] => false,
    }
}

/// "Parkkontoret          Datum 2031-05-04": beside something else stands what title pages hold.
fn is_row_of_letterhead(book: &Book<'_>, text: &str) -> bool {
    let cells = cells(text);
    let matter =
        |cell: &&str| first_fit(&book.title_matter, cell).is_some() || !cell.contains(char::is_alphabetic);
    cells.len() > 1 && !text.starts_with('|') && cells[1..].iter().any(matter)
}

/// "Parkkontoret TJÄNSTESKRIVELSE": an office, and beside it what title pages hold.
fn is_office_with_matter(book: &Book<'_>, text: &str) -> bool {
    let parts = text.split_once(' ').filter(|(office, _)| is_office(office));
    parts.is_some_and(|(_, matter)| {
        first_fit(&book.title_matter, matter).is_some() || !matter.contains(char::is_alphabetic)
    })
}

/// Whether a line begins with the name of an office.
fn names_office(book: &Book<'_>, text: &str) -> bool {
    let first = cells(text).first().copied().unwrap_or_default();
    is_office(first) || is_office_with_matter(book, first)
}

/// "Eva Lind": two or three words with capitals that name nobody else.
fn is_person(book: &Book<'_>, text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let name = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.clone().next().is_some_and(char::is_lowercase)
            && letters.all(|c| c.is_alphabetic() || c == '-')
    };
    (2..=3).contains(&words.len()) && words.iter().all(name) && !book.names_somebody(text)
}

/// Endings of the names of offices.
const OFFICES: [&str; 5] = ["kontoret", "förvaltningen", "avdelningen", "enheten", "sektionen"];

/// "Parkkontoret" alone on its line.
fn is_office(text: &str) -> bool {
    OFFICES.iter().any(|ending| text.to_lowercase().ends_with(ending)) && !text.contains(' ')
}

/// The lines of the letterhead below a case's number: paragraphs that name an office, an address or the
/// one written to.
fn sender_lines(source: &Source, book: &Book<'_>, lines: &[usize]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let parted = (at + 1..lines.len()).find(|next| lines[*next] - lines[*next - 1] > 1);
        let end = parted.unwrap_or(lines.len());
        let sends = |line: &usize| {
            let text = bare(source.raw(*line)).1;
            let office = is_office(text);
            let addressed = book.style.case.addressees.iter().any(|word| {
                text.strip_prefix(word.as_str())
                    .is_some_and(|rest| rest.starts_with(' ') && book.is_body(rest))
            });
            office || addressed || text.contains('@')
        };
        if !lines[at..end].iter().any(sends) || parted.is_none() {
            break;
        }
        found.extend(&lines[at..end]);
        at = end;
    }
    found
}

/// "REMISS" alone on its line.
fn says_referral(book: &Book<'_>, text: &str) -> bool {
    book.style.case.referral.contains(&folded(text))
}

/// Where the title begins in a line that says so: "Ärende: Ny plan för parker".
fn title_after_label(source: &Source, book: &Book<'_>, line: usize) -> Option<usize> {
    let (start, text) = bare(source.raw(line));
    let (label, rest) = text.split_once(':')?;
    let rest = rest.trim_start_matches(['*', '_', ' ', '\t']);
    let names = book.style.case.titles.iter().any(|own| folded(own) == folded(label.trim_end_matches('*')));
    (names && rest.chars().filter(|c| c.is_alphabetic()).count() > 3).then(|| start + text.len() - rest.len())
}

/// The case's number in a line: alone, after its label, or in a letterhead below its label.
fn number(source: &Source, book: &Book<'_>, lines: &[usize], line: usize) -> Option<String> {
    let row = cells(source.raw(line));
    let found = row.iter().enumerate().find_map(|(at, cell)| {
        let after = after_label(book, cell);
        let beside = at.checked_sub(1).is_some_and(|before| is_label(book, row[before]));
        let labelled = after.is_some() || beside;
        let text = references::without_class(after.unwrap_or(cell).trim_matches([':', ' ', '*']));
        let whole = references::cases(text).first().is_some_and(|range| *range == (0..text.len()));
        let told = labelled && references::is_labelled_number(text);
        (whole || told).then(|| (labelled, references::hyphened(text)))
    });
    let (labelled, number) = found?;
    let alone = row.len() == 1;
    let ruled = |line: &usize| {
        source.text(*line).starts_with(['|', '-']) && !source.text(*line).contains(char::is_alphanumeric)
    };
    let above = lines.iter().rev().find(|above| **above < line && !ruled(above));
    let below_label = || {
        let cells = above.map(|above| cells(source.raw(*above))).unwrap_or_default();
        cells.iter().any(|cell| is_label(book, cell))
    };
    (alone || labelled || below_label()).then_some(number)
}

/// What stands after the label of a case's number: "Diarienr: PN 2031/112".
fn after_label<'t>(book: &Book<'_>, cell: &'t str) -> Option<&'t str> {
    let cell = cell.trim_start_matches('*');
    let cell = &cell[label_start(book, cell).unwrap_or(0)..];
    let rests = book.style.case.numbers.iter().filter_map(|label| cell.strip_prefix(label.as_str()));
    rests.filter(|rest| !rest.starts_with(char::is_alphanumeric)).min_by_key(|rest| rest.len())
}

/// Where the label of a case's number begins after something else that stands in the head of a letter: a day
/// ("2031-02-12 Diarienummer …", "Datum 2031-02-12 Diarienummer …"), an office or the one who writes.
fn label_start(book: &Book<'_>, cell: &str) -> Option<usize> {
    let labels = &book.style.case.numbers;
    let labelled = |rest: &str| labels.iter().any(|label| rest.starts_with(label.as_str()));
    let at = cell.match_indices(' ').map(|(at, _)| at + 1).find(|at| labelled(&cell[*at..]))?;
    let before = cell[..at].trim_end_matches([' ', ',', ';']);
    let wordless = !before.contains(char::is_alphabetic);
    let matter = || first_fit(&book.title_matter, before).is_some();
    (wordless || matter() || is_office(before) || is_person(book, before)).then_some(at)
}

/// Whether the label of the number stands after something else in its line.
fn is_labelled_within(book: &Book<'_>, source: &Source, line: usize) -> bool {
    let text = bare(source.raw(line)).1;
    label_start(book, text).is_some_and(|at| text[..at].contains(char::is_alphabetic))
}

fn is_label(book: &Book<'_>, cell: &str) -> bool {
    let cell = cell.trim_matches([':', '*', ' ']);
    book.style.case.numbers.iter().any(|label| label == cell)
}

/// "Eva Lind" right below "Handläggare": a few words with capitals below a word of the title page alone.
fn is_name_below_label(source: &Source, book: &Book<'_>, line: usize) -> bool {
    let Some(above) = line.checked_sub(1).filter(|above| !source.blank(*above)) else { return false };
    let (label, text) = (bare(source.raw(above)).1, bare(source.raw(line)).1);
    let single = !label.trim_end_matches(':').contains(' ');
    let words: Vec<&str> = text.split_whitespace().collect();
    let named =
        (2..=4).contains(&words.len()) && words.iter().all(|word| word.starts_with(char::is_uppercase));
    single && named && first_fit(&book.title_matter, label).is_some() && !book.is_body(text)
}

/// The words of a line, set apart by wide spaces or as cells of a row.
fn cells(raw: &str) -> Vec<&str> {
    let words = bare(raw).1.split(['|', '\t']).flat_map(|cell| cell.split("  "));
    words.map(str::trim).filter(|cell| !cell.is_empty()).collect()
}

/// Where a case's title begins among the lines above its number: at a Markdown heading, else
/// after the last empty line.
fn title_start(source: &Source, lines: &[usize]) -> usize {
    let marked = lines.iter().rposition(|line| source.raw(*line).starts_with('#'));
    let parted = (1..lines.len()).rev().find(|at| lines[*at] - lines[*at - 1] > 1);
    marked.or(parted).unwrap_or(0)
}

/// A document whose title the style says is a case's: with the number that is printed, if any.
pub(super) fn titled(source: &Source, book: &Book<'_>, head: &mut Head) {
    let lines: Vec<usize> = (0..source.len()).filter(|line| !source.blank(*line)).take(20).collect();
    let number = lines.iter().find_map(|line| number(source, book, &lines, *line)).unwrap_or_default();
    let title = head.title.as_ref().map(|title| title.text.clone()).unwrap_or_default();
    head.body = proposed(source, book).or_else(|| head.body.take());
    head.year = references::year_of(&number).or(head.year);
    head.case = Some(CaseHead { number, title, ..CaseHead::default() });
}

#[cfg(test)]
mod tests {
    use crate::style::HouseStyle;

    fn case(text: &str) -> (uppsikt_domain::document::Document, serde_json::Value) {
        let document = crate::read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let case = crate::json::reading_json(&document)["case"].clone();
        (document, case)
    }

    #[test]
    fn a_number_of_any_registry_after_its_label_is_that_of_the_case() {
        for (label, number, year) in [
            ("Diarienr: PN 2031/00112", "PN-2031-00112", 2031),
            ("Diarienummer 0423/31", "0423-31", 2031),
            ("Dnr PN31/9-022", "PN31-9-022", 2031),
            ("Dnr: 2031PN/0130", "2031PN-0130", 2031),
            ("Ärendenr PRK/2031:487-0061", "PRK-2031-487-0061", 2031),
        ] {
            let text = format!(
                "Tjänsteutlåtande\nUtfärdat 2031-02-12\n{label}\n\nHandläggare\nEva Lind\n\nRemiss – Ny plan för dammar\n\nFörslag till beslut\nI parknämnden:\nPlanen för dammar remitteras till vattennämnden för yttrande senast den 31 maj 2031.\n\nExpedieras till\nVattennämnden\n"
            );
            let (document, case) = case(&text);
            assert_eq!((case["number"].as_str(), document.year), (Some(number), Some(year)), "{label}");
            assert_eq!(case["title"], "Remiss – Ny plan för dammar", "{label}");
            assert_eq!(document.body.unwrap().text, "Parknämnden", "{label}");
            assert_eq!(case["proposed_decisions"].as_array().map(Vec::len), Some(1), "{case}");
            assert_eq!(case["consultees"][0], "Vattennämnden", "{label}");
        }
    }

    #[test]
    fn the_head_of_every_page_may_hold_the_number_and_a_class_is_no_part_of_it() {
        let head = "Storby kommun\nParkkontoret\nTJÄNSTEUTLÅTANDE {page} (3)\n2031-04-21 Diarienummer PN/2031:0184-1.3.2\n\n";
        let page = |number: &str, text: &str| format!("{}{text}\n\n", head.replace("{page}", number));
        let text = [
            page(
                "1",
                "Till parknämnden\n\nRemiss av plan för dammar\n\nFörslag till beslut\n\n1. Parknämnden skickar planen på remiss.",
            ),
            page("2", "Ärendet\n\nPlanen är ny."),
            page("3", "Remissinstanser\n\nVattennämnden\nPark AB"),
        ];
        let (document, case) = case(&text.concat());
        assert_eq!(document.kind, uppsikt_domain::document::DocumentKind::Case);
        assert_eq!(case["number"], "PN-2031-0184");
        assert_eq!(case["title"], "Remiss av plan för dammar");
        assert_eq!(case["consultees"].as_array().map(Vec::len), Some(2), "{case}");
    }

    #[test]
    fn a_letterhead_above_a_heading_that_only_cases_have_tells_the_number() {
        let text = "STORBY KOMMUN 2031-06-12 KS/2031:24 2 (9)\nRedogörelse för ärendet\nDammarna är rena.\n";
        let document = crate::read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        assert_eq!(document.kind, uppsikt_domain::document::DocumentKind::Case);
        assert_eq!((document.year, document.case.unwrap().number.as_str()), (Some(2031), "KS-2031-24"));
    }

    #[test]
    fn the_number_may_stand_after_a_day_or_the_one_who_writes_who_is_no_title() {
        let letter = |head: &str| {
            format!(
                "{head}\n\nParknämnden\n\nRemiss av plan för dammar\n\nFörslag till beslut\nParknämnden beslutar\n\n\
                 att sända planen på remiss till vattennämnden\n\nSammanfattning\nPlanen är ny.\n\nBeslutet skickas till\nVattennämnden\n"
            )
        };
        for head in [
            "Storby kommun\nTjänsteskrivelse\nParkförvaltningen\n\nDatum 2031-09-14 Diarienummer PN 2031/00318\n\nHandläggare: Eva Lind, utredare",
            "Storby kommun\t\t\tTJÄNSTESKRIVELSE\nParkkontoret\t\t\t2031-09-14\nEva Lind\t\t\tDiarienummer: PN 2031/00318",
            "Storby kommun\nParkkontoret TJÄNSTESKRIVELSE\nEva Lind\n2031-09-14\nDiarienummer\nPN 2031/00318",
            "Storby kommun\nParkkontoret                             TJÄNSTESKRIVELSE\nEva Lind\n                     2031-09-14\n                     Diarienummer\n                     PN 2031/00318",
        ] {
            let (document, case) = case(&letter(head));
            assert_eq!(case["number"], "PN-2031-00318", "{head}");
            assert_eq!(case["title"], "Remiss av plan för dammar", "{head}");
            assert_eq!(document.year, Some(2031), "{head}");
        }
        let (document, _) = case(
            "Sammanfattning\nSe även yttrandet med diarienummer PN 2031/00318.\n\nFörslag till beslut\nDammen grävs.\n\nBakgrund\nIngen.\n",
        );
        assert!(document.case.is_none());
    }

    #[test]
    fn a_title_that_the_style_says_is_a_cases_makes_it_one() {
        let style = HouseStyle::from_toml("[documents]\ncase = [\"Fråga om *\"]\n").unwrap();
        let text = "Fråga om dammar\n\nNågot 31:7\n\nFörslag till beslut\n\nParknämnden föreslås besluta\n\n1. Dammen grävs.\n";
        let document = crate::read("a.txt", text.as_bytes(), &style).unwrap();
        let case = document.case.unwrap();
        assert_eq!((case.title.as_str(), case.number.as_str()), ("Fråga om dammar", ""));
        assert_eq!(case.proposed_decisions, ["Dammen grävs."]);
        assert_eq!(document.body.unwrap().text, "Parknämnden");
    }

    #[test]
    fn the_title_of_a_case_stands_below_its_letterhead() {
        let text = "Tjänsteskrivelse                    1 (2)\n2031-09-03\nDnr: PRK 2031-00412\n\nParkkontoret\nanna.lind@storby.se\n\nTill parknämnden\n\nRemiss - Ny plan för dammar\n\nFörslag till beslut\nParknämnden beslutar att som sitt yttrande överlämna skrivelsen.\n\nÄrendet\nPlanen är ny.\n\nSänds till\nVattennämnden\n";
        let document = crate::read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let case = crate::json::reading_json(&document)["case"].clone();
        assert_eq!(case["title"], "Remiss - Ny plan för dammar");
        assert_eq!(case["consultees"].as_array().map(Vec::len), Some(0));
        assert_eq!(case["recipients"][0], "Vattennämnden");
        assert_eq!(document.body.unwrap().text, "Parknämnden");
    }
}
