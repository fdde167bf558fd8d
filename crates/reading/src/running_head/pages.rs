//! The page of every line, as far as the heads tell it.

use super::Candidate;
use crate::source::Source;
use std::collections::HashSet;
use std::ops::Range;

/// Gives lines the page that the heads tell. Between two heads whose numbers differ by more
/// than one, page breaks without head are counted; where they do not fit, the page is unknown.
pub(super) fn set_pages(source: &mut Source, found: &[Candidate]) {
    let heads: Vec<(usize, u32)> =
        found.iter().filter_map(|candidate| Some((candidate.line, candidate.page?))).collect();
    let last_page = found.iter().filter_map(|candidate| candidate.pages).max();
    let foot = stands_at_foot(source, &heads);
    for (index, (line, page)) in heads.iter().enumerate() {
        if foot {
            let from = if index == 0 { 0 } else { heads[index - 1].0 + 1 };
            (from..=*line).for_each(|at| source.lines[at].page = Some(*page));
            continue;
        }
        let next = heads.get(index + 1);
        let end = next.map_or(source.len(), |(line, _)| *line);
        let wanted = next.map(|(_, page)| *page).or(last_page.map(|last| last + 1));
        number_stretch(source, *line..end, *page, wanted);
    }
}

fn number_stretch(source: &mut Source, lines: Range<usize>, page: u32, wanted: Option<u32>) {
    let breaks: Vec<usize> = lines.clone().skip(1).filter(|line| breaks_page(source, *line)).collect();
    let steps = wanted.and_then(|wanted| wanted.checked_sub(page)).unwrap_or(1);
    let fits = u32::try_from(breaks.len()).is_ok_and(|count| count + 1 == steps);
    let mut current = Some(page);
    let mut next = breaks.iter().peekable();
    for line in lines {
        if next.next_if(|at| **at == line).is_some() {
            current = current.filter(|_| fits || steps == 1).map(|page| if fits { page + 1 } else { page });
        }
        source.lines[line].page = current;
    }
}

/// A form feed, or one space before a capital right after a line of text: how a page break
/// is left in text out of PDFs.
pub(crate) fn breaks_page(source: &Source, line: usize) -> bool {
    source.feeds[line]
        || (line > 0 && !source.blank(line - 1) && source.indented_once(line) && !source.in_series(line))
}

fn stands_at_foot(source: &Source, heads: &[(usize, u32)]) -> bool {
    let near = |line: usize, ahead: bool| {
        (0..3).any(|step| {
            let at = if ahead { line + 1 + step } else { line.saturating_sub(step) };
            at < source.len() && source.feeds[at]
        })
    };
    let after = heads.iter().filter(|(line, _)| near(*line, true) && !near(*line, false)).count();
    let before = heads.iter().filter(|(line, _)| near(*line, false)).count();
    after > before
}

/// Those of some lines that stand first or last on a page: nothing parts them from a page break, the number of
/// a page, or the ends of the text.
pub(super) fn edges(source: &Source, found: &[Candidate]) -> HashSet<usize> {
    let numbers: HashSet<usize> =
        found.iter().filter(|it| it.page.is_some() && it.rest.is_empty()).map(|it| it.line).collect();
    let at_edge = |line: usize| {
        let above = (0..line).rev().find(|above| !source.blank(*above));
        let below = (line + 1..source.len()).find(|below| !source.blank(*below));
        let fed = |from: usize, to: usize| (from..=to).any(|line| source.feeds[line]);
        above.is_none_or(|above| numbers.contains(&above) || fed(above + 1, line))
            || below.is_none_or(|below| numbers.contains(&below) || fed(line + 1, below))
    };
    found.iter().map(|it| it.line).filter(|line| at_edge(*line)).collect()
}
