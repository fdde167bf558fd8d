//! The table of contents: entries with leaders and page numbers, wrapped or not.

mod unheaded;

use crate::book::{Book, first_fit, unnumbered};
use crate::chunks::item_mark;
use crate::joined::Joined;
use crate::markup::heading_level;
use crate::pattern::fold;
use crate::source::Source;
use std::collections::HashSet;
use std::ops::Range;
use uppsikt_domain::document::{ContentsEntry, LineRole};

/// Takes the table of contents.
pub(crate) fn take(source: &mut Source, book: &Book<'_>) -> Vec<ContentsEntry> {
    let headed = region(source, book).map(|lines| (Some(lines.start), lines.start + 1..lines.end));
    let Some((heading, lines)) = headed.or_else(|| unheaded::region(source)) else { return Vec::new() };
    let entries = entries(source, lines.clone());
    for line in heading.into_iter().chain(lines) {
        let by = if heading == Some(line) { "contents-heading" } else { "contents-entry" };
        source.take(line, LineRole::Contents, by);
    }
    entries
}

/// Takes bookmarks that some programs leave after the last page: lines set in by a tab that
/// say again what stands above.
pub(crate) fn take_bookmarks(source: &mut Source) {
    for line in (0..source.len()).rev() {
        if source.blank(line) {
            continue;
        }
        let text = source.text(line).to_owned();
        let said_before = (0..line).any(|before| source.text(before) == text);
        if !(source.raw(line).starts_with('\t') && said_before) {
            return;
        }
        source.take(line, LineRole::Contents, "bookmark");
    }
}

/// The folded texts of the entries, for looking up headings.
pub(crate) fn titles(entries: &[ContentsEntry]) -> HashSet<String> {
    entries.iter().map(|entry| squeezed(&entry.text.text)).collect()
}

/// Folded, without hyphens and spaces: equal however the words were wrapped.
pub(crate) fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    out.extend(text.chars().map(fold).filter(|c| c.is_alphanumeric()));
    out
}

fn region(source: &Source, book: &Book<'_>) -> Option<Range<usize>> {
    let lines = 0..source.len();
    let headed = lines.clone().find(|line| source.free(*line) && is_contents_heading(source, book, *line));
    let (start, first, headed) = match headed {
        Some(line) => (line, line + 1, true),
        None => {
            let led = lines.filter(|line| leader(source.text(*line)).is_some()).take(3).collect::<Vec<_>>();
            let close = led.len() == 3 && led[2] - led[0] < 16;
            let first = close.then(|| led[0])?;
            let start = (0..first).rev().take_while(|line| source.free(*line)).last().unwrap_or(first);
            (start, start, false)
        }
    };
    let end = region_end(source, first, headed);
    (end > first).then_some(start..end)
}

fn is_contents_heading(source: &Source, book: &Book<'_>, line: usize) -> bool {
    let text = source.text(line);
    text.len() < 60 && first_fit(&book.contents, bare(text)).is_some()
}

/// A line without heading marks and emphasis.
fn bare(text: &str) -> &str {
    text.trim_start_matches('#').trim().trim_matches(['*', '_']).trim_end_matches(':').trim()
}

/// One past the last line of the contents: paragraphs belong as long as they end in a page
/// number that does not fall, or hold leaders.
fn region_end(source: &Source, first: usize, headed: bool) -> usize {
    let (mut end, mut page, mut line) = (first, 0, first);
    let mut missed = 0;
    while line < source.len() {
        if !source.free(line) {
            line += 1;
            continue;
        }
        let stop = (line..source.len()).find(|at| !source.free(*at)).unwrap_or(source.len());
        let kept = led_end(source, line..stop);
        match paragraph_page(source, line..stop, page, headed) {
            Some(_) if kept.is_some() => return kept.unwrap_or(stop),
            Some(found) => {
                (end, page, missed) = (stop, found.max(page), 0);
            }
            None if end > first && begins_text(source, first..end, line, page == 0) => break,
            None => missed += stop - line,
        }
        if missed > 2 {
            break;
        }
        line = stop;
    }
    end
}

