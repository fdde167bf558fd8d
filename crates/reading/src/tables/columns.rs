//! Column headings: which words belong to which column, and what stands in it.

mod names;

pub(crate) use names::names_units;

use crate::book::folded;
use crate::chunks::is_one_of;
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::column_kinds::{ColumnBook, what};
use crate::tables::layout;
use crate::tables::tail::is_period;
use names::names_own;
use std::ops::Range;
use uppsikt_domain::quantity::Unit;
use uppsikt_text::figure;

/// A word of a table's head.
#[derive(Debug, Clone)]
pub(crate) struct HeadWord {
    pub line: usize,
    /// In bytes of the raw line.
    pub range: Range<usize>,
    pub text: String,
    /// Where it begins, in characters.
    pub from: usize,
    /// Spaces before it.
    pub gap: usize,
    /// Whether it is the first of its line.
    pub opens_line: bool,
    /// Whether an empty line stands before it.
    pub opens_chunk: bool,
}

/// The words of the lines of a head, chunk by chunk.
pub(crate) fn head_words(source: &Source, chunks: &[Vec<usize>], style: &ColumnBook) -> Vec<HeadWord> {
    let mut found = Vec::new();
    let all: Vec<usize> = chunks.iter().flatten().copied().collect();
    let stacked = is_stacked(source, &all, style);
    for chunk in chunks {
        for (position, line) in chunk.iter().enumerate() {
            found.extend(words_of(source, *line, position == 0 || stacked));
        }
    }
    found
}

/// Whether every line of a head but the first opens a column: one heading a line.
pub(crate) fn is_stacked(source: &Source, lines: &[usize], style: &ColumnBook) -> bool {
    let opens = |line: &usize| {
        let text = source.text(*line);
        text.len() < 40 && text.split_whitespace().next().is_some_and(|word| opens_column(word, style))
    };
    lines.len() >= 3 && lines[1..].iter().all(opens)
}

/// A word that columns begin with, with a capital, or a year.
pub(crate) fn opens_column(word: &str, style: &ColumnBook) -> bool {
    let capital = word.starts_with(|c: char| c.is_uppercase() || c == '%');
    is_period(bare(word)) || (capital && style.is(word, what::ANY))
}

fn words_of(source: &Source, line: usize, opens_chunk: bool) -> Vec<HeadWord> {
    let raw = source.raw(line);
    let mut at = 0;
    let mut gap = 0;
    let mut found: Vec<HeadWord> = Vec::new();
    for piece in raw.split_inclusive([' ', '\t']) {
        let word = piece.trim_end_matches([' ', '\t']);
        if word.is_empty() {
            gap += 1;
        } else {
            let first = found.is_empty();
            found.push(HeadWord {
                line,
                range: at..at + word.len(),
                text: word.to_owned(),
                from: layout::position(raw, at),
                gap,
                opens_line: first,
                opens_chunk: first && opens_chunk,
            });
            gap = usize::from(piece.len() > word.len());
        }
        at += piece.len();
    }
    found
}

/// A table's head: the label column's heading, the columns, the note column's.
#[derive(Debug, Default)]
pub(crate) struct Head {
    pub label: Joined,
    pub columns: Vec<Joined>,
    pub note: Option<Joined>,
}

/// Splits the words of a head into `columns` columns, by their right edges where the table is
/// set out with spaces.
pub(crate) fn split(
    source: &Source,
    words: &[HeadWord],
    columns: usize,
    style: &ColumnBook,
    edges: &[usize],
) -> Head {
    let note_at = note_start(words, style);
    let (own, noted) = words.split_at(note_at.unwrap_or(words.len()));
    if edges.len() == columns {
        let (label, columns) = layout::head(source, own, edges);
        let note = (!noted.is_empty()).then(|| join(source, noted));
        return Head { label, columns, note };
    }
    let starts = best_starts(own, columns, style);
    let first = starts.first().copied().unwrap_or(own.len());
    let mut heads: Vec<Joined> = Vec::new();
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(own.len());
        heads.push(join(source, &own[*start..end]));
    }
    heads.resize_with(columns, Joined::default);
    let note = (!noted.is_empty()).then(|| join(source, noted));
    Head { label: join(source, &own[..first]), columns: heads, note }
}

