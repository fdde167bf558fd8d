//! A committee budget and an interim report in the common Swedish style, as text that has
//! fallen out of PDFs.
#![allow(clippy::unwrap_used)]

mod support;

use uppsikt_domain::assessment::{Horizon, Status};
use uppsikt_domain::assignment::{AssigneeRole, ReportBackHow};
use uppsikt_domain::block::Content;
use uppsikt_domain::document::{Document, DocumentKind, LineRole};
use uppsikt_domain::indicator::IndicatorKind;
use uppsikt_domain::section::SectionKind;
use uppsikt_domain::table::{ColumnKind, RowRole, TableKind};
use uppsikt_reading::{HouseStyle, explain, read};

const BUDGET: &str = include_str!("fixtures/first/budget.txt");
const INTERIM: &str = include_str!("fixtures/first/interim.txt");

fn document(name: &str, text: &str) -> Document {
    read(name, text.as_bytes(), &HouseStyle::standard()).unwrap()
}

fn names(document: &Document, kind: SectionKind) -> Vec<String> {
    let all = document.all_sections().into_iter();
    all.filter(|section| section.kind == kind).map(|section| section.name.clone()).collect()
}

#[test]
fn both_documents_are_sound() {
    support::assert_sound(&document("budget.txt", BUDGET));
    support::assert_sound(&document("interim.txt", INTERIM));
}

#[test]
fn kind_body_year_and_pages_come_from_running_heads_and_title_page() {
    let budget = document("budget.txt", BUDGET);
    assert_eq!((budget.kind, budget.year), (DocumentKind::CommitteeBudget, Some(2031)));
    assert_eq!(budget.body.as_ref().unwrap().text, "Park- och vattennämnden");
    let interim = document("interim.txt", INTERIM);
    assert_eq!((interim.kind, interim.year), (DocumentKind::InterimReport, Some(2031)));
    let heads = interim.lines.iter().filter(|line| line.role == LineRole::RunningHead).count();
    assert_eq!(heads, 1);
    let priorities =
        interim.lines.iter().find(|line| line.text.starts_with("Uppföljning av arbetet")).unwrap();
    assert_eq!(priorities.page, Some(3));
}

#[test]
fn the_contents_are_no_goals() {
    let budget = document("budget.txt", BUDGET);
    let entries: Vec<(&str, Option<u32>)> =
        budget.contents.iter().map(|entry| (entry.text.text.as_str(), entry.page)).collect();
    assert_eq!(entries.len(), 12);
    assert_eq!(entries[7], ("Kommunfullmäktigemål - Fler träd växer i stadens varmaste kvarter", Some(5)));
    assert_eq!(names(&budget, SectionKind::Goal), ["Fler träd växer i stadens varmaste kvarter"]);
    assert_eq!(names(&budget, SectionKind::GoalArea), ["En grön stad med vatten som går att bada i"]);
}

#[test]
fn a_contribution_has_its_parts_initiatives_links_and_indicators() {
    let budget = document("budget.txt", BUDGET);
    let goal = budget.goals()[0];
    let links: Vec<(u8, &str)> = goal.agenda().map(|link| (link.number, link.name.as_str())).collect();
    assert_eq!(links[0], (3, "God hälsa och välbefinnande"));
    assert_eq!(links.len(), 3);
    let parts: Vec<SectionKind> = goal.parts().map(|part| part.kind).collect();
    use SectionKind::*;
    assert_eq!(parts, [Other, TermPlan, TermChanges, YearPlan, FollowUp]);
    let wrapped = "Fyrahundra nya träd i Gamla stan och på Väster med hjälp av boende och skolor";
    assert_eq!(names(&budget, Initiative), [wrapped, "Skötsel som håller i torka"]);
    let indicators: Vec<_> = goal.indicators().collect();
    let kinds: Vec<IndicatorKind> = indicators.iter().map(|indicator| indicator.kind).collect();
    assert_eq!(kinds, [IndicatorKind::Measure, IndicatorKind::Measure, IndicatorKind::Qualitative]);
    assert_eq!(
        (indicators[1].baseline.as_deref(), indicators[1].target.as_deref()),
        (Some("61"), Some("70"))
    );
    assert_eq!(indicators[1].due.as_ref().unwrap().to.to_string(), "2031-12-31");
}

#[test]
fn an_assignment_over_three_lines_is_one_heading() {
    let budget = document("budget.txt", BUDGET);
    let assignment = budget.assignments()[0];
    assert!(assignment.text.ends_with("utreda hur skolgårdar kan få mer skugga"));
    assert_eq!(assignment.lead.as_deref(), Some("Park- och vattennämnden"));
    let roles: Vec<AssigneeRole> = assignment.assignees.iter().map(|assignee| assignee.role).collect();
    assert_eq!(roles, [AssigneeRole::Lead, AssigneeRole::Partner]);
    assert_eq!(assignment.report_back.how, ReportBackHow::SeparateCase);
    assert_eq!(assignment.report_back.year, Some(2031));
}

#[test]
fn words_wrapped_at_hyphens_are_joined_and_lists_go_on_over_empty_lines() {
    let budget = document("budget.txt", BUDGET);
    let text = budget.sections[0].full_text();
    assert!(
        text.contains("fritids- och kulturnämnden") && text.contains("fritidslokaler och båthus"),
        "{text}"
    );
    let duties = &budget.sections[1];
    let Content::List { items, .. } = &duties.blocks[1].content else { panic!("{:?}", duties.blocks) };
    assert_eq!(items[1].text, "pröva vattnet vid stadens bad och berätta för dem som badar hur det är");
}

