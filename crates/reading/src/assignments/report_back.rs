//! How an assignment is reported back: in what, when and to whom.

use super::{done, is_bodies};
use crate::book::{Book, folded};
use crate::joined::Joined;
use crate::source::Source;
use crate::words::holds_any;
use std::ops::Range;
use uppsikt_domain::assignment::{ReportBack, ReportBackHow};
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::place::TextAt;
use uppsikt_text::{format, sentence};

/// The last sentence that says how the assignment is reported back.
pub(super) fn report_back(texts: &[&Joined], source: &Source, book: &Book<'_>) -> ReportBack {
    let style = &book.style.assignments;
    let sentences = texts
        .iter()
        .flat_map(|text| sentence::ranges(&text.text).into_iter().map(move |range| (*text, range)));
    let mut said: Vec<(&Joined, Range<usize>, ReportBackHow)> = sentences
        .filter_map(|(text, range)| {
            let folded = folded(&text.text[range.clone()]);
            holds_any(&folded, &style.report_words).then(|| (text, range, how(&folded, book)))
        })
        .collect();
    said.sort_by_key(|(_, _, how)| *how == ReportBackHow::NotStated);
    // "Rapporteras till kommunstyrelsen i december": in what, nobody knows, but it is reported.
    let names_receiver = |text: &Joined, range: &Range<usize>| {
        let said = folded(&text.text[range.clone()]);
        let after = |word: &String| said.find(word.as_str()).map(|at| &said[at + word.len()..]);
        style.report_words.iter().filter_map(after).any(|rest| holds_any(rest, &style.report_to))
    };
    // "Återrapporteras senast juni 2031": nobody knows in what, but when.
    let dated = |text: &Joined, range: &Range<usize>| {
        let said = folded(&text.text[range.clone()]);
        let said = said.strip_prefix("uppdraget ").unwrap_or(&said);
        let said = MODALS.iter().find_map(|word| said.strip_prefix(word)).unwrap_or(said);
        let opens = style.report_words.iter().any(|word| said.starts_with(word.as_str()));
        opens && year(said, book).is_some()
    };
    let stated = |(text, range, how): &(&Joined, Range<usize>, ReportBackHow)| {
        *how != ReportBackHow::NotStated || names_receiver(text, range) || dated(text, range)
    };
    let told = match said.into_iter().find(stated) {
        Some((text, range, how)) => {
            let words = text.text[range.clone()].to_owned();
            let wording = Some(text.text_at(source, range));
            ReportBack { how, year: year(&words, book), to: to(&words), wording, ..ReportBack::default() }
        }
        None => ReportBack::default(),
    };
    match done::told(texts, source, book) {
        Some(done) => done.of(told),
        None => told,
    }
}

/// How a cell says that an order is reported back; a sign for nothing says nothing.
pub(crate) fn report_back_in(cell: TextAt, book: &Book<'_>) -> ReportBack {
    if !cell.text.contains(char::is_alphanumeric) {
        return ReportBack::default();
    }
    let how = how(&folded(&cell.text), book);
    let (year, to) = (year(&cell.text, book), to(&cell.text));
    ReportBack { how, year, to, wording: Some(cell), ..ReportBack::default() }
}

fn how(sentence: &str, book: &Book<'_>) -> ReportBackHow {
    let style = &book.style.assignments;
    let ways = [
        (&style.separate_case, None, ReportBackHow::SeparateCase),
        (&style.interim_report, Some(DocumentKind::InterimReport), ReportBackHow::InterimReport),
        (&style.annual_analysis, Some(DocumentKind::AnnualAnalysis), ReportBackHow::AnnualAnalysis),
    ];
    let said = |(words, kind, how): (&Vec<String>, Option<DocumentKind>, ReportBackHow)| {
        let titled = kind.is_some_and(|kind| names_document(sentence, kind, book));
        (titled || holds_any(sentence, words)).then_some(how)
    };
    ways.into_iter().find_map(said).unwrap_or_default()
}

/// Whether a folded sentence holds the first word of a kind's titles ("lägesrapporten").
fn names_document(sentence: &str, kind: DocumentKind, book: &Book<'_>) -> bool {
    let titles = book.style.documents.get(&kind).into_iter().flatten();
    let words = titles.filter_map(|title| title.split(' ').next()).filter(|word| word.len() > 6);
    words.map(folded).any(|word| sentence.contains(&word))
}

/// The year that is told right after the way of reporting, else after the words for it; else the first:
/// "Uppdraget från 2029 återrapporteras enligt beslut 2030 i årsanalysen 2031".
fn year(words: &str, book: &Book<'_>) -> Option<i32> {
    let said = folded(words);
    let years = years(&said);
    let style = &book.style.assignments;
    let ways = [&style.separate_case, &style.interim_report, &style.annual_analysis];
    let places = |words: &[String]| -> Vec<usize> {
        words.iter().filter_map(|word| said.find(&folded(word))).collect()
    };
    let after = |places: Vec<usize>| {
        let at = places.into_iter().min()?;
        years.iter().find(|(year_at, _)| *year_at > at)
    };
    let ways = ways.into_iter().flat_map(|words| places(words)).collect();
    let told = after(ways).or_else(|| after(places(&style.report_words))).or(years.first());
    told.map(|(_, year)| *year)
}

