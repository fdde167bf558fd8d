//! The rows that a plain sentence tells of.

use super::body;
use super::sentence::{Plain, What, Who};
use crate::prose::{Said, words};
use crate::seen::Sheet;
use crate::told::RowAt;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::{ColumnKind, Row, RowRole, Table, TableKind};
use uppsikt_text::case::Lower;
use uppsikt_text::stem::stem;

/// The rows that are meant; none where the words around leave it open.
pub fn rows<'a>(sheet: &Sheet<'a>, said: &Said<'a>, plain: &Plain) -> Vec<RowAt<'a>> {
    let tables: Vec<&'a Table> = sheet.document.tables().into_iter().map(|(_, table)| table).collect();
    match &plain.who {
        Who::Row(stems) => of_kind(sheet, said).flat_map(|table| named(table, stems)).collect(),
        Who::Result => results(sheet, said, &tables),
        Who::Net => net(sheet, said, &tables),
        Who::Whole if is_of_all(sheet, said, plain, &tables) => {
            tables.iter().flat_map(|table| totals(sheet, table)).collect()
        }
        Who::Whole => Vec::new(),
    }
}

/// The tables of what a sentence may tell of: of investments only where its heading is.
fn of_kind<'a>(sheet: &Sheet<'a>, said: &Said<'a>) -> impl Iterator<Item = &'a Table> {
    let is_of = |section: &Section| {
        section.heading.as_ref().is_some_and(|heading| heading.text.lower().contains("invester"))
    };
    let invests = said.passage.within.iter().any(|section| is_of(section));
    let kept =
        move |(section, table): &(&Section, &Table)| invests || !(is_of(section) || is_of_investments(table));
    sheet.document.tables().into_iter().filter(kept).map(|(_, table)| table)
}

fn is_of_investments(table: &Table) -> bool {
    table.kind == TableKind::Investments || said_of(table).contains("invester")
}

/// The rows of a table whose whole label is of these stems.
fn named<'a>(table: &'a Table, stems: &[String]) -> Vec<RowAt<'a>> {
    let is = |row: &usize| stems_of(&table.rows[*row].label.text) == stems;
    (0..table.rows.len()).filter(is).map(|row| RowAt::whole(table, row)).collect()
}

fn stems_of(label: &str) -> Vec<String> {
    let label = label.split(['(', '*']).next().unwrap_or(label);
    words(label).iter().map(|word| stem(word)).collect()
}

/// The net cost by its name, else the sums of tables with deviations.
fn net<'a>(sheet: &Sheet<'a>, said: &Said<'a>, tables: &[&'a Table]) -> Vec<RowAt<'a>> {
    let own: Vec<RowAt<'a>> = tables.iter().flat_map(|table| named(table, &[stem("nettokostnad")])).collect();
    let committee = matches!(sheet.document.kind, DocumentKind::InterimReport | DocumentKind::AnnualAnalysis);
    let plain = is_under_whole(sheet, said, tables) && is_under_economy(sheet, said);
    let whole = committee && plain && opens(sheet, said);
    match (own.is_empty(), whole) {
        (false, _) => own,
        (true, true) => tables.iter().flat_map(|table| totals(sheet, table)).collect(),
        (true, false) => Vec::new(),
    }
}

/// The rows of the result of the year.
fn results<'a>(sheet: &Sheet<'a>, said: &Said<'a>, tables: &[&'a Table]) -> Vec<RowAt<'a>> {
    let is_result = |table: &Table, row: usize| {
        let row = &table.rows[row];
        let label = row.label.text.lower();
        row.line.as_ref() == Some(&sheet.structure().result_line)
            || label == "årets resultat"
            || label == "resultat"
    };
    let plain = is_under_whole(sheet, said, tables) && is_under_economy(sheet, said);
    let rows = tables.iter().flat_map(|table| (0..table.rows.len()).map(|row| (*table, row)));
    let found = rows.filter(|(table, row)| plain && is_result(table, *row));
    found.map(|(table, row)| RowAt::whole(table, row)).collect()
}

