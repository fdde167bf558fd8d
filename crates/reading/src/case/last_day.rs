//! The last day to answer, however it is said.

use super::Parts;
use super::phrases::bare;
use super::places::LastDay;
use crate::book::folded;
use crate::words::holds_any;
use uppsikt_domain::document::{CaseHead, Document};
use uppsikt_domain::indicator::DayRange;
use uppsikt_text::{dates, sentence};

/// "30 juni går remisstiden ut": between the day and the word stand so many bytes at most.
const MOST_BEFORE: usize = 8;

impl Parts<'_> {
    /// The last day to answer: in what is proposed, else in a sentence or a line about answers.
    pub(super) fn reply_by(&self, document: &Document, case: &mut CaseHead) -> Option<LastDay> {
        let proposed = case.proposed_decisions.iter().find_map(|text| self.last_day(text));
        let told = proposed.or_else(|| self.told_day(document)).or_else(|| self.column_day(document))?;
        case.reply_by = Some(told.1.to);
        Some(LastDay { said_in: told.0, day: told.1.text })
    }

    fn told_day(&self, document: &Document) -> Option<(String, DayRange)> {
        let answers = |text: &str| {
            // "Ansvaret" is no answer.
            let text = folded(text).replace("ansvar", "").replace("försvar", "");
            holds_any(&text, &self.book.style.case.answers)
        };
        let all = document.all_sections();
        let texts =
            all.into_iter().flat_map(|section| &section.blocks).flat_map(|block| self.words.of_block(block));
        let sentences = texts.flat_map(|words| sentence::sentences(&words.text)).map(str::to_owned);
        let lines = (0..self.source.len()).map(|line| bare(self.source.text(line)).to_owned());
        let mut told = sentences.chain(lines).filter(|text| answers(text));
        told.find_map(|text| self.last_day(&text))
    }

    /// The single day in words that say that it is the last, after them or right before.
    fn last_day(&self, text: &str) -> Option<(String, DayRange)> {
        let words = &self.book.style.case.last_day;
        let lower = text.to_lowercase();
        let opening = words.iter().filter_map(|word| lower.find(word.as_str())).min()?;
        let single = |day: &DayRange| day.from == day.to;
        let after = text.get(opening..).and_then(dates::first_range).filter(single);
        let before = || {
            let (range, day) = dates::ranges(text).into_iter().next_back()?;
            (range.end <= opening && opening - range.end <= MOST_BEFORE && single(&day)).then_some(day)
        };
        Some((text.to_owned(), after.or_else(before)?))
    }

    /// The last of the days in the column of a table for them.
    fn column_day(&self, document: &Document) -> Option<(String, DayRange)> {
        let style = &self.book.style.case;
        let told = |head: &str| {
            holds_any(&folded(head), &style.answers) && holds_any(&folded(head), &style.last_day)
        };
        let tables = document.tables().into_iter().map(|(_, table)| table);
        let cells = tables.flat_map(|table| {
            let columns = table.columns.iter().enumerate().filter(|(_, column)| told(&column.heading.text));
            let columns: Vec<usize> = columns.map(|(at, _)| at).collect();
            let rows = table.rows.iter();
            rows.flat_map(move |row| {
                columns.clone().into_iter().filter_map(|at| row.cells.get(at)?.printed.clone())
            })
        });
        let days = cells.filter_map(|cell| Some((cell.clone(), dates::first_range(&cell)?)));
        days.filter(|(_, day)| day.from == day.to).max_by_key(|(_, day)| day.to)
    }
}
