//! An assignment that is still to be reported back, and that the next plan leaves out.

use crate::continued::{self, Spoken};
use crate::order_numbers;
use crate::pairs::{council_and_next, plan_and_next};
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::assignment::Assignment;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assignment-gone",
        code: "UPP-009",
        family: Family::Assignment,
        severity: Severity::Note,
        rests_on: "Kommunallagen 6 kap. 6 §. Revisionen: uppdrag som ingen följt på flera år.",
        page_sv: include_str!("assignment_gone.sv.md"),
        page_en: include_str!("assignment_gone.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let pairs = plan_and_next(picture).into_iter();
    let mut found: Vec<Finding> =
        pairs.flat_map(|(earlier, later)| of_pair(picture, earlier, later)).collect();
    found.extend(
        council_and_next(picture).into_iter().flat_map(|(earlier, later)| by_number(picture, earlier, later)),
    );
    found
}

/// So many of the year's orders that the next budget goes through show that it goes through all of them.
const OTHERS: usize = 3;

/// Orders by year and number that the council's next budget leaves out though it tells what became of most others,
/// and that no report closes.
fn by_number(picture: &Seen<'_>, earlier: &Document, later: &Document) -> Vec<Finding> {
    let given = order_numbers::given(earlier);
    let named = order_numbers::mentioned(later);
    let (kept, gone): (Vec<_>, Vec<_>) = given.iter().partition(|order| named.contains_key(&order.number));
    if kept.len() < OTHERS || kept.len() <= 2 * gone.len() {
        return Vec::new();
    }
    let closed = &picture.structure.words.closed;
    let is_closed = |order: &&&order_numbers::Given| {
        let reports = picture.documents.iter().filter(|document| document.kind.is_report());
        reports.into_iter().any(|report| {
            let own = order_numbers::told_of(report, order.number);
            own.iter().any(|text| closed.iter().any(|words| text.contains(words.as_str())))
        })
    };
    let gone = gone.iter().filter(|order| !is_closed(order));
    let told = gone.filter_map(|order| {
        // Right before the next one that is told of, else where the last is.
        let next = named.iter().find(|(number, _)| **number > order.number && number.0 == order.number.0);
        let (_, near) = next.or_else(|| named.iter().rfind(|(number, _)| number.0 == order.number.0))?;
        let due = order.number.0.to_string();
        Some(Finding {
            confidence_percent: 80,
            also_at: vec![place::at(earlier, order.span)],
            found: Message::new("rule-assignment-gone-found"),
            expected: verbatim(format!("{}:{} {}", order.number.0, order.number.1, order.what)),
            advice: Message::new("rule-assignment-gone-try"),
            ..RULE.about.finding(
                place::at(later, *near),
                Message::new("rule-assignment-gone-says-number").with("year", due),
            )
        })
    });
    told.collect()
}

/// Assignments that are still open when the later plan is made, and that it leaves out while it carries
/// others over.
fn of_pair(picture: &Seen<'_>, earlier: &Document, later: &Document) -> Vec<Finding> {
    let (given, now) = (continued::assignments(earlier), continued::assignments(later));
    let is_kept = |own: &&Assignment| now.iter().any(|other| continued::is_same_order(own, other));
    let (kept, gone): (Vec<&Assignment>, Vec<&Assignment>) = given.into_iter().partition(is_kept);
    let is_open =
        |own: &Assignment| own.report_back.year.filter(|due| later.year.is_some_and(|year| *due >= year));
    let open = gone.into_iter().filter(|_| !kept.is_empty()).filter_map(|own| Some((own, is_open(own)?)));
    let open: Vec<(&Assignment, i32)> = open.collect();
    if open.is_empty() {
        return Vec::new();
    }
    let closing = closing(picture, later);
    let left = open.into_iter().filter(|(own, _)| !closing.iter().any(|spoken| spoken.has(&own.text)));
    left.map(|(own, due)| tell((earlier, own, due), later)).collect()
}

/// What would tell that an assignment is closed or goes on: the later plan, and the body's reports that
/// close something.
fn closing<'a>(picture: &'a Seen<'_>, later: &'a Document) -> Vec<Spoken<'a>> {
    let body = |document: &Document| document.body.as_ref().map(|body| body.text.lower());
    let own = body(later);
    let words = &picture.structure.words.closed;
    let closes = |report: &Document| {
        report.all_sections().into_iter().any(|section| {
            let text = section.own_text().lower();
            words.iter().any(|words| text.contains(words.as_str()))
        })
    };
    let documents = picture.documents.iter().map(AsRef::as_ref);
    let reports = documents.filter(|it: &&Document| it.kind.is_report() && body(it) == own && closes(it));
    std::iter::once(later).chain(reports).map(Spoken::of).collect()
}

fn tell((earlier, own, due): (&Document, &Assignment, i32), later: &Document) -> Finding {
    Finding {
        confidence_percent: 68,
        also_at: vec![place::at(earlier, own.span)],
        found: Message::new("rule-assignment-gone-found"),
        expected: verbatim(own.text.clone()),
        advice: Message::new("rule-assignment-gone-try"),
        ..RULE.about.finding(
            place::title(later),
            Message::new("rule-assignment-gone-says").with("year", due.to_string()),
        )
    }
}
