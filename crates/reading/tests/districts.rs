//! Plans and reports as large cities set them out: the council's aims over its goals for an area of
//! operation over committees' own goals, a wording of the scale alone below each, indicators with a
//! target for the year and one of the city's; and goals that have no mark at all.
#![allow(clippy::unwrap_used)]

mod shown;
#[allow(dead_code)]
mod support;

use serde_json::Value;
use shown::{all, goals, reading, texts};

const REPORT: &str = "\
Storby stad
Norra parkens stadsdelsnämnd

Tertialrapport 2
Januari–augusti 2031

KF:s inriktningsmål: 1. En stad med plats för alla som vill vara ute

Uppfylls delvis

KF:s mål för verksamhetsområdet: 1.1 Parkerna är rena och öppna för alla som vill
gå i dem
Uppfylls helt

                                    Utfall   Utfall   Prognos            KF:s
KF:s indikatorer                        T2  VB 2030     helår  Årsmål   årsmål
Andel gäster som är nöjda med         71 %     70 %      73 %    72 %     75 %
parkerna

Analys
Gästerna är nöjda med gräset men inte med bänkarna.

Nämndmål: 1.1.1 Dammarna i norra parken är rena när skolorna börjar och det är kväll
om hösten
Uppfylls delvis

Förväntat resultat
• Andelen döda fiskar minskar.

                                    Utfall   Utfall   Prognos
Nämndens indikatorer                    T2  VB 2030     helår  Årsmål
Döda fiskar                              3        5         4       2

Nämndens aktiviteter                         Startdatum    Slutdatum      Status
Rensa dammen vid skolan                      2031-02-01   2031-05-31   Genomförd

KF:s mål för verksamhetsområdet: 1.2 Lekplatserna är säkra för de barn som bor
intill
Uppfylls inte

                                    Utfall   Utfall   Prognos            KF:s
KF:s indikatorer                        T2  VB 2030     helår  Årsmål   årsmål
Säkra gungor                           81      80        82      90       95

Analys
Gungorna från i fjol har rostat.

KF:s aktiviteter                             Startdatum    Slutdatum      Status
Nämnden ska byta gungor i samråd med         2031-01-01   2031-12-31       Pågår
skolnämnden
";

#[test]
fn a_wording_of_the_scale_below_a_goal_is_no_part_of_its_name() {
    let reading = reading("a.txt", REPORT);
    let goals = goals(&reading);
    let names = [
        "1.1 Parkerna är rena och öppna för alla som vill gå i dem",
        "1.2 Lekplatserna är säkra för de barn som bor intill",
    ];
    assert_eq!(texts(&goals, "name"), names);
    let said: Vec<&Value> = goals.iter().map(|goal| &goal["assessment"]["period"]["status"]).collect();
    assert_eq!(said, ["on_track", "off_track"]);
    let own: Vec<&Value> =
        all(goals[0], "sections").into_iter().filter(|part| part["kind"] == "other").collect();
    assert_eq!(
        texts(&own, "heading"),
        ["Nämndmål: 1.1.1 Dammarna i norra parken är rena när skolorna börjar och det är kväll om hösten"]
    );
}

#[test]
fn tables_of_indicators_and_activities_have_heads_of_one_line_or_two() {
    let reading = reading("a.txt", REPORT);
    let tables = all(&reading, "tables");
    assert_eq!(
        texts(&tables, "label_heading"),
        [
            "KF:s indikatorer",
            "Nämndens indikatorer",
            "Nämndens aktiviteter",
            "KF:s indikatorer",
            "KF:s aktiviteter"
        ]
    );
    assert_eq!(
        tables[0]["columns"].as_array().unwrap(),
        &["Utfall T2", "Utfall VB 2030", "Prognos helår", "Årsmål", "KF:s årsmål"]
    );
    assert!(tables.iter().all(|table| table["kind"] == "other"));
    assert_eq!(all(tables[4], "rows")[0]["label"], "Nämnden ska byta gungor i samråd med skolnämnden");
}

