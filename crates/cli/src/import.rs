//! `uppsikt import PATH…`: reads and stores, each document as soon as it is read; what was read
//! before is not read again, so that an import that was stopped goes on where it was.

mod told;

use crate::{Outcome, database, output, style};
use clap::ArgMatches;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use uppsikt_app::archive::Archive;
use uppsikt_app::document::import::{Imported, Outcome as Stored};
use uppsikt_app::document::reading::{Manner, ReadFile, Seen, read_files};
use uppsikt_app::document::report::{FileReport, reader_print};
use uppsikt_app::outside::Outside;
use uppsikt_app::{AppError, Uppsikt, structure_of, style_of};
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::registry::Municipality;
use uppsikt_domain::structure::Structure;
use uppsikt_messages::{Lang, Message, text};
use uppsikt_reading::HouseStyle;

/// Imports the files and folders.
pub fn run(given: &ArgMatches, lang: Lang) -> Outcome {
    let paths: Vec<PathBuf> = given.get_many::<PathBuf>("path").into_iter().flatten().cloned().collect();
    let (archive, problems) = Archive::gather(&paths);
    problems.iter().for_each(|problem| output::tell(problem, lang));
    let Some(style) = style::usable_text(given, lang) else { return Outcome::Unusable };
    let work = import(given, &archive, style, lang);
    let outcome = database::wait(work).unwrap_or(Outcome::Unusable);
    told::others(&archive.others, lang).iter().for_each(|line| output::result(line));
    if problems.is_empty() { outcome } else { Outcome::Unusable }
}

async fn import(given: &ArgMatches, archive: &Archive, style: Option<String>, lang: Lang) -> Outcome {
    let Some(app) = database::open(given, Outside::real(), lang).await else { return Outcome::Unusable };
    let style = style.or_else(|| archive.style.clone());
    let name = given.get_one::<String>("municipality").map(String::as_str);
    let fallback = text(lang, "app-municipality-unnamed", &[]);
    let found =
        app.municipality_for(archive.municipality.as_deref(), style.as_deref(), name, &fallback).await;
    let municipality = match found {
        Ok(municipality) => municipality,
        Err(error) => {
            database::tell(&error, lang);
            return Outcome::Unusable;
        }
    };
    match reading_style(style.as_deref(), &municipality) {
        Ok((style, structure)) => {
            let importing = Importing {
                app: &app,
                reader: reader_print(&style, &structure),
                municipality,
                style: Arc::new(style),
                structure: Arc::new(structure),
                lang,
            };
            importing.all(&archive.by_age()).await
        }
        Err(error) => {
            database::tell(&error, lang);
            Outcome::Unusable
        }
    }
}

/// The style that was given, else the municipality's own, and what belongs to the municipality.
fn reading_style(
    given: Option<&str>,
    municipality: &Municipality,
) -> Result<(HouseStyle, Structure), AppError> {
    let own = municipality.clone();
    let municipality = Municipality { style: given.map_or(own.style.clone(), str::to_owned), ..own };
    Ok((style_of(&municipality)?, structure_of(&municipality)?))
}

/// What became of a file.
enum Became {
    Stored(Stored),
    /// A readable text in which nothing was recognised: nothing is stored, and nothing is wrong.
    Unknown,
    Refused,
}

/// How many files became what.
#[derive(Default)]
struct Counts {
    new: usize,
    versions: usize,
    /// Earlier ones and other forms of what is in force.
    aside: usize,
    unchanged: usize,
    unknown: usize,
    refused: usize,
}

impl Counts {
    fn add(&mut self, became: &Became) {
        *match became {
            Became::Stored(Stored::New) => &mut self.new,
            Became::Stored(Stored::NewVersion) => &mut self.versions,
            Became::Stored(Stored::Earlier | Stored::OtherForm) => &mut self.aside,
            Became::Stored(Stored::Unchanged) => &mut self.unchanged,
            Became::Unknown => &mut self.unknown,
            Became::Refused => &mut self.refused,
        } += 1;
    }

    fn all(&self) -> usize {
        self.new + self.versions + self.aside + self.unchanged + self.unknown + self.refused
    }
}

struct Importing<'a> {
    app: &'a Uppsikt,
    municipality: Municipality,
    /// What reads, in one word.
    reader: String,
    style: Arc<HouseStyle>,
    structure: Arc<Structure>,
    lang: Lang,
}

