//! Indicators: sentences, list items and table rows that say how a contribution is followed.

use crate::book::{Book, folded};
use crate::joined::Joined;
use crate::source::Source;
use crate::style::IndicatorWords;
use crate::words::{Words, holds_any};
use std::ops::Range;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::indicator::{DayRange, Indicator, IndicatorKind};
use uppsikt_domain::place::TextAt;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::Table;
use uppsikt_text::{dates, figure, sentence};

/// The indicators that stand directly in a section of a following kind.
pub(crate) fn of(
    section: &Section,
    headed: &str,
    words: &Words,
    source: &Source,
    book: &Book<'_>,
) -> Vec<Indicator> {
    let style = &book.style.indicators;
    let named = holds_any(&folded(headed), &style.words);
    let mut announced = named;
    let mut found = Vec::new();
    for block in &section.blocks {
        match &block.content {
            Content::Table(table) => found.extend(of_table(table, style)),
            Content::List { .. } if section.kind != SectionKind::Report || announced => {
                let items =
                    words.of_block(block).into_iter().map(|item| indicator(item.all_at(source), style));
                let told = |it: &Indicator| announced || measures(&it.text, style);
                found.extend(items.filter(told));
            }
            _ if section.kind == SectionKind::Report => {}
            _ => found.extend(of_text(block, named, words, source, style)),
        }
        announced = named || announces(block, style);
    }
    found
}

/// Whether a section's kind is one that indicators stand in; in a report of what was done only
/// as tables and as lists that say so.
pub(crate) fn follows(kind: SectionKind) -> bool {
    matches!(kind, SectionKind::FollowUp | SectionKind::DesiredOutcome | SectionKind::Report)
}

/// Whether an item under a heading that only says that the goal is followed tells what is measured.
fn measures(text: &str, style: &IndicatorWords) -> bool {
    let text_folded = folded(text);
    let has = |words: &[String]| holds_any(&text_folded, words);
    text.len() < 160
        && (has(&style.words) || has(&style.measure) || has(&style.key_figure) || from_to(text).is_some())
}

/// "Nämnden använder följande indikatorer:"
fn announces(block: &Block, style: &IndicatorWords) -> bool {
    let text = block.text();
    text.trim_end().ends_with(':') && holds_any(&folded(&text), &style.words)
}

/// Sentences that name an indicator, or a judgement; under a heading that names indicators
/// also those that name a measure.
fn of_text(
    block: &Block,
    headed: bool,
    words: &Words,
    source: &Source,
    style: &IndicatorWords,
) -> Vec<Indicator> {
    let mut found = Vec::new();
    for text in words.of_block(block) {
        for range in sentence::ranges(&text.text) {
            let sentence = &text.text[range.clone()];
            let announced = sentence.trim_end().ends_with(':');
            let said = folded(sentence);
            let judged = holds_any(&said, &style.qualitative) || holds_any(&said, &style.weighed);
            let measured = headed && holds_any(&said, &style.measure);
            let named = (holds_any(&said, &style.words) || judged || measured) && !announced;
            if named || from_to(sentence).is_some() {
                found.push(indicator(text.text_at(source, range), style));
            }
        }
    }
    found
}

/// The rows of a table whose first column holds indicators: the last figure before the
/// target is where it starts.
fn of_table(table: &Table, style: &IndicatorWords) -> Vec<Indicator> {
    let headings: Vec<String> = table.columns.iter().map(|column| folded(&column.heading.text)).collect();
    let at = |words: &[&str]| headings.iter().position(|own| words.iter().any(|word| own.starts_with(word)));
    let target = at(&["mål", "önskat"]);
    let baseline = at(&["nuläge", "utgångs", "startvärde"]);
    if !(holds_any(&folded(&table.label_heading), &style.words) || (target.is_some() && baseline.is_some())) {
        return Vec::new();
    }
    let rows = table.rows.iter().filter(|row| row.cells.iter().any(|cell| cell.printed.is_some()));
    let due = target.and_then(|column| {
        dates::first_range(&format!("under {}", table.columns[column].heading.text.split(' ').next_back()?))
    });
    rows.map(|row| {
        let plain = |column: usize| row.cells.get(column)?.value.as_ref().map(Quantity::plain);
        let before = (0..target.unwrap_or(row.cells.len())).rev();
        let start = baseline.and_then(plain).or_else(|| before.into_iter().find_map(plain));
        let read = indicator(row.label.clone(), style);
        let aimed = target.and_then(plain).is_some();
        let measured = (start.is_some() || aimed) && read.kind == IndicatorKind::Activity;
        Indicator {
            kind: if measured { IndicatorKind::Measure } else { read.kind },
            baseline: start,
            target: target.and_then(plain),
            unit: read.unit.clone().or_else(|| unit_of(&row.label.text)),
            due: due.clone().map(|due| DayRange { text: due.text.replace("under ", ""), ..due }),
            ..read
        }
    })
    .collect()
}

