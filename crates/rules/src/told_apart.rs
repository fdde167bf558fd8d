//! How far apart two levels are told to be, whatever stands between: "Budgeten var 74 mkr. Utfallet blev 78 mkr.
//! Avvikelsen uppgår till …", "9,4 procent bland kvinnor och 6,2 bland män, en skillnad på …".

use crate::amounts::{Amount, Kind, Off, amounts, can_be_nought, is_one_slip};
use crate::in_words::{way, without_hedge};
use crate::light::{first_new, is_light};
use crate::numbered::Numbered;
use crate::prose::words;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::quantity::Hedge;

/// Words after an amount by which it is how far one level is from another.
const THAN: [&str; 12] = [
    "högre", "lägre", "fler", "färre", "mer", "mindre", "bättre", "sämre", "över", "under", "större",
    "längre",
];

/// Beginnings of words before an amount by which it is how far levels are apart.
const APART: [&str; 12] = [
    "skillnad",
    "avvikelse",
    "differens",
    "ökning",
    "minskning",
    "förbättring",
    "försämring",
    "uppgång",
    "nedgång",
    "gap",
    "höjning",
    "sänkning",
];

/// Words between those and the amount.
const JOINTS: [&str; 14] = [
    "på", "med", "till", "om", "är", "blev", "blir", "var", "därmed", "alltså", "uppgår", "uppgick",
    "därför", "således",
];

/// Words by which what is told follows from what was.
const THUS: [&str; 5] = ["därmed", "alltså", "således", "följaktligen", "därför"];

/// Words by which an amount is for a part of the time, or out of other levels.
const OTHERWISE: [&str; 14] = [
    "därtill",
    "därutöver",
    "per",
    "årligen",
    "genomsnitt",
    "snitt",
    "varav",
    "vardera",
    "exklusive",
    "exkl",
    "inklusive",
    "netto",
    "ytterligare",
    "respektive",
];

/// How far two levels are told to be apart, where they are not.
pub fn off<'n, 'a>(now: &'n Numbered<'a>, earlier: &[&'n Numbered<'a>]) -> Option<Off<'n, 'a>> {
    // Most sentences tell of nothing of the kind.
    if now.counts.is_empty() || !may_tell(now.sentence) {
        return None;
    }
    let own = amounts(now);
    let mut told = own.iter().filter(|it| is_apart(it));
    let apart = *told.next().filter(|_| told.next().is_none())?;
    let (levels, sentences) = levels(&apart, &own, earlier)?;
    let [from, to] = levels;
    let told = || earlier.iter().take(sentences).map(|it| it.sentence).chain([now.sentence]);
    if is_otherwise(now.sentence)
        || are_opposed(told())
        || [from, to, apart].iter().any(|it| it.found.hedge != Hedge::Exact)
    {
        return None;
    }
    let right = (to.value() - from.value()).abs();
    let sign = if to.value() < from.value() { -1 } else { 1 };
    let size = if apart.value().is_negative() { -1 } else { 1 };
    let terms = [(sign, &to), (-sign, &from), (-size, &apart)];
    let said = apart.value().abs();
    let near = said.times(2) <= right.times(5) && right.times(2) <= said.times(5);
    let sure = match sentences {
        0 => own.len() == 3 && is_tight(&apart, &to),
        _ => follows(&apart, earlier, sentences),
    };
    let off = near
        && !can_be_nought(&terms)
        && !is_rounded(&from, &to, &apart)
        && (sure || sentences == 0 && is_one_slip(&terms));
    off.then(|| Off { said: now, found: apart.found.clone(), right: apart.printed_as(right) })
}

fn may_tell(sentence: &str) -> bool {
    const PARTS: [&str; 6] = ["killnad", "vvikelse", "ifferens", "kning", "skning", "ttring"];
    PARTS.iter().chain(&THAN).any(|part| sentence.contains(part))
}

