//! The words that column headings begin with, and what stands in a column.

use crate::book::folded;
use crate::style::ColumnWords;
use crate::tables::tail::is_year;
use std::collections::HashMap;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::table::{Column, ColumnKind};

/// What a word can begin, as bits.
pub(crate) mod what {
    pub const FORECAST: u16 = 1;
    pub const BUDGET: u16 = 1 << 1;
    pub const ACTUAL: u16 = 1 << 2;
    pub const CHANGE: u16 = 1 << 3;
    pub const DEVIATION: u16 = 1 << 4;
    pub const PERCENT: u16 = 1 << 5;
    pub const WHOLE: u16 = 1 << 6;
    pub const PART: u16 = 1 << 7;
    pub const AMOUNT: u16 = 1 << 8;
    pub const NOTE: u16 = 1 << 9;
    pub const ANY: u16 = (1 << 10) - 1;
    pub const PART_OF_YEAR: u16 = 1 << 10;
    pub const JUDGED: u16 = 1 << 11;
    pub const WHOLE_YEAR: u16 = 1 << 12;
}

/// The last part of a compound is at least so long, in bytes.
const SHORTEST_LAST: usize = 5;

/// The words of column headings, made ready for looking up.
pub(crate) struct ColumnBook {
    /// By first word, folded.
    first_words: HashMap<String, u16>,
    /// Parts of a split, folded.
    parts: Vec<String>,
}

impl ColumnBook {
    pub fn new(style: &ColumnWords) -> Self {
        let lists = [
            (&style.forecast, what::FORECAST),
            (&style.budget, what::BUDGET),
            (&style.actual, what::ACTUAL),
            (&style.change, what::CHANGE),
            (&style.deviation, what::DEVIATION),
            (&style.percent, what::PERCENT),
            (&style.whole, what::WHOLE),
            (&style.part, what::PART),
            (&style.amount, what::AMOUNT),
            (&style.note, what::NOTE),
            (&style.judged, what::JUDGED),
            (&style.part_of_year, what::PART_OF_YEAR),
            (&style.whole_year, what::WHOLE_YEAR),
        ];
        let mut first_words: HashMap<String, u16> = HashMap::new();
        for (list, what) in lists {
            for word in list.iter().filter_map(|words| words.split(' ').next()) {
                *first_words.entry(folded(bare_word(word))).or_default() |= what;
            }
        }
        ColumnBook { first_words, parts: style.part.iter().map(|part| folded(part)).collect() }
    }

    /// Whether a word can begin one of the kinds that the bits name.
    pub fn is(&self, word: &str, what: u16) -> bool {
        let word = bare_word(word);
        !word.is_empty()
            && word.len() < 40
            && self.first_words.get(&folded(word)).is_some_and(|own| own & what != 0)
    }
}

impl ColumnBook {
    /// Whether a word is one of the kinds that the bits name, or a compound that ends in one.
    fn ends_in(&self, word: &str, what: u16) -> bool {
        let word = folded(bare_word(word));
        let is = |(known, own): (&String, &u16)| {
            own & what != 0
                && (word == *known || known.len() >= SHORTEST_LAST && word.ends_with(known.as_str()))
        };
        self.first_words.iter().any(is)
    }
}

fn bare_word(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%')
}

/// What stands in a column, by its heading.
pub(crate) fn kind(
    heading: &str,
    style: &ColumnBook,
    document: DocumentKind,
    year: Option<i32>,
) -> ColumnKind {
    let words: Vec<&str> = heading.split_whitespace().collect();
    let own_year = words.iter().find_map(|word| {
        let bare = word.trim_matches(|c: char| !c.is_ascii_digit());
        is_year(bare).then(|| bare.parse().ok())?
    });
    let year = own_year.or(year);
    let has = |kinds: u16| words.first().is_some_and(|word| style.is(word, kinds));
    let anywhere = |kinds: u16| words.iter().any(|word| style.is(word, kinds));
    let unless_planned = |year: Option<i32>| {
        let before = i32::from(own_year.is_none() && !document.is_report());
        year.map(|year| year - before)
    };
    let part = names_part(heading, style);
    let money = what::BUDGET | what::ACTUAL | what::FORECAST;
    // "Total budget" and "Total projektbudget" are budgets.
    let told = words.iter().any(|word| word.starts_with(char::is_lowercase) && style.ends_in(word, money));
    match () {
        () if heading.is_empty() => ColumnKind::Other,
        () if anywhere(what::PERCENT) => ColumnKind::Percent,
        () if has(what::NOTE) => ColumnKind::Note,
        () if has(what::CHANGE) => ColumnKind::Change,
        () if has(what::DEVIATION) => ColumnKind::Deviation,
        () if has(what::FORECAST) => ColumnKind::Forecast { year: unless_planned(year) },
        () if has(what::ACTUAL) => ColumnKind::Actual { year: unless_planned(year), part_of_year: part },
        () if starts_with_any(heading, &style.parts) => ColumnKind::Part,
        () if has(what::BUDGET) => ColumnKind::Budget { year },
        () if has(what::WHOLE) && !told => ColumnKind::Whole,
        () if anywhere(what::AMOUNT) => ColumnKind::Other,
        () if anywhere(what::CHANGE) => ColumnKind::Change,
        () if anywhere(what::DEVIATION) => ColumnKind::Deviation,
        () if anywhere(what::FORECAST) => ColumnKind::Forecast { year: unless_planned(year) },
        () if anywhere(what::ACTUAL) => ColumnKind::Actual { year: unless_planned(year), part_of_year: part },
        () if anywhere(what::BUDGET) => ColumnKind::Budget { year },
        () => ColumnKind::Other,
    }
}

