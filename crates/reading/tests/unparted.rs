//! Text as it falls out of PDFs: headings, links and assessments without an empty line before them.
#![allow(clippy::unwrap_used)]

use uppsikt_domain::assessment::Status;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::section::SectionKind;
use uppsikt_reading::{HouseStyle, read};

fn understood(text: &str) -> Document {
    read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap()
}

fn sections(document: &Document) -> Vec<(SectionKind, &str)> {
    document.all_sections().into_iter().map(|it| (it.kind, it.name.as_str())).collect()
}

fn assessed(document: &Document) -> Vec<(Status, &str)> {
    let all = document.all_sections().into_iter().filter_map(|it| it.assessment.as_ref());
    all.map(|it| (it.status, it.wording.as_str())).collect()
}

const REPORT: &str = "Årsanalys 2031 för Parknämnden

Kommunfullmäktigemål - Fler ska kunna bada i stadens
sjöar och dammar
Agenda 2030: 14 Rena hav
Uppföljning av målet
Två bryggor byggdes.
Bedömning helår
Målet nås
Bedömning mandatperioden
Målet nås inte

Kommunfullmäktigemål - Fler träd
Uppföljning av målet
Träden planterades.
Bedömning av perioden
Tummen upp.
Bedömning av mandatperioden
Tummen ner.

Resultaträkning
Tkr Budget Utfall
Intäkter 1 200 1 300
Kostnader -4 000 -4 200
";

#[test]
fn parts_of_a_goal_need_no_empty_lines() {
    let document = understood(REPORT);
    let goal = [
        (SectionKind::Goal, "Fler ska kunna bada i stadens sjöar och dammar"),
        (SectionKind::Report, "Uppföljning av målet"),
        (SectionKind::AssessmentPeriod, "Bedömning helår"),
        (SectionKind::AssessmentTerm, "Bedömning mandatperioden"),
    ];
    assert_eq!(sections(&document)[..4], goal);
    let links: Vec<u8> = document.goal_areas()[0].goals[0].agenda().map(|link| link.number).collect();
    assert_eq!(links, [14]);
}

#[test]
fn an_assessment_in_words_that_no_scale_knows_keeps_them() {
    let expected = [
        (Status::OnTrack, "Målet nås"),
        (Status::OffTrack, "Målet nås inte"),
        (Status::NotStated, "Tummen upp."),
        (Status::NotStated, "Tummen ner."),
    ];
    assert_eq!(assessed(&understood(REPORT)), expected);
    let text = "Delårsrapport 2031\nParknämnden\n\nMål: Fler träd\n\nBedömning av perioden\nTummen upp\n\nEkonomi\nText.\n";
    assert_eq!(assessed(&understood(text)), [(Status::NotStated, "Tummen upp")]);
}

#[test]
fn a_statement_after_the_last_goal_is_none_of_it() {
    let document = understood(REPORT);
    let last = document.sections.last().unwrap();
    assert_eq!((last.kind, last.name.as_str()), (SectionKind::Statement, "Resultaträkning"));
}

#[test]
fn a_goal_after_links_is_a_goal() {
    let text = "Budget 2031 och plan 2032-2033\nEkby stad\n\nMål 1 Alla ska kunna läsa\nAgenda 2030: 4 God utbildning för alla\nMål 2 Träden ska bli fler\nAgenda 2030: 15 Ekosystem och biologisk mångfald\n";
    let document = understood(text);
    let goals = &document.goal_areas()[0].goals;
    let told: Vec<(&str, Vec<u8>)> =
        goals.iter().map(|it| (it.name(), it.agenda().map(|link| link.number).collect())).collect();
    assert_eq!(told, [("Alla ska kunna läsa", vec![4]), ("Träden ska bli fler", vec![15])]);
}

#[test]
fn an_expected_effect_is_a_part_of_its_priority() {
    let text = "# Nämndsbudget 2031\n\nParknämnden\n\n## Prioriteringar\n\n### Fler bänkar\n\nBänkar ställs ut.\n\n#### Förväntad effekt\n\nFler vilar.\n\n### Nya stigar\n\nStigar röjs.\n";
    let document = read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
    let all = document.all_sections();
    let priorities: Vec<_> = all.into_iter().filter(|it| it.kind == SectionKind::Priority).collect();
    let told = |at: usize| priorities[at].expected_effect.as_ref().map(|effect| effect.text.as_str());
    assert_eq!((priorities.len(), told(0), told(1)), (2, Some("Fler vilar."), None));
}

#[test]
fn rows_of_indicators_name_their_source() {
    let text = "# Nämndsbudget 2031\n\nParknämnden\n\n## Mål: Fler bad\n\n### Indikatorer\n\n| Indikator | Utgångsläge 2030 | Målvärde 2031 | Källa |\n|---|--:|--:|---|\n| Antal bad | 120 | 140 | Egen räkning |\n";
    let document = read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
    let all = document.all_sections();
    let indicators: Vec<_> = all.iter().flat_map(|it| &it.indicators).collect();
    assert_eq!(indicators[0].source.as_deref(), Some("Egen räkning"));
}

#[test]
fn a_limit_in_what_is_measured_is_no_target() {
    let text = "Nämndsbudget 2031\nParknämnden\n\nMål: Nära till grönt\n\nIndikatorer\n\n- Andel med högst 200 meter till en park (kvinnor/män), utgångsläge 61 %, mål 70 %.\n";
    let document = understood(text);
    let all = document.all_sections();
    let indicator = all.iter().flat_map(|it| &it.indicators).next().unwrap();
    assert_eq!((indicator.baseline.as_deref(), indicator.target.as_deref()), (Some("61"), Some("70")));
    assert!(indicator.by_sex);
}

