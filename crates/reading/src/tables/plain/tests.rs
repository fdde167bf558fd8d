use crate::{HouseStyle, read};

type Read = (String, String, Option<String>);

fn tables(text: &str) -> Vec<(Vec<String>, Vec<Read>)> {
    let text =
        format!("Årsredovisning 2031\n\nNoter\n\nHär står noterna för parkerna och dammarna.\n\n{text}");
    let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
    let row = |row: &uppsikt_domain::table::Row| {
        let cells: Vec<String> =
            row.cells.iter().map(|cell| cell.printed.clone().unwrap_or_default()).collect();
        (row.label.text.clone(), cells.join("|"), row.note.clone())
    };
    let tables = document.tables();
    let table = |table: &uppsikt_domain::table::Table| {
        let headings = table.columns.iter().map(|column| column.heading.text.clone()).collect();
        (headings, table.rows.iter().map(row).collect())
    };
    tables.iter().map(|(_, own)| table(own)).collect()
}

#[test]
fn rows_may_end_in_a_word_that_judges_them() {
    let text = "Indikator Utfall 2029 Utfall 2030 Mål 2031 Riktning\nAndel nöjda gäster, % 81 82 85 Öka\n\
                Antal döda fiskar 14 12 10 Minska\nIndex för trygghet 71 72 72 Behålla\n\nText efter tabellen.\n";
    let found = tables(text);
    let (headings, rows) = &found[0];
    assert_eq!(headings, &["Utfall 2029", "Utfall 2030", "Mål 2031", "Riktning"]);
    let rows: Vec<String> = rows.iter().map(|row| format!("{}: {}", row.0, row.1)).collect();
    let expected = [
        "Andel nöjda gäster, %: 81|82|85|Öka",
        "Antal döda fiskar: 14|12|10|Minska",
        "Index för trygghet: 71|72|72|Behålla",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_sentence_right_below_rows_is_no_part_of_them() {
    let text = "Bolagens resultat\n(mnkr) 2029 2030 2031\nAB Dammarna 10,3 12,2 12,9\nStigen AB 12,6 12,8 12,7\n\
                Parkförbundet \u{2013} 12,8 0,0 0,0\nResultatet för bolagen och förbundet blev 25,6 mnkr sammantaget, vilket är bättre än året innan.\n\n\
                Text efter.\n";
    let found = tables(text);
    let rows: Vec<String> = found[0].1.iter().map(|row| format!("{}: {}", row.0, row.1)).collect();
    assert_eq!(
        rows,
        ["AB Dammarna: 10,3|12,2|12,9", "Stigen AB: 12,6|12,8|12,7", "Parkförbundet: \u{2013} 12,8|0,0|0,0"]
    );
}

#[test]
fn a_statement_with_notes_goes_on_below_its_sums() {
    let text = "Löpande priser, mnkr KOMMUNEN KONCERNEN\nNot 12/31/2031 12/31/2030 Not 12/31/2031 12/31/2030\n\nTILLGÅNGAR\n\n\
                Anläggningstillgångar\n\n\u{2013} Mark 13 521,2 507,7 8 1 444,8 1 450,6\n\u{2013} Konst 15 3,2 3,1 9 3,2 3,1\n\
                Summa anläggningstillgångar   524,4 510,8   1 448,0 1 453,7\n\nOmsättningstillgångar\n\n\
                \u{2013} Fordringar 18 117,5 118,6 10 106,9 115,6\n\u{2013} Kassa 19 161,8 171,5 11 161,9 171,6\n\
                Summa omsättningstillgångar   279,3 290,1   268,8 287,2\n\nSkulder\n\n\
                \u{2013} Långfristiga 23 132,4 138,0 15 944,6 948,6\n\u{2013} Kortfristiga 24 292,1 315,8 16 310,7 346,2\n\
                Summa skulder   424,5 453,8   1 255,3 1 294,8\n";
    let found = tables(text);
    assert_eq!(found.len(), 1, "{found:?}");
    let cells = |label: &str| found[0].1.iter().find(|row| row.0.contains(label)).unwrap().1.clone();
    assert!(cells("Kassa").starts_with("161,8|171,5|161,9|171,6"));
    assert!(cells("Långfristiga").starts_with("132,4|138,0|944,6|948,6"));
    assert!(cells("Summa skulder").starts_with("424,5|453,8|1 255,3|1 294,8"));
}
