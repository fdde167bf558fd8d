//! Indicators: sentences, list items and table rows that say how something is followed.

mod details;
mod kolada;
mod labelled;
mod listed;
mod sentences;
mod table;
mod told;
mod valued;

pub(crate) use table::{Headings, is_sex, of_table};

use crate::book::{Book, folded};
use crate::joined::Joined;
use crate::source::Source;
use crate::style::IndicatorWords;
use crate::table_goals;
use crate::values::{from_to, start_only, target_only};
use crate::words::{Words, holds_any};
use sentences::{aims, followed, follows_to, goes, together};
use std::ops::Range;
use told::dated_indicator;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::indicator::Indicator;
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::{Section, SectionKind};

/// Where a goal is followed by indicators, what is wished for is none unless it says how much.
pub(crate) fn keep_measured(goal: &mut Section) {
    let followed = goal.all().into_iter().any(|section| {
        section.kind != SectionKind::DesiredOutcome && section.indicators.iter().any(|it| it.target.is_some())
    });
    if followed {
        goal.sections.iter_mut().for_each(drop_wishes);
    }
}

fn drop_wishes(section: &mut Section) {
    if section.kind == SectionKind::DesiredOutcome {
        section.indicators.retain(|it| it.target.is_some() || it.baseline.is_some());
    }
    section.sections.iter_mut().for_each(drop_wishes);
}

/// Whether a section's kind is one that indicators stand in; in a report of what was done only
/// as tables, as lists that say so, and as sentences that name what is aimed at.
pub(crate) fn follows(kind: SectionKind) -> bool {
    matches!(kind, SectionKind::FollowUp | SectionKind::DesiredOutcome | SectionKind::Report)
}

/// Reads the indicators of a document's sections.
pub(crate) struct Reader<'a> {
    pub words: &'a Words,
    pub source: &'a Source,
    pub book: &'a Book<'a>,
    /// The document's year.
    pub year: Option<i32>,
    /// Whether the document is a plan.
    pub plan: bool,
}

