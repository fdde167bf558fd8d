//! The columns of a table set out with spaces (as `pdftotext -layout` leaves it), by where its
//! figures stand: what stands below one another is one column, whatever is missing beside it.

use crate::tables::columns::HeadWord;
use crate::tables::figures::{self, Group, Split};
use crate::tables::layout::position;
use crate::tables::tail::{Shape, Tail};
use std::ops::Range;

/// So many spaces part two cells.
const APART: usize = 2;
/// Figures of one column may miss one another by so many characters.
const NEAR: usize = 2;
/// More columns than these are none.
const MOST: usize = 16;

/// A row of figures: its line and the words at its end.
pub(crate) type FigureRow<'a> = (&'a str, &'a Tail);

/// What stands between two wide spaces, in characters and in words of the tail.
#[derive(Debug, Clone)]
struct Stretch {
    at: Range<usize>,
    words: Range<usize>,
    /// Whether it hangs on the words before it.
    hangs: bool,
}

/// Where the columns stand, in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Columns(Vec<Range<usize>>);

impl Columns {
    /// The columns, where the table is set out; those that only the head shows as well.
    pub fn of(rows: &[FigureRow<'_>], head: &[HeadWord], opens: &dyn Fn(&str) -> bool) -> Option<Columns> {
        let mut parted: Vec<Vec<Stretch>> = rows.iter().map(|(raw, tail)| stretches(raw, tail)).collect();
        // A figure that hangs on the label, with another apart from it, is the label's.
        let hanging = parted.iter().filter(|row| row.iter().all(|it| it.hangs)).count();
        if rows.len() < hanging + 2 || hanging * 2 > rows.len() {
            return None;
        }
        parted.iter_mut().for_each(|row| row.retain(|it| !it.hangs));
        let figures = parted.iter().zip(rows).flat_map(|(row, (raw, tail))| {
            row.iter().map(move |it| {
                group(raw, tail, it).is_some_and(|group| group.value.is_some() || is_dash(tail, it))
            })
        });
        let (mut sound, mut all) = (0, 0);
        figures.for_each(|figure| {
            sound += usize::from(figure);
            all += 1;
        });
        if all < 2 || sound < all {
            return None;
        }
        let mut columns = Columns(merged(grown(&parted), &parted));
        let crossed = parted.iter().any(|row| columns.cells_of(row).is_none());
        if crossed || columns.0.is_empty() || columns.0.len() > MOST {
            return None;
        }
        columns.add_headed(head, opens);
        Some(columns)
    }

    /// How many.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Their right edges.
    pub fn edges(&self) -> Vec<usize> {
        self.0.iter().map(|column| column.end).collect()
    }

    /// The cells of a row. `None`: a figure belongs to no one column.
    pub fn split(&self, raw: &str, tail: &Tail) -> Option<Split> {
        let mut stretches = stretches(raw, tail);
        let mut label_words = 0;
        if let Some(first) = stretches.first().filter(|first| first.hangs) {
            let ends = |column: &usize| self.0[*column].end.abs_diff(first.at.end) <= NEAR;
            let free = |column: &usize| !stretches[1..].iter().any(|it| self.of_stretch(it) == Some(*column));
            if (0..self.0.len()).find(ends).filter(free).is_none() {
                label_words = first.words.end;
                stretches.remove(0);
            }
        }
        let places = self.cells_of(&stretches)?;
        let mut cells: Vec<Option<Group>> = vec![None; self.0.len()];
        for (stretch, column) in stretches.iter().zip(places) {
            let group = group(raw, tail, stretch)?;
            (group.value.is_some() || is_dash(tail, stretch)).then_some(())?;
            cells[column] = Some(group);
        }
        cells.iter().any(Option::is_some).then_some(Split { label_words, cells })
    }

    /// The columns of a row's stretches, each its own.
    fn cells_of(&self, row: &[Stretch]) -> Option<Vec<usize>> {
        let places: Option<Vec<usize>> = row.iter().map(|it| self.of_stretch(it)).collect();
        places.filter(|places| places.windows(2).all(|pair| pair[0] < pair[1]))
    }

    fn of_stretch(&self, stretch: &Stretch) -> Option<usize> {
        let mut over = (0..self.0.len()).filter(|column| overlap(&self.0[*column], &stretch.at));
        let first = over.next();
        if over.next().is_some() {
            return None;
        }
        let apart = |column: &usize| distance(&self.0[*column], &stretch.at);
        first.or_else(|| (0..self.0.len()).min_by_key(apart).filter(|column| apart(column) <= NEAR))
    }

    /// Columns that are empty in every row, between or after others, by words that open one.
    fn add_headed(&mut self, head: &[HeadWord], opens: &dyn Fn(&str) -> bool) {
        // Headings of one line, as many as there are columns, may stand far beside them.
        let one_line = head.iter().skip(1).all(|word| !word.opens_line);
        let stretches = head.chunk_by(|_, next| next.gap < APART);
        let named = stretches.filter(|words| words.first().is_some_and(|word| opens(&word.text))).count();
        if one_line && named == self.0.len() {
            return;
        }
        let mut at = 0;
        while at < head.len() {
            let next = (at + 1..head.len())
                .find(|next| head[*next].line != head[at].line || head[*next].gap >= APART);
            let end = next.unwrap_or(head.len());
            let stretch = head[at].from..head[end - 1].from + head[end - 1].text.chars().count();
            let within = self.0.first().is_some_and(|first| first.end < stretch.start);
            let alone = self.0.iter().all(|column| distance(column, &stretch) > NEAR);
            if within && alone && opens(&head[at].text) {
                let place = self.0.partition_point(|column| column.start < stretch.start);
                self.0.insert(place, stretch);
            }
            at = end;
        }
    }
}

/// The figures of a row, parted by wide spaces.
fn stretches(raw: &str, tail: &Tail) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    for (index, word) in tail.words.iter().enumerate() {
        let at = position(raw, word.range.start)..position(raw, word.range.end);
        match found.last_mut() {
            Some(open) if word.gap < APART => {
                open.at.end = at.end;
                open.words.end = index + 1;
            }
            None if word.gap < APART && at.start > 0 => {
                found.push(Stretch { at, words: index..index + 1, hangs: true });
            }
            _ => found.push(Stretch { at, words: index..index + 1, hangs: false }),
        }
    }
    found
}

