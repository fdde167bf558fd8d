//! Small PDFs of several programs, line by line, and what is no readable PDF.

#[path = "../sound/mod.rs"]
mod sound;

mod charts;
mod columns;
mod continued;
mod heads;
mod hostile;
mod looks;
mod made;
mod numbered;
mod plots;
mod tables;
mod tagged;

use made::{made, page};

use proptest::prelude::*;
use sound::is_sound;
use uppsikt_formats::{Extract, Format, FormatError, Limits, Line, extract};

const CHROMIUM: &[u8] = include_bytes!("../samples/bridge-chromium.pdf");
const WEASYPRINT: &[u8] = include_bytes!("../samples/bridge-weasyprint.pdf");

fn read(bytes: &[u8]) -> Result<Extract, FormatError> {
    extract(Format::Pdf, bytes, &Limits::default())
}

fn texts(bytes: &[u8]) -> Vec<String> {
    let read = read(bytes).unwrap_or_else(|error| panic!("{error}"));
    read.lines.into_iter().map(|line| line.text).collect()
}

const BRIDGE: [&str; 35] = [
    "# Liten plan för ån och bron över den",
    "",
    "Bron är gammal och ska bytas. Arbetet börjar när isen har",
    "gått och pågår till dess att löven faller från träden.",
    "",
    "Pengar ..... 2",
    "Arbete ..... 3",
    "Efteråt ..... 3",
    "",
    "Liten plan, sida 1 av 3",
    "",
    "## Pengar",
    "",
    "**Kostnader, tkr**",
    "",
    "| Post | Budget 2030 | Budget 2031 |",
    "| --- | --- | --- |",
    "| Virke, spik och annat som behövs för bron | 24 291 | 4 624 |",
    "| Löner |  | −1 250 |",
    "| Summa | 24 291 | 3 374 |",
    "",
    "Liten plan, sida 2 av 3",
    "",
    "## Arbete",
    "",
    "Vi börjar med att",
    "",
    "- riva det gamla räcket och bära bort det som är murket",
    "  innan någon annan hinner göra sig illa",
    "- mäta",
    "",
    "## Efteråt",
    "",
    "Bron står.",
    "",
];

#[test]
fn a_file_without_tags_is_read_by_geometry() {
    let read = read(WEASYPRINT).unwrap();
    let texts: Vec<&str> = read.lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(texts[..35], BRIDGE);
    assert_eq!(texts[35..], ["Liten plan, sida 3 av 3"]);
    let running: Vec<usize> = (0..36).filter(|at| read.lines[*at].is_running).collect();
    assert_eq!(running, [9, 21, 35]);
    assert_eq!((read.pages, read.scanned.len()), (Some(3), 0));
}

#[test]
fn a_file_with_tags_gives_the_same_lines() {
    let lines: Vec<String> =
        texts(CHROMIUM).iter().map(|text| text.trim_start_matches("- ").to_owned()).collect();
    let expected: Vec<&str> = BRIDGE.iter().map(|text| text.trim_start_matches("- ")).collect();
    assert_eq!(lines[..5], expected[..5]);
    assert_eq!(lines[5..8], ["Pengar", "Arbete", "Efteråt"]);
    assert_eq!(lines[8..], [&expected[8..], &["Liten plan, sida 3 av 3"]].concat());
}

#[test]
fn every_line_knows_its_page_and_its_printed_line() {
    let lines = read(WEASYPRINT).unwrap().lines;
    let at = |text: &str| -> Line { lines.iter().find(|line| line.text.starts_with(text)).unwrap().clone() };
    let places = ["gått", "| Post", "| Summa", "- mäta"].map(|text| (at(text).page, at(text).number));
    assert_eq!(places[0], (Some(1), 4));
    assert_eq!(places[1], (Some(2), 3));
    assert_eq!(places[2], (Some(2), 8));
    assert_eq!(places[3], (Some(3), 5));
}

#[test]
fn figures_that_stand_apart_are_cells_and_words_that_stand_close_are_not() {
    let file = made(&[&page(&[
        (10, 40, 300, "Post"),
        (10, 200, 300, "2030"),
        (10, 280, 300, "2031"),
        (10, 40, 284, "Bro"),
        (10, 190, 284, "24 291"),
        (10, 283, 284, "4 624"),
        (10, 40, 240, "Vanlig text i en rad."),
    ])]);
    let expected = [
        "| Post | 2030 | 2031 |",
        "| --- | --- | --- |",
        "| Bro | 24 291 | 4 624 |",
        "",
        "Vanlig text i en rad.",
    ];
    assert_eq!(texts(&file), expected);
}