/// Whether the text of the document begins below some entries: with any heading that is marked as one, where they
/// are names alone, or with the words of an entry.
fn begins_text(source: &Source, region: Range<usize>, line: usize, unpaged: bool) -> bool {
    let text = source.text(line);
    if leader(text).is_some() || is_list_line(source.raw(line)) || is_link(text) {
        return false;
    }
    let name = |text: &str| squeezed(unnumbered(bare(text)).1);
    let own = name(text);
    let again = || entries(source, region).iter().any(|entry| name(&entry.text.text) == own);
    unpaged && heading_level(text).is_some() || !ends_in_digit(text) && !own.is_empty() && again()
}

/// Where the entries of a paragraph end that goes on without leaders after several with them: what
/// follows is the document's first heading.
fn led_end(source: &Source, lines: Range<usize>) -> Option<usize> {
    let led: Vec<usize> = lines.clone().filter(|line| leader(source.text(*line)).is_some()).collect();
    let last = *led.last().filter(|_| led.len() >= 3)?;
    (last + 1 < lines.end).then_some(last + 1)
}

/// The last page number of a paragraph that can be one of the contents.
fn paragraph_page(source: &Source, lines: Range<usize>, least: u32, headed: bool) -> Option<u32> {
    let led = lines.clone().filter_map(|line| leader(source.text(line))).next_back();
    if let Some((_, page)) = led {
        return page.or(Some(least));
    }
    let last = source.text(lines.end - 1);
    let listed = headed && least == 0 && is_list(source, lines.clone());
    if is_link(last) || listed {
        return Some(least);
    }
    let text = bare(last);
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let page: u32 = text.get(text.len() - digits..)?.parse().ok()?;
    let spaced = text[..text.len() - digits].ends_with([' ', '\t', '\u{a0}']);
    let short = lines.len() <= 5 || (lines.clone()).all(|line| ends_in_digit(source.text(line)));
    (headed && spaced && short && digits <= 3 && page >= least && page < 1000).then_some(page)
}

/// Whether all lines are items, but for a few at the end that name appendices: "Bilaga 1. Nyckeltal".
fn is_list(source: &Source, lines: Range<usize>) -> bool {
    let items = lines.clone().take_while(|line| is_list_line(source.raw(*line))).count();
    let appendix = |line: usize| fold_first(source.text(line)) == "bilaga";
    items == lines.len() || items >= 3 && lines.skip(items).all(appendix)
}

/// Whether a line begins an entry whatever stands above it.
fn opens_entry(source: &Source, line: usize) -> bool {
    is_list_line(source.raw(line)) || fold_first(source.text(line)) == "bilaga"
}

/// The first word of a text, folded.
fn fold_first(text: &str) -> String {
    text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().chars().map(fold).collect()
}

/// "- Sammanfattning", also set in.
fn is_list_line(raw: &str) -> bool {
    let text = raw.trim_start();
    item_mark(raw).is_some() || (text.starts_with(['-', '*', '+']) && text[1..].starts_with(' '))
}

fn ends_in_digit(text: &str) -> bool {
    bare(text).ends_with(|c: char| c.is_ascii_digit())
}

fn is_link(text: &str) -> bool {
    let item = text.trim_start_matches(['-', '*', '+', ' ']);
    item.starts_with('[') && item.contains("](#")
}

/// The end of the entry's words and the page, where a line has leaders.
fn leader(text: &str) -> Option<(usize, Option<u32>)> {
    let plain = text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.' && c != '\u{2026}');
    let plain = plain.strip_suffix("</b").or_else(|| plain.strip_suffix("</strong")).unwrap_or(plain);
    let digits = plain.bytes().rev().take_while(u8::is_ascii_digit).count().min(4);
    let page = plain[plain.len() - digits..].parse().ok();
    let mut before = plain[..plain.len() - digits].trim_end();
    while let Some(cut) = cut_tag(before) {
        before = cut;
    }
    let words = before.trim_end_matches(['.', '\u{2026}', ' ', '\u{a0}', '_', '\u{b7}', '|']);
    let dots = before[words.len()..]
        .chars()
        .map(|c| if c == '\u{2026}' { 3 } else { usize::from(!matches!(c, ' ' | '|')) })
        .sum::<usize>();
    let tabbed = text.contains('\t') && dots >= 2;
    (dots >= 4 || tabbed || (dots >= 3 && page.is_some())).then_some((words.len(), page))
}

fn cut_tag(text: &str) -> Option<&str> {
    let text = text.trim_end();
    let open = text.strip_suffix('>')?.rfind('<')?;
    Some(text[..open].trim_end())
}

