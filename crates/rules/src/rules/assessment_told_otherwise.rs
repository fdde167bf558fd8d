//! An assessment in a table or the summary that the goal’s own section has otherwise.

use crate::pairs::is_like;
use crate::place;
use crate::prose::{has_words, locate, passages, words};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use crate::status_count::status_of;
use uppsikt_domain::assessment::{Assessment, Horizon, Status};
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::structure::Structure;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;
use uppsikt_text::sentence::sentences;
use uppsikt_text::stem::stem;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assessment-told-otherwise",
        code: "BED-005",
        family: Family::Assessment,
        severity: Severity::Warning,
        rests_on: "Bedömningen under målet gäller; allt annat räknas ur den.",
        page_sv: include_str!("assessment_told_otherwise.sv.md"),
        page_en: include_str!("assessment_told_otherwise.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let reports = picture.sheets().iter().filter(|sheet| sheet.document.kind.is_report());
    reports.flat_map(|sheet| of_sheet(sheet, &picture.structure)).collect()
}

fn of_sheet(sheet: &Sheet<'_>, structure: &Structure) -> Vec<Finding> {
    let mut found = of_document(sheet.document, structure);
    let told: Vec<u32> = found.iter().map(|finding| finding.at.span.at.line).collect();
    found.extend(in_lists(sheet, structure).into_iter().filter(|it| !told.contains(&it.at.span.at.line)));
    found
}

/// So many goals of a list are assessed alike in it and in their sections.
const ALIKE: usize = 2;

/// What lists of numbered goals say behind each, where they say of the others what their sections do.
fn in_lists(sheet: &Sheet<'_>, structure: &Structure) -> Vec<Finding> {
    let Some(lists) = sheet.goal_lists() else { return Vec::new() };
    let document = sheet.document;
    let goals: Vec<GoalView<'_>> = document.goals();
    let assessed = |line: u32| {
        let own = goals
            .iter()
            .find(|goal| goal.section.heading.as_ref().is_some_and(|it| it.span.at.line == line))?;
        let stated = |horizon| own.assessment(horizon).filter(|it| it.status != Status::NotStated);
        // Where both are assessed, a list of one status does not say which it has.
        match (stated(Horizon::Period), stated(Horizon::Term)) {
            (Some(only), None) | (None, Some(only)) => Some(only),
            _ => None,
        }
    };
    let mut found = Vec::new();
    for list in &lists.lists {
        let told = lists.pairs(list).into_iter().filter_map(|(listed, own)| {
            let words = listed.after.as_ref()?;
            let status = status_of(&words.lower(), structure)?;
            Some((listed, words, status, assessed(own.line)?))
        });
        let told: Vec<_> = told.collect();
        let (alike, other): (Vec<_>, Vec<_>) =
            told.into_iter().partition(|(_, _, status, own)| own.status == *status);
        if alike.len() >= ALIKE && alike.len() > other.len() {
            found.extend(other.into_iter().map(|(listed, words, _, own)| {
                let span = locate(document, listed.span(document), words);
                tell(document, span, words, own)
            }));
        }
    }
    found
}

fn of_document(document: &Document, structure: &Structure) -> Vec<Finding> {
    let goals: Vec<Own<'_>> = document.goals().into_iter().map(Own::of).filter(Own::is_assessed).collect();
    if goals.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Finding> = in_tables(document, &goals);
    found.extend(in_summary(document, &goals, structure));
    let told: Vec<u32> = found.iter().map(|it| it.at.span.at.line).collect();
    let about = about(document, &goals).into_iter();
    found.extend(about.filter(|it| !told.contains(&it.at.span.at.line)));
    found
}

/// A goal under a heading of its own, with what it says of each horizon.
struct Own<'a> {
    name: String,
    period: Option<&'a Assessment>,
    term: Option<&'a Assessment>,
}

impl<'a> Own<'a> {
    fn of(goal: GoalView<'a>) -> Self {
        let stated = |horizon| goal.assessment(horizon).filter(|it| it.status != Status::NotStated);
        Own { name: normalized(goal.name()), period: stated(Horizon::Period), term: stated(Horizon::Term) }
    }

    fn is_assessed(&self) -> bool {
        self.name.contains(' ') && (self.period.is_some() || self.term.is_some())
    }

    fn assessment(&self, horizon: Horizon) -> Option<&'a Assessment> {
        match horizon {
            Horizon::Period => self.period,
            Horizon::Term => self.term,
        }
    }
}

