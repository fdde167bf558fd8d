//! A title that is printed on several lines.

use super::{Head, bare, fits_kind, is_heading, is_row};
use crate::book::{Book, folded};
use crate::headings::has_finite_verb;
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::tail::is_year;
use crate::title::{self, TitleLine};
use uppsikt_domain::document::{DocumentKind, LineRole};

/// A title is on so many lines at most.
const MOST_LINES: usize = 3;
/// A line of it is at most so long, in bytes.
const LONGEST: usize = 70;

/// A title, and the lines that it is printed on.
pub(super) struct Wrapped {
    lines: Vec<usize>,
    words: Joined,
    found: TitleLine,
}

/// The title that a line begins and the next ones end, where the line alone says no year: "Delårsrapport
/// för årets första" above "åtta månader 2031", or a year alone below it.
pub(super) fn title(source: &Source, book: &Book<'_>, line: usize, kind: DocumentKind) -> Option<Wrapped> {
    let (_, first) = bare(source.raw(line));
    let begins = first.len() <= LONGEST && !first.ends_with(['.', ':']) && !is_row(source.raw(line));
    let dated = || title::in_line(book, first).is_some_and(|found| found.year.is_some());
    if !begins || !book.may_hold_title(first) || dated() {
        return None;
    }
    let mut lines = vec![line];
    let mut words = pushed(Joined::default(), source, line);
    while lines.len() < MOST_LINES {
        let next = next(source, *lines.last()?)?;
        words = pushed(words, source, next);
        lines.push(next);
        let found = title::in_line(book, &words.text).filter(|found| {
            let ends = found.title.end.max(found.body.as_ref().map_or(0, |body| body.end));
            found.title.start == 0 && ends == words.text.len() && found.year.is_some()
        });
        // The year has to stand in the title, and the first line in it as a whole.
        let whole = |found: &TitleLine| found.title.end > first.len() && fits_kind(found, kind);
        if let Some(found) = found.filter(whole) {
            return Some(Wrapped { lines, words, found });
        }
    }
    None
}

/// The line that can go on a title: right below it, or, over an empty line, a year alone.
fn next(source: &Source, line: usize) -> Option<usize> {
    let below = (line + 1..source.len()).find(|at| !source.blank(*at)).filter(|at| source.free(*at))?;
    let (_, text) = bare(source.raw(below));
    let shaped = text.len() <= LONGEST && !text.ends_with('.') && !has_finite_verb(text);
    let shaped = shaped && !is_row(source.raw(below));
    let headed = is_heading(source.raw(below)) && !is_heading(source.raw(line));
    let first = folded(text.split(' ').next().unwrap_or_default());
    let joins = title::JOINING.contains(&first.as_str());
    let near = below == line + 1 || (below <= line + 3 && (is_year(text) || joins));
    (shaped && near && !headed).then_some(below)
}

fn pushed(mut words: Joined, source: &Source, line: usize) -> Joined {
    let raw = source.raw(line);
    let (start, text) = bare(raw);
    words.push(source, line, start..start + text.len());
    words
}

impl Wrapped {
    /// Takes the lines of the title, and gives the head what it says.
    pub fn take(self, source: &mut Source, head: &mut Head) {
        let Wrapped { lines, words, found } = self;
        if head.kind == DocumentKind::Unknown {
            head.kind = found.kind;
        }
        (head.year, head.whole) = (head.year.or(found.year), found.whole);
        head.title = head.title.take().or_else(|| Some(words.text_at(source, found.title)));
        head.body = head.body.take().or_else(|| Some(words.text_at(source, found.body?)));
        lines.into_iter().for_each(|line| source.take(line, LineRole::Title, "title"));
    }
}
