//! What a document prints of its assignments, item by item, in text and in rows of tables.

use crate::lines::{printed, whole};
use crate::prose::{Passage, locate, words};
use uppsikt_domain::document::{Document, LineRole, SourceLine};
use uppsikt_domain::place::Span;
use uppsikt_domain::table::{Row, Table};
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;

/// An assignment as an item of the text or a row of a table tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its number among the others, where it has one.
    pub number: Option<u32>,
    /// Who leads it, in lower case, where that is said.
    pub lead: Option<String>,
    /// Whether anything is said of how it is reported back, or that it was.
    pub is_reported: bool,
    /// Where its heading or its row stands.
    pub span: Span,
    /// Where its lead is named, else where it stands.
    pub lead_span: Span,
}

/// Words before the one who leads, in lower case.
const LEADS: [&str; 9] = [
    "ansvarig nämnd",
    "ansvarig",
    "huvudansvarig",
    "samordnande nämnd",
    "samordnar",
    "samordnas av",
    "leds av",
    "leder",
    "ansvarar",
];

/// Beginnings of words that tell how it is or was reported back.
const REPORTED: [&str; 12] = [
    "rapporter",
    "redovis",
    "avslutat",
    "avslutas",
    "slutfört",
    "slutförs",
    "överlämna",
    "lämnas till",
    "presenteras",
    "återkomm",
    "läggs fram",
    "läggs ned",
];

/// An item's text is at most so many lines.
const LONGEST: usize = 12;

/// The assignments that the text goes through under headings of one kind: "Uppdrag 2. …", or any
/// heading right above a line that says who leads ("Ansvarig: …").
pub fn in_text(document: &Document) -> Vec<Item> {
    let lines: Vec<(u32, &SourceLine)> =
        printed(document).filter(|(_, line)| !line.text.trim().is_empty()).collect();
    let within = sections_of_orders(document);
    let is_within = |number: u32| within.iter().any(|span| span.holds_line(number));
    let opens = |at: usize| {
        let (number, line) = lines[at];
        line.role != LineRole::Table
            && (headed(&line.text).is_some() || is_within(number) && stands_over_a_lead(&lines, at))
    };
    let starts: Vec<usize> = (0..lines.len()).filter(|at| opens(*at)).collect();
    let ends = |at: usize| starts.iter().find(|start| **start > at).copied().unwrap_or(lines.len());
    starts.iter().map(|at| item(document, &lines[*at..ends(*at)])).collect()
}

/// Where the sections stand whose headings name assignments.
fn sections_of_orders(document: &Document) -> Vec<Span> {
    let sections = document.all_sections().into_iter();
    let named = sections.filter(|section| {
        section.heading.as_ref().is_some_and(|heading| heading.text.lower().contains("uppdrag"))
    });
    named.map(|section| section.span).collect()
}

/// Whether the line after a line says who leads.
fn stands_over_a_lead(lines: &[(u32, &SourceLine)], at: usize) -> bool {
    let next = lines.get(at + 1).filter(|(_, line)| line.role != LineRole::Table);
    let led = next.is_some_and(|(_, line)| lead_label(&line.text).is_some());
    led && lead_label(&lines[at].1.text).is_none()
}

/// "### Uppdrag 3: Ta fram …", "Uppdrag – Utred …": its number, where it has one.
fn headed(line: &str) -> Option<Option<u32>> {
    let bare = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '_'));
    let rest = bare.strip_prefix("Uppdrag ").or_else(|| bare.strip_prefix("Uppdrag:").map(|_| &bare[7..]))?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest[digits..].trim_start();
    let title = after.strip_prefix(['.', ':', '\u{2013}', '-'])?.trim_start();
    title.starts_with(char::is_uppercase).then(|| rest[..digits].parse().ok())
}

