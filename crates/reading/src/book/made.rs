//! The lists of a style made ready for looking up.

use super::{HeadingKind, MARKED, folded, without_stop};
use crate::holed::{Holed, Role};
use crate::pattern::Pattern;
use crate::style::HouseStyle;
use crate::verdict::Wording;
use std::collections::{HashMap, HashSet};
use uppsikt_domain::assessment::Status;
use uppsikt_domain::section::SectionKind;

pub(super) type Plain = HashMap<String, Vec<(HeadingKind, String)>>;

pub(super) fn headings(style: &HouseStyle) -> (Plain, Holed) {
    let sections = style.headings.iter().map(|(kind, list)| (HeadingKind::Section(*kind), list));
    let outline = [
        (HeadingKind::PlanWrapper, &style.outline.plan_wrappers),
        (HeadingKind::Chapter, &style.outline.chapters),
        (HeadingKind::EconomyPart, &style.outline.economy_parts),
        (HeadingKind::CasePart, &style.case.headings),
        (HeadingKind::CasePart, &style.case.decisions),
        (HeadingKind::CasePart, &style.case.recipients),
        (HeadingKind::CasePart, &style.case.consultees),
        (HeadingKind::CasePart, &style.case.questions),
        (HeadingKind::CasePart, &style.case.meetings),
    ];
    let (mut plain, mut holed) = (Plain::new(), Vec::new());
    for (kind, source) in
        sections.chain(outline).flat_map(|(kind, list)| list.iter().map(move |it| (kind, it)))
    {
        let pattern = Pattern::new(without_stop(source));
        if pattern.is_plain() {
            plain.entry(folded(without_stop(source))).or_default().push((kind, source.clone()));
        } else {
            holed.push((kind, pattern));
        }
    }
    // The term before the period: "Bedömning … mandatperioden" fits both.
    holed.sort_by_key(|(kind, _)| *kind != HeadingKind::Section(SectionKind::AssessmentTerm));
    let [goal, area, assignment] = MARKED.map(Role::Mark);
    let marks = [
        (goal, &style.goals.goal),
        (area, &style.goals.area),
        (assignment, &style.assignments.marked),
        (Role::Order, &style.assignments.headings),
    ];
    let marks =
        marks.into_iter().flat_map(|(role, list)| list.iter().map(move |it| (role, Pattern::new(it))));
    let kinds = holed.into_iter().map(|(kind, pattern)| (Role::Kind(kind), pattern));
    (plain, Holed::new(marks.chain(kinds).collect()))
}

pub(super) fn statuses(style: &HouseStyle) -> Vec<Wording> {
    let own = style.structure.scale.iter().map(|word| (word.word.as_str(), word.status));
    let mut all: Vec<Wording> =
        own.chain(style.status.pairs()).map(|(word, status)| Wording::new(word, status)).collect();
    all.sort_by_key(|wording| std::cmp::Reverse(wording.length()));
    all
}

pub(super) fn cell_statuses(style: &HouseStyle) -> HashMap<String, Status> {
    let words = &style.goal_tables;
    let lists = [
        (&words.on_track, Status::OnTrack),
        (&words.partly_on_track, Status::PartlyOnTrack),
        (&words.off_track, Status::OffTrack),
        (&words.not_stated, Status::NotStated),
    ];
    let all = lists.into_iter().flat_map(|(list, status)| list.iter().map(move |it| (folded(it), status)));
    let scale = style.structure.scale.iter().map(|word| (folded(&word.word), word.status));
    all.chain(scale).collect()
}

pub(super) fn lines(style: &HouseStyle) -> HashMap<String, String> {
    let mut found = HashMap::new();
    for line in &style.structure.statement {
        for label in std::iter::once(&line.label).chain(&line.synonyms) {
            found.entry(folded(label)).or_insert_with(|| line.key.clone());
        }
    }
    found
}

pub(super) fn title_words(style: &HouseStyle) -> HashSet<String> {
    let titles = style.documents.values().flatten();
    let first = titles.filter_map(|title| title.split([' ', '{', '*']).find(|word| !word.is_empty()));
    let own = &style.titles;
    let city = [
        &own.plans,
        &own.budgets,
        &own.city_plans,
        &own.interim_reports,
        &own.annual_reports,
        &own.city_reports,
    ];
    first.map(folded).chain(city.into_iter().flatten().cloned()).collect()
}
