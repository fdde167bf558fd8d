//! What of a page is text: hidden things, menus, contents, the main part, encodings.

use crate::{lines, read};
use uppsikt_formats::{Format, Limits, extract};

#[test]
fn what_nobody_sees_is_left_out() {
    let page = "<head><style>p{}</style><script>1</script></head><body><p hidden>a<p style='color: red; Display : NONE'>b<template>c</template><noscript>d</noscript><svg><title>e</title></svg><button>f</button><!-- g --><p>Text";
    assert_eq!(lines(page), ["Text"]);
}

#[test]
fn the_main_part_is_taken_where_it_holds_words() {
    assert_eq!(lines("<header>Sök</header><main><p>Text</main><footer>Kontakt</footer>"), ["Text"]);
    assert_eq!(lines("<main> </main><p>Text"), ["Text"]);
    assert_eq!(lines("<p>Före<div role=main>Text</div>"), ["Text"]);
}

#[test]
fn the_title_stands_first_where_no_heading_says_the_same() {
    let page = read("<title>Nämndsbudget 2031 | Parknämnden</title><h1>Nämndsbudget 2031</h1>");
    assert_eq!(page.lines[0].text, "Nämndsbudget 2031 | Parknämnden");
    assert!(page.lines[0].is_running && !page.lines[2].is_running);
    assert_eq!(lines("<title> Mål </title><h1>Mål</h1>"), ["# Mål"]);
}

#[test]
fn menus_are_one_line_and_contents_with_a_heading_kept() {
    let list = "<ul><li><a href='#m'>Mål</a><ul><li><a href='#e'>Ekonomi</a></ul></ul>";
    let body = "<h1 id=m>Mål</h1><h2><a name=e></a>Ekonomi</h2>";
    let headed = format!("<nav><h2>Innehåll</h2>{list}</nav>{body}");
    assert_eq!(lines(&headed), ["## Innehåll", "- Mål", "- Ekonomi", "# Mål", "## Ekonomi"]);
    assert_eq!(lines(&format!("{list}{body}")), ["# Mål", "## Ekonomi"]);
    let menu = "<nav><ul><li><a href='/a'>Start</a><li><a href='#m'>Mål</a></ul></nav>";
    assert_eq!(lines(&format!("{menu}{body}")), ["Start | Mål", "# Mål", "## Ekonomi"]);
    let links = "<ul><li><a href='#x'>Not</a><li><a href='#y'>Not</a></ul>";
    assert_eq!(lines(links), ["- Not", "- Not"]);
}

#[test]
fn lists_of_links_to_other_pages_above_the_first_heading_are_menus_too() {
    let list = "<ul><li><a href='/a'>Bygga</a><li><a href='/b'>Bada</a><li><a href='/c'>Leka</a></ul>";
    let nav = "<nav><a href='/'>Start</a><a href='/s'>Sök</a></nav>";
    let page = read(&format!("{nav}{list}<h1>Mål</h1>{list}"));
    let told: Vec<(&str, bool)> =
        page.lines.iter().filter(|it| !it.text.is_empty()).map(|it| (it.text.as_str(), it.is_menu)).collect();
    let expected = [
        ("Start | Sök | Bygga | Bada | Leka", true),
        ("# Mål", false),
        ("- Bygga", false),
        ("- Bada", false),
        ("- Leka", false),
    ];
    assert_eq!(told, expected);
}

#[test]
fn signs_that_point_to_headings_are_no_words() {
    assert_eq!(lines("<h2 id=m>Mål<a class=headerlink href='#m'>¶</a></h2>"), ["## Mål"]);
}

#[test]
fn pages_are_read_in_their_own_encoding() {
    for bytes in [
        b"<!doctype html><meta charset=iso-8859-1><p>\xe5\xe4\xf6".as_slice(),
        b"<!doctype html><p>\xe5\xe4\xf6",
        "<!doctype html><p>åäö".as_bytes(),
        "\u{feff}<!doctype html><p>åäö".as_bytes(),
    ] {
        let read = extract(Format::Html, bytes, &Limits::default()).expect("readable");
        assert_eq!(Format::of(bytes), Some(Format::Html));
        assert_eq!(read.lines[0].text, "åäö");
    }
}

#[test]
fn markdown_that_holds_tags_is_no_page() {
    assert_eq!(Format::of("# Rubrik\n\n<table><tr><td>a</table>".as_bytes()), None);
    assert_eq!(Format::of(b"<b>Fet</b>"), None);
    assert_eq!(Format::of(b"<!-- skriven av x -->\n<html>"), Some(Format::Html));
}
