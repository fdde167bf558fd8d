//! Kind, year and body by the text itself, where no title tells them.

use super::bare;
use crate::book::{Book, HeadingKind, folded};
use crate::source::Source;
use std::collections::HashMap;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::section::SectionKind;

/// Without a title the headings decide: only plans plan, only reports assess.
pub(super) fn kind_by_headings(source: &Source, book: &Book<'_>) -> DocumentKind {
    let (mut plan, mut report, mut annual, mut chapters) = (0, 0, 0, 0);
    for line in (0..source.len()).filter(|line| source.free(*line)) {
        let (_, text) = bare(source.raw(line));
        if text.len() > 120 || text.ends_with(['.', ',']) {
            continue;
        }
        for known in book.headings(text).iter().take(1) {
            use SectionKind::*;
            let HeadingKind::Section(kind) = known.kind else { continue };
            match kind {
                TermPlan | YearPlan | TermChanges | DesiredOutcome | Operations => plan += 1,
                Report | AssessmentPeriod | AssessmentTerm => report += 1,
                Goal | GoalArea | Goals | Responsibilities | Rights | Priorities | Statement
                | Investments => chapters += 1,
                _ => {}
            }
            annual += usize::from(folded(text).contains("helår") || folded(text).contains("måluppfyllelse"));
        }
    }
    match () {
        () if plan == 0 && report == 0 && chapters < 2 => DocumentKind::Unknown,
        () if report > plan && annual * 2 > report => DocumentKind::AnnualAnalysis,
        () if report > plan => DocumentKind::InterimReport,
        () if plan > 0 => DocumentKind::CommitteeBudget,
        () => DocumentKind::Unknown,
    }
}

/// The year that stands in headings, else most often in the text.
pub(super) fn year_by_text(source: &Source) -> Option<i32> {
    let mut counts: HashMap<i32, usize> = HashMap::new();
    for line in (0..source.len()).filter(|line| source.free(*line)).take(400) {
        let text = source.text(line);
        let weight = if text.len() < 60 && !text.ends_with('.') { 3 } else { 1 };
        for word in
            text.split(|c: char| !c.is_ascii_digit()).filter(|word| crate::tables::tail::is_year(word))
        {
            if let Ok(year) = word.parse() {
                *counts.entry(year).or_default() += weight;
            }
        }
    }
    counts.into_iter().max_by_key(|(year, count)| (*count, *year)).map(|(year, _)| year)
}
