//! The findings of a year, narrowed and put in order.

use super::findings::{Shown, all_shown, counted};
use crate::city::City;
use std::collections::BTreeSet;
use uppsikt_domain::municipality::Body;
use uppsikt_domain::registry::StoredDocument;
use uppsikt_findings::Family;

/// Which findings are asked for, by how they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    /// Those that count.
    #[default]
    Open,
    /// Those that count and that nobody looks at.
    Unassigned,
    /// Those that count and that somebody looks at.
    Assigned,
    /// Those that count and that the visitor looks at.
    Mine,
    /// Those that are let stand.
    Accepted,
    /// All.
    All,
}

impl State {
    /// All, in the order in which they are shown.
    pub const ALL: [State; 6] =
        [State::Open, State::Mine, State::Assigned, State::Unassigned, State::Accepted, State::All];

    /// The word in addresses.
    pub fn word(self) -> &'static str {
        match self {
            State::Open => "oppna",
            State::Unassigned => "utan-ansvarig",
            State::Assigned => "tilldelade",
            State::Mine => "mina",
            State::Accepted => "godtagna",
            State::All => "alla",
        }
    }

    /// From the word in addresses.
    pub fn from_word(word: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.word() == word)
    }

    fn holds(self, shown: &Shown<'_>, visitor: Option<&str>) -> bool {
        let assignee = shown.known.assignee.as_ref().map(|it| it.assignee.as_str());
        let open = shown.known.is_open();
        match self {
            State::Open => open,
            State::Unassigned => open && assignee.is_none(),
            State::Assigned => open && assignee.is_some(),
            State::Mine => open && assignee.is_some() && assignee == visitor,
            State::Accepted => !open,
            State::All => true,
        }
    }
}

/// In which order findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Document by document, as they stand in the text.
    #[default]
    Document,
    /// Gravest first.
    Severity,
    /// Rule by rule.
    Rule,
    /// By who looks at them; those that nobody looks at come last.
    Assignee,
}

impl Order {
    /// All, the usual one first.
    pub const ALL: [Order; 4] = [Order::Document, Order::Severity, Order::Rule, Order::Assignee];

    /// The word in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Order::Document => "dokument",
            Order::Severity => "allvar",
            Order::Rule => "regel",
            Order::Assignee => "ansvarig",
        }
    }

    /// From the word in addresses.
    pub fn from_word(word: &str) -> Option<Order> {
        Order::ALL.into_iter().find(|order| order.word() == word)
    }

    fn sort(self, findings: &mut [Shown<'_>]) {
        match self {
            Order::Document => {}
            Order::Severity => findings.sort_by_key(|shown| shown.finding.severity),
            Order::Rule => findings.sort_by_key(|shown| shown.finding.code),
            Order::Assignee => findings.sort_by_key(|shown| {
                let name = shown.known.assignee.as_ref().map(|it| it.assignee.to_lowercase());
                (name.is_none(), name)
            }),
        }
    }
}

/// What the findings of a year are narrowed to. Empty parts narrow nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// How they stand.
    pub state: State,
    /// A body's stable word.
    pub body: Option<String>,
    /// A severity's code word.
    pub severity: Option<String>,
    /// A family's code word.
    pub family: Option<String>,
    /// The name of who looks at them.
    pub assignee: Option<String>,
    /// The order.
    pub order: Order,
    /// Who visits, for what is theirs.
    pub visitor: Option<String>,
}

impl Filter {
    /// Whether a finding of a body fits everything but how it stands.
    fn fits(&self, body: Option<&Body>, shown: &Shown<'_>) -> bool {
        let fits = |asked: &Option<String>, word: &str| asked.as_ref().is_none_or(|asked| asked == word);
        let assignee = shown.known.assignee.as_ref().map_or("", |it| it.assignee.as_str());
        fits(&self.body, body.map_or("", |body| &body.slug))
            && fits(&self.severity, shown.finding.severity.code())
            && fits(&self.family, shown.finding.family.code())
            && fits(&self.assignee, assignee)
    }

    fn holds(&self, shown: &Shown<'_>) -> bool {
        self.state.holds(shown, self.visitor.as_deref())
    }

