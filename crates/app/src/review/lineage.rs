//! What continues as what: names in a document that the registry lacks, beside the registered
//! ones of the year before that they are most alike, else beside those of the year after.

mod after;
mod amounts;
mod budget_areas;
pub mod decided;
mod goals;
mod reworded;
pub mod stored;

use super::view::{Standing, standing};
use crate::city::City;
use crate::document::difference::Printed;
use crate::document::enrol::{Continuing, is_new_body};
use crate::version::Version;
use uppsikt_domain::document::Document;
use uppsikt_domain::lineage::{Lasting, Relation};
use uppsikt_domain::municipality::BodyKind;
use uppsikt_domain::registry::Id;
use uppsikt_messages::{Lang, Message};
use uppsikt_store::{Registry, Reviewing, sha256_hex};
use uppsikt_text::compare::name_likeness_permille;
use uppsikt_text::telling::Shared;

/// A proposal that one thing continues as another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineageRow {
    /// The word that it is known by.
    pub print: String,
    /// What kind of thing it is.
    pub kind: Lasting,
    /// The registered one, by its identity: what was, or what came where the document is of an
    /// earlier year than it.
    pub from: Id,
    /// The year in which the registered one begins, where it came after what the document names.
    pub later: Option<i32>,
    /// Its name.
    pub was: String,
    /// What came.
    pub is: String,
    /// How.
    pub relation: Relation,
    /// Why they may be one.
    pub likeness: Likeness,
    /// What has been decided.
    pub standing: Standing,
}

/// Why two names may be of one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Likeness {
    /// How alike the wordings are, in thousandths.
    pub permille: u16,
    /// For goals: whether they stand in the same area.
    pub same_area: bool,
    /// For goals: how many links to Agenda 2030 they have in common.
    pub links: usize,
    /// For areas: how many goals they have in common.
    pub goals: usize,
    /// For budget areas: the year for which both have the same amount, and no other has it.
    pub same_amount: Option<i32>,
    /// For budget areas: whether the amounts are nearly the same.
    pub near_amount: bool,
    /// For budget areas: the year for which the amounts of the parts add up to that of the whole.
    pub adds_up: Option<i32>,
    /// For goals of the same document: how many texts, initiatives and indicators below are the same.
    pub below: usize,
    /// For names of the same document: whether they stand in the same place in their list.
    pub same_place: bool,
}

impl Likeness {
    /// What joins a merger has at least this of its words in common.
    const WORDS: u16 = 150;

    /// Below this, two names are two things. Measured on the example's reworded goals
    /// (docs/adr/0008): six of seven are found, and nothing else.
    const ENOUGH: usize = 350;

    /// So alike in words, two names need nothing else in common.
    const SOUND: u16 = 500;

    /// Whether the words, or the words and more than one thing beside them, tell that two are one: what is
    /// weaker is decided by itself and not among all others.
    pub fn is_sound(self) -> bool {
        let amounts = self.same_amount.is_some() || self.adds_up.is_some();
        let placed = self.same_area && self.links > 0 && self.permille >= Self::WORDS;
        let placed = placed || self.same_place && self.goals > 0;
        self.permille >= Self::SOUND || amounts || placed || self.below > 0
    }

    /// Whether two names may be of one thing at all.
    fn is_enough(self) -> bool {
        let told = self.same_area || self.near_amount || self.links > 0 || self.goals > 0;
        self.score() >= Self::ENOUGH && (told || self.is_sound())
    }

    fn score(self) -> usize {
        let area = if self.same_area { 150 } else { 0 };
        let amount = if self.same_amount.is_some() || self.adds_up.is_some() {
            Self::ENOUGH
        } else if self.near_amount {
            100
        } else {
            0
        };
        usize::from(self.permille) + area + 100 * self.links + 150 * self.goals + amount
    }

    /// The reasons in words.
    pub fn reasons(self) -> Vec<Message> {
        let percent = ((self.permille + 5) / 10).to_string();
        let told_by_amount = self.permille == 0 && (self.same_amount.is_some() || self.adds_up.is_some());
        let mut reasons = Vec::new();
        reasons
            .extend((!told_by_amount).then(|| Message::new("web-review-likeness").with("percent", percent)));
        reasons.extend(self.same_area.then(|| Message::new("web-review-same-area")));
        let counted = |key, count: usize| (count > 0).then(|| Message::new(key).with("count", count));
        reasons.extend(counted("web-review-same-links", self.links));
        reasons.extend(counted("web-review-same-goals", self.goals));
        let of_year = |key, year: Option<i32>| Some(Message::new(key).with("year", year?.to_string()));
        reasons.extend(of_year("web-review-same-amount", self.same_amount));
        reasons.extend(of_year("web-review-adds-up", self.adds_up));
        let near = self.near_amount && self.same_amount.is_none() && self.adds_up.is_none();
        reasons.extend(near.then(|| Message::new("web-review-near-amount")));
        reasons.extend(counted("web-review-same-below", self.below));
        reasons.extend(self.same_place.then(|| Message::new("web-review-same-place")));
        reasons
    }
}

