//! Texts whose lines are cut, joined, mixed and sprinkled with signs stop neither the reading nor a rule, and every
//! finding points into its file. `PROPTEST_CASES=5000` asks for more.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use std::path::Path;
use std::sync::{Arc, LazyLock};
use uppsikt_domain::picture::Picture;
use uppsikt_findings::Finding;
use uppsikt_reading::HouseStyle;
use uppsikt_rules::{Selection, check};

/// Signs that come from files and conversions, of one byte and of several.
const SIGNS: [&str; 24] = [
    " ", "  ", "\t", "-", "\u{2013}", "\u{2212}", "|", "(", ")", "%", "å", "1", "0", ",", ".", "\u{a0}",
    "\u{2009}", "*", "#", "e\u{301}", "ﬁ", ":", ";", "§",
];

/// So many lines of a text are jumbled.
const LINES: usize = 120;

/// The lines of the example's and the corpus' texts.
static TEXTS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut folders = vec![root.join("examples/almkoping")];
    let corpus = std::fs::read_dir(root.join("crates/reading/tests/corpus")).unwrap();
    folders.extend(corpus.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()));
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let mut files: Vec<_> = files.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "txt" || end == "md"));
    files.sort();
    let text = |path| std::fs::read_to_string(path).unwrap();
    files.into_iter().map(|path| text(path).lines().map(str::to_owned).collect()).collect()
});

/// One change of a text: what, where in the lines, where in the line, and what to take from elsewhere.
type Change = (u8, usize, usize, usize);

fn cut(line: &str, at: usize) -> (&str, &str) {
    let ends: Vec<usize> = line.char_indices().map(|(at, _)| at).chain([line.len()]).collect();
    line.split_at(ends[at % ends.len()])
}

fn other(at: usize) -> &'static str {
    let text = &TEXTS[at % TEXTS.len()];
    text.get(at / TEXTS.len() % text.len().max(1)).map_or("", String::as_str)
}

fn change(lines: &mut Vec<String>, (what, place, within, from): Change) {
    if lines.is_empty() {
        lines.push(String::new());
    }
    let at = place % lines.len();
    let line = lines[at].clone();
    let (before, after) = cut(&line, within);
    match what % 8 {
        0 => drop(lines.remove(at)),
        1 => lines[at] = before.to_owned(),
        2 => lines[at] = after.to_owned(),
        3 => lines.insert(at, other(from).to_owned()),
        4 => lines[at] = format!("{before}{}{after}", SIGNS[from % SIGNS.len()]),
        5 => lines[at] = format!("{before}{}", cut(other(from), within).1),
        6 if at + 1 < lines.len() => lines[at] = line + &lines.remove(at + 1),
        _ => drop(lines.splice(at..=at, [before.to_owned(), after.to_owned()])),
    }
}

fn findings(name: &str, text: &str) -> Option<(u32, Vec<Finding>)> {
    let style = HouseStyle::standard();
    let document = uppsikt_reading::read(name, text.as_bytes(), &style).ok()?;
    let last = u32::try_from(document.lines.len()).unwrap();
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).unwrap();
    let picture = Picture { seen_from, structure: style.structure(), documents: vec![Arc::new(document)] };
    Some((last, check(&picture, &Selection::default())))
}

#[test]
fn what_once_stopped_the_program_is_read() {
    for text in [
        "# Verksamhetsplan 2026\n\n> Parknämnden har en plan.\n\n  * Parknämnden\n",
        "# Delårsrapport 2026\n\nStadsdelsnämnden\n\nAllt har gjorts av Stadsdelsnämnden\n",
        "Resultatet blev strax under 30 miljoner kronor, drygt tolv miljoner bättre än budgeterat.\n",
    ] {
        assert!(findings("text.md", text).is_some(), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn nothing_stops_the_checker(
        (text, from, marked) in (any::<usize>(), any::<usize>(), any::<bool>()),
        changes in prop::collection::vec(any::<Change>(), 1..40),
    ) {
        let text = &TEXTS[text % TEXTS.len()];
        let from = from % text.len().max(1);
        let mut lines: Vec<String> = text.iter().skip(from).take(LINES).cloned().collect();
        changes.into_iter().for_each(|it| change(&mut lines, it));
        let name = if marked { "text.md" } else { "text.txt" };
        let Some((last, found)) = findings(name, &lines.join("\n")) else { return Ok(()) };
        for finding in found {
            let line = finding.at.span.at.line;
            prop_assert!((1..=last.max(1)).contains(&line), "{} points to line {line} of {last}", finding.code);
        }
    }
}
