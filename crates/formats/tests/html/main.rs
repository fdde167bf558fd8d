//! Pages, one feature each, and what is read of them.

#[path = "../sound/mod.rs"]
mod sound;

mod blocks;
mod emphasis;
mod hostile;
mod pages;
mod round_trip;
mod tables;

use sound::is_sound;
use uppsikt_formats::{Extract, Format, Limits, extract};

/// What is read of a page.
fn read(page: &str) -> Extract {
    extract(Format::Html, page.as_bytes(), &Limits::default()).expect("readable")
}

/// The lines with words.
fn lines(page: &str) -> Vec<String> {
    read(page).lines.into_iter().map(|line| line.text).filter(|text| !text.is_empty()).collect()
}
