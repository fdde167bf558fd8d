//! What the parts of a review are called and hold, in words.

use super::parts::{Body, Part};
use super::{ReviewPage, grouped};
use uppsikt_app::document::difference::ProposalKind;
use uppsikt_app::review::rows::Row;
use uppsikt_app::review::view::{CASE, GONE, Group};

impl ReviewPage {
    pub(super) fn heading_of(&self, part: &Part<'_>) -> String {
        let key = match part.body {
            Body::Lineage(_) => "web-review-lineage",
            Body::Before(_) => "web-review-before",
            Body::Known(_) => "web-review-known",
            Body::Other(_) => "web-review-other",
            Body::Group(group) if group.id == GONE => "web-review-gone",
            Body::Group(group) if group.id == CASE => "web-review-case",
            Body::Group(group) => match group.path.last() {
                Some(heading) => return heading.clone(),
                None => "web-review-no-section",
            },
        };
        self.shell.t(key)
    }

    /// Whether the heading of a part is the document's own.
    pub(super) fn is_own(&self, part: &Part<'_>) -> bool {
        matches!(part.body, Body::Group(group) if !group.path.is_empty())
    }

    /// The headings around a part, or what it is.
    pub(super) fn note_of(&self, part: &Part<'_>) -> String {
        match part.body {
            Body::Lineage(_) => self.shell.t("web-review-lineage-note"),
            Body::Before(_) => self.shell.t("web-review-before-note"),
            Body::Known(_) => self.shell.t("web-review-known-note"),
            Body::Other(_) => self.shell.t("web-review-other-note"),
            Body::Group(group) if group.id == GONE => self.version("web-review-gone-note"),
            Body::Group(group) if group.id == CASE => self.shell.t("web-review-case-note"),
            Body::Group(group) => {
                let outer = group.path.len().saturating_sub(1);
                group.path[..outer].join(" › ")
            }
        }
    }

    /// How many of a part's proposals are left; nothing for what is not decided.
    pub(super) fn left(&self, part: &Part<'_>) -> String {
        let (open, all) = (part.open(), part.len());
        match part.body {
            Body::Before(_) => String::new(),
            Body::Known(_) => self.counted("web-review-known-count", all),
            Body::Other(_) => self.counted("web-review-other-count", all),
            _ => {
                let key = if open == 0 { "web-review-section-done" } else { "web-review-section-left" };
                let args =
                    [("open", grouped(open).into()), ("all", all.into()), ("many", grouped(all).into())];
                self.shell.told(key, &args)
            }
        }
    }

    /// "18 ändrade, 104 nya, 2 motsagda": what a part's proposals are.
    pub(super) fn kinds(&self, part: &Part<'_>) -> String {
        let counted = |key: &str, count: usize| self.counted(key, count);
        match part.body {
            Body::Lineage(rows) => counted("web-review-count-names", rows.len()),
            Body::Before(rows) => counted("web-review-count-before", rows.len()),
            Body::Known(rows) => counted("web-review-known-count", rows.len()),
            Body::Other(lines) => counted("web-review-other-count", lines.len()),
            Body::Group(group) => self.kinds_in(group),
        }
    }

    fn kinds_in(&self, group: &Group) -> String {
        let count = |is: &dyn Fn(&Row) -> bool| group.rows.iter().filter(|row| is(row)).count();
        let of_kind = |kind| count(&|row| row.kind == kind);
        let kinds = [
            ("web-review-count-different", of_kind(ProposalKind::Different)),
            ("web-review-count-new", of_kind(ProposalKind::New)),
            ("web-review-count-gone", of_kind(ProposalKind::Gone)),
            ("web-review-count-contradicted", count(&Row::is_contradicted)),
        ];
        let told = kinds.into_iter().filter(|(_, count)| *count > 0);
        let told: Vec<String> = told.map(|(key, count)| self.counted(key, count)).collect();
        told.join(", ")
    }
}
