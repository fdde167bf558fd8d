//! Where documents and goals are found, worked out once for a city.

use std::collections::{HashMap, HashSet};
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::municipality::Body;
use uppsikt_domain::registry::{CityData, StoredDocument};
use uppsikt_domain::section::Section;
use uppsikt_text::compare;

/// Places of what is looked up by name. The first of equals is kept.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// The body's place, by the document's stable word.
    bodies: HashMap<String, usize>,
    /// The document's place, by body, year and kind.
    documents: HashMap<(usize, i32, DocumentKind), usize>,
    /// The way down to a goal's section, by the document's stable word and the goal's wording.
    goals: HashMap<String, HashMap<String, Vec<usize>>>,
    /// The stable words of documents with goals in tables.
    told: HashSet<String>,
}

impl Index {
    pub(super) fn of(data: &CityData) -> Index {
        let mut index = Index::default();
        for (place, stored) in data.documents.iter().enumerate() {
            index.goals.insert(stored.slug.clone(), goals_of(stored.holding()));
            if told(stored.holding()).next().is_some() {
                index.told.insert(stored.slug.clone());
            }
            let Some(body) = body_place(&data.municipality.bodies, &stored.document) else { continue };
            index.bodies.insert(stored.slug.clone(), body);
            if let Some(year) = stored.document.year {
                index.documents.entry((body, year, stored.document.kind)).or_insert(place);
            }
        }
        index
    }

    /// The place of the body that a document belongs to.
    pub(super) fn body(&self, stored: &StoredDocument) -> Option<usize> {
        self.bodies.get(&stored.slug).copied()
    }

    /// The place of a body's document.
    pub(super) fn document(&self, body: usize, year: i32, kind: DocumentKind) -> Option<usize> {
        self.documents.get(&(body, year, kind)).copied()
    }

    /// A goal of a document by its wording, normalised.
    pub(super) fn goal<'a>(&self, stored: &'a StoredDocument, normalized: &str) -> Option<GoalView<'a>> {
        let headed = self.headed(stored, normalized);
        let in_tables = self.told.contains(&stored.slug);
        let row = || told(stored.holding()).find(|it| compare::normalized(&it.name) == normalized);
        let row = if in_tables { row() } else { None };
        let section = headed.or(row)?;
        Some(GoalView { section, row: row.filter(|_| headed.is_some()) })
    }

    fn headed<'a>(&self, stored: &'a StoredDocument, normalized: &str) -> Option<&'a Section> {
        let way = self.goals.get(&stored.slug)?.get(normalized)?;
        let (first, rest) = way.split_first()?;
        let root = stored.holding().sections.get(*first)?;
        rest.iter().try_fold(root, |section, place| section.sections.get(*place))
    }
}

/// The goals that rows of tables are.
fn told(document: &Document) -> impl Iterator<Item = &Section> {
    document.tables().into_iter().flat_map(|(_, table)| table.all_goals())
}

fn body_place(bodies: &[Body], document: &Document) -> Option<usize> {
    let name = compare::normalized(&document.body.as_ref()?.text);
    let named = |known: &str| compare::normalized(known) == name;
    bodies.iter().position(|body| named(&body.name) || named(&body.abbreviation))
}

fn goals_of(document: &Document) -> HashMap<String, Vec<usize>> {
    let mut ways = HashMap::new();
    for (place, section) in document.sections.iter().enumerate() {
        note_ways(section, &mut vec![place], &mut ways);
    }
    let mut goals = HashMap::new();
    for goal in document.goals() {
        if let Some(way) = ways.get(goal.section.id.as_str()) {
            goals.entry(compare::normalized(goal.name())).or_insert_with(|| way.clone());
        }
    }
    goals
}

fn note_ways<'a>(section: &'a Section, way: &mut Vec<usize>, ways: &mut HashMap<&'a str, Vec<usize>>) {
    ways.insert(&section.id, way.clone());
    for (place, inner) in section.sections.iter().enumerate() {
        way.push(place);
        note_ways(inner, way, ways);
        way.pop();
    }
}
