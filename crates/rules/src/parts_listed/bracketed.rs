//! "satsningen på 13,5 mkr är fördelad på badhus (7,4 mkr), … och isbanor (0,9 mkr)".

use super::{Listed, SOME};
use crate::amounts::{Amount, amounts, has_word};
use crate::numbered::Numbered;
use crate::prose::words;

/// Beginnings of words by which a whole is told to be what follows.
const COVERS: [&str; 17] = [
    "avse",
    "avsåg",
    "fördel",
    "består",
    "bestå",
    "utgör",
    "omfatta",
    "gäller",
    "gällde",
    "beror",
    "berodde",
    "förklara",
    "dels",
    "finansiera",
    "kommer",
    "används",
    "går",
];

/// So many words stand at most between two brackets of one list.
const BETWEEN: usize = 9;

/// The only amount outside of the brackets of a sentence, and those in them.
pub fn of<'n>(now: &'n Numbered<'_>) -> Option<Listed<'n>> {
    // Most sentences have no two brackets.
    if now.counts.len() < 3 || now.sentence.matches('(').count() < 2 {
        return None;
    }
    let all = amounts(now);
    let is_inside =
        |it: &&Amount<'n>| it.before().trim_end().ends_with('(') && it.after().trim_start().starts_with(')');
    let (parts, outside): (Vec<&Amount<'n>>, Vec<&Amount<'n>>) = all.iter().partition(|it| is_inside(it));
    let [whole] = outside.as_slice() else { return None };
    let (first, last) = (parts.first()?, parts.last()?);
    let mut gaps =
        parts.windows(2).map(|two| &now.sentence[two[0].found.range.end..two[1].found.range.start]);
    let joined = gaps.clone().next_back().is_some_and(|gap| has_word(gap, &["och", "samt", "dels"]));
    let listed = gaps.all(|gap| words(gap).len() <= BETWEEN && !gap.contains([';', ':']));
    let told = &now.sentence[whole.found.range.end.min(first.found.range.start)..first.found.range.start];
    let leads = whole.found.range.end <= first.found.range.start && has_word(told, &COVERS);
    let some = words(now.sentence).iter().any(|word| SOME.contains(&word.as_str()));
    let alike = last.kind == whole.kind;
    (joined && listed && !some && alike && whole.found.range.end <= first.found.range.start).then(|| Listed {
        whole: **whole,
        parts: parts.into_iter().copied().collect(),
        are_all: true,
        is_sure: leads,
        reach: 4,
    })
}
