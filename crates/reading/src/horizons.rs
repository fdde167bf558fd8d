//! One heading with both assessments under it: "Bedömning" and then "Perioden: …",
//! "Mandatperioden: …". Each labelled stretch becomes a section of its own.

use crate::book::{Book, HeadingKind};
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::section::{Section, SectionKind};

/// A label is at most so long, in characters.
const LONGEST_LABEL: usize = 60;

/// Splits an assessing section whose paragraphs are labelled for different horizons. What
/// follows the last label (the reason) stays with the last.
pub(crate) fn split(section: &mut Section, book: &Book<'_>) {
    let assessing = |kind| matches!(kind, SectionKind::AssessmentPeriod | SectionKind::AssessmentTerm);
    if !assessing(section.kind) || !section.sections.is_empty() {
        return;
    }
    let labelled: Vec<Option<(SectionKind, String)>> =
        section.blocks.iter().map(|block| label(block, &section.name, book)).collect();
    let kinds: Vec<SectionKind> = labelled.iter().flatten().map(|(kind, _)| *kind).collect();
    if !(kinds.contains(&SectionKind::AssessmentPeriod) && kinds.contains(&SectionKind::AssessmentTerm)) {
        return;
    }
    for (block, label) in std::mem::take(&mut section.blocks).into_iter().zip(labelled) {
        match (label, section.sections.last_mut()) {
            (Some((kind, name)), _) => section.sections.push(part(kind, name, section.level, block)),
            (None, Some(last)) => {
                last.span = last.span.to(block.span);
                last.blocks.push(block);
            }
            (None, None) => section.blocks.push(block),
        }
    }
    section.kind = SectionKind::Other;
}

fn part(kind: SectionKind, name: String, level: u8, block: Block) -> Section {
    Section { kind, name, level: level + 1, span: block.span, blocks: vec![block], ..Section::default() }
}

/// The horizon that a paragraph's label names, read together with the heading: "Bedömning"
/// and "Mandatperioden 2023–2026" are "Bedömning mandatperioden 2023–2026".
fn label(block: &Block, heading: &str, book: &Book<'_>) -> Option<(SectionKind, String)> {
    let Content::Paragraph { text } = &block.content else { return None };
    let (label, _) = text.split_once(':')?;
    let label = label.trim_matches(|c: char| c == '*' || c == '_' || c.is_whitespace());
    if label.is_empty() || label.chars().count() > LONGEST_LABEL {
        return None;
    }
    let known = book.headings(&format!("{heading} {label}"));
    let kind = known.into_iter().find_map(|known| match known.kind {
        HeadingKind::Section(kind @ (SectionKind::AssessmentPeriod | SectionKind::AssessmentTerm)) => {
            Some(kind)
        }
        _ => None,
    })?;
    Some((kind, label.to_owned()))
}

#[cfg(test)]
mod tests {
    use crate::style::HouseStyle;
    use uppsikt_domain::assessment::{Horizon, Status};

    #[test]
    fn both_horizons_under_one_heading_are_two_assessments() {
        let text = "# Delårsrapport 2026\n\nParknämnden\n\n# Målen\n\n## Kommunfullmäktigemål - Fler träd växer i staden\n\n### Bedömning\n\n**Perioden januari–augusti:** på väg\n\n**Mandatperioden 2023–2026:** delvis på väg\n\nHälften av träden är planterade och resten väntar på mark.\n";
        let document = crate::read("d.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let goal = document.goals()[0];
        assert_eq!(goal.assessment(Horizon::Period).map(|it| it.status), Some(Status::OnTrack));
        assert_eq!(goal.assessment(Horizon::Term).map(|it| it.status), Some(Status::PartlyOnTrack));
        assert!(goal.section.full_text().contains("resten väntar på mark"));
    }
}
