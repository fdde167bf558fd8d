//! What opens a section without a heading: numbered goals, orders in lists, names of priorities,
//! assessments inside paragraphs, links by their own names.
#![allow(clippy::unwrap_used)]

mod shown;
#[allow(dead_code)]
mod support;

use serde_json::Value;
use shown::{all, goals, reading, texts};

fn links(goal: &Value) -> Vec<u64> {
    all(goal, "agenda_2030").iter().map(|link| link["number"].as_u64().unwrap()).collect()
}

#[test]
fn numbered_lines_above_links_or_an_assessment_are_goals() {
    let text = "\
Delårsrapport 2031
Parknämnden

Inriktningsmål

1. Parkerna ska vara öppna för alla som vill
vara ute
Bedömning: Gul. Två av parkerna har varit stängda under sommaren.

2. Dammarna ska vara rena
Globala målen: 6, 14

Vattnet har provats 40 gånger. Målet var 50 gånger. Bedömning: delvis uppnått.
Proverna togs sent.
";
    let reading = reading("a.txt", text);
    let goals = goals(&reading);
    assert_eq!(
        texts(&goals, "name"),
        ["Parkerna ska vara öppna för alla som vill vara ute", "Dammarna ska vara rena"]
    );
    assert_eq!(links(goals[1]), [6, 14]);
    let wordings: Vec<&Value> = goals.iter().map(|goal| &goal["assessment"]["period"]["wording"]).collect();
    assert_eq!(wordings, ["Gul", "delvis uppnått"]);
}

#[test]
fn a_paragraph_below_a_goal_may_open_with_its_status() {
    let text = "\
Årsanalys 2031
Parknämnden

Uppföljning av kommunfullmäktiges mål

Mål 1 – Parkerna ska vara öppna
Mål 3: God hälsa och välbefinnande
Mål 11: Hållbara städer och samhällen

Delvis uppfyllt. Två av parkerna har varit stängda under sommaren.

Mål 2 – Dammarna ska vara rena för alla som vill bada i
dem
Bidrar till: Mål 6 – Rent vatten och sanitet för alla, Mål 14 – Hav och marina resurser

Uppfyllt. Vattnet är rent.
";
    let reading = reading("a.txt", text);
    let goals = goals(&reading);
    assert_eq!(goals.iter().map(|goal| links(goal)).collect::<Vec<_>>(), [vec![3, 11], vec![6, 14]]);
    let wordings: Vec<&Value> = goals.iter().map(|goal| &goal["assessment"]["period"]["wording"]).collect();
    assert_eq!(wordings, ["Delvis uppfyllt", "Uppfyllt"]);
}

#[test]
fn numbered_items_under_a_heading_of_orders_are_orders_with_those_in_brackets() {
    let text = "\
Verksamhetsplan 2031
Parknämnden

Mål och uppdrag

Inriktningsmål 1: Parkerna ska vara öppna
Agenda 2030: mål 3 och 11.

Nämnden håller parkerna öppna hela året och lånar ut krattor till den som vill.

Uppdrag från kommunfullmäktige

1. Gör en översyn av stängslen med målet att ta bort hälften till
  2033. (PN, KS, alla nämnder med mark)

Nämnden lämnar en plan i mars.

2. Lämna krattor till skolorna. (KS, alla)
";
    let reading = reading("a.txt", text);
    let orders: Vec<&Value> =
        all(&reading, "goal_areas").into_iter().flat_map(|area| all(area, "assignments")).collect();
    let expected = [
        "Gör en översyn av stängslen med målet att ta bort hälften till 2033. (PN, KS, alla nämnder med mark)",
        "Lämna krattor till skolorna. (KS, alla)",
    ];
    assert_eq!(texts(&orders, "text"), expected);
    let leads: Vec<&Value> = orders.iter().map(|order| &order["lead"]["name"]).collect();
    assert_eq!(leads, ["PN", "KS"]);
    assert_eq!(orders[0]["assignees"].as_array().unwrap().len(), 3);
}