fn join(source: &Source, words: &[HeadWord]) -> Joined {
    let mut joined = Joined::default();
    let mut open: Option<(usize, Range<usize>)> = None;
    for word in words {
        open = match open {
            Some((line, range)) if line == word.line => Some((line, range.start..word.range.end)),
            Some((line, range)) => {
                joined.push(source, line, range);
                Some((word.line, word.range.clone()))
            }
            None => Some((word.line, word.range.clone())),
        };
    }
    if let Some((line, range)) = open {
        joined.push(source, line, range);
    }
    joined
}

fn note_start(words: &[HeadWord], style: &ColumnBook) -> Option<usize> {
    let last = words.iter().rposition(|word| style.is(&word.text, what::NOTE))?;
    let rest = words.len() - last;
    (last > 0 && rest <= 2).then_some(last)
}

/// Whether a head has a column of notes.
pub(crate) fn has_note(words: &[HeadWord], style: &ColumnBook) -> bool {
    note_start(words, style).is_some()
}

/// How many columns the head seems to have, by the words that columns begin with.
pub(crate) fn apparent(words: &[HeadWord], style: &ColumnBook) -> usize {
    let end = note_start(words, style).unwrap_or(words.len());
    (0..end).filter(|at| start_score(words, *at, style) >= 6).count()
}

/// The best `columns` places to begin a column, weighed one by one, kept in order.
fn best_starts(words: &[HeadWord], columns: usize, style: &ColumnBook) -> Vec<usize> {
    let mut scored: Vec<(i32, usize)> =
        (0..words.len()).map(|at| (start_score(words, at, style), at)).collect();
    scored.sort_by_key(|(score, at)| (-score, std::cmp::Reverse(*at)));
    let mut starts: Vec<usize> = scored.into_iter().take(columns).map(|(_, at)| at).collect();
    starts.sort_unstable();
    starts
}

fn start_score(words: &[HeadWord], at: usize, style: &ColumnBook) -> i32 {
    let word = &words[at];
    let before = at.checked_sub(1).map(|at| words[at].text.as_str());
    let mut score = 0;
    if style.is(&words[at].text, what::ANY) {
        let named = |before: &str| opens_column(before, style) || is_whole(word, style);
        let goes_on = before.is_some_and(|before| before.starts_with(char::is_uppercase) && named(before))
            && word.text.starts_with(char::is_lowercase)
            && !word.opens_line;
        score += if goes_on { 3 } else { 6 };
    }
    if word.text.starts_with(char::is_uppercase) {
        score += 2;
        // "Kostnad totalt": the word before the whole opens the column.
        let named = at > 0 && !style.is(&word.text, what::ANY);
        let whole = words.get(at + 1).is_some_and(|next| !next.opens_line && is_whole(next, style));
        score += if named && whole { 6 } else { 0 };
    }
    if at == 0 {
        let whole = words.get(1).is_some_and(|next| next.opens_chunk || is_period(bare(&next.text)));
        score += if word.gap >= 2 { 10 } else { -3 } + if whole { 3 } else { 0 };
    } else {
        score += wrapped(word);
        if word.gap >= 2 && !word.opens_line {
            score += 4;
        }
    }
    let year = is_period(bare(&word.text));
    let set_out = word.opens_line && word.gap >= 2;
    let alone = year
        && !before.is_some_and(is_month)
        && before.is_none_or(|before| is_period(bare(before)) || !style.is(before, what::ANY));
    if alone && (set_out || (at > 0 && !word.opens_line)) {
        score += 6;
    } else if continues(&word.text) {
        score -= 9;
    }
    if at > 0 && !style.is(&word.text, what::ANY) && names_own(words, at) {
        score += 6;
    }
    let dated = words.get(at + 1).is_some_and(|next| is_period(bare(&next.text)));
    if dated && at > 0 && is_month(&word.text) && word.text.starts_with(char::is_uppercase) {
        score += 6;
    }
    if is_part(&word.text) && at > 0 {
        score += 8;
    }
    if before.is_some_and(is_part) {
        score -= 9;
    }
    if is_short_form(&word.text) && before.is_some_and(|before| style.is(before, what::PART)) {
        score -= 7;
    }
    let against = words.get(at + 1).is_some_and(|next| folded(&next.text) == "mot");
    if against && before.is_some_and(|before| style.is(before, what::CHANGE | what::DEVIATION)) {
        score -= 9;
    }
    if before.is_some_and(|before| joins_next(before) || style.is(before, what::WHOLE)) {
        score -= 7;
    }
    score
}

