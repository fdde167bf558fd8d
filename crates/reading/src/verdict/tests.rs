use super::*;
use crate::style::HouseStyle;

fn status(text: &str) -> Option<Status> {
    let style = HouseStyle::standard();
    first_status(text, &Book::new(&style)).map(|(status, _)| status)
}

#[test]
fn what_denies_or_halves_may_stand_far_before_the_wording() {
    for (text, expected) in [
        ("Bidraget har inte genomförts enligt plan.", Status::OffTrack),
        ("Arbetet har inte kunnat genomföras enligt plan.", Status::OffTrack),
        ("Arbetet bedöms delvis gå enligt plan.", Status::PartlyOnTrack),
        ("Nämndens bidrag kommer delvis att uppfyllas.", Status::PartlyOnTrack),
        ("Det är inte sannolikt att målet nås.", Status::OffTrack),
        ("Bidraget har delvis genomförts.", Status::PartlyOnTrack),
        ("Målet uppfylls bara delvis.", Status::PartlyOnTrack),
        ("Bidraget är inte helt i fas med planen.", Status::PartlyOnTrack),
        ("Målet är långt ifrån uppfyllt.", Status::OffTrack),
        ("Bidraget är i stort sett uppfyllt.", Status::PartlyOnTrack),
        ("Bidraget har uppfyllts i låg grad.", Status::OffTrack),
        ("Bidraget bedöms uppfyllas i viss grad.", Status::PartlyOnTrack),
        ("Målet har inte uppnåtts fullt ut.", Status::PartlyOnTrack),
        ("Målet nås inte fullt ut i år.", Status::PartlyOnTrack),
        ("Målet är inte uppfyllt i sin helhet.", Status::PartlyOnTrack),
        ("Inget av målen uppnås fullt ut.", Status::OffTrack),
        ("Målet har inte uppnåtts.", Status::OffTrack),
        ("Målet beräknas nås i sin helhet", Status::OnTrack),
        ("Målet beräknas inte nås.", Status::OffTrack),
        ("Målet beräknas inte nås fullt ut.", Status::PartlyOnTrack),
        ("Bidraget har uppfyllts i hög grad.", Status::OnTrack),
    ] {
        assert_eq!(status(text), Some(expected), "{text}");
    }
}

#[test]
fn words_that_mean_something_else_in_a_sentence_count_alone() {
    assert_eq!(status("Når."), Some(Status::OnTrack));
    assert_eq!(status("Når delvis."), Some(Status::PartlyOnTrack));
    assert_eq!(status("Når inte."), Some(Status::OffTrack));
    assert_eq!(status("Verksamheten når fler unga än förra året."), None);
}

#[test]
fn what_is_conceded_or_denied_of_something_else_does_not_count() {
    let text = "Trots att flera insatser löper enligt plan bedöms bidraget som helhet inte gå enligt plan.";
    assert_eq!(status(text), Some(Status::OffTrack));
    for text in [
        "Nämnden har inte ändrat planeringen, och bidraget går enligt plan.",
        "Nämnden har inte ändrat planeringen och arbetet går enligt plan.",
        "Arbetet som inte kunde börja i våras går enligt plan.",
        "Arbetet går inte bara enligt plan.",
        "Även om kurserna är försenade går bidraget enligt plan.",
    ] {
        assert_eq!(status(text), Some(Status::OnTrack), "{text}");
    }
}

#[test]
fn a_denial_of_the_judgement_reaches_what_is_judged() {
    for (text, expected) in [
        ("Dammarbetet bedöms inte gå enligt plan.", Status::OffTrack),
        ("Arbetet bedöms ej löpa enligt plan, eftersom pumpen gick sönder.", Status::OffTrack),
        ("Arbetet bedöms inte gå helt enligt plan.", Status::PartlyOnTrack),
        ("Målet bedöms inte i år.", Status::NotStated),
        ("Det är osannolikt att målet nås före valet.", Status::OffTrack),
        ("Det är inte osannolikt att målet nås.", Status::NotStated),
        ("Nämnden har ingen stig som går enligt plan.", Status::OffTrack),
        ("Det finns ingen stig som inte går enligt plan.", Status::NotStated),
        ("Inga insatser går enligt plan.", Status::OffTrack),
        ("Nämnden har inte uppnått full måluppfyllelse.", Status::PartlyOnTrack),
        ("Planeringen följs inte.", Status::OffTrack),
        ("Planeringen följs i stort.", Status::PartlyOnTrack),
        ("Arbetet går sämre än planerat.", Status::OffTrack),
        ("Arbetet avviker från planeringen.", Status::OffTrack),
        ("Arbetet avviker inte från planeringen.", Status::OnTrack),
        ("Ingen avvikelse från plan.", Status::OnTrack),
        ("Dammarna har ingen väsentlig avvikelse.", Status::NotStated),
        ("Arbetet har inte påbörjats.", Status::OffTrack),
        ("Majoriteten av stigarna går enligt plan.", Status::PartlyOnTrack),
    ] {
        assert_eq!(status(text), Some(expected), "{text}");
    }
}

#[test]
fn doubts_parts_and_what_could_not_be_done_are_heard() {
    for (text, expected) in [
        ("Dammarbetet går inte riktigt enligt plan.", Status::PartlyOnTrack),
        ("Nämnden är inte säker på att målet nås.", Status::NotStated),
        ("Utan extra pumpar nås inte målet.", Status::NotStated),
        ("Arbetet kunde inte genomföras enligt plan.", Status::OffTrack),
        ("Målet har nästan uppnåtts.", Status::PartlyOnTrack),
        ("Nämnden har svårigheter att följa planen.", Status::NotStated),
        ("Det går enligt plan för tre av fyra dammar.", Status::PartlyOnTrack),
        ("Målet kan inte nås.", Status::OffTrack),
        ("Nämnden bedömer att målet inte kommer att kunna nås under året.", Status::OffTrack),
        ("Som tidigare rapporterats går arbetet enligt plan.", Status::OnTrack),
    ] {
        assert_eq!(status(text), Some(expected), "{text}");
    }
}

#[test]
fn what_was_planned_supposed_or_so_before_is_not_how_it_is() {
    for (text, expected) in [
        ("Enligt plan skulle stigen vara klar i maj.", Status::NotStated),
        ("Enligt plan skulle grävningen ha börjat i mars, men den har inte påbörjats.", Status::OffTrack),
        ("Arbetet skulle ha gått enligt plan om grävmaskinen hållit.", Status::NotStated),
        ("Arbetet ska bedrivas enligt plan.", Status::NotStated),
        ("Det som skulle göras i år har gjorts enligt plan.", Status::OnTrack),
        ("Det som ska göras löper enligt plan.", Status::OnTrack),
        ("Arbetet har tidigare inte gått enligt plan.", Status::NotStated),
        ("Tidigare gick arbetet inte enligt plan, men nu går det enligt plan.", Status::OnTrack),
    ] {
        assert_eq!(status(text), Some(expected), "{text}");
    }
}
