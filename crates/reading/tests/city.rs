//! What the municipality's own documents say in their own forms: goals that are rows and are told of
//! below them, orders in tables and in loose lists, a closing that is the whole municipality's.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
mod support;

use serde_json::Value;
use uppsikt_reading::{HouseStyle, json, read};

fn reading(text: &str) -> Value {
    let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
    support::assert_sound(&document);
    json::reading_json(&document)
}

fn all<'a>(value: &'a Value, key: &str) -> Vec<&'a Value> {
    value[key].as_array().unwrap().iter().collect()
}

fn in_areas<'a>(reading: &'a Value, key: &str) -> Vec<&'a Value> {
    all(reading, "goal_areas").into_iter().flat_map(|area| all(area, key)).collect()
}

fn texts(list: &[&Value], key: &str) -> Vec<String> {
    list.iter().map(|it| it[key].as_str().unwrap_or_default().to_owned()).collect()
}

fn names(assignment: &Value) -> Vec<(String, String)> {
    let text = |it: &Value, key: &str| it[key].as_str().unwrap().to_owned();
    all(assignment, "assignees").iter().map(|it| (text(it, "name"), text(it, "role"))).collect()
}

fn named(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(name, role)| ((*name).to_owned(), (*role).to_owned())).collect()
}

const CLOSING: &str = "\
Storby kommun

Bokslut 2031

Kommunstyrelsen 2032-03-02

MÅLEN

Mål                  Mått                     Utfall  Mål 2031  Läge
1 Rena dammar        Prov utan anmärkning         40        50  på väg
                     Döda fiskar                   3         0  nås inte
2 Öppna parker       Öppna dagar                 340       330  nås

Mål 1 (Agenda 2030: mål 6 och 14). Delvis på väg. Proven blev fler än förra
året.

Mål 2 (Agenda 2030: mål 11). Nått. Alla parker var öppna.

Driftredovisning, mkr

                      Budget  Bokslut  Avvikelse
Parknämnden            -62,4    -61,1        1,3
Vattennämnden         -231,7   -233,5       -1,8
Skolnämnden           -248,3   -255,2       -6,9
Summa nämnder         -542,4   -549,8       -7,4
";

#[test]
fn a_closing_that_tells_of_several_committees_is_the_municipality_s() {
    let reading = reading(CLOSING);
    assert_eq!(
        (reading["kind"].as_str(), reading["body"]["name"].as_str()),
        (Some("annual_report"), Some("Storby kommun"))
    );
    let own = CLOSING.split("Driftredovisning").next().unwrap();
    assert_eq!(self::reading(own)["kind"], "annual_analysis");
}

#[test]
fn paragraphs_below_a_table_tell_of_its_goals_by_number() {
    let reading = reading(CLOSING);
    let goals = in_areas(&reading, "goals");
    assert_eq!(texts(&goals, "name"), ["Rena dammar", "Öppna parker"]);
    let links: Vec<Vec<u64>> = goals
        .iter()
        .map(|goal| all(goal, "agenda_2030").iter().map(|link| link["number"].as_u64().unwrap()).collect())
        .collect();
    assert_eq!(links, [vec![6, 14], vec![11]]);
    let said: Vec<&Value> = goals.iter().map(|goal| &goal["assessment"]["period"]).collect();
    assert_eq!(
        (said[0]["status"].as_str(), said[0]["wording"].as_str()),
        (Some("partly_on_track"), Some("Delvis på väg"))
    );
    assert_eq!((said[1]["status"].as_str(), said[1]["wording"].as_str()), (Some("on_track"), Some("Nått")));
    assert_eq!(texts(&all(goals[0], "indicators"), "text"), ["Prov utan anmärkning", "Döda fiskar"]);
}

#[test]
fn goals_under_good_economic_housekeeping_are_assessed_in_their_table() {
    let text = "\
Årsredovisning 2031

Storby stad

God ekonomisk hushållning

Kommunfullmäktiges mål                    Bedömning         Mått som nått målvärdet
1. Storby ska ha rena dammar              Delvis uppfyllt   2 av 4
2. Storby ska ha öppna parker             Uppfyllt          3 av 3

Vatten och natur

Mål 1 – Storby ska ha rena dammar

Proven blev fler än förra året och dammarna rensades i maj.

Mål 2 – Storby ska ha öppna parker

Alla parker var öppna under sommaren.
";
    let reading = reading(text);
    let wordings: Vec<&Value> =
        in_areas(&reading, "goals").iter().map(|goal| &goal["assessment"]["period"]["wording"]).collect();
    assert_eq!(wordings, ["Delvis uppfyllt", "Uppfyllt"]);
}

