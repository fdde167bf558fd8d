//! Scaffolding a rule.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Where rules live.
const RULES: &str = "crates/rules/src/rules";
const TABLE: &str = "crates/rules/src/all.rs";
const MESSAGES: [&str; 2] = ["crates/messages/locales/sv/rules.ftl", "crates/messages/locales/en/rules.ftl"];

/// Writes the files of a rule and enters it where it must stand; gives what to do next.
///
/// # Errors
/// A message when the name or family cannot be used, or a file cannot be read or written.
/// Nothing is written then.
pub fn write(root: &Path, name: &str, family: &str) -> Result<String, String> {
    let module = name.replace('-', "_");
    let plain = |c: char| c.is_ascii_lowercase() || c == '-';
    if name.is_empty() || !name.chars().all(plain) || name.starts_with('-') || name.ends_with('-') {
        return Err(format!("{name:?} is no name of a rule: small letters a to z and hyphens (word-twice)"));
    }
    let file = root.join(RULES).join(format!("{module}.rs"));
    if file.exists() {
        return Err(format!("{} is there already", file.display()));
    }
    let variant = variant(family);
    let code = next_code(root, &variant)?;
    let mut written: Vec<(PathBuf, String)> = vec![
        (file.clone(), rule(name, &module, &code, &variant)),
        (file.with_extension("sv.md"), page_sv(name)),
        (file.with_extension("en.md"), page_en(name)),
    ];
    written.push(edited(root, &format!("{RULES}/mod.rs"), |text| with_module(text, &module))?);
    written.push(edited(root, TABLE, |text| {
        text.replacen("\n];", &format!("\n    rules::{module}::RULE,\n];"), 1)
    })?);
    for (path, [says, tries]) in MESSAGES.into_iter().zip(MESSAGE_WORDS) {
        let lines = format!("rule-{name}-says = {says}\nrule-{name}-try = {tries}\n");
        written.push(edited(root, path, |text| format!("{}\n{lines}", text.trim_end()))?);
    }
    for (path, text) in &written {
        fs::write(path, text).map_err(|why| format!("{}: {why}", path.display()))?;
    }
    Ok(format!(
        "{code} {name} is scaffolded. Next:\n\
         1. {RULES}/{module}.sv.md: what, why, put right, and cases; one in which only this rule speaks\n\
         2. cargo test -p uppsikt-rules --test pages (red until the rule finds what its page says)\n\
         3. {RULES}/{module}.rs: the rule; its place in {TABLE}: by family and code\n\
         4. rule-{name}-says and rule-{name}-try in both languages"
    ))
}

const MESSAGE_WORDS: [[&str; 2]; 2] =
    [["Säg vad som är fel", "Säg hur det rättas."], ["Say what is wrong", "Say how it is put right."]];

/// "plain_language" is `PlainLanguage`.
fn variant(family: &str) -> String {
    let words = family.split(['_', '-']);
    words.map(|word| word[..word.len().min(1)].to_uppercase() + word.get(1..).unwrap_or_default()).collect()
}

