//! Plain text as paragraphs of lines, and how long its lines can be.

use crate::book::folded;
use crate::running_head::breaks_page;
use crate::source::Source;
use crate::spacing;
use std::collections::HashSet;
use std::sync::LazyLock;
use uppsikt_domain::document::LineRole;

/// What takes a line of dashes.
const RULE: &str = "rule";
/// A drawn line is at least so long, in characters.
const SHORTEST_RULE: usize = 8;

/// Lines without an empty line between them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chunk {
    pub lines: Vec<usize>,
    /// Whether a page begins here.
    pub fresh_page: bool,
    /// Whether nothing but a page break parts it from the one before.
    pub glued: bool,
}

/// What is found along some chunks. `find` looks at all that are left and tells how many it takes.
pub(crate) fn along<T>(chunks: &[Chunk], find: impl Fn(&[Chunk]) -> Option<(usize, T)>) -> Vec<T> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chunks.len() {
        let (step, it) = find(&chunks[at..]).unzip();
        found.extend(it);
        at += step.unwrap_or(1);
    }
    found
}

/// The free lines as chunks, parted by empty lines, taken lines, page breaks and the lines
/// that open a paragraph in themselves.
pub(crate) fn chunks(source: &Source, breaks: &HashSet<usize>) -> Vec<Chunk> {
    let mut found: Vec<Chunk> = Vec::new();
    let mut open = false;
    for line in 0..source.len() {
        if source.lines[line].by == RULE {
            continue;
        }
        if !source.free(line) {
            open = false;
            continue;
        }
        let fresh = breaks_page(source, line);
        let parted = breaks.contains(&line);
        if !open || fresh || parted {
            let glued = open && !parted;
            found.push(Chunk { lines: Vec::new(), fresh_page: fresh || line == 0, glued });
            open = true;
        }
        if let Some(chunk) = found.last_mut() {
            chunk.lines.push(line);
        }
    }
    found
}

/// Takes lines of nothing but dashes: they are drawn and say nothing.
pub(crate) fn take_rules(source: &mut Source) {
    let drawn =
        |text: &str| text.len() >= SHORTEST_RULE && text.bytes().all(|b| matches!(b, b'-' | b'_' | b'='));
    for line in (0..source.len()).filter(|line| drawn(source.text(*line))).collect::<Vec<_>>() {
        source.take(line, LineRole::Markup, RULE);
    }
}

/// How wide the text is set: lines that end before this end on purpose.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Width {
    /// A line and the next line's first word together are at least this long where the
    /// line was wrapped, in characters.
    full: usize,
    /// What `full` usually is.
    usual: usize,
    /// As `full`, for those who must be sure: nearly every wrapped line is longer.
    surely_full: usize,
}

/// No line is so long: where paragraphs are not wrapped, every line ends on purpose.
const NEVER_FULL: usize = 1 << 30;

impl Width {
    /// Measured on lines that go on in lower case on the next line.
    pub fn of(chunks: &[Chunk], source: &Source) -> Self {
        let mut lengths: Vec<usize> = chunks
            .iter()
            .flat_map(|chunk| chunk.lines.windows(2))
            .filter(|pair| source.text(pair[1]).starts_with(char::is_lowercase))
            .map(|pair| reach(source, pair[0], pair[1]))
            .collect();
        if spacing::holds_paragraphs(source, chunks.iter().flat_map(|chunk| chunk.lines.iter().copied())) {
            return Width { full: NEVER_FULL, usual: NEVER_FULL, surely_full: NEVER_FULL };
        }
        lengths.sort_unstable();
        let at = |share: usize| lengths.get(lengths.len() * share / 100).copied().unwrap_or(80);
        let median = at(50);
        Width { full: at(12).max(median * 4 / 5), usual: median, surely_full: at(2).max(median * 2 / 3) }
    }

    /// Whether the first line ended before it was full.
    pub fn ends_early(self, source: &Source, line: usize, next: usize) -> bool {
        reach(source, line, next) < self.full
    }

    /// Whether the first line surely ended before it was full.
    pub fn surely_ends_early(self, source: &Source, line: usize, next: usize) -> bool {
        reach(source, line, next) < self.surely_full
    }

    /// Whether a line ended so early that it takes a reason in the words to be sure.
    pub fn rather_early(self, source: &Source, line: usize, next: usize) -> bool {
        reach(source, line, next) < self.usual
    }

    /// Whether a line is so short that a paragraph would have gone on.
    pub fn is_short(self, source: &Source, line: usize) -> bool {
        source.text(line).chars().count() < self.full * 4 / 5
    }
}

fn reach(source: &Source, line: usize, next: usize) -> usize {
    let word = source.text(next).split_whitespace().next().unwrap_or_default();
    source.text(line).chars().count() + 1 + word.chars().count()
}

/// Whether a text ends as sentences do.
pub(crate) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '\u{201d}', ')', '*', '_', ' ']).ends_with(['.', '!', '?', ':'])
}

type WordList = LazyLock<HashSet<&'static str>>;

