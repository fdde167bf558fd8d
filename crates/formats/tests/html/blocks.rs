//! Headings, paragraphs, lists and what stands in lines.

use crate::{lines, read};

#[test]
fn headings_and_paragraphs_are_lines_of_their_own() {
    let page = "<h1>Nämndsbudget\n 2031</h1><div>Parknämnden<p>Text  med\n<b>fet</b> och <i>kursiv</i> stil.</div><h6>Sex</h6>efter";
    let expected =
        ["# Nämndsbudget 2031", "Parknämnden", "Text med fet och kursiv stil.", "###### Sex", "efter"];
    assert_eq!(lines(page), expected);
}

#[test]
fn blocks_are_numbered_and_parted_by_empty_lines_but_items_are_not() {
    let read = read("<p>a<ul><li>b<li>c</ul><p>d");
    let told: Vec<(&str, u32)> = read.lines.iter().map(|line| (line.text.as_str(), line.number)).collect();
    assert_eq!(told, [("a", 1), ("", 0), ("- b", 2), ("- c", 3), ("", 0), ("d", 4)]);
}

#[test]
fn lists_are_set_in_and_counted() {
    let page = "<ul><li>ett<ul><li><p>inne</p><p>mer</p></li></ul></li><li>två</li></ul><ol start=3><li>tre<li>fyra<li value=9>nio</ol>";
    assert_eq!(lines(page), ["- ett", "  - inne", "mer", "- två", "3. tre", "4. fyra", "9. nio"]);
}

#[test]
fn breaks_become_spaces_and_hard_spaces_stay() {
    let page = "<p>ett<br>två<br/>1&nbsp;200 kr &amp; för&shy;ening a<wbr>b";
    assert_eq!(lines(page), ["ett två 1\u{a0}200 kr & förening ab"]);
}

#[test]
fn raised_and_lowered_figures_are_characters_of_their_own() {
    let page = "<p>500 m<sup>2</sup>, CO<sub>2</sub>, 12<sup><a href='#n1'>1</a></sup> och 3<sup>e</sup>";
    assert_eq!(lines(page), ["500 m², CO₂, 12 och 3e"]);
}

#[test]
fn terms_stand_before_their_descriptions() {
    let page = "<dl><dt>Ärende<dd>KS-2031-1<dd>KS-2031-2<dt>Beslut:<dd><p>ja</p><p>mer</p><dt>Utan</dl>";
    assert_eq!(lines(page), ["- Ärende: KS-2031-1", "KS-2031-2", "- Beslut: ja", "mer", "Utan"]);
}

#[test]
fn quotations_figures_and_details_are_text() {
    let page = "<blockquote><p>Citat</blockquote><figure><img alt=x><figcaption>Bild 1</figcaption></figure><details><summary>Mer</summary>Inne</details>";
    assert_eq!(lines(page), ["Citat", "Bild 1", "Mer", "Inne"]);
}

#[test]
fn text_set_as_lines_stays_lines() {
    assert_eq!(lines("<pre>\n  a   b\n\n<b>c</b>\td<br>e</pre>"), ["a   b", "c\td", "e"]);
}

#[test]
fn words_that_look_like_markup_stay_words() {
    let page = "<p># 4<p>* Preliminärt<p>&lt;namn&gt; här<li>lös";
    assert_eq!(lines(page), ["#\u{2060} 4", "*\u{2060} Preliminärt", "<\u{2060}namn> här", "- lös"]);
}
