//! What stands outside goals or without a heading of its own: indicators in prose and in annexes,
//! priorities in lists and short paragraphs, assessments side by side, whom a goal is directed to.
#![allow(clippy::unwrap_used)]

mod shown;
#[allow(dead_code)]
mod support;

use serde_json::Value;
use shown::{all, goals, reading, texts};

/// Section, baseline, target of every indicator in a list.
fn values(list: &[&Value]) -> Vec<(String, String, String)> {
    let word = |it: &Value, key: &str| it[key].as_str().unwrap_or_default().to_owned();
    list.iter().map(|it| (word(it, "section"), word(it, "baseline"), word(it, "target"))).collect()
}

fn value(section: &str, baseline: &str, target: &str) -> (String, String, String) {
    (section.to_owned(), baseline.to_owned(), target.to_owned())
}

#[test]
fn indicators_outside_goals_have_a_list_of_their_own() {
    let text = "\
# Nämndsbudget 2031

Parknämnden

# Sammanfattning

Andelen nöjda gäster ska öka från 64 till 74 procent till 2032.

# Personal

Sjukfrånvaron ska minska från 6,4 procent till högst 6,0 procent. Frånvaron har varit låg.

Andelen heltid ska vara minst 80 procent (år 2029: 71).

| Nyckeltal | 2029 | 2030 |
|---|---|---|
| Antal anställda | 84 | 82 |

# Bilaga 1 Indikatorer

Antal besök i parkerna: utfall 2029 12 400, målvärde 2031 14 000.

Andel klippta ytor. Utgångsläge 80 procent, mål 95 procent.

| Indikator | Utfall 2029 | Mål 2031 |
|---|---|---|
| Antal träd | 12 | 14 |
";
    let reading = reading("a.md", text);
    let found = all(&reading, "indicators");
    assert_eq!(
        values(&found),
        [
            value("Personal", "6.4", "6.0"),
            value("Personal", "71", "80"),
            value("Bilaga 1 Indikatorer", "12400", "14000"),
            value("Bilaga 1 Indikatorer", "80", "95"),
            value("Bilaga 1 Indikatorer", "12", "14"),
        ]
    );
    assert!(found[1]["due"].is_null(), "the day of an earlier value is no due day");
}

#[test]
fn a_report_tells_what_was_aimed_at() {
    let text = "\
# Delårsrapport 2031

Parknämnden

# Uppföljning av kommunfullmäktiges mål

## Målområde - Trygghet

### Kommunfullmäktigemål - Parkerna är trygga

#### Uppföljning av arbetet

##### Lampor

Antalet trasiga lampor är 23 till och med augusti. Målvärdet för helåret är 30 och utfallet 2030 var 26. Nio lampor har bytts.

Andelen gångar med rutin är 31 procent, målvärdet är 90 procent. Antalet möten ökade till 12.
";
    let reading = reading("a.md", text);
    let goals = goals(&reading);
    assert_eq!(values(&all(goals[0], "indicators")), [value("", "26", "30"), value("", "", "90")]);
}

#[test]
fn a_sentence_may_list_several_indicators() {
    let text = "\
# Nämndsbudget 2031

Parknämnden

# Kommunfullmäktiges mål

## Målområde - Trygghet

### Kommunfullmäktigemål - Parkerna är trygga

#### Uppföljning av målet

Nämnden följer målet med tre indikatorer. Antalet skador ska minska från 1 210 hösten 2030 till högst 1 160 hösten 2031.

Följande indikatorer används: antal besök per invånare (5,8 år 2030; mål 6,2) samt andel nöjda, där målvärdet är 90 procent.
";
    let reading = reading("a.md", text);
    let goals = goals(&reading);
    let found = all(goals[0], "indicators");
    assert_eq!(values(&found), [value("", "1210", "1160"), value("", "5.8", "6.2"), value("", "", "90")]);
    assert_eq!(found[2]["text"], "andel nöjda, där målvärdet är 90 procent");
}

#[test]
fn items_and_short_paragraphs_are_priorities_where_none_has_a_heading() {
    let text = "\
Nämndsbudget 2031
Parknämnden

Nämndens prioriteringar

Nämnden prioriterar under året:

• Trygga parker
• Renare torg: fler korgar ställs ut
• Fler träd

Särskilda satsningar 2031

Nya lekplatser i norr för 2 mkr.

Fler parkvärdar. Värdarna finns på plats kvällar och helger.

Ekonomi

Nämnden har 12 mkr.
";
    let reading = reading("a.txt", text);
    let found = all(&reading, "priorities");
    assert_eq!(
        texts(&found, "heading"),
        ["Trygga parker", "Renare torg", "Fler träd", "Nya lekplatser i norr för 2 mkr", "Fler parkvärdar"]
    );
    assert_eq!(found[1]["text"], "fler korgar ställs ut");
}

#[test]
fn a_list_above_headed_priorities_is_none_itself() {
    let text = "# Nämndsbudget 2031\n\nParknämnden\n\n# Prioriteringar\n\nNämnden utgår från:\n\n- budgeten\n- reglementet\n\n## Trygga parker\n\nLampor sätts upp.\n";
    let reading = reading("a.md", text);
    assert_eq!(texts(&all(&reading, "priorities"), "heading"), ["Trygga parker"]);
}

