//! What a newer version of a document proposes, held against what holds.

use std::collections::{BTreeMap, BTreeSet};
use uppsikt_domain::claim::{Claim, Subject, claims_of};
use uppsikt_domain::document::Document;
use uppsikt_domain::fact::{Fact, FactKey, facts_of};
use uppsikt_domain::place::Span;
use uppsikt_domain::registry::Id;
use uppsikt_domain::structure::Structure;
use uppsikt_store::{HeldFact, sha256_hex};

/// A document with what it prints and proposes.
#[derive(Debug, Clone)]
pub struct Printed<'a> {
    /// The document.
    pub document: &'a Document,
    /// What it prints.
    pub claims: Vec<Claim>,
    /// The facts that it proposes, in order of their keys.
    pub facts: Vec<Fact>,
}

impl<'a> Printed<'a> {
    /// What a document prints and proposes.
    pub fn of(document: &'a Document, structure: &Structure) -> Self {
        let claims = claims_of(document);
        let facts = facts_of(document, &claims, structure);
        Printed { document, claims, facts }
    }

    /// A claim by its number.
    pub fn claim(&self, number: u32) -> Option<&Claim> {
        // They are numbered in order, from 0.
        let at = usize::try_from(number).ok().and_then(|at| self.claims.get(at));
        at.filter(|claim| claim.number == number)
            .or_else(|| self.claims.iter().find(|claim| claim.number == number))
    }

    /// The print of the proposal that a fact is.
    pub fn print_of(&self, slug: &str, fact: &Fact) -> String {
        print(slug, &fact.key, &proposed(self, fact))
    }

    /// The fact with a key.
    pub fn fact(&self, key: &FactKey) -> Option<&Fact> {
        self.facts.binary_search_by(|fact| fact.key.cmp(key)).ok().map(|at| &self.facts[at])
    }

    /// Where a fact is printed.
    fn places(&self, key: &FactKey) -> Option<Vec<Span>> {
        let claims = self.fact(key)?.claims.iter().filter_map(|number| self.claim(*number));
        Some(claims.map(|claim| claim.span).collect())
    }

    /// What contradicts a fact, in words.
    fn contradictions(&self, fact: &Fact) -> BTreeSet<&str> {
        let claims = fact.contradicted_by.iter().filter_map(|number| self.claim(*number));
        claims.map(|claim| claim.wording.as_str()).collect()
    }
}

/// What a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProposalKind {
    /// Nothing was known of it.
    New,
    /// It had another value; what speaks against the new one stands beside it.
    Different,
    /// It is new or as before, and the document itself or another one says otherwise.
    Contradicted,
    /// The document speaks of it no longer.
    Gone,
    /// Nothing was known of it in the document, but another one says the same.
    Known,
}

/// A change of what holds that a document proposes.
#[derive(Debug, Clone)]
pub struct Proposal<'a> {
    /// What it is.
    pub kind: ProposalKind,
    /// What held.
    pub held: Option<&'a HeldFact>,
    /// What the document says. Nothing for what is gone.
    pub read: Option<&'a Fact>,
    /// The same for the same proposal in every import: made of key and proposed value.
    pub print: String,
    /// The print of the changed text that it is a figure of: one difference, decided once.
    pub part_of: Option<String>,
}

impl Proposal<'_> {
    /// The print by which it is decided.
    pub fn decided_by(&self) -> &str {
        self.part_of.as_deref().unwrap_or(&self.print)
    }

    /// What it measures.
    pub fn key(&self) -> Option<&FactKey> {
        self.read.map(|fact| &fact.key).or(self.held.map(|held| &held.fact.key))
    }
}

/// What a document says, held against what holds.
#[derive(Debug, Clone, Default)]
pub struct Comparison<'a> {
    /// What it says otherwise, in order of the keys.
    pub proposals: Vec<Proposal<'a>>,
    /// What it says as before.
    pub same: Vec<(Id, &'a Fact)>,
}

/// A fact that has another value than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// What it measures.
    pub key: FactKey,
    /// The value before.
    pub was: String,
    /// The value now.
    pub is: String,
}

