//! Where the parts of a case stand.

use super::Parts;
use crate::book::first_fit;
use crate::joined::Joined;
use crate::pattern::Pattern;
use std::collections::BTreeSet;
use std::ops::Range;
use uppsikt_domain::claim::Subject;
use uppsikt_domain::document::{CaseHead, CasePart, Document};

/// The last day to answer: what says so, and the day in it.
pub(super) struct LastDay {
    pub said_in: String,
    pub day: String,
}

impl Parts<'_> {
    /// The parts that stand in the text as they are told, letter by letter and digit by digit: under
    /// their own headings first, then anywhere.
    pub(super) fn places(
        &self,
        document: &Document,
        case: &CaseHead,
        last_day: Option<LastDay>,
    ) -> Vec<CasePart> {
        let book = self.book;
        let (recipients, consultees) = (&book.case_recipients, &book.case_consultees);
        let own = |headings: &[&[Pattern]]| self.own_lines(document, headings);
        let whole = Joined::lines(self.source, 0..self.source.len());
        let anywhere = Letters::of(&whole.text);
        let mut parts = Vec::new();
        let mut add = |subject: Subject, own: Joined, texts: &[String]| {
            let under = Letters::of(&own.text);
            for text in texts {
                let found = under.range_of(text).map(|range| own.text_at(self.source, range));
                let elsewhere = || anywhere.range_of(text).map(|range| whole.text_at(self.source, range));
                let found = found.or_else(elsewhere);
                parts.extend(found.map(|printed| CasePart { subject, text: text.clone(), printed }));
            }
        };
        add(Subject::ProposedDecision, own(&[&book.case_decisions]), &case.proposed_decisions);
        add(Subject::Consultee, own(&[consultees, recipients, &book.case_addressees]), &case.consultees);
        add(Subject::Question, own(&[&book.case_questions]), &case.questions);
        add(Subject::Recipient, own(&[recipients, &book.case_addressees]), &case.recipients);
        add(Subject::RelatedCase, Joined::default(), &case.related_cases);
        parts.extend(case.reply_by.zip(last_day).and_then(|(day, told)| {
            let said = anywhere.range_of(&told.said_in)?;
            let inner = Letters::of(&whole.text[said.clone()]).range_of(&told.day)?;
            let range = said.start + inner.start..said.start + inner.end;
            let printed = whole.text_at(self.source, range);
            Some(CasePart { subject: Subject::ReplyBy, text: day.to_string(), printed })
        }));
        parts
    }

    /// The lines under some headings, and those that have them as labels.
    fn own_lines(&self, document: &Document, headings: &[&[Pattern]]) -> Joined {
        let sections = headings.iter().flat_map(|headings| self.under(document, headings));
        let numbers: BTreeSet<u32> =
            sections.flat_map(|section| section.span.at.line..=section.span.end_line).collect();
        let all = 0..self.source.len();
        let under = all.clone().filter(|line| numbers.contains(&self.source.number(*line)));
        let labelled = all.filter(|line| {
            let label =
                self.source.text(*line).split_once(':').map(|(label, _)| label.trim_matches(['*', '#', ' ']));
            label.is_some_and(|label| headings.iter().any(|headings| first_fit(headings, label).is_some()))
        });
        let lines: BTreeSet<usize> = under.chain(labelled.flat_map(|line| line..line + 4)).collect();
        Joined::lines(self.source, lines)
    }
}

/// The letters and digits of a text in lower case, and where each stands.
struct Letters<'a> {
    text: &'a str,
    folded: String,
    /// Where a letter begins in the folded text and in the text, in bytes.
    at: Vec<(usize, usize)>,
}

impl<'a> Letters<'a> {
    fn of(text: &'a str) -> Self {
        let (mut folded, mut at) = (String::with_capacity(text.len()), Vec::new());
        for (byte, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            at.push((folded.len(), byte));
            folded.extend(c.to_lowercase());
        }
        Letters { text, folded, at }
    }

    /// Where words stand as whole words, whatever stands between their letters and digits.
    fn range_of(&self, words: &str) -> Option<Range<usize>> {
        let wanted = Letters::of(words).folded;
        let mut found = self.folded.match_indices(&wanted).filter(|_| !wanted.is_empty());
        found.find_map(|(start, _)| {
            let first = self.at.binary_search_by_key(&start, |(folded, _)| *folded).ok()?;
            let last = self.at.partition_point(|(folded, _)| *folded < start + wanted.len()) - 1;
            let (from, to) = (self.at[first].1, self.at[last].1);
            let end = to + self.text[to..].chars().next().map_or(0, char::len_utf8);
            let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let whole =
                !is_word(self.text[..from].chars().next_back()) && !is_word(self.text[end..].chars().next());
            whole.then_some(from..end)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{HouseStyle, read};

    #[test]
    fn words_are_found_whole_and_whatever_parts_their_letters() {
        let at =
            |text: &str, words: &str| Letters::of(text).range_of(words).map(|range| text[range].to_owned());
        assert_eq!(at("Lekparknämnden och Parknämnden", "parknämnden").as_deref(), Some("Parknämnden"));
        assert_eq!(at("se PRK 2029/33.", "PRK-2029-33").as_deref(), Some("PRK 2029/33"));
        assert_eq!(at("Parken", "park"), None);
    }

    #[test]
    fn every_part_of_a_case_knows_where_it_stands() {
        let text = "Ny plan för parker\nPRK-2031-7\n\nFörslag till beslut\nParknämnden föreslås besluta\n\n1. Parknämnden skickar planen på remiss med sista svarsdatum\n   30 april 2031.\n\nBeslutet skickas till\nSkolnämnden\nPark AB\nParkchefen\n\nÄrendet\nSkolnämnden har frågat. Planen följer PRK 2029/1.\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let parts = document.case.unwrap().parts;
        let told: Vec<_> =
            parts.iter().map(|it| (it.subject.code(), it.text.as_str(), it.printed.span.at.line)).collect();
        assert_eq!(
            told,
            [
                (
                    "proposed_decision",
                    "Parknämnden skickar planen på remiss med sista svarsdatum 30 april 2031.",
                    7
                ),
                ("consultee", "Skolnämnden", 11),
                ("consultee", "Park AB", 12),
                ("recipient", "Skolnämnden", 11),
                ("recipient", "Park AB", 12),
                ("recipient", "Parkchefen", 13),
                ("related_case", "PRK-2029-1", 16),
                ("reply_by", "2031-04-30", 8),
            ]
        );
        assert_eq!(parts[7].printed.text, "30 april 2031");
    }
}
