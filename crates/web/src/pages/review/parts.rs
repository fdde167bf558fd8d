//! What a review consists of, and which of it has a page of its own: a long review is shown as
//! an index, so that its first page is quick whatever there is to decide.

use std::ops::Range;
use uppsikt_app::review::Rejection;
use uppsikt_app::review::lineage::LineageRow;
use uppsikt_app::review::rows::Row;
use uppsikt_app::review::text::OtherLine;
use uppsikt_app::review::view::{Group, LINEAGE, ReviewView, Standing};

/// A review with more rows than these is long.
const SHOWN: usize = 60;
/// In a long review a part with more rows than these has a page of its own.
pub const LARGEST: usize = 20;
/// So many rows stand on one page of a part.
const ON_A_PAGE: usize = 50;
/// So many lines take as much place as a row.
const LINES: usize = 6;
/// The id of what was rejected before.
const BEFORE: &str = "forut";
/// The id of what other documents say already.
const KNOWN: &str = "kant";
/// The id of lines that propose nothing.
const OTHER: &str = "ovrigt";

/// A part of a review.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// The id, unique in the review.
    pub id: &'a str,
    /// What it holds.
    pub body: Body<'a>,
    /// Whether it has a page of its own.
    pub apart: bool,
}

/// What a part of a review holds.
#[derive(Debug, Clone, Copy)]
pub enum Body<'a> {
    /// What continues as what.
    Lineage(&'a [LineageRow]),
    /// Proposals of a section.
    Group(&'a Group),
    /// What was rejected in an earlier import.
    Before(&'a [(Row, Rejection)]),
    /// What other documents say already: there is nothing to decide.
    Known(&'a [Row]),
    /// Lines that differ and propose nothing.
    Other(&'a [OtherLine]),
}

impl Part<'_> {
    /// How many rows or lines it has.
    pub fn len(&self) -> usize {
        match self.body {
            Body::Lineage(rows) => rows.len(),
            Body::Group(group) => group.rows.len(),
            Body::Before(rows) => rows.len(),
            Body::Known(rows) => rows.len(),
            Body::Other(lines) => lines.len(),
        }
    }

    /// How many of its rows are not decided.
    pub fn open(&self) -> usize {
        let open = |standing: &Standing| *standing == Standing::Open;
        match self.body {
            Body::Lineage(rows) => rows.iter().filter(|row| open(&row.standing)).count(),
            Body::Group(group) => group.rows.iter().filter(|row| open(&row.standing)).count(),
            Body::Before(_) | Body::Known(_) | Body::Other(_) => 0,
        }
    }

    fn weight(&self) -> usize {
        if matches!(self.body, Body::Other(_)) { self.len().div_ceil(LINES) } else { self.len() }
    }

    /// How many pages of its own it takes.
    pub fn pages(&self) -> usize {
        self.len().div_ceil(self.on_a_page()).max(1)
    }

    fn on_a_page(&self) -> usize {
        if matches!(self.body, Body::Other(_)) { ON_A_PAGE * LINES } else { ON_A_PAGE }
    }

    /// The rows of a page, from 1; of one that is not there: of the nearest.
    pub fn rows_of(&self, page: usize) -> Range<usize> {
        let first = (page.clamp(1, self.pages()) - 1) * self.on_a_page();
        first..(first + self.on_a_page()).min(self.len())
    }
}

/// The parts of a review that hold something, in order. In a long one the large parts have pages
/// of their own, and so has what comes after as many rows as fit.
pub fn parts(view: &ReviewView) -> Vec<Part<'_>> {
    let groups = view.groups.iter().map(|group| (group.id.as_str(), Body::Group(group)));
    let all = std::iter::once((LINEAGE, Body::Lineage(&view.lineage)))
        .chain(groups)
        .chain([(BEFORE, Body::Before(&view.before)), (KNOWN, Body::Known(&view.known))])
        .chain([(OTHER, Body::Other(&view.other_lines))]);
    let all = all.map(|(id, body)| Part { id, body, apart: false });
    let mut parts: Vec<Part<'_>> = all.filter(|part| part.len() > 0).collect();
    if is_long(&parts) {
        let mut shown = 0;
        for part in &mut parts {
            part.apart = part.weight() > LARGEST || shown + part.weight() > SHOWN;
            shown += if part.apart { 0 } else { part.weight() };
        }
    }
    parts
}

/// What is contradicted in parts that have pages of their own: it is shown before all else.
pub fn contradicted<'a>(parts: &[Part<'a>]) -> Vec<&'a Row> {
    let apart = parts.iter().filter(|part| part.apart);
    let groups = apart.filter_map(|part| if let Body::Group(group) = part.body { Some(group) } else { None });
    let rows = groups.flat_map(|group| &group.rows);
    rows.filter(|row| row.is_contradicted()).collect()
}

/// Whether a review is shown as an index.
pub fn is_long(parts: &[Part<'_>]) -> bool {
    parts.iter().map(Part::weight).sum::<usize>() > SHOWN
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(count: usize) -> Vec<OtherLine> {
        vec![OtherLine { number: 1, text: "Alla badar.".into(), gone: false }; count]
    }

    #[test]
    fn a_part_is_cut_in_pages_and_a_page_that_is_not_there_is_the_nearest() {
        let all = lines(ON_A_PAGE * LINES + 1);
        let part = Part { id: OTHER, body: Body::Other(&all), apart: true };
        assert_eq!(part.pages(), 2);
        assert_eq!(part.rows_of(0), 0..300);
        assert_eq!((part.rows_of(2), part.rows_of(9)), (300..301, 300..301));
    }
}