/// What differs between the facts that held and those of a newer version.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Diff {
    /// Facts that nothing was known of.
    pub new: Vec<FactKey>,
    /// How many facts are as before.
    pub same: usize,
    /// Facts with another value.
    pub different: Vec<Changed>,
    /// Facts that the newer version does not speak of.
    pub gone: Vec<FactKey>,
    /// Proposals that were rejected, now or before: what held holds on.
    pub rejected: Vec<FactKey>,
}

/// What to store.
#[derive(Debug, Default)]
pub struct Settled<'a> {
    /// What differs, for people.
    pub diff: Diff,
    /// Facts that are to be added: new ones, and those with another value.
    pub added: Vec<&'a Fact>,
    /// Facts that hold on, by their identity, with the claims that support them.
    pub kept: Vec<(Id, &'a Fact)>,
    /// Facts that hold on although the version says otherwise, with what it says.
    pub against: Vec<(Id, &'a Fact)>,
    /// Facts that hold no longer.
    pub ended: Vec<Id>,
}

/// Holds what a document proposes against the facts that hold. Both have each key once.
/// `before` is the version that they came from: a contradiction that it had too is nothing new.
pub fn compare<'a>(
    slug: &str,
    held: &'a [HeldFact],
    read: &'a Printed<'_>,
    before: Option<&Printed<'_>>,
) -> Comparison<'a> {
    let mut holding: BTreeMap<&FactKey, &HeldFact> = held.iter().map(|it| (&it.fact.key, it)).collect();
    let mut found = Comparison::default();
    for fact in &read.facts {
        let held = holding.remove(&fact.key);
        let contradicted = !fact.contradicted_by.is_empty();
        let kind = match held {
            None if contradicted => ProposalKind::Contradicted,
            None => ProposalKind::New,
            Some(held) if says_the_same(&held.fact, fact) => {
                if !contradicted || contradicted_before(read, fact, before) {
                    found.same.push((held.id, fact));
                    continue;
                }
                ProposalKind::Contradicted
            }
            Some(_) => ProposalKind::Different,
        };
        let print = read.print_of(slug, fact);
        found.proposals.push(Proposal { kind, held, read: Some(fact), print, part_of: None });
    }
    for (key, held) in holding {
        let print = print(slug, key, "gone");
        let kind = ProposalKind::Gone;
        found.proposals.push(Proposal { kind, held: Some(held), read: None, print, part_of: None });
    }
    join_figures(&mut found, read, before);
    super::joining::join(&mut found, held, read, before);
    found
}

/// A sentence that is changed is one difference: the figures and plans that only its old or its
/// new words have are part of the changed text that they stand in. What a case asks is read whole, so that
/// other figures in it are part of it too.
fn join_figures(found: &mut Comparison<'_>, read: &Printed<'_>, before: Option<&Printed<'_>>) {
    let is_changed = |it: &&Proposal<'_>| match it.kind {
        ProposalKind::Different => it.key().is_some_and(|key| is_text(key) || is_asked(key)),
        ProposalKind::New | ProposalKind::Gone => it.key().is_some_and(is_asked),
        ProposalKind::Contradicted | ProposalKind::Known => false,
    };
    let changed: Vec<(String, FactKey)> = found
        .proposals
        .iter()
        .filter(is_changed)
        .filter_map(|it| Some((it.print.clone(), it.key()?.clone())))
        .collect();
    if changed.is_empty() {
        return;
    }
    for proposal in &mut found.proposals {
        let (printed, asked_only) = match (proposal.kind, before) {
            (ProposalKind::New, _) => (read, false),
            (ProposalKind::Different, _) => (read, true),
            (ProposalKind::Gone, Some(before)) => (before, false),
            _ => continue,
        };
        let Some(key) = proposal.key().filter(|key| is_in_text(key)) else { continue };
        let Some(places) = printed.places(key) else { continue };
        let holds = |(_, text): &&(String, FactKey)| {
            // A figure is known by its sentence; a plan for other years is the same plan in the same one.
            if asked_only && is_text(text) && key.what == Subject::Figure.code() {
                return false;
            }
            let texts = printed.places(text).unwrap_or_default();
            places.iter().all(|place| texts.iter().any(|text| text.holds_line(place.at.line)))
        };
        proposal.part_of = changed.iter().find(holds).map(|(print, _)| print.clone());
    }
}

