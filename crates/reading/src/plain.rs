//! Plain text as pieces: headings are decided by structure, by known words and by the
//! table of contents.

mod agenda;
mod items;
mod paragraphs;

use crate::book::{Book, Known};
use crate::breaks::breaks;
use crate::chunks::{Chunk, Width, chunks, take_rules};
use crate::contents::squeezed;
use crate::diagrams;
use crate::headings::{are_unmarked, goal_codes, is_goal, loose_runs};
use crate::joined::Joined;
use crate::piece::{Heading, Piece};
use crate::source::Source;
use crate::tables::caption::caption_above;
use crate::tables::{
    build, cells, columnwise, goal_cells, leading, measured, plain as tables, ragged, spaced, stacked,
    tabbed, verdicts, worded,
};
use std::collections::{HashMap, HashSet};
use uppsikt_domain::document::LineRole;

/// Reads chunk by chunk; what it reads is kept as pieces.
pub(crate) struct Reader<'a> {
    pub source: &'a Source,
    pub book: &'a Book<'a>,
    pub titles: &'a HashSet<String>,
    pub width: Width,
    pub chunks: Vec<Chunk>,
    /// How often a short paragraph comes back.
    pub repeated: HashMap<String, usize>,
    /// Chunks that stand in a run of short ones and so are no headings.
    pub loose: Vec<bool>,
    /// Whether names right above their assessments are goals.
    pub unmarked_goals: bool,
    /// The letters of the codes that goals have.
    pub codes: HashSet<String>,
    pub pieces: Vec<Piece>,
    taken: Vec<(usize, LineRole, String)>,
}

/// Reads the free lines of plain text.
pub(crate) fn read(source: &mut Source, book: &Book<'_>, titles: &HashSet<String>) -> Vec<Piece> {
    take_rules(source);
    let tabbed = tabbed::find(source, book);
    take_rows(source, &tabbed);
    let parted = breaks(source, book, titles);
    let all = chunks(source, &parted);
    let verdicts = verdicts::find(source, &all, book);
    take_rows(source, &verdicts);
    let all = if verdicts.is_empty() { all } else { chunks(source, &parted) };
    let codes = goal_codes(source, book);
    let mut spaced = spaced::find(source, &all, book, &codes);
    spaced.iter_mut().for_each(|(lines, laid)| caption_above(source, book, lines, laid));
    take_rows(source, &spaced);
    let columnwise = columnwise::find(source, &chunks(source, &parted), book);
    take_rows(source, &columnwise);
    spaced.extend(columnwise);
    let leading = leading::find(source, book);
    take_rows(source, &leading);
    spaced.extend(leading);
    spaced.extend(verdicts);
    spaced.extend(fallen_apart(source, book));
    let mut ragged = ragged::find(source, book, titles, true);
    ragged.iter_mut().for_each(|(lines, laid)| caption_above(source, book, lines, laid));
    take_rows(source, &ragged);
    spaced.extend(ragged);
    let mut celled = cells::find(source, book, titles);
    celled.iter_mut().for_each(|(lines, laid)| caption_above(source, book, lines, laid));
    take_rows(source, &celled);
    spaced.extend(celled);
    let mut ragged = ragged::find(source, book, titles, false);
    ragged.iter_mut().for_each(|(lines, laid)| caption_above(source, book, lines, laid));
    take_rows(source, &ragged);
    spaced.extend(ragged);
    let all = if spaced.is_empty() { all } else { chunks(source, &parted) };
    let found = tables::find(source, &all, book, titles);
    let mut laid: Vec<(Vec<usize>, build::Laid)> =
        found.iter().map(|raw| (raw.lines.clone(), build::lay(source, raw, book))).collect();
    take_rows(source, &laid);
    laid.extend(spaced);
    laid.extend(tabbed);
    laid.sort_by_key(|(lines, _)| lines.first().copied());
    let rest = chunks(source, &parted);
    let mut reader = Reader {
        width: Width::of(&rest, source),
        repeated: repeated(source, &rest),
        loose: loose_runs(source, &rest, book, titles),
        unmarked_goals: are_unmarked(source, book),
        codes,
        chunks: rest,
        source,
        book,
        titles,
        pieces: Vec::new(),
        taken: Vec::new(),
    };
    reader.run(laid);
    let Reader { pieces, taken, .. } = reader;
    for (line, role, by) in taken {
        source.take(line, role, &by);
    }
    pieces
}

