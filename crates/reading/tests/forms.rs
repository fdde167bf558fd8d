//! How plans and reports are set: assessments in bold below goals, indicators in tables of one row, labels
//! below orders, a table's name said again, and what stands after the last goal.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
mod shown;
#[allow(dead_code)]
mod support;

use serde_json::Value;
use shown::{all, goals, reading, texts};

const PLAN: &str = "\
Ekby kommun

Parknämnden

Verksamhetsplan och budget 2031

Antagen av parknämnden den 11 december 2030, § 14
Diarienummer PN-2030-418

1 Sammanfattning

Parknämnden sköter parker och dammar. De två uppdragen redovisas i kapitel 3.

2 Mål

Fokusområde: Gröna stråk

Nämndmål 1 Alla har nära till en park

Agenda 2030: mål 11 Hållbara städer och samhällen, mål 15 Ekosystem och biologisk
mångfald

Det här vill vi uppnå
Barn och gamla går ut när de vill, utan att någon kör dem.

Så arbetar vi under 2031
Två torg får träd och bänkar. Dammen vid kvarnen rensas i maj.

Så följer vi upp
Indikator                                        Utfall 2029    Mål 2030    Mål 2031
Andel med en park inom synhåll                          61 %        65 %        70 %

3 Uppdrag från kommunfullmäktige

Uppdrag 1. Parknämnden ska tillsammans med skolnämnden ta fram en gemensam plan för
skolgårdarnas träd
    Ansvarig: Parknämnden
    Fokusområde: Gröna stråk
    Återrapportering: Separat ärende senast i september 2031

Uppdrag 2. Parknämnden ska redovisa hur dammarna kan skötas utan maskiner
    Ansvarig: Parknämnden
    Fokusområde: Gröna stråk
    Återrapportering: Delårsrapport 2031
";

fn assignments(reading: &Value) -> Vec<&Value> {
    all(reading, "goal_areas").into_iter().flat_map(|area| all(area, "assignments")).collect()
}

#[test]
fn lines_below_an_order_say_how_it_is_reported_back() {
    let read = reading("a.txt", PLAN);
    let how = |order: &Value| order["report_back"]["how"].as_str().unwrap().to_owned();
    let told: Vec<String> = assignments(&read).into_iter().map(how).collect();
    assert_eq!(told, ["separate_case", "interim_report"]);
}

const BESIDE: &str = "\
# Verksamhetsberättelse 2031

Parknämnden

## Måluppfyllelse

### Målområde: Grönska

#### Mål: Alla ska ha nära till en park

Två torg har fått träd.

{first}

#### Mål: Dammarna ska gå att bada i

Pumpen gick sönder i juli.

{second}

## Ekonomi

Resultatet blev 1,0 mnkr.
";

#[test]
fn two_assessments_of_a_goal_stand_beside_each_other_in_many_ways() {
    let row = "| Bedömning året | Bedömning mandatperioden |\n|---|---|\n";
    let forms = [
        (
            "- Bedömning för året: Uppnått\n- Bedömning för mandatperioden: Delvis uppnått".to_owned(),
            "Uppnått",
        ),
        (format!("{row}| Uppnått | Delvis uppnått |"), "Uppnått"),
        ("Status perioden: På väg\n\nStatus mandatperioden: Delvis på väg".to_owned(), "På väg"),
        ("Helår: Grön. Mandatperiod: Gul.".to_owned(), "Grön"),
        ("**Bedömning året: Uppnått**\n\n**Bedömning mandatperioden: Delvis uppnått**".to_owned(), "Uppnått"),
    ];
    for (first, reached) in forms {
        let missed =
            if reached == "Grön" { "Röd".to_owned() } else { format!("Inte {}", reached.to_lowercase()) };
        let second = first.replacen(reached, &missed, 1);
        let read = reading("a.md", &BESIDE.replace("{first}", &first).replace("{second}", &second));
        let said = |goal: &&Value| {
            ["period", "term"].map(|it| goal["assessment"][it]["status"].as_str().unwrap_or("-").to_owned())
        };
        let told: Vec<[String; 2]> = goals(&read).iter().map(said).collect();
        let expected = [["on_track", "partly_on_track"], ["off_track", "partly_on_track"]];
        assert_eq!(told, expected.map(|pair| pair.map(str::to_owned)), "{first}");
    }
}

