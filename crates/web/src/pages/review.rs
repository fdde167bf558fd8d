//! A review: what a document proposes, beside the lines that it stands on.

use super::reviews::{around, called, document_called};
use super::{InReview, show};
use crate::markup::Html;
use crate::refusal::Refusal;
use crate::shell::Shell;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uppsikt_app::ask::origin::Origin;
use uppsikt_app::document::difference::ProposalKind;
use uppsikt_app::review::between::Against;
use uppsikt_app::review::lineage::LineageRow;
use uppsikt_app::review::rows::{Row, Value};
use uppsikt_app::review::view::{GONE, Group, LINEAGE, ReviewView, Standing, review_view};
use uppsikt_app::review::{Rejection, ReviewState};
use uppsikt_domain::assessment::Status;
use uppsikt_messages::{Arg, Message};
use uppsikt_text::format;

#[derive(Template)]
#[template(path = "review.html")]
struct ReviewPage {
    shell: Shell,
    view: ReviewView,
    /// Why the last decision came to nothing.
    refused: Option<String>,
}

/// `/{m}/inlasning/{number}`
pub async fn review(path: Path<(String, String)>, at: InReview) -> Result<Response, Refusal> {
    page(number(&path)?, &at, None).await
}

/// The number of the review that an address asks for.
pub fn number(Path((_, number)): &Path<(String, String)>) -> Result<u32, Refusal> {
    number.parse().map_err(|_| Refusal::NotFound)
}

/// The page of a review; `refused`: why the last decision came to nothing.
pub async fn page(number: u32, at: &InReview, refused: Option<Message>) -> Result<Response, Refusal> {
    let InReview { at, editing } = at;
    let found = editing.app.store().reviewing(at.city.data.municipality.id, number).await;
    let found = found.map_err(|error| Refusal::failed(&error))?.ok_or(Refusal::NotFound)?;
    let view = review_view(&found, found.review.document.as_ref(), &at.city);
    let shell = around(at);
    let (list, to_list) = (shell.t("web-review-title"), shell.to.reviews());
    let name = shell.t1("web-review-kind", "number", number.to_string());
    let title = format!("{name}: {}", called(&shell, &view.entry));
    let shell = shell.titled(title).crumb(list, Some(to_list)).here(name);
    let refused = refused.map(|message| shell.say(&message));
    show(&ReviewPage { shell, view, refused })
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
                let words = self.shell.number_first(&counts.open);
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
        let args = [
            ("same", view.same.into()),
            ("accepted", view.counts.accepted.into()),
            ("rejected", view.counts.rejected.into()),
            ("before", view.before.len().into()),
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

    /// A section's own heading.
    fn section(&self, group: &Group) -> String {
        if group.id == GONE {
            return self.shell.t("web-review-gone");
        }
        group.path.last().cloned().unwrap_or_else(|| self.shell.t("web-review-no-section"))
    }

    /// The headings around a section.
    fn within(&self, group: &Group) -> String {
        if group.id == GONE {
            return self.version("web-review-gone-note");
        }
        let outer = group.path.len().saturating_sub(1);
        group.path[..outer].join(" › ")
    }

    fn is_gone(&self, group: &Group) -> bool {
        group.id == GONE
    }

    fn open_in(&self, group: &Group) -> usize {
        group.rows.iter().filter(|row| row.standing == Standing::Open).count()
    }

    fn left(&self, group: &Group) -> String {
        let (open, all) = (self.open_in(group), group.rows.len());
        let key = if open == 0 { "web-review-section-done" } else { "web-review-section-left" };
        self.shell.told(key, &[("open", open.into()), ("all", all.into())])
    }

    fn lineage_id(&self) -> &'static str {
        LINEAGE
    }

    fn row(&self, row: &Row) -> Html {
        row_part(&self.shell, row, true)
    }

    fn before(&self, row: &Row, rejection: &Rejection) -> Html {
        let part = RowPart { shell: &self.shell, row, rejection: Some(rejection), decide: true };
        Html::trusted(part.render().unwrap_or_default())
    }

    fn relation(&self, row: &LineageRow) -> String {
        self.shell.t(format!("web-review-relation-{}", row.relation.code()))
    }

    fn lasting(&self, row: &LineageRow) -> String {
        let key = match row.kind.code() {
            "body" => "web-review-lineage-body".to_owned(),
            code => format!("web-review-subject-{code}"),
        };
        self.shell.t(key)
    }

    /// Why the two may be one.
    fn reasons(&self, row: &LineageRow) -> String {
        let reasons: Vec<String> =
            row.likeness.reasons().iter().map(|reason| self.shell.say(reason)).collect();
        reasons.join(", ")
    }
}