#[test]
fn the_target_of_an_indicator_is_the_committee_s_for_the_year() {
    let reading = reading("a.txt", REPORT);
    let indicators: Vec<&Value> =
        goals(&reading).into_iter().flat_map(|goal| all(goal, "indicators")).collect();
    assert_eq!(
        texts(&indicators, "text"),
        ["Andel gäster som är nöjda med parkerna", "Döda fiskar", "Säkra gungor"]
    );
    assert_eq!(texts(&indicators, "target"), ["72", "2", "90"]);
    assert_eq!(texts(&indicators, "baseline"), ["70", "5", "80"]);
}

const PLAN: &str = "\
# Verksamhetsplan och budget 2031

Norra parkens stadsdelsnämnd

# KF:s inriktningsmål: 1. En stad med plats för alla

## KF:s mål för verksamhetsområdet: 1.1 Parkerna är rena

Nämnden har hand om elva parker.

Målet har bäring på Agenda 2030-målen 3 God hälsa och välbefinnande, 11 Hållbara städer och
samhällen och 15 Ekosystem och biologisk mångfald.

| KF:s indikator | Årsmål | KF:s årsmål | Periodicitet |
|---|---:|---:|---:|
| Andel nöjda gäster | 72 % | 75 % | År |

### Nämndmål: 1.1.1 Dammarna är rena

**Beskrivning**

Dammarna rensas i maj. Nämnden vet att 3 God hälsa är viktigt.
";

#[test]
fn a_paragraph_further_down_in_a_goal_names_its_links() {
    for (file, text) in [("a.md", PLAN.to_owned()), ("a.txt", PLAN.replace(['#', '*'], ""))] {
        let reading = reading(file, &text);
        let links = all(goals(&reading)[0], "agenda_2030");
        let numbers: Vec<u64> = links.iter().map(|link| link["number"].as_u64().unwrap()).collect();
        assert_eq!(numbers, [3, 11, 15], "{file}");
    }
}

#[test]
fn what_a_committee_s_own_goal_means_is_its_plan() {
    let reading = reading("a.md", PLAN);
    let parts = all(goals(&reading)[0], "sections");
    assert_eq!(texts(&parts, "kind"), ["other", "year_plan"]);
}

#[test]
fn names_right_above_their_assessments_are_goals_where_none_is_marked() {
    let text = "\
Årsredovisning 2031
Storby kommun

Verksamhetsmål

Fokusområde Plats för alla

Parkerna är rena och öppna
Bedömning 2031: Delvis uppfyllt

Dammarna är rena men inte gräset.

Det är lätt att gå till lekplatsen
Bedömning 2031: Uppfyllt

Alla barn har högst 300 meter att gå.

Fokusområde En kommun i balans

Kommunen är en arbetsgivare som medarbetare trivs hos
Bedömning 2031: Ej uppfyllt

Var tredje har slutat.
";
    let reading = reading("a.txt", text);
    let areas = all(&reading, "goal_areas");
    assert_eq!(texts(&areas, "name"), ["Plats för alla", "En kommun i balans"]);
    let goals = goals(&reading);
    let said: Vec<&Value> = goals.iter().map(|goal| &goal["assessment"]["period"]["status"]).collect();
    assert_eq!(said, ["partly_on_track", "on_track", "off_track"]);
    assert_eq!(texts(&goals, "name")[0], "Parkerna är rena och öppna");
}

const CITY: &str = "\
Delårsrapport 31 augusti 2031
Storby kommun

Sammanfattning

Av fullmäktiges tre mål bedöms ett ha god måluppfyllelse.

Uppföljning av kommunfullmäktiges mål

Tabell 1. Samlad bedömning

Mål Per augusti 2031 Mandatperioden

Mål 1. Dammarna är rena God God

Mål 2. Parkerna är öppna Viss God

Mål 3. Träden är friska Låg Viss

Inriktning A. En stad att vara i

Mål 1. Dammarna är rena
Berörda: Parknämnden
Globala mål: 6, 14

Bedömning per augusti: God måluppfyllelse
Bedömning mandatperioden: God måluppfyllelse

Proven har inte kommit igång men vattnet är klart.

Indikator 2029 2030 2031 Målnivå 2031

Rena prov (%) 84,1 85,6 87,9 87

Mål 2. Parkerna är öppna
Berörda: Parknämnden
Globala mål: 11, 15