#[test]
fn rows_under_orders_are_assignments_with_those_who_have_them() {
    let text = "\
Årsrapport 2031
Parknämnden

Sammanfattning

Året har varit torrt.

Uppdrag från kommunfullmäktige

Uppdrag                               Ansvariga                                     Status
1. Gräv tre dammar i norr             Parknämnden (samordnande), vattennämnden      Slutfört
2. Plantera ekar vid skolorna         Skolnämnden, Storby Mark AB                   Pågår
";
    let reading = reading(text);
    let assignments = in_areas(&reading, "assignments");
    assert_eq!(texts(&assignments, "text"), ["Gräv tre dammar i norr", "Plantera ekar vid skolorna"]);
    assert_eq!(
        names(assignments[0]),
        named(&[("Parknämnden", "coordinating"), ("Vattennämnden", "partner")])
    );
    assert_eq!(names(assignments[1]), named(&[("Skolnämnden", "lead"), ("Storby Mark AB", "partner")]));
    assert_eq!(assignments[1]["lead"]["name"], "Skolnämnden");
    assert_eq!(texts(&assignments, "plan"), ["Slutfört", "Pågår"]);
}

#[test]
fn loose_items_under_orders_are_assignments_when_they_name_somebody() {
    let text = "\
Kommunplan 2031

Vad planen säger

Planen säger vad som ska göras och vem som gör det.

Det här ska göras 2031

· Gräva tre dammar i norr. Parknämnden ansvarar. Vatten- och
  skolnämnden deltar.
· Plantera ekar vid skolorna. Skolnämnden ansvarar tillsammans med
  parknämnden.
· Läs mer på webben. Där finns alla ritningar.
";
    let reading = reading(text);
    let assignments = in_areas(&reading, "assignments");
    assert_eq!(texts(&assignments, "text"), ["Gräva tre dammar i norr", "Plantera ekar vid skolorna"]);
    assert_eq!(
        names(assignments[0]),
        named(&[("Parknämnden", "lead"), ("Vatten- och skolnämnden", "partner")])
    );
    assert_eq!(names(assignments[1]), named(&[("Skolnämnden", "lead"), ("Parknämnden", "partner")]));
}

#[test]
fn words_set_in_above_the_years_are_a_part_of_the_head() {
    let text = "\
Årsredovisning 2031

Storby stad

Resultaträkning

                                   Staden     Staden  Koncernen  Koncernen
Belopp i mnkr                        2031       2030       2031       2030
Verksamhetens intäkter              2 486      2 401      5 718      5 502
Verksamhetens kostnader            -9 342     -8 977    -11 604    -11 171
Verksamhetens nettokostnader       -6 856     -6 576     -5 886     -5 669
";
    let reading = reading(text);
    let tables = all(&reading, "tables");
    assert_eq!(
        tables[0]["columns"].as_array().unwrap(),
        &["Staden 2031", "Staden 2030", "Koncernen 2031", "Koncernen 2030"]
    );
    assert_eq!(texts(&all(&reading, "sections"), "heading"), ["Resultaträkning"]);
}

#[test]
fn a_plan_that_tells_of_taxes_and_of_several_committees_is_the_municipality_s() {
    let frames =
        "Parknämnden  62 000  63 000\nVattennämnden  231 000  233 000\nSkolnämnden  248 000  255 000\n";
    let text = |head: &str, taxes: &str| {
        format!(
            "{head}\n\nSammanfattning\n\nDammarna renas.\n\nRamar, tkr\n\n{frames}\n{taxes}\n\nDet är allt.\n"
        )
    };
    let taxes = "Skatteintäkter  900 000  910 000";
    for head in ["Verksamhetsplan och budget 2031\nStorby kommun", "Årsbudget 2031\n\nStorby kommun"] {
        let reading = reading(&text(head, taxes));
        assert_eq!(reading["kind"], "council_budget", "{head}");
        assert_eq!(reading["body"]["name"], "Storby kommun", "{head}");
    }
    let report = reading(&text("Delårsrapport 2031", taxes));
    assert_eq!(
        (report["kind"].as_str(), report["body"]["name"].as_str()),
        (Some("city_interim_report"), None)
    );
    let plain = reading(&text("Verksamhetsplan och budget 2031\nParknämnden", taxes));
    assert_eq!(
        (plain["kind"].as_str(), plain["body"]["name"].as_str()),
        (Some("committee_budget"), Some("Parknämnden"))
    );
    let without = reading(&text("Verksamhetsplan och budget 2031", ""));
    assert_eq!(without["kind"], "committee_budget");
}

#[test]
fn a_row_of_a_table_is_no_title_and_a_cell_no_body() {
    let text = "\
Budget 2031 \u{2013} plan 2032\u{2013}2033

Storby kommun

Uppdragen

Nr   Uppdrag                   Ansvarig          Återrapportering
1    Utred en bro              Kommunstyrelsen   Delårsrapport 2031
2    Plantera träd             Parknämnden,      Årsredovisning 2031
                               skolnämnden
";
    let reading = reading(text);
    assert_eq!(
        (reading["kind"].as_str(), reading["body"]["name"].as_str()),
        (Some("council_budget"), Some("Storby kommun"))
    );
    assert_eq!(in_areas(&reading, "assignments").len(), 2);
}
