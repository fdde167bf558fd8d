//! Many files read and checked side by side.

use super::outsider::{self, Checks, Children, Read, Reader, Setup, Why};
use super::report::FileReport;
use crate::archive::{self, InputFile};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use uppsikt_domain::document::Document;
use uppsikt_domain::structure::Structure;
use uppsikt_messages::Message;
use uppsikt_reading::{HouseStyle, Ready};
use uppsikt_store::sha256_hex;

/// As many files are held in memory at a time, however many there are.
const AT_ONCE: usize = 16;

/// A file that has been read and checked on its own.
#[derive(Debug, Clone)]
pub struct ReadFile {
    /// Its name and bytes.
    pub file: InputFile,
    /// What it says.
    pub document: Arc<Document>,
    /// What is told of it.
    pub report: FileReport,
}

/// What became of a file.
#[derive(Debug, Clone)]
pub enum Seen {
    /// It was read.
    Read(Box<ReadFile>),
    /// The same bytes were read by the same program in the same style before.
    Before(Box<FileReport>),
}

/// How files are read.
#[derive(Debug, Clone)]
pub struct Manner {
    /// In which style.
    pub style: Arc<HouseStyle>,
    /// Against what each is checked.
    pub structure: Arc<Structure>,
    /// The day that they are seen from.
    pub seen_from: NaiveDate,
    /// What has been read before, by the SHA-256 of its bytes.
    pub before: Arc<HashMap<String, FileReport>>,
}

type Answer = Result<Seen, Message>;

/// Reads files side by side in a style, checks each against what belongs to the municipality,
/// and hands them on in order, each with its path, as soon as it is its turn; the message tells
/// why one could not be read. What was read before is not read again.
///
/// Reading goes on while the files before are used, by at most [`AT_ONCE`] files. It stops when
/// what is given back is dropped.
pub fn read_files(paths: &[PathBuf], manner: Manner) -> impl Iterator<Item = (PathBuf, Answer)> + use<> {
    let (send, receive) = sync_channel::<(PathBuf, Receiver<Answer>)>(AT_ONCE);
    let paths = paths.to_vec();
    std::thread::spawn(move || {
        let (hand_out, taken) = channel::<(PathBuf, Sender<Answer>)>();
        let taken = Arc::new(Mutex::new(taken));
        let ready = Ready::new(&manner.style);
        let readers = Readers::new(&manner, &ready);
        std::thread::scope(|threads| {
            for _ in 0..rayon::current_num_threads() {
                let (taken, readers) = (Arc::clone(&taken), &readers);
                threads.spawn(move || work(&taken, readers));
            }
            // Theirs alone: where no worker is left, nobody waits for one.
            drop(taken);
            for path in paths {
                let (done, answer) = channel();
                let waited_for = send.send((path.clone(), answer)).is_ok();
                if !waited_for || hand_out.send((path, done)).is_err() {
                    break;
                }
            }
            drop(hand_out);
        });
    });
    receive.into_iter().map(|(path, answer)| {
        let lost = || Err(Message::new("reading-lost").with("path", path.display().to_string()));
        let answer = answer.recv().unwrap_or_else(|_| lost());
        (path, answer)
    })
}

/// Reads files until there are no more.
fn work(taken: &Mutex<Receiver<(PathBuf, Sender<Answer>)>>, readers: &Readers<'_>) {
    loop {
        let next = taken.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((path, done)) = next else { return };
        // Whoever has stopped waiting wants no answer.
        let _ = done.send(readers.seen(&path));
    }
}

/// Children that read, and wait for the next file in between; without a program to run, this process.
struct Readers<'a> {
    children: Option<&'static Children>,
    setup: Setup,
    idle: Mutex<Vec<Reader>>,
    ready: &'a Ready<'a>,
    before: &'a HashMap<String, FileReport>,
}

impl<'a> Readers<'a> {
    fn new(manner: &'a Manner, ready: &'a Ready<'a>) -> Self {
        let children = outsider::children();
        let checks = Checks { structure: (*manner.structure).clone(), seen_from: manner.seen_from };
        let limits = children.map(|children| children.limits).unwrap_or_default();
        let setup = Setup { limits, style: (*manner.style).clone(), checks: Some(checks) };
        Readers { children, setup, idle: Mutex::default(), ready, before: &manner.before }
    }

    fn seen(&self, path: &Path) -> Answer {
        let file = archive::input_file(path)?;
        if let Some(report) = self.before.get(&sha256_hex(&file.bytes)) {
            return Ok(Seen::Before(Box::new(report.clone())));
        }
        let read = match self.children {
            Some(children) => self.in_child(children, &file),
            None => outsider::child::read(&file.name, &file.bytes, self.ready, &self.setup),
        };
        let Read { document, findings } = read.map_err(|why| why.of(&file).message())?;
        let report = FileReport::of(&document, findings);
        Ok(Seen::Read(Box::new(ReadFile { file, document: Arc::new(document), report })))
    }

    /// Reads in a child that waits, else in a new one.
    fn in_child(&self, children: &Children, file: &InputFile) -> Result<Read, Why> {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = idle().pop();
        let mut reader = match waiting {
            Some(reader) => reader,
            None => Reader::start(&children.program, &self.setup)?,
        };
        let read = reader.read(file);
        if !reader.has_ended() {
            idle().push(reader);
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manner(before: HashMap<String, FileReport>) -> Manner {
        let style = HouseStyle::standard();
        let structure = Arc::new(style.structure());
        let seen_from = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        Manner { style: Arc::new(style), structure, seen_from, before: Arc::new(before) }
    }

    fn files(folder: &Path, count: usize) -> Vec<PathBuf> {
        let paths: Vec<PathBuf> = (0..count).map(|at| folder.join(format!("{at:02}.md"))).collect();
        for (at, path) in paths.iter().enumerate().filter(|(at, _)| at % 7 != 3) {
            std::fs::write(path, format!("# Nämndsbudget {}\n\nParknämnden\n", 2000 + at)).unwrap();
        }
        paths
    }

    #[test]
    fn files_come_in_order_whatever_is_wrong_with_some() {
        let folder = tempfile::tempdir().unwrap();
        let paths = files(folder.path(), 40);
        let read: Vec<_> = read_files(&paths, manner(HashMap::new())).collect();
        assert!(read.iter().map(|(path, _)| path).eq(paths.iter()));
        for (at, (_, seen)) in read.iter().enumerate() {
            let year = match seen {
                Ok(Seen::Read(read)) => read.document.year,
                _ => None,
            };
            assert_eq!(year, (at % 7 != 3).then(|| i32::try_from(2000 + at).unwrap()));
        }
    }

    #[test]
    fn what_was_read_before_is_not_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let paths = files(folder.path(), 2);
        let first: Vec<_> = read_files(&paths, manner(HashMap::new())).collect();
        let Ok(Seen::Read(read)) = &first[0].1 else { panic!("read") };
        let before = HashMap::from([(sha256_hex(&read.file.bytes), read.report.clone())]);
        let again: Vec<_> = read_files(&paths, manner(before)).collect();
        assert!(matches!(&again[0].1, Ok(Seen::Before(report)) if **report == read.report));
        assert!(matches!(&again[1].1, Ok(Seen::Read(_))));
    }

    #[test]
    fn reading_stops_when_nobody_waits() {
        let folder = tempfile::tempdir().unwrap();
        let paths = files(folder.path(), 60);
        let mut reading = read_files(&paths, manner(HashMap::new()));
        assert!(reading.next().is_some_and(|(path, _)| path == paths[0]));
        drop(reading);
    }
}
