//! Columns that are named by words of their own: each with its year or its day ("Kommunen 2031-08-31
//! Koncernen 2031-08-31"), or a word each.

use super::{HeadWord, MOST_LABEL, bare, opens_column, opens_with_unit};
use crate::tables::column_kinds::{ColumnBook, what};
use crate::tables::tail::is_period;
use uppsikt_text::figure;

/// Between a column's name and its year stand so many words at most.
const MOST_NAMED: usize = 3;

/// "Koncernen aug 2031" beside "Kommunen aug 2031": a word with a capital that has a day or a year of
/// its own, and so has the other.
pub(super) fn names_own(words: &[HeadWord], at: usize) -> bool {
    let opens = |word: &HeadWord| word.text.starts_with(char::is_uppercase);
    let dated = |at: usize| {
        let rest = words.iter().skip(at + 1).take_while(|word| !opens(word)).take(MOST_NAMED);
        opens(&words[at]) && rest.into_iter().any(|word| is_period(bare(&word.text)))
    };
    dated(at) && (1..words.len()).any(|other| other != at && dated(other))
}

/// "Miljoner kronor Kommunen 2031-08-31 Koncernen 2031-08-31": a unit, and names with a day or a year each.
pub(crate) fn names_units(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let names = words.iter().skip(1).filter(|word| word.starts_with(char::is_uppercase)).count();
    let days = words.iter().filter(|word| is_period(bare(word))).count();
    let unit = opens_with_unit(text)
        || words.get(1).is_some_and(|second| figure::unit(&format!("{} {second}", words[0])).is_some());
    unit && names >= 1 && days >= names
}

/// Where the columns begin in a head of one line whose words after those for the labels are columns'
/// each: "Objekt Totalt 2031 2032".
pub(super) fn own_words(words: &[HeadWord], style: &ColumnBook) -> Option<usize> {
    let opens = |word: &HeadWord| opens_column(&word.text, style);
    let label = words.iter().position(opens)?;
    let one_line = words.iter().skip(1).all(|word| !word.opens_line);
    (label <= MOST_LABEL && one_line && words[label..].iter().all(opens)).then_some(label)
}

/// As many columns as words, where a whole stands before its years: "Objekt Totalt 2031 2032".
pub(crate) fn whole_before_years(words: &[HeadWord], style: &ColumnBook) -> Option<usize> {
    let label = own_words(words, style)?;
    let own = &words[label..];
    let years = own.iter().skip(1).all(|word| is_period(bare(&word.text)));
    (own.len() > 2 && style.is(&own[0].text, what::WHOLE) && years).then_some(own.len())
}

/// As many columns as a head of one line has words with a capital after the first, where too few of them
/// are known: "Lokal Yta m2 Hyra tkr Hyra per m2".
pub(crate) fn capital_columns(words: &[HeadWord], style: &ColumnBook) -> Option<usize> {
    let capital = |word: &&HeadWord| word.text.starts_with(char::is_uppercase);
    let year = |word: &HeadWord| is_period(bare(&word.text));
    let known = words.iter().skip(1).filter(|word| !year(word) && opens_column(&word.text, style)).count();
    let columns = words.iter().filter(capital).count().checked_sub(1)?;
    let alone = words.windows(2).enumerate().any(|(at, pair)| year(&pair[1]) && (at == 0 || year(&pair[0])));
    let one_line = words.iter().skip(1).all(|word| !word.opens_line);
    let labelled = words
        .first()
        .is_some_and(|first| first.text.starts_with(char::is_uppercase) && !opens_column(&first.text, style));
    (columns >= 2 && labelled && one_line && !alone && known < columns).then_some(columns)
}

/// "Dnr Beslut Belopp": words with a capital, the last one that a column begins with.
pub(crate) fn is_list(text: &str, style: &ColumnBook) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let last = words.last().is_some_and(|last| opens_column(last, style) && !is_period(last));
    (3..=5).contains(&words.len()) && last && words.iter().all(|word| word.starts_with(char::is_uppercase))
}
