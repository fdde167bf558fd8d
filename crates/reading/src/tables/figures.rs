//! The figures at the end of a table row: which digits belong together, and in which column.
//!
//! "24 291 4 624" is two figures or one or four. The number of columns, what the row's
//! columns have to do with each other (`relations`), and the spaces between decide.

mod weighing;

use crate::tables::layout;
use crate::tables::relations::Relation;
use crate::tables::tail::{Shape, Tail, Word};
use std::ops::Range;
use uppsikt_domain::interval::Fixed;
use uppsikt_text::figure;
use weighing::{other_decimals, score, strangeness};

/// So many ways to split a row are gathered.
const MOST_WAYS: usize = 400;

/// So many spaces stand between figures, never inside one.
const WIDE: usize = 3;

/// One figure of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    /// Where, in bytes of the raw line. `None`: the cell is empty.
    pub range: Range<usize>,
    /// Digits and decimals.
    pub value: Option<(i64, u8)>,
}

/// How a row's figures fall into columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Split {
    /// How many words of the run belong to the label after all.
    pub label_words: usize,
    /// One for each column.
    pub cells: Vec<Option<Group>>,
}

/// The run read with every figure as long as it can be.
fn longest(raw: &str, tail: &Tail) -> Vec<Group> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tail.words.len() {
        let apart = (at + 1..tail.words.len()).find(|next| tail.words[*next].gap >= WIDE);
        let stop = apart.unwrap_or(tail.words.len());
        match ends(&tail.words[..stop], at).first() {
            Some(end) => {
                let range = tail.words[at].range.start..tail.words[end - 1].range.end;
                found.push(Group { value: value(&raw[range.clone()]), range });
                at = *end;
            }
            None => at += 1,
        }
    }
    found
}

/// The fewest figures that the run can be.
pub(crate) fn fewest(raw: &str, tail: &Tail) -> usize {
    longest(raw, tail).len()
}

/// The most figures that the run can be; a dash may be a cell of its own.
pub(crate) fn most(tail: &Tail) -> usize {
    tail.words.iter().filter(|word| !matches!(word.shape, Shape::Follow | Shape::Percent)).count()
}

/// How many figures the run must be where every figure begins with a sign, fewer than three
/// digits or decimals and has at most six digits, so that three bare digits can only go on
/// one. `None`: not so sure.
pub(crate) fn surely(raw: &str, tail: &Tail) -> Option<usize> {
    let groups = longest(raw, tail);
    let long = |group: &Group| digits(group) > 6;
    (begins_clearly(tail, &groups) && !groups.iter().any(long)).then_some(groups.len())
}

/// The figures of a row that has just as many as there are columns, each with a clear start.
pub(crate) fn clearly(raw: &str, tail: &Tail, columns: usize) -> Option<Vec<Option<Group>>> {
    let groups = longest(raw, tail);
    let sure = groups.len() == columns && begins_clearly(tail, &groups);
    sure.then(|| groups.into_iter().map(Some).collect())
}

fn begins_clearly(tail: &Tail, groups: &[Group]) -> bool {
    let dashed = tail.words.iter().any(|word| word.shape == Shape::Dash);
    let begins_bare = |group: &Group| {
        tail.words.iter().any(|word| {
            word.range.start == group.range.start
                && word.gap < WIDE
                && matches!(word.shape, Shape::Group | Shape::GroupEnd)
        })
    };
    !dashed && !groups.iter().any(begins_bare)
}

/// Whether there is only one way to read a row in `columns` columns.
pub(crate) fn only_way(raw: &str, tail: &Tail, columns: usize) -> Option<Vec<Option<Group>>> {
    let mut full =
        ways(raw, tail, columns).into_iter().filter(|way| way.groups.len() == columns && way.skipped == 0);
    let first = full.next()?;
    full.next().is_none().then(|| first.groups.into_iter().map(|(group, _)| Some(group)).collect())
}