impl LineageRow {
    /// What kind of thing it is, in words.
    pub fn lasting(&self) -> Message {
        lasting(self.kind)
    }

    /// How the two hang together, in words.
    pub fn related(&self) -> Message {
        related(self.relation)
    }

    /// The name in the document.
    pub fn own(&self) -> &str {
        if self.later.is_some() { &self.was } else { &self.is }
    }

    /// The registered name.
    pub fn registered(&self) -> &str {
        if self.later.is_some() { &self.is } else { &self.was }
    }

    /// The edge as it is written when it is accepted.
    pub(super) fn continuing(&self) -> Continuing {
        let reasons: Vec<String> =
            self.likeness.reasons().iter().map(|reason| reason.in_lang(Lang::Sv)).collect();
        Continuing {
            kind: self.kind,
            from: self.from,
            is: self.own().to_owned(),
            later: self.later,
            relation: self.relation,
            reason: reasons.join(", "),
        }
    }
}

/// What was and what came, by their places in two lists.
type Pair = (usize, usize, Likeness);

/// What kind of thing lasts, in words.
fn lasting(kind: Lasting) -> Message {
    Message::new(match kind {
        Lasting::Body => "web-review-lineage-body",
        Lasting::GoalArea => "web-review-subject-goal_area",
        Lasting::Goal => "web-review-subject-goal",
        Lasting::BudgetArea => "web-review-subject-budget_area",
    })
}

/// How two hang together, in words.
fn related(relation: Relation) -> Message {
    Message::new(match relation {
        Relation::Split => "web-review-relation-split",
        Relation::Merged => "web-review-relation-merged",
        _ => "web-review-relation-continues",
    })
}

/// What in a document may continue something registered, but for what was rejected in an
/// earlier import.
pub fn lineage_rows(reviewing: &Reviewing, read: &Printed<'_>, city: &City) -> Vec<LineageRow> {
    let document = read.document;
    let Some(year) = document.year else { return Vec::new() };
    // What the document's own version before called otherwise goes before what is alike.
    let reworded = reworded::reworded(reviewing, read, year);
    let mut rows = alike(&reviewing.registry, read, year, (city, reworded));
    rows.iter_mut().for_each(|row| row.standing = standing(reviewing, &row.print));
    rows.retain(|row| row.standing != Standing::RejectedBefore);
    rows
}

/// What in a document may continue something registered, each with its print; `reworded` is known already.
fn alike(
    registry: &Registry,
    read: &Printed<'_>,
    year: i32,
    (city, reworded): (&City, Vec<LineageRow>),
) -> Vec<LineageRow> {
    let document = read.document;
    let mut rows = bodies(registry, document, year, city);
    let mut areas = goals::areas(registry, document, year);
    let after = after::After { registry, document, year, city };
    areas.extend(after.areas(&areas));
    let goals = goals::goals(registry, document, year, &areas);
    rows.extend(after.goals(&goals, &areas));
    rows.extend(goals);
    rows.extend(areas);
    let is_told = |row: &LineageRow| {
        reworded.iter().any(|own| own.kind == row.kind && (own.is == row.own() || own.from == row.from))
    };
    rows.retain(|row| !is_told(row) && !reworded::is_anothers(city, document, row));
    rows.extend(reworded);
    rows.extend(budget_areas::budget_areas(registry, read, year, city));
    rows.sort_by_key(|row| row.kind);
    for row in &mut rows {
        let parts = [row.kind.code(), &row.from.to_string(), row.own(), &year.to_string()];
        row.print = sha256_hex(parts.join("\u{1f}").as_bytes());
        row.print.truncate(24);
    }
    rows
}

fn bodies(registry: &Registry, document: &Document, year: i32, city: &City) -> Vec<LineageRow> {
    let Some(name) = is_new_body(registry, document) else { return Vec::new() };
    let before = registry.bodies.iter().filter(|row| {
        let (from, to) = (row.body.from_year, row.body.to_year);
        row.body.kind == BodyKind::Committee
            && from.is_none_or(|from| from < year)
            && to.is_none_or(|to| year - 1 <= to)
    });
    let before: Vec<(Id, &str)> = before.map(|row| (row.id, row.body.name.as_str())).collect();
    let likeness = |was: usize, _: usize| Likeness {
        permille: name_likeness_permille(before[was].1, name),
        ..Likeness::default()
    };
    let mut rows = told(Lasting::Body, &before, &[name], pairs(before.len(), 1, likeness));
    for row in &mut rows {
        row.later = after::first_year(city, &row.was).filter(|first| *first > year);
        if row.later.is_some() {
            std::mem::swap(&mut row.was, &mut row.is);
        }
    }
    rows
}

/// The last year before a document's of which something is known: a year's documents may be missing.
fn last_year<V: Version>(versions: &[V], year: i32) -> i32 {
    let before = versions.iter().map(Version::years).filter(|(from, _)| *from < year);
    before.map(|(_, to)| to.min(year - 1)).max().unwrap_or(year - 1)
}

