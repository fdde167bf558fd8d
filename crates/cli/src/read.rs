//! `uppsikt read FILE`: one document, as it was understood.

use crate::{Outcome, output, style};
use clap::ArgMatches;
use std::path::PathBuf;
use uppsikt_app::archive;
use uppsikt_app::document::report::scanned_pages;
use uppsikt_domain::document::{Document, DocumentKind, LineRole};
use uppsikt_domain::goal::AreaView;
use uppsikt_domain::place::Span;
use uppsikt_messages::{Arg, Lang, text};
use uppsikt_reading::Explained;

/// Reads the file and prints what was understood.
pub fn run(given: &ArgMatches, lang: Lang) -> Outcome {
    let Some(style) = style::chosen(given, lang) else { return Outcome::Unusable };
    let Some(path) = given.get_one::<PathBuf>("file") else { return Outcome::Unusable };
    let read = archive::input_file(path).and_then(|file| archive::read(&file, &style));
    let document = match read {
        Ok(document) => document,
        Err(message) => {
            output::tell(&message, lang);
            return Outcome::Unusable;
        }
    };
    if document.kind == DocumentKind::Unknown {
        output::tell(&uppsikt_reading::not_recognised_message(&style), lang);
    }
    output::result(&answer(&document, given, lang));
    Outcome::Done
}

fn answer(document: &Document, given: &ArgMatches, lang: Lang) -> String {
    if given.get_flag("json") {
        let json = uppsikt_reading::json::reading_json(document);
        serde_json::to_string_pretty(&json).unwrap_or_default()
    } else if given.get_flag("explain") {
        explained(document, lang) + &counted(document, lang) + &proposed(document, given, lang)
    } else {
        summary(document, lang)
    }
}

/// Each line with what took it: number, role, pattern, the line.
fn explained(document: &Document, lang: Lang) -> String {
    let lines = uppsikt_reading::explain(document);
    // A file that numbers its lines on each page tells the page, too.
    let paged = document.source.pages.is_some();
    let place = |line: &Explained<'_>| match line.page.filter(|_| paged) {
        Some(page) => format!("{page}:{}", line.line),
        None => line.line.to_string(),
    };
    let width = lines.iter().map(|line| place(line).len()).max().unwrap_or_default();
    let mut out = String::new();
    for line in lines {
        let role = text(lang, role_key(line.role), &[]);
        let words = line.text.trim_end();
        out.push_str(&format!("{:>width$}  {role:<14} {:<30} {words}\n", place(&line), line.by));
    }
    out
}

/// How many lines each pattern took.
fn counted(document: &Document, lang: Lang) -> String {
    let mut out = format!("\n{}\n", text(lang, "cli-read-taken", &[]));
    for taken in uppsikt_reading::taken_by(document) {
        let role = text(lang, role_key(taken.role), &[]);
        out.push_str(&format!("{:>6}  {role:<14} {}\n", taken.lines, taken.by));
    }
    out
}

/// What the style could say in addition, and why.
fn proposed(document: &Document, given: &ArgMatches, lang: Lang) -> String {
    let style = style::chosen(given, lang).unwrap_or_else(uppsikt_reading::HouseStyle::standard);
    let proposals = uppsikt_reading::proposals(document, &style);
    if proposals.is_empty() {
        return String::new();
    }
    let mut out = format!("\n{}\n", text(lang, "cli-read-proposals", &[]));
    for proposal in proposals {
        let span = Span { at: proposal.at, end_line: proposal.at.line, end_column: proposal.at.column };
        let at = place(document, span, lang);
        let args = [("words", proposal.words.as_str().into()), ("at", at.into())];
        let words = text(lang, "cli-read-proposal", &args);
        let toml = proposal.toml.replace('\n', "\n    ");
        out.push_str(&format!("\n{words}: {}\n    {toml}\n", proposal.reason.in_lang(lang)));
    }
    out
}

fn role_key(role: LineRole) -> &'static str {
    match role {
        LineRole::Blank => "cli-role-blank",
        LineRole::RunningHead => "cli-role-running-head",
        LineRole::Title => "cli-role-title",
        LineRole::Contents => "cli-role-contents",
        LineRole::Heading => "cli-role-heading",
        LineRole::Text => "cli-role-text",
        LineRole::Table => "cli-role-table",
        LineRole::Agenda => "cli-role-agenda",
        LineRole::Markup => "cli-role-markup",
        LineRole::Unread => "cli-role-unread",
    }
}

