//! What a budget gives a part, and what of it the part's rows are.

use super::cells::Near;
use super::meaning::is_clear;
use super::names::Mention;
use super::rows::RowAt;
use super::shape::{Reader, Shape};
use super::vocabulary::{hints, years};
use super::words::{Word, stems};
use super::{Level, Meaning};
use uppsikt_domain::quantity::Unit;

impl<'a> Reader<'_, 'a> {
    /// An amount that is given to a part, a row of what it was given, or what its people cost.
    pub(super) fn aside(
        &self,
        index: usize,
        before: &[Word],
        until: usize,
        last: Option<&Shape<'a>>,
    ) -> Option<Shape<'a>> {
        if !is_clear(&self.sentence.amounts[index]) {
            return None;
        }
        self.given(index, before, until)
            .or_else(|| self.of_given(index, before, until, last?))
            .or_else(|| self.of_people(index, before))
    }

    /// "totalt 163,9 mkr avsatts till styrelsen".
    fn given(&self, index: usize, before: &[Word], until: usize) -> Option<Shape<'a>> {
        let at = self.sentence.amounts[index].at;
        let behind = &self.sentence.words[at..until];
        let [given, to, rest @ ..] = behind else { return None };
        if !self.names.is_given(&given.text) || to.text != "till" {
            return None;
        }
        let told = rest.iter().take_while(|word| ["den", "det", "de"].contains(&word.text.as_str())).count();
        let rest = &rest[told..];
        let rows = self.given_to(at + 2 + told, until, rest)?;
        hints(before, self.body)?;
        let shape = Shape::of(index, rows, (Meaning::Level(None), false));
        Some(Shape { years: years(before), reach: Some(Near::Far), ..shape })
    }

    /// The rows of what stands after "till": a part, or what has a sum of its own.
    fn given_to(&self, from: usize, until: usize, rest: &[Word]) -> Option<Vec<RowAt<'a>>> {
        let part = self.mentions.iter().find(|it| it.name.is_part && it.from == from && it.to <= until);
        let ends = |to: usize| {
            self.sentence.words.get(to).is_none_or(|next| {
                self.sentence.words[to - 1].breaks || next.text == "varav" || next.text == "och"
            })
        };
        if let Some(part) = part {
            return ends(part.to).then(|| part.name.rows.clone());
        }
        let words = rest.iter().take_while(|word| word.text != "varav").count();
        let name: Vec<String> = rest[..words].iter().map(|word| word.stem.clone()).collect();
        let called = self.parts.called(&name).filter(|scope| !scope.is_part());
        let rows = called.map(|scope| scope.frame(self.names.frame_line())).unwrap_or_default();
        (words > 0 && words < 3 && !rows.is_empty()).then_some(rows)
    }

    /// "varav 38,3 mkr är personalkostnader": a row in the column of the part that was told of.
    fn of_given(&self, index: usize, before: &[Word], until: usize, last: &Shape<'a>) -> Option<Shape<'a>> {
        let at = self.sentence.amounts[index].at;
        let behind = &self.sentence.words[at..until];
        let opens = matches!(before, [.., word] if word.text == "varav");
        let part = last.rows.iter().find(|row| row.column.is_some())?;
        let [is, name @ ..] = behind else { return None };
        if !opens || is.text != "är" || last.reach.is_none() || name.is_empty() {
            return None;
        }
        let budget = part
            .stands_for
            .is_some_and(|kind| matches!(kind, uppsikt_domain::table::ColumnKind::Budget { .. }));
        let rows = self.named_whole(name, at + 1, until)?;
        let own = rows.into_iter().filter(|row| std::ptr::eq(row.table, part.table));
        let rows: Vec<RowAt<'a>> = own.map(|row| RowAt { column: part.column, ..row }).collect();
        let shape = Shape::of(index, rows, (Meaning::Level(Some(Level::Budget)), false));
        (budget && !shape.rows.is_empty()).then_some(shape)
    }

    /// The rows that words name as a whole: a name, or two of which the first is cut short.
    fn named_whole(&self, words: &[Word], from: usize, to: usize) -> Option<Vec<RowAt<'a>>> {
        let whole = |it: &&Mention<'_, 'a>| it.from == from && it.to == to && it.name.is_row();
        if let Some(mention) = self.mentions.iter().find(whole) {
            return Some(mention.name.rows.clone());
        }
        match words {
            [first, and, second] if and.text == "och" => {
                Some(self.names.begun(&first.text, &second.stem)).filter(|rows| !rows.is_empty())
            }
            _ => None,
        }
    }

    /// "279 årsarbetare, vilket motsvarar en kostnad på 250 mkr": what a part's people cost.
    fn of_people(&self, index: usize, before: &[Word]) -> Option<Shape<'a>> {
        let people = &self.sentence.amounts[index.checked_sub(1)?].found.quantity;
        let scope = self.scope.as_ref().filter(|scope| scope.is_part())?;
        let texts: Vec<&str> = before.iter().map(|word| word.text.as_str()).collect();
        let cost =
            matches!(texts.as_slice(), [.., "motsvarar" | "motsvarande", "en", "kostnad", "på" | "om"]);
        if people.unit != Unit::FullTimeEquivalents || !cost {
            return None;
        }
        let rows = scope.inside(&self.names.rows(&stems("personalkostnader")));
        let rows: Vec<RowAt<'a>> = rows.into_iter().filter(|row| row.column.is_some()).collect();
        let shape = Shape::of(index, rows, (Meaning::Level(None), false));
        (!shape.rows.is_empty()).then_some(Shape { reach: Some(Near::Third), ..shape })
    }
}
