//! Goals in tables: rows that name a goal, how it is assessed and by what it is followed.
//!
//! Which column holds what is told by its heading, with the words of the style; a column of
//! assessments is one only if most of its cells say a status and nothing else.

mod over_rows;
mod own;
mod settled;
mod told;

pub(crate) use over_rows::over_rows;
pub(crate) use settled::{keep_named, settle};
pub(crate) use told::intro_start;

use crate::book::{Book, HeadingKind, first_fit, folded, unnumbered};
use crate::headings::uncoded;
use crate::indicators::{self, Headings};
use crate::verdict;
use uppsikt_domain::assessment::{Assessment, Horizon, Status};
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::indicator::Indicator;
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::{ColumnKind, Row, RowRole, Table};

/// A term of office ends so many years on at most.
const LATER: i32 = 4;

/// A cell with a status and nothing else is at most so long, in bytes.
const LONGEST_STATUS: usize = 60;

/// Which column holds what; column 0 is the labels.
#[derive(Debug, Clone, Default)]
struct Columns {
    area: Option<usize>,
    goal: usize,
    /// The committee's own goals below those of `goal`.
    own: Option<usize>,
    period: Option<usize>,
    term: Option<usize>,
    indicator: Option<usize>,
    note: Option<usize>,
    /// Links to the global goals.
    agenda: Option<usize>,
    /// Parts of the contribution, by what their headings say.
    parts: Vec<(usize, SectionKind)>,
}

/// The goals of a table, in areas where it has some.
pub(crate) fn of(table: &Table, book: &Book<'_>, year: Option<i32>) -> Vec<Section> {
    let Some(columns) = columns(table, book, year) else { return Vec::new() };
    let mut found: Vec<Section> = Vec::new();
    let headed = table.rows.iter().filter(|row| row.role == RowRole::Section).count() >= 2;
    let mut area: Option<Section> = None;
    for rows in groups(table.rows.iter(), &columns) {
        let first = rows[0];
        if first.role == RowRole::Section {
            let named = area_name(&first.label.text, book, headed);
            area = named.map(|name| section(SectionKind::GoalArea, &first.label, &name)).or(area);
            continue;
        }
        if let Some(cell) = columns.area.and_then(|column| text_at(first, column)) {
            let name = area_name(&cell.text, book, true).unwrap_or_else(|| cell.text.clone());
            area = Some(section(SectionKind::GoalArea, &cell, &name));
        }
        let goal = match columns.own {
            Some(column) => own::goal(table, &rows, (&columns, column), book, year),
            None => goal(table, &rows, &columns, book, year),
        };
        let Some(goal) = goal else { continue };
        put(goal, area.as_ref(), &mut found);
    }
    found
}

/// Puts a goal into its area, which is opened with its first goal.
fn put(goal: Section, area: Option<&Section>, found: &mut Vec<Section>) {
    let Some(area) = area else {
        found.push(goal);
        return;
    };
    match found.last_mut() {
        Some(open) if open.kind == SectionKind::GoalArea && open.name == area.name => {
            open.sections.push(goal)
        }
        _ => found.push(Section { sections: vec![goal], ..area.clone() }),
    }
}

fn section(kind: SectionKind, at: &TextAt, name: &str) -> Section {
    Section { kind, heading: Some(at.clone()), name: name.to_owned(), span: at.span, ..Section::default() }
}

/// A heading inside the table that names an area: by its mark, or as one of several.
fn area_name(text: &str, book: &Book<'_>, headed: bool) -> Option<String> {
    let area = HeadingKind::Section(SectionKind::GoalArea);
    let marked = book.headings(text).into_iter().find(|known| known.kind == area);
    let name = marked.map(|known| text[known.name].trim().to_owned());
    name.or_else(|| headed.then(|| unnumbered(text).1.to_owned()))
}

/// Rows that belong to one goal: those after its first do not name it again.
fn groups<'t>(rows: impl Iterator<Item = &'t Row>, columns: &Columns) -> Vec<Vec<&'t Row>> {
    let mut found: Vec<Vec<&Row>> = Vec::new();
    let mut before: Option<String> = None;
    let several = columns.indicator.is_some() || columns.own.is_some();
    for row in rows {
        let name = text_at(row, columns.goal).map(|cell| cell.text);
        let sum = matches!(row.role, RowRole::Total | RowRole::Subtotal);
        let same = name.is_none() || (name == before && several);
        match found.last_mut() {
            _ if sum => {}
            Some(open) if same && row.role != RowRole::Section && open[0].role != RowRole::Section => {
                open.push(row)
            }
            _ => found.push(vec![row]),
        }
        before = name.or(before);
    }
    found
}