/// The words that most of the wordings of the other year have, or most of those of the document's own.
fn shared<V: Version>(versions: &[V], other: i32, own: i32, printed: impl Iterator<Item = String>) -> Shared {
    let of =
        |year: i32| versions.iter().filter(move |it| it.holds_in(year)).map(|it| it.wording().to_owned());
    Shared::of(&[of(other).collect(), of(own).chain(printed).collect()])
}

/// What held the last year before, but for what the document says in the same words.
fn of_year_before<V: Version>(versions: &[V], last: i32, says: impl Fn(&str) -> bool) -> Vec<(Id, &str)> {
    let held = versions.iter().filter(|version| version.holds_in(last) && !says(version.wording()));
    held.map(|version| (version.identity(), version.wording())).collect()
}

/// Each that came with the one that it is most alike, and each that was and is nobody's yet
/// with the one that is most alike it.
fn pairs(were: usize, are: usize, likeness: impl Fn(usize, usize) -> Likeness) -> Vec<Pair> {
    let best = |pairs: Vec<Pair>| {
        let enough = pairs.into_iter().filter(|(_, _, likeness)| likeness.is_enough());
        // The first of several that are alike.
        enough.rev().max_by_key(|(_, _, likeness)| likeness.score())
    };
    let pair = |was: usize, is: usize| (was, is, likeness(was, is));
    let mut found: Vec<Pair> =
        (0..are).filter_map(|is| best((0..were).map(|was| pair(was, is)).collect())).collect();
    let alone: Vec<usize> = (0..were).filter(|was| found.iter().all(|(known, ..)| known != was)).collect();
    found.extend(alone.into_iter().filter_map(|was| {
        let pairs = (0..are).map(|is| pair(was, is));
        let may =
            |likeness: &Likeness| likeness.permille >= Likeness::WORDS || likeness.same_amount.is_some();
        best(pairs.filter(|(_, _, likeness)| may(likeness)).collect())
    }));
    found
}

fn told(kind: Lasting, were: &[(Id, &str)], are: &[&str], pairs: Vec<Pair>) -> Vec<LineageRow> {
    let row = |pair: &Pair| {
        let (from, was) = were[pair.0];
        new_row(kind, from, (was, are[pair.1]), (relation(&pairs, pair), pair.2))
    };
    pairs.iter().map(row).collect()
}

/// How a pair stands to the others.
fn relation(pairs: &[Pair], (was, is, _): &Pair) -> Relation {
    let several = |fits: &dyn Fn(&Pair) -> bool| pairs.iter().filter(|pair| fits(pair)).count() > 1;
    if several(&|pair| pair.1 == *is) {
        Relation::Merged
    } else if several(&|pair| pair.0 == *was) {
        Relation::Split
    } else {
        Relation::Continues
    }
}

fn new_row(
    kind: Lasting,
    from: Id,
    (was, is): (&str, &str),
    (relation, likeness): (Relation, Likeness),
) -> LineageRow {
    LineageRow {
        print: String::new(),
        kind,
        from,
        later: None,
        was: was.to_owned(),
        is: is.to_owned(),
        relation,
        likeness,
        standing: Standing::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uppsikt_text::compare::likeness_permille;

    fn relations(were: &[&str], are: &[&str]) -> Vec<(String, String, Relation)> {
        let held: Vec<(Id, &str)> = (1..).map(Id).zip(were.iter().copied()).collect();
        let likeness = |was: usize, is: usize| Likeness {
            permille: likeness_permille(were[was], are[is]),
            ..Likeness::default()
        };
        let rows = told(Lasting::Goal, &held, are, pairs(were.len(), are.len(), likeness));
        rows.into_iter().map(|row| (row.was, row.is, row.relation)).collect()
    }

    fn told_of(was: &str, is: &str, relation: Relation) -> (String, String, Relation) {
        (was.to_owned(), is.to_owned(), relation)
    }

    #[test]
    fn a_reworded_goal_continues() {
        let found = relations(&["Fler barn läser", "Rent vatten"], &["Alla barn läser"]);
        assert_eq!(found, [told_of("Fler barn läser", "Alla barn läser", Relation::Continues)]);
    }

    #[test]
    fn one_that_two_are_like_is_split() {
        let found = relations(&["Fler barn läser och räknar"], &["Fler barn läser", "Fler barn räknar"]);
        assert!(found.len() == 2 && found.iter().all(|(.., relation)| *relation == Relation::Split));
    }

    #[test]
    fn two_that_are_like_one_are_merged() {
        let found = relations(&["Fler barn läser", "Fler barn räknar"], &["Fler barn läser och räknar"]);
        assert!(found.len() == 2 && found.iter().all(|(.., relation)| *relation == Relation::Merged));
    }

    #[test]
    fn what_is_like_nothing_is_new() {
        assert_eq!(relations(&["Fler barn läser"], &["Rent vatten i alla sjöar"]), []);
    }
}