/// Whether an amount is told as how far something is from something.
fn is_apart(amount: &Amount<'_>) -> bool {
    let after = words(amount.after());
    // "0,3 mkr i lägre avgifter" is an amount of its own.
    let of_own = after.first().is_some_and(|word| ["i", "på", "av", "för"].contains(&word.as_str()));
    let than = !of_own && after.iter().take(2).any(|word| THAN.contains(&word.as_str()));
    let before = words(without_hedge(amount.before()));
    let joints = before.iter().rev().take_while(|word| JOINTS.contains(&word.as_str())).count();
    let named = before.iter().rev().nth(joints);
    let told = named.is_some_and(|word| APART.iter().any(|stem| word.starts_with(stem)));
    than || joints > 0 && told
}

/// The two levels, and how many sentences back the first stands.
fn levels<'n>(
    apart: &Amount<'n>,
    own: &[Amount<'n>],
    earlier: &[&'n Numbered<'_>],
) -> Option<([Amount<'n>; 2], usize)> {
    let fits = |it: &Amount<'n>| {
        it.kind == apart.kind && it.found.range != apart.found.range && !it.is_points() && !is_way(it)
    };
    let mut found: Vec<Amount<'n>> = own.iter().filter(|it| fits(it)).copied().collect();
    let points = apart.kind != Kind::Percent || apart.is_points();
    let mut back = 0;
    for numbered in earlier {
        if found.len() >= 2 {
            break;
        }
        back += 1;
        let told: Vec<Amount<'n>> = amounts(numbered);
        if told.iter().any(|it| it.kind == apart.kind && is_apart(it)) || is_otherwise(numbered.sentence) {
            return None;
        }
        found.splice(0..0, told.into_iter().filter(|it| it.kind == apart.kind));
    }
    let [from, to] = found.as_slice() else { return None };
    let same = from.found.quantity.unit == to.found.quantity.unit || apart.kind == Kind::Money;
    (points && same).then_some(([*from, *to], back))
}

/// "ökade med 5 mkr": a change of its own.
fn is_way(amount: &Amount<'_>) -> bool {
    let before = words(without_hedge(amount.before()));
    let [.., told, joint] = before.as_slice() else { return false };
    joint == "med" && way(told).is_some()
}

fn is_otherwise(sentence: &str) -> bool {
    words(sentence).iter().any(|word| OTHERWISE.contains(&word.as_str()))
}

/// What is told of as less than nothing, and as more, by beginnings of words.
const BELOW: [&str; 4] = ["undersk", "minus", "negativ", "förlust"];
const ABOVE: [&str; 4] = ["översk", "plus", "positiv", "vinst"];

/// "Underskottet är 0,5 mkr mot ett budgeterat överskott på 1,8 mkr": the signs of the levels are in words, and the
/// two are as far apart as they are from nought together.
fn are_opposed<'s>(sentences: impl Iterator<Item = &'s str>) -> bool {
    let told: Vec<String> = sentences.flat_map(words).collect();
    let has = |stems: &[&str]| told.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    has(&BELOW) && has(&ABOVE) || told.iter().any(|word| word.starts_with("minus"))
}

/// ", en skillnad på": the amount is told of the levels right before it, or "2,6 poäng högre än länets 218,7".
fn is_tight(apart: &Amount<'_>, to: &Amount<'_>) -> bool {
    let (at, end) = (apart.found.range.start, to.found.range.end);
    if at > end {
        let between = &apart.sentence[end..at];
        let joint = between.rsplit([',', '(']).next().unwrap_or(between);
        let set =
            words(joint).iter().any(|word| ["skillnad", "skillnaden", "differens"].contains(&word.as_str()));
        return set && words(joint).len() <= 4;
    }
    let between = words(apart.sentence.get(apart.found.range.end..to.found.range.start).unwrap_or_default());
    let than = between.iter().take(2).position(|word| THAN.contains(&word.as_str()));
    let tight = apart.before().trim_end().ends_with([',', '(']);
    let base = than.and_then(|at| between.get(at + 1..));
    tight && base.is_some_and(|rest| rest.len() <= 3 && rest.first().is_some_and(|word| word == "än"))
}

