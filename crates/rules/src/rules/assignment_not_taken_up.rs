//! An assignment that the council gave a committee and that its plan has nothing of.

use crate::archive::{Order, orders};
use crate::continued::Spoken;
use crate::place;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::words::Words;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::likeness_permille;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assignment-not-taken-up",
        code: "UPP-010",
        family: Family::Assignment,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 6 kap. 6 §: nämnden ansvarar för att det som fullmäktige bestämt genomförs.",
        page_sv: include_str!("assignment_not_taken_up.sv.md"),
        page_en: include_str!("assignment_not_taken_up.en.md"),
    },
    check,
};

/// Orders this like each other (thousandths) are the same.
const SAME_PERMILLE: u16 = 600;

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let archive = picture.archive();
    let mut found = Vec::new();
    for (shelf, budgets) in archive.of_kind(DocumentKind::CouncilBudget) {
        // Of two versions nobody knows which holds.
        let [budget] = budgets else { continue };
        let council = &picture.sheets()[*budget];
        let given = orders(council);
        let mut bodies: Vec<&String> = given.iter().map(|order| &order.lead).collect();
        bodies.sort_unstable();
        bodies.dedup();
        for body in bodies {
            let own = given
                .iter()
                .filter(|order| order.lead == *body && !is_closed(order, &picture.structure.words));
            let own: Vec<&Order> = own.collect();
            let plans = archive.at(&shelf.beside(body, DocumentKind::CommitteeBudget, shelf.year));
            found.extend(plans.iter().flat_map(|at| of_plan(council.document, &own, &picture.sheets()[*at])));
        }
    }
    found
}

/// Whether the council says that an assignment is done.
fn is_closed(order: &Order, words: &Words) -> bool {
    let said = order.report_back.as_deref().unwrap_or_default().lower();
    words.closed.iter().any(|closed| said.contains(closed.as_str()))
}

/// Orders of the council that the plan has nothing of. Where it has none of them at all, it may be of a
/// kind that takes up none: then it is a note.
fn of_plan(council: &Document, given: &[&Order], plan: &Sheet<'_>) -> Vec<Finding> {
    if plan.document.goals().is_empty() {
        return Vec::new();
    }
    let own = orders(plan);
    let is_kept =
        |order: &&&Order| own.iter().any(|it| likeness_permille(&it.what, &order.what) >= SAME_PERMILLE);
    let (kept, gone): (Vec<&Order>, Vec<&Order>) = given.iter().partition(is_kept);
    if gone.is_empty() {
        return Vec::new();
    }
    let spoken = Spoken::of(plan.document);
    let gone = gone.into_iter().filter(|order| !spoken.has(&order.what));
    gone.map(|order| tell(council, order, plan.document, kept.is_empty() && own.is_empty())).collect()
}

fn tell(council: &Document, order: &Order, plan: &Document, none: bool) -> Finding {
    Finding {
        severity: if none { Severity::Note } else { Severity::Warning },
        confidence_percent: if none { 65 } else { 80 },
        also_at: vec![place::at(council, order.span)],
        found: Message::new("rule-assignment-not-taken-up-found"),
        expected: verbatim(order.text.clone()),
        advice: Message::new("rule-assignment-not-taken-up-try"),
        ..RULE.about.finding(place::title(plan), Message::new("rule-assignment-not-taken-up-says"))
    }
}
