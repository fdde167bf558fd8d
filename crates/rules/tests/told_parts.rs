//! Sentences about a part of the economy, about several rows, and about an amount once more:
//! right and wrong.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use uppsikt_domain::picture::Picture;
use uppsikt_findings::Severity;
use uppsikt_reading::HouseStyle;
use uppsikt_rules::{Selection, check};

const PLAN: &str = "# Nämndsbudget 2026

Hamnnämnden

# Plan för ekonomin

WHOLE

## Nämnden

OF_BODY

## Kontorets verksamhet

OF_OFFICE

### Bidragsfinansierad verksamhet

OF_GRANTS

### Avgiftsfinansierad verksamhet

OF_FEES

## Förstärkning

OF_TABLE

**Tabell - Förstärkning av nämndens budget, mkr**

| Ändamål | Belopp |
| --- | ---: |
| Kajer | 2,5 |
| Slussar | 1,5 |
| Bojar | 0,8 |
| Summa | 4,8 |

## Resultaträkning

**Resultaträkning, tkr**

| Rad | Prognos 2025 | Budget 2026 | Förändring |
| --- | ---: | ---: | ---: |
| Bidrag | 6 420 | 6 810 | 390 |
| Övriga intäkter | 52 140 | 54 365 | 2 225 |
| Totala intäkter | 58 560 | 61 175 | 2 615 |
| Lönekostnader | -81 230 | -84 655 | -3 425 |
| PO-pålägg | -35 110 | -36 790 | -1 680 |
| Övriga personalkostnader | -2 045 | -2 150 | -105 |
| Totala personalkostnader | -118 385 | -123 595 | -5 210 |
| Lokal- och markhyror | -21 460 | -22 085 | -625 |
| Övriga kostnader | -63 705 | -66 315 | -2 610 |
| Avskrivningar | -4 980 | -5 180 | -200 |
| Totala övriga kostnader | -90 145 | -93 580 | -3 435 |
| Nettokostnad exkl. finansnetto | -149 970 | -156 000 | -6 030 |
| Kommunbidrag | 150 200 | 156 100 | 5 900 |
| Finansiella intäkter | 0 | 0 | 0 |
| Finansiella kostnader | -90 | -100 | -10 |
| Resultat | 140 | 0 | -140 |
| Nettokostnad | -150 060 | -156 100 | -6 040 |

## Resultaträkning - fördelad

**Tabell - Uppdelningen av budget 2026 på nämnden, bidragsfinansierad verksamhet samt avgiftsfinansierad verksamhet, tkr**

| Rad | Nämnden | Kontoret BF | Kontoret AF | Totalt |
| --- | ---: | ---: | ---: | ---: |
| Totala intäkter | 0 | 14 285 | 46 890 | 61 175 |
| Personalkostnader | -9 435 | -92 480 | -21 680 | -123 595 |
| Övriga kostnader | -2 155 | -61 110 | -25 135 | -88 400 |
| Avskrivningar | 0 | -5 105 | -75 | -5 180 |
| Totala kostnader | -11 590 | -158 695 | -46 890 | -217 175 |
| Kommunbidrag | 11 590 | 144 510 | 0 | 156 100 |
| Finansiella poster | 0 | -100 | 0 | -100 |
| Summa | 0 | 0 | 0 | 0 |

## Budgetområden

**Tabell - Uppdelningen av kontorets nämndsbudget i budgetområden, tkr**

| Budgetområde | Budget 2026 |
| --- | ---: |
| Kajer och bryggor | 61 240 |
| Farleder och sjömärken | 48 375 |
| Gästhamnar | 34 895 |
| Summa | 144 510 |
";

const PLACES: [&str; 6] = ["WHOLE", "OF_BODY", "OF_OFFICE", "OF_GRANTS", "OF_FEES", "OF_TABLE"];

const REPORT: &str = "# Delårsrapport 2026

Hamnnämnden

# Ekonomi

WHOLE

## Kommunbidraget

**Kommunbidraget, beslut för beslut, tkr**

| Beslut | Belopp |
| --- | ---: |
| Kommunbidrag enligt ursprungligt beslut | 156 100 |
| Ny sluss | 1 240 |
| Kommunbidrag | 157 340 |

## Budgetavvikelse

**Period mot helår, tkr**

| Rad | Utfall jan–aug | Prognos helår |
| --- | ---: | ---: |
| Nettokostnad | -101 365 | -159 210 |
| Kommunbidrag | 104 893 | 157 340 |
| Resultat | 3 528 | -1 870 |

## Nettokostnadens utveckling

**Nettokostnad mot förra året, tkr**

| Rad | Prognos 2026 | Utfall 2025 | Förändring, procent |
| --- | ---: | ---: | ---: |
| Intäkter | 60 420 | 58 130 | 3,9 |
| Kostnader | -219 630 | -208 190 | 5,5 |
| Nettokostnad | -159 210 | -150 060 | 6,1 |

