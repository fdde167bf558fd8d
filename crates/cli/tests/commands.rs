//! The command line, as other programs use it.
#![allow(clippy::unwrap_used)]

mod support;

use serde_json::Value;
use std::path::{Path, PathBuf};
use support::{file, out, told, uppsikt};

fn example(name: &str) -> String {
    folder().join(name).display().to_string()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/almkoping")
}

const REPORT: &str = "kultur-och-fritidsnamnden-delarsrapport-2026.md";
const PLAN: &str = "kommunstyrelsen-namndsbudget-2026.txt";

#[test]
fn read_answers_with_the_agreed_json() {
    let output = uppsikt(&["read", &example(PLAN), "--json"]);
    assert_eq!(output.status.code(), Some(0));
    let reading: Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(reading["format"], "uppsikt-reading/1");
    assert_eq!(reading["kind"], "committee_budget");
    assert_eq!(reading["body"]["name"], "Kommunstyrelsen");
    assert_eq!(reading["year"], 2026);
    assert_eq!(reading["source"]["file"], PLAN);
}

/// Files that number lines of their own: a page's, and a Word file's blocks.
#[test]
fn a_place_is_the_same_in_words_in_json_and_beside_the_line() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../reading/tests/corpus/granvik");
    for (name, paged) in [("plan.typst.pdf", true), ("plan.libreoffice.docx", false)] {
        let path = corpus.join(name).display().to_string();
        let reading: Value = serde_json::from_str(&out(&uppsikt(&["read", &path, "--json"]))).unwrap();
        let goals = reading["goal_areas"].as_array().unwrap().iter();
        let goals: Vec<&Value> = goals.flat_map(|area| area["goals"].as_array().unwrap()).collect();
        assert!(!goals.is_empty());
        let words = out(&uppsikt(&["read", &path]));
        for goal in goals {
            let (page, line) = (&goal["at"]["page"], &goal["at"]["line"]);
            let at = if paged { format!("(sida {page}, rad {line})") } else { format!("(rad {line})") };
            let told = format!("– {} {at}", goal["name"].as_str().unwrap());
            assert!(words.lines().any(|line| line == told), "{told}: {words}");
        }
        let name = name.replace("plan", "report");
        let path = corpus.join(&name).display().to_string();
        let text = out(&uppsikt(&["check", &path]));
        let findings = out(&uppsikt(&["check", &path, "--format", "json"]));
        let findings: Value = serde_json::from_str(&findings).unwrap();
        let mut compared = 0;
        for finding in findings["findings"].as_array().unwrap() {
            let (line, column) = (&finding["at"]["line"], &finding["at"]["column"]);
            let address = format!("--> {name}:{line}:{column}");
            let mut below = text.lines().skip_while(|it| !it.contains(&address)).skip(2);
            let gutter =
                below.next().and_then(|it| it.split('|').next()).unwrap_or_default().trim().to_owned();
            assert_eq!(gutter, line.to_string(), "{address}: {text}");
            compared += 1;
        }
        assert!(compared > 0, "{name}: {text}");
    }
}

#[test]
fn a_kind_that_no_title_tells_is_said_to_be_a_guess() {
    let folder = tempfile::tempdir().unwrap();
    let news =
        "Budget antagen\n\nKommunfullmäktige antog den 26 november budget för 2032 med sikte på 2033.\n";
    let guess = out(&uppsikt(&["read", &file(&folder, "nyhet.txt", news.as_bytes())]));
    assert!(guess.lines().nth(1).is_some_and(|line| line.contains("är en gissning")), "{guess}");
    assert!(!out(&uppsikt(&["read", &example(PLAN)])).contains("gissning"));
}

#[test]
fn explain_shows_each_line_with_what_took_it() {
    let output = uppsikt(&["read", &example(PLAN), "--explain"]);
    let lines = std::fs::read_to_string(example(PLAN)).unwrap().lines().count();
    let out = out(&output);
    let numbered = |(number, line): (usize, &str)| {
        line.trim_start().split(' ').next() == Some((number + 1).to_string().as_str())
    };
    assert_eq!(out.lines().enumerate().take_while(|it| numbered(*it)).count(), lines);
    assert!(out.contains("sidhuvud"));
    let patterns = out.lines().skip_while(|line| *line != "Rader per mönster:");
    assert!(patterns.count() > 5, "{out}");
}

