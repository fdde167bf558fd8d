//! What is all of some, or what is left.

use super::Passage;
use crate::passage::cues;
use crate::passage::formula::{Claim, Formula};
use crate::passage::known;
use crate::passage::terms::{Kind, Role, Term};
use crate::prose::words;
use uppsikt_domain::interval::Fixed;

impl<'c, 't> Passage<'_, 'c, 't> {
    /// What stands before it, taken together.
    pub(super) fn total(&self) -> Option<Claim<'c, 't>> {
        let target = self.target;
        let own = self.before(target.kind, 0);
        let parts = if own.len() > 1 { own } else { self.before(target.kind, 1) };
        // "Sommarens sammanlagda kostnad": what three or more are together may have a name of its own.
        let named = parts.len() > 2 && parts.iter().all(|it| it.at + 1 == target.at);
        let lead = target.lead.split_once(' ').filter(|_| named).map_or(target.lead, |(_, rest)| rest);
        let fits =
            parts.len() > 1 && parts.iter().all(|it| it.role == Role::Level) && self.is_told(lead, &parts);
        fits.then(|| self.claim(Formula::Sum, parts))?
    }

    /// All of what the sentence after it tells, of which the last is the rest.
    pub(super) fn whole(&self) -> Option<Claim<'c, 't>> {
        let target = self.target;
        let own = self.all.iter().filter(|it| it.at == target.at && it.kind == target.kind).count();
        let bare = |it: &Term<'_>| {
            target.kind == Kind::Percent && it.kind == Kind::Count && it.found.quantity.decimals > 0
        };
        let parts: Vec<&'c Term<'t>> = self
            .all
            .iter()
            .filter(|it| it.at == target.at + 1 && (it.kind == target.kind || bare(it)))
            .collect();
        let sentence = self.lines.iter().find(|line| line.at == target.at + 1)?.text;
        let last = parts.last()?;
        let before = &sentence[..last.found.range.start];
        let rest = before.rfind(" och ").is_some_and(|at| cues::is_rest(&before[at..]));
        let split = cues::is_of_those(sentence) && parts.len() == 2 && last.found.quantity.decimals > 0;
        let fits = own == 1
            && parts.len() > 1
            && parts.iter().all(|it| it.role == Role::Level && it.is_firm())
            && (rest || split)
            && !before.contains("varav");
        fits.then(|| self.claim(Formula::Sum, parts))?
    }

    /// The figures of its kind of some sentences, where all are levels or totals.
    pub(super) fn group(&self, from: usize, until: usize) -> Option<Vec<&'c Term<'t>>> {
        let group: Vec<&'c Term<'t>> = self
            .all
            .iter()
            .filter(|it| (from..until).contains(&it.at) && it.kind == self.target.kind)
            .collect();
        let plain = |it: &&Term<'_>| it.is_firm() && !it.each && it.role != Role::Mean;
        group.iter().all(|it| plain(&&**it)).then_some(group)
    }

    /// "resterande 0,6 mkr": the first amount before it less the others.
    pub(super) fn rest(&self) -> Option<Claim<'c, 't>> {
        let target = self.target;
        if !cues::is_rest(target.lead) || words(target.lead).len() > 3 {
            return None;
        }
        let from = target.at.saturating_sub(1);
        let before = |it: &&&Term<'_>| it.at < target.at || it.found.range.end <= target.found.range.start;
        let group: Vec<&'c Term<'t>> = self.group(from, target.at + 1)?;
        let group: Vec<&'c Term<'t>> = group.iter().filter(before).copied().collect();
        let [whole, parts @ ..] = group.as_slice() else { return None };
        let sexes = parts.len() == 2 && cues::is_by_sex(target.sentence);
        let fits = parts.len() > 1 && !sexes && parts.iter().all(|it| it.value() < whole.value())
            || parts.len() == 1 && whole.at == target.at;
        if let ([], Some(named)) = (parts, self.named_whole(whole)) {
            return self.claim(Formula::Rest, vec![named, whole]);
        }
        let of = cues::complete(&whole.sentence[..whole.found.range.start], "") > 0;
        (fits && of).then(|| self.claim(Formula::Rest, group))?
    }

    /// "Av avvikelsen avser 2,9 mkr": what was told before by that name.
    pub(super) fn named_whole(&self, part: &Term<'_>) -> Option<&'c Term<'t>> {
        let told = words(part.sentence);
        let name = told.get(1).filter(|_| told.first().is_some_and(|word| word == "av"))?;
        let is_named = |it: &&Term<'_>| words(it.lead).iter().any(|word| known::is_akin(word, name));
        let kind = self.target.kind;
        self.all.iter().rev().filter(|it| it.at < part.at && it.kind == kind && it.is_firm()).find(is_named)
    }

    /// "45 har plats, varav 28 på företag och 27 inom kommunen": parts that are more than their whole.
    pub(super) fn whereof(&self) -> Option<Claim<'c, 't>> {
        let target = self.target;
        let after = |it: &&Term<'_>| it.at == target.at && it.found.range.start >= target.found.range.end;
        let parts: Vec<&'c Term<'t>> = self
            .all
            .iter()
            .filter(after)
            .filter(|it| it.kind == target.kind && it.role != Role::Apart)
            .collect();
        let [first, .., last] = parts.as_slice() else { return None };
        let joined = &target.sentence[first.found.range.end..last.found.range.start];
        let of =
            target.sentence[target.found.range.end..first.found.range.start].trim_end().ends_with("varav");
        let sum = parts.iter().map(|it| it.value()).fold(Fixed::ZERO, |sum, it| sum + it);
        let fits = of && joined.contains(" och ") && target.value() < sum && !target.value().is_negative();
        fits.then(|| self.claim(Formula::Sum, parts))?
    }

    /// All of the other figures of its sentence, or of it and the next.
    pub(super) fn parts(&self) -> Option<Claim<'c, 't>> {
        let target = self.target;
        if !matches!(target.kind, Kind::Money | Kind::Count) || target.role == Role::Apart || target.each {
            return None;
        }
        let groups = [
            (target.at, target.at + 1),
            (target.at, target.at + 2),
            (target.at.saturating_sub(1), target.at + 1),
            (target.at.saturating_sub(2), target.at + 1),
        ];
        groups.into_iter().find_map(|(from, until)| {
            let group = self.group(from, until)?;
            let (first, last) = (group.first()?, group.last()?);
            let ends = std::ptr::eq(*first, target) || std::ptr::eq(*last, target);
            let parts: Vec<&'c Term<'t>> =
                group.iter().copied().filter(|it| !std::ptr::eq(*it, target)).collect();
            let sentences = self.lines.iter().filter(|line| (from..until).contains(&line.at));
            let text = sentences.map(|line| line.text).collect::<Vec<_>>().join(" ");
            let whole = &target.sentence[..target.found.range.start];
            // "57 barn och unga var placerade: 31 i …".
            let colon =
                parts.first().is_some_and(|it| it.slice.trim_end().ends_with(':') && !it.slice.contains(','));
            let signs = cues::complete(whole, &text) + usize::from(colon);
            let plain = parts.iter().all(|it| it.role == Role::Level) && !text.contains("varav");
            let most = parts.iter().map(|it| it.value()).max().unwrap_or(Fixed::ZERO);
            let digits = target.found.quantity.mantissa.abs() >= 10 && most < target.value();
            // More than there are is more than too few.
            let sum = parts.iter().map(|it| it.value()).fold(Fixed::ZERO, |sum, it| sum + it);
            let above = signs > 0 && parts.len() > 2 && until == from + 1 && target.value() < sum;
            let claim = self
                .claim(Formula::Sum, parts)
                .filter(|it| ends && it.of.len() > 1 && plain && digits && signs > 0)?;
            (signs > 1 || above || claim.holds() || claim.is_swap()).then_some(claim)
        })
    }
}