/// Whether a column is about a part of the year only, by its heading. A forecast that names a month
/// was made then.
pub(crate) fn is_part_of_year(heading: &str, style: &ColumnBook, kind: &ColumnKind) -> bool {
    match kind {
        ColumnKind::Actual { part_of_year, .. } => *part_of_year,
        ColumnKind::Budget { .. } | ColumnKind::Change | ColumnKind::Deviation | ColumnKind::Percent => {
            names_part(heading, style)
        }
        _ => false,
    }
}

/// Whether a heading names a part of a year: "jan–aug", but not "jan–dec" and not "helår".
fn names_part(heading: &str, style: &ColumnBook) -> bool {
    let names = |what: u16| {
        let pieces = |word: &str| word.split(['-', '–', '/']).any(|piece| style.is(piece, what));
        heading.split_whitespace().any(|word| style.is(word, what) || pieces(word))
    };
    names(what::PART_OF_YEAR) && !names(what::WHOLE_YEAR)
}

/// Settles which columns are about a part of the year where their headings leave it to those
/// beside them: a deviation after two columns of the part, a report's budget beside one of the
/// whole year.
pub(crate) fn settle_parts(columns: &mut [Column], style: &ColumnBook, document: DocumentKind) {
    if document.is_report() {
        settle_budgets(columns, style);
    }
    let mut parts = 0;
    for column in columns {
        match column.kind {
            ColumnKind::Budget { .. } | ColumnKind::Actual { .. } | ColumnKind::Forecast { .. } => {
                parts = if column.part_of_year { parts + 1 } else { 0 };
            }
            ColumnKind::Change | ColumnKind::Deviation | ColumnKind::Percent => {
                column.part_of_year |= parts >= 2 && !is_whole_year(column, style);
            }
            _ => {}
        }
    }
}

fn settle_budgets(columns: &mut [Column], style: &ColumnBook) {
    let years = |column: &Column| match column.kind {
        ColumnKind::Budget { year } => Some(year),
        _ => None,
    };
    let whole: Vec<_> = columns.iter().filter(|it| is_whole_year(it, style)).filter_map(years).collect();
    for column in columns.iter_mut().filter(|it| !is_whole_year(it, style)) {
        column.part_of_year |= years(column).is_some_and(|year| whole.contains(&year));
    }
}

fn is_whole_year(column: &Column, style: &ColumnBook) -> bool {
    column.heading.text.split_whitespace().any(|word| style.is(word, what::WHOLE_YEAR))
}

fn starts_with_any(heading: &str, list: &[String]) -> bool {
    let heading = folded(heading);
    list.iter().any(|known| heading.starts_with(known))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;
    use crate::tables::columns::unit;
    use uppsikt_domain::quantity::Unit;

    #[test]
    fn kinds_carry_the_year_of_the_heading_or_of_the_document() {
        let style = ColumnBook::new(&HouseStyle::standard().columns);
        let plan = |heading: &str| kind(heading, &style, DocumentKind::CommitteeBudget, Some(2031));
        assert_eq!(plan("Prognos"), ColumnKind::Forecast { year: Some(2030) });
        assert_eq!(plan("Budget 2029"), ColumnKind::Budget { year: Some(2029) });
        let report = |heading: &str| kind(heading, &style, DocumentKind::InterimReport, Some(2031));
        assert_eq!(report("Utfall jan-aug"), ColumnKind::Actual { year: Some(2031), part_of_year: true });
        assert_eq!(report("Förändring i %"), ColumnKind::Percent);
        assert_eq!(unit("Beviljat belopp, Tkr"), Some(Unit::Tkr));
    }
}
