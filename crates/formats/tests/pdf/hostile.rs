//! Small files that are much: they end in a limit, and say which.
#![allow(clippy::unwrap_used)]

use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write;
use uppsikt_formats::{Extract, Format, FormatError, Limits, Much, extract};

/// A file of objects, the first of which is its catalogue.
fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.5\n".to_vec();
    for (object, number) in objects.iter().zip(1..) {
        file.extend(format!("{number} 0 obj\n").bytes().chain(object.iter().copied()).chain(*b"\nendobj\n"));
    }
    file.extend(b"trailer\n<< /Root 1 0 R >>\n%%EOF\n");
    file
}

fn stream(says: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("<< {says} /Length {} >>\nstream\n", data.len());
    [head.as_bytes(), data, b"\nendstream"].concat()
}

/// The objects before those that a page of one content stream, the fourth object, draws.
fn page(content: Vec<u8>) -> Vec<Vec<u8>> {
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R \
                /Resources << /XObject << /X 5 0 R >> >> >>";
    let (catalogue, pages) =
        ("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    vec![catalogue.into(), pages.into(), page.into(), content]
}

/// A form that draws the form with a number so many times; without number, it draws a line.
fn form(next: Option<usize>, times: usize, own: bool) -> Vec<u8> {
    let means = next.filter(|_| own).map(|next| format!("/Resources << /XObject << /X {next} 0 R >> >>"));
    let says = format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] {}", means.unwrap_or_default());
    let draws = if next.is_some() { "/X Do ".repeat(times) } else { "0 0 m 9 9 l S ".to_owned() };
    stream(&says, draws.as_bytes())
}

fn packed(data: &[u8]) -> Vec<u8> {
    let mut packing = ZlibEncoder::new(Vec::new(), Compression::best());
    packing.write_all(data).unwrap();
    packing.finish().unwrap()
}

fn read(file: &[u8], limits: &Limits) -> Result<Extract, FormatError> {
    extract(Format::Pdf, file, limits)
}

fn much(what: Much, limit: u64) -> Result<Extract, FormatError> {
    Err(FormatError::TooMuch { what, limit })
}

/// Thirty deep and ten of each: more than there are atoms to draw them with.
#[test]
fn forms_that_draw_forms_are_counted_each_time() {
    let mut objects = page(stream("", b"/X Do"));
    objects.extend((0..30).map(|at| form((at < 29).then_some(6 + at), 10, true)));
    let limits = Limits::default();
    assert_eq!(read(&file(&objects), &limits), much(Much::Drawn, limits.drawn_bytes));
}

/// With means of its own it cannot name itself; with the page's it can.
#[test]
fn a_form_that_draws_itself_ends() {
    let limits = Limits { drawn_bytes: 1_000_000, ..Limits::default() };
    let file = |times, own| {
        let form = vec![form(Some(5), times, own)];
        read(&file(&[page(stream("", b"/X Do")), form].concat()), &limits)
    };
    assert_eq!(file(9, false), much(Much::Drawn, 1_000_000));
    for (times, own) in [(1, false), (1, true), (9, true)] {
        assert!(file(times, own).is_ok(), "{times} {own}");
    }
}

#[test]
fn forms_that_draw_little_are_drawn() {
    let mut objects = page(stream("", b"/X Do /X Do"));
    objects.extend([form(Some(6), 3, true), form(None, 0, false)]);
    assert_eq!(read(&file(&objects), &Limits::default()).map(|read| read.empty), Ok(vec![1]));
    let limits = Limits { drawn_bytes: 6_000, ..Limits::default() };
    assert_eq!(read(&file(&objects), &limits), much(Much::Drawn, 6_000));
}

#[test]
fn streams_that_swell_are_refused_however_often_they_are_packed() {
    let limits = Limits { unpacked_bytes: 3_000_000, ..Limits::default() };
    let once = packed(&vec![b' '; 30_000_000]);
    let one = file(&page(stream("/Filter /FlateDecode", &once)));
    assert_eq!(read(&one, &limits), much(Much::Bytes, 3_000_000));
    let twice = packed(&once);
    assert!(twice.len() < 1_000);
    let two = file(&page(stream("/Filter [/FlateDecode /FlateDecode]", &twice)));
    assert_eq!(read(&two, &limits), much(Much::Bytes, 3_000_000));
}

#[test]
fn streams_that_swell_together_are_refused_and_pictures_are_not_counted() {
    let limits = Limits { unpacked_bytes: 18_000_000, ..Limits::default() };
    let many = |says: &str| {
        let one = stream(says, &packed(&vec![b' '; 17_500_000]));
        file(&[page(stream("", b"")), vec![one; 5]].concat())
    };
    assert_eq!(read(&many("/Filter /FlateDecode"), &limits), much(Much::Bytes, 18_000_000));
    let picture = "/Type /XObject /Subtype /Image /Width 9 /Height 9 /Filter /FlateDecode";
    assert!(read(&many(picture), &limits).is_ok());
}

#[test]
fn pages_without_text_are_told() {
    let empty = read(&file(&page(stream("", b"0 0 m 9 9 l S"))), &Limits::default());
    assert_eq!(empty.map(|read| (read.empty, read.scanned)), Ok((vec![1], vec![])));
}

/// An instruction takes time however short it is: twenty million of two bytes end before one is drawn.
#[test]
fn short_instructions_are_counted_as_longer_ones() {
    let limits = Limits { drawn_bytes: 2_000_000, ..Limits::default() };
    let many = |times: usize| file(&page(stream("", &b"q Q ".repeat(times))));
    assert_eq!(read(&many(60_000), &limits), much(Much::Drawn, 2_000_000));
    assert!(read(&many(30_000), &limits).is_ok());
    let long = b"1.234567 0 0 1.234567 123.456 789.012 cm ".repeat(40_000);
    assert!(read(&file(&page(stream("", &long))), &limits).is_ok(), "long ones count as they are");
}
