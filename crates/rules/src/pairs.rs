//! Documents of the same body that belong together: plan and report of a year, and the
//! reports of two years.

use crate::alike::letters_alike_permille;
use crate::seen::Seen;
use std::collections::HashMap;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::indicator::Indicator;
use uppsikt_domain::place::Span;
use uppsikt_text::compare::normalized;

/// Every plan with every report of its body and year.
pub fn plan_and_report<'a>(picture: &Seen<'a>) -> Vec<(&'a Document, &'a Document)> {
    let reports = [DocumentKind::InterimReport, DocumentKind::AnnualAnalysis];
    pairs(picture, 0, |one, other| one.kind == DocumentKind::CommitteeBudget && reports.contains(&other.kind))
}

/// Every report with the one of its kind a year later.
pub fn report_and_next<'a>(picture: &Seen<'a>) -> Vec<(&'a Document, &'a Document)> {
    pairs(picture, 1, |one, other| one.kind.is_report() && one.kind == other.kind)
}

/// Every interim report with the annual analysis of its year.
pub fn interim_and_annual<'a>(picture: &Seen<'a>) -> Vec<(&'a Document, &'a Document)> {
    pairs(picture, 0, |one, other| {
        one.kind == DocumentKind::InterimReport && other.kind == DocumentKind::AnnualAnalysis
    })
}

/// Every plan with the one a year later.
pub fn plan_and_next<'a>(picture: &Seen<'a>) -> Vec<(&'a Document, &'a Document)> {
    let plan = DocumentKind::CommitteeBudget;
    pairs(picture, 1, move |one, other| one.kind == plan && other.kind == plan)
}

/// Every budget of the council with the one a year later.
pub fn council_and_next<'a>(picture: &Seen<'a>) -> Vec<(&'a Document, &'a Document)> {
    let budget = DocumentKind::CouncilBudget;
    pairs(picture, 1, move |one, other| one.kind == budget && other.kind == budget)
}

/// Every report with the plan of the year after.
pub fn report_and_next_plan<'a>(picture: &Seen<'a>) -> Vec<(&'a Document, &'a Document)> {
    let reports = [DocumentKind::InterimReport, DocumentKind::AnnualAnalysis];
    pairs(picture, 1, move |one, other| {
        reports.contains(&one.kind) && other.kind == DocumentKind::CommitteeBudget
    })
}

/// The council's budget of a year, where there is one, with the documents of committees of that year.
pub fn council_and_committee<'a>(seen: &Seen<'a>) -> Vec<(&'a Document, &'a Document)> {
    let archive = seen.archive();
    let document = |at: usize| seen.sheets()[at].document;
    let mut found = Vec::new();
    for (at, shelf) in archive.newest().iter().filter(|(_, shelf)| !shelf.body.is_empty()) {
        let council = archive.at(&shelf.beside("", DocumentKind::CouncilBudget, shelf.year));
        if let [council] = council {
            found.push((document(*council), document(*at)));
        }
    }
    found
}

/// Pairs of documents of one body of one municipality, the second so many years later, that fit, in their
/// newest versions. The cost grows with the number of pairs and not with the square of the number of
/// documents.
fn pairs<'a>(
    seen: &Seen<'a>,
    later: i32,
    fit: impl Fn(&Document, &Document) -> bool,
) -> Vec<(&'a Document, &'a Document)> {
    let newest = seen.archive().newest();
    let document = |at: usize| seen.sheets()[at].document;
    let mut by_place: HashMap<(&str, &str, i32), Vec<&'a Document>> = HashMap::new();
    for (at, shelf) in newest {
        by_place.entry((&shelf.city, &shelf.body, shelf.year)).or_default().push(document(*at));
    }
    let mut found = Vec::new();
    for (at, shelf) in newest {
        let one = document(*at);
        let others = by_place.get(&(shelf.city.as_str(), shelf.body.as_str(), shelf.year + later));
        let others = others.map_or(&[][..], Vec::as_slice);
        found.extend(others.iter().filter(|other| fit(one, other)).map(|other| (one, *other)));
    }
    found
}

