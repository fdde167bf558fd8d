//! Headers and footers.

use crate::package::{Package, paragraph, run, table};

fn page(text: &str) -> String {
    format!("<w:fldSimple w:instr=\" {text} \">{}</w:fldSimple>", run("7"))
}

fn running(package: Package) -> Vec<String> {
    let read = package.read();
    let heads = read.lines.iter().filter(|line| line.is_running).map(|line| line.text.clone()).collect();
    assert_eq!(read.lines.last().map(|line| line.text.as_str()), Some("Text."));
    heads
}

fn section(references: &str) -> String {
    format!("{}<w:sectPr>{references}</w:sectPr>", paragraph("Text."))
}

#[test]
fn headers_and_footers_stand_first_and_once_without_page_numbers() {
    let body =
        "<w:p><w:pPr><w:sectPr><w:headerReference r:id=\"h1\" w:type=\"default\"/></w:sectPr></w:pPr></w:p>"
            .to_owned()
            + &section(
                "<w:headerReference r:id=\"h1\" w:type=\"default\"/><w:headerReference r:id=\"h2\" w:type=\"default\"/><w:footerReference r:id=\"f1\" w:type=\"default\"/>",
            );
    let head = format!(
        "<w:p>{}{}{}{}{}</w:p>",
        run("Nämndsbudget 2031, Parknämnden "),
        page("PAGE"),
        run("("),
        page("NUMPAGES"),
        run(")")
    );
    let package = Package::new(&body).running("h1", "header", &head).running("h2", "header", &head).running(
        "f1",
        "footer",
        &table(&[&["Parknämnden", "Almköping"], &["", ""]]),
    );
    assert_eq!(running(package), ["Nämndsbudget 2031, Parknämnden", "Parknämnden\tAlmköping"]);
}

#[test]
fn headers_that_no_page_shows_are_left_out() {
    let references =
        "<w:headerReference r:id=\"h1\" w:type=\"first\"/><w:headerReference r:id=\"h2\" w:type=\"even\"/>";
    let package = |references: &str| {
        Package::new(&section(references)).running("h1", "header", &paragraph("Första")).running(
            "h2",
            "header",
            &paragraph("Jämna"),
        )
    };
    assert!(running(package(references)).is_empty());
    let titled = format!("{references}<w:titlePg/>");
    let even = package(&titled).part("settings", "<w:evenAndOddHeaders/>", "settings");
    assert_eq!(running(even), ["Första", "Jämna"]);
}
