//! Titles of the municipality's own documents. They are made of words for documents, years, days and the
//! municipality's name, in any order: "Flerårsplan med budget 2031–2033", "Storby kommuns delårsrapport per
//! 31 augusti 2031".

use super::TitleLine;
use crate::book::{Book, folded};
use crate::tables::tail::is_year;
use crate::words::is_swapped;
use std::ops::Range;
use uppsikt_domain::document::DocumentKind;
use uppsikt_text::dates;

/// A municipality's name has so many words at most.
const LONGEST_NAME: usize = 5;
/// What parts words of a title.
const PARTING: &[char] = &[' ', '\t', ',', ':', '|', '\u{2022}', '\u{b7}', '(', ')', '/', ';'];
const DASHES: &[char] = &['-', '\u{2013}', '\u{2014}', '\u{2212}'];

/// How sure a line has to be to be a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sure {
    /// It says whose the document is.
    Named,
    /// The words for the document alone may say that it is the municipality's: "Mål och budget 2031".
    Told,
    /// A word for a plan is enough: "Årsbudget 2031".
    Plan,
}

/// The title that a line is as a whole, where it tells whose it is.
pub(super) fn in_line(book: &Book<'_>, line: &str, sure: Sure) -> Option<TitleLine> {
    if line.ends_with('.') || !line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
        return None;
    }
    let words = words(line);
    let place = place(book, line, &words);
    let is_told = |word: &Range<usize>| place.as_ref().is_some_and(|place| place.holds(word));
    let told: Vec<String> =
        words.iter().filter(|word| !is_told(word)).map(|word| folded(&line[word.clone()])).collect();
    if !told.iter().all(|word| is_period(word) || is_known(book, word)) {
        return None;
    }
    let year = words.iter().find_map(|word| year_in(&line[word.clone()]))?;
    let kind = kind(book, &told, place.as_ref(), sure)?;
    let whole = is_whole(book, &told, place.as_ref());
    let (title, body) = place.map_or((0..line.len(), None), |place| (place.title(line), Some(place.name)));
    Some(TitleLine { kind, year: Some(year), title, body, whole })
}

/// The board's proposal to the council, which is no budget of the board's own: "Kommunstyrelsens förslag till
/// budget 2031".
pub(super) fn proposed(book: &Book<'_>, line: &str) -> Option<TitleLine> {
    let titles = &book.style.titles;
    let words = words(line);
    let told: Vec<String> = words.iter().map(|word| folded(&line[word.clone()])).collect();
    let (first, rest) = told.split_first()?;
    let any = |list: &[String]| rest.iter().any(|word| has(list, word));
    let made = rest.iter().all(|word| is_period(word) || is_known(book, word));
    let year = words.iter().find_map(|word| year_in(&line[word.clone()]))?;
    let board =
        titles.proposers.contains(first) && line.starts_with(char::is_uppercase) && !line.ends_with('.');
    let budget = any(&titles.budgets) || any(&titles.city_plans);
    (board && made && budget && has(&titles.proposals, rest.first()?)).then_some(TitleLine {
        kind: DocumentKind::CouncilBudget,
        year: Some(year),
        title: 0..line.len(),
        body: None,
        whole: true,
    })
}

/// Whether a line is made of such words, and names a year.
pub(super) fn is_made_of_words(book: &Book<'_>, line: &str) -> bool {
    let words = words(line);
    let told = |word: &Range<usize>| folded(&line[word.clone()]);
    let made = words.iter().map(told).all(|word| is_period(&word) || is_known(book, &word));
    made && words.len() > 1 && words.iter().any(|word| year_in(&line[word.clone()]).is_some())
}

/// Whether a word is one that such titles are made of.
pub(super) fn is_known(book: &Book<'_>, word: &str) -> bool {
    let titles = &book.style.titles;
    let documents =
        [&titles.plans, &titles.budgets, &titles.city_plans, &titles.interim_reports, &titles.annual_reports];
    let about = [&titles.city_reports, &titles.proposals, &titles.beside, &titles.city_beside, &titles.whole];
    documents.into_iter().chain(about).any(|list| has(list, word))
}

fn has(list: &[String], word: &str) -> bool {
    list.iter().any(|own| own == word || is_swapped(own, word))
}

/// Whether words say that the document is the whole municipality's.
fn is_whole(book: &Book<'_>, words: &[String], place: Option<&Place>) -> bool {
    let told = words.iter().any(|word| has(&book.style.titles.whole, word));
    told || place.is_some_and(|place| place.owns && !place.committee)
}

