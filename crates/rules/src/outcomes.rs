//! An outcome, what it is set against and how far it is from that, told in a sentence and maybe the
//! one before: "Kommunbidraget är 40,4 mkr. Nettokostnaden blir 44,2 mkr, alltså ett underskott på
//! 3,8 mkr".

use crate::in_words::{By, FromTo};
use crate::levels::Change;
use crate::numbered::Numbered;
use crate::prose::words;
use uppsikt_text::case::Lower;
use uppsikt_text::prose::Found;

/// What an amount is told as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// What there is to spend.
    Base,
    /// What comes out.
    Outcome,
}

/// Beginnings of words for what there is to spend.
const BASES: [&str; 3] = ["budget", "kommunbidrag", "anslag"];

/// Beginnings of words for what comes out.
const OUTCOMES: [&str; 5] = ["utfall", "prognos", "nettokostnad", "kostnad", "förbruk"];

/// Words by which only a part of the year or of the money is told of.
const PARTLY: [&str; 13] = [
    "period", "januari", "april", "augusti", "tertial", "kvartal", "delår", "månad", "exkl", "inkl",
    "juster", "korriger", "plan",
];

/// Words that say that a difference is what the two amounts give.
const GIVES: [&str; 11] =
    ["alltså", "säga", "dvs", "vilket", "ger", "innebär", "det", "därmed", "lämnar", "redovisar", "visar"];

/// Words of a difference and beside it.
const JOINTS: [&str; 33] = [
    "och",
    "verksamheten",
    "nämnden",
    "förvaltningen",
    "enheten",
    "området",
    "resultat",
    "resultatet",
    "positivt",
    "negativt",
    "positiva",
    "negativa",
    "årets",
    "underskottet",
    "vill",
    "är",
    "blir",
    "motsvarar",
    "ett",
    "en",
    "negativ",
    "positiv",
    "underskott",
    "överskott",
    "avvikelse",
    "på",
    "om",
    "med",
    "mot",
    "budget",
    "budgeten",
    "var",
    "blev",
];

/// The difference of an outcome and what it is set against, where no other amount is told of.
pub fn change(now: &Numbered<'_>, before: Option<&Numbered<'_>>) -> Option<Change> {
    let money = |numbered: &Numbered<'_>| -> Option<Vec<Found>> {
        numbered.counts.iter().all(|it| it.quantity.unit.is_money()).then(|| numbered.counts.clone())
    };
    let own: Vec<Found> = now.counts.iter().take_while(|it| it.quantity.unit.is_money()).cloned().collect();
    let at = (0..own.len().min(3)).find(|at| is_difference(now.sentence, &own, *at))?;
    let here = own[..at].iter().map(|found| (now.sentence, found.clone(), previous(&own, found)));
    let mut levels: Vec<(&str, Found, usize)> = here.collect();
    if levels.len() < 2 {
        let before = before?;
        let others = money(before)?;
        let told = others.iter().map(|found| (before.sentence, found.clone(), previous(&others, found)));
        levels.splice(0..0, told.collect::<Vec<_>>());
    }
    let whole =
        |sentence: &str| !words(sentence).iter().any(|word| PARTLY.iter().any(|part| word.starts_with(part)));
    let [one, other] = levels.as_slice() else { return None };
    let roles = [one, other].map(|(sentence, found, from)| role(&sentence[*from..found.range.start]));
    let (from, to) = match roles {
        [Some(Role::Base), Some(Role::Outcome)] => (&one.1, &other.1),
        [Some(Role::Outcome), Some(Role::Base)] => (&other.1, &one.1),
        _ => return None,
    };
    let sound = from.quantity.mantissa > 0 && to.quantity.mantissa > 0 && whole(now.sentence) && whole(one.0);
    let levels = FromTo { from: from.clone(), to: to.clone(), direction: None };
    let told = Change { levels, by: By { amount: own[at].clone(), points: false } };
    (sound && is_near(&told)).then_some(told)
}

