//! Plain text as pieces: headings are decided by structure, by known words and by the
//! table of contents.

use crate::agenda;
use crate::book::{Book, Known, folded};
use crate::breaks::breaks;
use crate::chunks::{Chunk, Width, chunks, ends_sentence, is_bare_item, item_mark, take_rules, wants_more};
use crate::contents::squeezed;
use crate::diagrams;
use crate::headings::{are_unmarked, goal_codes, is_goal, is_marked, loose_runs};
use crate::joined::Joined;
use crate::piece::{Heading, Piece};
use crate::source::Source;
use crate::tables::caption::caption_above;
use crate::tables::{build, cells, columnwise, plain as tables, spaced, stacked, verdicts};
use std::collections::{HashMap, HashSet};
use uppsikt_domain::document::LineRole;
use uppsikt_text::figure;

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
    spaced.extend(verdicts);
    let stacked = stacked::find(source, &chunks(source, &HashSet::new()), book);
    take_rows(source, &stacked);
    spaced.extend(stacked);
    let mut celled = cells::find(source, book, titles);
    celled.iter_mut().for_each(|(lines, laid)| caption_above(source, book, lines, laid));
    take_rows(source, &celled);
    spaced.extend(celled);
    let all = if spaced.is_empty() { all } else { chunks(source, &parted) };
    let found = tables::find(source, &all, book, titles);
    let mut laid: Vec<(Vec<usize>, build::Laid)> =
        found.iter().map(|raw| (raw.lines.clone(), build::lay(source, raw, book))).collect();
    take_rows(source, &laid);
    laid.extend(spaced);
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

    fn agenda(&mut self, rest: &[usize]) -> Option<usize> {
        let after_agenda = matches!(self.pieces.last(), Some(Piece::AgendaIntro(_) | Piece::AgendaLink(_)));
        let text = self.source.text(rest[0]);
        let follows = after_agenda || self.below_goal();
        if (after_agenda && agenda::is_link(text) && !self.opens_next_goal(text))
            || (follows && agenda::is_own(text))
        {
            let more = rest.get(1).is_some_and(|next| {
                let next = self.source.text(*next);
                next.starts_with(char::is_lowercase) && !agenda::is_link(next)
            });
            let count = if more { 2 } else { 1 };
            let words = self.words(&rest[..count]);
            self.take(&rest[..count], LineRole::Agenda, "agenda-link");
            self.pieces.push(Piece::AgendaLink(words));
            return Some(count);
        }
        let colon = rest.iter().take(3).any(|line| self.source.text(*line).contains(':'));
        if let Some(count) = self.agenda_sentence(rest) {
            return Some(count);
        }
        let count = (1..=3.min(rest.len())).filter(|_| colon).find(|count| {
            let words = self.words(&rest[..*count]);
            let later = || rest[1..*count].iter().any(|line| self.opens_agenda(*line));
            let named = || self.below_goal() && agenda::are_own_after_colon(self.source, &words);
            words.text.contains(':')
                && !later()
                && (self.book.is_agenda_intro(&words.text) || named())
                && (words.text.ends_with(':') || !agenda::links_after_colon(self.source, &words).is_empty())
                && !is_marked(&self.book.headings(&words.text))
        })?;
        let count = count + self.further_links(&rest[..count], &rest[count..]);
        let words = self.words(&rest[..count]);
        self.take(&rest[..count], LineRole::Agenda, "agenda-intro");
        self.pieces.push(Piece::AgendaIntro(words));
        Some(count)
    }

    /// How many more lines links after a colon are printed on: names go on in lower case, or a comma
    /// wants more.
    fn further_links(&self, intro: &[usize], rest: &[usize]) -> usize {
        let mut open = self.words(intro).text;
        let more = |line: &&usize| {
            let text = self.source.text(**line);
            let goes_on = text.starts_with(char::is_lowercase) || open.ends_with([',', ';']);
            open = text.to_owned();
            goes_on && !text.ends_with(':')
        };
        if self.words(intro).text.ends_with([':', '.']) { 0 } else { rest.iter().take_while(more).count() }
    }

    /// Whether a line is marked as the goal above is, and names no goal of Agenda 2030.
    fn opens_next_goal(&self, text: &str) -> bool {
        let goal = self.pieces.iter().rev().find_map(|piece| match piece {
            Piece::Heading(heading) => heading.meanings.first().filter(|_| is_goal(&heading.meanings)),
            _ => None,
        });
        let same = |known: &Known| goal.is_some_and(|goal| goal.kind == known.kind && goal.by == known.by);
        !agenda::is_own(text) && self.book.headings(text).first().is_some_and(same)
    }

    fn below_goal(&self) -> bool {
        matches!(self.pieces.last(), Some(Piece::Heading(heading)) if is_goal(&heading.meanings))
    }

    /// Whether a line is the words before links to Agenda 2030, with a colon.
    pub(crate) fn opens_agenda(&self, line: usize) -> bool {
        let text = self.source.text(line);
        text.contains(':') && text.starts_with(char::is_uppercase) && self.book.is_agenda_intro(text)
    }

    /// A sentence right below a goal that names its links: "Målet bidrar till mål 4 God utbildning för
    /// alla i Agenda 2030."
    /// Further down in the goal it is a paragraph of its own that names them in their own words.
    fn agenda_sentence(&mut self, rest: &[usize]) -> Option<usize> {
        let below = self.below_goal();
        if !below && !opens_goal(&self.pieces) {
            return None;
        }
        let count = (1..=4.min(rest.len())).find(|count| {
            let text = self.words(&rest[..*count]).text;
            text.ends_with('.') && !text.contains(':') && self.book.is_agenda_intro(&text)
        })?;
        let words = self.words(&rest[..count]);
        let links = match below {
            true => agenda::links_in_sentence(self.source, &words),
            false if count < rest.len() => return None,
            false => agenda::own_links_in_sentence(self.source, &words),
        };
        if links.is_empty() {
            return None;
        }
        self.take(&rest[..count], LineRole::Agenda, "agenda-sentence");
        self.pieces.push(Piece::AgendaIntro(words));
        Some(count)
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

    fn item(&mut self, rest: &[usize]) -> Option<usize> {
        let raw = self.source.raw(rest[0]);
        let bare = is_bare_item(self.source, rest[0], self.after_bare_item(rest[0]));
        let mark = item_mark(raw);
        if mark.is_none() && self.brings_value(rest[0]) {
            return None;
        }
        if mark.is_none() && !((bare && self.may_be_bare_item(rest[0])) || self.resumes_list(rest[0])) {
            return None;
        }
        let (start, ordered) = mark.map_or((0, false), |mark| (mark.length, mark.ordered));
        let mut words = Joined::default();
        words.push(self.source, rest[0], start..raw.len());
        let mut count = 1;
        while let Some(next) = rest.get(count) {
            let ended =
                ends_sentence(&words.text) || self.width.ends_early(self.source, rest[count - 1], *next);
            let lower = self.source.text(*next).starts_with(char::is_lowercase);
            let marked = item_mark(self.source.raw(*next)).is_some();
            let marked = marked || (bare && self.source.in_series(*next));
            if marked || (ended && !lower && !self.hangs(rest[0], *next, &words)) {
                break;
            }
            words.push_line(self.source, *next);
            count += 1;
        }
        let by = if mark.is_some() { "list-item" } else { "list-item-without-mark" };
        self.take(&rest[..count], LineRole::Text, by);
        self.pieces.push(Piece::Item { ordered, words });
        Some(count)
    }

    /// Whether a line goes on an item by being set in under its words, or because these want more.
    fn hangs(&self, first: usize, next: usize, words: &Joined) -> bool {
        let indent = |line: usize| {
            let raw = self.source.raw(line);
            raw.len() - raw.trim_start_matches(' ').len()
        };
        let set_in = indent(next) >= indent(first) + 2;
        let open = !ends_sentence(&words.text);
        let figure = self.source.text(next).starts_with(|c: char| c.is_ascii_digit() || c == '(');
        let valued = words.text.ends_with(',') || self.awaits_value(&words.text);
        open && (set_in || wants_more(&words.text) || (figure && valued))
    }

    /// Whether an item ends in a word that a value follows ("målvärde"), or inside brackets.
    fn awaits_value(&self, text: &str) -> bool {
        let last = folded(text.rsplit(' ').next().unwrap_or_default());
        let words = &self.book.style.indicators;
        let named = |own: &String| own.len() > 3 && last.starts_with(own.as_str());
        words.targets.iter().chain(&words.outcomes).any(named)
            || text.rfind('(').is_some_and(|open| !text[open..].contains(')'))
    }

    /// Whether a line begins with the figure that the item before it ends without.
    fn brings_value(&self, line: usize) -> bool {
        let figure = self.source.text(line).starts_with(|c: char| c.is_ascii_digit());
        let open =
            matches!(self.pieces.last(), Some(Piece::Item { words, .. }) if self.awaits_value(&words.text));
        figure && open
    }

    /// Three or more short lines without stops, each for itself: a list without marks.
    fn bare_list(&mut self, rest: &[usize]) -> Option<usize> {
        let count = self.bare_lines(rest)?;
        for line in rest {
            let words = Joined::line(self.source, *line);
            self.pieces.push(Piece::Item { ordered: false, words });
        }
        self.take(rest, LineRole::Text, "list-without-marks");
        Some(count)
    }

    /// How many short lines without stops a chunk is, when it is nothing else.
    pub fn bare_lines(&self, rest: &[usize]) -> Option<usize> {
        let alone = |line: &usize| {
            let text = self.source.text(*line);
            text.starts_with(char::is_uppercase)
                && self.width.is_short(self.source, *line)
                && !ends_sentence(text)
                && !wants_more(text)
        };
        let count = rest.iter().take_while(|line| alone(line)).count();
        (count >= 3 && count == rest.len()).then_some(count)
    }

    fn after_bare_item(&self, line: usize) -> bool {
        self.opens_bare_list(line) || self.after_item() && line > 0 && !self.source.blank(line - 1)
    }

    /// The first of two lines or more set in by one space right below a heading.
    pub fn opens_bare_list(&self, line: usize) -> bool {
        let set_in = |line: usize| self.source.indented_once(line);
        let headed = matches!(self.pieces.last(), Some(Piece::Heading(_)));
        headed && set_in(line) && set_in(line + 1) && line > 0 && !set_in(line - 1)
    }

    /// Set in by one space: an item when the text before ends in a colon or in no stop, or an
    /// item stands before it.
    pub fn may_be_bare_item(&self, line: usize) -> bool {
        let series = self.source.indented_once(line + 1);
        match self.pieces.last() {
            Some(Piece::Item { .. }) => true,
            Some(Piece::Paragraph(words)) => !words.text.ends_with('.') || series,
            _ => series,
        }
    }

    /// Set in by one space, words and an amount as in an item before it under the same heading: the list
    /// goes on after what is said of that.
    pub fn resumes_list(&self, line: usize) -> bool {
        let amounted = |text: &str| {
            let mut words = text.split_whitespace().rev();
            words.next().is_some_and(|word| figure::unit(word).is_some())
                && words.next().is_some_and(|word| word.ends_with(|c: char| c.is_ascii_digit()))
        };
        let under_heading = self.pieces.iter().rev().take_while(|piece| !matches!(piece, Piece::Heading(_)));
        self.source.indented_once(line)
            && amounted(self.source.text(line))
            && under_heading
                .into_iter()
                .any(|piece| matches!(piece, Piece::Item { words, .. } if amounted(&words.text)))
    }

    /// Running text up to the next list item; goes on from the paragraph before where that
    /// did not end.
    fn paragraph(&mut self, at: usize, rest: &[usize], opens_chunk: bool) -> usize {
        let count = (1..rest.len()).find(|count| self.parts_at(rest, *count)).unwrap_or(rest.len());
        let words = self.words(&rest[..count]);
        self.take(&rest[..count], LineRole::Text, "text");
        if opens_chunk && self.goes_on(at, &words) {
            match self.pieces.last_mut() {
                Some(Piece::Paragraph(open) | Piece::Item { words: open, .. }) => open.append(&words),
                _ => self.pieces.push(Piece::Paragraph(words)),
            }
        } else {
            self.pieces.push(Piece::Paragraph(words));
        }
        count
    }

    /// Whether a paragraph ends before a line of the same chunk.
    fn parts_at(&self, rest: &[usize], count: usize) -> bool {
        let marked = item_mark(self.source.raw(rest[count])).is_some() || self.source.in_series(rest[count]);
        let (before, line) = (rest[count - 1], rest[count]);
        let stopped = ends_sentence(self.source.text(before));
        let opens = self.source.text(line).starts_with(char::is_uppercase);
        let early = self.width.ends_early(self.source, before, line);
        let short = self.width.is_short(self.source, before);
        marked || (opens && early && (stopped || short)) || self.opens_agenda(line)
    }

    /// Whether a paragraph is the rest of the one before it.
    fn goes_on(&self, at: usize, words: &Joined) -> bool {
        let open = match self.pieces.last() {
            Some(Piece::Paragraph(open) | Piece::Item { words: open, .. }) => open,
            _ => return false,
        };
        let lower = words.text.starts_with(|c: char| c.is_lowercase() || c == '(');
        let unended = !ends_sentence(&open.text);
        let across_page =
            self.chunks[at].fresh_page && unended && matches!(self.pieces.last(), Some(Piece::Paragraph(_)));
        let full = open
            .source_lines()
            .last()
            .is_some_and(|last| !self.width.ends_early(self.source, *last, self.chunks[at].lines[0]));
        let valued = self.brings_value(self.chunks[at].lines[0]);
        (unended && (lower || wants_more(&open.text) || valued)) || (across_page && full)
    }
}