/// What rows of a table usually look like, by those that leave no doubt.
#[derive(Debug, Clone, Default)]
pub(crate) struct Usual {
    /// Digits of a figure, by column.
    pub digits: Vec<usize>,
    /// Decimals of a figure, by column, where all have as many.
    pub decimals: Vec<Option<u8>>,
    /// Right edges of columns, in characters. Empty: the table is not set out with spaces.
    pub edges: Vec<usize>,
}

/// A way to read a row.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub split: Split,
    /// How much speaks for it, what its columns have to do with each other aside.
    base: i32,
    values: Vec<Option<Fixed>>,
    decimals: u8,
}

/// What speaks for a way that keeps a relation of the columns, and against one that does not.
const KEPT: i32 = 12;
const BROKEN: i32 = 2;

impl Candidate {
    /// Whether it keeps a relation; `None`: it has too few figures to tell.
    pub fn keeps(&self, relation: &Relation) -> Option<bool> {
        relation.holds(&self.values, self.decimals)
    }

    /// How much speaks for it.
    pub fn score(&self, relations: &[Relation]) -> i32 {
        let of_relation = |relation: &Relation| match self.keeps(relation) {
            Some(true) => KEPT,
            Some(false) => -BROKEN,
            None => 0,
        };
        self.base + relations.iter().map(of_relation).sum::<i32>()
    }

    /// Whether any of its figures is other than nought.
    pub fn is_telling(&self) -> bool {
        self.values.iter().flatten().any(|value| *value != Fixed::ZERO)
    }
}

/// Where a row can be read with all columns, so many empty cells are tried as well.
const MOST_HOLES: usize = 2;
/// So many ways of a row are weighed, and so many of them kept.
const MOST_WEIGHED: usize = 4_000;
const MOST_KEPT: usize = 300;

/// The ways to read a row in `columns` columns, best first.
pub(crate) fn candidates(raw: &str, tail: &Tail, columns: usize, usual: &Usual) -> Vec<Candidate> {
    let ways = ways(raw, tail, columns);
    let fewest_skipped = ways.iter().map(|way| way.skipped).min().unwrap_or_default();
    let own = || ways.iter().filter(|way| way.skipped == fewest_skipped);
    let full = own().any(|way| way.groups.len() == columns);
    let mut found: Vec<Candidate> = Vec::new();
    for way in own().filter(|way| !full || way.groups.len() + MOST_HOLES >= columns) {
        for cells in placements(way, columns) {
            let base = score(way, &cells, columns)
                - strangeness(&cells, &usual.digits)
                - other_decimals(&cells, &usual.decimals)
                + layout::fit(raw, &cells, &usual.edges);
            let values = cells.iter().map(|cell| fixed(cell.as_ref())).collect();
            let decimals = decimals(&cells);
            let split = Split { label_words: way.skipped, cells };
            found.push(Candidate { split, base, values, decimals });
        }
        if found.len() > MOST_WEIGHED {
            break;
        }
    }
    found.sort_by_key(|it| std::cmp::Reverse(it.base));
    found.truncate(MOST_KEPT);
    found
}

struct Way {
    skipped: usize,
    /// The figures with the number of spaces before each.
    groups: Vec<(Group, usize)>,
    /// Wide spaces inside figures speak against a way.
    wide_inside: i32,
}

