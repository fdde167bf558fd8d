//! Budget areas that may continue those of the year before: alike by name, by amount, or because
//! the amounts of the parts add up to that of the whole.

use super::amounts::{Amounts, adds_up, amounts_before, amounts_of, near};
use super::{Likeness, LineageRow, Pair, last_year, of_year_before, pairs, told};
use crate::city::City;
use crate::document::difference::Printed;
use crate::document::enrol::{OwnAreas, body_of, named_areas};
use crate::version::{Known, known};
use std::collections::BTreeSet;
use uppsikt_domain::lineage::Lasting;
use uppsikt_domain::registry::{BudgetAreaVersion, Id};
use uppsikt_store::Registry;
use uppsikt_text::compare::{area_likeness_permille, normalized};

/// Among more areas than these that nothing continues, sums that fit are found by chance.
const MOST_FREE: usize = 24;

/// Areas by name, with their amounts.
struct Areas<'a> {
    were: Vec<(Id, &'a str, Amounts)>,
    are: Vec<(&'a str, Amounts)>,
}

/// What in the budget areas of a document may continue one of its body.
pub(super) fn budget_areas(
    registry: &Registry,
    read: &Printed<'_>,
    year: i32,
    city: &City,
) -> Vec<LineageRow> {
    let Some(body) = body_of(registry, read.document) else { return Vec::new() };
    let own = OwnAreas::of(registry, &body.slug);
    let named = named_areas(read.document);
    let said: BTreeSet<String> = named.iter().map(|name| normalized(name)).collect();
    let new = named.iter().copied().filter(|name| known(&own.called(name), name, year) == Known::New);
    let all: Vec<BudgetAreaVersion> = own.all().cloned().collect();
    let before = of_year_before(&all, last_year(&all, year), |name| said.contains(&normalized(name)));
    if before.is_empty() {
        return Vec::new();
    }
    let amounts = |name: &str| amounts_before(city, &body.slug, name, year);
    let areas = Areas {
        were: before.iter().map(|(id, name)| (*id, *name, amounts(name))).collect(),
        are: new.map(|name| (name, amounts_of(&read.facts, name))).collect(),
    };
    let names: Vec<&str> = areas.are.iter().map(|(name, _)| *name).collect();
    told(Lasting::BudgetArea, &before, &names, areas.pairs())
}

impl Areas<'_> {
    fn pairs(&self) -> Vec<Pair> {
        let mut pairs = pairs(self.were.len(), self.are.len(), |was, is| self.likeness(was, is));
        self.add_splits(&mut pairs);
        self.add_mergers(&mut pairs);
        pairs
    }

    fn likeness(&self, was: usize, is: usize) -> Likeness {
        let ((_, name, amounts), (new, others)) = (&self.were[was], &self.are[is]);
        Likeness {
            permille: area_likeness_permille(name, new),
            same_amount: amounts
                .same(others)
                .filter(|(column, tkr)| self.only_these(column, *tkr))
                .map(year_of),
            near_amount: near(amounts, others),
            ..Likeness::default()
        }
    }

    /// Whether an amount is that of one area before and one now, and of no other.
    fn only_these(&self, column: &str, tkr: i64) -> bool {
        let before = self.were.iter().filter(|(.., amounts)| amounts.has(column, tkr)).count();
        let now = self.are.iter().filter(|(_, amounts)| amounts.has(column, tkr)).count();
        (before, now) == (1, 1)
    }

    /// What an area was split into, as far as amounts tell.
    fn add_splits(&self, pairs: &mut Vec<Pair>) {
        for was in 0..self.were.len() {
            let paired: Vec<usize> = pairs.iter().filter(|pair| pair.0 == was).map(|pair| pair.1).collect();
            let free = (0..self.are.len()).filter(|is| pairs.iter().all(|pair| pair.1 != *is)).collect();
            let likeness = |is: usize| self.likeness(was, is);
            let parts: Vec<&Amounts> = self.are.iter().map(|(_, amounts)| amounts).collect();
            let Some((year, added)) = parted(&self.were[was].2, &parts, &paired, free, likeness) else {
                continue;
            };
            pairs.extend(added.into_iter().map(|is| (was, is, likeness(is))));
            pairs.iter_mut().filter(|pair| pair.0 == was).for_each(|pair| pair.2.adds_up = Some(year));
        }
    }

    /// What was merged into an area, as far as amounts tell.
    fn add_mergers(&self, pairs: &mut Vec<Pair>) {
        for is in 0..self.are.len() {
            let paired: Vec<usize> = pairs.iter().filter(|pair| pair.1 == is).map(|pair| pair.0).collect();
            let free = (0..self.were.len()).filter(|was| pairs.iter().all(|pair| pair.0 != *was)).collect();
            let likeness = |was: usize| self.likeness(was, is);
            let parts: Vec<&Amounts> = self.were.iter().map(|(.., amounts)| amounts).collect();
            let Some((year, added)) = parted(&self.are[is].1, &parts, &paired, free, likeness) else {
                continue;
            };
            pairs.extend(added.into_iter().map(|was| (was, is, likeness(was))));
            pairs.iter_mut().filter(|pair| pair.1 == is).for_each(|pair| pair.2.adds_up = Some(year));
        }
    }
}

