//! What figures are told to be of others, where the words leave no doubt of which.

use super::Line;
use super::cues::{self, Stemmed};
use super::formula::{Claim, Formula};
use super::terms::{Kind, Role, Term};
use crate::prose::{word_count, words};
use std::cell::OnceCell;

/// What the figures of a passage are told to be.
pub fn claims<'c, 't>(lines: &[Line<'_>], all: &'c [Term<'t>]) -> Vec<Claim<'c, 't>> {
    let lines: Vec<Read<'_>> =
        lines.iter().map(|(at, text)| Read { at: *at, text, words: OnceCell::new() }).collect();
    let lines = lines.as_slice();
    let mut found = Vec::new();
    for target in all.iter().filter(|it| it.is_firm()) {
        let passage = Passage { lines, all, target };
        if cues::is_open(target.sentence) {
            continue;
        }
        let claim = match (target.role, target.kind) {
            (Role::Apart, Kind::Percent) if !target.words => passage.change(),
            (Role::Apart, Kind::Money) if target.each => passage.apart_month(),
            (Role::Apart, _) => passage.rest().or_else(|| passage.components()).or_else(|| passage.apart()),
            (Role::Total, Kind::Money | Kind::Count) => passage.total(),
            (_, Kind::Money) if target.each => passage.month().or_else(|| passage.each()),
            (Role::Mean, _) if passage.mean().is_some() => passage.mean(),
            (Role::Level | Role::Mean, Kind::Percent) => passage.share(&found).or_else(|| passage.whole()),
            (Role::Level, _) => passage.rest().or_else(|| passage.result()).or_else(|| passage.whole()),
            _ => None,
        };
        found.extend(claim);
        if target.kind != Kind::Points && !target.words {
            found.extend(passage.parts());
            found.extend(passage.flow());
        }
    }
    found
}

/// A sentence with its words, once they are asked for.
struct Read<'p> {
    at: usize,
    text: &'p str,
    words: OnceCell<Vec<Stemmed>>,
}

impl Read<'_> {
    fn words(&self) -> &[Stemmed] {
        self.words.get_or_init(|| cues::stemmed(self.text))
    }
}

struct Passage<'p, 'c, 't> {
    lines: &'p [Read<'p>],
    all: &'c [Term<'t>],
    target: &'c Term<'t>,
}

