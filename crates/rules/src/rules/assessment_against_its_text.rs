//! "På väg", and then that the goal will not be reached.

use crate::place;
use crate::prose::{has_words, locate};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::assessment::Status;
use uppsikt_domain::block::Block;
use uppsikt_domain::document::Document;
use uppsikt_domain::section::Section;
use uppsikt_domain::structure::Structure;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::sentence::sentences;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assessment-against-its-text",
        code: "BED-004",
        family: Family::Assessment,
        severity: Severity::Warning,
        rests_on: "Bedömningen och dess skäl ska säga samma sak.",
        page_sv: include_str!("assessment_against_its_text.sv.md"),
        page_en: include_str!("assessment_against_its_text.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document, &picture.structure)).collect()
}

fn of_document(document: &Document, structure: &Structure) -> Vec<Finding> {
    let mut found = Vec::new();
    for goal in document.goals() {
        for section in goal.section.all() {
            let against = against(section, structure);
            found.extend(against.map(|(block, said)| tell(document, structure, section, block, said)));
        }
    }
    found
}

/// The sentence under an assessment that says "on track" and nothing else of the scale, and
/// yet that the goal is missed.
fn against<'a>(section: &'a Section, structure: &Structure) -> Option<(&'a Block, String)> {
    section.assessment.as_ref()?;
    let text = section.own_text().to_lowercase();
    let said_to_be = |status: Status| {
        let words = structure.scale.iter().filter(move |word| word.status == status);
        words.map(|word| word.word.to_lowercase()).any(|word| has_words(&text, &word))
    };
    let on_track = said_to_be(Status::OnTrack);
    if !on_track || said_to_be(Status::PartlyOnTrack) || said_to_be(Status::OffTrack) {
        return None;
    }
    let said = |block: &Block| {
        let text = block.text();
        sentences(&text).into_iter().find(|sentence| is_missed(sentence)).map(str::to_owned)
    };
    section.blocks.iter().find_map(|block| Some((block, said(block)?)))
}

/// "Målet kommer inte att nås": certain, of the goal, without a condition.
fn is_missed(sentence: &str) -> bool {
    const MISSED: [&str; 6] = [
        "målet kommer inte att nås",
        "målet kommer inte att uppnås",
        "målet nås inte",
        "målet uppnås inte",
        "målet kan inte nås",
        "når inte målet",
    ];
    const UNSURE: [&str; 6] = ["om ", "risk", "annars", "utan ", "ensam", "målvärdet"];
    let lower = sentence.to_lowercase();
    MISSED.iter().any(|words| lower.contains(words)) && !UNSURE.iter().any(|word| lower.contains(word))
}

fn tell(
    document: &Document,
    structure: &Structure,
    section: &Section,
    block: &Block,
    said: String,
) -> Finding {
    let word = structure.word(Status::OnTrack).unwrap_or_default().to_lowercase();
    let status = section.assessment.as_ref().map(|it| place::at(document, it.span));
    Finding {
        confidence_percent: 80,
        also_at: status.into_iter().collect(),
        expected: Message::new("rule-assessment-against-its-text-expected").with("word", word),
        advice: Message::new("rule-assessment-against-its-text-try"),
        found: verbatim(said.clone()),
        ..RULE.about.finding(
            place::at(document, locate(document, block.span, &said)),
            Message::new("rule-assessment-against-its-text-says"),
        )
    }
}
