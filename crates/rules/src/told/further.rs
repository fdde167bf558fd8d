//! Amounts that tell more of the rows of the amount before them, and rows that are named after their
//! amount.

use super::cells::{Near, interval};
use super::meaning::{is_clear, joined, meaning};
use super::names::Mention;
use super::rows::RowAt;
use super::shape::{Reader, Shape};
use super::vocabulary::{After, hints, is_one_of, level};
use super::words::Word;
use super::{Level, Meaning};
use crate::in_words::way;
use uppsikt_domain::quantity::Hedge;

/// Words for money that is spent.
const USED: &str = "används användas användes använts använda förbrukas förbrukades förbrukats nyttjas nyttjades nyttjats \
    utnyttjas utnyttjats upparbetas upparbetats tas";

/// Words that may stand between an amount and another level of the same row.
const AGAINST: &str = "mot jämfört med och medan men i den det är var på till blir beräknas för nu helåret \
    nämndens årets";

/// Words before an amount that is then spent: "beräknas 19,8 mkr användas".
const LEADS: [&str; 6] = ["beräknas", "väntas", "bedöms", "har", "hade", "kommer"];

/// Whether the words between two amounts lead to what is spent: "används", "beräknas".
pub fn leads_to_spent(words: &[Word]) -> bool {
    matches!(words, [word] if LEADS.contains(&word.text.as_str()) || is_one_of(USED, &word.text))
}