#[test]
fn what_is_done_under_a_year_is_its_plan() {
    let read = reading("a.txt", PLAN);
    let kinds = texts(&all(goals(&read)[0], "sections"), "kind");
    assert_eq!(kinds, ["desired_outcome", "year_plan", "follow_up"]);
}

#[test]
fn the_title_page_names_the_case_and_the_text_a_chapter() {
    let read = reading("a.txt", PLAN);
    let found = texts(&all(&read, "references"), "text");
    assert!(found.contains(&"PN-2030-418".to_owned()), "{found:?}");
    assert!(found.contains(&"kapitel 3".to_owned()), "{found:?}");
}

const REPORT: &str = "\
Ekby stad

Parknämnden

Delårsrapport per 31 augusti 2031

Sammanfattning

Parknämnden har haft en lugn sommar.

Uppföljning av mål

Målområde – Gröna stråk

Mål – Alla ska ha nära till en park

Koppling till Agenda 2030: 11. Hållbara städer och samhällen

Vad har gjorts?

Två torg har fått träd och fler barn leker ute.

Indikator 2029 2030 Jan–aug 2031 Mål 2031
Antal besök i parkerna 312 400 191 200 269 650 240 000

Bedömning för året

Följer delvis plan

Träden kom sent.

Bedömning för mandatperioden

Följer plan

Alla torg får träd före 2034.

Mål – Dammarna ska gå att bada i

Koppling till Agenda 2030: 6. Rent vatten och sanitet för alla

Vad har gjorts?

Kvarndammen har rensats.

Indikator 2029 2030 Jan–aug 2031 Mål 2031
Energi i pumparna, kWh per kubikmeter 214 209 212 200

Bedömning för året

Avviker från plan

Pumpen gick sönder i juli.

Bedömning för mandatperioden

Följer delvis plan

En ny pump köps.

Sammanställning av bedömningar

Tabell 1 Antal mål per bedömning
Bedömning Året Mandatperioden
Följer plan 0 1
Följer delvis plan 1 1
Avviker från plan 1 0
Summa mål 2 2
";

#[test]
fn a_status_below_the_heading_of_an_assessment_is_what_it_says() {
    let read = reading("a.txt", REPORT);
    let said = |goal: &&Value| {
        ["period", "term"].map(|it| goal["assessment"][it]["status"].as_str().unwrap().to_owned())
    };
    let told: Vec<[String; 2]> = goals(&read).iter().map(said).collect();
    let expected = [["partly_on_track", "on_track"], ["off_track", "partly_on_track"]];
    assert_eq!(told, expected.map(|pair| pair.map(str::to_owned)));
}

#[test]
fn a_table_of_one_indicator_starts_where_the_year_before_ended() {
    let read = reading("a.txt", REPORT);
    let values = |goal: &&Value| {
        let told = &goal["indicators"][0];
        [&told["baseline"], &told["target"]].map(|it| it.as_str().unwrap_or("-").to_owned())
    };
    let told: Vec<[String; 2]> = goals(&read).iter().map(values).collect();
    assert_eq!(told, [["191200", "240000"], ["209", "200"]].map(|pair| pair.map(str::to_owned)));
}

