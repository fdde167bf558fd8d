//! Findings beside the text of a document, and the findings of a year.

use super::document::{around, heading, title};
use super::{InCity, InYear, show};
use crate::parts::family_key;
use crate::refusal::Refusal;
use crate::shell::{Shell, Tab};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uppsikt_app::ask::findings::{self, Filter, FindingGroup, FindingsView, Shown, YearFindings};
use uppsikt_app::ask::findings_lines::{Block, LineContent, Stretch};
use uppsikt_domain::document::LineRole;
use uppsikt_findings::Severity;
use uppsikt_messages::Arg;

#[derive(Template)]
#[template(path = "findings.html")]
struct FindingsPage<'a> {
    shell: Shell,
    heading: String,
    view: FindingsView<'a>,
    rules: usize,
}

#[derive(Template)]
#[template(path = "year_findings.html")]
struct YearFindingsPage<'a> {
    shell: Shell,
    view: YearFindings<'a>,
    filter: Filter,
}

/// `/{m}/dokument/{doc}/anmarkningar`
pub async fn findings(Path((_, slug)): Path<(String, String)>, at: InCity) -> Result<Response, Refusal> {
    let view = findings::findings(&at.city, &slug).ok_or(Refusal::NotFound)?;
    let shell = around(&at, view.stored);
    let (document, here) = (title(&shell, &at.city, view.stored), shell.t("web-nav-findings"));
    let href = shell.to.document(&slug);
    let shell = shell.titled(format!("{here}: {document}")).crumb(document.as_str(), Some(href)).here(here);
    let rules = uppsikt_app::ask::rules::count();
    let heading = heading(&shell, view.stored);
    show(&FindingsPage { shell, heading, view, rules })
}

/// `/{m}/{year}/anmarkningar`, with `?organ=…&allvar=…&familj=…`
pub async fn findings_of_year(at: InYear) -> Result<Response, Refusal> {
    let asked = |name| at.visit.asked(name).map(str::to_owned);
    let filter = Filter { body: asked("organ"), severity: asked("allvar"), family: asked("familj") };
    let view = findings::findings_of_year(&at.city, at.year, &filter).ok_or(Refusal::NotFound)?;
    let shell = Shell::new(&at.visit, &at.city, Tab::Findings, at.year);
    let (to, here) = (shell.to.clone(), shell.t("web-nav-findings"));
    let shell = shell
        .titled(format!("{here} {}", view.year))
        .here(here)
        .years(&at.city.years(), |year| to.findings_of_year(year))
        .asked_for(at.asked);
    show(&YearFindingsPage { shell, view, filter })
}

impl FindingsPage<'_> {
    /// What there is to do, in a sentence.
    fn lead(&self) -> String {
        let [errors, warnings, notes] = self.view.counts;
        let count = |number: usize| ("count", Arg::from(number));
        let number = |number: usize| ("number", Arg::from(self.shell.raise(&self.shell.number(number))));
        match (errors, warnings + notes, self.view.only_family) {
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

    fn chosen(&self, asked: &Option<String>, word: &str) -> bool {
        asked.as_deref() == Some(word)
    }

    /// "Delårsrapport, Kultur- och fritidsnämnden".
    fn called(&self, group: &FindingGroup<'_>) -> String {
        let body = group.body.map_or("", |body| body.name.as_str());
        format!("{}, {body}", self.shell.kind(group.stored))
    }

    fn shown(&self) -> usize {
        self.view.groups.iter().map(|group| group.findings.len()).sum()
    }
}
