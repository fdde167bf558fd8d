//! Files from outside are read in a process of their own, with limits: a hostile file costs one
//! child, not the program. See docs/adr/0012.

pub(crate) mod child;
mod frames;
mod reader;

pub use child::be_child;
pub use reader::Reader;

use crate::archive::InputFile;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;
use uppsikt_domain::document::Document;
use uppsikt_domain::structure::Structure;
use uppsikt_formats::{Format, FormatError};
pub use uppsikt_formats::{Limits, Much};
use uppsikt_reading::{HouseStyle, ReadingError};

/// The hidden command of the program that reads files.
pub const COMMAND: &str = "take-out";

/// Texts up to so many bytes, some two hundred pages, may be read in the program itself.
const SMALL_TEXT: usize = 1024 * 1024;

/// A file is waited for this many times its seconds of work, since others work on the machine too.
const PATIENCE: u64 = 3;

/// What the reading of a file may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildLimits {
    /// Seconds of work.
    pub seconds: u64,
    /// Megabytes of memory.
    pub megabytes: u64,
    /// What is read of a file.
    pub limits: Limits,
}

impl Default for ChildLimits {
    fn default() -> Self {
        ChildLimits { seconds: 10, megabytes: 500, limits: Limits::default() }
    }
}

/// How files from outside are read.
#[derive(Debug, Clone)]
pub struct Children {
    /// The program that children run.
    pub program: PathBuf,
    /// What each file may use.
    pub limits: ChildLimits,
    /// Whether the program ends as soon as it has told what it read: then a small text is read in
    /// a thread of it, which ends with it.
    pub short_lived: bool,
}

static CHILDREN: OnceLock<Children> = OnceLock::new();

/// Says how files are read, once. Until then they are read in this process, without limits of
/// time and memory.
pub fn use_children(children: Children) {
    // Whoever came first stays.
    let _ = CHILDREN.set(children);
}

pub(crate) fn children() -> Option<&'static Children> {
    CHILDREN.get()
}

/// What a child is told before its first file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Setup {
    /// What each file may use.
    pub limits: ChildLimits,
    /// The style in which files are read.
    pub style: HouseStyle,
    /// What each document is checked against, where it is.
    pub checks: Option<Checks>,
}

/// What a document is checked against.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Checks {
    /// What belongs to the municipality.
    pub structure: Structure,
    /// The day that it is seen from.
    pub seen_from: NaiveDate,
}

/// What a file says.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Read {
    /// The document.
    pub document: Document,
    /// How many errors, warnings and notes the document alone gives, where it was checked.
    pub findings: [usize; 3],
}

/// Reads a file within the limits.
///
/// # Errors
/// When the file cannot be read, or is more than the limits allow.
pub fn read(file: &InputFile, style: &HouseStyle) -> Result<Document, ReadingError> {
    let Some(children) = children() else { return uppsikt_reading::read(&file.name, &file.bytes, style) };
    let is_text = Format::of(&file.bytes).is_none();
    if children.short_lived && is_text && file.bytes.len() <= SMALL_TEXT {
        return in_thread(file, style, children.limits.seconds);
    }
    let setup = Setup { limits: children.limits, style: style.clone(), checks: None };
    let read = Reader::start(&children.program, &setup).and_then(|mut reader| reader.read(file));
    read.map_err(|why| why.of(file)).map(|read| read.document)
}

/// Reads a text in a thread that is left behind if it goes on for too long.
fn in_thread(file: &InputFile, style: &HouseStyle, seconds: u64) -> Result<Document, ReadingError> {
    let (own, style) = (file.clone(), style.clone());
    let (done, answer) = channel();
    std::thread::spawn(move || {
        let read = || uppsikt_reading::read(&own.name, &own.bytes, &style);
        // Threads of its own: those that all share are not to be left behind with it.
        let pool = rayon::ThreadPoolBuilder::new().build();
        // Whoever has stopped waiting wants no answer.
        let _ = done.send(pool.map_or_else(|_| read(), |pool| pool.install(read)));
    });
    answer.recv_timeout(Duration::from_secs(seconds.saturating_mul(PATIENCE))).unwrap_or_else(|why| {
        Err(match why {
            RecvTimeoutError::Timeout => Why::too_much(Much::Seconds, seconds),
            RecvTimeoutError::Disconnected => {
                Why::Unreadable(FormatError::Damaged("the reading ended".to_owned()))
            }
        }
        .of(file))
    })
}

/// Why a file was not read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Why {
    /// The reader says why.
    Told(ReadingError),
    /// Its child could not read it, or was ended.
    Unreadable(FormatError),
}

impl Why {
    fn too_much(what: Much, limit: u64) -> Self {
        Why::Unreadable(FormatError::TooMuch { what, limit })
    }

    pub(crate) fn of(self, file: &InputFile) -> ReadingError {
        match self {
            Why::Told(error) => error,
            Why::Unreadable(why) => {
                let format = Format::of(&file.bytes).map_or("text", Format::name);
                ReadingError::Format { file: file.name.clone(), format: format.to_owned(), why }
            }
        }
    }
}
