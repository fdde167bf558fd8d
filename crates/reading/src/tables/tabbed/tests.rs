use super::*;
use crate::style::HouseStyle;
use crate::tables::build::LaidRow;

fn read(text: &str) -> Vec<Laid> {
    let style = HouseStyle::standard();
    let source = Source::new(text);
    find(&source, &Book::new(&style)).into_iter().map(|(_, laid)| laid).collect()
}

fn headings(laid: &Laid) -> Vec<&str> {
    laid.columns.iter().map(|column| column.text.as_str()).collect()
}

fn cells(row: &LaidRow) -> Vec<&str> {
    row.cells.iter().map(|cell| cell.as_ref().map_or("", |cell| cell.text.as_str())).collect()
}

#[test]
fn a_tab_ends_a_cell_whatever_the_labels_are_long() {
    let text = "\t2031\t2030\t2029\nÅrets resultat\t3 100\t-2 600\t51 000\n\
                Avgår vinster av sålda parker och dammar\t\t\t-4 600\nEfter justering\t3 100\t-2 600\t46 400\n";
    let laid = &read(text)[0];
    assert_eq!(headings(laid), ["2031", "2030", "2029"]);
    assert_eq!(cells(&laid.rows[1]), ["", "", "-4 600"]);
    assert_eq!(laid.rows[1].label.span.at.line, 3);
}

#[test]
fn numbers_of_notes_have_a_column_of_their_own() {
    let text = "Belopp i mnkr\tNot\t2030\t2031\nIntäkter\t1\t1 210\t1 250\nKostnader\t2, 3\t-4 310\t-4 400\n";
    let laid = &read(text)[0];
    assert_eq!(laid.label_heading.as_ref().unwrap().text, "Belopp i mnkr");
    assert_eq!(headings(laid), ["Not", "2030", "2031"]);
    assert_eq!(cells(&laid.rows[1]), ["2, 3", "-4 310", "-4 400"]);
}

#[test]
fn groups_stand_over_the_headings_that_come_back() {
    for groups in ["\tParken\t\tKoncernen\t", "\t\tParken\t\tKoncernen"] {
        let text = format!("{groups}\nMnkr\tNot\t2030\t2031\t2030\t2031\nIntäkter\t1\t10\t12\t20\t22\n");
        let laid = &read(&text)[0];
        assert_eq!(headings(laid), ["Not", "Parken 2030", "Parken 2031", "Koncernen 2030", "Koncernen 2031"]);
        assert_eq!(laid.rows.len(), 1);
    }
}

#[test]
fn words_between_the_rows_are_a_row_and_a_new_head_a_new_table() {
    let text = "\tUtfall\tBudget\nDammar\nRensning\t12\t13\nStängsel\t2\t2\nParker, tkr\n\tUtfall\tBudget\n\
                Gräs\t4\t5\nTräd\t7\t7\n";
    let found = read(text);
    let labels = |laid: &Laid| laid.rows.iter().map(|row| row.label.text.clone()).collect::<Vec<_>>();
    assert_eq!(labels(&found[0]), ["Dammar", "Rensning", "Stängsel"]);
    assert_eq!(labels(&found[1]), ["Gräs", "Träd"]);
    assert_eq!(found[1].caption.as_ref().unwrap().text, "Parker, tkr");
}

#[test]
fn verdicts_beside_their_goals_are_a_table() {
    let text = "NÄMNDENS MÅL\tBEDÖMNING\nDammarna är rena\tHelt uppfyllt\nGräset är klippt\tDelvis uppfyllt\n\
                Alla hittar hit\tHelt uppfyllt\n";
    assert_eq!(cells(&read(text)[0].rows[1]), ["Delvis uppfyllt"]);
}

#[test]
fn tabs_that_align_or_set_in_are_no_cells() {
    let aligned = "Dammar\t\t12 000\t13 000\nParker och gator\t9 000\t9 500\nSumma\t\t21 000\t22 500\n";
    assert!(read(aligned).is_empty());
    assert!(read("\tNämnden har hand om parker.\n\tDen har också dammar.\n").is_empty());
    assert!(read("1.\tDammar\n2.\tParker\n").is_empty());
    assert!(read("•\tDammar 12\n•\tParker 13\n").is_empty());
    assert!(read("Anna Ek\tBo Alm\nordförande\tsekreterare\n").is_empty());
}
