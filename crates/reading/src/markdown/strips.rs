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
/// Rows of a label and what it says, at most, and words of such a label.
const MOST_ROWS: usize = 4;
const MOST_WORDS_OF_LABEL: usize = 3;

impl Reader<'_> {
    /// Such a row as a table of one row: the words for assessments are its head. So are the first cells of
    /// rows of two where one of them is assessed: "Status | Delvis uppfyllt", "Trend | ↗".
    pub(super) fn strip(&mut self, lines: &[usize], count: usize) -> Option<usize> {
        let first = *lines.first()?;
        let rows: Vec<Vec<TextAt>> = lines
            .iter()
            .filter(|at| !grid::is_rule(self.source.text(**at)))
            .map(|at| grid::cells(self.source, *at))
            .filter(|cells| cells.iter().any(|cell| !cell.text.is_empty()))
            .collect();
        let piped = grid::is_pipe_row(self.source.text(first));
        let cells = match rows.as_slice() {
            [only] => self.pairs_of_row(only)?,
            [head, told] if head.len() == 1 && told.len() == 1 => {
                Some([head.as_slice(), told].concat()).filter(|pair| self.is_assessed(pair))?
            }
            rows => self.pairs_of_rows(rows)?,
        };
        let span = span_of(&cells).filter(|_| piped)?;
        let (heads, told): (Vec<_>, Vec<_>) =
            cells.chunks(2).map(|pair| (pair[0].clone(), pair[1].clone())).unzip();
        let mut heads = heads.into_iter();
        let mut told = told.into_iter();
        let row = LaidRow {
            label: told.next().unwrap_or_default(),
            cells: told.by_ref().map(Some).collect(),
            note: None,
            guessed: false,
        };
        let laid = Laid {
            caption: None,
            label_heading: heads.next(),
            columns: heads.collect(),
            note_heading: None,
            rows: vec![row],
            span,
        };
        (first..first + count).for_each(|line| self.source.take(line, LineRole::Table, "table-row"));
        self.pieces.push(Piece::Table(Box::new(laid)));
        Some(count)
    }

    fn pairs_of_row(&self, cells: &[TextAt]) -> Option<Vec<TextAt>> {
        let pairs = cells.len() / 2;
        let whole = cells.len().is_multiple_of(2) && (1..=MOST_PAIRS).contains(&pairs);
        (whole && cells.chunks(2).all(|pair| self.is_assessed(pair))).then(|| cells.to_vec())
    }

    fn pairs_of_rows(&self, rows: &[Vec<TextAt>]) -> Option<Vec<TextAt>> {
        let short = |row: &Vec<TextAt>| {
            row.len() == 2 && row[0].text.split(' ').count() <= MOST_WORDS_OF_LABEL && !row[0].text.is_empty()
        };
        let sound = (2..=MOST_ROWS).contains(&rows.len()) && rows.iter().all(short);
        let assessed = || rows.iter().any(|row| self.is_assessed(row));
        (sound && assessed()).then(|| rows.concat())
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
