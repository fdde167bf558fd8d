//! An indicator of last year's plan that this year's leaves out.

use crate::pairs::{indicators_gone, plan_and_next};
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::indicator::Indicator;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

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
    let told =
        missed.flat_map(|it| it.gone.into_iter().map(move |own| tell((earlier, own), (later, it.goal))));
    told.collect()
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
