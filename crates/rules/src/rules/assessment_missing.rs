//! A goal of a report that lacks an assessment that the other goals have.

use crate::place;
use crate::prose::has_words;
use crate::rule::Rule;
use crate::seen::Seen;
use crate::term::{self, Term};
use uppsikt_domain::assessment::{Assessment, Horizon, Status};
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::structure::Structure;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assessment-missing",
        code: "BED-001",
        family: Family::Assessment,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 12 kap. 1–2 §§: revisorerna prövar om resultatet är förenligt med målen.",
        page_sv: include_str!("assessment_missing.sv.md"),
        page_en: include_str!("assessment_missing.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let reports = picture.documents.iter().filter(|document| document.kind.is_report());
    reports.flat_map(|document| of_document(document, &picture.structure)).collect()
}

fn of_document(document: &Document, structure: &Structure) -> Vec<Finding> {
    let goals = document.goals();
    let used: Vec<Horizon> =
        [Horizon::Period, Horizon::Term].into_iter().filter(|it| is_used(&goals, *it)).collect();
    goals.iter().filter_map(|goal| of_goal(document, goal, &used, structure)).collect()
}

/// A horizon that at least half of the goals are assessed on belongs to the outline.
fn is_used(goals: &[GoalView<'_>], horizon: Horizon) -> bool {
    let having = goals.iter().filter(|goal| is_assessed(goal, horizon)).count();
    having > 0 && having * 2 >= goals.len()
}

/// Whether a goal is assessed on a horizon, under a heading or after a label in a line, or by the
/// committee's own goals below it.
fn is_assessed(goal: &GoalView<'_>, horizon: Horizon) -> bool {
    goal.assessment(horizon).is_some()
        || goal.is_assessed_below(horizon)
        || horizon == Horizon::Term && term::of(goal) == Term::Said
}

fn of_goal(
    document: &Document,
    goal: &GoalView<'_>,
    used: &[Horizon],
    structure: &Structure,
) -> Option<Finding> {
    let absent = used.iter().copied().filter(|it| !is_assessed(goal, *it));
    let is_said = |horizon: Horizon| {
        horizon == Horizon::Period && says_a_status(goal, structure) || is_labelled(goal, horizon, structure)
    };
    let absent: Vec<Horizon> = absent.filter(|it| !is_said(*it)).collect();
    let unstated: Vec<&Assessment> = used
        .iter()
        .filter_map(|horizon| goal.assessment(*horizon))
        .filter(|assessment| assessment.status == Status::NotStated && !is_headed(goal, structure))
        .collect();
    match (absent.as_slice(), unstated.as_slice()) {
        ([], []) => None,
        ([], [first, rest @ ..]) => Some(Finding {
            severity: Severity::Note,
            confidence_percent: 85,
            also_at: rest.iter().map(|it| place::at(document, it.span)).collect(),
            found: verbatim(shortened(&first.wording)),
            expected: Message::new("rule-assessment-missing-expected-status"),
            advice: Message::new("rule-assessment-missing-try"),
            ..RULE.about.finding(place::at(document, first.span), says(unstated_key(first, structure), goal))
        }),
        (absent, _) => Some(Finding {
            confidence_percent: 90,
            found: Message::new("rule-assessment-missing-found"),
            expected: Message::new(match absent {
                [_, _, ..] => "rule-assessment-missing-expected-both",
                [Horizon::Term] => "rule-assessment-missing-expected-term",
                _ => "rule-assessment-missing-expected-period",
            }),
            advice: Message::new("rule-assessment-missing-try"),
            ..RULE
                .about
                .finding(place::heading(document, goal.section), says("rule-assessment-missing-says", goal))
        }),
    }
}

/// A line that says a status and nothing else is at most so long, in bytes.
const LINE: usize = 60;

/// Whether a short line of the goal says a status ("Målet är delvis uppnått"), though it was not read as
/// its assessment. What was read as one, of the term, is no other.
fn says_a_status(goal: &GoalView<'_>, structure: &Structure) -> bool {
    let unread = goal.section.all().into_iter().filter(|section| section.assessment.is_none());
    let blocks = unread.flat_map(|section| &section.blocks);
    let texts = blocks.filter(|block| block.table().is_none()).map(|block| block.text().lower());
    texts.into_iter().filter(|text| text.len() <= LINE).any(|text| has_status(&text, structure))
}

/// "Bedömning mandatperioden: delvis uppnått": a label of the horizon and a status of the scale, wherever in the
/// goal they stand.
fn is_labelled(goal: &GoalView<'_>, horizon: Horizon, structure: &Structure) -> bool {
    let texts = goal.section.all().into_iter().map(|section| {
        let heading = section.heading.as_ref().map(|it| it.text.as_str()).unwrap_or_default();
        format!("{heading}: {}", section.own_text()).lower()
    });
    let of_term = |label: &str| label.contains("mandatperiod");
    const LABELS: [&str; 6] =
        ["året", "helåret", "delåret", "perioden", "mandatperioden", "hela mandatperioden"];
    let is_meant = |label: &str| {
        let named = label.contains("bedömning") || LABELS.contains(&label.trim_matches([' ', '*', '_']));
        named && of_term(label) == (horizon == Horizon::Term) && label.len() <= LINE
    };
    texts.into_iter().any(|text| {
        text.match_indices(':').any(|(at, _)| {
            let label = text[..at].rsplit(['.', ':', '\n']).next().unwrap_or_default();
            let said =
                text[at + 1..].split(['.', '\n', ';']).find(|it| !it.trim_matches([' ', ':']).is_empty());
            is_meant(label) && said.is_some_and(|said| of_scale(said.trim_matches([' ', ':']), structure))
        })
    })
}

/// Whether words are a status of the scale and no more.
fn of_scale(said: &str, structure: &Structure) -> bool {
    let words = structure.scale.iter().chain(&structure.status_phrases);
    words.into_iter().any(|word| word.word.lower().trim_start_matches('=') == said)
}

/// Whether the goal's own heading ends with its status.
fn is_headed(goal: &GoalView<'_>, structure: &Structure) -> bool {
    let printed = goal.section.heading.as_ref().map(|heading| heading.text.lower());
    printed.is_some_and(|text| has_status(&text, structure))
}

/// Whether a text in lower case has a word of the scale, or another that means one.
fn has_status(lower: &str, structure: &Structure) -> bool {
    let words = structure.scale.iter().chain(&structure.status_phrases);
    words.map(|word| word.word.lower()).any(|word| word.contains(' ') && has_words(lower, &word))
}

/// Whether the words say that nothing is assessed, or assess off the scale.
fn unstated_key(assessment: &Assessment, structure: &Structure) -> &'static str {
    let lower = assessment.wording.lower();
    let wordings = structure.scale.iter().chain(&structure.status_phrases);
    let mut not_stated = wordings.filter(|word| word.status == Status::NotStated);
    let told = not_stated.any(|word| lower.contains(&word.word.lower()));
    if told { "rule-assessment-missing-unstated" } else { "rule-assessment-missing-off-scale" }
}

fn says(key: &'static str, goal: &GoalView<'_>) -> Message {
    Message::new(key).with("goal", goal.name())
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(80).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
