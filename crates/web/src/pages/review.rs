//! A review: what a document proposes, beside the lines that it stands on.

mod own;
mod parts;
mod row;
mod words;

pub use row::row_part;

use super::reviews::{around, called};
use super::{InReview, show};
use crate::markup::Html;
use crate::refusal::Refusal;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use parts::{Body, LARGEST, Part, is_long, parts};
use uppsikt_app::review::ReviewState;
use uppsikt_app::review::lineage::LineageRow;
use uppsikt_app::review::view::{GONE, ReviewView, Standing, review_view};
use uppsikt_messages::{Arg, Message};
use uppsikt_text::format;

/// Which part of a review is asked for, and which page of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The id of the part; `None`: the review as a whole.
    pub part: Option<String>,
    /// The page, from 1.
    pub page: usize,
}

impl Asked {
    /// What the query of an address asks for: `avsnitt` and `sida`.
    pub fn of(fields: &[(String, String)]) -> Asked {
        let field = |name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, value)| value);
        let plain = |id: &&String| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        Asked {
            part: field("avsnitt").filter(plain).cloned(),
            page: field("sida").and_then(|page| page.parse().ok()).unwrap_or(1),
        }
    }
}

/// The fields of a query.
pub type Fields = Query<Vec<(String, String)>>;

#[derive(Template)]
#[template(path = "review.html")]
struct ReviewPage {
    shell: Shell,
    view: ReviewView,
    /// Why the last decision came to nothing.
    refused: Option<String>,
}

/// `/{m}/inlasning/{number}`; `?avsnitt=…&sida=…`: a part of it.
pub async fn review(
    path: Path<(String, String)>,
    Query(fields): Fields,
    at: InReview,
) -> Result<Response, Refusal> {
    page(number(&path)?, &at, &Asked::of(&fields), None).await
}

/// The number of the review that an address asks for.
pub fn number(Path((_, number)): &Path<(String, String)>) -> Result<u32, Refusal> {
    number.parse().map_err(|_| Refusal::NotFound)
}

/// The page of a review, or of the part that is asked for; `refused`: why the last decision
/// came to nothing.
pub async fn page(
    number: u32,
    at: &InReview,
    asked: &Asked,
    refused: Option<Message>,
) -> Result<Response, Refusal> {
    let InReview { at, editing } = at;
    let found = editing.app.store().reviewing(at.city.data.municipality.id, number).await;
    let found = found.map_err(|error| Refusal::failed(&error))?.ok_or(Refusal::NotFound)?;
    let view = review_view(&found, found.review.document.as_ref(), &at.city);
    let shell = around(at);
    let (list, to_list) = (shell.t("web-review-title"), shell.to.reviews());
    let name = shell.t1("web-review-kind", "number", number.to_string());
    let title = format!("{name}: {}", called(&shell, &view.entry));
    let shell = shell.titled(title).crumb(list, Some(to_list));
    let refused = refused.map(|message| shell.say(&message));
    let page = ReviewPage { shell, view, refused };
    // A part that is not there any more has been decided or compared anew: the whole is shown.
    match asked.part.as_deref().filter(|part| page.has(part)) {
        Some(part) => own::show_part(page, part, asked.page, name),
        None => show(&ReviewPage { shell: page.shell.here(name), ..page }),
    }
}

impl ReviewPage {
    fn is_open(&self) -> bool {
        self.view.entry.state == ReviewState::Open
    }

    fn heading(&self) -> String {
        let counts = self.view.counts;
        match self.view.entry.state {
            ReviewState::Finished => self.shell.t("web-review-heading-finished"),
            ReviewState::Discarded => self.shell.t("web-review-heading-discarded"),
            ReviewState::Open if counts.open > 0 => {
                let words = match counts.open {
                    many @ 1_000.. => grouped(many),
                    few => self.shell.number_first(&few),
                };
                let args = [("count", Arg::from(counts.open)), ("words", words.into())];
                self.shell.told("web-review-heading-open", &args)
            }
            ReviewState::Open if counts.accepted + counts.rejected > 0 => {
                self.shell.t("web-review-heading-decided")
            }
            ReviewState::Open => self.shell.t("web-review-heading-same"),
        }
    }

    fn called(&self) -> String {
        called(&self.shell, &self.view.entry)
    }

    /// What the document was compared with, and how it came out.
    fn lead(&self) -> String {
        let entry = &self.view.entry;
        let (accepted, rejected) = (i64::from(entry.accepted), i64::from(entry.rejected));
        match entry.state {
            ReviewState::Finished => self.shell.told(
                "web-review-finished-says",
                &[
                    ("version", i64::from(entry.version.unwrap_or_default()).into()),
                    ("accepted", accepted.into()),
                    ("rejected", rejected.into()),
                ],
            ),
            ReviewState::Discarded => self.shell.t("web-review-discarded-says"),
            ReviewState::Open => {
                let key =
                    if self.view.latest == 0 { "web-review-compared-new" } else { "web-review-compared" };
                let version = i64::from(self.view.latest);
                let args = [("file", entry.file.as_str().into()), ("version", version.into())];
                self.shell.told(key, &args)
            }
        }
    }

