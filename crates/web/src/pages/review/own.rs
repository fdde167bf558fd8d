//! The rows of a part of a review, and the page of a part that has one of its own.

use super::parts::{Body, LARGEST, Part, contradicted as contradicted_in};
use super::{LineageRow, ReviewPage, Standing, grouped, row};
use crate::markup::Html;
use crate::pages::show;
use crate::refusal::Refusal;
use askama::Template;
use axum::response::Response;
use std::ops::Range;
use uppsikt_app::review::text::OtherLine;

#[derive(Template)]
#[template(path = "review_part.html")]
struct PartPage<'a> {
    shell: &'a crate::shell::Shell,
    review: &'a ReviewPage,
    part: Part<'a>,
    /// The page, from 1.
    page: usize,
    /// The part after it that has a page of its own.
    next: Option<Part<'a>>,
}

/// A page of a part that has pages of its own.
pub fn show_part(page: ReviewPage, id: &str, asked: usize, name: String) -> Result<Response, Refusal> {
    let number = page.view.entry.number;
    let (heading, to) = {
        let part = page.parts().into_iter().find(|part| part.id == id).ok_or(Refusal::NotFound)?;
        (page.heading_of(&part), page.shell.to.review(number))
    };
    let title = format!("{heading}, {}", page.shell.title);
    let shell = page.shell.titled(title).crumb(name, Some(to)).here(heading);
    let page = ReviewPage { shell, ..page };
    let parts = page.parts();
    let at = parts.iter().position(|part| part.id == id).ok_or(Refusal::NotFound)?;
    let next = parts[at + 1..].iter().find(|part| part.apart).copied();
    let part = parts[at];
    show(&PartPage { shell: &page.shell, review: &page, part, page: asked.clamp(1, part.pages()), next })
}

#[derive(Template)]
#[template(path = "part_review_lineage.html")]
struct LineagePart<'a> {
    shell: &'a crate::shell::Shell,
    review: &'a ReviewPage,
    rows: &'a [LineageRow],
}

#[derive(Template)]
#[template(path = "part_review_other.html")]
struct OtherPart<'a> {
    shell: &'a crate::shell::Shell,
    lines: &'a [OtherLine],
}

/// Some rows of a part.
pub fn rows(page: &ReviewPage, part: &Part<'_>, range: Range<usize>) -> Html {
    let shell = &page.shell;
    let listed = |rows: Vec<Html>| {
        let rows: String = rows.into_iter().map(|row| row.to_string()).collect();
        Html::trusted(format!("<ul class=\"up-proposals\">{rows}</ul>"))
    };
    match part.body {
        Body::Lineage(rows) => {
            let part = LineagePart { shell, review: page, rows: &rows[range] };
            Html::trusted(part.render().unwrap_or_default())
        }
        Body::Group(group) => {
            listed(group.rows[range].iter().map(|it| row::row_part(shell, it, true)).collect())
        }
        Body::Before(rows) => {
            let rows = rows[range].iter();
            listed(rows.map(|(it, rejection)| row::rejected_part(shell, it, rejection)).collect())
        }
        Body::Known(rows) => listed(rows[range].iter().map(|it| row::row_part(shell, it, false)).collect()),
        Body::Other(lines) => {
            let part = OtherPart { shell, lines: &lines[range] };
            Html::trusted(part.render().unwrap_or_default())
        }
    }
}

/// The first of what is contradicted in parts that have pages of their own.
pub fn contradicted(page: &ReviewPage) -> Option<Html> {
    let rows = contradicted_in(&page.parts());
    let shown = rows.iter().take(LARGEST).map(|it| row::row_part(&page.shell, it, true).to_string());
    let shown: String = shown.collect();
    (!shown.is_empty()).then(|| Html::trusted(format!("<ul class=\"up-proposals\">{shown}</ul>")))
}

impl PartPage<'_> {
    /// Where the page itself is, for what is decided on it.
    fn here(&self) -> String {
        self.at(&self.page)
    }

    fn at(&self, page: &usize) -> String {
        self.shell.to.review_part(self.review.view.entry.number, self.part.id, *page)
    }

    fn rows(&self) -> Html {
        rows(self.review, &self.part, self.part.rows_of(self.page))
    }

    /// "Förslag 51–100 av 120."
    fn shown(&self) -> String {
        let (rows, all) = (self.part.rows_of(self.page), self.part.len());
        let lines = matches!(self.part.body, Body::Other(_));
        if self.part.pages() == 1 {
            let key = if lines { "web-review-other-count" } else { "web-review-shown-all" };
            return format!("{}.", self.review.counted(key, all));
        }
        let key = if lines { "web-review-shown-lines" } else { "web-review-shown" };
        let args = [
            ("from", grouped(rows.start + 1).into()),
            ("to", grouped(rows.end).into()),
            ("all", grouped(all).into()),
        ];
        self.shell.told(key, &args)
    }

    fn left(&self) -> String {
        self.review.counted("web-review-open-in-part", self.part.open())
    }

    fn page_of(&self) -> String {
        let args = [("page", self.page.into()), ("pages", self.part.pages().into())];
        self.shell.told("web-review-page-of", &args)
    }

    fn before(&self) -> Option<usize> {
        (self.page > 1).then(|| self.page - 1)
    }

    fn after(&self) -> Option<usize> {
        (self.page < self.part.pages()).then(|| self.page + 1)
    }

    /// Back to the index, where the part stands in it.
    fn to_index(&self) -> String {
        format!("{}#{}", self.shell.to.review(self.review.view.entry.number), self.part.id)
    }

    fn next_called(&self, next: &Part<'_>) -> String {
        self.shell.t1("web-review-next-part", "section", self.review.heading_of(next))
    }
}
