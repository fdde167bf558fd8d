//! All assignments of a year.

use super::{InYear, show};
use crate::refusal::Refusal;
use crate::shell::{Shell, Tab};
use askama::Template;
use axum::response::Response;
use uppsikt_app::ask::assignments::{self, AssignmentRow, AssignmentState, AssignmentsView};
use uppsikt_domain::assignment::ReportBackHow;
use uppsikt_domain::municipality::Body;

#[derive(Template)]
#[template(path = "assignments.html")]
struct AssignmentsPage<'a> {
    shell: Shell,
    view: AssignmentsView<'a>,
}

/// `/{m}/{year}/uppdrag?namnd=`
pub async fn assignments(at: InYear) -> Result<Response, Refusal> {
    let body = at.visit.asked("namnd");
    let view = assignments::assignments(&at.city, at.year, body).ok_or(Refusal::NotFound)?;
    let shell = Shell::new(&at.visit, &at.city, Tab::Assignments, at.year);
    let (to, here) = (shell.to.clone(), shell.t("web-nav-assignments"));
    let title = shell.t1("web-assignments-kind", "year", at.year.to_string());
    let shell = shell
        .titled(title)
        .here(here)
        .years(&at.city.years(), |year| to.assignments(year))
        .asked_for(at.asked);
    show(&AssignmentsPage { shell, view })
}

/// How an assignment stands, in few words: "3 mån över".
pub fn state_in_short(shell: &Shell, state: &AssignmentState<'_>) -> String {
    let (key, months) = match state {
        AssignmentState::Done(Some(day), _) => {
            return shell.t1("web-assignments-done-on", "day", shell.day_short(*day));
        }
        AssignmentState::Done(None, _) => ("web-assignments-done", 0),
        AssignmentState::Answered(_) => ("web-assignments-answered", 0),
        AssignmentState::Overdue(months) => ("web-assignments-overdue", *months),
        AssignmentState::Open(months) => ("web-assignments-left", *months),
        AssignmentState::NoDay => ("web-assignments-no-day", 0),
    };
    shell.t1(key, "months", i64::from(months))
}

impl AssignmentsPage<'_> {
    fn state(&self, state: &AssignmentState<'_>) -> String {
        state_in_short(&self.shell, state)
    }

    fn is_asked(&self, body: &Body) -> bool {
        self.view.body.is_some_and(|asked| asked.slug == body.slug)
    }

    /// The last day, of what is not done.
    fn due(&self, row: &AssignmentRow<'_>) -> Option<chrono::NaiveDate> {
        row.due.filter(|_| !matches!(row.state, AssignmentState::Done(..)))
    }

    fn is_overdue(&self, state: &AssignmentState<'_>) -> bool {
        matches!(state, AssignmentState::Overdue(_))
    }

    /// How and when it is reported back, in words.
    fn back(&self, row: &AssignmentRow<'_>) -> String {
        let back = &row.assignment.report_back;
        let key = match back.how {
            ReportBackHow::SeparateCase => "web-committee-back-case",
            ReportBackHow::InterimReport => "web-committee-back-interim",
            ReportBackHow::AnnualAnalysis => "web-committee-back-annual",
            ReportBackHow::NotStated => "web-committee-back-missing",
        };
        let said = self.shell.t(key);
        back.year.map_or_else(|| said.clone(), |year| format!("{said} {year}"))
    }

    fn headline(&self) -> String {
        let key = if self.view.total == 0 { "web-assignments-none" } else { "web-assignments-title" };
        self.shell.told(key, &[("open", self.view.open.into())])
    }

    fn lead(&self) -> String {
        let key = if self.view.total == 0 { "web-assignments-none-how" } else { "web-assignments-lead" };
        let args = [("overdue", self.view.overdue.into()), ("total", self.view.total.into())];
        self.shell.told(key, &args)
    }
}
