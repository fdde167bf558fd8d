//! A proposal beside its lines, with what decides it.

use super::super::reviews::document_called;
use crate::markup::Html;
use crate::shell::Shell;
use askama::Template;
use chrono::NaiveDate;
use uppsikt_app::ask::origin::Origin;
use uppsikt_app::document::difference::ProposalKind;
use uppsikt_app::review::Rejection;
use uppsikt_app::review::between::Against;
use uppsikt_app::review::rows::{Row, Value};
use uppsikt_app::review::view::Standing;
use uppsikt_domain::assessment::Status;
use uppsikt_domain::claim::Subject;
use uppsikt_text::format;

#[derive(Template)]
#[template(path = "part_review_row.html")]
struct RowPart<'a> {
    shell: &'a Shell,
    row: &'a Row,
    rejection: Option<&'a Rejection>,
    /// Whether it can be decided here.
    decide: bool,
}

/// A row that was rejected before, and by whom.
pub fn rejected_part(shell: &Shell, row: &Row, rejection: &Rejection) -> Html {
    let part = RowPart { shell, row, rejection: Some(rejection), decide: true };
    Html::trusted(part.render().unwrap_or_default())
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
            ProposalKind::Known => "web-review-what-known",
        })
    }

    fn subject(&self) -> String {
        self.shell.t(format!("web-review-subject-{}", self.row.what))
    }

    fn value(&self, value: &Value) -> String {
        if self.row.what == Subject::ReplyBy.code() {
            return value
                .words
                .parse()
                .map_or_else(|_| value.words.clone(), |day: NaiveDate| self.shell.day(day));
        }
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

    /// How another document stands to the proposal.
    fn beside(&self) -> String {
        self.shell.t(if self.is_known() { "web-review-also" } else { "web-review-against" })
    }

    /// Whether a change is contradicted as well.
    fn also_contradicted(&self) -> bool {
        self.row.kind != ProposalKind::Contradicted && self.row.is_contradicted()
    }

    fn is_known(&self) -> bool {
        self.row.kind == ProposalKind::Known
    }

    /// Where another document says otherwise.
    fn there(&self, against: &Against) -> String {
        self.shell.to.origin(&Origin { document: &against.slug, span: against.span, holds_from: None })
    }

    /// "1 200 tkr → 1 300 tkr"; nothing for words that are their own value.
    fn change(&self) -> Option<String> {
        let (was, is) = (self.row.was.as_ref(), self.row.is.as_ref());
        // A figure in text is its own name.
        let own = |value: &&Value| match value.figure {
            Some(_) => self.row.what != "figure",
            None => self.row.what == Subject::ReplyBy.code() || value.words != self.row.name,
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

    /// "Utgångsläge 84 000, målvärde 90 000 procent, år 2026": what an indicator was read to measure.
    fn measured(&self) -> Option<String> {
        let measured = self.row.measured.as_ref()?;
        let unit = measured.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
        let told = |key: &str, value: &Option<String>| {
            let value = format::printed(value.as_deref()?);
            Some(self.shell.t1(key, "value", format!("{value}{unit}")))
        };
        let values = [
            told("web-review-baseline", &measured.baseline),
            told("web-review-target", &measured.target),
            measured.due.as_ref().map(|due| self.shell.t1("web-review-due", "day", due.as_str())),
        ];
        Some(values.into_iter().flatten().collect::<Vec<_>>().join(", "))
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

    /// What it is about; nothing where the value says it all.
    fn name(&self) -> &str {
        if self.row.what == Subject::ReplyBy.code() { "" } else { &self.row.name }
    }

    /// What a button is about, for those who hear it alone.
    fn about(&self) -> String {
        let name: String = match self.name() {
            "" => self.subject(),
            name => name.chars().take(80).collect(),
        };
        if self.row.within.is_empty() { name } else { format!("{name}, {}", self.row.within) }
    }
}
