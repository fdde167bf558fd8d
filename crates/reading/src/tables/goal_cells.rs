//! Tables of goals and their indicators that fell apart into a line of a cell a line: under the
//! headings, for each row the lines of a goal, those of an indicator and a value for each further
//! column. A row without a goal is a further indicator of the goal above.

use crate::book::{Book, HeadingKind, first_fit, folded};
use crate::chunks::{Chunk, ends_sentence, wants_more};
use crate::joined::Joined;
use crate::source::Source;
use crate::table_goals::status;
use crate::tables::build::{Laid, LaidRow};
use crate::tables::caption::caption_above;
use crate::tables::column_kinds::what;
use crate::tables::{figures, tail};
use crate::values::in_cell;
use uppsikt_domain::document::LineRole;
use uppsikt_domain::place::TextAt;

/// A heading of a column is at most so long, a line of a cell at most so, in bytes.
const LONGEST_HEADING: usize = 40;
const LONGEST_LINE: usize = 110;
/// So many columns stand after goal and indicator.
const VALUES: std::ops::RangeInclusive<usize> = 1..=5;
/// Goal and indicator stand on so many lines at most.
const MOST_WORDS: usize = 12;

/// Finds such tables and the lines that they take.
pub(crate) fn find(source: &Source, chunks: &[Chunk], book: &Book<'_>) -> Vec<(Vec<usize>, Laid)> {
    let lines: Vec<usize> = chunks.iter().flat_map(|chunk| chunk.lines.iter().copied()).collect();
    let finder = Finder { source, book };
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let (count, table) = finder.table(&lines[at..]).unzip();
        found.extend(table);
        at += count.unwrap_or(1);
    }
    found
}

struct Finder<'a> {
    source: &'a Source,
    book: &'a Book<'a>,
}

/// The lines of the headings.
struct Head {
    goal: Vec<usize>,
    indicator: Vec<usize>,
    values: Vec<Vec<usize>>,
}

impl Head {
    fn count(&self) -> usize {
        self.goal.len() + self.indicator.len() + self.values.iter().map(Vec::len).sum::<usize>()
    }
}

/// A row: the lines of its cells.
struct Row<'l> {
    goal: &'l [usize],
    indicator: &'l [usize],
    values: &'l [usize],
}

impl Row<'_> {
    fn count(&self) -> usize {
        self.goal.len() + self.indicator.len() + self.values.len()
    }
}