/// All ways to read the run as at most `columns` figures, leading words left to the label.
fn ways(raw: &str, tail: &Tail, columns: usize) -> Vec<Way> {
    for skipped in 0..tail.words.len() {
        let mut found = Vec::new();
        let mut open = Way { skipped, groups: Vec::new(), wide_inside: 0 };
        gather(raw, &tail.words, skipped, columns, &mut open, &mut found);
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// Depth is bounded by `MOST_WORDS`.
fn gather(raw: &str, words: &[Word], at: usize, columns: usize, open: &mut Way, found: &mut Vec<Way>) {
    if at == words.len() {
        if !open.groups.is_empty() {
            let groups = open.groups.clone();
            found.push(Way { skipped: open.skipped, groups, wide_inside: open.wide_inside });
        }
        return;
    }
    if open.groups.len() == columns || found.len() >= MOST_WAYS {
        return;
    }
    for end in ends(words, at) {
        let range = words[at].range.start..words[end - 1].range.end;
        let wide = words[at + 1..end].iter().filter(|word| word.gap > 1).count();
        let wide = i32::try_from(wide).unwrap_or(0);
        let group = Group { value: value(&raw[range.clone()]), range };
        open.groups.push((group, words[at].gap));
        open.wide_inside += wide;
        gather(raw, words, end, columns, open, found);
        open.wide_inside -= wide;
        open.groups.pop();
    }
}

/// Where a figure that begins at a word can end (one past), longest first.
pub(super) fn ends(words: &[Word], at: usize) -> Vec<usize> {
    let mut first = at;
    let mut ends = Vec::new();
    match words[at].shape {
        Shape::Dash => {
            ends.push(at + 1);
            first = at + 1;
        }
        Shape::Follow | Shape::Percent => return ends,
        _ => {}
    }
    let Some(begin) = words.get(first) else { return ends };
    if matches!(begin.shape, Shape::Dash | Shape::Follow | Shape::Percent) {
        return ends;
    }
    let mut end = first + 1;
    let mut own = vec![with_percent(words, end)];
    if matches!(begin.shape, Shape::Start | Shape::Group) {
        while let Some(word) = words.get(end) {
            let ended = word.shape == Shape::GroupEnd;
            if !ended && !matches!(word.shape, Shape::Group | Shape::Follow) {
                break;
            }
            end += 1;
            own.push(with_percent(words, end));
            if ended {
                break;
            }
        }
    }
    own.reverse();
    own.extend(ends);
    own
}

fn with_percent(words: &[Word], end: usize) -> usize {
    if words.get(end).is_some_and(|word| word.shape == Shape::Percent) { end + 1 } else { end }
}

/// A figure without the stars that call for a note: "1 200*".
pub(crate) fn without_marks(printed: &str) -> &str {
    let bare = printed.trim_end_matches('*');
    let figured = bare.ends_with(|c: char| c.is_ascii_digit() || c == '%');
    if figured { bare } else { printed }
}

/// The figure that a cell prints.
pub(crate) fn value(printed: &str) -> Option<(i64, u8)> {
    let bare = without_marks(printed).trim_end_matches(['%', ' ', '\u{a0}']);
    let single: String = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_no_change(&single) {
        return Some((0, 0));
    }
    let value = figure::parse(&single).or_else(|| in_parentheses(&single))?;
    let grouped = single.trim_start_matches(|c: char| !c.is_ascii_digit());
    (!(grouped.starts_with("0 "))).then_some(value)
}

/// "(500)" is 500 below nought.
pub(crate) fn in_parentheses(printed: &str) -> Option<(i64, u8)> {
    let bare = printed.strip_prefix('(')?.strip_suffix(')')?;
    let figured = bare.starts_with(|c: char| c.is_ascii_digit());
    let (mantissa, decimals) = figure::parse(bare).filter(|_| figured)?;
    Some((-mantissa, decimals))
}

/// "±0": nothing more and nothing less.
pub(crate) fn is_no_change(printed: &str) -> bool {
    let bare = printed.strip_prefix('\u{b1}').or_else(|| printed.strip_prefix("+/-"));
    bare.is_some_and(|bare| matches!(bare.trim_start(), "0" | "0,0" | "0.0"))
}

/// All ways to put the figures into the columns, in order.
fn placements(way: &Way, columns: usize) -> Vec<Vec<Option<Group>>> {
    let mut found = Vec::new();
    place(&way.groups, columns, &mut Vec::new(), &mut found);
    found
}

fn place(
    rest: &[(Group, usize)],
    columns: usize,
    open: &mut Vec<Option<Group>>,
    found: &mut Vec<Vec<Option<Group>>>,
) {
    if found.len() >= MOST_WAYS {
        return;
    }
    let left = columns - open.len();
    if left == rest.len() {
        let cells = open.iter().cloned().chain(rest.iter().map(|(group, _)| Some(group.clone())));
        found.push(cells.collect());
        return;
    }
    if let Some(((first, _), others)) = rest.split_first() {
        open.push(Some(first.clone()));
        place(others, columns, open, found);
        open.pop();
    }
    open.push(None);
    place(rest, columns, open, found);
    open.pop();
}

/// How many digits a figure has.
pub(crate) fn digits(group: &Group) -> usize {
    group.value.map_or(0, |(mantissa, _)| mantissa.unsigned_abs().to_string().len())
}

/// The value of a cell, per cent and money alike.
pub(crate) fn fixed(cell: Option<&Group>) -> Option<Fixed> {
    let (mantissa, decimals) = cell?.value?;
    Some(Fixed::from_decimal(mantissa, decimals))
}

/// The fewest decimals in a row: how finely it is rounded.
pub(crate) fn decimals(cells: &[Option<Group>]) -> u8 {
    cells.iter().flatten().filter_map(|group| group.value).map(|(_, decimals)| decimals).min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::tail::tail;

    fn read(raw: &str, columns: usize, relation: Option<&Relation>) -> (String, Vec<String>) {
        let tail = tail(raw, false).unwrap();
        let relations: Vec<Relation> = relation.into_iter().cloned().collect();
        let mut found = candidates(raw, &tail, columns, &Usual::default());
        found.sort_by_key(|it| std::cmp::Reverse(it.score(&relations)));
        let split = found.remove(0).split;
        let label = raw[..tail.words[split.label_words].range.start].trim().to_owned();
        let cells = split
            .cells
            .iter()
            .map(|cell| cell.as_ref().map_or("", |cell| &raw[cell.range.clone()]).to_owned());
        (label, cells.collect())
    }

    #[test]
    fn thousands_are_kept_together_by_the_number_of_columns() {
        let (label, cells) = read("Löner -221 734 -250 475 -28 741", 3, None);
        assert_eq!(label, "Löner");
        assert_eq!(cells, ["-221 734", "-250 475", "-28 741"]);
        assert_eq!(read("Avtal 20 000 5 000 -15 000", 3, None).1, ["20 000", "5 000", "-15 000"]);
        assert_eq!(read("Avtal 5 000 5 000 0", 3, None).1, ["5 000", "5 000", "0"]);
    }

    #[test]
    fn a_relation_decides_between_ways() {
        let whole = Relation::sum_of_the_others(3, 4);
        let raw = "Intäkter 0 44 569 219 224 263 793";
        assert_eq!(read(raw, 4, Some(&whole)).1, ["0", "44 569", "219 224", "263 793"]);
    }

    #[test]
    fn an_empty_cell_is_found_by_its_gap_or_by_arithmetic() {
        let change = Relation::change(2, 1, 0);
        assert_eq!(read("Räntor 8  -8", 3, Some(&change)).1, ["8", "", "-8"]);
        assert_eq!(read("Räntor 8 -8", 3, Some(&change)).1, ["8", "", "-8"]);
        assert_eq!(read("Räntor 52  52", 3, None).1, ["52", "", "52"]);
    }

    #[test]
    fn digits_of_the_label_stay_in_the_label() {
        assert_eq!(read("Agenda 2030 10 526", 1, None), ("Agenda 2030".into(), vec!["10 526".into()]));
        assert_eq!(
            read("Kommissionen år 2023 650", 1, None),
            ("Kommissionen år 2023".into(), vec!["650".into()])
        );
        assert_eq!(
            read("DNR 2022 1132 Bidrag 792", 1, None),
            ("DNR 2022 1132 Bidrag".into(), vec!["792".into()])
        );
    }

    #[test]
    fn decimals_signs_and_dashes_are_read() {
        assert_eq!(read("Anslag 85,6 83,7 \u{2212}1,9", 3, None).1, ["85,6", "83,7", "\u{2212}1,9"]);
        assert_eq!(read("Anslag 1 234,5 12,0", 2, None).1, ["1 234,5", "12,0"]);
        assert_eq!(read("Anslag - 500 - 20", 2, None).1, ["- 500", "- 20"]);
        assert_eq!(read("Ökning 4,8 % 2 %", 2, None).1, ["4,8 %", "2 %"]);
    }
}