    fn tally(&self) -> String {
        let view = &self.view;
        let counts = view.counts;
        let args = [
            ("same", view.same.into()),
            ("accepted", counts.accepted.into()),
            ("rejected", counts.rejected.into()),
            ("before", view.before.len().into()),
            ("same_many", grouped(view.same).into()),
            ("accepted_many", grouped(counts.accepted).into()),
            ("rejected_many", grouped(counts.rejected).into()),
            ("before_many", grouped(view.before.len()).into()),
            ("known", view.known.len().into()),
            ("known_many", grouped(view.known.len()).into()),
        ];
        self.shell.told("web-review-tally", &args).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// That most of what holds is not in the document: it may be another's, or a part.
    fn loses(&self) -> Option<String> {
        const FEWEST: usize = 10;
        let groups = self.view.groups.iter();
        let gone: usize = groups.filter(|group| group.id == GONE).map(|group| group.rows.len()).sum();
        let rows = self.view.groups.iter().flat_map(|group| &group.rows);
        let changed = rows.filter(|row| row.was.is_some() && row.is.is_some()).count();
        let held = self.view.same + gone + changed;
        let args =
            [("gone", gone.into()), ("held", held.into()), ("file", self.view.entry.file.as_str().into())];
        (gone >= FEWEST && gone * 2 > held).then(|| self.shell.told("web-review-loses", &args))
    }

    /// A message with a count, which is also there as it is written.
    fn counted(&self, key: &str, count: usize) -> String {
        self.shell.told(key, &[("count", count.into()), ("many", grouped(count).into())])
    }

    fn accept_all(&self) -> String {
        self.counted("web-review-accept-all", self.at_once())
    }

    /// How many are left that may be accepted together.
    fn at_once(&self) -> usize {
        self.view.counts.open - self.view.counts.alone
    }

    /// That a likeness is so weak that it is decided by itself.
    fn alone(&self, row: &LineageRow) -> Option<String> {
        let open = row.standing == Standing::Open;
        (open && !row.likeness.is_sound()).then(|| self.shell.t("web-review-alone"))
    }

    /// What is lost when the review is thrown away.
    fn discards(&self) -> String {
        let counts = self.view.counts;
        self.shell.count("web-review-discard-sure", counts.accepted + counts.rejected)
    }

    fn version(&self, key: &str) -> String {
        self.shell.t1(key, "version", i64::from(self.view.latest))
    }

    fn decided(&self) -> bool {
        self.view.counts.accepted + self.view.counts.rejected > 0
    }

    fn parts(&self) -> Vec<Part<'_>> {
        parts(&self.view)
    }

    fn has(&self, id: &str) -> bool {
        self.parts().iter().any(|part| part.id == id && part.apart)
    }

    /// Whether there is so much that the page is an index.
    fn is_long(&self) -> bool {
        is_long(&self.parts())
    }

    fn index_note(&self) -> String {
        self.shell.t1("web-review-index-note", "most", LARGEST)
    }

    /// Whether several of a section are left, to be decided at once.
    fn decided_at_once(&self, part: &Part<'_>) -> bool {
        matches!(part.body, Body::Group(_)) && part.open() > 1
    }

    /// "alla 120 avgjorda"; a dash for what is not decided.
    fn done(&self, part: &Part<'_>) -> String {
        let decided = matches!(part.body, Body::Group(_) | Body::Lineage(_));
        if decided { self.left(part) } else { "–".to_owned() }
    }

    /// Where a part is: on a page of its own, or below.
    fn to_part(&self, part: &Part<'_>) -> String {
        if part.apart {
            self.shell.to.review_part(self.view.entry.number, part.id, 1)
        } else {
            format!("#{}", part.id)
        }
    }

    /// What is contradicted in parts that have pages of their own.
    fn contradicted(&self) -> Option<Html> {
        own::contradicted(self)
    }

    /// All rows of a part.
    fn whole(&self, part: &Part<'_>) -> Html {
        own::rows(self, part, 0..part.len())
    }

    fn relation(&self, row: &LineageRow) -> String {
        self.shell.say(&row.related())
    }

    fn lasting(&self, row: &LineageRow) -> String {
        self.shell.say(&row.lasting())
    }

    /// Why the two may be one.
    fn reasons(&self, row: &LineageRow) -> String {
        let reasons: Vec<String> =
            row.likeness.reasons().iter().map(|reason| self.shell.say(reason)).collect();
        reasons.join(", ")
    }
}

/// A count as it is written: "3 000".
fn grouped(count: usize) -> String {
    format::grouped(i64::try_from(count).unwrap_or(i64::MAX))
}
