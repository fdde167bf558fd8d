//! A goal: every committee's contribution side by side.

use super::{InYear, show};
use crate::markup::{Html, Linked, sentence};
use crate::refusal::Refusal;
use crate::shell::{Shell, Tab};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uppsikt_app::ask::goal::{
    self, GoalView, HistoryCell, HistoryColumn, LineageRow, Series, Stretch, compared,
};
use uppsikt_domain::assessment::Status;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::indicator::Indicator;
use uppsikt_messages::{Arg, Message};
use uppsikt_text::format;
use uppsikt_writing::charts::{Chart, Medium};

#[derive(Template)]
#[template(path = "goal.html")]
struct GoalPage<'a> {
    shell: Shell,
    view: GoalView<'a>,
    chart: Option<Chart>,
}

/// `/{m}/{year}/mal/{goal}`
pub async fn goal(
    Path((_, _, slug)): Path<(String, String, String)>,
    at: InYear,
) -> Result<Response, Refusal> {
    let year = goal::nearest_year(&at.city, &slug, at.year).ok_or(Refusal::NotFound)?;
    let view = goal::goal(&at.city, &slug, year).ok_or(Refusal::NotFound)?;
    let shell = Shell::new(&at.visit, &at.city, Tab::Goals, year);
    let (to, list) = (shell.to.clone(), shell.t("web-nav-goals"));
    let name = &view.goal.name;
    let shell = shell
        .titled(name)
        .crumb(list, Some(to.goals(year)))
        .here(name)
        .years(&goal::years_of(&at.city, &slug), |year| to.goal(year, &slug))
        .asked_for(at.asked);
    let chart = view.main_series().map(|series| series.chart("indikator", shell.lang));
    show(&GoalPage { shell, view, chart })
}

impl<'a> GoalPage<'a> {
    /// What the committees have said, in a sentence.
    fn committees_say(&self) -> String {
        let told = self.listed_statuses();
        let count = self.view.contributions.len();
        let assessed = self.view.counts[..3].iter().any(|count| *count > 0);
        let key = if assessed { "web-goal-lead-committees" } else { "web-goal-lead-unassessed" };
        self.shell.told(key, &[("count", count.into()), ("list", told.into())])
    }

    /// "två på väg och två delvis på väg".
    fn listed_statuses(&self) -> String {
        let found = Status::ALL.iter().zip(self.view.counts).filter(|(_, count)| *count > 0);
        let told = found.map(|(status, count)| {
            let args = [("count", Arg::from(count)), ("word", self.shell.word(status).into())];
            self.shell.told("web-goal-lead-count", &args)
        });
        self.shell.listed(&told.collect::<Vec<_>>())
    }

    /// What an indicator aims at, where its words do not say so already.
    fn target_of(&self, indicator: &Indicator) -> Option<String> {
        let target = self.shell.decimal(indicator.target.as_deref()?);
        (!indicator.text.contains(&target)).then_some(target)
    }

    /// "Delår 2026", for the head of a column.
    fn short_report(&self, column: &HistoryColumn) -> String {
        match column.kind {
            DocumentKind::InterimReport => {
                self.shell.t1("web-goal-column-interim", "year", column.year.to_string())
            }
            _ => self.report(column),
        }
    }

    /// Where the main indicator stands, its figures leading home.
    fn indicator_says(&self) -> Option<Html> {
        let series = self.view.main_series()?;
        let (last, (target, target_at)) = (series.comparable().last()?, series.target.as_ref()?);
        let message = Message::new("web-goal-lead-indicator").with("label", series.label);
        let linked = |name, value, origin| Linked {
            name,
            text: format::figure(value),
            href: self.shell.to.origin(origin),
        };
        let linked = [linked("value", last.value, &last.origin), linked("target", target, target_at)];
        Some(sentence(self.shell.lang, &message, &linked))
    }

    fn drawn(&self, chart: &Chart) -> String {
        chart.svg(Medium::Page)
    }

    fn spark(&self, series: &Series<'_>, index: &usize) -> String {
        series.spark(&format!("linje-{index}"), self.shell.lang).svg(Medium::Page)
    }

    /// The years that some indicator has a value for.
    fn series_years(&self) -> Vec<i32> {
        let mut years: Vec<i32> =
            self.view.series.iter().flat_map(|it| it.points.iter().map(|it| it.year)).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// "Delårsrapport 2026".
    fn report(&self, column: &HistoryColumn) -> String {
        let key = format!("web-kind-{}", column.kind.code().replace('_', "-"));
        format!("{} {}", self.shell.t(key), column.year)
    }

    /// An edge of lineage, the goal at its other end a link.
    fn lineage(&self, row: &LineageRow<'_>) -> Html {
        let message = Message::new(row.key()).with("year", row.edge.year.to_string());
        let year = if row.from { row.edge.year - 1 } else { row.edge.year };
        let href = row.other.map(|other| self.shell.to.goal(year, &other.slug)).unwrap_or_default();
        let text = row.other.map(|other| other.name.clone()).unwrap_or_default();
        sentence(self.shell.lang, &message, &[Linked { name: "goal", text, href }])
    }

    fn differs(&self, old: &str, new: &str) -> Vec<Stretch> {
        compared(old, new)
    }

    /// "2023–2024".
    fn years_of(&self, from: &i32, to: &i32) -> String {
        if from == to { from.to_string() } else { format!("{from}–{to}") }
    }

    /// The year from which the wording was another than before, the latest.
    fn reworded(&self) -> Option<i32> {
        self.view.rewordings().last().map(|(year, _, _)| *year)
    }

    fn contributes(&self) -> String {
        self.shell.told("web-goal-thread-contributions", &[("count", self.view.contributions.len().into())])
    }

    fn latest_report(&self) -> Option<&HistoryColumn> {
        self.view.history.columns.last()
    }

    fn directed_note(&self) -> String {
        self.shell.told("web-goal-contributions-note", &[("count", Arg::from(self.view.contributions.len()))])
    }
}
