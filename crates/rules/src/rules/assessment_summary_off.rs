//! A summary of assessments that the assessments contradict.

use crate::how_many::Many;
use crate::place;
use crate::prose::{Passage, has_words, locate, passages};
use crate::rule::Rule;
use crate::seen::Seen;
use crate::status_count::{Count, counts_of};
use crate::status_table::{Cell, cells};
use crate::term::{self, Term};
use uppsikt_domain::assessment::{Horizon, Status};
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::picture::Picture;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::structure::Structure;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::number_word::spell;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assessment-summary-off",
        code: "BED-002",
        family: Family::Assessment,
        severity: Severity::Error,
        rests_on: "Varje summering räknas ur bedömningarna.",
        page_sv: include_str!("assessment_summary_off.sv.md"),
        page_en: include_str!("assessment_summary_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let reports = picture.documents.iter().filter(|document| document.kind.is_report());
    reports.flat_map(|document| of_document(document, picture)).collect()
}

fn of_document(document: &Document, picture: &Picture) -> Vec<Finding> {
    let goals = document.goals();
    if goals
        .iter()
        .all(|goal| goal.assessment(Horizon::Period).is_none() && goal.assessment(Horizon::Term).is_none())
    {
        return of_tables(document, &picture.structure);
    }
    // Who counts may count the committee's own goals as well.
    let below = |goal: &GoalView<'_>| {
        [Horizon::Period, Horizon::Term].into_iter().any(|horizon| goal.is_assessed_below(horizon))
    };
    if goals.iter().any(is_blended) || goals.iter().any(below) {
        return Vec::new();
    }
    let graded = goals.iter().any(is_graded);
    let passages = passages(document).into_iter().filter(sums_up);
    let mut found = Vec::new();
    for passage in passages {
        let told = counts_of(passage.text, &picture.structure);
        let other = tells_of_others(&told, &goals);
        for counts in told {
            let borne_out = |count: &Count<'_>| {
                is_borne_out(count, &goals) || is_borne_out(&with_same(count, &counts), &goals)
            };
            let is_others = |count: &Count<'_>| {
                other && count.out_of.is_none() || graded && count.printed.contains("grad")
            };
            let wrong = counts.iter().filter(|count| !is_others(count)).filter(|count| !borne_out(count));
            found.extend(wrong.map(|count| tell(document, &passage, count, &goals, &picture.structure)));
        }
    }
    found
}

/// "Mycket hög grad" beside "Hög grad": the document's own scale is finer than the common one, and its counts are of that.
fn is_graded(goal: &GoalView<'_>) -> bool {
    let graded =
        |horizon| goal.assessment(horizon).is_some_and(|it| it.wording.lower().contains("mycket hög"));
    [Horizon::Period, Horizon::Term].into_iter().any(graded)
}

/// Counts that the table of statuses in their section, or in a document with only one, has otherwise.
fn of_tables(document: &Document, structure: &Structure) -> Vec<Finding> {
    let tables = document.tables().into_iter().map(|(section, table)| (section, cells(table, structure)));
    let tables: Vec<(&Section, Vec<Cell>)> = tables.filter(|(_, cells)| !cells.is_empty()).collect();
    let mut found = Vec::new();
    let passages = if tables.is_empty() { Vec::new() } else { passages(document) };
    for (section, cells) in &tables {
        let is_own = |it: &Passage<'_>| it.within.last().is_some_and(|own| std::ptr::eq(*own, *section));
        for passage in passages.iter().filter(|it| is_own(it) || tables.len() == 1 && sums_up(it)) {
            for counts in counts_of(passage.text, structure) {
                let wrong =
                    counts.iter().filter(|count| is_off_table(&with_same(count, &counts), count, cells));
                found.extend(wrong.map(|count| tell_table(document, passage, count, cells)));
            }
        }
    }
    found
}

/// Whether a table has the status of a count, and neither in one cell nor in all of them its number.
fn is_off_table(with_same: &Count<'_>, count: &Count<'_>, cells: &[Cell]) -> bool {
    let meant = |cell: &&Cell| count.horizon.is_none_or(|own| cell.horizon.is_none_or(|it| it == own));
    let all = |horizon: Option<Horizon>| {
        cells.iter().filter(|it| it.horizon == horizon).map(|it| it.number).sum::<usize>()
    };
    let own: Vec<&Cell> = cells.iter().filter(meant).filter(|it| it.status == count.status).collect();
    let numbers = [count, with_same].map(|count| match count.many {
        Many::Exactly(number) => Some(number),
        _ => None,
    });
    let sum: usize = own.iter().map(|it| it.number).sum();
    let has = |number: usize| sum == number || own.iter().any(|it| it.number == number);
    let whole = count.out_of.is_none_or(|of| own.iter().all(|it| all(it.horizon) == of));
    whole
        && !count.short_of
        && !own.is_empty()
        && numbers.iter().flatten().count() == 2
        && !numbers.into_iter().flatten().any(has)
}