/// What kind of document words tell of, where they tell whose it is.
fn kind(book: &Book<'_>, words: &[String], place: Option<&Place>, sure: Sure) -> Option<DocumentKind> {
    let titles = &book.style.titles;
    let any = |list: &[String]| words.iter().any(|word| has(list, word));
    let committee = place.is_some_and(|place| place.committee);
    let whole = is_whole(book, words, place);
    if any(&titles.interim_reports) {
        let (city, own) = (DocumentKind::CityInterimReport, DocumentKind::InterimReport);
        return if whole { Some(city) } else { place.map(|_| own) };
    }
    if any(&titles.annual_reports) || any(&titles.city_reports) {
        let (city, own) = (DocumentKind::AnnualReport, DocumentKind::AnnualAnalysis);
        let city_own = any(&titles.city_reports) && !committee;
        return if whole || city_own && place.is_some() { Some(city) } else { place.map(|_| own) };
    }
    let (budget, plan, city) = (any(&titles.budgets), any(&titles.plans), any(&titles.city_plans));
    if !(budget || plan || city) || committee && any(&titles.proposals) {
        return None;
    }
    let beside = sure != Sure::Named && budget && !plan && any(&titles.city_beside);
    let placed = budget && !plan && place.is_some();
    match () {
        () if committee => Some(DocumentKind::CommitteeBudget),
        () if whole || city || beside || placed => Some(DocumentKind::CouncilBudget),
        () => (place.is_some() || sure == Sure::Plan).then_some(DocumentKind::CommitteeBudget),
    }
}

/// The words of a line, without the signs that part them.
fn words(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for piece in line.split_inclusive(PARTING) {
        let word = piece.trim_end_matches(PARTING);
        let bare = word.trim_start_matches(DASHES);
        let start = at + word.len() - bare.len();
        let end = start + bare.trim_end_matches(DASHES).len();
        if end > start {
            found.push(start..end);
        }
        at += piece.len();
    }
    found
}

/// "31", "augusti", "2031–2033", "januari–augusti", "2031-08-31": numbers and months.
fn is_period(word: &str) -> bool {
    let number = |part: &str| part.len() <= 4 && part.chars().all(|c| c.is_ascii_digit());
    word.split(DASHES).all(|part| !part.is_empty() && (number(part) || dates::month(part).is_some()))
}

/// The first year of a word: 2031 of "2031–2033".
fn year_in(word: &str) -> Option<i32> {
    word.split(|c: char| !c.is_ascii_digit()).find(|part| is_year(part))?.parse().ok()
}

/// The municipality or a committee in a title.
struct Place {
    /// Its name, in bytes of the line.
    name: Range<usize>,
    /// With the ending of the genitive and the word before it.
    whole: Range<usize>,
    /// Whether the words say that the document is the municipality's: "Storby kommuns budget", "för Storby kommun".
    owns: bool,
    /// Whether its name is in the genitive.
    genitive: bool,
    /// Whether it is a committee's.
    committee: bool,
}

impl Place {
    fn holds(&self, word: &Range<usize>) -> bool {
        self.whole.start <= word.start && word.end <= self.whole.end
    }

    /// The title beside the name, or the whole line where the name is in the genitive or in the middle.
    fn title(&self, line: &str) -> Range<usize> {
        let signs = |c: char| PARTING.contains(&c) || DASHES.contains(&c);
        if self.genitive {
            return 0..line.len();
        }
        let rest = &line[self.whole.end..];
        if self.whole.start == 0 {
            let bare = rest.trim_start_matches(signs);
            return line.len() - bare.len()..line.len();
        }
        if rest.is_empty() {
            0..line[..self.whole.start].trim_end_matches(signs).len()
        } else {
            0..line.len()
        }
    }
}

/// Where a title names the municipality, or a committee.
fn place(book: &Book<'_>, line: &str, words: &[Range<usize>]) -> Option<Place> {
    let counts =
        |at: usize| (1..=LONGEST_NAME).rev().find_map(|count| named(book, line, words, at..at + count));
    (0..words.len()).find_map(counts)
}

