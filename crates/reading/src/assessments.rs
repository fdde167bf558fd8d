//! Assessments: what a committee's own words say on the municipality's scale.

use crate::book::{Book, folded};
use crate::checked;
use crate::joined::Joined;
use crate::source::Source;
use crate::table_goals::status;
use crate::tables::tail::is_year;
use crate::verdict::{first_status, tells_past};
use crate::words::{Words, holds_any};
use std::ops::Range;
use uppsikt_domain::assessment::{Assessment, Horizon, Status};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_text::sentence;

/// The assessment of a section of an assessing kind.
pub(crate) fn of(
    section: &Section,
    words: &Words,
    source: &Source,
    book: &Book<'_>,
    year: Option<i32>,
) -> Option<Assessment> {
    let horizon = match section.kind {
        SectionKind::AssessmentPeriod => Horizon::Period,
        SectionKind::AssessmentTerm => Horizon::Term,
        _ => return None,
    };
    let mut texts: Vec<&Joined> = words.of_section(section);
    let heading = section.heading.as_ref().and_then(|heading| words.at(heading.span));
    let in_heading = heading.filter(|heading| heading.text.contains(':'));
    if let Some((status, range)) = in_heading.and_then(|heading| after_label(&heading.text, book)) {
        let heading = in_heading?;
        let wording = heading.text[range.clone()].to_owned();
        return Some(Assessment { horizon, status, wording, span: heading.span(source, range) });
    }
    let told = in_boxes(horizon, &texts, source, book).or_else(|| in_a_word(horizon, &texts, source, book));
    if told.is_some() {
        return told;
    }
    texts.extend(in_heading);
    let best = texts
        .iter()
        .enumerate()
        .flat_map(|(order, text)| stated(text, order, book))
        .map(|found| found.in_time(&texts, horizon, year))
        .max_by_key(|found| (found.weight, std::cmp::Reverse((found.order, found.range.start))));
    if let Some(best) = best {
        let text = texts[best.order];
        let wording = text.text[best.range.clone()].to_owned();
        let span = text.span(source, best.range);
        return Some(Assessment { horizon, status: best.status, wording, span });
    }
    Some(unstated(section, horizon, &texts, source))
}

/// "Bedömning mandatperioden: viss måluppfyllelse": a heading that says it itself.
fn after_label(heading: &str, book: &Book<'_>) -> Option<(Status, Range<usize>)> {
    let start = heading.len() - heading.split_once(':')?.1.trim_start().len();
    let said = heading[start..].trim_end_matches(['.', ' ']);
    let (status, found) = first_status(said, book)?;
    let alone = found.start == 0 && said.len() <= found.end;
    // "Bedömning helår: Målet uppnås delvis": a few words that end in the status are what is printed.
    let few = said.split(' ').count() <= MOST_ALONE && sentence::ranges(said).len() == 1;
    let ends = status != Status::NotStated && few && said.len() <= found.end;
    (alone || ends).then(|| (status, start + found.start..start + found.end))
}

/// Whether the heading of an assessment states it by itself.
pub(crate) fn states_itself(heading: &str, book: &Book<'_>) -> bool {
    heading.contains(':') && after_label(heading, book).is_some_and(|(status, _)| status != Status::NotStated)
}

/// "Glad": a word that is a status where nothing else is said, right after the label.
fn in_a_word(horizon: Horizon, texts: &[&Joined], source: &Source, book: &Book<'_>) -> Option<Assessment> {
    let first = texts.first()?;
    let worded = first.text.chars().any(char::is_alphabetic);
    let signed =
        || status(&first.text, book).filter(|_| worded && first.text.split(' ').count() <= MOST_SIGNED);
    let told = book.cell_status(&first.text).or_else(signed);
    let status = told.filter(|_| first_status(&first.text, book).is_none())?;
    let wording = first.text.trim_matches(['*', '_', ' ', '.']).to_owned();
    Some(Assessment { horizon, status, wording, span: first.whole(source) })
}