#[test]
fn what_sums_up_all_goals_is_no_part_of_the_last() {
    let read = reading("a.txt", REPORT);
    let headed = texts(&all(&read, "sections"), "heading");
    assert!(headed.contains(&"Sammanställning av bedömningar".to_owned()), "{headed:?}");
    let table = *all(&read, "tables").last().unwrap();
    let labels = texts(&all(table, "rows"), "label");
    assert_eq!(labels, ["Följer plan", "Följer delvis plan", "Avviker från plan", "Summa mål"]);
    assert_eq!(table["caption"], "Tabell 1 Antal mål per bedömning");
}

const ANNUAL: &str = "\
# Årsredovisning 2031 – Ekby kommun

## Sammanfattning

Ekby kommun redovisar ett resultat på 1,0 mnkr.

## Verksamhetsmål

#### Strategiskt område: Grönska

##### Mål: Alla ska ha nära till en park

Globala mål: 11 Hållbara städer och samhällen

Två torg har fått träd.

| Indikator | 2029 | 2030 | 2031 | Målvärde 2031 |
|:---|---:|---:|---:|---:|
| Andel med en park inom synhåll | 61 | 63 | 66 | 65 |

**Bedömning: Uppnått**

##### Mål: Dammarna ska gå att bada i

Globala mål: 6 Rent vatten och sanitet för alla

Pumpen gick sönder i juli.

| Indikator | 2029 | 2030 | 2031 | Målvärde 2031 |
|:---|---:|---:|---:|---:|
| Andel rena dammar | 71 | 73 | 70 | 75 |

**Bedömning: Inte uppnått**

## Räkenskaper

### Resultaträkning

**Resultaträkning**

| Mnkr | Utfall 2030 | Utfall 2031 |
|:---|---:|---:|
| Verksamhetens intäkter | 5,1 | 6,2 |
| Verksamhetens kostnader | −5,3 | −5,2 |
| **Årets resultat** | **−0,2** | **1,0** |
";

#[test]
fn an_assessment_in_bold_below_a_goal_is_no_heading() {
    let read = reading("a.md", ANNUAL);
    let status = |goal: &&Value| goal["assessment"]["period"]["status"].as_str().unwrap().to_owned();
    let told: Vec<String> = goals(&read).iter().map(status).collect();
    assert_eq!(told, ["on_track", "off_track"]);
}

#[test]
fn the_municipality_stands_beside_the_title() {
    assert_eq!(reading("a.md", ANNUAL)["body"]["name"], "Ekby kommun");
    let spaced = ANNUAL.replacen(" – ", " ", 1);
    assert_eq!(reading("a.md", &spaced)["body"]["name"], "Ekby kommun");
}

#[test]
fn a_table_s_name_right_below_the_heading_of_the_same_words_is_its_caption() {
    let read = reading("a.md", ANNUAL);
    let headed = texts(&all(&read, "sections"), "heading");
    assert_eq!(headed.iter().filter(|it| *it == "Resultaträkning").count(), 1, "{headed:?}");
    assert_eq!(all(&read, "tables").last().unwrap()["caption"], "Resultaträkning");
}

const COUNCIL: &str = "\
EKBY KOMMUN
Mål och budget 2031

Kommunfullmäktiges mål

Målområde: Grönska

Mål 1. Alla har nära till en park

Parken ska vara en del av vardagen för barn och gamla i hela kommunen, och den ska vara öppen
jämt.

Riktas till: parknämnden, skolnämnden
Agenda 2030: Anständiga arbetsvillkor och ekonomisk tillväxt (8), Hållbar industri,
innovationer och infrastruktur (9), Hållbara städer och samhällen (11)
Följs upp genom:
– Andel med en park inom synhåll: utfall 2029 61 procent, målvärde 2031 70 procent
– Antal bänkar: utfall 2029 640, målvärde 2031 800
";

#[test]
fn what_follows_links_over_two_lines_stands_alone() {
    let read = reading("a.txt", COUNCIL);
    let goal = goals(&read)[0];
    assert_eq!(texts(&all(goal, "indicators"), "target"), ["70", "800"]);
    assert_eq!(all(goal, "agenda_2030").len(), 3);
}
