//! The findings of a year: narrowed, put in order, and judged where somebody may.

use super::findings::acting;
use super::{InYear, show};
use crate::acting::Acting;
use crate::language::encoded;
use crate::refusal::Refusal;
use crate::shell::{Link, Shell, Tab};
use askama::Template;
use axum::response::Response;
use uppsikt_app::ask::findings::Shown;
use uppsikt_app::ask::findings_of_year::{self as ask, Filter, FindingGroup, Order, State, YearFindings};
use uppsikt_domain::municipality::Body;
use uppsikt_findings::Severity;

#[derive(Template)]
#[template(path = "year_findings.html")]
struct YearFindingsPage<'a> {
    shell: Shell,
    view: YearFindings<'a>,
    filter: Filter,
    /// Who may judge findings here.
    acting: Option<Acting>,
}

/// `/{m}/{year}/anmarkningar`, with `?lage=…&organ=…&allvar=…&familj=…&till=…&ordning=…`
pub async fn findings_of_year(at: InYear) -> Result<Response, Refusal> {
    let asked = |name| at.visit.asked(name);
    let filter = Filter {
        state: asked("lage").and_then(State::from_word).unwrap_or_default(),
        body: asked("organ").map(str::to_owned),
        severity: asked("allvar").map(str::to_owned),
        family: asked("familj").map(str::to_owned),
        assignee: asked("till").map(str::to_owned),
        order: asked("ordning").and_then(Order::from_word).unwrap_or_default(),
        visitor: at.editing.as_ref().map(|editing| editing.actor.name.clone()),
    };
    let view = ask::findings_of_year(&at.city, at.year, &filter).ok_or(Refusal::NotFound)?;
    let shell = Shell::new(&at.visit, &at.city, Tab::Findings, at.year);
    let (to, here) = (shell.to.clone(), shell.t("web-nav-findings"));
    let shell = shell
        .titled(format!("{here} {}", view.year))
        .here(here)
        .years(&at.city.years(), |year| to.findings_of_year(year))
        .asked_for(at.asked);
    let back = address(&shell, at.year, &filter, filter.state);
    let acting = at.editing.as_ref().map(|editing| Acting { back, ..acting(editing, &at.city) });
    show(&YearFindingsPage { shell, view, filter, acting })
}

/// The address of the page with a filter, in a state.
fn address(shell: &Shell, year: i32, filter: &Filter, state: State) -> String {
    let word = |usual: bool, word: &'static str| (!usual).then(|| word.to_owned());
    let parts = [
        ("lage", word(state == State::default(), state.word())),
        ("organ", filter.body.clone()),
        ("allvar", filter.severity.clone()),
        ("familj", filter.family.clone()),
        ("till", filter.assignee.clone()),
        ("ordning", word(filter.order == Order::default(), filter.order.word())),
    ];
    let said = parts.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", encoded(&value?))));
    let said: Vec<String> = said.collect();
    let page = shell.to.findings_of_year(year);
    if said.is_empty() { page } else { format!("{page}?{}", said.join("&")) }
}

impl YearFindingsPage<'_> {
    fn lead(&self) -> String {
        let [errors, warnings, notes] = self.view.counts;
        let args = [
            ("documents", self.view.documents.into()),
            ("errors", errors.into()),
            ("warnings", warnings.into()),
            ("notes", notes.into()),
        ];
        self.shell.told("web-findings-year-lead", &args)
    }

    /// A link for each state, with how many there are in it.
    fn states(&self) -> Vec<(Link, usize)> {
        let link = |(state, count): &(State, usize)| {
            let link = Link {
                text: self.shell.t(format!("web-state-{}", state.word())),
                href: Some(address(&self.shell, self.view.year, &self.filter, *state)),
                current: *state == self.filter.state,
            };
            (link, *count)
        };
        self.view.states.iter().map(link).collect()
    }

    fn orders(&self) -> Vec<(&'static str, String, bool)> {
        let told = |order: Order| {
            (order.word(), self.shell.t(format!("web-order-{}", order.word())), order == self.filter.order)
        };
        Order::ALL.map(told).into()
    }

    fn chosen(&self, asked: &Option<String>, word: &str) -> bool {
        asked.as_deref() == Some(word)
    }

    /// The same findings without what narrows them.
    fn without_filter(&self) -> String {
        address(&self.shell, self.view.year, &Filter::default(), self.filter.state)
    }

    /// What stands where nothing is shown: what that means, and what to do.
    fn nothing(&self) -> (String, String) {
        let word = if self.filter.is_narrow() { "narrow" } else { self.filter.state.word() };
        (self.shell.t(format!("web-nothing-{word}")), self.shell.t(format!("web-nothing-{word}-do")))
    }

    /// "Delårsrapport, Kultur- och fritidsnämnden".
    fn called(&self, group: &FindingGroup<'_>) -> String {
        match group.stored {
            Some(stored) => {
                let body = group.body.map_or("", |body: &Body| body.name.as_str());
                format!("{}, {body}", self.shell.kind(stored))
            }
            None => self.shell.t("web-findings-together"),
        }
    }

    /// "Nämndsbudget, Kommunstyrelsen", of the document of a finding in a list of many.
    fn document(&self, shown: &Shown<'_>) -> String {
        let body = shown.stored.document.body.as_ref().map_or("", |body| body.text.as_str());
        format!("{}, {body}", self.shell.kind(shown.stored))
    }

    fn shown(&self) -> usize {
        self.view.groups.iter().map(|group| group.findings.len()).sum()
    }
}