/// Whether a sentence says of its amount that it follows from what the sentences before tell, or names one of
/// their levels.
fn follows(apart: &Amount<'_>, earlier: &[&Numbered<'_>], sentences: usize) -> bool {
    let told: Vec<String> = earlier.iter().take(sentences).flat_map(|it| words(it.sentence)).collect();
    let before = words(apart.before());
    let thus = before.iter().any(|word| THUS.contains(&word.as_str()));
    let light = first_new(&before, &told).is_none();
    let after = words(apart.after());
    let than = after.iter().take(2).position(|word| THAN.contains(&word.as_str()));
    let base = than.and_then(|at| after[at + 1..].iter().find(|word| *word != "än" && !is_light(word)));
    let named = base.is_some_and(|base| {
        let stem: String = base.chars().take(3).collect();
        told.iter().any(|word| word.starts_with(&stem)) && base.chars().count() > 3
    });
    let opens = before.len() < 7;
    thus && light || named && opens && is_outcome(&before)
}

/// "Utfallet på 71 procent ligger": the other level is what came out.
fn is_outcome(before: &[String]) -> bool {
    before.first().is_some_and(|word| {
        ["utfall", "resultat", "värde", "andel", "kostnad", "nivå"].iter().any(|stem| word.starts_with(stem))
    })
}

/// Whether the levels are printed in even hundreds, and the amount more exactly.
fn is_rounded(from: &Amount<'_>, to: &Amount<'_>, apart: &Amount<'_>) -> bool {
    let zeros = |it: &Amount<'_>| {
        let printed = it.found.quantity.mantissa.unsigned_abs().to_string();
        printed.len() - printed.trim_end_matches('0').len()
    };
    let even = zeros(from).min(zeros(to));
    let counted = apart.kind == Kind::Count && Fixed::whole(HUNDRED) < from.value();
    counted && even >= 2 && zeros(apart) < even
}

/// Counts below this are not printed in even hundreds.
const HUNDRED: i64 = 100;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbered::of_text;

    fn right(text: &str) -> Option<String> {
        let all = of_text(text);
        (0..all.len()).find_map(|at| {
            let earlier: Vec<&Numbered<'_>> = all[..at].iter().rev().collect();
            Some(off(&all[at], &earlier)?.right.plain())
        })
    }

    #[test]
    fn levels_are_as_far_apart_as_they_are() {
        for (text, apart) in [
            (
                "Budgeten för färdtjänst var 88,0 mkr. Utfallet blev 93,4 mkr. Avvikelsen uppgår därmed till -4,5 mkr.",
                "5.4",
            ),
            ("Betyget i årskurs 6 blev 214,6 poäng, 2,3 poäng högre än rikets 211,4 poäng.", "3.2"),
            (
                "Frånvaron var 7,3 procent bland kvinnor och 4,9 procent bland män, en skillnad på 3,4 procentenheter.",
                "2.4",
            ),
            (
                "Målet är att 85 procent av samtalen besvaras. Utfallet på 78 procent ligger 9 procentenheter under målet.",
                "7",
            ),
        ] {
            assert_eq!(right(text).as_deref(), Some(apart), "{text}");
        }
    }

    #[test]
    fn levels_that_are_so_far_apart_and_other_differences_are_left_alone() {
        for text in [
            "Budgeten för färdtjänst var 88,0 mkr. Utfallet blev 93,4 mkr. Avvikelsen uppgår därmed till -5,4 mkr.",
            "Betyget i årskurs 6 blev 214,6 poäng, 3,2 poäng högre än rikets 211,4 poäng.",
            "Frånvaron var 7,3 procent bland kvinnor och 4,9 procent bland män. Sedan i fjol är det en minskning med 0,4 procentenheter.",
            "Budgeten var 88,0 mkr och utfallet 93,4 mkr. Resultatet är 2,0 mkr bättre än prognosen.",
            "Lönerna ökade med 6,1 mkr och hyrorna med 2,0 mkr, en ökning med 5,4 mkr.",
        ] {
            assert_eq!(right(text), None, "{text}");
        }
    }
}
