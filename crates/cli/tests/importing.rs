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

/// A plan of a year with an amount.
fn plan(line: &str, amount: &str) -> Vec<u8> {
    let table = "| Ändamål | Budget 2031 |\n| --- | ---: |\n| Belysning | AMOUNT |\n| Broar | 7 800 |\n";
    let text = format!(
        "# Nämndsbudget 2031\n\nParknämnden\n\n{line}\n\n## Investeringsram\n\n**Investeringsram, tkr**\n\n{table}"
    );
    text.replace("AMOUNT", amount).into_bytes()
}

/// What an import tells of each file, by the file's name, and of all.
fn imported(folder: &tempfile::TempDir, data: &tempfile::TempDir) -> (Vec<String>, String) {
    let paths = [folder.path(), data.path()].map(|path| path.display().to_string());
    let all = out(&uppsikt(&["import", &paths[0], "--data", &paths[1]]));
    let files = all.lines().filter_map(|line| line.strip_prefix(&format!("{}/", paths[0])));
    (files.map(str::to_owned).collect(), all.lines().last().unwrap_or_default().to_owned())
}

#[test]
fn of_two_files_the_adopted_one_is_in_force_and_the_report_says_so() {
    let (folder, data) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    file(&folder, "plan-antagen.md", &plan("Antagen 2030-12-17", "5 300"));
    file(&folder, "plan-förslag.md", &plan("Förslag", "5 900"));
    let (files, all) = imported(&folder, &data);
    assert!(files[0].starts_with("plan-antagen.md: ny"), "{files:?}");
    assert!(
        files[1].starts_with("plan-förslag.md: version 2, tidigare än version 1 som gäller"),
        "{files:?}"
    );
    assert!(files[1].contains("(den ena är antagen och den andra ett förslag)"), "{files:?}");
    assert!(all.contains("1 nya, 0 nya versioner, en annan utgåva, 0 oförändrade"), "{all}");
    let (_, again) = imported(&folder, &data);
    assert!(again.contains("0 nya versioner, 2 oförändrade"), "{again}");
}

#[test]
fn of_two_files_that_say_nothing_the_one_changed_last_is_in_force() {
    let (folder, data) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let now = std::time::SystemTime::now();
    for (name, amount, minutes) in [("a.md", "5 300", 1), ("b.md", "5 900", 9)] {
        let path = file(&folder, name, &plan("Nämnden bygger.", amount));
        let changed = now - std::time::Duration::from_secs(60 * minutes);
        std::fs::File::options().write(true).open(path).unwrap().set_modified(changed).unwrap();
    }
    let (files, _) = imported(&folder, &data);
    assert!(files[0].starts_with("b.md: ny"), "{files:?}");
    assert!(files[1].starts_with("a.md: version 2; 0 nya uppgifter"), "{files:?}");
    assert!(files[1].contains("(gäller: filen är senast ändrad eller kom sist)"), "{files:?}");
}

#[test]
fn one_text_in_several_forms_is_no_heap_of_differences() {
    let (folder, data) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../reading/tests/corpus/granvik");
    for form in ["plan.libreoffice.docx", "plan.libreoffice.html", "plan.chromium.pdf", "plan.typst.pdf"] {
        std::fs::copy(corpus.join(form), folder.path().join(form)).unwrap();
    }
    let (files, all) = imported(&folder, &data);
    let forms = files.iter().filter(|line| line.contains("samma text i annan utgåva")).count();
    assert_eq!((files.len(), forms), (4, 3), "{files:?}");
    assert!(files.iter().any(|line| line.contains("lästes först") || line.contains("förstods")), "{files:?}");
    assert!(all.contains("1 nya, 0 nya versioner, 3 andra utgåvor"), "{all}");
    let (_, again) = imported(&folder, &data);
    assert!(again.contains("4 oförändrade"), "{again}");
}

#[test]
fn an_import_tells_what_may_continue_under_another_name() {
    let folder = tempfile::tempdir().unwrap();
    for (year, goal) in [(2030, "Fler ska simma i sjön"), (2031, "Alla barn ska simma i sjön")] {
        let text = format!(
            "# Nämndsbudget {year}\n\nParknämnden\n\n# Mål\n\n## Kommunfullmäktigemål - {goal}\n\n\
             ### Planering för {year}\n\nNämnden bygger en brygga.\n"
        );
        file(&folder, &format!("plan-{year}.md"), text.as_bytes());
    }
    let data = tempfile::tempdir().unwrap();
    let paths = [folder.path(), data.path()].map(|path| path.display().to_string());
    let import = ["import", &paths[0], "--data", &paths[1]];
    let first = out(&uppsikt(&import));
    assert!(first.contains("En sak kan fortsätta under ett annat namn"), "{first}");
    let row = first.lines().find(|line| line.contains("2031, mål:")).unwrap();
    assert!(row.contains("”Fler ska simma i sjön” fortsätter som ”Alla barn ska simma i sjön”"), "{row}");
    assert!(row.contains("procent lika ord"), "{row}");
    assert!(!out(&uppsikt(&import)).contains("fortsätta"), "nothing was stored");
}
