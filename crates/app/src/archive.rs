//! Folders of documents: finding them, founding their municipality, importing them.

use crate::act::ActError;
use crate::document::import::{Import, Imported, import};
use crate::document::outsider;
use crate::document::report::FileReport;
use crate::municipality::file::MunicipalityFile;
use crate::municipality::found::found;
use crate::municipality::revise::revise;
use crate::rights::Actor;
use crate::uppsikt::{AppError, Uppsikt, structure_of, style_of, usable_style};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use uppsikt_domain::document::Document;
use uppsikt_domain::registry::Municipality;
use uppsikt_messages::Message;
use uppsikt_reading::{HouseStyle, Ready};
use uppsikt_store::sha256_hex;

/// The name of the file that describes a municipality.
pub const MUNICIPALITY_FILE: &str = "kommun.toml";

/// Endings of files that are taken for documents.
const ENDINGS: [&str; 7] = ["txt", "md", "markdown", "pdf", "docx", "html", "htm"];

/// Folders inside each other that are searched.
const DEEPEST: usize = 12;

/// A file as it came in.
#[derive(Debug, Clone)]
pub struct InputFile {
    /// Its name, without folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What a person hands in: perhaps a description of the municipality, and documents.
#[derive(Debug, Clone, Default)]
pub struct Archive {
    /// The text of `kommun.toml`, where there is one.
    pub municipality: Option<String>,
    /// The text of the house style that it names, or that was given beside it.
    pub style: Option<String>,
    /// Paths of documents, sorted by name.
    pub documents: Vec<PathBuf>,
    /// Paths of files of other kinds, which are not read, sorted by name.
    pub others: Vec<PathBuf>,
}

impl Archive {
    /// Gathers documents and `kommun.toml` from files and folders; folders are searched with
    /// all that is in them, hidden ones left out. The messages tell of paths that are missing, unreadable or
    /// folders without documents; the others are gathered all the same.
    pub fn gather(paths: &[PathBuf]) -> (Archive, Vec<Message>) {
        let mut archive = Archive::default();
        let mut problems = Vec::new();
        for path in paths {
            if let Err(found) = archive.add(path) {
                problems.extend(found);
            }
        }
        for paths in [&mut archive.documents, &mut archive.others] {
            paths.sort();
            paths.dedup();
        }
        (archive, problems)
    }

    /// The documents in the order in which their files were changed, those of the same second by
    /// name: of two files of one document the later one is in force, unless they say otherwise.
    pub fn by_age(&self) -> Vec<PathBuf> {
        let changed = |path: &PathBuf| {
            let time = std::fs::metadata(path).and_then(|file| file.modified()).ok();
            let since = time.and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
            (since.map(|since| since.as_secs()), path.clone())
        };
        let mut paths = self.documents.clone();
        paths.sort_by_cached_key(changed);
        paths
    }

    fn add(&mut self, path: &Path) -> Result<(), Vec<Message>> {
        if !path.exists() {
            return Err(vec![told("cli-not-found", path)]);
        }
        if !path.is_dir() {
            self.documents.push(path.to_path_buf());
            return Ok(());
        }
        let before = self.documents.len();
        self.gather_from(path, DEEPEST).map_err(|message| vec![message])?;
        let file = path.join(MUNICIPALITY_FILE);
        if file.exists() {
            let text = std::fs::read_to_string(&file).map_err(|error| vec![unreadable(&file, &error)])?;
            self.municipality = Some(text);
            self.style = style_beside(path, self.municipality.as_deref().unwrap_or_default())?;
            self.leave_out_what_was_used(path);
        }
        let empty = self.documents.len() == before && self.municipality.is_none();
        if empty { Err(vec![told("cli-import-no-documents", path)]) } else { Ok(()) }
    }

    /// The municipality's own file and its style are no documents, and have been read.
    fn leave_out_what_was_used(&mut self, folder: &Path) {
        let style = self.municipality.as_deref().and_then(|text| MunicipalityFile::parse(text).ok()?.style);
        let names = style.into_iter().chain([MUNICIPALITY_FILE.to_owned()]);
        let used: Vec<PathBuf> = names.map(|name| folder.join(name)).collect();
        self.others.retain(|path| !used.contains(path));
    }

    fn gather_from(&mut self, folder: &Path, depth: usize) -> Result<(), Message> {
        for entry in std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
            let entry = entry.map_err(|error| unreadable(folder, &error))?;
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            // Links are not followed: a folder may hold one to itself.
            let kind = entry.file_type().map_err(|error| unreadable(folder, &error))?;
            if kind.is_dir() && !hidden && depth > 0 {
                self.gather_from(&entry.path(), depth - 1)?;
            } else if kind.is_file() && is_document(&entry.path()) {
                self.documents.push(entry.path());
            } else if !hidden && !is_readme(&entry.path()) {
                self.others.push(entry.path());
            }
        }
        Ok(())
    }
}

fn style_beside(folder: &Path, municipality: &str) -> Result<Option<String>, Vec<Message>> {
    let Some(name) = MunicipalityFile::parse(municipality)?.style else { return Ok(None) };
    let path = folder.join(name);
    std::fs::read_to_string(&path).map(Some).map_err(|error| vec![unreadable(&path, &error)])
}

/// Documents by their endings.
fn is_document(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) && !is_readme(path)
}

/// `README` files belong to people, not to the archive.
fn is_readme(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| stem == "README")
}

fn told(key: &'static str, path: &Path) -> Message {
    Message::new(key).with("path", path.display().to_string())
}

fn unreadable(path: &Path, error: &std::io::Error) -> Message {
    told("cli-not-readable", path).with("why", error.to_string())
}

