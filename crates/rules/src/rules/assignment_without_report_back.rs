//! An assignment of a plan that does not say how it is reported back.

use crate::order_states::column_of;
use crate::orders::{self, Item};
use crate::place;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::assignment::{Assignment, ReportBackHow};
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::section::Section;
use uppsikt_domain::table::Row;
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::sentence::sentences;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assignment-without-report-back",
        code: "UPP-001",
        family: Family::Assignment,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 6 kap. 6 §: nämnden ser till att verksamheten följer fullmäktiges uppdrag. Revisionens vanligaste anmärkning på uppdrag.",
        page_sv: include_str!("assignment_without_report_back.sv.md"),
        page_en: include_str!("assignment_without_report_back.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let open = picture.sheets().iter().filter(|sheet| !tells_for_all(sheet)).map(|sheet| sheet.document);
    let open: Vec<&Document> = open.collect();
    let is_plan = |document: &&&Document| {
        !document.kind.is_report() && document.kind != DocumentKind::Case && !is_minutes(document)
    };
    let mut found: Vec<Finding> = open.iter().filter(is_plan).flat_map(|document| silent(document)).collect();
    let odd: Vec<Finding> =
        open.iter().flat_map(|document| [odd(document), untimed(document)].concat()).collect();
    let is_told = |one: &Finding| {
        let places = || found.iter().flat_map(|it| it.also_at.iter().chain([&it.at]));
        places().any(|at| at.file == one.at.file && at.span.at.line == one.at.span.at.line)
    };
    let new: Vec<Finding> = odd.into_iter().filter(|it| !is_told(it)).collect();
    found.extend(new);
    found
}

/// Whether a text of no known kind is of a meeting: its points are decisions, and one tells how another is
/// reported back.
fn is_minutes(document: &Document) -> bool {
    let decides = |section: &Section| {
        let heading = section.heading.iter().map(|heading| heading.text.lower());
        heading.into_iter().any(|heading| heading.contains("beslut") || heading.contains("protokoll"))
    };
    document.kind == DocumentKind::Unknown && document.all_sections().into_iter().any(decides)
}

/// So many others that tell it show that each is to.
const OTHERS: usize = 2;

/// The only assignment of the text, or of a table, that does not tell what all others tell.
fn odd(document: &Document) -> Vec<Finding> {
    let tables = orders::in_tables(document).into_iter().map(|(_, items)| items);
    let in_tables: Vec<Item> = tables.flat_map(|items| only(&items)).collect();
    // What is read as an assignment may tell it in sentences of its own.
    let told: Vec<u32> = document
        .assignments()
        .into_iter()
        .filter(|it| !tells_nothing(it))
        .map(|it| it.span.at.line)
        .collect();
    let found = only(&orders::in_text(document)).into_iter().chain(in_tables);
    let found = found.filter(|item| !told.contains(&item.span.at.line));
    found.map(|item| of_item(document, &item)).collect()
}

fn only(items: &[Item]) -> Option<Item> {
    let silent: Vec<&Item> = items.iter().filter(|item| !item.is_reported).collect();
    match silent.as_slice() {
        [only] if items.len() > OTHERS => Some((*only).clone()),
        _ => None,
    }
}

/// What heads the column of when assignments are done.
const TIMES: [&str; 8] = ["klar", "senast", "slut", "färdig", "tid", "när", "datum", "deadline"];

/// The only row of a table of assignments without a time, where all others have one.
fn untimed(document: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    for (_, table) in document.tables() {
        let Some(time) = column_of(table, &TIMES) else { continue };
        let is_empty = |row: &&Row| row.cells.get(time).is_none_or(|cell| cell.printed.is_none());
        let (empty, filled): (Vec<&Row>, Vec<&Row>) = table.rows.iter().partition(is_empty);
        if let ([only], true) = (empty.as_slice(), filled.len() > OTHERS) {
            found.push(Finding {
                confidence_percent: 82,
                found: Message::new("rule-assignment-without-report-back-found-time"),
                expected: Message::new("rule-assignment-without-report-back-expected-time"),
                advice: Message::new("rule-assignment-without-report-back-try-time"),
                ..RULE.about.finding(
                    place::at(document, only.label.span),
                    Message::new("rule-assignment-without-report-back-says-time"),
                )
            });
        }
    }
    found
}

fn of_item(document: &Document, item: &Item) -> Finding {
    Finding {
        confidence_percent: 85,
        found: Message::new("rule-assignment-without-report-back-found"),
        expected: Message::new("rule-assignment-without-report-back-expected-others"),
        advice: Message::new("rule-assignment-without-report-back-try"),
        ..RULE
            .about
            .finding(place::at(document, item.span), Message::new("rule-assignment-without-report-back-says"))
    }
}

/// So many assignments that tell nothing are how the document is written, if most of them do.
const A_HABIT: usize = 4;

fn silent(document: &Document) -> Vec<Finding> {
    let assignments = document.assignments();
    let (silent, told): (Vec<_>, Vec<_>) =
        assignments.into_iter().partition(|assignment| tells_nothing(assignment));
    let mut found: Vec<Finding> = silent.iter().map(|assignment| tell(document, assignment)).collect();
    if silent.len() < A_HABIT || silent.len() <= told.len() {
        return found;
    }
    let also_at = found.drain(1..).map(|finding| finding.at).collect();
    let says = Message::new("rule-assignment-without-report-back-habit").with("number", silent.len());
    let habit = |first| Finding { severity: Severity::Note, says, also_at, ..first };
    found.pop().map(habit).into_iter().collect()
}

/// "Återrapportering görs i delårsrapporten om inget annat anges."
fn tells_for_all(sheet: &Sheet<'_>) -> bool {
    let otherwise = ["om inget annat", "om inte annat", "om ej annat", "om annat inte"];
    sheet.said().iter().any(|(_, sentence)| {
        sentence.contains("rapporter") && otherwise.iter().any(|words| sentence.contains(words))
    })
}

fn tells_nothing(assignment: &Assignment) -> bool {
    let untold =
        assignment.report_back.how == ReportBackHow::NotStated && assignment.report_back.wording.is_none();
    untold && !goes_on_to_tell(&assignment.text)
}

/// Whether sentences after an order, in the same paragraph, tell how it is reported back.
fn goes_on_to_tell(order: &str) -> bool {
    sentences(order).into_iter().skip(1).any(|sentence| orders::says_reported(&sentence.lower()))
}

fn tell(document: &Document, assignment: &Assignment) -> Finding {
    Finding {
        confidence_percent: 92,
        found: Message::new("rule-assignment-without-report-back-found"),
        expected: Message::new("rule-assignment-without-report-back-expected"),
        advice: Message::new("rule-assignment-without-report-back-try"),
        ..RULE.about.finding(
            place::at(document, assignment.span),
            Message::new("rule-assignment-without-report-back-says"),
        )
    }
}
