//! Levels of headings. A reader who jumps from heading to heading relies on there being
//! no gaps, and PDF/UA demands it: whatever level was asked for, a heading is at most one
//! level under the one before it. Six levels at most; deeper ones share the sixth.

use crate::model::{Area, Block, Goal, ListItem, Station};

const DEEPEST: u8 = 6;

/// Sets the levels of a report's blocks. `parent` is the level of the heading that they
/// stand under, 0 for none.
pub fn set_levels(blocks: &mut [Block], parent: u8) {
    let mut levels = Levels { last: parent };
    levels.blocks(blocks, parent);
}

/// The level of the heading that was met last.
struct Levels {
    last: u8,
}

impl Levels {
    fn next(&mut self, wanted: u8, parent: u8) -> u8 {
        let highest = (parent + 1).min(DEEPEST);
        let lowest = (self.last + 1).clamp(highest, DEEPEST);
        self.last = wanted.clamp(highest, lowest);
        self.last
    }

    fn under(&mut self, parent: u8) -> u8 {
        self.next(parent + 1, parent)
    }

    fn blocks(&mut self, blocks: &mut [Block], parent: u8) {
        blocks.iter_mut().for_each(|block| self.block(block, parent));
    }

    fn block(&mut self, block: &mut Block, parent: u8) {
        match block {
            Block::Chapter(chapter) => {
                let level = if chapter.head.is_empty() { parent } else { self.under(parent) };
                self.blocks(&mut chapter.blocks, level);
            }
            Block::Section(section) => {
                section.level = self.under(parent);
                self.blocks(&mut section.blocks, section.level);
            }
            Block::Heading { level, rank, .. } => {
                *level = self.next(*level, parent);
                *rank = *level - parent.min(*level - 1);
            }
            Block::Beside(beside) => self.blocks(&mut beside.blocks, parent),
            Block::Notes { items } => items.iter_mut().for_each(|note| self.blocks(&mut note.blocks, parent)),
            Block::List { items, .. } => items.iter_mut().for_each(|item| self.item(item, parent)),
            Block::Area(area) => self.area(area, parent),
            Block::Goal(goal) => self.goal(goal, parent),
            Block::Assignment(assignment) => {
                assignment.level = self.under(parent);
                self.blocks(&mut assignment.blocks, assignment.level);
            }
            _ => {}
        }
    }

    fn item(&mut self, item: &mut ListItem, parent: u8) {
        if let ListItem::Nested { blocks, .. } = item {
            self.blocks(blocks, parent);
        }
    }

    fn area(&mut self, area: &mut Area, parent: u8) {
        area.level = self.under(parent);
        self.blocks(&mut area.blocks, area.level);
        self.blocks(&mut area.items, area.level);
    }

    fn goal(&mut self, goal: &mut Goal, parent: u8) {
        goal.level = self.under(parent);
        goal.stations.iter_mut().for_each(|station| self.station(station, goal.level));
    }

    fn station(&mut self, station: &mut Station, goal: u8) {
        for over in &mut station.over {
            over.level = self.next(over.level, goal);
        }
        if station.head.is_empty() {
            self.blocks(&mut station.blocks, goal);
        } else {
            station.level = self.next(station.level, goal);
            self.blocks(&mut station.blocks, station.level);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Chapter;

    fn heading(level: u8) -> Block {
        Block::Heading { level, head: "x".into(), id: None, rank: 0 }
    }

    fn levels(blocks: &[Block]) -> Vec<(u8, u8)> {
        let of = |block: &Block| match block {
            Block::Heading { level, rank, .. } => Some((*level, *rank)),
            _ => None,
        };
        blocks.iter().filter_map(of).collect()
    }

    #[test]
    fn a_gap_between_levels_is_closed() {
        let blocks = vec![heading(5), heading(6), heading(9), heading(3)];
        let mut report = [Block::Chapter(Chapter { head: "k".into(), blocks, ..Chapter::default() })];
        set_levels(&mut report, 0);
        let [Block::Chapter(chapter)] = &report else { panic!("a chapter") };
        assert_eq!(levels(&chapter.blocks), [(2, 1), (3, 2), (4, 3), (3, 2)]);
    }

    #[test]
    fn no_heading_stands_as_high_as_the_one_around_it() {
        let blocks = vec![heading(1)];
        let mut report = [Block::Chapter(Chapter { head: "k".into(), blocks, ..Chapter::default() })];
        set_levels(&mut report, 0);
        let [Block::Chapter(chapter)] = &report else { panic!("a chapter") };
        assert_eq!(levels(&chapter.blocks), [(2, 1)]);
    }
}
