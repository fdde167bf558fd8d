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
