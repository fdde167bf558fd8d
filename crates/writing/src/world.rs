//! The one door through which a template sees anything: itself, its data, its fonts.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::fonts::{BOOK, FONTS};

const TEMPLATE: &str = include_str!("../templates/document.typ");

static TEMPLATE_ID: LazyLock<Option<FileId>> = LazyLock::new(|| file_id("/document.typ"));
static DATA_ID: LazyLock<Option<FileId>> = LazyLock::new(|| file_id("/data.json"));
static SOURCE: LazyLock<Option<Source>> =
    LazyLock::new(|| TEMPLATE_ID.map(|id| Source::new(id, TEMPLATE.to_owned())));

/// Row headers in tables need the accessibility extras.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build())
});

fn file_id(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

/// A template with its data. Every other file is denied and the day is the report's own.
pub struct ReportWorld {
    data: Bytes,
    day: Datetime,
    main: FileId,
}

impl ReportWorld {
    /// `data` is JSON for the template.
    pub fn new(data: Vec<u8>, day: Datetime) -> Option<ReportWorld> {
        Some(ReportWorld { data: Bytes::new(data), day, main: (*TEMPLATE_ID)? })
    }
}

fn denied(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_with_slash().into())
}

impl World for ReportWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        match &*SOURCE {
            Some(source) if id == self.main => Ok(source.clone()),
            _ => Err(denied(id)),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if Some(id) == *DATA_ID { Ok(self.data.clone()) } else { Err(denied(id)) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        Some(self.day)
    }
}