/// Amounts that a sentence and the one before it tell with a surplus or deficit of their difference, where it is
/// the other: "ett överskott på 2,6 mkr. Kostnaderna uppgick till 187,4 mkr mot budgeten på 184,8 mkr".
pub fn contrary<'n, 'a>(
    now: &'n Numbered<'a>,
    before: Option<&'n Numbered<'a>>,
    is_surplus: impl Fn(&str, &str) -> Option<bool>,
) -> Option<(&'n Numbered<'a>, Found, bool)> {
    // More of a result or of an income is better than its budget, more of a cost is worse.
    const EARNED: [&str; 4] = ["resultat", "intäkt", "nettoomsättning", "skatteunderlag"];
    const COMPANY: [&str; 3] = ["bolag", " ab ", "koncern"];
    const SPENT: [&str; 6] = ["kostnad", "förbruk", "kommunbidrag", "anslag", "ramen", "utgift"];
    let both = before.into_iter().chain([now]);
    let is_earned = |it: &Numbered<'_>| {
        let sentence = it.sentence.lower();
        EARNED.iter().any(|word| sentence.contains(word))
    };
    let earned = both.clone().any(is_earned);
    let says = |stems: &[&str]| {
        both.clone().any(|it| {
            let sentence = it.sentence.lower();
            stems.iter().any(|stem| sentence.contains(stem))
        })
    };
    let (spends, company) = (says(&SPENT), says(&COMPANY));
    let told: Vec<(&'n Numbered<'a>, &'n Found)> =
        both.flat_map(|it| it.counts.iter().map(move |found| (it, found))).collect();
    let [_, _, _] = told.as_slice() else { return None };
    if !told.iter().all(|(_, it)| it.quantity.unit.is_money() && it.quantity.mantissa > 0) {
        return None;
    }
    let stretch = |(it, found): &(&'n Numbered<'a>, &'n Found)| {
        it.sentence[previous(&it.counts, found)..found.range.start].to_owned()
    };
    let after = |(it, found): &(&'n Numbered<'a>, &'n Found)| it.sentence[found.range.end..].to_owned();
    let mut named = told.iter().filter_map(|it| Some((it, is_surplus(&stretch(it), &after(it))?)));
    let (named, surplus) = named.next().filter(|_| named.next().is_none())?;
    let mut others = told.iter().filter(|it| !std::ptr::eq(it.1, named.1));
    let (one, other) = (others.next()?, others.next()?);
    let kronor = |found: &Found| Some(found.quantity.value().times(found.quantity.unit.kronor()?));
    let (there, spent) =
        match [one, other].map(|it| side(stretch(it).rsplit([':', ';']).next().unwrap_or_default())) {
            [Some(Side::There), Some(Side::Spent)] => (kronor(one.1)?, kronor(other.1)?),
            [Some(Side::Spent), Some(Side::There)] => (kronor(other.1)?, kronor(one.1)?),
            _ => return None,
        };
    // Of income less costs it is plain what is left.
    let has = |it: &(&'n Numbered<'a>, &'n Found), word: &str| stretch(it).lower().contains(word);
    let of_both = [(one, other), (other, one)].iter().any(|(a, b)| has(a, "intäkt") && has(b, "kostnad"));
    // "Utfallet" alone may be that of a company, which earns; of a cost or of a frame it is plain.
    let than_budget =
        after(named).trim_start().split_once(' ').is_some_and(|(_, rest)| rest.starts_with("än "));
    if earned && !of_both || !spends && (than_budget || company) {
        return None;
    }
    let right = !(there - spent).is_negative();
    let same = (there - spent).abs() == kronor(named.1)?;
    (same && right != surplus).then(|| (named.0, named.1.clone(), surplus))
}

/// What an amount is to the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// What there is to spend.
    There,
    /// What is spent.
    Spent,
}

fn side(before: &str) -> Option<Side> {
    let told = words(before);
    let is = |stem: &str| told.iter().any(|word| word.contains(stem));
    match (is("intäkt"), role(before)) {
        (true, None) => Some(Side::There),
        (false, Some(Role::Base)) => Some(Side::There),
        (false, Some(Role::Outcome)) => Some(Side::Spent),
        _ => None,
    }
}

/// Where the amount before one ends, or its sentence begins.
fn previous(all: &[Found], found: &Found) -> usize {
    all.iter().take_while(|it| it.range.start < found.range.start).last().map_or(0, |it| it.range.end)
}

/// What an amount is told as by the words before it.
fn role(before: &str) -> Option<Role> {
    let told = words(before);
    let is = |stems: &[&str]| told.iter().any(|word| stems.iter().any(|stem| word.contains(stem)));
    let frame = told.iter().any(|word| ["ram", "ramen", "ramar"].contains(&word.as_str()));
    match (is(&BASES) || frame, is(&OUTCOMES)) {
        (true, false) => Some(Role::Base),
        (false, true) => Some(Role::Outcome),
        _ => None,
    }
}

/// "alltså ett underskott på 3,8 mkr", "vilket är 20 mkr lägre än budget".
fn is_difference(sentence: &str, own: &[Found], at: usize) -> bool {
    const SHORT: [&str; 7] =
        ["underskott", "överskott", "avvikelse", "resultat", "resultatet", "underskottet", "överskottet"];
    const THAN: [&str; 6] = ["lägre", "högre", "bättre", "sämre", "mer", "mindre"];
    let found = &own[at];
    let between = &sentence[previous(own, found)..found.range.start];
    let joint = between.rsplit([',', '(', '\u{2013}']).next().unwrap_or(between);
    let told = words(joint);
    let known = |word: &String| GIVES.contains(&word.as_str()) || JOINTS.contains(&word.as_str());
    let gives = told.iter().any(|word| GIVES.contains(&word.as_str()));
    let named = told.iter().any(|word| SHORT.contains(&word.as_str()));
    let after = words(&sentence[found.range.end..]);
    let than = after.first().is_some_and(|word| THAN.contains(&word.as_str()))
        && after.get(1).is_some_and(|word| word == "än")
        && after.get(2).is_some_and(|word| BASES.iter().any(|base| word.starts_with(base)))
        && own.get(at + 1).is_none();
    told.iter().all(known) && (gives && named || than && (gives || told.is_empty()))
}

/// Whether what is told may be what the amounts give, slips aside: other amounts were meant else.
fn is_near(told: &Change) -> bool {
    let kronor = |found: &Found| Some(found.quantity.value().times(found.quantity.unit.kronor()?));
    let difference =
        kronor(&told.levels.to).zip(kronor(&told.levels.from)).map(|(to, from)| (to - from).abs());
    let said = kronor(&told.by.amount).map(|it| it.abs());
    said.zip(difference)
        .is_some_and(|(said, right)| said.times(2) <= right.times(5) && right.times(2) <= said.times(5))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbered::{in_turn, of_text};

    fn told(text: &str) -> Option<[String; 3]> {
        let all = of_text(text);
        let change = in_turn(&all).find_map(|(now, before)| change(now, before))?;
        Some([&change.levels.from, &change.levels.to, &change.by.amount].map(|it| it.quantity.plain()))
    }

    #[test]
    fn a_difference_is_of_what_is_spent_and_what_there_is() {
        for (text, [from, to, by]) in [
            (
                "Årets kommunbidrag är 40,4 mkr. Prognosen för helåret är en nettokostnad på 44,2 mkr, alltså ett underskott på 4,6 mkr.",
                ["40.4", "44.2", "4.6"],
            ),
            (
                "Budgeten var 130 mkr och utfallet 112 mkr, vilket är 20 mkr lägre än budget.",
                ["130", "112", "20"],
            ),
            (
                "Utfallet blev 112 mkr mot en budget på 130 mkr. Det är 20 mkr lägre än budgeten.",
                ["130", "112", "20"],
            ),
            ("Budgeten är 130 mkr och prognosen 136 mkr, alltså en avvikelse på 7 mkr.", ["130", "136", "7"]),
        ] {
            assert_eq!(told(text), Some([from, to, by].map(str::to_owned)), "{text}");
        }
    }

    #[test]
    fn what_tells_of_other_amounts_is_left_alone() {
        for text in [
            "Budgeten för helåret är 130 mkr och utfallet till augusti 82 mkr, vilket är 3 mkr lägre än budget.",
            "Budgeten är 130 mkr. Utfallet för löner blev 12 mkr, vilket är 1 mkr högre än budget.",
            "Budgeten är 130 mkr och prognosen 136 mkr. Nämnden söker 7 mkr.",
            "Prognosen är ett underskott på 7 mkr mot budgeten på 130 mkr.",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn more_of_a_result_than_its_budget_is_better() {
        let called = |_: &str, after: &str| after.trim_start().starts_with("bättre").then_some(true);
        let contrary = |text: &str| {
            let all = of_text(text);
            in_turn(&all).any(|(now, before)| contrary(now, before, called).is_some())
        };
        assert!(contrary("Nettokostnaden är 35,0 mkr. Det är 16,1 mkr bättre än budgeten på 18,9 mkr."));
        assert!(!contrary("Bolagets utfall är 35,0 mkr. Det är 16,1 mkr bättre än budgeten på 18,9 mkr."));
        assert!(!contrary("Resultatet ligger på 35,0 mkr. Det är 16,1 mkr bättre än budgeten på 18,9 mkr."));
    }
}