/// Finds tables whose cells are lines or paragraphs of their own, or that single spaces part, and takes their lines.
fn fallen_apart(source: &mut Source, book: &Book<'_>) -> Vec<(Vec<usize>, build::Laid)> {
    let mut all = Vec::new();
    let mut paragraphs = chunks(source, &HashSet::new());
    for find in [goal_cells::find, stacked::find, measured::find, worded::find] {
        let found = find(source, &paragraphs, book);
        if !found.is_empty() {
            take_rows(source, &found);
            all.extend(found);
            paragraphs = chunks(source, &HashSet::new());
        }
    }
    all
}

fn take_rows(source: &mut Source, laid: &[(Vec<usize>, build::Laid)]) {
    for line in laid.iter().flat_map(|(lines, _)| lines) {
        source.take(*line, LineRole::Table, "table-row");
    }
}

/// Whether the last heading of what is read is a goal's, but for those of a goal's parts.
pub(crate) fn opens_goal(pieces: &[Piece]) -> bool {
    let part = |heading: &Heading| heading.meanings.first().is_some_and(Known::is_goal_part);
    let last = pieces.iter().rev().find_map(|piece| match piece {
        Piece::Heading(heading) if !part(heading) => Some(heading),
        _ => None,
    });
    last.is_some_and(|heading| is_goal(&heading.meanings))
}

fn repeated(source: &Source, chunks: &[Chunk]) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for chunk in chunks.iter().filter(|chunk| chunk.lines.len() <= 2) {
        let text = Joined::lines(source, chunk.lines.iter().copied()).text;
        *counts.entry(squeezed(&text)).or_default() += 1;
    }
    counts
}

impl Reader<'_> {
    fn run(&mut self, laid: Vec<(Vec<usize>, build::Laid)>) {
        let mut tables = laid.into_iter().peekable();
        for at in 0..self.chunks.len() {
            let first = self.chunks[at].lines[0];
            while let Some((_, table)) =
                tables.next_if(|(lines, _)| lines.first().is_some_and(|line| *line < first))
            {
                self.pieces.push(Piece::Table(Box::new(table)));
            }
            self.chunk(at);
        }
        self.pieces.extend(tables.map(|(_, table)| Piece::Table(Box::new(table))));
    }

    pub(crate) fn take(&mut self, lines: &[usize], role: LineRole, by: &str) {
        self.taken.extend(lines.iter().map(|line| (*line, role, by.to_owned())));
    }

    pub fn words(&self, lines: &[usize]) -> Joined {
        Joined::lines(self.source, lines.iter().copied())
    }

    fn chunk(&mut self, at: usize) {
        let lines = self.chunks[at].lines.clone();
        let mut from = 0;
        if self.is_noise(&lines) {
            self.take(&lines, LineRole::Unread, "noise");
            return;
        }
        while from < lines.len() {
            let step = self.step(at, &lines, from);
            from += step.max(1);
        }
    }

    /// Nothing but signs and loose figures: nobody can say what it is.
    fn is_noise(&self, lines: &[usize]) -> bool {
        lines.iter().all(|line| !self.source.text(*line).chars().any(char::is_alphabetic))
    }

    /// Takes the next stretch of a chunk; gives the number of lines taken.
    fn step(&mut self, at: usize, lines: &[usize], from: usize) -> usize {
        let rest = &lines[from..];
        if let Some(count) = self.agenda(rest) {
            return count;
        }
        if let Some(count) = self.diagram(rest).or_else(|| self.stated(rest)) {
            return count;
        }
        if let Some((count, heading)) = self.heading(at, rest, from == 0) {
            let by =
                heading.meanings.first().map_or("heading-by-shape", |known| known.by.as_str()).to_owned();
            let by = if heading.listed && heading.meanings.is_empty() {
                "heading-in-contents".to_owned()
            } else {
                by
            };
            self.take(&rest[..count], LineRole::Heading, &by);
            self.pieces.push(Piece::Heading(heading));
            return count;
        }
        if let Some(count) = self.item(rest).or_else(|| self.bare_list(rest)) {
            return count;
        }
        self.paragraph(at, rest, from == 0)
    }

    /// "Diagram 3: …" and "Källa: …" after it.
    fn diagram(&mut self, rest: &[usize]) -> Option<usize> {
        let text = self.source.text(rest[0]);
        let sourced = diagrams::is_source(text);
        if let Some(Piece::Diagram { source, .. }) = self.pieces.last_mut()
            && sourced
            && source.is_empty()
        {
            *source = Joined::line(self.source, rest[0]);
            self.take(&rest[..1], LineRole::Text, "diagram-source");
            return Some(1);
        }
        let named = diagrams::is_caption(self.book, text);
        if !named || rest.len() > 3 {
            return None;
        }
        let caption = self.words(rest);
        self.take(rest, LineRole::Text, "diagram-caption");
        self.pieces.push(Piece::Diagram { caption, source: Joined::default() });
        Some(rest.len())
    }
}