fn entries(source: &Source, region: Range<usize>) -> Vec<ContentsEntry> {
    let mut found = Vec::new();
    let mut open = Joined::default();
    let last = region.end;
    for line in region {
        let raw = source.raw(line);
        if !source.free(line) || !raw.contains(char::is_alphanumeric) {
            continue;
        }
        let (words, page, ends) = entry_words(raw);
        open.push(source, line, words);
        let next_blank = line + 1 >= source.len() || !source.free(line + 1) || opens_entry(source, line + 1);
        // Set in a PDF, a wrapped entry falls apart: its page stands after its last line.
        let goes_on = page.is_none() && !ends && goes_on_below(source, line + 1..last);
        if ends || (next_blank && !goes_on) {
            push(source, &mut found, std::mem::take(&mut open), page);
        }
    }
    found
}

/// Whether the next line that says something goes on in lower case and is no item.
fn goes_on_below(source: &Source, lines: Range<usize>) -> bool {
    let next = lines.into_iter().find(|line| source.free(*line));
    next.is_some_and(|line| source.text(line).starts_with(char::is_lowercase))
}

fn push(source: &Source, found: &mut Vec<ContentsEntry>, joined: Joined, page: Option<u32>) {
    if joined.text.chars().any(char::is_alphanumeric) {
        found.push(ContentsEntry { text: joined.all_at(source), page });
    }
}

/// The words of a line of the contents in bytes, its page, and whether the entry ends here.
fn entry_words(raw: &str) -> (Range<usize>, Option<u32>, bool) {
    let start = entry_start(raw);
    if is_link(raw) {
        let open = raw.find('[').map_or(start, |at| at + 1);
        let end = raw.find("](").unwrap_or(raw.len()).max(open);
        return (open..end, None, true);
    }
    if let Some((end, page)) = leader(raw) {
        return (start.min(end)..end, page, true);
    }
    let text = raw.trim_end().trim_end_matches(['*', '_', '|', ' ']);
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let page = text[text.len() - digits..].parse().ok().filter(|page| *page < 1000);
    let end = if page.is_some() { text[..text.len() - digits].trim_end().len() } else { text.len() };
    (start.min(end)..end, page, page.is_some())
}