Bedömning per augusti: Viss måluppfyllelse
Bedömning mandatperioden: God måluppfyllelse

Grindarna är trasiga.

Mål 3. Träden är friska
Berörda: Parknämnden
Globala mål: 15

Bedömning per augusti: Låg måluppfyllelse
Bedömning mandatperioden: Viss måluppfyllelse

Almarna är döda.

Uppföljning av kommunfullmäktiges uppdrag

Fullmäktige gav inga uppdrag.

Ekonomisk översikt

Året går ihop.

Balansräkning

Miljoner kronor Kommunen 2031-08-31 Kommunen 2030-12-31 Koncernen 2031-08-31 Koncernen
2030-12-31

Anläggningar 12 14 41 44

Kassa 9 846 9 502 21 310 20 742

Summa tillgångar 9 858 9 516 21 351 20 786
";

#[test]
fn a_table_of_verdicts_without_any_grid_tells_of_the_goals_below() {
    let reading = reading("a.txt", CITY);
    assert_eq!(reading["kind"], "city_interim_report");
    let goals = goals(&reading);
    assert_eq!(texts(&goals, "name"), ["Dammarna är rena", "Parkerna är öppna", "Träden är friska"]);
    let said = |horizon: &str| -> Vec<&Value> {
        goals.iter().map(|goal| &goal["assessment"][horizon]["status"]).collect()
    };
    assert_eq!(said("period"), ["on_track", "partly_on_track", "off_track"]);
    assert_eq!(said("term"), ["on_track", "on_track", "partly_on_track"]);
    assert_eq!(all(goals[1], "agenda_2030").len(), 2);
    assert_eq!(texts(&all(&reading, "tables"), "label_heading")[0], "Mål");
}

#[test]
fn chapters_after_the_last_goal_are_no_part_of_it() {
    let reading = reading("a.txt", CITY);
    let kinds: Vec<(String, u64)> = all(&reading, "sections")
        .into_iter()
        .map(|it| (it["kind"].as_str().unwrap().to_owned(), it["level"].as_u64().unwrap()))
        .collect();
    let told: Vec<(&str, u64)> = kinds.iter().map(|(kind, level)| (kind.as_str(), *level)).collect();
    assert_eq!(told, [("summary", 1), ("goals", 1), ("other", 1), ("economy", 1), ("statement", 2)]);
}

#[test]
fn names_with_a_day_each_are_columns() {
    let reading = reading("a.txt", CITY);
    let tables = all(&reading, "tables");
    let sheet = tables.last().unwrap();
    assert_eq!(
        sheet["columns"].as_array().unwrap(),
        &["Kommunen 2031-08-31", "Kommunen 2030-12-31", "Koncernen 2031-08-31", "Koncernen 2030-12-31"]
    );
    assert_eq!(sheet["label_heading"], "Miljoner kronor");
}

#[test]
fn a_small_town_s_report_names_its_committee_and_ends_each_goal_in_a_colour() {
    let text = "\
Lillby kommun
Parkförvaltningen

2031-09-22
PN 2031/73

Delårsrapport för Parknämnden, januari – augusti 2031

Kort om perioden
Det har varit torrt.

Målen
Under varje mål finns nämndens egna.

Fullmäktiges mål 1: En kommun att vara i
Nämndens mål: Dammarna ska vara rena
Proven är bättre än i fjol. Nämnden har rensat dammen vid skolan och tagit bort gräset.

Bedömning: Grön

Nämndens mål: Parkerna ska vara öppna
Grindarna är trasiga. Nämnden byter dem nästa år när det finns pengar.

Målet bedöms som rött.

Fullmäktiges mål 2: Friska träd
Nämndens mål: Almarna ska leva
Två av tre lever. Det blev torrt i maj och nämnden hann inte vattna.

Status: Gul

Uppdrag från fullmäktige
Nämnden har fått två uppdrag.

• Ta fram en plan för dammar – klart. Planen antogs av nämnden den 22 april.
";
    let reading = reading("a.txt", text);
    assert_eq!(
        (reading["kind"].as_str(), reading["body"]["name"].as_str()),
        (Some("interim_report"), Some("Parknämnden"))
    );
    let goals = goals(&reading);
    let said: Vec<&Value> = goals.iter().map(|goal| &goal["assessment"]["period"]["status"]).collect();
    assert_eq!(said, ["on_track", "off_track", "partly_on_track"]);
    let headings = texts(&all(&reading, "sections"), "heading");
    assert_eq!(headings, ["Kort om perioden", "Målen", "Uppdrag från fullmäktige"]);
    assert!(all(&reading, "goal_areas").into_iter().all(|area| all(area, "assignments").is_empty()));
}