impl Finder<'_> {
    fn text(&self, line: usize) -> &str {
        self.source.text(line)
    }

    /// The table whose head begins with the first of some lines, and how many it takes.
    fn table(&self, lines: &[usize]) -> Option<(usize, (Vec<usize>, Laid))> {
        let head = self.head(lines)?;
        let mut at = head.count();
        let mut rows: Vec<Row<'_>> = Vec::new();
        while let Some(row) = self.row(&lines[at..], head.values.len(), rows.is_empty()) {
            at += row.count();
            rows.push(row);
        }
        let stopped = self.stopped_rows(&lines[head.count()..]);
        if head.values.len() == 1 && stopped.len() > rows.len() {
            at = head.count() + stopped.iter().map(Row::count).sum::<usize>();
            rows = stopped;
        }
        if rows.is_empty() {
            return None;
        }
        let words = |lines: &[usize]| Joined::lines(self.source, lines.iter().copied()).all_at(self.source);
        let mut taken = lines[..at].to_vec();
        let columns = std::iter::once(&head.indicator).chain(&head.values);
        let mut laid = Laid {
            label_heading: Some(words(&head.goal)),
            columns: columns.map(|heading| words(heading)).collect(),
            rows: rows.iter().map(|row| self.lay_row(row, head.values.len())).collect(),
            span: words(&lines[..1]).span.to(words(&lines[at - 1..at]).span),
            ..Laid::default()
        };
        caption_above(self.source, self.book, &mut taken, &mut laid);
        Some((at, (taken, laid)))
    }

    /// A row of so many values; the lines beyond them go on the last.
    fn lay_row(&self, row: &Row<'_>, values: usize) -> LaidRow {
        let words = |lines: &[usize]| Joined::lines(self.source, lines.iter().copied()).all_at(self.source);
        let indicator = words(row.indicator);
        let label = if row.goal.is_empty() { TextAt::new("", indicator.span) } else { words(row.goal) };
        let last = values.saturating_sub(1).min(row.values.len());
        let (each, rest) = row.values.split_at(last);
        let values = each.chunks(1).chain([rest]).map(|lines| Some(words(lines)));
        LaidRow {
            label,
            cells: std::iter::once(Some(indicator)).chain(values).collect(),
            note: None,
            guessed: false,
        }
    }

    /// The headings: one of goals, one of indicators, and those of values.
    fn head(&self, lines: &[usize]) -> Option<Head> {
        let words = &self.book.goal_tables;
        first_fit(&words.goal, self.text(*lines.first()?))?;
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for line in lines {
            let text = self.text(*line);
            let goes_on = tail::is_year(text) || text.starts_with(|c: char| c.is_lowercase() || c == '(');
            let heads = text.len() <= LONGEST_HEADING && self.is_heading(*line, groups.len());
            match groups.last_mut() {
                Some(open) if goes_on => open.push(*line),
                _ if heads => groups.push(vec![*line]),
                _ => break,
            }
        }
        let mut groups = groups.into_iter();
        let head = Head { goal: groups.next()?, indicator: groups.next()?, values: groups.collect() };
        VALUES.contains(&head.values.len()).then_some(head)
    }

    /// Whether a line is the heading of a column.
    fn is_heading(&self, line: usize, column: usize) -> bool {
        let (text, words) = (self.text(line), &self.book.goal_tables);
        let value = || {
            let first = text.split(' ').next().unwrap_or_default();
            let indicators = &self.book.style.indicators;
            let known = [&indicators.targets, &indicators.starts, &indicators.outcomes];
            let known = known.into_iter().flatten().any(|word| folded(text).starts_with(word.as_str()));
            let measured = self.book.columns.is(first, what::ANY) || folded(text) == "enhet";
            known || measured || first_fit(&words.period, text).is_some()
        };
        match column {
            0 => first_fit(&words.goal, text).is_some(),
            1 => first_fit(&words.indicator, text).is_some(),
            _ => value() && !ends_sentence(text),
        }
    }

    /// The row that some lines begin with.
    fn row<'l>(&self, lines: &'l [usize], values: usize, first: bool) -> Option<Row<'l>> {
        let count = lines.iter().take(MOST_WORDS + 1).take_while(|line| self.is_words(**line)).count();
        let cells = lines.get(count..count + values)?;
        let valued = cells.iter().all(|line| self.is_value(*line));
        // A further value is one too many: the columns are others than they seem.
        let ends = lines.get(count + values).is_none_or(|next| !self.is_value(*next));
        let words = &lines[..count];
        let start = self.indicator_at(words, first).filter(|_| valued && ends && count <= MOST_WORDS)?;
        Some(Row { goal: &words[..start], indicator: &words[start..], values: cells })
    }

    fn is_words(&self, line: usize) -> bool {
        let text = self.text(line);
        let stops = text.len() > LONGEST_LINE || (ends_sentence(text) && text.len() > 45);
        let headed = || {
            let kinds = self.book.headings(text).into_iter().map(|known| known.kind);
            kinds.into_iter().any(|kind| matches!(kind, HeadingKind::Section(_)))
        };
        !stops && !self.is_value(line) && !headed()
    }

    /// Rows whose goals are sentences, which nothing else in them is: "Fler badar i ån.", how it is measured, what
    /// is aimed at, and in brackets what came out before.
    fn stopped_rows<'l>(&self, lines: &'l [usize]) -> Vec<Row<'l>> {
        let stops = |line: &usize| {
            let text = self.text(*line);
            text.ends_with('.') && text.len() <= LONGEST_LINE && text.starts_with(char::is_uppercase)
        };
        let mut found: Vec<Row<'l>> = Vec::new();
        let mut at = 0;
        while lines.get(at).is_some_and(stops) && lines.len() > at + 2 {
            let short = |line: &usize| self.text(*line).len() <= LONGEST_HEADING && !stops(line);
            let words = self.text(lines[at + 1]);
            let indicator = !stops(&lines[at + 1]) && !words.ends_with('.') && words.len() <= LONGEST_LINE;
            let bracketed = |line: &&usize| short(line) && self.text(**line).starts_with('(');
            if !indicator || !short(&lines[at + 2]) {
                break;
            }
            let end = at + 3 + lines[at + 3..].iter().take_while(bracketed).count();
            found.push(Row {
                goal: &lines[at..=at],
                indicator: &lines[at + 1..at + 2],
                values: &lines[at + 2..end],
            });
            at = end;
        }
        let valued = found.iter().filter(|row| self.is_value(row.values[0])).count();
        if found.len() > 1 && valued > 0 { found } else { Vec::new() }
    }

    /// Whether a line is a cell with a value: a figure with its unit, a status, or a sign for none.
    fn is_value(&self, line: usize) -> bool {
        let text = self.text(line);
        let figure = figures::value(text).is_some() && text.len() <= LONGEST_HEADING;
        let missing = matches!(text, "-" | "\u{2013}" | "\u{2014}" | "..");
        figure || missing || in_cell(text).is_some() || status(text, self.book).is_some()
    }

    /// Where the words of the indicator begin among those of a row: after an empty line, at a measure,
    /// or where alone a name can begin.
    fn indicator_at(&self, words: &[usize], first: bool) -> Option<usize> {
        let opens = |at: usize| {
            let above = self.text(words[at - 1]);
            self.text(words[at]).starts_with(char::is_uppercase) && !wants_more(above)
        };
        let places: Vec<usize> = (1..words.len()).filter(|at| opens(*at)).collect();
        let parted: Vec<usize> =
            places.iter().copied().filter(|at| self.is_parted(words[at - 1], words[*at])).collect();
        let measured = |at: &usize| {
            let said = folded(self.text(words[*at]));
            self.book.style.indicators.measure.iter().any(|word| said.starts_with(word.as_str()))
        };
        if let [only] = parted[..] {
            return Some(only);
        }
        if !first && !words.is_empty() && measured(&0) {
            return Some(0);
        }
        let told = places.iter().copied().find(measured);
        let only = || (places.len() == 1).then(|| places[0]);
        told.or_else(only).or_else(|| (!first && places.is_empty() && !words.is_empty()).then_some(0))
    }

    /// Whether an empty line stands between two lines, and no page ends there.
    fn is_parted(&self, above: usize, line: usize) -> bool {
        above + 1 < line
            && !(above + 1..line).any(|between| self.source.lines[between].role == LineRole::RunningHead)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chunks::chunks;
    use crate::style::HouseStyle;
    use std::collections::HashSet;

    fn read(text: &str) -> Vec<Vec<String>> {
        let source = Source::new(text);
        let style = HouseStyle::standard();
        let found = find(&source, &chunks(&source, &HashSet::new()), &Book::new(&style));
        let row = |row: LaidRow| {
            let cells = row.cells.into_iter().map(|cell| cell.map(|cell| cell.text).unwrap_or_default());
            std::iter::once(row.label.text).chain(cells).collect()
        };
        found.into_iter().flat_map(|(_, laid)| laid.rows).map(row).collect()
    }

    const HEAD: &str = "Effektmål\nIndikator\nUtfall\n2030\nMål 2031\n";

    #[test]
    fn goals_and_indicators_are_told_apart_by_measures_and_by_where_a_name_begins() {
        let rows = "Fler badar i\nstadens sjöar\nAndel nöjda badgäster\nsom svarat, procent\n61,5\n70\n\
            Antal öppna bryggor\n12\n14\nParkerna är trygga\nhela året\nTrygghet i parker, procent\n44\n50 %\n";
        let expected = [
            ["Fler badar i stadens sjöar", "Andel nöjda badgäster som svarat, procent", "61,5", "70"],
            ["", "Antal öppna bryggor", "12", "14"],
            ["Parkerna är trygga hela året", "Trygghet i parker, procent", "44", "50 %"],
        ];
        let text = format!("{HEAD}{rows}\nText om annat följer här.\n");
        assert_eq!(read(&text), expected);
        assert_eq!(read(&text.replace("70\n", "70\n\n").replace("2031\n", "2031\n\n")), expected);
    }

    #[test]
    fn goals_that_are_sentences_begin_their_rows() {
        let text = "Målformulering\n\nMätning\n\nMål och jämförelser\n\nFler ska bada i ån under sommaren.\n\n\
                    Antal bad räknas varje vecka\n\nTvå per vecka\n\nGästerna ska vara nöjda.\n\nEnkät en gång per år\n\n\
                    95 index\n\n(2030: 96 index)\n(2029: 94 index)\n\nTräden ska bli fler.\n\nRäknas varje höst\n\n40 träd\n";
        let rows = read(text);
        assert_eq!(rows.len(), 3, "{rows:?}");
        assert_eq!(
            rows[1],
            [
                "Gästerna ska vara nöjda.",
                "Enkät en gång per år",
                "95 index (2030: 96 index) (2029: 94 index)"
            ]
        );
    }

    #[test]
    fn words_that_cannot_be_told_apart_are_no_row() {
        assert!(read(&format!("{HEAD}Fler badar\nTrygghet\nStadens parker\n12\n14\n")).is_empty());
        assert!(read(&format!("{HEAD}Fler badar\nAntal bryggor\n12\n14\n16\n")).is_empty());
        assert!(read(&format!("{HEAD}\nFler ska bada i stadens sjöar.\n")).is_empty());
    }
}
