//! Sentences of the shape "row, verb, amount".

use super::names::{Mention, Names, RowAt};
use super::vocabulary::{After, Hints, after, hints, years};
use super::words::{Amount, Sentence, Word};
use super::{Level, Meaning};
use uppsikt_domain::quantity::{Hedge, Unit};
use uppsikt_text::prose::figures;

/// An amount that the sentence tells of rows.
#[derive(Debug, Clone)]
pub struct Shape<'a> {
    /// Which amount of the sentence.
    pub amount: usize,
    /// The rows that it can mean.
    pub rows: Vec<RowAt<'a>>,
    /// Whether they are told as one.
    pub together: bool,
    /// What it is.
    pub meaning: Meaning,
    /// Whether what a difference is from is named.
    pub named_base: bool,
    /// The years that its words name.
    pub years: Vec<i32>,
    /// Whether only the heading names the rows.
    pub by_heading: bool,
}

/// What before a name makes it something that a part is taken of.
const PARTS: [&str; 5] = ["av", "i", "från", "till", "inom"];

/// What before the result tells of somebody's share of it.
const SHARES: [&str; 8] = ["svarar", "står", "nästan", "de", "den", "får", "tar", "kostar"];

impl<'a> Shape<'a> {
    fn of(amount: usize, rows: Vec<RowAt<'a>>, (meaning, named_base): (Meaning, bool)) -> Self {
        let (together, by_heading) = (false, false);
        Shape { amount, rows, together, meaning, named_base, years: Vec::new(), by_heading }
    }
}

/// Every row that a sentence names, the result aside.
pub fn mentioned<'a>(names: &Names<'a>, sentence: &Sentence) -> Vec<RowAt<'a>> {
    let mentions =
        names.mentions(&sentence.words).into_iter().filter(|it| !it.name.is_result && !it.name.is_part);
    mentions.flat_map(|mention| mention.name.rows.clone()).collect()
}

/// The amounts of a sentence that are told of rows.
pub fn shapes<'a>(names: &Names<'a>, sentence: &Sentence, lead: &[Word], body: &[String]) -> Vec<Shape<'a>> {
    let mentions = names.mentions(&sentence.words);
    let reader = Reader { names, sentence, mentions, lead, body };
    let mut found: Vec<Shape<'a>> = Vec::new();
    for index in 0..sentence.amounts.len() {
        let last = found.last().filter(|shape| shape.amount + 1 == index).cloned();
        found.extend(reader.shape(index, last.as_ref()));
    }
    found
}

struct Reader<'s, 'a> {
    names: &'s Names<'a>,
    sentence: &'s Sentence,
    mentions: Vec<Mention<'s, 'a>>,
    lead: &'s [Word],
    body: &'s [String],
}

impl<'a> Reader<'_, 'a> {
    fn shape(&self, index: usize, last: Option<&Shape<'a>>) -> Option<Shape<'a>> {
        let amounts = &self.sentence.amounts;
        let amount = &amounts[index];
        let from = index.checked_sub(1).map_or(0, |before| amounts[before].at);
        let until = amounts.get(index + 1).map_or(self.sentence.words.len(), |next| next.at);
        let before = &self.sentence.words[from..amount.at];
        let behind = &self.sentence.words[amount.at..until];
        if let Some(shape) = self.set_aside(index, before, until) {
            return Some(shape);
        }
        let leads = index + 1 < amounts.len() && is_from_or_to(behind);
        let after = if leads { After::Nothing } else { after(behind, amount.breaks) };
        if !is_clear(amount) || after == After::Unknown {
            return None;
        }
        match self.inside(from, amount.at).as_slice() {
            [mention] => self.of_mention(index, mention, from, after, last),
            [] if is_from_or_to(before) => last.map(|last| level(index, last)),
            [] if before.is_empty() => last.and_then(|last| compared(index, last, after)),
            [] if index == 0 => self.unnamed(index, before, after),
            _ => None,
        }
        .map(|shape| Shape { years: self.years(from, amount.at, after), ..shape })
    }

    /// "totalt 163,9 mkr avsatts till styrelsen": what the budget gives a part.
    fn set_aside(&self, index: usize, before: &[Word], until: usize) -> Option<Shape<'a>> {
        let amount = &self.sentence.amounts[index];
        let part =
            self.mentions.iter().find(|it| it.name.is_part && it.from >= amount.at && it.to <= until)?;
        let link: Vec<&str> =
            self.sentence.words[amount.at..part.from].iter().map(|word| word.text.as_str()).collect();
        let given = matches!(
            link.as_slice(),
            ["avsatts" | "avsätts" | "fördelats" | "anslagits", "till"]
                | ["avsatts" | "avsätts" | "fördelats" | "anslagits", "till", "den" | "det" | "de"]
        );
        let whole = self.sentence.words.get(part.to).is_none_or(|next| {
            self.sentence.words[part.to - 1].breaks || next.text == "varav" || next.text == "och"
        });
        let rows = part.name.rows.clone();
        let told = given && whole && is_clear(amount) && hints(before, self.body).is_some();
        told.then(|| Shape {
            years: years(before),
            ..Shape::of(index, rows, (Meaning::Level(Some(Level::Budget)), false))
        })
    }

    /// The names between two places: of rows, and where none is of a row, of the result.
    fn inside(&self, from: usize, to: usize) -> Vec<Mention<'_, 'a>> {
        let inside = self.mentions.iter().filter(|it| it.from >= from && it.to <= to).copied();
        let told = inside.filter(|mention| !mention.name.is_part);
        let (results, rows): (Vec<_>, Vec<_>) = told.partition(|mention| mention.name.is_result);
        if rows.is_empty() { results } else { rows }
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
        let words = &self.sentence.words;
        let (prefix, gap) = (&words[from..mention.from], &words[mention.to..amount.at]);
        let said = joined(hints(prefix, self.body)?, hints(gap, self.body)?);
        let together = mention.name.together;
        let part = prefix.last().is_some_and(|word| PARTS.contains(&word.text.as_str()));
        let shared = mention.name.is_result && prefix.iter().any(|word| SHARES.contains(&word.text.as_str()));
        if part || shared || together && !said.together {
            return None;
        }
        let result = mention.name.is_result;
        let bare = said == Hints::default() && gap.iter().all(|word| word.text == "med");
        let inherited = last.filter(|_| bare && !gap.is_empty()).map(|last| (last.meaning, last.named_base));
        let (meaning, named_base) = match inherited {
            Some(inherited) => inherited,
            None if from_year(prefix) && after == After::Difference => {
                meaning(said, gap, After::FromYear, &amount.found.quantity.unit, result)?
            }
            None => meaning(said, gap, after, &amount.found.quantity.unit, result)?,
        };
        let rows = mention.name.rows.clone();
        Some(Shape { together, ..Shape::of(index, rows, (meaning, named_base)) })
    }

    /// A sentence that names no row: of the row that its heading names, or of the result.
    fn unnamed(&self, index: usize, before: &[Word], after: After) -> Option<Shape<'a>> {
        let said = hints(before, self.body)?;
        let unit = &self.sentence.amounts[index].found.quantity.unit;
        if let Some(mention) = self.heading() {
            let meaning = meaning(said, before, after, unit, false)?;
            let shape = Shape::of(index, mention.name.rows.clone(), meaning);
            return Some(Shape { by_heading: true, ..shape });
        }
        let signed = before.last().is_some_and(|word| word.text == "plus" || word.text == "minus");
        let named = after == After::FromBudget || signed && after == After::Nothing;
        let anaphora = before.iter().any(|word| ["de", "den", "det"].contains(&word.text.as_str()));
        let alone = !anaphora && self.mentions.iter().all(|mention| !mention.name.is_row());
        let of_result = alone && named && unit.is_money() && !self.names.result().is_empty();
        let shape = || Shape::of(index, self.names.result().to_vec(), (Meaning::Level(None), true));
        of_result.then(shape)
    }

    /// The row whose name is the whole heading.
    fn heading(&self) -> Option<Mention<'_, 'a>> {
        let mentions = self.names.mentions(self.lead);
        let whole = |mention: &Mention<'_, 'a>| mention.from == 0 && mention.to == self.lead.len();
        mentions.into_iter().find(|it| whole(it) && it.name.is_row())
    }
}

