//! Amounts that stand beside a row's name in a heading, or before the table that they are the sum of.

use super::all::Context;
use super::cells::Near;
use super::meaning::is_clear;
use super::rows::RowAt;
use super::shape::Shape;
use super::words::{Sentence, stems};
use super::{Meaning, Told};
use crate::prose::{Passage, Said};
use uppsikt_domain::document::Document;
use uppsikt_domain::section::Section;
use uppsikt_domain::table::{RowRole, Table};
use uppsikt_text::case::Lower;
use uppsikt_text::prose::figures;

/// Headings that are a row's name and its amount: "Lönekostnader 800 tkr".
pub fn told<'a>(context: &Context<'a>, document: &'a Document) -> Vec<Told<'a>> {
    let mut found = Vec::new();
    gather(context, document, (&document.sections, &mut Vec::new()), &mut found);
    found
}

fn gather<'a>(
    context: &Context<'a>,
    document: &'a Document,
    (sections, within): (&'a [Section], &mut Vec<&'a Section>),
    found: &mut Vec<Told<'a>>,
) {
    for (index, section) in sections.iter().enumerate() {
        found.extend(of_heading(context, document, (section, &sections[..index]), within));
        within.push(section);
        gather(context, document, (&section.sections, within), found);
        within.pop();
    }
}

fn of_heading<'a>(
    context: &Context<'a>,
    document: &'a Document,
    (section, beside): (&'a Section, &'a [Section]),
    within: &[&'a Section],
) -> Option<Told<'a>> {
    let heading = section.heading.as_ref()?;
    let before: Vec<&Section> = within.iter().copied().chain(beside).collect();
    if !heading.text.bytes().any(|byte| byte.is_ascii_digit()) || before.iter().any(|it| is_of_period(it)) {
        return None;
    }
    let sentence = Sentence::of(&heading.text, figures(&heading.text));
    let [amount] = sentence.amounts.as_slice() else { return None };
    let mentions = context.names.mentions(&sentence.words);
    let rows: Vec<_> = mentions.iter().filter(|mention| !mention.name.is_result).collect();
    let [mention] = rows.as_slice() else { return None };
    const DEVIATES: [&str; 4] = ["underskott", "överskott", "avvikelse", "budgetavvikelse"];
    // "Individ- och familjeomsorg, underskott 7,8 mnkr".
    let deviates = matches!(&sentence.words[mention.to..], [word] if DEVIATES.contains(&word.text.as_str()));
    let ends = mention.to == sentence.words.len() || deviates;
    let whole = mention.from == 0 && ends && mention.name.is_row();
    if !whole || amount.at < mention.to || !is_clear(amount) {
        return None;
    }
    let rows = match context.parts.scope(&before) {
        Some(scope) => scope.inside(&mention.name.rows),
        None => mention.name.rows.clone(),
    };
    let (meaning, reach) = match document.kind.is_report() || deviates {
        true => (Meaning::Deviation, Near::Third),
        false => (Meaning::Level(None), Near::Slip),
    };
    let shape = Shape { reach: Some(reach), ..Shape::of(0, rows, (meaning, true)) };
    let passage = Passage { text: &heading.text, span: heading.span, within: within.into() };
    let told = Told::of(passage, &heading.text, &sentence, &shape, mention.name.rows.clone());
    (!shape.rows.is_empty()).then_some(told)
}

/// Beginnings of words for a part of the year.
const PERIODS: [&str; 5] = ["period", "utfall", "januari", "tertial", "halvår"];

/// Whether a heading tells of a part of the year.
fn is_of_period(section: &Section) -> bool {
    let heading = section.heading.as_ref().map(|heading| heading.text.lower());
    let told = |heading: &str| PERIODS.iter().any(|word| heading.contains(word));
    heading.is_some_and(|heading| told(&heading))
}

/// Words that say that the next table divides up what was just told.
const BELOW: [&str; 4] = ["tabellen nedan", "nedanstående tabell", "följande tabell", "tabell nedan"];

/// "har förstärkts med 29,4 mkr. Tabellen nedan visar …": the sum of the table that follows.
pub fn of_tables_below<'a>(document: &'a Document, said: &[Said<'a>]) -> Vec<Told<'a>> {
    let below = said.iter().filter(|said| points_below(said));
    let tables = document.tables();
    below.filter_map(|said| of_table_below(&tables, said)).collect()
}

/// Whether the sentence after one says that a table divides up its amount.
fn points_below(said: &Said<'_>) -> bool {
    let rest = said.rest.lower();
    let next = rest.split(". ").next().unwrap_or_default();
    BELOW.iter().any(|words| next.contains(words))
}

fn of_table_below<'a>(tables: &[(&'a Section, &'a Table)], said: &Said<'a>) -> Option<Told<'a>> {
    let sentence = Sentence::of(said.sentence, said.figures.clone());
    let (nth, amount) = sentence.amounts.iter().enumerate().next_back()?;
    let joined = sentence.words[..amount.at].last().is_some_and(|word| word.text == "med");
    let ends = amount.at == sentence.words.len();
    let after = |table: &&Table| table.span.at.line > said.passage.span.at.line;
    let table = tables.iter().map(|(_, table)| *table).filter(after).min_by_key(|table| table.span.at)?;
    let caption = table.caption.as_ref().map(|caption| stems(&caption.text)).unwrap_or_default();
    let about = sentence.words.iter().any(|word| caption.iter().any(|own| is_akin(own, &word.stem)));
    let row = table.rows.iter().rposition(|row| row.role == RowRole::Total)?;
    let told = joined && ends && about && is_clear(amount) && amount.found.quantity.unit.is_money();
    let rows = vec![RowAt::whole(table, row)];
    let shape = Shape { reach: Some(Near::Slip), ..Shape::of(nth, rows, (Meaning::Level(None), false)) };
    (told && table.columns.len() == 1)
        .then(|| Told::of(said.passage.clone(), said.sentence, &sentence, &shape, Vec::new()))
}

/// So many letters do a verb and its noun have in common: "förstärkts", "förstärkning".
const AKIN: usize = 7;

fn is_akin(one: &str, other: &str) -> bool {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count() >= AKIN
}
