//! A plan or programme under a name that is almost another's.

use crate::alike::letters_alike_permille;
use crate::place;
use crate::plan_years::{PlanYears, plan_years};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use crate::two_words;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use uppsikt_domain::document::{Document, Reference, ReferenceTo};
use uppsikt_domain::place::Span;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "plan-named-otherwise",
        code: "REF-005",
        family: Family::Reference,
        severity: Severity::Note,
        rests_on: "Ett styrdokument har ett namn: det som det antogs under.",
        page_sv: include_str!("plan_named_otherwise.sv.md"),
        page_en: include_str!("plan_named_otherwise.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> =
        picture.documents.iter().flat_map(|document| of_document(document)).collect();
    for sheet in picture.sheets() {
        let told: Vec<u32> = found
            .iter()
            .filter(|it| it.at.file == sheet.document.source.file)
            .map(|it| it.at.span.at.line)
            .collect();
        found.extend(inside(sheet).into_iter().filter(|it| !told.contains(&it.at.span.at.line)));
    }
    found.extend(between(picture));
    found
}

/// Plans that a document names twice with years that overlap and are not the same.
fn inside(sheet: &Sheet<'_>) -> Vec<Finding> {
    let plans = plan_years(sheet);
    let years = |plan: &PlanYears| format!("{}-{}", plan.first, plan.last);
    let times =
        |plan: &PlanYears| plans.iter().filter(|it| it.name == plan.name && years(it) == years(plan)).count();
    let mut found: Vec<Finding> = Vec::new();
    for (at, later) in plans.iter().enumerate() {
        let is_other = |it: &&PlanYears| {
            it.name == later.name && years(it) != years(later) && overlap(&years(it), &years(later))
        };
        let Some(other) = plans[..at].iter().find(is_other) else { continue };
        let (slip, right) = if times(other) < times(later) { (other, later) } else { (later, other) };
        found.push(told(sheet.document, &(slip.text.clone(), slip.span), &(right.text.clone(), right.span)));
    }
    found.dedup_by(|a, b| a.at == b.at);
    found
}

/// A document with a plan that it names.
type Named<'a> = (&'a Document, PlanYears);

/// Plans that two documents give the same name and the same last year, and another first one: a plan
/// that is prolonged keeps its first.
fn between(picture: &Seen<'_>) -> Vec<Finding> {
    let mut plans: BTreeMap<(&str, String, String), Vec<Named<'_>>> = BTreeMap::new();
    for (at, shelf) in picture.archive().newest() {
        let sheet = &picture.sheets()[*at];
        for plan in plan_years(sheet) {
            let key = (shelf.city.as_str(), plan.name.clone(), plan.last.clone());
            plans.entry(key).or_default().push((sheet.document, plan));
        }
    }
    plans.into_values().flat_map(|named| other_years(named)).collect()
}

/// The first place in each document where the years are others than in most documents, or than in the
/// earliest where as many have either.
fn other_years(mut named: Vec<Named<'_>>) -> Vec<Finding> {
    named.sort_by_key(|(document, _)| document.year);
    named.dedup_by(|one, other| std::ptr::eq(one.0, other.0) && one.1.first == other.1.first);
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    named.iter().for_each(|(_, plan)| *times.entry(plan.first.clone()).or_default() += 1);
    let most = named.iter().rev().max_by_key(|(_, plan)| times[&plan.first]);
    let Some((document, right)) = most.filter(|_| times.len() > 1) else { return Vec::new() };
    // A document that has both is told of by itself.
    let same = named.iter().filter(|(_, plan)| plan.first == right.first);
    let same: HashSet<*const Document> = same.map(|(document, _)| std::ptr::from_ref(*document)).collect();
    let off = named.iter().filter(|(document, _)| !same.contains(&std::ptr::from_ref(*document)));
    off.map(|(other, plan)| Finding {
        also_at: vec![place::at(document, right.span)],
        ..told(other, &(plan.text.clone(), plan.span), &(right.text.clone(), right.span))
    })
    .collect()
}

/// Names this like each other (thousandths), letter by letter, are meant to be one.
const MEANT_PERMILLE: u16 = 800;

/// Names used once that are almost a name used more often, and plans of one name or subject with
/// other years or of another kind.
fn of_document(document: &Document) -> Vec<Finding> {
    let plans: Vec<&Reference> = document.references.iter().filter(|it| it.to == ReferenceTo::Plan).collect();
    let mut named: BTreeMap<String, Vec<&Reference>> = BTreeMap::new();
    plans.iter().for_each(|reference| named.entry(core(&reference.text)).or_default().push(reference));
    let once = named.iter().filter(|(name, used)| used.len() == 1 && name.len() > 8);
    let meant = once.filter_map(|(name, used)| {
        let others = named.iter().filter(|(_, others)| others.len() > 1);
        let near = others.filter(|(other, _)| is_near(name, other)).max_by_key(|(_, others)| others.len())?;
        Some(tell(document, used.first()?, near.1.first()?))
    });
    let mut found: Vec<Finding> = meant.collect();
    found.extend(with_years(document, &plans));
    let named = two_words::told_twice(document);
    found.extend(named.into_iter().map(|(slip, right)| told(document, &slip, &right)));
    let mut lines = BTreeSet::new();
    found.retain(|finding| lines.insert(finding.at.span.at.line));
    found
}

/// A plan with its years.
struct Dated<'a> {
    reference: &'a Reference,
    name: String,
    years: String,
    /// Whose it is, where that stands before it: "storby" of "Storbys miljöprogram".
    owner: Option<String>,
}

