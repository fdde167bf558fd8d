//! Rows and headings that name the same goals: where goals have headings, rows only tell more of them.

use uppsikt_domain::block::Content;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_text::compare;

/// Names in so many words in common may be one goal's, in thousandths.
const LIKE: u16 = 300;

/// Settles which rows are goals of the document: where goals have headings of their own, a row
/// only tells more of one of them.
pub(crate) fn settle(sections: &mut [Section]) {
    let all = sections.iter().flat_map(Section::all);
    let headed: Vec<String> =
        all.filter(|section| section.kind == SectionKind::Goal).map(|section| section.name.clone()).collect();
    if !headed.is_empty() {
        sections.iter_mut().for_each(|section| settle_in(section, &headed, false));
    }
}

/// Whether the rows are goals of their own, beside those that have headings: more than these, each assessed,
/// and none of them in like words.
fn are_others(goals: &[Section], headed: &[String]) -> bool {
    let each = goals.iter().flat_map(Section::all).filter(|it| it.kind == SectionKind::Goal);
    let each: Vec<&Section> = each.collect();
    let assessed = |goal: &&Section| goal.all().iter().any(|part| part.assessment.is_some());
    let like =
        |goal: &&Section| headed.iter().any(|name| compare::name_likeness_permille(name, &goal.name) >= LIKE);
    each.len() > headed.len() && each.iter().all(assessed) && !each.iter().any(like)
}

/// Keeps the goals that have a heading of their own, under the name that it has.
pub(crate) fn keep_named(goals: &mut Vec<Section>, headed: &[String]) {
    let told = std::mem::take(goals).into_iter();
    let each = told.flat_map(|it| if it.kind == SectionKind::Goal { vec![it] } else { it.sections });
    let kept = each.flat_map(|goal| match named_as(goal.clone(), headed) {
        Some(goal) => vec![goal],
        None => own_goals(goal).filter_map(|own| named_as(own, headed)).collect(),
    });
    *goals = kept.collect();
}

/// The committee's own goals below one of the council that no heading names.
fn own_goals(goal: Section) -> impl Iterator<Item = Section> {
    let own = goal.sections.into_iter().filter(|it| it.kind == SectionKind::OwnGoal);
    own.map(|own| Section { kind: SectionKind::Goal, ..own })
}

fn settle_in(section: &mut Section, headed: &[String], within: bool) {
    let within = within || section.kind == SectionKind::Goal;
    for block in &mut section.blocks {
        if let Content::Table(table) = &mut block.content {
            let all = std::mem::take(&mut table.goals).into_iter();
            let (orders, mut goals): (Vec<Section>, Vec<Section>) =
                all.partition(|it| it.kind == SectionKind::Assignment);
            if within || !are_others(&goals, headed) {
                keep_named(&mut goals, headed);
            }
            table.goals = goals;
            table.goals.extend(orders);
        }
    }
    section.sections.iter_mut().for_each(|inner| settle_in(inner, headed, within));
}

/// A goal under the name that its heading has.
fn named_as(goal: Section, headed: &[String]) -> Option<Section> {
    let same = |name: &&String| letters(name) == letters(&goal.name);
    let name = headed.iter().find(same)?.clone();
    Some(Section { name, ..goal })
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
