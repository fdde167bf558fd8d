//! What a sentence, an item or the label of a row says of an indicator: kind, values, days, source.

use super::kolada;
use super::labelled::labelled;
use super::valued::{Valued, valued};
use crate::book::folded;
use crate::style::IndicatorWords;
use crate::tables::tail::is_year;
use crate::values::{
    before_dated, dated_start, figure_at, from_to, outcome, start_only, target_only, target_year, two_dated,
    unit_beside, was,
};
use crate::words::holds_any;
use std::ops::Range;
use uppsikt_domain::indicator::{DayRange, InWords, Indicator, IndicatorKind, Sexes};
use uppsikt_domain::place::TextAt;
use uppsikt_text::{dates, figure};

/// "Sjukfrånvaro, procent": the word after the last comma.
pub(super) fn unit_of(label: &str) -> Option<String> {
    let word = label.rsplit_once(", ")?.1.trim_end_matches('.');
    let known =
        figure::unit(word).is_some() || matches!(word, "antal" | "index" | "tusental" | "dagar" | "timmar");
    known.then(|| figure::unit(word).map_or(word.to_owned(), |unit| unit.code().to_owned()))
}

/// An indicator that may give two values with their years and nothing that says what is aimed at: the later
/// is, where its year is still to come in a document of the `year` that is a `plan` or not.
pub(super) fn dated_indicator(
    text: TextAt,
    style: &IndicatorWords,
    year: Option<i32>,
    plan: bool,
) -> Indicator {
    let printed = text.text.clone();
    let mut read = indicator(text, style);
    let to_come = |due: &DayRange| due.text.parse().is_ok_and(|to: i32| year.is_none_or(|year| to >= year));
    let aimed =
        read.target.as_deref().and_then(|target| target_year(&printed, target, style)).filter(to_come);
    // A day before the year of what is aimed at is that of another value.
    if let Some(aimed) = aimed.filter(|aimed| read.due.as_ref().is_none_or(|due| due.to < aimed.from)) {
        read.due = Some(aimed);
    }
    if read.target.is_some() && read.baseline.is_some() {
        return read;
    }
    let ahead = |to: i32| year.is_some_and(|year| to > year || (plan && to == year));
    let Some((start, target, to)) = two_dated(&read.text).filter(|told| ahead(told.2)) else { return read };
    if read.kind == IndicatorKind::Activity {
        read.kind = IndicatorKind::Measure;
    }
    read.unit = read.unit.or_else(|| unit_beside(&read.text, &target, style));
    read.due = dates::first_range(&format!("under {to}")).map(|due| DayRange { text: to.to_string(), ..due });
    Indicator { baseline: Some(start), target: Some(target), ..read }
}

pub(super) fn indicator(text: TextAt, style: &IndicatorWords) -> Indicator {
    match valued(&text.text, style).or_else(|| labelled(&text.text, style)) {
        Some(told) => named(text, told, style),
        None => told_in(text, style),
    }
}

/// An indicator whose name stands before its values; what it is called is the name.
fn named(text: TextAt, told: Valued, style: &IndicatorWords) -> Indicator {
    let name = text.text[..told.name].to_owned();
    let read = told_in(text, style);
    Indicator {
        text: name,
        baseline: told.start.or(read.baseline),
        target: told.target.or(read.target),
        unit: told.unit.or(read.unit),
        ..read
    }
}

/// An indicator as a sentence or an item tells of it.
fn told_in(text: TextAt, style: &IndicatorWords) -> Indicator {
    let folded = folded(&text.text);
    let values = from_to(&text.text);
    let target = values.as_ref().map(|values| values.1.clone()).or_else(|| target_only(&text.text));
    let target = target.or_else(|| before_dated(&text.text));
    let start = values.as_ref().map(|values| values.0.clone()).or_else(|| start_only(&text.text));
    let start = start.or_else(|| dated_start(&text.text, style));
    let measured = target.is_some();
    let start = start.or_else(|| outcome(&text.text).filter(|_| measured));
    let start =
        start.or_else(|| was(&text.text, style).filter(|start| measured && Some(start) != target.as_ref()));
    let due = due(&text.text, target.as_deref(), style);
    let sexes = of_both_sexes(&text.text, style);
    let unit = values.and_then(|values| values.2);
    let valued = || unit_beside(&text.text, target.as_deref().or(start.as_deref())?, style);
    let unit = unit.or_else(valued);
    Indicator {
        kind: kind(&folded, measured, style),
        baseline: start,
        target,
        unit,
        in_words: InWords::default(),
        due,
        by_sex: by_sex(&text.text, style) || sexes.is_some(),
        sexes,
        source: source_in(&text.text, style),
        known: known_from(&text.text, style),
        span: text.span,
        text: text.text,
    }
}

/// Whether a text says that something is followed for women and men.
pub(super) fn by_sex(text: &str, style: &IndicatorWords) -> bool {
    let said = folded(text);
    let named = |women: bool| {
        said.split(|c: char| !c.is_alphabetic()).any(|word| {
            let sex = style.sexes.iter().any(|own| own == word) && word != "man";
            sex && style.women.iter().any(|own| own == word) == women
        })
    };
    holds_any(&said, &style.by_sex) || (named(true) && named(false))
}

