//! Orders that the council gives in its budget: with codes, under the name of the one who has them, in lists
//! below words that give them, and in tables.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
mod support;

use serde_json::Value;
use uppsikt_reading::{HouseStyle, json, read};

/// The words of each order, those who have it, and how it is reported back.
fn told(file: &str, text: &str) -> Vec<[String; 3]> {
    let document = read(file, text.as_bytes(), &HouseStyle::standard()).unwrap();
    support::assert_sound(&document);
    let reading = json::reading_json(&document);
    let word = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    let names = |order: &Value| {
        let all = order["assignees"].as_array().unwrap();
        let named: Vec<String> =
            all.iter().map(|it| format!("{} {}", word(&it["name"]), word(&it["role"]))).collect();
        named.join(", ")
    };
    let areas = reading["goal_areas"].as_array().unwrap();
    let orders = areas.iter().flat_map(|area| area["assignments"].as_array().unwrap());
    orders.map(|it| [word(&it["text"]), names(it), word(&it["report_back"]["how"])]).collect()
}

fn rows<const N: usize>(rows: [[&str; 3]; N]) -> Vec<[String; 3]> {
    rows.iter().map(|row| row.map(str::to_owned)).collect()
}

#[test]
fn a_code_or_a_mark_before_the_one_who_has_an_order_is_no_part_of_the_name() {
    let text = "\
# Mål och budget 2031

Storby kommun

## Uppdrag till nämnderna

U1 Kommunstyrelsen får i uppdrag att rita en bro. Återrapporteras i delårsrapporten 2031.

**Uppdrag 2:** Parknämnden får i uppdrag att så en äng tillsammans med skolnämnden.

**Uppdrag 3:** Alla nämnder ska minska sina resor.

Uppdrag nr 4: Skolnämnden får i uppdrag att bygga en scen. Redovisas som ett särskilt ärende.
";
    let expected = rows([
        ["Kommunstyrelsen får i uppdrag att rita en bro", "Kommunstyrelsen lead", "interim_report"],
        [
            "Parknämnden får i uppdrag att så en äng tillsammans med skolnämnden",
            "Parknämnden lead, Skolnämnden partner",
            "not_stated",
        ],
        ["Alla nämnder ska minska sina resor", "Alla nämnder joint", "not_stated"],
        ["Skolnämnden får i uppdrag att bygga en scen", "Skolnämnden lead", "separate_case"],
    ]);
    assert_eq!(told("a.md", text), expected);
}

#[test]
fn items_below_a_committee_s_name_are_its_orders() {
    let text = "\
# Budget 2031 \u{2013} plan 2032\u{2013}2033

Storby kommun

## Uppdrag

### Uppdrag till Kommunstyrelsen

- Rita en bro över ån
- Ta fram en plan för marken

### Uppdrag till Parknämnden

1. Så en äng vid skolorna.
2. Återställa två dammar, tillsammans med vattennämnden. Redovisas i årsredovisningen.

## Vattennämnden

Nämnden ansvarar för:

- vatten
- avlopp

### Särskilda uppdrag 2031

- att byta ledningar
";
    let expected = rows([
        ["Rita en bro över ån", "Kommunstyrelsen lead", "not_stated"],
        ["Ta fram en plan för marken", "Kommunstyrelsen lead", "not_stated"],
        ["Så en äng vid skolorna", "Parknämnden lead", "not_stated"],
        [
            "Återställa två dammar, tillsammans med vattennämnden",
            "Parknämnden lead, Vattennämnden partner",
            "annual_analysis",
        ],
        ["byta ledningar", "Vattennämnden lead", "not_stated"],
    ]);
    assert_eq!(told("a.md", text), expected);
}

#[test]
fn in_plain_text_names_part_lists_of_orders() {
    let text = "\
Storby kommun

Mål och budget 2031

Sammanfattning

Kommunen växer.

Uppdrag till nämnderna

Kommunstyrelsen

1. Rita en bro över ån. Återrapporteras i delårsrapporten 2031.
2. Ta fram en plan för marken.

Parknämnden

1. Så en äng vid skolorna.

Skolnämnden får i uppdrag att
- bygga en scen

Ekonomi

Skattesatsen är 21,50.
";
    let expected = rows([
        ["Rita en bro över ån", "Kommunstyrelsen lead", "interim_report"],
        ["Ta fram en plan för marken", "Kommunstyrelsen lead", "not_stated"],
        ["Så en äng vid skolorna", "Parknämnden lead", "not_stated"],
        ["bygga en scen", "Skolnämnden lead", "not_stated"],
    ]);
    assert_eq!(told("a.txt", text), expected);
    let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
    assert!(document.sections.iter().any(|section| section.name == "Ekonomi"));
}

#[test]
fn what_a_committee_is_responsible_for_is_no_order() {
    let text = "\
# Storby kommuns budget 2031

## Kommunstyrelsen

### Uppdrag

Kommunstyrelsen ansvarar för:

- mark och vatten
- ekonomi

## Parknämnden

### Uppdrag

- parker
- lekplatser
";
    assert_eq!(told("a.md", text), rows([]));
    let document = read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
    assert_eq!(document.kind, uppsikt_domain::document::DocumentKind::CouncilBudget);
}

#[test]
fn orders_in_a_table_are_of_whom_their_row_a_row_above_or_the_heading_names() {
    let text = "\
# Mål och budget 2031

Storby kommun

## Uppdrag till nämnderna

| Nämnd | Uppdrag | Återrapportering |
|---|---|---|
| Vattennämnden | Rensa dammarna | Delårsrapport 2031 |
| | Byta ledningar | Årsredovisning 2031 |
| Skolnämnden | Måla skolorna | Särskilt ärende |

## Parknämnden

### Särskilda uppdrag 2031

| Nr | Uppdrag | Återrapportering |
|---|---|---|
| P1 | Så en äng | Delårsrapport |
";
    let expected = rows([
        ["Rensa dammarna", "Vattennämnden lead", "interim_report"],
        ["Byta ledningar", "Vattennämnden lead", "annual_analysis"],
        ["Måla skolorna", "Skolnämnden lead", "separate_case"],
        ["Så en äng", "Parknämnden lead", "interim_report"],
    ]);
    assert_eq!(told("a.md", text), expected);
}
