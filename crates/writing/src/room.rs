//! How much room blocks take, guessed from the widths of their words.
//!
//! The template keeps headings together with what follows, and moves on when what stands
//! in the margin is higher than the blocks beside it. Setting the blocks twice to find
//! out costs most of the time that a document takes; a guess is enough wherever the
//! heights lie far apart.
//!
//! All lengths are thousandths of a point.

use crate::fonts::{Face, width};
use crate::model::{Area, Assignment, Block, Goal, Inline, ListItem, Note, Room, Section, Station, Text};

/// The body column, the margin column, and the distance between base lines.
const BODY: u32 = 354_330;
const SIDE: u32 = 113_385;
const BASE: u32 = 15_000;
const NOTE_LINE: u32 = 11_250;
/// Sizes of a heading in the margin, from what is wanted to what lets long words stay whole.
const SIDE_HEADS: [u32; 3] = [12_750, 11_250, 10_000];
/// Long enough to be two or three lines, for words that are looked up.
const LOOKED_UP: &str = "000 000 miljoner kronor";

/// Sets the room of blocks and of everything inside them.
pub fn set_room(blocks: &mut [Block]) {
    blocks.iter_mut().for_each(set_block);
}

fn set_block(block: &mut Block) {
    match block {
        Block::Chapter(chapter) => {
            set_room(&mut chapter.blocks);
            chapter.room = Room { keep: kept_in_chapter(&chapter.blocks), ..Room::default() };
        }
        Block::Section(section) => set_section(section),
        Block::Area(area) => set_area(area),
        Block::Goal(goal) => set_goal(goal),
        Block::Assignment(assignment) => set_assignment(assignment),
        Block::Beside(beside) => {
            set_room(&mut beside.blocks);
            let side = note_height(&words_of(&beside.note), SIDE) + NOTE_LINE;
            beside.room = room(side, &beside.blocks);
        }
        Block::Notes { items } => items.iter_mut().for_each(set_note),
        _ => {}
    }
}

fn set_section(section: &mut Section) {
    set_room(&mut section.blocks);
    let head = side_head(&section.head);
    let side = head.height + note_height(&words_of(&section.note), SIDE);
    section.stacked |= head.hyphenate;
    section.room = Room { head: head.size, hyphenate: head.hyphenate, ..room(side, &section.blocks) };
}

fn set_area(area: &mut Area) {
    set_room(&mut area.blocks);
    set_room(&mut area.items);
    let head = side_head(&area.head);
    let room = room(head.height + NOTE_LINE, &area.blocks);
    area.room = Room { head: head.size, hyphenate: head.hyphenate, ..room };
}

fn set_goal(goal: &mut Goal) {
    goal.stations.iter_mut().for_each(set_station);
}

fn set_station(station: &mut Station) {
    set_room(&mut station.blocks);
    let heads = station.over.iter().map(|over| over.head.as_str()).chain([station.head.as_str()]);
    let heads: u32 = heads.map(|head| lines(head, SIDE, Face::SansBold, 9_500) * 14_500).sum();
    station.room = room(heads + note_height(&words_of(&station.note), SIDE), &station.blocks);
}

fn set_assignment(assignment: &mut Assignment) {
    set_room(&mut assignment.blocks);
    assignment.room = room(2 * NOTE_LINE, &assignment.blocks);
}

fn set_note(note: &mut Note) {
    set_room(&mut note.blocks);
    let side = NOTE_LINE * u32::try_from(note.rows.len() * 2 + 1).unwrap_or(1);
    note.room = room(side, &note.blocks);
}

/// The margin and the blocks beside it are close when the guesses do not settle it.
fn room(side: u32, blocks: &[Block]) -> Room {
    // A heading without anything under it goes with what comes after it.
    let keep = blocks.first().map_or(8 * BASE, kept);
    let beside: u32 = blocks.iter().map(height).fold(0, u32::saturating_add);
    Room { side, keep, close: beside / 4 * 3 < side / 4 * 5 + BASE, head: SIDE_HEADS[0], hyphenate: false }
}

/// A chapter's heading is kept with its lead and the first table after that; running text
/// may part.
fn kept_in_chapter(blocks: &[Block]) -> u32 {
    match blocks {
        [Block::Lead { c }, second, ..] => lead_height(c) + kept(second),
        [first, ..] => kept(first),
        [] => 0,
    }
}

/// What of a block has to stand on the page of its heading.
fn kept(block: &Block) -> u32 {
    match block {
        Block::Table(table) => match &table.fit {
            Some(fit) if !fit.breakable => fit.height,
            _ => 8 * BASE,
        },
        Block::Section(section) => section.room.keep.max(section.room.side) + 2 * BASE,
        Block::Waterfall(_) | Block::Chart(_) | Block::Lead { .. } => height(block),
        _ => 3 * BASE,
    }
}

