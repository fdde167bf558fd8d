//! "246 lån, fördelat på 118 böcker, 74 filmer och 54 spel", "14,6 mkr …, varav 8,2 mkr till …,
//! 4,3 mkr till … och 2,1 mkr till …".

use super::{Listed, SOME, TWICE};
use crate::amounts::{Amount, Kind, amounts};
use crate::in_words::way;
use crate::numbered::{Numbered, noun};
use crate::prose::words;

/// What opens a list of everything in a whole.
const ALL: [&str; 8] = [
    "fördelat på",
    "fördelade på",
    "fördelad på",
    "fördelas på",
    "uppdelat på",
    "uppdelade på",
    "bestående av",
    "består av",
];

/// So many words stand at most between a whole and what opens its list, and between two of its parts.
const BETWEEN: usize = 12;

/// The fewest parts that are surely a list of one whole's, where they are called otherwise than it.
const LIST: usize = 3;

/// So few are easily other things than their parts: "14 lokaler, fördelade på 4 kvarter".
const MANY: i64 = 20;

/// The whole before the word that opens a list, and the parts after it.
pub fn of<'n>(now: &'n Numbered<'_>) -> Option<Listed<'n>> {
    let sentence = now.sentence;
    if now.counts.len() < 3 {
        return None;
    }
    let whereof = sentence.find("varav ").map(|at| (at, "varav ".len()));
    let spread = || ALL.iter().filter_map(|cue| Some((sentence.find(cue)?, cue.len()))).min();
    let (at, length) = whereof.or_else(spread)?;
    let all = amounts(now);
    let (before, parts): (Vec<Amount<'n>>, Vec<Amount<'n>>) =
        all.into_iter().partition(|it| it.found.range.end <= at);
    let whole = *before.last()?;
    let alike = parts.iter().all(|it| it.kind == whole.kind && it.found.quantity.mantissa > 0);
    let gap = |from: usize, to: usize| sentence.get(from..to).unwrap_or_default();
    let lead = words(gap(whole.found.range.end, at)).len();
    let opens = words(gap(at + length, parts.first()?.found.range.start)).len();
    let mut gaps = parts.windows(2).map(|two| gap(two[0].found.range.end, two[1].found.range.start));
    let listed = gaps.all(is_step);
    let told = words(sentence);
    let other = |word: &String| SOME.contains(&word.as_str()) || TWICE.contains(&word.as_str());
    let tail = words(&sentence[parts.last()?.found.range.end..]);
    let plain = !told.iter().any(other) && !is_net(sentence) && !tail.iter().any(|word| way(word).is_some());
    let fits =
        alike && listed && plain && lead <= BETWEEN && opens <= 4 && sentence.matches("varav").count() < 2;
    let rest = tail.iter().any(|word| ["övriga", "övrigt"].contains(&word.as_str()));
    let counted = whole.kind == Kind::Count;
    let is_sure = match whereof {
        Some(_) => !counted,
        None => parts.len() >= LIST,
    };
    let many = whereof.is_none() && whole.found.quantity.mantissa >= MANY;
    let apart = !counted || many || are_alike(&parts);
    (fits && apart).then(|| Listed { whole, parts, are_all: whereof.is_none() || rest, is_sure, reach: 4 })
}

/// Sentences on what is left when costs are taken from income: its parts have signs.
fn is_net(sentence: &str) -> bool {
    const NET: [&str; 6] = ["verskott", "nderskott", "vvik", "etto", "esultat", "killnad"];
    NET.iter().any(|word| sentence.contains(word))
}

/// Whether two amounts follow on each other as parts of one list.
fn is_step(between: &str) -> bool {
    let told = words(between);
    let joined = between.contains(',') || told.iter().any(|word| word == "och" || word == "samt");
    joined && told.len() <= BETWEEN && !between.contains([';', '(', ':'])
}

/// "260 i öster och 180 i väster": counts of one thing, each placed by the same word.
fn are_alike(parts: &[Amount<'_>]) -> bool {
    let mut next = parts.iter().map(|it| noun(it.sentence, it.found));
    let first = next.next().flatten();
    first.is_some() && next.all(|word| word == first)
}