/// Plans with years that have another's name and other years, or its years and subject and
/// another word for what they are.
fn with_years(document: &Document, plans: &[&Reference]) -> Vec<Finding> {
    let dated: Vec<Dated<'_>> = plans.iter().filter_map(|reference| dated(reference)).collect();
    let times =
        |name: &str, years: &str| dated.iter().filter(|it| it.name == name && it.years == years).count();
    let mut found = Vec::new();
    for (at, later) in dated.iter().enumerate() {
        let is_other = |it: &&Dated<'_>| {
            let same_name =
                is_one_plan(it, later) && it.years != later.years && overlap(&it.years, &later.years);
            same_name || it.years == later.years && is_other_kind(&it.name, &later.name)
        };
        let Some(other) = dated[..at].iter().find(is_other) else { continue };
        // The one that is named less often is the slip; of equals the later.
        let fewer = times(&other.name, &other.years) < times(&later.name, &later.years);
        let (slip, right) = if fewer { (other, later) } else { (later, other) };
        found.push(tell(document, slip.reference, right.reference));
    }
    found.dedup_by(|a, b| a.at == b.at);
    found
}

/// "Program för digital delaktighet 2023–2027": the name and the years.
fn dated(reference: &Reference) -> Option<Dated<'_>> {
    let text = normalized(&reference.text);
    let (name, years) = text.rsplit_once(' ')?;
    let (from, to) = years.split_once('-')?;
    let is_year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let first = name.split(' ').next().filter(|first| first.len() > 3 && *first != name);
    let owner = first.and_then(|first| first.strip_suffix('s')).map(str::to_owned);
    (is_year(from) && is_year(to)).then(|| Dated {
        reference,
        name: core(name),
        years: years.to_owned(),
        owner,
    })
}

/// Whether two names are of one plan: "Storbys miljöprogram" and "Miljöprogram för Storby stad".
fn is_one_plan(one: &Dated<'_>, other: &Dated<'_>) -> bool {
    let of_owner = |long: &Dated<'_>, short: &Dated<'_>| {
        let whose = long.name.strip_prefix(short.name.as_str()).and_then(|rest| rest.strip_prefix(" för "));
        let whose = whose.map(|whose| {
            [" stad", " kommun"].iter().find_map(|end| whose.strip_suffix(end)).unwrap_or(whose)
        });
        whose.is_some() && whose == short.owner.as_deref()
    };
    one.name == other.name || of_owner(one, other) || of_owner(other, one)
}

/// Whether two spans of years have years in common: a plan follows upon another without.
fn overlap(one: &str, other: &str) -> bool {
    let ends = |years: &str| years.split_once('-').map(|(from, to)| (from.to_owned(), to.to_owned()));
    ends(one).zip(ends(other)).is_some_and(|((from, to), (start, end))| from < end && start < to)
}

/// "Program för läsning" and "handlingsplan för läsning"; "lokalresursplan" and "lokalförsörjningsplan".
fn is_other_kind(one: &str, other: &str) -> bool {
    let subject = |name: &str| {
        let (kind, rest) = name.split_once(" för ").or_else(|| name.split_once(" mot "))?;
        (!kind.contains(' ') && rest.len() >= SUBJECT).then(|| rest.to_owned())
    };
    let whole = |name: &str| (!name.contains(' ') && name.len() >= SUBJECT).then(|| name.to_owned());
    let compounds = whole(one).zip(whole(other)).is_some_and(|(a, b)| {
        let start = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
        let end = a.chars().rev().zip(b.chars().rev()).take_while(|(x, y)| x == y).count();
        a != b && start >= 5 && end >= 4
    });
    compounds || one != other && subject(one).is_some() && subject(one) == subject(other)
}

/// A shorter subject, in bytes, is too easily another's too.
const SUBJECT: usize = 8;

/// One name may be the other with words about it ("programmet för 2025–2028").
fn is_near(one: &str, other: &str) -> bool {
    let holds = one.contains(other) || other.contains(one);
    !holds && letters_alike_permille(one, other) >= MEANT_PERMILLE
}

/// A name without whose it is and without its definite ending: "Malmös trafikplanen" is "trafikplan".
fn core(name: &str) -> String {
    let lower = normalized(name).replace(['"', '\''], "");
    let owned = lower.split_once(' ').filter(|(first, _)| first.ends_with('s') && first.len() > 3);
    let bare = owned.map_or(lower.as_str(), |(_, rest)| rest);
    let endings =
        [("programmet", "program"), ("planen", "plan"), ("strategin", "strategi"), ("policyn", "policy")];
    let definite =
        endings.iter().find_map(|(end, short)| Some(format!("{}{short}", bare.strip_suffix(end)?)));
    definite.unwrap_or_else(|| bare.to_owned())
}

fn tell(document: &Document, one: &Reference, other: &Reference) -> Finding {
    told(document, &(one.text.clone(), one.span), &(other.text.clone(), other.span))
}

fn told(document: &Document, one: &(String, Span), other: &(String, Span)) -> Finding {
    Finding {
        confidence_percent: 65,
        also_at: vec![place::at(document, other.1)],
        found: verbatim(one.0.clone()),
        expected: verbatim(other.0.clone()),
        advice: Message::new("rule-plan-named-otherwise-try"),
        ..RULE.about.finding(place::at(document, one.1), Message::new("rule-plan-named-otherwise-says"))
    }
}