/// The names of a report's goals.
pub fn report_goals(report: &Document) -> Vec<String> {
    report.goals().iter().map(|goal| goal.name().to_owned()).collect()
}

/// The indicators of all goals by what they are called: the words before their figures.
pub fn indicators(document: &Document) -> Vec<(String, &Indicator)> {
    let goals = document.goals();
    let all = goals.iter().flat_map(|goal| goal.indicators());
    all.map(|indicator| (normalized(indicator.text.split(':').next().unwrap_or_default()), indicator))
        .collect()
}

/// Goal, reason and its place, of every assessment.
pub fn assessed(report: &Document) -> Vec<(String, String, Span)> {
    let mut found = Vec::new();
    for goal in report.goals() {
        for section in goal.section.all().into_iter().filter(|section| section.assessment.is_some()) {
            found.push((goal.name().to_owned(), section.own_text(), section.span));
        }
    }
    found
}

/// Goals of two documents that are the same, by their wording.
pub fn goals_in_both<'a>(
    one: &'a Document,
    other: &'a Document,
) -> impl Iterator<Item = (GoalView<'a>, GoalView<'a>)> {
    let theirs = other.goals();
    one.goals().into_iter().filter_map(move |goal| {
        let same = theirs.iter().find(|it| normalized(it.name()) == normalized(goal.name()))?;
        Some((goal, *same))
    })
}

/// What an indicator is called: the words before its figures.
pub fn called(indicator: &Indicator) -> &str {
    indicator.text.split(':').next().unwrap_or_default().trim()
}

/// So many words make a sentence and no name.
const NAME_WORDS: usize = 14;

/// The indicators of a goal that have figures and a name, by their names.
pub fn figured(goal: GoalView<'_>) -> Vec<(String, &Indicator)> {
    let figured = goal.indicators().filter(|it| it.baseline.is_some() || it.target.is_some());
    let named = figured.filter(|it| called(it).split_whitespace().count() <= NAME_WORDS);
    named.map(|indicator| (normalized(called(indicator)), indicator)).collect()
}

/// A goal of two documents with the indicators of the first that the second has nothing like.
pub struct Gone<'a> {
    /// The goal in the second document.
    pub goal: GoalView<'a>,
    /// How many of the goal's indicators are kept.
    pub kept: usize,
    /// Those that are not.
    pub gone: Vec<&'a Indicator>,
}

/// What becomes of the indicators of all goals that two documents have, and whether the second
/// keeps nearly all: then one that is gone is missed, though it be the only one of its goal.
pub fn indicators_gone<'a>(one: &'a Document, other: &'a Document) -> (Vec<Gone<'a>>, bool) {
    let mut found = Vec::new();
    for (before, goal) in goals_in_both(one, other) {
        let own = figured(goal);
        let is_kept = |name: &str| own.iter().any(|(own, _)| is_like(own, name));
        let (kept, gone): (Vec<_>, Vec<_>) = figured(before).into_iter().partition(|(name, _)| is_kept(name));
        found.push(Gone { goal, kept: kept.len(), gone: gone.into_iter().map(|(_, it)| it).collect() });
    }
    let kept: usize = found.iter().map(|it| it.kept).sum();
    let gone: usize = found.iter().map(|it| it.gone.len()).sum();
    (found, kept >= 3 && kept >= 3 * gone)
}

/// Names this like each other (thousandths), letter by letter, are of the same thing.
const LIKE_PERMILLE: u16 = 720;

/// Whether two names of indicators, goals or plans are surely or most likely of the same thing.
pub fn is_like(one: &str, other: &str) -> bool {
    one == other || letters_alike_permille(one, other) >= LIKE_PERMILLE
}
