//! How alike wordings are by the words that tell one from another: what a municipality writes into all
//! its goals tells none of them.

use crate::compare::{LITTLE, likeness_permille, normalized, telling_stems, words};
use crate::stem::stem;
use std::collections::{BTreeMap, BTreeSet};

/// What municipalities call themselves, after their name or without it.
const SELVES: [&str; 8] =
    ["stad", "stads", "kommun", "kommuns", "staden", "stadens", "kommunen", "kommunens"];
/// So many words of an opening, at most, say who strives before they say for what.
const OPENING: usize = 7;

/// The stems that most wordings of one list have, by which none of them is told from another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shared(BTreeSet<String>);

impl Shared {
    /// Fewer wordings with a word in common may be about one thing.
    const FEWEST: usize = 3;

    /// What more than half of the wordings of a list have in common, each list by itself: the same goal
    /// may stand in several of them under new words.
    pub fn of(lists: &[Vec<String>]) -> Shared {
        let mut shared = BTreeSet::new();
        for list in lists {
            let distinct: BTreeSet<String> = list.iter().map(|wording| normalized(wording)).collect();
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            for wording in &distinct {
                let stems: BTreeSet<String> = words(wording).into_iter().map(stem).collect();
                stems.into_iter().for_each(|stem| *counts.entry(stem).or_default() += 1);
            }
            let most = counts.into_iter().filter(|(_, count)| *count >= Self::FEWEST);
            shared.extend(most.filter(|(_, count)| count * 2 > distinct.len()).map(|(stem, _)| stem));
        }
        Shared(shared)
    }

    /// How alike two goals are, in thousandths: as [`likeness_permille`], but for who strives, little
    /// words and what most goals have.
    pub fn goal_likeness_permille(&self, a: &str, b: &str) -> u16 {
        let telling = |wording: &str| {
            let wording = normalized(wording);
            let all = words(&wording);
            let aim = aim(&all).iter().filter(|word| !LITTLE.contains(word) && !self.0.contains(&stem(word)));
            aim.copied().collect::<Vec<_>>().join(" ")
        };
        alike((a, b), &telling(a), &telling(b))
    }

    /// How alike two names are, in thousandths: as [`crate::compare::name_likeness_permille`], but for
    /// what most names have.
    pub fn name_likeness_permille(&self, a: &str, b: &str) -> u16 {
        let telling = |name: &str| {
            let stems = telling_stems(name).into_iter().filter(|stem| !self.0.contains(stem));
            stems.collect::<Vec<_>>().join(" ")
        };
        alike((a, b), &telling(a), &telling(b))
    }
}

/// By what tells them, or by all their words where nothing does.
fn alike((a, b): (&str, &str), ours: &str, theirs: &str) -> u16 {
    if ours.is_empty() && theirs.is_empty() {
        likeness_permille(a, b)
    } else {
        likeness_permille(ours, theirs)
    }
}

/// What a goal is for: without the municipality that strives ("Ekeby kommun arbetar för att …").
fn aim<'w>(all: &'w [&'w str]) -> &'w [&'w str] {
    let opening = &all[..all.len().min(OPENING)];
    let who = opening.iter().take(3).position(|word| SELVES.contains(word)).map(|at| &all[at + 1..]);
    let strives = opening.windows(2).position(|pair| pair == ["för", "att"]).map(|at| &all[at + 2..]);
    match (strives, who) {
        (Some(aim), _) if !aim.is_empty() => aim,
        (_, Some(aim)) if !aim.is_empty() => aim,
        _ => all,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alone(a: &str, b: &str) -> u16 {
        Shared::default().goal_likeness_permille(a, b)
    }

    #[test]
    fn who_strives_tells_no_goal_from_another() {
        let (water, school) =
            ("Ekeby kommun arbetar för att skydda sjöarna", "Ekeby kommun arbetar för att laga skolorna");
        assert_eq!(alone(water, school), 0);
        assert_eq!(alone("Ekeby kommun har rena sjöar", "Ekeby kommun har varma skolor"), 333);
        assert_eq!(alone(water, "Kommunen verkar för att skydda sjöarna och åarna"), 800);
    }

    #[test]
    fn what_most_goals_of_a_year_say_tells_none_of_them() {
        let year = ["Alla hamnar är öppna", "Alla broar är målade", "Alla gator är lagade", "Rent vatten"];
        let shared = Shared::of(&[year.map(str::to_owned).to_vec()]);
        assert_eq!(shared.goal_likeness_permille("Alla hamnar är öppna", "Alla tak är nya"), 0);
        assert_eq!(shared.goal_likeness_permille("Alla hamnar är öppna", "Alla hamnar är isfria"), 500);
        assert!(alone("Alla hamnar är öppna", "Alla tak är nya") >= 500);
    }

    #[test]
    fn two_lists_with_the_same_goal_share_nothing_by_that() {
        let shared = Shared::of(&[vec!["Fler simmar".to_owned()], vec!["Fler barn simmar".to_owned()]]);
        assert_eq!(shared, Shared::default());
    }
}
