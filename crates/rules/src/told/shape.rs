//! Sentences of the shape "row, verb, amount".

use super::Meaning;
use super::again::{is_again, is_from_or_to, level};
use super::cells::Near;
use super::further::leads_to_spent;
use super::meaning::{from_year, is_clear, joined, meaning};
use super::names::{Mention, Names};
use super::parts::{Parts, Scope};
use super::rows::RowAt;
use super::vocabulary::{After, Hints, after, hints, years};
use super::words::{Sentence, Word};

/// An amount that the sentence tells of rows.
#[derive(Debug, Clone)]
pub struct Shape<'a> {
    /// Which amount of the sentence.
    pub amount: usize,
    /// The rows that it can mean.
    pub rows: Vec<RowAt<'a>>,
    /// Rows that are told as one, where they are: each group is added up.
    pub groups: Vec<Vec<RowAt<'a>>>,
    /// What it is.
    pub meaning: Meaning,
    /// Whether what a difference is from is named.
    pub named_base: bool,
    /// The years that its words name.
    pub years: Vec<i32>,
    /// Whether only the heading names the rows.
    pub by_heading: bool,
    /// How far from what it should be the amount may be, where the words say more or less
    /// of what it means than its meaning does.
    pub reach: Option<Near>,
    /// Whether it is told as what something is taken of: "av ramen på 26,7 mkr".
    pub is_whole: bool,
}

/// What before a name makes it something that a part is taken of.
pub const PARTS: [&str; 5] = ["av", "i", "från", "till", "inom"];

/// What before the result tells of somebody's share of it.
const SHARES: [&str; 8] = ["svarar", "står", "nästan", "de", "den", "får", "tar", "kostar"];

impl<'a> Shape<'a> {
    /// An amount told of rows.
    pub fn of(amount: usize, rows: Vec<RowAt<'a>>, (meaning, named_base): (Meaning, bool)) -> Self {
        let (groups, years, by_heading, reach, is_whole) = (Vec::new(), Vec::new(), false, None, false);
        Shape { amount, rows, groups, meaning, named_base, years, by_heading, reach, is_whole }
    }
}

/// Every row that a sentence names, the result aside.
pub fn mentioned<'a>(names: &Names<'a>, sentence: &Sentence) -> Vec<RowAt<'a>> {
    let mentions =
        names.mentions(&sentence.words).into_iter().filter(|it| !it.name.is_result && !it.name.is_part);
    mentions.flat_map(|mention| mention.name.rows.clone()).collect()
}

/// What a sentence is read with.
pub struct Reader<'s, 'a> {
    /// The names of the rows.
    pub names: &'s Names<'a>,
    /// The sentence.
    pub sentence: &'s Sentence,
    /// The names in it.
    pub mentions: Vec<Mention<'s, 'a>>,
    /// The words of the heading above.
    pub lead: &'s [Word],
    /// The stems of the body's name.
    pub body: &'s [String],
    /// The parts of the economy.
    pub parts: &'s Parts<'a>,
    /// The part that it is about.
    pub scope: Option<Scope<'a>>,
    /// What the sentence before tells last.
    pub before: Option<&'s Shape<'a>>,
    /// Whether the sentence is the first of its passage.
    pub opens: bool,
    /// Whether no figure follows on it in its passage.
    pub closes: bool,
    /// Whether the part that it names may be the whole.
    pub is_unsure: bool,
}

impl<'s, 'a> Reader<'s, 'a> {
    /// A sentence below headings of which the last is `lead`.
    pub fn of(
        (names, parts): (&'s Names<'a>, &'s Parts<'a>),
        sentence: &'s Sentence,
        lead: &'s [Word],
        body: &'s [String],
    ) -> Self {
        let mentions = names.mentions(&sentence.words);
        Reader {
            names,
            sentence,
            mentions,
            lead,
            body,
            parts,
            scope: None,
            before: None,
            opens: false,
            closes: false,
            is_unsure: false,
        }
    }

