//! Prints the lines that are taken out of files, with their places:
//! `cargo run -p uppsikt-formats --example lines -- FILE…`.

use uppsikt_formats::{Extract, Format, FormatError, Limits, extract};

fn main() {
    for path in std::env::args().skip(1) {
        println!("== {path}");
        match read(&path) {
            Ok(extract) => print(&extract),
            Err(error) => println!("{error}"),
        }
    }
}

fn read(path: &str) -> Result<Extract, FormatError> {
    let damaged = |error: std::io::Error| FormatError::Damaged(error.to_string());
    let bytes = std::fs::read(path).map_err(damaged)?;
    let format = Format::of(&bytes).ok_or_else(|| FormatError::Damaged("not a known format".to_owned()))?;
    extract(format, &bytes, &Limits::default())
}

fn print(extract: &Extract) {
    for line in &extract.lines {
        let page = line.page.map_or(String::new(), |page| format!("{page}:"));
        let running = if line.is_running { "~" } else { " " };
        println!("{page}{:<4}{running}{}", line.number, line.text);
    }
    if !extract.scanned.is_empty() {
        println!("pages without text: {:?}", extract.scanned);
    }
}
