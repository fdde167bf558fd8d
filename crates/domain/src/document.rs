//! A document: its source, its head and its tree.

use crate::claim::Subject;
use crate::place::{Place, Span, TextAt};
use crate::quantity::{Hedge, Quantity};
use crate::section::Section;
use crate::suppression::Suppression;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What kind of document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Nämndsbudget
    CommitteeBudget,
    /// Delårsrapport
    InterimReport,
    /// Årsanalys
    AnnualAnalysis,
    /// Kommunfullmäktiges budget
    CouncilBudget,
    /// Kommunens delårsrapport
    CityInterimReport,
    /// Årsredovisning
    AnnualReport,
    /// Ärende
    Case,
    /// Nothing was recognised.
    #[default]
    Unknown,
}

impl DocumentKind {
    /// The word in machine-readable output.
    pub fn code(self) -> &'static str {
        match self {
            DocumentKind::CommitteeBudget => "committee_budget",
            DocumentKind::InterimReport => "interim_report",
            DocumentKind::AnnualAnalysis => "annual_analysis",
            DocumentKind::CouncilBudget => "council_budget",
            DocumentKind::CityInterimReport => "city_interim_report",
            DocumentKind::AnnualReport => "annual_report",
            DocumentKind::Case => "case",
            DocumentKind::Unknown => "unknown",
        }
    }

    /// From the word in machine-readable output.
    pub fn from_code(code: &str) -> Option<Self> {
        [
            DocumentKind::CommitteeBudget,
            DocumentKind::InterimReport,
            DocumentKind::AnnualAnalysis,
            DocumentKind::CouncilBudget,
            DocumentKind::CityInterimReport,
            DocumentKind::AnnualReport,
            DocumentKind::Case,
            DocumentKind::Unknown,
        ]
        .into_iter()
        .find(|kind| kind.code() == code)
    }

    /// Whether the document reports on a year rather than planning one.
    pub fn is_report(self) -> bool {
        matches!(
            self,
            DocumentKind::InterimReport
                | DocumentKind::AnnualAnalysis
                | DocumentKind::CityInterimReport
                | DocumentKind::AnnualReport
        )
    }
}

/// Where a document comes from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Source {
    /// The file's name, without folders.
    pub file: String,
    /// "text/plain", "text/markdown", "application/pdf" …
    pub media_type: String,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// Number of pages, for formats that have pages of their own.
    pub pages: Option<u32>,
    /// Pages, from 1, on which nothing is printed that could be text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub empty_pages: Vec<u32>,
}

/// What took a line of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineRole {
    /// Nothing but space.
    #[default]
    Blank,
    /// A running head or a page number: evidence, not text.
    RunningHead,
    /// Title page.
    Title,
    /// A line of the table of contents.
    Contents,
    /// A heading.
    Heading,
    /// Running text or a list item.
    Text,
    /// A part of a table.
    Table,
    /// A link to Agenda 2030.
    Agenda,
    /// Markup without words (a rule, a fence).
    Markup,
    /// Nobody took it.
    Unread,
}

/// A line of the source.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct SourceLine {
    /// The line as printed, without its line break.
    pub text: String,
    /// The page that it stands on, where it is known.
    pub page: Option<u32>,
    /// The number that places outside the program tell, where it is another than the line's
    /// own: for PDF the line on its page, for DOCX and HTML the block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// What took it.
    pub role: LineRole,
    /// The pattern or rule that took it, for `read --explain`. Empty for blank lines.
    #[serde(default)]
    pub by: String,
}

/// An entry in the table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ContentsEntry {
    /// The entry, lines joined, without leaders and page number.
    pub text: TextAt,
    /// The printed page number.
    pub page: Option<u32>,
}

/// A figure in running text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ProseFigure {
    /// As printed, with its unit ("519,6 Mkr").
    pub text: String,
    /// What it is; of a range, where that begins.
    pub quantity: Quantity,
    /// Where a range ends ("5–7 mkr").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Quantity>,
    /// The words around it that say what it is about.
    pub about: String,
    /// How sure the text is.
    pub hedge: Hedge,
    /// Where it stands.
    pub span: Span,
}

