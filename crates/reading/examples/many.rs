//! How long it takes to read many documents of text, on all cores. Each is read from its file
//! and let go before the next, as when a folder is searched; the memory must not grow with
//! their number (`/usr/bin/time -v` tells it).
//!
//! `cargo run --profile dist -p uppsikt-reading --example many -- 1000 FILE…`

use rayon::prelude::*;
use std::time::Instant;
use uppsikt_reading::{HouseStyle, Ready};

type Failure = Box<dyn std::error::Error + Send + Sync>;

fn main() -> Result<(), Failure> {
    let mut given = std::env::args().skip(1);
    let number: usize = given.next().ok_or("how many documents?")?.parse()?;
    let files: Vec<String> = given.collect();
    if files.is_empty() {
        return Err("which files?".into());
    }
    let style = HouseStyle::standard();
    let ready = Ready::new(&style);
    let start = Instant::now();
    let lines = (0..number).into_par_iter().map(|at| lines_of(&files[at % files.len()], &ready));
    let lines = lines.try_reduce(|| 0, |one, other| Ok(one + other))?;
    println!("{number} documents, {lines} lines: {} ms", start.elapsed().as_millis());
    Ok(())
}

fn lines_of(file: &str, ready: &Ready<'_>) -> Result<usize, Failure> {
    let document = ready.read_text(file, &std::fs::read(file)?)?;
    Ok(document.lines.len())
}
