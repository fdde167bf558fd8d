//! The rows of a table by geometry: bands between rules, else gaps, else what wraps.

use super::drawn::{Drawn, Rule};
use super::grid::{Column, Found, columns_of};
use super::printed::{Printed, Stretch};
use super::spread;
use super::words::{is_figure, joined};
use super::wrapped;

/// A row of cells and where it was printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub cells: Vec<String>,
    pub page: u32,
    pub number: u32,
}

impl Row {
    /// Takes in a row that is nothing but the rest of this one's label, in lower case.
    pub fn take_rest_of_label(&mut self, next: &Row) -> bool {
        let alone = next.cells.iter().skip(1).all(String::is_empty);
        let (Some(own), Some(more)) = (self.cells.first_mut(), next.cells.first()) else { return false };
        let goes_on = alone && more.starts_with(char::is_lowercase) && own.ends_with(char::is_alphabetic);
        if goes_on {
            *own = joined([own.as_str(), more.as_str()]);
        }
        goes_on
    }

    /// Whether a row without a label holds just what this one leaves out: the end of a page
    /// parted its cells. Or whether all but one of the cells are on the next page.
    pub fn goes_on(&self, next: &Row) -> bool {
        let unlabelled = |row: &Row| row.cells.first().is_some_and(String::is_empty);
        let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.is_empty()).count();
        let parted = self.cells.iter().zip(&next.cells).all(|(own, more)| own.is_empty() || more.is_empty());
        let figured = self.cells.iter().any(|cell| is_figure(cell));
        let single = unlabelled(self) && filled(self) == 1 && filled(next) > 1 && !figured;
        parted && filled(next) > 0 && filled(self) > 0 && (unlabelled(next) || single)
    }

    /// Whether the cells of a row of words go on in lower case: the end of a page parted them.
    pub fn is_parted(&self, next: &Row) -> bool {
        let figured = self.cells.iter().skip(1).any(|cell| is_figure(cell));
        let pairs = || self.cells.iter().zip(&next.cells).filter(|(_, more)| !more.is_empty());
        let open = pairs().all(|(own, _)| !own.is_empty() && !own.ends_with(['.', ':', '!', '?']));
        let lower = |text: &str| text.starts_with(char::is_lowercase);
        let labelled = next.cells.first().is_some_and(|cell| lower(cell));
        let whole = self.cells.first().is_some_and(|cell| !lower(cell));
        let left = self.cells.iter().zip(&next.cells).any(|(own, more)| !own.is_empty() && more.is_empty());
        let all = pairs().all(|(_, more)| more.starts_with(|c: char| !c.is_uppercase()));
        let any = pairs().any(|(_, more)| lower(more));
        !figured && open && whole && any && (labelled && left || all && (labelled || left))
    }

    /// Takes in what the end of a page parted from the row.
    pub fn take_in(&mut self, next: &Row) {
        for (own, more) in self.cells.iter_mut().zip(&next.cells) {
            *own = joined([own.as_str(), more.as_str()].into_iter().filter(|it| !it.is_empty()));
        }
    }
}

/// The rows of a table, its head in one; without one, it goes on from the page before.
pub(super) fn rows(lines: &[Printed], found: &Found, drawn: &Drawn, headed: bool) -> Vec<Row> {
    let lines = &lines[found.lines.clone()];
    let columns = &found.columns;
    let ruled = by_rules(lines, columns, &drawn.level).filter(|bands| are_rows(bands, columns));
    let merges = ruled.as_ref().map(|_| drawn);
    let bands = ruled.unwrap_or_else(|| by_gaps(lines, columns));
    let heads = if headed { head_count(&bands, columns, drawn) } else { 0 };
    let (top, rest) = bands.split_at(heads);
    let head = (!top.is_empty()).then(|| head(&top.concat(), columns, drawn));
    head.into_iter().chain(body(rest, columns, merges)).collect()
}

pub(super) type Band<'a> = Vec<&'a Printed>;

/// Lines between drawn rules.
fn by_rules<'a>(lines: &'a [Printed], columns: &[Column], rules: &[Rule]) -> Option<Vec<Band<'a>>> {
    let mut bands: Vec<Band<'a>> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let head = bands.len() == 1 && bands[0].iter().all(|above| ends_head(above, line, columns));
        let parted = index == 0 || head || is_ruled(&lines[index - 1], line, columns, rules);
        match bands.last_mut() {
            Some(band) if !parted => band.push(line),
            _ => bands.push(vec![line]),
        }
    }
    let one_row = || matches!(bands.as_slice(), [head, row] if wrapped::is_only_row(head, row, columns));
    (bands.len() >= 3 || one_row()).then_some(bands)
}