/// What a reference points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceTo {
    /// A council goal.
    Goal,
    /// A plan or programme.
    Plan,
    /// A section of the same document.
    Section,
    /// A case.
    Case,
    /// An assignment.
    Assignment,
    /// Another document.
    Document,
}

/// A reference in running text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reference {
    /// As printed.
    pub text: String,
    /// What it points to.
    pub to: ReferenceTo,
    /// Where it stands.
    pub span: Span,
}

/// A line or stretch that nobody took.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Unread {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub at: Place,
    /// Why, as a message key.
    pub why: String,
}

/// The head of a case. Its text is in the document's sections.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct CaseHead {
    /// With hyphens: "STK-2023-137".
    pub number: String,
    /// The title.
    pub title: String,
    /// What is proposed to be decided, point by point.
    #[serde(default)]
    pub proposed_decisions: Vec<String>,
    /// Whom the decision is sent to.
    #[serde(default)]
    pub recipients: Vec<String>,
    /// The bodies that are asked to answer a referral.
    #[serde(default)]
    pub consultees: Vec<String>,
    /// The last day to answer.
    #[serde(default)]
    pub reply_by: Option<NaiveDate>,
    /// What they are asked.
    #[serde(default)]
    pub questions: Vec<String>,
    /// Numbers of other cases that it names, with hyphens.
    #[serde(default)]
    pub related_cases: Vec<String>,
    /// The proposed decisions that end an assignment.
    #[serde(default)]
    pub closed_assignments: Vec<String>,
    /// The meetings that it is to go to, as printed: body and day.
    #[serde(default)]
    pub planned_meetings: Vec<String>,
    /// Where what is asked stands, in the order of the lists above.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<CasePart>,
}

/// A part of a case where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CasePart {
    /// What it is: a proposed decision, a recipient …
    pub subject: Subject,
    /// As in the head of the case; a day as "2031-04-30".
    pub text: String,
    /// Its words where they stand.
    pub printed: TextAt,
}

/// A document as read or edited: every line of its source lies in a section, a table,
/// the contents, or in `unread`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Document {
    /// Where it comes from.
    pub source: Source,
    /// What it is.
    pub kind: DocumentKind,
    /// The body that answers for it.
    pub body: Option<TextAt>,
    /// The year that it is about.
    pub year: Option<i32>,
    /// Whether no title tells kind and year, and both are guessed by what stands in the text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub guessed: bool,
    /// The title as printed ("Nämndsbudget 2026").
    pub title: Option<TextAt>,
    /// The table of contents.
    #[serde(default)]
    pub contents: Vec<ContentsEntry>,
    /// The tree.
    pub sections: Vec<Section>,
    /// The head of a case, for cases.
    #[serde(default)]
    pub case: Option<CaseHead>,
    /// Figures in running text, in document order.
    #[serde(default)]
    pub figures: Vec<ProseFigure>,
    /// References in running text, in document order.
    #[serde(default)]
    pub references: Vec<Reference>,
    /// What nobody took.
    #[serde(default)]
    pub unread: Vec<Unread>,
    /// Comments that ask rules to be silent, in document order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suppressions: Vec<Suppression>,
    /// The source, line by line; line 1 is first. Stored once, beside the tree.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<SourceLine>,
}

impl Document {
    /// The source line with a one-based number.
    pub fn line(&self, number: u32) -> Option<&SourceLine> {
        self.lines.get(usize::try_from(number).ok()?.checked_sub(1)?)
    }

    /// A span as it is told to people and programs: lines numbered as in the file itself.
    pub fn shown(&self, span: Span) -> Span {
        let shown = |number: u32| self.line(number).and_then(|line| line.number).unwrap_or(number);
        Span { at: Place { line: shown(span.at.line), ..span.at }, end_line: shown(span.end_line), ..span }
    }

    /// The printed lines of a span, joined by single spaces.
    pub fn printed(&self, span: &Span) -> String {
        let lines = (span.at.line..=span.end_line).filter_map(|number| self.line(number));
        lines.map(|line| line.text.trim()).collect::<Vec<_>>().join(" ")
    }
}
