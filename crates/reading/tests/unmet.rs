//! How committees that nobody has met may set their plans and reports.
#![allow(clippy::unwrap_used)]

use serde_json::Value;
use uppsikt_reading::{HouseStyle, json::reading_json, read};

fn json(name: &str, text: &str) -> Value {
    reading_json(&read(name, text.as_bytes(), &HouseStyle::standard()).unwrap())
}

fn goals(json: &Value) -> Vec<&Value> {
    let areas = json["goal_areas"].as_array().unwrap();
    areas.iter().flat_map(|area| area["goals"].as_array().unwrap()).collect()
}

fn orders(json: &Value) -> Vec<&Value> {
    let areas = json["goal_areas"].as_array().unwrap();
    areas.iter().flat_map(|area| area["assignments"].as_array().unwrap()).collect()
}

#[test]
fn two_judgements_with_signs_stand_on_one_line() {
    let text = "Delårsrapport 2031\n\nParknämnden\n\nMåluppföljning\n\n\
                Inriktningsmål 1.1 Alla ska ha nära till en park\n\n\
                Läget 2031: ◐ uppnås delvis             Mandatperioden: ✔ uppnås\n\n\
                Vad har vi gjort?\nTre parker har öppnats under våren, och en fjärde byggs.\n\n\
                Inriktningsmål 1.2 Alla dammar ska vara rena\n\n\
                Läget 2031: ✘ uppnås inte               Mandatperioden: –\n\n\
                Vad har vi gjort?\nDammarna har rensats två gånger under sommaren.\n";
    let read = json("a.txt", text);
    let status =
        |goal: &Value, horizon: &str| goal["assessment"][horizon]["status"].as_str().unwrap().to_owned();
    let told: Vec<[String; 2]> =
        goals(&read).iter().map(|goal| [status(goal, "period"), status(goal, "term")]).collect();
    assert_eq!(told, [["partly_on_track", "on_track"], ["off_track", "not_stated"]]);
}

#[test]
fn work_is_named_in_bold_before_its_text() {
    let text = "# Nämndsplan 2031\n\nParknämnden\n\n## Mål\n\n### Utvecklingsmål 1 – Alla har nära till en park\n\n\
                **Det här gör vi 2031**\n\n* **Parklyftet.** Tre parker byggs om.\n* **Fler bänkar.** Trettio bänkar köps in.\n\n\
                ### Utvecklingsmål 2 – Alla dammar är rena\n\n**Det här gör vi 2031**\n\n**Dammar.** De rensas i maj.\n";
    let read = json("a.md", text);
    let parts = |goal: &Value| -> Vec<String> {
        let sections = goal["sections"].as_array().unwrap().iter();
        let parts = sections.flat_map(|section| section["parts"].as_array().unwrap());
        parts.map(|part| part["heading"].as_str().unwrap().to_owned()).collect()
    };
    let told: Vec<Vec<String>> = goals(&read).into_iter().map(parts).collect();
    assert_eq!(told, [vec!["Parklyftet", "Fler bänkar"], vec!["Dammar"]]);
}

#[test]
fn orders_in_a_table_need_only_a_column_of_how_they_are_reported_back() {
    let text = "# Nämndsplan 2031\n\nParknämnden\n\n## Uppdrag från fullmäktige\n\n\
                | Nr | Uppdrag | Återrapportering |\n|---|---|---|\n\
                | 1 | Parknämnden ska tillsammans med tekniska nämnden rita en park. | Särskilt ärende, juni 2031 |\n\
                | 2 | Samtliga nämnder ska pröva sina resor. | Årsredovisning 2031 |\n";
    let read = json("a.md", text);
    let told: Vec<(&Value, &Value)> = orders(&read)
        .into_iter()
        .map(|order| (&order["lead"]["name"], &order["report_back"]["how"]))
        .collect();
    let lead = Value::from("Parknämnden");
    let how = ["separate_case", "annual_analysis"].map(Value::from);
    assert_eq!(told, [(&lead, &how[0]), (&Value::Null, &how[1])]);
}

#[test]
fn what_is_told_below_an_order_of_a_list_is_no_part_of_it() {
    let text = "Delårsrapport 2031\n\nParknämnden\n\nUppdrag\n\nPågående uppdrag från fullmäktige.\n\n\
                1. Parknämnden ska ta fram ett förslag till hur de gamla stigarna vid sjön\n   kan skötas\n   \
                Status: Pågår. Slutredovisas i årsredovisningen.\n\n\
                2. Alla nämnder ska redovisa hur de sparar vatten\n   Status: Klart.\n";
    let read = json("a.txt", text);
    let told: Vec<&str> = orders(&read).iter().map(|order| order["text"].as_str().unwrap()).collect();
    let first = "Parknämnden ska ta fram ett förslag till hur de gamla stigarna vid sjön kan skötas";
    assert_eq!(told, [first, "Alla nämnder ska redovisa hur de sparar vatten"]);
    assert_eq!(orders(&read)[0]["report_back"]["how"], "annual_analysis");
}

