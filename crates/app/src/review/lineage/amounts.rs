//! The amounts of budget areas over the years, for holding areas against each other.

use crate::city::{City, tkr};
use std::collections::BTreeMap;
use uppsikt_domain::fact::Fact;
use uppsikt_domain::lineage::Lasting;
use uppsikt_text::compare::same;

/// Columns whose figures are amounts of one year.
const COLUMNS: [&str; 3] = ["budget ", "forecast ", "actual "];

/// The amounts of an area in thousands of kronor, by the stable word of their column. A column
/// that several documents print may have several.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Amounts(BTreeMap<String, Vec<i64>>);

impl Amounts {
    /// An amount that both have in the same column.
    pub fn same<'a>(&'a self, other: &Amounts) -> Option<(&'a str, i64)> {
        let all = self.0.iter().flat_map(|(column, all)| all.iter().map(move |tkr| (column.as_str(), *tkr)));
        let mut common = all.filter(|(column, tkr)| *tkr != 0 && other.has(column, *tkr));
        common.next_back()
    }

    /// Whether it has an amount in a column.
    pub fn has(&self, column: &str, tkr: i64) -> bool {
        self.0.get(column).is_some_and(|all| all.contains(&tkr))
    }

    /// The budget of the latest year that it has one for.
    fn budget(&self) -> Option<i64> {
        let mut budgets = self.0.iter().filter(|(column, _)| column.starts_with(COLUMNS[0]));
        budgets.next_back().and_then(|(_, all)| all.last().copied())
    }

    fn add(&mut self, facts: &[Fact], name: &str) {
        for fact in facts.iter().filter(|fact| is_of(fact, name)) {
            let Some(tkr) = fact.quantity.as_ref().and_then(tkr) else { continue };
            let all = self.0.entry(fact.key.column.clone()).or_default();
            if !all.contains(&tkr) {
                all.push(tkr);
            }
        }
    }
}

impl<const N: usize> From<[(&str, i64); N]> for Amounts {
    fn from(amounts: [(&str, i64); N]) -> Self {
        Amounts(amounts.into_iter().map(|(column, tkr)| (column.to_owned(), vec![tkr])).collect())
    }
}

fn is_of(fact: &Fact, name: &str) -> bool {
    let column = &fact.key.column;
    fact.key.what == Lasting::BudgetArea.code()
        && COLUMNS.iter().any(|word| column.starts_with(word))
        && same(&fact.key.of, name)
}

/// The amounts of an area among facts.
pub(super) fn amounts_of(facts: &[Fact], name: &str) -> Amounts {
    let mut found = Amounts::default();
    found.add(facts, name);
    found
}

/// The amounts of a body's area as its documents of earlier years have them.
pub(super) fn amounts_before(city: &City, body: &str, name: &str, year: i32) -> Amounts {
    let mut found = Amounts::default();
    let earlier =
        city.data.documents.iter().filter(|stored| stored.document.year.is_some_and(|it| it < year));
    for stored in earlier.filter(|stored| city.body_of(stored).is_some_and(|it| it.slug == body)) {
        found.add(&stored.facts, name);
    }
    found
}

/// Whether the latest budgets are nearly the same: within a tenth of the larger.
pub(super) fn near(was: &Amounts, is: &Amounts) -> bool {
    let (Some(was), Some(is)) = (was.budget(), is.budget()) else { return false };
    let larger = was.abs().max(is.abs());
    larger > 0 && was.signum() == is.signum() && (was - is).abs() <= larger / 10
}

/// The column in which the amounts of parts add up to one of the whole, and that amount.
pub(super) fn adds_up<'a>(whole: &'a Amounts, parts: &[&Amounts]) -> Option<(&'a str, i64)> {
    let of = |part: &Amounts, column: &str, first: bool| {
        let all = part.0.get(column)?;
        if first { all.first() } else { all.last() }.copied()
    };
    let sum = |column: &str, first: bool| {
        let amounts: Option<Vec<i64>> = parts.iter().map(|part| of(part, column, first)).collect();
        amounts.filter(|all| all.iter().all(|tkr| *tkr != 0)).map(|all| all.iter().sum::<i64>())
    };
    whole.0.iter().find_map(|(column, all)| {
        let sums = [true, false].into_iter().filter_map(|first| sum(column, first));
        let tkr = sums.into_iter().find(|sum| all.contains(sum))?;
        Some((column.as_str(), tkr))
    })
}
