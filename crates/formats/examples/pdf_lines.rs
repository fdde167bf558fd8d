//! Prints what a PDF holds.
fn main() {
    for file in std::env::args().skip(1) {
        let bytes = std::fs::read(&file).unwrap();
        let at = std::time::Instant::now();
        match uppsikt_formats::extract(uppsikt_formats::Format::Pdf, &bytes, &uppsikt_formats::Limits::default()) {
            Ok(it) => {
                eprintln!("{file}: {:?}, {} lines, scanned {:?}", at.elapsed(), it.lines.len(), it.scanned);
                for l in it.lines { println!("{}{}", if l.is_running { "RUN " } else { "" }, l.text); }
            }
            Err(e) => eprintln!("{file}: {e}"),
        }
    }
}
