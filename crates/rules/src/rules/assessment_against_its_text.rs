//! "På väg", and then that the goal will not be reached; or the other way round.

use crate::place;
use crate::prose::{has_words, locate, words};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::assessment::{Horizon, Status};
use uppsikt_domain::block::Block;
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::section::Section;
use uppsikt_domain::structure::Structure;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
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
        let none = none_reached(&goal, structure).filter(|_| found.is_empty());
        found.extend(none.map(|(section, block, said)| tell(document, structure, section, block, said)));
    }
    found
}

/// The sentence under an assessment that surely says the opposite of its status: that the goal
/// is missed, or that it is reached. Where another status is said as well, both may be right.
fn against<'a>(section: &'a Section, structure: &Structure) -> Option<(&'a Block, String)> {
    let read = section.assessment.as_ref()?.status;
    let text = section.own_text().lower();
    let said_to_be = |status: Status| {
        let words = structure.scale.iter().filter(move |word| word.status == status);
        words.map(|word| word.word.lower()).any(|word| has_words(&text, &word))
    };
    let off = said_to_be(Status::OffTrack);
    let opposite = match read {
        _ if said_to_be(Status::PartlyOnTrack) => return None,
        _ if !off && said_to_be(Status::OnTrack) => &structure.words.missed,
        Status::OnTrack if !off => &structure.words.missed,
        Status::OffTrack => &structure.words.reached,
        _ => return None,
    };
    // What becomes of the goal in the term is another assessment than that of the period.
    let horizon = section.assessment.as_ref().map(|it| it.horizon);
    let of_term = |sentence: &str| sentence.lower().contains("mandatperiod");
    // "Det är inte troligt att målet inte nås": one denial more takes it back.
    let most = if std::ptr::eq(opposite, &structure.words.reached) { 0 } else { 1 };
    let told = |sentence: &&str| {
        says(sentence, opposite, &structure.words.unsure)
            && clauses(sentence).all(|clause| !names(clause, opposite) || denials(clause) <= most)
            && (horizon == Some(Horizon::Term) || !of_term(sentence))
    };
    let said = |block: &Block| {
        let text = block.text();
        sentences(&text).into_iter().find(told).map(str::to_owned)
    };
    section.blocks.iter().find_map(|block| Some((block, said(block)?)))
}

/// A goal that is said to be on track, and a sentence that says that none of its indicators is.
fn none_reached<'a>(goal: &GoalView<'a>, structure: &Structure) -> Option<(&'a Section, &'a Block, String)> {
    let sections = goal.section.all();
    let judged = sections.iter().find(|section| section.assessment.is_some())?;
    goal.assessment(Horizon::Period).filter(|it| it.status == Status::OnTrack)?;
    let says = |sentence: &&str| {
        let lower = sentence.lower();
        structure.words.none_reached.iter().any(|words| has_words(&lower, words))
    };
    let mut blocks = sections.iter().flat_map(|section| &section.blocks);
    blocks.find_map(|block| {
        let text = block.text();
        let said = sentences(&text).into_iter().find(says).map(str::to_owned)?;
        Some((*judged, block, said))
    })
}

/// "Målet kommer inte att nås": certain, of the goal, without a condition.
fn says(sentence: &str, wordings: &[String], unsure: &[String]) -> bool {
    let lower = sentence.lower();
    names(sentence, wordings) && !unsure.iter().any(|word| begins_word(&lower, word))
}

/// The parts of a sentence that each say one thing.
fn clauses(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split([',', ';']).flat_map(|part| part.split(" och ")).flat_map(|part| part.split(" men "))
}

fn names(clause: &str, wordings: &[String]) -> bool {
    let lower = clause.lower();
    wordings.iter().any(|words| has_words(&lower, words))
}

/// How many words of a clause deny something.
fn denials(sentence: &str) -> usize {
    const DENY: [&str; 6] = ["inte", "ej", "inget", "ingen", "inga", "ingenting"];
    words(sentence).iter().filter(|word| DENY.contains(&word.as_str())).count()
}

/// Whether a word of a text begins so: "som" does not begin with "om ".
fn begins_word(text: &str, start: &str) -> bool {
    text.match_indices(start).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}

fn tell(
    document: &Document,
    structure: &Structure,
    section: &Section,
    block: &Block,
    said: String,
) -> Finding {
    let assessment = section.assessment.as_ref();
    let word = assessment.and_then(|it| structure.word(it.status)).unwrap_or_default().lower();
    let status = assessment.map(|it| place::at(document, it.span));
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