static JOINING: WordList = LazyLock::new(|| {
    let more = "för av i med på till om från genom inom vid under mot mellan kring hos utan än enligt";
    BINDING.iter().copied().chain(more.split(' ')).collect()
});
static BINDING: WordList = LazyLock::new(|| {
    "och att som samt den det en ett eller de är annat nedan följande där vilket dess sin sina sitt"
        .split(' ')
        .collect()
});

/// Words that want more after them: a line that ends in one is not the end of anything.
pub(crate) fn wants_more(text: &str) -> bool {
    ends_in(text, &JOINING)
}

/// Words that bind to what follows even at the end of a paragraph of its own; a heading may
/// well end in "bada i".
pub(crate) fn binds(text: &str) -> bool {
    ends_in(text, &BINDING)
}

fn ends_in(text: &str, list: &HashSet<&str>) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default();
    text.ends_with([',', '-', '/', '(']) || (last.len() < 16 && list.contains(folded(last).as_str()))
}

/// Whether a word is one of a list that is parted by spaces.
pub(crate) fn is_one_of(word: &str, list: &str) -> bool {
    !word.is_empty() && list.split_whitespace().any(|own| own == word)
}

/// The mark of a list item and its length in bytes of the raw line, where a line has one.
pub(crate) fn item_mark(raw: &str) -> Option<ItemMark> {
    let text = raw.trim_start();
    let indent = raw.len() - text.len();
    let first = text.chars().next()?;
    let bullet = matches!(
        first,
        '\u{2022}'
            | '\u{b7}'
            | '\u{25cf}'
            | '\u{25cb}'
            | '\u{25aa}'
            | '\u{25a0}'
            | '\u{2023}'
            | '\u{2219}'
            | '\u{27a2}'
            | '\u{2713}'
            | '\u{2192}'
            | '\u{21d2}'
            | '\u{2794}'
            | '\u{25ba}'
    ) || ('\u{e000}'..='\u{f8ff}').contains(&first);
    let ring = first == 'o' && text[1..].trim_start().starts_with(char::is_uppercase);
    let dash = ring || matches!(first, '-' | '\u{2013}' | '*' | '+' | '\u{2014}');
    let after = &text[first.len_utf8()..];
    let rest = after.trim_start();
    if bullet && !rest.is_empty() {
        return Some(ItemMark { length: indent + text.len() - rest.len(), ordered: false });
    }
    if dash
        && after.starts_with([' ', '\t', '\u{a0}'])
        && rest.starts_with(|c: char| !c.is_ascii_digit() && !c.is_whitespace())
    {
        return Some(ItemMark { length: indent + text.len() - rest.len(), ordered: false });
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let after = text.get(digits..)?;
    let rest = after.strip_prefix(['.', ')'])?;
    let sound =
        (1..=2).contains(&digits) && rest.starts_with([' ', '\t', '\u{a0}']) && !rest.trim().is_empty();
    sound.then(|| ItemMark { length: indent + text.len() - rest.trim_start().len(), ordered: true })
}

/// A list mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ItemMark {
    pub length: usize,
    pub ordered: bool,
}

/// Whether a line is an item whose glyph was lost: one space, then words, after an empty line
/// or next to another such line.
pub(crate) fn is_bare_item(source: &Source, line: usize, after_item: bool) -> bool {
    let set_in = source.indented_once(line);
    let after_empty = line == 0 || source.blank(line - 1);
    set_in && (after_empty || after_item || source.in_series(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_end_at_empty_lines_and_page_breaks() {
        let source = Source::new("ett\ntvå\n\ntre\n Fyra\nfem");
        let lines: Vec<Vec<usize>> =
            chunks(&source, &HashSet::new()).into_iter().map(|chunk| chunk.lines).collect();
        assert_eq!(lines, [vec![0, 1], vec![3], vec![4, 5]]);
    }

    #[test]
    fn list_marks_of_every_kind_are_known() {
        for (raw, ordered) in [
            ("• ett", false),
            ("  - ett", false),
            ("o Ett", false),
            ("\u{f0b7} ett", false),
            ("3. ett", true),
            ("2) ett", true),
        ] {
            assert_eq!(item_mark(raw).map(|mark| mark.ordered), Some(ordered), "{raw}");
        }
        for raw in ["-4 772", "2026 års val", "- 500", "Text - mer", "12.5 meter", "o dyl", "och Ett"] {
            assert_eq!(item_mark(raw), None, "{raw}");
        }
    }

    #[test]
    fn a_heading_line_ends_early() {
        let source = Source::new(
            "Utveckling av något\nNämnden arbetar för att alla ska ha det bra och att det ska finnas\nplats för den som vill, när den vill, hela året om i hela den stad som\nfinns, och litet till.",
        );
        let chunks = chunks(&source, &HashSet::new());
        let width = Width::of(&chunks, &source);
        assert!(width.ends_early(&source, 0, 1));
        assert!(!width.ends_early(&source, 1, 2));
    }
}