fn goal(
    table: &Table,
    rows: &[&Row],
    columns: &Columns,
    book: &Book<'_>,
    year: Option<i32>,
) -> Option<Section> {
    let cell = text_at(rows[0], columns.goal)?;
    let assess = |column: Option<usize>, horizon| assessment(table, rows, (column?, horizon), columns, book);
    let assessed = [assess(columns.period, Horizon::Period), assess(columns.term, Horizon::Term)];
    let indicators = indicators_of(table, rows, columns, book, year);
    let (name, linked) = told::name_and_links(&cell, book);
    let links = linked.into_iter().chain(told::links_in_column(rows[0], columns.agenda));
    let parts = columns.parts.iter().filter_map(|(column, kind)| told::part(table, rows, *column, *kind));
    Some(Section {
        blocks: told::agenda(links.collect()).into_iter().collect(),
        sections: parts.chain(assessed.into_iter().flatten()).collect(),
        indicators,
        ..section(SectionKind::Goal, &cell, &goal_name(name, book))
    })
}

/// What stands after the mark, the number or the code of a goal.
fn goal_name(text: &str, book: &Book<'_>) -> String {
    let goal = HeadingKind::Section(SectionKind::Goal);
    let marked = book.headings(text).into_iter().find(|known| known.kind == goal);
    marked.map_or_else(|| uncoded(unnumbered(text).1), |known| &text[known.name]).trim().to_owned()
}

/// The assessment of a goal, with the note beside it. Where a goal has several rows with a status
/// each, these are about its indicators.
fn assessment(
    table: &Table,
    rows: &[&Row],
    (column, horizon): (usize, Horizon),
    columns: &Columns,
    book: &Book<'_>,
) -> Option<Section> {
    let mut stated = rows.iter().filter_map(|row| text_at(row, column));
    let cell = stated.next()?;
    if stated.next().is_some() {
        return None;
    }
    let status = status(&cell.text, book).unwrap_or_default();
    let kind = match horizon {
        Horizon::Period => SectionKind::AssessmentPeriod,
        Horizon::Term => SectionKind::AssessmentTerm,
    };
    let heading = &table.columns.get(column.checked_sub(1)?)?.heading;
    let note = columns.note.and_then(|column| text_at(rows[0], column));
    let reason = |note: TextAt| Block {
        id: String::new(),
        span: note.span,
        content: Content::Paragraph { text: note.text },
    };
    Some(Section {
        blocks: note.map(reason).into_iter().collect(),
        span: cell.span,
        assessment: Some(Assessment { horizon, status, wording: cell.text, span: cell.span }),
        ..section(kind, heading, &heading.text)
    })
}

fn indicators_of(
    table: &Table,
    rows: &[&Row],
    columns: &Columns,
    book: &Book<'_>,
    year: Option<i32>,
) -> Vec<Indicator> {
    let Some(column) = columns.indicator else { return Vec::new() };
    let names = [Some(columns.goal), Some(column), columns.own].into_iter().flatten();
    let names: Vec<Option<usize>> = names.map(|column| column.checked_sub(1)).collect();
    let headings = Headings::of(table, book, year, &names);
    let named = rows.iter().filter_map(|row| Some((*row, text_at(row, column)?)));
    let mut found: Vec<Indicator> = Vec::new();
    for (row, text) in named {
        match found.last_mut() {
            Some(before) if indicators::is_sex(&text.text, &book.style.indicators) => before.by_sex = true,
            _ => found.push(headings.indicator(row, text, book)),
        }
    }
    found
}