#[test]
fn two_assessments_may_stand_in_one_line() {
    let text = "\
Delårsrapport 2031
Parknämnden

Uppföljning av kommunfullmäktiges mål

Målområde - Trygghet

Kommunfullmäktigemål - Parkerna är trygga

Nämnden har byggt.

Bedömning perioden: På väg. Bedömning mandatperioden: Delvis på väg.

Kommunfullmäktigemål - Träden ska bli fler

Nämnden har planterat.

Bedömning för perioden: på väg    Bedömning för mandatperioden: inte på väg

Kommunfullmäktigemål - Dammarna ska bli renare

Bedömning januari–augusti 2031
Nämndens bedömning: Arbetet går inte enligt plan under perioden.

Bedömning för mandatperioden
Arbetet går delvis enligt plan.
";
    let reading = reading("a.txt", text);
    let status = |goal: &Value| {
        ["period", "term"].map(|it| goal["assessment"][it]["status"].as_str().unwrap_or_default().to_owned())
    };
    let found: Vec<[String; 2]> = goals(&reading).into_iter().map(status).collect();
    assert_eq!(
        found,
        [["on_track", "partly_on_track"], ["on_track", "off_track"], ["off_track", "partly_on_track"]]
    );
}

#[test]
fn a_goal_ends_where_it_says_whom_it_is_directed_to() {
    let text = "\
Kommunbudget 2031

Vikby kommun

Mål och budget

Målområde: Trygghet
I Vikby ska alla kunna känna sig trygga. Arbetet med trygghet är långsiktigt och
omfattar alla nämnder som på något sätt har med barn och unga att göra.

Mål 1: Vikby ska vara en kommun där alla barn och unga växer upp med goda och jämlika villkor
Riktat till: samtliga nämnder och helägda bolag

Målet innebär att skolan och socialtjänsten arbetar tillsammans för de barn som har
det svårast, och att fler får hjälp i tid.
";
    let reading = reading("a.txt", text);
    let name = "Vikby ska vara en kommun där alla barn och unga växer upp med goda och jämlika villkor";
    assert_eq!(texts(&goals(&reading), "name"), [name]);
}

#[test]
fn names_with_titles_and_lines_with_leaders_are_no_headings() {
    let text = "\
Delårsrapport 2031
Parknämnden

Sammanfattning

Under året har nämnden arbetat med parkerna.

Anna Lind
Förvaltningschef

Ordförande

Karin Ek

Källa: parkernas egen räkning

Ekonomi

Kostnaderna följer budget.

Översikt över parkerna ...................... 9
";
    let reading = reading("a.txt", text);
    assert_eq!(texts(&all(&reading, "sections"), "heading"), ["Sammanfattning", "Ekonomi"]);
}

#[test]
fn what_the_contents_list_beside_goals_stands_outside_them() {
    let text = "\
Årsanalys 2031

Parknämnden

Innehåll

Uppföljning av kommunfullmäktiges mål .... 2
Kommunfullmäktigemål - Parkerna är trygga .... 2
Lekande barn .... 3

Uppföljning av kommunfullmäktiges mål

Kommunfullmäktigemål - Parkerna är trygga

Genomfört under året

Lampor har satts upp.

Lekande barn

Barnen leker mer än förr.

Personal

Frånvaron är låg.
";
    let reading = reading("a.txt", text);
    let outside = texts(&all(&reading, "sections"), "heading");
    assert_eq!(outside, ["Uppföljning av kommunfullmäktiges mål", "Lekande barn", "Personal"]);
}

#[test]
fn a_letterhead_tells_a_cases_number_and_consultees_may_stand_in_columns() {
    let text = "\
Ekby kommun                                        Tjänsteskrivelse
Parkförvaltningen                                  1 (2)

Datum                 Ärendenummer                  Handläggande enhet
2031-11-11            PRK-2031-1187                 Plan och park

Förslag till parkplan för norra Ekby 2032–2036;
beslut om remiss

Förslag till beslut

Parknämnden föreslås besluta

1. Parknämnden skickar planen på remiss.
2. Svaren ska ha kommit in senast den 27 februari 2032.

Remissinstanser

Förslaget skickas till följande nämnder och bolag:

   Kommunstyrelsen                     Skolnämnden
   Tekniska nämnden                    Ekby Bostads AB

Biblioteket får förslaget för kännedom och kan lämna synpunkter om det vill.

Remissfrågor

Fråga 1  Hur påverkas er verksamhet, och vilka kostnader ser ni?

Fråga 2  Vilket förslag förordar ni?

Beslutet skickas till

Remissinstanserna enligt ovan
";
    let reading = reading("a.txt", text);
    let case = &reading["case"];
    assert_eq!(case["number"], "PRK-2031-1187");
    assert_eq!(case["title"], "Förslag till parkplan för norra Ekby 2032–2036; beslut om remiss");
    let list =
        |key: &str| all(case, key).iter().map(|it| it.as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(list("consultees"), ["Kommunstyrelsen", "Skolnämnden", "Tekniska nämnden", "Ekby Bostads AB"]);
    let questions =
        ["Hur påverkas er verksamhet, och vilka kostnader ser ni?", "Vilket förslag förordar ni?"];
    assert_eq!(list("questions"), questions);
    assert_eq!(reading["body"]["name"], "Parknämnden");
}