/// Where a text says that a figure comes from: by name, else by its code in Kolada.
pub(super) fn source_in(text: &str, style: &IndicatorWords) -> Option<String> {
    source_of(text, style).or_else(|| kolada::code_in(text).map(str::to_owned))
}

/// A measure that is taken from where key figures are is one.
pub(super) fn kind_of_source(kind: IndicatorKind, text: &str, style: &IndicatorWords) -> IndicatorKind {
    let public = kind == IndicatorKind::Measure && holds_any(&folded(text), &style.key_figure);
    if public { IndicatorKind::KeyFigure } else { kind }
}

/// The day after "senast", else the first that is not of an earlier value, else the year after "till".
fn due(text: &str, target: Option<&str>, style: &IndicatorWords) -> Option<DayRange> {
    let last = text.find("senast").and_then(|at| dates::first_range(&text[at..]));
    let ranges = || dates::ranges(text).into_iter();
    let aimed =
        || ranges().find(|(at, _)| target.is_some() && is_aimed_at(text, at, style)).map(|(_, day)| day);
    let named =
        || ranges().find(|(at, _)| target.is_some() && !is_of_value(text, at, style)).map(|(_, day)| day);
    last.or_else(aimed).or_else(named).or_else(|| until(text, target?))
}

/// "till 2031", "fram till och med 2031": the year until which a target is to be reached, which is no
/// target itself.
fn until(text: &str, target: &str) -> Option<DayRange> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let year = |word: &str| -> Option<String> {
        let bare = word.trim_end_matches(['.', ',', ';', ')']);
        (is_year(bare) && bare != target).then(|| bare.to_owned())
    };
    let named = (0..words.len()).filter(|at| words[*at] == "till").find_map(|at| {
        let more = if words.get(at + 1..at + 3) == Some(&["och", "med"]) { 3 } else { 1 };
        let year = year(words.get(at + more)?)?;
        Some((format!("{} {year}", words[at..at + more].join(" ")), year))
    });
    let (printed, year) = named?;
    dates::first_range(&format!("under {year}")).map(|range| DayRange { text: printed, ..range })
}

/// "(flickor 86,0, pojkar 82,4)": the value of each sex stands beside its name.
pub(super) fn of_both_sexes(text: &str, style: &IndicatorWords) -> Option<Sexes> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &str| folded(word.trim_matches(|c: char| !c.is_alphanumeric()));
    let value = |at: usize| figure_at(&words, at).map(|(value, _)| value).filter(|value| !is_year(value));
    let of = |women: bool| {
        let named = |at: &usize| {
            let word = bare(words[*at]);
            style.sexes.contains(&word) && style.women.contains(&word) == women
        };
        (0..words.len()).filter(named).find_map(|at| value(at + 1))
    };
    Some(Sexes { women: of(true)?, men: of(false)? })
}

/// "år 2030: 71", "(71 år 2030)", "utfallet 2030 var 71": the day is that of a value.
fn is_of_value(text: &str, at: &Range<usize>, style: &IndicatorWords) -> bool {
    let before = folded(text[..at.start].rsplit([',', ';', '.', '(']).next().unwrap_or_default());
    let bracketed = text[..at.start].rfind('(') > text[..at.start].rfind(')');
    let valued = bracketed && before.contains(|c: char| c.is_ascii_digit()) && !before.contains("mål");
    let told = before.split(' ').any(|word| {
        style.outcomes.iter().any(|own| word == own || (own.len() > 3 && word.starts_with(own.as_str())))
    });
    valued || told || text[at.end..].starts_with(':')
}

/// "mål 90 000 år 2031": the words between the last sign and the day open with what is aimed at.
fn is_aimed_at(text: &str, at: &Range<usize>, style: &IndicatorWords) -> bool {
    let before = folded(text[..at.start].rsplit([',', ';', '.', '(']).next().unwrap_or_default());
    let first = before.split(' ').next().unwrap_or_default().trim_end_matches(':');
    !first.starts_with("målet") && style.targets.iter().any(|own| first.starts_with(own.as_str()))
}

/// What ends the words for a source.
const SOURCE_ENDS: [&str; 11] = [
    ",",
    ";",
    ")",
    ". ",
    " och blir",
    " och är",
    " och publiceras",
    " och redovisas",
    " och presenteras",
    " och utfall",
    " och finns",
];

/// "hämtas från Skolverket", "källa: egen mätning": the words up to the next sign.
fn source_of(text: &str, style: &IndicatorWords) -> Option<String> {
    let lower = text.to_lowercase();
    let at =
        style.sources.iter().filter_map(|word| lower.find(word.as_str()).map(|at| at + word.len())).min()?;
    let rest = text.get(at..)?.trim_start();
    let end = SOURCE_ENDS.iter().filter_map(|sign| rest.find(sign)).min();
    let name = rest[..end.unwrap_or(rest.len())].trim_end_matches('.').trim();
    (!name.is_empty() && name.len() < 80).then(|| name.to_owned())
}

