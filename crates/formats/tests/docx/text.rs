//! Headings, lists, runs, notes, changes.

use crate::package::{Package, item, lines, paragraph, run, styled, words};

#[test]
fn headings_come_by_style_by_what_it_is_based_on_and_by_the_paragraphs_own_level() {
    let own = "<w:p><w:pPr><w:outlineLvl w:val=\"3\"/></w:pPr><w:r><w:t>Fyra</w:t></w:r></w:p>";
    let none = "<w:p><w:pPr><w:pStyle w:val=\"Rubrik1\"/><w:outlineLvl w:val=\"9\"/></w:pPr><w:r><w:t>Text</w:t></w:r></w:p>";
    let body =
        [styled("Rubrik1", "Ett"), styled("Egen", "Två"), styled("Rubrik3", "Tre"), own.into(), none.into()];
    assert_eq!(lines(&body.concat()), ["# Ett", "## Två", "### Tre", "#### Fyra", "Text"]);
}

#[test]
fn a_title_is_a_heading_of_the_first_level() {
    let body = styled("Rubrik", "Nämndsbudget 2031") + &styled("Rubrik1", "Sammanfattning");
    assert_eq!(lines(&body), ["# Nämndsbudget 2031", "# Sammanfattning"]);
}

#[test]
fn styles_are_known_by_their_ids_where_the_file_has_none() {
    let bytes = Package::default()
        .part("document", &(styled("Heading2", "Ett") + &styled("ListBullet2", "Två")), "document")
        .read();
    assert_eq!(words(&bytes), ["## Ett", "- Två"]);
}

#[test]
fn lists_are_set_in_and_counted() {
    let body = [
        item(1, 0, "ett"),
        item(1, 1, "inne"),
        item(2, 0, "första"),
        item(2, 0, "andra"),
        item(3, 0, "om igen"),
        styled("Punktlista", "av stil"),
        item(1, 1, "inne"),
        item(0, 0, "ingen lista"),
        item(2, 1, "börjar djupt"),
    ];
    let expected = [
        "- ett",
        "  - inne",
        "1. första",
        "2. andra",
        "1. om igen",
        "- av stil",
        "  - inne",
        "ingen lista",
        "1. börjar djupt",
    ];
    assert_eq!(lines(&body.concat()), expected);
}

#[test]
fn numbers_before_headings_are_kept() {
    let numbered = |level: u8, style: &str, text: &str| {
        item(2, level, text).replace("<w:pPr>", &format!("<w:pPr><w:pStyle w:val=\"{style}\"/>"))
    };
    let body =
        numbered(0, "Rubrik1", "Mål") + &numbered(1, "Rubrik2", "Barn") + &numbered(1, "Rubrik2", "Unga");
    assert_eq!(lines(&body), ["# 1. Mål", "## 1.1 Barn", "## 1.2 Unga"]);
}

#[test]
fn blocks_are_numbered_and_parted_by_empty_lines_but_items_are_not() {
    let body = paragraph("a") + &item(1, 0, "b") + &item(1, 0, "c") + &paragraph("") + &paragraph("d");
    let read = Package::new(&body).read();
    let told: Vec<(&str, u32)> = read.lines.iter().map(|line| (line.text.as_str(), line.number)).collect();
    assert_eq!(told, [("a", 1), ("", 0), ("- b", 2), ("- c", 3), ("", 0), ("d", 4)]);
    assert!(read.pages.is_none() && read.lines.iter().all(|line| line.page.is_none() && !line.is_running));
}

#[test]
fn entities_tabs_breaks_and_hyphens_survive() {
    let body = "<w:p><w:r><w:t>Kultur &amp; fritid &lt;br&gt; &#229;&#xE4;</w:t><w:tab/><w:t>e</w:t><w:noBreakHyphen/><w:t>post</w:t><w:br/><w:t>för</w:t><w:softHyphen/><w:t>ening</w:t><w:br w:type=\"page\"/></w:r></w:p>";
    assert_eq!(lines(body), ["Kultur & fritid <\u{2060}br> åä\te-post förening"]);
}

#[test]
fn a_word_cut_into_runs_is_one_word() {
    let body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Näm</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:t>nd</w:t></w:r><w:hyperlink r:id=\"x\"><w:r><w:t xml:space=\"preserve\">en </w:t></w:r></w:hyperlink><w:r><w:t>beslutar</w:t></w:r></w:p>";
    assert_eq!(lines(body), ["Nämnden beslutar"]);
}

#[test]
fn raised_figures_do_not_join_the_figures_before_them() {
    let body = "<w:p><w:r><w:t>1 200</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r><w:r><w:t xml:space=\"preserve\"> ton CO</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"subscript\"/></w:rPr><w:t>2</w:t></w:r></w:p>";
    assert_eq!(lines(body), ["1 200¹ ton CO₂"]);
}

#[test]
fn what_was_inserted_is_there_and_what_was_deleted_hidden_or_commented_is_not() {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">Målet </w:t></w:r><w:ins><w:r><w:t>nås</w:t></w:r></w:ins><w:del><w:r><w:delText>nås inte</w:delText></w:r></w:del><w:commentRangeStart w:id=\"0\"/><w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"Dold\"/></w:rPr><w:t>dolt</w:t></w:r><w:r><w:commentReference w:id=\"0\"/></w:r><w:moveFrom><w:r><w:t>flyttat</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t xml:space=\"preserve\"> hit</w:t></w:r></w:moveTo><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>.</w:t></w:r></w:p>";
    let read = Package::new(body).part("comments", &paragraph("En kommentar"), "comments").read();
    assert_eq!(words(&read), ["Målet nås hit."]);
}

