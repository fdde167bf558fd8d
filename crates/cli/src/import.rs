//! `uppsikt import PATH…`: reads and stores; twice changes nothing.

use crate::{Outcome, database, output, style};
use clap::ArgMatches;
use std::path::{Path, PathBuf};
use uppsikt_app::archive::{self, Archive};
use uppsikt_app::document::import::{Imported, Outcome as Stored};
use uppsikt_app::outside::Outside;
use uppsikt_app::{AppError, Uppsikt, style_of};
use uppsikt_domain::registry::Municipality;
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
        Ok(style) => Importing { app: &app, municipality, style, lang }.all(&archive.documents).await,
        Err(error) => {
            database::tell(&error, lang);
            Outcome::Unusable
        }
    }
}

/// The style that was given, else the municipality's own.
fn reading_style(given: Option<&str>, municipality: &Municipality) -> Result<HouseStyle, AppError> {
    Ok(match given {
        Some(text) => HouseStyle::from_toml(text)?,
        None => style_of(municipality)?,
    })
}

struct Importing<'a> {
    app: &'a Uppsikt,
    municipality: Municipality,
    style: HouseStyle,
    lang: Lang,
}

impl Importing<'_> {
    async fn all(&self, documents: &[PathBuf]) -> Outcome {
        let (mut new, mut versions, mut unchanged, mut refused) = (0_usize, 0_usize, 0_usize, 0_usize);
        for path in documents {
            match self.one(path).await {
                Some(Stored::New) => new += 1,
                Some(Stored::NewVersion) => versions += 1,
                Some(Stored::Unchanged) => unchanged += 1,
                None => refused += 1,
            }
        }
        let summary = Message::new("cli-import-summary")
            .with("read", documents.len())
            .with("new", new)
            .with("versions", versions)
            .with("unchanged", unchanged)
            .with("refused", refused);
        output::result(&summary.in_lang(self.lang));
        if refused == 0 { Outcome::Done } else { Outcome::Unusable }
    }

    /// Stores one file and tells what became of it. `None`: it could not be used.
    async fn one(&self, path: &Path) -> Option<Stored> {
        let name = path.display().to_string();
        let file = self.usable(archive::input_file(path))?;
        let document = self.usable(archive::read(&file, &self.style))?;
        match self.app.store_document(&self.municipality, &document, &file.bytes).await {
            Ok(imported) => {
                output::result(&told(&name, &imported).in_lang(self.lang));
                Some(imported.outcome)
            }
            Err(error) => {
                database::tell(&error, self.lang);
                None
            }
        }
    }

    fn usable<T>(&self, result: Result<T, Message>) -> Option<T> {
        result.map_err(|message| output::tell(&message, self.lang)).ok()
    }
}

fn told(file: &str, imported: &Imported) -> Message {
    let diff = &imported.diff;
    match imported.outcome {
        Stored::Unchanged => Message::new("cli-import-unchanged").with("file", file),
        Stored::New => Message::new("cli-import-new").with("file", file).with("facts", diff.new.len()),
        Stored::NewVersion => Message::new("cli-import-version")
            .with("file", file)
            .with("version", i64::from(imported.version))
            .with("new", diff.new.len())
            .with("same", diff.same)
            .with("different", diff.different.len())
            .with("gone", diff.gone.len()),
    }
}