/// The label before the one who leads, where a line begins with one: its length.
fn lead_label(line: &str) -> Option<usize> {
    let start = line.len() - line.trim_start_matches(|c: char| !c.is_alphabetic()).len();
    let (label, _) = line[start..].split_once(':')?;
    let lower = normalized(label);
    LEADS.contains(&lower.as_str()).then_some(start + label.len() + 1)
}

fn item(document: &Document, lines: &[(u32, &SourceLine)]) -> Item {
    let own = lines.iter().skip(1).take(LONGEST);
    // An order of several lines is a heading of so many.
    let heading = heading_at(document, lines[0].0);
    let goes_on = |number: u32| heading.is_some_and(|span| span.holds_line(number));
    let own: Vec<&(u32, &SourceLine)> = own
        .take_while(|(number, line)| match line.role {
            LineRole::Table => false,
            LineRole::Heading => goes_on(*number),
            _ => true,
        })
        .collect();
    let text = lines[..1].iter().chain(own.iter().copied()).map(|(_, line)| line.text.lower());
    let led = own.iter().find_map(|(number, line)| Some((*number, led_by(&line.text)?)));
    let span = whole(document, lines[0].0);
    Item {
        number: headed(&lines[0].1.text).flatten(),
        lead_span: led.as_ref().map_or(span, |(number, _)| whole(document, *number)),
        lead: led.map(|(_, lead)| lead),
        is_reported: says_reported(&text.collect::<Vec<_>>().join(" ")),
        span,
    }
}

/// Where the heading stands that begins on a line.
fn heading_at(document: &Document, number: u32) -> Option<Span> {
    let sections = document.all_sections().into_iter();
    let mut spans = sections.filter_map(|section| section.heading.as_ref().map(|heading| heading.span));
    spans.find(|span| span.at.line == number)
}

/// Whether a text in lower case tells how something is reported back.
pub fn says_reported(lower: &str) -> bool {
    REPORTED.iter().any(|word| lower.contains(word))
}

/// The body after the label of the one who leads.
fn led_by(line: &str) -> Option<String> {
    let rest = &line[lead_label(line)?..];
    let name = rest.split(['.', ';', ',', '(']).next()?.trim();
    (!name.is_empty()).then(|| normalized(name))
}

/// The assignments that rows of tables are, with what the columns say of them.
pub fn in_tables(document: &Document) -> Vec<(&Table, Vec<Item>)> {
    let tables = document.tables().into_iter().map(|(_, table)| table);
    let found = tables.filter_map(|table| Some((table, columns(table)?)));
    found
        .map(|(table, columns)| (table, table.rows.iter().map(|row| of_row(row, &columns)).collect()))
        .collect()
}

/// Which column holds the number, who leads and how it is reported back; column 0 is the labels.
struct Columns {
    number: Option<usize>,
    lead: Option<usize>,
    report: Option<usize>,
}

fn columns(table: &Table) -> Option<Columns> {
    let heading = |column: usize| match column.checked_sub(1) {
        None => normalized(&table.label_heading),
        Some(column) => normalized(&table.columns[column].heading.text),
    };
    let find = |fits: &dyn Fn(&str) -> bool| (0..=table.columns.len()).find(|column| fits(&heading(*column)));
    let orders = find(&|heading| heading == "uppdrag" || heading.ends_with("uppdrag"))?;
    let lead = find(&|heading| LEADS.contains(&heading) || matches!(heading, "nämnd" | "nämnder"));
    let report = find(&|heading| heading.contains("rapporter") || heading.starts_with("redovis"));
    let number = find(&|heading| matches!(heading, "nr" | "nummer")).or(Some(orders));
    (lead.is_some() || report.is_some()).then_some(Columns { number, lead, report })
}

