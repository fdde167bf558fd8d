//! An assignment that was to be answered in a report that does not name it.

use crate::continued;
use crate::lines::{printed, whole};
use crate::order_numbers;
use crate::pairs::plan_and_report;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::assignment::{Assignment, ReportBackHow};
use uppsikt_domain::document::{Document, DocumentKind, LineRole, SourceLine};
use uppsikt_domain::table::Row;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::likeness_permille;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assignment-not-reported",
        code: "UPP-004",
        family: Family::Assignment,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 6 kap. 6 §. Revisionen: uppdrag som ingen följt på flera år.",
        page_sv: include_str!("assignment_not_reported.sv.md"),
        page_en: include_str!("assignment_not_reported.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let pairs = plan_and_report(picture).into_iter();
    let mut found: Vec<Finding> =
        pairs.flat_map(|(plan, report)| [of_pair(plan, report), by_number(plan, report)].concat()).collect();
    let reports = picture.documents.iter().filter(|document| document.kind.is_report());
    found.extend(reports.flat_map(|report| only_in_table(report)));
    found
}

/// So many rows that the text goes through show that it goes through all of them.
const OTHERS: usize = 3;

/// The only row of a table of assignments with codes ("U6 Rensa dammen") whose code opens no line of the text, and
/// stands nowhere else in it.
fn only_in_table(report: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    let lines: Vec<(u32, &SourceLine)> =
        printed(report).filter(|(_, line)| line.role != LineRole::Table).collect();
    for (_, table) in report.tables() {
        let codes: Vec<(&str, &Row)> =
            table.rows.iter().filter_map(|row| Some((code(&row.label.text)?, row))).collect();
        if codes.len() <= OTHERS || codes.len() * 2 <= table.rows.len() {
            continue;
        }
        let opened = |code: &str| {
            lines.iter().rfind(|(_, line)| opens_with(&line.text, code)).map(|(number, _)| *number)
        };
        let (told, silent): (Vec<_>, Vec<_>) =
            codes.into_iter().partition(|(code, _)| opened(code).is_some());
        let [(code, row)] = silent.as_slice() else { continue };
        let is_named = lines
            .iter()
            .any(|(_, line)| line.text.split(|c: char| !c.is_alphanumeric()).any(|it| it == *code));
        if told.len() < OTHERS || is_named {
            continue;
        }
        let last = told.iter().filter_map(|(code, _)| opened(code)).max();
        found.push(Finding {
            confidence_percent: 80,
            also_at: last.map(|line| place::at(report, whole(report, line))).into_iter().collect(),
            found: Message::new("rule-assignment-not-reported-found"),
            expected: verbatim(row.label.text.clone()),
            advice: Message::new("rule-assignment-not-reported-try"),
            ..RULE.about.finding(
                place::at(report, row.label.span),
                Message::new("rule-assignment-not-reported-says-row"),
            )
        });
    }
    found
}

/// "U6 Rensa dammen": a letter or two in capitals with a number, before what is to be done.
fn code(label: &str) -> Option<&str> {
    let (first, rest) = label.split_once(' ')?;
    let code = first.trim_end_matches(['.', ':']);
    let letters = code.trim_end_matches(|c: char| c.is_ascii_digit());
    let sound = (1..=2).contains(&letters.len())
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
        && (1..=2).contains(&(code.len() - letters.len()));
    (sound && rest.starts_with(char::is_uppercase)).then_some(code)
}

/// Whether a line begins with a code, whatever marks stand before it.
fn opens_with(line: &str, code: &str) -> bool {
    let bare =
        line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '-' | '\u{2022}'));
    bare.strip_prefix(code).is_some_and(|rest| rest.starts_with(['.', ':', ' ', '*']))
}

/// Orders this like each other (thousandths) are the same.
const SAME_PERMILLE: u16 = 600;

/// Assignments due in this report that it leaves out while it answers others.
fn of_pair(plan: &Document, report: &Document) -> Vec<Finding> {
    let answered = continued::assignments(report);
    let sections = report.all_sections();
    let headings: Vec<&str> = sections.iter().map(|section| section.name.as_str()).collect();
    let named = |order: &Assignment| {
        let others = answered.iter().map(|own| own.text.as_str()).chain(headings.iter().copied());
        others.into_iter().any(|own| likeness_permille(own, &order.text) >= SAME_PERMILLE)
    };
    let given = continued::assignments(plan);
    if !given.iter().any(|order| named(order)) {
        return Vec::new();
    }
    let due = given.into_iter().filter(|order| is_due(order, report) && !named(order));
    let spoken = continued::Spoken::of(report);
    let due = due.filter(|order| !spoken.has(&order.text));
    due.map(|order| tell(plan, order, report)).collect()
}

/// Whether the plan promised an answer in this very report.
fn is_due(order: &Assignment, report: &Document) -> bool {
    let kind = match order.report_back.how {
        ReportBackHow::InterimReport => DocumentKind::InterimReport,
        ReportBackHow::AnnualAnalysis => DocumentKind::AnnualAnalysis,
        _ => return false,
    };
    kind == report.kind && order.report_back.year.is_none_or(|year| Some(year) == report.year)
}

/// Orders by year and number that were to be reported back in this report, which names others by theirs and not
/// them, nor what they are about.
fn by_number(plan: &Document, report: &Document) -> Vec<Finding> {
    let named = order_numbers::mentioned(report);
    let given = order_numbers::given(plan);
    if !given.iter().any(|order| named.contains_key(&order.number)) {
        return Vec::new();
    }
    let told = order_numbers::given(report);
    let place = |number: order_numbers::Number| {
        // Where the next one is told of, else the last, else where any is named.
        let next = told.iter().find(|it| it.number > number).or(told.last()).map(|it| it.span);
        next.or_else(|| given.iter().filter_map(|order| named.get(&order.number)).min().copied())
    };
    let spoken = continued::Spoken::of(report);
    let is_due = |due: (DocumentKind, i32)| due.0 == report.kind && Some(due.1) == report.year;
    let missed =
        given.iter().filter(|order| order.due.is_some_and(is_due) && !named.contains_key(&order.number));
    let missed = missed.filter(|order| !spoken.has(&order.what));
    missed
        .filter_map(|order| Some((order, place(order.number)?)))
        .map(|(order, at)| Finding {
            confidence_percent: 88,
            also_at: vec![place::at(plan, order.span)],
            found: Message::new("rule-assignment-not-reported-found"),
            expected: verbatim(format!("{}:{} {}", order.number.0, order.number.1, order.what)),
            advice: Message::new("rule-assignment-not-reported-try"),
            ..RULE.about.finding(place::at(report, at), Message::new("rule-assignment-not-reported-says"))
        })
        .collect()
}

fn tell(plan: &Document, order: &Assignment, report: &Document) -> Finding {
    Finding {
        confidence_percent: 78,
        also_at: vec![place::at(plan, order.span)],
        found: Message::new("rule-assignment-not-reported-found"),
        expected: verbatim(order.text.clone()),
        advice: Message::new("rule-assignment-not-reported-try"),
        ..RULE.about.finding(place::title(report), Message::new("rule-assignment-not-reported-says"))
    }
}