/// "☐ Uppfyllt ☒ Delvis uppfyllt": the words of the box that is ticked.
fn in_boxes(horizon: Horizon, texts: &[&Joined], source: &Source, book: &Book<'_>) -> Option<Assessment> {
    let Some((text, range)) = texts.iter().find_map(|text| Some((text, checked::ticked(&text.text)?))) else {
        return in_choices(horizon, texts, source, book);
    };
    let wording = text.text[range.clone()].to_owned();
    let status = status(&wording, book).unwrap_or(Status::NotStated);
    Some(Assessment { horizon, status, wording, span: text.span(source, range) })
}

/// Boxes with a status each, on a line each: what the one says that is ticked. Where none is, or several are,
/// nothing is stated.
fn in_choices(horizon: Horizon, texts: &[&Joined], source: &Source, book: &Book<'_>) -> Option<Assessment> {
    let is_status = |words: &str| words.contains(char::is_alphabetic) && status(words, book).is_some();
    let chosen = |text: &&Joined| -> Vec<checked::Choice> {
        let choices = checked::choices(&text.text).into_iter();
        choices.filter(|choice| is_status(&text.text[choice.words.clone()])).collect()
    };
    let all = texts.iter().flat_map(|text| chosen(text).into_iter().map(move |choice| (text, choice)));
    let all: Vec<_> = all.collect();
    let mut marked = all.iter().filter(|(_, choice)| choice.ticked);
    let only = marked.next().filter(|_| marked.next().is_none());
    let Some((text, choice)) = only else {
        let first = all.first()?.0;
        let (status, wording) = (Status::NotStated, first.text.clone());
        return Some(Assessment { horizon, status, wording, span: first.whole(source) });
    };
    let wording = text.text[choice.words.clone()].to_owned();
    let status = status(&wording, book).unwrap_or(Status::NotStated);
    Some(Assessment { horizon, status, wording, span: text.span(source, choice.words.clone()) })
}

/// A sign with its word has so many parts at most.
const MOST_SIGNED: usize = 3;

/// Without known words the status is not stated, and the wording is the whole text.
fn unstated(section: &Section, horizon: Horizon, texts: &[&Joined], source: &Source) -> Assessment {
    let status = Status::NotStated;
    match texts.first() {
        Some(first) => Assessment { horizon, status, wording: first.text.clone(), span: first.whole(source) },
        None => Assessment { horizon, status, wording: String::new(), span: section.span },
    }
}

/// A status that is all its sentence has so many words at most.
const MOST_ALONE: usize = 6;

struct Stated {
    order: usize,
    /// How sure it is that the whole contribution is meant.
    weight: u8,
    status: Status,
    range: Range<usize>,
}

impl Stated {
    /// "Bedöms uppfyllas under 2027" of the year 2026, "inte i år men under mandatperioden" of the term: what
    /// is said of another time is not stated of this one.
    fn in_time(self, texts: &[&Joined], horizon: Horizon, year: Option<i32>) -> Self {
        let text = texts[self.order].text.as_str();
        let mut sentences = sentence::ranges(text).into_iter();
        let Some(whole) = sentences.find(|range| range.contains(&self.range.start)) else { return self };
        let after = text.get(self.range.end..whole.end).map(folded).unwrap_or_default();
        let elsewhen = match horizon {
            Horizon::Period => year.is_some_and(|year| names_other_year(&after, year)),
            Horizon::Term => {
                self.status == Status::OffTrack && after.contains(" men ") && after.contains(TERM)
            }
        };
        if elsewhen { Stated { status: Status::NotStated, range: whole, ..self } } else { self }
    }
}

/// The word of the term of office.
const TERM: &str = "mandatperiod";
/// Words before the year that a status is said of.
const OF_YEAR: [&str; 6] = ["under ", "år ", "i början av ", "i slutet av ", "våren ", "hösten "];

