//! A second, differently organised municipality: other words for area, goal, plan and
//! status, another scale, no goal areas, another statement. Read by a style file alone.
#![allow(clippy::unwrap_used)]

mod support;

use uppsikt_domain::assessment::{Horizon, Status};
use uppsikt_domain::assignment::ReportBackHow;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::section::SectionKind;
use uppsikt_domain::table::TableKind;
use uppsikt_reading::{HouseStyle, json::reading_json, read};

fn style() -> HouseStyle {
    HouseStyle::from_toml(include_str!("fixtures/second/style.toml")).unwrap()
}

fn plan() -> Document {
    read("plan.md", include_bytes!("fixtures/second/plan.md"), &style()).unwrap()
}

fn report() -> Document {
    read("report.txt", include_bytes!("fixtures/second/report.txt"), &style()).unwrap()
}

#[test]
fn both_documents_are_sound() {
    support::assert_sound(&plan());
    support::assert_sound(&report());
}

#[test]
fn a_committee_named_with_its_city_is_the_committee() {
    let text = "# Delårsrapport 2031\n\n**Vatten- och parknämnden, Storby kommun**\n\n## Sammanfattning\n\nÅret är bra.\n";
    let document = read("r.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
    assert_eq!(document.kind, DocumentKind::InterimReport);
    assert_eq!(document.body.unwrap().text, "Vatten- och parknämnden");
}

#[test]
fn kind_body_and_year_follow_the_styles_own_titles() {
    let head =
        |document: &Document| (document.kind, document.body.clone().unwrap().text, document.year.unwrap());
    let body = "Utskottet för lärande".to_owned();
    assert_eq!(head(&plan()), (DocumentKind::CommitteeBudget, body.clone(), 2031));
    assert_eq!(head(&report()), (DocumentKind::InterimReport, body, 2031));
}

#[test]
fn goals_without_areas_stand_in_one_nameless_area() {
    let plan = plan();
    let areas = plan.goal_areas();
    assert_eq!(areas.len(), 1);
    assert!(areas[0].section.is_none());
    let names: Vec<&str> = areas[0].goals.iter().map(|goal| goal.name()).collect();
    assert_eq!(
        names,
        [
            "Alla barn kan simma när de slutar skolan",
            "Den som vill lära sig ett yrke får börja inom ett halvår"
        ]
    );
    let links: Vec<u8> = areas[0].goals[0].agenda().map(|link| link.number).collect();
    assert_eq!(links, [3, 4]);
    let parts: Vec<SectionKind> = areas[0].goals[0].parts().map(|part| part.kind).collect();
    assert_eq!(parts, [SectionKind::TermPlan, SectionKind::YearPlan, SectionKind::FollowUp]);
}

#[test]
fn another_scale_maps_to_the_common_one_with_its_own_words_kept() {
    let report = report();
    let read = |goal: usize, horizon: Horizon| {
        let goals = report.goals();
        let assessment = goals[goal].assessment(horizon).unwrap();
        (assessment.status, assessment.wording.clone())
    };
    assert_eq!(read(0, Horizon::Period), (Status::OnTrack, "Som det ska".to_owned()));
    assert_eq!(read(0, Horizon::Term), (Status::PartlyOnTrack, "lite efter".to_owned()));
    assert_eq!(read(1, Horizon::Period), (Status::OffTrack, "Långt efter".to_owned()));
    assert_eq!(read(1, Horizon::Term).0, Status::NotStated);
}

#[test]
fn another_statement_is_known_by_its_own_lines() {
    for document in [plan(), report()] {
        let tables = document.tables();
        let (_, table) = tables.iter().find(|(_, table)| table.kind == TableKind::Statement).unwrap();
        let keys: Vec<&str> = table.rows.iter().filter_map(|row| row.line.as_deref()).collect();
        assert_eq!(keys, ["fees", "cost", "tax_money", "left_over"]);
    }
}

#[test]
fn an_assignment_may_tell_who_leads_in_a_list() {
    let plan = plan();
    let assignment = plan.assignments()[0];
    assert_eq!(assignment.text, "Räkna vad skolvägarna kostar");
    assert_eq!(assignment.lead.as_deref(), Some("Utskottet för vägar"));
    let back = &assignment.report_back;
    assert_eq!((back.how, back.year), (ReportBackHow::InterimReport, Some(2031)));
}

#[test]
fn the_common_style_alone_does_not_know_these_goals() {
    let document =
        read("plan.md", include_bytes!("fixtures/second/plan.md"), &HouseStyle::standard()).unwrap();
    assert!(document.goals().iter().all(|goal| !goal.name().contains("yrke")));
}

/// The JSON of both documents, whole. `UPPSIKT_GOLDEN=write` writes it anew: read it then.
#[test]
fn the_json_is_as_agreed() {
    for (name, document) in [("plan", plan()), ("report", report())] {
        let path = format!("{}/tests/golden/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let now = format!("{}\n", serde_json::to_string_pretty(&reading_json(&document)).unwrap());
        if std::env::var_os("UPPSIKT_GOLDEN").is_some() {
            std::fs::write(&path, &now).unwrap();
        }
        assert_eq!(now, std::fs::read_to_string(&path).unwrap(), "{path}");
    }
}