fn tell_table(document: &Document, passage: &Passage<'_>, count: &Count<'_>, cells: &[Cell]) -> Finding {
    let own = cells.iter().filter(|it| it.status == count.status);
    let numbers: Vec<String> = own.clone().map(|it| it.number.to_string()).collect();
    Finding {
        severity: Severity::Warning,
        confidence_percent: 85,
        also_at: own.map(|it| place::at(document, it.span)).collect(),
        found: verbatim(count.printed),
        expected: Message::new("rule-assessment-summary-off-expected-table")
            .with("counts", numbers.join(", ")),
        advice: Message::new("rule-assessment-summary-off-try-table"),
        ..RULE.about.finding(
            place::at(document, locate(document, passage.span, count.printed)),
            Message::new("rule-assessment-summary-off-says-table"),
        )
    }
}

/// Whether a passage counts out of quite another number of goals than could be read: then its other
/// counts are of those.
fn tells_of_others(told: &[Vec<Count<'_>>], goals: &[GoalView<'_>]) -> bool {
    let all = told.iter().flatten().find_map(|count| count.out_of);
    all.is_some_and(|all| all.abs_diff(goals.len()) > 1)
}

/// Whether a passage tells of all goals: in the summary, or before the first of them.
fn sums_up(passage: &Passage<'_>) -> bool {
    let before_goals = passage.within.last().is_some_and(|section| section.kind == SectionKind::Goals);
    before_goals || passage.is_in(SectionKind::Summary)
}

/// Whether one section speaks of both horizons while only one assessment could be read from
/// it: then nobody knows which horizon that one is for.
fn is_blended(goal: &GoalView<'_>) -> bool {
    let single = goal.assessment(Horizon::Period).is_some() != goal.assessment(Horizon::Term).is_some();
    let assessing = goal.section.all().into_iter().filter(|section| section.assessment.is_some());
    let text = assessing.map(|section| section.own_text().lower()).collect::<String>();
    let labelled = term::of(goal) == Term::Said && goal.assessment(Horizon::Term).is_none();
    single && (labelled || has_words(&text, "mandatperioden") && has_words(&text, "perioden"))
}

/// Whether a count is out of the committee's own goals, by its words or since all else is
/// right, and they are another number.
fn is_own_whole_off(count: &Count<'_>, goals: &[GoalView<'_>]) -> bool {
    let Some(all) = count.out_of.filter(|all| *all != goals.len() && !is_of_both(count)) else {
        return false;
    };
    let own = ["nämndens", "styrelsens"].iter().any(|word| count.printed.lower().contains(word));
    let horizons = count.horizon.map_or_else(|| vec![Horizon::Period, Horizon::Term], |it| vec![it]);
    let right = horizons.iter().any(|it| is_given(count, goals, *it));
    own || right && all.abs_diff(goals.len()) == 1
}

/// "Båda målen": two that may be some of the committee's.
fn is_of_both(count: &Count<'_>) -> bool {
    let lower = count.printed.lower();
    ["båda ", "bägge "].iter().any(|word| lower.starts_with(word))
}

/// Whether the assessments of the horizon that is meant, of both where both are named together,
/// or of either where none is, give the count. A count out of another number of goals speaks of other goals.
fn is_borne_out(count: &Count<'_>, goals: &[GoalView<'_>]) -> bool {
    if is_own_whole_off(count, goals) {
        return false;
    }
    let out_of_others = count.out_of.is_some_and(|all| all != goals.len());
    let horizons = horizons(count, goals);
    let gives = |horizon: &Horizon| is_given(count, goals, *horizon);
    let borne_out = if count.both { horizons.iter().all(gives) } else { horizons.iter().any(gives) };
    out_of_others || horizons.is_empty() || borne_out
}

/// A count with those of the same status in its sentence: a finer scale than ours counts "helt" and
/// "i hög grad" apart.
fn with_same<'a>(count: &Count<'a>, all: &[Count<'a>]) -> Count<'a> {
    let same = all.iter().filter(|it| it.status == count.status && it.horizon == count.horizon);
    let numbers: Option<Vec<usize>> = same
        .map(|it| match it.many {
            Many::Exactly(number) => Some(number),
            _ => None,
        })
        .collect();
    let sum = numbers.map(|numbers| numbers.into_iter().sum());
    Count { many: sum.map_or(count.many, Many::Exactly), ..count.clone() }
}

/// Where more assessments are missing, the outline has none.
const MOST_MISSING: usize = 2;

/// Whether the assessments of a horizon give a count. What is not stated speaks against no share, and an
/// assessment that is missing against no number that it would give: it is told of where it is missing.
fn is_given(count: &Count<'_>, goals: &[GoalView<'_>], horizon: Horizon) -> bool {
    let of = |status: Status| with_status(goals, horizon, status).len();
    let (number, partly) = (of(count.status), of(Status::PartlyOnTrack));
    let unstated = goals.len() - goals.iter().filter(|it| is_stated(it, horizon)).count();
    let missing = goals.iter().filter(|it| it.assessment(horizon).is_none()).count();
    let missing = if missing <= MOST_MISSING { missing } else { 0 };
    let fits = |number: usize| match count.many {
        Many::Exactly(_) | Many::No => (0..=missing).any(|more| count.many.fits(number + more, goals.len())),
        many => (0..=unstated)
            .any(|more| (0..=more).any(|of| many.fits(number + of, goals.len() - unstated + more))),
    };
    fits(number) || count.short_of && (fits(partly) || fits(number + partly))
}

