//! A committee's year: plan, money, assignments, assessments.

use super::{InYear, show};
use crate::refusal::Refusal;
use crate::shell::{Shell, Tab};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uppsikt_app::ask::committee::{self, AreaLineage, CommitteeView, StatementView, StepOrigin};
use uppsikt_app::ask::table::TableView;
use uppsikt_domain::assessment::{Horizon, Status};
use uppsikt_domain::assignment::ReportBackHow;
use uppsikt_domain::document::DocumentKind;
use uppsikt_messages::Arg;
use uppsikt_text::format;
use uppsikt_writing::charts::{Chart, Medium};

#[derive(Template)]
#[template(path = "committee.html")]
struct CommitteePage<'a> {
    shell: Shell,
    view: CommitteeView<'a>,
    chart: Option<Chart>,
}

/// `/{m}/{year}/namnder/{body}`
pub async fn committee(
    Path((_, _, body)): Path<(String, String, String)>,
    at: InYear,
) -> Result<Response, Refusal> {
    let view = committee::committee(&at.city, &body, at.year).ok_or(Refusal::NotFound)?;
    let shell = Shell::new(&at.visit, &at.city, Tab::Committees, at.year);
    let (to, list) = (shell.to.clone(), shell.t("web-nav-committees"));
    let name = &view.body.name;
    let mut shell = shell
        .titled(format!("{name} {}", view.year))
        .crumb(list, Some(to.committees(at.year)))
        .here(name.as_str())
        .years(&at.city.years(), |year| to.committee(year, &body))
        .asked_for(at.asked);
    if let Some(stored) = view.report.or(view.plan) {
        shell = shell.printed(to.pdf(&stored.slug));
    }
    let chart = view.money.bridge.as_ref().map(|bridge| bridge.chart(shell.lang));
    show(&CommitteePage { shell, view, chart })
}

impl CommitteePage<'_> {
    /// The other tables of the economy: an id, the key of the head, the tables.
    fn tables(&self) -> [(&'static str, &'static str, &[TableView<'_>]); 4] {
        let money = &self.view.money;
        [
            ("omr", "web-committee-areas", &money.areas),
            ("inv", "web-committee-investments", &money.investments),
            ("fin", "web-committee-split", &money.splits),
            ("netto", "web-committee-net-costs", &money.net_cost),
        ]
    }

    /// How budget areas continue, below their tables.
    fn continuing(&self, id: &str) -> &[AreaLineage<'_>] {
        if id == "omr" { &self.view.areas } else { &[] }
    }

    /// "Badhus heter Vattenliv från 2031."
    fn area(&self, row: &AreaLineage<'_>) -> String {
        let args =
            [("was", row.was.into()), ("is", row.is.into()), ("year", row.edge.year.to_string().into())];
        self.shell.told(&format!("web-committee-area-{}", row.edge.relation.code()), &args)
    }

    /// Why, and who says so: "Samma belopp för 2030 (Kontroll)."
    fn reason(&self, row: &AreaLineage<'_>) -> String {
        format!("{} ({}).", format::capitalised(&row.edge.reason), row.edge.said_by)
    }

    /// Both horizons with the keys of their words, the period first.
    fn horizons(&self) -> [(Horizon, &'static str); 2] {
        [(Horizon::Period, "web-committee-period"), (Horizon::Term, "web-committee-term")]
    }

    /// "Tre på väg, två delvis på väg".
    fn assessed(&self) -> String {
        format::capitalised(&self.shell.counted(&self.view.statuses))
    }

    /// The note beside the head of a section.
    fn note(&self, key: &str) -> String {
        self.shell.t(format!("{key}-note"))
    }

    /// The bridge, drawn.
    fn drawn(&self, chart: &Chart) -> String {
        chart.svg(Medium::Page)
    }

    /// "Fem mål riktade hit", for the thread.
    fn goals_in_words(&self) -> String {
        let count = self.view.goal_count();
        let number = format::capitalised(&self.shell.number(count));
        self.shell
            .told("web-committee-thread-goals", &[("count", Arg::from(count)), ("number", number.into())])
    }

    /// What the committee contributes to and how it goes.
    fn contributes(&self) -> String {
        let count = self.view.goal_count();
        let args = [("count", Arg::from(count)), ("number", self.shell.number(count).into())];
        let said = self.shell.told("web-committee-contributes", &args);
        if !self.view.is_assessed() {
            return format!("{said}.");
        }
        format!("{said}: {}.", self.shell.counted(&self.view.statuses))
    }

    /// The statement's caption and the note under it.
    fn statement_note(&self, statement: &StatementView<'_>) -> String {
        let key = if statement.is_report { "web-committee-statement-signs" } else { "web-committee-signs" };
        let limit = self.view.money.limit_tkr.filter(|_| statement.is_report);
        let strong = limit.map(|tkr| self.shell.t1("web-committee-strong", "limit", format::grouped(tkr)));
        [Some(self.shell.t(key)), strong].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// A share of a thousand as "65,5".
    fn tenths(&self, permille: &i64) -> String {
        format!("{},{}", permille / 10, permille % 10)
    }

    /// A share of a thousand as a place along a drawing.
    fn along(&self, permille: &i64) -> String {
        let inside = (*permille).clamp(0, 1_000);
        format!("{}.{}%", inside / 10, inside % 10)
    }

    /// A place in hundredths of a per cent.
    fn place(&self, share: &i64) -> String {
        format!("{}.{:02}%", share / 100, share % 100)
    }

    /// How an assignment is reported back.
    fn report_back(&self, how: &ReportBackHow, year: &Option<i32>) -> String {
        let key = match how {
            ReportBackHow::SeparateCase => "web-committee-back-case",
            ReportBackHow::InterimReport => "web-committee-back-interim",
            ReportBackHow::AnnualAnalysis => "web-committee-back-annual",
            ReportBackHow::NotStated => "web-committee-back-missing",
        };
        let year = year.map(|year| format!(" {year}")).unwrap_or_default();
        format!("{}{year}", self.shell.t(key))
    }

    /// Whether the latest report is for the period only.
    fn report_is_interim(&self) -> bool {
        self.view.report.is_some_and(|stored| stored.document.kind == DocumentKind::InterimReport)
    }
}
