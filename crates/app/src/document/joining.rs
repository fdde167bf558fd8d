//! One thing under other words in a newer version of the same document: an indicator whose
//! target is moved, a goal or an area that is called otherwise. It is changed, not new and gone.

use super::difference::{Comparison, Printed, Proposal, ProposalKind};
use super::rewording::{Reworded, Version, areas, goals};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use uppsikt_domain::claim::Subject;
use uppsikt_domain::fact::{Fact, FactKey};
use uppsikt_store::HeldFact;
use uppsikt_text::compare::likeness_permille;

/// Makes one proposal of what is called otherwise than in the version before.
pub(super) fn join(
    found: &mut Comparison<'_>,
    held: &[HeldFact],
    read: &Printed<'_>,
    before: Option<&Printed<'_>>,
) {
    if let Some(before) = before {
        let held: Vec<&Fact> = held.iter().map(|it| &it.fact).collect();
        let facts: Vec<&Fact> = read.facts.iter().collect();
        let held = Version::of(&held, Some(before.document));
        let read = Version::of(&facts, Some(read.document));
        for area in areas(held, read) {
            rename(found, Subject::GoalArea, &area);
        }
        for goal in goals(held, read) {
            if let Some(print) = rename(found, Subject::Goal, &goal) {
                hang(found, &goal, &print);
            }
        }
        with_their_orders(found);
    }
    indicators(found);
}

/// Makes one proposal of a name that is new and one that is gone. Gives its print.
fn rename(found: &mut Comparison<'_>, what: Subject, it: &Reworded<'_>) -> Option<String> {
    let place = |kind: ProposalKind, name: &str| {
        let is_it =
            |own: &Proposal<'_>| own.key().is_some_and(|key| key.what == what.code() && key.of == name);
        found.proposals.iter().position(|own| own.kind == kind && is_it(own))
    };
    let (gone, new) = (place(ProposalKind::Gone, it.was)?, place(ProposalKind::New, it.is)?);
    found.proposals[new].held = found.proposals[gone].held;
    found.proposals[new].kind = ProposalKind::Different;
    let print = found.proposals[new].print.clone();
    found.proposals.remove(gone);
    Some(print)
}

/// What says the same below a goal under its old and its new name goes with the goal.
fn hang(found: &mut Comparison<'_>, goal: &Reworded<'_>, print: &str) {
    let mut gone: BTreeMap<FactKey, usize> = BTreeMap::new();
    for (at, it) in found.proposals.iter().enumerate().filter(|(_, it)| it.kind == ProposalKind::Gone) {
        gone.extend(it.key().map(|key| (key.clone(), at)));
    }
    let (mut parts, mut changed) = (Vec::new(), Vec::new());
    for (at, it) in found.proposals.iter().enumerate().filter(|(_, it)| it.kind == ProposalKind::New) {
        let Some(read) = it.read else { continue };
        let Some(was) = gone.get(&under(&read.key, goal)) else { continue };
        let Some(held) = found.proposals[*was].held.map(|held| &held.fact) else { continue };
        if held.value == read.value && held.quantity == read.quantity {
            parts.extend([at, *was]);
        } else {
            changed.push((at, *was));
        }
    }
    for at in parts {
        found.proposals[at].part_of = Some(print.to_owned());
    }
    for (at, was) in &changed {
        found.proposals[*at].held = found.proposals[*was].held;
        found.proposals[*at].kind = ProposalKind::Different;
    }
    leave(found, changed.into_iter().map(|(_, was)| was).collect());
}

/// Takes out proposals that are told by others, by their places.
fn leave(found: &mut Comparison<'_>, told: BTreeSet<usize>) {
    let mut at = 0..;
    found.proposals.retain(|_| at.next().is_none_or(|at| !told.contains(&at)));
}

/// How an assignment is reported back that is new or gone itself goes with it.
fn with_their_orders(found: &mut Comparison<'_>) {
    let is = |it: &Proposal<'_>, what: Subject| it.key().is_some_and(|key| key.what == what.code());
    let orders = found.proposals.iter().filter(|it| is(it, Subject::Assignment));
    let orders: Vec<(ProposalKind, String, String)> =
        orders.filter_map(|it| Some((it.kind, it.key()?.of.clone(), it.decided_by().to_owned()))).collect();
    for it in found.proposals.iter_mut().filter(|it| is(it, Subject::ReportBack)) {
        let of = it.key().map(|key| key.of.as_str());
        let order = orders.iter().find(|(kind, text, _)| *kind == it.kind && Some(text.as_str()) == of);
        it.part_of = order.map(|(.., print)| print.clone()).or(it.part_of.take());
    }
}

/// The key that a fact below a goal has under the goal's old name.
fn under(key: &FactKey, goal: &Reworded<'_>) -> FactKey {
    let old = |text: &str| match text.strip_prefix(goal.is) {
        Some(rest) if rest.is_empty() || rest.starts_with(" / ") => format!("{}{rest}", goal.was),
        _ => text.to_owned(),
    };
    FactKey { of: old(&key.of), column: old(&key.column), ..key.clone() }
}

/// Indicators with fewer of their words in common are two.
const ALIKE: u16 = 500;

/// Makes one proposal of an indicator that is new and one of the same goal that is gone and
/// says nearly the same, those that are most alike first.
fn indicators(found: &mut Comparison<'_>) {
    let of = |kind: ProposalKind| {
        let is_it =
            move |it: &&Proposal<'_>| it.kind == kind && it.part_of.is_none() && indicator(it).is_some();
        let places = found.proposals.iter().enumerate().filter(move |(_, it)| is_it(it));
        places.collect::<Vec<_>>()
    };
    let mut pairs = Vec::new();
    for (gone, was) in of(ProposalKind::Gone) {
        for (new, is) in of(ProposalKind::New) {
            let keys = indicator(was).zip(indicator(is)).filter(|(was, is)| was.column == is.column);
            let Some((was, is)) = keys else { continue };
            let alike = likeness_permille(&was.of, &is.of);
            if alike >= ALIKE {
                pairs.push((alike, gone, new));
            }
        }
    }
    pairs.sort_by_key(|(alike, gone, new)| (Reverse(*alike), *gone, *new));
    let (mut taken, mut joined) = (BTreeSet::new(), Vec::new());
    for (_, gone, new) in pairs {
        if !taken.contains(&gone) && !taken.contains(&new) {
            taken.extend([gone, new]);
            joined.push((gone, new));
        }
    }
    for (gone, new) in &joined {
        found.proposals[*new].held = found.proposals[*gone].held;
        found.proposals[*new].kind = ProposalKind::Different;
    }
    leave(found, joined.into_iter().map(|(gone, _)| gone).collect());
}

fn indicator<'a>(proposal: &'a Proposal<'_>) -> Option<&'a FactKey> {
    proposal.key().filter(|key| key.what == Subject::Indicator.code())
}