/// What rows of tables say of goals that have sections of their own.
fn in_tables(document: &Document, goals: &[Own<'_>]) -> Vec<Finding> {
    let mut found = Vec::new();
    let rows = document.tables().into_iter().flat_map(|(_, table)| table.all_goals());
    let names_goal = |row: &&Section| matches!(row.kind, SectionKind::Goal | SectionKind::OwnGoal);
    for row in rows.flat_map(Section::all).filter(names_goal) {
        let name = normalized(&row.name);
        let Some(goal) = goals.iter().find(|goal| goal.name == name || is_like(&goal.name, &name)) else {
            continue;
        };
        let parts = row.sections.iter().filter(|part| !names_goal(part)).flat_map(Section::all);
        for told in parts.filter_map(|section| section.assessment.as_ref()) {
            let own = goal.assessment(told.horizon).filter(|own| own.status != told.status);
            let off = own.filter(|_| told.status != Status::NotStated);
            found.extend(off.map(|own| tell(document, told.span, &told.wording, own)));
        }
    }
    found
}

/// What sentences of the summary say of one goal, by its name and in words of the scale.
fn in_summary(document: &Document, goals: &[Own<'_>], structure: &Structure) -> Vec<Finding> {
    let mut found = Vec::new();
    for passage in passages(document).into_iter().filter(|it| it.is_in(SectionKind::Summary)) {
        for sentence in sentences(passage.text) {
            let lower = sentence.lower();
            let mut named = goals.iter().filter(|goal| has_words(&lower, &goal.name));
            let (Some(goal), None) = (named.next(), named.next()) else { continue };
            let rest = lower.replace(&goal.name, " ");
            let horizon = if rest.contains("mandatperiod") { Horizon::Term } else { Horizon::Period };
            // A line with a status alone may be of the whole municipality.
            let words = ["bedöms", "bedömer", "nämnden", "nämndens"];
            let is_judged = sentence.ends_with('.') && words.iter().any(|word| has_words(&rest, word));
            let status = only_status(&rest, structure).filter(|_| is_judged);
            let own = goal.assessment(horizon).zip(status).filter(|(own, status)| own.status != *status);
            found.extend(own.map(|(own, _)| {
                let words = words_at(sentence, &goal.name);
                tell(document, locate(document, passage.span, words), words, own)
            }));
        }
    }
    found
}

/// "Målet om dammarna uppnås inte" in the summary, of the only goal that has the word.
fn about(document: &Document, goals: &[Own<'_>]) -> Vec<Finding> {
    let mut found = Vec::new();
    for passage in passages(document).into_iter().filter(|it| it.is_in(SectionKind::Summary)) {
        for sentence in sentences(passage.text) {
            let lower = sentence.lower();
            let parts = lower.split(" och att ").flat_map(|part| part.split(", "));
            for part in parts.flat_map(|part| part.split(" medan ")) {
                let Some((goal, word, reached)) = told_about(part, goals) else { continue };
                let horizon = if lower.contains("mandatperiod") { Horizon::Term } else { Horizon::Period };
                let own = goal.assessment(horizon).filter(|own| match own.status {
                    Status::OnTrack => !reached,
                    Status::OffTrack => reached,
                    _ => false,
                });
                found.extend(own.map(|own| Finding {
                    confidence_percent: 75,
                    ..tell(document, locate(document, passage.span, &word), &word, own)
                }));
            }
        }
    }
    found
}

/// "målet om dammarna uppnås inte": the goal, the words that name it and whether it is reached.
fn told_about<'g, 'a>(part: &str, goals: &'g [Own<'a>]) -> Option<(&'g Own<'a>, String, bool)> {
    const LETTERS: usize = 5;
    const REACHED: [&str; 3] = ["uppnås", "nås", "uppfylls"];
    const DOUBT: [&str; 8] = ["delvis", "om inte", "risk", "kan", "skulle", "ännu", "nästan", "förra"];
    let words = words(part);
    let at = words.windows(2).position(|pair| pair[0] == "målet" && pair[1] == "om")?;
    let word = words.get(at + 2).filter(|word| word.chars().count() >= LETTERS)?;
    let own = stem(word);
    let has = |goal: &&Own<'_>| goal.name.split_whitespace().any(|other| stem(other) == own);
    let mut named = goals.iter().filter(has);
    let goal = named.next().filter(|_| named.next().is_none())?;
    let rest = &words[at + 3..];
    let verb = rest.iter().any(|word| REACHED.contains(&word.as_str()));
    let doubt = rest.iter().any(|word| DOUBT.contains(&word.as_str()));
    let denied = rest.iter().filter(|word| ["inte", "ej"].contains(&word.as_str())).count();
    (verb && !doubt && denied < 2 && rest.len() <= LETTERS)
        .then(|| (goal, format!("målet om {word}"), denied == 0))
}

/// A name in the letters in which a sentence prints it.
fn words_at<'s>(sentence: &'s str, name: &str) -> &'s str {
    let lower = sentence.lower();
    let at = lower.find(name).filter(|_| lower.len() == sentence.len());
    at.and_then(|at| sentence.get(at..at + name.len())).unwrap_or(sentence)
}

/// The status that a sentence says in words of the scale, where it says one only.
fn only_status(lower: &str, structure: &Structure) -> Option<Status> {
    let mut words: Vec<(String, Status)> =
        structure.scale.iter().map(|it| (it.word.lower(), it.status)).collect();
    // The longest first: "på väg" stands in "inte på väg".
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    let mut rest = lower.to_owned();
    let mut said = Vec::new();
    for (word, status) in words.into_iter().filter(|(word, _)| word.contains(' ')) {
        if has_words(&rest, &word) {
            rest = rest.replace(&word, " ");
            said.push(status);
        }
    }
    let denied = structure.denials.iter().chain(&structure.halves).any(|word| has_words(&rest, word));
    match said.as_slice() {
        [one] if !denied => Some(*one),
        _ => None,
    }
}

fn tell(document: &Document, span: uppsikt_domain::place::Span, words: &str, own: &Assessment) -> Finding {
    Finding {
        confidence_percent: 85,
        also_at: vec![place::at(document, own.span)],
        found: verbatim(words),
        expected: verbatim(own.wording.clone()),
        advice: Message::new("rule-assessment-told-otherwise-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-assessment-told-otherwise-says"))
    }
}
