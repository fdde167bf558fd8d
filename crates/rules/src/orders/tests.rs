use super::*;

#[test]
fn an_assignment_is_headed_by_its_word_and_a_title() {
    assert_eq!(headed("### Uppdrag 3: Ta fram en plan"), Some(Some(3)));
    assert_eq!(headed("**Uppdrag 12. Minska svinnet**"), Some(Some(12)));
    assert_eq!(headed("Uppdrag \u{2013} Utred en samlad elevhälsa"), Some(None));
    for other in ["Uppdrag 3 leds av kommunstyrelsen.", "Uppdrag till nämnder", "Uppdraget är slutfört."] {
        assert_eq!(headed(other), None, "{other}");
    }
}

#[test]
fn sentences_tell_who_leads_a_number_and_who_reports_back() {
    let told = |sentence: &str| led_in(&words(sentence));
    let lead = |name: &str| Some((3, name.to_owned()));
    assert_eq!(told("Uppdrag 3 leds av kommunstyrelsen."), lead("kommunstyrelsen"));
    assert_eq!(told("Uppdrag 3 samordnas av miljö- och byggnämnden."), lead("miljö och byggnämnden"));
    assert_eq!(told("Parknämnden leder uppdrag 3 i år."), lead("parknämnden"));
    assert_eq!(told("Uppdrag 3 är klart."), None);
    let by = |text: &str| reporting_body(text);
    assert_eq!(by("Uppdraget återrapporteras av parknämnden i mars."), Some("parknämnden".to_owned()));
    assert_eq!(by("Uppdraget återrapporteras av den nämnd som leder det."), None);
    assert!(names("miljö- och byggnämnden, skolnämnden", "miljö och byggnämnden"));
    let given = given_to("parknämnden ska tillsammans med skolnämnden gräva en damm");
    assert_eq!(given.as_deref(), Some("parknämnden"));
    assert_eq!(given_to("nämnden ska gräva en damm"), None);
    assert_eq!(given_to("förvaltningen ska gräva en damm som parknämnden äger"), None);
}

#[test]
fn who_leads_stands_after_a_label() {
    assert_eq!(led_by("Ansvarig: Parknämnden. Övriga: inga.").as_deref(), Some("parknämnden"));
    assert_eq!(led_by("- **Samordnas av:** kommunstyrelsen").as_deref(), Some("kommunstyrelsen"));
    assert_eq!(led_by("Parknämnden ansvarar."), None);
}
