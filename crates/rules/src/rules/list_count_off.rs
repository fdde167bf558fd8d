//! "Följande tre delar:" over a list of four.

use crate::enumerated;
use crate::place;
use crate::prose::{locate, words};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::number_word;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "list-count-off",
        code: "KON-009",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "Den som räknar upp ska räkna rätt.",
        page_sv: include_str!("list_count_off.sv.md"),
        page_en: include_str!("list_count_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let lists = picture.documents.iter().flat_map(|document| of_document(document));
    lists.chain(picture.sheets().iter().flat_map(in_sentences)).collect()
}

/// Lists that a sentence gives itself: "fyra risker: …, …, … samt …".
fn in_sentences(sheet: &Sheet<'_>) -> Vec<Finding> {
    let said = sheet.said().iter().filter(|(_, sentence)| sentence.contains(": "));
    let off = said.filter_map(|(passage, sentence)| Some((passage, sentence, enumerated::off(sentence)?)));
    off.map(|(passage, sentence, off)| {
        // A comma may stand inside of a thing; one that is missing cannot.
        let sure = off.number > off.listed.1;
        let at = locate(sheet.document, passage.span, sentence);
        Finding {
            severity: if sure { RULE.about.severity } else { Severity::Note },
            confidence_percent: if sure { 80 } else { 60 },
            found: verbatim(off.said),
            expected: Message::new("rule-list-count-off-expected").with("count", off.listed.1),
            advice: Message::new("rule-list-count-off-try"),
            ..RULE.about.finding(place::at(sheet.document, at), Message::new("rule-list-count-off-says"))
        }
    })
    .collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    for section in document.all_sections() {
        for (at, block) in section.blocks.iter().enumerate() {
            let counted = section.blocks.get(at + 1).and_then(items);
            // A list that goes on in another block has been cut by a page break.
            let whole = section.blocks.get(at + 2).and_then(items).is_none();
            let off = counted.filter(|_| whole).and_then(|count| off(block, count));
            found.extend(off.map(|(said, count)| tell(document, block, &said, count)));
        }
    }
    found
}

fn items(block: &Block) -> Option<usize> {
    match &block.content {
        Content::List { items, .. } => Some(items.len()),
        _ => None,
    }
}

/// So many words has a line at most that does nothing but open a list.
const OPENING: usize = 10;

/// The words that announce another number of points than there are.
fn off(block: &Block, count: usize) -> Option<(String, usize)> {
    let Content::Paragraph { text } = &block.content else { return None };
    let announced = text.trim_end().ends_with(':');
    let words = words(text);
    // "Följande tre delar:", "Följande tio instanser får yttra sig:".
    let opens = words.first().is_some_and(|word| word == "följande") && words.len() <= OPENING;
    let last = words.iter().rposition(|word| word == "följande").filter(|at| at + 4 > words.len() - 1);
    let at = if opens { 0 } else { last? };
    let said = usize::try_from(number_word::parse(words.get(at + 1)?)?).ok()?;
    (announced && (2..=20).contains(&said) && said != count).then(|| (words[at..=at + 1].join(" "), count))
}

fn tell(document: &Document, block: &Block, said: &str, count: usize) -> Finding {
    let at = place::at(document, locate_lower(document, block, said));
    Finding {
        confidence_percent: 85,
        also_at: vec![place::at(document, block.span)],
        found: verbatim(said),
        expected: Message::new("rule-list-count-off-expected").with("count", count),
        advice: Message::new("rule-list-count-off-try"),
        ..RULE.about.finding(at, Message::new("rule-list-count-off-says"))
    }
}

/// Where words of a block stand, also where the first is raised.
fn locate_lower(document: &Document, block: &Block, said: &str) -> uppsikt_domain::place::Span {
    let raised = uppsikt_text::format::capitalised(said);
    let wanted = if block.text().contains(said) { said } else { &raised };
    locate(document, block.span, wanted)
}
