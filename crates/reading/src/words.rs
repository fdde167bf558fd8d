//! The words of headings, paragraphs and items with the place of each, for what is looked
//! for inside them after the tree is built.

use crate::book::folded;
use crate::joined::Joined;
use std::collections::HashMap;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::place::Span;
use uppsikt_domain::section::Section;

/// Words by where they begin.
#[derive(Debug, Default)]
pub(crate) struct Words {
    by_start: HashMap<(u32, u32), Joined>,
}

impl Words {
    pub fn keep(&mut self, span: Span, words: &Joined) {
        self.by_start.insert((span.at.line, span.at.column), words.clone());
    }

    pub fn at(&self, span: Span) -> Option<&Joined> {
        self.by_start.get(&(span.at.line, span.at.column))
    }

    /// The paragraphs, notes and items of a block, in order.
    pub fn of_block<'a>(&'a self, block: &Block) -> Vec<&'a Joined> {
        match &block.content {
            Content::Paragraph { .. } | Content::Note { .. } => self.at(block.span).into_iter().collect(),
            Content::List { items, .. } => items.iter().filter_map(|item| self.at(item.span)).collect(),
            _ => Vec::new(),
        }
    }

    /// The paragraphs and items of a section and of everything inside, in order.
    pub fn of_section<'a>(&'a self, section: &Section) -> Vec<&'a Joined> {
        let blocks = section.all().into_iter().flat_map(|section| &section.blocks);
        blocks.flat_map(|block| self.of_block(block)).collect()
    }
}

/// Whether a folded text holds one of some words.
pub(crate) fn holds_any(folded_text: &str, needles: &[String]) -> bool {
    needles.iter().any(|needle| {
        let lower = !needle.chars().any(char::is_uppercase);
        if lower { folded_text.contains(needle.as_str()) } else { folded_text.contains(&folded(needle)) }
    })
}

/// A word is at least so long, in bytes, to be known with two letters in each other's place.
const SHORTEST_SWAPPED: usize = 6;

/// Whether two neighbouring letters of a word stand in each other's place: "bugdet".
pub(crate) fn is_swapped(own: &str, word: &str) -> bool {
    if own.len() != word.len() || word.len() < SHORTEST_SWAPPED || own == word {
        return false;
    }
    let pairs = || own.chars().zip(word.chars());
    let off: Vec<(usize, (char, char))> =
        pairs().enumerate().filter(|(_, (one, other))| one != other).collect();
    matches!(off.as_slice(), [(at, (a, b)), (next, (c, d))] if *next == at + 1 && a == d && b == c)
}
