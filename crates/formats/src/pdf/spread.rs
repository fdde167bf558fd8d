//! Words of a head that stand over several columns: "Utfall" over "2029" and "2030".

use super::drawn::{Drawn, Rule};
use super::grid::{Column, columns_of};
use super::printed::{Printed, Stretch};
use super::words::is_figure;
use std::ops::Range;

/// The columns of every stretch of a head's lines.
pub(super) fn places(band: &[&Printed], columns: &[Column], drawn: &Drawn) -> Vec<Vec<Range<usize>>> {
    let by_drawing: Vec<Vec<Option<Range<usize>>>> =
        band.iter().map(|line| drawn_over(line, columns, drawn)).collect();
    let several = |over: &[Option<Range<usize>>]| over.iter().flatten().any(|it| it.len() > 1);
    let told = by_drawing.iter().any(|over| several(over));
    let (above, by_words) = if told { (0, Vec::new()) } else { by_words(band, columns, &drawn.level) };
    let centred = (!told && by_words.is_empty()).then(|| centred(band, columns, drawn)).flatten();
    let place = |line: usize, number: usize| {
        let own = || columns_of(columns, &band[line].stretches[number]);
        let drawn = by_drawing[line].get(number).cloned().flatten().filter(|it| it.len() > 1);
        let worded = by_words.get(number).filter(|_| line == above).cloned();
        let centred = centred.as_ref().filter(|_| line == 0).and_then(|all| all.get(number)?.clone());
        drawn.or(worded).or(centred).unwrap_or_else(own)
    };
    (0..band.len()).map(|line| (0..band[line].stretches.len()).map(|it| place(line, it)).collect()).collect()
}

/// The columns that drawn cells and rules say each stretch stands over.
fn drawn_over(line: &Printed, columns: &[Column], drawn: &Drawn) -> Vec<Option<Range<usize>>> {
    let over = |it| drawn.over(it, line.baseline, &line.stretches, columns).filter(|at| at.start > 0);
    line.stretches.iter().map(over).collect()
}

/// Whether what is drawn says that words stand over several columns.
pub(super) fn is_over_several(line: &Printed, columns: &[Column], drawn: &Drawn) -> bool {
    drawn_over(line, columns, drawn).iter().flatten().any(|it| it.len() > 1)
}

/// The columns in the middle of which the words of a head's first line stand, where the edges of columns
/// are drawn and something between it and the last line: else words go on from line to line.
fn centred(band: &[&Printed], columns: &[Column], drawn: &Drawn) -> Option<Vec<Option<Range<usize>>>> {
    let (first, last) = (band.first()?, band.last()?);
    if last.baseline - first.baseline < first.size || !drawn.lies_between(first, last) {
        return None;
    }
    let named = named(&band[1..], columns);
    let edges = drawn.edges(&named, first.baseline, last.baseline + 2.0 * last.size)?;
    Some(first.stretches.iter().map(|it| drawn.centred(it, &edges, columns)).collect())
}

/// The columns as wide as their names: words over several widen those of the text.
fn named(lines: &[&Printed], columns: &[Column]) -> Vec<Column> {
    let mut named: Vec<Option<Column>> = vec![None; columns.len()];
    for stretch in lines.iter().flat_map(|line| &line.stretches) {
        let at = columns_of(columns, stretch);
        let Some(own) = named.get_mut(at.start).filter(|_| at.len() == 1) else { continue };
        let (left, right) = own.map_or((f64::MAX, f64::MIN), |it| (it.left, it.right));
        *own = Some(Column { left: left.min(stretch.left), right: right.max(stretch.right) });
    }
    named.into_iter().zip(columns).map(|(own, column)| own.unwrap_or(*column)).collect()
}

/// Whether a line is the first of a table's head: words over several columns each, right above those that
/// name the columns.
pub(super) fn is_above(line: &Printed, first: &Printed, columns: &[Column], drawn: &Drawn) -> bool {
    let alike = (line.size - first.size).abs() < 0.15 * first.size && line.bold == first.bold;
    let gap = first.baseline - line.baseline;
    let near = gap > 0.0 && gap < 3.2 * first.size;
    let named = !super::heads::has_amounts(first) && first.stretches.len() > 1;
    let beyond = columns.get(1).is_some_and(|it| line.left() > it.left - 6.0 * line.size)
        && columns.first().is_some_and(|it| line.left() > it.left + line.size);
    let worded = line.stretches.iter().all(|it| !is_figure(&it.text) || super::table::is_year(&it.text));
    line.is_text()
        && alike
        && near
        && named
        && beyond
        && worded
        && (is_over_several(line, columns, drawn)
            || centred(&[line, first], columns, drawn).is_some_and(|all| all.iter().all(Option::is_some)))
}

/// The names below words of a head are set on so many further lines at most.
const MOST_WRAPPED: usize = 2;

