//! How every address is written. Stable words, never row ids.

use std::borrow::Borrow;
use uppsikt_app::ask::origin::Origin;
use uppsikt_app::ask::source::lines_of;
use uppsikt_domain::place::Span;
use uppsikt_domain::registry::StoredDocument;

/// A municipality's address, from which all its pages are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addresses {
    slug: String,
}

impl Addresses {
    /// Addresses of a municipality by its stable word.
    pub fn of(slug: &str) -> Self {
        Addresses { slug: slug.to_owned() }
    }

    /// The municipality, which leads to its latest year.
    pub fn home(&self) -> String {
        format!("/{}", self.slug)
    }

    /// The municipality at a glance.
    pub fn glance(&self, year: impl Borrow<i32>) -> String {
        self.in_year(*year.borrow(), "")
    }

    /// All goals.
    pub fn goals(&self, year: impl Borrow<i32>) -> String {
        self.in_year(*year.borrow(), "mal")
    }

    /// A goal.
    pub fn goal(&self, year: impl Borrow<i32>, goal: &str) -> String {
        format!("{}/{goal}", self.goals(year))
    }

    /// All committees.
    pub fn committees(&self, year: impl Borrow<i32>) -> String {
        self.in_year(*year.borrow(), "namnder")
    }

    /// A committee.
    pub fn committee(&self, year: impl Borrow<i32>, body: &str) -> String {
        format!("{}/{body}", self.committees(year))
    }

    /// The money of all committees.
    pub fn economy(&self, year: impl Borrow<i32>) -> String {
        self.in_year(*year.borrow(), "ekonomi")
    }

    /// All assignments.
    pub fn assignments(&self, year: impl Borrow<i32>) -> String {
        self.in_year(*year.borrow(), "uppdrag")
    }

    /// All documents.
    pub fn documents(&self, year: impl Borrow<i32>) -> String {
        self.in_year(*year.borrow(), "dokument")
    }

    /// All findings of a year.
    pub fn findings_of_year(&self, year: impl Borrow<i32>) -> String {
        self.in_year(*year.borrow(), "anmarkningar")
    }

    /// A document as read.
    pub fn document(&self, document: &str) -> String {
        format!("/{}/dokument/{document}", self.slug)
    }

    /// A document printed.
    pub fn pdf(&self, document: &str) -> String {
        format!("{}.pdf", self.document(document))
    }

    /// A document's source, line by line.
    pub fn source(&self, document: &str) -> String {
        format!("{}/kalla", self.document(document))
    }

    /// A document's findings beside its text.
    pub fn findings(&self, document: &str) -> String {
        format!("{}/anmarkningar", self.document(document))
    }

    /// Where a document's findings are judged and assigned.
    pub fn judge(&self, document: &str) -> String {
        self.findings(document)
    }

    /// Two versions of a document side by side.
    pub fn versions(&self, document: &str) -> String {
        format!("{}/jamfor", self.document(document))
    }

    /// All reviews of imports, and where a document is read in.
    pub fn reviews(&self) -> String {
        format!("/{}/inlasning", self.slug)
    }

    /// A review.
    pub fn review(&self, number: impl Borrow<u32>) -> String {
        format!("{}/{}", self.reviews(), number.borrow())
    }

    /// A page of a part of a review, from 1.
    pub fn review_part(&self, number: impl Borrow<u32>, part: &str, page: usize) -> String {
        let page = if page > 1 { format!("&sida={page}") } else { String::new() };
        format!("{}?avsnitt={part}{page}", self.review(number))
    }

    /// Where a review is finished.
    pub fn review_finish(&self, number: impl Borrow<u32>) -> String {
        format!("{}/avsluta", self.review(number))
    }

    /// Where a review is thrown away.
    pub fn review_discard(&self, number: impl Borrow<u32>) -> String {
        format!("{}/kasta", self.review(number))
    }

    /// Where the file of a review is read again.
    pub fn review_again(&self, number: impl Borrow<u32>) -> String {
        format!("{}/las-om", self.review(number))
    }

    /// What may continue as what among documents that are stored.
    pub fn lineage(&self) -> String {
        format!("{}/slaktskap", self.reviews())
    }

    /// The house style: what was left over, and what was said of it.
    pub fn style(&self) -> String {
        format!("{}/husstil", self.reviews())
    }

    /// The house style as a file.
    pub fn style_file(&self) -> String {
        format!("{}.toml", self.style())
    }

    /// Where documents are read again in the house style as it is.
    pub fn style_again(&self) -> String {
        format!("{}/las-om", self.style())
    }

    /// All rules.
    pub fn rules(&self) -> String {
        format!("/{}/regler", self.slug)
    }

    /// A rule.
    pub fn rule(&self, rule: &str) -> String {
        format!("{}/{rule}", self.rules())
    }

    /// How accessible the site is.
    pub fn accessibility(&self) -> String {
        format!("/{}/om/tillganglighet", self.slug)
    }

    /// How assessments are read.
    pub fn how_to_read(&self) -> String {
        format!("/{}/om/bedomningar", self.slug)
    }

    /// The lines that something shown is printed on.
    pub fn origin(&self, origin: &Origin<'_>) -> String {
        let (from, to) = lines_of(&origin.span);
        format!("{}?fran={from}&till={to}#rad-{from}", self.source(origin.document))
    }

    /// As [`Addresses::origin`], for a stretch of a document.
    pub fn origin_of(&self, stored: &StoredDocument, span: Span) -> String {
        self.origin(&Origin::of(stored, span))
    }

    /// A page of a year; where no document tells of any (year 0), what there is to do.
    fn in_year(&self, year: i32, word: &str) -> String {
        match (year, word) {
            (0, _) => self.home(),
            (_, "") => format!("/{}/{year}", self.slug),
            _ => format!("/{}/{year}/{word}", self.slug),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uppsikt_domain::place::Place;

    #[test]
    fn an_origin_names_its_lines_and_jumps_to_the_first() {
        let span = Span { at: Place::on_line(41), end_line: 43, end_column: 7 };
        let address =
            Addresses::of("almkoping").origin(&Origin { document: "kfn-2026", span, holds_from: None });
        assert_eq!(address, "/almkoping/dokument/kfn-2026/kalla?fran=41&till=43#rad-41");
    }

    #[test]
    fn years_stand_in_the_path() {
        assert_eq!(Addresses::of("almkoping").goal(2026, "fritid"), "/almkoping/2026/mal/fritid");
    }
}
