//! The rows of a name inside of what the text is about, and two names told as one.

use super::Meaning;
use super::cells::Near;
use super::meaning::{by_table, joined, meaning, pairs};
use super::names::{Mention, Name};
use super::rows::RowAt;
use super::shape::{PARTS, Reader, Shape, is_original};
use super::vocabulary::{After, Hints, hints};

impl<'a> Reader<'_, 'a> {
    /// An amount of a name's rows, inside of what the text is about.
    pub(super) fn of_name(
        &self,
        index: usize,
        name: &Name<'a>,
        told: (Meaning, bool),
        said: Hints,
    ) -> Option<Shape<'a>> {
        if name.is_result {
            return self.of_result(index, told, said);
        }
        if self.sentence.words.iter().any(|word| is_original(&word.text)) {
            let frame = name.rows.iter().any(|row| row.is_line(self.names.frame_line()));
            let shape = || Shape::of(index, self.names.original().to_vec(), (Meaning::Level(None), false));
            return frame.then(|| Shape { reach: Some(Near::Third), ..shape() });
        }
        let rows = match &self.scope {
            Some(scope) => scope.inside(&name.rows),
            None => name.rows.clone(),
        };
        let groups = if name.together { by_table(&rows) } else { Vec::new() };
        (!rows.is_empty()).then(|| Shape { groups, ..Shape::of(index, rows, told) })
    }

    pub(super) fn of_result(&self, index: usize, told: (Meaning, bool), said: Hints) -> Option<Shape<'a>> {
        let Some(scope) = &self.scope else {
            return Some(Shape::of(index, self.names.result().to_vec(), told));
        };
        let rows = scope.result(self.names.result_line());
        let told = match scope.is_part() {
            true => (Meaning::Level(said.level), false),
            false => (Meaning::Deviation, true),
        };
        let reach = Some(self.reach_of_result(index, &rows, said));
        (!rows.is_empty()).then(|| Shape { reach, ..Shape::of(index, rows, told) })
    }

    /// How far off a part's result may be: the more surely the sentence is about all of it.
    fn reach_of_result(&self, index: usize, rows: &[RowAt<'a>], said: Hints) -> Near {
        let next = self.sentence.words.get(self.sentence.amounts[index].at);
        let alone = next.is_none_or(|word| word.text != "som") && self.sentence.amounts.len() == 1;
        let named = self.mentions.iter().any(|mention| mention.name.is_part);
        let after = self.before.is_some_and(|last| {
            last.reach == Some(Near::Far)
                && rows.iter().any(|row| last.rows.iter().any(|it| it.is_row_of(row)))
        });
        match said.level.is_some() && alone && !self.is_unsure {
            true if named || after => Near::Far,
            true if self.opens => Near::Third,
            _ => Near::Slip,
        }
    }

    /// "Lönekostnader och PO-pålägg": two rows told as one.
    pub(super) fn of_both(
        &self,
        index: usize,
        (one, other): (&Mention<'_, 'a>, &Mention<'_, 'a>),
        from: usize,
        after: After,
    ) -> Option<Shape<'a>> {
        let amount = &self.sentence.amounts[index];
        let between = &self.sentence.words[one.to..other.from];
        let joins = matches!(between, [word] if word.text == "och" || word.text == "samt");
        let rows = [one, other].iter().all(|it| it.name.is_row() && !it.is_change);
        let (prefix, gap) = (self.plain(from, one.from), self.plain(other.to, amount.at));
        let part = prefix.last().is_some_and(|word| PARTS.contains(&word.text.as_str()));
        if !joins || !rows || part || !amount.found.quantity.unit.is_money() {
            return None;
        }
        let said = joined(hints(&prefix, self.body)?, hints(&gap, self.body)?);
        let told = meaning(said, &gap, after, &amount.found.quantity.unit, false)?;
        let groups = pairs(&self.scoped(&one.name.rows), &self.scoped(&other.name.rows));
        let rows: Vec<RowAt<'a>> = groups.concat();
        (!rows.is_empty()).then(|| Shape { groups, ..Shape::of(index, rows, told) })
    }

    pub(super) fn scoped(&self, rows: &[RowAt<'a>]) -> Vec<RowAt<'a>> {
        self.scope.as_ref().map_or_else(|| rows.to_vec(), |scope| scope.inside(rows))
    }
}
