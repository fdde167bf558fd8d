//! Targets of several years that one indicator prints in its text: "Indikator: Antal fall. Utgångsvärde 2029: 41.
//! Mål 2030: 36. Mål 2031: 33."

use crate::prose::{locate, passages};
use std::collections::BTreeMap;
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::place::Span;
use uppsikt_domain::section::SectionKind;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;
use uppsikt_text::figure;
use uppsikt_text::sentence::sentences;

/// A value of a year, as it is and as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// What it comes to.
    pub value: Fixed,
    /// What stands after it: its unit.
    pub unit: String,
    /// As printed.
    pub printed: String,
}

/// An indicator with values by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aims {
    /// What it is called, for comparing.
    pub name: String,
    /// Where it started.
    pub starts: BTreeMap<i32, Value>,
    /// What it is to reach.
    pub targets: BTreeMap<i32, Value>,
    /// The words that tell it.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

const LABEL: &str = "Indikator: ";
const STARTS: [&str; 4] = ["utgångsvärde", "utfall", "nuläge", "startvärde"];
const TARGETS: [&str; 3] = ["mål", "målvärde", "målnivå"];

/// The indicators of a document's goals that print values so.
pub fn aims(document: &Document) -> Vec<Aims> {
    let mut found = Vec::new();
    for passage in passages(document).into_iter().filter(|passage| passage.is_in(SectionKind::Goal)) {
        for text in passage.text.split(LABEL).skip(usize::from(!passage.text.starts_with(LABEL))) {
            let told = of_text(text).filter(|told| !told.targets.is_empty());
            found.extend(told.map(|told| Aims { span: locate(document, passage.span, text), ..told }));
        }
    }
    found
}

fn of_text(text: &str) -> Option<Aims> {
    let said = sentences(text);
    let (name, rest) = said.split_first()?;
    let mut aims = Aims {
        name: normalized(name),
        starts: BTreeMap::new(),
        targets: BTreeMap::new(),
        text: text.to_owned(),
        span: Span::default(),
    };
    for sentence in rest {
        let Some((label, value)) = sentence.split_once(": ") else { continue };
        let Some((word, year)) = label.split_once(' ') else { continue };
        let (Ok(year), Some(value)) = (year.trim().parse::<i32>(), value_of(value)) else { continue };
        let word = word.lower();
        match () {
            () if STARTS.contains(&word.as_str()) => aims.starts.insert(year, value),
            () if TARGETS.contains(&word.as_str()) => aims.targets.insert(year, value),
            () => None,
        };
    }
    Some(aims)
}

/// "122 000 besök.", "0,5 procent".
fn value_of(text: &str) -> Option<Value> {
    let bare = text.trim().trim_end_matches('.');
    let end = bare.find(|c: char| c.is_alphabetic() || c == '%').unwrap_or(bare.len());
    let (mantissa, decimals) = figure::parse(bare[..end].trim())?;
    Some(Value {
        value: Fixed::from_decimal(mantissa, decimals),
        unit: normalized(&bare[end..]),
        printed: bare[..end].trim().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_indicator_tells_its_values_by_year() {
        let told =
            of_text("Antal fall. Utgångsvärde 2029: 1 410. Mål 2030: 1 360. Mål 2031: 1 330.").unwrap();
        assert_eq!(told.name, "antal fall");
        assert_eq!(told.starts[&2029].value, Fixed::whole(1410));
        assert_eq!(told.targets[&2031].printed, "1 330");
        assert_eq!(value_of("0,5 procent.").map(|it| it.unit), Some("procent".to_owned()));
        assert_eq!(value_of("saknas, ny verksamhet."), None);
    }
}
