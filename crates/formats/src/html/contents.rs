//! Tables of contents: links to headings of the same page.

use super::look::{At, Tree, attribute, heading_level, name, plain};
use crate::blocks::Block;
use crate::emphasis::plain as unmarked;
use std::collections::HashSet;

/// A table of contents has at least so many entries.
const LEAST: usize = 2;

/// A heading of the contents is no longer than this, in bytes.
const LONGEST_HEADING: usize = 60;

/// The ids by which links can point to headings.
pub(super) fn heading_ids(tree: &Tree) -> HashSet<&str> {
    let headings = tree.root().descendants().filter(|node| heading_level(name(*node)).is_some());
    headings
        .flat_map(near)
        .flat_map(|node| [attribute(node, "id"), attribute(node, "name")])
        .flatten()
        .collect()
}

/// A heading, what it holds, what holds it and what stands right before it.
fn near(heading: At<'_>) -> impl Iterator<Item = At<'_>> {
    let before = heading.prev_siblings().find(|node| node.value().is_element());
    let anchor = before.filter(|node| name(*node) == "a");
    heading.descendants().chain(heading.parent()).chain(anchor)
}

/// Whether all links of an element point to headings.
pub(super) fn points_to_headings(node: At<'_>, ids: &HashSet<&str>) -> bool {
    let mut count = 0;
    let sound = links(node).all(|link| {
        count += 1;
        attribute(link, "href").and_then(|href| href.strip_prefix('#')).is_some_and(|id| ids.contains(id))
    });
    sound && count >= LEAST
}

/// Whether a list is a table of contents: it holds links to headings and nothing else.
pub(super) fn is_contents(list: At<'_>, ids: &HashSet<&str>) -> bool {
    points_to_headings(list, ids) && {
        let linked: usize = links(list).map(|link| letters(&plain(link))).sum();
        linked == letters(&plain(list))
    }
}

/// A menu has so many links at least.
const LEAST_OF_MENU: usize = 3;

/// Whether a list is a menu: it holds links to other pages and nothing else.
pub(super) fn is_menu(list: At<'_>) -> bool {
    let (mut count, mut linked) = (0, 0);
    let elsewhere = links(list).all(|link| {
        (count, linked) = (count + 1, linked + letters(&plain(link)));
        attribute(link, "href").is_some_and(|href| !href.starts_with('#'))
    });
    elsewhere && count >= LEAST_OF_MENU && linked == letters(&plain(list))
}

/// The words of a menu, link by link.
pub(super) fn menu(node: At<'_>) -> Option<String> {
    let named: Vec<String> = links(node).map(plain).filter(|text| !text.is_empty()).collect();
    (!named.is_empty()).then(|| named.join(" | "))
}

fn links(node: At<'_>) -> impl Iterator<Item = At<'_>> {
    node.descendants().filter(|node| name(*node) == "a" && attribute(*node, "href").is_some())
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// The entries of a table of contents, where the block before it can be its heading.
pub(super) fn entries(list: At<'_>, before: Option<&Block>) -> Vec<Block> {
    let headed = match before {
        Some(Block::Heading { .. }) => true,
        Some(Block::Paragraph(text)) => {
            let text = unmarked(text);
            text.len() < LONGEST_HEADING && !text.trim_end().ends_with('.')
        }
        _ => false,
    };
    let texts = links(list).map(plain).filter(|text| !text.is_empty());
    if headed { texts.map(|text| Block::Entry(format!("- {text}"))).collect() } else { Vec::new() }
}
