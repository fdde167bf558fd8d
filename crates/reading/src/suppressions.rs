//! Comments in Markdown that ask rules to be silent about the block after them.
//!
//! `<!-- uppsikt: godta ARI-003 "avrundat i bokslutet" -->`. To the rest of the reader such a
//! line is empty, so that the text reads the same with and without it.

use crate::joined::place;
use crate::source::Source;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::document::{Document, LineRole};
use uppsikt_domain::place::Span;
use uppsikt_domain::section::Section;
use uppsikt_domain::suppression::Suppression;

/// Words that begin a comment that is meant for the checker.
const NAME: &str = "uppsikt:";
/// Swedish and English for letting something stand.
const ACCEPT: [&str; 4] = ["godta", "godta:", "accept", "accept:"];

/// A comment is written on no more lines than this.
const MOST_LINES: usize = 8;

/// Comments that have been set aside: their first lines, with what stood on each line.
#[derive(Debug, Default)]
pub(crate) struct SetAside(Vec<(usize, Vec<String>)>);

/// Empties the lines that hold nothing but such a comment.
pub(crate) fn set_aside(source: &mut Source) -> SetAside {
    let mut found = Vec::new();
    let mut line = 0;
    while line < source.len() {
        let count = comment_at(source, line).unwrap_or(0);
        let lines = &mut source.lines[line..line + count];
        let texts: Vec<String> = lines.iter_mut().map(|line| std::mem::take(&mut line.text)).collect();
        if count > 0 {
            found.push((line, texts));
        }
        line += count.max(1);
    }
    SetAside(found)
}

/// How many lines the comment that begins on a line is written on. `None`: none does.
fn comment_at(source: &Source, line: usize) -> Option<usize> {
    let first = source.text(line).strip_prefix("<!--")?.trim_start();
    first.get(..NAME.len()).filter(|name| name.eq_ignore_ascii_case(NAME))?;
    (1..=MOST_LINES).find(|count| source.text(line + count - 1).ends_with("-->"))
}

impl SetAside {
    /// Puts the lines back and gives what they ask for.
    pub fn put_back(self, source: &mut Source) -> Vec<Suppression> {
        let mut found = Vec::new();
        for (first, texts) in self.0 {
            let last = first + texts.len() - 1;
            for (line, text) in (first..).zip(texts) {
                source.lines[line].text = text;
                source.take(line, LineRole::Markup, "suppression");
            }
            let words: Vec<&str> = (first..=last).map(|line| source.text(line)).collect();
            let (rules, reason) = asked(inside(&words.join(" ")));
            found.push(Suppression { rules, reason, span: span(source, first, last), covers: None });
        }
        found
    }
}

/// From the first character of a line to the last of another.
fn span(source: &Source, first: usize, last: usize) -> Span {
    let raw = source.raw(first);
    let at = place(source, first, raw.len() - raw.trim_start().len());
    let end = source.raw(last).trim_end().chars().count();
    Span { at, end_line: source.number(last), end_column: u32::try_from(end).unwrap_or(u32::MAX) }
}

/// What follows the program's name in a comment.
fn inside(comment: &str) -> &str {
    let comment = comment.trim_start_matches("<!--").trim_end_matches("-->").trim();
    comment.get(NAME.len()..).unwrap_or_default().trim()
}

/// The rules and the reason: `godta ARI-003, AVV-001 "så är det"`. Without quotation marks the
/// reason follows the first words that are parted by commas.
fn asked(words: &str) -> (Vec<String>, String) {
    let (verb, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    if !ACCEPT.contains(&verb.to_lowercase().as_str()) {
        return (Vec::new(), String::new());
    }
    let rest = rest.trim();
    let cut = rest.find(is_quote).unwrap_or_else(|| end_of_list(rest));
    let (rules, reason) = rest.split_at(cut);
    let parted = rules.split(|c: char| c == ',' || c.is_whitespace());
    let rules = parted.map(str::trim).filter(|rule| !rule.is_empty()).map(str::to_owned).collect();
    (rules, reason.trim_matches(|c: char| is_quote(c) || c.is_whitespace()).to_owned())
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201c}'..='\u{201e}' | '\u{ab}' | '\u{bb}')
}

/// Where a list of words parted by commas ends.
fn end_of_list(words: &str) -> usize {
    let mut end = 0;
    for word in words.split_inclusive(char::is_whitespace) {
        end += word.len();
        if !word.trim_end().ends_with(',') {
            break;
        }
    }
    end
}

/// Says which block each suppression is about: the one that begins on the next line that is read.
pub(crate) fn settle(document: &mut Document) {
    let mut found = std::mem::take(&mut document.suppressions);
    for suppression in &mut found {
        let after =
            (suppression.span.end_line + 1..).map_while(|number| Some((number, document.line(number)?)));
        let mut read = after.filter(|(_, line)| {
            !matches!(line.role, LineRole::Blank | LineRole::RunningHead | LineRole::Markup)
        });
        suppression.covers = read.next().map(|(number, _)| block_at(&document.sections, number));
    }
    document.suppressions = found;
}