fn columns(table: &Table, book: &Book<'_>, year: Option<i32>) -> Option<Columns> {
    let words = &book.goal_tables;
    let heading = |column: usize| match column.checked_sub(1) {
        None => table.label_heading.as_str(),
        Some(column) => table.columns[column].heading.text.as_str(),
    };
    let all = 0..=table.columns.len();
    let fits = |patterns: &[crate::pattern::Pattern], column: usize| {
        let heading = heading(column).trim_matches(['*', '_', ' ', ':', '.']);
        !heading.is_empty() && heading.len() < 90 && first_fit(patterns, heading).is_some()
    };
    let goal = all.clone().find(|column| fits(&words.goal, *column) && is_worded(table, *column))?;
    let others = || all.clone().filter(move |column| *column != goal);
    let stated = |column: &usize| *column > 0 && says_status(table, *column, book);
    // "Prognos 2032" in a report for 2031 is of what is to come.
    let later = |column: &usize| {
        year.is_some_and(|year| {
            (year + 1..=year + LATER).any(|it| heading(*column).contains(&it.to_string()))
        })
    };
    let coming = |column: &usize| fits(&words.period, *column) && stated(column) && later(column);
    let term = others().find(|column| fits(&words.term, *column) && stated(column));
    let term = term.or_else(|| others().find(coming));
    let own_year = |column: &usize| year.is_some_and(|year| heading(*column).contains(&year.to_string()));
    let period =
        || others().filter(|column| fits(&words.period, *column) && stated(column) && Some(*column) != term);
    let indicator = others().find(|column| fits(&words.indicator, *column) && is_worded(table, *column));
    let agenda = others().find(|column| told::is_agenda(heading(*column), book));
    // "Kommunfullmäktiges mål", "Nämndens mål": what follows beside the second is of that.
    let most = indicator.unwrap_or(table.columns.len() + 1);
    let own = (goal + 1..most).find(|column| fits(&words.goal, *column) && is_worded(table, *column));
    let own = own.filter(|column| !stated(column) && own::is_below(heading(goal), heading(*column), book));
    let mut found = Columns {
        agenda,
        own,
        parts: Vec::new(),
        area: others()
            .find(|column| *column < goal && fits(&words.area, *column) && is_worded(table, *column)),
        goal,
        period: period().find(own_year).or_else(|| period().next_back()),
        term,
        indicator,
        note: others().find(|column| *column > 0 && table.columns[*column - 1].kind == ColumnKind::Note),
    };
    let taken = [found.own, found.area, found.period, found.term, found.indicator, found.note, found.agenda];
    let free = others().filter(|column| *column > 0 && !taken.contains(&Some(*column)));
    found.parts = free
        .filter(|column| is_worded(table, *column))
        .filter_map(|column| Some((column, told::part_kind(heading(column), book)?)))
        .collect();
    (found.period.is_some() || found.term.is_some() || found.indicator.is_some()).then_some(found)
}

pub(crate) fn cells(table: &Table, column: usize) -> Vec<TextAt> {
    let rows = table.rows.iter().filter(|row| row.role != RowRole::Section);
    rows.filter_map(|row| text_at(row, column)).collect()
}

pub(crate) fn text_at(row: &Row, column: usize) -> Option<TextAt> {
    let found = match column.checked_sub(1) {
        None => row.label.clone(),
        Some(column) => {
            let cell = row.cells.get(column)?;
            TextAt::new(cell.printed.clone()?, cell.span)
        }
    };
    (!found.text.trim().is_empty()).then_some(found)
}

/// Whether most cells hold words.
pub(crate) fn is_worded(table: &Table, column: usize) -> bool {
    let cells = cells(table, column);
    let worded = |cell: &&TextAt| cell.text.chars().filter(|c| c.is_alphabetic()).count() >= 4;
    !cells.is_empty() && cells.iter().filter(worded).count() * 10 >= cells.len() * 6
}

/// Whether most cells say a status and nothing else.
fn says_status(table: &Table, column: usize, book: &Book<'_>) -> bool {
    let cells = cells(table, column);
    let stated = cells.iter().filter(|cell| status(&cell.text, book).is_some()).count();
    stated > 0 && stated * 10 >= cells.len() * 6
}

/// The status that a cell says; a sign of no known colour is not stated.
pub(crate) fn status(text: &str, book: &Book<'_>) -> Option<Status> {
    let bare = folded(text.trim_matches(['*', '_', ' ', '.', '\u{fe0f}']));
    if bare.is_empty() || bare.len() > LONGEST_STATUS {
        return None;
    }
    if let Some(status) = book.cell_statuses.get(bare.as_str()) {
        return Some(*status);
    }
    let mut signs = text.chars().filter(|c| !c.is_alphanumeric() && !c.is_whitespace());
    let sign = signs.find_map(|c| book.cell_statuses.get(c.to_string().as_str()));
    let worded = bare.chars().any(char::is_alphanumeric);
    let told = || verdict::first_status(text, book).filter(|(_, at)| at.len() * 2 >= text.trim().len());
    let mark = !worded && !matches!(bare.as_str(), "-" | "--" | "..");
    sign.copied().or_else(|| told().map(|(status, _)| status)).or_else(|| mark.then_some(Status::NotStated))
}

/// Whether the indicators of a table are those of its goals.
pub(crate) fn tells(table: &Table) -> bool {
    table.goals.iter().flat_map(Section::all).any(|goal| !goal.indicators.is_empty())
}

/// Gives the indicators that a table names their own reading, where no column names goals.
pub(crate) fn indicators_alone(
    table: &Table,
    book: &Book<'_>,
    year: Option<i32>,
    plan: bool,
) -> Vec<Indicator> {
    if tells(table) { Vec::new() } else { indicators::of_table(table, book, year, plan) }
}
