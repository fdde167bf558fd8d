//! Findings as compilers print them: the line, and a mark under the spot.

use crate::finding::{Finding, FindingPlace, Severity};
use crate::report::Report;
use crate::snippet::{Shown, shown};
use std::fmt::Write as _;
use uppsikt_messages::{Lang, Message};

/// How text is printed.
#[derive(Debug, Clone, Copy, Default)]
pub struct TextStyle {
    /// Whether escape sequences colour the severity, the marks and the gutter.
    pub colours: bool,
}

/// All findings, then a line that counts them. Held against an older version: the new ones,
/// then a line for each that is gone.
pub fn render(report: &Report<'_>, lang: Lang, style: TextStyle) -> String {
    let fresh = (0..report.findings.len()).any(|at| report.is_fresh(at) == Some(true));
    let head = fresh.then(|| Message::new("finding-fresh").in_lang(lang) + ":\n\n");
    let mut out = head.unwrap_or_default();
    for (at, finding) in report.findings.iter().enumerate() {
        if report.is_fresh(at) != Some(false) {
            out += &one(report, finding, lang, style);
            out.push('\n');
        }
    }
    out += &gone(report, lang, style);
    for aside in report.shown_set_aside() {
        out += &one(report, &aside.finding, lang, style);
        let blank = " ".repeat(gutter_width(&aside.finding));
        let _ = writeln!(out, "{blank} {} {}\n", style.faint("="), aside.told(lang));
    }
    if let Some(compared) = &report.compared {
        let _ = writeln!(out, "{}", compared.comparison.told(lang));
    }
    out += &(report.counted(lang) + "\n");
    let aside = report.set_aside_counted(lang).map(|told| told + "\n");
    out + &aside.unwrap_or_default()
}

/// A line for each finding that is gone since the older version.
fn gone(report: &Report<'_>, lang: Lang, style: TextStyle) -> String {
    let Some(gone) = report.gone().filter(|gone| !gone.findings.is_empty()) else { return String::new() };
    let mut out = Message::new("finding-gone").in_lang(lang) + ":\n";
    for finding in gone.findings {
        let head = format!("{}[{}]", finding.severity.word().in_lang(lang), finding.code);
        let (says, at) = (finding.says.in_lang(lang), address(&finding.at, lang));
        let _ =
            writeln!(out, "  {} {says} {} {at}", style.strong(finding.severity, &head), style.faint("-->"));
    }
    out + "\n"
}

/// One finding with its source lines.
pub fn one(report: &Report<'_>, finding: &Finding, lang: Lang, style: TextStyle) -> String {
    let head = format!("{}[{}]", finding.severity.word().in_lang(lang), finding.code);
    let mut out = format!("{} {}\n", style.strong(finding.severity, &head), finding.says.in_lang(lang));
    let width = gutter_width(finding);
    let _ = writeln!(out, "{}{} {}", " ".repeat(width), style.faint("-->"), address(&finding.at, lang));
    out += &lines(report, &finding.at, finding.severity, width, style);
    for place in finding.also_at.iter().take(ALSO_SHOWN) {
        let _ = writeln!(out, "{}{} {}", " ".repeat(width), style.faint(":::"), address(place, lang));
        out += &lines(report, place, Severity::Note, width, style);
    }
    for (label, words) in told(finding, lang) {
        let _ = writeln!(out, "{} {} {label}: {words}", " ".repeat(width), style.faint("="));
    }
    out
}

/// How many other places are shown with their lines; the rest are counted.
const ALSO_SHOWN: usize = 3;

fn gutter_width(finding: &Finding) -> usize {
    let places = std::iter::once(&finding.at).chain(finding.also_at.iter().take(ALSO_SHOWN));
    let last = places.map(|place| place.shown.end_line.min(place.shown.at.line + 8)).max().unwrap_or(1);
    last.to_string().len()
}

fn address(place: &FindingPlace, lang: Lang) -> String {
    let at = place.shown.at;
    let page = at.page.map(|page| {
        let words = Message::new("finding-page").with("page", i64::from(page)).in_lang(lang);
        format!(" ({words})")
    });
    format!("{}:{}:{}{}", place.file, at.line, at.column, page.unwrap_or_default())
}

fn lines(
    report: &Report<'_>,
    place: &FindingPlace,
    grave: Severity,
    width: usize,
    style: TextStyle,
) -> String {
    let Some(source) = report.source(&place.file) else { return String::new() };
    let (found, more) = shown(source, &place.span);
    let bar = style.faint("|");
    let mut out = format!("{} {bar}\n", " ".repeat(width));
    for line in &found {
        out += &marked(line, grave, width, style);
    }
    if more {
        let _ = writeln!(out, "{} {bar} …", " ".repeat(width));
    }
    out
}

fn marked(line: &Shown, grave: Severity, width: usize, style: TextStyle) -> String {
    let mark = if grave == Severity::Note { "-" } else { "^" };
    let carets = style.strong(grave, &mark.repeat(line.marked.len().max(1)));
    let bar = style.faint("|");
    let number = style.faint(&format!("{:>width$}", line.number));
    let (blank, indent) = (" ".repeat(width), " ".repeat(line.marked.start));
    format!("{number} {bar} {}\n{blank} {bar} {indent}{carets}\n", line.text)
}

/// The labelled sentences under the source, those that say something.
pub(crate) fn told(finding: &Finding, lang: Lang) -> Vec<(String, String)> {
    let mut told = vec![
        ("finding-found", finding.found.in_lang(lang)),
        ("finding-expected", finding.expected.in_lang(lang)),
        ("finding-try", finding.advice.in_lang(lang)),
    ];
    told.extend(finding.instead.iter().map(|it| ("finding-instead", it.says.in_lang(lang))));
    told.extend(finding.note.as_ref().map(|note| ("finding-basis", note.in_lang(lang))));
    if finding.confidence_percent < 90 {
        told.push(("finding-confidence", confidence(finding.confidence_percent)));
    }
    told.retain(|(_, words)| !words.is_empty());
    told.into_iter().map(|(key, words)| (Message::new(key).in_lang(lang), words)).collect()
}

fn confidence(percent: u8) -> String {
    format!("{},{:02}", percent / 100, percent % 100)
}

impl TextStyle {
    fn strong(self, severity: Severity, words: &str) -> String {
        let colour = match severity {
            Severity::Error => "1;31",
            Severity::Warning => "1;33",
            Severity::Note => "1;36",
        };
        self.painted(colour, words)
    }

    fn faint(self, words: &str) -> String {
        self.painted("34", words)
    }

    fn painted(self, colour: &str, words: &str) -> String {
        if self.colours { format!("\u{1b}[{colour}m{words}\u{1b}[0m") } else { words.to_owned() }
    }
}
