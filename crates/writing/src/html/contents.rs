//! The list of contents.

use super::{Page, escape};
use crate::model::Block;

/// An entry with those under it.
struct Entry<'a> {
    id: &'a str,
    head: &'a str,
    under: Vec<Entry<'a>>,
}

impl Page<'_> {
    pub fn contents(&mut self) {
        let entries = entries(&self.report.sections);
        if entries.is_empty() {
            return;
        }
        let label = self.label("writing-contents");
        self.put_args(format_args!(
            "<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">{label}</h2>\n"
        ));
        self.entries(&entries);
        self.put("</nav>\n");
    }

    fn entries(&mut self, entries: &[Entry<'_>]) {
        self.put("<ol>\n");
        for entry in entries {
            let (id, head) = (escape(entry.id), escape(entry.head));
            self.put_args(format_args!("<li><a href=\"#{id}\">{head}</a>"));
            if !entry.under.is_empty() {
                self.put("\n");
                self.entries(&entry.under);
            }
            self.put("</li>\n");
        }
        self.put("</ol>\n");
    }
}

fn entries(blocks: &[Block]) -> Vec<Entry<'_>> {
    blocks.iter().flat_map(entry).collect()
}

fn entry(block: &Block) -> Vec<Entry<'_>> {
    let (id, head, under) = match block {
        Block::Chapter(chapter) => (&chapter.id, &chapter.head, entries(&chapter.blocks)),
        Block::Section(section) if section.outlined => (&section.id, &section.head, entries(&section.blocks)),
        Block::Goal(goal) => (&goal.id, &goal.head, Vec::new()),
        Block::Assignment(assignment) => (&assignment.id, &assignment.head, Vec::new()),
        Block::Area(area) => match &area.id {
            Some(id) => (id, &area.head, entries(&area.items)),
            None => return entries(&area.items),
        },
        _ => return Vec::new(),
    };
    if head.is_empty() { under } else { vec![Entry { id, head, under }] }
}
