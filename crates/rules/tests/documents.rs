//! What only several documents together show.

#![allow(clippy::unwrap_used)]
use std::sync::Arc;
use uppsikt_domain::document::{Document, Source};
use uppsikt_domain::picture::Picture;
use uppsikt_domain::place::{Place, Span, TextAt};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::structure::Structure;
use uppsikt_rules::{Selection, check};

fn plan(file: &str, year: i32, goal: &str) -> Arc<Document> {
    let span = Span { at: Place::on_line(3), end_line: 3, end_column: 10 };
    let heading = Some(TextAt::new(format!("Kommunfullmäktigemål - {goal}"), span));
    let text = uppsikt_domain::block::Content::Paragraph { text: "Nämnden gör sitt.".into() };
    let block = uppsikt_domain::block::Block { id: "b".into(), span, content: text };
    let section = Section {
        kind: SectionKind::Goal,
        heading,
        name: goal.into(),
        span,
        blocks: vec![block],
        ..Section::default()
    };
    let source = Source { file: file.into(), ..Source::default() };
    Arc::new(Document { source, year: Some(year), sections: vec![section], ..Document::default() })
}

fn codes(documents: Vec<Arc<Document>>) -> Vec<(&'static str, String)> {
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).unwrap();
    let picture = Picture { seen_from, structure: Structure::default(), documents };
    let found = check(&picture, &Selection::default());
    found.into_iter().map(|finding| (finding.code, finding.at.file)).collect()
}

const COUNCIL: &str = "Fler barn och unga har en meningsfull fritid";

#[test]
fn a_goal_with_a_slip_in_its_wording_is_told_in_the_later_document_only() {
    let slipped = "Fler barn och unga har en meningsfull fritd";
    let documents =
        vec![plan("a.md", 2026, COUNCIL), plan("b.md", 2026, slipped), plan("c.md", 2026, COUNCIL)];
    assert_eq!(codes(documents), [("MAL-002", "b.md".to_owned())]);
}

#[test]
fn another_year_and_another_goal_may_have_other_words() {
    let documents = vec![
        plan("a.md", 2026, COUNCIL),
        plan("b.md", 2025, "Fler barn och unga har meningsfull fritid"),
        plan("c.md", 2026, "Äldre bestämmer mer över sin vardag"),
    ];
    assert_eq!(codes(documents), []);
}

/// A plan and a report in Markdown, read.
fn read(file: &str, text: &str) -> Arc<Document> {
    let style = uppsikt_reading::HouseStyle::standard();
    Arc::new(uppsikt_reading::read(file, text.as_bytes(), &style).unwrap())
}

fn said(documents: Vec<Arc<Document>>) -> Vec<(&'static str, String)> {
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).unwrap();
    let structure = uppsikt_reading::HouseStyle::standard().structure();
    let picture = Picture { seen_from, structure, documents };
    let of_pairs = ["TID-001", "TID-002", "TID-003", "TID-004", "RAM-004"];
    let found = check(&picture, &Selection::default());
    let found = found.into_iter().filter(|finding| of_pairs.contains(&finding.code));
    found.map(|finding| (finding.code, finding.at.file)).collect()
}

const PLAN: &str = "# Nämndsbudget 2026

Tekniska nämnden

# Plan för kommunfullmäktigemål

## Kommunfullmäktigemål - Det är tryggt på gatorna

### Planering för 2026

Gatorna lyses upp.

### Uppföljning av målet

| Indikator | 2024 | 2025 | Mål 2026 |
| --- | ---: | ---: | ---: |
| Trasiga lampor, antal | 58 | 63 | 40 |

## Tekniska nämnden ges i uppdrag att utreda var skolvägarna behöver bli bredare

Uppdraget återrapporteras i årsanalysen 2026.

# Plan för ekonomin

## Resultaträkning

Resultaträkning, tkr

| Rad | Prognos 2025 | Budget 2026 |
| --- | ---: | ---: |
| Totala intäkter | 37 000 | 37 600 |
| Kommunbidrag | 184 200 | 188 900 |
";

const REPORT: &str = "# Delårsrapport 2026

Tekniska nämnden

# Uppföljning av kommunfullmäktiges mål

## Kommunfullmäktigemål - Det är tryggt på gatorna

### Uppföljning

Gatorna lyses upp.

| Indikator | 2024 | 2025 | 2026 | Mål 2026 |
| --- | ---: | ---: | ---: | ---: |
| Trasiga lampor, antal | 58 | 63 | 51 | 40 |

### Bedömning av arbetet med kommunfullmäktigemålet januari–augusti 2026

Arbetet är på väg. Lamporna längs de tre längsta gångvägarna är bytta och resten byts före jul.

## Tekniska nämnden ges i uppdrag att utreda var skolvägarna behöver bli bredare

Uppdraget återrapporteras i årsanalysen 2026.

# Ekonomi

## Kommunbidraget

**Kommunbidraget, beslut för beslut, tkr**

| Beslut | Belopp |
| --- | ---: |
| Kommunbidrag enligt ursprungligt beslut | 188 900 |
| Lägre hyror | -400 |
| Kommunbidrag | 188 500 |
";

fn of_report(from: &str, to: &str) -> Vec<(&'static str, String)> {
    assert!(REPORT.contains(from));
    said(vec![read("plan.md", PLAN), read("report.md", &REPORT.replace(from, to))])
}

#[test]
fn a_plan_and_a_report_that_agree_are_left_alone() {
    assert_eq!(of_report("Gatorna", "Gatorna"), []);
}

#[test]
fn a_goal_that_the_report_leaves_out_is_told() {
    let found = of_report("Det är tryggt på gatorna", "Fler äldre bestämmer över sin vardag");
    assert_eq!(found[0], ("TID-001", "report.md".to_owned()));
}

#[test]
fn a_target_that_was_moved_is_told() {
    assert_eq!(of_report("| 51 | 40 |", "| 51 | 50 |"), [("TID-002", "report.md".to_owned())]);
}

#[test]
fn a_reason_copied_from_last_year_is_told() {
    let next = REPORT.replace("2026", "2027");
    let found = said(vec![read("report.md", REPORT), read("next.md", &next)]);
    assert_eq!(found, [("TID-003", "next.md".to_owned())]);
    let rewritten = next.replace("resten byts före jul", "resten är kvar");
    assert_eq!(said(vec![read("report.md", REPORT), read("next.md", &rewritten)]), []);
}

#[test]
fn an_assignment_with_another_lead_is_told() {
    let found = of_report("## Tekniska nämnden ges", "## Skolnämnden ges");
    assert_eq!(found, [("TID-004", "report.md".to_owned())]);
}

#[test]
fn a_ledger_that_starts_elsewhere_is_told() {
    let found = of_report("beslut | 188 900", "beslut | 186 900");
    assert_eq!(found, [("RAM-004", "report.md".to_owned())]);
}
