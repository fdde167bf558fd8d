//! Goals and areas that a newer version of the same document calls otherwise.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use uppsikt_domain::claim::Subject;
use uppsikt_domain::document::Document;
use uppsikt_domain::fact::Fact;
use uppsikt_text::compare::{normalized, same};
use uppsikt_text::telling::Shared;

/// A goal or an area that a newer version calls otherwise, and why it may be the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reworded<'a> {
    /// What it was called.
    pub was: &'a str,
    /// What it is called.
    pub is: &'a str,
    /// How alike the wordings are, in thousandths.
    pub permille: u16,
    /// For goals: whether they stand in the same area.
    pub same_area: bool,
    /// For goals: how many links to Agenda 2030 they have in common.
    pub links: usize,
    /// For areas: how many goals they have in common.
    pub goals: usize,
    /// For goals: how many texts, initiatives, indicators and assessments below them are the same.
    pub below: usize,
    /// Whether they stand in the same place in their list.
    pub same_place: bool,
}

impl Reworded<'_> {
    /// Below this, two names are two things.
    const ENOUGH: usize = 450;

    fn score(&self) -> usize {
        let (area, place) = (usize::from(self.same_area), usize::from(self.same_place));
        let below = self.below.min(3) + self.goals.min(3);
        usize::from(self.permille) + 150 * area + 100 * self.links.min(3) + 150 * below + 100 * place
    }

    /// A place and links that many goals share make nothing of two wordings without anything in common.
    fn is_one_goal(&self) -> bool {
        let told = self.permille >= 300 || self.permille >= 150 && self.below > 0 || self.below > 1;
        told && self.score() >= Self::ENOUGH
    }

    fn is_one_area(&self) -> bool {
        self.permille >= 350 || self.goals > 0 && (self.same_place || self.goals > 1 || self.permille >= 150)
    }
}

/// What is listed in a version, with what tells it from others.
#[derive(Default)]
struct Listed<'a> {
    name: &'a str,
    area: &'a str,
    /// Its place in the tree, where the tree is at hand and has it.
    place: Option<usize>,
    links: BTreeSet<&'a str>,
    below: BTreeSet<String>,
}

fn named<'a>(facts: &[&'a Fact], what: Subject) -> Vec<&'a str> {
    facts.iter().filter(|fact| fact.key.what == what.code()).map(|fact| fact.key.of.as_str()).collect()
}

fn areas_of<'a>(facts: &[&'a Fact], tree: Option<&'a Document>) -> Vec<Listed<'a>> {
    let areas = tree.map(Document::goal_areas).unwrap_or_default();
    let listed = named(facts, Subject::GoalArea).into_iter().map(|name| {
        let place = areas.iter().position(|area| area.section.is_some_and(|it| it.name == name));
        let goals = place.map(|place| &areas[place].goals).into_iter().flatten();
        let below = goals.map(|goal| normalized(goal.name())).collect();
        Listed { name, place, below, ..Listed::default() }
    });
    listed.collect()
}

fn goals_of<'a>(facts: &[&'a Fact], tree: Option<&'a Document>) -> Vec<Listed<'a>> {
    let mut places: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    for area in tree.map(Document::goal_areas).unwrap_or_default() {
        let name = area.section.map_or("", |section| section.name.as_str());
        let goals = area.goals.iter().enumerate();
        places.extend(goals.map(|(place, goal)| (goal.name(), (name, place))));
    }
    let mut listed: BTreeMap<&str, Listed<'_>> = BTreeMap::new();
    for name in named(facts, Subject::Goal) {
        let (area, place) = places.get(name).map_or(("", None), |(area, place)| (*area, Some(*place)));
        listed.insert(name, Listed { name, area, place, ..Listed::default() });
    }
    for fact in facts {
        let key = &fact.key;
        let by_column = listed.contains_key(key.column.as_str());
        let goal = if by_column { &key.column } else { &key.of };
        let Some(own) = listed.get_mut(goal.as_str()).filter(|_| key.what != Subject::Goal.code()) else {
            continue;
        };
        if key.what == Subject::AgendaLink.code() {
            own.links.insert(&key.of);
        } else {
            let other = if by_column { &key.of } else { &key.column };
            own.below.insert(format!("{} {other} {}", key.what, fact.value));
        }
    }
    listed.into_values().collect()
}