/// "Sjukfrånvaro, procent": the word after the last comma.
fn unit_of(label: &str) -> Option<String> {
    let word = label.rsplit_once(", ")?.1.trim_end_matches('.');
    let known =
        figure::unit(word).is_some() || matches!(word, "antal" | "index" | "tusental" | "dagar" | "timmar");
    known.then(|| figure::unit(word).map_or(word.to_owned(), |unit| unit.code().to_owned()))
}

fn indicator(text: TextAt, style: &IndicatorWords) -> Indicator {
    let folded = folded(&text.text);
    let values = from_to(&text.text);
    let target = values.as_ref().map(|values| values.1.clone()).or_else(|| target_only(&text.text));
    let start = values.as_ref().map(|values| values.0.clone()).or_else(|| start_only(&text.text));
    let measured = target.is_some();
    let last = text.text.find("senast").and_then(|at| dates::first_range(&text.text[at..]));
    let due = last.or_else(|| dates::first_range(&text.text).filter(|_| measured));
    Indicator {
        kind: kind(&folded, measured, style),
        baseline: start,
        target,
        unit: values.and_then(|values| values.2),
        due,
        by_sex: holds_any(&folded, &style.by_sex),
        span: text.span,
        text: text.text,
    }
}

fn kind(folded: &str, measured: bool, style: &IndicatorWords) -> IndicatorKind {
    let has = |words: &[String]| holds_any(folded, words);
    match () {
        () if has(&style.borrowed) => IndicatorKind::Borrowed,
        () if has(&style.qualitative) => IndicatorKind::Qualitative,
        () if has(&style.weighed) => IndicatorKind::Weighed,
        () if has(&style.key_figure) => IndicatorKind::KeyFigure,
        () if measured || has(&style.measure) => IndicatorKind::Measure,
        () => IndicatorKind::Activity,
    }
}

/// "från 64 till 74 procent": where it starts, where it shall end, the unit.
fn from_to(sentence: &str) -> Option<(String, String, Option<String>)> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    (0..words.len()).find_map(|at| {
        if folded(words[at]) != "från" {
            return None;
        }
        let from = figure_at(&words, at + 1)?;
        let till = (at + 2..(at + 6).min(words.len())).find(|at| words[*at] == "till")?;
        let to = figure_at(&words, till + 1)?;
        let years = crate::tables::tail::is_year(&from) && crate::tables::tail::is_year(&to);
        let unit = words
            .iter()
            .skip(till + 2)
            .take(2)
            .find_map(|word| figure::unit(word))
            .map(|unit| unit.code().to_owned());
        (!years).then_some((from, to, unit))
    })
}

/// "utgångsläge 80", "nuläget är 14": where it starts.
fn start_only(sentence: &str) -> Option<String> {
    let words: Vec<String> =
        sentence.split_whitespace().map(|it| folded(it.trim_start_matches('('))).collect();
    let plain: Vec<&str> = words.iter().map(String::as_str).collect();
    let begins = |word: &str| ["utgångs", "nuläge", "startvärde"].iter().any(|it| word.starts_with(it));
    let at = (0..words.len()).find(|at| begins(&words[*at]))?;
    let found = (at + 1..(at + 4).min(words.len())).find_map(|at| figure_at(&plain, at));
    found.filter(|figure| !crate::tables::tail::is_year(figure))
}

/// "målvärdet är 85", "mål 85", "minst 85 procent", "öka till 85 procent".
fn target_only(sentence: &str) -> Option<String> {
    let words: Vec<String> = sentence.split_whitespace().map(folded).collect();
    let plain: Vec<&str> = words.iter().map(String::as_str).collect();
    (0..words.len()).find_map(|at| {
        let least = matches!(words[at].as_str(), "minst" | "högst" | "mål" | "mål:" | "målet:")
            && words.get(at + 1).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
        let aims = least
            || words[at].starts_with("målvärde")
            || (words[at] == "till"
                && at > 0
                && matches!(
                    words[at - 1].as_str(),
                    "öka" | "minska" | "höjas" | "höja" | "sänka" | "sänkas" | "uppgå" | "ökar" | "minskar"
                ));
        let figure = (at + 1..(at + 4).min(words.len())).find_map(|at| figure_at(&plain, at));
        figure.filter(|_| aims).filter(|figure| !crate::tables::tail::is_year(figure))
    })
}

