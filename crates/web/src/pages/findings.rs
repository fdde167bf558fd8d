//! Findings beside the text of a document.

use super::document::{around, heading, title};
use super::{InCity, show};
use crate::acting::{Acting, RefusedForm};
use crate::cities::Editing;
use crate::parts::family_key;
use crate::refusal::Refusal;
use crate::shell::Shell;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use std::collections::BTreeSet;
use uppsikt_app::ask::findings::{self, FindingsView, Shown};
use uppsikt_app::ask::findings_lines::{Block, LineContent, Stretch};
use uppsikt_app::city::City;
use uppsikt_app::finding::history::{Said, What};
use uppsikt_domain::document::LineRole;
use uppsikt_domain::finding_mark::FindingAcceptance;
use uppsikt_findings::Severity;
use uppsikt_messages::{Arg, Lang};

#[derive(Template)]
#[template(path = "findings.html")]
struct FindingsPage<'a> {
    shell: Shell,
    heading: String,
    view: FindingsView<'a>,
    rules: usize,
    /// Who may judge findings here.
    acting: Option<Acting>,
    /// What has been said of them, for those who may judge.
    history: Vec<Said>,
}

/// `/{m}/dokument/{doc}/anmarkningar`
pub async fn findings(Path((_, slug)): Path<(String, String)>, at: InCity) -> Result<Response, Refusal> {
    page(&slug, &at, None).await
}

/// The page; `refused`: a form on it that came to nothing.
pub async fn page(slug: &str, at: &InCity, refused: Option<RefusedForm>) -> Result<Response, Refusal> {
    let view = findings::findings(&at.city, slug).ok_or(Refusal::NotFound)?;
    let shell = around(at, view.stored);
    let (document, here) = (title(&shell, &at.city, view.stored), shell.t("web-nav-findings"));
    let href = shell.to.document(slug);
    let shell = shell.titled(format!("{here}: {document}")).crumb(document.as_str(), Some(href)).here(here);
    let rules = uppsikt_app::ask::rules::count();
    let heading = heading(&shell, view.stored);
    let acting = at.editing.as_ref().map(|editing| Acting { refused, ..acting(editing, &at.city) });
    let history = history(at, slug).await?;
    show(&FindingsPage { shell, heading, view, rules, acting, history })
}

async fn history(at: &InCity, slug: &str) -> Result<Vec<Said>, Refusal> {
    let Some(editing) = &at.editing else { return Ok(Vec::new()) };
    let found = editing.app.finding_history(at.city.data.municipality.id, slug).await;
    found.map_err(|error| Refusal::failed(&error.messages(Lang::En).join("; ")))
}

/// Who may judge findings, with the names of those who look at some already.
pub fn acting(editing: &Editing, city: &City) -> Acting {
    let assigned = city.marks.assignees.iter().map(|it| it.assignee.clone());
    let names: BTreeSet<String> = assigned.chain([editing.actor.name.clone()]).collect();
    Acting {
        who: editing.actor.name.clone(),
        back: String::new(),
        names: names.into_iter().collect(),
        refused: None,
    }
}

impl FindingsPage<'_> {
    /// What there is to do, in a sentence.
    fn lead(&self) -> String {
        let [errors, warnings, notes] = self.view.counts;
        let count = |number: usize| ("count", Arg::from(number));
        let number = |number: usize| ("number", Arg::from(self.shell.raise(&self.shell.number(number))));
        match (errors, warnings + notes, self.view.only_family) {
            (0, 0, _) if !self.view.aside.is_empty() => self.shell.t("web-findings-lead-settled"),
            (0, 0, _) => self.shell.t("web-findings-lead-none"),
            (0, others, _) => {
                self.shell.told("web-findings-lead-no-errors", &[count(others), number(others)])
            }
            (_, _, Some(family)) => {
                let family = ("family", Arg::from(self.shell.t(family_key(family))));
                self.shell.told("web-findings-lead-family", &[count(errors), number(errors), family])
            }
            _ => self.shell.told("web-findings-lead", &[count(errors), number(errors)]),
        }
    }

    fn read(&self) -> String {
        let (lines, unread) = self.view.lines;
        let args = [("lines", lines.into()), ("unread", unread.into()), ("rules", self.rules.into())];
        self.shell.told("web-findings-read", &args)
    }

    /// A finding by its number.
    fn found(&self, at: &usize) -> Option<&Shown<'_>> {
        self.view.findings.get(*at)
    }

    /// Where the finding of a stretch is told.
    fn anchor(&self, stretch: &Stretch<'_>) -> Option<&str> {
        stretch.finding.and_then(|at| self.view.findings.get(at)).map(|shown| shown.anchor.as_str())
    }

    /// The form that came to nothing, and where on the page it stands.
    fn refused(&self) -> Option<(&RefusedForm, &str)> {
        let refused = self.acting.as_ref()?.refused.as_ref()?;
        let all = self.view.findings.iter().chain(&self.view.aside);
        let found = all.into_iter().find(|shown| shown.known.identity.print == refused.print);
        Some((refused, found.map_or("alla", |shown| shown.anchor.as_str())))
    }

    fn aside_counted(&self) -> String {
        self.shell.count("web-finding-aside-count", self.view.aside.len())
    }

    /// "Kontroll godtog ARI-003: avrundat".
    fn said(&self, said: &Said) -> String {
        let rule = ("rule", Arg::from(said.rule.as_str()));
        let who = ("who", Arg::from(said.who.as_str()));
        match &said.what {
            What::Accepted { why } => {
                self.shell.told("web-history-accepted", &[who, rule, ("why", why.as_str().into())])
            }
            What::Reopened { .. } => self.shell.told("web-history-reopened", &[who, rule]),
            What::Assigned { to: Some(to) } => {
                self.shell.told("web-history-assigned", &[who, rule, ("to", to.as_str().into())])
            }
            What::Assigned { to: None } => self.shell.told("web-history-unassigned", &[who, rule]),
        }
    }

    /// "Godtagen av Kontroll den 24 september 2026, version 2".
    fn outlived_by(&self, it: &FindingAcceptance) -> String {
        let day = self.shell.day(it.accepted_at.date_naive());
        let args =
            [("who", it.who.as_str().into()), ("day", day.into()), ("version", i64::from(it.version).into())];
        self.shell.told("web-finding-outlived-by", &args)
    }
}
