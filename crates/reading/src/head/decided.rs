//! What a title page says of how the document was adopted.

use crate::book::folded;
use crate::joined::Joined;
use crate::source::Source;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::place::Span;
use uppsikt_domain::section::Section;

/// What takes a line of the title page that says when the document was adopted.
pub(super) const DECISION: &str = "decision";

/// "Antagen av parknämnden den 3 mars 2031, § 12": by whom and when a document was adopted.
pub(super) fn is_decision(text: &str) -> bool {
    const ADOPTED: [&str; 8] =
        ["antagen", "antaget", "antagna", "beslutad", "beslutat", "fastställd", "fastställt", "godkänd"];
    let first = text.split(' ').next().unwrap_or_default();
    let told = text.contains('§') || text.contains(" av ") || text.split(' ').count() > 1;
    ADOPTED.contains(&folded(first).as_str()) && told && text.contains(|c: char| c.is_ascii_digit())
}

/// The section that holds what the title page says of how the document was adopted.
pub(crate) fn decisions(source: &Source) -> Option<Section> {
    let lines = (0..source.len()).filter(|line| source.lines[*line].by == DECISION);
    let told = lines.map(|line| Joined::line(source, line).all_at(source));
    let blocks: Vec<Block> = told
        .map(|it| Block { id: String::new(), span: it.span, content: Content::Paragraph { text: it.text } })
        .collect();
    let span = blocks.iter().map(|block| block.span).reduce(Span::to)?;
    Some(Section { level: 1, span, blocks, ..Section::default() })
}
