//! What rows tell of goals beside status and indicators, and what stands in bold before its text.
#![allow(clippy::unwrap_used)]

use uppsikt_domain::assessment::Horizon;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::section::SectionKind;
use uppsikt_formats::{Extract, Format, Line};
use uppsikt_reading::{HouseStyle, read, read_extracted};

fn understood(text: &str) -> Document {
    read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap()
}

/// Names of goals, their links and the kinds of their parts.
fn goals(document: &Document) -> Vec<(String, Vec<u8>, Vec<SectionKind>)> {
    let all = document.goal_areas().into_iter().flat_map(|area| area.goals);
    all.map(|goal| {
        let parts = goal.section.sections.iter().map(|part| part.kind).collect();
        (goal.name().to_owned(), goal.agenda().map(|link| link.number).collect(), parts)
    })
    .collect()
}

const ROWS: &str = "# Årsanalys 2031, Parknämnden

## Målområde – En grön stad

| Mål | Vad nämnden har gjort | Resultat och analys | Bedömning 2031 | Mandatperioden |
| --- | --- | --- | --- | --- |
| Fler ska kunna bada Globala mål: 3, 14 | Två bryggor byggdes vid ån. | Fler badade än året före. | I hög grad | I viss grad |
| Alla ska nå en park (Länk till Agenda 2030: 11 Hållbara städer och samhällen) | Stigar röjdes. | Skötseln hann inte med. | I viss grad | I viss grad |
";

#[test]
fn a_row_tells_links_and_parts_of_its_goal() {
    use SectionKind::{AssessmentPeriod, AssessmentTerm, Report};
    let parts = vec![Report, Report, AssessmentPeriod, AssessmentTerm];
    let bath = ("Fler ska kunna bada".to_owned(), vec![3, 14], parts.clone());
    let park = ("Alla ska nå en park".to_owned(), vec![11], parts);
    let document = understood(ROWS);
    assert_eq!(goals(&document), [bath, park]);
    let area = &document.goal_areas()[0];
    assert_eq!(area.goals[0].section.sections[1].own_text(), "Fler badade än året före.");
}

#[test]
fn links_may_have_a_column_of_their_own() {
    let text = ROWS.replace("Vad nämnden har gjort", "Globala mål");
    let text = text.replace("Två bryggor byggdes vid ån.", "6 och 13").replace(" Globala mål: 3, 14", "");
    assert_eq!(goals(&understood(&text))[0].1, [6, 13]);
}

#[test]
fn a_name_with_a_colon_keeps_what_is_no_link() {
    let text = ROWS.replace("bada Globala mål: 3, 14", "bada: i sjöar och dammar");
    let (name, links, _) = goals(&understood(&text)).swap_remove(0);
    assert_eq!((name.as_str(), links.len()), ("Fler ska kunna bada: i sjöar och dammar", 0));
}

#[test]
fn a_row_alone_with_a_status_and_links_is_no_table() {
    let text = "# Delårsrapport 2031, Parknämnden\n\n## Kommunfullmäktigemål – Fler träd\n\n| Målet nås | Globala mål: 13 Bekämpa klimatförändringarna, 15 Ekosystem och biologisk mångfald |\n| --- | --- |\n\nAlar planterades vid ån.\n";
    let document = understood(text);
    assert!(document.tables().is_empty());
    let (_, links, parts) = goals(&document).swap_remove(0);
    assert_eq!((links, parts), (vec![13, 15], vec![SectionKind::AssessmentPeriod]));
}

#[test]
fn a_part_of_a_goal_may_have_its_heading_in_bold_before_its_text() {
    let text = "# Nämndsbudget 2031, Parknämnden\n\n## Kommunfullmäktigemål – Fler träd\n\n**Planering för 2031.** Alar planteras vid ån.\n\n**Alar är träd.** De växer fort.\n";
    let document = understood(text);
    let (_, _, parts) = goals(&document).swap_remove(0);
    assert_eq!(parts, [SectionKind::YearPlan]);
    let area = &document.goal_areas()[0];
    assert!(area.goals[0].section.sections[0].own_text().starts_with("Alar planteras"));
}