/// The code after the last one of the family.
fn next_code(root: &Path, variant: &str) -> Result<String, String> {
    let mut last: BTreeMap<String, (String, u32)> = BTreeMap::new();
    let folder = root.join(RULES);
    let files = fs::read_dir(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    for file in files.flatten().filter(|file| file.path().extension().is_some_and(|it| it == "rs")) {
        let text = fs::read_to_string(file.path()).map_err(|why| why.to_string())?;
        let after = |mark: &str, end: char| Some(text.split(mark).nth(1)?.split(end).next()?.to_owned());
        let (Some(code), Some(family)) = (after("code: \"", '"'), after("family: Family::", ',')) else {
            continue;
        };
        let Some((prefix, number)) = code.split_once('-') else { continue };
        let number = number.parse().unwrap_or(0);
        let known = last.entry(family).or_insert((prefix.to_owned(), number));
        if number > known.1 {
            *known = (prefix.to_owned(), number);
        }
    }
    match last.get(variant) {
        Some((prefix, number)) => Ok(format!("{prefix}-{:03}", number + 1)),
        None => {
            let known: Vec<&str> = last.keys().map(String::as_str).collect();
            Err(format!("no rule of family {variant} yet; there are {}", known.join(", ")))
        }
    }
}

fn edited(root: &Path, path: &str, edit: impl Fn(&str) -> String) -> Result<(PathBuf, String), String> {
    let path = root.join(path);
    let text = fs::read_to_string(&path).map_err(|why| format!("{}: {why}", path.display()))?;
    let new = edit(&text);
    if new == text { Err(format!("{} does not look as expected", path.display())) } else { Ok((path, new)) }
}

/// The list of modules with one more, in order.
fn with_module(text: &str, module: &str) -> String {
    let own = format!("pub mod {module};");
    let (mut modules, others): (Vec<&str>, Vec<&str>) =
        text.lines().partition(|line| line.starts_with("pub mod "));
    modules.push(&own);
    modules.sort_unstable();
    let head = others.join("\n");
    format!("{}\n\n{}\n", head.trim_end(), modules.join("\n"))
}

fn rule(name: &str, module: &str, code: &str, variant: &str) -> String {
    format!(
        r#"//! Say in one line what the rule points out.

use uppsikt_domain::document::Document;
use uppsikt_findings::{{About, Family, Finding, Severity, verbatim}};
use uppsikt_messages::Message;

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;

/// The rule.
pub const RULE: Rule = Rule {{
    about: About {{
        name: "{name}",
        code: "{code}",
        family: Family::{variant},
        severity: Severity::Note,
        rests_on: "Lag, standard eller eget löfte.",
        page_sv: include_str!("{module}.sv.md"),
        page_en: include_str!("{module}.en.md"),
    }},
    check,
}};

fn check(picture: &Seen<'_>) -> Vec<Finding> {{
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}}

fn of_document(document: &Document) -> Vec<Finding> {{
    let sections = document.all_sections().into_iter().filter(|_| false);
    sections.map(|section| tell(document, section)).collect()
}}

fn tell(document: &Document, section: &uppsikt_domain::section::Section) -> Finding {{
    Finding {{
        confidence_percent: 70,
        found: verbatim(section.name.clone()),
        advice: Message::new("rule-{name}-try"),
        ..RULE.about.finding(place::heading(document, section), Message::new("rule-{name}-says"))
    }}
}}
"#
    )
}

fn page_sv(name: &str) -> String {
    format!(
        "# {name}\n\nVad regeln pekar på.\n\n## Varför\n\nVarför det är fel.\n\n## Rätta\n\nHur det rättas.\n\n\
         ## Vilar på\n\nLag, standard eller eget löfte.\n\n## Fall\n\n### Det som är fel\n\n```md\n\
         # Nämndsbudget 2026\n\nTekniska nämnden\n\n# Sammanfattning\n\nNågot som är fel.\n```\n\n\
         Väntat: rad 5 vid `Sammanfattning`. Bara den här regeln.\n\n### Det som är rätt\n\n```md\n\
         # Nämndsbudget 2026\n\nTekniska nämnden\n\n# Sammanfattning\n\nNågot som är rätt.\n```\n\nVäntat: inget.\n"
    )
}

fn page_en(name: &str) -> String {
    format!(
        "# {name}\n\nWhat the rule points out.\n\n## Why\n\nWhy it is wrong.\n\n## Put right\n\nHow it is put right.\n\n\
         ## Rests on\n\nLaw, standard or own promise.\n"
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// A copy of the files that a rule is entered in.
    fn copy() -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let word_twice = format!("{RULES}/word_twice.rs");
        let list = format!("{RULES}/mod.rs");
        for path in [list.as_str(), TABLE, MESSAGES[0], MESSAGES[1], word_twice.as_str()] {
            fs::create_dir_all(root.path().join(path).parent().unwrap()).unwrap();
            fs::copy(own.join(path), root.path().join(path)).unwrap();
        }
        root
    }

    #[test]
    fn a_rule_is_entered_everywhere_once() {
        let root = copy();
        let told = write(root.path(), "owl-counted-twice", "consistency").unwrap();
        assert!(told.starts_with("KON-005 owl-counted-twice"), "{told}");
        let text = |path: &str| fs::read_to_string(root.path().join(path)).unwrap();
        assert!(text(TABLE).contains("    rules::owl_counted_twice::RULE,\n];"));
        assert!(text(&format!("{RULES}/mod.rs")).contains("pub mod owl_counted_twice;\n"));
        assert!(text(&format!("{RULES}/owl_counted_twice.rs")).contains("Family::Consistency"));
        for path in MESSAGES {
            assert!(text(path).contains("\nrule-owl-counted-twice-says = "), "{path}");
        }
        assert!(write(root.path(), "owl-counted-twice", "consistency").is_err());
    }

    #[test]
    fn what_cannot_be_used_is_refused_and_nothing_is_written() {
        let root = copy();
        let before = fs::read_to_string(root.path().join(TABLE)).unwrap();
        for (name, family) in
            [("Owl", "consistency"), ("", "consistency"), ("owl", "birds"), ("word-twice", "consistency")]
        {
            assert!(write(root.path(), name, family).is_err(), "{name} {family}");
        }
        assert_eq!(fs::read_to_string(root.path().join(TABLE)).unwrap(), before);
    }
}
