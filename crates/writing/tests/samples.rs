//! The two whole reports of `samples` are printed.
#![allow(clippy::unwrap_used)]

fn sample(name: &str) -> uppsikt_writing::Report {
    let path = format!("{}/tests/samples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn both_samples_are_printed() {
    for name in ["budget", "report"] {
        let start = std::time::Instant::now();
        let bytes = uppsikt_writing::pdf(&sample(name)).unwrap();
        eprintln!("{name} {} bytes {:?}", bytes.len(), start.elapsed());
        if let Some(folder) = std::env::var_os("UPPSIKT_PDF_DIR") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}.pdf")), &bytes).unwrap();
        }
    }
}

#[test]
fn both_samples_are_pages_too() {
    for name in ["budget", "report"] {
        let page = uppsikt_writing::html(&sample(name), uppsikt_messages::Lang::Sv);
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"sv\">"));
        if let Some(folder) = std::env::var_os("UPPSIKT_PDF_DIR") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}.html")), &page).unwrap();
        }
    }
}
