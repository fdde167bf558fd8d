//! "Minst 60 procent. Utfall 65 procent. Målet är inte uppfyllt."

use crate::in_words::counts;
use crate::judged_rows::{self, Contradicted};
use crate::numbered::noun;
use crate::place;
use crate::prose::{Passage, locate};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_domain::quantity::Unit;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::prose::Found;
use uppsikt_text::sentence::sentences;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "verdict-against-its-figures",
        code: "BED-007",
        family: Family::Assessment,
        severity: Severity::Warning,
        rests_on: "Bedömningen och dess siffror ska säga samma sak.",
        page_sv: include_str!("verdict_against_its_figures.sv.md"),
        page_en: include_str!("verdict_against_its_figures.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_sheet).collect()
}

fn of_sheet(sheet: &Sheet<'_>) -> Vec<Finding> {
    let judged = sheet.said().iter().filter(|(_, sentence)| verdict(sentence).is_some());
    let mut found: Vec<Finding> =
        judged.filter_map(|(passage, sentence)| of_passage(sheet, passage, sentence)).collect();
    let tables = sheet.document.tables().into_iter();
    let rows = tables.flat_map(|(_, table)| judged_rows::contradicted(table));
    found.extend(rows.map(|row| tell_row(sheet.document, &row)));
    found
}

fn tell_row(document: &Document, row: &Contradicted<'_>) -> Finding {
    Finding {
        confidence_percent: 85,
        found: verbatim(row.verdict.printed.clone().unwrap_or_default()),
        expected: Message::new("rule-verdict-against-its-figures-expected")
            .with("outcome", row.outcome)
            .with("asked", row.asked),
        advice: Message::new("rule-verdict-against-its-figures-try"),
        ..RULE.about.finding(
            place::at(document, row.verdict.span),
            Message::new("rule-verdict-against-its-figures-says"),
        )
    }
}

/// "Målet är uppfyllt": whether it is, in a sentence that says nothing else.
fn verdict(sentence: &str) -> Option<bool> {
    let rest = sentence.trim().trim_end_matches('.').strip_prefix("Målet ")?;
    let rest = rest.strip_prefix("är ").or_else(|| rest.strip_prefix("blev "))?;
    let (is_met, word) = match rest.strip_prefix("inte ").or_else(|| rest.strip_prefix("ej ")) {
        Some(word) => (false, word),
        None => (true, rest),
    };
    ["uppfyllt", "uppnått", "nått"].contains(&word).then_some(is_met)
}

/// The verdict, where the two sentences before it ask for something and tell what became of it, each with
/// one figure of the same unit.
fn of_passage(sheet: &Sheet<'_>, passage: &Passage<'_>, judged: &str) -> Option<Finding> {
    let all = sentences(passage.text);
    let at = all.iter().position(|sentence| *sentence == judged)?;
    let [asking, telling] = all.get(at.checked_sub(2)?..at)? else { return None };
    let (asked, at_least) = asked(asking)?;
    let outcome = only_figure(telling).filter(|_| telling.lower().contains("utfall"))?;
    let (least, reached) = (asked.quantity.value(), outcome.quantity.value());
    let is_met = if at_least { reached >= least } else { reached <= least };
    let same =
        asked.quantity.unit == outcome.quantity.unit && counted(asking, &asked) == counted(telling, &outcome);
    let off = same && Some(is_met) != verdict(judged);
    off.then(|| tell(sheet, passage, judged, [printed(asking, &asked), printed(telling, &outcome)]))
}

/// "Minst 60 procent", "högst 5 dagar": the figure, and whether it is the least.
fn asked(sentence: &str) -> Option<(Found, bool)> {
    let lower = sentence.lower();
    let at_least = match (lower.contains("minst "), lower.contains("högst ")) {
        (true, false) => true,
        (false, true) => false,
        _ => return None,
    };
    only_figure(sentence).map(|figure| (figure, at_least))
}

/// The only figure of a sentence, of a unit or of something that is counted.
fn only_figure(sentence: &str) -> Option<Found> {
    let [figure] = <[Found; 1]>::try_from(counts(sentence)).ok()?;
    (figure.quantity.unit != Unit::None || counted(sentence, &figure).is_some()).then_some(figure)
}

/// What a figure without a unit counts.
fn counted(sentence: &str, figure: &Found) -> Option<String> {
    noun(sentence, figure).filter(|_| figure.quantity.unit == Unit::None)
}

/// A figure with its unit or what it counts.
fn printed(sentence: &str, figure: &Found) -> String {
    let number = &sentence[figure.range.clone()];
    counted(sentence, figure).map_or_else(|| number.to_owned(), |noun| format!("{number} {noun}"))
}

fn tell(sheet: &Sheet<'_>, passage: &Passage<'_>, judged: &str, [asked, outcome]: [String; 2]) -> Finding {
    let at = locate(sheet.document, passage.span, judged);
    Finding {
        confidence_percent: 85,
        found: verbatim(judged),
        expected: Message::new("rule-verdict-against-its-figures-expected")
            .with("outcome", outcome)
            .with("asked", asked),
        advice: Message::new("rule-verdict-against-its-figures-try"),
        ..RULE
            .about
            .finding(place::at(sheet.document, at), Message::new("rule-verdict-against-its-figures-says"))
    }
}
