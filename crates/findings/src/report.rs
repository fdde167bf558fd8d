//! Findings with the sources that they speak of.

use crate::comparison::Comparison;
use crate::finding::{Finding, Severity};
use crate::rule::About;
use crate::set_aside::SetAside;
use uppsikt_domain::document::Document;
use uppsikt_messages::{Lang, Message};

/// The lines of a file, to show findings in.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// The file's name, as findings name it.
    pub file: &'a str,
    /// Its lines; line 1 is first.
    pub lines: Vec<&'a str>,
    /// The numbers that the lines have in the file, where they were taken out of one that numbers its own: a
    /// page's lines, a Word file's blocks. Empty: their own.
    pub numbers: Vec<u32>,
}

impl<'a> Source<'a> {
    /// The source of a document.
    pub fn of(document: &'a Document) -> Self {
        let lines = document.lines.iter().map(|line| line.text.as_str()).collect();
        let numbers = (1..).zip(&document.lines).map(|(own, line)| line.number.unwrap_or(own)).collect();
        Source { file: &document.source.file, lines, numbers }
    }

    /// The number in the file of the line with a one-based number.
    pub fn number(&self, line: u32) -> u32 {
        let at = usize::try_from(line).ok().and_then(|line| line.checked_sub(1));
        at.and_then(|at| self.numbers.get(at)).copied().unwrap_or(line)
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
    /// Findings that somebody lets stand, in the fixed order.
    pub set_aside: &'a [SetAside],
    /// Whether they are shown, or only counted.
    pub shows_set_aside: bool,
    /// How the findings differ from those of an older version.
    pub compared: Option<Compared<'a>>,
}

/// An older version that a report is held against.
#[derive(Debug, Clone)]
pub struct Compared<'a> {
    /// What came, what went and what stayed.
    pub comparison: &'a Comparison,
    /// The files of the older version.
    pub sources: Vec<Source<'a>>,
}

impl<'a> Report<'a> {
    /// A report of findings in sources, with nothing set aside and nothing to compare with.
    pub fn of(findings: &'a [Finding], sources: Vec<Source<'a>>, rules: Vec<About>) -> Self {
        Report { findings, sources, rules, set_aside: &[], shows_set_aside: false, compared: None }
    }

    /// Whether a finding, by its number, is new since the older version. `None`: there is none.
    pub fn is_fresh(&self, at: usize) -> Option<bool> {
        self.compared.as_ref().and_then(|compared| compared.comparison.fresh.get(at).copied())
    }

    /// The findings that are gone since the older version, as a report of their own.
    pub fn gone(&self) -> Option<Report<'a>> {
        let compared = self.compared.as_ref()?;
        Some(Report::of(&compared.comparison.gone, compared.sources.clone(), Vec::new()))
    }

    /// The findings that somebody lets stand and that are to be shown.
    pub fn shown_set_aside(&self) -> &'a [SetAside] {
        if self.shows_set_aside { self.set_aside } else { &[] }
    }

    /// How many findings somebody lets stand, in words. `None`: there is none.
    pub fn set_aside_counted(&self, lang: Lang) -> Option<String> {
        let count = self.set_aside.len();
        let key = if self.shows_set_aside { "finding-set-aside" } else { "finding-set-aside-hidden" };
        (count > 0).then(|| Message::new(key).with("count", count).in_lang(lang))
    }

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
