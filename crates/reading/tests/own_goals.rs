//! Committees' own goals below those of the council, and goals that rows of a table assess.
#![allow(clippy::unwrap_used)]

mod shown;
#[allow(dead_code)]
mod support;

use serde_json::Value;
use shown::{all, goals, reading, texts};

const REPORT: &str = "\
# Delårsrapport 2 2031

Parknämnden

## Målområde En grön kommun

### Kommunfullmäktigemål: Alla har nära till en park

#### Nämndens mål: Fler barn leker ute

Status: Gul

Antalet barn i lekparken var 1 305 den 31 augusti, att jämföra med 1 410 året innan.

#### Nämndens mål: Bänkarna är hela

Status: Grön

Prognos mandatperioden: Målet beräknas nås i sin helhet

### Kommunfullmäktigemål: Vattnet är rent

Måluppfyllelse 2031: I hög grad

Måluppfyllelse mandatperiod: I viss grad
";

fn statuses(of: &Value) -> (Option<&str>, Option<&str>) {
    let status = |horizon: &str| of["assessment"][horizon]["status"].as_str();
    (status("period"), status("term"))
}

#[test]
fn a_committee_s_own_goals_keep_their_assessments_and_the_council_s_gets_none() {
    let reading = reading("a.md", REPORT);
    let goals = goals(&reading);
    assert_eq!(texts(&goals, "name"), ["Alla har nära till en park", "Vattnet är rent"]);
    assert_eq!(statuses(goals[0]), (None, None));
    assert_eq!(statuses(goals[1]), (Some("on_track"), Some("partly_on_track")));
    let own = all(goals[0], "own_goals");
    assert_eq!(texts(&own, "name"), ["Fler barn leker ute", "Bänkarna är hela"]);
    assert_eq!(statuses(own[0]), (Some("partly_on_track"), None));
    assert_eq!(statuses(own[1]), (Some("on_track"), Some("on_track")));
    assert!(all(goals[1], "own_goals").is_empty());
}

#[test]
fn what_is_claimed_of_an_own_goal_is_about_it() {
    let document =
        uppsikt_reading::read("a.md", REPORT.as_bytes(), &uppsikt_reading::HouseStyle::standard()).unwrap();
    let claims = uppsikt_domain::claim::claims_of(&document);
    let about = |subject: &str| {
        let own = claims.iter().filter(|claim| claim.subject.code() == subject);
        own.map(|claim| claim.about.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(about("assessment_period"), ["Fler barn leker ute", "Bänkarna är hela", "Vattnet är rent"]);
    assert_eq!(about("assessment_term"), ["Bänkarna är hela", "Vattnet är rent"]);
}

#[test]
fn parts_of_goals_without_mark_and_targets_of_the_global_goals_are_read() {
    let text = "\
# Verksamhetsplan och budget 2031 med plan 2032–2033

Parknämnden, Storby kommun

## Inriktningsmål 1: Alla har nära till en park

Agenda 2030: Målet bidrar till delmål 11.3, 11.7 och 15.1.

### Nämndmål 1.1: Fler leker ute

Planeringskommentar för mandatperioden

Nämnden behöver fler lekplatser.

Åtgärder 2031

- Bygga två lekplatser
- Laga alla gungor

## Inriktningsmål 2: Vattnet är rent

### Nämndmål 2.1: Dammarna rensas

Arbetet följer planen.
";
    let reading = reading("a.md", text);
    let areas = all(&reading, "goal_areas");
    assert_eq!(texts(&areas, "name"), ["Alla har nära till en park", "Vattnet är rent"]);
    let links: Vec<u64> =
        all(areas[0], "agenda_2030").iter().map(|link| link["number"].as_u64().unwrap()).collect();
    assert_eq!(links, [11, 15]);
    let goal = all(areas[0], "goals")[0];
    let parts = all(goal, "sections");
    assert_eq!(texts(&parts, "kind"), ["term_plan", "year_plan"]);
    assert_eq!(texts(&all(parts[1], "parts"), "text"), ["Bygga två lekplatser", "Laga alla gungor"]);
}

#[test]
fn goals_in_a_table_stand_beside_one_that_has_a_heading() {
    let table = "\
# Delårsrapport per den 31 augusti 2031

Parknämnden

## Måluppföljning

| Mål | Bedömning helår | Bedömning mandatperiod |
|---|---|---|
| Fler badar i dammarna | Delvis uppfyllt | Uppfylls |
| Parkerna är trygga på kvällen | Uppfyllt | Uppfylls |
| Bänkarna är hela | Ej uppfyllt | Uppfylls |

";
    let headed = "## Mål: Ekonomi i balans\n\nBedömning: Målet har inte uppnåtts fullt ut.\n";
    let reading = reading("a.md", &format!("{table}{headed}"));
    let goals = goals(&reading);
    assert_eq!(goals.len(), 4);
    let own = goals.iter().find(|goal| goal["name"] == "Ekonomi i balans").unwrap();
    assert_eq!(own["assessment"]["period"]["status"], "partly_on_track");
    let same = table.replace("Bänkarna är hela", "Ekonomi i balans");
    let reading = shown::reading("a.md", &format!("{same}{headed}"));
    assert_eq!(texts(&shown::goals(&reading), "name"), ["Ekonomi i balans"]);
}
