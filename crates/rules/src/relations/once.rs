//! Totals of people and cases that are counted once, though they stand in several rows.

use crate::prose::words;
use crate::relations::figures::{At, Figures};
use crate::relations::relation::{Kind, Relation};
use crate::relations::slip;
use uppsikt_domain::block::Content;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::section::Section;
use uppsikt_text::case::Lower;

/// Each counted once, in however many rows.
const ONCE: [&str; 4] = ["unika", "unik", "unikt", "olika"];
/// What can be in several groups at once.
const SHARED: &str = "person personer individ individer brukare klient klienter deltagare användare besökare hushåll \
    familj familjer kunder medlemmar patienter sökande barn ungdomar vuxna ärende ärenden låntagare mottagare";
/// What a text says of those, beside a table.
const SAID: [&str; 15] = [
    "unika",
    "samma person",
    "samma individ",
    "samma brukare",
    "samma hushåll",
    "samma barn",
    "samma ärende",
    "räknas en gång",
    "räknas bara en gång",
    "räknas endast en gång",
    "flera insatser",
    "mer än en",
    "fler än en",
    "flera grupper",
    "flera kategorier",
];

/// Whether a heading or a name says that each is counted once.
pub(super) fn is_said_in(text: &str) -> bool {
    words(text).iter().any(|word| ONCE.contains(&word.as_str()))
}

/// Whether the text of a section says that what its tables count is counted once.
pub fn is_said(section: &Section) -> bool {
    let says = |text: &str| {
        let text = text.lower();
        SAID.iter().any(|words| text.contains(words))
    };
    section.blocks.iter().any(|block| match &block.content {
        Content::Paragraph { text } | Content::Note { text } => says(text),
        Content::List { items, .. } => items.iter().any(|item| says(&item.text)),
        _ => false,
    })
}

/// What a total that is less than its rows is, by what is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Once {
    /// Each may well be counted once.
    Likely,
    /// A slip of the hand may be why, or that.
    Unsure,
    /// It is a sum.
    No,
}

/// Whether a total that is less than its rows counts each once: it is no less than the largest of them, and they are
/// people or cases, or the text says so. A slip of the hand in all its columns is a slip where only names tell it.
pub(super) fn of(figures: &Figures<'_>, all: &[Relation], relation: &Relation) -> Once {
    let between = |it: &Relation| it.kind == Kind::Sum && is_between(figures, it);
    if !between(relation) || !(figures.counts_once() || is_of_shared(figures, relation.result)) {
        return Once::No;
    }
    let (row, _) = relation.result;
    let far = |it: &Relation| it.result.0 == row && between(it) && !slip::mends_exactly(figures, it);
    if figures.counts_once() || all.iter().any(far) { Once::Likely } else { Once::Unsure }
}

/// Whether a row is the total of what may be counted once, by the names of the table or of a column.
pub(super) fn is_total(figures: &Figures<'_>, row: usize) -> bool {
    let columns = figures.amount_columns().iter();
    figures.counts_once() || columns.copied().any(|column| is_of_shared(figures, (row, column)))
}

/// Whether a total of whole counts lies above or at the largest of its rows and below their sum.
pub(super) fn is_between(figures: &Figures<'_>, relation: &Relation) -> bool {
    let count = |at: At| {
        let printed = figures.printed(at).filter(|it| it.decimals == 0 && it.mantissa >= 0);
        printed.filter(|it| matches!(it.unit, Unit::None | Unit::Other(_))).map(Quantity::value)
    };
    let plain = relation.terms.iter().all(|term| term.factor == 1);
    let rows: Vec<Fixed> = relation.terms.iter().filter_map(|term| count(term.at)).collect();
    let full = relation.terms.iter().all(|term| figures.is_empty(term.at) || count(term.at).is_some());
    let sum = rows.iter().fold(Fixed::ZERO, |sum, row| sum + *row);
    let largest = rows.iter().max().copied();
    let total = count(relation.result);
    plain && full && rows.len() > 1 && total.is_some_and(|total| Some(total) >= largest && total < sum)
}

/// Whether the names of a total, its column or its table are of what can be in several groups.
fn is_of_shared(figures: &Figures<'_>, at: At) -> bool {
    let table = figures.table;
    let caption = table.caption.iter().map(|caption| caption.text.as_str());
    let own = [table.rows[at.0].label.text.as_str(), table.columns[at.1].heading.text.as_str()];
    let all = own.into_iter().chain([table.label_heading.as_str()]).chain(caption);
    let shared = |word: &String| SHARED.split_ascii_whitespace().any(|it| it == word);
    all.flat_map(words).any(|word| shared(&word))
}
