//! All goals of a year, and the matrix of committees and goals.

use super::{InYear, show};
use crate::refusal::Refusal;
use crate::shell::{Shell, Tab};
use askama::Template;
use axum::response::Response;
use uppsikt_app::ask::goals::{self, GoalsView, MatrixCell};
use uppsikt_domain::assessment::Status;
use uppsikt_messages::Arg;

#[derive(Template)]
#[template(path = "goals.html")]
struct GoalsPage<'a> {
    shell: Shell,
    view: Option<GoalsView<'a>>,
}

/// `/{m}/{year}/mal`
pub async fn goals(at: InYear) -> Result<Response, Refusal> {
    let view = goals::goals(&at.city, at.year);
    let shell = Shell::new(&at.visit, &at.city, Tab::Goals, at.year);
    let (to, here) = (shell.to.clone(), shell.t("web-nav-goals"));
    let title = shell.t1("web-goals-kind", "year", at.year.to_string());
    let shell =
        shell.titled(title).here(here).years(&at.city.years(), |year| to.goals(year)).asked_for(at.asked);
    show(&GoalsPage { shell, view })
}

impl GoalsPage<'_> {
    fn headline(&self) -> String {
        let Some(view) = &self.view else { return self.shell.t("web-goals-none") };
        self.shell.told("web-goals-title", &[("count", view.rows.len().into())])
    }

    /// How many assessments are there, of how many.
    fn lead(&self) -> String {
        let Some(view) = &self.view else { return self.shell.t("web-goals-none-how") };
        let (given, asked) = view.matrix.total;
        let key = if given == 0 { "web-goals-lead-none" } else { "web-goals-lead" };
        self.shell.told(key, &[("given", Arg::from(given)), ("asked", asked.into())])
    }
}
