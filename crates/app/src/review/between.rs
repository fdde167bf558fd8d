//! What other documents say against proposals: the checker's findings between the document that
//! is read in and those that are stored.

use super::rows::{Line, lines_there};
use crate::city::{City, Clash};
use crate::document::difference::{Comparison, Printed, Proposal, ProposalKind, print};
use std::collections::BTreeSet;
use std::sync::Arc;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::fact::Fact;
use uppsikt_domain::place::Span;
use uppsikt_messages::Message;
use uppsikt_store::HeldFact;

/// What a stored document says against a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Against {
    /// The document's stable word.
    pub slug: String,
    /// What kind of document it is.
    pub kind: DocumentKind,
    /// The body as printed; empty for none.
    pub body: String,
    /// The year that it is about.
    pub year: Option<i32>,
    /// Where it says otherwise.
    pub span: Span,
    /// The lines there.
    pub lines: Vec<Line>,
    /// Name of the rule that holds them against each other.
    pub rule: &'static str,
    /// Its code.
    pub code: &'static str,
    /// What is wrong, in the rule's words.
    pub says: Message,
}

/// What speaks against a document that is read in, by its claims.
pub(super) struct Between<'a> {
    city: &'a City,
    clashes: Arc<Vec<Clash>>,
}

impl<'a> Between<'a> {
    pub fn of(city: &'a City, slug: &str, read: &Printed<'_>) -> Self {
        Between { city, clashes: city.beside(slug, read.document) }
    }

    fn of_fact<'b>(&'b self, fact: &'b Fact) -> impl Iterator<Item = &'b Clash> {
        self.clashes.iter().filter(|clash| fact.claims.contains(&clash.claim))
    }

    /// What stored documents say against a proposal and the figures that are part of it.
    pub fn against(&self, proposal: &Proposal<'_>, found: &Comparison<'_>) -> Vec<Against> {
        if self.clashes.is_empty() {
            return Vec::new();
        }
        let parts = found.proposals.iter().filter(|it| it.part_of.as_ref() == Some(&proposal.print));
        let facts = std::iter::once(proposal).chain(parts).filter_map(|it| it.read);
        facts.flat_map(|fact| self.of_fact(fact)).filter_map(|clash| self.told(clash)).collect()
    }

    fn told(&self, clash: &Clash) -> Option<Against> {
        let stored = self.city.document(&clash.other)?;
        let document = &stored.document;
        Some(Against {
            slug: clash.other.clone(),
            kind: document.kind,
            body: document.body.as_ref().map(|body| body.text.clone()).unwrap_or_default(),
            year: document.year,
            span: clash.there,
            lines: lines_there(stored, clash.there, true),
            rule: clash.rule,
            code: clash.code,
            says: clash.says.clone(),
        })
    }

    /// What is new and another document speaks against is contradicted (what is different stays so,
    /// with what speaks against it beside it), and so is what the document says as before when that
    /// is news. Its print is of its own: neither a value that was rejected nor one that was accepted
    /// has been seen against the other document.
    pub fn mark<'b>(&self, slug: &str, found: &mut Comparison<'b>, held: &'b [HeldFact]) {
        let speaks_against = |fact: &Fact| self.of_fact(fact).next().is_some();
        let against = found.proposals.iter().filter(|it| it.read.is_some_and(speaks_against));
        let against: BTreeSet<String> = against.map(|it| it.decided_by().to_owned()).collect();
        for proposal in &mut found.proposals {
            if proposal.kind == ProposalKind::New && against.contains(&proposal.print) {
                proposal.kind = ProposalKind::Contradicted;
            }
        }
        let (same, news): (Vec<_>, Vec<_>) = std::mem::take(&mut found.same)
            .into_iter()
            .partition(|(_, fact)| !self.of_fact(fact).any(|clash| clash.is_news));
        found.same = same;
        found.proposals.extend(news.into_iter().map(|(id, fact)| {
            let prints: BTreeSet<String> = self.of_fact(fact).map(Clash::print).collect();
            let proposed = format!("is {} against {}", fact.value, Vec::from_iter(prints).join(" "));
            Proposal {
                kind: ProposalKind::Contradicted,
                held: held.iter().find(|held| held.id == id),
                read: Some(fact),
                print: print(slug, &fact.key, &proposed),
                part_of: None,
            }
        }));
    }
}
