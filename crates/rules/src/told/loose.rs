//! Sentences that say more than is understood, with one amount and the full label of one row:
//! what the row has must be very near for them to accuse.

use super::Meaning;
use super::cells::Near;
use super::names::Mention;
use super::rows::RowAt;
use super::shape::{Reader, Shape, is_original};
use super::vocabulary::{After, HIGHER, after, is_one_of, years};
use super::words::{Word, stems};
use crate::in_words::way;
use uppsikt_domain::quantity::Hedge;
use uppsikt_domain::table::ColumnKind;

/// Shorter labels are a part of too many things.
const LABEL_LETTERS: usize = 12;

/// Words right after a row's name that make it a part of the row.
const NARROWING: &str = "i för på inom från till av hos vid per som utan exklusive exkl inklusive inkl";

/// What may follow on "800 tkr i" without making the amount a part of something.
const LEVELS: [&str; 6] = ["budget", "prognos", "utfall", "år", "överskott", "underskott"];

/// Words of a sentence whose amount is how much something has grown or differs.
const COMPARING: &str = "högre lägre mer mindre större fler färre jämfört skillnad skillnaden";

/// How words begin for what is given once, beside what a row has.
const ONCE: &str = "engångs";

/// Words after which a change is not the whole change.
const PARTLY: &str = "varav beror bland bidrar delvis";