/// Verbs before the one that says that it is reported.
const MODALS: [&str; 4] = ["ska ", "skall ", "bör ", "kommer att "];

/// Words before the year in which something was given, and not the one in which it is told of.
const GIVEN: [&str; 7] = ["beslut", "beslutet", "beslutades", "gavs", "gavs i", "sedan", "från"];

/// The years of a folded text in which something may be told of, each with where it stands.
fn years(text: &str) -> Vec<(usize, i32)> {
    let digits = text.split(|c: char| !c.is_ascii_digit());
    let is_year = |word: &&str| crate::tables::tail::is_year(word);
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let is_given = |word: &&str| GIVEN.iter().any(|given| text[..place(word)].trim_end().ends_with(given));
    let told = digits.filter(is_year).filter(|word| !is_given(word));
    told.filter_map(|word| Some((place(word), word.parse().ok()?))).collect()
}

fn to(words: &str) -> Option<String> {
    let at = words.find(" till ")? + " till ".len();
    let name: String = words[at..].split([',', '.', ' ', ';']).next()?.to_owned();
    is_bodies(&name)
        .then(|| format::capitalised(&name))
        .or_else(|| (folded(&name) == "kommunfullmäktige").then(|| format::capitalised(&name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    #[test]
    fn what_is_done_is_told_with_its_day() {
        let style = HouseStyle::standard();
        let book = Book::new(&style);
        let told = |text: &str| {
            let source = Source::new(text);
            let back = report_back(&[&Joined::line(&source, 0)], &source, &book);
            (back.done, back.done_on.map(|day| day.to_string()))
        };
        let on = |day: &str| (true, Some(day.to_owned()));
        for (text, expected) in [
            (
                "Status: Genomfört. Uppdraget återrapporterades till kommunfullmäktige den 3 mars 2031 (§ 12).",
                on("2031-03-03"),
            ),
            ("Uppdraget har slutredovisats i fullmäktige 2031-03-03.", on("2031-03-03")),
            ("Läge: Avslutat. Kartan är klar.", (true, None)),
            ("Uppdraget är slutfört.", (true, None)),
            ("Slutfört.", (true, None)),
            ("Status: Pågår. Återrapporteras i årsanalysen 2031.", (false, None)),
            ("Status: Genomfört till viss del.", (false, None)),
            ("Uppdraget är inte slutfört.", (false, None)),
            ("En lägesrapport återrapporterades den 3 mars 2031.", (false, None)),
            ("Uppdraget är slutfört när kartan är ritad.", (false, None)),
            ("Status: Klart till 80 procent.", (false, None)),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn the_way_back_is_read_with_its_year() {
        let source =
            Source::new("Arbetet inleds med en karta. Uppdraget återrapporteras i delårsrapporten 2031.");
        let text = Joined::line(&source, 0);
        let style = HouseStyle::standard();
        let book = Book::new(&style);
        let back = report_back(&[&text], &source, &book);
        assert_eq!((back.how, back.year), (ReportBackHow::InterimReport, Some(2031)));
        assert!(back.wording.unwrap().text.starts_with("Uppdraget"));
        for told in [
            "Uppdraget rapporteras till kommunstyrelsen i december 2031.",
            "En rapport överlämnas till kommunstyrelsen hösten 2031.",
            "Förslaget presenteras för kommunstyrelsen i mars 2031.",
            "Återrapporteras senast juni 2031.",
            "Uppdraget återrapporteras senast i mars 2031.",
            "Uppdraget ska återrapporteras senast i september 2031.",
        ] {
            let source = Source::new(told);
            let back = report_back(&[&Joined::line(&source, 0)], &source, &book);
            assert_eq!((back.how, back.year), (ReportBackHow::NotStated, Some(2031)), "{told}");
            assert!(back.wording.is_some(), "{told}");
        }
        for told in [
            "Uppdraget, som gavs i budget 2029, återrapporteras i årsanalysen 2031.",
            "Enligt beslut 2030 återrapporteras det i delårsrapporten 2031.",
            "Återrapporteras enligt beslut 2030 i årsanalysen för 2031 (gavs 2029).",
            "Delredovisas i delårsrapporten 2031 och slutredovisas i årsanalysen 2032.",
            "Uppdraget från 2029 redovisas för kommunstyrelsen i mars 2031.",
        ] {
            let source = Source::new(told);
            let back = report_back(&[&Joined::line(&source, 0)], &source, &book);
            assert_eq!(back.year, Some(2031), "{told}");
        }
        let silent = Source::new("Arbetet inleds med en karta.");
        let text = Joined::line(&silent, 0);
        assert_eq!(report_back(&[&text], &silent, &book), ReportBack::default());
    }
}