## Viktigaste förklaringar

### Lönekostnader HEADED

Tjänster har stått tomma.

## Resultaträkning

**Resultaträkning, tkr**

| Rad | Prognos | Budget | Avvikelse |
| --- | ---: | ---: | ---: |
| Totala intäkter | 60 420 | 61 175 | -755 |
| Lönekostnader | -82 390 | -84 655 | 2 265 |
| PO-pålägg | -35 855 | -36 790 | 935 |
| Övriga kostnader | -101 295 | -96 980 | -4 315 |
| Kommunbidrag | 157 340 | 157 340 | 0 |
| Finansiella kostnader | -90 | -90 | 0 |
| Resultat | -1 870 | 0 | -1 870 |
";

fn said(document: &str, place: &str, sentence: &str) -> Vec<String> {
    static STYLE: std::sync::OnceLock<HouseStyle> = std::sync::OnceLock::new();
    let style = STYLE.get_or_init(HouseStyle::standard);
    let mut text = document.replacen(place, sentence, 1);
    for other in PLACES {
        text = text.replacen(other, "Nämnden arbetar vidare.", 1);
    }
    let text = text.replace("HEADED", "2 265 tkr");
    let document = Arc::new(uppsikt_reading::read("a.md", text.as_bytes(), style).unwrap());
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).unwrap();
    let picture = Picture { seen_from, structure: style.structure(), documents: vec![document] };
    let only = ["ARI-007", "ARI-012", "RAM-002", "AVV-002"].map(str::to_owned).to_vec();
    let findings = check(&picture, &Selection { only, skip: Vec::new() });
    let told = findings.iter().filter(|it| it.severity != Severity::Note);
    told.map(|it| format!("{} {}", it.code, it.found.in_lang(uppsikt_messages::Lang::Sv))).collect()
}

/// A place, a sentence with the amount that is right, and one that is wrong.
type Pair = (&'static str, &'static str, &'static str, &'static str);

const OF_THE_PLAN: [Pair; 22] = [
    ("WHOLE", "Ramen är {}.", "156,1 mkr", "165,1 mkr"),
    ("OF_BODY", "I nämndsbudget 2026 har totalt {} avsatts till nämnden.", "11,6 mkr", "16,1 mkr"),
    (
        "OF_BODY",
        "I nämndsbudget 2026 har totalt 11,6 mkr avsatts till nämnden varav {} är personal- och arvodeskostnader.",
        "9,4 mkr",
        "9,7 mkr",
    ),
    (
        "OF_OFFICE",
        "I nämndsbudget 2026 har totalt {} avsatts till kontorets verksamhet.",
        "144,5 mkr",
        "145,4 mkr",
    ),
    ("OF_OFFICE", "För 2026 har {} avsatts till kontorets verksamhet.", "144 510 tkr", "114 510 tkr"),
    (
        "OF_GRANTS",
        "För 2026 finns 131 årsarbetare, vilket motsvarar en kostnad på {}.",
        "92,5 mkr",
        "95,2 mkr",
    ),
    (
        "OF_FEES",
        "Den budgeterade omsättningen är {} och avser bland annat hamnavgifter.",
        "46,9 mkr",
        "49,6 mkr",
    ),
    ("OF_FEES", "Personalkostnaderna är {} i budgeten.", "21,7 mkr", "27,1 mkr"),
    ("OF_FEES", "Budgeten för personalkostnaderna är {}.", "21 680 tkr", "26 180 tkr"),
    ("OF_TABLE", "Ramen har förstärkts med {}. Tabellen nedan visar hur.", "4,8 mkr", "4,6 mkr"),
    ("WHOLE", "Lönekostnader och PO-pålägg ökar tillsammans med {}.", "5 105 tkr", "5 015 tkr"),
    ("WHOLE", "Lönekostnaderna och PO-pålägget ökar med {}.", "5,1 mkr", "5,4 mkr"),
    ("WHOLE", "Lönekostnaderna ökar med {} (4,2 procent).", "3 425 tkr", "3 245 tkr"),
    ("WHOLE", "Lönekostnaderna ökar med 3 425 tkr ({}).", "4,2 procent", "2,4 procent"),
    ("WHOLE", "Lönekostnaderna ökar med 3,4 mkr, vilket motsvarar {}.", "4,2 procent", "5,2 procent"),
    ("WHOLE", "Lönekostnadsökningen är {}.", "3 425 tkr", "3 452 tkr"),
    ("WHOLE", "Lönekostnadsökningen på 4,2 procent motsvarar {}.", "3,4 mkr", "3,2 mkr"),
    ("WHOLE", "Budgeten för lönekostnader är 84,7 mkr. Det är {} mer än prognosen.", "3,4 mkr", "4,3 mkr"),
    ("WHOLE", "Lönekostnaderna uppgår till 84 655 tkr. Det är en ökning med {}.", "3 425 tkr", "3 524 tkr"),
    ("WHOLE", "Nämndens nya avtal gör att farleder och sjömärken kostar {}.", "48 375 tkr", "48 735 tkr"),
    ("WHOLE", "Nettokostnadsökningen är {} jämfört med prognosen för 2025.", "6,0 mkr", "6,8 mkr"),
    ("WHOLE", "Lokal- och markhyrorna ökar från {} till 22,1 mkr.", "21,5 mkr", "22,5 mkr"),
];

