use crate::{HouseStyle, read};

type Read = (String, Vec<String>, Option<String>, bool);

fn tables(text: &str) -> Vec<(Vec<String>, Vec<Read>)> {
    let text =
        format!("Årsredovisning 2031\n\nNoter\n\nHär står noterna för parkerna och dammarna.\n\n{text}");
    let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
    let row = |row: &uppsikt_domain::table::Row| {
        let cells = row.cells.iter().map(|cell| cell.printed.clone().unwrap_or_default());
        (row.label.text.clone(), cells.collect(), row.note.clone(), row.guessed)
    };
    let tables = document.tables();
    let table = |table: &uppsikt_domain::table::Table| {
        let headings = table.columns.iter().map(|column| column.heading.text.clone()).collect();
        (headings, table.rows.iter().map(row).collect())
    };
    tables.iter().map(|(_, own)| table(own)).collect()
}

fn cells(row: &Read) -> String {
    format!("{}: {}", row.0, row.1.join("|"))
}

#[test]
fn the_first_cell_alone_and_the_rest_on_one_line_make_a_row() {
    let text = "mnkr kommunen 2031-12-31 kommunen 2030-12-31 koncernen 2031-12-31 koncernen 2030-12-31\n\
                Löner och avgifter\n\n1 551,9\n\n1 514,0  1 773,5  1 753,6\nPensioner\n\n154,7\n\n152,9  170,9  168,7\n\
                Bolagsskatt\n\n \n\n   29,0  29,8\nÖvrigt  1,0      2,0\nSumma\n\n1707,6\n\n1 666,9  1975,4  1 952,1\n\
                3 Avskrivningar\nmnkr kommunen 2031-12-31 kommunen 2030-12-31\nDammar\n\n20,0\n\n17,6\n\nStigar\n\n-\n\n1,0\n\n\
                Summa\n\n20,0\n\n18,6\n";
    let found = tables(text);
    assert_eq!(found.len(), 2, "{found:?}");
    let (headings, rows) = &found[0];
    let own = ["kommunen 2031-12-31", "kommunen 2030-12-31", "koncernen 2031-12-31", "koncernen 2030-12-31"];
    assert_eq!(headings, &own);
    let expected = [
        "Löner och avgifter: 1 551,9|1 514,0|1 773,5|1 753,6",
        "Pensioner: 154,7|152,9|170,9|168,7",
        "Bolagsskatt: ||29,0|29,8",
        "Övrigt: 1,0|||2,0",
        "Summa: 1707,6|1 666,9|1975,4|1 952,1",
    ];
    assert_eq!(rows.iter().map(cells).collect::<Vec<_>>(), expected);
    assert!(rows.iter().all(|row| !row.3));
    assert_eq!(
        found[1].1.iter().map(cells).collect::<Vec<_>>(),
        ["Dammar: 20,0|17,6", "Stigar: -|1,0", "Summa: 20,0|18,6"]
    );
}

#[test]
fn a_column_of_notes_and_empty_cells_are_columns_too() {
    let text = "BalansräkningKoncernen\n\nKommunen\n(mnkr)\n\nNot\n\nBokslut 2030\n\nBokslut 2031\n\nBokslut 2030\n\n\
                Bokslut 2031\n\nTillgångar\n\n     \n\nByggnader\n\n11,12\n\n1 263,9\n\n1 344,0\n\n828,4\n\n907,5\n\n\
                varav stugor\n\n \n\n44,7\n\n97,0\n\n-\n\n92,5\n\nDammar\n\n13\n\n30,3\n\n31,1\n\n35,0\n\n35,9\n\n\
                Bidrag till vägar\n\n14\n\n-\n\n-\n\n-\n\n-\n\nAndelar\n\n15\n\n1,0\n\n1,0\n\n1,0\n\n1,0\n\nSumma tillgångar  \n\n1 294,2\n\n1 375,1\n\n863,4\n\n943,4\n";
    let found = tables(text);
    let (headings, rows) = &found[0];
    assert_eq!(
        headings[..4],
        [
            "Koncernen Bokslut 2030",
            "Koncernen Bokslut 2031",
            "Kommunen Bokslut 2030",
            "Kommunen Bokslut 2031"
        ]
    );
    let named = |label: &str| rows.iter().find(|row| row.0 == label).unwrap();
    assert_eq!(named("Byggnader").1[..4], ["1 263,9", "1 344,0", "828,4", "907,5"]);
    assert_eq!(named("Byggnader").2.as_deref(), Some("11,12"));
    assert_eq!(named("varav stugor").1[..4], ["44,7", "97,0", "-", "92,5"]);
    assert_eq!(named("Summa tillgångar").1[..4], ["1 294,2", "1 375,1", "863,4", "943,4"]);
    assert_eq!(named("Bidrag till vägar").2.as_deref(), Some("14"));
    assert!(rows.iter().all(|row| !row.3));
}

#[test]
fn headings_that_come_back_are_columns_of_two_years() {
    let text = "Utfall 2030\n\nUtfall 2031\n\nBelopp i mnkr\n\nIntäkt\n\nKostnad\n\nNetto\n\nIntäkt\n\nKostnad\n\nNetto\n\n\
                Politisk ledning\n\n-\n\n9\n\n9\n\n0\n\n9\n\n9\n\nParker\n\n-2\n\n37\n\n35\n\n-3\n\n42\n\n39\n\n\
                Dammar\n\n-10\n\n25\n\n15\n\n-10\n\n25\n\n15\n\nSumma\n\n-12\n\n71\n\n59\n\n-13\n\n76\n\n63\n";
    let found = tables(text);
    let (headings, rows) = &found[0];
    assert_eq!((headings[0].as_str(), headings[5].as_str()), ("Utfall 2030 Intäkt", "Utfall 2031 Netto"));
    assert_eq!(cells(&rows[1]), "Parker: -2|37|35|-3|42|39");
}

#[test]
fn a_row_of_too_few_cells_is_a_guess() {
    let text = "mnkr Utfall 2031 Budget 2031 Utfall 2030\nDammar\n\n12,0\n\n13,0\n\n14,0\n\nStigar\n\n1,0\n\n2,0\n\n3,0\n\nTräd\n\n4,0\n\n5,0\n\n\
                Bänkar\n\n6,0\n\n7,0\n\n8,0\n\nSumma\n\n23,0\n\n22,0\n\n30,0\n";
    let found = tables(text);
    let guessed: Vec<bool> = found[0].1.iter().map(|row| row.3).collect();
    assert_eq!(guessed, [false, false, true, false, false]);
}