/// Whether the words right after a status name another year than the document's.
fn names_other_year(after: &str, year: i32) -> bool {
    let rest = after.trim_start();
    let rest = OF_YEAR.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let word = rest.split(' ').next().unwrap_or_default().trim_end_matches(['.', ',']);
    is_year(word) && word.parse::<i32>().is_ok_and(|named| named != year)
}

/// The first status that each sentence of a text states.
fn stated(text: &Joined, order: usize, book: &Book<'_>) -> Vec<Stated> {
    let sentences = sentence::ranges(&text.text).into_iter();
    sentences
        .filter_map(|range| {
            let sentence = &text.text[range.clone()];
            let (status, found) = first_status(sentence, book)?;
            let said = after_own_label(sentence, book);
            let bare = said.trim_matches(|c: char| !c.is_alphanumeric()).len() <= found.len() + 2;
            let alone = bare && sentence.split(' ').count() <= MOST_ALONE;
            let whole = holds_any(&folded(sentence), &book.style.status.whole);
            let past = status == Status::NotStated && tells_past(sentence, book);
            let weight = if alone {
                3
            } else if past {
                0
            } else {
                1 + u8::from(whole && !is_part(sentence, found.start))
            };
            Some(Stated { order, weight, status, range: range.start + found.start..range.start + found.end })
        })
        .collect()
}

/// What stands after a label of an assessment: "På väg" of "Status: På väg".
fn after_own_label<'s>(sentence: &'s str, book: &Book<'_>) -> &'s str {
    let labelled = sentence.split_once(':').filter(|(label, _)| book.assessment_label(label).is_some());
    labelled.map_or(sentence, |(_, rest)| rest)
}

/// "Flera av …" speaks of parts, however often the whole is named.
fn is_part(sentence: &str, at: usize) -> bool {
    let opening = folded(&sentence[..at]);
    ["flera av", "delar av", "en del av", "vissa ", "några ", "ett av", "en av"]
        .iter()
        .any(|part| opening.starts_with(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    fn status(text: &str) -> (Status, String) {
        let style = HouseStyle::standard();
        let book = Book::new(&style);
        let source = Source::new(text);
        let joined = Joined::line(&source, 0);
        let best = stated(&joined, 0, &book)
            .into_iter()
            .max_by_key(|found| (found.weight, std::cmp::Reverse(found.range.start)));
        best.map_or((Status::NotStated, String::new()), |found| (found.status, text[found.range].to_owned()))
    }

    #[test]
    fn the_main_clause_about_the_whole_decides() {
        let text = "Det som lovats pågår delvis enligt plan. Dammen går enligt plan, men stigen har inte kommit igång.";
        assert_eq!(status(text), (Status::PartlyOnTrack, "pågår delvis enligt plan".into()));
        let text = "Systemstödet införs enligt plan. Nämnden bedömer att bidraget till målet inte är på väg.";
        assert_eq!(status(text), (Status::OffTrack, "inte är på väg".into()));
        let text = "Systemstödet införs enligt plan. Sammantaget är nämndens bidrag delvis på väg.";
        assert_eq!(status(text).0, Status::PartlyOnTrack);
    }

    #[test]
    fn the_words_of_the_scale_alone_are_enough() {
        assert_eq!(status("Inte på väg").0, Status::OffTrack);
        assert_eq!(status("Nämnden ligger i fas med vad den lovade.").1, "ligger i fas");
        assert_eq!(
            status("Arbetet är ett föredöme och kommer att fullföljas."),
            (Status::NotStated, String::new())
        );
    }

    #[test]
    fn how_it_is_now_goes_before_how_it_was() {
        let text = "Grävningen har tidigare inte gått enligt plan. Nu går den enligt plan.";
        assert_eq!(status(text).0, Status::OnTrack);
    }

    #[test]
    fn parts_of_words_are_no_status() {
        assert_eq!(status("Utfallet är i fasadrenovering."), (Status::NotStated, String::new()));
    }
}