/// The figure that begins at a word, with the groups of three digits after it.
fn figure_at(words: &[&str], at: usize) -> Option<String> {
    let group = |word: &&&str| {
        let bare = word.trim_end_matches(['.', ',', ';', ')', '%']);
        bare.len() == 3 && bare.bytes().all(|b| b.is_ascii_digit())
    };
    let first = *words.get(at)?;
    let short = first.len() <= 3 && first.bytes().all(|b| b.is_ascii_digit());
    let groups = if short { words[at + 1..].iter().take_while(group).count() } else { 0 };
    plain_figure(&words[at..=at + groups].concat())
}

fn plain_figure(word: &str) -> Option<String> {
    let bare = word.trim_end_matches(['.', ',', ';', ')', '%']).trim_start_matches('(');
    let (mantissa, decimals) = figure::parse(bare)?;
    Some(Quantity::new(mantissa, decimals, Unit::None).plain())
}

/// The sentence of a text that tells the expected effect of a priority.
pub(crate) fn effect(texts: &[&Joined], source: &Source, book: &Book<'_>) -> Option<TextAt> {
    let words = &book.style.priorities.effect_words;
    let mut sentences = texts
        .iter()
        .flat_map(|text| sentence::ranges(&text.text).into_iter().map(move |range| (text, range)));
    sentences.find_map(|(text, range)| {
        let holds = holds_any(&folded(&text.text[range.clone()]), words);
        holds.then(|| text.text_at(source, without_label(&text.text, range, words)))
    })
}

/// "Väntad effekt: fler besök" without its label.
fn without_label(text: &str, range: Range<usize>, words: &[String]) -> Range<usize> {
    let sentence = &text[range.clone()];
    let Some(colon) = sentence.find(':').filter(|at| holds_any(&folded(&sentence[..*at]), words)) else {
        return range;
    };
    let rest = sentence[colon + 1..].trim_start_matches(['*', '_', ' ']);
    if rest.is_empty() { range } else { range.end - rest.len()..range.end }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    fn read(text: &str) -> Indicator {
        let style = HouseStyle::standard().indicators;
        indicator(TextAt::new(text, Default::default()), &style)
    }

    #[test]
    fn a_measure_has_baseline_target_and_day() {
        let read = read("Målet är att höja index från 64 till 74 senast 31 december 2031.");
        assert_eq!(read.kind, IndicatorKind::Measure);
        assert_eq!((read.baseline.as_deref(), read.target.as_deref()), (Some("64"), Some("74")));
        assert_eq!(read.due.unwrap().to.to_string(), "2031-12-31");
    }

    #[test]
    fn kinds_follow_the_words() {
        let cases = [
            ("Indikatorn är en kvalitativ bedömning av om underlagen används.", IndicatorKind::Qualitative),
            ("Indikator är andelen nöjda besökare, könsuppdelad.", IndicatorKind::Measure),
            ("Indikatorn hämtas ur Kolada.", IndicatorKind::KeyFigure),
            ("Som indikator används att planen är framtagen.", IndicatorKind::Activity),
            ("I bedömningen väger nämnden in tre indikatorer.", IndicatorKind::Weighed),
        ];
        for (text, kind) in cases {
            assert_eq!(read(text).kind, kind, "{text}");
        }
        assert!(read("Indikator är andelen nöjda besökare, könsuppdelad.").by_sex);
    }

    #[test]
    fn thousands_belong_together() {
        assert_eq!(read("Antalet platser, målvärde 7 500.").target.as_deref(), Some("7500"));
        let read = read("Besöken ska öka från 12 400 till 14 000 senast 2031.");
        assert_eq!((read.baseline.as_deref(), read.target.as_deref()), (Some("12400"), Some("14000")));
    }

    #[test]
    fn where_it_starts_and_ends_may_stand_after_the_name() {
        let share = read("Andel simkunniga, procent (utgångsläge 80, mål 95).");
        assert_eq!((share.baseline.as_deref(), share.target.as_deref()), (Some("80"), Some("95")));
        let least = read("Andelen simkunniga ska vara minst 95 procent senast 2028.");
        assert_eq!((least.target.as_deref(), least.due.unwrap().text), (Some("95"), "senast 2028".into()));
    }

    #[test]
    fn years_are_no_values() {
        assert_eq!(read("Indikatorn följs från 2030 till 2031.").baseline, None);
    }
}