/// The name that some of the words of a title are.
fn named(book: &Book<'_>, line: &str, words: &[Range<usize>], at: Range<usize>) -> Option<Place> {
    let inner = words.get(at.clone())?;
    let (first, last) = (inner.first()?, inner.last()?);
    let text = &line[first.start..last.end];
    let folded_word = |word: &Range<usize>| folded(&line[word.clone()]);
    let own = |word: &Range<usize>| is_known(book, &folded_word(word)) || is_period(&folded_word(word));
    let joins = |word: &Range<usize>| line[..word.start].ends_with("- ") && folded_word(word) == "och";
    let before = at.start.checked_sub(1).map(|at| words[at].clone());
    let before = before.filter(|word| has(&book.style.titles.of, &folded_word(word)));
    if !(text.starts_with(char::is_uppercase) || before.is_some())
        || text.contains(&PARTING[2..])
        || inner.iter().any(|word| own(word) && !joins(word))
    {
        return None;
    }
    let is_name = |text: &str| book.is_municipality(text) || book.is_body(text);
    let bare = text.strip_suffix(['s', 'S']).filter(|bare| is_name(bare));
    let end = if is_name(text) { text.len() } else { bare?.len() };
    let genitive = end < text.len();
    Some(Place {
        name: first.start..first.start + end,
        whole: before.as_ref().map_or(first.start, |word| word.start)..last.end,
        owns: genitive || before.is_some(),
        genitive,
        committee: book.is_body(&text[..end]),
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use uppsikt_domain::document::DocumentKind::{
        AnnualReport, CityInterimReport, CommitteeBudget, CouncilBudget, InterimReport,
    };

    #[test]
    fn plans_that_only_the_municipality_has_are_the_council_s_budget() {
        for line in [
            "INVESTERINGS- BUGDET 2031 MED PLAN 2032-2033",
            "Investeringsbudget 2031 med plan 2032-2033",
            "Flerårsplan med budget 2031-2033",
            "Mål och resursplan 2031",
            "Mål- och resursplan 2031\u{2013}2033",
            "Årsbudget 2031 och flerårsplan 2032-2033",
            "Budget 2031 \u{2013} plan 2032-2033",
            "Mål, budget och plan 2031-2033",
            "Budget 2031 och ekonomisk plan 2032-2033",
            "Strategisk plan med budget 2031 och plan 2032-2033",
            "Kommunens budget och verksamhetsplan 2031-2033",
            "Storby kommuns budget och verksamhetsplan 2031",
        ] {
            let found = read(line).map(|found| (found.0, found.1, found.2));
            assert_eq!(found, Some((CouncilBudget, Some(2031), line.to_owned())), "{line}");
        }
        for (line, title) in [
            ("Verksamhetsplan och budget 2031 för Storby kommun", "Verksamhetsplan och budget 2031"),
            ("Storby kommun \u{2013} Budget 2031", "Budget 2031"),
            ("Budget 2031 Lilla Edby kommun", "Budget 2031"),
        ] {
            let place = line.split("för ").last().filter(|_| line.contains("för"));
            let found = read(line).unwrap();
            assert_eq!((found.0, found.2.as_str()), (CouncilBudget, title), "{line}");
            assert!(place.is_none_or(|place| found.3.as_deref() == Some(place)), "{line}");
        }
    }

    #[test]
    fn reports_of_the_municipality_have_no_committee() {
        for (line, kind, body) in [
            ("Kommunens delårsrapport per 31 augusti 2031", CityInterimReport, None),
            ("Storby kommuns delårsrapport 2031", CityInterimReport, Some("Storby kommun")),
            ("Delårsrapport Storby kommun januari-augusti 2031", InterimReport, Some("Storby kommun")),
            ("Kommungemensam delårsrapport 2031", CityInterimReport, None),
            ("Årsrapport 2031 för Storby kommun", AnnualReport, Some("Storby kommun")),
            ("Storby kommuns årsredovisning 2031", AnnualReport, Some("Storby kommun")),
            ("Årsredovisning 2031 Storby kommun", AnnualReport, Some("Storby kommun")),
            ("Samlad delårsrapport 2031", CityInterimReport, None),
        ] {
            let found = read(line).map(|found| (found.0, found.3));
            assert_eq!(found, Some((kind, body.map(str::to_owned))), "{line}");
        }
    }

    #[test]
    fn what_may_be_a_committee_s_is_not_told_to_be_the_municipality_s() {
        let kind = |line: &str| read(line).map(|found| (found.0, found.3));
        let park = |kind| Some((kind, Some("Parknämnden".to_owned())));
        assert_eq!(kind("Parknämndens delårsrapport per 31 augusti 2031"), park(InterimReport));
        assert_eq!(kind("Verksamhetsplan och budget 2031 Parknämnden"), park(CommitteeBudget));
        assert_eq!(kind("Verksamhetsplan och budget 2031"), Some((CommitteeBudget, None)));
        assert_eq!(kind("Avfallsplan 2031 för Storby kommun"), None);
        assert_eq!(kind("Budget 2031"), None);
        assert_eq!(kind("Parknämndens årsbudget 2031"), park(CommitteeBudget));
        assert_eq!(kind("Budget 2031 \u{2013} plan 2032-2033 Parknämnden"), park(CommitteeBudget));
        let park_and_water = |name: &str| Some((CommitteeBudget, Some(name.to_owned())));
        assert_eq!(
            kind("Årsbudget 2031 för park- och vattennämnden"),
            park_and_water("park- och vattennämnden")
        );
        assert_eq!(kind("Övergripande verksamhetsplan 2031"), None);
        assert_eq!(kind("Kommunens budget för 2031 är i balans."), None);
    }
}
