//! What goes on from block to block and from page to page: levels of headings, captions, tables.

use super::blocks::Block;
use super::headings::Looks;
use super::printed::Printed;

/// Headings one level below those they stand under, where their looks leave levels out.
pub(super) fn nest(blocks: &mut [Block]) {
    let mut open: Vec<u8> = Vec::new();
    for block in blocks {
        if let Block::Heading(level, _) = block {
            open.retain(|above| above < level);
            open.push(*level);
            *level = u8::try_from(open.len()).unwrap_or(*level);
        }
    }
}

/// A bold line of the body's size right above a table is no heading but says what it shows.
pub(super) fn caption(above: Option<&mut Block>, looks: &Looks) {
    if let Some(block) = above
        && let Block::Heading(level, lines) = block
        && looks.is_bold_body(*level)
        && let [line] = lines.as_mut_slice()
    {
        *block = Block::Bold(vec![std::mem::take(line)]);
    }
}

/// Adds a page's blocks; a table that goes on with its head repeated is one table, and its
/// caption may stand on the page before.
///
/// `goes_on` tells that the page begins with more rows of the table above it, without its head.
pub(super) fn join_tables(blocks: &mut Vec<Block>, page: Vec<Block>, looks: &Looks, goes_on: bool) {
    let mut page = page;
    let open = blocks.iter().rposition(|it| !matches!(it, Block::Running(_)));
    let first = page.iter().position(|it| !matches!(it, Block::Running(_)));
    if first.is_some_and(|first| matches!(page[first], Block::Table(_))) {
        caption(open.and_then(|open| blocks.get_mut(open)), looks);
    }
    if let (Some(open), Some(first)) = (open, first)
        && let Block::Table(next) = &page[first]
        && let Block::Table(rows) = &mut blocks[open]
        && let (Some(head), Some(again)) = (rows.first(), next.first())
        && (goes_on || head.cells == again.cells)
    {
        let mut next = next.iter().skip(usize::from(!goes_on)).cloned().peekable();
        while rows.len() > 1
            && let (Some(last), Some(first)) = (rows.last_mut(), next.peek())
        {
            if last.goes_on(first) || last.is_parted(first) {
                last.take_in(first);
            } else if !(goes_on && last.take_rest_of_label(first)) {
                break;
            }
            next.next();
        }
        rows.extend(next);
        page.remove(first);
    }
    blocks.extend(page);
}

pub(super) fn ends_with_table(blocks: &[Block]) -> bool {
    let last = blocks.iter().rfind(|block| !matches!(block, Block::Running(_)));
    matches!(last, Some(Block::Table(_)))
}

/// Whether the words of a column go on at the top of the next, in the middle of a sentence.
pub(super) fn goes_on_beside(above: &Printed, line: &Printed) -> bool {
    let Some(edge) = above.edge.filter(|edge| line.edge.is_some() && line.left() > *edge) else {
        return false;
    };
    let alike = (above.size - line.size).abs() < 0.05 * line.size && above.bold == line.bold;
    let full = above.right() + 2.5 * above.size + line.first_word() > edge;
    alike && full && line.baseline < above.baseline && line.text().starts_with(char::is_lowercase)
}