/// Amounts of money and per cent that are at least as sure as "cirka".
fn is_clear(amount: &Amount) -> bool {
    let unit = &amount.found.quantity.unit;
    let sure = matches!(amount.found.hedge, Hedge::Exact | Hedge::About);
    sure && (unit.is_money() || *unit == Unit::Percent) && amount.found.quantity.mantissa != 0
}

fn joined(one: Hints, other: Hints) -> Hints {
    Hints {
        deviation: one.deviation || other.deviation,
        change: one.change || other.change,
        level: one.level.or(other.level),
        together: one.together || other.together,
    }
}

/// "Jämfört med 2025 är": what a difference is from is named first.
fn from_year(prefix: &[Word]) -> bool {
    prefix.iter().any(|word| word.text == "jämfört") && !years(prefix).is_empty()
}

/// ", från" and "till" between amounts: levels of the same row.
fn is_from_or_to(words: &[Word]) -> bool {
    matches!(words, [word] if word.text == "från" || word.text == "till")
}

fn level<'a>(amount: usize, last: &Shape<'a>) -> Shape<'a> {
    Shape { amount, meaning: Meaning::Level(None), named_base: false, ..last.clone() }
}

/// ", 1,4 mkr lägre än ramen": how far the level before it is from another.
fn compared<'a>(amount: usize, last: &Shape<'a>, after: After) -> Option<Shape<'a>> {
    let meaning = match after {
        After::FromBudget => Meaning::Deviation,
        After::FromYear => Meaning::Change,
        _ => return None,
    };
    let is_level = matches!(last.meaning, Meaning::Level(_));
    is_level.then(|| Shape { amount, meaning, named_base: true, ..last.clone() })
}

/// What an amount is, and whether it is told what a difference is from.
fn meaning(said: Hints, gap: &[Word], after: After, unit: &Unit, is_result: bool) -> Option<(Meaning, bool)> {
    let leads = gap.last().map(|word| word.text.as_str());
    let is_level = matches!(leads, Some("från" | "till"));
    let in_percent = *unit == Unit::Percent;
    let told = match after {
        _ if is_result => (Meaning::Level(None), false),
        After::FromBudget => (Meaning::Deviation, true),
        After::FromYear if said.deviation => return None,
        After::FromYear => (Meaning::Change, true),
        After::Difference => (Meaning::Difference, false),
        _ if said.deviation => (Meaning::Deviation, true),
        _ if said.change && is_level => (Meaning::Level(said.level), false),
        _ if said.change => (Meaning::Change, false),
        _ => (Meaning::Level(said.level), false),
    };
    let fits = match told.0 {
        _ if is_result => !in_percent && matches!(after, After::Nothing | After::FromBudget),
        // Budget against budget: the other one need not be in the table.
        Meaning::Change | Meaning::Difference if said.level == Some(Level::Budget) => false,
        Meaning::Change => true,
        _ => !in_percent,
    };
    fits.then_some(told)
}

/// The words of a heading, its amounts and numbers left out.
pub fn heading_words(heading: &str) -> Vec<Word> {
    let words = Sentence::of(heading, figures(heading)).words;
    words.into_iter().filter(|word| word.text.contains(char::is_alphabetic)).collect()
}
