//! Titles on several lines, headings that ask, pieces of pages, orders in plain sentences and numbered areas.
#![allow(clippy::unwrap_used)]

mod shown;
#[allow(dead_code)]
mod support;

use serde_json::Value;
use shown::{all, goals, reading, texts};
use uppsikt_reading::{HouseStyle, json, proposals, read};

fn sections(reading: &Value) -> Vec<(String, String)> {
    let of = |it: &Value, key: &str| it[key].as_str().unwrap_or_default().to_owned();
    all(reading, "sections").iter().map(|it| (of(it, "kind"), of(it, "heading"))).collect()
}

#[test]
fn a_piece_of_a_page_is_read_as_a_page() {
    for (open, close) in [("", ""), ("<div class=a>\n", "</div>"), ("<style>p { color: red }</style>\n", "")]
    {
        let text = format!(
            "{open}<h1>Nämndsbudget 2031</h1>\n<p>Parknämnden</p>\n<h2>Sammanfattning</h2>\n<p>Fler bänkar.</p>\n\
             <table><tr><th>Tkr</th><th>Budget 2031</th></tr><tr><td>Bänkar</td><td>70</td></tr></table>{close}\n"
        );
        let reading = reading("del.html", &text);
        assert_eq!(
            (&reading["source"]["media_type"], &reading["kind"]),
            (&"text/html".into(), &"committee_budget".into())
        );
        assert_eq!(reading["tables"][0]["rows"][0]["values"][0], "70");
        assert_eq!(reading["body"]["name"], "Parknämnden");
    }
}

#[test]
fn a_title_may_go_on_in_the_next_lines() {
    for (text, kind, title) in [
        (
            "Delårsrapport januari till\njuli 2031\nParknämnden\n\nSammanfattning\nVåren var torr.\n",
            "interim_report",
            "Delårsrapport januari till juli 2031",
        ),
        (
            "Årsanalys\n2031\n\nParknämnden\n\nSammanfattning\nVåren var torr.\n",
            "annual_analysis",
            "Årsanalys 2031",
        ),
        (
            "Delårsrapport mars\n\n2031\n\nParknämnden\n\nSammanfattning\nVåren var torr.\n",
            "interim_report",
            "Delårsrapport mars 2031",
        ),
        (
            "Delårsrapport\nför januari–juli\n2031\n\nParknämnden\n\nSammanfattning\nVåren var torr.\n",
            "interim_report",
            "Delårsrapport för januari–juli 2031",
        ),
    ] {
        let reading = reading("a.txt", text);
        assert_eq!(
            (&reading["kind"], &reading["year"], &reading["title"]),
            (&kind.into(), &2031.into(), &title.into()),
            "{text}"
        );
        assert_eq!(reading["body"]["name"], "Parknämnden", "{text}");
        assert_eq!(sections(&reading), [("summary".to_owned(), "Sammanfattning".to_owned())], "{text}");
    }
    let told = reading(
        "a.txt",
        "Delårsrapport från nämnden\nParken hade 2031 gäster 2031\n\nSammanfattning\nText.\n",
    );
    assert_ne!(told["title"], "Delårsrapport från nämnden Parken hade 2031 gäster 2031");
}

const ASKING: &str = "\
Delårsrapport 2031
Parknämnden

Måluppfyllelse

Mål: Fler träd i staden
Status: På väg

Vad blev det av planen?
Hundra lindar planterades längs ån under våren, och fler kommer i höst.

Hur gick det?
Träden växer, men tre av dem har dött av torkan under sommaren.
";

