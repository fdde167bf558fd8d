//! Many files read and checked side by side.

use crate::archive::{self, InputFile};
use crate::checking;
use chrono::NaiveDate;
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::sync_channel;
use uppsikt_domain::document::Document;
use uppsikt_domain::structure::Structure;
use uppsikt_findings::Severity;
use uppsikt_messages::Message;
use uppsikt_reading::{HouseStyle, Ready};
use uppsikt_rules::Selection;

/// As many files are held in memory at a time, however many there are.
const AT_ONCE: usize = 16;

/// A file that has been read and checked on its own.
#[derive(Debug, Clone)]
pub struct ReadFile {
    /// Its name and bytes.
    pub file: InputFile,
    /// What it says.
    pub document: Arc<Document>,
    /// How many errors, warnings and notes the document alone gives.
    pub findings: [usize; 3],
}

/// Reads files side by side in a style, checks each against what belongs to the municipality,
/// and hands them on in order, each with its path; the message tells why one could not be read.
///
/// Reading goes on while the files before are used, by at most [`AT_ONCE`] files. It stops when
/// what is given back is dropped.
pub fn read_files(
    paths: &[PathBuf],
    style: Arc<HouseStyle>,
    structure: Arc<Structure>,
    seen_from: NaiveDate,
) -> impl Iterator<Item = (PathBuf, Result<ReadFile, Message>)> + use<> {
    let (send, receive) = sync_channel(AT_ONCE / 2);
    let paths = paths.to_vec();
    std::thread::spawn(move || {
        let ready = Ready::new(&style);
        for some in paths.chunks(AT_ONCE / 2) {
            let read = some.par_iter().map(|path| read_file(path, (&ready, &structure), seen_from));
            for (path, read) in some.iter().zip(read.collect::<Vec<_>>()) {
                if send.send((path.clone(), read)).is_err() {
                    return;
                }
            }
        }
    });
    receive.into_iter()
}

fn read_file(
    path: &Path,
    (style, structure): (&Ready<'_>, &Structure),
    seen_from: NaiveDate,
) -> Result<ReadFile, Message> {
    let file = archive::input_file(path)?;
    let document = Arc::new(archive::read_ready(&file, style)?);
    let found =
        checking::check(&[Arc::clone(&document)], structure.clone(), seen_from, &Selection::default());
    let findings = [Severity::Error, Severity::Warning, Severity::Note]
        .map(|severity| found.iter().filter(|finding| finding.severity == severity).count());
    Ok(ReadFile { file, document, findings })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_in_order_whatever_is_wrong_with_some() {
        let folder = tempfile::tempdir().unwrap();
        let paths: Vec<PathBuf> = (0..40).map(|at| folder.path().join(format!("{at:02}.md"))).collect();
        for (at, path) in paths.iter().enumerate().filter(|(at, _)| at % 7 != 3) {
            let text = format!("# Nämndsbudget {}\n\nParknämnden\n", 2000 + at);
            std::fs::write(path, text).unwrap();
        }
        let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        let style = HouseStyle::standard();
        let structure = style.structure();
        let read: Vec<_> = read_files(&paths, Arc::new(style), Arc::new(structure), day).collect();
        assert!(read.iter().map(|(path, _)| path).eq(paths.iter()));
        for (at, (_, read)) in read.iter().enumerate() {
            let year = read.as_ref().ok().and_then(|read| read.document.year);
            assert_eq!(year, (at % 7 != 3).then(|| i32::try_from(2000 + at).unwrap()));
        }
    }
}
