//! Whom the council's budget directs its goals to: in words, in columns, in a matrix with crosses.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
mod support;

use uppsikt_domain::claim::{Subject, claims_of};
use uppsikt_domain::document::Document;
use uppsikt_reading::{HouseStyle, json, read};

fn document(text: &str) -> Document {
    let document = read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
    support::assert_sound(&document);
    document
}

/// Goals with those they are directed to.
fn directed(document: &Document) -> Vec<(String, String)> {
    let reading = json::reading_json(document);
    let areas = reading["goal_areas"].as_array().unwrap();
    let goals = areas.iter().flat_map(|area| area["goals"].as_array().unwrap());
    let names = |goal: &serde_json::Value| {
        let all = goal["directed_to"].as_array().unwrap();
        all.iter().map(|it| it.as_str().unwrap()).collect::<Vec<_>>().join(", ")
    };
    goals.map(|goal| (goal["name"].as_str().unwrap().to_owned(), names(goal))).collect()
}

fn pairs<const N: usize>(pairs: [(&str, &str); N]) -> Vec<(String, String)> {
    pairs.iter().map(|(goal, bodies)| ((*goal).to_owned(), (*bodies).to_owned())).collect()
}

const WORDS: &str = "\
# Mål och budget 2031

Storby kommun

## Kommunfullmäktiges mål

### Mål 1 \u{2013} Rena dammar

Alla dammar ska vara rena.

Målet riktas till: Parknämnden, park- och vattennämnden

### Mål 2 \u{2013} Fler barn läser

**Berörda nämnder:**

- Skolnämnden
- Kultur- och fritidsnämnden

### Mål 3 \u{2013} Lugna gator

Målet riktas till samtliga nämnder. Det följs upp varje år.

### Mål 4 \u{2013} Öppna parker

Ansvar: Parkchefen.
";

#[test]
fn words_below_a_goal_tell_whom_it_is_directed_to() {
    let document = document(WORDS);
    let expected = pairs([
        ("Rena dammar", "Parknämnden, Park- och vattennämnden"),
        ("Fler barn läser", "Skolnämnden, Kultur- och fritidsnämnden"),
        ("Lugna gator", "Samtliga nämnder"),
        ("Öppna parker", ""),
    ]);
    assert_eq!(directed(&document), expected);
    let claims = claims_of(&document);
    let told = claims.iter().find(|claim| claim.subject == Subject::DirectedTo).unwrap();
    assert_eq!((told.about.as_str(), told.span.at.line), ("Rena dammar", 11));
}

#[test]
fn a_committee_s_own_budget_directs_nothing() {
    let plan = WORDS.replace("Mål och budget 2031\n\nStorby kommun", "Nämndsbudget 2031\n\nParknämnden");
    assert!(directed(&document(&plan)).iter().all(|(_, bodies)| bodies.is_empty()));
}

#[test]
fn crosses_in_a_matrix_direct_goals_that_have_headings_or_are_its_rows() {
    let rows = "\
| Mål | KS | PN | SN |
|---|---|---|---|
| 1. Rena dammar | | x | |
| 2. Fler barn läser | X | \u{2013} | X |

PN = Parknämnden, SN = Skolnämnden
";
    let alone = format!("# Mål och budget 2031\n\nStorby kommun\n\n## Vem gör vad\n\n{rows}");
    let expected =
        pairs([("Rena dammar", "Parknämnden"), ("Fler barn läser", "Kommunstyrelsen, Skolnämnden")]);
    assert_eq!(directed(&document(&alone)), expected);
    let headed = "### Mål 1 \u{2013} Rena dammar\n\nText.\n\n### Mål 2 \u{2013} Fler barn läser\n\nText.\n";
    let both =
        format!("# Mål och budget 2031\n\nStorby kommun\n\n## Mål\n\n{headed}\n## Vem gör vad\n\n{rows}");
    assert_eq!(directed(&document(&both)), expected);
}

#[test]
fn committees_may_be_rows_and_goals_columns() {
    let text = "\
# Mål och budget 2031

Storby kommun

## Mål

### Mål 1 \u{2013} Rena dammar

Text.

### Mål 2 \u{2013} Fler barn läser

Text.

## Vem gör vad

| Nämnd | Mål 1 | Mål 2 |
|---|---|---|
| Parknämnden | x | |
| Skolnämnden | | x |
";
    let expected = pairs([("Rena dammar", "Parknämnden"), ("Fler barn läser", "Skolnämnden")]);
    assert_eq!(directed(&document(text)), expected);
}

#[test]
fn a_column_beside_the_goals_tells_whom_they_are_directed_to() {
    let text = "\
# Mål och budget 2031

Storby kommun

## Mål

| Mål | Ansvarig nämnd | Indikator |
|---|---|---|
| Rena dammar | Parknämnden, vattennämnden | Prov utan anmärkning |
| Fler barn läser | Skolnämnden | Andel som läser |
";
    let expected = pairs([("Rena dammar", "Parknämnden, Vattennämnden"), ("Fler barn läser", "Skolnämnden")]);
    assert_eq!(directed(&document(text)), expected);
}

#[test]
fn figures_per_committee_are_no_crosses() {
    let text = "\
# Mål och budget 2031

Storby kommun

## Mål

### Mål 1 \u{2013} Rena dammar

Text.

## Medel

| Mål | Parknämnden | Skolnämnden |
|---|---|---|
| Rena dammar | 120 | x |
";
    assert_eq!(directed(&document(text)), pairs([("Rena dammar", "")]));
}
