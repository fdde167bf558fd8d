//! The municipality at a glance.

use super::{InYear, show};
use crate::markup::{Html, Linked, sentence};
use crate::refusal::Refusal;
use crate::shell::{Shell, Tab};
use askama::Template;
use axum::response::Response;
use uppsikt_app::ask::assignments::AssignmentState;
use uppsikt_app::ask::glance::{self, Day, GlanceView};
use uppsikt_domain::assessment::Status;
use uppsikt_messages::{Arg, Message};
use uppsikt_text::format;
use uppsikt_writing::charts::{Chart, Medium};

#[derive(Template)]
#[template(path = "glance.html")]
struct GlancePage<'a> {
    shell: Shell,
    view: GlanceView<'a>,
    chart: Option<Chart>,
}

/// `/{m}/{year}`
pub async fn glance(at: InYear) -> Result<Response, Refusal> {
    let view = glance::glance(&at.city, at.year);
    let shell = Shell::new(&at.visit, &at.city, Tab::Glance, at.year);
    let to = shell.to.clone();
    let title = shell.t1("web-glance-kind", "year", at.year.to_string());
    let shell = shell.titled(title).years(&at.city.years(), |year| to.glance(year)).asked_for(at.asked);
    let chart = view.money.chart(shell.lang);
    show(&GlancePage { shell, view, chart })
}

impl GlancePage<'_> {
    /// The conclusion, as a headline.
    fn headline(&self) -> String {
        let Some(goals) = &self.view.goals else { return self.shell.t("web-glance-title-no-goals") };
        let stated = goals.counts[..3].iter().any(|count| *count > 0);
        let key = if stated { "web-glance-title" } else { "web-glance-title-unjudged" };
        let args = [
            ("on", Arg::from(goals.counts[0])),
            ("goals", goals.rows.len().into()),
            ("word", self.shell.word(Status::OnTrack).into()),
        ];
        self.shell.told(key, &args)
    }

    /// What the other goals are, and what the money does.
    fn lead(&self) -> Vec<Html> {
        self.goals_lead().into_iter().chain(self.money_lead()).collect()
    }

    fn goals_lead(&self) -> Option<Html> {
        let goals = self.view.goals.as_ref()?;
        let others = Status::ALL.iter().zip(goals.counts).skip(1).filter(|(_, count)| *count > 0);
        let stated = goals.counts[..3].iter().any(|count| *count > 0);
        let mut parts: Vec<Html> = others.map(|(status, count)| self.part(*status, count)).collect();
        if !stated || parts.is_empty() {
            return None;
        }
        let last = parts.pop()?;
        let before: Vec<String> = parts.iter().map(Html::to_string).collect();
        let and = self.shell.t("web-and");
        let told =
            if before.is_empty() { last.to_string() } else { format!("{} {and} {last}", before.join(", ")) };
        Some(Html::trusted(format!("{}.", raised_in_markup(&told))))
    }

    /// "fem är delvis på väg", the number a link to the list.
    fn part(&self, status: Status, count: usize) -> Html {
        let message =
            Message::new("web-glance-part").with("count", count).with("word", self.shell.word(status));
        let text = self.shell.told("web-word", &[("count", count.into())]);
        sentence(self.shell.lang, &message, &[Linked { name: "number", text, href: "#mal".to_owned() }])
    }

    fn money_lead(&self) -> Option<Html> {
        let money = &self.view.money;
        if money.rows.is_empty() {
            return None;
        }
        let to_money = |name, tkr: i64| Linked { name, text: mkr(tkr), href: "#pengar".to_owned() };
        let key = match money.deviations_tkr {
            None => "web-glance-money-frames",
            Some(tkr) if tkr < 0 => "web-glance-money-over",
            Some(tkr) if tkr > 0 => "web-glance-money-under",
            Some(_) => "web-glance-money-even",
        };
        let mut linked = vec![to_money("frames", money.frames_tkr)];
        linked.extend(money.deviations_tkr.map(|tkr| to_money("sum", tkr.abs())));
        Some(sentence(self.shell.lang, &Message::new(key), &linked))
    }

    /// What it is counted from.
    fn counted_from(&self) -> String {
        let (assessed, committees) =
            self.view.goals.as_ref().map_or((0, 0), |it| (it.assessed, it.assessing));
        let key = if assessed == 0 { "web-glance-by-nothing" } else { "web-glance-by" };
        let day = self.shell.seen_from.as_str();
        let args =
            [("day", Arg::from(day)), ("assessed", assessed.into()), ("committees", committees.into())];
        self.shell.told(key, &args)
    }

    /// How it was a year ago.
    fn year_before(&self) -> String {
        self.view.before.as_ref().map_or_else(String::new, |(year, on, goals)| {
            let word = self.shell.word(Status::OnTrack);
            let year = year.to_string();
            let args = [
                ("year", Arg::from(year)),
                ("on", (*on).into()),
                ("goals", (*goals).into()),
                ("word", word.into()),
            ];
            self.shell.told("web-glance-before", &args)
        })
    }

    fn drawn(&self, chart: &Chart) -> String {
        chart.svg(Medium::Page)
    }

    /// Thousands of kronor as millions with a sign.
    fn percent(&self, hundredths: &i64) -> String {
        super::percent(*hundredths)
    }

    /// How an assignment stands: "3 mån över".
    fn state(&self, state: &AssignmentState<'_>) -> String {
        super::assignments::state_in_short(&self.shell, state)
    }
}

fn mkr(tkr: i64) -> String {
    let whole = tkr.abs() >= 1_000_000;
    // Frames of thousands of millions are told without decimals.
    if whole {
        format::grouped((tkr + if tkr < 0 { -500 } else { 500 }) / 1_000)
    } else {
        format::tkr_as_mkr(tkr)
    }
}

/// Raises the first letter outside the tags.
fn raised_in_markup(markup: &str) -> String {
    let Some(rest) = markup.strip_prefix('<') else { return format::capitalised(markup) };
    match rest.split_once('>') {
        Some((tag, words)) => format!("<{tag}>{}", format::capitalised(words)),
        None => markup.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_of_a_link_is_raised() {
        assert_eq!(raised_in_markup("<a href=\"#x\">fem</a> är"), "<a href=\"#x\">Fem</a> är");
        assert_eq!(raised_in_markup("fem är"), "Fem är");
    }

    #[test]
    fn millions_have_a_decimal_and_thousands_of_millions_none() {
        assert_eq!(mkr(46_402), "46,4");
        assert_eq!(mkr(4_241_800), "4\u{a0}242");
    }
}