#[test]
fn a_head_over_where_it_starts_and_what_is_aimed_at_says_nothing_itself() {
    let text = "# Nämndsbudget 2031, Parknämnden\n\n## Kommunfullmäktigemål – Fler träd\n\n| Mått | Värde Utgångsläge 2029 | Värde Målvärde 2031 |\n| --- | --- | --- |\n| Andel friska träd, procent | 74 | 80 |\n";
    let document = understood(text);
    let area = &document.goal_areas()[0];
    let indicator = area.goals[0].indicators().next().unwrap();
    assert_eq!((indicator.baseline.as_deref(), indicator.target.as_deref()), (Some("74"), Some("80")));
}

#[test]
fn a_comment_that_says_how_an_order_comes_back_is_read_where_no_column_does() {
    let text = "# Delårsrapport 2031, Storby kommun\n\n## Uppdrag\n\n| Uppdrag | Ansvarig | Status | Kommentar |\n| --- | --- | --- | --- |\n| Gräv en damm vid ån | Parknämnden | Pågår | Redovisas i årsredovisningen. |\n| Plantera alar | Parknämnden | Klart | Redovisat för alla. |\n";
    let told = uppsikt_reading::json::reading_json(&understood(text));
    let how = |at: usize| told["goal_areas"][0]["assignments"][at]["report_back"]["how"].clone();
    assert_eq!((how(0), how(1)), ("annual_analysis".into(), "not_stated".into()));
}

#[test]
fn a_running_head_that_ends_in_a_page_number_tells_the_title() {
    let page = |page: u32| {
        format!(
            "Storby kommun · Parknämnden · Årsanalys 2031 {page}\n\n{}",
            "Gräset växer på ängen.\n\n".repeat(8)
        )
    };
    let text = format!("Det här har hänt\n\n{}", (2..6).map(page).collect::<String>());
    let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
    assert_eq!((document.kind, document.year), (DocumentKind::AnnualAnalysis, Some(2031)));
    assert_eq!(document.body.unwrap().text, "Parknämnden");
}

#[test]
fn running_heads_that_the_file_marks_may_stand_close_and_one_may_be_unmarked() {
    let mut lines = Vec::new();
    for (page, apart) in [(2, 9), (3, 9), (4, 1), (5, 9), (6, 9)] {
        let text = |text: String, is_running: bool| Line {
            text,
            page: Some(page),
            number: 1,
            is_running,
            ..Line::default()
        };
        (0..apart).for_each(|_| {
            lines.extend([text("Gräset växer.".to_owned(), false), text(String::new(), false)])
        });
        lines.push(text(format!("Parknämnden | Årsanalys 2031 {page}"), page != 6));
        lines.push(text(String::new(), false));
    }
    let extract = Extract { pages: Some(6), lines, ..Extract::default() };
    let document =
        read_extracted("a.pdf", b"%PDF-", Format::Pdf, Ok(extract), &HouseStyle::standard()).unwrap();
    assert_eq!((document.kind, document.year), (DocumentKind::AnnualAnalysis, Some(2031)));
}

#[test]
fn words_for_assessments_and_statuses_by_turns_in_a_row_assess_the_goal() {
    let text = "# Delårsrapport 2031, Parknämnden

## Målområde: En grön stad

### Mål 1 – Alla ska nå en park

#### Uppföljning

Stigar röjdes.

| Bedömning för perioden | \u{25cf} Inte enligt plan | Bedömning för mandatperioden | \u{25cf} Delvis enligt plan |
| --- | --- | --- | --- |
";
    let document = understood(text);
    let areas = document.goal_areas();
    let goal = &areas[0].goals[0];
    let wordings = [Horizon::Period, Horizon::Term].map(|it| goal.assessment(it).unwrap().wording.clone());
    assert_eq!(wordings, ["Inte enligt plan", "Delvis enligt plan"]);
}

#[test]
fn a_label_in_bold_before_the_links_is_no_part_of_them() {
    let text = "# Parkplan 2031\n\n## Målområde: En grön stad\n\n### Mål 1 – Alla ska nå en park\n\n\
                **Globala mål:** 6, 11\n\n#### Planering för 2031\n\nStigar röjs.\n";
    assert_eq!(goals(&understood(text))[0].1, [6, 11]);
}