/// Whether a line is the first row below a head that nothing parts from it, as where every
/// second row is filled: words stand above its figures.
fn ends_head(above: &Printed, line: &Printed, columns: &[Column]) -> bool {
    let figured = amounts(line.stretches.iter(), columns);
    let heads = above.stretches.iter().filter(|it| !is_figure(&it.text) || is_year(&it.text));
    let over = heads.filter(|it| columns_of(columns, it).any(|column| figured.contains(&column)));
    line.baseline - above.baseline > 0.95 * line.size
        && over.count() * 2 >= figured.len().max(2)
        && amounts(above.stretches.iter(), columns).is_empty()
}

/// The columns beyond the labels that hold figures other than years.
fn amounts<'a>(stretches: impl Iterator<Item = &'a Stretch>, columns: &[Column]) -> Vec<usize> {
    let all = stretches.filter(|it| is_figure(&it.text) && !is_year(&it.text));
    all.map(|it| columns_of(columns, it).start).filter(|column| *column > 0).collect()
}

/// Whether a figure is a year, or a day or years beginning with one: "2031", "2031-12-31", "2031/32".
pub(super) fn is_year(text: &str) -> bool {
    let (year, rest) = text.split_at_checked(4).unwrap_or_default();
    let more = |c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | '\u{2013}');
    let dated = rest.is_empty() || (rest.starts_with(['-', '/', '\u{2013}']) && rest.chars().all(more));
    dated && year.parse::<u32>().is_ok_and(|year| (1950..2100).contains(&year))
}

/// Whether rules part two lines over most of the table's width.
fn is_ruled(above: &Printed, below: &Printed, columns: &[Column], rules: &[Rule]) -> bool {
    let (Some(first), Some(last)) = (columns.first(), columns.last()) else { return false };
    let between = |rule: &&Rule| {
        let y = rule.area.center().y;
        y > above.baseline - 0.1 * above.size && y < below.baseline - 0.3 * below.size
    };
    let mut spans: Vec<(f64, f64)> = rules
        .iter()
        .filter(between)
        .map(|rule| (rule.area.x0.max(first.left), rule.area.x1.min(last.right)))
        .filter(|(from, to)| to > from)
        .collect();
    spans.sort_by(|a, b| super::printed::by(a.0, b.0));
    let (mut covered, mut reached) = (0.0, f64::MIN);
    for (from, to) in spans {
        covered += (to - from.max(reached)).max(0.0);
        reached = f64::max(reached, to);
    }
    covered > 0.6 * (last.right - first.left)
}

/// Whether bands are rows: hardly any holds two figures below one another.
fn are_rows(bands: &[Band<'_>], columns: &[Column]) -> bool {
    let doubled = bands.iter().filter(|band| {
        let figures: Vec<usize> = figures(band, columns).collect();
        (0..columns.len()).any(|column| figures.iter().filter(|own| **own == column).count() > 1)
    });
    doubled.count() * 10 <= bands.len()
}

pub(super) fn figures<'a>(band: &'a [&Printed], columns: &'a [Column]) -> impl Iterator<Item = usize> + 'a {
    let stretches = band.iter().flat_map(|line| &line.stretches);
    stretches.filter(|it| is_figure(&it.text)).map(|it| columns_of(columns, it).start)
}

/// Lines parted by wider gaps, or by what they hold where gaps do not tell.
fn by_gaps<'a>(lines: &'a [Printed], columns: &[Column]) -> Vec<Band<'a>> {
    let units = wrapped::units(lines);
    let Some(pitch) = wrap_pitch(lines, columns) else { return wrapped::rows(units, columns) };
    let mut bands: Vec<Band<'a>> = Vec::new();
    for unit in &units {
        match bands.last_mut() {
            Some(band) if is_same_row(band, unit, pitch, columns) => band.extend(unit),
            _ => bands.push(unit.clone()),
        }
    }
    let whole = units.iter().filter(|unit| wrapped::is_whole(unit, columns)).count();
    if whole * 5 > bands.len() * 8 { wrapped::rows(units, columns) } else { bands }
}

/// How far lines stand within a cell, where that can be told from how far rows stand.
fn wrap_pitch(lines: &[Printed], columns: &[Column]) -> Option<f64> {
    let gaps: Vec<f64> = lines
        .windows(2)
        .filter(|pair| shares_column(&pair[0], &pair[1], columns))
        .map(|pair| pair[1].baseline - pair[0].baseline)
        .collect();
    let least = gaps.iter().copied().fold(f64::MAX, f64::min);
    let most = gaps.iter().copied().fold(0.0, f64::max);
    let size = lines.first().map_or(0.0, |line| line.size);
    (least < 1.7 * size && most > 1.2 * least).then_some(least)
}

fn shares_column(a: &Printed, b: &Printed, columns: &[Column]) -> bool {
    let of = |line: &Printed| -> Vec<usize> {
        line.stretches.iter().map(|it| columns_of(columns, it).start).collect()
    };
    let of_a = of(a);
    of(b).iter().any(|column| of_a.contains(column))
}

