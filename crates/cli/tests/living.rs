//! Living with findings on the command line: two versions, everything that is stored, settings
//! of rules and comments that accept in the text.
#![allow(clippy::unwrap_used)]

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

const REPORT: &str = "kultur-och-fritidsnamnden-delarsrapport-2026.md";

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/almkoping")
}

fn report() -> String {
    std::fs::read_to_string(examples().join(REPORT)).unwrap()
}

fn uppsikt(folder: &TempDir, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_uppsikt"));
    command.env_remove("DATABASE_URL").current_dir(folder.path()).args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A folder with files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn codes(findings: &Value) -> Vec<String> {
    findings.as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_older_version_tells_what_is_new_and_only_new_errors_count() {
    let old = report();
    let better = old.replacen("-2 850", "-2 580", 1);
    let worse = old.replacen("-45 560 | -43 900 | -1 660", "-45 560 | -43 900 | -1 060", 1);
    assert!(better != old && worse != old);
    let folder = folder(&[("old.md", &old), ("better.md", &better), ("worse.md", &worse)]);
    let compare = |new: &str, format: &str| {
        uppsikt(&folder, &["check", new, "--against", "old.md", "--format", format])
    };

    let same = compare("old.md", "text");
    assert_eq!(same.status.code(), Some(0), "errors that were there before do not count");
    assert!(out(&same).contains("0 nya, 0 borta, 5 desamma"), "{}", out(&same));
    let better = compare("better.md", "json");
    assert_eq!(better.status.code(), Some(0));
    assert_eq!(codes(&json(&better)["gone"]), ["ARI-003"]);
    let worse = compare("worse.md", "json");
    assert_eq!(worse.status.code(), Some(1), "{}", out(&worse));
    let fresh = json(&worse)["findings"].as_array().unwrap().iter().filter(|it| it["since"] == "new").count();
    assert_eq!(json(&worse)["compared"]["new"], fresh);
    let log = json(&compare("worse.md", "sarif"));
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert!(results.iter().all(|it| it["baselineState"].is_string()));
    assert!(out(&compare("better.md", "html")).contains("<summary>Borta (1)</summary>"));
    let missing = uppsikt(&folder, &["check", "old.md", "--against", "nowhere.md"]);
    assert_eq!((missing.status.code(), out(&missing).as_str()), (Some(2), ""));
}

#[test]
fn everything_that_is_stored_is_checked_together() {
    let folder = folder(&[(REPORT, &report())]);
    let plan = examples().join("kultur-och-fritidsnamnden-namndsbudget-2026.md").display().to_string();
    let toml = examples().join("kommun.toml");
    std::fs::copy(toml, folder.path().join("kommun.toml")).unwrap();
    let imported = uppsikt(&folder, &["import", ".", &plan, "--data", "data"]);
    assert_eq!(imported.status.code(), Some(0), "{}", told(&imported));
    let stored = uppsikt(&folder, &["check", "--data", "data", "--format", "json"]);
    let files = uppsikt(&folder, &["check", REPORT, &plan, "--format", "json"]);
    assert_eq!(stored.status.code(), Some(1));
    let of_report = |found: &Output| {
        let all = json(found)["findings"].as_array().unwrap().clone();
        all.into_iter()
            .filter(|it| it["at"]["file"] == REPORT)
            .map(|it| it["code"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(of_report(&stored), of_report(&files));
    let only = uppsikt(&folder, &["check", "--data", "data", "--only", "ARI-003", "--format", "json"]);
    assert_eq!(codes(&json(&only)["findings"]), ["ARI-003"]);
}

#[test]
fn what_cannot_be_meant_is_said() {
    let folder = folder(&[(REPORT, &report())]);
    for (arguments, word) in [
        (vec!["check"], "--data MAPP"),
        (vec!["check", REPORT, "--data", "data"], "inte båda"),
        (vec!["check", "--data", "data", "--against", REPORT], "gäller filer"),
        (vec!["check", "--data", "data"], "Importera först"),
        (vec!["check", REPORT, "--only", "ARI-0O3"], "Närmast kommer ARI-003"),
    ] {
        let output = uppsikt(&folder, &arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(told(&output).contains(word), "{arguments:?}: {}", told(&output));
    }
    assert!(!folder.path().join("data").exists(), "looking makes nothing");
}

#[test]
fn a_style_says_which_rules_are_off_how_grave_and_with_what_limits() {
    let style = "[rules]\noff = [\"BED-002\"]\n\"ARI-003\" = { severity = \"note\" }\nlong-sentence = { most_words = 20 }\n";
    let wrong = "[rules]\noff = [\"change-colum-off\"]\n";
    let folder = folder(&[(REPORT, &report()), ("style.toml", style), ("wrong.toml", wrong)]);
    let output = uppsikt(&folder, &["check", REPORT, "--style", "style.toml", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "the errors are off or notes");
    let found = codes(&json(&output)["findings"]);
    assert!(!found.contains(&"BED-002".to_owned()) && found.contains(&"SPR-002".to_owned()), "{found:?}");
    let asked = uppsikt(&folder, &["check", REPORT, "--style", "style.toml", "--only", "BED-002"]);
    assert_eq!(asked.status.code(), Some(1), "a rule that is named is asked");
    let refused = uppsikt(&folder, &["check", REPORT, "--style", "wrong.toml"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(told(&refused).contains("change-column-off"), "{}", told(&refused));
    let imported = uppsikt(&folder, &["import", REPORT, "--style", "wrong.toml", "--data", "data"]);
    assert_eq!(imported.status.code(), Some(2));
    let explained = uppsikt(&folder, &["explain", "SPR-002"]);
    assert!(out(&explained).contains("`most_words`: 60 ord (20–200)"), "{}", out(&explained));
}

#[test]
fn settings_of_the_municipality_hold_in_what_is_stored() {
    let toml = "name = \"Almköping\"\nslug = \"almkoping\"\n[rules]\noff = [\"BED-002\"]\n\"ARI-003\" = { severity = \"note\" }\n";
    let folder = folder(&[(REPORT, &report()), ("kommun.toml", toml)]);
    let imported = uppsikt(&folder, &["import", ".", "--data", "data"]);
    assert!(out(&imported).contains("0 fel"), "{}", out(&imported));
    assert_eq!(uppsikt(&folder, &["check", "--data", "data"]).status.code(), Some(0));
    std::fs::write(folder.path().join("kommun.toml"), toml.replace("BED-002", "BED-0O2")).unwrap();
    let refused = uppsikt(&folder, &["import", ".", "--data", "data"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(told(&refused).contains("Närmast kommer BED-002"), "{}", told(&refused));
    std::fs::write(folder.path().join("kommun.toml"), toml.replace("BED-002", "SPR-001")).unwrap();
    assert_eq!(uppsikt(&folder, &["import", ".", "--data", "data"]).status.code(), Some(0));
    assert_eq!(uppsikt(&folder, &["check", "--data", "data"]).status.code(), Some(1), "the file is followed");
}

#[test]
fn a_comment_accepts_in_the_text_and_a_useless_one_is_told() {
    let row = "| Lokal- och markhyror |";
    let table = report();
    let start = table[..table.find(row).unwrap()].rfind("\n\n").unwrap() + 2;
    let with =
        |comment: &str| format!("{}<!-- uppsikt: {comment} -->\n\n{}", &table[..start], &table[start..]);
    let folder = folder(&[
        ("yes.md", &with("godta ARI-003 \"rättas i bokslutet\"")),
        ("bare.md", &with("accept ARI-003")),
        ("none.md", &with("godta KON-004, ARI-003 \"rättas i bokslutet\"")),
    ]);
    let check = |file: &str, more: &[&str]| {
        let arguments = [&["check", file, "--format", "json"], more].concat();
        json(&uppsikt(&folder, &arguments))
    };
    let yes = check("yes.md", &[]);
    assert!(!codes(&yes["findings"]).contains(&"ARI-003".to_owned()), "{yes}");
    assert_eq!(yes["set_aside"], 1);
    let shown = check("yes.md", &["--accepted"]);
    let accepted = shown["findings"].as_array().unwrap().iter().find(|it| it["code"] == "ARI-003").unwrap();
    assert_eq!(
        accepted["accepted"],
        serde_json::json!({ "by": "document", "on": null, "why": "rättas i bokslutet" })
    );
    let bare = codes(&check("bare.md", &[])["findings"]);
    assert!(bare.contains(&"ARI-003".to_owned()) && bare.contains(&"REF-004".to_owned()), "{bare:?}");
    assert_eq!(codes(&check("none.md", &["--only", "REF-004,KON-004,ARI-003"])["findings"]), ["REF-004"]);
    assert_eq!(codes(&check("none.md", &["--only", "ARI-003"])["findings"]), Vec::<String>::new());
}
