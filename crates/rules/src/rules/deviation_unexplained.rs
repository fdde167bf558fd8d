//! A deviation above the threshold that no text explains.

use crate::explained::empty::Entries;
use crate::explained::one_by_one::{self, Told};
use crate::explained::{Explanations, has_own_name, is_economic};
use crate::limits;
use crate::money;
use crate::place;
use crate::prose::{Passage, passages};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::section::Section;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{ColumnKind, Row, RowRole, Table, TableKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::format::quantity;
use uppsikt_text::prose::figures;
use uppsikt_text::sentence::sentences;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "deviation-unexplained",
        code: "AVV-001",
        family: Family::Deviation,
        severity: Severity::Warning,
        rests_on: "Kommunens anvisning för uppföljning: avvikelser över gränsen förklaras.",
        page_sv: include_str!("deviation_unexplained.sv.md"),
        page_en: include_str!("deviation_unexplained.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let reports = picture.documents.iter().filter(|document| document.kind.is_report());
    reports.flat_map(|document| of_document(document, &picture.structure)).collect()
}

fn of_document(document: &Document, structure: &Structure) -> Vec<Finding> {
    let printed = printed(document);
    let told = Explanations::of(document);
    let (mut found, mut left) = (Vec::new(), Vec::new());
    for (section, table) in document.tables() {
        if is_asked(table) {
            let limit = threshold(&printed, section, (document, structure));
            let off = limit.as_ref().map(|limit| of_table(document, table, limit, (&told, structure)));
            let before = found.len();
            found.extend(off.into_iter().flatten());
            let bare = limit.filter(|_| found.len() == before);
            found.extend(bare.and_then(|limit| how_much_only(document, table, &limit, structure)));
        } else if let Some(own) = printed.iter().find(|it| std::ptr::eq(it.section, section)) {
            let told = if own.elsewhere { &told } else { &Explanations::within(document, section) };
            let limit = (own.limit.clone(), true);
            let silent = beside_limit(document, table, &own.limit, (told, structure));
            found.extend(silent.or_else(|| how_much_only(document, table, &limit, structure)));
        } else {
            left.extend(alone(document, table, printed.first().map(|it| &it.limit), structure));
        }
    }
    let empty = empty(document);
    found.extend(if empty.is_empty() { left } else { empty });
    found
}

/// Explanations of rows, each under its row's name, that tell nothing but that there is a deviation.
fn empty(document: &Document) -> Vec<Finding> {
    let passages = passages(document);
    let mut found = Vec::new();
    for (section, table) in document.tables() {
        let Some(column) = table.column(|kind| *kind == ColumnKind::Deviation) else { continue };
        let own: Vec<Passage<'_>> = passages
            .iter()
            .filter(|it| it.within.last().is_some_and(|own| std::ptr::eq(*own, section)))
            .cloned()
            .collect();
        for (row, passage) in Entries::of(table, &own).empty(table) {
            let Some(deviation) = table.rows[row].cells.get(column).and_then(|cell| cell.value.as_ref())
            else {
                continue;
            };
            let row_name = table.rows[row].label.text.clone();
            found.push(Finding {
                severity: Severity::Warning,
                confidence_percent: 75,
                also_at: vec![place::cell(document, table, (row, column))],
                found: Message::new("rule-deviation-unexplained-found-empty")
                    .with("value", quantity(deviation)),
                expected: Message::new("rule-deviation-unexplained-expected-empty"),
                advice: Message::new("rule-deviation-unexplained-try").with("row", row_name.clone()),
                ..RULE.about.finding(
                    place::at(document, passage.span),
                    Message::new("rule-deviation-unexplained-says-empty").with("row", row_name),
                )
            });
        }
    }
    found
}

/// A limit that the document prints.
struct Printed<'a> {
    limit: Quantity,
    /// Where.
    section: &'a Section,
    /// "Förklaras under tabellen": it is of the tables of its section.
    of_own: bool,
    /// "Förklaras i avsnitt 6": the explanations stand in another section.
    elsewhere: bool,
}

