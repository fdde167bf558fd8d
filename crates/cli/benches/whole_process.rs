//! Whole processes, from start to end: what a person waits for at the command line.
//!
//! `cargo bench -p uppsikt-cli --profile dist`. With `UPPSIKT_PUBLISHED` naming a folder,
//! its text and Markdown files are checked too. Memory: `/usr/bin/time -v uppsikt check FILE`.

use divan::{Bencher, black_box};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn main() {
    divan::main();
}

fn run(arguments: &[&str]) -> Option<i32> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_uppsikt"));
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().ok()?.code()
}

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/almkoping").join(name)
}

/// The example's longest documents, and published ones where a folder of them is named.
fn files() -> Vec<String> {
    let own = ["kommunstyrelsen-namndsbudget-2026.txt", "kultur-och-fritidsnamnden-delarsrapport-2026.md"];
    let mut files: Vec<PathBuf> = own.iter().map(|name| example(name)).collect();
    if let Some(folder) = std::env::var_os("UPPSIKT_PUBLISHED") {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        files.extend(entries.filter(|path| path.extension().is_some_and(|it| it == "txt" || it == "md")));
    }
    files.into_iter().map(|path| path.display().to_string()).collect()
}

#[divan::bench]
fn start_and_stop(bencher: Bencher<'_, '_>) {
    bencher.bench(|| black_box(run(&["--version"])));
}

#[divan::bench(args = files())]
fn check(bencher: Bencher<'_, '_>, file: &str) {
    bencher.bench(|| black_box(run(&["check", file])));
}

#[divan::bench(args = files())]
fn read(bencher: Bencher<'_, '_>, file: &str) {
    bencher.bench(|| black_box(run(&["read", file, "--json"])));
}
