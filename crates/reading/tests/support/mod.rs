//! What must hold for every document that is read.

use std::collections::HashMap;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::claim::claims_of;
use uppsikt_domain::document::{Document, LineRole};
use uppsikt_domain::place::Span;
use uppsikt_domain::section::Section;

/// Letters and digits only: equal however words were wrapped.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether printed lines hold a wording, tags and wrapping aside.
fn holds(printed: &str, wording: &str) -> bool {
    let whole = squeezed(wording);
    squeezed(printed).contains(&whole)
        || squeezed(&plain(printed)).contains(&whole)
        || holds_in_order(&squeezed(printed), wording)
}

/// Whether the words stand in order: cells beside one another are wrapped line by line.
fn holds_in_order(printed: &str, wording: &str) -> bool {
    let mut rest = printed;
    wording.split_whitespace().map(squeezed).all(|word| match rest.find(&word) {
        Some(at) => {
            rest = &rest[at + word.len()..];
            true
        }
        None => false,
    })
}

/// Every claim stands on the lines that it names.
pub fn assert_origins_are_true(document: &Document) {
    let claims = claims_of(document);
    for claim in &claims {
        let printed = document.printed(&claim.span);
        let held = holds(&printed, &claim.wording);
        assert!(
            held,
            "{:?} {:?} is not on line {}: {printed}",
            claim.subject, claim.wording, claim.span.at.line
        );
    }
    for reference in &document.references {
        assert!(
            squeezed(&document.printed(&reference.span)).contains(&squeezed(&reference.text)),
            "{reference:?}"
        );
    }
}

/// Every word of the source stands in the tree, the contents, the head or among the unread.
pub fn assert_nothing_is_dropped(document: &Document) {
    let mut kept: HashMap<String, usize> = HashMap::new();
    let mut keep = |text: &str| pieces(text).for_each(|piece| *kept.entry(piece).or_default() += 1);
    document.sections.iter().for_each(|section| texts(section, &mut keep));
    document.contents.iter().for_each(|entry| keep(&entry.text.text));
    document.unread.iter().for_each(|unread| keep(&unread.text));
    let joined: String = kept.keys().map(String::as_str).collect::<Vec<_>>().join(" ");
    for (number, line) in (1..).zip(&document.lines) {
        let beside = matches!(
            line.role,
            LineRole::RunningHead | LineRole::Title | LineRole::Markup | LineRole::Contents
        );
        assert!(
            line.role != LineRole::Blank || line.text.trim().is_empty(),
            "nobody took line {number}: {}",
            line.text
        );
        if beside {
            continue;
        }
        // "mål 4 … och mål 10 …": what joins links to Agenda 2030 is no part of them.
        let joint = |piece: &String| {
            line.role == LineRole::Agenda && ["och", "samt", "mål"].contains(&piece.as_str())
        };
        for piece in pieces(&plain(&line.text)).filter(|piece| !joint(piece)) {
            let found = kept.contains_key(&piece) || joined.contains(piece.as_str());
            assert!(found, "{piece:?} of line {number} is nowhere: {}", line.text);
        }
    }
}

fn plain(line: &str) -> String {
    line.replace("<b>", " ").replace("</b>", " ").replace("<i>", " ").replace("</i>", " ")
}

fn pieces(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty()).map(str::to_lowercase)
}

fn texts(section: &Section, keep: &mut dyn FnMut(&str)) {
    section.heading.iter().for_each(|heading| keep(&heading.text));
    section.blocks.iter().for_each(|block| block_texts(block, keep));
    section.sections.iter().for_each(|inner| texts(inner, keep));
}

fn block_texts(block: &Block, keep: &mut dyn FnMut(&str)) {
    match &block.content {
        Content::Table(table) => {
            table.caption.iter().for_each(|caption| keep(&caption.text));
            keep(&table.label_heading);
            for column in &table.columns {
                keep(&column.heading.text);
                keep(&column.heading.text.replace(' ', ""));
            }
            for row in &table.rows {
                keep(&row.label.text);
                row.cells.iter().filter_map(|cell| cell.printed.as_ref()).for_each(|cell| keep(cell));
            }
        }
        Content::Agenda { intro, links } => {
            intro.iter().for_each(|intro| keep(&intro.text));
            links.iter().for_each(|link| keep(&format!("{} {}", link.number, link.name)));
        }
        Content::Diagram { caption, source } => {
            keep(caption);
            keep(source);
        }
        _ => keep(&block.text()),
    }
}

/// Ids are unique and spans lie inside the source, sections around what they hold.
pub fn assert_tree_is_sound(document: &Document) {
    let mut ids = HashMap::new();
    let mut last = 0;
    for section in document.all_sections() {
        let all = std::iter::once((&section.id, section.span))
            .chain(section.blocks.iter().map(|block| (&block.id, block.span)));
        for (id, span) in all {
            assert!(!id.is_empty() && ids.insert(id.clone(), ()).is_none(), "id {id:?} stands twice");
            inside(document, span);
        }
        assert!(section.span.at.line >= last, "{} stands before what is above it", section.name);
        last = section.span.at.line;
    }
    for (_, table) in document.tables() {
        for row in &table.rows {
            assert_eq!(row.cells.len(), table.columns.len(), "{:?}", row.label.text);
        }
    }
}

fn inside(document: &Document, span: Span) {
    let lines = u32::try_from(document.lines.len()).unwrap();
    assert!(1 <= span.at.line && span.at.line <= span.end_line && span.end_line <= lines, "{span:?}");
    assert!(span.at.column >= 1 && span.end_column >= 1, "{span:?}");
}

/// All of the above.
pub fn assert_sound(document: &Document) {
    assert_tree_is_sound(document);
    assert_origins_are_true(document);
    assert_nothing_is_dropped(document);
}
