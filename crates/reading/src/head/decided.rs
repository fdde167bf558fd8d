//! What a title page says of how the document was adopted.

use crate::book::{Book, folded};
use crate::joined::Joined;
use crate::source::Source;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::place::Span;
use uppsikt_domain::section::{Section, SectionKind};

/// What takes a line of the title page that says when the document was adopted.
pub(super) const DECISION: &str = "decision";

/// "Antagen av parknämnden den 3 mars 2031, § 12": by whom and when a document was adopted.
pub(super) fn is_decision(text: &str, book: &Book<'_>) -> bool {
    let opens = text.split_once(' ').is_some_and(|(first, _)| {
        let first = folded(first);
        book.style.structure.words.decided.contains(&first)
    });
    opens && text.contains(|c: char| c.is_ascii_digit())
}

/// Puts what the title page says of how the document was adopted first: into the text before the first
/// heading, or before all sections where there is no such text.
pub(crate) fn keep_decisions(source: &Source, sections: &mut Vec<Section>) {
    let Some(told) = decisions(source) else { return };
    match sections.first_mut().filter(|first| first.heading.is_none() && first.kind == SectionKind::Other) {
        Some(first) => {
            first.span = told.span.to(first.span);
            first.blocks.splice(0..0, told.blocks);
        }
        None => sections.insert(0, told),
    }
}

/// The section that holds what the title page says of how the document was adopted.
fn decisions(source: &Source) -> Option<Section> {
    let lines = (0..source.len()).filter(|line| source.lines[*line].by == DECISION);
    let told = lines.map(|line| Joined::line(source, line).all_at(source));
    let blocks: Vec<Block> = told
        .map(|it| Block { id: String::new(), span: it.span, content: Content::Paragraph { text: it.text } })
        .collect();
    let span = blocks.iter().map(|block| block.span).reduce(Span::to)?;
    Some(Section { level: 1, span, blocks, ..Section::default() })
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};

    #[test]
    fn an_adoption_and_what_else_stands_before_the_first_heading_are_one_text() {
        let text = "# Nämndsbudget 2031\n\nParknämnden\n\nBeslutad av parknämnden 2030-12-03 § 12.\n\n\
                    Bygger på ramarna, som fullmäktige gav.\n\n# Sammanfattning\n\nDammarna är rena.\n";
        let document = read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let first = &document.sections[0];
        assert!(first.heading.is_none() && document.sections[1].heading.is_some());
        assert_eq!(first.blocks.len(), 2, "{:#?}", first.blocks);
    }
}
