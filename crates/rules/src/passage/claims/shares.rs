//! Shares, means and amounts for each of some.

use super::Passage;
use crate::passage::cues;
use crate::passage::formula::{Claim, Formula};
use crate::passage::known;
use crate::passage::terms::{Kind, Role, Term};
use crate::prose::words;

impl<'c, 't> Passage<'_, 'c, 't> {
    /// The mean of what stands before it.
    pub(super) fn mean(&self) -> Option<Claim<'c, 't>> {
        let target = self.target;
        let near = |back: usize| {
            let near = self.all.iter().filter(move |it| {
                it.at + back >= target.at && it.kind == target.kind && it.role != Role::Apart && it.is_firm()
            });
            near.filter(|it| it.at < target.at || it.found.range.end <= target.found.range.start)
                .collect::<Vec<_>>()
        };
        let parts = [near(0), near(1)].into_iter().find(|it| it.len() > 1)?;
        let fits = parts.len() > 1 && self.is_closed(&parts);
        fits.then(|| self.claim(Formula::Mean, parts))?
    }

    /// A month of what is told for a year.
    pub(super) fn month(&self) -> Option<Claim<'c, 't>> {
        let target = self.target;
        let months = |text: &str| words(text).iter().take(4).any(|word| word.starts_with("månad"));
        let years = |text: &str| words(text).iter().take(6).any(|word| word == "år");
        let mut year = self.all.iter().filter(|it| {
            it.at == target.at && it.found.range.end <= target.found.range.start && it.kind == Kind::Money
        });
        let year =
            year.next_back().filter(|it| target.slice.len() < 60 && years(target.slice) && it.is_firm())?;
        (months(target.tail) && cues::is_thus(target.lead))
            .then(|| self.claim(Formula::Part(12), vec![year]))?
    }

    /// An amount for each of some.
    pub(super) fn each(&self) -> Option<Claim<'c, 't>> {
        let target = self.target;
        let near = |back| {
            self.all.iter().filter(move |it| {
                it.at + back >= target.at && it.at <= target.at && !std::ptr::eq(*it, target) && it.is_firm()
            })
        };
        let money = |back| {
            near(back)
                .filter(|it| {
                    it.kind == Kind::Money
                        && !it.each
                        && it.role != Role::Apart
                        && it.value() > target.value().times(3)
                })
                .collect::<Vec<_>>()
        };
        let counts = |back| {
            near(back)
                .filter(|it| {
                    it.kind == Kind::Count && it.role != Role::Apart && it.found.quantity.mantissa >= 10
                })
                .collect::<Vec<_>>()
        };
        let (money, counts) = [0, 1]
            .into_iter()
            .map(|back| (money(back), counts(back)))
            .find(|(money, counts)| money.len() == 1 && counts.len() == 1)?;
        let of = vec![money[0], counts[0]];
        let fits = self.is_closed(&of);
        fits.then(|| self.claim(Formula::Each, of))?
    }

    /// One in per cent of another.
    pub(super) fn share(&self, earlier: &[Claim<'c, 't>]) -> Option<Claim<'c, 't>> {
        let target = self.target;
        if target.slice.contains("respektive") {
            return None;
        }
        if let Some(claim) = self.share_again(earlier) {
            return Some(claim);
        }
        let pick = |kind: Kind| {
            let all: Vec<&'c Term<'t>> = self
                .all
                .iter()
                .filter(|it| it.kind == kind && it.is_firm() && it.role != Role::Apart)
                .collect();
            let own: Vec<_> = all.iter().copied().filter(|it| it.at == target.at).collect();
            let back: Vec<_> = all.iter().copied().filter(|it| it.at + 1 == target.at).collect();
            let on: Vec<_> = all.iter().copied().filter(|it| it.at == target.at + 1).collect();
            let whole = back.iter().copied().filter(|it| it.role == Role::Total).collect::<Vec<_>>();
            match (own.as_slice(), back.as_slice()) {
                ([one, other], _) => Some([*one, *other]),
                ([one], [other]) => Some([*one, *other]),
                ([one], [.., last]) if cues::is_of_those(target.sentence) => Some([*one, *last]),
                ([one], _) if whole.len() == 1 => Some([*one, whole[0]]),
                ([], [one, other]) => Some([*one, *other]),
                ([], []) => match on.as_slice() {
                    [one, other]
                        if other.slice.contains("varav ")
                            && words(target.lead).iter().any(|it| it.starts_with("andel")) =>
                    {
                        Some([*one, *other])
                    }
                    _ => None,
                },
                _ => None,
            }
        };
        let two = pick(Kind::Money)
            .or_else(|| pick(Kind::Count))
            .filter(|two| two[0].is_like(two[1]) && two[0].each == two[1].each)?;
        let [less, more] = if two[0].value() < two[1].value() { two } else { [two[1], two[0]] };
        let known = self.known(&two);
        let after = two.iter().all(|it| it.at > target.at);
        let led = match () {
            () if after => known::content(target.lead)
                .iter()
                .any(|word| known::content(less.slice).iter().any(|it| known::is_akin(it, word))),
            () if cues::is_degree(target.lead) => true,
            () => known::first_new(target.lead, known.iter().copied()).is_none(),
        };
        let tailed = match target.tail.trim_start().strip_prefix("av ") {
            Some(_) if more.role == Role::Total && known::content(target.tail).len() <= 1 => true,
            _ => known::first_new(target.tail, known.iter().copied()).is_none(),
        };
        (led && tailed).then(|| self.claim(Formula::Share, vec![less, more]))?
    }

    /// "… för 73,5 mnkr, vilket är 15 procent": of the whole that a share was just told of.
    pub(super) fn share_again(&self, earlier: &[Claim<'c, 't>]) -> Option<Claim<'c, 't>> {
        let target = self.target;
        let last = earlier
            .iter()
            .rev()
            .find(|it| it.formula == Formula::Share && it.holds() && it.target.at + 1 >= target.at)?;
        let whole = *last.of.last()?;
        let at = self.all.iter().position(|it| std::ptr::eq(it, target))?;
        let part =
            self.all.get(at.checked_sub(1)?).filter(|it| it.at == target.at && it.kind == whole.kind)?;
        let again = cues::is_again(target.slice) && known::content(target.tail).is_empty();
        again.then(|| self.claim(Formula::Share, vec![part, whole]))?
    }
}
