//! Sentences that name no row: they tell of the row of their heading, of the result, or of the frame.

use super::meaning::meaning;
use super::shape::{Reader, Shape};
use super::vocabulary::{After, hints};
use super::words::Word;
use super::{Level, Meaning};

impl<'a> Reader<'_, 'a> {
    /// A sentence that names no row: of the row that its heading names, or of the result.
    pub(super) fn unnamed(&self, index: usize, before: &[Word], after: After) -> Option<Shape<'a>> {
        let plain = self.plain(0, self.sentence.amounts[index].at);
        let said = hints(&plain, self.body)?;
        let unit = &self.sentence.amounts[index].found.quantity.unit;
        if let Some(mention) = self.heading() {
            let meaning = meaning(said, before, after, unit, false)?;
            let shape = self.of_name(index, mention.name, meaning, said)?;
            return Some(Shape { by_heading: true, reach: None, ..shape });
        }
        let signed = before.last().is_some_and(|word| word.text == "plus" || word.text == "minus");
        let named = after == After::FromBudget || signed && after == After::Nothing;
        let anaphora = before.iter().any(|word| ["de", "den", "det"].contains(&word.text.as_str()));
        let alone = !anaphora && self.mentions.iter().all(|mention| !mention.name.is_row());
        let of_result = alone && unit.is_money() && !self.names.result().is_empty();
        if of_result && named {
            return self.of_result(index, (Meaning::Level(None), true), said);
        }
        if of_result && after == After::Nothing && self.is_of_frame(before) {
            let rows = self.names.frame();
            let told = (Meaning::Level(None), false);
            return (!rows.is_empty()).then(|| Shape::of(index, rows, told));
        }
        let outcome = of_result && said.level == Some(Level::Actual) && after == After::Nothing;
        let opens = before.first().is_some_and(|word| word.text == "utfallet");
        (outcome && opens && self.scope.is_none())
            .then(|| Shape::of(index, self.names.result().to_vec(), (Meaning::Level(None), false)))
    }

    /// "Ramen är", and not below a heading on investments.
    fn is_of_frame(&self, before: &[Word]) -> bool {
        let texts: Vec<&str> = before.iter().map(|word| word.text.as_str()).collect();
        let named = matches!(
            texts.as_slice(),
            ["ramen" | "budgetramen" | "driftramen", "är" | "blir" | "var"]
                | ["ramen" | "budgetramen" | "driftramen", "uppgår" | "uppgick", "till"]
        );
        named && self.scope.is_none() && !self.lead.iter().any(|word| word.stem.starts_with("invest"))
    }
}