/// "totalt" in lower case: it goes on what stands before it.
fn is_whole(word: &HeadWord, style: &ColumnBook) -> bool {
    word.text.starts_with(char::is_lowercase) && style.is(&word.text, what::WHOLE)
}

/// A word that opens a paragraph of the head is likely to open a column; one that only
/// opens a wrapped line is not.
fn wrapped(word: &HeadWord) -> i32 {
    match (word.opens_chunk, word.opens_line) {
        (true, _) => 4,
        (false, true) => -6,
        _ => 0,
    }
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%')
}

fn continues(word: &str) -> bool {
    let bare = bare(word);
    const SMALL: &str = "och i för av mot per helår till med % procent finansierat eller på den";
    let small = is_one_of(&folded(bare), SMALL);
    small
        || is_period(bare)
        || bare.starts_with(|c: char| c.is_ascii_digit())
        || figure::unit(bare).is_some()
        || word.starts_with(['(', '-', '/'])
}

/// "Aug", "augusti": a column of a month.
fn is_month(word: &str) -> bool {
    const MONTHS: &str = "januari februari mars april maj juni juli augusti september oktober november december \
        jan feb mar apr jun jul aug sep sept okt nov dec";
    is_one_of(folded(word).trim_end_matches('.'), MONTHS)
}

/// "varav styrelsen": a part of the column before.
fn is_part(word: &str) -> bool {
    matches!(folded(word).as_str(), "varav" | "därav")
}

/// "KB", "SF/IF": up to six letters, all capitals.
fn is_short_form(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    (1..=6).contains(&letters) && !word.chars().any(char::is_lowercase)
}

fn joins_next(word: &str) -> bool {
    word.ends_with(['-', '/']) || is_one_of(&folded(word), "och i för av mot per till eller på")
}

/// How many words of a line columns can begin with, with a capital first.
pub(crate) fn column_words(text: &str, style: &ColumnBook) -> usize {
    let capital = |word: &&str| {
        let shouted = |word: &str| {
            word.chars().filter(|c| c.is_alphabetic()).count() > 4 && !word.chars().any(char::is_lowercase)
        };
        word.starts_with(|c: char| c.is_uppercase() || c == '%') && !shouted(word)
    };
    let known = |word: &&str| style.is(word, what::ANY);
    text.split([' ', '\t', '\u{a0}']).filter(capital).filter(known).count()
}

/// "Budget 2026": nothing but a word that columns begin with, and a year.
pub(crate) fn is_column(text: &str, style: &ColumnBook) -> bool {
    let mut words = text.split_whitespace();
    words.next().is_some_and(|word| style.is(word, what::ANY))
        && words.next().is_some_and(is_period)
        && words.next().is_none()
}

/// "Budget per område": one word that columns begin with, and what it is split by.
pub(crate) fn is_titled(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let joins = words.nth(1).is_some_and(|second| matches!(second, "per" | "för" | "från" | "över"));
    joins && words.next_back().is_some_and(|last| !is_period(bare(last)))
}

/// Years alone, or after the heading of the label column: a head without further words.
pub(crate) fn is_year_head(raw: &str) -> bool {
    raw.split_whitespace().rev().take_while(|word| is_period(word)).count() >= 2
}

/// "2030 2031 Förändring": nothing but years and words that columns begin with.
pub(crate) fn is_bare_head(text: &str, style: &ColumnBook) -> bool {
    let (mut years, mut others) = (0, 0);
    text.split_whitespace().for_each(|word| match () {
        () if is_period(word) => years += 1,
        () if !opens_column(word, style) => others += 1,
        () => {}
    });
    years >= 2 && others == 0
}

/// "Tkr" for itself: the heading of a column that is only called by its unit.
pub(crate) fn is_unit_alone(text: &str) -> bool {
    text.len() < 20 && !text.contains(' ') && figure::unit(text).is_some_and(|unit| unit.is_money())
}

/// Whether the line's first word is a unit.
pub(crate) fn opens_with_unit(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(|word| figure::unit(word).is_some())
}

