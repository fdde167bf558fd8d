//! How far levels are apart, and what they give together.

use super::Passage;
use crate::passage::cues;
use crate::passage::formula::{Claim, Formula};
use crate::passage::terms::{Kind, Role, Term};
use crate::prose::words;

impl<'c, 't> Passage<'_, 'c, 't> {
    /// "återstår".
    pub(super) fn is_left(&self) -> bool {
        words(self.target.tail)
            .iter()
            .take(2)
            .any(|word| word.starts_with("återst") || word.starts_with("kvar"))
    }

    /// How far two levels are apart.
    pub(super) fn apart(&self) -> Option<Claim<'c, 't>> {
        let kind = if self.target.kind == Kind::Points { Kind::Percent } else { self.target.kind };
        let two = self.compared(kind)?;
        let via = self.target.slice.trim_start().starts_with("genom ");
        let fits =
            (via || self.is_closed(&two)) && two[0].is_like(two[1]) && two[0].value() != two[1].value();
        fits.then(|| self.claim(Formula::Apart, two.to_vec()))?
    }

    /// How far two levels of a year are apart in a month.
    pub(super) fn apart_month(&self) -> Option<Claim<'c, 't>> {
        let target = self.target;
        let near = self.all.iter().filter(|it| {
            it.kind == Kind::Money
                && it.role != Role::Apart
                && it.at <= target.at
                && it.at + 1 >= target.at
                && it.is_firm()
        });
        let near: Vec<_> = near.filter(|it| !std::ptr::eq(*it, target)).collect();
        let [from, to] = near.as_slice() else { return None };
        let month = words(target.tail).iter().any(|word| word.starts_with("månad"));
        let year = [from, to]
            .iter()
            .any(|it| words(it.tail).windows(2).any(|two| two[0] == "per" && two[1] == "år"));
        (month && year).then(|| self.claim(Formula::ApartPart(12), vec![from, to]))?
    }

    /// How far one level is from another in per cent of it.
    pub(super) fn change(&self) -> Option<Claim<'c, 't>> {
        let two = self.compared(Kind::Money).or_else(|| self.compared(Kind::Count))?;
        let fits = self.is_closed(&two) && two[0].is_like(two[1]);
        let [from, to] = two;
        let from_to = to.slice.trim() == "till" || words(to.slice).last().is_some_and(|word| word == "till");
        let of = if from_to { vec![to, from] } else { vec![from, to] };
        fits.then(|| self.claim(Formula::Change, of))?
    }

    /// What two others give together or apart, or more of them together.
    pub(super) fn result(&self) -> Option<Claim<'c, 't>> {
        let target = self.target;
        if !target.thus {
            return None;
        }
        let near = |back: usize| {
            let near = self.all.iter().filter(move |it| {
                it.at + back >= target.at && it.is_firm() && it.kind == target.kind && it.each == target.each
            });
            near.filter(|it| it.at < target.at || it.found.range.end <= target.found.range.start)
                .collect::<Vec<_>>()
        };
        let parts = [near(0), near(1)].into_iter().find(|it| it.len() > 1)?;
        let most = parts.iter().map(|it| it.value()).max()?;
        let formula = match parts.len() {
            2 if target.value() < most => Formula::Apart,
            2 => Formula::Sum,
            _ if parts.iter().all(|it| it.role == Role::Level) => Formula::Sum,
            _ => return None,
        };
        self.is_closed(&parts).then(|| self.claim(formula, parts))?
    }

    /// "en ökning med 209. Födelseöverskottet var 34 och flyttningsnettot 175": all that a change is made of.
    pub(super) fn components(&self) -> Option<Claim<'c, 't>> {
        let target = self.target;
        let parts: Vec<&'c Term<'t>> =
            self.all.iter().filter(|it| it.at == target.at + 1 && it.kind == target.kind).collect();
        let named = |it: &&&Term<'_>| {
            words(it.lead).iter().any(|word| {
                word.contains("överskott") || word.contains("underskott") || word.contains("netto")
            })
        };
        let fits =
            parts.len() > 1 && parts.iter().filter(named).count() == parts.len() && target.digits() > 1;
        fits.then(|| self.claim(Formula::Sum, parts))?
    }

    /// A stock at the end: the one at the beginning with what came and less what went.
    pub(super) fn flow(&self) -> Option<Claim<'c, 't>> {
        let target = self.target;
        let from = target.at.saturating_sub(2);
        let group = self.group(from, target.at + 1)?;
        let [first, flows @ .., last] = group.as_slice() else { return None };
        let begins = cues::is_stock(&first.sentence[..])[0];
        let ends = cues::is_stock(&last.sentence[..])[1];
        let fits = std::ptr::eq(*last, target)
            && begins
            && ends
            && (1..=2).contains(&flows.len())
            && flows.iter().all(|it| it.value() < first.value());
        fits.then(|| self.claim(Formula::Flow, group[..group.len() - 1].to_vec()))?
    }
}