fn is_same_row(band: &[&Printed], unit: &[&Printed], pitch: f64, columns: &[Column]) -> bool {
    let (Some(last), Some(line)) = (band.last(), unit.first()) else { return false };
    let filled: Vec<usize> = figures(band, columns).collect();
    let clashes = figures(unit, columns).any(|column| filled.contains(&column));
    !clashes && line.baseline - last.baseline < 1.15 * pitch
}

/// How many bands are the head: bold ones above others, or those below a heading that spans
/// columns; else one.
fn head_count(bands: &[Band<'_>], columns: &[Column], drawn: &Drawn) -> usize {
    let is_head = |band: &&Band<'_>| {
        let amounts = amounts(band.iter().flat_map(|line| &line.stretches), columns);
        band.iter().all(|line| line.bold) && amounts.is_empty()
    };
    let opens_section = |band: &&Band<'_>| {
        let mut all = band.iter().flat_map(|line| &line.stretches);
        let first = all.next().is_some_and(|it| columns_of(columns, it).start == 0);
        first && all.next().is_none()
    };
    let first = usize::from(bands.first().as_ref().is_some_and(is_head));
    let more = bands.iter().skip(1).take_while(|band| is_head(band) && !opens_section(band));
    let bold = if first > 0 { 1 + more.count() } else { 0 };
    let spans = |band: &Band<'_>| {
        let mut all = band.iter().flat_map(|line| &line.stretches);
        let wide = all.any(|it| columns_of(columns, it).len() > 1);
        wide || band.first().is_some_and(|line| spread::is_over_several(line, columns, drawn))
    };
    if (1..=3).contains(&bold) && bold < bands.len() {
        return bold;
    }
    let spanned = bands.first().is_some_and(|band| band.len() == 1 && spans(band));
    usize::from(spanned && bands.len() > 2 && bands.get(1).is_some_and(|band| names_columns(band, columns)))
        + 1
}

/// Whether a band below the first names columns: words or years over several of them.
fn names_columns(band: &[&Printed], columns: &[Column]) -> bool {
    let all = band.iter().flat_map(|line| &line.stretches);
    let named = all.filter(|it| columns_of(columns, it).start > 0);
    let (mut count, mut years) = (0, true);
    for stretch in named {
        count += 1;
        years &= !is_figure(&stretch.text) || is_year(&stretch.text);
    }
    count > 1 && years
}

/// The cells of a head's lines as one row: words over several columns stand in all of them, before those of
/// the column itself.
fn head(band: &[&Printed], columns: &[Column], drawn: &Drawn) -> Row {
    let mut over: Vec<Vec<&str>> = vec![Vec::new(); columns.len()];
    let mut own: Vec<Vec<&str>> = vec![Vec::new(); columns.len()];
    let places = spread::places(band, columns, drawn);
    for (line, places) in band.iter().zip(places) {
        for (stretch, at) in line.stretches.iter().zip(places) {
            let cells = if at.len() > 1 { &mut over } else { &mut own };
            cells[at].iter_mut().for_each(|cell| cell.push(&stretch.text));
        }
    }
    let cells = over.into_iter().zip(own).map(|(over, own)| {
        let (over, own) = (joined(over), joined(own));
        if over.is_empty() || own.is_empty() { over + &own } else { format!("{over} {own}") }
    });
    let (page, number) = band.first().map_or((0, 0), |line| (line.page, line.number));
    Row { cells: cells.collect(), page, number }
}

/// The rows of bands; a stretch that spans columns stands in the first. Words in the middle of a cell that
/// goes over several rows stand in the first of these.
fn body(bands: &[Band<'_>], columns: &[Column], drawn: Option<&Drawn>) -> Vec<Row> {
    let mut cells: Vec<Vec<Vec<&str>>> = vec![vec![Vec::new(); columns.len()]; bands.len()];
    for (at, band) in bands.iter().enumerate() {
        for line in band {
            for stretch in &line.stretches {
                let column = columns_of(columns, stretch).start;
                let first =
                    drawn.map(|drawn| first_band(&bands[..at], drawn.top(line, stretch, &columns[column])));
                let row = first.filter(|row| cells[*row..at].iter().all(|row| row[column].is_empty()));
                cells[row.unwrap_or(at)][column].push(&stretch.text);
            }
        }
    }
    let place = |band: &Band<'_>| band.first().map_or((0, 0), |line| (line.page, line.number));
    let rows = cells.into_iter().zip(bands).map(|(cells, band)| {
        let (page, number) = place(band);
        Row { cells: cells.into_iter().map(joined).collect(), page, number }
    });
    rows.collect()
}

/// The first of the bands above that goes on below a height; their number where none does.
fn first_band(above: &[Band<'_>], top: f64) -> usize {
    let below = |band: &Band<'_>| band.iter().all(|line| line.baseline - 0.3 * line.size > top);
    above.len() - above.iter().rev().take_while(|band| below(band)).count()
}