/// About how high a block becomes.
fn height(block: &Block) -> u32 {
    match block {
        Block::Paragraph { c } | Block::Quote { c } => {
            lines(&words_of(c), BODY, Face::Serif, 10_500) * BASE + 12_000
        }
        Block::Lead { c } => lead_height(c),
        Block::Remark { c } => note_height(&words_of(c), BODY) + 12_000,
        Block::Heading { head, .. } => lines(head, BODY, Face::SerifBold, 11_500) * 14_000 + 26_000,
        Block::List { items, .. } => items.iter().map(item_height).fold(9_000, u32::saturating_add),
        Block::Table(table) => table.fit.as_ref().map_or(8 * BASE, |fit| fit.height),
        Block::Waterfall(fall) => 4 * BASE + 18_000 * u32::try_from(fall.rows.len()).unwrap_or(0),
        Block::Chart(_) => 14 * BASE,
        Block::Facts { rows } | Block::Decision { facts: rows, .. } => {
            2 * BASE + 14_000 * u32::try_from(rows.len()).unwrap_or(0)
        }
        Block::Key { rows } => 16_000 * u32::try_from(rows.len()).unwrap_or(0),
        Block::Beside(beside) => beside.blocks.iter().map(height).fold(beside.room.side, u32::max),
        // Whatever else is higher than anything that stands in a margin.
        _ => 20 * BASE,
    }
}

fn item_height(item: &ListItem) -> u32 {
    let (text, under): (_, &[Block]) = match item {
        ListItem::Text(text) => (text, &[]),
        ListItem::Nested { c, blocks } => (c, blocks),
    };
    let own = lines(&words_of(text), BODY - BASE, Face::Serif, 10_500) * BASE + 7_000;
    under.iter().map(height).fold(own, u32::saturating_add)
}

fn lead_height(text: &Text) -> u32 {
    lines(&words_of(text), BODY, Face::Serif, 14_000) * 18_500 + BASE
}

fn note_height(words: &str, within: u32) -> u32 {
    if words.is_empty() { 0 } else { lines(words, within, Face::Sans, 8_250) * NOTE_LINE }
}

/// A heading in the margin.
struct SideHead {
    size: u32,
    height: u32,
    hyphenate: bool,
}

fn side_head(head: &str) -> SideHead {
    let whole = |size: &u32| head.split(' ').all(|word| width(word, Face::SerifBold, *size) <= SIDE);
    let found = SIDE_HEADS.into_iter().find(whole);
    let size = found.unwrap_or(SIDE_HEADS[0]);
    let height = lines(head, SIDE, Face::SerifBold, size) * (size + 2_000) + 5_000;
    SideHead { size, height, hyphenate: found.is_none() }
}

/// How many lines words take when each line is filled as far as it goes.
fn lines(words: &str, within: u32, face: Face, size: u32) -> u32 {
    if words.is_empty() {
        return 0;
    }
    let space = width(" ", face, size);
    let mut count = 1;
    let mut filled = 0_u32;
    for word in words.split(' ') {
        let word = width(word, face, size);
        if filled > 0 && filled.saturating_add(word) > within {
            count += 1;
            filled = 0;
        }
        filled = filled.saturating_add(word).saturating_add(space);
    }
    count
}

fn words_of(text: &Text) -> String {
    let piece = |piece: &Inline| match piece {
        Inline::Plain(words) | Inline::Strong { em: words } | Inline::Link { words, .. } => words.clone(),
        Inline::Figure { .. } | Inline::Reference { .. } => LOOKED_UP.to_owned(),
    };
    text.iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text;

    fn paragraph(words: &str) -> Block {
        Block::Paragraph { c: text(words) }
    }

    #[test]
    fn lines_are_filled_and_words_are_whole() {
        assert_eq!(lines("", BODY, Face::Serif, 10_500), 0);
        assert_eq!(lines("kort", BODY, Face::Serif, 10_500), 1);
        // Some seventy letters go into a line of the body column.
        assert_eq!(lines(&"ord ".repeat(35), BODY, Face::Serif, 10_500), 2);
    }

    #[test]
    fn a_long_text_beside_a_short_heading_is_not_close() {
        let long = [paragraph(&"ett ord till ".repeat(100))];
        assert!(!room(20_000, &long).close);
        assert!(room(20_000, &[paragraph("Kort.")]).close);
    }

    #[test]
    fn a_heading_shrinks_before_it_is_hyphenated() {
        let size = |head: &str| (side_head(head).size, side_head(head).hyphenate);
        assert_eq!(size("Plan för ekonomin"), (12_750, false));
        assert_eq!(size("Kommunfullmäktige"), (10_000, false));
        assert_eq!(size("Verksamhetsutvecklingsprojektet"), (12_750, true));
    }
}
