//! Two amounts and the one as a share of the other: "36 480 kronor för kvinnor och 38 000 kronor för män. Kvinnornas
//! lön är därmed 96 procent av männens".

use super::{Printed, Share};
use crate::numbered::Numbered;
use crate::prose::words;
use uppsikt_domain::quantity::Unit;
use uppsikt_text::prose::Found;

/// So many letters at least do forms of a short word have in common.
const COMMON: usize = 3;

/// The share of a sentence that names whose amount it is, and of whose, where the one before tells the two.
pub fn share(before: &Numbered<'_>, now: &Numbered<'_>) -> Option<Share> {
    let ([one, other], [percent]) = (before.counts.as_slice(), now.counts.as_slice()) else { return None };
    if percent.quantity.unit != Unit::Percent || one.quantity.unit != other.quantity.unit {
        return None;
    }
    let told = words(now.sentence);
    let after = words(&now.sentence[percent.range.end..]);
    let [of, whose] = after.as_slice() else { return None };
    let own = [stretch(before, 0), stretch(before, 1)];
    let of_first = |word: &str| is_of(word, &own[0]) && !is_of(word, &own[1]);
    let of_second = |word: &str| is_of(word, &own[1]) && !is_of(word, &own[0]);
    let first = told.first()?;
    let (part, whole): (&Found, &Found) = match () {
        () if of_first(first) && of_second(whose) => (one, other),
        () if of_second(first) && of_first(whose) => (other, one),
        () => return None,
    };
    let printed = Printed::Percent(percent.clone());
    (of == "av").then(|| Share { part: part.clone(), whole: whole.clone(), printed })
}

/// The words of one of two amounts: those before it, or between it and "och".
fn stretch(numbered: &Numbered<'_>, nth: usize) -> Vec<String> {
    let (sentence, counts) = (numbered.sentence, &numbered.counts);
    let between = &sentence[counts[0].range.end..counts[1].range.start];
    let cut = counts[0].range.end + between.find(" och ").or_else(|| between.find(", ")).unwrap_or(0);
    words(if nth == 0 { &sentence[..cut] } else { &sentence[cut..] })
}

fn is_of(word: &str, own: &[String]) -> bool {
    let common = |one: &str| one.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
    own.iter().any(|own| {
        let (length, longest) = (own.chars().count(), word.chars().count());
        own.len() >= COMMON && common(own) + 1 >= length.min(longest) && common(own) >= COMMON
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbered::of_text;

    fn told(text: &str) -> Option<String> {
        let all = of_text(text);
        share(all.first()?, all.get(1)?).map(|share| share.part.quantity.plain())
    }

    #[test]
    fn one_amount_is_a_share_of_the_other_that_is_named() {
        let text = "Lönen för kvinnor var 35 100 kronor och för män 39 000 kronor. Kvinnornas lön är därmed 90 procent av männens.";
        assert_eq!(told(text).as_deref(), Some("35100"));
        let other = "Lönen för kvinnor var 35 100 kronor och för män 39 000 kronor. Kvinnornas andel är 90 procent av målet.";
        assert_eq!(told(other), None);
    }
}
