//! The money of all committees in a year.

use super::{InYear, show};
use crate::refusal::Refusal;
use crate::shell::{Shell, Tab};
use askama::Template;
use axum::response::Response;
use uppsikt_app::ask::economy::{self, EconomyOrder, EconomyView};
use uppsikt_messages::Arg;
use uppsikt_text::format;

#[derive(Template)]
#[template(path = "economy.html")]
struct EconomyPage<'a> {
    shell: Shell,
    view: Option<EconomyView<'a>>,
    year: i32,
}

/// `/{m}/{year}/ekonomi?rad=&ordning=`
pub async fn economy(at: InYear) -> Result<Response, Refusal> {
    let order = at.visit.asked("ordning").map(EconomyOrder::from_code).unwrap_or_default();
    let view = economy::economy(&at.city, at.year, at.visit.asked("rad"), order);
    let shell = Shell::new(&at.visit, &at.city, Tab::Economy, at.year);
    let (to, here) = (shell.to.clone(), shell.t("web-nav-economy"));
    let title = shell.t1("web-economy-kind", "year", at.year.to_string());
    let shell =
        shell.titled(title).here(here).years(&at.city.years(), |year| to.economy(year)).asked_for(at.asked);
    show(&EconomyPage { shell, view, year: at.year })
}

impl EconomyPage<'_> {
    fn headline(&self) -> String {
        let Some(view) = &self.view else { return self.shell.t("web-economy-none") };
        let below = view.total.deviation < 0;
        let key = match (view.has_reports, view.line.is_some()) {
            (_, true) => "web-economy-title-line",
            (false, false) if view.total.frame.is_none() => "web-economy-title-budgets",
            (false, false) => "web-economy-title-frames",
            (true, false) if below && view.outcomes.1 => "web-economy-title-over-outcome",
            (true, false) if below => "web-economy-title-over",
            (true, false) if view.outcomes.1 => "web-economy-title-held-outcome",
            (true, false) => "web-economy-title-held",
        };
        let label = view.line.map_or("", |line| line.label.as_str());
        let count = view.rows.iter().filter(|row| row.deviation.is_some_and(|it| it.tkr < 0)).count();
        let args = [
            ("count", Arg::from(count)),
            ("line", label.into()),
            ("frames", mkr(view.total.frame.unwrap_or_default()).into()),
        ];
        self.shell.told(key, &args)
    }

    fn lead(&self) -> String {
        let Some(view) = &self.view else { return self.shell.t("web-economy-none-how") };
        let key = match (view.has_reports, view.line.is_some()) {
            (false, _) => "web-economy-lead-frames",
            (true, false) if view.total.frame.is_none() => "web-economy-lead-budgets",
            (true, false) if view.outcomes.1 => "web-economy-lead-outcome",
            (true, false) => "web-economy-lead",
            (true, true) => "web-economy-lead-line",
        };
        let sum = format::tkr_as_mkr(view.total.deviation);
        let sum = if view.total.deviation > 0 { format!("+{sum}") } else { sum };
        let args = [
            ("sum", Arg::from(sum)),
            ("frames", mkr(view.total.frame.unwrap_or_default()).into()),
            ("count", view.rows.len().into()),
        ];
        self.shell.told(key, &args)
    }

    /// A sum, or that there is none.
    fn summed(&self, tkr: &Option<i64>) -> String {
        tkr.map_or_else(|| self.shell.nothing().to_string(), |tkr| self.shell.grouped(&tkr).to_string())
    }

    fn caption(&self, view: &EconomyView<'_>) -> String {
        match view.line {
            Some(line) => self.shell.t1("web-economy-caption-line", "line", line.label.as_str()),
            None => self.shell.t("web-economy-caption"),
        }
    }

    /// The page sorted otherwise, on the same line.
    fn sorted(&self, view: &EconomyView<'_>, order: EconomyOrder) -> String {
        let line = view.line.map_or_else(String::new, |line| format!("&rad={}", line.key));
        format!("{}?ordning={}{line}#namnder", self.shell.to.economy(self.year), order.code())
    }

    /// Of the order that rows are in, what `aria-sort` says.
    fn is_sorted(&self, view: &EconomyView<'_>, order: EconomyOrder) -> &'static str {
        match order {
            _ if order != view.order => "none",
            EconomyOrder::Frame => "descending",
            _ => "ascending",
        }
    }

    fn line_address(&self, key: &str) -> String {
        format!("{}?rad={key}#namnder", self.shell.to.economy(self.year))
    }

    fn percent(&self, hundredths: &i64) -> String {
        super::percent(*hundredths)
    }
}

/// Millions without decimals.
fn mkr(tkr: i64) -> String {
    format::grouped((tkr + if tkr < 0 { -500 } else { 500 }) / 1_000)
}