#[test]
fn check_ends_with_one_when_there_is_an_error_and_says_where() {
    let output = uppsikt(&["check", &example(REPORT), "--only", "ARI-003", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let findings: Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(findings["format"], "uppsikt-findings/1");
    let first = &findings["findings"][0];
    assert_eq!(
        (first["rule"].as_str(), first["at"]["file"].as_str()),
        (Some("change-column-off"), Some(REPORT))
    );
    let line = usize::try_from(first["at"]["line"].as_u64().unwrap()).unwrap();
    let text = std::fs::read_to_string(example(REPORT)).unwrap();
    assert!(text.lines().nth(line - 1).unwrap().contains("-2 850"));
}

#[test]
fn check_gives_the_same_bytes_for_the_same_input() {
    for format in ["text", "json", "sarif", "html"] {
        let twice = [0, 1].map(|_| uppsikt(&["check", &example(REPORT), &example(PLAN), "--format", format]));
        assert_eq!(twice[0].stdout, twice[1].stdout, "{format}");
        assert!(!twice[0].stdout.is_empty(), "{format}");
    }
}

#[test]
fn explain_has_a_page_for_every_rule_in_both_languages() {
    let list = out(&uppsikt(&["explain"]));
    assert!(list.lines().count() >= 15);
    for line in list.lines() {
        let code = line.split_whitespace().next().unwrap();
        for lang in ["sv", "en"] {
            let page = uppsikt(&["explain", code, "--lang", lang]);
            assert_eq!(page.status.code(), Some(0), "{code}");
            assert!(out(&page).starts_with("# "), "{code} {lang}");
        }
    }
}

#[test]
fn explain_lists_the_rules_of_a_family_by_any_of_its_names() {
    for (name, lang) in [("aritmetik", "sv"), ("arithmetic", "en"), ("ARI", "sv")] {
        let list = uppsikt(&["explain", name, "--lang", lang]);
        assert_eq!(list.status.code(), Some(0), "{name}");
        assert!(out(&list).lines().count() > 5, "{name}");
        assert!(out(&list).lines().all(|line| line.starts_with("ARI-")), "{name}");
    }
    assert_eq!(uppsikt(&["explain", "astronomi"]).status.code(), Some(2));
}

#[test]
fn a_file_that_cannot_be_used_gives_one_message_and_two() {
    let folder = tempfile::tempdir().unwrap();
    let bad = [
        file(&folder, "tom.txt", b""),
        file(&folder, "binar.txt", &[0x7f, b'E', b'L', b'F', 0, 0, 1, 2, 3]),
        folder.path().join("finns-inte.txt").display().to_string(),
    ];
    for path in bad {
        for command in [vec!["read"], vec!["check"]] {
            let output = uppsikt(&[command.as_slice(), &[path.as_str()]].concat());
            assert_eq!(output.status.code(), Some(2), "{path}");
            assert_eq!(told(&output).trim().lines().count(), 1, "{}", told(&output));
            assert!(output.stdout.is_empty(), "{path}");
        }
    }
}

#[test]
fn a_file_of_more_than_a_hundred_megabytes_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("allt.txt");
    // Sparse: the size is there, the bytes are not.
    std::fs::File::create(&path).unwrap().set_len(101 * 1024 * 1024).unwrap();
    let path = path.display().to_string();
    let data = folder.path().join("data").display().to_string();
    for command in [vec!["read", &path], vec!["check", &path], vec!["import", &path, "--data", &data]] {
        let output = uppsikt(&command);
        assert_eq!(output.status.code(), Some(2), "{command:?}");
        assert!(told(&output).contains("allt.txt är för stor: 101 MB"), "{}", told(&output));
    }
}

#[test]
fn one_unusable_file_does_not_stop_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let empty = file(&folder, "tom.txt", b"");
    let output = uppsikt(&["check", &empty, &example(REPORT), "--format", "json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(out(&output).contains(REPORT));
}

#[test]
fn latin_1_is_recognised_and_read() {
    let folder = tempfile::tempdir().unwrap();
    let text = std::fs::read_to_string(example("servicenamnden-namndsbudget-2026.txt")).unwrap();
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'-')).collect();
    let path = file(&folder, "latin.txt", &latin);
    let reading: Value = serde_json::from_str(&out(&uppsikt(&["read", &path, "--json"]))).unwrap();
    assert_eq!(reading["body"]["name"], "Servicenämnden");
}

#[test]
fn a_text_in_which_nothing_is_recognised_is_unknown_and_says_what_was_looked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "recept.txt", "Vispa ägg och socker poröst.\n\nGrädda i ugn.\n".as_bytes());
    let output = uppsikt(&["read", &path, "--json"]);
    assert_eq!(output.status.code(), Some(0));
    let reading: Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(reading["kind"], "unknown");
    assert!(told(&output).len() > 40, "{}", told(&output));
    let data = folder.path().join("data").display().to_string();
    let imported = uppsikt(&["import", &path, "--data", &data]);
    assert_eq!(imported.status.code(), Some(0), "nothing is stored, and nothing is wrong");
    assert!(told(&imported).contains("recept.txt"), "{}", told(&imported));
}

