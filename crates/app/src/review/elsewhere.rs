//! What other documents of the same body and year already say of what a document prints: the
//! same, or something else.

use super::between::Against;
use super::rows::lines_there;
use crate::city::City;
use crate::document::difference::{Printed, Proposal, ProposalKind};
use std::collections::BTreeMap;
use uppsikt_domain::agenda;
use uppsikt_domain::claim::{Claim, Subject};
use uppsikt_domain::document::Document;
use uppsikt_domain::fact::Fact;
use uppsikt_domain::quantity::{Hedge, Quantity};
use uppsikt_domain::registry::StoredDocument;
use uppsikt_domain::structure::Structure;
use uppsikt_messages::Message;
use uppsikt_text::{compare, dates, format};

/// What a fact is about, whatever document says it: the kind of thing, which one, and its column
/// or goal.
type About = (String, String, String);

/// A value that two documents can have in common.
#[derive(Debug, Clone, PartialEq)]
enum Said {
    /// The thing itself: its words are all that is said.
    Words,
    /// An amount.
    Amount(Quantity),
    /// What is aimed at.
    Target(Option<String>),
}

/// What a stored document says, by a claim of it.
type There<'a> = (&'a StoredDocument, Claim, Said);

/// What stored documents say, by what it is about.
pub(super) struct Elsewhere<'a> {
    said: BTreeMap<About, Vec<There<'a>>>,
}

/// What another document says.
pub(super) enum Told {
    /// The same.
    Same(Against),
    /// Something else.
    Otherwise(Against),
}

impl<'a> Elsewhere<'a> {
    /// What the stored documents of the same body and year as a document say, that document's own
    /// earlier version left out.
    pub fn of(city: &'a City, slug: &str, document: &Document) -> Self {
        let mut said: BTreeMap<About, Vec<_>> = BTreeMap::new();
        let stored = city.data.documents.iter().filter(|it| it.slug != slug && is_beside(city, document, it));
        for stored in stored {
            // Where something was rejected, what stands says it.
            let held = stored.overruled.holding.as_ref().map(|held| Printed::of(held, &city.structure));
            let (facts, claims) = match &held {
                Some(held) => (&held.facts, &held.claims),
                None => (&stored.facts, &stored.claims),
            };
            let claims: BTreeMap<u32, &Claim> = claims.iter().map(|it| (it.number, it)).collect();
            for fact in facts {
                let Some(claim) = fact.claims.first().and_then(|number| claims.get(number)) else { continue };
                if let Some((about, value)) = about(stored.holding(), fact, claim, &city.structure) {
                    said.entry(about).or_default().push((stored, (*claim).clone(), value));
                }
            }
        }
        Elsewhere { said }
    }

    /// What the last of the other documents that speak of it says of a fact.
    pub fn told(&self, read: &Printed<'_>, fact: &Fact, structure: &Structure) -> Option<Told> {
        let claim = read.claim(*fact.claims.first()?)?;
        about(read.document, fact, claim, structure).and_then(|(about, value)| {
            let said = self.said.get(&about)?;
            let last = said.iter().map(|(stored, ..)| order(stored)).max()?;
            let mut of_last = said.iter().filter(|(stored, ..)| order(stored) == last);
            let is_same = same(&value, &of_last.clone().next()?.2)?;
            let (stored, there, other) = of_last.next()?;
            let told = against(stored, there, is_same, (&value, other));
            if is_same {
                return Some(Told::Same(told));
            }
            // A forecast is made anew in every report.
            let is_made_anew = about.2.starts_with("forecast");
            (!is_made_anew).then_some(Told::Otherwise(told))
        })
    }

    /// What another document says of a proposal, where nothing is known of it in the document's
    /// own earlier version or it is changed.
    pub fn of_proposal(
        &self,
        proposal: &Proposal<'_>,
        read: &Printed<'_>,
        structure: &Structure,
    ) -> Option<Told> {
        let asked = matches!(proposal.kind, ProposalKind::New | ProposalKind::Different);
        let fact = proposal.read.filter(|_| asked && proposal.part_of.is_none())?;
        self.told(read, fact, structure)
    }
}

type Order = (uppsikt_domain::document::DocumentKind, chrono::DateTime<chrono::Utc>);

fn order(stored: &StoredDocument) -> Order {
    (stored.document.kind, stored.recorded_at)
}

/// Whether a stored document is of the same body and year.
fn is_beside(city: &City, document: &Document, stored: &StoredDocument) -> bool {
    let name = |document: &Document| document.body.as_ref().map(|body| compare::normalized(&body.text));
    let (own, other) = (name(document), name(&stored.document));
    let registered = document.body.as_ref().and_then(|body| city.body_named(&body.text));
    let known =
        registered.is_some() && registered.map(|it| &it.slug) == city.body_of(stored).map(|it| &it.slug);
    document.year.is_some()
        && document.year == stored.document.year
        && own.is_some()
        && (own == other || known)
}

