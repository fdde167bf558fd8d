//! Finding the way in trees of sections: rows of tables that are goals or assignments are sections too.

use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_text::compare;

/// What stands in a section: its sections, then the goals and assignments that rows of its tables are.
fn children(section: &Section) -> Vec<&Section> {
    let told = section.blocks.iter().filter_map(Block::table).flat_map(|table| &table.goals);
    section.sections.iter().chain(told).collect()
}

/// The way down to the first section that fits, outermost first. Empty: there is none.
pub(super) fn way<'a>(sections: &'a [Section], fits: &dyn Fn(&Section) -> bool) -> Vec<&'a Section> {
    fn below<'a>(section: &'a Section, fits: &dyn Fn(&Section) -> bool) -> Option<Vec<&'a Section>> {
        if fits(section) {
            return Some(vec![section]);
        }
        let mut way = children(section).into_iter().find_map(|inner| below(inner, fits))?;
        way.insert(0, section);
        Some(way)
    }
    sections.iter().find_map(|section| below(section, fits)).unwrap_or_default()
}

/// Where the section that a way leads to stands in another tree: under the same headings, else
/// under fewer, but never under another goal.
pub(super) fn counterpart(sections: &[Section], way: &[&Section]) -> Option<Vec<usize>> {
    if way.is_empty() {
        return Some(Vec::new());
    }
    let all: Vec<&Section> = sections.iter().collect();
    let goal = way.iter().position(|it| it.kind == SectionKind::Goal).unwrap_or(way.len() - 1);
    (0..=goal).find_map(|from| along(&all, &way[from..]))
}

fn along(sections: &[&Section], way: &[&Section]) -> Option<Vec<usize>> {
    let (first, rest) = way.split_first()?;
    let is_it = |it: &Section| it.kind == first.kind && compare::same(&it.name, &first.name);
    let step = |at: usize, below: Vec<usize>| [vec![at], below].concat();
    let here = sections.iter().enumerate().filter(|(_, it)| is_it(it)).find_map(|(at, it)| {
        if rest.is_empty() { Some(vec![at]) } else { along(&children(it), rest).map(|below| step(at, below)) }
    });
    here.or_else(|| {
        let others = sections.iter().enumerate().filter(|(_, it)| it.kind != SectionKind::Goal);
        others.into_iter().find_map(|(at, it)| along(&children(it), way).map(|below| step(at, below)))
    })
}

/// The section at the end of a path. `None` for the document itself.
pub(super) fn at<'a>(sections: &'a mut [Section], path: &[usize]) -> Option<&'a mut Section> {
    let (first, rest) = path.split_first()?;
    rest.iter().try_fold(sections.get_mut(*first)?, |section, at| child(section, *at))
}

fn child(section: &mut Section, at: usize) -> Option<&mut Section> {
    let Some(told) = at.checked_sub(section.sections.len()) else { return section.sections.get_mut(at) };
    let tables = section.blocks.iter_mut().filter_map(|block| match &mut block.content {
        Content::Table(table) => Some(&mut table.goals),
        _ => None,
    });
    tables.flatten().nth(told)
}
