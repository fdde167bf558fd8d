//! How long it takes to take the lines out of PDFs: those of the reading's corpus, or the
//! files that `UPPSIKT_BENCH_FILES` names, with ":" between. `tests/pdf/speed` sets other
//! programs beside it.

use divan::counter::BytesCount;
use std::path::{Path, PathBuf};
use uppsikt_formats::{Format, Limits, extract};

fn main() {
    divan::main();
}

/// The longest document of the corpus, by three programs.
const FILES: [&str; 3] = ["chromium", "typst", "weasyprint"];

fn files() -> Vec<String> {
    if let Ok(files) = std::env::var("UPPSIKT_BENCH_FILES") {
        return files.split(':').map(str::to_owned).collect();
    }
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../reading/tests/corpus/almkoping");
    let file = |producer: &str| -> PathBuf {
        corpus.join(format!("kultur-och-fritidsnamnden-namndsbudget-2026.{producer}.pdf"))
    };
    FILES.iter().map(|producer| file(producer).display().to_string()).collect()
}

#[divan::bench(args = files())]
fn lines_of_a_pdf(bencher: divan::Bencher<'_, '_>, file: &str) {
    let bytes = std::fs::read(file).unwrap_or_default();
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench(|| extract(Format::Pdf, &bytes, &Limits::default()).map(|extract| extract.lines.len()));
}
