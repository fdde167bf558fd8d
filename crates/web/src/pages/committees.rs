//! The committees of a year.

use super::{InYear, show};
use crate::refusal::Refusal;
use crate::shell::{Shell, Tab};
use askama::Template;
use axum::response::Response;
use uppsikt_app::ask::committees::{self, CommitteesView};
use uppsikt_domain::assessment::Status;

#[derive(Template)]
#[template(path = "committees.html")]
struct CommitteesPage<'a> {
    shell: Shell,
    view: CommitteesView<'a>,
}

/// `/{m}/{year}/namnder`
pub async fn committees(at: InYear) -> Result<Response, Refusal> {
    let view = committees::committees(&at.city, at.year).ok_or(Refusal::NotFound)?;
    let shell = Shell::new(&at.visit, &at.city, Tab::Committees, at.year);
    let (here, title) = (shell.t("web-nav-committees"), shell.say(&view.title));
    let to = shell.to.clone();
    let shell = shell
        .titled(title)
        .here(here)
        .years(&at.city.years(), |year| to.committees(year))
        .asked_for(at.asked);
    show(&CommitteesPage { shell, view })
}
