//! Forms of other cities: goals known by a code, a status at the end of the goal's line, headings by number as
//! areas, orders whose one in charge is told below, running heads over an empty line.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
mod shown;
#[allow(dead_code)]
mod support;

use serde_json::Value;
use shown::reading;

const CODED: &str = "\
                         Delårsrapport 2 2031
                         Januari–augusti

                         Parknämnden


Ekby kommun                   Delårsrapport 2 2031                  Sida 2 av 5
Parknämnden


Innehåll

1 Läget i korthet ................................ 3
2 Målen .......................................... 3
   2.1 Grönska nära alla ......................... 3
   2.2 Ordning på torpet ......................... 4
3 Åtgärder ....................................... 5


Ekby kommun                   Delårsrapport 2 2031                  Sida 3 av 5
Parknämnden


1   Läget i korthet

Parkerna har mått bra av sommarens regn, och gräset har vuxit sig högt i hela staden.

2   Målen

Mål                                       Perioden    Mandatperioden
T1  Alla har en park inom synhåll         Grön        Gul
T2  Dammarna går att bada i               Gul         Gul
T4  Parkerna sköts av folk som trivs      Röd         Gul

2.1   Grönska nära alla

T1   Alla har en park inom synhåll

Agenda 2030: 11 Hållbara städer och samhällen; 15 Ekosystem och biologisk mångfald

Bedömning perioden:           Grön
Bedömning mandatperioden:     Gul

Vad har gjorts

Två torg har fått träd, och en parkering har blivit gräsmatta sedan i maj.

Indikator                                   Utfall aug 2031    Mål 2031
Torg med träd                                            12          11
Andel boende med park i sikte                          64 %        70 %

T2   Dammarna går att bada i

Agenda 2030: 6 Rent vatten och sanitet för alla

Bedömning perioden:           Gul
Bedömning mandatperioden:     Gul

Vad har gjorts

Vattnet har provats varje vecka, men en av dammarna var stängd hela juli.


Ekby kommun                   Delårsrapport 2 2031                  Sida 4 av 5
Parknämnden


2.2   Ordning på torpet

T4   Parkerna sköts av folk som trivs

Agenda 2030: 8 Anständiga arbetsvillkor och ekonomisk tillväxt

Bedömning perioden:           Röd
Bedömning mandatperioden:     Gul

Vad har gjorts

Nya handskar har köpts in, men stövlarna dröjer till i höst.


Ekby kommun                   Delårsrapport 2 2031                  Sida 5 av 5
Parknämnden


3   Åtgärder

Nämnden köper in stövlar i oktober.
";

