//! A count of goals or assignments in the summary that the body contradicts.

use crate::given_counts::{Count, Counted, counts};
use crate::labelled;
use crate::own_counts;
use crate::place;
use crate::prose::{Passage, locate, passages};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::{ContentsEntry, Document};
use uppsikt_domain::section::SectionKind;
use uppsikt_findings::{About, Family, Finding, FindingPlace, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::number_word;
use uppsikt_text::number_word::spell;
use uppsikt_text::sentence::sentences;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "summary-count-off",
        code: "MAL-001",
        family: Family::Goal,
        severity: Severity::Error,
        rests_on: "Varje summering räknas ur det den summerar.",
        page_sv: include_str!("summary_count_off.sv.md"),
        page_en: include_str!("summary_count_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let of_sheet = |sheet: &Sheet<'_>| {
        let mut found = of_document(sheet.document);
        let is_new = |one: &Finding, found: &[Finding]| {
            !found.iter().any(|it| it.at.span.at.line == one.at.span.at.line)
        };
        for one in own_counts::off(sheet).into_iter().map(tell_off) {
            if is_new(&one, &found) {
                found.push(one);
            }
        }
        found
    };
    picture.sheets().iter().flat_map(of_sheet).collect()
}

/// A count that another part of the document has otherwise.
fn tell_off(off: own_counts::Off) -> Finding {
    Finding {
        severity: Severity::Warning,
        confidence_percent: 85,
        also_at: off.also_at,
        found: verbatim(off.found),
        expected: off.expected,
        advice: off.advice,
        ..RULE.about.finding(off.at, Message::new(off.says))
    }
}

fn of_document(document: &Document) -> Vec<Finding> {
    let first = document.goals().iter().map(|goal| goal.section.span.at.line).min().unwrap_or(0);
    let mut found = Vec::new();
    for passage in passages(document) {
        let in_summary = passage.is_in(SectionKind::Summary);
        let opens = passage.span.end_line < first && !passage.is_in(SectionKind::Development);
        if !in_summary && !opens {
            continue;
        }
        for sentence in sentences(passage.text)
            .into_iter()
            // "Fem mål, varav tre redovisas här": a part of them is told of.
            .filter(|sentence| !sentence.contains("varav "))
        {
            found.extend(of_labels(document, &passage, sentence));
            if !(is_about_what_is_given(sentence) || in_summary && is_had(sentence)) {
                continue;
            }
            if is_of_group(document, sentence) {
                continue;
            }
            let told = counts(sentence);
            // "Av de tolv mål som riktas till nämnden nås sju mål": seven of those twelve.
            let is_part =
                |count: &Count| told.iter().any(|all| all.holds(count) && is_borne_out(document, all));
            let wrong = told.iter().filter(|count| !is_borne_out(document, count) && !is_part(count));
            // What the committee says that it has may be counted in another way.
            let sure = in_summary && is_about_what_is_given(sentence);
            found.extend(wrong.map(|count| Finding {
                severity: if sure { RULE.about.severity } else { Severity::Warning },
                ..tell(document, &passage, count)
            }));
        }
    }
    found
}