/// The block on a line; the line alone where it belongs to none.
fn block_at(sections: &[Section], line: u32) -> Span {
    let alone =
        Span { at: uppsikt_domain::place::Place::on_line(line), end_line: line, end_column: u32::MAX };
    let Some(section) = sections.iter().find(|section| section.span.holds_line(line)) else { return alone };
    if let Some(heading) = section.heading.as_ref().filter(|heading| heading.span.holds_line(line)) {
        return heading.span;
    }
    match section.blocks.iter().find(|block| block.span.holds_line(line)) {
        Some(block) => part_of(block, line),
        None => block_at(&section.sections, line),
    }
}

/// The whole block; of a list that has begun before the line, the item.
fn part_of(block: &Block, line: u32) -> Span {
    match &block.content {
        Content::List { items, .. } if block.span.at.line < line => {
            items.iter().find(|item| item.span.holds_line(line)).map_or(block.span, |item| item.span)
        }
        _ => block.span,
    }
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};
    use uppsikt_domain::document::Document;

    const PLAN: &str = "# Nämndsbudget 2026\n\nTekniska nämnden\n\n# Ekonomi\n\n**Tabell 1: Fordon, tkr**\n\n\
        | Tkr | 2025 | 2026 | Förändring |\n|---|---|---|---|\n| Fordon | 800 | 650 | -105 |\n\n\
        Nämnden köper\nen buss.\n\n- ett\n- två\n";

    fn document(text: &str) -> Document {
        read("plan.md", text.as_bytes(), &HouseStyle::standard()).unwrap()
    }

    fn without_places(document: &Document) -> String {
        let texts: Vec<String> = document.sections.iter().map(|section| section.full_text()).collect();
        let tables: Vec<_> = document
            .tables()
            .iter()
            .map(|(_, it)| (it.caption.as_ref().map(|it| it.text.clone()), it.rows.len()))
            .collect();
        format!("{:?} {:?} {texts:?} {tables:?}", document.kind, document.year)
    }

    #[test]
    fn the_text_reads_the_same_with_and_without() {
        let comment = "<!-- uppsikt: godta ARI-003 \"avrundat\" -->\n";
        let plain = without_places(&document(PLAN));
        for before in
            ["# Nämndsbudget", "Tekniska", "# Ekonomi", "**Tabell", "| Tkr", "Nämnden köper", "- ett"]
        {
            let with = PLAN.replacen(before, &format!("{comment}{before}"), 1);
            let read = document(&with);
            assert_eq!(without_places(&read), plain, "{before}");
            assert_eq!(read.suppressions.len(), 1, "{before}");
            assert!(read.unread.is_empty(), "{before}: {:?}", read.unread);
        }
    }

    #[test]
    fn a_comment_is_about_the_block_after_it() {
        let covered = |before: &str| {
            let with =
                PLAN.replacen(before, &format!("<!-- Uppsikt: accept ari-003 so it is -->\n\n{before}"), 1);
            let found = document(&with).suppressions.remove(0);
            assert_eq!((found.rules, found.reason.as_str()), (vec!["ari-003".to_owned()], "so it is"));
            let covers = found.covers.unwrap();
            (covers.at.line - found.span.at.line, covers.end_line - covers.at.line)
        };
        assert_eq!(covered("**Tabell"), (2, 4), "a table with its caption");
        assert_eq!(covered("Nämnden köper"), (2, 1), "a paragraph");
        assert_eq!(covered("# Ekonomi"), (2, 0), "a heading alone");
        assert_eq!(covered("- ett"), (2, 1), "a list");
    }

    #[test]
    fn several_rules_and_what_is_not_understood() {
        let asked = |words: &str| {
            let found = document(&format!("{PLAN}\n<!-- uppsikt: {words} -->\n")).suppressions.remove(0);
            assert_eq!(found.covers, None, "nothing follows");
            (found.rules.join(" "), found.reason)
        };
        assert_eq!(
            asked("godta ARI-003, AVV-001 ”så är det”"),
            ("ARI-003 AVV-001".into(), "så är det".into())
        );
        assert_eq!(asked("godta ARI-003, AVV-001 så är det"), ("ARI-003 AVV-001".into(), "så är det".into()));
        assert_eq!(asked("godta ARI-003"), ("ARI-003".into(), String::new()));
        assert_eq!(
            asked("godta ARI-003,\n  AVV-001 \"så\n är det\""),
            ("ARI-003 AVV-001".into(), "så är det".into())
        );
        assert_eq!(asked("tyst nu"), (String::new(), String::new()));
        assert!(document("# Nämndsbudget 2026\n\n<!-- inget -->\n").suppressions.is_empty());
    }
}