#[test]
fn headings_that_say_again_what_a_table_calls_goals_are_goals() {
    let text = "# Delårsrapport 2031\n\nParknämnden\n\n## Måluppfyllelse\n\n\
                | Nämndmål | Helår | Till och med 2034 |\n|---|---|---|\n| Alla har nära till en park | 🟢 | 🟡 |\n\
                | Alla dammar är rena | 🔴 | ⚪ |\n\n### Alla har nära till en park\n\nTre parker har öppnats.\n\n\
                ### Alla dammar är rena\n\nDammarna har rensats.\n";
    let read = json("a.md", text);
    let told: Vec<(&str, &str, &str)> = goals(&read)
        .iter()
        .map(|goal| {
            let status = |horizon: &str| goal["assessment"][horizon]["status"].as_str().unwrap();
            (goal["text"].as_str().unwrap(), status("period"), status("term"))
        })
        .collect();
    assert_eq!(
        told,
        [
            ("Tre parker har öppnats.", "on_track", "partly_on_track"),
            ("Dammarna har rensats.", "off_track", "not_stated")
        ]
    );
}

#[test]
fn values_in_words_are_values_and_an_empty_year_is_no_start() {
    let text = "# Delårsrapport 2031\n\nParknämnden\n\n## Mål\n\n### Mål 1: Alla dammar är rena\n\n\
                | Indikator | Utfall 2030 | Utfall aug 2031 | Mål 2031 |\n|---|---|---|---|\n\
                | Andel rena dammar, % | 64 | 70 | 80 |\n| Stigen är öppen | Nej | Ja | Ja |\n\
                | Andel nöjda besökare, % | – | 81 | 75 |\n";
    let read = json("a.md", text);
    let told: Vec<[Option<&str>; 2]> = goals(&read)[0]["indicators"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| [it["baseline"].as_str(), it["target"].as_str()])
        .collect();
    assert_eq!(told, [[Some("64"), Some("80")], [Some("Nej"), Some("Ja")], [None, Some("75")]]);
}

#[test]
fn every_line_of_the_title_page_is_told() {
    let text = "# Nämndsplan 2031\n\nParknämnden\n\nEkby kommun\n\n## Sammanfattning\n\nDammarna är rena.\n";
    let read = json("a.md", text);
    let told: Vec<&str> =
        read["title_page"].as_array().unwrap().iter().map(|line| line["text"].as_str().unwrap()).collect();
    assert_eq!(told, ["# Nämndsplan 2031", "Parknämnden", "Ekby kommun"]);
    assert_eq!(read["title_page"][2]["at"]["line"], 5);
}

#[test]
fn a_name_with_its_unit_above_a_head_is_no_column() {
    let text = "Nämndsbudget 2031\n\nParknämnden\n\nEkonomi\n\nInternbudget 2031 per område, tkr\n\n\
                Område Intäkter Kostnader Netto\nStyrning 0 -4 105 -4 105\nParker och stigar 7 960 -12 480 -4 520\n\
                Dammar 5 240 -13 030 -7 790\nSumma 13 200 -29 615 -16 415\n\nText efter tabellen följer här.\n";
    let read = json("a.txt", text);
    let table = &read["tables"][0];
    assert_eq!(table["caption"], "Internbudget 2031 per område, tkr");
    assert_eq!(table["columns"], Value::from(vec!["Intäkter", "Kostnader", "Netto"]));
}

#[test]
fn the_values_of_women_and_men_are_told_where_they_stand() {
    let text = "# Nämndsplan 2031\n\nParknämnden\n\n## Mål\n\n### Mål 1: Alla dammar är rena\n\n#### Indikatorer\n\n\
                - Andel som är trygga i parken (kvinnor 72, män 81,5), målvärde 85 procent\n\n\
                | Indikator | Utfall 2029 | Mål 2031 |\n|---|---|---|\n\
                | Antal besökare | 1 400 (flickor 1 250, pojkar 150) | 1 500 |\n";
    let read = json("a.md", text);
    let told: Vec<[&str; 2]> = goals(&read)[0]["indicators"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| ["women", "men"].map(|sex| it["sexes"][sex].as_str().unwrap()))
        .collect();
    assert_eq!(told, [["72", "81.5"], ["1250", "150"]]);
}