impl<'c, 't> Passage<'_, 'c, 't> {
    fn claim(&self, formula: Formula, of: Vec<&'c Term<'t>>) -> Option<Claim<'c, 't>> {
        let target = self.target;
        (!of.iter().any(|it| cues::is_open(it.sentence))).then_some(Claim { target, formula, of })
    }

    /// The figures that the target may be of, of some sentences around it.
    fn levels(&self, kind: Kind, back: usize, on: usize) -> Vec<&'c Term<'t>> {
        let target = self.target;
        let near = self.all.iter().filter(|it| it.at + back >= target.at && it.at <= target.at + on);
        near.filter(|it| {
            it.kind == kind
                && !std::ptr::eq(*it, target)
                && it.role != Role::Apart
                && it.each == target.each
                && it.is_firm()
        })
        .filter(|it| it.is_like(target))
        .collect()
    }

    /// The levels before the target.
    fn before(&self, kind: Kind, back: usize) -> Vec<&'c Term<'t>> {
        let target = self.target;
        let before = |it: &&Term<'_>| it.at < target.at || it.found.range.end <= target.found.range.start;
        self.levels(kind, back, 0).into_iter().filter(|it| before(&&**it)).collect()
    }

    /// The two levels that the target is told of.
    fn compared(&self, kind: Kind) -> Option<[&'c Term<'t>; 2]> {
        let target = self.target;
        let next =
            self.levels(kind, 0, 0).into_iter().find(|it| it.found.range.start >= target.found.range.end);
        let next = next.filter(|next| {
            let between = &target.sentence[target.found.range.end..next.found.range.start];
            cues::compares(between) && ![" och ", ". "].iter().any(|mark| between.contains(mark))
        });
        if let Some(next) = next {
            let last = self.before(kind, 0).last().copied().or_else(|| self.before(kind, 1).last().copied());
            return last.map(|last| [next, last]);
        }
        let two = |terms: Vec<&'c Term<'t>>| match terms.as_slice() {
            [one, other] => Some([*one, *other]),
            _ => None,
        };
        for back in [0, 1] {
            let before = self.before(kind, back);
            if before.len() > 1 {
                return two(before).filter(|[one, other]| {
                    self.is_left() || one.at == other.at || self.is_same_subject(one, other)
                });
            }
        }
        let before = self.before(kind, 1);
        let on = self.levels(kind, 0, 1).into_iter().filter(|it| it.at > target.at);
        two(before.into_iter().chain(on).collect()).filter(|[one, other]| self.is_same_subject(one, other))
    }

    /// "återstår".
    fn is_left(&self) -> bool {
        words(self.target.tail)
            .iter()
            .take(2)
            .any(|word| word.starts_with("återst") || word.starts_with("kvar"))
    }

    /// Whether the later of two levels in two sentences is told of the same as the first.
    fn is_same_subject(&self, one: &Term<'_>, other: &Term<'_>) -> bool {
        let known = self.lines.iter().filter(|line| line.at == one.at).flat_map(|line| line.words());
        let told = other.lead.replace(|c: char| c.is_ascii_digit(), "");
        cues::first_new(&told, known).is_none_or(|word| cues::is_level(&word))
    }

    /// Whether the words around the target bring nothing new to those of others.
    fn is_closed(&self, of: &[&Term<'_>]) -> bool {
        let target = self.target;
        let known = self.known(of);
        let tail = cues::own_tail(target.tail);
        let ahead = of.iter().any(|it| {
            it.at == target.at
                && it.found.range.start >= target.found.range.end
                && target.sentence[target.found.range.end..it.found.range.start].starts_with(target.tail)
                && target.sentence[target.found.range.end..it.found.range.start].len()
                    <= target.tail.len() + 1
        });
        cues::first_new(target.lead, known.iter().copied()).is_none()
            && (ahead || cues::first_new(tail, known.iter().copied()).is_none())
    }

    /// The words that stand before the target's clause, and those of the sentences of others.
    fn known<'k>(&'k self, of: &'k [&Term<'_>]) -> Vec<&'k Stemmed> {
        let target = self.target;
        let start = target.lead.as_ptr() as usize - target.sentence.as_ptr() as usize;
        let mut known: Vec<&Stemmed> = Vec::new();
        for line in self.lines {
            let near =
                line.at + 2 >= target.at && line.at < target.at || of.iter().any(|it| it.at == line.at);
            let own = line.at == target.at;
            let count =
                if own { word_count(target.sentence.get(..start).unwrap_or_default()) } else { usize::MAX };
            let all = if own || near { line.words() } else { &[] };
            known.extend(all.iter().take(count));
            // What the figures themselves count is known, wherever they stand.
            if own {
                let told = of.iter().filter(|it| it.at == line.at);
                let ranges = told.map(|it| {
                    let lead = it.lead.as_ptr() as usize - it.sentence.as_ptr() as usize;
                    let from = word_count(it.sentence.get(..lead).unwrap_or_default());
                    let until = word_count(it.sentence.get(..it.found.range.end).unwrap_or_default())
                        + it.nouns().len();
                    from..until
                });
                known.extend(
                    ranges
                        .filter_map(|range| all.get(range.start.min(all.len())..range.end.min(all.len())))
                        .flatten(),
                );
            }
        }
        known
    }

    /// How far two levels are apart.
    fn apart(&self) -> Option<Claim<'c, 't>> {
        let kind = if self.target.kind == Kind::Points { Kind::Percent } else { self.target.kind };
        let two = self.compared(kind)?;
        let via = self.target.slice.trim_start().starts_with("genom ");
        let fits =
            (via || self.is_closed(&two)) && two[0].is_like(two[1]) && two[0].value() != two[1].value();
        fits.then(|| self.claim(Formula::Apart, two.to_vec()))?
    }

    /// How far two levels of a year are apart in a month.
    fn apart_month(&self) -> Option<Claim<'c, 't>> {
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
    fn change(&self) -> Option<Claim<'c, 't>> {
        let two = self.compared(Kind::Money).or_else(|| self.compared(Kind::Count))?;
        let fits = self.is_closed(&two) && two[0].is_like(two[1]);
        let [from, to] = two;
        let from_to = to.slice.trim() == "till" || words(to.slice).last().is_some_and(|word| word == "till");
        let of = if from_to { vec![to, from] } else { vec![from, to] };
        fits.then(|| self.claim(Formula::Change, of))?
    }

    /// What stands before it, taken together.
    fn total(&self) -> Option<Claim<'c, 't>> {
        let target = self.target;
        let own = self.before(target.kind, 0);
        let parts = if own.len() > 1 { own } else { self.before(target.kind, 1) };
        let fits = parts.len() > 1 && parts.iter().all(|it| it.role == Role::Level) && self.is_closed(&parts);
        fits.then(|| self.claim(Formula::Sum, parts))?
    }

    /// The mean of what stands before it.
    fn mean(&self) -> Option<Claim<'c, 't>> {
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
    fn month(&self) -> Option<Claim<'c, 't>> {
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
    fn each(&self) -> Option<Claim<'c, 't>> {
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
    fn share(&self, earlier: &[Claim<'c, 't>]) -> Option<Claim<'c, 't>> {
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
            () if after => cues::content(target.lead)
                .iter()
                .any(|word| cues::content(less.slice).iter().any(|it| cues::is_akin(it, word))),
            () if cues::is_degree(target.lead) => true,
            () => cues::first_new(target.lead, known.iter().copied()).is_none(),
        };
        let tailed = match target.tail.trim_start().strip_prefix("av ") {
            Some(_) if more.role == Role::Total && cues::content(target.tail).len() <= 1 => true,
            _ => cues::first_new(target.tail, known.iter().copied()).is_none(),
        };
        (led && tailed).then(|| self.claim(Formula::Share, vec![less, more]))?
    }

    /// "… för 73,5 mnkr, vilket är 15 procent": of the whole that a share was just told of.
    fn share_again(&self, earlier: &[Claim<'c, 't>]) -> Option<Claim<'c, 't>> {
        let target = self.target;
        let last = earlier
            .iter()
            .rev()
            .find(|it| it.formula == Formula::Share && it.holds() && it.target.at + 1 >= target.at)?;
        let whole = *last.of.last()?;
        let at = self.all.iter().position(|it| std::ptr::eq(it, target))?;
        let part =
            self.all.get(at.checked_sub(1)?).filter(|it| it.at == target.at && it.kind == whole.kind)?;
        let again = cues::is_again(target.slice) && cues::content(target.tail).is_empty();
        again.then(|| self.claim(Formula::Share, vec![part, whole]))?
    }

    /// What two others give together or apart, or more of them together.
    fn result(&self) -> Option<Claim<'c, 't>> {
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

    /// All of what the sentence after it tells, of which the last is the rest.
    fn whole(&self) -> Option<Claim<'c, 't>> {
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
    fn group(&self, from: usize, until: usize) -> Option<Vec<&'c Term<'t>>> {
        let group: Vec<&'c Term<'t>> = self
            .all
            .iter()
            .filter(|it| (from..until).contains(&it.at) && it.kind == self.target.kind)
            .collect();
        let plain = |it: &&Term<'_>| it.is_firm() && !it.each && it.role != Role::Mean;
        group.iter().all(|it| plain(&&**it)).then_some(group)
    }

    /// "resterande 0,6 mkr": the first amount before it less the others.
    fn rest(&self) -> Option<Claim<'c, 't>> {
        let target = self.target;
        if !cues::is_rest(target.lead) || words(target.lead).len() > 3 {
            return None;
        }
        let from = target.at.saturating_sub(1);
        let before = |it: &&&Term<'_>| it.at < target.at || it.found.range.end <= target.found.range.start;
        let group: Vec<&'c Term<'t>> = self.group(from, target.at + 1)?;
        let group: Vec<&'c Term<'t>> = group.iter().filter(before).copied().collect();
        let [whole, parts @ ..] = group.as_slice() else { return None };
        let fits = parts.len() > 1 && parts.iter().all(|it| it.value() < whole.value())
            || parts.len() == 1 && whole.at == target.at;
        let of = cues::complete(&whole.sentence[..whole.found.range.start], "") > 0;
        (fits && of).then(|| self.claim(Formula::Rest, group))?
    }

    /// "en ökning med 209. Födelseöverskottet var 34 och flyttningsnettot 175": all that a change is made of.
    fn components(&self) -> Option<Claim<'c, 't>> {
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

    /// All of the other figures of its sentence, or of it and the next.
    fn parts(&self) -> Option<Claim<'c, 't>> {
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
            let signs = cues::complete(whole, &text)
                + usize::from(
                    target.tail.is_empty() && target.sentence[target.found.range.end..].contains(": "),
                );
            let plain = parts.iter().all(|it| it.role == Role::Level) && !text.contains("varav");
            let digits = target.found.quantity.mantissa.abs() >= 10;
            let claim = self
                .claim(Formula::Sum, parts)
                .filter(|it| ends && it.of.len() > 1 && plain && digits && signs > 0)?;
            (signs > 1 || claim.holds() || claim.is_swap()).then_some(claim)
        })
    }

    /// A stock at the end: the one at the beginning with what came and less what went.
    fn flow(&self) -> Option<Claim<'c, 't>> {
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