#[test]
fn a_label_that_wraps_is_one_row_also_where_all_lines_stand_equally_far_apart() {
    let file = made(&[&page(&[
        (10, 40, 300, "Post"),
        (10, 240, 300, "2030"),
        (10, 40, 289, "Virke, spik och allt annat som"),
        (10, 40, 278, "tas i bruk"),
        (10, 232, 278, "24 291"),
        (10, 40, 267, "Resor"),
        (10, 244, 267, "120"),
        (10, 40, 256, "Summa"),
        (10, 232, 256, "24 411"),
    ])]);
    let expected = [
        "| Post | 2030 |",
        "| --- | --- |",
        "| Virke, spik och allt annat som tas i bruk | 24 291 |",
        "| Resor | 120 |",
        "| Summa | 24 411 |",
    ];
    assert_eq!(texts(&file), expected);
}

#[test]
fn text_that_looks_like_a_mark_stays_text() {
    let file = made(&[&page(&[
        (10, 40, 300, "# nummer"),
        (10, 40, 260, "-5 grader"),
        (10, 40, 220, "| streck"),
        (10, 40, 180, "-----"),
    ])]);
    assert_eq!(texts(&file), ["\\# nummer", "", "-5 grader", "", "\\| streck", "", "\\-----"]);
}

#[test]
fn heads_and_feet_that_pages_repeat_are_running_lines() {
    let pages: Vec<String> = (1..=4)
        .map(|number| {
            let foot = format!("Planen {number}\\(4\\)");
            page(&[
                (10, 40, 300, "Text som skiljer sig"),
                (10, 40, 286, &"x".repeat(number)),
                (8, 300, 20, &foot),
            ])
        })
        .collect();
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    let lines = read(&made(&pages)).unwrap().lines;
    let running: Vec<&str> = lines.iter().filter(|it| it.is_running).map(|it| it.text.as_str()).collect();
    assert_eq!(running, ["Planen 1(4)", "Planen 2(4)", "Planen 3(4)", "Planen 4(4)"]);
}

#[test]
fn a_page_that_is_a_picture_is_scanned() {
    let picture = "q 100 0 0 100 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q";
    assert_eq!(read(&made(&[picture, picture])), Err(FormatError::Scanned { pages: 2 }));
    let mixed = read(&made(&[&page(&[(10, 40, 300, "Text")]), picture])).unwrap();
    assert_eq!(mixed.scanned, [2]);
}

#[test]
fn glyphs_of_which_the_file_names_no_letters_are_no_text() {
    let named = made(&[&page(&[(10, 40, 300, "Text")]), &page(&[(10, 40, 300, "Mera")])]);
    let font = "/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding";
    let nameless = "/Subtype /Type0 /BaseFont /Egen /Encoding /Identity-H /DescendantFonts [<< /Type /Font \
                    /Subtype /CIDFontType2 /BaseFont /Egen /CIDSystemInfo << /Registry (Adobe) \
                    /Ordering (Identity) /Supplement 0 >> >>]";
    let file = String::from_utf8(named).unwrap().replace(font, nameless);
    assert_eq!(read(file.as_bytes()), Err(FormatError::Scanned { pages: 2 }));
}

#[test]
fn a_file_behind_a_password_is_read_only_where_the_password_is_empty() {
    assert_eq!(read(include_bytes!("../samples/locked.pdf")), Err(FormatError::Encrypted));
    assert_eq!(texts(include_bytes!("../samples/unlocked.pdf")), ["Bakom ett ord."]);
}

#[test]
fn a_page_in_two_columns_is_read_column_by_column() {
    let left = "Den ena spalten fyller sin bredd";
    let right = "Den andra spalten fyller sin bredd";
    let rows: Vec<(u32, u32, u32, &str)> =
        (0..8).flat_map(|at| [(10, 20, 300 - 13 * at, left), (10, 210, 300 - 13 * at, right)]).collect();
    let texts = texts(&made(&[&page(&rows)]));
    assert_eq!(texts[..8], [left; 8]);
    assert_eq!(texts[texts.len() - 8..], [right; 8]);
}