#[test]
fn paragraphs_whose_end_was_deleted_are_one() {
    let body = "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Ett </w:t></w:r></w:p>".to_owned() + &paragraph("två.");
    assert_eq!(lines(&body), ["Ett två."]);
    let last = body.split("</w:p>").next().unwrap_or_default().to_owned() + "</w:p>";
    assert_eq!(lines(&last), ["Ett"]);
}

#[test]
fn codes_of_fields_are_left_out_and_their_results_kept() {
    let field = "<w:p><w:r><w:t xml:space=\"preserve\">Se tabell </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF _Ref1 \\h </w:instrText></w:r><w:r><w:t>kod</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>4</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:fldSimple w:instr=\" PAGE \"><w:r><w:t xml:space=\"preserve\"> sid 7</w:t></w:r></w:fldSimple></w:p>";
    assert_eq!(lines(field), ["Se tabell 4 sid 7"]);
    let open = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>".to_owned()
        + &paragraph("Texten går vidare.");
    assert_eq!(lines(&open), ["Texten går vidare."]);
}

#[test]
fn a_table_of_contents_has_leaders_before_its_pages() {
    let entry = |style: &str, text: &str, page: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:hyperlink>{}<w:r><w:rPr><w:webHidden/></w:rPr><w:tab/></w:r>{}</w:hyperlink></w:p>",
            run(text),
            run(page)
        )
    };
    let body = format!(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>{}{}{}</w:sdtContent></w:sdt>{}",
        styled("Innehllsrubrik", "Innehåll"),
        entry("Innehll1", "1\u{9}Mål", "3"),
        entry("Innehll2", "Barn och unga", "4"),
        styled("Innehll1", "Utan sida")
    );
    assert_eq!(lines(&body), ["Innehåll", "1 Mål .... 3", "Barn och unga .... 4", "- Utan sida"]);
}

#[test]
fn a_table_of_contents_is_known_by_its_field_too() {
    let body = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>Mål</w:t><w:tab/><w:t>3</w:t></w:r></w:p><w:p><w:r><w:t>Ekonomi</w:t><w:tab/><w:t>9</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>".to_owned() + &paragraph("Text\u{9}5");
    assert_eq!(lines(&body), ["Mål .... 3", "Ekonomi .... 9", "Text\t5"]);
}

#[test]
fn notes_stand_after_the_paragraph_that_refers_to_them() {
    let body = "<w:p><w:r><w:t>Budgeten</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t xml:space=\"preserve\"> ökar</w:t><w:endnoteReference w:id=\"3\"/></w:r></w:p>".to_owned() + &paragraph("Nästa.");
    let foot = format!(
        "<w:footnote w:type=\"separator\" w:id=\"0\">{}</w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>",
        paragraph("-"),
        run("Beslut &amp; ram.")
    );
    let end = format!("<w:endnote w:id=\"3\">{}</w:endnote>", paragraph("Till sist."));
    let read =
        Package::new(&body).part("footnotes", &foot, "footnotes").part("endnotes", &end, "endnotes").read();
    assert_eq!(words(&read), ["Budgeten ökar", "Beslut & ram.", "Till sist.", "Nästa."]);
}

#[test]
fn what_stands_in_a_text_box_is_said_once() {
    let inside = paragraph("I rutan") + &item(1, 0, "punkt");
    let body = format!(
        "<w:p>{}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{}</w:p>",
        run("Före "),
        run("efter")
    );
    assert_eq!(lines(&body), ["Före efter", "I rutan", "- punkt"]);
    let old = format!(
        "<w:p><w:r><w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    );
    assert_eq!(lines(&old), ["I rutan", "- punkt"]);
}

#[test]
fn words_that_look_like_markup_stay_words() {
    let body =
        paragraph("# 4") + &paragraph("| a |") + &paragraph("* Preliminärt") + &paragraph("- 3,5 mnkr");
    let expected = ["#\u{2060} 4", "\\| a |", "*\u{2060} Preliminärt", "-\u{2060} 3,5 mnkr"];
    assert_eq!(lines(&body), expected);
}

#[test]
fn controls_and_tags_around_text_do_not_hide_it() {
    let body = format!(
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt><w:customXml>{}</w:customXml><w:p><w:smartTag>{}</w:smartTag></w:p><w:p><m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath></w:p>",
        paragraph("a"),
        paragraph("b"),
        run("c")
    );
    assert_eq!(lines(&body), ["a", "b", "c", "x=2"]);
}

#[test]
fn a_note_is_told_where_it_is_first_referred_to() {
    let twice = "<w:p><w:r><w:t>Ram</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>".repeat(2);
    let foot = format!("<w:footnote w:id=\"2\">{}</w:footnote>", paragraph("Not."));
    assert_eq!(
        words(&Package::new(&twice).part("footnotes", &foot, "footnotes").read()),
        ["Ram", "Not.", "Ram"]
    );
}

#[test]
fn list_styles_are_set_in_by_their_names() {
    let body = styled("ListBullet", "ett") + &styled("ListBullet2", "två") + &styled("ListBullet3", "tre");
    let read = Package::default().part("document", &body, "document").read();
    assert_eq!(words(&read), ["- ett", "  - två", "    - tre"]);
}
