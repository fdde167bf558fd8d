//! Goals that stand only in tables of a plan: goal, indicator, outcome and target, in aligned columns
//! or a cell a line, with cells wrapped over several lines.
#![allow(clippy::unwrap_used)]

use uppsikt_domain::assessment::Status;
use uppsikt_domain::assignment::{Assignment, ReportBackHow};
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::GoalView;
use uppsikt_reading::{HouseStyle, read};

fn understood(text: &str) -> Document {
    read("plan.txt", text.as_bytes(), &HouseStyle::standard()).unwrap()
}

/// Areas, and for each goal its name and the values of its indicators.
fn told(document: &Document) -> Vec<(String, String, Vec<String>)> {
    let value = |value: &Option<String>| value.clone().unwrap_or_default();
    let indicators = |goal: &GoalView<'_>| -> Vec<String> {
        let all = goal.indicators();
        all.map(|it| format!("{}: {} {}", it.text, value(&it.baseline), value(&it.target))).collect()
    };
    let mut found = Vec::new();
    for area in document.goal_areas() {
        let name = area.section.map(|section| section.name.clone()).unwrap_or_default();
        found.extend(area.goals.iter().map(|goal| (name.clone(), goal.name().to_owned(), indicators(goal))));
    }
    found
}

const OPENING: &str = "\
Nämndplan 2031
Parknämnden

Storby kommun   Nämndplan 2031 – Parknämnden            2 (9)

Sammanfattning

Nämnden sköter parkerna.

Storby kommun   Nämndplan 2031 – Parknämnden            3 (9)

Mål för verksamheten

Nämnden bryter ned fokusområdena i effektmål.

Fokusområde: Grön stad

Parkerna är många.

";

const COLUMNS: &str = "\
Effektmål                 Indikator                     Utfall      Mål 2031
                                                        2030

Alla i Storby har en      Andel invånare med högst      61,5        70
park nära hemmet och      300 meter till en park,
kan ta sig dit            procent

                          Antal öppna grindar           214         1 230


Storby kommun   Nämndplan 2031 – Parknämnden            4 (9)

Besökare känner sig       Andel besökare som är         44          50
trygga hela året          trygga i mörker i årets
                          Parkenkät, procent


Nämnden prövar nya lampor vid ån. Försöket utvärderas i juni.
";

#[test]
fn goals_and_indicators_stand_in_columns_whose_cells_are_wrapped() {
    let document = understood(&format!("{OPENING}{COLUMNS}"));
    let park = "Andel invånare med högst 300 meter till en park, procent: 61.5 70";
    let safe = "Andel besökare som är trygga i mörker i årets Parkenkät, procent: 44 50";
    let row = |goal: &str, indicators: &[&str]| {
        ("Grön stad".to_owned(), goal.to_owned(), indicators.iter().map(|it| (*it).to_owned()).collect())
    };
    let expected = [
        row(
            "Alla i Storby har en park nära hemmet och kan ta sig dit",
            &[park, "Antal öppna grindar: 214 1230"],
        ),
        row("Besökare känner sig trygga hela året", &[safe]),
    ];
    assert_eq!(told(&document), expected);
    assert!(document.unread.is_empty());
}

#[test]
fn without_empty_lines_a_name_may_go_on_beside_its_next_indicator() {
    let rows = "\
Effektmål                 Indikator                  Utfall 2030   Mål 2031
Alla i Storby har en      Andel nära en park                61,5         70
park nära hemmet och      Antal öppna grindar                214      1 230
kan ta sig dit
Besökare känner sig       Andel trygga, procent               44         50
trygga hela året
";
    let document = understood(&format!("{OPENING}{rows}\nNämnden prövar nya lampor vid ån.\n"));
    let told = told(&document);
    assert_eq!(told[0].1, "Alla i Storby har en park nära hemmet och kan ta sig dit");
    assert_eq!(told[0].2, ["Andel nära en park: 61.5 70", "Antal öppna grindar: 214 1230"]);
    assert_eq!(told[1].2, ["Andel trygga, procent: 44 50"]);
}

