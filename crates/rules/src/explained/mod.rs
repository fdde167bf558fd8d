//! What a report tells of its deviations: text, lists, headings, and words in tables.

pub mod empty;
mod named;
pub mod one_by_one;

use crate::prose::{Passage, has_words, passages};
use named::{has_stem, names, stems};
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::Interval;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{ColumnKind, Row, Table};
use uppsikt_text::case::Lower;
use uppsikt_text::prose::figures;

/// Where something else than the economy is told of.
const OTHER_KINDS: [SectionKind; 7] = [
    SectionKind::Summary,
    SectionKind::Responsibilities,
    SectionKind::Development,
    SectionKind::Priorities,
    SectionKind::Rights,
    SectionKind::Goals,
    SectionKind::Goal,
];

/// Beginnings of words that tell of a cause.
const CAUSES: [&str; 23] = [
    "bero",
    "orsak",
    "förklar",
    "till följd",
    "tack vare",
    "på grund",
    "eftersom",
    "därför",
    "då ",
    "avvik",
    "medför",
    "innebär",
    "lett till",
    "leder till",
    "ger ",
    "gav ",
    "högre",
    "lägre",
    "dyrare",
    "vakan",
    "försen",
    "uteblev",
    "uteblir",
];

/// A passage, a heading or the words of a table's row, in lower case.
struct Words {
    text: String,
    amounts: Vec<Interval>,
}

/// Everything that a report tells of its economy.
pub struct Explanations {
    words: Vec<Words>,
    /// The headings and the beginnings of passages, where a row that is told of is named.
    heads: Vec<String>,
    /// Whether some cause is told.
    pub has_cause: bool,
}

impl Explanations {
    /// What a document tells.
    pub fn of(document: &Document) -> Explanations {
        Explanations::told(document, &passages(document), |_| true)
    }

    /// What a section of it tells.
    pub fn within(document: &Document, section: &Section) -> Explanations {
        let is_own = |own: &Section| std::ptr::eq(own, section);
        let mut inside = passages(document);
        inside.retain(|passage| passage.within.iter().any(|own| is_own(own)));
        Explanations::told(document, &inside, is_own)
    }

