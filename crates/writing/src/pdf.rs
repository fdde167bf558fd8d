//! From a report to a PDF that passes PDF/UA-1 and PDF/A-2a.

use std::thread;

use typst::comemo;
use typst::foundations::{Datetime, Smart};
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::error::WritingError;
use crate::model::{Day, Report};
use crate::prepare::data_of;
use crate::world::ReportWorld;

/// How much stack the setting of a document gets: deep documents need more than a
/// server's worker has.
const STACK: usize = 64 * 1024 * 1024;

/// Bytes that may follow the title in the running foot: stage and page numbers.
const FOOT_REST: usize = 80;

/// Compilations that results are kept for, so that a document that is printed again
/// costs little.
const KEPT: usize = 5;

/// The report as PDF, tagged, in one file that meets PDF/UA-1 and PDF/A-2a.
///
/// The same report gives the same bytes. Characters that the fonts lack are printed as
/// their code. Errors: a day that does not exist, or a reference without its target.
pub fn pdf(report: &Report) -> Result<Vec<u8>, WritingError> {
    with_room(|| {
        let document = set(report)?;
        let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
            .map_err(|error| WritingError::Refused(vec![error.message().to_string()]))?;
        let creator = Smart::Custom(Some(format!("Uppsikt {}", env!("CARGO_PKG_VERSION"))));
        let options = PdfOptions { standards, creator, ..PdfOptions::default() };
        typst_pdf::pdf(&document, &options).map_err(|errors| WritingError::refused(&errors))
    })
}

/// The words that stand on the report's pages, page by page without the running foot, in
/// the order in which they are set: what a program that takes text out of the PDF finds.
/// A space stands between any two runs of letters.
pub fn printed_text(report: &Report) -> Result<Vec<String>, WritingError> {
    with_room(|| {
        let document = set(report)?;
        let foot = report.running_foot();
        Ok(document.pages().iter().map(|page| without_foot(frame_text(&page.frame), &foot)).collect())
    })
}

/// The foot is set last on its page.
fn without_foot(mut page: String, foot: &str) -> String {
    if let Some(start) = page.rfind(foot).filter(|start| page[*start..].len() < foot.len() + FOOT_REST) {
        page.truncate(start);
    }
    page
}

fn with_room<T: Send>(work: impl FnOnce() -> Result<T, WritingError> + Send) -> Result<T, WritingError> {
    let failed = |what: &str| WritingError::Thread(what.to_owned());
    thread::scope(|scope| {
        let thread = thread::Builder::new().name("typst".to_owned()).stack_size(STACK);
        let worker = thread.spawn_scoped(scope, work).map_err(|error| failed(&error.to_string()))?;
        worker.join().map_err(|_| failed("panic"))?
    })
}

fn set(report: &Report) -> Result<PagedDocument, WritingError> {
    let Day(year, month, day) = report.date;
    let today = Datetime::from_ymd(year, month, day).ok_or(WritingError::Day { year, month, day })?;
    let world = ReportWorld::new(data_of(report)?, today)
        .ok_or_else(|| WritingError::Refused(vec!["no template".to_owned()]))?;
    let set = typst::compile::<PagedDocument>(&world);
    comemo::evict(KEPT);
    let document = set.output.map_err(|errors| WritingError::refused(&errors))?;
    if set.warnings.is_empty() { Ok(document) } else { Err(WritingError::refused(&set.warnings)) }
}

fn frame_text(frame: &Frame) -> String {
    let mut found = String::new();
    collect(frame, &mut found);
    found
}

fn collect(frame: &Frame, found: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect(&group.frame, found),
            FrameItem::Text(text) => {
                found.push_str(&text.text);
                found.push(' ');
            }
            _ => {}
        }
    }
}