#[test]
fn a_figure_at_the_start_of_a_printed_line_is_no_item() {
    let file = made(&[&page(&[
        (10, 40, 300, "Huset har ljus i alla rum fram till klockan"),
        (10, 40, 287, "21. Den som vill kan sitta kvar en stund till"),
        (10, 40, 274, "och vila."),
    ])]);
    let expected = [
        "Huset har ljus i alla rum fram till klockan 21.",
        "Den som vill kan sitta kvar en stund till",
        "och vila.",
    ];
    assert_eq!(texts(&file), expected);
}

#[test]
fn what_is_no_whole_file_is_damaged() {
    assert!(matches!(read(b""), Err(FormatError::Damaged(_))));
    assert!(matches!(read(b"%PDF-1.7\nnothing"), Err(FormatError::Damaged(_))));
}

#[test]
fn more_pages_or_lines_than_allowed_are_too_much() {
    let limits = Limits { pages: 2, ..Limits::default() };
    let refused = extract(Format::Pdf, WEASYPRINT, &limits);
    assert_eq!(refused, Err(FormatError::TooMuch { what: uppsikt_formats::Much::Pages, limit: 2 }));
    let limits = Limits { lines: 5, ..Limits::default() };
    let refused = extract(Format::Pdf, WEASYPRINT, &limits);
    assert_eq!(refused, Err(FormatError::TooMuch { what: uppsikt_formats::Much::Lines, limit: 5 }));
}

#[test]
fn pages_drawn_by_several_threads_are_the_same_and_in_order() {
    const WORDS: [&str; 4] =
        ["Bron byts nu.", "Isen har smultit.", "Virket torkar.", "Spiken ligger i lador."];
    let pages: Vec<String> = (0..41)
        .map(|at| {
            let (words, next) = (WORDS[at % 4], WORDS[(at / 4) % 4]);
            page(&[(12, 40, 300, words), (12, 40, 270, &format!("{next} Sida {at}."))])
        })
        .collect();
    let file = made(&pages.iter().map(String::as_str).collect::<Vec<_>>());
    let read =
        |threads: usize| extract(Format::Pdf, &file, &Limits { threads, ..Limits::default() }).unwrap();
    let alone = read(1);
    let numbers = |extract: &Extract| -> Vec<u32> { extract.lines.iter().filter_map(|it| it.page).collect() };
    assert!(numbers(&alone).is_sorted() && numbers(&alone).last() == Some(&41));
    for threads in [2, 3, 64] {
        assert_eq!(read(threads), alone, "{threads} threads");
    }
    let few = Limits { threads: 4, lines: 5, ..Limits::default() };
    let refused = extract(Format::Pdf, &file, &few);
    assert_eq!(refused, Err(FormatError::TooMuch { what: uppsikt_formats::Much::Lines, limit: 5 }));
}

#[test]
fn a_page_tree_that_holds_itself_ends() {
    let file = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
                2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>\nendobj\n\
                trailer\n<< /Root 1 0 R >>\n";
    assert!(matches!(read(file.as_bytes()), Err(FormatError::Damaged(_))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn damaged_files_are_read_or_refused(
        tagged in any::<bool>(),
        cut in prop::option::of(any::<prop::sample::Index>()),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..40),
    ) {
        let sample = if tagged { CHROMIUM } else { WEASYPRINT };
        let mut bytes = sample.to_vec();
        for (at, byte) in changes {
            *at.get_mut(&mut bytes) = byte;
        }
        bytes.truncate(cut.map_or(sample.len(), |cut| cut.index(sample.len())));
        prop_assert!(is_sound(&read(&bytes)));
    }

    #[test]
    fn pages_of_any_places_are_read(
        lines in prop::collection::vec((1..40_u32, 0..600_u32, 0..600_u32, "[ -'+-\\[\\]-~]{0,12}"), 0..40),
    ) {
        let lines: Vec<(u32, u32, u32, &str)> =
            lines.iter().map(|(size, x, y, words)| (*size, *x, *y, words.as_str())).collect();
        prop_assert!(is_sound(&read(&made(&[&page(&lines)]))));
    }
}