/// A figure, or a plan that a text names.
fn is_in_text(key: &FactKey) -> bool {
    key.what == Subject::Figure.code() || key.what == Subject::Reference.code()
}

fn is_text(key: &FactKey) -> bool {
    key.what == Subject::Text.code()
}

/// What a case proposes or asks, told with its figures.
fn is_asked(key: &FactKey) -> bool {
    [Subject::ProposedDecision, Subject::Question, Subject::ReplyBy].iter().any(|it| it.code() == key.what)
}

/// Makes a word of 24 hexadecimal digits of a proposal.
pub fn print(slug: &str, key: &FactKey, proposed: &str) -> String {
    let year = key.year.to_string();
    let parts = [slug, &key.what, &key.of, &key.column, &key.body, &year, &key.as_of, proposed];
    let mut print = sha256_hex(parts.join("\u{1f}").as_bytes());
    print.truncate(24);
    print
}

fn proposed(read: &Printed<'_>, fact: &Fact) -> String {
    let unit = fact.quantity.as_ref().map_or("", |quantity| quantity.unit.code());
    let others: Vec<&str> = read.contradictions(fact).into_iter().collect();
    format!("is {} {unit} {}", fact.value, others.join(" "))
}

fn contradicted_before(read: &Printed<'_>, fact: &Fact, before: Option<&Printed<'_>>) -> bool {
    let Some(before) = before else { return false };
    let known = before.facts.iter().find(|known| known.key == fact.key);
    known.is_some_and(|known| before.contradictions(known).is_superset(&read.contradictions(fact)))
}

fn says_the_same(held: &Fact, read: &Fact) -> bool {
    held.value == read.value && held.quantity == read.quantity
}