/// The unit of a column by its heading.
pub(crate) fn unit(heading: &str) -> Option<Unit> {
    if heading.contains('%') {
        return Some(Unit::Percent);
    }
    let words: Vec<&str> =
        heading.split([' ', ',', '(', ')', '\u{a0}']).filter(|it| !it.is_empty()).collect();
    let of_two = words.windows(2).rev().find_map(|pair| figure::unit(&pair.join(" ")));
    of_two.or_else(|| words.iter().rev().find_map(|word| figure::unit(word)))
}

/// A unit in a text that does not belong to a figure: ", Tkr", "(tkr)", "miljoner kronor".
pub(crate) fn free_unit(text: &str) -> Option<Unit> {
    let words: Vec<&str> = text.split([' ', '\u{a0}']).collect();
    let bare = |at: usize| words[at].trim_matches([',', '(', ')', '.', ':']);
    let after_figure = |at: usize| at > 0 && words[at - 1].ends_with(|c: char| c.is_ascii_digit());
    (0..words.len()).filter(|at| !after_figure(*at)).find_map(|at| {
        let two = (at + 1 < words.len()).then(|| figure::unit(&format!("{} {}", bare(at), bare(at + 1))));
        let word = bare(at);
        let short = || figure::unit(word).filter(|_| word.len() >= 3 && word != "kronor");
        two.flatten().or_else(short).filter(Unit::is_money)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    fn heads(text: &str, columns: usize) -> (String, Vec<String>, Option<String>) {
        let source = Source::new(text);
        let mut chunks: Vec<Vec<usize>> = vec![Vec::new()];
        for line in 0..source.len() {
            if source.blank(line) {
                chunks.push(Vec::new());
            } else if let Some(chunk) = chunks.last_mut() {
                chunk.push(line);
            }
        }
        let style = ColumnBook::new(&HouseStyle::standard().columns);
        let words = head_words(&source, &chunks, &style);
        let head = split(&source, &words, columns, &style, &[]);
        let columns = head.columns.into_iter().map(|column| column.text).collect();
        (head.label.text, columns, head.note.map(|note| note.text))
    }

    #[test]
    fn columns_begin_with_the_words_that_columns_begin_with() {
        let (label, columns, _) = heads("Tkr Prognos 2030 Budget 2031 Förändring", 3);
        assert_eq!(
            (label.as_str(), columns),
            ("Tkr", vec!["Prognos 2030".into(), "Budget 2031".into(), "Förändring".into()])
        );
        assert_eq!(
            heads("Verksamhet Kostnad totalt varav privat regi Andel %", 3).1,
            ["Kostnad totalt", "varav privat regi", "Andel %"]
        );
        assert_eq!(heads("Mått Nuläge Aug 2030 Mål 2031", 3).1, ["Nuläge", "Aug 2030", "Mål 2031"]);
        assert_eq!(heads("Tkr Utfall jan-aug Prognos helår", 2).1, ["Utfall jan-aug", "Prognos helår"]);
        assert_eq!(heads("BIDRAG 2031 Beviljat \nbelopp, Tkr", 1).1, ["Beviljat belopp, Tkr"]);
    }

    #[test]
    fn a_part_of_a_whole_is_a_column() {
        let (_, columns, _) = heads("Tkr Totalt PRK varav nämnden KB finansierat gemensamt och \nbetalt", 4);
        assert_eq!(columns, ["Totalt PRK", "varav nämnden", "KB finansierat", "gemensamt och betalt"]);
    }

    #[test]
    fn wrapped_headings_are_joined() {
        let (_, columns, _) = heads("  Nämnden Förvaltningen \nKB \n\nFörvaltningen \nSF/IF Totalt PRK", 4);
        assert_eq!(columns, ["Nämnden", "Förvaltningen KB", "Förvaltningen SF/IF", "Totalt PRK"]);
        let (label, columns, note) = heads(
            "OMRÅDE (Tkr) KB Prognos \nhelårsutfall \n\nAvvikelse \nKB mot  \nprognos \n\nFörklaring",
            3,
        );
        assert_eq!(label, "OMRÅDE (Tkr)");
        assert_eq!(columns, ["KB", "Prognos helårsutfall", "Avvikelse KB mot prognos"]);
        assert_eq!(note.as_deref(), Some("Förklaring"));
    }
}