#[test]
fn priorities_carry_their_expected_effect() {
    let budget = document("budget.txt", BUDGET);
    assert_eq!(
        names(&budget, SectionKind::Priority),
        ["Skugga där folk väntar", "Vatten som går att bada i"]
    );
    let priority =
        budget.all_sections().into_iter().find(|section| section.kind == SectionKind::Priority).unwrap();
    assert!(priority.expected_effect.as_ref().unwrap().text.contains("två grader"));
}

#[test]
fn the_statement_is_read_with_its_lines_gaps_and_sums() {
    let budget = document("budget.txt", BUDGET);
    let tables = budget.tables();
    let (_, statement) = tables.iter().find(|(_, table)| table.kind == TableKind::Statement).unwrap();
    assert!(statement.rows.iter().all(|row| row.line.is_some()));
    let financial = statement.line("financial_income").unwrap();
    let printed: Vec<Option<&str>> = financial.cells.iter().map(|cell| cell.printed.as_deref()).collect();
    assert_eq!(printed, [Some("12"), None, Some("-12")]);
    assert_eq!(statement.columns[0].kind, ColumnKind::Forecast { year: Some(2030) });
    assert_eq!(statement.figure("net_cost", 1).unwrap().mantissa, -84_600);
    assert_eq!(statement.line("total_income").unwrap().role, RowRole::Subtotal);
}

#[test]
fn labels_wrap_around_figures_and_keep_their_own_digits() {
    let budget = document("budget.txt", BUDGET);
    let tables = budget.tables();
    let (_, areas) = tables.iter().find(|(_, table)| table.kind == TableKind::BudgetAreas).unwrap();
    let labels: Vec<&str> = areas.rows.iter().map(|row| row.label.text.as_str()).collect();
    assert_eq!(labels[0], "Parker, alléer och lekplatser med den skötsel som hör till");
    assert_eq!(
        (labels[1], areas.rows[1].cells[0].printed.as_deref()),
        ("Sjöar och vattendrag i Agenda 2030", Some("28 150"))
    );
}

#[test]
fn each_contribution_is_assessed_for_the_period_and_the_term() {
    let interim = document("interim.txt", INTERIM);
    let statuses: Vec<(Status, Status)> = interim
        .goals()
        .iter()
        .map(|goal| {
            let status = |horizon| goal.assessment(horizon).unwrap().status;
            (status(Horizon::Period), status(Horizon::Term))
        })
        .collect();
    assert_eq!(statuses, [(Status::OnTrack, Status::OnTrack), (Status::PartlyOnTrack, Status::NotStated)]);
    let wording = &interim.goals()[1].assessment(Horizon::Period).unwrap().wording;
    assert_eq!(wording, "pågår delvis enligt plan");
}

#[test]
fn a_ledger_and_notes_beside_rows_are_read() {
    let interim = document("interim.txt", INTERIM);
    let tables = interim.tables();
    let kinds: Vec<TableKind> = tables.iter().map(|(_, table)| table.kind).collect();
    assert_eq!(kinds, [TableKind::Other, TableKind::Ledger, TableKind::BudgetAreas]);
    let ledger = tables[1].1;
    assert_eq!(ledger.rows[1].label.text, "PVN 2031 41 Båt för provtagning år 2031");
    assert_eq!(ledger.rows.last().unwrap().role, RowRole::Total);
    let areas = tables[2].1;
    assert_eq!(areas.rows[0].note.as_deref(), Some("Vatten och löner under torkan"));
    assert_eq!(areas.columns.last().unwrap().kind, ColumnKind::Note);
}

#[test]
fn every_line_says_what_took_it() {
    let budget = document("budget.txt", BUDGET);
    let explained = explain(&budget);
    assert_eq!(explained.len(), budget.lines.len());
    let silent: Vec<_> =
        explained.iter().filter(|line| line.role != LineRole::Blank && line.by.is_empty()).collect();
    assert!(silent.is_empty(), "{silent:?}");
    let goal = explained.iter().rfind(|line| line.text.starts_with("Kommunfullmäktigemål - ")).unwrap();
    assert_eq!((goal.role, goal.by), (LineRole::Heading, "Kommunfullmäktigemål - {name}"));
}

#[test]
fn line_ends_and_encodings_make_no_difference() {
    let plain = document("budget.txt", BUDGET);
    let windows = BUDGET.replace('\n', "\r\n");
    let latin: Vec<u8> = BUDGET
        .chars()
        .filter_map(|c| match c {
            '•' => Some(0x95),
            '–' => Some(0x96),
            c => u8::try_from(u32::from(c)).ok(),
        })
        .collect();
    let style = HouseStyle::standard();
    for bytes in [windows.as_bytes(), &latin, &[b"\xef\xbb\xbf", BUDGET.as_bytes()].concat()] {
        let other = read("budget.txt", bytes, &style).unwrap();
        assert_eq!(other.sections, plain.sections);
    }
}

#[test]
fn an_item_whose_mark_was_lost_is_no_heading_after_what_is_said_of_the_one_before() {
    let text = "Delårsrapport 2031\n\nParknämnden\n\nEkonomi\n\nNämnden redovisar ett överskott.\n\nUtfallet är fördelat enligt nedan:\n\n Intäkter 0,5 Mkr\n Löner 11,4 Mkr\n\nBeror främst på vakanta tjänster\n Övriga kostnader 10,4 Mkr\n\nDet finns en förskjutning av medel till senare delen av året.\n";
    let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
    let names: Vec<&str> = document.all_sections().iter().map(|section| section.name.as_str()).collect();
    assert_eq!(names, ["Ekonomi"]);
}
