//! Indicators: sentences, list items and table rows that say how a contribution is followed.

use crate::book::{Book, folded};
use crate::joined::Joined;
use crate::source::Source;
use crate::style::IndicatorWords;
use crate::table_goals;
use crate::values::{before_dated, dated_start, from_to, start_only, target_only};
use crate::words::{Words, holds_any};
use std::ops::Range;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::indicator::{DayRange, Indicator, IndicatorKind};
use uppsikt_domain::place::TextAt;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::{Row, Table};
use uppsikt_text::{dates, figure, sentence};

/// The indicators that stand directly in a section of a following kind.
pub(crate) fn of(
    section: &Section,
    headed: &str,
    words: &Words,
    source: &Source,
    book: &Book<'_>,
    year: Option<i32>,
) -> Vec<Indicator> {
    let style = &book.style.indicators;
    let named = holds_any(&folded(headed), &style.words)
        || style.labels.iter().any(|label| folded(headed).split(' ').any(|word| word == folded(label)));
    let mut announced = named;
    let mut found = Vec::new();
    for block in &section.blocks {
        match &block.content {
            Content::Table(table) => found.extend(table_goals::indicators_alone(table, book, year)),
            Content::List { .. } if section.kind != SectionKind::Report || announced => {
                let items =
                    words.of_block(block).into_iter().map(|item| indicator(item.all_at(source), style));
                let told = |it: &Indicator| announced || measures(&it.text, style);
                found.extend(items.filter(told));
            }
            Content::List { .. } => found.extend(valued_items(block, words, source, style)),
            _ if section.kind == SectionKind::Report => {}
            _ => {
                let of_goal = section.kind == SectionKind::FollowUp;
                found.extend(of_text(block, named, of_goal, words, source, style));
            }
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
        && (has(&style.qualitative)
            || has(&style.words)
            || has(&style.measure)
            || has(&style.key_figure)
            || from_to(text).is_some())
}

/// "Nämnden använder följande indikatorer:"
fn announces(block: &Block, style: &IndicatorWords) -> bool {
    let text = block.text();
    text.trim_end().ends_with(':') && holds_any(&folded(&text), &style.words)
}

/// Sentences that name an indicator, or a judgement; under a heading that names indicators
/// also those that name a measure, and under one of following a goal those with a target.
fn of_text(
    block: &Block,
    headed: bool,
    of_goal: bool,
    words: &Words,
    source: &Source,
    style: &IndicatorWords,
) -> Vec<Indicator> {
    let mut found = Vec::new();
    for text in words.of_block(block) {
        for range in together(&text.text, style) {
            let sentence = &text.text[range.clone()];
            let announced = sentence.trim_end().ends_with(':');
            let said = folded(sentence);
            let judged = holds_any(&said, &style.qualitative) || holds_any(&said, &style.weighed);
            let measured = headed && holds_any(&said, &style.measure);
            let lent = holds_any(&said, &style.borrowed);
            let told =
                holds_any(&said, &style.words) || judged || lent || measured || followed(sentence, style);
            let aimed = holds_any(&said, &style.measure) && holds_any(&said, &style.directions);
            let elsewhere = holds_any(&said, &style.elsewhere);
            let told = told || (of_goal && (aimed || target_only(sentence).is_some()));
            if (told && !announced && !elsewhere) || from_to(sentence).is_some() {
                found.push(indicator(text.text_at(source, range), style));
            }
        }
    }
    found
}

/// The indicators of a section that is not about following: rows of tables, and items that give
/// where it starts and what is aimed at.
pub(crate) fn elsewhere(
    section: &Section,
    words: &Words,
    source: &Source,
    book: &Book<'_>,
    year: Option<i32>,
) -> Vec<Indicator> {
    let of_block = |block: &Block| match &block.content {
        Content::Table(table) => table_goals::indicators_alone(table, book, year),
        Content::List { .. } => valued_items(block, words, source, &book.style.indicators),
        _ => Vec::new(),
    };
    section.blocks.iter().flat_map(of_block).collect()
}

/// "Lånade krattor: 77. Utgångsvärde 79, mål 82."
fn valued_items(block: &Block, words: &Words, source: &Source, style: &IndicatorWords) -> Vec<Indicator> {
    let items = words.of_block(block).into_iter();
    let valued = items.filter(|it| start_only(&it.text).is_some() && target_only(&it.text).is_some());
    valued.map(|item| indicator(item.all_at(source), style)).collect()
}

/// The paragraphs outside what tells of following that a label says are indicators: "Indikator: nöjda
/// besökare, utgångsvärde 56, målvärde 60."
pub(crate) fn labelled(
    section: &Section,
    words: &Words,
    source: &Source,
    style: &IndicatorWords,
) -> Vec<Indicator> {
    let texts = section.blocks.iter().flat_map(|block| words.of_block(block));
    let labelled = texts.filter(|text| is_labelled(&text.text, style));
    labelled.map(|text| indicator(text.all_at(source), style)).collect()
}

/// "Indikator 2: …", with something after the colon.
fn is_labelled(text: &str, style: &IndicatorWords) -> bool {
    let Some((label, rest)) = text.split_once(':') else { return false };
    let label = folded(label);
    let bare = label.trim_matches(|c: char| matches!(c, '*' | '_' | ' ' | '.') || c.is_ascii_digit());
    style.labels.iter().any(|own| folded(own) == bare) && !rest.trim_matches(['*', '_', ' ']).is_empty()
}

/// Sentences, with those that only say where what was just named starts and shall end:
/// "Målet följs genom antalet resor, som var 12 år 2030. Målvärdet för 2031 är 10."
fn together(text: &str, style: &IndicatorWords) -> Vec<Range<usize>> {
    let mut whole: Vec<Range<usize>> = Vec::new();
    for range in sentence::ranges(text) {
        match whole.last_mut() {
            Some(before) if goes_on(&text[before.clone()], &text[range.clone()], style) => {
                before.end = range.end;
            }
            _ => whole.push(range),
        }
    }
    whole
}

fn goes_on(before: &str, sentence: &str, style: &IndicatorWords) -> bool {
    let said = folded(sentence);
    let named = folded(before);
    let opens = style.goes_on.iter().any(|word| said.starts_with(word.as_str()));
    let whole = from_to(sentence).is_some() || target_only(before).is_some();
    let valued = target_only(sentence).is_some() || start_only(sentence).is_some();
    let told = [&style.followed, &style.measure, &style.words];
    opens && valued && !whole && told.iter().any(|words| holds_any(&named, words))
}

/// "Antalet besök följs uppdelat på kön", "ska i genomsnitt vara högst 14 dagar": what is
/// followed with a measure or a value.
fn followed(sentence: &str, style: &IndicatorWords) -> bool {
    let said = folded(sentence);
    let measure = holds_any(&said, &style.measure);
    let valued = || target_only(sentence).is_some() || start_only(sentence).is_some();
    (holds_any(&said, &style.followed) && (measure || valued()))
        || (measure && target_only(sentence).is_some())
}

/// The rows of a table whose first column holds indicators.
pub(crate) fn of_table(table: &Table, book: &Book<'_>, year: Option<i32>) -> Vec<Indicator> {
    let style = &book.style.indicators;
    let headings = Headings::of(table, book, year, &[]);
    let told = headings.target.is_some() && headings.baseline.is_some();
    let label = folded(&table.label_heading);
    let labelled = style.labels.iter().any(|own| folded(own) == label);
    let captioned = || {
        let caption = table.caption.as_ref().map(|caption| folded(&caption.text)).unwrap_or_default();
        headings.target.is_some() && (holds_any(&caption, &style.words))
    };
    if !(labelled || holds_any(&label, &style.words) || told || captioned()) {
        return Vec::new();
    }
    let rows = table.rows.iter().filter(|row| row.cells.iter().any(|cell| cell.printed.is_some()));
    let mut found: Vec<Indicator> = Vec::new();
    for row in rows {
        match found.last_mut() {
            Some(before) if is_sex(&row.label.text, style) => before.by_sex = true,
            _ => found.push(headings.indicator(row, row.label.clone(), book)),
        }
    }
    found
}

/// "Kvinnor", "varav flickor": a part of the row above.
fn is_sex(label: &str, style: &IndicatorWords) -> bool {
    let label = folded(label.trim_start_matches(['-', '\u{2013}', ' ']));
    let bare = label.trim_start_matches("varav ").trim_start_matches("därav ");
    style.sexes.iter().any(|sex| bare == sex)
}

/// What the columns of a table with indicators hold.
pub(crate) struct Headings {
    folded: Vec<String>,
    target: Option<usize>,
    baseline: Option<usize>,
    /// Columns that hold no figure of the indicator: names, and those of one sex.
    aside: Vec<usize>,
    by_sex: bool,
    due: Option<DayRange>,
}

impl Headings {
    /// By the headings; `named` are the columns of names.
    pub fn of(table: &Table, book: &Book<'_>, year: Option<i32>, named: &[Option<usize>]) -> Self {
        let style = &book.style.indicators;
        let folded: Vec<String> = table.columns.iter().map(|column| folded(&column.heading.text)).collect();
        let of_sex = |column: &usize| has_sex(&folded[*column], style);
        let sexed: Vec<usize> = (0..folded.len()).filter(of_sex).collect();
        let aside: Vec<usize> = named.iter().flatten().copied().chain(sexed.iter().copied()).collect();
        let own_year = |column: &usize| year.is_some_and(|year| folded[*column].contains(&year.to_string()));
        let aims = |column: &usize| !aside.contains(column) && is_aim(&folded[*column]);
        let columns = || 0..folded.len();
        let target = columns().find(|it| aims(it) && own_year(it)).or_else(|| columns().find(aims));
        let starts = |column: &usize| {
            let starts = ["nuläge", "utgångs", "startvärde"];
            !aside.contains(column) && starts.iter().any(|word| folded[*column].starts_with(word))
        };
        let due = target.and_then(|column| {
            dates::first_range(&format!(
                "under {}",
                table.columns[column].heading.text.split(' ').next_back()?
            ))
        });
        Headings { target, baseline: columns().find(starts), by_sex: !sexed.is_empty(), due, aside, folded }
    }

    /// The indicator that a row names: the last figure before the target is where it starts.
    pub fn indicator(&self, row: &Row, text: TextAt, book: &Book<'_>) -> Indicator {
        let plain = |column: usize| row.cells.get(column)?.value.as_ref().map(Quantity::plain);
        let aims = |column: usize| self.folded.get(column).is_some_and(|heading| is_aim(heading));
        let mut before = (0..self.target.unwrap_or(row.cells.len()))
            .rev()
            .filter(|it| !aims(*it) && !self.aside.contains(it));
        let start = self.baseline.and_then(plain).or_else(|| before.find_map(plain));
        let unit = unit_of(&text.text);
        let read = indicator(text, &book.style.indicators);
        let aimed = self.target.and_then(plain);
        let measured = (start.is_some() || aimed.is_some()) && read.kind == IndicatorKind::Activity;
        Indicator {
            kind: if measured { IndicatorKind::Measure } else { read.kind },
            baseline: start,
            target: aimed,
            unit: read.unit.clone().or(unit),
            due: self.due.clone().map(|due| DayRange { text: due.text.replace("under ", ""), ..due }),
            by_sex: read.by_sex || self.by_sex,
            ..read
        }
    }
}

fn is_aim(heading: &str) -> bool {
    ["mål", "önskat"].iter().any(|word| heading.starts_with(word))
}

/// Whether a heading names one sex ("Utfall kvinnor").
fn has_sex(heading: &str, style: &IndicatorWords) -> bool {
    heading.split(' ').any(|word| style.sexes.iter().any(|sex| word.trim_matches([',', '(', ')']) == sex))
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
    let target = target.or_else(|| before_dated(&text.text));
    let start = values.as_ref().map(|values| values.0.clone()).or_else(|| start_only(&text.text));
    let start = start.or_else(|| dated_start(&text.text, style));
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
        source: source_of(&text.text, style),
        known: known_from(&text.text, style),
        span: text.span,
        text: text.text,
    }
}

/// "hämtas från Skolverket", "källa: egen mätning": the words up to the next sign.
fn source_of(text: &str, style: &IndicatorWords) -> Option<String> {
    let lower = text.to_lowercase();
    let at =
        style.sources.iter().filter_map(|word| lower.find(word.as_str()).map(|at| at + word.len())).min()?;
    let rest = text.get(at..)?.trim_start();
    let end = [",", ";", ")", ". ", " och blir", " och är"].iter().filter_map(|sign| rest.find(sign)).min();
    let name = rest[..end.unwrap_or(rest.len())].trim_end_matches('.').trim();
    (!name.is_empty() && name.len() < 80).then(|| name.to_owned())
}

/// "blir känd i september": the day that an outcome is known.
fn known_from(text: &str, style: &IndicatorWords) -> Option<DayRange> {
    let lower = text.to_lowercase();
    let at = style.known.iter().filter_map(|word| lower.find(word.as_str())).min()?;
    let day = dates::first_range(text.get(at..)?)?;
    (day.text.chars().any(char::is_alphabetic)).then_some(day)
}

fn kind(folded: &str, measured: bool, style: &IndicatorWords) -> IndicatorKind {
    let has = |words: &[String]| holds_any(folded, words);
    match () {
        () if has(&style.borrowed) => IndicatorKind::Borrowed,
        () if has(&style.qualitative) => IndicatorKind::Qualitative,
        () if has(&style.weighed) => IndicatorKind::Weighed,
        () if style.judged.iter().any(|word| folded.starts_with(word.as_str())) => IndicatorKind::Qualitative,
        () if has(&style.key_figure) => IndicatorKind::KeyFigure,
        () if measured || has(&style.measure) => IndicatorKind::Measure,
        () => IndicatorKind::Activity,
    }
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
    let Some(colon) = sentence.find(':').filter(|at| holds_any(&folded(&sentence[..=*at]), words)) else {
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
    fn where_it_starts_may_be_told_by_its_year() {
        for (text, start, target) in [
            ("Andel nöjda gäster (71 % 2030, mål 75 % 2031)", "71", "75"),
            ("Antal lånade cyklar (2029: 212, mål: 300)", "212", "300"),
            ("Resor med cykel: 50 procent (38 procent 2030).", "38", "50"),
            ("Väntetid i kön, dagar 8,9 (2029), målvärde 8,0 (2031)", "8.9", "8.0"),
            ("Kostnad per resa 412 kr (2031), mål högst 330 kr", "412", "330"),
            ("Det följs genom avfallet, som var 3,4 ton 2029. Målvärdet för 2032 är 2,9 ton.", "3.4", "2.9"),
            ("Svinnet mäts i gram. Utgångsläget är 54 gram 2030 och målet är högst 46 gram.", "54", "46"),
            ("Indikator: nöjda gäster, utgångsvärde 2030 56, målvärde 60.", "56", "60"),
        ] {
            let read = read(text);
            assert_eq!(
                (read.baseline.as_deref(), read.target.as_deref()),
                (Some(start), Some(target)),
                "{text}"
            );
        }
        assert_eq!(read("Den 1 mars 2031, ska minst 80 procent vara klart.").baseline, None);
    }

    #[test]
    fn sentences_that_only_give_values_belong_to_the_one_before() {
        let style = HouseStyle::standard().indicators;
        let text =
            "Målet följs genom avfallet, som var 3 ton 2029. Målvärdet för 2032 är 2 ton. Nämnden deltar.";
        let texts: Vec<&str> = together(text, &style).into_iter().map(|range| &text[range]).collect();
        assert_eq!(texts.len(), 2, "{texts:?}");
        assert!(texts[0].trim_end().ends_with("är 2 ton."), "{texts:?}");
    }

    #[test]
    fn what_is_followed_needs_a_measure_or_a_value() {
        let style = HouseStyle::standard().indicators;
        for (text, told) in [
            ("Antalet besök i simhallen följs uppdelat på kön.", true),
            ("Väntetiden för bygglov ska i genomsnitt vara högst 14 dagar.", true),
            ("Arbetet följs genom samtal med föreningarna.", false),
            ("Antalet möten har varit stort.", false),
        ] {
            assert_eq!(followed(text, &style), told, "{text}");
        }
        assert!(is_labelled("Indikator 2: nöjda gäster, målvärde 60.", &style));
        assert!(!is_labelled("Indikator:", &style));
    }

    #[test]
    fn years_are_no_values() {
        assert_eq!(read("Indikatorn följs från 2030 till 2031.").baseline, None);
    }
}
