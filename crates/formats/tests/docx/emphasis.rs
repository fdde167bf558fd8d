//! Bold, italic and captions.

use crate::package::{lines, paragraph, run, styled, table};

fn bold(text: &str) -> String {
    run(text).replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>")
}

fn italic(text: &str) -> String {
    run(text).replace("<w:r>", "<w:r><w:rPr><w:i/></w:rPr>")
}

fn of(runs: &[String]) -> String {
    format!("<w:p>{}</w:p>", runs.concat())
}

const TABLE: &[&[&str]] = &[&["Tkr", "2031"], &["Hyra", "1"]];

#[test]
fn a_paragraph_that_is_bold_as_a_whole_is_marked_however_many_runs_it_has() {
    let not = run("mager").replace("<w:r>", "<w:r><w:rPr><w:b w:val=\"0\"/></w:rPr>");
    let expected = ["**Tabell 1. Drift, tkr**", "**Not 1.**", "mager", "Text som är mager"];
    let body = of(&[bold("Tabell 1. "), bold("Drift, tkr")]) + &of(&[bold("Not 1.")]) + &of(&[not]);
    assert_eq!(lines(&(body + &paragraph("Text som är mager"))), expected);
}

#[test]
fn bold_words_first_are_marked_and_others_are_not() {
    let body =
        of(&[bold("Befolkningen."), run(" Den "), bold("växer")]) + &of(&[run("Ett "), bold("fett ord")]);
    assert_eq!(lines(&body), ["**Befolkningen.** Den växer", "Ett fett ord"]);
}

#[test]
fn a_paragraph_in_italics_is_a_note() {
    assert_eq!(lines(&of(&[italic("Löpande priser.")])), ["*Löpande priser.*"]);
}

#[test]
fn a_caption_is_bold_above_a_table_and_a_paragraph_elsewhere() {
    let body =
        styled("Beskrivning", "Tabell 1 Drift") + &table(TABLE) + &styled("Beskrivning", "Figur 1 Bild");
    let expected = ["**Tabell 1 Drift**", "| Tkr | 2031 |", "| --- | --- |", "| Hyra | 1 |", "Figur 1 Bild"];
    assert_eq!(lines(&body), expected);
}

#[test]
fn bold_in_headings_and_cells_is_not_marked_and_says_nothing_where_all_is_bold() {
    let heading = styled("Rubrik1", "").replace(&run(""), &bold("Sammanfattning"));
    let cell = table(&[&["a", "b"]]).replace(&run("a"), &bold("a"));
    assert_eq!(lines(&(heading + &cell)), ["# Sammanfattning", "| a | b |", "| --- | --- |"]);
    assert_eq!(
        lines(&(of(&[bold("Allt är fetstil")]) + &of(&[bold("i hela texten")]) + &paragraph("nej"))).len(),
        3
    );
    let most = of(&[bold("Hela texten är satt i fetstil")]) + &paragraph("nej");
    assert_eq!(lines(&most), ["Hela texten är satt i fetstil", "nej"]);
}