impl Reader<'_> {
    fn style(&self) -> &IndicatorWords {
        &self.book.style.indicators
    }

    /// Those that stand directly in a section of a following kind; `headed` are the words of the
    /// headings that it stands under.
    pub fn of(&self, section: &Section, headed: &str) -> Vec<Indicator> {
        let style = self.style();
        let named = self.names(headed);
        let report = section.kind == SectionKind::Report;
        let mut announced = named;
        let mut found = Vec::new();
        for block in &section.blocks {
            match &block.content {
                Content::Table(table) => {
                    found.extend(table_goals::indicators_alone(table, self.book, self.year, self.plan))
                }
                Content::List { .. } if !report || announced => {
                    let valued = |it: &Indicator| it.target.is_some() && it.baseline.is_some();
                    let told = |it: &Indicator| announced || valued(it) || measures(&it.text, style);
                    found.extend(self.items(block).filter(told));
                }
                Content::List { .. } => found.extend(self.valued_items(block)),
                _ if report => found.extend(self.sentences(block, |said, text| aims(said, text, style))),
                _ => {
                    let of_goal = section.kind == SectionKind::FollowUp;
                    found.extend(self.of_text(block, named, of_goal));
                }
            }
            announced = named || announces(block, style);
        }
        labelled::give_values_below(section, &mut found, style);
        found
    }

    /// Whether words of headings say that indicators stand below them.
    pub fn names(&self, headed: &str) -> bool {
        let style = self.style();
        let headed = folded(headed);
        let is_label = |word: &str| style.labels.iter().any(|label| folded(label) == word);
        holds_any(&headed, &style.words) || headed.split(' ').any(is_label)
    }

    /// Those of a section that is not about following: rows of tables, items that give where it
    /// starts and what is aimed at, and paragraphs that a label says are indicators; of what is
    /// `reported` also sentences that name what was aimed at.
    pub fn elsewhere(&self, section: &Section, reported: bool) -> Vec<Indicator> {
        let style = self.style();
        let of_block = |block: &Block| match &block.content {
            Content::Table(table) => table_goals::indicators_alone(table, self.book, self.year, self.plan),
            Content::List { .. } => {
                let labelled = self.words.of_block(block).into_iter();
                let labelled = labelled.filter(|text| is_labelled(&text.text, style));
                let labelled = labelled.flat_map(|text| self.told(text, 0..text.text.len()));
                labelled.chain(self.valued_items(block)).collect()
            }
            _ if self.words.of_block(block).iter().any(|text| is_labelled(&text.text, style)) => {
                let texts = self.words.of_block(block).into_iter();
                texts.flat_map(|text| self.told(text, 0..text.text.len())).collect()
            }
            _ if reported => self.sentences(block, |said, text| aims(said, text, style)),
            // Few texts tell from what to what; sentences are dear to look at.
            _ if !self.words.of_block(block).iter().any(|text| text.text.contains(" från ")) => Vec::new(),
            _ => self.sentences(block, |said, text| follows_to(said, text, style) || goes(said, text, style)),
        };
        let mut found: Vec<Indicator> = section.blocks.iter().flat_map(of_block).collect();
        labelled::give_values_below(section, &mut found, style);
        found
    }

    /// Those of a section outside goals, sentences as well: under a heading that names indicators
    /// what gives a value, elsewhere what also says where it shall go.
    pub fn outside(&self, section: &Section) -> Vec<Indicator> {
        use SectionKind::*;
        let style = self.style();
        let named = self.names(&section.name);
        let mut found = Vec::new();
        for block in &section.blocks {
            match &block.content {
                Content::Table(table) => {
                    let rows = table_goals::indicators_alone(table, self.book, self.year, self.plan);
                    let aimed = named || rows.iter().any(|row| row.target.is_some());
                    found.extend(rows.into_iter().filter(|_| aimed));
                }
                Content::List { .. } if named => {
                    let valued = |it: &Indicator| it.target.is_some() || measures(&it.text, style);
                    found.extend(self.items(block).filter(valued));
                }
                Content::List { .. } => found.extend(self.valued_items(block)),
                _ if matches!(section.kind, Summary | Economy | Statement | Investments) => {
                    found.extend(self.sentences(block, |_, text| is_labelled(text, style)));
                }
                _ => found.extend(self.sentences(block, |said, text| {
                    let valued = || target_only(text).is_some() || start_only(text).is_some();
                    is_labelled(text, style) || aims(said, text, style) || (named && valued())
                })),
            }
        }
        found
    }

    fn items(&self, block: &Block) -> impl Iterator<Item = Indicator> {
        let items = self.words.of_block(block).into_iter();
        items.map(|item| self.indicator(item.all_at(self.source)))
    }

    /// "Lånade krattor: 77. Utgångsvärde 79, mål 82."
    fn valued_items(&self, block: &Block) -> Vec<Indicator> {
        let items = self.words.of_block(block).into_iter();
        let valued = items.filter(|it| start_only(&it.text).is_some() && target_only(&it.text).is_some());
        valued.map(|item| self.indicator(item.all_at(self.source))).collect()
    }

    /// Sentences that name an indicator, or a judgement; under a heading that names indicators
    /// also those that name a measure, and under one of following a goal those with a target.
    fn of_text(&self, block: &Block, headed: bool, of_goal: bool) -> Vec<Indicator> {
        let style = self.style();
        self.sentences(block, |said, sentence| {
            let judged = holds_any(said, &style.qualitative) || holds_any(said, &style.weighed);
            let measured = headed && holds_any(said, &style.measure);
            let lent = holds_any(said, &style.borrowed);
            let named = holds_any(said, &style.words) && !sentences::counts_only(said, sentence, style);
            let told = named || judged || lent || measured || followed(sentence, style);
            let aimed = holds_any(said, &style.measure) && holds_any(said, &style.directions);
            let done = of_goal && holds_any(said, &style.done);
            let elsewhere = holds_any(said, &style.elsewhere);
            let told = told || done || (of_goal && (aimed || target_only(sentence).is_some()));
            (told && !sentence.trim_end().ends_with(':') && !elsewhere) || from_to(sentence).is_some()
        })
    }

    /// The sentences of a paragraph that tell of an indicator, folded and as printed, with what those right
    /// after them tell of it.
    fn sentences(&self, block: &Block, tells: impl Fn(&str, &str) -> bool) -> Vec<Indicator> {
        let mut found = Vec::new();
        for text in self.words.of_block(block) {
            let mut ranges = together(&text.text, self.style()).into_iter().peekable();
            let told =
                |range: &Range<usize>| tells(&folded(&text.text[range.clone()]), &text.text[range.clone()]);
            while let Some(range) = ranges.next() {
                if !told(&range) {
                    continue;
                }
                let mut all = self.told(text, range);
                let detail =
                    |range: &Range<usize>| details::is_detail(&text.text[range.clone()], self.style());
                while let Some(range) = ranges.next_if(|range| detail(range) && !told(range)) {
                    if let [own] = all.as_mut_slice() {
                        details::give(own, &text.text[range], self.style());
                    }
                }
                found.extend(all);
            }
        }
        found
    }

    /// The indicator that a stretch of text tells of, or those that it lists.
    fn told(&self, text: &Joined, range: Range<usize>) -> Vec<Indicator> {
        let parts = listed::parts(&text.text[range.clone()], self.style());
        let place = |part: Range<usize>| range.start + part.start..range.start + part.end;
        let parts: Vec<Range<usize>> = parts.into_iter().map(place).collect();
        let all = if parts.is_empty() { vec![range] } else { parts };
        all.into_iter().map(|range| self.indicator(text.text_at(self.source, range))).collect()
    }

    fn indicator(&self, text: TextAt) -> Indicator {
        dated_indicator(text, self.style(), self.year, self.plan)
    }
}

/// Whether an item under a heading that only says that the goal is followed tells what is measured.
fn measures(text: &str, style: &IndicatorWords) -> bool {
    let text_folded = folded(text);
    let has = |words: &[String]| holds_any(&text_folded, words);
    text.len() < 160
        && (has(&style.qualitative)
            || has(&style.words)
            || has(&style.measure)
            || has(&style.key_figure)
            || from_to(text).is_some())
}

/// "Nämnden använder följande indikatorer:"
fn announces(block: &Block, style: &IndicatorWords) -> bool {
    let text = block.text();
    text.trim_end().ends_with(':') && holds_any(&folded(&text), &style.words)
}

/// "Indikator 2: …", with something after the colon.
fn is_labelled(text: &str, style: &IndicatorWords) -> bool {
    let Some((label, rest)) = text.split_once(':') else { return false };
    let label = folded(label);
    let bare = label.trim_matches(|c: char| matches!(c, '*' | '_' | ' ' | '.') || c.is_ascii_digit());
    style.labels.iter().any(|own| folded(own) == bare) && !rest.trim_matches(['*', '_', ' ']).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    #[test]
    fn a_label_before_a_colon_says_that_it_is_an_indicator() {
        let style = HouseStyle::standard().indicators;
        assert!(is_labelled("Indikator 2: nöjda gäster, målvärde 60.", &style));
        assert!(!is_labelled("Indikator:", &style));
    }
}