fn group(raw: &str, tail: &Tail, stretch: &Stretch) -> Option<Group> {
    let words = tail.words.get(stretch.words.clone())?;
    let range = words.first()?.range.start..words.last()?.range.end;
    Some(Group { value: figures::value(&raw[range.clone()]), range })
}

fn is_dash(tail: &Tail, stretch: &Stretch) -> bool {
    tail.words[stretch.words.clone()].iter().all(|word| word.shape == Shape::Dash)
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn distance(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.start.saturating_sub(b.end).max(b.start.saturating_sub(a.end))
}

/// The columns that rows make, those with most figures first.
fn grown(rows: &[Vec<Stretch>]) -> Vec<Range<usize>> {
    let mut order: Vec<&Vec<Stretch>> = rows.iter().collect();
    order.sort_by_key(|row| std::cmp::Reverse(row.len()));
    let mut columns: Vec<Range<usize>> = Vec::new();
    for stretch in order.into_iter().flatten() {
        let met: Vec<usize> = (0..columns.len()).filter(|at| overlap(&columns[*at], &stretch.at)).collect();
        match met.as_slice() {
            [] => {
                let place = columns.partition_point(|column| column.start < stretch.at.start);
                columns.insert(place, stretch.at.clone());
            }
            [at] => {
                let column = &mut columns[*at];
                *column = column.start.min(stretch.at.start)..column.end.max(stretch.at.end);
            }
            _ => {}
        }
    }
    columns
}

/// Neighbours that nearly touch and of which no row has both are one.
fn merged(columns: Vec<Range<usize>>, rows: &[Vec<Stretch>]) -> Vec<Range<usize>> {
    let has = |row: &[Stretch], column: &Range<usize>| row.iter().any(|it| overlap(&it.at, column));
    let mut kept: Vec<Range<usize>> = Vec::new();
    for column in columns {
        match kept.last_mut() {
            Some(last)
                if distance(last, &column) <= NEAR
                    && !rows.iter().any(|row| has(row, last) && has(row, &column)) =>
            {
                last.end = column.end;
            }
            _ => kept.push(column),
        }
    }
    kept
}