/// Where the words of an entry begin: after marks and tags.
fn entry_start(raw: &str) -> usize {
    let mut rest = raw.trim_start();
    loop {
        let next = rest.trim_start_matches(['*', '|', ' ', '\t']);
        let next =
            next.strip_prefix(['-', '\u{2022}', '+']).filter(|rest| rest.starts_with(' ')).unwrap_or(next);
        let next = match next.strip_prefix('<').and_then(|tag| tag.find('>')) {
            Some(close) => &next[close + 2..],
            None => next,
        };
        if next.len() == rest.len() {
            return raw.len() - rest.len();
        }
        rest = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    fn read(text: &str) -> (Vec<(String, Option<u32>)>, Vec<LineRole>) {
        let style = HouseStyle::standard();
        let mut source = Source::new(text);
        let entries = take(&mut source, &Book::new(&style));
        let entries = entries.into_iter().map(|entry| (entry.text.text, entry.page)).collect();
        (entries, source.lines.into_iter().map(|line| line.role).collect())
    }

    #[test]
    fn wrapped_entries_with_leaders_are_joined() {
        let text = "Innehållsförteckning\n\nSammanfattning ......5 \n\nMålområde - En stad med fritids-\nlokaler ........15\n\nSammanfattning\nText här.\n";
        let (entries, roles) = read(text);
        let expected = [
            ("Sammanfattning".to_owned(), Some(5)),
            ("Målområde - En stad med fritidslokaler".to_owned(), Some(15)),
        ];
        assert_eq!(entries, expected);
        assert_eq!(roles[7], LineRole::Blank);
    }

    #[test]
    fn entries_that_fall_apart_at_their_lines_are_joined() {
        let text = "## Innehåll\n\nSammanfattning ..... 3\n\nMål - Alla barn i staden får en god\n\nuppväxt ..... 8\n\nEkonomi ..... 9\n\n# Sammanfattning\n\nText.\n";
        let joined = ("Mål - Alla barn i staden får en god uppväxt".to_owned(), Some(8));
        assert_eq!(read(text).0.get(1), Some(&joined));
        assert_eq!(read(text).0.len(), 3);
    }

    #[test]
    fn markdown_contents_stand_as_bold_lines_with_tabs_or_as_links() {
        let text = "# Innehåll\n\n<b>Sammanfattning .....</b>\t<b>5</b>\nUtveckling .....8\n\n# Sammanfattning\n\nText.\n";
        assert_eq!(
            read(text).0,
            [("Sammanfattning".to_owned(), Some(5)), ("Utveckling".to_owned(), Some(8))]
        );
        let text = "## Innehåll\n\n- [Sammanfattning](#sammanfattning)\n- [Ekonomi](#ekonomi)\n\n## Sammanfattning\n";
        assert_eq!(read(text).0.len(), 2);
    }

    #[test]
    fn contents_in_a_table_with_leaders_are_contents() {
        let text = "## Innehåll\n\n| Till läsaren ........ | 3 |\n|---|---|\n| 1 Året hittills ........ | 3 |\n\
                    | 2 Ekonomi ........ | 4 |\n\n## Till läsaren\n\nText.\n";
        let (entries, roles) = read(text);
        let names: Vec<&str> = entries.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Till läsaren", "1 Året hittills", "2 Ekonomi"]);
        assert_eq!(roles[5], LineRole::Contents);
    }

    #[test]
    fn contents_without_leaders_end_where_the_page_numbers_do() {
        let text = "Innehåll\nSammanfattning 3\nEkonomi 7\n\nSammanfattning\nNämnden har 4 mål.\n";
        let (entries, roles) = read(text);
        assert_eq!(entries, [("Sammanfattning".to_owned(), Some(3)), ("Ekonomi".to_owned(), Some(7))]);
        assert_eq!(roles[4], LineRole::Blank);
    }

    #[test]
    fn names_that_come_back_with_rising_pages_are_contents_without_a_heading() {
        let names = ["1 Året i stort", "2 Parkerna", "3 Ekonomi", "4 Framåt"];
        let list: String = names.iter().zip(2..).map(|(name, page)| format!("{name:40}{page}\n")).collect();
        let text: String = names.iter().map(|name| format!("{name}\n\nText om dammar.\n\n")).collect();
        let found = read(&format!("Årsrapport\n\n{list}\n\n{text}")).0;
        assert_eq!(found.len(), 4);
        assert_eq!(found[1], ("2 Parkerna".to_owned(), Some(3)));
        assert!(read(&format!("Årsrapport\n\n{list}\n\nText om dammar.\n")).0.is_empty());
    }

    #[test]
    fn a_list_of_the_documents_own_headings_is_contents_whatever_stands_above_it() {
        let names = ["Läget i stort", "Dammar", "Parker", "Ekonomi"];
        let text: String = names.iter().map(|name| format!("## {name}\n\nText om dammar.\n\n")).collect();
        for page in ["", " 4"] {
            let list: String = names.iter().map(|name| format!("- {name}{page}\n")).collect();
            let found = read(&format!("# Årsrapport\n\n**I denna rapport**\n\n{list}\n{text}"));
            assert_eq!(found.0.len(), 4);
            assert_eq!((found.1[2], found.1[4]), (LineRole::Contents, LineRole::Contents));
        }
        let list = "- Rensa\n- Gräva\n- Plantera\n- Ekonomi\n";
        assert!(read(&format!("# Årsrapport\n\n{list}\n{text}")).0.is_empty());
    }

    #[test]
    fn a_list_of_names_ends_where_the_text_begins() {
        let list = "**Innehåll**\n\n  - Sammanfattning\n  - Dammar\n  - Ekonomi\n";
        let text = "## Sammanfattning\n\nNämnden har tre mål:\n\n- Mål 1. Rena dammar\n- Mål 2. Fler ankor\n";
        let names = |text: &str| read(text).0.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(names(&format!("{list}\n{text}")), ["Sammanfattning", "Dammar", "Ekonomi"]);
        let unmarked = text.trim_start_matches("## ");
        assert_eq!(names(&format!("{list}\n{unmarked}")).len(), 3);
        let numbered = "Innehåll\n\n1. Sammanfattning\n2. Dammar\n3. Ekonomi\nBilaga 1. Ankor\n";
        assert_eq!(names(&format!("{numbered}\n{text}")).len(), 4);
        assert_eq!(names(&format!("{list}\nBilagor\n\n- Bilaga 1\n\n{text}")).len(), 5);
    }

    #[test]
    fn a_document_without_contents_has_none() {
        assert!(read("Sammanfattning\nText ... och mer text.\n").0.is_empty());
    }
}