/// The limits that the economic sections of a document print.
fn printed(document: &Document) -> Vec<Printed<'_>> {
    let passages = passages(document);
    let economic = passages.iter().filter(|passage| is_economic(&passage.within));
    let said = economic.flat_map(|passage| {
        sentences(passage.text).into_iter().map(|sentence| (passage.within.last().copied(), sentence))
    });
    let limits = said.filter_map(|(section, sentence)| {
        let limit = printed_limit(sentence)?;
        let says = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
        let of_own = says(&["under tabellen", "nedanför tabellen", "efter tabellen"]);
        Some(Printed { limit, section: section?, of_own, elsewhere: says(&["avsnitt", "kapitel", "bilaga"]) })
    });
    limits.collect()
}

/// The rows above the limit that the document prints of which the text tells how much they deviate and not why, where
/// it tells why another does.
fn how_much_only(
    document: &Document,
    table: &Table,
    limit: &Threshold,
    structure: &Structure,
) -> Option<Finding> {
    let above = above(table, &limit.0, structure);
    let bare = |it: &&Large<'_>| {
        !has_words_cell(table, it.row) && one_by_one::is_how_much_only(document, table, it.row)
    };
    let (bare, told): (Vec<&Large<'_>>, Vec<&Large<'_>>) = above.iter().partition(bare);
    (limit.1 && !bare.is_empty() && told.len() >= bare.len()).then(|| {
        let rows: Vec<String> = bare.iter().map(|it| it.row.label.text.clone()).collect();
        let values: Vec<String> = bare.iter().map(|it| quantity(&it.deviation)).collect();
        let says = Message::new("rule-deviation-unexplained-says-empty");
        let found = Message::new("rule-deviation-unexplained-found-empty");
        Finding {
            confidence_percent: 70,
            says: says.with("row", rows.join(", ")),
            found: found.with("value", values.join(", ")),
            ..tell(document, table, &bare, (limit, true))
        }
    })
}

/// So many rows that are told of show that rows are told of one by one.
const TOLD: usize = 2;

