//! An amount for each of some: "12,6 mkr till 74 aktörer, vilket är cirka 170 000 kronor per aktör".

use crate::numbered::{Numbered, noun};
use crate::prose::words;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_text::case::Lower;
use uppsikt_text::prose::Found;

/// The amount for each, and what it should be, where the amount and the count of the same sentences
/// cannot give it.
pub fn off(now: &Numbered<'_>, before: Option<&Numbered<'_>>) -> Option<(Found, Quantity)> {
    let each = now.counts.last().filter(|it| it.quantity.unit.is_money())?;
    let after = words(&now.sentence[each.range.end..]);
    let [per, singular, ..] = after.as_slice() else { return None };
    if per != "per" || !is_joint(now, each) {
        return None;
    }
    let told = now.counts.iter().map(|it| (now.sentence, it));
    let earlier = before.into_iter().flat_map(|it| it.counts.iter().map(move |count| (it.sentence, count)));
    let all: Vec<(&str, &Found)> = earlier.chain(told).filter(|(_, it)| !std::ptr::eq(*it, each)).collect();
    let count = only(all.iter().filter(|(sentence, it)| is_count(sentence, it, singular)))?;
    let whole = only(all.iter().filter(|(_, it)| it.quantity.unit.is_money()))?;
    let many = count.1.quantity.mantissa;
    let kronor = whole.1.quantity.interval_hedged(whole.1.hedge).times(whole.1.quantity.unit.kronor()?);
    let share = Interval {
        low: kronor.low.map(|low| low.divided_down(many)),
        high: kronor.high.map(|high| high.divided_up(many)),
    };
    let said = each.quantity.interval_hedged(each.hedge).times(each.quantity.unit.kronor()?);
    let right = whole.1.quantity.value().times(whole.1.quantity.unit.kronor()?).divided_down(many);
    let own = each.quantity.value().times(each.quantity.unit.kronor()?);
    let value = right.divided_down(each.quantity.unit.kronor()?).rounded(each.quantity.decimals);
    let off = is_near(own, right) && !share.meets(&said);
    off.then(|| (each.clone(), Quantity::new(value, each.quantity.decimals, each.quantity.unit.clone())))
}

/// The only one of some.
fn only<T: Copy>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

/// ", vilket är cirka": what stands before is told once more.
fn is_joint(now: &Numbered<'_>, each: &Found) -> bool {
    const SAME: [&str; 5] = ["vilket är", "vilket motsvarar", "vilket ger", "det vill säga", "alltså"];
    let before = now.sentence[..each.range.start].lower();
    let last = before.rsplit([',', '(']).next().unwrap_or_default();
    SAME.iter().any(|words| last.trim_start().starts_with(words)) && words(last).len() <= 4
}

/// "74 aktörer" of "per aktör": a count of what each is.
fn is_count(sentence: &str, found: &Found, singular: &str) -> bool {
    let counted = found.quantity.unit == Unit::None && found.quantity.decimals == 0;
    let stem = singular.trim_end_matches(['a', 'e']);
    let named = noun(sentence, found).is_some_and(|plural| plural.starts_with(stem));
    counted && named && found.quantity.mantissa > 1 && stem.chars().count() > 2
}

/// A slip, and no amount of something else.
fn is_near(own: Fixed, right: Fixed) -> bool {
    own < right.times(2) && right < own.times(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbered::{in_turn, of_text};

    fn told(text: &str) -> Option<String> {
        let all = of_text(text);
        in_turn(&all).find_map(|(now, before)| off(now, before)).map(|(_, right)| right.plain())
    }

    #[test]
    fn an_amount_for_each_is_the_whole_by_how_many_there_are() {
        for (text, right) in [
            ("Stödet är 12,6 mkr till 74 aktörer, vilket är cirka 190 000 kronor per aktör.", Some("170270")),
            (
                "Läger hölls för 140 elever. Det kostade 5,6 mkr, vilket är 50 000 kronor per elev.",
                Some("40000"),
            ),
            ("Stödet är 12,6 mkr till 74 aktörer, vilket är cirka 170 000 kronor per aktör.", None),
            ("Läger hölls för 140 elever. Det kostade 5,6 mkr, vilket är 40 000 kronor per elev.", None),
            ("Läger hölls för 140 elever. Det kostade 5,6 mkr, vilket är 50 000 kronor per dag.", None),
            (
                "Läger hölls för 140 elever och 12 elever till för 5,6 mkr, vilket är 50 000 kronor per elev.",
                None,
            ),
        ] {
            assert_eq!(told(text).as_deref(), right, "{text}");
        }
    }
}
