//! A plan or programme under a name that is almost another's.

use crate::alike::letters_alike_permille;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::BTreeMap;
use uppsikt_domain::document::{Document, Reference, ReferenceTo};
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
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

/// Names this like each other (thousandths), letter by letter, are meant to be one.
const MEANT_PERMILLE: u16 = 800;

/// Names used once that are almost a name used more often.
fn of_document(document: &Document) -> Vec<Finding> {
    let plans = document.references.iter().filter(|it| it.to == ReferenceTo::Plan);
    let mut named: BTreeMap<String, Vec<&Reference>> = BTreeMap::new();
    plans.for_each(|reference| named.entry(core(&reference.text)).or_default().push(reference));
    let once = named.iter().filter(|(name, used)| used.len() == 1 && name.len() > 8);
    let meant = once.filter_map(|(name, used)| {
        let others = named.iter().filter(|(_, others)| others.len() > 1);
        let near = others.filter(|(other, _)| is_near(name, other)).max_by_key(|(_, others)| others.len())?;
        Some(tell(document, used.first()?, near.1.first()?))
    });
    meant.collect()
}

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
    Finding {
        confidence_percent: 65,
        also_at: vec![place::at(document, other.span)],
        found: verbatim(one.text.clone()),
        expected: verbatim(other.text.clone()),
        advice: Message::new("rule-plan-named-otherwise-try"),
        ..RULE.about.finding(place::at(document, one.span), Message::new("rule-plan-named-otherwise-says"))
    }
}
