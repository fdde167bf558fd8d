//! The package: a ZIP whose parts are XML and point to each other.

use super::xml::Xml;
use crate::{FormatError, Limits};
use encoding_rs::UTF_8;
use std::collections::HashMap;
use std::io::{Cursor, ErrorKind, Read};
use zip::ZipArchive;
use zip::result::ZipError;

pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    limits: &'a Limits,
}

const DOCUMENT: &str = "word/document.xml";

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, FormatError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| failed(&error))?;
        Ok(Package { zip, limits })
    }

    /// A part as text; `None` where there is none.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, FormatError> {
        let limit = self.limits.unpacked_bytes;
        let part = match self.zip.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(failed(&error)),
        };
        let mut bytes = Vec::new();
        let read = part.take(limit.saturating_add(1)).read_to_end(&mut bytes);
        if bytes.len() as u64 > limit {
            return Err(FormatError::TooMuch { what: crate::Much::Bytes, limit });
        }
        read.map_err(|error| unread(&error, limit))?;
        let (text, _, _) = UTF_8.decode(&bytes);
        Ok(Some(text.into_owned()))
    }

    /// The name of the part that holds the text: by the package's own word, else the usual one.
    pub fn document(&mut self) -> Result<String, FormatError> {
        let told = self.part("_rels/.rels")?.map(|rels| targets(&rels, "", self.limits.depth));
        let named = told.transpose()?.unwrap_or_default().into_values();
        let named = named.filter(|target| target.kind == "officeDocument").map(|target| target.part);
        let known = |name: &String| name.starts_with("word/") && self.zip.index_for_name(name).is_some();
        let found = named.chain([DOCUMENT.to_owned()]).find(known);
        found.ok_or(FormatError::NoDocument)
    }

    /// What a part points to, by the names it uses.
    pub fn targets(&mut self, part: &str) -> Result<HashMap<String, Target>, FormatError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let rels = self.part(&format!("{folder}/_rels/{file}.rels"))?;
        rels.map_or(Ok(HashMap::new()), |rels| targets(&rels, folder, self.limits.depth))
    }
}

/// What a part points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    /// The last word of its type: "styles", "header".
    pub kind: String,
    pub part: String,
}

fn targets(rels: &str, folder: &str, depth: usize) -> Result<HashMap<String, Target>, FormatError> {
    let mut xml = Xml::new(rels, depth);
    let mut found = HashMap::new();
    if xml.child()?.is_none() {
        return Ok(found);
    }
    while let Some(element) = xml.child()? {
        let told = (element.attribute("Id"), element.attribute("Type"), element.attribute("Target"));
        if let (Some(id), Some(kind), Some(target)) = told {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            found.insert(id, Target { kind, part: resolved(folder, &target) });
        }
        xml.skip()?;
    }
    Ok(found)
}

/// A target as a part's name: from the root, or beside the part that points to it.
fn resolved(folder: &str, target: &str) -> String {
    match target.strip_prefix('/') {
        Some(root) => root.to_owned(),
        None if folder.is_empty() => target.to_owned(),
        None => format!("{folder}/{target}"),
    }
}

/// Why a part could not be unpacked: memory that was refused is not the file's damage.
fn unread(error: &std::io::Error, limit: u64) -> FormatError {
    match error.kind() {
        ErrorKind::OutOfMemory => {
            FormatError::TooMuch { what: crate::Much::Megabytes, limit: limit / (1024 * 1024) }
        }
        _ => FormatError::Damaged(error.to_string()),
    }
}

fn failed(error: &ZipError) -> FormatError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            FormatError::Encrypted
        }
        other => FormatError::Damaged(other.to_string()),
    }
}