/// "Sju utvecklingsmål … Fem av dem riktas till nämnden": a part of those counted, as many as there are.
fn tells_part(text: &str, count: usize) -> bool {
    let words: Vec<&str> =
        text.split_whitespace().map(|it| it.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    words.windows(3).any(|it| {
        number_word::parse(it[0]).is_some_and(|number| usize::try_from(number) == Ok(count))
            && it[1] == "av"
            && matches!(it[2], "dem" | "dessa" | "målen")
    })
}

/// "Sex egna nämndsmål", where another number of headings is labelled so.
fn of_labels(document: &Document, passage: &Passage<'_>, sentence: &str) -> Vec<Finding> {
    let off = labelled::counted(sentence).into_iter().filter_map(|told| {
        let sections = labelled::sections(document, &told.label);
        let other =
            sections.len() > 1 && sections.len() != told.number && !tells_part(passage.text, sections.len());
        other.then_some((told, sections))
    });
    off.map(|(told, sections)| Finding {
        severity: Severity::Warning,
        confidence_percent: 85,
        also_at: sections.iter().map(|section| place::heading(document, section)).collect(),
        found: verbatim(told.said.clone()),
        expected: Message::new("rule-summary-count-off-headings").with("count", sections.len()),
        advice: Message::new("rule-summary-count-off-try").with("number", spell(sections.len())),
        ..RULE.about.finding(
            place::at(document, locate(document, passage.span, &told.said)),
            Message::new("rule-summary-count-off-says-headings"),
        )
    })
    .collect()
}

/// Whether a sentence tells of the goals of one group and not of all: it names a goal area, or a list of others.
fn is_of_group(document: &Document, sentence: &str) -> bool {
    const GROUPS: [&str; 6] =
        ["målområdet ", "inom området", "i området", "för området", "av de övriga", "under rubriken"];
    let lower = sentence.lower();
    let areas = document.goal_areas();
    let mut names = areas
        .iter()
        .filter_map(|area| Some(area.section?.name.lower()))
        .filter(|name| name.chars().count() > 5);
    areas.len() > 1 && names.any(|name| lower.contains(&name))
        || GROUPS.iter().any(|word| lower.contains(word))
}

/// Whether a sentence says what the council has given the body, or what the body adds to.
fn is_about_what_is_given(sentence: &str) -> bool {
    let lower = sentence.lower();
    const GIVEN: [&str; 10] = [
        "rikta",
        "bidrar till",
        "bidra till",
        "har gett",
        "har givit",
        "har fått",
        "utpekad för",
        "fullmäktige gav",
        "fullmäktige ger",
        "fullmäktige lämnade",
    ];
    GIVEN.iter().any(|it| lower.contains(it))
}

/// "Nämnden har tre mål och två uppdrag.", "Alltså tre mål": nothing but the counts, so all
/// of them are meant.
fn is_had(sentence: &str) -> bool {
    const OPENERS: [&str; 7] =
        ["nämnden har ", "nämnden får ", "styrelsen har ", "styrelsen får ", "alltså ", "totalt ", "de "];
    let lower = sentence.lower();
    let rest = OPENERS.iter().find_map(|opener| lower.strip_prefix(opener)).or_else(|| after_verb(&lower));
    let counted = rest
        .and_then(|rest| rest.split_once(' '))
        .is_some_and(|(number, after)| number_word::parse(number).is_some() && is_whole(after));
    (counted || is_planned(&lower)) && !["åren ", "år sedan"].iter().any(|words| lower.contains(words))
}

/// "Nämnden planerar för tre av kommunfullmäktiges mål": all that the plan has.
fn is_planned(lower: &str) -> bool {
    let rest =
        ["nämnden planerar för ", "styrelsen planerar för "].iter().find_map(|it| lower.strip_prefix(it));
    rest.and_then(|rest| rest.split_once(" av ")).is_some_and(|(number, whose)| {
        let council = ["kommunfullmäktiges ", "fullmäktiges "].iter().find_map(|it| whose.strip_prefix(it));
        number_word::parse(number).is_some() && council.is_some_and(is_whole)
    })
}

/// "Planen omfattar", "Kultur- och fritidsnämnden arbetar under 2026 med": what stands after the subject
/// and its verb.
fn after_verb(lower: &str) -> Option<&str> {
    const SUBJECTS: [&str; 6] = ["nämnden", "styrelsen", "planen", "budgeten", "rapporten", "analysen"];
    const VERBS: [&str; 5] = ["har", "omfattar", "innehåller", "redovisar", "arbetar"];
    const ASIDE: [&str; 6] = ["under", "i", "år", "med", "totalt", "sammanlagt"];
    let words: Vec<&str> = lower.split(' ').collect();
    let verb = (1..words.len().min(7)).find(|at| VERBS.contains(&words[*at]))?;
    let subject = SUBJECTS.iter().any(|subject| words[verb - 1].ends_with(subject));
    let is_year = |word: &str| word.len() == 4 && word.starts_with("20");
    let skipped = words[verb + 1..].iter().take_while(|word| ASIDE.contains(word) || is_year(word)).count();
    let length: usize = words[..verb + 1 + skipped].iter().map(|word| word.len() + 1).sum();
    lower.get(length..).filter(|_| subject)
}

/// "mål", "mål och två uppdrag", "mål från fullmäktige": no goals of some special kind.
fn is_whole(after: &str) -> bool {
    let whose = ["av kommunfullmäktiges ", "av fullmäktiges "];
    let after = whose.iter().find_map(|whose| after.strip_prefix(whose)).unwrap_or(after);
    let words: Vec<&str> = after.split_whitespace().collect();
    let first = words.first().map(|word| word.trim_end_matches(['.', ',']));
    let counted = first.is_some_and(|word| ["mål", "uppdrag", "fullmäktigemål", "uppdragen"].contains(&word));
    let goes_on = words.get(1).is_none_or(|word| ["och", "i", "från", "av", "följer", "är"].contains(word));
    counted && (goes_on || words.first().is_some_and(|word| word.ends_with(['.', ','])))
}

/// Whether the body has as many, or has none at all (a short document may leave them out).
/// Assignments that the body leads, or takes part in, may be counted apart.
fn is_borne_out(document: &Document, count: &Count) -> bool {
    let all = in_body(document, count.counted);
    let told = [count.number, count.number + count.further];
    if told.contains(&in_contents(document, count.counted)) {
        return true;
    }
    if count.counted == Counted::Goals || all == 0 {
        return all == 0 || told.contains(&all);
    }
    let own = document.body.as_ref().map(|body| body.text.lower()).unwrap_or_default();
    let leads = |lead: &Option<String>| lead.as_ref().is_some_and(|lead| lead.lower() == own);
    let led = document.assignments().into_iter().filter(|assignment| leads(&assignment.lead)).count();
    [all, led, all - led].iter().any(|number| told.contains(number))
}

/// How many the table of contents lists, by the words that mark their headings.
fn in_contents(document: &Document, counted: Counted) -> usize {
    let goals = document.goals();
    let heading =
        goals.first().and_then(|goal| goal.section.heading.as_ref().map(|it| (&*it.text, goal.name())));
    let marker = heading.and_then(|(text, name)| text.strip_suffix(name)).unwrap_or_default().lower();
    let lists = |entry: &&ContentsEntry| {
        let lower = entry.text.text.lower();
        match counted {
            Counted::Goals => !marker.is_empty() && lower.starts_with(&marker),
            Counted::Assignments => lower.contains("i uppdrag att") || lower.starts_with("uppdrag"),
        }
    };
    document.contents.iter().filter(lists).count()
}

fn in_body(document: &Document, counted: Counted) -> usize {
    match counted {
        Counted::Goals => document.goals().len(),
        Counted::Assignments => document.assignments().len(),
    }
}

fn tell(document: &Document, passage: &Passage<'_>, count: &Count) -> Finding {
    let (says, expected) = match count.counted {
        Counted::Goals => ("rule-summary-count-off-says-goals", "rule-summary-count-off-goals"),
        Counted::Assignments => {
            ("rule-summary-count-off-says-assignments", "rule-summary-count-off-assignments")
        }
    };
    let right = in_body(document, count.counted);
    Finding {
        confidence_percent: 95,
        also_at: bodies(document, count.counted),
        found: verbatim(count.printed.clone()),
        expected: Message::new(expected).with("count", right),
        advice: Message::new("rule-summary-count-off-try").with("number", spell(right)),
        ..RULE
            .about
            .finding(place::at(document, locate(document, passage.span, &count.printed)), Message::new(says))
    }
}

fn bodies(document: &Document, counted: Counted) -> Vec<FindingPlace> {
    match counted {
        Counted::Goals => {
            document.goals().iter().map(|goal| place::heading(document, goal.section)).collect()
        }
        Counted::Assignments => {
            document.assignments().iter().map(|it| place::at(document, it.span)).collect()
        }
    }
}
