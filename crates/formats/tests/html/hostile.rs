//! Hostile pages.

use crate::is_sound;
use proptest::prelude::*;
use uppsikt_formats::{Format, FormatError, Limits, extract};

fn read(page: &str) -> Result<usize, FormatError> {
    extract(Format::Html, page.as_bytes(), &Limits::default()).map(|read| read.lines.len())
}

/// A parser that follows such pages to their end takes hours.
#[test]
fn deep_pages_are_refused_at_once() {
    for tag in ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<span x=1>", "<svg><g>", "<blockquote><p>"] {
        let page = tag.repeat(100_000);
        assert_eq!(
            read(&page),
            Err(FormatError::TooMuch { what: uppsikt_formats::Much::Depth, limit: 256 }),
            "{tag}"
        );
    }
}

/// Each costs memory and time however little it says.
#[test]
fn pages_of_elements_without_end_are_refused() {
    let limits = Limits { elements: 1_000, ..Limits::default() };
    let much = FormatError::TooMuch { what: uppsikt_formats::Much::Elements, limit: 1_000 };
    for tag in ["<p>", "<br>", "<i></i>", "a<!---->"] {
        let refused = extract(Format::Html, tag.repeat(50_000).as_bytes(), &limits);
        assert_eq!(refused, Err(much.clone()), "{tag}");
    }
    assert_eq!(read(&"<p>a".repeat(400)), Ok(799));
}

#[test]
fn tags_with_attributes_without_end_are_refused() {
    for attribute in ["a1 ", "' b", "c='d'", "/e", "f = \"> \" "] {
        let page = format!("<p {}>", attribute.repeat(100_000));
        assert!(matches!(read(&page), Err(FormatError::Damaged(_))), "{attribute}");
    }
    let quoted = format!("<p title=\"{}\" a='>'>x", "a b ".repeat(100_000));
    assert_eq!(read(&quoted), Ok(1));
}

#[test]
fn pages_as_deep_as_allowed_are_read() {
    for (open, close) in [("<div>", "</div>"), ("<ul><li>", "</ul>"), ("<table><tr><td>a<td>", "</table>")] {
        let times = 250 / open.matches('<').count().max(1) - 2;
        let page = open.repeat(times) + "text" + &close.repeat(times);
        assert!(read(&page).is_ok(), "{open}");
    }
}

#[test]
fn lines_bytes_and_cells_are_limited() {
    let limits = Limits { lines: 3, unpacked_bytes: 50_000, ..Limits::default() };
    let refused = |page: &str| extract(Format::Html, page.as_bytes(), &limits).err();
    assert_eq!(
        refused(&"<p>a".repeat(9)),
        Some(FormatError::TooMuch { what: uppsikt_formats::Much::Lines, limit: 3 })
    );
    let bytes = Some(FormatError::TooMuch { what: uppsikt_formats::Much::Bytes, limit: 50_000 });
    assert_eq!(refused(&" ".repeat(50_001)), bytes);
    let wide = "<td colspan=9999 rowspan=9999>".repeat(99);
    assert_eq!(refused(&format!("<table><tr>{wide}")), bytes);
    let tall = "<tr>".repeat(900);
    assert_eq!(refused(&format!("<table><tr><td colspan=999 rowspan=999>a{tall}")), bytes);
}

proptest! {
    #[test]
    fn random_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(Format::of(&bytes) != Some(Format::Docx) || bytes.starts_with(b"PK"));
        prop_assert!(is_sound(&extract(Format::Html, &bytes, &Limits::default())));
    }

    #[test]
    fn pages_of_any_tags_never_panic(parts in proptest::collection::vec(0..PARTS.len(), 0..80), cut in any::<prop::sample::Index>()) {
        let page: String = parts.into_iter().map(|at| PARTS[at]).collect();
        prop_assert!(read(&page).is_ok());
        let cut = page.floor_char_boundary(cut.index(page.len() + 1));
        prop_assert!(read(&page[..cut]).is_ok());
    }
}

const PARTS: [&str; 34] = [
    "<p>",
    "</p>",
    "<table>",
    "</table>",
    "<tr>",
    "<td rowspan=3>",
    "<th colspan=2>",
    "<caption>",
    "<thead>",
    "<tfoot>",
    "<ul>",
    "<ol start=-1>",
    "<li value=x>",
    "</ul>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<h1 id=a>",
    "</h1>",
    "<a href='#a'>",
    "</a>",
    "<b>",
    "</b>",
    "<pre>",
    "<sup>",
    "<main>",
    "<nav>",
    "<br>",
    "å &amp; ö ",
    "<template>",
    "<svg>",
    "<!--",
    "-->",
    "<select><option>",
];
