//! The budget of a harbour committee, and versions of it with other words and figures.

#![allow(dead_code)]

use uppsikt_app::archive::InputFile;

/// The budget as it is stored first.
const BUDGET: &str = "# Nämndsbudget 2026

Hamnnämnden

## Sammanfattning

Nämnden rustar upp kajerna enligt Hamnprogrammet 2022–2029.

## Nämndens prioriteringar

### Kortare kötider

Nämnden bemannar slussen alla dagar.

Förväntad effekt: Färre båtar väntar på natten.

## Plan för kommunfullmäktigemål

### Målområde - En levande kust

#### Kommunfullmäktigemål - Vattnet i hamnen är rent

Kommunfullmäktigemålet bidrar i huvudsak till följande Agenda 2030-mål:

- 6 Rent vatten och sanitet för alla
- 14 Hav och marina resurser

##### Planering för 2026

###### Fler tömningsstationer

Nämnden bygger två nya stationer vid gästbryggan.

##### Uppföljning av målet

Indikator: antalet utsläpp ska minska från 44 till 37 senast den 31 december 2026.

#### Budgetuppdrag - Hamnnämnden ges i uppdrag att, tillsammans med fritidsnämnden, utreda en gemensam brygga

Nämnden planerar en utredning. Uppdraget återrapporteras i delårsrapporten 2026.

## Plan för ekonomin

### Resultaträkning

| Tkr | Prognos 2025 | Budget 2026 | Förändring |
|---|---|---|---|
| Totala intäkter | 2 100 | 2 300 | 200 |
| Totala personalkostnader | -5 100 | -5 400 | -300 |
| Totala övriga kostnader | -3 000 | -3 100 | -100 |
| Nettokostnad exkl. finansnetto | -6 000 | -6 200 | -200 |
| Kommunbidrag | 6 000 | 6 200 | 200 |
| Resultat | 0 | 0 | 0 |

### Investeringsram

| Tkr | Budget 2025 | Budget 2026 |
|---|---|---|
| Bojar | 300 | 600 |
| Kajer | 200 | 100 |
| Summa | 500 | 700 |
";

/// Everything that a newer version says otherwise: what it was, and what it is.
pub const OTHERWISE: [(&str, &str); 11] = [
    ("### Kortare kötider", "### Längre öppettider"),
    ("Färre båtar väntar på natten", "Fler gäster stannar"),
    ("- 14 Hav och marina resurser", "- 13 Bekämpa klimatförändringarna"),
    ("###### Fler tömningsstationer", "###### Dyrare tömningsstationer"),
    ("två nya stationer vid gästbryggan", "en ny station i varvet"),
    ("från 44 till 37", "från 44 till 41"),
    ("tillsammans med fritidsnämnden", "tillsammans med kulturnämnden"),
    ("i delårsrapporten 2026", "i årsanalysen 2026"),
    ("enligt Hamnprogrammet 2022–2029", "enligt Hamnprogrammet 2026–2033"),
    ("| Kommunbidrag | 6 000 | 6 200 | 200 |", "| Kommunbidrag | 6 000 | 7 400 | 1 400 |"),
    ("| Bojar | 300 | 600 |", "| Bojar | 300 | 950 |"),
];

/// The budget with changes.
pub fn harbour(name: &str, changes: &[(&str, &str)]) -> InputFile {
    let text = changes.iter().fold(BUDGET.to_owned(), |text, (was, is)| {
        assert_eq!(text.matches(was).count(), 1, "{was}");
        text.replace(was, is)
    });
    InputFile { name: name.to_owned(), bytes: text.into_bytes() }
}

/// The committee's interim report, which says some things as the budget does and some not.
const REPORT: &str = "# Delårsrapport 2026

Hamnnämnden

## Uppföljning av kommunfullmäktigemål

### Målområde - En levande kust

#### Kommunfullmäktigemål - Vattnet i hamnen är rent

Kommunfullmäktigemålet bidrar i huvudsak till följande Agenda 2030-mål:

- 14 Hav och marina resurser

##### Uppföljning av målet

Indikator: antalet utsläpp ska minska från 44 till 40 senast den 31 december 2026.

## Ekonomisk utveckling under året

Nämndens kommunbidrag för 2026 är 6,9 mkr.

### Resultaträkning

| Tkr | Prognos 2026 | Budget 2026 | Avvikelse |
|---|---|---|---|
| Totala intäkter | 2 200 | 2 300 | -100 |
| Totala personalkostnader | -5 500 | -5 400 | -100 |
| Totala övriga kostnader | -3 100 | -3 100 | 0 |
| Nettokostnad exkl. finansnetto | -6 400 | -6 200 | -200 |
| Kommunbidrag | 6 900 | 6 900 | 0 |
| Resultat | 500 | 700 | -200 |
";

/// The interim report with changes.
pub fn report(changes: &[(&str, &str)]) -> InputFile {
    let text = changes.iter().fold(REPORT.to_owned(), |text, (was, is)| text.replace(was, is));
    InputFile { name: "delar.md".to_owned(), bytes: text.into_bytes() }
}
