//! Findings with the sources that they speak of.

use crate::finding::{Finding, Severity};
use crate::rule::About;
use uppsikt_domain::document::Document;
use uppsikt_messages::Lang;

/// The lines of a file, to show findings in.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// The file's name, as findings name it.
    pub file: &'a str,
    /// Its lines; line 1 is first.
    pub lines: Vec<&'a str>,
}

impl<'a> Source<'a> {
    /// The source of a document.
    pub fn of(document: &'a Document) -> Self {
        let lines = document.lines.iter().map(|line| line.text.as_str()).collect();
        Source { file: &document.source.file, lines }
    }

    /// The line with a one-based number.
    pub fn line(&self, number: u32) -> Option<&'a str> {
        self.lines.get(usize::try_from(number).ok()?.checked_sub(1)?).copied()
    }
}

/// Findings in their fixed order, with what is needed to show them.
#[derive(Debug, Clone)]
pub struct Report<'a> {
    /// The findings.
    pub findings: &'a [Finding],
    /// The files that they stand in.
    pub sources: Vec<Source<'a>>,
    /// The rules that were asked.
    pub rules: Vec<About>,
}

impl<'a> Report<'a> {
    /// How many findings have a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// The source with a file's name.
    pub fn source(&self, file: &str) -> Option<&Source<'a>> {
        self.sources.iter().find(|source| source.file == file)
    }

    /// The findings counted by severity, in words: "2 fel, 1 varning, 0 notiser".
    pub fn counted(&self, lang: Lang) -> String {
        let counted = Severity::ALL.map(|severity| severity.counted(self.count(severity)).in_lang(lang));
        counted.join(", ")
    }
}
