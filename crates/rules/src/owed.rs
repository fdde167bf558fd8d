//! What the law wants a document to hold, known by words on its lines.

use crate::listed::is_part;
use crate::place;
use crate::prose::said;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::picture::Picture;
use uppsikt_domain::section::Section;
use uppsikt_domain::table::Table;
use uppsikt_findings::{About, Finding, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// What is owed, and words by which it is recognised.
pub type Owed = (&'static str, &'static [&'static str]);

/// Whether a text is the document itself: it is set out under headings, is no part of something longer and does
/// not only tell that the document was adopted. The law asks nothing of a cover, a page of news or a few pages.
pub fn is_itself(document: &Document) -> bool {
    !is_part(document) && is_set_out(document) && !is_news(document)
}

/// Whether a heading, the title aside, has something under it.
fn is_set_out(document: &Document) -> bool {
    let title = document.title.as_ref().map(|title| title.span.at.line);
    let own = |section: &&Section| {
        let heading = section.heading.as_ref().map(|heading| heading.span.at.line);
        heading.is_some() && heading != title && !(section.blocks.is_empty() && section.sections.is_empty())
    };
    document.all_sections().iter().any(own)
}

/// So many rows of a table show that its amounts are the document's own.
const ROWS: usize = 3;

/// Whether sentences tell that the council has decided, and no table has amounts: "Kommunfullmäktige antog den
/// 22 november majoritetens budgetförslag."
fn is_news(document: &Document) -> bool {
    const TOLD: [&str; 6] = [
        "fullmäktige antog ",
        "fullmäktige har antagit ",
        "fullmäktige fastställde ",
        "fullmäktige klubbade ",
        "fullmäktige röstade ",
        "fullmäktige har beslutat ",
    ];
    let tells = |sentence: &str| {
        let lower = sentence.lower();
        TOLD.iter().any(|words| lower.contains(words))
    };
    let money = |table: &Table| {
        let amounts = table.unit.is_money() || table.columns.iter().any(|column| column.unit.is_money());
        amounts && table.rows.len() >= ROWS
    };
    !document.tables().into_iter().any(|(_, table)| money(table))
        && said(document).iter().any(|(_, sentence)| tells(sentence))
}

/// The documents of a kind with what they lack, as far as they lack something.
pub fn lacking<'a>(
    picture: &'a Picture,
    kind: DocumentKind,
    owed: &[Owed],
) -> Vec<(&'a Document, Vec<&'static str>)> {
    let asked = picture.documents.iter().filter(|document| document.kind == kind && is_itself(document));
    let lacking = asked.map(|document| (&**document, missing(document, owed)));
    lacking.filter(|(_, missing)| !missing.is_empty()).collect()
}

fn missing(document: &Document, owed: &[Owed]) -> Vec<&'static str> {
    // Words go on over the end of a line.
    let lines: Vec<String> = document.lines.iter().map(|line| line.text.trim().lower()).collect();
    let printed = lines.join(" ");
    let said = |words: &[&str]| words.iter().any(|word| printed.contains(word));
    owed.iter().filter(|(_, words)| !said(words)).map(|(what, _)| *what).collect()
}

/// Tells at the document's title what it lacks.
pub fn tell(about: &About, document: &Document, missing: &[&str], says: Message, advice: Message) -> Finding {
    let printed = document.title.as_ref().map(|title| title.text.clone()).unwrap_or_default();
    Finding {
        confidence_percent: 80,
        found: verbatim(printed),
        expected: verbatim(missing.join(", ")),
        advice,
        ..about.finding(place::title(document), says)
    }
}
