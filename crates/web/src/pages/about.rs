//! How accessible the site is, and how assessments are read.

use super::{InCity, show};
use crate::refusal::Refusal;
use crate::shell::{Shell, Tab};
use askama::Template;
use axum::response::Response;
use uppsikt_domain::assessment::Status;
use uppsikt_findings::Severity;

#[derive(Template)]
#[template(path = "accessibility.html")]
struct AccessibilityPage {
    shell: Shell,
}

#[derive(Template)]
#[template(path = "how_to_read.html")]
struct HowToReadPage {
    shell: Shell,
    /// The municipality's own words for each status.
    words: Vec<(Status, Vec<String>)>,
}

fn around(at: &InCity, title: &str) -> Shell {
    let year = at.city.years().last().copied().unwrap_or_default();
    let shell = Shell::new(&at.visit, &at.city, Tab::Nowhere, year);
    let here = shell.t(title);
    shell.titled(here.as_str()).here(here)
}

/// `/{m}/om/tillganglighet`
pub async fn accessibility(at: InCity) -> Result<Response, Refusal> {
    let shell = around(&at, "web-about-accessibility");
    show(&AccessibilityPage { shell })
}

/// `/{m}/om/bedomningar`
pub async fn how_to_read(at: InCity) -> Result<Response, Refusal> {
    let shell = around(&at, "web-about-read");
    let scale = &at.city.structure.scale;
    let of = |status: Status| scale.iter().filter(move |it| it.status == status).map(|it| it.word.clone());
    let words = Status::ALL.map(|status| (status, of(status).collect())).into();
    show(&HowToReadPage { shell, words })
}

impl AccessibilityPage {
    fn text(&self, key: &str) -> String {
        self.shell.t(format!("{key}-text"))
    }
}

impl HowToReadPage {
    /// What a status or a severity means, by its code word.
    fn means(&self, code: &str) -> String {
        self.shell.t(format!("web-about-r-{}", code.replace('_', "-")))
    }

    fn own(&self, words: &[String]) -> String {
        self.shell.t1("web-about-r-words", "words", words.join(", "))
    }
}
