//! Amounts that tell once more what another amount tells, or how far it is from another.

use super::Meaning;
use super::cells::Near;
use super::shape::{Reader, Shape};
use super::vocabulary::After;
use super::words::Word;

impl<'a> Reader<'_, 'a> {
    /// "Det är 1,4 mkr mer än budget": of the level that the sentence before tells.
    pub(super) fn is_of_before(&self, before: &[Word]) -> bool {
        let opens = before.first().is_some_and(|word| word.text == "det" || word.text == "detta");
        opens && self.before.is_some_and(|last| matches!(last.meaning, Meaning::Level(_)))
    }

    pub(super) fn compared_with_before(&self, before: &[Word], after: After) -> Option<Shape<'a>> {
        const OPENINGS: [&str; 9] =
            ["det", "detta", "är", "innebär", "motsvarar", "en", "ökning", "minskning", "med"];
        let own = |word: &Word| OPENINGS.contains(&word.text.as_str()) || word.text == "på";
        let last = self.before.filter(|_| before.iter().all(own))?;
        let grows = before.iter().any(|word| word.text.ends_with("ning"));
        let (meaning, named_base) = match after {
            After::FromBudget => (Meaning::Deviation, true),
            After::FromYear => (Meaning::Change, true),
            After::Nothing if grows => (Meaning::Change, false),
            _ => return None,
        };
        let unit = &self.sentence.amounts[0].found.quantity.unit;
        let fits = unit.is_money() || meaning == Meaning::Change;
        fits.then(|| Shape { amount: 0, meaning, named_base, ..last.clone() })
    }

    /// ", vilket motsvarar 22,2 mkr", " (4,8 procent)", ", 1,4 mkr lägre än ramen": the amount
    /// before it once more, or how far it is from another.
    pub(super) fn again(&self, index: usize, last: &Shape<'a>, after: After) -> Option<Shape<'a>> {
        if let Some(shape) = compared(index, last, after) {
            return Some(shape);
        }
        let unit = |at: usize| &self.sentence.amounts[at].found.quantity.unit;
        let (one, other) = (unit(last.amount), unit(index));
        let is_difference = !matches!(last.meaning, Meaning::Level(_));
        let turned = is_difference && one.is_money() != other.is_money() && after != After::Difference;
        // The two say the same, so the share cannot be of something else.
        let reach = match (other.is_money(), last.meaning) {
            (true, _) => last.reach,
            (false, Meaning::Change) => Some(Near::Far),
            // A deviation may be a share of something greater.
            (false, _) => Some(Near::Third),
        };
        turned.then(|| Shape { amount: index, reach, ..last.clone() })
    }
}

/// ", vilket motsvarar", "motsvarande", "(": the same amount once more.
pub fn is_again(words: &[Word]) -> bool {
    let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    matches!(
        texts.as_slice(),
        [] | ["motsvarar" | "motsvarande" | "eller" | "alltså" | "dvs"]
            | ["vilket" | "det" | "som", "motsvarar" | "är" | "innebär"]
    )
}

/// ", från" and "till" between amounts: levels of the same row.
pub fn is_from_or_to(words: &[Word]) -> bool {
    matches!(words, [word] if word.text == "från" || word.text == "till")
}

pub fn level<'a>(amount: usize, last: &Shape<'a>) -> Shape<'a> {
    Shape { amount, meaning: Meaning::Level(None), named_base: false, ..last.clone() }
}

/// ", 1,4 mkr lägre än ramen": how far the level before it is from another.
pub fn compared<'a>(amount: usize, last: &Shape<'a>, after: After) -> Option<Shape<'a>> {
    let meaning = match after {
        After::FromBudget => Meaning::Deviation,
        After::FromYear => Meaning::Change,
        _ => return None,
    };
    let is_level = matches!(last.meaning, Meaning::Level(_));
    is_level.then(|| Shape { amount, meaning, named_base: true, ..last.clone() })
}