fn areas(reading: &Value) -> Vec<String> {
    let goals = |area: &Value| {
        let goals = area["goals"].as_array().unwrap().iter();
        goals.map(|goal| goal["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" / ")
    };
    let areas = reading["goal_areas"].as_array().unwrap().iter();
    areas.map(|area| format!("{}: {}", area["name"].as_str().unwrap(), goals(area))).collect()
}

fn statuses(reading: &Value) -> Vec<String> {
    let areas = reading["goal_areas"].as_array().unwrap().iter();
    let goals = areas.flat_map(|area| area["goals"].as_array().unwrap());
    let said = |goal: &Value, horizon: &str| {
        goal["assessment"][horizon]["status"].as_str().unwrap_or("-").to_owned()
    };
    goals.map(|goal| format!("{} {}", said(goal, "period"), said(goal, "term"))).collect()
}

#[test]
fn goals_known_by_a_code_stand_in_areas_known_by_their_numbers() {
    let read = reading("a.txt", CODED);
    assert_eq!(read["body"]["name"], "Parknämnden");
    assert_eq!(read["kind"], "interim_report");
    let expected = [
        "Grönska nära alla: Alla har en park inom synhåll / Dammarna går att bada i",
        "Ordning på torpet: Parkerna sköts av folk som trivs",
    ];
    assert_eq!(areas(&read), expected);
    assert_eq!(
        statuses(&read),
        ["on_track partly_on_track", "partly_on_track partly_on_track", "off_track partly_on_track"]
    );
    let chapters = read["sections"].as_array().unwrap().iter().filter(|section| section["level"] == 1);
    let chapters: Vec<&str> = chapters.map(|section| section["heading"].as_str().unwrap()).collect();
    assert_eq!(chapters, ["1 Läget i korthet", "2 Målen", "3 Åtgärder"]);
}

const CODED_MARKDOWN: &str = "\
# Verksamhetsplan 2031

**Parknämnden, Ekby kommun**

## Mål

### Inriktning: Grönska

#### T1 Alla har en park inom synhåll

*Globala mål:* 11 Hållbara städer och samhällen

##### Aktiviteter 2031

- Två torg får träd.

### Inriktning: Vatten

#### T3 Dammarna går att bada i

*Globala mål:* 6 Rent vatten och sanitet för alla

##### Aktiviteter 2031

- Vattnet provas varje vecka.
";

#[test]
fn a_code_is_no_part_of_a_goal_s_name_in_markdown_either() {
    let read = reading("a.md", CODED_MARKDOWN);
    let expected = ["Grönska: Alla har en park inom synhåll", "Vatten: Dammarna går att bada i"];
    assert_eq!(areas(&read), expected);
}

const STATED: &str = "\
Verksamhetsberättelse 2031

Parknämnden

Ekby kommun


1

Målredovisning

Perspektiv Invånare

Mål 1.1 Alla har en park inom synhåll                  Delvis uppfyllt
Agenda 2030: mål 11

Resultat
Två torg har fått träd, och en parkering har blivit gräsmatta sedan i maj i år.

Indikator                                   Utfall 2031    Målvärde
Torg med träd                                        12          11

Mål 1.2 Dammarna går att bada i när skolorna
slutar                                                 Ej uppfyllt
Agenda 2030: mål 6

Resultat
Vattnet har provats varje vecka, men en av dammarna var stängd hela juli månad.

Perspektiv Ekonomi

Mål 2.1 Gräset klipps billigt                          Helt uppfyllt
Agenda 2030: mål 12

Resultat
Fåren äter gräset, och de kostar mindre än de gamla gräsklipparna gjorde.


2

Strategiska utvecklingsuppdrag

Nämnden har haft två uppdrag från fullmäktige.

Räkna alla träd i staden

Ansvarig: Parknämnden. Övriga: inga.

Alla träd är räknade. Redovisat i eget ärende i juni 2031.

Pröva får på fotbollsplanen

Ansvarig: Skolnämnden. Övriga: parknämnden, vattennämnden.
Status: Påbörjat

Fåren trivs. Redovisas i verksamhetsberättelsen 2032.
";

#[test]
fn a_status_at_the_end_of_a_goal_s_line_is_no_part_of_its_name() {
    let read = reading("a.txt", STATED);
    assert_eq!(
        (read["body"]["name"].as_str(), read["kind"].as_str()),
        (Some("Parknämnden"), Some("annual_analysis"))
    );
    let expected = [
        "Invånare: Alla har en park inom synhåll / Dammarna går att bada i när skolorna slutar",
        "Ekonomi: Gräset klipps billigt",
    ];
    assert_eq!(areas(&read)[..2], expected);
    assert_eq!(statuses(&read), ["partly_on_track -", "off_track -", "on_track -"]);
}

#[test]
fn a_heading_whose_one_in_charge_is_told_below_is_an_order() {
    let read = reading("a.txt", STATED);
    let areas = read["goal_areas"].as_array().unwrap().iter();
    let orders: Vec<&Value> = areas.flat_map(|area| area["assignments"].as_array().unwrap()).collect();
    let told = |order: &&Value| {
        let with = order["assignees"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap());
        format!("{}: {}", order["text"].as_str().unwrap(), with.collect::<Vec<_>>().join(", "))
    };
    let expected = [
        "Räkna alla träd i staden: Parknämnden",
        "Pröva får på fotbollsplanen: Skolnämnden, Parknämnden, Vattennämnden",
    ];
    assert_eq!(orders.iter().map(told).collect::<Vec<_>>(), expected);
}

#[test]
fn names_above_a_page_number_are_heads_over_an_empty_line_too() {
    let page = |number: u32| {
        format!("Ekby kommun\nParknämnden\n\n{number}(5)\n\nParkerna på sida {number} är gröna.\n\n\n")
    };
    let text = format!("Nämndsbudget 2031\n\n\n{}", (2..6).map(page).collect::<String>());
    let read = reading("a.txt", &text);
    assert_eq!(read["body"]["name"], "Parknämnden");
    assert!(read["sections"].as_array().unwrap().iter().all(|section| section["heading"].is_null()));
}

const NUMBERED: &str = "\
# Nämndsplan 2031

Parknämnden

## 4 Kommunfullmäktiges mål

### 4.1 Trygg och levande stad

#### 4.1.1 Mål: Alla ska kunna bada i dammarna

Nämnden rensar dammarna varje vår och varje höst, och provar vattnet varje vecka.

##### Nämndsmål: Dammarna är rena

Nämnden köper nya håvar.

#### 4.1.2 Mål: Alla ska kunna gå trygga i parken

Nämnden sätter upp lampor längs alla stigar där det är mörkt om kvällarna.

##### Nämndsmål: Lamporna lyser

Nämnden byter lampor.

### 4.2 Grön stad

#### 4.2.1 Mål: Fler träd ska växa

Nämnden planterar träd längs alla gator där det finns plats för dem.
";

#[test]
fn committees_own_goals_are_parts_of_the_council_s_goals_with_areas_or_without() {
    let plain: String =
        NUMBERED.lines().map(|line| format!("{}\n", line.trim_start_matches(['#', ' ']))).collect();
    let expected = [
        "Trygg och levande stad: Alla ska kunna bada i dammarna / Alla ska kunna gå trygga i parken",
        "Grön stad: Fler träd ska växa",
    ];
    for (name, text) in [("a.md", NUMBERED), ("a.txt", plain.as_str())] {
        let read = reading(name, text);
        assert_eq!(areas(&read), expected, "{name}");
        let parts = read["goal_areas"][0]["goals"][0]["sections"].as_array().unwrap();
        assert_eq!(parts[0]["heading"], "Nämndsmål: Dammarna är rena", "{name}");
    }
}

#[test]
fn a_committee_s_own_goals_are_goals_where_the_document_has_no_others() {
    let text = "# Nämndsplan 2031\n\nParknämnden\n\n## Mål\n\n### Nämndsmål: Dammarna är rena\n\nNämnden köper håvar.\n";
    assert_eq!(areas(&reading("a.md", text)), [": Dammarna är rena"]);
}

const WISHED: &str = "\
# Mål och budget 2031

Ekby kommun

## Strategiska områden

### Strategiskt område A – Grön stad

#### Mål A1: Fler träd ska växa

*Det vill vi uppnå*

Träd ska stå tätt längs alla gator.

Bidrar till Agenda 2030-mål 11 och 15.

*Så mäter vi*

- Gator med träd: nuläge 40 procent, mål 2031 60 procent

**Uppdrag 1.** Räkna alla träd i staden.  
Ansvarig: Parknämnden. Medverkar: Skolnämnden. Återrapporteras: årsredovisningen 2031.

### Strategiskt område B – Rent vatten

#### Mål B1: Dammarna ska vara rena

*Så mäter vi*

- Badbara dammar: nuläge 4, mål 2031 9
";

#[test]
fn emphasised_words_open_parts_and_bold_marks_orders_with_those_who_have_them() {
    let read = reading("a.md", WISHED);
    assert_eq!(areas(&read), ["Grön stad: Fler träd ska växa", "Rent vatten: Dammarna ska vara rena"]);
    let goal = &read["goal_areas"][0]["goals"][0];
    let links = goal["agenda_2030"].as_array().unwrap().iter().map(|link| link["number"].as_u64().unwrap());
    assert_eq!(links.collect::<Vec<_>>(), [11, 15]);
    let kinds = goal["sections"].as_array().unwrap().iter().map(|part| part["kind"].as_str().unwrap());
    assert_eq!(kinds.collect::<Vec<_>>(), ["desired_outcome", "follow_up"]);
    assert_eq!(goal["indicators"].as_array().unwrap().len(), 1);
    let order = &read["goal_areas"][0]["assignments"][0];
    assert_eq!(order["text"], "Räkna alla träd i staden");
    assert_eq!(order["assignees"][1]["name"], "Skolnämnden");
}

#[test]
fn those_in_charge_between_a_goal_and_its_assessment_are_no_part_of_its_name() {
    let goal = |number: u32, name: &str, told: &str| {
        format!(
            "{number}. {name}\nAnsvar: parknämnden, skolnämnden\nMåluppfyllelse: {told}\n\nHåvarna är nya och dammarna rensas varje vecka.\n\n"
        )
    };
    let goals = goal(1, "Dammarna ska vara rena", "uppnått") + &goal(2, "Fler träd ska växa", "inte uppnått");
    let text = format!("Årsredovisning 2031\nEkby kommun\n\nVerksamhetsmål\n\nPerspektiv Natur\n\n{goals}");
    let read = reading("a.txt", &text);
    assert_eq!(areas(&read), ["Natur: Dammarna ska vara rena / Fler träd ska växa"]);
    assert_eq!(read["goal_areas"][0]["goals"][1]["assessment"]["period"]["status"], "off_track");
}

#[test]
fn a_goals_chapter_s_name_in_goal_after_goal_is_a_part_of_goals() {
    let goal = |number: u32, name: &str| {
        format!(
            "Inriktningsmål {number}  {name}\n\nNämndens resultatmål\nDammarna prövas varje vecka.\n\nSå arbetar vi 2031\nNämnden köper håvar.\n\n"
        )
    };
    let goals = goal(1, "Dammarna är rena") + &goal(2, "Fler träd växer") + &goal(3, "Parken är trygg");
    let read = reading("a.txt", &format!("Internbudget 2031\n\nParknämnden\n\nFokusområde Natur\n\n{goals}"));
    assert_eq!(areas(&read), ["Natur: Dammarna är rena / Fler träd växer / Parken är trygg"]);
    let parts = read["goal_areas"][0]["goals"][1]["sections"].as_array().unwrap();
    let kinds = parts.iter().map(|part| part["kind"].as_str().unwrap());
    assert_eq!(kinds.collect::<Vec<_>>(), ["desired_outcome", "year_plan"]);
}

#[test]
fn a_goal_right_below_a_table_that_is_set_in_is_no_row_of_it() {
    let goal = |number: u32, name: &str| {
        format!(
            "Inriktningsmål {number}  {name}\n\n   Indikatorer\n   Indikator                        Utfall 2029  Målvärde 2031   Källa\n   Antal dammar som prövas, st               15             12   Egen mätning\n   Andel nöjda besökare, procent             71             90   Enkät\n\n"
        )
    };
    let goals = goal(1, "Dammarna är rena") + &goal(2, "Fler träd växer") + &goal(3, "Parken är trygg");
    let read = reading("a.txt", &format!("Internbudget 2031\n\nParknämnden\n\nFokusområde Natur\n\n{goals}"));
    assert_eq!(areas(&read), ["Natur: Dammarna är rena / Fler träd växer / Parken är trygg"]);
}

#[test]
fn a_number_that_counts_on_from_the_last_heading_s_is_a_heading_s() {
    let text = "\
Parknämnden
Årsanalys 2031

1. Sammanfattning

Dammarna är rena.

2. Verksamhet

Antal prov      2030     2031
Dammar            12       15
Bäckar             8        9

3. Mål

Nämnden har följt detta under året:

1. Dammarna

2. Bäckarna

4. Ekonomi

Ekonomin är god.
";
    let read = reading("a.txt", text);
    let headings = shown::texts(&shown::all(&read, "sections"), "heading");
    assert_eq!(headings, ["1. Sammanfattning", "2. Verksamhet", "3. Mål", "4. Ekonomi"]);
}

#[test]
fn the_least_that_is_aimed_at_in_a_cell_is_a_target() {
    let text = "# Nämndsbudget 2031\n\nParknämnden\n\n## Mål och indikatorer\n\n### Mål 1: Dammarna är rena\n\n\
        | Indikator | 2030 | Mål 2031 |\n|---|---:|---:|\n| Andel rena dammar, % | 48 | minst 52 |\n\
        | Andel rena bäckar, % | 40 | högst 60 % |\n";
    let read = reading("a.md", text);
    let indicators: Vec<&Value> =
        shown::goals(&read).into_iter().flat_map(|goal| shown::all(goal, "indicators")).collect();
    assert_eq!(shown::texts(&indicators, "target"), ["52", "60"]);
}
