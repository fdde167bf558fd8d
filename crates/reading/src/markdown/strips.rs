//! A row alone in which words for an assessment and what is assessed stand by turns: "Bedömning för året",
//! "Uppfyllt", "Bedömning för perioden", "Delvis uppfyllt".

use super::Reader;
use crate::book::first_fit;
use crate::piece::Piece;
use crate::table_goals::status;
use crate::tables::build::{Laid, LaidRow};
use crate::tables::grid;
use uppsikt_domain::document::LineRole;
use uppsikt_domain::place::{Span, TextAt};

/// Assessments in a row, at most.
const MOST_PAIRS: usize = 3;

impl Reader<'_> {
    /// Such a row as a table of one row: the words for assessments are its head.
    pub(super) fn strip(&mut self, lines: &[usize], count: usize) -> Option<usize> {
        let (first, rest) = lines.split_first()?;
        let alone = lines.len() <= 2 && rest.iter().all(|at| grid::is_rule(self.source.text(*at)));
        if !alone || !grid::is_pipe_row(self.source.text(*first)) {
            return None;
        }
        let cells = grid::cells(self.source, *first);
        let pairs = cells.len() / 2;
        let whole = cells.len().is_multiple_of(2) && (1..=MOST_PAIRS).contains(&pairs);
        if !whole || !cells.chunks(2).all(|pair| self.is_assessed(pair)) {
            return None;
        }
        let span = span_of(&cells)?;
        let (heads, told): (Vec<_>, Vec<_>) =
            cells.chunks(2).map(|pair| (pair[0].clone(), pair[1].clone())).unzip();
        let mut heads = heads.into_iter();
        let mut told = told.into_iter();
        let row = LaidRow {
            label: told.next().unwrap_or_default(),
            cells: told.by_ref().map(Some).collect(),
            note: None,
        };
        let laid = Laid {
            caption: None,
            label_heading: heads.next(),
            columns: heads.collect(),
            note_heading: None,
            rows: vec![row],
            span,
        };
        (*first..*first + count).for_each(|line| self.source.take(line, LineRole::Table, "table-row"));
        self.pieces.push(Piece::Table(Box::new(laid)));
        Some(count)
    }

    /// Whether the first of two cells asks for an assessment and the second is one.
    fn is_assessed(&self, pair: &[TextAt]) -> bool {
        let [head, told] = pair else { return false };
        let words = &self.book.goal_tables;
        let fits = [&words.term, &words.period].into_iter().any(|all| first_fit(all, &head.text).is_some());
        fits && status(&told.text, self.book).is_some() && status(&head.text, self.book).is_none()
    }
}

fn span_of(cells: &[TextAt]) -> Option<Span> {
    Some(cells.first()?.span.to(cells.last()?.span))
}
