//! Something that is to come in a year that has passed.

use crate::place;
use crate::prose::{Passage, locate, words};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use chrono::Datelike;
use std::ops::Range;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::indicator::DayRange;
use uppsikt_domain::place::Span;
use uppsikt_domain::section::SectionKind;
use uppsikt_domain::words::Words;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::dates::ranges;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "planned-year-past",
        code: "KON-015",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "Ett dokument gäller sitt eget år.",
        page_sv: include_str!("planned_year_past.sv.md"),
        page_en: include_str!("planned_year_past.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(|sheet| of_sheet(sheet, &picture.structure.words)).collect()
}

fn of_sheet(sheet: &Sheet<'_>, words: &Words) -> Vec<Finding> {
    let document = sheet.document;
    let plans = [DocumentKind::CommitteeBudget, DocumentKind::CouncilBudget];
    let Some(year) = document.year.filter(|_| document.kind.is_report() || plans.contains(&document.kind))
    else {
        return Vec::new();
    };
    let asked = Asked { words, year, kind: document.kind };
    let mut found = Vec::new();
    for (passage, sentence) in sheet.said() {
        // Most sentences name no year.
        if sentence.bytes().filter(u8::is_ascii_digit).count() >= 4 {
            let past = asked.past(sentence, passage.is_in(SectionKind::YearPlan));
            let told = past.map(|range| tell(document, passage, &sentence[range]));
            let going_on = || {
                asked.going_on(passage, sentence).map(|range| Finding {
                    severity: Severity::Note,
                    confidence_percent: 55,
                    ..tell(document, passage, &sentence[range])
                })
            };
            found.extend(told.or_else(going_on));
        }
    }
    if !asked.kind.is_report() {
        found.extend(targets(document, year));
    }
    // An indicator is told in a sentence too.
    found.dedup_by(|later, earlier| later.at.span.at.line == earlier.at.span.at.line);
    found
}

/// Targets of a plan that are to be reached before it begins.
fn targets(document: &Document, year: i32) -> Vec<Finding> {
    let sections = document.all_sections();
    let indicators = sections.iter().flat_map(|section| &section.indicators);
    let due = indicators.filter(|it| it.target.is_some()).filter_map(|it| Some((it, it.due.as_ref()?)));
    let past = due.filter(|(it, due)| due.to.year() < year && is_target_of(&it.text, due.to.year()));
    past.map(|(it, due)| told(document, locate(document, it.span, &due.text), &due.text)).collect()
}

/// Whether the year stands after the words for a target, and once.
fn is_target_of(text: &str, year: i32) -> bool {
    let lower = text.lower();
    let year = year.to_string();
    let after = lower.find("målvärde").or_else(|| lower.find("mål ")).map(|at| &lower[at..]);
    after.is_some_and(|rest| rest.contains(&year)) && lower.matches(&year).count() == 1
}

/// What a document of a year is asked.
struct Asked<'w> {
    words: &'w Words,
    year: i32,
    kind: DocumentKind,
}