/// The rows of another table that nothing in its section tells of, where a limit is printed beside it
/// and the others above it are told of.
fn beside_limit(
    document: &Document,
    table: &Table,
    limit: &Quantity,
    (told, structure): (&Explanations, &Structure),
) -> Option<Finding> {
    let above = above(table, limit, structure);
    let (told_of, silent): (Vec<&Large<'_>>, Vec<_>) = above
        .iter()
        .partition(|it| has_words_cell(table, it.row) || told.explains(it.row, &it.deviation, structure));
    let named = silent.iter().all(|it| has_own_name(it.row, structure));
    let habit = told_of.len() >= TOLD && told_of.len() > silent.len();
    (!silent.is_empty() && habit && named)
        .then(|| tell(document, table, &silent, (&(limit.clone(), true), true)))
}

/// So many rows of which each is told why show that the one that is left is forgotten.
const TOLD_WHY: usize = 3;

/// The only row of a table of which nothing tells why it deviates, where each of the others is told why under its
/// name, and one of them deviates by less.
fn alone(
    document: &Document,
    table: &Table,
    limit: Option<&Quantity>,
    structure: &Structure,
) -> Option<Finding> {
    let nought = Quantity::new(0, 0, Unit::Tkr);
    let told = one_by_one::told(document, table);
    let what = |row: &Row| told.iter().find(|(own, _)| std::ptr::eq(*own, row)).map(|(_, told)| *told);
    let rows = above(table, &nought, structure);
    let (known, silent): (Vec<&Large<'_>>, Vec<&Large<'_>>) =
        rows.iter().partition(|it| what(it.row) == Some(Told::Why));
    let [own] = silent.as_slice() else { return None };
    let size = |it: &Large<'_>| Some(it.deviation.value().abs().times(it.deviation.unit.kronor()?));
    let smaller = known.iter().any(|it| size(it) <= size(own));
    let is_large = limit.is_none_or(|limit| is_above(&own.deviation, limit));
    // A row that no passage opens with may be told of in another.
    let untold = what(own.row) == Some(Told::HowMuch) && !has_words_cell(table, own.row);
    let told = known.len() >= TOLD_WHY && smaller && is_large && untold;
    told.then(|| Finding {
        says: Message::new("rule-deviation-unexplained-says-others").with("row", own.row.label.text.clone()),
        expected: Message::new("rule-deviation-unexplained-expected-others"),
        found: verbatim(quantity(&own.deviation)),
        ..tell(document, table, &[own], (&(nought, true), true))
    })
}

/// The limit, and whether the document or its committee says it.
type Threshold = (Quantity, bool);

fn of_table(
    document: &Document,
    table: &Table,
    limit: &Threshold,
    (told, structure): (&Explanations, &Structure),
) -> Vec<Finding> {
    let above = above(table, &limit.0, structure);
    let (told_of, silent): (Vec<&Large<'_>>, Vec<_>) = above
        .iter()
        .partition(|it| has_words_cell(table, it.row) || told.explains(it.row, &it.deviation, structure));
    let rows: Vec<&Row> = told_of.iter().map(|it| it.row).collect();
    let one_by_one = told.names_rows(&rows, structure) || rows.iter().any(|row| has_words_cell(table, row));
    // Who explains by department or by event names no row, and has explained all the same.
    if !one_by_one && told.has_cause {
        return Vec::new();
    }
    let sure = one_by_one && limit.1;
    let silent: Vec<&Large<'_>> =
        silent.into_iter().filter(|it| one_by_one || has_own_name(it.row, structure)).collect();
    let passed_over = passed_over(table, &told_of, (told, structure));
    let groups = [(silent, sure), (passed_over, false)].into_iter().filter(|(rows, _)| !rows.is_empty());
    groups.map(|(rows, sure)| tell(document, table, &rows, (limit, sure))).collect()
}

/// The rows that only some word of another's explanation tells of, where each explanation has an
/// entry of its own: under a row's name, or beside its figures.
fn passed_over<'a, 'b>(
    table: &Table,
    told_of: &[&'b Large<'a>],
    (told, structure): (&Explanations, &Structure),
) -> Vec<&'b Large<'a>> {
    let has_own = |it: &Large<'_>| has_words_cell(table, it.row) || told.has_entry(it.row, structure);
    let passed = told_of.iter().filter(|it| !has_own(it) && !told.has_amount(&it.deviation));
    let listed = |it: &&Large<'_>| has_words_cell(table, it.row) || told.is_listed(it.row, structure);
    if told_of.iter().copied().any(|it| listed(&it)) { passed.copied().collect() } else { Vec::new() }
}

/// The limit that the document prints, else its body's, else the municipality's. The last
/// is known to be the committee's own only in the first two cases, and not meant where the document
/// prints one for something else.
fn threshold(
    printed: &[Printed<'_>],
    section: &Section,
    (document, structure): (&Document, &Structure),
) -> Option<Threshold> {
    let holds = |it: &&Printed<'_>| !it.of_own || std::ptr::eq(it.section, section);
    let none = printed.is_empty();
    let printed = printed.iter().find(holds).map(|it| it.limit.clone());
    let body = document.body.as_ref().map(|body| body.text.as_str()).unwrap_or_default();
    let own = structure.deviation_thresholds_tkr.get(body).map(|limit| Quantity::new(*limit, 0, Unit::Tkr));
    let set = limits::set(structure, RULE.about.name, "threshold_tkr").or(structure.deviation_threshold_tkr);
    let common = set.filter(|_| none).map(|limit| Quantity::new(limit, 0, Unit::Tkr));
    printed.or(own).map(|limit| (limit, true)).or(common.map(|limit| (limit, false)))
}

/// "Avvikelser över 500 tkr förklaras", "Nämndens gräns är 500 tkr".
fn printed_limit(sentence: &str) -> Option<Quantity> {
    let lower = sentence.lower();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let compared = has(&["större än", "över ", "mer än", "överstig", "minst", "eller mer"]);
    let told = has(&["avvik", "skilj"]) && has(&["förklara", "komment"]) && compared;
    let limit = has(&["gräns"]) && !has(&["årsskift", "begräns"]);
    let found = figures(sentence).into_iter().find(|found| found.quantity.unit.is_money())?;
    (told || limit).then_some(found.quantity)
}

/// A row whose deviation is surely above the limit.
struct Large<'a> {
    row: &'a Row,
    at: (usize, usize),
    deviation: Quantity,
}

/// Whether the rows of a table are explained: a statement's, and those of areas that have notes.
fn is_asked(table: &Table) -> bool {
    let has_notes = || table.rows.iter().any(|row| has_words_cell(table, row));
    table.kind == TableKind::Statement || table.kind == TableKind::BudgetAreas && has_notes()
}

/// The rows above the limit. Sums are explained by their parts.
fn above<'a>(table: &'a Table, threshold: &Quantity, structure: &Structure) -> Vec<Large<'a>> {
    let Some(column) = table.column(|kind| *kind == ColumnKind::Deviation) else { return Vec::new() };
    let Some(unit) = money::unit(table, column) else { return Vec::new() };
    let items = table.rows.iter().enumerate();
    let items = items.filter(|(_, row)| row.role == RowRole::Item && !is_sum(row, structure));
    let large = items.filter_map(|(index, row)| {
        let value = row.cells.get(column)?.value.clone()?;
        let deviation = Quantity { unit: unit.clone(), ..value };
        is_above(&deviation, threshold).then_some(Large { row, at: (index, column), deviation })
    });
    large.collect()
}

