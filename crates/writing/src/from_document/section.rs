//! Sections and blocks.

use uppsikt_domain::block::{Block as Source, Content};
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::{Section as Tree, SectionKind};

use super::Writer;
use super::inline::pieces;
use crate::model::{self, Block, Chapter, Inline, ListItem, Room, Text, text};

impl Writer<'_> {
    /// The body: a chapter for each section of the highest level.
    pub fn chapters(&self) -> Vec<Block> {
        self.doc.sections.iter().flat_map(|section| self.section(section, 0)).collect()
    }

    /// A section `depth` levels under the document, with everything inside.
    pub fn section(&self, section: &Tree, depth: u8) -> Vec<Block> {
        match section.kind {
            SectionKind::GoalArea => vec![self.area(section)],
            SectionKind::Goal => vec![self.goal(section)],
            SectionKind::Assignment => vec![self.assignment(section, depth > 0)],
            _ => self.other(section, depth),
        }
    }

    fn other(&self, section: &Tree, depth: u8) -> Vec<Block> {
        let Some(heading) = &section.heading else {
            return self.inside(section, depth);
        };
        let (id, head) = (label(section), heading.text.clone());
        match depth {
            0 => {
                let blocks = self.inside(section, 1);
                vec![Block::Chapter(Chapter { id, head, blocks, ..Chapter::default() })]
            }
            1 => vec![Block::Section(model::Section {
                id,
                head,
                note: Text::new(),
                outlined: true,
                stacked: false,
                level: 2,
                room: Room::default(),
                blocks: self.inside(section, 2),
            })],
            _ => {
                let heading = Block::Heading { level: depth + 1, head, id: Some(id), rank: 0 };
                std::iter::once(heading).chain(self.inside(section, depth + 1)).collect()
            }
        }
    }

    /// What stands under a section's heading, sections inside at `depth`.
    fn inside(&self, section: &Tree, depth: u8) -> Vec<Block> {
        let mut blocks = self.own(section);
        blocks.extend(section.sections.iter().flat_map(|inner| self.section(inner, depth)));
        blocks
    }

    /// What stands directly under a section's heading.
    pub fn own(&self, section: &Tree) -> Vec<Block> {
        let mut blocks: Vec<Block> =
            section.blocks.iter().flat_map(|block| self.block(block, section.heading.as_ref())).collect();
        blocks.extend(self.effect(section));
        blocks
    }

    /// The expected effect, where it does not stand in the text already.
    fn effect(&self, section: &Tree) -> Option<Block> {
        let effect = section.expected_effect.as_ref()?;
        let told = section.full_text().contains(effect.text.as_str());
        let head = Inline::Strong { em: format!("{}: ", self.say("writing-expected-effect")) };
        let mut c = vec![head];
        c.extend(self.words(&effect.text));
        (!told).then_some(Block::Paragraph { c })
    }

    /// Running text of this document.
    pub fn words(&self, words: &str) -> Text {
        pieces(words, self.doc.source.media_type == "text/markdown")
    }

    /// A block of the document. `heading` is the one that it stands under.
    pub fn block(&self, block: &Source, heading: Option<&TextAt>) -> Vec<Block> {
        match &block.content {
            Content::Paragraph { text } => vec![Block::Paragraph { c: self.words(text) }],
            Content::Note { text } => vec![Block::Remark { c: self.words(text) }],
            Content::List { ordered, items } => {
                let items = items.iter().map(|item| ListItem::Text(self.words(&item.text))).collect();
                vec![Block::List { ordered: *ordered, start: None, items }]
            }
            Content::Table(table) => vec![Block::Table(self.table(table, &block.id, heading))],
            Content::Diagram { caption, source } => vec![self.diagram(caption, source)],
            Content::Agenda { intro, links } => {
                let items = links
                    .iter()
                    .map(|link| ListItem::Text(text(format!("{} {}", link.number, link.shown()))));
                let list = Block::List { ordered: false, start: None, items: items.collect() };
                let intro = intro.iter().map(|intro| Block::Paragraph { c: self.words(&intro.text) });
                intro.chain([list]).collect()
            }
        }
    }

    /// A diagram of which only the words are known.
    fn diagram(&self, caption: &str, source: &str) -> Block {
        let mut c = vec![Inline::Strong { em: format!("{}: ", self.say("writing-diagram")) }];
        c.extend(self.words(caption));
        if !source.is_empty() {
            c.push(Inline::Plain(" ".to_owned()));
            c.extend(self.words(source));
        }
        Block::Remark { c }
    }
}

/// What references to a section point to.
pub fn label(section: &Tree) -> String {
    format!("s-{}", section.id)
}
