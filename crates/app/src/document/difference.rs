//! What a newer version of a document says otherwise than the one before.

use std::collections::BTreeMap;
use uppsikt_domain::fact::{Fact, FactKey};
use uppsikt_domain::registry::Id;
use uppsikt_store::HeldFact;

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
}

/// What to store.
#[derive(Debug, Default)]
pub struct Comparison<'a> {
    /// What differs, for people.
    pub diff: Diff,
    /// Facts that are to be added: new ones, and those with another value.
    pub added: Vec<&'a Fact>,
    /// Facts that hold on, by their identity.
    pub kept: Vec<(Id, &'a Fact)>,
    /// Facts that hold no longer.
    pub ended: Vec<Id>,
}

/// Holds the facts of a newer version against those that held. Both have each key once.
pub fn compare<'a>(held: &[HeldFact], read: &'a [Fact]) -> Comparison<'a> {
    let mut before: BTreeMap<&FactKey, &HeldFact> = held.iter().map(|it| (&it.fact.key, it)).collect();
    let mut found = Comparison::default();
    for fact in read {
        match before.remove(&fact.key) {
            Some(held) if says_the_same(&held.fact, fact) => found.kept.push((held.id, fact)),
            Some(held) => {
                found.diff.different.push(Changed {
                    key: fact.key.clone(),
                    was: held.fact.value.clone(),
                    is: fact.value.clone(),
                });
                found.ended.push(held.id);
                found.added.push(fact);
            }
            None => {
                found.diff.new.push(fact.key.clone());
                found.added.push(fact);
            }
        }
    }
    found.diff.same = found.kept.len();
    found.ended.extend(before.values().map(|held| held.id));
    found.diff.gone = before.into_keys().cloned().collect();
    found
}

fn says_the_same(held: &Fact, read: &Fact) -> bool {
    held.value == read.value && held.quantity == read.quantity
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

    #[test]
    fn new_same_different_and_gone_are_told_apart() {
        let before = [held(1, fact("result", 0)), held(2, fact("wages", -70)), held(3, fact("rent", -8))];
        let read = [fact("grants", 5), fact("result", 0), fact("wages", -71)];
        let found = compare(&before, &read);
        assert_eq!(found.diff.new, [read[0].key.clone()]);
        assert_eq!(found.diff.same, 1);
        assert_eq!(found.diff.gone, [before[2].fact.key.clone()]);
        let changed = Changed { key: read[2].key.clone(), was: "-70".into(), is: "-71".into() };
        assert_eq!(found.diff.different, [changed]);
        assert_eq!(found.ended, [Id(2), Id(3)]);
        assert_eq!(found.added, [&read[0], &read[2]]);
        assert_eq!(found.kept, [(Id(1), &read[1])]);
    }

    #[test]
    fn the_same_amount_in_another_unit_is_another_value() {
        let mut mkr = fact("result", 12);
        mkr.quantity = Some(Quantity::new(12, 0, Unit::Mkr));
        assert_eq!(compare(&[held(1, fact("result", 12))], &[mkr]).diff.different.len(), 1);
    }
}
