//! A paragraph that ends in the middle of a sentence.

use crate::place;
use crate::prose::{locate, words};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "sentence-cut-off",
        code: "KON-010",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "En mening ska vara hel.",
        page_sv: include_str!("sentence_cut_off.sv.md"),
        page_en: include_str!("sentence_cut_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

/// Words that no sentence ends with.
const OPEN: [&str; 16] = [
    "och", "att", "eller", "samt", "som", "av", "för", "till", "från", "ett", "en", "genom", "mellan", "vid",
    "inom", "de",
];

fn of_document(document: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    for section in document.all_sections() {
        for (at, block) in section.blocks.iter().enumerate() {
            let next = section.blocks.get(at + 1);
            let goes_on = next.is_some_and(goes_on) || (next.is_none() && !section.sections.is_empty());
            found.extend(open_end(block).filter(|_| !goes_on).map(|end| tell(document, block, &end)));
        }
    }
    found
}

/// Whether a block may be the rest of the sentence above it.
fn goes_on(block: &Block) -> bool {
    match &block.content {
        Content::Paragraph { text } | Content::Note { text } => !text.starts_with(char::is_uppercase),
        _ => true,
    }
}

/// The last words of a paragraph of some length whose last word leaves the sentence open.
fn open_end(block: &Block) -> Option<String> {
    let Content::Paragraph { text } = &block.content else { return None };
    if !text.trim_end().ends_with(char::is_lowercase) {
        return None;
    }
    let words = words(text);
    let last = words.last()?;
    let open = OPEN.contains(&last.as_str());
    let printed: Vec<&str> = text.split_whitespace().collect();
    (open && words.len() > 5).then(|| printed[printed.len().saturating_sub(3)..].join(" "))
}

fn tell(document: &Document, block: &Block, end: &str) -> Finding {
    Finding {
        confidence_percent: 80,
        found: verbatim(end),
        expected: Message::new("rule-sentence-cut-off-expected"),
        advice: Message::new("rule-sentence-cut-off-try"),
        ..RULE.about.finding(
            place::at(document, locate(document, block.span, end)),
            Message::new("rule-sentence-cut-off-says"),
        )
    }
}