impl<'a> Reader<'_, 'a> {
    /// The only amount of a sentence that names one row by its full label.
    pub(super) fn loose(&self) -> Option<Shape<'a>> {
        let [amount] = self.sentence.amounts.as_slice() else { return None };
        let exact = amount.found.hedge == Hedge::Exact && amount.found.quantity.unit.is_money();
        let mention = self.only_label().filter(|_| exact)?;
        let words = &self.sentence.words;
        if words.iter().any(|word| is_original(&word.text)) {
            return None;
        }
        let rows = match &self.scope {
            Some(scope) => scope.inside(&mention.name.rows),
            None => mention.name.rows.clone(),
        };
        let (before, behind) = words.split_at(amount.at);
        let told = if self.is_explained(&mention, behind, amount.breaks) {
            (Meaning::Deviation, Near::Tenth)
        } else if words.iter().any(compares) {
            (self.is_change(before, behind, &mention)?, Near::Third)
        } else {
            (self.is_level(before, behind)?, Near::Tenth)
        };
        let (meaning, reach) = told;
        let years = if meaning == Meaning::Change { years(words) } else { Vec::new() };
        let shape = Shape::of(0, rows, (meaning, true));
        (!shape.rows.is_empty()).then_some(Shape { years, reach: Some(reach), ..shape })
    }

    /// The one row that is named, where its name is long and it is not the frame.
    fn only_label(&self) -> Option<Mention<'_, 'a>> {
        let rows = self.mentions.iter().filter(|it| !it.name.is_result && !it.name.is_part);
        let [mention] = rows.collect::<Vec<_>>()[..] else { return None };
        let frame = mention.name.rows.iter().any(|row| row.is_line(self.names.frame_line()));
        let before = words_before(&self.sentence.words, mention.from);
        let part = before.is_some_and(|word| ["av", "i", "inom"].contains(&word));
        let after = self.sentence.words.get(mention.to).map(|word| word.text.as_str());
        let told_of = self.sentence.amounts.first().is_some_and(|amount| mention.to <= amount.at);
        let narrowed = told_of && after.is_some_and(|word| is_one_of(NARROWING, word));
        (!part && !narrowed && is_full(mention) && mention.name.is_row() && !mention.is_change && !frame)
            .then_some(*mention)
    }

    /// "Lönekostnader. Vikarier kostar 7 600 tkr mer än budget": a label, and the only amount of
    /// what explains its row.
    fn is_explained(&self, mention: &Mention<'_, 'a>, behind: &[Word], breaks: bool) -> bool {
        let label = self.sentence.words.get(mention.to - 1).is_some_and(|word| word.breaks);
        let opens = self.opens && mention.from <= 2 && label && self.closes;
        opens && after(behind, breaks) == After::FromBudget
    }

    /// "800 tkr av raden …", "varav 800 tkr" are a part of the row, and tell no level of it.
    fn is_level(&self, before: &[Word], behind: &[Word]) -> Option<Meaning> {
        let follows = |nth: usize| behind.get(nth).map(|word| word.text.as_str());
        let inside = follows(0) == Some("i")
            && !follows(1).is_some_and(|word| LEVELS.iter().any(|level| word.starts_with(level)));
        // "Nämnden får ett engångsbelopp på 800 tkr för flytten": more than that is on its row.
        let single = before.iter().rev().take(2).any(|it| it.text.starts_with(ONCE));
        let part = inside
            || single
            || follows(0) == Some("av")
            || before.last().is_some_and(|it| it.text == "varav");
        (!part).then_some(Meaning::Any)
    }

    /// "Övriga intäkter sjunker med 207 tkr": the row, its way and nothing that it is compared
    /// with, so it is the table's own comparison.
    pub(super) fn is_alone(&self, before: &[Word], behind: &[Word], mention: &Mention<'_, 'a>) -> bool {
        let gap: Vec<&str> = before[mention.to..].iter().map(|word| word.text.as_str()).collect();
        let goes = matches!(gap.as_slice(), ["ökar" | "minskar" | "sjunker" | "stiger", "med"]);
        let other = |word: &Word| {
            word.text.starts_with("budget") || ["jämfört", "sedan", "förra"].contains(&word.text.as_str())
        };
        let compared = behind.iter().any(other) || !years(behind).is_empty();
        let partly = behind.iter().any(|word| is_one_of(PARTLY, &word.text));
        let changes = mention.name.rows.iter().any(|row| earlier(row).is_some());
        mention.from == 0 && is_full(mention) && goes && changes && !compared && !partly
    }

    /// "18,5 mkr högre", "ökar med 18,5 mkr": from a year that the table has, or alone with the row.
    fn is_change(&self, before: &[Word], behind: &[Word], mention: &Mention<'_, 'a>) -> Option<Meaning> {
        let words = &self.sentence.words;
        let partly = words.iter().any(|word| is_one_of(PARTLY, &word.text));
        if words[..mention.from].iter().any(|word| word.text.starts_with("budget")) {
            return None;
        }
        let joined = before.last().is_some_and(|word| word.text == "med" || word.text == "på");
        let compared = behind.first().is_some_and(|word| is_one_of(HIGHER, &word.text));
        let earlier: Vec<i32> = mention.name.rows.iter().filter_map(earlier).collect();
        let of_budget =
            |at: usize| words[at.saturating_sub(2)..at].iter().any(|word| word.text.starts_with("budget"));
        let year = |word: &Word| word.text.parse().is_ok_and(|year: i32| earlier.contains(&year));
        let named = words.iter().position(year).is_some_and(|at| !of_budget(at));
        (!partly && (joined || compared) && named).then_some(Meaning::Change)
    }
}

fn words_before(words: &[Word], at: usize) -> Option<&str> {
    words[..at].last().map(|word| word.text.as_str())
}

/// Whether a name is a whole label, and a long one.
fn is_full(mention: &Mention<'_, '_>) -> bool {
    let is_full = |row: &RowAt<'_>| {
        let label = &row.get().label.text;
        label.chars().count() >= LABEL_LETTERS && stems(label) == mention.name.stems
    };
    mention.name.rows.iter().any(is_full)
}

/// The earliest year of a forecast or outcome in a row's table that prints the change from it.
fn earlier(row: &RowAt<'_>) -> Option<i32> {
    row.table.column(|kind| *kind == ColumnKind::Change)?;
    let years = row.table.columns.iter().filter_map(|column| match column.kind {
        ColumnKind::Forecast { year } | ColumnKind::Actual { year, .. } => year,
        _ => None,
    });
    years.min()
}

fn compares(word: &Word) -> bool {
    is_one_of(COMPARING, &word.text) || way(&word.text).is_some()
}
