//! `uppsikt check FILE…`: findings, each file alone and all together.

use crate::{Outcome, output, style};
use clap::ArgMatches;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::Arc;
use uppsikt_app::{archive, checking};
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::text::TextStyle;
use uppsikt_findings::{Finding, Report, Severity, Source, html, json, sarif, text};
use uppsikt_messages::{Lang, Message};
use uppsikt_reading::HouseStyle;
use uppsikt_rules::Selection;

/// Checks the files and prints the findings.
pub fn run(given: &ArgMatches, lang: Lang) -> Outcome {
    let Some(style) = style::chosen(given, lang) else { return Outcome::Unusable };
    let selection = selection(given);
    if let Some(unknown) = selection.unknown().first() {
        output::tell(&Message::new("cli-rule-unknown").with("rule", *unknown), lang);
        return Outcome::Unusable;
    }
    let (documents, all_usable) = read_all(given, &style, lang);
    let today = chrono::Local::now().date_naive();
    let findings = checking::check(&documents, style.structure(), today, &selection);
    if !documents.is_empty() {
        let format = given.get_one::<String>("format").map_or("text", String::as_str);
        output::result(&rendered(format, &findings, &documents, &selection, lang));
    }
    match (all_usable, findings.iter().any(|finding| finding.severity == Severity::Error)) {
        (false, _) => Outcome::Unusable,
        (true, true) => Outcome::FoundErrors,
        (true, false) => Outcome::Done,
    }
}

fn selection(given: &ArgMatches) -> Selection {
    let names = |id: &str| given.get_many::<String>(id).into_iter().flatten().cloned().collect();
    Selection { only: names("only"), skip: names("skip") }
}

/// The documents that can be read, and whether all could. What cannot is told.
fn read_all(given: &ArgMatches, style: &HouseStyle, lang: Lang) -> (Vec<Arc<Document>>, bool) {
    let mut documents = Vec::new();
    let mut all_usable = true;
    let paths: Vec<&PathBuf> = given.get_many::<PathBuf>("file").into_iter().flatten().collect();
    let sarif = given.get_one::<String>("format").is_some_and(|format| format == "sarif");
    for path in &paths {
        match archive::input_file(path).and_then(|file| archive::read(&file, style)) {
            Ok(mut document) => {
                let same_name = paths.iter().filter(|other| other.file_name() == path.file_name()).count();
                if sarif || same_name > 1 {
                    document.source.file = path.display().to_string();
                }
                if document.kind == DocumentKind::Unknown {
                    eprint!("{}: ", document.source.file);
                    output::tell(&uppsikt_reading::not_recognised_message(style), lang);
                }
                documents.push(Arc::new(document));
            }
            Err(message) => {
                output::tell(&message, lang);
                all_usable = false;
            }
        }
    }
    (documents, all_usable)
}

fn rendered(
    format: &str,
    findings: &[Finding],
    documents: &[Arc<Document>],
    selection: &Selection,
    lang: Lang,
) -> String {
    let sources = documents.iter().map(|document| Source::of(document)).collect();
    let rules = selection.rules().map(|rule| rule.about).collect();
    let report = Report { findings, sources, rules };
    match format {
        "json" => json::render(findings, lang),
        "sarif" => sarif::render(&report, lang),
        "html" => html::render(&report, lang),
        _ => text::render(&report, lang, TextStyle { colours: std::io::stdout().is_terminal() }),
    }
}