/// Reads a file's bytes, unless it is larger than any document that is read.
///
/// # Errors
/// A message for a file that is missing, unreadable or too large.
pub fn input_file(path: &Path) -> Result<InputFile, Message> {
    let metadata = std::fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => told("cli-not-found", path),
        _ => unreadable(path, &error),
    })?;
    if metadata.is_dir() {
        return Err(told("cli-is-folder", path));
    }
    let size = usize::try_from(metadata.len()).unwrap_or(usize::MAX);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if size > uppsikt_reading::LARGEST_BYTES {
        return Err(uppsikt_reading::ReadingError::TooLarge {
            file: name,
            bytes: size,
            largest: uppsikt_reading::LARGEST_BYTES,
        }
        .message());
    }
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
    Ok(InputFile { name, bytes })
}

/// Reads a document from outside, within the limits.
///
/// # Errors
/// A message for bytes that cannot be read at all.
pub fn read(file: &InputFile, style: &HouseStyle) -> Result<Document, Message> {
    outsider::read(file, style).map_err(|error| error.message())
}

impl Uppsikt {
    /// The municipality that documents go to: the one that `kommun.toml` describes, else the
    /// named one, else the only one that there is. One that is missing is founded; one that
    /// is there follows the file.
    ///
    /// # Errors
    /// When storage fails, the file does not hold together or several municipalities could be meant.
    pub async fn municipality_for(
        &self,
        file: Option<&str>,
        style: Option<&str>,
        name: Option<&str>,
        fallback: &str,
    ) -> Result<Municipality, AppError> {
        if let Some(style) = style.filter(|style| !style.trim().is_empty()) {
            usable_style(style).map_err(AppError::MunicipalityFile)?;
        }
        let described = match file {
            Some(text) => MunicipalityFile::parse(text).map_err(AppError::MunicipalityFile)?,
            None => self.undescribed(name, fallback).await?,
        };
        let (store, outside, actor) = (self.store(), self.outside(), Actor::operator());
        match store.municipality(&described.slug).await? {
            None => {
                found(store, outside, &actor, &described, style.unwrap_or_default()).await?;
            }
            Some(entry) if file.is_some() => {
                revise(store, outside, &actor, entry.id, &described, style.unwrap_or_default()).await?;
            }
            Some(_) => {}
        }
        let city = self.city(&described.slug).await?;
        let missing = || ActError::Refused(Message::new("act-municipality-missing"));
        Ok(city.ok_or_else(missing)?.data.municipality.clone())
    }

    async fn undescribed(&self, name: Option<&str>, fallback: &str) -> Result<MunicipalityFile, AppError> {
        let all = self.municipalities().await?;
        let chosen = match (name, all.as_slice()) {
            (Some(name), _) => name.to_owned(),
            (None, []) => fallback.to_owned(),
            (None, [only]) => only.name.clone(),
            (None, several) => return Err(ActError::Refused(which(several)).into()),
        };
        let slug = all.iter().find(|entry| entry.name == chosen || entry.slug == chosen);
        let slug = slug.map_or_else(|| uppsikt_text::format::slug(&chosen), |entry| entry.slug.clone());
        Ok(MunicipalityFile { slug, ..MunicipalityFile::named(&chosen) })
    }

    /// Stores what was read.
    ///
    /// # Errors
    /// When storage fails or the document is refused.
    pub async fn store_document(
        &self,
        municipality: &Municipality,
        document: &Document,
        bytes: &[u8],
    ) -> Result<Imported, AppError> {
        let structure = structure_of(municipality)?;
        let what = Import { municipality: municipality.id, document, bytes, structure: &structure };
        Ok(import(self.store(), self.outside(), &Actor::operator(), what).await?)
    }

    /// What a reader has read before, by the SHA-256 of the bytes.
    ///
    /// # Errors
    /// When storage fails.
    pub async fn files_read(
        &self,
        municipality: &Municipality,
        reader: &str,
    ) -> Result<HashMap<String, FileReport>, AppError> {
        let noted = self.store().files_read(municipality.id, reader).await?;
        let told = |(sha256, report): (String, String)| Some((sha256, serde_json::from_str(&report).ok()?));
        Ok(noted.into_iter().filter_map(told).collect())
    }

    /// Notes what was told of a file, so that the same reader need not read the same bytes again.
    ///
    /// # Errors
    /// When storage fails.
    pub async fn note_file_read(
        &self,
        municipality: &Municipality,
        reader: &str,
        bytes: &[u8],
        report: &FileReport,
    ) -> Result<(), AppError> {
        let told = serde_json::to_string(report).unwrap_or_default();
        let sha256 = sha256_hex(bytes);
        let note = (sha256.as_str(), reader, told.as_str());
        Ok(self.store().note_file_read(municipality.id, note, self.outside().now()).await?)
    }

    /// Founds the described municipality and stores all texts, in order. They are the program's
    /// own, and read without limits.
    ///
    /// # Errors
    /// At the first file that cannot be read or is refused.
    pub async fn take_in(
        &self,
        file: &str,
        style: &str,
        files: &[InputFile],
    ) -> Result<Municipality, AppError> {
        let municipality = self.municipality_for(Some(file), Some(style), None, "").await?;
        let style = style_of(&municipality)?;
        let ready = Ready::new(&style);
        for file in files {
            let document = ready.read_text(&file.name, &file.bytes);
            let document = document.map_err(|error| ActError::Refused(error.message()))?;
            self.store_document(&municipality, &document, &file.bytes).await?;
        }
        Ok(municipality)
    }
}

fn which(several: &[uppsikt_store::MunicipalityEntry]) -> Message {
    let names: Vec<&str> = several.iter().map(|entry| entry.name.as_str()).collect();
    Message::new("cli-publish-which").with("municipalities", names.join(", "))
}
