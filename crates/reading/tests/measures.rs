//! Goals of two tiers in areas, and measures in the forms that committees print them.
#![allow(clippy::unwrap_used)]

use uppsikt_domain::document::Document;
use uppsikt_domain::section::Section;
use uppsikt_reading::{HouseStyle, read};

const PLAN: &str = "Verksamhetsplan 2031

Vattennämnden

KF:s inriktningsmål 1: Vattnet räcker till alla

KF:s mål för verksamhetsområdet 1.1: Kranvattnet är gott

Nämndmål: Fler brunnar provtas

Arbetssätt

Proverna tas varje månad.

Nämndmål: Ledningarna håller tätt

Arbetssätt

Ledningarna lagas före vintern.

KF:s mål för verksamhetsområdet 1.2: Sjöarna är rena

Nämnden mäter siktdjupet.
";

fn goals(document: &Document) -> Vec<(String, Vec<String>)> {
    let areas = document.goal_areas();
    let name = |section: &Section| section.name.clone();
    let named = areas.iter().map(|area| {
        let goals = area.goals.iter().map(|goal| goal.name().to_owned()).collect();
        (area.section.map(name).unwrap_or_default(), goals)
    });
    named.collect()
}

#[test]
fn a_committees_goal_under_the_councils_is_no_goal_of_the_council() {
    let document = read("p.txt", PLAN.as_bytes(), &HouseStyle::standard()).unwrap();
    let names = vec!["Kranvattnet är gott".to_owned(), "Sjöarna är rena".to_owned()];
    assert_eq!(goals(&document), [("Vattnet räcker till alla".to_owned(), names)]);
    let areas = document.goal_areas();
    let inner: Vec<&str> = areas[0].goals[0].section.sections.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(inner, ["Fler brunnar provtas", "Ledningarna håller tätt"]);
}

#[test]
fn the_target_is_the_one_of_the_documents_year() {
    let text = "# Nämndsbudget 2031\n\nVattennämnden\n\n## Målområde - Vatten\n\n### Kommunfullmäktigemål - Kranvattnet är gott\n\nRiktas till: Alla nämnder\n\nIndikator: Nöjda hushåll, utgångsvärde 56, målvärde 60.\n\n#### Uppföljning av målet\n\n| Indikator | Utfall 2029 | Målvärde 2030 | Målvärde 2031 |\n|---|---|---|---|\n| Andel godkända prov, procent | 81 | 85 | 90 |\n";
    let document = read("p.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
    let areas = document.goal_areas();
    let values: Vec<(Option<&str>, Option<&str>)> =
        areas[0].goals[0].indicators().map(|it| (it.baseline.as_deref(), it.target.as_deref())).collect();
    assert_eq!(values, [(Some("56"), Some("60")), (Some("81"), Some("90"))]);
}

#[test]
fn a_hard_space_before_what_is_counted_is_a_space() {
    let text = "# Nämndsbudget 2031\n\nVattennämnden\n\n## Sammanfattning\n\nI staden bor 31\u{a0}400\u{a0}unga\u{a0}elever.\n";
    let document = read("p.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
    assert!(document.all_sections().iter().any(|section| section.name == "Sammanfattning"));
}