const OF_THE_REPORT: [Pair; 8] = [
    ("WHOLE", "Kommunbidraget är enligt ursprungligt beslut {}.", "156,1 mkr", "165,1 mkr"),
    ("WHOLE", "Utfallet för perioden januari–augusti är {}.", "3,5 mkr", "3,3 mkr"),
    ("WHOLE", "Kostnadsökningen på {} beror på slussen.", "11,4 mkr", "11,6 mkr"),
    ("WHOLE", "Den prognostiserade intäktsökningen på {} motsvarar 2,3 mkr.", "3,9 procent", "4,9 procent"),
    ("WHOLE", "Lönekostnaderna avviker med {} (2,7 procent).", "2 265 tkr", "2 625 tkr"),
    ("WHOLE", "Lönekostnaderna avviker med 2 265 tkr ({}).", "2,7 procent", "3,2 procent"),
    ("WHOLE", "Lönekostnader och PO-pålägg visar ett överskott på {}.", "3,2 mkr", "3,4 mkr"),
    ("HEADED", "{}", "2 265 tkr", "2 625 tkr"),
];

#[test]
fn parts_and_rows_told_as_one_are_held_against_their_tables() {
    let mut wrong = Vec::new();
    let plan = OF_THE_PLAN.iter().map(|pair| (PLAN, pair));
    for (document, (place, sentence, right, other)) in plan.chain(OF_THE_REPORT.iter().map(|it| (REPORT, it)))
    {
        let (clean, off) = (sentence.replace("{}", right), sentence.replace("{}", other));
        let (clean_said, off_said) = (said(document, place, &clean), said(document, place, &off));
        let told = off_said.iter().any(|said| said.ends_with(other));
        if !clean_said.is_empty() || !told {
            wrong.push(format!("{off}\n    right: {clean_said:?} wrong: {off_said:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Amounts beside a part's name that are of something else.
const CLEAN: [(&str, &str); 18] = [
    ("WHOLE", "Ramen för bryggor är 155,1 mkr."),
    ("WHOLE", "Ramen var 151,2 mkr 2023."),
    ("OF_FEES", "Personalkostnaderna i hamnen i Viken är 20,9 mkr."),
    ("OF_FEES", "Det väntas ett överskott, 2,1 mkr, som är gästhamnarnas."),
    ("OF_GRANTS", "För bryggorna finns 12 årsarbetare, vilket motsvarar 9,3 procent."),
    ("OF_OFFICE", "Till kontorets verksamhet för sluss och bro har 14,1 mkr avsatts."),
    ("OF_BODY", "I nämndsbudget 2026 har totalt 12,6 mkr avsatts till nämndens resor."),
    ("OF_BODY", "I nämndsbudget 2026 har totalt 11,6 mkr avsatts till nämnden varav 2,5 mkr är resor."),
    ("OF_BODY", "Lönekostnaderna är 9,1 mkr."),
    ("OF_TABLE", "Kajerna har fått 4,6 mkr. Tabellen nedan visar vad ramen har förstärkts med."),
    ("WHOLE", "Lönekostnader och PO-pålägg ökar med 3,2 respektive 1,8 mkr."),
    ("WHOLE", "Både lönekostnader och hyror ökar med 3,6 mkr."),
    ("WHOLE", "Lönekostnadsökningen för de nya tjänsterna är 3,1 mkr."),
    ("WHOLE", "Kostnadsökningen för el är 6 procent."),
    ("WHOLE", "Fem tjänster till kostar 3,2 mkr. Det är 0,2 mkr mer än budget."),
    ("WHOLE", "Budgeten för lönekostnader är högre än budgeten för 2025, 84,7 mkr. Det är 2,8 mkr mer."),
    ("WHOLE", "Avgifterna ger 3,9 mkr (7,4 procent)."),
    ("WHOLE", "Jämfört med år 2025 är budgeten för lönekostnader 3,1 mkr högre år 2026."),
];

#[test]
fn amounts_of_something_else_in_a_part_accuse_nobody() {
    let each = CLEAN.iter().map(|(place, sentence)| (sentence, said(PLAN, place, sentence)));
    let told: Vec<String> = each.filter(|(_, said)| !said.is_empty()).map(|it| format!("{it:?}")).collect();
    assert!(told.is_empty(), "{} told:\n{}", told.len(), told.join("\n"));
}