/// The columns of the words of a head's first line where each stands over several of the second:
/// "Utfall" over "2029" and "2030", "Antal" over "Kvinnor", "Män" and "Totalt". Empty: it is no
/// such head. Also gives where in the band that first line is; words over the labels alone may
/// stand between.
fn by_words(band: &[&Printed], columns: &[Column], rules: &[Rule]) -> (usize, Vec<Range<usize>>) {
    let beyond = |line: &&Printed| line.stretches.iter().any(|it| columns_of(columns, it).end > 1);
    let lines: Vec<usize> = (0..band.len()).filter(|at| beyond(&band[*at])).collect();
    let [first, second, more @ ..] = lines.as_slice() else { return (0, Vec::new()) };
    let (above, below) = (band[*first], band[*second]);
    if more.len() > MOST_WRAPPED {
        return (0, Vec::new());
    }
    let by_words = groups(below, columns);
    if let Some(own) = from_the_left(above, columns) {
        return (*first, own);
    }
    let over = |groups: &[Range<usize>]| -> Option<Vec<Range<usize>>> {
        let (first, last) = (groups.first()?, groups.last()?);
        let inner = |it: &&Stretch| {
            let beside = columns[..first.start].iter().chain(&columns[last.end..]);
            !beside.into_iter().any(|column| column.overlaps(it))
        };
        let found: Vec<bool> = above.stretches.iter().map(|it| inner(&it)).collect();
        if found.iter().filter(|it| **it).count() != groups.len() {
            return None;
        }
        let mut groups = groups.iter();
        let at = above.stretches.iter().zip(found);
        let at = at.map(|(it, inner)| match inner {
            true => groups.next().cloned().unwrap_or_else(|| columns_of(columns, it)),
            false => columns_of(columns, it),
        });
        Some(at.collect())
    };
    let found = over(&by_words).or_else(|| over(&years(above, below, columns))).filter(|_| more.is_empty());
    (
        *first,
        found.or_else(|| over(&super::spans::at_the_right(above, below, columns, rules))).unwrap_or_default(),
    )
}

/// The columns from each word of a head up to the next one's, where they begin edge above edge and stand over
/// as many columns each: "Utfall" over "Mars" and "April", "Budget" over "Mars" and "April".
fn from_the_left(above: &Printed, columns: &[Column]) -> Option<Vec<Range<usize>>> {
    let starts: Vec<usize> = above.stretches.iter().map(|it| columns_of(columns, it).start).collect();
    let labelled = usize::from(starts.first() == Some(&0));
    let groups = starts.get(labelled..).filter(|groups| groups.len() >= 2)?;
    let ends = groups.iter().skip(1).copied().chain([columns.len()]);
    let found: Vec<Range<usize>> = groups.iter().zip(ends).map(|(from, to)| *from..to).collect();
    let each = found.first().map_or(0, Range::len);
    let edged = above.stretches.iter().skip(labelled).zip(groups);
    let edged = edged.into_iter().all(|(it, at)| (it.left - columns[*at].left).abs() < 0.5 * it.size);
    let whole = each >= 2 && groups.first() == Some(&1) && found.iter().all(|it| it.len() == each);
    let label = starts.first().filter(|_| labelled == 1).map(|_| 0..1);
    (whole && edged).then(|| label.into_iter().chain(found).collect())
}

/// The columns below each word of a head where the words below come again in the same order:
/// "Kvinnor", "Män", "Kvinnor", "Män".
fn groups(below: &Printed, columns: &[Column]) -> Vec<Range<usize>> {
    let cells: Vec<(usize, &str)> =
        below.stretches.iter().map(|it| (columns_of(columns, it).start, it.text.as_str())).collect();
    for length in 2..=cells.len() / 2 {
        for start in 0..=cells.len() - 2 * length {
            let run = &cells[start..];
            let times = run.chunks_exact(length).take_while(|group| {
                let words =
                    |cells: &[(usize, &str)]| cells.iter().map(|it| it.1.to_owned()).collect::<Vec<_>>();
                let side_by_side = group.windows(2).all(|pair| pair[1].0 == pair[0].0 + 1);
                side_by_side && words(group) == words(&run[..length])
            });
            let times = times.count();
            let differ = run[..length].iter().any(|it| it.1 != run[0].1);
            if times >= 2 && differ {
                return run
                    .chunks_exact(length)
                    .take(times)
                    .map(|it| it[0].0..it[length - 1].0 + 1)
                    .collect();
            }
        }
    }
    Vec::new()
}

/// As `groups`, where figures stand below words in their middle, as many below each.
fn years(above: &Printed, below: &Printed, columns: &[Column]) -> Vec<Range<usize>> {
    let years: Vec<usize> = below
        .stretches
        .iter()
        .filter(|it| is_figure(&it.text))
        .map(|it| columns_of(columns, it).start)
        .collect();
    let over = &above.stretches;
    let middle = |at: &Range<usize>| (columns[at.start].left + columns[at.end - 1].right) / 2.0;
    let each = if over.is_empty() { 0 } else { years.len() / over.len() };
    if each < 2 || years.len() != each * over.len() || years.windows(2).any(|pair| pair[1] != pair[0] + 1) {
        return Vec::new();
    }
    let places: Vec<Range<usize>> = years.chunks(each).map(|group| group[0]..group[each - 1] + 1).collect();
    let centred = over
        .iter()
        .zip(&places)
        .all(|(stretch, at)| ((stretch.left + stretch.right) / 2.0 - middle(at)).abs() < 2.0 * stretch.size);
    if centred { places } else { Vec::new() }
}