#[test]
fn a_priority_may_be_named_before_its_text() {
    let text = "\
# Delårsrapport 2031

Parknämnden

## Uppföljning av prioriteringar

**Trygga stigar.** Lampor har satts upp på tre stigar. *Förväntad effekt har nåtts.*

**Lån av krattor.** Två nya bodar har öppnats.

## Arbete med mänskliga rättigheter

Barn har fått säga vad de tycker om lekplatserna.
";
    let read = reading("a.md", text);
    assert_eq!(texts(&all(&read, "priorities"), "heading"), ["Trygga stigar", "Lån av krattor"]);
    let listed = text.replace(".** ", ": ").replace("**", "- ").replace("\n- Lån", "- Lån");
    let read = reading("a.md", &listed);
    assert_eq!(texts(&all(&read, "priorities"), "heading"), ["Trygga stigar", "Lån av krattor"]);
}

#[test]
fn a_status_in_bold_is_what_its_heading_says_and_a_line_in_italics_is_a_caption() {
    let text = "\
# Årsanalys 2031

Parknämnden

## Kommunfullmäktigemål - Parkerna ska vara öppna

#### Bedömning mandatperioden

**Uppfyllt.**

## Ekonomi

*Områden, avvikelser över 500 tkr förklaras*

| Område | Budget | Utfall |
|---|---:|---:|
| Stigar | 1 200 | 1 150 |
| Dammar | 800 | 840 |
";
    let reading = reading("a.md", text);
    assert_eq!(goals(&reading)[0]["assessment"]["term"]["wording"], "Uppfyllt");
    assert_eq!(all(&reading, "tables")[0]["caption"], "Områden, avvikelser över 500 tkr förklaras");
}

#[test]
fn points_part_thousands_and_a_day_is_no_case() {
    let text = "\
Årsrapport 2031
Parknämnden

Ekonomi

Besöken uppgick till 5.214 personer, se avsnittet Stängda parker. Arbetsutskottet träffades PNAU 2031-02-12.

Kostnad per område, tkr

                         Budget    Utfall  Avvikelse
Stigar                  -97.450   -98.200       -750
Dammar                 -196.300  -268.900    -72.600
Summa                  -293.750  -367.100    -73.350
";
    let reading = reading("a.txt", text);
    let table = all(&reading, "tables")[0];
    assert_eq!(table["rows"][1]["values"], serde_json::json!(["-196300", "-268900", "-72600"]));
    assert_eq!(all(&reading, "figures")[0]["value"], "5214");
    assert!(all(&reading, "references").iter().all(|reference| reference["to"] != "case"));
}

#[test]
fn an_item_that_starts_and_aims_is_an_indicator_anywhere() {
    let text = "\
# Delårsrapport 2031

Parknämnden

## Måluppfyllelse

### Mål 3 – Parkerna ska vara öppna

#### Lån i parkerna

- Lånade krattor: 77 procent. Utgångsvärde 79 procent, mål 82 procent.
- Två bodar har öppnats.
";
    let reading = reading("a.md", text);
    let indicators = all(goals(&reading)[0], "indicators");
    assert_eq!(indicators.len(), 1);
    assert_eq!((&indicators[0]["baseline"], &indicators[0]["target"]), (&"79".into(), &"82".into()));
}

#[test]
fn heads_of_facing_pages_and_the_last_line_of_the_contents_are_known() {
    let head = |page: usize| match page % 2 {
        0 => format!("{page}  Parkstads kommun | Årsredovisning 2031"),
        _ => format!("Årsredovisning 2031 | Parkstads kommun  {page}"),
    };
    let mut text = String::from("Årsredovisning 2031\nParkstads kommun\n\nInnehåll\n");
    let titles = ["Inledning", "Stigarna", "Dammarna", "Broarna", "Bänkarna"];
    for (at, title) in titles.iter().enumerate() {
        text += &format!("{title} ........................... {}\n", at + 1);
    }
    for (at, title) in titles.iter().enumerate() {
        let sentence = "Kommunen sköter det som finns och bygger nytt när det finns pengar till det.\n";
        text += &format!("{title}\n\n{}\n{}\n", sentence.repeat(13), head(at + 2));
    }
    let reading = reading("a.txt", &text);
    assert_eq!(texts(&all(&reading, "sections"), "heading"), titles);
    assert!(!reading["sections"].to_string().contains("Parkstads kommun |"));
}