/// What a fact is about and what it says, for facts that several documents can state.
fn about(document: &Document, fact: &Fact, claim: &Claim, structure: &Structure) -> Option<(About, Said)> {
    let key = &fact.key;
    let of = |of: String, column: &str| (key.what.clone(), of, column.to_owned());
    let name = || compare::normalized(&key.of);
    match claim.subject {
        Subject::Goal | Subject::GoalArea | Subject::Priority | Subject::Assignment => {
            Some((of(name(), ""), Said::Words))
        }
        Subject::Initiative => Some((of(name(), &compare::normalized(&key.column)), Said::Words)),
        Subject::AgendaLink => Some((of(link(&key.of), &compare::normalized(&key.column)), Said::Words)),
        Subject::Indicator => {
            let target = target(document, claim);
            let words: String = name().chars().filter(|c| !c.is_ascii_digit()).collect();
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            Some((of(words, &compare::normalized(&key.column)), Said::Target(target)))
        }
        Subject::Cell if TABLES.contains(&key.what.as_str()) => {
            let quantity = fact.quantity.clone()?;
            let of_year = OF_A_YEAR.iter().any(|word| key.column.strip_prefix(word).is_some_and(is_year));
            let heading = claim.about.rsplit(" / ").next().unwrap_or_default();
            (of_year && is_whole_year(heading)).then(|| (of(name(), &key.column), Said::Amount(quantity)))
        }
        Subject::Figure => frame(document, fact, claim, structure),
        _ => None,
    }
}

/// Tables whose rows mean the same in every document of a body.
const TABLES: [&str; 4] = ["statement", "budget_area", "investment", "split"];

/// Columns that tell of a year.
const OF_A_YEAR: [&str; 3] = ["budget ", "forecast ", "actual "];

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a heading names a year and no part of it.
fn is_whole_year(heading: &str) -> bool {
    let words = compare::normalized(heading);
    let mut words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let part = |word: &str| {
        dates::month(word).is_some()
            || ["period", "perioden", "ack", "tertial", "kvartal", "rest"].contains(&word)
    };
    !words.any(|word| part(word) || word.len() < 4 && word.parse::<u32>().is_ok())
}

/// The number of a link to Agenda 2030, whether its number or its name is printed.
fn link(printed: &str) -> String {
    let number =
        (1..=17).find(|number| agenda::name(*number).is_some_and(|name| compare::same(name, printed)));
    number.map_or_else(|| printed.to_owned(), |number| number.to_string())
}

fn target(document: &Document, claim: &Claim) -> Option<String> {
    let tables =
        document.tables().into_iter().flat_map(|(_, table)| table.goals.iter().flat_map(|it| it.all()));
    let mut all = document.all_sections().into_iter().chain(tables).flat_map(|section| &section.indicators);
    all.find(|it| it.span == claim.span)?.target.clone()
}

/// Words that may stand between the frame's name and its amount.
const TELLS: [&str; 10] = ["för", "år", "är", "på", "uppgår", "till", "blir", "om", "utgör", "nämndens"];

/// The committee's frame, where a sentence says nothing but what it is for the document's year.
fn frame(document: &Document, fact: &Fact, claim: &Claim, structure: &Structure) -> Option<(About, Said)> {
    let quantity = fact.quantity.clone().filter(|it| it.unit.is_money())?;
    let (year, line) = (document.year?.to_string(), structure.statement_line(&structure.frame_line)?);
    let said = compare::normalized(&claim.about);
    let (before, _) = said.split_once(&compare::normalized(&claim.wording))?;
    let named = std::iter::once(&line.label).chain(&line.synonyms).map(|name| compare::normalized(name));
    let rest = named.filter_map(|name| before.rsplit_once(&name).map(|(_, rest)| rest.to_owned())).next()?;
    // "Kommunbidraget".
    let rest = rest.strip_prefix("et").unwrap_or(&rest).to_owned();
    let mut words = rest.split_whitespace();
    let only_tells = words.clone().all(|word| TELLS.contains(&word) || word == year);
    let exact = claim.hedge == Hedge::Exact && words.any(|word| word == year) && only_tells;
    let about = ("statement".to_owned(), structure.frame_line.clone(), format!("budget {year}"));
    exact.then_some((about, Said::Amount(quantity)))
}

/// Whether two values are the same. `None`: they cannot be held against each other.
fn same(own: &Said, other: &Said) -> Option<bool> {
    match (own, other) {
        (Said::Words, Said::Words) => Some(true),
        (Said::Target(own), Said::Target(other)) => Some(own == other),
        (Said::Amount(own), Said::Amount(other)) => {
            let (own, other) = match (own.interval_kronor(), other.interval_kronor()) {
                (Some(own), Some(other)) => (own, other),
                (None, None) if own.unit == other.unit => (own.interval(), other.interval()),
                _ => return None,
            };
            // Costs are printed with a minus or without.
            Some(own.meets(&other) || own.size().meets(&other.size()))
        }
        _ => None,
    }
}

fn words(said: &Said) -> String {
    match said {
        Said::Words => String::new(),
        Said::Amount(quantity) => format::quantity(quantity),
        Said::Target(target) => target.clone().unwrap_or_else(|| "–".to_owned()),
    }
}

fn against(stored: &StoredDocument, claim: &Claim, is_same: bool, (own, other): (&Said, &Said)) -> Against {
    let document = &stored.document;
    let says = match (is_same, own) {
        (true, _) => Message::new("web-review-elsewhere-same"),
        (false, Said::Target(_)) => {
            Message::new("web-review-elsewhere-target").with("here", words(own)).with("there", words(other))
        }
        (false, _) => {
            Message::new("web-review-elsewhere-amount").with("here", words(own)).with("there", words(other))
        }
    };
    Against {
        slug: stored.slug.clone(),
        kind: document.kind,
        body: document.body.as_ref().map(|body| body.text.clone()).unwrap_or_default(),
        year: document.year,
        span: claim.span,
        lines: lines_there(stored, claim.span, !is_same),
        rule: "",
        code: "",
        says,
    }
}
