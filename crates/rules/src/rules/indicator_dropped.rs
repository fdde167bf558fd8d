//! An indicator of last year's plan that this year's leaves out.

use crate::pairs::{indicators_gone, plan_and_next};
use crate::place;
use crate::prose::words;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::indicator::Indicator;
use uppsikt_domain::section::Section;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::sentence::sentences;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "indicator-dropped",
        code: "IND-005",
        family: Family::Indicator,
        severity: Severity::Note,
        rests_on: "Revisionens kritik: mål och indikatorer byts så att ingen utveckling går att följa.",
        page_sv: include_str!("indicator_dropped.sv.md"),
        page_en: include_str!("indicator_dropped.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    plan_and_next(picture).into_iter().flat_map(|(earlier, later)| of_pair(earlier, later)).collect()
}

/// Indicators of the earlier plan that the later one has nothing like, where it kept some other of
/// the goal, or nearly all.
fn of_pair(earlier: &Document, later: &Document) -> Vec<Finding> {
    let (goals, nearly_all) = indicators_gone(earlier, later);
    let missed = goals.into_iter().filter(|it| it.kept > 0 || nearly_all);
    let told = missed.flat_map(|it| {
        let unsaid = it.gone.into_iter().filter(move |own| !is_ended(own, it.goal));
        unsaid.map(move |own| tell((earlier, own), (later, it.goal)))
    });
    told.collect()
}

/// So many letters of a word of an indicator's name say which it is.
const LETTERS: usize = 6;

/// Whether a sentence of the goal says that an indicator is followed no more: "Indikatorn om nöjdhet
/// utgår, eftersom frågan inte längre ställs."
fn is_ended(indicator: &Indicator, goal: GoalView<'_>) -> bool {
    let ends =
        ["utgår", "utgått", "ersätts", "ersatts", "tas bort", "tagits bort", "följs inte längre", "avslutas"];
    let stems: Vec<String> = words(crate::pairs::called(indicator))
        .into_iter()
        .filter(|word| word.chars().count() >= LETTERS)
        .map(|word| word.chars().take(LETTERS).collect())
        .collect();
    let texts = goal.section.all().into_iter().map(Section::own_text);
    texts.into_iter().any(|text| {
        sentences(&text).into_iter().map(Lower::lower).any(|lower| {
            let named = lower.contains("indikator") && stems.iter().any(|stem| lower.contains(stem.as_str()));
            named && ends.iter().any(|words| lower.contains(words))
        })
    })
}

fn tell(earlier: (&Document, &Indicator), later: (&Document, GoalView<'_>)) -> Finding {
    let name = crate::pairs::called(earlier.1);
    Finding {
        confidence_percent: 65,
        also_at: vec![place::at(earlier.0, earlier.1.span)],
        found: Message::new("rule-indicator-dropped-found"),
        expected: verbatim(name),
        advice: Message::new("rule-indicator-dropped-try"),
        ..RULE.about.finding(
            place::heading(later.0, later.1.section),
            Message::new("rule-indicator-dropped-says").with("indicator", name),
        )
    }
}