fn is_stated(goal: &GoalView<'_>, horizon: Horizon) -> bool {
    goal.assessment(horizon).is_some_and(|it| it.status != Status::NotStated)
}

/// The horizons that a count may be about: the one that is named, else those that are assessed.
fn horizons(count: &Count<'_>, goals: &[GoalView<'_>]) -> Vec<Horizon> {
    let meant = count.horizon.map_or_else(|| vec![Horizon::Period, Horizon::Term], |it| vec![it]);
    let assessed = |horizon: &Horizon| goals.iter().any(|goal| goal.assessment(*horizon).is_some());
    meant.into_iter().filter(assessed).collect()
}

/// The horizon to tell of: the first whose assessments do not give the count.
fn horizon_off(count: &Count<'_>, goals: &[GoalView<'_>]) -> Horizon {
    let off = |horizon: &Horizon| !is_given(count, goals, *horizon);
    let both = horizons(count, goals).into_iter().filter(|_| count.both);
    count.horizon.or(both.into_iter().find(off)).unwrap_or(Horizon::Period)
}

fn with_status<'a>(goals: &'a [GoalView<'a>], horizon: Horizon, status: Status) -> Vec<&'a GoalView<'a>> {
    let has = |goal: &&GoalView<'_>| goal.assessment(horizon).is_some_and(|it| it.status == status);
    goals.iter().filter(has).collect()
}

/// The word of a status: the document's own where it has one for it ("uppfyllt"), else the scale's.
fn own_word(goals: &[GoalView<'_>], horizon: Horizon, status: Status, structure: &Structure) -> String {
    let common = structure.word(status).unwrap_or(status.code());
    let assessments = with_status(goals, horizon, status).into_iter();
    let mut own = assessments.filter_map(|goal| Some(goal.assessment(horizon)?.wording.lower()));
    let first = own.next().filter(|first| own.all(|other| other == *first));
    let short = first.filter(|word| word.len() <= MOST_OF_A_WORD && *word != common.lower());
    short.unwrap_or_else(|| common.to_owned())
}

/// A status in the document's own words is at most so long, in bytes.
const MOST_OF_A_WORD: usize = 40;

fn tell(
    document: &Document,
    passage: &Passage<'_>,
    count: &Count<'_>,
    goals: &[GoalView<'_>],
    structure: &Structure,
) -> Finding {
    let horizon = horizon_off(count, goals);
    let counted = Status::ALL.into_iter().map(|status| (status, with_status(goals, horizon, status).len()));
    let word = |status: Status| own_word(goals, horizon, status, structure);
    let listed: Vec<String> = counted
        .filter(|(_, number)| *number > 0)
        .map(|(status, number)| format!("{number} {}", word(status)))
        .collect();
    let assessments = goals.iter().filter_map(|goal| goal.assessment(horizon));
    let key = match horizon {
        Horizon::Period => "rule-assessment-summary-off-expected-period",
        Horizon::Term => "rule-assessment-summary-off-expected-term",
    };
    let right = with_status(goals, horizon, count.status).len();
    let sure = count.many.is_counted() && !count.short_of;
    Finding {
        severity: if sure { RULE.about.severity } else { Severity::Warning },
        confidence_percent: match sure {
            true if count.horizon.is_some() || count.both => 97,
            true => 90,
            false => 80,
        },
        also_at: assessments.map(|assessment| place::at(document, assessment.span)).collect(),
        found: verbatim(count.printed),
        expected: Message::new(key).with("counts", listed.join(", ")),
        advice: match count.many {
            Many::Exactly(_) if !is_of_both(count) => {
                Message::new("rule-assessment-summary-off-try").with("number", spell(right))
            }
            _ => Message::new("rule-assessment-summary-off-try-share")
                .with("number", spell(right))
                .with("all", spell(goals.len())),
        },
        ..RULE.about.finding(
            place::at(document, locate(document, passage.span, count.printed)),
            Message::new("rule-assessment-summary-off-says"),
        )
    }
}
