//! "har halverats, från 14 till 7 veckor": how many times its first level something has become.

use super::levels;
use crate::amounts::{Amount, amounts};
use crate::numbered::Numbered;
use crate::prose::words;
use uppsikt_text::case::Lower;
use uppsikt_text::number_word;
use uppsikt_text::prose::Found;

/// Beginnings of words for how many times something becomes, in hundredths of its first level.
const FOLDS: [(&str, i64); 9] = [
    ("halver", 50),
    ("fördubbl", 200),
    ("dubbler", 200),
    ("tredubbl", 300),
    ("trefaldig", 300),
    ("fyrdubbl", 400),
    ("femdubbl", 500),
    ("tiodubbl", 1_000),
    ("tiofaldig", 1_000),
];

/// A word and the level that it cannot be right of.
#[derive(Debug, Clone)]
pub struct Fold {
    /// The word, as printed.
    pub word: String,
    /// What the last level is of the first, in hundredths.
    pub right: i64,
}

/// The word of a sentence for how many times its first level the second is, where it is not nearly so many.
pub fn off(now: &Numbered<'_>) -> Option<Fold> {
    let sentence = now.sentence;
    // Most sentences have no such word.
    if !["halver", "dubbl", "faldig"].iter().any(|part| sentence.contains(part)) {
        return None;
    }
    let told = words(sentence);
    let mut folds = told.iter().filter_map(|word| Some((word, times(word)?)));
    let (word, times) = folds.next().filter(|_| folds.next().is_none())?;
    // "Målet är att halvera kön": what is to be, and not what was.
    let at = told.iter().position(|own| own == word)?;
    let aimed = at
        .checked_sub(1)
        .is_some_and(|before| ["att", "ska", "skall", "bör"].contains(&told[before].as_str()));
    if aimed {
        return None;
    }
    let mut pairs = now.counts.windows(2).filter_map(|two| levels(sentence, &two[0], &two[1]));
    let levels = pairs.next().filter(|_| pairs.next().is_none() && now.counts.len() == 2)?;
    let value = |found: &Found| found.quantity.value().times(found.quantity.unit.kronor().unwrap_or(1));
    let right = value(&levels.to).share_of(value(&levels.from))? / 100;
    let (low, high) = reach(&told, word, times);
    // "6,3 mkr i fjol mot 3,2 mkr i år": either of the two may be the later one.
    let turned =
        told.iter().any(|word| word == "mot").then(|| value(&levels.from).share_of(value(&levels.to)));
    let turned = turned.flatten().is_some_and(|share| (low..=high).contains(&(share / 100)));
    (!turned && !(low..=high).contains(&right)).then(|| Fold { word: word.clone(), right })
}

/// "51 600, vilket är fyra gånger så många som de 17 200": how many times the second amount the first is told to be,
/// where it is not nearly so many.
pub fn times_off(now: &Numbered<'_>) -> Option<Fold> {
    const CUE: &str = " gånger så ";
    let at = now.sentence.find(CUE)?;
    let word = now.sentence[..at].split_whitespace().next_back()?;
    let times = i64::from(number_word::parse(word)?);
    let all = amounts(now);
    let (before, after): (Vec<Amount<'_>>, Vec<Amount<'_>>) =
        all.into_iter().filter(|it| it.found.range.end != at).partition(|it| it.found.range.end < at);
    let ([.., one], [other, ..]) = (before.as_slice(), after.as_slice()) else { return None };
    let linked = words(other.before()).iter().rev().take(4).any(|word| word == "som");
    let sound = linked && one.kind == other.kind && (2..=20).contains(&times);
    let right = one.value().share_of(other.value())? / 100;
    let (low, high) = reach(&words(now.sentence), &word.lower(), times * 100);
    (sound && !(low..=high).contains(&right)).then(|| Fold { word: format!("{word} gånger"), right })
}

fn times(word: &str) -> Option<i64> {
    FOLDS.iter().find(|(stem, _)| word.starts_with(stem)).map(|(_, times)| *times)
}

/// What the second level may be of the first: a fifth less or more, or only more or less where the words before
/// say so.
fn reach(told: &[String], word: &str, times: i64) -> (i64, i64) {
    let at = told.iter().position(|own| own == word).unwrap_or(0);
    let before: Vec<&str> = told[at.saturating_sub(3)..at].iter().map(String::as_str).collect();
    let (low, high) = (times * 4 / 5, times * 5 / 4);
    let grows = times > 100;
    match before.as_slice() {
        [.., "mer", "än"] if grows => (times * 19 / 20, i64::MAX),
        [.., "mer", "än"] => (0, times * 21 / 20),
        [.., "nästan" | "närmare" | "nog" | "närapå"] => (times * 2 / 3, times * 3 / 2),
        _ => (low, high),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbered::of_text;

    fn right(text: &str) -> Option<i64> {
        of_text(text).iter().find_map(off).map(|fold| fold.right)
    }

    #[test]
    fn one_amount_is_so_many_times_another() {
        let right = |text: &str| of_text(text).iter().find_map(times_off).map(|fold| fold.right);
        let wrong =
            "Det kom 48 300 besökare, vilket är fem gånger så många som de 16 100 som kom första året.";
        assert_eq!(right(wrong), Some(300));
        assert_eq!(right(&wrong.replace("fem", "tre")), None);
    }

    #[test]
    fn how_many_times_is_what_the_levels_give() {
        assert_eq!(right("Kön har halverats, från 120 till 84 personer."), Some(70));
        assert_eq!(right("Antalet lån har fördubblats, från 200 till 290."), Some(145));
        assert_eq!(right("Kostnaden har mer än tredubblats, från 2,0 mkr till 5,5 mkr."), Some(275));
        for sound in [
            "Kön har halverats, från 120 till 58 personer.",
            "Kostnaden för vikarier har ungefär halverats, 6,3 mkr i fjol mot 3,2 mkr i år.",
            "Kostnaden har mer än tredubblats, från 2,0 mkr till 6,5 mkr.",
            "Kön har nära nog halverats, från 120 till 70 personer.",
            "Målet är att halvera kön, som i år är 84 personer.",
        ] {
            assert_eq!(right(sound), None, "{sound}");
        }
    }
}
