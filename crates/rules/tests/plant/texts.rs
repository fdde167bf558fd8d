//! Units of indicators, heads of tables, capitals, last days of assignments, shares in summaries.

use super::clean::Clean;
use super::{Change, Planted, lines_of};
use uppsikt_domain::block::Content;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::section::SectionKind;

/// The unit after an indicator's name taken away, where the name does not tell it.
pub fn unit_of_indicator(clean: &Clean) -> Vec<Planted> {
    if clean.document.kind != DocumentKind::CommitteeBudget {
        return Vec::new();
    }
    const UNITS: [&str; 5] = [", procent", ", antal", ", tusental", ", hektar", ", index"];
    const TOLD: [&str; 9] =
        ["andel", "antal", "dagar", "per ", "timm", "omsättning", "frånvaro", "nöjd", "plats"];
    let indicators = clean.document.all_sections().into_iter().flat_map(|section| &section.indicators);
    let bare = indicators.filter_map(|indicator| {
        let line = indicator.span.at.line;
        let printed = clean.line(line);
        let unit = UNITS.iter().find(|unit| printed.contains(*unit))?;
        let with = printed.replacen(unit, "", 1);
        let lower = with.to_lowercase();
        let told = TOLD.iter().any(|word| lower.contains(word)) || indicator.span.end_line != line;
        (!told).then(|| Planted::line("indicator: unit removed", clean, line, with))
    });
    bare.collect()
}

/// A paragraph of at least ten words in capitals.
pub fn capitals(clean: &Clean) -> Vec<Planted> {
    let blocks = clean.document.all_sections().into_iter().flat_map(|section| &section.blocks);
    let paragraphs = blocks.filter_map(|block| match &block.content {
        Content::Paragraph { text } if text.split_whitespace().count() >= 10 => Some(block.span),
        _ => None,
    });
    let loud = paragraphs.map(|span| {
        let (first, last) = lines_of(span);
        let with: Vec<String> = (first..=last).map(|line| clean.line(line).to_uppercase()).collect();
        let told = format!("{first}: {}", with[0]);
        let changes = vec![Change { from: first, gone: last + 1 - first, with }];
        Planted { kind: "capitals", changes, at: vec![(first, last)], told }
    });
    loud.collect()
}

/// The words of a table's head taken away.
pub fn head_of_table(clean: &Clean) -> Vec<Planted> {
    let lines = 1..u32::try_from(clean.lines.len()).unwrap_or(0);
    let heads =
        lines.filter(|line| clean.line(*line).starts_with('|') && clean.line(line + 1).starts_with("| ---"));
    let emptied = |line: u32| format!("|{}", "  |".repeat(clean.line(line).matches('|').count() - 1));
    heads.map(|line| Planted::line("table: head emptied", clean, line, emptied(line))).collect()
}

/// A last day in April put to an assignment of a report that tells of no answer.
pub fn last_day(clean: &Clean) -> Vec<Planted> {
    let Some(year) = clean.document.year.filter(|_| clean.document.kind.is_report()) else {
        return Vec::new();
    };
    let sections = clean.document.all_sections().into_iter().filter(|it| it.kind == SectionKind::Assignment);
    let put = sections.filter_map(|section| {
        let first = section.blocks.first()?.span;
        let words = format!("Uppdraget ska redovisas senast den 20 april {year}.");
        let lines = vec![words, String::new()];
        (first.at.line > 1).then(|| Planted::after("assignment: last day", first.at.line - 1, lines))
    });
    put.collect()
}

/// "Fyra av fem mål" in the summary of a report written as a share that it is not.
pub fn share_of_goals(clean: &Clean) -> Vec<Planted> {
    if !clean.document.kind.is_report() {
        return Vec::new();
    }
    let summary = clean.document.sections.iter().filter(|section| section.kind == SectionKind::Summary);
    let lines = summary.flat_map(|section| section.span.at.line..=section.span.end_line);
    const NUMBERS: [&str; 8] = ["Ett", "Två", "Tre", "Fyra", "Fem", "Sex", "Sju", "Åtta"];
    let counted = lines.filter_map(|line| {
        let printed = clean.line(line);
        let (at, number) =
            NUMBERS.iter().find_map(|word| Some((printed.find(&format!("{word} av "))?, word)))?;
        let end = at + printed[at..].find(" mål")? + " mål".len();
        let with = format!("{}Inget av målen{}", &printed[..at], &printed[end..]);
        (end - at < 24 && !number.is_empty()).then(|| Planted::line("summary: share", clean, line, with))
    });
    counted.collect()
}