/// Whether a row is a sum, the frame or what is left of it.
fn is_sum(row: &Row, structure: &Structure) -> bool {
    let named = row.line.as_deref().is_some_and(|key| {
        key == structure.frame_line
            || structure.statement_line(key).is_some_and(|line| !line.sum_of.is_empty())
    });
    let lower = row.label.text.lower();
    named || SUMS.iter().any(|word| lower.contains(word))
}

/// Words of labels of sums.
const SUMS: [&str; 6] = ["summa", "total", "resultat", "netto", "kommunbidrag", "budgetram"];

/// Whether a row has a note, or a cell of words beside its figures.
fn has_words_cell(table: &Table, row: &Row) -> bool {
    let cells = table.columns.iter().zip(&row.cells);
    row.note.is_some()
        || cells.into_iter().any(|(column, cell)| column.kind == ColumnKind::Note && cell.printed.is_some())
}

fn is_above(value: &Quantity, threshold: &Quantity) -> bool {
    let size = Quantity { mantissa: value.mantissa.abs(), ..value.clone() };
    match (size.unit.kronor(), threshold.unit.kronor()) {
        (Some(kronor), Some(limit)) => size.value().times(kronor) > threshold.value().times(limit),
        _ => false,
    }
}

fn tell(
    document: &Document,
    table: &Table,
    silent: &[&Large<'_>],
    (limit, sure): (&Threshold, bool),
) -> Finding {
    let joined = |words: Vec<String>| words.join(", ");
    let rows = joined(silent.iter().map(|it| it.row.label.text.clone()).collect());
    let values = joined(silent.iter().map(|it| quantity(&it.deviation)).collect());
    let places = || silent.iter().map(|it| place::cell(document, table, it.at));
    let expected = match limit.1 {
        true => "rule-deviation-unexplained-expected",
        false => "rule-deviation-unexplained-expected-set",
    };
    Finding {
        severity: if sure { Severity::Warning } else { Severity::Note },
        confidence_percent: if sure { 80 } else { 55 },
        found: Message::new("rule-deviation-unexplained-found").with("value", values),
        expected: Message::new(expected).with("limit", quantity(&limit.0)),
        advice: Message::new("rule-deviation-unexplained-try").with("row", rows.clone()),
        also_at: places().skip(1).collect(),
        ..RULE.about.finding(
            place::cell(document, table, silent[0].at),
            Message::new("rule-deviation-unexplained-says").with("row", rows),
        )
    }
}
