//! Goals, Agenda 2030, assessments, assignments and indicators.

use super::clean::Clean;
use super::{Planted, lines_of, rewritten};
use uppsikt_domain::agenda::name;
use uppsikt_domain::assessment::Horizon;
use uppsikt_domain::section::SectionKind;

const HORIZONS: [Horizon; 2] = [Horizon::Period, Horizon::Term];
const NUMBERS: [&str; 13] =
    ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];

pub fn agenda_number(clean: &Clean) -> Vec<Planted> {
    each_link(clean, |number, own| {
        let other = (number + 6) % 17 + 1;
        ("agenda number", format!("{other} {own}"))
    })
}

pub fn agenda_name(clean: &Clean) -> Vec<Planted> {
    each_link(clean, |number, _| {
        let other = name((number + 4) % 17 + 1).unwrap_or_default();
        ("agenda name", format!("{number} {other}"))
    })
}

fn each_link(clean: &Clean, other: impl Fn(u8, &str) -> (&'static str, String)) -> Vec<Planted> {
    let goals = clean.document.goals();
    let links = goals.iter().flat_map(|goal| goal.agenda());
    let changed = links.filter_map(|link| {
        let (kind, words) = other(link.number, &link.name);
        let line = clean.line(link.span.at.line);
        let own = format!("{} {}", link.number, link.name);
        line.contains(&own).then(|| Planted::line(kind, clean, link.span.at.line, line.replace(&own, &words)))
    });
    changed.collect()
}

/// The link above, once more, in the place of the one below.
pub fn agenda_twice(clean: &Clean) -> Vec<Planted> {
    let mut found = Vec::new();
    for goal in clean.document.goals() {
        let links: Vec<_> = goal.agenda().collect();
        for pair in links.windows(2) {
            let (above, below) = (pair[0].span.at.line, pair[1].span.at.line);
            found.push(Planted::line("agenda twice", clean, below, clean.line(above).to_owned()));
        }
    }
    found
}

/// Counts in the summary: of goals by status in reports, of goals and assignments in plans.
pub fn summary_assessments(clean: &Clean) -> Vec<Planted> {
    counts(clean, "summary: assessments", |after| clean.document.kind.is_report() && is_goal(after))
}

pub fn summary_goals(clean: &Clean) -> Vec<Planted> {
    counts(clean, "summary: goals", |after| !clean.document.kind.is_report() && is_goal(after))
}

pub fn summary_assignments(clean: &Clean) -> Vec<Planted> {
    counts(clean, "summary: assignments", |after| {
        after.iter().take(2).any(|word| word.starts_with("uppdrag"))
    })
}

fn is_goal(after: &[&str]) -> bool {
    let first = after.iter().take_while(|word| !NUMBERS.contains(word));
    first.take(3).any(|word| word.trim_end_matches(['.', ',', ':']) == "mål")
}

fn counts(clean: &Clean, kind: &'static str, fits: impl Fn(&[&str]) -> bool) -> Vec<Planted> {
    let summary = clean.document.sections.iter().filter(|section| section.kind == SectionKind::Summary);
    let lines = summary.flat_map(|section| section.span.at.line..=section.span.end_line);
    let mut found = Vec::new();
    for number in lines {
        let next = clean.line(number + 1).to_lowercase();
        let line = clean.line(number).to_lowercase();
        let words: Vec<&str> = line.split_whitespace().chain(next.split_whitespace().take(3)).collect();
        for (index, word) in words.iter().enumerate().take(line.split_whitespace().count()) {
            let Some(value) = NUMBERS.iter().position(|number| number == word).filter(|value| *value > 1)
            else {
                continue;
            };
            let of_old = words.contains(&"tidigare") && index > 4;
            if fits(&words[index + 1..]) && value < 12 && !of_old {
                let printed: Vec<&str> = clean.line(number).split_whitespace().collect();
                let mut printed: Vec<String> = printed.into_iter().map(str::to_owned).collect();
                let more = NUMBERS[value + 1];
                printed[index] = if printed[index].starts_with(char::is_uppercase) {
                    uppsikt_text::format::capitalised(more)
                } else {
                    more.to_owned()
                };
                found.push(Planted::line(kind, clean, number, printed.join(" ")));
            }
        }
    }
    found
}

/// A goal's assessment of one horizon, taken out.
pub fn assessment_removed(clean: &Clean) -> Vec<Planted> {
    let mut found = Vec::new();
    for goal in clean.document.goals() {
        let Some(heading) = &goal.section.heading else { continue };
        for section in goal.section.all() {
            let Some(assessment) = &section.assessment else { continue };
            let lines = match clean.is_plain() {
                true => lines_of(section.span),
                false => lines_of(assessment.span),
            };
            found.push(Planted::without("assessment removed", clean, lines, lines_of(heading.span)));
        }
        if !clean.is_plain() {
            for horizon in HORIZONS.iter().filter_map(|it| goal.assessment(*it)) {
                let lines = lines_of(horizon.span);
                found.push(Planted::without("assessment removed", clean, lines, lines_of(heading.span)));
            }
        }
    }
    found.sort_by_key(|fault| fault.changes[0].from);
    found.dedup_by_key(|fault| fault.changes[0].from);
    found
}

/// Words that are on no scale.
pub fn assessment_off_scale(clean: &Clean) -> Vec<Planted> {
    const WORDS: [&str; 3] = ["i gott skick", "godkänt", "ganska bra"];
    let goals = clean.document.goals();
    let assessments = goals.iter().flat_map(|goal| HORIZONS.iter().filter_map(|it| goal.assessment(*it)));
    let changed = assessments.enumerate().filter_map(|(index, assessment)| {
        let line = rewritten(clean, assessment.span, WORDS[index % 3])?;
        Some(Planted::line("assessment off the scale", clean, assessment.span.at.line, line))
    });
    changed.collect()
}

/// The reason under an assessment taken out, its status left.
pub fn reason_removed(clean: &Clean) -> Vec<Planted> {
    let mut found = Vec::new();
    for goal in clean.document.goals() {
        for section in goal.section.all().into_iter().filter(|section| section.assessment.is_some()) {
            let blocks: Vec<_> = section.blocks.iter().map(|block| block.span).collect();
            if let (false, [.., last]) = (clean.is_plain(), blocks.as_slice()) {
                let shows = section.assessment.as_ref().map_or(section.span, |it| it.span);
                if last.at.line > shows.at.line {
                    let heading = (1..shows.at.line).rev().find(|line| clean.line(*line).starts_with('#'));
                    let shows = (heading.unwrap_or(shows.at.line), shows.at.line);
                    found.push(Planted::without("reason removed", clean, lines_of(*last), shows));
                }
            }
        }
    }
    found
}

/// The sentence on reporting back taken out.
pub fn report_back_removed(clean: &Clean) -> Vec<Planted> {
    let mut found = Vec::new();
    // A report tells what has come of it; how it ends was said in the plan.
    let asked = !clean.document.kind.is_report();
    for assignment in clean.document.assignments().into_iter().filter(|_| asked) {
        let Some(wording) = &assignment.report_back.wording else { continue };
        let (first, last) = lines_of(wording.span);
        let (start, end) = (wording.span.at.column as usize - 1, wording.span.end_column as usize);
        let before: String = clean.line(first).chars().take(start).collect();
        let after: String = clean.line(last).chars().skip(end).collect();
        let rest = format!("{before}{}", after.trim_start_matches(['.', ' ']));
        let told = format!("{first}: {rest}");
        let with = if rest.trim().is_empty() { Vec::new() } else { vec![rest] };
        let changes = vec![super::Change { from: first, gone: last + 1 - first, with }];
        let at = vec![lines_of(assignment.span)];
        found.push(Planted { kind: "assignment without report back", changes, at, told });
    }
    found
}

/// An indicator that is something to do.
pub fn activity(clean: &Clean) -> Vec<Planted> {
    const DONE: [&str; 4] = [
        "Nämnden har tagit fram en plan för arbetet i samråd med brukarna",
        "En handlingsplan är framtagen",
        "Utbildningen är genomförd",
        "Arbetet genomförs enligt plan",
    ];
    let goals = clean.document.goals();
    let indicators = goals.iter().flat_map(|goal| goal.indicators()).enumerate();
    let listed = indicators.filter(|(_, it)| clean.line(it.span.at.line).trim_start().starts_with('•'));
    let changed = listed.map(|(index, indicator)| {
        let (first, last) = lines_of(indicator.span);
        let with = vec![format!("• {}.", DONE[index % 4])];
        let told = format!("{first}: {}", with[0]);
        let changes = vec![super::Change { from: first, gone: last + 1 - first, with }];
        Planted { kind: "activity as indicator", changes, at: vec![(first, first)], told }
    });
    changed.collect()
}