fn of_row(row: &Row, columns: &Columns) -> Item {
    let cell = |column: usize| match column.checked_sub(1) {
        None => Some((row.label.text.as_str(), row.label.span)),
        Some(column) => row.cells.get(column).and_then(|cell| Some((cell.printed.as_deref()?, cell.span))),
    };
    let lead = columns.lead.and_then(cell).filter(|(text, _)| text.contains(char::is_alphabetic));
    let report = columns.report.and_then(cell).is_some_and(|(text, _)| text.contains(char::is_alphanumeric));
    Item {
        number: columns
            .number
            .and_then(cell)
            .and_then(|(text, _)| text.trim().trim_end_matches('.').parse().ok()),
        lead: lead.map(|(text, _)| normalized(text)),
        is_reported: report || columns.report.is_none(),
        span: row.label.span,
        lead_span: lead.map_or(row.label.span, |(_, span)| span),
    }
}

/// Who leads an assignment by its number, as sentences say: "Uppdrag 3 leds av kommunstyrelsen."
pub fn in_sentences(document: &Document, said: &[(Passage<'_>, &str)]) -> Vec<Item> {
    let mut found = Vec::new();
    for (passage, sentence) in said.iter().filter(|(_, sentence)| sentence.contains("ppdrag ")) {
        let words = words(sentence);
        let Some((number, lead)) = led_in(&words) else { continue };
        let span = locate(document, passage.span, sentence);
        found.push(Item { number: Some(number), lead: Some(lead), is_reported: true, span, lead_span: span });
    }
    found
}

/// "uppdrag 3 leds av kommunstyrelsen", "kommunstyrelsen samordnar uppdrag 3".
fn led_in(words: &[String]) -> Option<(u32, String)> {
    let at = words.iter().position(|word| word == "uppdrag")?;
    let number = words.get(at + 1)?.parse().ok()?;
    let before = at.checked_sub(1).and_then(|verb| words.get(verb));
    if before.is_some_and(|verb| ["leder", "samordnar"].contains(&verb.as_str())) {
        return words.get(at.checked_sub(2)?).filter(|body| is_body(body)).map(|body| (number, body.clone()));
    }
    let passive = words.get(at + 2).is_some_and(|verb| ["leds", "samordnas"].contains(&verb.as_str()));
    let by = words.get(at + 3).is_some_and(|word| word == "av");
    (passive && by).then(|| body_of(&words[at + 4..])).flatten().map(|body| (number, body))
}

/// The body that words begin with: "arbetsmarknads- och socialnämnden".
fn body_of(words: &[String]) -> Option<String> {
    let end = words.iter().take(4).position(|word| is_body(word))?;
    let joined = end == 0 || words[..end].iter().any(|word| word == "och" || word.ends_with('-'));
    joined.then(|| words[..=end].join(" "))
}

/// Whether a name is a committee's or a board's.
pub fn is_body(name: &str) -> bool {
    name.ends_with("nämnden") || name.ends_with("styrelsen")
}

/// Whether a text names a committee or a board.
pub fn is_named(text: &str) -> bool {
    words(text).iter().any(|word| is_body(word))
}

/// Whether a text names a body, however it is hyphened.
pub fn names(text: &str, body: &str) -> bool {
    words(text).join(" ").contains(&words(body).join(" "))
}

/// A body's name has so many words at most.
const MOST_NAMED: usize = 5;

/// The body that an order in lower case begins with: "parknämnden ska tillsammans med …".
pub fn given_to(order: &str) -> Option<String> {
    let words = words(order);
    let verb = words.iter().position(|word| ["ska", "får", "ges", "uppdras"].contains(&word.as_str()))?;
    let body = &words[..verb];
    // "Nämnden ska …" may be any.
    let alone = matches!(body, [word] if word == "nämnden" || word == "styrelsen");
    let named = body.len() <= MOST_NAMED && !alone && body.last().is_some_and(|word| is_body(word));
    named.then(|| body.join(" "))
}

/// Who reports back: "återrapporteras av servicenämnden".
pub fn reporting_body(text: &str) -> Option<String> {
    let words = words(text);
    let at = words.windows(2).position(|pair| pair[0].starts_with("återrapporteras") && pair[1] == "av")?;
    body_of(&words[at + 2..])
}

#[cfg(test)]
mod tests;
