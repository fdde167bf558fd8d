//! What a style could say of goals that have no mark: headings right below areas, or below the chapter of goals,
//! where nothing else is a goal.

use crate::proposals::Proposal;
use crate::style::HouseStyle;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::style_addition::Leftover;
use uppsikt_messages::Message;

/// So many headings at least may be goals.
const FEWEST: usize = 2;

/// The proposal to take such headings for goals.
pub(crate) fn proposal(document: &Document, style: &HouseStyle) -> Option<Proposal> {
    let other = matches!(document.kind, DocumentKind::Case | DocumentKind::Unknown);
    let told = document.goal_areas().iter().any(|area| !area.goals.is_empty());
    if other || told || style.goals.unmarked {
        return None;
    }
    let below = |kind: SectionKind| -> Vec<&Section> {
        let all = document.all_sections().into_iter().filter(|section| section.kind == kind);
        let inner = all.flat_map(|section| &section.sections);
        inner.filter(|inner| inner.kind == SectionKind::Other && inner.heading.is_some()).collect()
    };
    let found = [SectionKind::GoalArea, SectionKind::Goals].map(below);
    let found = found.iter().find(|found| found.len() >= FEWEST)?;
    let heading = found.first()?.heading.as_ref()?;
    Some(Proposal {
        of: Leftover::Heading,
        at: heading.span.at,
        words: heading.text.clone(),
        pattern: heading.text.clone(),
        means: None,
        reason: Message::new("reading-proposal-unmarked").with("times", found.len()),
        toml: "[goals]\nunmarked = true".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    const PLAN: &str = "# Nämndsbudget 2031\n\nParknämnden\n\n## Nämndens mål\n\n### Målområde: Gröna stråk\n\n\
                        #### Ingen ska vänta länge på en bänk\n\nFler bänkar behövs.\n\n\
                        ##### Planering för 2031\n\nNämnden ställer ut tolv bänkar.\n\n\
                        #### Fler barn leker ute\n\nGungorna lagas.\n\n## Ekonomi\n\nRamen är 3 mnkr.\n";

    fn goals(style: &HouseStyle) -> Vec<String> {
        let document = read("a.md", PLAN.as_bytes(), style).unwrap();
        let areas = document.goal_areas();
        areas.iter().flat_map(|area| &area.goals).map(|goal| goal.name().to_owned()).collect()
    }

    #[test]
    fn headings_below_areas_are_goals_where_the_style_says_so_and_it_is_proposed() {
        let standard = HouseStyle::standard();
        assert!(goals(&standard).is_empty());
        let document = read("a.md", PLAN.as_bytes(), &standard).unwrap();
        let proposed = crate::proposals(&document, &standard);
        let own = proposed.iter().find(|it| it.toml == "[goals]\nunmarked = true").unwrap();
        assert_eq!(own.words, "Ingen ska vänta länge på en bänk");
        let mut style = standard.clone();
        style.goals.unmarked = true;
        assert_eq!(goals(&style), ["Ingen ska vänta länge på en bänk", "Fler barn leker ute"]);
        let document = read("a.md", PLAN.as_bytes(), &style).unwrap();
        let plan = document.all_sections().into_iter().filter(|it| it.kind == SectionKind::YearPlan).count();
        assert_eq!(plan, 1);
        assert!(proposal(&document, &style).is_none());
    }
}