/// The name of a kind of document.
pub fn kind(kind: DocumentKind, lang: Lang) -> String {
    text(lang, &format!("writing-kind-{}", kind.code().replace('_', "-")), &[])
}

fn summary(document: &Document, lang: Lang) -> String {
    let mut out = text(lang, "cli-read-summary", &head(document, lang)) + "\n";
    if document.guessed {
        out += &(text(lang, "cli-read-guessed", &[]) + "\n");
    }
    out += &(text(lang, "cli-read-counts", &counts(document)) + "\n");
    out += &without_text(&scanned_pages(document), &document.source.empty_pages, lang);
    for area in document.goal_areas() {
        out += &area_lines(document, &area, lang);
    }
    out
}

/// The pages of which nothing was read, a line for each reason.
pub fn without_text(scanned: &[u32], empty: &[u32], lang: Lang) -> String {
    uppsikt_app::document::report::without_text(scanned, empty)
        .iter()
        .map(|told| told.in_lang(lang) + "\n")
        .collect()
}

fn head(document: &Document, lang: Lang) -> Vec<(&'static str, Arg)> {
    let none = || text(lang, "cli-read-none", &[]);
    vec![
        ("file", document.source.file.as_str().into()),
        ("kind", kind(document.kind, lang).into()),
        ("body", document.body.as_ref().map_or_else(none, |body| body.text.clone()).into()),
        ("year", document.year.map_or_else(none, |year| year.to_string()).into()),
    ]
}

fn assessments(document: &Document) -> usize {
    let tables = document.tables().into_iter().flat_map(|(_, table)| table.all_goals());
    let all = document.all_sections().into_iter().chain(tables.flat_map(|goal| goal.all()));
    all.filter(|section| section.assessment.is_some()).count()
}

fn counts(document: &Document) -> Vec<(&'static str, Arg)> {
    let areas = document.goal_areas();
    let goals: Vec<_> = areas.iter().flat_map(|area| &area.goals).collect();
    let sections = document.all_sections();
    let tables = document.tables();
    let of_kind = |kind| sections.iter().filter(|section| section.kind == kind).count();
    let rows = tables.iter().flat_map(|(_, table)| &table.rows);
    let cells = rows.flat_map(|row| &row.cells).filter(|cell| cell.printed.is_some()).count();
    vec![
        ("areas", areas.iter().filter(|area| area.section.is_some()).count().into()),
        ("goals", goals.len().into()),
        ("links", goals.iter().map(|goal| goal.agenda().count()).sum::<usize>().into()),
        ("assignments", document.assignments().len().into()),
        ("assessments", assessments(document).into()),
        ("priorities", of_kind(uppsikt_domain::section::SectionKind::Priority).into()),
        ("tables", tables.len().into()),
        ("cells", cells.into()),
        ("figures", document.figures.len().into()),
        ("unread", document.unread.len().into()),
    ]
}

fn area_lines(document: &Document, area: &AreaView<'_>, lang: Lang) -> String {
    let line = |mark: &str, words: &str, span: Span| {
        let at = place(document, span, lang);
        let args = [("mark", mark.into()), ("words", words.into()), ("at", at.into())];
        text(lang, "cli-read-line", &args) + "\n"
    };
    let mut out = area.section.map(|section| format!("\n{}\n", section.name)).unwrap_or_default();
    for goal in &area.goals {
        out += &line("–", goal.name(), goal.section.span);
    }
    for assignment in &area.assignments {
        out += &line("→", &assignment.text, assignment.span);
    }
    out
}

/// Where something stands in the file: "rad 12", and the page where lines are counted on pages.
fn place(document: &Document, span: Span, lang: Lang) -> String {
    let at = document.shown(span).at;
    let paged = document.source.pages.is_some();
    match at.page.filter(|_| paged) {
        Some(page) => text(
            lang,
            "cli-read-page-line",
            &[("page", i64::from(page).into()), ("line", i64::from(at.line).into())],
        ),
        None => text(lang, "cli-read-at-line", &[("line", i64::from(at.line).into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_without_text_are_told_in_runs_and_by_reason() {
        let told = without_text(&[2, 5, 6, 7], &[9], Lang::Sv);
        assert!(told.contains("2, 5–7") && told.lines().count() == 2, "{told}");
        assert!(told.lines().last().is_some_and(|line| line.contains('9')), "{told}");
        assert_eq!(without_text(&[], &[], Lang::En), "");
    }
}
