//! An indicator under another name than in last year's plan.

use crate::pairs::{called, figured, goals_in_both, is_like, plan_and_next};
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::indicator::Indicator;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "indicator-renamed",
        code: "IND-006",
        family: Family::Indicator,
        severity: Severity::Note,
        rests_on: "Revisionens kritik: mål och indikatorer byts så att ingen utveckling går att följa.",
        page_sv: include_str!("indicator_renamed.sv.md"),
        page_en: include_str!("indicator_renamed.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    plan_and_next(picture).into_iter().flat_map(|(earlier, later)| of_pair(earlier, later)).collect()
}

fn of_pair(earlier: &Document, later: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    for (before, after) in goals_in_both(earlier, later) {
        let (old, new) = (figured(before), figured(after));
        for (name, indicator) in &new {
            let is_old = old.iter().any(|(own, _)| own == name);
            let still = |own: &str| new.iter().any(|(other, _)| other == own);
            let was = old.iter().find(|(own, _)| is_like(own, name) && !still(own)).filter(|_| !is_old);
            found.extend(was.map(|(_, was)| tell((earlier, was), (later, indicator))));
        }
    }
    found
}

fn tell(earlier: (&Document, &Indicator), later: (&Document, &Indicator)) -> Finding {
    Finding {
        confidence_percent: 65,
        also_at: vec![place::at(earlier.0, earlier.1.span)],
        found: verbatim(called(later.1)),
        expected: verbatim(called(earlier.1)),
        advice: Message::new("rule-indicator-renamed-try"),
        ..RULE.about.finding(place::at(later.0, later.1.span), Message::new("rule-indicator-renamed-says"))
    }
}
