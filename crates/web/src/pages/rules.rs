//! The rules, and one rule's page.

use super::{InCity, show};
use crate::inline;
use crate::markup::Html;
use crate::refusal::Refusal;
use crate::shell::{Shell, Tab};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uppsikt_app::ask::rules::Limit;
use uppsikt_app::ask::rules::{self, FamilyRules, RuleView};
use uppsikt_findings::{About, Severity};

#[derive(Template)]
#[template(path = "rules.html")]
struct RulesPage {
    shell: Shell,
    families: Vec<FamilyRules>,
    count: usize,
}

#[derive(Template)]
#[template(path = "rule.html")]
struct RulePage<'a> {
    shell: Shell,
    view: RuleView<'a>,
    title: &'static str,
    rests_on: String,
    body: Html,
}

fn around(at: &InCity) -> Shell {
    let year = at.city.years().last().copied().unwrap_or_default();
    Shell::new(&at.visit, &at.city, Tab::Findings, year)
}

/// `/{m}/regler`
pub async fn rules(at: InCity) -> Result<Response, Refusal> {
    let families = rules::rules(&at.city);
    let shell = around(&at);
    let here = shell.t("web-rules-head");
    let shell = shell.titled(here.as_str()).here(here);
    show(&RulesPage { shell, families, count: rules::count() })
}

/// `/{m}/regler/{rule}`
pub async fn rule(Path((_, rule)): Path<(String, String)>, at: InCity) -> Result<Response, Refusal> {
    let view = rules::rule(&at.city, &rule).ok_or(Refusal::NotFound)?;
    let shell = around(&at);
    let (list, href) = (shell.t("web-rules-head"), shell.to.rules());
    let title = view.about.title(shell.lang);
    let body = inline::page(view.about.page(shell.lang));
    let shell = shell.titled(title).crumb(list, Some(href)).here(view.about.code);
    let rests_on = shell.t1("web-rules-rests-on", "what", view.about.rests_on);
    show(&RulePage { shell, title, rests_on, view, body })
}

impl RulePage<'_> {
    /// How grave the municipality wants the rule.
    fn made(&self, severity: &Severity) -> String {
        self.shell.t1("web-rules-made", "severity", self.shell.severity_name(severity))
    }

    /// "ord, 20–200".
    fn within(&self, limit: &Limit) -> String {
        format!("{}, {}–{}", self.shell.t(limit.counts.key()), limit.within.0, limit.within.1)
    }
}

impl RulesPage {
    fn title(&self) -> String {
        let args = [("count", self.count.into()), ("number", self.shell.number_first(&self.count).into())];
        self.shell.told("web-rules-title", &args)
    }

    fn rule_title(&self, about: &About) -> &'static str {
        about.title(self.shell.lang)
    }

    fn summary(&self, about: &About) -> Html {
        inline::paragraph(&about.summary(self.shell.lang))
    }
}
