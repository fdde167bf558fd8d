//! What tables are called: captions above and below, over lines, in bold, with the unit beside them.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
mod support;

use uppsikt_reading::{HouseStyle, read};

/// Caption and unit of every table.
fn captions(name: &str, text: &str) -> Vec<(String, String)> {
    let document = read(name, text.as_bytes(), &HouseStyle::standard()).unwrap();
    support::assert_sound(&document);
    let tables = document.tables().into_iter();
    let caption = |table: &uppsikt_domain::table::Table| table.caption.as_ref().map(|it| it.text.clone());
    tables.map(|(_, table)| (caption(table).unwrap_or_default(), table.unit.code().to_owned())).collect()
}

fn named(caption: &str, unit: &str) -> (String, String) {
    (caption.to_owned(), unit.to_owned())
}

#[test]
fn captions_in_plain_text() {
    let text = "\
Nämndsbudget 2031
Parknämnden

Ekonomi

Nämndens ram är 12 mkr.

Tabell 3. Nettokostnad per område för nämndens verksamhet under 2030 och 2031 samt
förändring mellan åren (tkr)
Område Budget 2030 Budget 2031 Förändring
Parker 1 200 1 300 100
Torg 800 850 50
Summa 2 000 2 150 150

Nämnden räknar med mer pengar.

Område Budget 2030 Budget 2031 Förändring
Parker 1 200 1 300 100
Torg 800 850 50
Summa 2 000 2 150 150
Tabell 4. Nettokostnad per stadsdel, tkr

Nämnden räknar med ännu mer pengar.

Personal per avdelning
Avdelning 2030 2031 Förändring
Parker 12 13 1
Torg 8 9 1
Summa 20 22 2

Antalet ökar.

Kostnader för lokaler (tkr)

Lokal 2030 2031 Förändring
Växthuset 412 413 1
Verkstaden 118 119 1
Summa 530 532 2
";
    let long = "Tabell 3. Nettokostnad per område för nämndens verksamhet under 2030 och 2031 samt förändring mellan åren (tkr)";
    let expected = [
        named(long, "tkr"),
        named("Tabell 4. Nettokostnad per stadsdel, tkr", "tkr"),
        named("Personal per avdelning", ""),
        named("Kostnader för lokaler (tkr)", "tkr"),
    ];
    assert_eq!(captions("a.txt", text), expected);
}

#[test]
fn captions_in_markdown() {
    let table = "| Område | Budget 2030 | Budget 2031 |\n|---|---|---|\n| Parker | 1 200 | 1 300 |\n| Torg | 800 | 850 |\n";
    let text = format!(
        "# Nämndsbudget 2031\n\nParknämnden\n\n# Ekonomi\n\n**Tabell 1. Kostnad per område (tkr)**\n\n{table}\nMer pengar.\n\n\
         {table}\n*Tabell 2. Kostnad per stadsdel, tkr*\n\nÄnnu mer.\n\nKostnader för lokaler, tkr\n\n{table}\nText.\n\n\
         Tabell 4: Förändringar\n\n(tkr)\n\n{table}\nBelopp i tkr\n\n{table}\nRaderna ovan är nya.\nKostnader för bilar, tkr\n\n{table}"
    );
    let expected = [
        named("Tabell 1. Kostnad per område (tkr)", "tkr"),
        named("Tabell 2. Kostnad per stadsdel, tkr", "tkr"),
        named("Kostnader för lokaler, tkr", "tkr"),
        named("Tabell 4: Förändringar (tkr)", "tkr"),
        named("Ekonomi", "tkr"),
        named("Ekonomi", "tkr"),
    ];
    assert_eq!(captions("a.md", &text), expected);
}

#[test]
fn a_sentence_about_a_table_is_no_caption() {
    let text = "# Nämndsbudget 2031\n\nParknämnden\n\n# Ekonomi\n\n| Område | Budget 2031 |\n|---|---|\n| Parker | 1 300 |\n| Torg | 850 |\n\nTabell 1 visar att parkerna är störst.\n";
    assert_eq!(captions("a.md", text), [named("Ekonomi", "")]);
}
