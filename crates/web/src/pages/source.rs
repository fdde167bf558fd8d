//! A document's source, line by line.

use super::document::{around, heading, title};
use super::{InCity, show};
use crate::refusal::Refusal;
use crate::shell::Shell;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uppsikt_app::ask::source::{self, SourceView};
use uppsikt_domain::document::LineRole;

#[derive(Template)]
#[template(path = "source.html")]
struct SourcePage<'a> {
    shell: Shell,
    heading: String,
    view: SourceView<'a>,
    /// The words of the roles, in the order of their first use.
    roles: Vec<(LineRole, String)>,
}

/// `/{m}/dokument/{doc}/kalla`, with `?rad=41` or `?fran=41&till=43`
pub async fn source(Path((_, slug)): Path<(String, String)>, at: InCity) -> Result<Response, Refusal> {
    let number = |name| at.visit.asked(name).and_then(|value| value.parse::<u32>().ok());
    let from = number("fran").or_else(|| number("rad"));
    let asked = from.map(|from| (from, number("till").unwrap_or(from)));
    let view = source::source(&at.city, &slug, asked).ok_or(Refusal::NotFound)?;
    let shell = around(&at, view.stored);
    let (document, here) = (title(&shell, &at.city, view.stored), shell.t("web-document-source"));
    let href = shell.to.document(&slug);
    let shell = shell.titled(format!("{here}: {document}")).crumb(document.as_str(), Some(href)).here(here);
    let roles = roles(&shell, &view);
    let heading = heading(&shell, view.stored);
    show(&SourcePage { shell, heading, view, roles })
}

fn roles(shell: &Shell, view: &SourceView<'_>) -> Vec<(LineRole, String)> {
    let mut roles: Vec<(LineRole, String)> = Vec::new();
    for row in &view.rows {
        if roles.iter().all(|(known, _)| *known != row.role) {
            roles.push((row.role, shell.t(role_key(row.role))));
        }
    }
    roles
}

fn role_key(role: LineRole) -> &'static str {
    match role {
        LineRole::Blank => "web-source-blank",
        LineRole::RunningHead => "web-source-running-head",
        LineRole::Title => "web-source-title-page",
        LineRole::Contents => "web-source-contents",
        LineRole::Heading => "web-source-heading",
        LineRole::Text => "web-source-text",
        LineRole::Table => "web-source-table",
        LineRole::Agenda => "web-source-agenda",
        LineRole::Markup => "web-source-markup",
        LineRole::Unread => "web-source-unread",
    }
}

impl SourcePage<'_> {
    fn lead(&self) -> String {
        let args = [("count", self.view.rows.len().into()), ("unread", self.view.unread.len().into())];
        self.shell.told("web-source-lead", &args)
    }

    fn marked_one(&self, line: &u32) -> String {
        self.shell.t1("web-source-marked-one", "line", line.to_string())
    }

    fn marked(&self, from: &u32, to: &u32) -> String {
        let args = [("from", from.to_string().into()), ("to", to.to_string().into())];
        self.shell.told("web-source-marked", &args)
    }

    fn page(&self, page: &u32) -> String {
        self.shell.raise(&self.shell.t1("web-page", "page", page.to_string()))
    }

    /// The word of a role. Nothing for running text, which most lines are, and for empty lines.
    fn role(&self, role: &LineRole) -> &str {
        if matches!(role, LineRole::Text | LineRole::Blank) {
            return "";
        }
        self.roles.iter().find(|(known, _)| known == role).map_or("", |(_, word)| word)
    }

    /// The class of a line.
    fn class(&self, role: &LineRole) -> &'static str {
        match role {
            LineRole::Heading | LineRole::Title => "h",
            LineRole::Table => "tab",
            LineRole::RunningHead | LineRole::Contents | LineRole::Markup => "dim",
            LineRole::Unread => "unread",
            _ => "",
        }
    }
}