#[test]
fn goals_and_indicators_stand_a_line_of_a_cell_a_line() {
    let cells = "\
Effektmål
Indikator
Utfall
2030
Mål 2031

Alla i Storby har en
park nära hemmet
Avstånd till park, meter
310
300

Besökare känner sig
trygga hela året
Andel trygga besökare,
procent
44
50

";
    let document = understood(&format!("{OPENING}{cells}\nNämnden prövar nya lampor vid ån.\n"));
    let told = told(&document);
    assert_eq!(
        (told[0].0.as_str(), told[0].1.as_str()),
        ("Grön stad", "Alla i Storby har en park nära hemmet")
    );
    assert_eq!(told[0].2, ["Avstånd till park, meter: 310 300"]);
    assert_eq!(told[1].2, ["Andel trygga besökare, procent: 44 50"]);
}

#[test]
fn an_order_whose_name_ends_in_a_preposition_goes_on_below() {
    let rows = "\
Uppdrag                                       Från          Läge
Utred formerna för nya grindar i parken i       KF      Slutfört
Västra Storby
Gräv en damm                                    KF         Pågår
";
    let document = understood(&format!("{OPENING}Läget i frågorna\n\n{rows}\nMer text följer här.\n"));
    let tables = document.tables();
    let labels: Vec<&str> = tables[0].1.rows.iter().map(|row| row.label.text.as_str()).collect();
    assert_eq!(labels, ["Utred formerna för nya grindar i parken i Västra Storby", "Gräv en damm"]);
}

const REPORT: &str = "Årsanalys 2031\nParknämnden\n\nMåluppfyllelse\n\nResultatmål 1: Fler badar i ån\n\n";

/// The common status of each goal's period, with its wording.
fn assessed(document: &Document) -> Vec<(Status, String)> {
    let goals = document.goal_areas().into_iter().flat_map(|area| area.goals);
    let all = goals.flat_map(|goal| goal.section.all()).filter_map(|section| section.assessment.clone());
    all.map(|it| (it.status, it.wording)).collect()
}

#[test]
fn sentences_in_the_text_judge_goals_where_most_have_one_and_nothing_else_does() {
    let first = "Två bryggor byggdes under våren. Nämnden bedömer därför att målet är delvis uppnått. Fler byggs.\n\n";
    let second =
        "Resultatmål 2: Fler åker buss\n\nBussarna är fulla. Resultatmålet bedöms inte vara uppnått.\n";
    let document = understood(&format!("{REPORT}{first}{second}"));
    let told: Vec<Status> = assessed(&document).into_iter().map(|(status, _)| status).collect();
    assert_eq!(told, [Status::PartlyOnTrack, Status::OffTrack]);
    let alone = second.replace("Resultatmålet bedöms inte vara uppnått.", "De går oftare än förr.");
    assert!(assessed(&understood(&format!("{REPORT}{first}{alone}"))).is_empty());
}

#[test]
fn a_label_makes_a_word_a_status() {
    let text = format!("{REPORT}Status: Glad\n\nTvå bryggor byggdes. Av målen är ett inte uppnått.\n");
    assert_eq!(assessed(&understood(&text)), [(Status::OnTrack, "Glad".to_owned())]);
}

#[test]
fn links_may_end_a_paragraph_of_a_goal() {
    let text = format!(
        "{REPORT}Riktas till: parknämnden, skolnämnden. Globala mål: 3, 14.\n\nTvå bryggor byggdes.\n"
    );
    let document = understood(&text);
    let areas = document.goal_areas();
    let links: Vec<u8> = areas[0].goals[0].agenda().map(|link| link.number).collect();
    assert_eq!(links, [3, 14]);
}

#[test]
fn items_below_a_label_of_orders_are_orders() {
    let text = "Mål och budget 2031\nStorby kommun\n\nNämndernas ramar\n\nParknämnden\n\nRamen ökar.\n\nUppdrag:\n\
        1. Parknämnden får i uppdrag att gräva en damm vid ån. Redovisas i delårsrapporten 2031.\n\
        2. Parknämnden får i uppdrag att, tillsammans med skolnämnden, rita en skolgård.\n";
    let document = understood(text);
    let orders: Vec<&Assignment> =
        document.goal_areas().into_iter().flat_map(|area| area.assignments).collect();
    assert_eq!(orders[0].text, "Parknämnden får i uppdrag att gräva en damm vid ån");
    assert_eq!(orders[0].report_back.how, ReportBackHow::InterimReport);
    assert_eq!((orders.len(), orders[1].lead.as_deref()), (2, Some("Parknämnden")));
}