#[test]
fn a_question_above_its_answer_is_a_heading() {
    let reading = reading("a.txt", ASKING);
    let goal = goals(&reading)[0];
    let parts: Vec<(&str, &str)> = goal["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["kind"].as_str().unwrap(), it["heading"].as_str().unwrap()))
        .collect();
    assert!(parts.contains(&("other", "Vad blev det av planen?")), "{parts:?}");
    assert!(parts.contains(&("report", "Hur gick det?")), "{parts:?}");
    assert!(!goal["assessment"].to_string().contains("lindar"));
}

#[test]
fn a_style_may_name_a_heading_that_asks() {
    let standard = HouseStyle::standard();
    let proposed = proposals(&read("a.txt", ASKING.as_bytes(), &standard).unwrap(), &standard);
    assert!(
        proposed.iter().any(|it| it.words == "Vad blev det av planen?" && it.toml.contains("report")),
        "{proposed:?}"
    );
    for word in ["Vad blev det av planen?", "Vad blev det av *?"] {
        let style =
            HouseStyle::from_toml(&format!("name = \"Vi\"\n[headings]\nreport = [\"{word}\"]\n")).unwrap();
        for (name, text) in [
            ("a.txt", ASKING.to_owned()),
            ("a.md", ASKING.replace("Vad blev", "#### Vad blev").replace("Mål: ", "### Mål: ")),
        ] {
            let document = read(name, text.as_bytes(), &style).unwrap();
            let told = json::reading_json(&document);
            let parts = goals(&told)[0]["sections"].as_array().unwrap().clone();
            assert!(
                parts.iter().any(|it| it["kind"] == "report" && it["heading"] == "Vad blev det av planen?"),
                "{name} {word} {parts:?}"
            );
            assert!(proposals(&document, &style).iter().all(|it| !it.words.contains("planen?")));
        }
    }
}

#[test]
fn a_numbered_area_right_below_links_opens_an_area() {
    let text = "\
Mål och budget 2031
Kommunfullmäktige

1 Kommunfullmäktiges mål
1.1 Målområde: Öppna parker
Mål 1. Alla ska hitta en bänk
Koppling till Agenda 2030: 11 Hållbara städer och samhällen
1.2 Målområde: Rena dammar
Mål 2. Alla dammar ska vara rena år 2036
";
    let reading = reading("a.txt", text);
    let areas = all(&reading, "goal_areas");
    assert_eq!(texts(&areas, "name"), ["Öppna parker", "Rena dammar"]);
    assert_eq!(areas.iter().map(|area| all(area, "goals").len()).collect::<Vec<_>>(), [1, 1]);
    let links: Vec<usize> = goals(&reading).iter().map(|goal| all(goal, "agenda_2030").len()).collect();
    assert_eq!(links, [1, 0]);
    assert!(sections(&reading).iter().all(|(_, heading)| heading != "Kommunfullmäktige"));
}

fn assignments(reading: &Value) -> Vec<&Value> {
    all(reading, "goal_areas").into_iter().flat_map(|area| all(area, "assignments")).collect()
}

#[test]
fn orders_in_sentences_under_their_heading_are_each_one() {
    let text = "\
Mål och budget 2031
Kommunfullmäktige

1 Kommunfullmäktiges mål
Målområde: Rena dammar
Mål 1. Alla dammar ska vara rena år 2036

2 Uppdrag
Parknämnden får i uppdrag att tillsammans med vattennämnden ta fram en karta över alla
stadens dammar. Uppdraget återrapporteras i årsanalysen 2031.
Kommunstyrelsen får i uppdrag att pröva en gemensam båt för kommunens alla nämnder.
Skolnämnden får i uppdrag att bygga en brygga.
";
    let reading = reading("a.txt", text);
    let orders = assignments(&reading);
    let leads: Vec<&str> = orders.iter().map(|it| it["lead"]["name"].as_str().unwrap()).collect();
    assert_eq!(leads, ["Parknämnden", "Kommunstyrelsen", "Skolnämnden"]);
    assert_eq!(
        orders[0]["text"],
        "Parknämnden får i uppdrag att tillsammans med vattennämnden ta fram en karta över alla stadens dammar"
    );
    assert_eq!(
        (&orders[0]["report_back"]["how"], &orders[0]["report_back"]["year"]),
        (&"annual_analysis".into(), &2031.into())
    );
    assert_eq!(orders[1]["report_back"]["how"], "not_stated");
    assert!(sections(&reading).iter().any(|(_, heading)| heading == "2 Uppdrag"), "{:?}", sections(&reading));
}

#[test]
fn the_mark_of_an_order_is_no_part_of_who_has_it() {
    let text = "\
# Nämndsbudget 2031

Parknämnden

## Mål

### Mål: Rena dammar

#### Uppdrag från kommunfullmäktige

Uppdrag: Parknämnden får i uppdrag att tillsammans med vattennämnden rita en karta. Återrapporteras i delårsrapporten 2031.
";
    let reading = reading("a.md", text);
    let orders = assignments(&reading);
    assert_eq!(orders.len(), 1);
    assert_eq!(orders[0]["lead"]["name"], "Parknämnden");
    assert_eq!(
        orders[0]["text"],
        "Parknämnden får i uppdrag att tillsammans med vattennämnden rita en karta"
    );
    assert_eq!(orders[0]["report_back"]["how"], "interim_report");
}

#[test]
fn what_the_title_page_says_of_the_adoption_is_kept() {
    for (name, text) in [
        (
            "a.txt",
            "Mål och budget 2031\nAntagen av kommunfullmäktige den 3 november 2030, § 61\n\n1 Förutsättningar\nStaden växer.\n",
        ),
        (
            "a.md",
            "# Nämndsbudget 2031\n\nParknämnden\n\nBeslutad 2030-11-03, § 61\n\n## Sammanfattning\n\nStaden växer.\n",
        ),
    ] {
        let reading = reading(name, text);
        let kept =
            all(&reading, "sections").into_iter().any(|it| it["text"].as_str().unwrap().contains("§ 61"));
        assert!(kept, "{reading:#}");
    }
}

#[test]
fn a_wording_is_kept_to_its_end() {
    let text = "Delårsrapport 2031\nParknämnden\n\nMåluppfyllelse\n\nMål: Fler träd i staden\nStatus: På väg att uppnås\n\nMål: Rena dammar\nBedömning av perioden\nMålet är i hög grad uppfyllt.\n";
    let reading = reading("a.txt", text);
    let wordings: Vec<&str> = goals(&reading)
        .iter()
        .map(|goal| goal["assessment"]["period"]["wording"].as_str().unwrap())
        .collect();
    assert_eq!(wordings, ["På väg att uppnås", "i hög grad uppfyllt"]);
}

#[test]
fn those_that_a_decision_is_to_be_sent_to_are_told() {
    let text = "Ny plan för parker\nPRK-2031-7\n\nFörslag till beslut\nParknämnden föreslås besluta\n\nParknämnden antar planen.\n\nBeslutet ska skickas till\nSkolnämnden\nPark AB\n";
    assert_eq!(reading("a.txt", text)["case"]["recipients"], serde_json::json!(["Skolnämnden", "Park AB"]));
}

#[test]
fn an_order_in_a_table_names_those_who_have_it() {
    let text = "# Delårsrapport 2031\n\nParknämnden\n\n## Uppdrag\n\n| Uppdrag | Läge |\n|---|---|\n| Parknämnden ska tillsammans med skolnämnden rita en karta över alla dammar | Pågår enligt plan |\n| Se över stigarna | Pågår enligt plan |\n";
    let reading = reading("a.md", text);
    let told = reading.to_string();
    let orders: Vec<&Value> = assignments(&reading);
    assert_eq!(orders[0]["lead"]["name"], "Parknämnden", "{told}");
    assert_eq!(all(orders[0], "assignees").len(), 2);
    assert!(all(orders[1], "assignees").is_empty());
}

#[test]
fn the_name_of_who_decides_is_no_heading_to_add() {
    let style = HouseStyle::standard();
    let text = "# Nämndsbudget 2031\n\nParknämnden\n\n## Sammanfattning\n\nÅret.\n\n## Kommunfullmäktige\n\nFullmäktige möts.\n\n## Skolnämnden\n\nNämnden möts.\n";
    let found = proposals(&read("a.md", text.as_bytes(), &style).unwrap(), &style);
    assert!(
        found.iter().all(|it| !["Kommunfullmäktige", "Skolnämnden"].contains(&it.words.as_str())),
        "{found:?}"
    );
}

#[test]
fn the_unit_alone_above_a_table_is_no_heading_and_no_caption() {
    let text = "Mål och budget 2031\nStorby kommun\n\n6 Driftsramar\nBelopp i tkr\nNämnd                 Budget 2030   Budget 2031\nParknämnden                12 400        13 100\nSkolnämnden               204 700       209 300\nSumma                     217 100       222 400\n";
    let reading = reading("a.txt", text);
    let table = &reading["tables"][0];
    assert_eq!((&table["caption"], &table["unit"]), (&"6 Driftsramar".into(), &"tkr".into()));
    assert!(sections(&reading).iter().all(|(_, heading)| heading != "Belopp i tkr"));
}

#[test]
fn rows_of_each_sex_are_one_indicator() {
    let text = "# Delårsrapport 2031\n\nParknämnden\n\n## Måluppfyllelse\n\n### Mål: Fler träd\n\n#### Indikatorer\n\n| Indikator | Utfall 2030 | Mål 2031 |\n|---|---|---|\n| Andel nöjda gäster, % |  |  |\n| kvinnor | 71 | 75 |\n| män | 68 | 75 |\n| Antal bänkar | 40 | 44 |\n";
    let told = reading("a.md", text);
    let goal = goals(&told)[0];
    let indicators = all(goal, "indicators");
    assert_eq!(texts(&indicators, "text"), ["Andel nöjda gäster, %", "Antal bänkar"]);
    assert_eq!((&indicators[0]["by_sex"], &indicators[1]["by_sex"]), (&true.into(), &false.into()));
    assert_eq!((&indicators[0]["target"], &indicators[0]["unit"]), (&"75".into(), &"procent".into()));
    let plain = "Delårsrapport 2031\nParknämnden\n\nMåluppfyllelse\n\nMål: Fler gäster i parkerna\nStatus: På väg\n\nIndikatorer\n\n\
        Indikator                     Utfall 2029   Utfall 2030   Mål 2031\n\
        Andel nöjda gäster, %\n  kvinnor                           71            72            75\n  \
        män                               68            69            75\n";
    let joined = text.replace("% |  |  |\n| kvinnor", "% kvinnor");
    for (name, text) in [("a.txt", plain), ("a.md", joined.as_str())] {
        let told = reading(name, text);
        let first = all(goals(&told)[0], "indicators").into_iter().next().cloned().unwrap();
        assert_eq!(
            (&first["text"], &first["by_sex"]),
            (&"Andel nöjda gäster, %".into(), &true.into()),
            "{told:#}"
        );
        assert_eq!(first["target"], "75");
    }
    let text = "# Delårsrapport 2031\n\nParknämnden\n\n## Måluppfyllelse\n\n| Mål | Indikator | Utfall 2030 | Mål 2031 |\n|---|---|---|---|\n| Fler träd | Andel nöjda gäster, % | 70 | 75 |\n|  | varav kvinnor | 71 | 75 |\n|  | varav män | 68 | 75 |\n| Rena dammar | Antal prov | 40 | 44 |\n";
    let told = reading("a.md", text);
    let indicators: Vec<&Value> = goals(&told).into_iter().flat_map(|goal| all(goal, "indicators")).collect();
    assert_eq!(texts(&indicators, "text"), ["Andel nöjda gäster, %", "Antal prov"], "{told:#}");
    assert_eq!(indicators[0]["by_sex"], true);
}

#[test]
fn an_indicator_from_a_public_source_is_a_key_figure() {
    let text = "# Nämndsbudget 2031\n\nParknämnden\n\n## Mål\n\n### Mål: Fler träd\n\n#### Indikatorer\n\n| Indikator | Utfall 2030 | Mål 2031 | Källa |\n|---|---|---|---|\n| Antal träd per invånare | 4 | 5 | Kolada N00000 |\n| Antal bänkar | 40 | 44 | Egen mätning |\n";
    let told = reading("a.md", text);
    let indicators = all(goals(&told)[0], "indicators");
    assert_eq!(texts(&indicators, "kind"), ["key_figure", "measure"]);
}