/// A version by its facts and, where it is at hand, its tree.
#[derive(Clone, Copy)]
pub struct Version<'a> {
    facts: &'a [&'a Fact],
    tree: Option<&'a Document>,
}

impl<'a> Version<'a> {
    /// What a version says, or what holds of it.
    pub fn of(facts: &'a [&'a Fact], tree: Option<&'a Document>) -> Self {
        Version { facts, tree }
    }
}

/// The areas that a newer version calls otherwise than what holds.
pub fn areas<'a>(held: Version<'a>, read: Version<'a>) -> Vec<Reworded<'a>> {
    let (were, are) = (areas_of(held.facts, held.tree), areas_of(read.facts, read.tree));
    let shared = shared(&were, &are);
    let lacks = |all: &[Listed<'_>], name: &str| !all.iter().any(|it| same(it.name, name));
    let gone: Vec<&Listed<'_>> = were.iter().filter(|was| lacks(&are, was.name)).collect();
    let new = are.iter().filter(|is| lacks(&were, is.name)).count();
    // What the latest version calls otherwise too was rejected then: of two there is no doubt.
    let only = gone.len() == 1 && new == 1 && gone[0].place.is_none();
    let reworded = |was: &Listed<'a>, is: &Listed<'a>| Reworded {
        was: was.name,
        is: is.name,
        permille: shared.name_likeness_permille(was.name, is.name),
        same_area: false,
        links: 0,
        goals: was.below.intersection(&is.below).count(),
        below: 0,
        same_place: was.place.is_some() && was.place == is.place,
    };
    pairs(&were, &are, reworded, |it| only || it.is_one_area())
}

/// The goals that a newer version calls otherwise than what holds.
pub fn goals<'a>(held: Version<'a>, read: Version<'a>) -> Vec<Reworded<'a>> {
    let areas = areas(held, read);
    let same_area = |was: &str, is: &str| {
        let renamed = areas.iter().any(|it| it.was == was && it.is == is);
        !was.is_empty() && (same(was, is) || renamed)
    };
    let (were, are) = (goals_of(held.facts, held.tree), goals_of(read.facts, read.tree));
    let shared = shared(&were, &are);
    let reworded = |was: &Listed<'a>, is: &Listed<'a>| Reworded {
        was: was.name,
        is: is.name,
        permille: shared.goal_likeness_permille(was.name, is.name),
        same_area: same_area(was.area, is.area),
        links: was.links.intersection(&is.links).count(),
        goals: 0,
        below: was.below.intersection(&is.below).count(),
        same_place: was.place.is_some() && was.place == is.place,
    };
    pairs(&were, &are, reworded, |it| it.is_one_goal())
}

/// The words that most names of a version have.
fn shared(were: &[Listed<'_>], are: &[Listed<'_>]) -> Shared {
    Shared::of(&[were, are].map(|all| all.iter().map(|it| it.name.to_owned()).collect()))
}

/// Each that only the one has with one that only the other has, those that are most alike first.
fn pairs<'a>(
    were: &[Listed<'a>],
    are: &[Listed<'a>],
    reworded: impl Fn(&Listed<'a>, &Listed<'a>) -> Reworded<'a>,
    is_one: impl Fn(&Reworded<'_>) -> bool,
) -> Vec<Reworded<'a>> {
    let lacks = |all: &[Listed<'_>], name: &str| !all.iter().any(|it| same(it.name, name));
    let gone = were.iter().filter(|was| lacks(are, was.name));
    let all = gone.flat_map(|was| {
        let new = are.iter().filter(|is| lacks(were, is.name));
        new.map(|is| reworded(was, is)).collect::<Vec<_>>()
    });
    let mut all: Vec<Reworded<'a>> = all.filter(|it| is_one(it)).collect();
    all.sort_by_key(|it| Reverse(it.score()));
    let mut found: Vec<Reworded<'a>> = Vec::new();
    for pair in all {
        if found.iter().all(|known| known.was != pair.was && known.is != pair.is) {
            found.push(pair);
        }
    }
    found
}
