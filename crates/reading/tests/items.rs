//! Items whose marks were lost, items whose values stand on the next line, and figures whose unit does.
#![allow(clippy::unwrap_used)]

use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_reading::{HouseStyle, read};

fn document(text: &str) -> Document {
    read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap()
}

fn headings(document: &Document) -> Vec<&str> {
    document.all_sections().iter().map(|section| section.name.as_str()).collect()
}

const REFERRAL: &str = "Remiss av program för dammar\nPN-2031-318\n\n\
    Sammanfattning\nFullmäktige gav nämnden ett uppdrag.\n\n\
    Förslag till beslut\nParknämnden föreslås besluta\n\n1. Parknämnden skickar programmet på remiss.\n\n\
    Beslutsunderlag\n G-Tjänsteskrivelse PN 311022 Program, remiss\n Förslag till program\n Rapport Dammar 2030\n\n\
    Remissinstanser\nFöljande tre instanser ges tillfälle att yttra sig:\n Tekniska nämnden\n Skolnämnden\n \
    Storby Bad AB\n\n\
    Delredovisning\nArbetet går framåt.\n\n Det som är kvar\nTill och med september har dammarna mätts och \
    alla grannar har fått svara på\nfrågor om vattnet.\n";

#[test]
fn lines_set_in_by_one_space_in_a_row_are_items_and_one_above_its_text_is_a_heading() {
    let document = document(REFERRAL);
    let expected = [
        "Sammanfattning",
        "Förslag till beslut",
        "Beslutsunderlag",
        "Remissinstanser",
        "Delredovisning",
        "Det som är kvar",
    ];
    assert_eq!(headings(&document), expected);
    let case = document.case.unwrap();
    assert_eq!(case.consultees, ["Tekniska nämnden", "Skolnämnden", "Storby Bad AB"]);
}

#[test]
fn a_referral_without_a_list_of_its_own_goes_to_those_who_get_the_decision_but_not_to_the_council() {
    let text = "Remiss av program för dammar\nPN-2031-318\n\nFörslag till beslut\nParknämnden föreslås besluta\n\n\
        1. Parknämnden skickar programmet på remiss.\n\nBeslutet skickas till\n\nSkolnämnden\nStorby Bad AB\n\
        Kommunfullmäktige\n\nÄrendet\nNämnden har ett förslag.\n";
    assert_eq!(document(text).case.unwrap().consultees, ["Skolnämnden", "Storby Bad AB"]);
}

const GOALS: &str = "Årsanalys 2031\n\nParknämnden\n\nUppföljning av kommunfullmäktigemålen\n\n\
    Målområde - En stad att trivas i\n\nKommunfullmäktigemål - Fler ska ha nära till en park\n\nIndikatorer\n\
    - Antal lånade odlingslådor: utfall 1 420, mål 1 400, utgångsvärde\n1 180\n\
    - Genomsnittligt betyg på stadens alla lekplatser (utfall 2030: 3,2 poäng, målvärde\n 2031: 3,6 poäng)\n\n\
    Kommunfullmäktigemål - Färre ska känna sig otrygga\n\nFöljs genom\n\
    • Andel som är trygga i parken, från 61 procent till 66 procent\n\nEkonomi\n\
    Ramen har räknats upp med 3,1 procent, vilket för nämnden motsvarar 126,6\n\
    Mkr. Nämnden har därutöver fått 31,2 Mkr för fler parker, och 24,5 Mkr för hyror i nya växthus.\n";

#[test]
fn values_on_the_next_line_belong_to_the_item_and_are_no_part_of_its_name() {
    let document = document(GOALS);
    let all = document.all_sections().into_iter().flat_map(|section| &section.indicators);
    let told: Vec<(&str, Option<&str>, Option<&str>)> =
        all.map(|it| (it.text.as_str(), it.baseline.as_deref(), it.target.as_deref())).collect();
    let expected = [
        ("Antal lånade odlingslådor", Some("1180"), Some("1400")),
        ("Genomsnittligt betyg på stadens alla lekplatser", Some("3.2"), Some("3.6")),
        ("Andel som är trygga i parken", Some("61"), Some("66")),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_unit_on_the_next_line_belongs_to_its_figure() {
    let document = document(GOALS);
    let figures: Vec<&str> = document.figures.iter().map(|figure| figure.text.as_str()).collect();
    assert!(figures.contains(&"126,6 Mkr"), "{figures:?}");
}

#[test]
fn a_citys_budget_is_known_by_the_name_of_the_city() {
    let text = "Storby stads budget 2031\nmed plan för 2032–2033\n\nUtdrag ur budgeten\n\n\
        Styrning\n\nKommunfullmäktige styr genom mål.\n\nMålområden, mål och uppdrag\n\nMålen gäller länge.\n\n\
        God ekonomisk hushållning och finansiella mål\n\nResultatet ska vara minst 1 procent.\n\nSkattesats\n\n\
        Skattesatsen är oförändrad.\n";
    let document = document(text);
    assert_eq!((document.kind, document.year), (DocumentKind::CouncilBudget, Some(2031)));
    assert_eq!(document.body.as_ref().unwrap().text, "Kommunfullmäktige");
    let kinds: Vec<String> =
        document.all_sections().iter().map(|it| format!("{:?} {}", it.kind, it.name)).collect();
    assert!(kinds.contains(&"Economy Skattesats".to_owned()), "{kinds:?}");
    assert!(kinds.contains(&"Goals Målområden, mål och uppdrag".to_owned()), "{kinds:?}");
}

#[test]
fn a_bullet_right_below_a_heading_is_no_part_of_it_and_holds_its_order() {
    for bullet in ["\u{2022}", "-", "\u{25aa}"] {
        let text = format!(
            "Verksamhetsplan 2031\nParknämnden\n\nSammanfattning\n\nRamen är 88 mnkr.\n\n\
             3.3 Uppdrag från kommunfullmäktige\n    {bullet} Parknämnden får i uppdrag att utreda en ny park i\n      \
             Norra Storby. Uppdraget ska redovisas senast i september 2031.\n    \
             {bullet} Samtliga nämnder får i uppdrag att minska sina lokalkostnader.\n\nEkonomi\n\nRamen är 88 mnkr.\n"
        );
        let document = document(&text);
        let told = document.assignments().into_iter();
        let told: Vec<_> = told.map(|it| (it.text.clone(), it.report_back.year)).collect();
        assert_eq!(told.len(), 2, "{bullet} {told:?}");
        let first = "Parknämnden får i uppdrag att utreda en ny park i Norra Storby";
        assert_eq!(told[0], (first.to_owned(), Some(2031)), "{bullet}");
    }
}
