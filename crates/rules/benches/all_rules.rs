//! All rules on a plan of some 58 pages, after reading.

use divan::Bencher;
use std::fmt::Write as _;
use std::sync::Arc;
use uppsikt_domain::picture::Picture;
use uppsikt_rules::{ALL, Selection, check};

fn main() {
    divan::main();
}

const WORDS: [&str; 24] = [
    "nämnden",
    "arbetar",
    "för",
    "att",
    "fler",
    "ska",
    "kunna",
    "delta",
    "i",
    "stadens",
    "utveckling",
    "och",
    "följer",
    "resultatet",
    "varje",
    "år",
    "tillsammans",
    "med",
    "föreningar",
    "skolor",
    "bolag",
    "samt",
    "berörda",
    "förvaltningar",
];

/// A paragraph of so many words, another one for each seed, in which none comes twice in a row.
fn paragraph(seed: usize, words: usize) -> String {
    let mut out = format!("{} {}", OPENINGS[seed % OPENINGS.len()], WORDS[seed * 5 % WORDS.len()]);
    let mut word = seed * 5 % WORDS.len();
    for at in 0..words {
        // A step of one to twenty-three words, never back to the same.
        word = (word + 1 + (seed * 31 + at * 17 + at * at * 7) % (WORDS.len() - 1)) % WORDS.len();
        out.push(' ');
        out += WORDS[word];
        if at % 17 == 16 {
            let _ = write!(out, ". Del {} av arbetet", seed + at);
        }
    }
    out + ".\n\n"
}

const OPENINGS: [&str; 7] =
    ["Under året", "I staden", "Med början i vår", "Tillsammans", "Varje kvartal", "Som förut", "I samråd"];

fn goal(number: usize) -> String {
    let mut out = format!("## Kommunfullmäktigemål - Mål nummer {number} gäller något eget i staden\n\n");
    out += "Målet hör främst ihop med dessa mål i Agenda 2030:\n\n";
    out += "- 3 God hälsa och välbefinnande\n- 5 Jämställdhet\n- 10 Minskad ojämlikhet\n\n### Planeringskommentar\n\n";
    (0..5).for_each(|at| out += &paragraph(number * 100 + at, 90));
    out += "### Planering för 2026\n\n";
    for at in 0..8 {
        let _ =
            write!(out, "#### Insats {number}.{at} för fler\n\n{}", paragraph(number * 100 + 10 + at, 110));
    }
    out += "### Uppföljning av målet\n\n";
    (0..3).for_each(|at| out += &paragraph(number * 100 + 30 + at, 80));
    out
}

fn statement() -> String {
    let mut out = String::from("# Plan för ekonomin\n\n## Resultaträkning\n\nResultaträkning, tkr\n\n");
    out += "| Rad | Prognos 2025 | Budget 2026 | Förändring |\n| --- | ---: | ---: | ---: |\n";
    let rows = [
        ("Bidrag", 19_667, 24_291),
        ("Övriga intäkter", 228_063, 239_502),
        ("Totala intäkter", 247_730, 263_793),
        ("Lönekostnader", -221_734, -250_475),
        ("PO-pålägg", -92_544, -105_153),
        ("Övriga personalkostnader", -2_251, -1_747),
        ("Totala personalkostnader", -316_529, -357_375),
        ("Lokal- och markhyror", -40_800, -35_418),
        ("Övriga kostnader", -385_627, -386_649),
        ("Avskrivningar", -1_048, -3_430),
        ("Totala övriga kostnader", -427_475, -425_497),
    ];
    for (label, earlier, later) in rows {
        let _ = writeln!(out, "| {label} | {earlier} | {later} | {} |", later - earlier);
    }
    out += "\n## Resultaträkning - fördelad på budgetområden\n\nTabell - Budgetområden, tkr\n\n| Budgetområde | Budget 2026 |\n| --- | ---: |\n";
    (0..20).for_each(|at| {
        let _ = writeln!(out, "| Område nummer {at} | {} |", 1_000 + at * 37);
    });
    let _ = writeln!(out, "| Summa | {} |", (0..20).map(|at| 1_000 + at * 37).sum::<i32>());
    out
}

fn picture() -> Picture {
    let mut text = String::from("# Nämndsbudget 2026\n\nKommunstyrelsen\n\n# Sammanfattning\n\n");
    text +=
        "Kommunfullmäktige har riktat tolv mål till kommunstyrelsen.\n\n# Plan för kommunfullmäktigemål\n\n";
    (1..=12).for_each(|number| text += &goal(number));
    text += &statement();
    let style = uppsikt_reading::HouseStyle::standard();
    let document = uppsikt_reading::read("plan.md", text.as_bytes(), &style).expect("the plan can be read");
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).expect("a day");
    Picture { seen_from, structure: style.structure(), documents: vec![Arc::new(document)] }
}

#[divan::bench]
fn all_rules(bencher: Bencher<'_, '_>) {
    let picture = picture();
    bencher.bench_local(|| check(divan::black_box(&picture), &Selection::default()));
}

#[divan::bench(args = ALL.iter().map(|rule| rule.about.name))]
fn rule(bencher: Bencher<'_, '_>, name: &str) {
    let picture = picture();
    let only = Selection { only: vec![name.to_owned()], skip: Vec::new() };
    bencher.bench_local(|| check(divan::black_box(&picture), &only));
}

/// A name for each number, in letters.
fn committee(number: usize) -> String {
    let letter = |at: usize| char::from(b'a' + u8::try_from(at % 26).unwrap_or(0));
    let name: String = [number / 676, number / 26, number].into_iter().map(letter).collect();
    format!("Park{name}nämnden")
}

/// A council's budget with an appropriation for each of its committees, and their own budgets.
fn city(committees: usize) -> Picture {
    let frame = |number: usize| 10_000 + 7 * number;
    let mut council = String::from(
        "# Kommunbudget 2026\n\nStorby kommun\n\n# Kommunbidrag per nämnd\n\nKommunbidrag per nämnd, tkr\n\n| Nämnd | Budget 2026 |\n| --- | ---: |\n",
    );
    for number in 0..committees {
        let _ = writeln!(council, "| {} | {} |", committee(number), frame(number));
    }
    let plan = |number: usize| {
        let (name, frame) = (committee(number), frame(number));
        format!(
            "# Nämndsbudget 2026\n\n{name}\n\n# Plan för ekonomin\n\n## Resultaträkning\n\nResultaträkning, tkr\n\n| Rad | Budget 2026 |\n| --- | ---: |\n| Totala intäkter | 600 |\n| Kommunbidrag | {frame} |\n"
        )
    };
    let style = uppsikt_reading::HouseStyle::standard();
    let read = |file: String, text: &str| {
        Arc::new(uppsikt_reading::read(&file, text.as_bytes(), &style).expect("a document can be read"))
    };
    let plans = (0..committees).map(|number| read(format!("plan-{number}.md"), &plan(number)));
    let documents = std::iter::once(read("kommunbudget.md".to_owned(), &council)).chain(plans).collect();
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).expect("a day");
    Picture { seen_from, structure: style.structure(), documents }
}

/// What one document tells of bodies held against what they tell themselves: the time grows with the
/// number of documents and not with its square.
#[divan::bench(args = [10, 100, 1_000])]
fn between_documents(bencher: Bencher<'_, '_>, committees: usize) {
    let picture = city(committees);
    let names = ["RAM-008", "RAM-009", "TID-004", "KON-023", "MAL-005", "UPP-010"];
    let only = Selection { only: names.map(str::to_owned).to_vec(), skip: Vec::new() };
    bencher.bench_local(|| check(divan::black_box(&picture), &only));
}