/// "blir känd i september": the day that an outcome is known.
pub(super) fn known_from(text: &str, style: &IndicatorWords) -> Option<DayRange> {
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
    fn a_figure_in_thousands_with_its_year_is_whole() {
        for (text, start, target) in [
            ("Antal bad, 1 305 (2030), ska öka", Some("1305"), None),
            ("Antal bad 84 000 (2030), ska öka", Some("84000"), None),
            ("Antal bad, 1 203 450 (2030)", Some("1203450"), None),
            ("Antal bad: 84 000 år 2030, mål 90 000 år 2032", Some("84000"), Some("90000")),
            ("Antal bad (2030: 1 305, mål: 1 400)", Some("1305"), Some("1400")),
        ] {
            let read = read(text);
            assert_eq!((read.baseline.as_deref(), read.target.as_deref()), (start, target), "{text}");
        }
        let bathers = read("Antal bad: 84 000 år 2030, mål 90 000 år 2032");
        assert_eq!((bathers.text.as_str(), bathers.due.unwrap().text.as_str()), ("Antal bad", "år 2032"));
    }

    #[test]
    fn of_two_values_with_years_the_one_to_come_is_aimed_at() {
        let style = HouseStyle::standard().indicators;
        let read = |text: &str, year: i32, plan: bool| {
            dated_indicator(TextAt::new(text, Default::default()), &style, Some(year), plan)
        };
        for (text, start, target, unit) in [
            ("Antal medlemmar, 12 450 (2030), 13 000 (2032)", "12450", "13000", None),
            ("El per meter, 168 kWh/m² (2029) \u{2192} 150 kWh/m² (2033)", "168", "150", Some("kWh/m²")),
            ("Kö till bad, 2029: 14 veckor, 2032: högst 8 veckor", "14", "8", Some("veckor")),
        ] {
            let read = read(text, 2032, true);
            assert_eq!(
                (read.baseline.as_deref(), read.target.as_deref()),
                (Some(start), Some(target)),
                "{text}"
            );
            assert_eq!((read.unit.as_deref(), read.kind), (unit, IndicatorKind::Measure), "{text}");
        }
        assert_eq!(read("Antal bad, 12 450 (2030), 13 000 (2032)", 2033, true).target, None);
        assert_eq!(read("Antal bad, 12 450 (2030), 13 000 (2032)", 2032, false).target, None);
    }

    #[test]
    fn the_unit_stands_with_the_figure() {
        for (text, unit) in [
            ("Andelen simkunniga ska vara minst 95 procent senast 2032.", Some("procent")),
            ("Andel nöjda, 71,5 % (2030), ska öka", Some("procent")),
            ("Antal bad, 1 305 (2030), ska öka", None),
            ("Antal bad ska vara minst 2 500 i alla delar", None),
        ] {
            assert_eq!(read(text).unit.as_deref(), unit, "{text}");
        }
    }

    #[test]
    fn the_year_after_till_is_when_and_no_value() {
        for (text, target, due) in [
            ("Antalet fall ska minska från 1 205 till 940 till 2033.", "940", Some("till 2033")),
            (
                "Andelen öppna dammar ska öka från 61 till 70 till och med 2032.",
                "70",
                Some("till och med 2032"),
            ),
            ("Andel öppna dammar: nuläge 61, mål 70 senast 2032.", "70", Some("senast 2032")),
            ("Besöken ska öka från 1 400 till 2 031 per dag.", "2031", None),
        ] {
            let read = read(text);
            assert_eq!(
                (read.target.as_deref(), read.due.map(|due| due.text).as_deref()),
                (Some(target), due),
                "{text}"
            );
            assert_eq!(read.unit.filter(|unit| unit.contains("20")), None, "{text}");
        }
    }

    #[test]
    fn a_code_of_kolada_is_where_a_figure_comes_from() {
        let told = read("Andel som simmar (N31742) ska öka från 71,5 till 80 procent.");
        assert_eq!((told.source.as_deref(), told.target.as_deref()), (Some("N31742"), Some("80")));
        let listed = read("Andel nöjda badgäster: U18204, utfall 71, mål 75");
        assert_eq!(
            (listed.text.as_str(), listed.source.as_deref()),
            ("Andel nöjda badgäster", Some("U18204"))
        );
        assert_eq!((listed.baseline.as_deref(), listed.target.as_deref()), (Some("71"), Some("75")));
    }

    #[test]
    fn a_value_for_each_sex_is_by_sex() {
        let share = read("Andel som simmar ska öka från 71,5 till 80 procent (flickor 74,0, pojkar 69,1)");
        assert!(share.by_sex && share.target.as_deref() == Some("80"));
        assert!(!read("Antalet kvinnor 2031 ska öka till 40.").by_sex);
    }

    #[test]
    fn years_are_no_values() {
        assert_eq!(read("Indikatorn följs från 2030 till 2031.").baseline, None);
    }
}
