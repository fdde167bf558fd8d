//! "1 760 ansökningar. Av dessa gällde 1 340 …", "Av de 540 besökarna var 126 …", "Av energibesparingen kommer …".

use super::{Listed, SOME, TWICE};
use crate::amounts::{Amount, Kind, amounts, has_word};
use crate::numbered::Numbered;
use crate::prose::words;

/// Words for what the sentence before tells.
const THESE: [&str; 10] =
    ["dessa", "dem", "denna", "detta", "beloppet", "summan", "medlen", "kostnaden", "hyran", "anslaget"];

/// So many words at most open a sentence with its whole.
const OPENING: usize = 7;

/// So many letters do a word for a whole and what was said of it have in common.
const COMMON: usize = 5;

/// The parts of a sentence that opens with their whole, or with a word for one of the sentence before.
pub fn of<'n>(now: &'n Numbered<'_>, before: Option<&'n Numbered<'_>>) -> Option<Listed<'n>> {
    // Most sentences open otherwise.
    if now.counts.len() < 2 || !(now.sentence.starts_with("Av ") || now.sentence.starts_with("Bland ")) {
        return None;
    }
    let all = amounts(now);
    let first = all.first()?;
    let opening = words(first.before());
    let own = opening.len() <= OPENING && is_whole(&opening);
    let (whole, parts) = match own {
        true => (*first, all[1..].to_vec()),
        false => (earlier(&opening, before?, first.kind)?, all),
    };
    let other = |word: &String| SOME[..9].contains(&word.as_str()) || TWICE.contains(&word.as_str());
    let plain = !words(now.sentence).iter().any(other) && !now.sentence.contains("varav");
    let alike = parts.iter().all(|it| it.kind == whole.kind && it.found.quantity.mantissa > 0);
    let counted = matches!(whole.kind, Kind::Money | Kind::Count | Kind::Posts);
    (plain && alike && counted).then_some(Listed { whole, parts, are_all: false, is_sure: false, reach: 6 })
}

/// "Av de", "Av förvaltningens": no verb stands before the number.
fn is_whole(opening: &[String]) -> bool {
    let article = |word: &String| ["de", "kommunens", "nämndens", "årets"].contains(&word.as_str());
    opening.len() == 1 || opening[1..].iter().all(|word| article(word) || word.ends_with(['s', 'a']))
}

/// The amount of the sentence before that the opening words mean.
fn earlier<'n>(opening: &[String], before: &'n Numbered<'_>, kind: Kind) -> Option<Amount<'n>> {
    let named = opening.get(1)?;
    let all: Vec<Amount<'n>> = amounts(before).into_iter().filter(|it| it.kind == kind).collect();
    if THESE.contains(&named.as_str()) {
        return (all.len() == 1).then(|| all[0]);
    }
    let letters = |word: &str| word.chars().take(COMMON).collect::<String>();
    let stem = letters(named);
    let mut meant = (0..all.len()).filter(|at| {
        let from = at.checked_sub(1).map_or(0, |last| all[last].found.range.end);
        let own = before.sentence.get(from..all[*at].found.range.start).unwrap_or_default();
        words(own).iter().any(|word| letters(word) == stem)
    });
    let at = meant.next().filter(|_| meant.next().is_none() && stem.chars().count() == COMMON)?;
    all.get(at).copied()
}

/// "finansieras med 2,3 mkr från … och 0,9 mkr ur …. Den totala budgeten är 3,2 mkr".
pub fn financed<'n>(now: &'n Numbered<'_>, before: &'n Numbered<'_>) -> Option<Listed<'n>> {
    if !before.sentence.contains("finansiera") || before.counts.len() < 2 {
        return None;
    }
    let (parts, own) = (amounts(before), amounts(now));
    let [whole] = own.as_slice() else { return None };
    let money = parts.iter().chain([whole]).all(|it| it.kind == Kind::Money);
    let total = has_word(whole.before(), &["total", "sammanlag", "samlad"]);
    let with = has_word(before.sentence, &["med", "genom", "av"]);
    let partly = has_word(before.sentence, &["del", "främst", "bland", "huvudsak"]);
    // Five times as much is still the same money with a digit too many read.
    (money && total && with && !partly).then_some(Listed {
        whole: *whole,
        parts,
        are_all: true,
        is_sure: true,
        reach: 1,
    })
}
