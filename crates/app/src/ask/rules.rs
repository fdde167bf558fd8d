//! The rules, and what a rule has found here.

use super::findings::{Shown, shown};
use crate::city::City;
use uppsikt_findings::{About, Family, Severity};
use uppsikt_rules::limits;
pub use uppsikt_rules::limits::Limit;
use uppsikt_rules::settings;

/// The rules of a family, with how often each has spoken in this municipality.
#[derive(Debug, Clone)]
pub struct FamilyRules {
    /// The family.
    pub family: Family,
    /// Its rules, in the order of the table.
    pub rules: Vec<(About, usize)>,
}

/// A rule and what it has found.
#[derive(Debug, Clone)]
pub struct RuleView<'a> {
    /// Names, family and page.
    pub about: About,
    /// Its findings over all documents, in their fixed order.
    pub findings: Vec<Shown<'a>>,
    /// Whether the municipality has switched it off.
    pub is_off: bool,
    /// How grave the municipality wants it, where it is not as the rule itself holds it.
    pub severity: Option<Severity>,
    /// Its limits, with what each is in the municipality.
    pub limits: Vec<(&'static Limit, usize)>,
}

/// All rules by family, in the order of the table.
pub fn rules(city: &City) -> Vec<FamilyRules> {
    let mut families: Vec<FamilyRules> = Vec::new();
    for rule in uppsikt_rules::ALL {
        let about = rule.about;
        let found = city.known().iter().filter(|it| it.is_open() && it.finding.rule == about.name).count();
        match families.iter_mut().find(|it| it.family == about.family) {
            Some(family) => family.rules.push((about, found)),
            None => families.push(FamilyRules { family: about.family, rules: vec![(about, found)] }),
        }
    }
    families
}

/// How many rules there are.
pub fn count() -> usize {
    uppsikt_rules::ALL.len()
}

/// A rule by its name or code, with its findings. `None`: there is no such rule.
pub fn rule<'a>(city: &'a City, name_or_code: &str) -> Option<RuleView<'a>> {
    let rule = uppsikt_rules::rule(name_or_code)?;
    let (about, structure) = (rule.about, &city.structure);
    let documents = city.data.documents.iter();
    let with = documents.filter(|stored| city.findings_in(stored).any(|it| it.rule == about.name));
    let findings = with.flat_map(|stored| shown(city, stored));
    let own = findings.filter(|it| it.known.is_open() && it.finding.rule == about.name);
    Some(RuleView {
        about,
        findings: own.collect(),
        is_off: settings::is_off(&structure.rules, rule),
        severity: settings::severity_of(&structure.rules, rule),
        limits: limits::of(about.name)
            .map(|known| (known, limits::limit(structure, about.name, known.name)))
            .collect(),
    })
}