impl Importing<'_> {
    async fn all(&self, documents: &[PathBuf]) -> Outcome {
        let manner = match self.manner().await {
            Ok(manner) => manner,
            Err(error) => {
                database::tell(&error, self.lang);
                return Outcome::Unusable;
            }
        };
        let (bar, mut counts, stopped) = (progress(documents.len()), Counts::default(), stopping());
        for (path, seen) in read_files(documents, manner) {
            counts.add(&self.one(&path, seen, &bar).await);
            bar.inc(1);
            if stopped.load(Ordering::Relaxed) {
                break;
            }
        }
        bar.finish_and_clear();
        if counts.new + counts.versions > 0 {
            self.lineage().await;
        }
        self.end(&counts, documents.len())
    }

    /// Tells what of what is stored may continue as what: nobody has been asked.
    async fn lineage(&self) {
        let told = async {
            let Some(city) = self.app.city(&self.municipality.slug).await? else { return Ok(Vec::new()) };
            let found = self.app.proposed_lineage(&city).await?;
            Ok::<_, AppError>(told::lineage(&found, self.lang))
        };
        match told.await {
            Ok(lines) => lines.iter().for_each(|line| output::result(line)),
            Err(error) => database::tell(&error, self.lang),
        }
    }

    async fn manner(&self) -> Result<Manner, AppError> {
        let before = self.app.files_read(&self.municipality, &self.reader).await?;
        Ok(Manner {
            style: Arc::clone(&self.style),
            structure: Arc::clone(&self.structure),
            seen_from: self.app.outside().now().date_naive(),
            before: Arc::new(before),
        })
    }

    /// Tells how many became what, and how many are left if it was stopped.
    fn end(&self, counts: &Counts, all: usize) -> Outcome {
        let left = all.saturating_sub(counts.all());
        let summary = Message::new("cli-import-summary")
            .with("read", counts.all())
            .with("new", counts.new)
            .with("versions", counts.versions)
            .with("aside", counts.aside)
            .with("unchanged", counts.unchanged)
            .with("refused", counts.refused + counts.unknown);
        output::result(&summary.in_lang(self.lang));
        if left > 0 {
            output::tell(&Message::new("cli-import-stopped").with("left", left), self.lang);
        }
        if counts.refused == 0 && left == 0 { Outcome::Done } else { Outcome::Unusable }
    }

    /// Stores one file and tells what became of it.
    async fn one(&self, path: &Path, seen: Result<Seen, Message>, bar: &ProgressBar) -> Became {
        let stored = match seen {
            Ok(Seen::Before(report)) => Ok(self.before(path, &report, bar)),
            Ok(Seen::Read(read)) => self.read(path, &read, bar).await.map_err(|why| {
                let mut told = why.messages(self.lang);
                told.extend(told::pages(&read.report, self.lang));
                told
            }),
            Err(message) => Err(vec![message.in_lang(self.lang)]),
        };
        stored.unwrap_or_else(|why| {
            bar.suspend(|| why.iter().for_each(|why| eprintln!("{}", with_folder(path, why))));
            Became::Refused
        })
    }

    fn before(&self, path: &Path, report: &FileReport, bar: &ProgressBar) -> Became {
        if report.kind == DocumentKind::Unknown {
            return self.unknown(path, report, bar);
        }
        let told = Message::new("cli-import-unchanged").with("file", path.display().to_string());
        bar.suspend(|| output::result(&(told.in_lang(self.lang) + &told::understood(report, self.lang))));
        Became::Stored(Stored::Unchanged)
    }

    fn unknown(&self, path: &Path, report: &FileReport, bar: &ProgressBar) -> Became {
        let told = told::unknown(report, &self.style, self.lang);
        bar.suspend(|| eprintln!("{}: {told}", path.display()));
        Became::Unknown
    }

    /// Stores what was read, and notes that it has been.
    async fn read(&self, path: &Path, read: &ReadFile, bar: &ProgressBar) -> Result<Became, AppError> {
        let ReadFile { file, document, report } = read;
        let became = if document.kind == DocumentKind::Unknown {
            self.unknown(path, report, bar)
        } else {
            let imported = self.app.store_document(&self.municipality, document, &file.bytes).await?;
            let line = self.told(&path.display().to_string(), &imported);
            bar.suspend(|| output::result(&(line + &told::understood(report, self.lang))));
            Became::Stored(imported.outcome)
        };
        self.app.note_file_read(&self.municipality, &self.reader, &file.bytes, report).await?;
        Ok(became)
    }

    fn told(&self, file: &str, imported: &Imported) -> String {
        let diff = &imported.diff;
        let told = match imported.outcome {
            Stored::Unchanged => Message::new("cli-import-unchanged").with("file", file),
            Stored::New => Message::new("cli-import-new").with("file", file).with("facts", diff.new.len()),
            Stored::NewVersion => Message::new("cli-import-version")
                .with("file", file)
                .with("version", i64::from(imported.version))
                .with("new", diff.new.len())
                .with("same", diff.same)
                .with("different", diff.different.len())
                .with("gone", diff.gone.len()),
            Stored::Earlier => aside("cli-import-earlier", file, imported),
            Stored::OtherForm => aside("cli-import-form", file, imported),
        };
        let why = imported.in_force.as_ref().map(|held| held.why.in_lang(self.lang));
        let why = why.map(|why| format!(" ({why})")).unwrap_or_default();
        told.in_lang(self.lang) + &why
    }
}

/// What is told of a version that is beside another, and of which of them is in force.
fn aside(key: &'static str, file: &str, imported: &Imported) -> Message {
    let held = imported.in_force.as_ref().map_or(imported.version, |held| held.version);
    let message = Message::new(key).with("file", file).with("version", i64::from(imported.version));
    message.with("held", i64::from(held))
}

/// Whether the user wants to stop: the first time after the document that is being stored, the
/// second time at once.
fn stopping() -> Arc<AtomicBool> {
    let stopped = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&stopped);
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            told.store(true, Ordering::Relaxed);
        }
        if tokio::signal::ctrl_c().await.is_ok() {
            std::process::exit(2);
        }
    });
    stopped
}

/// A message about a file that begins with its name, with its whole path: an archive has many
/// folders.
fn with_folder(path: &Path, told: &str) -> String {
    let name = path.file_name().and_then(|name| name.to_str()).filter(|name| !name.is_empty());
    let rest = name.and_then(|name| told.strip_prefix(name));
    rest.map_or_else(|| told.to_owned(), |rest| format!("{}{rest}", path.display()))
}

/// A bar on standard error, when that is a screen.
fn progress(files: usize) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(u64::try_from(files).ok(), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_in_a_folder_is_told_with_its_folder() {
        let path = Path::new("arkiv/2031/plan.pdf");
        assert_eq!(with_folder(path, "plan.pdf är trasig."), "arkiv/2031/plan.pdf är trasig.");
        assert_eq!(with_folder(path, "Databasen är upptagen."), "Databasen är upptagen.");
    }
}