    fn told(
        document: &Document,
        passages: &[Passage<'_>],
        is_own: impl Fn(&Section) -> bool,
    ) -> Explanations {
        let mut told = Explanations { words: Vec::new(), heads: Vec::new(), has_cause: false };
        for passage in passages {
            let amounts = amounts(passage.text);
            let economic = is_economic(&passage.within);
            if !economic && amounts.is_empty() {
                continue;
            }
            let text = passage.text.lower();
            told.has_cause |= economic && CAUSES.iter().any(|cause| text.contains(cause));
            told.heads.push(head(&text).to_owned());
            told.words.push(Words { text, amounts });
            let headings = passage.within.iter().filter_map(|section| section.heading.as_ref());
            headings.filter(|_| economic).for_each(|it| told.heads.push(it.text.lower()));
        }
        told.heads.dedup();
        for (_, table) in document.tables().into_iter().filter(|(section, _)| is_own(section)) {
            told.words.extend(table.rows.iter().filter_map(|row| in_table(table, row)));
        }
        told
    }

    /// Whether the rows of a table are told of one by one, under their names.
    pub fn names_rows(&self, rows: &[&Row], structure: &Structure) -> bool {
        let named = |row: &&&Row| {
            let names = names(row, structure);
            self.heads.iter().any(|head| names.iter().any(|name| has_words(head, name)))
        };
        rows.iter().filter(named).count() > 0
    }

    /// Whether some text is an entry on a row, or on a sum that takes it: "Not 1. Lönekostnader."
    pub fn has_entry(&self, row: &Row, structure: &Structure) -> bool {
        let names = names(row, structure);
        let opens = |text: &str, name: &str| {
            text.contains(&format!(". {name}")) || text.contains(&format!("{name}:"))
        };
        let inside = || self.words.iter().any(|words| names.iter().any(|name| opens(&words.text, name)));
        let labelled = |label: &str| names.iter().any(|name| has_words(label, name));
        self.heads.iter().filter_map(|head| label(head)).any(|label| labelled(&label)) || inside()
    }

    /// Whether some text is an entry on a row and nothing else: the explanations stand one by one.
    pub fn is_listed(&self, row: &Row, structure: &Structure) -> bool {
        let names = names(row, structure);
        self.heads.iter().any(|head| label(head).is_some_and(|label| names.contains(&label)))
    }

    /// Whether some text has the amount that a row deviates by.
    pub fn has_amount(&self, deviation: &Quantity) -> bool {
        let amount = deviation
            .interval_kronor()
            .map(|it| if it.high.is_some_and(|high| high.is_negative()) { it.negated() } else { it });
        amount.is_some_and(|own| self.words.iter().any(|words| words.amounts.iter().any(|it| it.meets(&own))))
    }

    /// Whether a row is told of: by its name, a synonym, the sum that takes it, a word of the
    /// same stem, or the amount that it deviates by.
    pub fn explains(&self, row: &Row, deviation: &Quantity, structure: &Structure) -> bool {
        let (names, stems) = (names(row, structure), stems(row, structure));
        let named = |text: &str| names.iter().any(|name| has_words(text, name)) || has_stem(text, &stems);
        self.has_amount(deviation)
            || self.words.iter().any(|words| named(&words.text))
            || self.heads.iter().any(|head| named(head))
    }
}

/// Whether a row's label says what it is about.
pub fn has_own_name(row: &Row, structure: &Structure) -> bool {
    !stems(row, structure).is_empty()
}

/// Whether sections, outermost first, are about the economy.
pub fn is_economic(within: &[&Section]) -> bool {
    !within.iter().any(|section| OTHER_KINDS.contains(&section.kind))
}

/// The amounts of a text, as sure as it says them; without sign.
fn amounts(text: &str) -> Vec<Interval> {
    let found = figures(text).into_iter().filter_map(|figure| {
        let size = Quantity { mantissa: figure.quantity.mantissa.abs(), ..figure.quantity };
        let exact = size.interval_hedged(figure.hedge).times(size.unit.kronor()?);
        Some(Interval {
            low: exact.low.or(size.interval_kronor()?.low),
            high: exact.high.or(size.interval_kronor()?.high),
        })
    });
    found.collect()
}

/// The first words of a passage, where it names what it is about.
fn head(text: &str) -> &str {
    let end = text.char_indices().map(|(at, _)| at).nth(70).unwrap_or(text.len());
    &text[..end]
}

/// So many words at most has the label of an entry.
const LABEL_WORDS: usize = 7;

/// The label that a text or a heading opens with: "lönekostnader och po-pålägg" of "**Not 2.
/// Lönekostnader och PO-pålägg.**", "lönekostnader" of "Lönekostnader 800 tkr".
fn label(head: &str) -> Option<String> {
    let bare = |text: &str| text.trim_start_matches(|c: char| !c.is_alphabetic()).to_owned();
    let opening = bare(head);
    let numbered = opening.strip_prefix("not ").filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let entry = numbered.map_or(opening.clone(), bare);
    let label = entry.split(|c: char| ".:*(".contains(c) || c.is_ascii_digit()).next()?;
    let label = label.trim_end_matches(|c: char| !c.is_alphabetic());
    (label.split_whitespace().count() <= LABEL_WORDS).then(|| label.to_owned())
}

/// The words of a row that has some besides its figures.
fn in_table(table: &Table, row: &Row) -> Option<Words> {
    let cells = table.columns.iter().zip(&row.cells).filter(|(column, cell)| {
        cell.value.is_none() && (column.kind == ColumnKind::Note || has_sentence(cell.printed.as_deref()))
    });
    let said: Vec<&str> =
        cells.filter_map(|(_, cell)| cell.printed.as_deref()).chain(row.note.as_deref()).collect();
    let text = format!("{}: {}", row.label.text, said.join(" "));
    (!said.is_empty()).then(|| Words { amounts: amounts(&text), text: text.lower() })
}

fn has_sentence(printed: Option<&str>) -> bool {
    let long = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 2;
    printed.is_some_and(|text| text.split_whitespace().filter(long).count() >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_opens_with_its_label() {
        for (entry, own) in [
            ("**not 1. lönekostnader.** vikarier", "lönekostnader"),
            ("**not 2. bidrag och lönekostnader.** nya", "bidrag och lönekostnader"),
            ("lönekostnader -800 tkr", "lönekostnader"),
            ("- lönekostnader: vikarier", "lönekostnader"),
        ] {
            assert_eq!(label(entry).as_deref(), Some(own), "{entry}");
        }
        assert_eq!(label("lönekostnader sjunker, eftersom fyra tjänster har varit tomma hela våren"), None);
    }
}
