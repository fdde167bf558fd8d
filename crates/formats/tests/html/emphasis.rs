//! Bold, italic and captions.

use crate::lines;

#[test]
fn paragraphs_that_are_bold_as_a_whole_are_marked() {
    let page = "<p><b>Drift</b>, mer text så att inte allt är fetstil<p><strong>Tabell 1.</strong> <b>Drift</b><p style='font-weight: 700'>Rubrik<p>Text som är vanlig och lång";
    let expected = [
        "**Drift**, mer text så att inte allt är fetstil",
        "**Tabell 1. Drift**",
        "**Rubrik**",
        "Text som är vanlig och lång",
    ];
    assert_eq!(lines(page), expected);
}

#[test]
fn simple_rules_of_the_page_count() {
    let page = "<style>p.rubrik, .fet { font-weight: bold } .inte b { font-weight: 400 }</style><p class=rubrik>Risker<p>Se <span class=fet>här</span>, i texten.<p><span class='x FET'>Not.</span> Hyran";
    assert_eq!(lines(page), ["**Risker**", "Se här, i texten.", "**Not.** Hyran"]);
}

#[test]
fn items_have_bold_words_first_and_notes_are_italic() {
    let page =
        "<ul><li><strong>Barn:</strong> nya ledare<li>två <b>gårdar</b></ul><p><em>Löpande priser.</em>";
    assert_eq!(lines(page), ["- **Barn:** nya ledare", "- två gårdar", "*Löpande priser.*"]);
}

#[test]
fn a_caption_is_bold_above_a_table_and_a_paragraph_elsewhere() {
    let page = "<figure><table><tr><td>Tkr<td>1</table><figcaption>Tabell 2</figcaption></figure><figure><img><figcaption>Bild 1</figcaption></figure>";
    assert_eq!(lines(page), ["**Tabell 2**", "| Tkr | 1 |", "| --- | --- |", "Bild 1"]);
}

#[test]
fn raised_figures_in_bold_words_stay_raised() {
    assert_eq!(lines("<p><b>Yta, m<sup>2</sup></b><p>Vanlig text"), ["**Yta, m²**", "Vanlig text"]);
}