impl<'a> Comparison<'a> {
    /// What to store when some proposals are rejected: what held holds on.
    pub fn settle(self, rejected: impl Fn(&Proposal<'a>) -> bool) -> Settled<'a> {
        let mut settled = Settled { kept: self.same, ..Settled::default() };
        for proposal in self.proposals {
            if rejected(&proposal) {
                let told = proposal.key().filter(|_| proposal.part_of.is_none());
                settled.diff.rejected.extend(told.cloned());
                settled.reject(&proposal);
            } else {
                settled.accept(&proposal);
            }
        }
        settled.diff.same = settled.kept.len();
        settled
    }
}

impl<'a> Settled<'a> {
    fn accept(&mut self, proposal: &Proposal<'a>) {
        match (proposal.held, proposal.read) {
            (Some(held), Some(read)) if says_the_same(&held.fact, read) => self.kept.push((held.id, read)),
            (Some(held), Some(read)) => {
                self.diff.different.push(Changed {
                    key: read.key.clone(),
                    was: held.fact.value.clone(),
                    is: read.value.clone(),
                });
                self.ended.push(held.id);
                self.added.push(read);
            }
            (None, Some(read)) => {
                self.diff.new.extend(proposal.part_of.is_none().then(|| read.key.clone()));
                self.added.push(read);
            }
            (Some(held), None) => {
                self.diff.gone.extend(proposal.part_of.is_none().then(|| held.fact.key.clone()));
                self.ended.push(held.id);
            }
            (None, None) => {}
        }
    }

    fn reject(&mut self, proposal: &Proposal<'a>) {
        if let (Some(held), Some(read)) = (proposal.held, proposal.read) {
            self.against.push((held.id, read));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uppsikt_domain::quantity::{Quantity, Unit};

    fn fact(of: &str, tkr: i64) -> Fact {
        let key = FactKey {
            what: "statement".into(),
            of: of.into(),
            column: "budget 2026".into(),
            body: "Fritidsnämnden".into(),
            year: 2026,
            as_of: "committee_budget".into(),
        };
        let quantity = Quantity::new(tkr, 0, Unit::Tkr);
        Fact {
            key,
            value: quantity.plain(),
            quantity: Some(quantity),
            claims: vec![0],
            contradicted_by: vec![],
        }
    }

    fn held(number: u128, fact: Fact) -> HeldFact {
        HeldFact { id: Id(number), fact }
    }

    fn read(facts: Vec<Fact>) -> Printed<'static> {
        static NOTHING: std::sync::LazyLock<Document> = std::sync::LazyLock::new(Document::default);
        Printed { document: &NOTHING, claims: Vec::new(), facts }
    }

    #[test]
    fn new_same_different_and_gone_are_told_apart() {
        let before = [held(1, fact("result", 0)), held(2, fact("wages", -70)), held(3, fact("rent", -8))];
        let read = read(vec![fact("grants", 5), fact("result", 0), fact("wages", -71)]);
        let found = compare("a", &before, &read, None).settle(|_| false);
        assert_eq!(found.diff.new, [read.facts[0].key.clone()]);
        assert_eq!(found.diff.same, 1);
        assert_eq!(found.diff.gone, [before[2].fact.key.clone()]);
        let changed = Changed { key: read.facts[2].key.clone(), was: "-70".into(), is: "-71".into() };
        assert_eq!(found.diff.different, [changed]);
        assert_eq!(found.ended, [Id(2), Id(3)]);
        assert_eq!(found.added, [&read.facts[0], &read.facts[2]]);
        assert_eq!(found.kept, [(Id(1), &read.facts[1])]);
    }

    #[test]
    fn what_is_rejected_leaves_what_held() {
        let before = [held(2, fact("wages", -70)), held(3, fact("rent", -8))];
        let read = read(vec![fact("grants", 5), fact("wages", -71)]);
        let found = compare("a", &before, &read, None).settle(|_| true);
        assert_eq!(found.diff.rejected.len(), 3);
        assert!(found.added.is_empty() && found.ended.is_empty() && found.kept.is_empty());
        assert_eq!(found.against, [(Id(2), &read.facts[1])]);
    }

    #[test]
    fn the_same_amount_in_another_unit_is_another_value() {
        let mut mkr = fact("result", 12);
        mkr.quantity = Some(Quantity::new(12, 0, Unit::Mkr));
        let (before, read) = ([held(1, fact("result", 12))], read(vec![mkr]));
        assert_eq!(compare("a", &before, &read, None).settle(|_| false).diff.different.len(), 1);
    }

    #[test]
    fn a_proposal_has_the_same_print_until_it_proposes_something_else() {
        let before = [held(1, fact("result", 12))];
        let prints = |tkr: i64| {
            compare("a", &before, &read(vec![fact("result", tkr)]), None).proposals[0].print.clone()
        };
        assert_eq!(prints(13), prints(13));
        assert_ne!(prints(13), prints(14));
        assert_eq!(prints(13).len(), 24);
    }

    #[test]
    fn a_figure_that_speaks_against_itself_is_asked_once() {
        let claim = |number: u32, wording: &str| Claim {
            number,
            subject: uppsikt_domain::claim::Subject::Cell,
            about: String::new(),
            wording: wording.into(),
            quantity: None,
            hedge: Default::default(),
            span: Default::default(),
        };
        let against = Fact { contradicted_by: vec![1], ..fact("result", 12) };
        let printed = Printed { claims: vec![claim(0, "12"), claim(1, "21")], ..read(vec![against]) };
        let before = [held(1, fact("result", 12))];
        let kinds = |earlier: Option<&Printed<'_>>| {
            let found = compare("a", &before, &printed, earlier);
            found.proposals.iter().map(|proposal| proposal.kind).collect::<Vec<_>>()
        };
        assert_eq!(kinds(None), [ProposalKind::Contradicted]);
        assert_eq!(kinds(Some(&printed)), []);
    }
}
