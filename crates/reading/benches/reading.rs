//! How long reading takes: a document of about 120 KB made of the fixtures, or the file that
//! `UPPSIKT_BENCH_FILE` names.

use uppsikt_reading::{HouseStyle, read};

fn main() {
    divan::main();
}

fn input() -> Vec<u8> {
    match std::env::var_os("UPPSIKT_BENCH_FILE") {
        Some(file) => std::fs::read(file).unwrap_or_default(),
        None => include_str!("../tests/fixtures/first/budget.txt").repeat(12).into_bytes(),
    }
}

#[divan::bench]
fn read_a_committee_budget(bencher: divan::Bencher<'_, '_>) {
    let style = HouseStyle::standard();
    let bytes = input();
    bencher.bench(|| read("budget.txt", &bytes, &style).map(|document| document.sections.len()));
}

#[divan::bench]
fn parse_the_standard_style() -> usize {
    HouseStyle::from_toml("").map_or(0, |style| style.headings.len())
}
