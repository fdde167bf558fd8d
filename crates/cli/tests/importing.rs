//! A whole archive: what is told of it, what is read again, and what an import that ended leaves.
#![allow(clippy::unwrap_used)]

mod support;

use std::process::{Command, Output};
use support::{file, out, told, uppsikt};

/// A folder of small plans, each of its own year, and of files of other kinds.
fn archive(plans: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for year in (2000..).take(plans) {
        let text = format!("# Nämndsbudget {year}\n\nParknämnden\n\n§ § §\n\nVi planterar träd.\n");
        file(&folder, &format!("plan-{year}.md"), text.as_bytes());
    }
    file(&folder, "bilaga.xlsx", b"PK");
    file(&folder, "bild.png", b"png");
    folder
}

#[test]
fn an_import_names_what_it_left_and_reads_nothing_twice() {
    let folder = archive(3);
    let data = tempfile::tempdir().unwrap();
    let paths = [folder.path(), data.path()].map(|path| path.display().to_string());
    let import = ["import", &paths[0], "--data", &paths[1]];
    let first = uppsikt(&import);
    assert!(out(&first).contains("3 nya"), "{}", out(&first));
    assert!(
        out(&first).contains("2 filer är av annat slag, länkar eller ligger för djupt"),
        "{}",
        out(&first)
    );
    assert!(out(&first).contains("bilaga.xlsx") && out(&first).contains("bild.png"), "{}", out(&first));
    // There is no time to read: whoever read again would be refused.
    let mut again = Command::new(env!("CARGO_BIN_EXE_uppsikt"));
    let again = again.env_remove("DATABASE_URL").env("UPPSIKT_MAX_SECONDS", "0").args(import);
    let again = again.output().unwrap();
    assert_eq!(again.status.code(), Some(0), "{}", told(&again));
    assert!(out(&again).contains("3 oförändrade"), "{}", out(&again));
    let of = |output: &Output, year: &str| {
        let all = out(output);
        all.lines().find(|line| line.contains(year)).unwrap().split_once('(').unwrap().1.to_owned()
    };
    assert_eq!(of(&first, "2001"), of(&again, "2001"), "what is told of a file is told again");
    // Another style reads otherwise.
    let style = file(&data, "stil.toml", b"name = \"Ekby\"\n[headings]\nsummary = [\"Kort sagt\"]\n");
    let mut other = Command::new(env!("CARGO_BIN_EXE_uppsikt"));
    let other = other.env_remove("DATABASE_URL").env("UPPSIKT_MAX_SECONDS", "0").args(import);
    let other = other.args(["--style", &style]).output().unwrap();
    assert!(told(&other).contains("0 sekunder"), "{}", told(&other));
}

#[test]
fn an_import_that_was_killed_goes_on() {
    use std::io::{BufRead, BufReader};
    let folder = archive(60);
    let data = tempfile::tempdir().unwrap();
    let paths = [folder.path(), data.path()].map(|path| path.display().to_string());
    let import = ["import", &paths[0], "--data", &paths[1]];
    let mut running = Command::new(env!("CARGO_BIN_EXE_uppsikt"))
        .env_remove("DATABASE_URL")
        .args(import)
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let told = BufReader::new(running.stdout.take().unwrap()).lines().map_while(Result::ok);
    assert_eq!(told.filter(|line| line.contains(": ny,")).take(3).count(), 3);
    running.kill().unwrap();
    running.wait().unwrap();
    let rest = out(&uppsikt(&import));
    let stored = rest.lines().filter(|line| line.contains(": oförändrad")).count();
    let new = rest.lines().filter(|line| line.contains(": ny,")).count();
    assert!(stored >= 3, "{rest}");
    assert_eq!(stored + new, 60, "{rest}");
    assert!(out(&uppsikt(&import)).contains("60 oförändrade"));
}