    /// Whether anything but the state and the order is asked for.
    pub fn is_narrow(&self) -> bool {
        [&self.body, &self.severity, &self.family, &self.assignee].iter().any(|asked| asked.is_some())
    }
}

/// The findings of a year.
#[derive(Debug, Clone)]
pub struct YearFindings<'a> {
    /// The year.
    pub year: i32,
    /// How many count of each severity before narrowing, gravest first.
    pub counts: [usize; 3],
    /// How many of those that fit the rest of the filter there are in each state.
    pub states: Vec<(State, usize)>,
    /// How many documents were checked.
    pub documents: usize,
    /// Findings that are asked for, document by document or all together; none left empty.
    pub groups: Vec<FindingGroup<'a>>,
    /// Bodies that have findings, to choose among.
    pub bodies: Vec<&'a Body>,
    /// Families that have findings, to choose among.
    pub families: Vec<Family>,
    /// Names of those who look at findings, to choose among.
    pub assignees: Vec<&'a str>,
}

/// Findings under one heading.
#[derive(Debug, Clone)]
pub struct FindingGroup<'a> {
    /// The document. `None`: findings of all documents together.
    pub stored: Option<&'a StoredDocument>,
    /// The body that answers for it.
    pub body: Option<&'a Body>,
    /// The findings, in order.
    pub findings: Vec<Shown<'a>>,
}

/// The findings of all documents of a year, narrowed. `None` where the year has no document.
pub fn findings_of_year<'a>(city: &'a City, year: i32, filter: &Filter) -> Option<YearFindings<'a>> {
    let documents: Vec<&StoredDocument> = city.documents_in(year).collect();
    if documents.is_empty() {
        return None;
    }
    let mut groups: Vec<FindingGroup<'a>> = documents.iter().map(|stored| group(city, stored)).collect();
    let all = || groups.iter().flat_map(|group| &group.findings);
    let counts = counted(all().filter(|shown| shown.known.is_open()).map(|shown| shown.finding));
    let families: BTreeSet<Family> = all().map(|shown| shown.finding.family).collect();
    let assignees: BTreeSet<&str> =
        all().filter_map(|shown| shown.known.assignee.as_ref()).map(|it| it.assignee.as_str()).collect();
    let with_findings = |body: &&Body| {
        let own = |group: &FindingGroup<'_>| group.body.is_some_and(|found| found.slug == body.slug);
        groups.iter().any(|group| own(group) && !group.findings.is_empty())
    };
    let bodies = city.data.municipality.bodies.iter().filter(with_findings).collect();
    for group in &mut groups {
        group.findings.retain(|shown| filter.fits(group.body, shown));
    }
    let states = states(&groups, filter);
    for group in &mut groups {
        group.findings.retain(|shown| filter.holds(shown));
    }
    Some(YearFindings {
        year,
        counts,
        states,
        documents: documents.len(),
        groups: in_order(groups, filter.order),
        bodies,
        families: families.into_iter().collect(),
        assignees: assignees.into_iter().collect(),
    })
}

fn group<'a>(city: &'a City, stored: &'a StoredDocument) -> FindingGroup<'a> {
    FindingGroup { stored: Some(stored), body: city.body_of(stored), findings: all_shown(city, stored) }
}

/// How many there are in each state; what is the visitor's is counted for visitors with a name.
fn states(groups: &[FindingGroup<'_>], filter: &Filter) -> Vec<(State, usize)> {
    let visitor = filter.visitor.as_deref();
    let shown = State::ALL.into_iter().filter(|state| *state != State::Mine || visitor.is_some());
    let all = || groups.iter().flat_map(|group| &group.findings);
    shown.map(|state| (state, all().filter(|shown| state.holds(shown, visitor)).count())).collect()
}

fn in_order(groups: Vec<FindingGroup<'_>>, order: Order) -> Vec<FindingGroup<'_>> {
    if order == Order::Document {
        return groups.into_iter().filter(|group| !group.findings.is_empty()).collect();
    }
    let mut findings: Vec<Shown<'_>> = groups.into_iter().flat_map(|group| group.findings).collect();
    order.sort(&mut findings);
    let together = FindingGroup { stored: None, body: None, findings };
    Some(together).into_iter().filter(|group| !group.findings.is_empty()).collect()
}