    /// The same about a part: the one that the sentence names, else the one of its section.
    pub fn about(mut self, of_section: Option<Scope<'a>>) -> Self {
        let named = self.mentions.iter().find(|mention| mention.name.is_part);
        // "Styrelsen" may be the whole of kommunstyrelsen, where no heading says the part.
        let whole = |stem: &String| self.body.iter().any(|own| own != stem && own.ends_with(stem.as_str()));
        self.is_unsure = of_section.is_none() && named.is_some_and(|it| it.name.stems.iter().all(whole));
        self.scope = named.and_then(|part| self.parts.called(&part.name.stems)).or(of_section);
        self
    }

    /// The amounts of the sentence that are told of rows.
    pub fn shapes(&self) -> Vec<Shape<'a>> {
        let mut found: Vec<Shape<'a>> = Vec::new();
        for index in 0..self.sentence.amounts.len() {
            let last = found.last().filter(|shape| shape.amount + 1 == index).cloned();
            found.extend(self.shape(index, last.as_ref()));
        }
        if found.is_empty() { self.loose().into_iter().collect() } else { found }
    }

    fn shape(&self, index: usize, last: Option<&Shape<'a>>) -> Option<Shape<'a>> {
        let amounts = &self.sentence.amounts;
        let amount = &amounts[index];
        let from = index.checked_sub(1).map_or(0, |before| amounts[before].at);
        let until = amounts.get(index + 1).map_or(self.sentence.words.len(), |next| next.at);
        let before = &self.sentence.words[from..amount.at];
        let behind = &self.sentence.words[amount.at..until];
        if let Some(shape) = self.aside(index, before, until, last) {
            return Some(shape);
        }
        if let Some(shape) = self.respective(index).or_else(|| self.of_behind(index, before)) {
            return Some(shape);
        }
        let leads = index + 1 < amounts.len() && (is_from_or_to(behind) || leads_to_spent(behind));
        let after = if leads { After::Nothing } else { after(behind, amount.breaks) };
        if let Some(shape) =
            last.filter(|_| is_clear(amount)).and_then(|last| self.spent(index, (before, behind), last))
        {
            return Some(shape);
        }
        if !is_clear(amount) || after == After::Unknown {
            return None;
        }
        match self.inside(from, amount.at).as_slice() {
            [mention] => self.of_mention(index, mention, from, after, last),
            [one, other] => self.of_both(index, (one, other), from, after),
            [] if is_from_or_to(before) => last.map(|last| level(index, last)),
            [] if last.is_some_and(|last| self.more(index, before, last).is_some()) => {
                last.and_then(|last| self.more(index, before, last))
            }
            [] if is_again(before) && last.is_some() => last.and_then(|last| self.again(index, last, after)),
            [] if index == 0 && self.is_of_before(before) => self.compared_with_before(before, after),
            [] if index == 0 => self.unnamed(index, before, after),
            _ => None,
        }
        .map(|shape| Shape { years: self.years(from, amount.at, after), ..shape })
    }

    /// The names between two places: of rows, and where none is of a row, of the result.
    fn inside(&self, from: usize, to: usize) -> Vec<Mention<'_, 'a>> {
        let inside = self.mentions.iter().filter(|it| it.from >= from && it.to <= to).copied();
        let told = inside.filter(|mention| !mention.name.is_part && !self.is_told_again(mention));
        let (results, rows): (Vec<_>, Vec<_>) = told.partition(|mention| mention.name.is_result);
        if rows.is_empty() { results } else { rows }
    }

    /// Whether the same rows follow by another name before the next amount.
    fn is_told_again(&self, mention: &Mention<'_, 'a>) -> bool {
        let amounts = self.sentence.amounts.iter().map(|amount| amount.at);
        let until = amounts.filter(|at| *at >= mention.to).min().unwrap_or(usize::MAX);
        let next = |it: &Mention<'_, 'a>| it.from > mention.from && it.to <= until && is_same(mention, it);
        !mention.name.is_result && self.mentions.iter().any(next)
    }

    /// The words between two places, those that name a part left out.
    pub(super) fn plain(&self, from: usize, to: usize) -> Vec<Word> {
        let of_part = |at: &usize| {
            self.mentions
                .iter()
                .any(|it| (it.name.is_part || self.is_told_again(it)) && (it.from..it.to).contains(at))
        };
        let before_part =
            |at: &usize| self.sentence.words[*at].text == "för" && at + 1 < to && of_part(&(at + 1));
        let told = (from..to).filter(|at| !of_part(at) && !before_part(at));
        told.map(|at| self.sentence.words[at].clone()).collect()
    }

    /// The years named before an amount, and after it where something is compared.
    fn years(&self, from: usize, at: usize, after: After) -> Vec<i32> {
        let reach = if after == After::Nothing { 2 } else { 8 };
        let until = (at + reach).min(self.sentence.words.len());
        years(&self.sentence.words[from..until])
    }

    fn of_mention(
        &self,
        index: usize,
        mention: &Mention<'_, 'a>,
        from: usize,
        after: After,
        last: Option<&Shape<'a>>,
    ) -> Option<Shape<'a>> {
        let amount = &self.sentence.amounts[index];
        let (prefix, gap) = (self.plain(from, mention.from), self.plain(mention.to, amount.at));
        let opening =
            prefix.split_last().filter(|(last, _)| last.text == "inom").map_or(&prefix[..], |(_, rest)| rest);
        let opening = if prefix.len() == 1 && prefix[0].text == "av" { &[] } else { opening };
        let said = joined(hints(opening, self.body)?, hints(&gap, self.body)?);
        let level = said.level.or_else(|| self.level_of_name(mention));
        let said = Hints { change: said.change || mention.is_change, level, ..said };
        let name = mention.name;
        let whole = matches!(prefix.as_slice(), [word] if word.text == "av")
            && matches!(gap.as_slice(), [word] if word.text == "på" || word.text == "om");
        let inside = self.is_inside(&prefix, said.deviation);
        let part = !whole && !inside && prefix.last().is_some_and(|word| PARTS.contains(&word.text.as_str()));
        let shared = name.is_result && prefix.iter().any(|word| SHARES.contains(&word.text.as_str()));
        if part || shared || name.together && !said.together {
            return None;
        }
        let bare = said == Hints::default() && gap.iter().all(|word| word.text == "med");
        let inherited = last.filter(|_| bare && !gap.is_empty()).map(|last| (last.meaning, last.named_base));
        let unit = &amount.found.quantity.unit;
        let told = match inherited {
            Some(inherited) => inherited,
            None if from_year(&prefix) && after == After::Difference => {
                meaning(said, &gap, After::FromYear, unit, name.is_result)?
            }
            None => meaning(said, &gap, after, unit, name.is_result)?,
        };
        let placed = said.level.is_some() || !years(&prefix).is_empty();
        let reach = match mention.is_change && name.is_common {
            true if placed => Some(Near::Third),
            true => Some(Near::Slip),
            false if mention.is_small => Some(Near::Slip),
            false if told == (Meaning::Change, false) && from == 0 && unit.is_money() => {
                let (before, behind) = self.sentence.words.split_at(amount.at);
                self.is_alone(before, behind, mention).then_some(Near::Third)
            }
            false => None,
        };
        let shape = self.of_name(index, name, told, said)?;
        let own = told.0 == Meaning::Change && self.leads_to_own(index, &shape.rows);
        let reach =
            if own { Some(Near::Far) } else { shape.reach.or(reach).or(whole.then_some(Near::Third)) };
        Some(Shape { reach, is_whole: whole, ..shape })
    }

    /// "Inom vinterväghållningen är underskottet": all of the row's own.
    fn is_inside(&self, prefix: &[Word], deviation: bool) -> bool {
        deviation && prefix.last().is_some_and(|word| word.text == "inom")
    }

    fn more(&self, index: usize, before: &[Word], last: &Shape<'a>) -> Option<Shape<'a>> {
        self.other_level(index, before, last).or_else(|| self.change_of_level(index, before, last))
    }

    /// The row whose name is the whole heading.
    pub(super) fn heading(&self) -> Option<Mention<'_, 'a>> {
        let mentions = self.names.mentions(self.lead);
        let whole = |mention: &Mention<'_, 'a>| mention.from == 0 && mention.to == self.lead.len();
        mentions.into_iter().find(|it| whole(it) && it.name.is_row())
    }
}

/// Whether two names are of the same rows.
fn is_same(one: &Mention<'_, '_>, other: &Mention<'_, '_>) -> bool {
    let (ours, theirs) = (&one.name.rows, &other.name.rows);
    ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| a.is_row_of(b))
}

/// Whether a word says that the frame is meant as it was first decided.
pub fn is_original(word: &str) -> bool {
    word.starts_with("ursprunglig")
}