impl<'a> Reader<'_, 'a> {
    /// "mot budgeterade 73,3 mkr", "och prognosen 71,5 mkr": another level of the same row.
    pub(super) fn other_level(&self, index: usize, before: &[Word], last: &Shape<'a>) -> Option<Shape<'a>> {
        let mut levels = before.iter().filter_map(|word| level(&word.text));
        let of = levels.next().filter(|_| levels.next().is_none())?;
        let plain = |word: &Word| level(&word.text).is_some() || is_one_of(AGAINST, &word.text);
        let money = self.sentence.amounts[index].found.quantity.unit.is_money();
        let shape =
            || Shape { amount: index, meaning: Meaning::Level(Some(of)), named_base: false, ..last.clone() };
        (money && before.iter().all(plain)).then(shape)
    }

    /// "en ökning med 3,2 mkr" after a level: how much of it is new.
    pub(super) fn change_of_level(
        &self,
        index: usize,
        before: &[Word],
        last: &Shape<'a>,
    ) -> Option<Shape<'a>> {
        let [article, change, with] = before else { return None };
        let named = article.text == "en" && way(&change.text).is_some() && change.text.ends_with("ning");
        let is_level = matches!(last.meaning, Meaning::Level(_));
        let told = named && is_level && ["med", "på", "om"].contains(&with.text.as_str());
        let reach = Some(Near::Third);
        told.then(|| Shape {
            amount: index,
            meaning: Meaning::Change,
            named_base: false,
            reach,
            ..last.clone()
        })
    }

    /// "Av ramen på 26,7 mkr används 19,8 mkr": what is spent of the row.
    pub(super) fn spent(
        &self,
        index: usize,
        (before, behind): (&[Word], &[Word]),
        last: &Shape<'a>,
    ) -> Option<Shape<'a>> {
        let used = |word: &&Word| is_one_of(USED, &word.text);
        let alone = matches!(before, [word] if is_one_of(USED, &word.text));
        let after = matches!(before, [word] if LEADS.contains(&word.text.as_str()))
            && behind.first().is_some_and(|word| used(&word));
        let (reach, meaning) = (Some(Near::Third), Meaning::Level(None));
        (last.is_whole && (alone || after)).then(|| Shape { amount: index, meaning, reach, ..last.clone() })
    }

    /// "Lönekostnaderna och PO-pålägget beräknas till 71,5 mkr respektive 31,0 mkr": each its own.
    pub(super) fn respective(&self, index: usize) -> Option<Shape<'a>> {
        let amounts = &self.sentence.amounts;
        let between = |one: usize| {
            let other = amounts.get(one + 1)?;
            matches!(&self.sentence.words[amounts[one].at..other.at], [word] if word.text == "respektive")
                .then_some(one)
        };
        let first = between(index).or_else(|| between(index.checked_sub(1)?))?;
        let from = first.checked_sub(1).map_or(0, |before| amounts[before].at);
        let rows = self
            .mentions
            .iter()
            .filter(|it| it.name.is_row() && it.from >= from && it.to <= amounts[first].at);
        let [one, other] = rows.copied().collect::<Vec<_>>()[..] else { return None };
        let joins = self.joins(&one, &other);
        let mention: &Mention<'_, 'a> = if index == first { &one } else { &other };
        let (prefix, gap) = (self.plain(from, one.from), self.plain(other.to, amounts[first].at));
        let said = joined(hints(&prefix, self.body)?, hints(&gap, self.body)?);
        let told = meaning(said, &gap, After::Nothing, &amounts[index].found.quantity.unit, false)?;
        let clear = is_clear(&amounts[index]) && joins;
        let shape = clear.then(|| self.of_name(index, mention.name, told, said)).flatten()?;
        Some(Shape { reach: Some(Near::Third), ..shape })
    }

    /// Whether two names stand with "och" between them: "personalkostnaderna och de övriga kostnaderna".
    fn joins(&self, one: &Mention<'_, 'a>, other: &Mention<'_, 'a>) -> bool {
        const ARTICLES: [&str; 3] = ["de", "den", "det"];
        let between = &self.sentence.words[one.to..other.from];
        match between {
            [and] | [and, _] if !["och", "samt"].contains(&and.text.as_str()) => false,
            [_] => true,
            [_, article] => ARTICLES.contains(&article.text.as_str()),
            _ => false,
        }
    }

    /// "höjs med 7,1 mkr till 188,9 mkr": a change that leads to a level which the rows have is theirs.
    pub(super) fn leads_to_own(&self, index: usize, rows: &[RowAt<'a>]) -> bool {
        let amounts = &self.sentence.amounts;
        let Some(level) = amounts.get(index + 1) else { return false };
        let joined =
            matches!(&self.sentence.words[amounts[index].at..level.at], [word] if word.text == "till");
        let Some(said) = interval(&level.found.quantity, level.found.hedge) else { return false };
        let figures = rows.iter().flat_map(RowAt::figures);
        let mut own = figures.filter_map(|(_, figure, _)| interval(&figure, Hedge::Exact));
        joined && own.any(|own| own.meets(&said))
    }

    /// "en avvikelse på 4,2 mkr för gator och vinterväghållning": the row stands after its deviation.
    pub(super) fn of_behind(&self, index: usize, before: &[Word]) -> Option<Shape<'a>> {
        const JOINS: [&str; 3] = ["för", "inom", "på"];
        let amount = &self.sentence.amounts[index];
        let next = self.sentence.words.get(amount.at).filter(|word| JOINS.contains(&word.text.as_str()))?;
        let mention =
            self.mentions.iter().find(|it| it.from == amount.at + 1 && it.name.is_row() && !it.is_change)?;
        let ends = self.sentence.words[mention.to - 1].breaks
            || self
                .sentence
                .words
                .get(mention.to)
                .is_none_or(|word| ["beror", "förklaras"].contains(&word.text.as_str()));
        let said = hints(before, self.body).filter(|said| said.deviation)?;
        let told = (Meaning::Deviation, true);
        let sure = is_clear(amount)
            && ends
            && !amount.breaks
            && !next.breaks
            && amount.found.quantity.unit.is_money();
        sure.then(|| self.of_name(index, mention.name, told, said)).flatten()
    }

    /// The level that the words of a name say: "investeringsramen" is a budget.
    pub(super) fn level_of_name(&self, mention: &Mention<'_, 'a>) -> Option<Level> {
        let words = &self.sentence.words[mention.from..mention.to];
        let planned = |word: &Word| {
            ["investeringsram", "investeringsbudget"].iter().any(|it| word.text.starts_with(it))
        };
        words.iter().any(planned).then_some(Level::Budget)
    }
}
