//! PDF by where its glyphs stand, and by its tags where it has them.
#![allow(clippy::float_arithmetic, reason = "places on paper are no amounts")]

mod across;
mod asides;
mod blocks;
mod chart;
mod contents;
mod continued;
mod drawn;
mod emphasis;
mod ends;
mod faces;
mod grid;
mod headings;
mod heads;
mod mended;
mod notes;
mod numbers;
mod over;
mod parted;
mod plot;
mod printed;
mod running;
mod sheet;
mod short;
mod sides;
mod spans;
mod spread;
mod stretch;
mod swelling;
mod table;
mod tagged;
mod tagged_table;
mod tags;
mod words;
mod work;
mod wrapped;
mod write;

use crate::{Extract, FormatError, Limits};
use drawn::Drawn;
use faces::Faces;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, RenderContent, TransformExt, interpret_page,
};
use printed::Printed;
use sheet::Sheet;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, Scope};
use tags::Tags;
use work::Work;

/// The lines of a page and what is drawn around them.
#[derive(Debug, Default)]
pub(crate) struct Leaf {
    lines: Vec<Printed>,
    drawn: Drawn,
    height: f64,
}

pub(crate) fn extract(bytes: &[u8], limits: &Limits) -> Result<Extract, FormatError> {
    swelling::refuse(bytes, limits)?;
    let pdf = Pdf::new(Arc::new(bytes.to_vec())).map_err(refused)?;
    let count = u32::try_from(pdf.pages().len()).unwrap_or(u32::MAX);
    if count == 0 {
        return Err(FormatError::Damaged("no pages".to_owned()));
    }
    if count > limits.pages {
        return Err(FormatError::TooMuch { what: crate::Much::Pages, limit: u64::from(limits.pages) });
    }
    let (tags, read) = read(&pdf, limits)?;
    let Read { mut leaves, scanned, empty } = read;
    let nothing = leaves.iter().all(|leaf| leaf.lines.is_empty());
    if nothing && !scanned.is_empty() {
        return Err(FormatError::Scanned { pages: count });
    }
    running::mark(&mut leaves);
    for leaf in &mut leaves {
        plot::mark(&mut leaf.lines, &leaf.drawn);
        chart::mark(&mut leaf.lines);
        numbers::point(&mut leaf.lines);
    }
    sides::in_order(&mut leaves);
    short::in_order(&mut leaves);
    for leaf in &mut leaves {
        leaf.lines = notes::in_place(std::mem::take(&mut leaf.lines));
    }
    for leaf in &mut leaves {
        parted::part(&mut leaf.lines, &leaf.drawn);
    }
    let mut blocks = blocks::read(&leaves, &tags);
    mended::mend(&mut blocks);
    Ok(Extract { pages: Some(count), lines: write::lines(&blocks), scanned, empty })
}

fn refused(error: LoadPdfError) -> FormatError {
    match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => FormatError::Encrypted,
        LoadPdfError::Decryption(_) => FormatError::Damaged("the encryption cannot be read".to_owned()),
        LoadPdfError::Invalid => FormatError::Damaged("no page can be found".to_owned()),
    }
}

/// All pages, the numbers of those whose text cannot be taken out and of those without any.
#[derive(Default)]
struct Read {
    leaves: Vec<Leaf>,
    scanned: Vec<u32>,
    empty: Vec<u32>,
}

/// Drawn sheets that wait for their lines to be read, at most, of one thread.
const WAITING: usize = 8;

/// Threads that draw, at most; each reads the fonts for itself.
const MOST_THREADS: usize = 4;

/// Pages that are worth a thread.
const PAGES_A_THREAD: usize = 4;

/// Forms inside each other take as much of the stack as a main thread has.
const STACK: usize = 8 << 20;

fn read(pdf: &Pdf, limits: &Limits) -> Result<(Tags, Read), FormatError> {
    let pages = pdf.pages();
    let mut work = Work::new(limits);
    for page in pages.iter() {
        work.add(page)?;
    }
    let threads = (pages.len() / PAGES_A_THREAD).min(limits.threads).min(MOST_THREADS);
    let alone = || {
        let (pen, tags) = (Pen::new(pdf), Tags::read(pdf, limits.depth));
        let read = leaves(pages.iter().map(|page| pen.sheet(page)), &tags, limits)?;
        Ok((tags, read))
    };
    if threads < 2 {
        return alone();
    }
    thread::scope(|scope| {
        let drawn: Result<Vec<Receiver<Sheet>>, _> =
            (0..threads).map(|first| drawing(scope, pdf, (first, threads))).collect();
        let Ok(drawn) = drawn else { return alone() };
        let tags = Tags::read(pdf, limits.depth);
        let sheets = (0..pages.len()).map_while(|at| drawn[at % threads].recv().ok());
        let read = leaves(sheets, &tags, limits)?;
        Ok((tags, read))
    })
}

/// A thread that draws one page of so many, and its sheets. It ends when nobody waits for more: a limit has
/// been met.
fn drawing<'s>(
    scope: &'s Scope<'s, '_>,
    pdf: &'s Pdf,
    (first, step): (usize, usize),
) -> std::io::Result<Receiver<Sheet>> {
    let (sender, receiver) = mpsc::sync_channel(WAITING);
    thread::Builder::new().stack_size(STACK).spawn_scoped(scope, move || {
        let pen = Pen::new(pdf);
        let mut own = pdf.pages().iter().skip(first).step_by(step);
        let _ = own.try_for_each(|page| sender.send(pen.sheet(page)).map_err(drop));
    })?;
    Ok(receiver)
}

/// The lines of sheets, one after another.
fn leaves(sheets: impl Iterator<Item = Sheet>, tags: &Tags, limits: &Limits) -> Result<Read, FormatError> {
    let (mut read, mut count) = (Read::default(), 0);
    let (mut spaces, mut marks) = (0, 0);
    for (mut sheet, number) in sheets.zip(1..) {
        if sheet.is_picture() || sheet.is_unreadable() {
            read.scanned.push(number);
            sheet.marks.clear();
        } else if sheet.is_empty() {
            read.empty.push(number);
        }
        let own = sheet.marks.iter().filter(|it| it.space).count();
        (spaces, marks) = (spaces + own, marks + sheet.marks.len());
        let lines = printed::lines(&sheet, number, tags, own > 0 && spaces * 15 > marks);
        count += lines.len();
        if count > limits.lines {
            return Err(FormatError::TooMuch { what: crate::Much::Lines, limit: limits.lines as u64 });
        }
        read.leaves.push(Leaf { lines, drawn: sheet.drawn, height: sheet.height });
    }
    Ok(read)
}

/// What draws the pages of a file.
struct Pen<'a> {
    pdf: &'a Pdf,
    cache: InterpreterCache<'a>,
    settings: InterpreterSettings,
    faces: Arc<Faces>,
}

impl<'a> Pen<'a> {
    fn new(pdf: &'a Pdf) -> Self {
        let settings =
            InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
        let faces = Arc::new(Faces::of(pdf, &settings));
        Pen { pdf, cache: InterpreterCache::new(), settings, faces }
    }

    fn sheet(&self, page: &Page<'a>) -> Sheet {
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let place = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(place, area, &self.cache, self.pdf.xref(), self.settings.clone());
        let mut sheet = Sheet::new(f64::from(height), Arc::clone(&self.faces));
        interpret_page(page, &mut context, &mut sheet);
        sheet
    }
}