/// The one choice among free parts that, with those that are paired already, adds up to a whole,
/// and the year for which it does. Nothing where several do, and nothing that round figures tell
/// of names without anything in common.
fn parted(
    whole: &Amounts,
    parts: &[&Amounts],
    paired: &[usize],
    free: Vec<usize>,
    likeness: impl Fn(usize) -> Likeness,
) -> Option<(i32, Vec<usize>)> {
    let few = free.len() <= MOST_FREE;
    let choices = choices(&free).into_iter().filter(|chosen| few || chosen.is_empty());
    let mut fits =
        choices.filter(|chosen| (2..=3).contains(&(paired.len() + chosen.len()))).filter_map(|chosen| {
            let all: Vec<&Amounts> = paired.iter().chain(&chosen).map(|part| parts[*part]).collect();
            let (column, tkr) = adds_up(whole, &all)?;
            let alike = chosen.iter().all(|part| likeness(*part).permille > 0);
            (alike || tkr % 100 != 0).then(|| (year_of((column, tkr)), chosen))
        });
    let first = fits.next()?;
    fits.next().is_none().then_some(first)
}

/// No part, each, each two and each three of them.
fn choices(free: &[usize]) -> Vec<Vec<usize>> {
    let mut found = vec![Vec::new()];
    for part in free {
        let with: Vec<Vec<usize>> =
            found.iter().filter(|it| it.len() < 3).map(|it| [&it[..], &[*part]].concat()).collect();
        found.extend(with);
    }
    found
}

fn year_of((column, _): (&str, i64)) -> i32 {
    column.rsplit(' ').next().and_then(|year| year.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uppsikt_domain::lineage::Relation;

    fn areas(were: &[(&str, i64)], are: &[(&str, i64)]) -> Vec<(String, String, Relation)> {
        let amounts = |tkr: i64| Amounts::from([("budget 2030", tkr)]);
        let ids = (1..).map(Id);
        let areas = Areas {
            were: ids.zip(were).map(|(id, (name, tkr))| (id, *name, amounts(*tkr))).collect(),
            are: are.iter().map(|(name, tkr)| (*name, amounts(*tkr))).collect(),
        };
        let before: Vec<(Id, &str)> = areas.were.iter().map(|(id, name, _)| (*id, *name)).collect();
        let names: Vec<&str> = areas.are.iter().map(|(name, _)| *name).collect();
        let rows = told(Lasting::BudgetArea, &before, &names, areas.pairs());
        rows.into_iter().map(|row| (row.was, row.is, row.relation)).collect()
    }

    fn told_of(was: &str, is: &str, relation: Relation) -> (String, String, Relation) {
        (was.to_owned(), is.to_owned(), relation)
    }

    #[test]
    fn an_area_under_another_name_with_its_own_amount_continues() {
        let found =
            areas(&[("Badhus", -4_000), ("Parker", -9_000)], &[("Vattenliv", -4_000), ("Torg", -8_000)]);
        assert_eq!(found, [told_of("Badhus", "Vattenliv", Relation::Continues)]);
    }

    #[test]
    fn an_amount_that_two_areas_have_tells_nothing() {
        let found = areas(&[("Badhus", -4_000), ("Parker", -4_000)], &[("Vattenliv", -4_000)]);
        assert_eq!(found, []);
    }

    #[test]
    fn parts_whose_amounts_add_up_are_a_split_and_a_merger() {
        let (whole, parts) = ([("Lekplatser", -4_321)], [("Gungor", -1_111), ("Rutschkanor", -3_210)]);
        let split = areas(&whole, &parts);
        assert_eq!(
            split,
            [
                told_of("Lekplatser", "Gungor", Relation::Split),
                told_of("Lekplatser", "Rutschkanor", Relation::Split)
            ]
        );
        let merged = areas(&parts, &whole);
        assert!(
            merged.len() == 2
                && merged.iter().all(|(_, is, how)| is == "Lekplatser" && *how == Relation::Merged)
        );
    }

    #[test]
    fn round_amounts_that_add_up_tell_nothing_of_names_without_anything_in_common() {
        assert_eq!(areas(&[("Lekplatser", -4_000)], &[("Gungor", -1_000), ("Rutschkanor", -3_000)]), []);
    }

    #[test]
    fn a_name_that_another_begins_with_is_alike() {
        let found = areas(&[("Bibliotek", -31_000)], &[("Biblioteksverksamhet", -33_000), ("Torg", -8_000)]);
        assert_eq!(found, [told_of("Bibliotek", "Biblioteksverksamhet", Relation::Continues)]);
    }
}
