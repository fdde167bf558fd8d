//! Findings as one standalone page: no scripts, no outside requests, readable without style.

use crate::finding::{Finding, FindingPlace, Severity};
use crate::report::Report;
use crate::snippet::{Shown, shown};
use std::fmt::Write as _;
use uppsikt_messages::{Lang, Message};

/// The page's style. Its hash stands in the page's own content policy, so that this style
/// and nothing else may be applied.
const STYLE: &str = include_str!("html.css");
/// SHA-256 of [`STYLE`], in base 64.
const STYLE_SHA256: &str = "iWJEVgZzEwBwRz+qnmfXbz9bVy0ZX0HsXRzW8dT+RWM=";

/// The report as a page of HTML.
pub fn render(report: &Report<'_>, lang: Lang) -> String {
    let title = Message::new("finding-report-title").in_lang(lang);
    let mut out = head(&title, lang);
    let _ = write!(out, "<h1>{}</h1>\n<p>{}</p>\n", escaped(&title), escaped(&counted(report, lang)));
    if !report.findings.is_empty() {
        out += &overview(report, lang);
    }
    for source in &report.sources {
        out += &file(report, source.file, lang);
    }
    if let Some(gone) = report.gone() {
        let articles = gone
            .findings
            .iter()
            .enumerate()
            .map(|(at, it)| article(&gone, &format!("g{}", at + 1), it, None, lang));
        out += &apart("finding-gone", articles, lang);
    }
    let aside = report.shown_set_aside().iter().enumerate();
    let aside = aside
        .map(|(at, it)| article(report, &format!("a{}", at + 1), &it.finding, Some(it.told(lang)), lang));
    out += &apart("finding-let-stand", aside, lang);
    out + "</main>\n</body>\n</html>\n"
}

/// How many there are, how they differ from an older version, and how many are let stand.
fn counted(report: &Report<'_>, lang: Lang) -> String {
    let compared = report.compared.as_ref().map(|it| it.comparison.told(lang));
    let told = [compared, Some(report.counted(lang)), report.set_aside_counted(lang)];
    told.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A folded section of findings that do not count; nothing where there is none.
fn apart(key: &'static str, articles: impl Iterator<Item = String>, lang: Lang) -> String {
    let articles: Vec<String> = articles.collect();
    if articles.is_empty() {
        return String::new();
    }
    let title = escaped(&Message::new(key).in_lang(lang));
    format!("<details>\n<summary>{title} ({})</summary>\n{}</details>\n", articles.len(), articles.concat())
}

fn head(title: &str, lang: Lang) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{STYLE_SHA256}'\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n",
        lang.tag(),
        escaped(title)
    )
}

fn overview(report: &Report<'_>, lang: Lang) -> String {
    let word = |key: &'static str| escaped(&Message::new(key).in_lang(lang));
    let mut out = format!(
        "<div class=\"scroll\" role=\"region\" aria-labelledby=\"all\" tabindex=\"0\">\n<table>\n<caption id=\"all\">{}</caption>\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
        word("finding-all"),
        word("finding-where"),
        word("finding-finding"),
        word("finding-severity"),
        word("finding-code"),
    );
    for (index, finding) in report.findings.iter().enumerate() {
        let _ = writeln!(
            out,
            "<tr><td class=\"where\">{}:{}</td><th scope=\"row\"><a href=\"#f{}\">{}</a></th><td class=\"sevword {}\">{}</td><td class=\"code\">{}</td></tr>",
            escaped(&finding.at.file),
            finding.at.shown.at.line,
            index + 1,
            escaped(&finding.says.in_lang(lang)),
            finding.severity.code(),
            escaped(&severity_word(finding.severity, lang)),
            finding.code,
        );
    }
    out + "</tbody>\n</table>\n</div>\n"
}

fn file(report: &Report<'_>, file: &str, lang: Lang) -> String {
    let mut out = format!("<section>\n<h2>{}</h2>\n", escaped(file));
    let mine: Vec<_> = report.findings.iter().enumerate().filter(|(_, it)| it.at.file == file).collect();
    if mine.is_empty() {
        let _ = writeln!(out, "<p>{}</p>", escaped(&Message::new("finding-none").in_lang(lang)));
    }
    for (index, finding) in mine {
        let standing = report.is_fresh(index).map(|fresh| {
            Message::new(if fresh { "finding-is-new" } else { "finding-is-same" }).in_lang(lang)
        });
        out += &article(report, &format!("f{}", index + 1), finding, standing, lang);
    }
    out + "</section>\n"
}

/// A finding under an id, with a word on how it stands.
fn article(report: &Report<'_>, id: &str, finding: &Finding, standing: Option<String>, lang: Lang) -> String {
    let grave = finding.severity.code();
    let mut out = format!(
        "<article id=\"{id}\" class=\"{grave}\" aria-labelledby=\"{id}h\">\n<p class=\"sev\"><b>{}</b> <span>{}{}</span></p>\n<h3 id=\"{id}h\">{}</h3>\n",
        escaped(&severity_word(finding.severity, lang)),
        finding.code,
        standing.map(|standing| format!(" · {}", escaped(&standing))).unwrap_or_default(),
        escaped(&finding.says.in_lang(lang))
    );
    out += &place(report, &finding.at, lang);
    out += "<dl>\n";
    for (label, words) in crate::text::told(finding, lang) {
        let _ = writeln!(out, "<div><dt>{}</dt><dd>{}</dd></div>", escaped(&label), escaped(&words));
    }
    out + "</dl>\n" + &evidence(report, finding, lang) + "</article>\n"
}

/// The other places that a finding rests on, folded where they are many.
fn evidence(report: &Report<'_>, finding: &Finding, lang: Lang) -> String {
    let places: String = finding.also_at.iter().map(|other| place(report, other, lang)).collect();
    let title = escaped(&Message::new("finding-evidence").in_lang(lang));
    match finding.also_at.len() {
        0 => places,
        number => {
            let open = if number <= OPEN { " open" } else { "" };
            format!(
                "<details class=\"also\"{open}>\n<summary>{title} ({number})</summary>\n{places}</details>\n"
            )
        }
    }
}

/// So many other places are shown unfolded.
const OPEN: usize = 2;

fn place(report: &Report<'_>, place: &FindingPlace, lang: Lang) -> String {
    let at = place.shown.at;
    let mut words = Message::new("finding-line").with("line", i64::from(at.line)).in_lang(lang);
    if let Some(page) = at.page {
        let page = Message::new("finding-page").with("page", i64::from(page)).in_lang(lang);
        words = format!("{page}, {words}");
    }
    let lines = report.source(&place.file).map(|source| shown(source, &place.span).0).unwrap_or_default();
    let shown: String = lines.iter().map(line).collect();
    format!(
        "<p class=\"at\">{}, {}</p>\n<pre tabindex=\"0\">{shown}</pre>\n",
        escaped(&place.file),
        escaped(&words)
    )
}

fn line(line: &Shown) -> String {
    let [before, marked, after] = line.pieces().map(|piece| escaped(&piece));
    format!("<span>{} </span>{before}<mark>{marked}</mark>{after}\n", line.number)
}

fn severity_word(severity: Severity, lang: Lang) -> String {
    let symbol = match severity {
        Severity::Error => '✕',
        Severity::Warning => '▲',
        Severity::Note => '•',
    };
    format!("{symbol} {}", severity.word().in_lang(lang))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            c => out.push(c),
        }
    }
    out
}
