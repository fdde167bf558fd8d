//! `uppsikt check FILE…`: findings, each file alone and all together; `--against` an older
//! version; without files, of everything that is stored.

use crate::{Outcome, database, output, style};
use clap::ArgMatches;
use clap::parser::ValueSource;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uppsikt_app::archive;
use uppsikt_app::checking::{self, Checked};
use uppsikt_app::outside::Outside;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::report::Compared;
use uppsikt_findings::text::TextStyle;
use uppsikt_findings::{Comparison, Report, Severity, Side, Source, html, json, sarif, text};
use uppsikt_messages::{Lang, Message};
use uppsikt_reading::HouseStyle;
use uppsikt_rules::Selection;

/// Checks the files, or what is stored, and prints the findings.
pub fn run(given: &ArgMatches, lang: Lang) -> Outcome {
    let selection = selection(given);
    if let Some(unknown) = selection.unknown().first() {
        output::tell(&uppsikt_rules::settings::unknown(unknown), lang);
        return Outcome::Unusable;
    }
    match (paths(given, "file").is_empty(), names_a_database(given)) {
        (false, true) => refused("cli-check-both", lang),
        (false, false) => check_files(given, &selection, lang),
        (true, _) => check_stored(given, &selection, lang),
    }
}

fn refused(key: &'static str, lang: Lang) -> Outcome {
    output::tell(&Message::new(key), lang);
    Outcome::Unusable
}

/// Whether a database is named on the command line; one in the environment does not count.
fn names_a_database(given: &ArgMatches) -> bool {
    let typed = |name| given.value_source(name) == Some(ValueSource::CommandLine);
    typed("data") || typed("database-url")
}

fn selection(given: &ArgMatches) -> Selection {
    let names = |id: &str| given.get_many::<String>(id).into_iter().flatten().cloned().collect();
    Selection { only: names("only"), skip: names("skip") }
}

fn paths(given: &ArgMatches, id: &str) -> Vec<PathBuf> {
    given.get_many::<PathBuf>(id).into_iter().flatten().cloned().collect()
}

fn check_files(given: &ArgMatches, selection: &Selection, lang: Lang) -> Outcome {
    let Some(style) = style::chosen(given, lang) else { return Outcome::Unusable };
    let today = chrono::Local::now().date_naive();
    let check = |documents| checking::check_all(documents, style.structure(), today, selection);
    let reading = Reading::of(given, &style, lang);
    let (newer, usable) = reading.all(&paths(given, "file"));
    let (older, older_usable) = reading.all(&paths(given, "against"));
    if older.is_empty() && !older_usable {
        return Outcome::Unusable;
    }
    let against = (!older.is_empty()).then(|| check(older));
    let found = tell(given, &check(newer), against.as_ref(), selection, lang);
    if usable && older_usable { found } else { Outcome::Unusable }
}

fn check_stored(given: &ArgMatches, selection: &Selection, lang: Lang) -> Outcome {
    if !paths(given, "against").is_empty() || given.contains_id("style") {
        return refused("cli-check-files-only", lang);
    }
    if !database::is_named(given) {
        return refused("cli-check-nothing", lang);
    }
    let work = async {
        let app = database::open_existing(given, Outside::real(), lang).await;
        let app = app.ok_or_else(|| Message::new("cli-publish-empty"))?;
        database::city(&app, given.get_one::<String>("municipality"), lang).await
    };
    let city = database::wait(work)
        .unwrap_or_else(|error| Err(Message::new("cli-database-failed").with("why", error.to_string())));
    match city {
        Ok(city) => tell(given, &checking::check_city(&city, selection), None, selection, lang),
        Err(message) => {
            output::tell(&message, lang);
            Outcome::Unusable
        }
    }
}

/// Prints the findings; held against an older version, only new errors end the program with one.
fn tell(
    given: &ArgMatches,
    checked: &Checked,
    against: Option<&Checked>,
    selection: &Selection,
    lang: Lang,
) -> Outcome {
    let comparison = against.map(|older| Comparison::of(side(checked), side(older)));
    let report = Report {
        set_aside: &checked.set_aside,
        shows_set_aside: given.get_flag("accepted"),
        compared: comparison
            .as_ref()
            .zip(against)
            .map(|(comparison, older)| Compared { comparison, sources: sources(&older.documents) }),
        ..Report::of(
            &checked.findings,
            sources(&checked.documents),
            selection.rules().map(|rule| rule.about).collect(),
        )
    };
    if !checked.documents.is_empty() {
        let format = given.get_one::<String>("format").map_or("text", String::as_str);
        output::result(&rendered(format, &report, lang));
    }
    let has_error = match &comparison {
        Some(comparison) => comparison.has_new_error(&checked.findings),
        None => checked.findings.iter().any(|finding| finding.severity == Severity::Error),
    };
    if has_error { Outcome::FoundErrors } else { Outcome::Done }
}

fn side(checked: &Checked) -> Side<'_> {
    Side { findings: &checked.findings, set_aside: &checked.set_aside, documents: &checked.documents }
}

fn sources(documents: &[Arc<Document>]) -> Vec<Source<'_>> {
    documents.iter().map(|document| Source::of(document)).collect()
}

fn rendered(format: &str, report: &Report<'_>, lang: Lang) -> String {
    match format {
        "json" => json::render(report, lang),
        "sarif" => sarif::render(report, lang),
        "html" => html::render(report, lang),
        _ => text::render(report, lang, TextStyle { colours: std::io::stdout().is_terminal() }),
    }
}

/// How the files of one call are read.
struct Reading<'a> {
    style: &'a HouseStyle,
    lang: Lang,
    /// Every file that is named, of both versions.
    named: Vec<PathBuf>,
    /// Whether files are named with their folders whatever they are called.
    whole_paths: bool,
}

impl<'a> Reading<'a> {
    fn of(given: &ArgMatches, style: &'a HouseStyle, lang: Lang) -> Self {
        let named = [paths(given, "file"), paths(given, "against")].concat();
        let whole_paths = given.get_one::<String>("format").is_some_and(|format| format == "sarif");
        Reading { style, lang, named, whole_paths }
    }

    /// The documents that can be read, and whether all could. What cannot is told.
    fn all(&self, paths: &[PathBuf]) -> (Vec<Arc<Document>>, bool) {
        let mut documents = Vec::new();
        let mut all_usable = true;
        for path in paths {
            match self.one(path) {
                Ok(document) => documents.push(Arc::new(document)),
                Err(message) => {
                    output::tell(&message, self.lang);
                    all_usable = false;
                }
            }
        }
        (documents, all_usable)
    }

    fn one(&self, path: &Path) -> Result<Document, Message> {
        let mut document = archive::read(&archive::input_file(path)?, self.style)?;
        let same_name = self.named.iter().filter(|other| other.file_name() == path.file_name()).count();
        if self.whole_paths || same_name > 1 {
            document.source.file = path.display().to_string();
        }
        if document.kind == DocumentKind::Unknown {
            eprint!("{}: ", document.source.file);
            output::tell(&uppsikt_reading::not_recognised_message(self.style), self.lang);
        }
        Ok(document)
    }
}
