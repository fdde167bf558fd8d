//! A finding: something that the checker points out.

use std::cmp::Ordering;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_messages::Message;

/// What a rule looks after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Figures that cannot stand together.
    Arithmetic,
    /// The appropriation, limits and the ledger.
    Frame,
    /// Goals of the council.
    Goal,
    /// Links to Agenda 2030.
    Agenda,
    /// Indicators.
    Indicator,
    /// Assessments of contributions.
    Assessment,
    /// Assignments.
    Assignment,
    /// Order and headings.
    Structure,
    /// The table of contents.
    Contents,
    /// References to goals, plans and sections.
    Reference,
    /// What a template left behind.
    Placeholder,
    /// Units, years, names, copied text.
    Consistency,
    /// Between documents and years.
    Continuity,
    /// Deviations without reason or action.
    Deviation,
    /// What the law asks for.
    Law,
    /// How easily a text is read.
    PlainLanguage,
    /// How accessible a text is.
    Accessibility,
}

impl Family {
    /// The word in machine-readable output.
    pub fn code(self) -> &'static str {
        use Family::*;
        match self {
            Arithmetic => "arithmetic",
            Frame => "frame",
            Goal => "goal",
            Agenda => "agenda",
            Indicator => "indicator",
            Assessment => "assessment",
            Assignment => "assignment",
            Structure => "structure",
            Contents => "contents",
            Reference => "reference",
            Placeholder => "placeholder",
            Consistency => "consistency",
            Continuity => "continuity",
            Deviation => "deviation",
            Law => "law",
            PlainLanguage => "plain_language",
            Accessibility => "accessibility",
        }
    }
}

/// How grave a finding is. Only errors stop a hand-over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Cannot be right.
    Error,
    /// Is most likely wrong, or must be explained.
    Warning,
    /// Worth a look.
    Note,
}

impl Severity {
    /// All, gravest first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

    /// The word in machine-readable output.
    pub fn code(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }

    /// The message of the word that users see.
    pub fn word(self) -> Message {
        Message::new(match self {
            Severity::Error => "finding-error",
            Severity::Warning => "finding-warning",
            Severity::Note => "finding-note",
        })
    }

    /// The message that counts findings of this severity.
    pub fn counted(self, count: usize) -> Message {
        let key = match self {
            Severity::Error => "finding-errors",
            Severity::Warning => "finding-warnings",
            Severity::Note => "finding-notes",
        };
        Message::new(key).with("count", count)
    }
}

/// A stretch of a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FindingPlace {
    /// The file's name.
    pub file: String,
    /// Where in it: lines of the source as the program holds it.
    pub span: Span,
    /// Where in it, as the file itself counts ([`Document::shown`]).
    pub shown: Span,
}

impl FindingPlace {
    /// A stretch of a document's source.
    pub fn in_document(document: &Document, span: Span) -> Self {
        FindingPlace { file: document.source.file.clone(), span, shown: document.shown(span) }
    }

    /// By file, then line and column, then where it ends.
    pub fn order(&self, other: &Self) -> Ordering {
        let key = |place: &Self| {
            let span = place.span;
            (span.at.line, span.at.column, span.end_line, span.end_column)
        };
        self.file.cmp(&other.file).then(key(self).cmp(&key(other)))
    }
}

/// Something that the checker points out.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Finding {
    /// Name of the rule ("change-column-off").
    pub rule: &'static str,
    /// Code of the rule ("ARI-003").
    pub code: &'static str,
    /// What the rule looks after.
    pub family: Family,
    /// How grave it is.
    pub severity: Severity,
    /// How sure the rule is, 0 to 100 per cent.
    pub confidence_percent: u8,
    /// Where it is.
    pub at: FindingPlace,
    /// Other places that are part of it, or that could be the wrong one instead.
    pub also_at: Vec<FindingPlace>,
    /// Each place of these that could be the wrong one instead, with what it should say then.
    pub instead: Vec<Instead>,
    /// What is wrong, in a sentence.
    pub says: Message,
    /// What stands there.
    pub found: Message,
    /// What was expected.
    pub expected: Message,
    /// How to put it right ("try" in JSON).
    pub advice: Message,
    /// More on the evidence: the slack of rounding, what the rule rests on.
    pub note: Option<Message>,
}

/// A place that could be the wrong one instead.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Instead {
    /// Where it is.
    pub at: FindingPlace,
    /// What stands there.
    pub found: String,
    /// What should stand there, if everything else is right.
    pub expected: String,
    /// Both in a sentence.
    pub says: Message,
}

impl Finding {
    /// The fixed order: file, place, code, then the words.
    pub fn order(&self, other: &Self) -> Ordering {
        let words = |finding: &Self| format!("{:?}{:?}", finding.says, finding.found);
        let places = self.at.order(&other.at).then(self.code.cmp(other.code));
        places.then_with(|| words(self).cmp(&words(other)))
    }
}

/// Puts findings in their fixed order and drops those that are the same.
pub fn put_in_order(findings: &mut Vec<Finding>) {
    findings.sort_by(Finding::order);
    findings.dedup();
}

/// Words that are shown as they are: a printed wording, a figure.
pub fn verbatim(words: impl Into<String>) -> Message {
    Message::new("finding-verbatim").with("words", words.into())
}