#[test]
fn importing_twice_changes_nothing_and_what_is_stored_can_be_published() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data").display().to_string();
    let paths = [example("kommun.toml").replace("kommun.toml", REPORT), example(PLAN)];
    let import = ["import", &paths[0], &paths[1], "--data", &data, "--municipality", "Almköpings kommun"];
    let first = uppsikt(&import);
    assert_eq!(first.status.code(), Some(0), "{}", told(&first));
    assert!(out(&first).contains("2 nya"), "{}", out(&first));
    assert!(out(&uppsikt(&import)).contains("2 oförändrade"));
    let page = folder.path().join("rapport.html").display().to_string();
    let what =
        ["--committee", "Kultur- och fritidsnämnden", "--year", "2026", "--document", "interim-report"];
    let publish = [&["publish", "--data", &data], what.as_slice(), &["-o", &page]].concat();
    let published = uppsikt(&publish);
    assert_eq!(published.status.code(), Some(0), "{}", told(&published));
    assert!(std::fs::read_to_string(&page).unwrap().contains("Delårsrapport 2026"));
    let nobody: Vec<&str> =
        publish.iter().map(|word| if *word == what[1] { "Revisorerna" } else { word }).collect();
    let missing = uppsikt(&nobody);
    assert_eq!(missing.status.code(), Some(2));
}

#[test]
fn a_style_file_that_cannot_be_used_is_told_with_its_line_in_the_asked_language() {
    let folder = tempfile::tempdir().unwrap();
    let style = file(&folder, "stil.toml", b"name = \"Ekby\"\n\n[headings]\nsumary = [\"Kort sagt\"]\n");
    let data = folder.path().join("data").display().to_string();
    let plan = example(PLAN);
    let commands = [
        vec!["check", &plan, "--style", &style],
        vec!["read", &plan, "--style", &style],
        vec!["import", &plan, "--data", &data, "--style", &style],
    ];
    for mut command in commands {
        let swedish = uppsikt(&command);
        assert_eq!(swedish.status.code(), Some(2));
        let words = told(&swedish);
        assert!(words.contains("stil.toml:4") && words.contains("rad 4, kolumn 1"), "{words}");
        assert!(words.contains("finns inte i någon stil") && words.contains("summary"), "{words}");
        command.extend(["--lang", "en"]);
        let words = told(&uppsikt(&command));
        assert!(words.contains("line 4, column 1") && words.contains("no style has"), "{words}");
    }
}

#[test]
fn refusals_and_help_speak_the_asked_language() {
    let swedish = uppsikt(&["granska"]);
    assert_eq!(swedish.status.code(), Some(2));
    assert!(told(&swedish).contains("finns inte"), "{}", told(&swedish));
    let english = uppsikt(&["granska", "--lang", "en"]);
    assert!(told(&english).contains("There is no"), "{}", told(&english));
    let help = uppsikt(&["check", "--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(out(&help).contains("Granskar dokument") && !out(&help).contains("Usage"), "{}", out(&help));
    assert_eq!(uppsikt(&["check", "a.txt", "--format", "pdf"]).status.code(), Some(2));
}

#[test]
fn english_findings_are_english() {
    let output = uppsikt(&["check", &example(REPORT), "--only", "ARI-003", "--lang", "en"]);
    assert!(out(&output).starts_with("error[ARI-003]"), "{}", out(&output));
}

/// What stands in the README's block that opens with a line, up to the end of the block.
fn readme_after(opening: &str) -> String {
    let readme = include_str!("../../../README.md");
    let start = readme.find(opening).unwrap() + opening.len();
    readme[start..].split("```").next().unwrap().to_owned()
}

#[test]
fn the_readme_shows_what_comes_out() {
    let folder = tempfile::tempdir().unwrap();
    let input = readme_after("```text\n");
    let shown = readme_after("check plan.txt\n");
    let path = file(&folder, "plan.txt", input.as_bytes());
    let output = uppsikt(&["check", &path]);
    assert_eq!(output.status.code(), Some(1));
    let printed = out(&output).replace(&path, "plan.txt").replace('\u{a0}', " ");
    assert_eq!(printed.split("\n\n").next().unwrap().trim_end(), shown.trim_end());
}