impl Asked<'_> {
    /// Where a sentence names a time that has passed for something that is to come.
    fn past(&self, sentence: &str, in_year_plan: bool) -> Option<Range<usize>> {
        let lower = sentence.lower();
        if lower.len() != sentence.len() {
            return None;
        }
        self.moved(&lower).or_else(|| self.forecast(&lower)).or_else(|| self.told(&lower)).or_else(|| {
            let ranges = ranges(sentence).into_iter();
            let mut past = ranges.filter(|(_, day)| self.is_past(day, in_year_plan));
            past.find(|(at, _)| self.is_planned(&lower, at)).map(|(at, _)| at)
        })
    }

    /// Whether days have passed when the document's year begins; for a plan, when it was written,
    /// unless it stands in the plan for the year itself. Spans of years are of something else.
    fn is_past(&self, day: &DayRange, in_year_plan: bool) -> bool {
        let before = self.year - day.to.year();
        // A plan is adopted late in the autumn: a day before that is past, a season may be going on.
        let last = if day.from == day.to { LAST_MONTH_OF_DAYS } else { LAST_MONTH_BEFORE_WRITING };
        let written = self.kind.is_report() || in_year_plan || day.to.month() <= last;
        day.to.year() - day.from.year() == 0 && (before > 1 || before == 1 && written)
    }

    /// "Under 2024 ska …", "ska … under 2024", "klart senast 2024".
    fn is_planned(&self, lower: &str, at: &Range<usize>) -> bool {
        let (before, after) = (&lower[..at.start], &lower[at.end..]);
        // "Den under 2024 antagna planen" is another's time.
        let attributes = ["den", "det", "de"];
        let is_attribute = words(before).last().is_some_and(|word| attributes.contains(&word.as_str()));
        if is_attribute && lower[at.start..].starts_with(char::is_alphabetic) {
            return false;
        }
        let is_planned = |word: &str| self.words.planned.iter().any(|planned| planned == word);
        let opens = words(before).iter().all(|word| OPENINGS.contains(&word.as_str()));
        if opens && words(after).first().is_some_and(|word| is_planned(word)) {
            return true;
        }
        let clause = before.rsplit([',', ';', ':', '(', '\u{2013}']).next().unwrap_or(before);
        let clause = words(clause);
        let is_aside = |word: &String| self.words.aside_words.contains(word);
        let planned = clause.iter().rposition(|word| is_planned(word));
        let in_clause = planned.is_some_and(|from| !clause[from + 1..].iter().any(is_aside));
        let latest = clause.iter().rev().take(2).any(|word| word == "senast")
            || lower[at.clone()].starts_with("senast");
        let owed = self.words.owed.iter().any(|word| lower.contains(word.as_str()));
        in_clause || latest && owed && !self.looks_back(lower)
    }

    /// "Under 2025 kommer vi att …" in a plan for 2026: the year is going on when the plan is written, but what is told
    /// is to come, and nothing beside it is of the plan's own year.
    fn going_on(&self, passage: &Passage<'_>, sentence: &str) -> Option<Range<usize>> {
        let was = format!("Under {}", self.year - 1);
        let rest = sentence.strip_prefix(was.as_str())?;
        let told = words(rest);
        let next =
            told.first().filter(|word| ["kommer", "ska", "planerar", "avser"].contains(&word.as_str()))?;
        let to_come = next != "kommer" || told.iter().take(4).any(|word| word == "att");
        let own = passage.text.contains(&self.year.to_string());
        let ends = ["slutför", "avsluta", "färdig", "klar", "fortsätt", "fortsatt"];
        let lasts = ends.iter().any(|word| rest.lower().contains(word)) || self.looks_back(&rest.lower());
        let is_plan = !self.kind.is_report() && !passage.is_in(SectionKind::Development);
        (is_plan && to_come && !own && !lasts).then_some(0..was.len())
    }

    fn looks_back(&self, lower: &str) -> bool {
        self.words.looks_back.iter().any(|word| lower.contains(word.as_str()))
    }

    /// "Flyttas till 2025" in a report for 2025: not to a time of that year, but to the year.
    fn moved(&self, lower: &str) -> Option<Range<usize>> {
        let told = self.words.moved.iter().filter(|_| self.kind.is_report());
        let mut at = told.filter_map(|words| Some(lower.find(words.as_str())? + words.len()));
        at.find_map(|at| year_right_after(lower, at, |year| year <= self.year))
    }

    /// "Rapporten avser helåret 2024" in a report for 2025.
    fn told(&self, lower: &str) -> Option<Range<usize>> {
        const OF: [&str; 7] = [
            "rapporten avser",
            "rapporten gäller",
            "redovisningen avser",
            "analysen avser",
            "bedömningen avser",
            "bedömningarna avser",
            "den avser",
        ];
        // Few sentences say what they are of.
        if !self.kind.is_report() || !(lower.contains("avser ") || lower.contains("gäller ")) {
            return None;
        }
        let told = OF.iter().filter(|_| !self.looks_back(lower));
        let mut at = told.filter_map(|words| Some(lower.find(words)? + words.len()));
        at.find_map(|at| {
            let whole = ["helåret", "hela året", "året"]
                .iter()
                .find(|whole| lower[at..].trim_start().starts_with(**whole));
            year_right_after(lower, at + whole.map_or(0, |whole| whole.len() + 1), |year| year < self.year)
        })
    }

    /// "Prognosen för 2024" in an interim report for 2025.
    fn forecast(&self, lower: &str) -> Option<Range<usize>> {
        let interim = matches!(self.kind, DocumentKind::InterimReport | DocumentKind::CityInterimReport);
        let told = self.words.forecasts.iter().filter(|_| interim && !self.looks_back(lower));
        let mut at = told.filter_map(|words| Some(lower.find(words.as_str())? + words.len()));
        at.find_map(|at| year_right_after(lower, at, |year| year < self.year))
    }
}

/// A plan is written in the autumn: what was to be done before it is past.
const LAST_MONTH_BEFORE_WRITING: u32 = 6;
const LAST_MONTH_OF_DAYS: u32 = 9;

/// Words that may stand before a time that opens a sentence.
const OPENINGS: [&str; 12] =
    ["under", "i", "senast", "den", "hela", "redan", "från", "och", "med", "till", "vid", "början"];

/// A bare year that follows at once, maybe after "år", and no month or budget of it.
fn year_right_after(lower: &str, at: usize, fits: impl Fn(i32) -> bool) -> Option<Range<usize>> {
    let rest = lower[at..].strip_prefix(' ')?;
    let bare = rest.strip_prefix("år ").unwrap_or(rest);
    let start = lower.len() - bare.len();
    let year: i32 = bare.get(..4)?.parse().ok()?;
    let ends = !bare[4..].starts_with(" års")
        && !bare[4..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '\u{2013}' | '/'));
    (ends && (1990..2100).contains(&year) && fits(year)).then_some(start..start + 4)
}

fn tell(document: &Document, passage: &Passage<'_>, words: &str) -> Finding {
    told(document, locate(document, passage.span, words), words)
}

fn told(document: &Document, span: Span, words: &str) -> Finding {
    let year = document.year.map_or_else(String::new, |it| it.to_string());
    Finding {
        confidence_percent: 78,
        found: verbatim(words),
        expected: Message::new("rule-planned-year-past-expected").with("year", year),
        advice: Message::new("rule-planned-year-past-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-planned-year-past-says"))
    }
}