#[test]
fn a_status_below_the_heading_of_an_assessment_is_what_that_says() {
    let text = format!(
        "{REPORT}Bedömning av året\n\nStatus: ● På väg\n\nSammantaget är bidraget på väg.\n\nBedömning av mandatperioden\n\nStatus: ◐ Delvis på väg\n\nNämnden hinner inte allt.\n"
    );
    let told = assessed(&understood(&text));
    let expected = [(Status::OnTrack, "På väg"), (Status::PartlyOnTrack, "Delvis på väg")];
    assert_eq!(told, expected.map(|(status, wording)| (status, wording.to_owned())));
}

#[test]
fn the_menu_of_a_page_is_told_once_as_what_it_is() {
    let menu = "<nav><a href='/'>Start</a> <a href='/bygga'>Bygga och bo</a> <a href='/bada'>Bada</a></nav>";
    let page = format!(
        "<!doctype html><html><body>{menu}<h1>Nämndsbudget 2031</h1><p>Parknämnden</p><h2>Ekonomi</h2><p>Parken kostar.</p>{menu}</body></html>"
    );
    let document = read("sida.html", page.as_bytes(), &HouseStyle::standard()).unwrap();
    let unread: Vec<(&str, &str)> =
        document.unread.iter().map(|it| (it.text.as_str(), it.why.as_str())).collect();
    let told = "Start | Bygga och bo | Bada";
    assert_eq!(unread, [(told, "reading-why-navigation")]);
}

const TERTIAL: &str = "\
Tertialrapport 2 2031
Parknämnden

Storby kommun   Tertialrapport 2 2031 – Parknämnden            2 (9)

3. Nämndens mål

Status anges med färg: grön, gul eller röd.

3.1 Samlad bedömning

Nämndmål                                Tertial 2   Prognos 2032   Kommentar
Strategiskt område: Grön stad vid
vattnet
Alla i Storby har en park nära hemmet        Grön            Gul   Nya grindar
Dammarna är så rena att det går att           Gul           Grön   Två är kvar
bada i dem hela sommaren                                           att rensa.
Strategiskt område: En park som
gläder
Bänkarna är hela                              Röd            Gul   Trä saknas

3.2 Strategiskt område: Grön stad vid vattnet

Nämndmål: Alla i Storby har en park nära hemmet
Grindarna är nya. Andelen som har nära till en park har ökat sedan förra året, och fyra parker
byggs ut under hösten.

Nämndmål: Dammarna är så rena att det går att bada i dem hela sommaren
Två dammar är kvar att rensa. Den tredje blev klar i juni och har redan fått många gäster som
badar där varje dag.

3.3 Strategiskt område: En park som gläder

Nämndmål: Bänkarna är hela
Trä saknas. Nya bänkar väntas under våren, när leveranserna åter är igång som de ska vara nu.
";

#[test]
fn areas_between_the_rows_of_a_report_end_no_table_and_a_later_forecast_is_of_the_term() {
    let document = understood(TERTIAL);
    let areas: Vec<String> =
        document.goal_areas().iter().filter_map(|area| Some(area.section?.name.clone())).collect();
    assert_eq!(areas, ["Grön stad vid vattnet", "En park som gläder"]);
    let goals = document.goals();
    let named: Vec<&str> = goals.iter().map(GoalView::name).collect();
    let dams = "Dammarna är så rena att det går att bada i dem hela sommaren";
    assert_eq!(named, ["Alla i Storby har en park nära hemmet", dams, "Bänkarna är hela"]);
    let json = uppsikt_reading::json::reading_json(&document);
    let areas = json["goal_areas"].as_array().unwrap().iter();
    let all = areas.flat_map(|area| area["goals"].as_array().unwrap());
    let status =
        |goal: &serde_json::Value, of: &str| goal["assessment"][of]["status"].as_str().unwrap().to_owned();
    let statuses: Vec<_> = all.map(|goal| (status(goal, "period"), status(goal, "term"))).collect();
    let both = |period: &str, term: &str| (period.to_owned(), term.to_owned());
    let [on, partly, off] = ["on_track", "partly_on_track", "off_track"];
    assert_eq!(statuses, [both(on, partly), both(partly, on), both(off, partly)]);
}