#[test]
fn numbered_orders_of_an_area_end_its_last_goal() {
    let text = "\
# Mål och budget 2031 med plan för 2032

Storby stad

Kommunfullmäktige 2030-11-24

## Målområden

### Målområde: Vatten

#### Mål: Dammarna är rena

Vattnet ska gå att bada i.

**Uppdrag inom målområdet**

- **Uppdrag 1.** Parknämnden får i uppdrag att, tillsammans med skolnämnden, gräva två dammar. *Återrapporteras i årsredovisningen för 2031.*

- **Uppdrag 2.** Skolnämnden får i uppdrag att lära alla barn att simma. *Återrapporteras i särskilt ärende senast den 30 juni 2031.*
";
    let reading = reading("a.md", text);
    let area = all(&reading, "goal_areas")[0];
    let orders = all(area, "assignments");
    assert_eq!(
        texts(&orders, "text"),
        [
            "Parknämnden får i uppdrag att, tillsammans med skolnämnden, gräva två dammar",
            "Skolnämnden får i uppdrag att lära alla barn att simma"
        ]
    );
    assert_eq!(all(orders[0], "assignees")[1]["name"], "Skolnämnden");
    let how: Vec<&Value> = orders.iter().map(|order| &order["report_back"]["how"]).collect();
    assert_eq!(how, ["annual_analysis", "separate_case"]);
    assert!(all(all(area, "goals")[0], "sections").is_empty());
}

#[test]
fn a_mark_may_stand_on_a_line_of_its_own_above_the_name() {
    let text = "\
Storby stad
Norra parkens stadsdelsnämnd

Verksamhetsberättelse 2031

Sammanfattande analys

Året gick bra.

KF:s inriktningsmål:
1. En stad med plats för alla

KF:s mål för verksamhetsområdet:
1.1 Parkerna är rena och öppna

Uppfylls helt

Nämndmål:
1.1.1 Dammarna är rena

Uppfylls delvis

Förväntat resultat

Vattnet ska gå att bada i.

KF:s mål för verksamhetsområdet:
1.2 Lekplatserna är säkra

Måluppfyllelse: Uppfylls inte

Gungorna är trasiga.
";
    let reading = reading("a.txt", text);
    let goals = goals(&reading);
    assert_eq!(texts(&goals, "name"), ["1.1 Parkerna är rena och öppna", "1.2 Lekplatserna är säkra"]);
    let own = all(goals[0], "sections");
    assert_eq!(texts(&own, "kind"), ["assessment_period", "other", "desired_outcome"]);
    assert_eq!(goals[1]["assessment"]["period"]["status"], "off_track");
}

#[test]
fn days_are_heads_of_columns_as_years_are() {
    let text = "\
Årsredovisning 2031
Storby kommun

Balansräkning

                              Kommunen      Kommunen
Tkr                         2031-12-31    2030-12-31
Mark och byggnader           2 611 840     2 518 377
Maskiner                       141 206       136 940
Summa tillgångar             2 753 046     2 655 317

Kassaflödesanalys

Tkr                              Kommunen 2031
Årets resultat                          38 412
Kassaflöde från verksamheten           146 993
";
    let reading = reading("a.txt", text);
    let tables = all(&reading, "tables");
    assert_eq!(tables[0]["columns"].as_array().unwrap(), &["Kommunen 2031-12-31", "Kommunen 2030-12-31"]);
    assert_eq!(texts(&tables, "caption"), ["Balansräkning", "Kassaflödesanalys"]);
    assert_eq!(tables[1]["columns"].as_array().unwrap(), &["Kommunen 2031"]);
    assert_eq!(all(tables[1], "rows").len(), 2);
}