#[derive(Template)]
#[template(path = "part_review_row.html")]
struct RowPart<'a> {
    shell: &'a Shell,
    row: &'a Row,
    rejection: Option<&'a Rejection>,
    /// Whether it can be decided here.
    decide: bool,
}

/// A row beside its lines; `decide`: with the buttons that decide it.
pub fn row_part(shell: &Shell, row: &Row, decide: bool) -> Html {
    let part = RowPart { shell, row, rejection: None, decide };
    Html::trusted(part.render().unwrap_or_default())
}

impl RowPart<'_> {
    fn kind(&self) -> String {
        self.shell.t(match self.row.kind {
            ProposalKind::New => "web-review-what-new",
            ProposalKind::Different => "web-review-what-different",
            ProposalKind::Contradicted => "web-review-what-contradicted",
            ProposalKind::Gone => "web-review-what-gone",
        })
    }

    fn subject(&self) -> String {
        self.shell.t(format!("web-review-subject-{}", self.row.what))
    }

    fn value(&self, value: &Value) -> String {
        match &value.figure {
            Some(figure) => format::quantity(figure),
            None => Status::ALL
                .into_iter()
                .find(|status| status.code() == value.words)
                .map_or_else(|| value.words.clone(), |status| self.shell.word(status).to_owned()),
        }
    }

    /// What the proposal stands in, without marks of emphasis.
    fn within(&self) -> String {
        self.row.within.replace("**", "")
    }

    /// "Nämndsbudget 2025, Kultur- och fritidsnämnden, sida 4, rad 12".
    fn other(&self, against: &Against) -> String {
        let name = document_called(self.shell, against.kind, &against.body, against.year);
        let Some(line) = against.lines.first() else { return name };
        let place = [
            line.page.map(|page| self.shell.t1("web-page", "page", page.to_string())),
            Some(self.shell.t1("web-line", "line", line.number.to_string())),
        ];
        let place: Vec<String> = place.into_iter().flatten().collect();
        format!("{name}, {}", place.join(", "))
    }

    /// Where another document says otherwise.
    fn there(&self, against: &Against) -> String {
        self.shell.to.origin(&Origin { document: &against.slug, span: against.span })
    }

    /// "1 200 tkr → 1 300 tkr"; nothing for words that are their own value.
    fn change(&self) -> Option<String> {
        let (was, is) = (self.row.was.as_ref(), self.row.is.as_ref());
        // A figure in text is its own name.
        let own = |value: &&Value| match value.figure {
            Some(_) => self.row.what != "figure",
            None => value.words != self.row.name,
        };
        match (was.map(|it| self.value(it)), is.map(|it| self.value(it))) {
            (Some(was), Some(is)) if was != is => {
                Some(self.shell.told("web-review-was-is", &[("was", was.into()), ("is", is.into())]))
            }
            (Some(was), None) => {
                self.row.was.as_ref().filter(own)?;
                Some(self.shell.t1("web-review-was", "was", was))
            }
            (_, Some(is)) => self.row.is.as_ref().filter(own).map(|_| is),
            (None, None) => None,
        }
    }

    fn standing(&self) -> Option<String> {
        match self.row.standing {
            Standing::Accepted => Some(self.shell.t("web-review-standing-accepted")),
            Standing::Rejected => Some(self.shell.t("web-review-standing-rejected")),
            Standing::Open | Standing::RejectedBefore => None,
        }
    }

    fn rejected_by(&self, rejection: &Rejection) -> String {
        let day = self.shell.day(rejection.rejected_at.date_naive());
        self.shell
            .told("web-review-before-who", &[("who", rejection.who.as_str().into()), ("day", day.into())])
    }

    /// What a button is about, for those who hear it alone.
    fn about(&self) -> String {
        let name: String = self.row.name.chars().take(80).collect();
        if self.row.within.is_empty() { name } else { format!("{name}, {}", self.row.within) }
    }
}
