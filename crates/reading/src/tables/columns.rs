//! Column headings: which words belong to which column, and what stands in it.

mod names;
mod over;
mod paired;
mod starts;

use names::own_words;
pub(crate) use names::{capital_columns, is_list, names_units, whole_before_years};

use crate::chunks::ends_sentence;
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::column_kinds::{ColumnBook, what};
use crate::tables::layout;
use crate::tables::tail::is_period;
use starts::{bare, best_starts, is_part, start_score};
use std::ops::Range;
use uppsikt_domain::quantity::Unit;
use uppsikt_text::figure;

/// The heading of the labels has so many words at most.
const MOST_LABEL: usize = 3;

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
        // Headings side by side stand apart by wide spaces.
        text.len() < 40
            && !text.contains("   ")
            && text.split_whitespace().next().is_some_and(|word| opens_column(word, style))
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
/// set out with spaces; `spans`: where figures stand, where nothing but that tells.
pub(crate) fn split(
    source: &Source,
    words: &[HeadWord],
    columns: usize,
    style: &ColumnBook,
    edges: &[usize],
    spans: &[Range<usize>],
) -> Head {
    let note_at = note_start(words, style);
    let (own, noted) = words.split_at(note_at.unwrap_or(words.len()));
    let paired = paired::columns(own, columns, style)
        .or_else(|| paired::grouped(own, columns))
        .or_else(|| paired::spread(own, columns, style));
    if let Some((label, columns)) = paired {
        let note = (!noted.is_empty()).then(|| join(source, noted));
        let columns = columns.iter().map(|words| join(source, words)).collect();
        return Head { label: join(source, &label), columns, note };
    }
    let set_out = edges.len() == columns || spans.len() == columns;
    let parted = || by_segments(source, own, columns);
    if let Some((label, columns)) =
        over::columns(source, own, columns, style).filter(|_| set_out).or_else(parted)
    {
        let note = (!noted.is_empty()).then(|| join(source, noted));
        return Head { label, columns, note };
    }
    let by_edges = || (edges.len() == columns).then(|| layout::head(source, own, edges));
    let by_spans = || layout::head_over(source, own, spans).filter(|_| spans.len() == columns);
    // Headings in single spaces above figures that stand apart are one stretch, and leave columns without.
    let crowded = |(_, found): &(Joined, Vec<Joined>)| {
        let opening = |words: &Joined| {
            words
                .text
                .split_whitespace()
                .filter(|word| opens_column(word, style) && !is_period(bare(word)))
                .count()
        };
        found.iter().any(Joined::is_empty) && found.iter().any(|words| opening(words) >= 2)
    };
    if let Some((label, columns)) = by_edges().or_else(by_spans).filter(|found| !crowded(found)) {
        let note = (!noted.is_empty()).then(|| join(source, noted));
        return Head { label, columns, note };
    }
    let starts = match (is_each(own, columns), own_words(own, style)) {
        (true, _) => (1..=columns).collect(),
        (_, Some(label)) if own.len() - label == columns => (label..own.len()).collect(),
        _ => capital_starts(own, columns, style).unwrap_or_else(|| best_starts(own, columns, style)),
    };
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

/// The stretches between wide spaces of a head of one line, where they are the labels' and one for each column.
fn by_segments(source: &Source, words: &[HeadWord], columns: usize) -> Option<(Joined, Vec<Joined>)> {
    let one_line = words.iter().skip(1).all(|word| !word.opens_line);
    let stretches: Vec<&[HeadWord]> = words.chunk_by(|_, next| next.gap < 2).collect();
    let (label, rest) = stretches.split_first()?;
    let sound = one_line && columns >= 2 && rest.len() == columns;
    sound.then(|| (join(source, label), rest.iter().map(|words| join(source, words)).collect()))
}

/// The words with a capital, where too few are known to begin columns and they are one for each.
fn capital_starts(words: &[HeadWord], columns: usize, style: &ColumnBook) -> Option<Vec<usize>> {
    let own = |word: &&HeadWord| !is_period(bare(&word.text)) && opens_column(&word.text, style);
    let known = words.iter().filter(own).count();
    let unit = |at: usize| at == 0 && figure::unit(&words[0].text).is_some();
    let capital = |at: &usize| words[*at].text.starts_with(char::is_uppercase) && !unit(*at);
    let capitals: Vec<usize> = (0..words.len()).filter(capital).collect();
    let label = capitals.len().checked_sub(columns).filter(|more| *more <= 1)?;
    let parted = words.iter().any(|word| is_part(&word.text));
    // One capital for each column leaves nothing to choose.
    let each = label == 0 && known == columns;
    ((known < columns || each) && !parted).then(|| capitals[label..].to_vec())
}

/// How many words of a line begin with a capital.
pub(crate) fn capitals(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count()
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

/// A row has so many values where its last column judges them.
const LEAST_JUDGED: usize = 2;

fn note_start(words: &[HeadWord], style: &ColumnBook) -> Option<usize> {
    let last = words.iter().rposition(|word| style.is(&word.text, what::NOTE | what::JUDGED))?;
    let rest = words.len() - last;
    // "Utfall 2030 Mål 2031 Status": judged by a word; a table without values has the word as a cell.
    let values = words[..last].iter().filter(|word| opens_column(&word.text, style)).count();
    let noted = style.is(&words[last].text, what::NOTE) || values >= LEAST_JUDGED;
    (last > 0 && rest <= 2 && noted).then_some(last)
}

/// "Indikator Utfall 2030 Mål 2031 Riktning": whether the last word of a head judges the values of a row.
pub(crate) fn ends_judged(text: &str, style: &ColumnBook) -> bool {
    text.split_whitespace().next_back().is_some_and(|word| style.is(word, what::JUDGED))
        && column_words(text, style) > LEAST_JUDGED
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

/// Whether a line ends as sentences do, and not with a column's abbreviated heading ("Förändr.").
pub(crate) fn is_sentence(text: &str, style: &ColumnBook) -> bool {
    let last = text.rsplit([' ', '\t']).next().unwrap_or_default();
    ends_sentence(text) && !(last.ends_with('.') && opens_column(last, style))
}

/// How many words of a line columns can begin with, with a capital first.
pub(crate) fn column_words(text: &str, style: &ColumnBook) -> usize {
    let shouted = |word: &str| {
        word.chars().filter(|c| c.is_alphabetic()).count() > 4 && !word.chars().any(char::is_lowercase)
    };
    let mut words = text.split([' ', '\t', '\u{a0}']).filter(|word| !word.is_empty()).peekable();
    let mut found = 0;
    while let Some(word) = words.next() {
        let opens = word.starts_with(|c: char| c.is_uppercase() || c == '%') && style.is(word, what::ANY);
        // "BOKSLUT 2030   BUDGET 2031": in capitals, a year shows that it is a column.
        let mut dated = || words.peek().is_some_and(|next| is_period(next));
        found += usize::from(opens && (!shouted(word) || dated()));
    }
    found
}

/// As [`column_words`], but for the word that a label opens with: "Andel nöjda gäster".
pub(crate) fn heading_words(text: &str, style: &ColumnBook) -> usize {
    let mut words = text.split_whitespace();
    let opens = words.next().is_some_and(|word| style.is(word, what::AMOUNT | what::PERCENT));
    let label = opens && words.next().is_some_and(|word| word.starts_with(char::is_lowercase));
    column_words(text, style).saturating_sub(usize::from(label))
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

/// Whether a line has a word with a capital for the labels and for each of so many columns: "Bedömning
/// Januari–augusti Mandatperioden".
pub(crate) fn names_each(text: &str, columns: usize) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    columns >= 2
        && words.len() == columns + 1
        && words.iter().all(|word| word.starts_with(char::is_uppercase))
}

/// As [`names_each`], for the words of a head of one line.
fn is_each(words: &[HeadWord], columns: usize) -> bool {
    let capital = |word: &HeadWord| word.text.starts_with(char::is_uppercase);
    let one_line = words.iter().skip(1).all(|word| !word.opens_line);
    columns >= 2 && words.len() == columns + 1 && one_line && words.iter().all(capital)
}

/// How many columns a head of one line has whose words each have a capital, the first for the labels.
pub(crate) fn named(words: &[HeadWord]) -> Option<usize> {
    let columns = words.len().checked_sub(1)?;
    is_each(words, columns).then_some(columns)
}

/// "Satsning Belopp": a word for the labels and one that a column begins with.
pub(crate) fn is_pair(text: &str, style: &ColumnBook) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    words.len() == 2 && words.iter().all(capital) && opens_column(words[1], style)
}

/// Years alone, or after the heading of the label column: a head without further words.
pub(crate) fn is_year_head(raw: &str) -> bool {
    raw.split_whitespace().rev().take_while(|word| is_period(word)).count() >= 2
}

/// "2030 2031 Förändring", also after the heading of the labels: nothing but years, parts of a year and
/// words that columns begin with.
pub(crate) fn is_bare_head(text: &str, style: &ColumnBook) -> bool {
    let part = |word: &str| word.starts_with(char::is_uppercase) && style.is(word, what::PART_OF_YEAR);
    let own = |word: &&str| is_period(word) || opens_column(word, style) || part(word);
    let words: Vec<&str> = text.split_whitespace().collect();
    let label = words.iter().position(own).unwrap_or(words.len());
    let years = words[label..].iter().filter(|word| is_period(word)).count();
    years >= 2 && label <= MOST_LABEL && words[label..].iter().all(own)
}

/// How many columns the words of a head name: their years, and the words that no year follows.
pub(crate) fn dated(words: &[HeadWord], style: &ColumnBook) -> usize {
    let period = |word: &HeadWord| is_period(bare(&word.text));
    let has_year = |at: usize| {
        let mut next = words[at + 1..].iter();
        let first = next.next();
        let small = first.is_some_and(|word| word.text.starts_with(char::is_lowercase));
        first.is_some_and(period) || small && next.next().is_some_and(period)
    };
    let sign = |at: usize| at > 0 && words[at].text == "%";
    let opens = |at: &usize| {
        period(&words[*at]) || opens_column(&words[*at].text, style) && !has_year(*at) && !sign(*at)
    };
    (0..words.len()).filter(opens).count()
}

/// "Område Budget perioden Utfall perioden Avvikelse helår": after the heading of the labels nothing but words that
/// columns begin with, years and parts of a year.
pub(crate) fn is_plain_head(words: &[&str], style: &ColumnBook) -> bool {
    let own = |word: &&str| is_period(bare(word)) || opens_column(word, style);
    let further =
        |word: &&str| own(word) || *word == "%" || style.is(word, what::PART_OF_YEAR | what::WHOLE_YEAR);
    let label = words.iter().position(own).unwrap_or(words.len());
    label <= MOST_LABEL && words.len() > label + 1 && words[label..].iter().all(further)
}

/// "Tkr" for itself: the heading of a column that is only called by its unit.
pub(crate) fn is_unit_alone(text: &str) -> bool {
    text.len() < 20 && !text.contains(' ') && figure::unit(text).is_some_and(|unit| unit.is_money())
}

/// Whether the line's first word is a unit.
pub(crate) fn opens_with_unit(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(|word| figure::unit(word).is_some())
}

/// "Yta m2", "Antal": a heading without a year and without a word for money of a kind.
pub(crate) fn is_unknown(heading: &str, style: &ColumnBook) -> bool {
    let money = what::ANY & !what::AMOUNT;
    let known = |word: &str| is_period(bare(word)) || style.is(word, money);
    !heading.is_empty() && !heading.split_whitespace().any(known)
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
        let head = split(&source, &words, columns, &style, &[], &[]);
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
