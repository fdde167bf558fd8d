//! A report as one page of HTML: no scripts, no requests, its style and type inside.
//!
//! The order in the page is the reading order, headings have no gaps, tables have headers
//! for columns and rows, and what has a look only is hidden from screen readers.

mod block;
mod contents;
mod goal;
mod inline;
mod status;
mod table;

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use uppsikt_messages::{Lang, Message};

use crate::levels::set_levels;
use crate::model::{Day, Report};

const STYLE: &str = include_str!("../../assets/report.css");
const SERIF: &[u8] = include_bytes!("../../assets/fonts/source-serif-4-latin-wght-normal.woff2");
const SANS: &[u8] = include_bytes!("../../assets/fonts/source-sans-3-latin-wght-normal.woff2");

/// Words as text or as the value of a quoted attribute.
pub fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// The report as a page that stands alone. `lang` is the language of the words that are
/// added; the text keeps the report's own.
pub fn html(report: &Report, lang: Lang) -> String {
    let mut levelled = report.clone();
    set_levels(&mut levelled.preface, 1);
    set_levels(&mut levelled.sections, 0);
    let mut page = Page { report: &levelled, lang, out: String::new() };
    page.head();
    page.cover();
    page.contents();
    page.put("<main id=\"main\" tabindex=\"-1\">\n");
    page.blocks(&levelled.preface);
    page.blocks(&levelled.sections);
    page.put("</main>\n</body>\n</html>\n");
    page.out
}

/// A page under way.
struct Page<'a> {
    report: &'a Report,
    lang: Lang,
    out: String,
}

impl Page<'_> {
    fn put(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    fn put_args(&mut self, markup: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.out.write_fmt(markup);
    }

    /// Words that the page adds, marked where they are in another language than the text.
    fn label(&self, key: &'static str) -> String {
        let words = escape(&Message::new(key).in_lang(self.lang));
        if self.lang.tag() == self.report.lang {
            words
        } else {
            format!("<span lang=\"{}\">{words}</span>", self.lang.tag())
        }
    }

    /// The same as [`Page::label`] for an attribute.
    fn label_text(&self, key: &'static str) -> String {
        escape(&Message::new(key).in_lang(self.lang))
    }

    fn head(&mut self) {
        let Report { lang, description, .. } = self.report;
        let title = self.report.running_foot();
        self.put_args(format_args!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             style-src 'unsafe-inline'; font-src data:\">\n\
             <meta name=\"description\" content=\"{}\">\n<title>{}</title>\n<style>\n",
            escape(lang),
            escape(description),
            escape(&title)
        ));
        self.font("Source Serif 4", SERIF);
        self.font("Source Sans 3", SANS);
        self.put(STYLE);
        let skip = self.label("writing-skip");
        self.put_args(format_args!(
            "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">{skip}</a>\n"
        ));
    }

    fn font(&mut self, family: &str, file: &[u8]) {
        self.put_args(format_args!(
            "@font-face{{font-family:\"{family}\";font-weight:200 900;\
             src:url(data:font/woff2;base64,{}) format(\"woff2\")}}\n",
            STANDARD.encode(file)
        ));
    }

    fn cover(&mut self) {
        let report = self.report;
        let Day(year, month, day) = report.date;
        self.put_args(format_args!(
            "<header class=\"cover\">\n<p class=\"owner\">{} <time datetime=\"{year:04}-{month:02}-{day:02}\">{}</time></p>\n",
            escape(&report.municipality),
            escape(&report.stage),
        ));
        if !report.committee.is_empty() {
            self.put_args(format_args!("<p class=\"committee\">{}</p>\n", escape(&report.committee)));
        }
        self.put_args(format_args!("<h1>{}</h1>\n", escape(&report.title)));
        self.paragraph("lead", &report.lead);
        self.paragraph("remark", &report.lead_note);
        if let Some(unadopted) = &report.unadopted {
            self.put_args(format_args!("<p class=\"remark\">{}</p>\n", escape(unadopted)));
        }
        self.thread();
        self.imprint();
        self.put("</header>\n");
    }

    fn thread(&mut self) {
        if self.report.thread.is_empty() {
            return;
        }
        self.put("<ol class=\"thread\">\n");
        for knot in &self.report.thread {
            let class = if knot.here { " class=\"here\"" } else { "" };
            let (label, text) = (escape(&knot.label), escape(&knot.text));
            self.put_args(format_args!("<li{class}><span>{label}</span> {text}</li>\n"));
        }
        self.put("</ol>\n");
    }

    fn imprint(&mut self) {
        if self.report.imprint.is_empty() {
            return;
        }
        self.put("<dl class=\"imprint\">\n");
        for (name, value) in &self.report.imprint {
            let (name, value) = (escape(name), escape(value));
            self.put_args(format_args!("<div><dt>{name}</dt><dd>{value}</dd></div>\n"));
        }
        self.put("</dl>\n");
    }
}

#[cfg(test)]
mod tests;
