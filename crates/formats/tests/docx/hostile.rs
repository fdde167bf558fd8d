//! Damaged, foreign and hostile files.

use crate::is_sound;
use crate::package::{Package, item, paragraph, refused, styled, table, zip};
use proptest::prelude::*;
use uppsikt_formats::{Extract, Format, FormatError, Limits, extract};

fn taken_out(bytes: &[u8]) -> Result<Extract, FormatError> {
    extract(Format::Docx, bytes, &Limits::default())
}

fn read(bytes: &[u8]) -> Result<usize, FormatError> {
    taken_out(bytes).map(|read| read.lines.len())
}

fn small() -> Vec<u8> {
    let body = styled("Rubrik1", "Mål") + &item(1, 0, "ett") + &table(&[&["a", "b"], &["c", "1"]]);
    Package::new(&body).running("h1", "header", &paragraph("Huvud")).bytes()
}

#[test]
fn a_package_without_a_text_is_no_document() {
    let workbook = zip(vec![("xl/workbook.xml".to_owned(), "<workbook/>".to_owned())]);
    assert_eq!(read(&workbook), Err(FormatError::NoDocument));
    let other = zip(vec![("word/document.xml".to_owned(), "<html/>".to_owned())]);
    assert_eq!(read(&other), Err(FormatError::NoDocument));
}

#[test]
fn the_text_may_stand_under_another_name() {
    let rels = "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>";
    let text = "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>a</w:t></w:r></w:p></w:body></w:document>";
    let parts = [("_rels/.rels", rels), ("word/document2.xml", text)];
    assert_eq!(read(&zip(parts.map(|(name, text)| (name.to_owned(), text.to_owned())).to_vec())), Ok(1));
}

#[test]
fn a_file_cut_short_is_damaged() {
    let whole = small();
    for part in 1..8 {
        let cut = &whole[..whole.len() * part / 8];
        assert!(matches!(read(cut), Err(FormatError::Damaged(_))), "{part}/8");
    }
    let text = "<w:document xmlns:w=\"w\"><w:body><w:p>".to_owned();
    assert!(matches!(read(&zip(vec![("word/document.xml".to_owned(), text)])), Err(FormatError::Damaged(_))));
}

#[test]
fn a_part_that_swells_is_refused() {
    let limits = Limits { unpacked_bytes: 100_000, ..Limits::default() };
    let error = refused(&paragraph(&" ".repeat(200_000)), &limits);
    assert_eq!(error, FormatError::TooMuch { what: uppsikt_formats::Much::Bytes, limit: 100_000 });
}

#[test]
fn depth_and_lines_are_limited() {
    let limits = Limits { lines: 3, depth: 64, ..Limits::default() };
    let deep = "<w:tbl><w:tr><w:tc>".repeat(5_000) + &"</w:tc></w:tr></w:tbl>".repeat(5_000);
    assert_eq!(
        refused(&deep, &limits),
        FormatError::TooMuch { what: uppsikt_formats::Much::Depth, limit: 64 }
    );
    let unknown = "<x>".repeat(5_000) + &"</x>".repeat(5_000);
    assert_eq!(
        refused(&unknown, &limits),
        FormatError::TooMuch { what: uppsikt_formats::Much::Depth, limit: 64 }
    );
    let many = paragraph("a").repeat(9);
    assert_eq!(
        refused(&many, &limits),
        FormatError::TooMuch { what: uppsikt_formats::Much::Lines, limit: 3 }
    );
}

#[test]
fn the_deepest_document_allowed_does_not_overflow_the_stack() {
    let deep = "<w:tbl><w:tr><w:tc>".repeat(80) + &paragraph("a") + &"</w:tc></w:tr></w:tbl>".repeat(80);
    assert_eq!(read(&Package::new(&deep).bytes()), Ok(1));
    let runs = "<w:smartTag>".repeat(240) + &"</w:smartTag>".repeat(240);
    assert_eq!(read(&Package::new(&format!("<w:p>{runs}</w:p>")).bytes()), Ok(0));
}

#[test]
fn wide_cells_do_not_fill_the_memory() {
    let cell = "<w:tc><w:tcPr><w:gridSpan w:val=\"4000000000\"/></w:tcPr></w:tc>";
    let limits = Limits { unpacked_bytes: 100_000, ..Limits::default() };
    let error = refused(&format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell.repeat(999)), &limits);
    assert_eq!(error, FormatError::TooMuch { what: uppsikt_formats::Much::Bytes, limit: 100_000 });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn random_bytes_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(read(&bytes).is_err());
        prop_assert!(read(&[b"PK\x03\x04".as_slice(), &bytes].concat()).is_err());
    }

    #[test]
    fn changed_files_are_read_or_refused(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = small();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        prop_assert!(is_sound(&taken_out(&bytes)));
    }

    #[test]
    fn changed_text_is_read_or_refused(changes in proptest::collection::vec((any::<prop::sample::Index>(), "[<>/&;w:a-z\"å]"), 1..9)) {
        let mut body = styled("Rubrik1", "Mål") + &item(1, 0, "ett") + &table(&[&["a", "b"], &["c", "1"]]);
        for (at, sign) in changes {
            let at = body.floor_char_boundary(at.index(body.len()));
            let end = body.ceil_char_boundary(at + 1);
            body.replace_range(at..end, &sign);
        }
        prop_assert!(is_sound(&taken_out(&Package::new(&body).bytes())));
    }

    #[test]
    fn documents_of_any_elements_never_panic(names in proptest::collection::vec((0..NAMES.len(), 0..3_usize), 0..60)) {
        let mut body = String::new();
        let mut open = Vec::new();
        for (name, closed) in names {
            body.push_str(&format!("<w:{} w:val=\"1\" w:id=\"2\" w:fldCharType=\"begin\">å &amp; </w:t>", NAMES[name]).replace("</w:t>", ""));
            open.push(NAMES[name]);
            for _ in 0..closed {
                open.pop().into_iter().for_each(|name| body.push_str(&format!("</w:{name}>")));
            }
        }
        open.into_iter().rev().for_each(|name| body.push_str(&format!("</w:{name}>")));
        prop_assert!(read(&Package::new(&body).bytes()).is_ok());
    }
}

const NAMES: [&str; 24] = [
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "pPr",
    "rPr",
    "numPr",
    "ilvl",
    "numId",
    "fldChar",
    "instrText",
    "sdt",
    "sdtContent",
    "del",
    "ins",
    "txbxContent",
    "AlternateContent",
    "Choice",
    "drawing",
    "gridSpan",
    "tcPr",
    "vanish",
];
