//! How the cost of all rules grows with the number of documents of one municipality.
//!
//! `cargo run --release -p uppsikt-rules --example curve -- 10 100 1000`

use rayon::prelude::*;
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};
use uppsikt_domain::document::Document;
use uppsikt_domain::picture::Picture;
use uppsikt_reading::HouseStyle;
use uppsikt_rules::seen::Seen;
use uppsikt_rules::{ALL, Selection, check};

type Failure = Box<dyn std::error::Error>;

/// So many documents of a body in a year: its plan, its interim report and its annual analysis.
const A_YEAR: usize = 3;

/// So many years.
const YEARS: usize = 10;

fn main() -> Result<(), Failure> {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|it| it.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![10, 100, 120, 1000] } else { asked };
    let style = HouseStyle::standard();
    let most = sizes.iter().copied().max().unwrap_or(0);
    let all: Result<Vec<Document>, _> = (0..most)
        .into_par_iter()
        .map(|at| uppsikt_reading::read(&name(at), text(at).as_bytes(), &style))
        .collect();
    let all: Vec<Arc<Document>> = all?.into_iter().map(Arc::new).collect();
    println!("documents\tlines\tfindings\tall rules, ms\tms a document");
    for size in &sizes {
        let picture = picture(&all[..*size], &style)?;
        let lines: usize = picture.documents.iter().map(|document| document.lines.len()).sum();
        let (time, found) = timed(|| check(&picture, &Selection::default()).len());
        println!("{size}\t{lines}\t{found}\t{}\t{}", millis(time), millis(time / u32::try_from(*size)?));
    }
    growth(&all, &sizes, &style)
}

/// The rules whose cost a document grows most from the second size to the last.
fn growth(all: &[Arc<Document>], sizes: &[usize], style: &HouseStyle) -> Result<(), Failure> {
    let (Some(few), Some(many)) = (sizes.get(1), sizes.iter().max()) else { return Ok(()) };
    let (small, large) = (picture(&all[..*few], style)?, picture(&all[..*many], style)?);
    let mut grown: Vec<(u128, &str, Duration, Duration)> = Vec::new();
    for rule in ALL {
        let (one, _) = timed(|| (rule.check)(&Seen::of(&small)).len());
        let (other, _) = timed(|| (rule.check)(&Seen::of(&large)).len());
        let per_mille = other.as_micros() * 1000 * *few as u128 / (one.as_micros().max(1) * *many as u128);
        grown.push((per_mille, rule.about.name, one, other));
    }
    grown.retain(|(_, _, _, time)| *time > Duration::from_millis(2));
    grown.sort_by_key(|it| std::cmp::Reverse(it.0));
    println!("\nrule\t{few}, ms\t{many}, ms\tcost a document, times");
    for (per_mille, name, one, other) in grown.iter().take(12) {
        println!(
            "{name}\t{}\t{}\t{},{:02}",
            millis(*one),
            millis(*other),
            per_mille / 1000,
            per_mille % 1000 / 10
        );
    }
    Ok(())
}

/// The fastest of three.
fn timed<T>(run: impl Fn() -> T) -> (Duration, T) {
    let once = || {
        let start = Instant::now();
        let result = run();
        (start.elapsed(), result)
    };
    [once(), once()].into_iter().fold(once(), |best, next| if next.0 < best.0 { next } else { best })
}

fn millis(time: Duration) -> String {
    format!("{},{:02}", time.as_micros() / 1000, time.as_micros() % 1000 / 10)
}

fn picture(documents: &[Arc<Document>], style: &HouseStyle) -> Result<Picture, Failure> {
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).ok_or("a day")?;
    Ok(Picture { seen_from, structure: style.structure(), documents: documents.to_vec() })
}

/// Which body, year and kind a document is.
fn place(at: usize) -> (usize, usize, usize) {
    (at / A_YEAR / YEARS, 2017 + at / A_YEAR % YEARS, at % A_YEAR)
}

fn name(at: usize) -> String {
    let (body, year, kind) = place(at);
    format!("{body}-{year}-{kind}.md")
}

const STEMS: [&str; 12] = [
    "skolor",
    "bibliotek",
    "gator",
    "parker",
    "boenden",
    "vägar",
    "hamnar",
    "hallar",
    "torg",
    "museer",
    "stränder",
    "cykelbanor",
];

fn body(number: usize) -> String {
    format!("Nämnden för {} och {}", STEMS[number % 12], STEMS[(number / 12 + 5) % 12])
}

/// A plan or report of some pages, alike from year to year as such documents are.
fn text(at: usize) -> String {
    let (number, year, kind) = place(at);
    let title = ["Nämndsbudget", "Delårsrapport", "Årsanalys"][kind];
    let mut out = format!("# {title} {year}\n\n{}\n\n# Sammanfattning\n\n{}", body(number), prose(at, 0));
    out += "# Plan för kommunfullmäktigemål\n\n";
    for goal in 0..6 {
        let (of, to) = (STEMS[(number + goal) % 12], STEMS[(number * 5 + goal * 7) % 12]);
        let _ = write!(
            out,
            "## Kommunfullmäktigemål - Fler använder {of} och {to} i del {}\n\n",
            number * 6 + goal
        );
        let _ = write!(out, "### Planering för {year}\n\n{}{}", prose(at, goal + 1), prose(at, goal + 20));
    }
    out + &statement(year, at)
}

fn prose(seed: usize, part: usize) -> String {
    let mut out = String::from("Under året");
    let words: Vec<&str> =
        "nämnden arbetar för att fler ska kunna delta i stadens utveckling".split(' ').collect();
    for at in 0..70 {
        let _ = write!(
            out,
            " {}",
            if at % 4 == 0 { STEMS[(seed * 7 + part + at) % 12] } else { words[(at + part) % words.len()] }
        );
        if at % 14 == 13 {
            let _ = write!(out, ". Del {} av arbetet", seed * 40 + part + at);
        }
    }
    out + ".\n\n"
}

fn statement(year: usize, at: usize) -> String {
    let mut out = String::from("# Plan för ekonomin\n\n## Resultaträkning\n\nResultaträkning, tkr\n\n");
    let _ = writeln!(
        out,
        "| Rad | Prognos {} | Budget {year} | Förändring |\n| --- | ---: | ---: | ---: |",
        year - 1
    );
    for (label, base) in [
        ("Bidrag", 9_000),
        ("Övriga intäkter", 28_000),
        ("Lönekostnader", 50_000),
        ("Övriga kostnader", 33_000),
    ] {
        let (earlier, later) = (base + at % 300, base + at % 300 + 40);
        let _ = writeln!(out, "| {label} | {earlier} | {later} | 40 |");
    }
    out
}
