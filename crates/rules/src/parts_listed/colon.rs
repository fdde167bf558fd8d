//! "Åtgärderna ger 8,5 mkr i år: bemanning 4,1 mkr, vikarier 2,8 mkr och lokaler 1,2 mkr".

use super::{Listed, SOME, TWICE};
use crate::amounts::{Amount, amounts};
use crate::numbered::Numbered;
use crate::prose::words;

/// The fewest parts that are surely all of a whole.
const LEAST: usize = 3;
/// So many words stand at most between a whole and its colon, and in the name of a part.
const BETWEEN: usize = 4;

/// The only amount before the only colon of a sentence, and the named amounts that follow it to the end.
pub fn of<'n>(now: &'n Numbered<'_>) -> Option<Listed<'n>> {
    if now.counts.len() <= LEAST || now.sentence.matches(": ").count() != 1 {
        return None;
    }
    let at = now.sentence.find(": ")?;
    let (before, parts): (Vec<Amount<'n>>, Vec<Amount<'n>>) =
        amounts(now).into_iter().partition(|it| it.found.range.end <= at);
    let [whole] = before.as_slice() else { return None };
    let gap = |from: usize, to: usize| now.sentence.get(from..to).unwrap_or_default();
    let ends = parts.iter().map(|it| it.found.range.end);
    let gaps: Vec<&str> = std::iter::once(at + 1)
        .chain(ends)
        .zip(parts.iter())
        .map(|(from, part)| gap(from, part.found.range.start))
        .collect();
    let told = words(now.sentence);
    let other = |word: &String| SOME.contains(&word.as_str()) || TWICE.contains(&word.as_str());
    let alike = parts.iter().chain([whole]).all(|it| {
        it.kind == whole.kind && it.found.quantity.unit.is_money() && it.found.quantity.mantissa > 0
    });
    let tail = words(gap(parts.last()?.found.range.end, now.sentence.len()));
    let lead = words(gap(whole.found.range.end, at)).len();
    let listed = parts.len() >= LEAST && is_list(&gaps) && tail.is_empty() && lead <= BETWEEN;
    (alike && listed && !told.iter().any(other)).then_some(Listed {
        whole: *whole,
        parts,
        are_all: true,
        is_sure: false,
        reach: 2,
    })
}

/// Names of few words after commas, and an "och" before the last.
fn is_list(gaps: &[&str]) -> bool {
    let Some(([first, middle @ ..], last)) = gaps.split_last().map(|(last, rest)| (rest, last)) else {
        return false;
    };
    let named = |gap: &str| {
        let said = words(gap).iter().filter(|word| !["och", "samt"].contains(&word.as_str())).count();
        (1..=BETWEEN).contains(&said)
    };
    let joined = words(last).first().is_some_and(|word| word == "och" || word == "samt");
    let apart = middle.iter().all(|gap| gap.trim_start().starts_with(','));
    named(first) && apart && joined && middle.iter().chain([last]).all(|gap| named(gap))
}