/// The sums and results of a table with deviations.
fn totals<'a>(sheet: &Sheet<'a>, table: &'a Table) -> Vec<RowAt<'a>> {
    let deviates = table.column(|kind| *kind == ColumnKind::Deviation).is_some();
    let is_total = |row: &usize| {
        let row = &table.rows[*row];
        row.role == RowRole::Total || row.line.as_ref() == Some(&sheet.structure().result_line)
    };
    let asked = deviates && !is_of_investments(table);
    let rows = (0..table.rows.len()).filter(|_| asked).filter(is_total);
    rows.map(|row| RowAt::whole(table, row)).collect()
}

fn said_of(table: &Table) -> String {
    let caption = table.caption.as_ref().map(|caption| caption.text.as_str()).unwrap_or_default();
    format!("{caption} {}", table.label_heading).lower()
}

/// Whether the body as a whole is meant: no heading and nothing said before it is of a row, and the document is
/// that of one committee or names the municipality.
fn is_of_all(sheet: &Sheet<'_>, said: &Said<'_>, plain: &Plain, tables: &[&Table]) -> bool {
    let committee = matches!(sheet.document.kind, DocumentKind::InterimReport | DocumentKind::AnnualAnalysis);
    let deviation = matches!(plain.what, What::Deviation { .. });
    // Where a table has a result another rule holds the summary against it.
    let result = |row: &Row| row.line.as_ref() == Some(&sheet.structure().result_line);
    let has_result = tables.iter().any(|table| table.rows.iter().any(result));
    committee
        && deviation
        && !has_result
        && is_under_whole(sheet, said, tables)
        && (plain.names_body || opens(sheet, said) && is_under_economy(sheet, said))
}

/// Whether the headings around a sentence are of the whole economy, of a summary or of no one in particular.
fn is_under_economy(sheet: &Sheet<'_>, said: &Said<'_>) -> bool {
    let body = sheet.document.body.as_ref().map(|body| body.text.lower());
    const GENERAL: [&str; 20] = [
        "sammanfattning",
        "ekonomi",
        "resultat",
        "budget",
        "prognos",
        "utfall",
        "finans",
        "förvaltningsberättelse",
        "viktiga",
        "översikt",
        "inledning",
        "drift",
        "uppföljning",
        "avvikelse",
        "orsak",
        "analys",
        "rapport",
        "redovisning",
        "plan ",
        "kommun",
    ];
    let is_general = |section: &&Section| {
        let heading = section.heading.as_ref().map(|heading| heading.text.lower());
        matches!(section.kind, SectionKind::Summary | SectionKind::Economy)
            || heading.is_none_or(|heading| {
                let own = body.as_ref().is_some_and(|body| heading.contains(body.as_str()));
                own || GENERAL.iter().any(|word| heading.contains(word))
            })
    };
    said.passage.within.iter().copied().all(|section| is_general(&section))
}

/// Whether a sentence is the first of its passage, or all before it is told of the body.
fn opens(sheet: &Sheet<'_>, said: &Said<'_>) -> bool {
    let before = said.passage.text.len().saturating_sub(said.rest.len() + said.sentence.len());
    let before = said.passage.text.get(..before).unwrap_or_default();
    let body = body(sheet);
    let first = words(before).into_iter().next();
    first.is_none_or(|word| word == "nämnden" || word == "styrelsen" || body.contains(&stem(&word)))
}

/// Whether no heading around a sentence names a row, a part of the body or its investments.
fn is_under_whole(sheet: &Sheet<'_>, said: &Said<'_>, tables: &[&Table]) -> bool {
    let mut headings = said.passage.within.iter().filter_map(|section| section.heading.as_ref());
    let is_of_part = |heading: &str| {
        let told = stems_of(heading);
        let lower = heading.lower();
        let labels = tables.iter().flat_map(|table| &table.rows).map(|row| stems_of(&row.label.text));
        let mut named = labels.filter(|label| !label.is_empty() && label.iter().all(|it| told.contains(it)));
        let is_body = sheet.document.body.as_ref().is_some_and(|body| lower.contains(&body.text.lower()));
        named.any(|label| label.iter().map(String::len).sum::<usize>() > 3 && label != ["resultat"])
            || lower.contains("invester")
            || (lower.contains("nämnd") || lower.contains("bolag")) && !is_body
    };
    !headings.any(|heading| is_of_part(&heading.text))
}
