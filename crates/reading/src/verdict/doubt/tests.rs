use super::*;
use crate::style::HouseStyle;

fn read(text: &str) -> Option<(Status, String)> {
    let style = HouseStyle::standard();
    let found = first_status(text, &Book::new(&style));
    found.map(|(status, range)| (status, text[range].to_owned()))
}

#[test]
fn what_is_uncertain_is_not_stated_and_kept_whole() {
    for text in [
        "Tveksamt om målet nås.",
        "Oklart om målet uppfylls.",
        "Det går inte att säga om målet uppfylls.",
        "Vi kan inte säga att målet är uppfyllt.",
        "Målet bedöms kunna uppnås om pengar tillförs.",
        "Om inget görs ligger målet inte i fas.",
        "Målet anses uppfyllt först 2033.",
        "Risk finns att målet inte uppfylls.",
        "Nämnden arbetar för att målet uppnås.",
        "Målet ska uppnås.",
        "Förutsatt att bryggan byggs kommer målet att nås.",
        "Målet är ännu inte uppfyllt men i fas.",
        "Arbetet är inte försenat.",
        "Frågan är om målet uppnås.",
    ] {
        assert_eq!(read(text), Some((Status::NotStated, text.to_owned())), "{text}");
    }
}

#[test]
fn a_part_of_the_whole_is_a_part() {
    for text in [
        "Endast hälften av målet är uppfyllt.",
        "Målet är till stora delar uppnått.",
        "Två av fyra delmål uppfylls.",
        "Helt i fas med undantag för två bryggor.",
        "Dammen går enligt plan men stigen är försenad.",
    ] {
        assert_eq!(read(text).map(|found| found.0), Some(Status::PartlyOnTrack), "{text}");
    }
}

#[test]
fn nothing_of_the_whole_is_off_track() {
    for text in [
        "Varken delmål 1 eller 2 uppnås.",
        "Målet saknar förutsättningar att uppnås.",
        "Inget av delmålen uppnås.",
        "Nämndens arbete ligger i fas men målet uppnås inte.",
        "Målet var uppfyllt 2031 men är det inte längre.",
        "Målet nås inte under året men väntas nås under mandatperioden.",
    ] {
        assert_eq!(read(text).map(|found| found.0), Some(Status::OffTrack), "{text}");
    }
}

#[test]
fn what_is_affirmed_stays_so() {
    for text in [
        "Nämnden bedömer att målet nås.",
        "Målet om trygga stigar är uppfyllt.",
        "Arbetet med att bygga bryggor går enligt plan.",
        "Bedömningen är att målet nås.",
        "Målet nås om två månader.",
        "Målet nås men bryggan är ännu inte invigd.",
        "Tre av tre delmål uppfylls.",
        "Arbetet följer planen om trygga stigar.",
    ] {
        assert_eq!(read(text).map(|found| found.0), Some(Status::OnTrack), "{text}");
    }
}
