//! `uppsikt import PATH…`: reads and stores; twice changes nothing, so that an import that
//! was stopped goes on where it was when it is started again.

use crate::{Outcome, database, output, read, style};
use clap::ArgMatches;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uppsikt_app::archive::Archive;
use uppsikt_app::document::import::{Imported, Outcome as Stored};
use uppsikt_app::document::reading::{ReadFile, read_files};
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
    let Some(style) = style::text(given, lang) else { return Outcome::Unusable };
    let work = import(given, &archive, style, lang);
    let outcome = database::wait(work).unwrap_or(Outcome::Unusable);
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
            let (style, structure) = (Arc::new(style), Arc::new(structure));
            Importing { app: &app, municipality, style, structure, lang }.all(&archive.documents).await
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

struct Importing<'a> {
    app: &'a Uppsikt,
    municipality: Municipality,
    style: Arc<HouseStyle>,
    structure: Arc<Structure>,
    lang: Lang,
}

impl Importing<'_> {
    async fn all(&self, documents: &[PathBuf]) -> Outcome {
        let (mut new, mut versions, mut unchanged) = (0_usize, 0_usize, 0_usize);
        let (mut unknown, mut refused) = (0_usize, 0_usize);
        let bar = progress(documents.len());
        let today = self.app.outside().now().date_naive();
        let files = read_files(documents, Arc::clone(&self.style), Arc::clone(&self.structure), today);
        for (path, read) in files {
            let outcome = self.one(&path, read, &bar).await;
            bar.inc(1);
            match outcome {
                Became::Stored(Stored::New) => new += 1,
                Became::Stored(Stored::NewVersion) => versions += 1,
                Became::Stored(Stored::Unchanged) => unchanged += 1,
                Became::Unknown => unknown += 1,
                Became::Refused => refused += 1,
            }
        }
        bar.finish_and_clear();
        let summary = Message::new("cli-import-summary")
            .with("read", documents.len())
            .with("new", new)
            .with("versions", versions)
            .with("unchanged", unchanged)
            .with("refused", refused + unknown);
        output::result(&summary.in_lang(self.lang));
        if refused == 0 { Outcome::Done } else { Outcome::Unusable }
    }

    /// Stores one file and tells what became of it.
    async fn one(&self, path: &Path, read: Result<ReadFile, Message>, bar: &ProgressBar) -> Became {
        let name = path.display().to_string();
        let usable = match read {
            Ok(read) if read.document.kind == DocumentKind::Unknown => {
                let sought = uppsikt_reading::not_recognised_message(&self.style).in_lang(self.lang);
                bar.suspend(|| eprintln!("{name}: {sought}"));
                return Became::Unknown;
            }
            Ok(read) => self
                .app
                .store_document(&self.municipality, &read.document, &read.file.bytes)
                .await
                .map(|imported| (read, imported))
                .map_err(|error| error.messages(self.lang)),
            Err(message) => Err(vec![message.in_lang(self.lang)]),
        };
        match usable {
            Ok((read, imported)) => {
                let line = self.told(&name, &imported) + &self.understood(&read);
                bar.suspend(|| output::result(&line));
                Became::Stored(imported.outcome)
            }
            Err(why) => {
                bar.suspend(|| why.iter().for_each(|why| eprintln!("{}", with_folder(path, why))));
                Became::Refused
            }
        }
    }

    /// What the document is, what was found in it, and what nobody took.
    fn understood(&self, read: &ReadFile) -> String {
        let [errors, warnings, notes] = read.findings;
        let told = Message::new("cli-import-understood")
            .with("kind", read::kind(read.document.kind, self.lang))
            .with("errors", errors)
            .with("warnings", warnings)
            .with("notes", notes)
            .with("unread", read.document.unread.len());
        told.in_lang(self.lang)
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
        };
        told.in_lang(self.lang)
    }
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