#[test]
fn a_head_may_end_in_an_abbreviation() {
    let text = "Nämndsbudget 2031\nParknämnden\n\nEkonomi\nDriftbudget per område, mkr\nVerksamhet   Budget 2030   Budget 2031   Förändr.\nStigar              4,0           4,5       +0,5\nDammar              3,0           3,0        0,0\n";
    let document = understood(text);
    let tables = document.tables();
    let heads: Vec<&str> = tables[0].1.columns.iter().map(|it| it.heading.text.as_str()).collect();
    assert_eq!(heads, ["Budget 2030", "Budget 2031", "Förändr."]);
}

#[test]
fn a_running_head_is_a_title_far_from_its_page_number() {
    let head = "Parknämndens årsanalys 2031                    ";
    let text = format!(
        "{head}3\n1 Sammanfattning\nÅret var bra.\n{head}4\n2 Mål\nKF-mål: Fler träd\nUppföljning av målet\nTräd planterades.\n{head}5\nBedömning av perioden\nMålet är uppnått.\n"
    );
    let document = understood(&text);
    let body = document.body.as_ref().map(|body| body.text.as_str());
    assert_eq!((document.kind, body), (DocumentKind::AnnualAnalysis, Some("Parknämnden")));
    let pages: Vec<Option<u32>> = document.all_sections().iter().map(|it| it.span.at.page).collect();
    assert_eq!(pages, [Some(3), Some(4), Some(4), Some(4), Some(5)]);
}

#[test]
fn a_title_may_name_its_body_in_the_genitive() {
    let document = understood("Tekniska nämndens budget 2031\nSammanfattning\nNämnden får 9 mkr.\n");
    let body = document.body.as_ref().map(|body| body.text.as_str());
    assert_eq!((document.kind, body), (DocumentKind::CommitteeBudget, Some("Tekniska nämnden")));
    assert_eq!(sections(&document), [(SectionKind::Summary, "Sammanfattning")]);
}

#[test]
fn orders_in_a_list_without_further_words_are_assignments() {
    let text = "# Ekby stads budget 2031\n\n## Mål 1: Fler läser\n\nText.\n\n## Uppdrag\n\n- Skolnämnden får i uppdrag att räkna böcker.\n- Parknämnden får i uppdrag att räkna träd.\n";
    let document = read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
    let leads: Vec<_> = document.assignments().iter().map(|it| it.lead.clone().unwrap()).collect();
    assert_eq!(leads, ["Skolnämnden", "Parknämnden"]);
    assert_eq!(document.kind, DocumentKind::CouncilBudget);
}

#[test]
fn the_number_in_the_mark_of_a_goal_counts_nothing() {
    let text =
        "Budget 2031 och plan 2032-2033\nEkby stad\n\nMål 1 Alla barn ska kunna läsa\nText om 20 elever.\n";
    let told: Vec<String> = understood(text).figures.into_iter().map(|it| it.text).collect();
    assert_eq!(told, ["20 elever"]);
}

#[test]
fn indicators_of_a_line_each_are_two() {
    let text = "Nämndsbudget 2031\nParknämnden\n\nMål: Fler bad\n\nIndikatorer\nAndel nöjda, utgångsläge 80 %, mål 85 %, källa: egen enkät\nAntal bad. Utgångsvärde: 12 000. Målvärde: 15 000 år 2031.\n";
    let document = understood(text);
    let all = document.all_sections();
    let values = |it: &uppsikt_domain::indicator::Indicator| {
        (it.baseline.clone().unwrap(), it.target.clone().unwrap())
    };
    let told: Vec<_> = all.iter().flat_map(|it| &it.indicators).map(values).collect();
    assert_eq!(told, [("80".to_owned(), "85".to_owned()), ("12000".to_owned(), "15000".to_owned())]);
}

#[test]
fn orders_below_their_heading_stand_alone() {
    let text = "Budget 2031 och plan 2032-2033\nEkby stad\n\nMål 1 Fler läser\nText om läsning.\n\nUppdrag till nämnderna\nSkolnämnden får i uppdrag att räkna böcker.\nParknämnden får i uppdrag att räkna träd och buskar före vintern.\n";
    let document = understood(text);
    let leads: Vec<_> = document.assignments().iter().map(|it| it.lead.clone().unwrap()).collect();
    assert_eq!(leads, ["Skolnämnden", "Parknämnden"]);
}

#[test]
fn lines_set_in_right_below_a_heading_are_items() {
    let text = "Nämndsbudget 2031\nParknämnden\n\nNämndmål: Fler bad\nPlanering för året\n Nya bryggor\n Fler badvakter\nÖnskad effekt\nAndelen nöjda ökar.\n";
    let document = understood(text);
    let told = [
        (SectionKind::Goal, "Fler bad"),
        (SectionKind::YearPlan, "Planering för året"),
        (SectionKind::DesiredOutcome, "Önskad effekt"),
    ];
    assert_eq!(sections(&document), told);
    let lists = document.all_sections()[1].blocks.iter().map(uppsikt_domain::block::Block::text);
    assert_eq!(lists.collect::<Vec<_>>().len(), 1);
}
