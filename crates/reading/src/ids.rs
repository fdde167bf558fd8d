//! Ids of sections and blocks: words of the headings, so that they stay the same when
//! something is put in elsewhere.

use std::collections::HashMap;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_text::format::slug;

/// A part of an id is at most so long, in characters.
const LONGEST: usize = 48;

/// Gives every section and block its id.
pub(crate) fn set(sections: &mut [Section]) {
    let mut used = HashMap::new();
    sections.iter_mut().for_each(|section| set_section(section, "", &mut used));
}

fn set_section(section: &mut Section, goal: &str, used: &mut HashMap<String, usize>) {
    let own = shortened(&slug(&section.name));
    let own = if own.is_empty() { section.kind.code().replace('_', "-") } else { own };
    let wanted = if goal.is_empty() { own } else { format!("{goal}--{own}") };
    section.id = unique(wanted, used);
    for (number, block) in section.blocks.iter_mut().enumerate() {
        block.id = unique(format!("{}.{}", section.id, number + 1), used);
    }
    let inside = matches!(section.kind, SectionKind::Goal | SectionKind::Assignment);
    let goal = if inside { section.id.clone() } else { goal.to_owned() };
    section.sections.iter_mut().for_each(|inner| set_section(inner, &goal, used));
}

fn unique(wanted: String, used: &mut HashMap<String, usize>) -> String {
    let mut id = wanted.clone();
    while used.contains_key(&id) {
        let count = used.entry(wanted.clone()).or_insert(1);
        *count += 1;
        id = format!("{wanted}-{count}");
    }
    used.insert(id.clone(), 1);
    id
}

/// Cut at a hyphen where it is long.
fn shortened(slug: &str) -> String {
    if slug.len() <= LONGEST {
        return slug.to_owned();
    }
    let cut = slug.get(..LONGEST).unwrap_or(slug);
    cut.rfind('-').map_or(cut, |at| &cut[..at]).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(name: &str, kind: SectionKind, sections: Vec<Section>) -> Section {
        Section { name: name.to_owned(), kind, sections, ..Section::default() }
    }

    #[test]
    fn ids_are_unique_and_parts_of_a_goal_carry_its_id() {
        let plan = || section("Planering för 2031", SectionKind::YearPlan, Vec::new());
        let mut all = vec![
            section("Fler läser", SectionKind::Goal, vec![plan(), plan()]),
            section("", SectionKind::Other, Vec::new()),
        ];
        set(&mut all);
        assert_eq!(all[0].id, "fler-laser");
        assert_eq!(all[0].sections[0].id, "fler-laser--planering-for-2031");
        assert_eq!(all[0].sections[1].id, "fler-laser--planering-for-2031-2");
        assert_eq!(all[1].id, "other");
    }
}
